import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { actionErrors } from '#lib/action/action-errors.js';
import { ActionError } from '#lib/action/errors.js';
import type { ActionDeps } from '#lib/action/types.js';
import type { AddressFacts } from '#lib/net/address-facts.js';
import type { PlanDocument, PlanPhase, PlanPhaseName } from '#lib/report/plan-document.js';
import { TerraformCli, type CommandOutcome, type FormatOutcome } from '#lib/terraform/cli.js';
import { terraformErrors } from '#lib/terraform/errors.js';
import { PlanDigest } from '#lib/terraform/fingerprint.js';
import { type PlanReading, readPlan, readSecrets } from '#lib/terraform/plan-reading.js';
import { forgetLockIntent, rememberLockIntent } from '#lib/terraform/own-lock.js';
import { describeStateLock, findStateLock, type StateLock } from '#lib/terraform/state-lock.js';
import { readStateSecrets } from '#lib/terraform/state-secrets.js';
import { disagreement } from '#lib/terraform/agreement.js';
import type { Inputs } from './inputs.ts';
import { asWarnings, initFailure, lead, Messages, unformattedFile } from '#lib/terraform/messages.js';
import type { PlanRecord } from './plan-record.ts';
import type { Protection } from '#lib/terraform/protection.js';
import { bindPlan } from './sealing.ts';

const PHASES: readonly PlanPhaseName[] = ['fmt', 'init', 'validate', 'plan', 'show', 'seal'];

/** What the outcome of a phase means: an error ends the run, `warned` is only noted. */
type Verdict = ActionError | 'warned' | undefined;

/**
 * Runs fmt, init, validate, plan, show and seal in this order and stops at the first that fails. Of a plan that is given
 * as JSON only the last two are left: it is read, and its fingerprint is taken.
 */
export async function runPhases(
  inputs: Inputs,
  deps: ActionDeps,
  protection: Protection,
): Promise<PlanRecord> {
  // mkdtemp makes a folder that only this user can enter: plan and JSON hold state and secrets in clear.
  const secrets = await mkdtemp(join(deps.github.tempDirectory, 'terraform-plan-'));
  try {
    return await new PhaseRun(inputs, deps, protection, secrets).run();
  } finally {
    await rm(secrets, { recursive: true, force: true });
  }
}

class PhaseRun {
  readonly #inputs: Inputs;
  readonly #deps: ActionDeps;
  readonly #protection: Protection;
  readonly #cli: TerraformCli;
  readonly #messages: Messages;
  readonly #planFile: string;
  readonly #jsonFile: string;
  readonly #erroredFile: string;
  readonly #phases: PlanPhase[] = [];
  #unformatted: readonly string[] = [];
  #unreadable: ActionError | undefined;
  #stateLock: StateLock | null = null;
  #failure: PlanRecord['failure'] = null;
  #cancelled = false;
  #planExitCode = 0;
  #reading: PlanReading | null = null;
  #addresses: AddressFacts | null = null;
  #bundle: PlanDocument['bundle'] = null;

  constructor(inputs: Inputs, deps: ActionDeps, protection: Protection, secrets: string) {
    this.#inputs = inputs;
    this.#deps = deps;
    this.#protection = protection;
    const folders = { directory: inputs.directory, workspace: deps.github.workspace };
    this.#cli = new TerraformCli(inputs.terraform, folders, deps);
    this.#messages = new Messages(deps.log);
    this.#planFile = join(secrets, 'stack.tfplan');
    this.#jsonFile = inputs.planJson ?? join(secrets, 'plan.json');
    this.#erroredFile = join(secrets, 'errored.json');
  }

  async run(): Promise<PlanRecord> {
    for (const name of PHASES) {
      if (!this.#isWanted(name)) continue;
      if (!(await this.#start(name))) break;
    }
    await this.#release();
    return {
      tool: this.#cli.identity,
      phases: this.#phases,
      diagnostics: this.#messages.published,
      unformatted: this.#unformatted,
      stateLock: this.#stateLock,
      cancelled: this.#cancelled,
      failure: this.#failure,
      // A plan that is believed stays one when only the sealing failed.
      ...(this.#failure === null || this.#failure.phase === 'seal'
        ? { reading: this.#reading, addresses: this.#addresses }
        : { reading: null, addresses: null }),
      bundle: this.#bundle,
    };
  }

  #isWanted(name: PlanPhaseName): boolean {
    if (this.#inputs.planJson !== null) return name === 'show' || name === 'seal';
    if (name === 'fmt') return this.#inputs.fmt !== 'false';
    return name !== 'validate' || this.#inputs.validate;
  }

  #start(name: PlanPhaseName): Promise<boolean> {
    const cli = this.#cli;
    const phase = <T extends CommandOutcome>(work: () => Promise<T>, judge: (outcome: T) => Verdict) =>
      this.#phase(name, work, judge);
    switch (name) {
      case 'fmt':
        return phase(
          async () => asWarnings(await cli.checkFormat()),
          (it) => this.#judgeFormat(it),
        );
      case 'init':
        return phase(
          () => cli.initialise(this.#inputs),
          (it) => this.#judgeInit(it),
        );
      case 'validate':
        return phase(
          () => cli.validate(),
          (it) => this.#judgeValidate(it),
        );
      case 'plan':
        return phase(
          () => this.#plan(),
          (it) => this.#judgePlan(it),
        );
      case 'show':
        return phase(
          () => this.#show(),
          (it) => this.#judgeShow(it),
        );
      case 'seal':
        return phase(
          () => this.#seal(),
          () => undefined,
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
      const outcome = await this.#deps.log.group(this.#titleOf(name), work);
      if (outcome.cancelled) return this.#cancel(name, finish);
      // The configuration alone holds no values; what plan and show say can quote any.
      if (name === 'plan' || name === 'show') this.#messages.hold(outcome.diagnostics);
      else this.#messages.publish(outcome.diagnostics);
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

  #titleOf(name: PlanPhaseName): string {
    if (name === 'seal') return this.#inputs.sealing === null ? 'fingerprint' : 'seal the plan';
    return this.#inputs.planJson === null ? `terraform ${name}` : `read ${this.#inputs.planJson}`;
  }

  /** Publishes what was held back, as far as it can be redacted. */
  async #release(): Promise<void> {
    const known = this.#reading !== null || (await this.#knowsSecrets());
    this.#messages.release(known);
    if (!known && this.#failure !== null)
      this.#failure = { ...this.#failure, error: this.#messages.withoutQuote(this.#failure.error) };
  }

  /**
   * A plan that failed half-way leaves a file, too. One that failed without a file has read the state at most, unless
   * it waited for its lock.
   */
  async #knowsSecrets(): Promise<boolean> {
    if (this.#phases.some((phase) => phase.name === 'show')) return false;
    if (this.#cancelled || !this.#messages.isHolding || this.#stateLock !== null) return true;
    const planFile = existsSync(this.#planFile) ? this.#planFile : null;
    return this.#protection.learnFrom(async (secrets) => {
      const outcome = await this.#cli.show(planFile, this.#erroredFile);
      if (outcome.exitCode !== 0 || outcome.cancelled) return false;
      if (planFile === null) return readStateSecrets(this.#erroredFile, secrets);
      await readSecrets(this.#erroredFile, secrets);
      return true;
    });
  }

  #judgeFormat(outcome: FormatOutcome): Verdict {
    this.#unformatted = outcome.unformatted;
    const required = this.#inputs.fmt === 'true';
    if (outcome.unformatted.length > 0) {
      this.#messages.annotate(outcome.unformatted.map((file) => unformattedFile(file, required)));
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
    return this.#locked(outcome) ?? initFailure(outcome);
  }

  #judgeValidate(outcome: CommandOutcome): Verdict {
    return outcome.exitCode === 0 ? this.#unreadable : terraformErrors.EHA1205(lead(outcome));
  }

  #judgePlan(outcome: CommandOutcome): Verdict {
    this.#planExitCode = outcome.exitCode;
    if (outcome.exitCode === 0 || outcome.exitCode === 2) return undefined;
    return this.#locked(outcome) ?? this.#messages.quoting(terraformErrors.EHA1206(lead(outcome)));
  }

  #locked(outcome: CommandOutcome): ActionError | undefined {
    const lock = findStateLock(outcome.diagnostics);
    if (lock === undefined) return undefined;
    this.#stateLock = lock;
    return terraformErrors.EHA1207(describeStateLock(lock));
  }

  /** Leaves word for the `post` step as long as a kill could leave a lock behind. */
  async #plan(): Promise<CommandOutcome> {
    const { directory, terraform, lock } = this.#inputs;
    if (lock) {
      this.#deps.state.set('terraform-path', terraform);
      rememberLockIntent(this.#deps, { directory, startedAt: this.#deps.clock.now() });
    }
    const outcome = await this.#cli.plan({ ...this.#inputs, planFile: this.#planFile });
    // Ended by a signal it may not have come to release its lock.
    if (lock && outcome.exitCode <= 2) forgetLockIntent(this.#deps);
    return outcome;
  }

  async #show(): Promise<CommandOutcome> {
    const outcome =
      this.#inputs.planJson === null ? await this.#cli.show(this.#planFile, this.#jsonFile) : PASSED;
    if (outcome.exitCode !== 0 || outcome.cancelled) return outcome;
    const digest = new PlanDigest(this.#inputs.sealing === null ? 'open' : 'all');
    // Apart, because it brings the readers of charts and outputs, which no refused input should pay for.
    const { PlanFactReader } = await import('#lib/net/sources/terraform-files.js');
    const facts = new PlanFactReader(this.#inputs.stack);
    const { secrets } = this.#protection;
    const reading = await readPlan(this.#jsonFile, secrets, digest, (part) => facts.visit(part));
    this.#protection.update();
    this.#addresses = facts.finish();
    this.#reading = reading;
    return outcome;
  }

  async #seal(): Promise<CommandOutcome> {
    this.#bundle = await bindPlan(this.#inputs, this.#deps, {
      planFile: this.#planFile,
      jsonFile: this.#jsonFile,
      digest: this.#reading?.digest ?? null,
      tool: this.#cli.identity,
      redact: this.#protection.redact,
    });
    return PASSED;
  }

  #judgeShow(outcome: CommandOutcome): Verdict {
    if (this.#reading === null) return this.#messages.quoting(terraformErrors.EHA1208(lead(outcome)));
    const exitCode = this.#inputs.planJson === null ? this.#planExitCode : null;
    return disagreement(this.#reading.model, exitCode);
  }
}

const PASSED: CommandOutcome = { exitCode: 0, cancelled: false, diagnostics: [] };
