import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { WorkflowError } from '../errors.ts';
import { evaluateString } from '../expressions/evaluate.ts';
import { child } from '../expressions/tokens.ts';
import { which } from '../process/which.ts';
import { runInStep } from './step-process.ts';
import type { StepEnd, StepFrame, StepRun } from './frame.ts';
import { contextOf } from './frame.ts';
import { processEnvironment } from './environment.ts';
import type { JobState } from './job-state.ts';

/** Arguments of the shells that have a name. Source: workflow syntax reference, `shell`; runner's ScriptHandlerHelpers. */
const SHELLS: Readonly<Record<string, { readonly args: readonly string[]; readonly extension: string }>> = {
  bash: { args: ['--noprofile', '--norc', '-e', '-o', 'pipefail', '{0}'], extension: '.sh' },
  sh: { args: ['-e', '{0}'], extension: '.sh' },
  python: { args: ['{0}'], extension: '.py' },
  pwsh: { args: ['-command', ". '{0}'"], extension: '.ps1' },
};

interface Shell {
  readonly command: string;
  readonly args: readonly string[];
  readonly extension: string;
  readonly name: string;
}

function findShell(option: string | undefined, path: string): Shell {
  if (option === undefined || option === '') {
    const command = which('bash', path) ?? which('sh', path);
    if (command === undefined) throw new WorkflowError('bash: command not found');
    return { command, args: ['-e', '{0}'], extension: '.sh', name: 'sh' };
  }
  const [name = '', ...words] = splitWords(option);
  const known = SHELLS[name];
  const args = words.length > 0 ? words : known?.args;
  if (!args?.some((word) => word.includes('{0}'))) {
    throw new WorkflowError(
      "Invalid shell option. Shell must be a valid built-in (bash, sh, cmd, powershell, pwsh) or a format string containing '{0}'",
    );
  }
  const command = which(name, path);
  if (command === undefined) throw new WorkflowError(`${name}: command not found`);
  return { command, args, extension: known?.extension ?? '', name };
}

/** Splits a shell template at blanks; double quotes keep words together. */
function splitWords(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
}

/** PowerShell reports failures only when told to, so the runner wraps the script. Source: runner's ScriptHandlerHelpers. */
function scriptFor(shell: string, script: string): string {
  if (shell !== 'pwsh') return script;
  return `$ErrorActionPreference = 'stop'\n${script}\nif ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }`;
}

/** Runs a `run` step. */
export async function runScript(job: JobState, frame: StepFrame, run: StepRun): Promise<StepEnd> {
  const script = evaluateString(child(run.token, 'run'), run.scope) ?? '';
  // A composite action says its own shell; the job's defaults are not for it.
  const defaults =
    frame.inputs === undefined ? job.defaults : { shell: undefined, workingDirectory: undefined };
  const option = evaluateString(child(run.token, 'shell'), run.scope) ?? defaults.shell;
  const folder =
    evaluateString(child(run.token, 'working-directory'), run.scope) ?? defaults.workingDirectory ?? '';
  const { workspace, temp } = job.plan.directories;
  const probe = processEnvironment(job, run.env, {}, {});
  run.log.line(`Run ${firstLine(script)}`, 'group');
  for (const line of script.trimEnd().split('\n')) run.log.line(line);
  const shell = findShell(option, probe['PATH'] ?? '');
  run.log.line(`shell: ${shell.command} ${shell.args.join(' ')}`);
  printEnvironment(run);
  run.log.line('', 'endgroup');
  const file = join(temp, `${randomUUID()}${shell.extension}`);
  writeFileSync(file, scriptFor(shell.name, script));
  const end = await runInStep(job, run, {
    command: shell.command,
    args: shell.args.map((word) => word.replace('{0}', file)),
    cwd: resolve(workspace, folder),
    env: {},
    github: contextOf(run.scope, 'github'),
  });
  if (end.code !== 0 && !run.signal.aborted)
    job.issue(run.log, 'error', `Process completed with exit code ${end.code}.`);
  return { result: end.code === 0 && !end.failed ? 'success' : 'failure', summary: end.summary };
}

/** The first line that says something; it names the step when it has no name. */
export function firstLine(script: string): string {
  return script.trimStart().split(/\r?\n/)[0] ?? '';
}

/** Lists the `env` context as the runner does at the head of a step's log. */
export function printEnvironment(run: StepRun): void {
  const entries = Object.entries(run.env);
  if (entries.length > 0) run.log.line('env:');
  for (const [name, value] of entries) run.log.line(`  ${name}: ${value}`);
}
