import { join } from 'node:path';
import { actionErrors } from '#lib/action/action-errors.js';
import { ActionError } from '#lib/action/errors.js';
import type { ActionDeps } from '#lib/action/types.js';
import type { ApplyPhaseName } from '#lib/report/apply-document.js';
import type { ComparedPlan } from '#lib/report/plan-difference.js';
import { planContent } from '#lib/report/plan-content.js';
import { redactTexts } from '#lib/report/redaction.js';
import { TerraformCli, type CommandOutcome } from '#lib/terraform/cli.js';
import { terraformErrors } from '#lib/terraform/errors.js';
import { PlanDigest } from '#lib/terraform/fingerprint.js';
import { lead, Messages } from '#lib/terraform/messages.js';
import { readPlan, type PlanReading } from '#lib/terraform/plan-reading.js';
import type { Protection } from '#lib/terraform/protection.js';
import { describeStateLock, findStateLock } from '#lib/terraform/state-lock.js';
import { readStateSecrets } from '#lib/terraform/state-secrets.js';
import type { Inputs } from './inputs.ts';
import { emptyRecord, type ApplyPhase, type ApplyRecord } from './record.ts';

/** A plan file and what was read of it. */
export interface PlanInHand {
  /** Absolute. */
  readonly file: string;
  /** Absolute path of its JSON. */
  readonly json: string;
  readonly reading: PlanReading;
  /** Redacted with all that was known when it was read. */
  readonly content: ComparedPlan;
}

/** Ends the run after a phase whose failure is in the record. */
export class Stopped extends Error {}

/** What the phases of one apply share: Terraform, its messages, a folder for secrets, and the record they fill. */
export class Session {
  readonly record: ApplyRecord = emptyRecord();
  readonly cli: TerraformCli;
  readonly messages: Messages;
  readonly inputs: Inputs;
  readonly deps: ActionDeps;
  readonly protection: Protection;
  /** Absolute; for this user only. */
  readonly folder: string;
  #files = 0;

  constructor(inputs: Inputs, deps: ActionDeps, protection: Protection, folder: string) {
    this.inputs = inputs;
    this.deps = deps;
    this.protection = protection;
    this.folder = folder;
    const folders = { directory: inputs.directory, workspace: deps.github.workspace };
    this.cli = new TerraformCli(inputs.terraform, folders, deps);
    this.messages = new Messages(deps.log);
  }

  /** A path in the folder for secrets where nothing is yet. */
  newFile(name: string): string {
    this.#files += 1;
    return join(this.folder, `${this.#files}-${name}`);
  }

  /** Runs one phase, with its time and failure in the record. @throws Stopped when it failed */
  async phase<T>(name: ApplyPhaseName, title: string, work: () => Promise<T>): Promise<T> {
    const started = this.deps.clock.now();
    const finish = (result: ApplyPhase['result']): void => {
      const milliseconds = Math.max(0, Math.round(this.deps.clock.now() - started));
      this.record.phases.push({ name, result, milliseconds });
    };
    try {
      if (this.deps.signal.aborted) throw this.cancelled(title);
      const value = await this.deps.log.group(title, work);
      finish(value === 'stale' ? 'stale' : 'passed');
      return value;
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      finish(this.record.cancelled ? 'cancelled' : 'failed');
      this.record.failure = { error, phase: name };
      throw new Stopped(error.message);
    }
  }

  /** Notes the cancellation and gives its error. */
  cancelled(during: string): ActionError {
    this.record.cancelled = true;
    return actionErrors.EHA1005(
      `The run was cancelled during ${during}; Terraform was interrupted once and has ended.`,
    );
  }

  /** The error of a command that did not end well, or undefined; its messages wait until secrets are known. */
  failureOf(
    what: string,
    outcome: CommandOutcome,
    errorOf: (text: string) => ActionError,
    good: readonly number[] = [0],
  ): ActionError | undefined {
    this.messages.hold(outcome.diagnostics);
    if (outcome.cancelled) return this.cancelled(what);
    if (good.includes(outcome.exitCode)) return undefined;
    const lock = findStateLock(outcome.diagnostics);
    if (lock !== undefined) return terraformErrors.EHA1207(describeStateLock(lock));
    return this.messages.quoting(errorOf(lead(outcome)));
  }

  /**
   * Reads a plan file through `show -json`, and learns its secrets.
   * @param covers which fingerprint it is read for
   * @throws EHA1208, EHA1209
   */
  async readPlanFile(file: string, covers: 'all' | 'open'): Promise<PlanInHand> {
    const json = this.newFile('plan.json');
    const outcome = await this.cli.show(file, json);
    const failure = this.failureOf('terraform show', outcome, terraformErrors.EHA1208);
    if (failure !== undefined) throw failure;
    const reading = await readPlan(json, this.protection.secrets, new PlanDigest(covers));
    this.protection.update();
    const content = redactTexts(planContent(reading.model, reading.assessment), this.protection.redact);
    return { file, json, reading, content };
  }

  /**
   * Publishes what Terraform said, when everything secret that it could quote is known: what was planned, and what the
   * state holds now.
   */
  async release(): Promise<void> {
    const known = this.messages.isHolding ? await this.#learnState() : true;
    this.messages.release(known);
    this.record.diagnostics = this.messages.published;
    const { failure } = this.record;
    if (!known && failure !== null)
      this.record.failure = { ...failure, error: this.messages.withoutQuote(failure.error) };
  }

  #learnState(): Promise<boolean> {
    return this.protection.learnFrom(async (secrets) => {
      const file = this.newFile('state.json');
      const outcome = await this.cli.show(null, file);
      return outcome.exitCode === 0 && !outcome.cancelled && readStateSecrets(file, secrets);
    });
  }
}
