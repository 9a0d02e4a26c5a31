import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { actionErrors } from '#lib/action/action-errors.js';
import type { ActionError } from '#lib/action/errors.js';
import type { ActionDeps, ActionResult } from '#lib/action/types.js';
import { pullRequestOf } from '#lib/github/pull-request-event.js';
import {
  CHECK_LIMITS,
  checkDocument,
  clipped,
  type CheckDocument,
  type CheckName,
  type CheckProblem,
} from '#lib/report/check-document.js';
import { checkSummary, checkWords } from '#lib/report/check-sections.js';
import { TerraformCli, type CommandOutcome } from '#lib/terraform/cli.js';
import type { Diagnostic } from '#lib/terraform/diagnostics.js';
import { terraformErrors } from '#lib/terraform/errors.js';
import { stackDirectory } from '#lib/terraform/workspace.js';
import { lintStack } from '#lib/terraform/lint.js';
import type { Inputs } from './inputs.ts';
import { asWarnings, initFailure, lead, Messages, unformattedFile } from '#lib/terraform/messages.js';

type Result = CheckDocument['checks'][number]['result'];

/** What one check found; an error fails the step after all checks. */
interface Finding {
  readonly result: Result;
  readonly problems: readonly Diagnostic[];
  readonly failure?: ActionError;
}

/**
 * Checks one stack as far as that needs no credentials: formatting, providers and modules, validity, lint. Each runs
 * also when the one before it failed, but validate needs what init fetches. The code is a stranger's, and init and
 * validate run the providers it names: they inherit no credentials, and their data folder is a new one, never a folder
 * that the code brings.
 */
export async function runChecks(inputs: Inputs, deps: ActionDeps): Promise<ActionResult> {
  const data = await mkdtemp(join(deps.github.tempDirectory, 'terraform-check-'));
  try {
    return await new CheckRun(inputs, isolated(inputs, deps, data)).run();
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

function isolated(inputs: Inputs, deps: ActionDeps, data: string): ActionDeps {
  const withheld = Object.fromEntries(inputs.environment.credentials.map((name) => [name, undefined]));
  return {
    ...deps,
    runProcess: (argv, options) =>
      deps.runProcess(argv, { ...options, env: { ...withheld, ...options.env, TF_DATA_DIR: data } }),
  };
}

class CheckRun {
  readonly #inputs: Inputs;
  readonly #deps: ActionDeps;
  readonly #cli: TerraformCli;
  readonly #messages: Messages;
  readonly #checks: CheckDocument['checks'] = [];
  readonly #problems: CheckProblem[] = [];
  #failure: ActionError | undefined;
  #unformatted = 0;

  constructor(inputs: Inputs, deps: ActionDeps) {
    this.#inputs = inputs;
    this.#deps = deps;
    const folders = { directory: inputs.directory, workspace: deps.github.workspace };
    this.#cli = new TerraformCli(inputs.terraform, folders, deps);
    this.#messages = new Messages(deps.log);
  }

  async run(): Promise<ActionResult> {
    const { fmt, validate } = this.#inputs;
    await this.#check('fmt', fmt === 'false' ? undefined : () => this.#format());
    const fetched = await this.#check('init', () => this.#initialise());
    await this.#check('validate', fetched === 'passed' && validate ? () => this.#validate() : undefined);
    await this.#check('lint', () => Promise.resolve(this.#lint()));
    const document = this.#document();
    this.#deps.log.info(`${document.stack}: ${checkWords(document)}. Not planned.`);
    return {
      outputs: {
        status: document.status,
        'has-changes': 'unknown',
        'terraform-version': document.tool.version ?? '',
      },
      report: { fileName: `check-${document.stack.replaceAll('/', '-')}.json`, document },
      summary: [{ markdown: checkSummary(document) }],
      ...(this.#failure === undefined ? {} : { failure: this.#failure }),
    };
  }

  async #check(name: CheckName, work: (() => Promise<Finding>) | undefined): Promise<Result> {
    const started = this.#deps.clock.now();
    const isCancelled = this.#deps.signal.aborted;
    const found: Finding =
      work === undefined || isCancelled
        ? { result: isCancelled ? 'cancelled' : 'skipped', problems: [] }
        : await this.#deps.log.group(name === 'lint' ? 'lint' : `terraform ${name}`, work);
    const milliseconds = Math.max(0, Math.round(this.#deps.clock.now() - started));
    this.#checks.push({ name, result: found.result, milliseconds });
    this.#problems.push(...found.problems.map((problem) => documented(name, problem)));
    this.#failure ??= found.failure;
    if (found.result === 'cancelled') {
      this.#failure = actionErrors.EHA1005(`The run was cancelled during the check ${name}.`);
    }
    return found.result;
  }

  async #format(): Promise<Finding> {
    const outcome = asWarnings(await this.#cli.checkFormat());
    if (outcome.cancelled) return CANCELLED;
    const required = this.#inputs.fmt === 'true';
    this.#unformatted = outcome.unformatted.length;
    const problems = [
      ...outcome.diagnostics,
      ...outcome.unformatted.map((file) => unformattedFile(file, required)),
    ];
    this.#messages.publish(problems);
    if (outcome.exitCode === 0) return { result: 'passed', problems };
    if (!required) return { result: 'warned', problems };
    const said =
      outcome.unformatted.length > 0
        ? `Not formatted: ${outcome.unformatted.join(', ')}.`
        : `terraform fmt could not read a file: ${lead(outcome)}`;
    return { result: 'failed', problems, failure: terraformErrors.EHA1202(said) };
  }

  async #initialise(): Promise<Finding> {
    const outcome = await this.#cli.initialise({ ...this.#inputs, backend: false });
    return this.#judge(outcome, initFailure);
  }

  async #validate(): Promise<Finding> {
    return this.#judge(await this.#cli.validate(), (failed) => terraformErrors.EHA1205(lead(failed)));
  }

  #judge(outcome: CommandOutcome, failureOf: (outcome: CommandOutcome) => ActionError): Finding {
    if (outcome.cancelled) return CANCELLED;
    const problems = outcome.diagnostics;
    this.#messages.publish(problems);
    if (outcome.exitCode === 0) return { result: 'passed', problems };
    return { result: 'failed', problems, failure: failureOf(outcome) };
  }

  #lint(): Finding {
    const found = lintStack(this.#deps.github.workspace, stackDirectory(this.#inputs, this.#deps));
    const problems = found.map(({ rule, file, line, message }) => ({
      severity: 'warning' as const,
      summary: rule,
      detail: message,
      address: null,
      file,
      startLine: line,
      endLine: line,
    }));
    this.#messages.publish(problems);
    return { result: problems.length === 0 ? 'passed' : 'warned', problems };
  }

  #document(): CheckDocument {
    const { github, clock } = this.#deps;
    const { problems: most, name, path } = CHECK_LIMITS;
    const count = (severity: CheckProblem['severity']) =>
      this.#problems.filter((problem) => problem.severity === severity).length;
    const { name: tool, version } = this.#cli.identity;
    return checkDocument.create({
      stack: clipped(this.#inputs.stack, name),
      directory: clipped(stackDirectory(this.#inputs, this.#deps), path),
      status: this.#status(),
      tool: { name: tool, version: version === null ? null : clipped(version, name) },
      checks: this.#checks,
      counts: { errors: count('error'), warnings: count('warning'), unformatted: this.#unformatted },
      problems: mostGrave(this.#problems).slice(0, most),
      problemsOmitted: Math.max(0, this.#problems.length - most),
      sha: github.sha,
      headSha: pullRequestOf(github)?.headSha ?? null,
      runUrl: clipped(github.runUrl, path),
      generatedAt: new Date(clock.now()).toISOString(),
    });
  }

  #status(): CheckDocument['status'] {
    const results = this.#checks.map(({ result }) => result);
    if (results.includes('cancelled')) return 'cancelled';
    return results.includes('failed') ? 'failed' : 'passed';
  }
}

const CANCELLED: Finding = { result: 'cancelled', problems: [] };

/** Errors first: they must not be those that are left out of a long list. */
function mostGrave(problems: readonly CheckProblem[]): CheckProblem[] {
  return [
    ...problems.filter(({ severity }) => severity === 'error'),
    ...problems.filter(({ severity }) => severity !== 'error'),
  ];
}

function documented(
  check: CheckName,
  { severity, summary, detail, file, startLine }: Diagnostic,
): CheckProblem {
  return {
    check,
    severity,
    summary: clipped(summary, CHECK_LIMITS.summary),
    detail: clipped(detail, CHECK_LIMITS.detail),
    file: file === null ? null : clipped(file, CHECK_LIMITS.path),
    line: startLine,
  };
}
