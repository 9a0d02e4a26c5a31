import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { actionErrors } from '#lib/action/action-errors.js';
import { ActionError } from '#lib/action/errors.js';
import type { ActionDeps } from '#lib/action/types.js';
import type { PlanPhase, PlanPhaseName } from '#lib/report/plan-document.js';
import {
  TerraformCli,
  type CommandOutcome,
  type FormatOutcome,
  type ToolIdentity,
} from '#lib/terraform/cli.js';
import { Annotator, type Diagnostic } from '#lib/terraform/diagnostics.js';
import { terraformErrors } from '#lib/terraform/errors.js';
import { isApplyable, type PlanModel, PlanModelBuilder } from '#lib/terraform/plan-model.js';
import { streamPlan } from '#lib/terraform/plan-stream.js';
import { describeStateLock, findStateLock, type StateLock } from '#lib/terraform/state-lock.js';
import type { Inputs } from './inputs.ts';

/** Everything a run of the phases found out. `model` is set when, and only when, there is no failure. */
export interface PlanRecord {
  readonly tool: ToolIdentity;
  readonly phases: readonly PlanPhase[];
  readonly diagnostics: readonly Diagnostic[];
  readonly unformatted: readonly string[];
  readonly stateLock: StateLock | null;
  readonly cancelled: boolean;
  readonly failure: { readonly error: ActionError; readonly phase: PlanPhaseName } | null;
  readonly model: PlanModel | null;
}

const PHASES: readonly PlanPhaseName[] = ['fmt', 'init', 'validate', 'plan', 'show'];

/** What the outcome of a phase means: an error ends the run, `warned` is only noted. */
type Verdict = ActionError | 'warned' | undefined;

/** Runs fmt, init, validate, plan and show in this order and stops at the first that fails. */
export async function runPhases(inputs: Inputs, deps: ActionDeps): Promise<PlanRecord> {
  // mkdtemp makes a folder that only this user can enter: plan and JSON hold state and secrets in clear.
  const secrets = await mkdtemp(join(deps.github.tempDirectory, 'terraform-plan-'));
  try {
    return await new PhaseRun(inputs, deps, secrets).run();
  } finally {
    await rm(secrets, { recursive: true, force: true });
  }
}

class PhaseRun {
  readonly #inputs: Inputs;
  readonly #deps: ActionDeps;
  readonly #cli: TerraformCli;
  readonly #annotator: Annotator;
  readonly #planFile: string;
  readonly #jsonFile: string;
  readonly #phases: PlanPhase[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  #unformatted: readonly string[] = [];
  #unreadable: ActionError | undefined;
  #stateLock: StateLock | null = null;
  #failure: PlanRecord['failure'] = null;
  #cancelled = false;
  #planExitCode = 0;
  #model: PlanModel | null = null;

  constructor(inputs: Inputs, deps: ActionDeps, secrets: string) {
    this.#inputs = inputs;
    this.#deps = deps;
    const folders = { directory: inputs.directory, workspace: deps.github.workspace };
    this.#cli = new TerraformCli(inputs.terraform, folders, deps);
    this.#annotator = new Annotator(deps.log);
    this.#planFile = join(secrets, 'stack.tfplan');
    this.#jsonFile = join(secrets, 'plan.json');
  }

  async run(): Promise<PlanRecord> {
    for (const name of PHASES) {
      if (!this.#isWanted(name)) continue;
      if (!(await this.#start(name))) break;
    }
    return {
      tool: this.#cli.identity,
      phases: this.#phases,
      diagnostics: this.#diagnostics,
      unformatted: this.#unformatted,
      stateLock: this.#stateLock,
      cancelled: this.#cancelled,
      failure: this.#failure,
      model: this.#failure === null ? this.#model : null,
    };
  }

  #isWanted(name: PlanPhaseName): boolean {
    if (name === 'fmt') return this.#inputs.fmt !== 'false';
    return name !== 'validate' || this.#inputs.validate;
  }

  #start(name: PlanPhaseName): Promise<boolean> {
    const inputs = this.#inputs;
    const cli = this.#cli;
    switch (name) {
      case 'fmt':
        return this.#phase(
          name,
          async () => asWarnings(await cli.checkFormat()),
          (it) => this.#judgeFormat(it),
        );
      case 'init':
        return this.#phase(
          name,
          () => cli.initialise(inputs),
          (it) => this.#judgeInit(it),
        );
      case 'validate':
        return this.#phase(
          name,
          () => cli.validate(),
          (it) => this.#judgeValidate(it),
        );
      case 'plan':
        return this.#phase(
          name,
          () => cli.plan({ ...inputs, planFile: this.#planFile }),
          (it) => this.#judgePlan(it),
        );
      case 'show':
        return this.#phase(
          name,
          () => this.#show(),
          (it) => this.#judgeShow(it),
        );
    }
  }

  /** Returns whether the next phase may run. */
  async #phase<T extends CommandOutcome>(
    name: PlanPhaseName,
    work: () => Promise<T>,
    judge: (outcome: T) => Verdict,
  ): Promise<boolean> {
    const started = this.#deps.clock.now();
    const finish = (result: PlanPhase['result'], error?: ActionError): boolean => {
      this.#phases.push({
        name,
        result,
        milliseconds: Math.max(0, Math.round(this.#deps.clock.now() - started)),
      });
      if (error !== undefined) this.#failure = { error, phase: name };
      return error === undefined;
    };
    try {
      const outcome = await this.#deps.log.group(`terraform ${name}`, work);
      if (outcome.cancelled) return this.#cancel(name, finish);
      this.#note(outcome.diagnostics);
      const verdict = judge(outcome);
      if (verdict instanceof ActionError) return finish('failed', verdict);
      return finish(verdict ?? 'passed');
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      return finish('failed', error);
    }
  }

  #cancel(name: PlanPhaseName, finish: (result: 'cancelled', error: ActionError) => boolean): boolean {
    this.#cancelled = true;
    return finish(
      'cancelled',
      actionErrors.EHA1005(
        `The run was cancelled during terraform ${name}; Terraform was interrupted once and has ended.`,
      ),
    );
  }

  #note(diagnostics: readonly Diagnostic[]): void {
    this.#diagnostics.push(...diagnostics);
    this.#annotator.annotate(diagnostics);
  }

  #judgeFormat(outcome: FormatOutcome): Verdict {
    this.#unformatted = outcome.unformatted;
    const required = this.#inputs.fmt === 'true';
    if (outcome.unformatted.length > 0) {
      this.#annotator.annotate(outcome.unformatted.map((file) => unformattedFile(file, required)));
      return required
        ? terraformErrors.EHA1202(`Not formatted: ${outcome.unformatted.join(', ')}.`)
        : 'warned';
    }
    if (outcome.exitCode === 0) return undefined;
    // A syntax error: init and validate tell its file and line as data, so they go first.
    if (required)
      this.#unreadable = terraformErrors.EHA1202(`terraform fmt could not read a file: ${lead(outcome)}`);
    return 'warned';
  }

  #judgeInit(outcome: CommandOutcome): Verdict {
    if (outcome.exitCode === 0) return this.#inputs.validate ? undefined : this.#unreadable;
    const isLockFile = outcome.diagnostics.some(
      (entry) =>
        /lock file is read-only/i.test(entry.detail) ||
        /dependency changes detected|inconsistent dependency lock file/i.test(entry.summary),
    );
    return (
      this.#locked(outcome) ??
      (isLockFile ? terraformErrors.EHA1204(lead(outcome)) : terraformErrors.EHA1203(lead(outcome)))
    );
  }

  #judgeValidate(outcome: CommandOutcome): Verdict {
    return outcome.exitCode === 0 ? this.#unreadable : terraformErrors.EHA1205(lead(outcome));
  }

  #judgePlan(outcome: CommandOutcome): Verdict {
    this.#planExitCode = outcome.exitCode;
    if (outcome.exitCode === 0 || outcome.exitCode === 2) return undefined;
    return this.#locked(outcome) ?? terraformErrors.EHA1206(lead(outcome));
  }

  #locked(outcome: CommandOutcome): ActionError | undefined {
    const lock = findStateLock(outcome.diagnostics);
    if (lock === undefined) return undefined;
    this.#stateLock = lock;
    return terraformErrors.EHA1207(describeStateLock(lock));
  }

  async #show(): Promise<CommandOutcome> {
    const outcome = await this.#cli.show(this.#planFile, this.#jsonFile);
    if (outcome.exitCode === 0 && !outcome.cancelled) this.#model = await readModel(this.#jsonFile);
    return outcome;
  }

  /** Two independent statements about the plan must agree before either is believed. */
  #judgeShow(outcome: CommandOutcome): Verdict {
    if (this.#model === null) return terraformErrors.EHA1208(lead(outcome));
    const said = this.#planExitCode === 2 ? 'changes' : 'no changes';
    const found = isApplyable(this.#model) ? 'changes' : 'no changes';
    if (this.#model.errored === true) {
      return terraformErrors.EHA1210(
        `terraform plan ended with exit code ${this.#planExitCode}, but its JSON says that it failed.`,
      );
    }
    if (said === found) return undefined;
    return terraformErrors.EHA1210(
      `Exit code ${this.#planExitCode} of terraform plan means ${said}, but its JSON holds ${found}.`,
    );
  }
}

async function readModel(file: string): Promise<PlanModel | null> {
  const builder = new PlanModelBuilder();
  for await (const part of streamPlan(file)) {
    if (part.section === 'rest') return builder.finish(part.value);
    builder.add(part);
  }
  return null;
}

/** A file that fmt cannot parse is an error of init and validate, which know its line. */
function asWarnings(outcome: FormatOutcome): FormatOutcome {
  return {
    ...outcome,
    diagnostics: outcome.diagnostics.map((entry) => ({ ...entry, severity: 'warning' as const })),
  };
}

function unformattedFile(file: string, required: boolean): Diagnostic {
  return {
    severity: required ? 'error' : 'warning',
    summary: 'Not formatted',
    detail: `Run \`terraform fmt\` on ${file}.`,
    address: null,
    file,
    startLine: 1,
    endLine: 1,
  };
}

/** The first error with its place, and how many more there are. */
function lead(outcome: CommandOutcome): string {
  const errors = outcome.diagnostics.filter((entry) => entry.severity === 'error');
  const first = errors[0] ?? outcome.diagnostics[0];
  if (first === undefined) return `The command ended with exit code ${outcome.exitCode} and named no error.`;
  const place =
    first.file === null ? '' : ` (${first.file}${first.startLine === null ? '' : `:${first.startLine}`})`;
  const more = errors.length > 1 ? ` There are ${errors.length - 1} more errors.` : '';
  const detail = first.detail === '' ? '' : ` ${first.detail.split('\n', 1)[0] ?? ''}`;
  return `${first.summary.replace(/[.:]$/, '')}${place}.${detail}${more}`;
}
