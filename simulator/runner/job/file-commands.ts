import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../errors.ts';
import { BLOCKED_ENVIRONMENT, parseKeyValueFile, SUMMARY_LIMIT } from '../commands/file-command.ts';
import type { JobState, StepLog } from './job-state.ts';
import { prependPath, type StepOutput, type StepValues } from './step-output.ts';

/** Paths of one process's file commands, named as in the github context. */
export type CommandFiles = {
  readonly env: string;
  readonly output: string;
  readonly path: string;
  readonly state: string;
  readonly step_summary: string;
};

/** Creates empty command files for one process, with the runner's names. */
export function createCommandFiles(temp: string): CommandFiles {
  const folder = join(temp, '_runner_file_commands');
  mkdirSync(folder, { recursive: true });
  const suffix = randomUUID();
  const create = (prefix: string) => {
    const path = join(folder, `${prefix}_${suffix}`);
    writeFileSync(path, '');
    return path;
  };
  return {
    env: create('set_env'),
    output: create('set_output'),
    path: create('add_path'),
    state: create('save_state'),
    step_summary: create('step_summary'),
  };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Applies what a process wrote to its command files, then removes them. Returns the masked step summary, if any. */
export function applyCommandFiles(
  job: JobState,
  files: CommandFiles,
  values: StepValues,
  output: StepOutput,
  log: StepLog,
): string | undefined {
  const apply = (name: keyof CommandFiles, use: (content: string) => void) => {
    try {
      use(read(files[name]));
    } catch (error) {
      output.fail(`Unable to process file command '${name}' successfully.`);
      output.fail(messageOf(error));
    }
  };
  apply('path', (content) => {
    for (const line of content.split(/\r?\n/)) if (line !== '') prependPath(job, line);
  });
  apply('env', (content) => {
    for (const [name, value] of parseKeyValueFile(content)) {
      if (BLOCKED_ENVIRONMENT.includes(name.toUpperCase())) {
        job.issue(log, 'error', `Can't store ${name} output parameter using '$GITHUB_ENV' command.`);
      } else job.env.set(name, value);
    }
  });
  apply('output', (content) => {
    for (const [name, value] of parseKeyValueFile(content)) values.outputs[name] = value;
  });
  apply('state', (content) => {
    for (const [name, value] of parseKeyValueFile(content)) values.state.set(name, value);
  });
  const summary = readSummary(job, files.step_summary, log);
  for (const path of Object.values(files)) rmSync(path, { force: true });
  return summary;
}

function readSummary(job: JobState, path: string, log: StepLog): string | undefined {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return undefined;
  if (size > SUMMARY_LIMIT) {
    const got = Math.floor(size / 1024);
    job.issue(
      log,
      'error',
      `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${SUMMARY_LIMIT / 1024}k, got ${got}k.`,
    );
    return undefined;
  }
  return read(path)
    .split('\n')
    .map((line) => job.masker.mask(line))
    .join('\n');
}
