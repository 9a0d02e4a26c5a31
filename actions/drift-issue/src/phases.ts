import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { actionErrors } from '#lib/action/action-errors.js';
import { ActionError } from '#lib/action/errors.js';
import type { ActionDeps } from '#lib/action/types.js';
import type { GitHubDoor } from '#lib/github/client.js';
import { findTouchingPullRequest } from '#lib/github/touching-pull-requests.js';
import type { DriftPhaseName } from '#lib/report/drift-document.js';
import { disagreement } from '#lib/terraform/agreement.js';
import { TerraformCli, type CommandOutcome } from '#lib/terraform/cli.js';
import { type DriftedObject } from '#lib/terraform/drift.js';
import { classifyStack, unappliedChanges } from '#lib/terraform/drift-classes.js';
import { driftErrors } from '#lib/terraform/drift-errors.js';
import { filterDrift } from '#lib/terraform/drift-rules.js';
import { terraformErrors } from '#lib/terraform/errors.js';
import { initFailure, lead, Messages } from '#lib/terraform/messages.js';
import { forgetLockIntent, rememberLockIntent } from '#lib/terraform/own-lock.js';
import { isApplyable, type PlanModel } from '#lib/terraform/plan-model.js';
import { readPlan } from '#lib/terraform/plan-reading.js';
import type { Protection } from '#lib/terraform/protection.js';
import { stackDependencies, touches } from '#lib/terraform/stack-files.js';
import { describeStateLock, findStateLock } from '#lib/terraform/state-lock.js';
import { readStateSecrets } from '#lib/terraform/state-secrets.js';
import { stackDirectory } from '#lib/terraform/workspace.js';
import { findLastChanges } from './changed-by.ts';
import type { Inputs } from './inputs.ts';
import { emptyRecord, type DriftRecord } from './record.ts';

/** Which of the plans. */
type PlanName = Extract<DriftPhaseName, 'refresh-only' | 'plan' | 'recorded-plan'>;

const TITLES: Readonly<Record<PlanName, string>> = {
  'refresh-only': 'terraform plan -refresh-only: what changed outside Terraform',
  plan: 'terraform plan: what an apply would do',
  'recorded-plan': 'terraform plan -refresh=false: what of it is not applied yet',
};

/** Ends the run after a phase whose failure is in the record. */
class Stopped extends Error {}

/**
 * Plans the stack without changing anything, and tells drift from what is not applied yet. Stops at the first phase that
 * fails: then neither is known.
 */
export async function runPhases(
  inputs: Inputs,
  deps: ActionDeps,
  protection: Protection,
  door: GitHubDoor | null,
): Promise<DriftRecord> {
  // mkdtemp makes a folder that only this user can enter: plans and their JSON hold state and secrets in clear.
  const folder = await mkdtemp(join(deps.github.tempDirectory, 'drift-issue-'));
  const run = new PhaseRun(inputs, deps, protection, folder);
  try {
    await run.run(door);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  try {
    await run.release();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return run.record;
}

class PhaseRun {
  readonly record = emptyRecord();
  readonly #inputs: Inputs;
  readonly #deps: ActionDeps;
  readonly #protection: Protection;
  readonly #folder: string;
  readonly #cli: TerraformCli;
  readonly #messages: Messages;

  constructor(inputs: Inputs, deps: ActionDeps, protection: Protection, folder: string) {
    this.#inputs = inputs;
    this.#deps = deps;
    this.#protection = protection;
    this.#folder = folder;
    const folders = { directory: inputs.directory, workspace: deps.github.workspace };
    this.#cli = new TerraformCli(inputs.terraform, folders, deps);
    this.#messages = new Messages(deps.log);
  }

  async run(door: GitHubDoor | null): Promise<void> {
    if (door !== null && this.#inputs.skipTouched) {
      const touching = await this.#phase('pull-requests', 'look for open pull requests', () =>
        this.#findTouching(door),
      );
      if (touching) return;
    }
    await this.#phase('init', 'terraform init', () => this.#initialise());
    const observed = await this.#plan('refresh-only');
    const refreshed = await this.#plan('plan');
    const isMixed = observed.drift.length > 0 && isApplyable(refreshed);
    const recorded = isMixed ? await this.#plan('recorded-plan') : null;
    // The rules come last: the plan would undo also the drift that they accept.
    const { drift, uses } = filterDrift(observed.drift, this.#inputs.rules, this.#deps.clock.now());
    const unapplied = unappliedChanges(refreshed, recorded);
    this.record.finding = { status: classifyStack(drift, unapplied), drift, unapplied, uses };
    await this.#findChangedBy(drift);
  }

  /** Fails nothing: who did it is not what the check is about. */
  async #findChangedBy(drift: readonly DriftedObject[]): Promise<void> {
    if (drift.length === 0 || !this.#inputs.changedBy) {
      this.record.lastChangedBy = await findLastChanges(drift, this.#inputs, this.#deps);
      return;
    }
    const title = 'CloudTrail and the Azure activity log: who changed what drifted';
    const started = this.#deps.clock.now();
    const work = () => findLastChanges(drift, this.#inputs, this.#deps);
    this.record.lastChangedBy = await this.#deps.log.group(title, work);
    const milliseconds = Math.max(0, Math.round(this.#deps.clock.now() - started));
    const result = this.record.lastChangedBy.name === null ? 'failed' : 'passed';
    this.record.phases.push({ name: 'changed-by', result, milliseconds });
  }

  /** Publishes what Terraform said, when everything secret that it could quote is known. */
  async release(): Promise<void> {
    const known = this.#messages.isHolding ? await this.#learnState() : true;
    this.#messages.release(known);
    this.record.diagnostics = this.#messages.published;
    this.record.tool = this.#cli.identity;
    const { failure } = this.record;
    if (!known && failure !== null)
      this.record.failure = { ...failure, error: this.#messages.withoutQuote(failure.error) };
  }

  /** Runs one phase, with its time and failure in the record. @throws Stopped when it failed */
  async #phase<T>(name: DriftPhaseName, title: string, work: () => Promise<T>): Promise<T> {
    const started = this.#deps.clock.now();
    const finish = (result: 'passed' | 'failed' | 'cancelled'): void => {
      const milliseconds = Math.max(0, Math.round(this.#deps.clock.now() - started));
      this.record.phases.push({ name, result, milliseconds });
    };
    try {
      if (this.#deps.signal.aborted) throw this.#cancelled(title);
      const value = await this.#deps.log.group(title, work);
      finish('passed');
      return value;
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      finish(this.record.cancelled ? 'cancelled' : 'failed');
      this.record.failure = { error, phase: name };
      throw new Stopped(error.message);
    }
  }

  #cancelled(during: string): ActionError {
    this.record.cancelled = true;
    return actionErrors.EHA1005(
      `The run was cancelled during ${during}; Terraform was interrupted once and has ended.`,
    );
  }

  /** Whether an open pull request changes what the plan of this stack reads. */
  async #findTouching(door: GitHubDoor): Promise<boolean> {
    const { workspace } = this.#deps.github;
    const dependencies = stackDependencies(workspace, stackDirectory(this.#inputs, this.#deps));
    const pull = await findTouchingPullRequest(door, (path) => touches(path, dependencies));
    if (pull === null) return false;
    this.record.skippedFor = pull.number;
    if (pull.isUnknown) {
      this.record.notes.push(
        `GitHub lists only a part of the files of pull request ${pull.number}, so it may touch the stack.`,
      );
    }
    return true;
  }

  async #initialise(): Promise<void> {
    const outcome = await this.#cli.initialise(this.#inputs);
    if (outcome.cancelled) throw this.#cancelled('terraform init');
    const lock = findStateLock(outcome.diagnostics);
    // The configuration alone holds no values.
    this.#messages.publish(outcome.diagnostics);
    if (lock !== undefined) throw terraformErrors.EHA1207(describeStateLock(lock));
    if (outcome.exitCode !== 0) throw initFailure(outcome);
  }

  #plan(name: PlanName): Promise<PlanModel> {
    return this.#phase(name, TITLES[name], async () => {
      const planFile = join(this.#folder, `${name}.tfplan`);
      const options = { refresh: name !== 'recorded-plan', refreshOnly: name === 'refresh-only' };
      const outcome = await this.#withLockIntent(() =>
        this.#cli.plan({ ...this.#inputs, planFile, ...options }),
      );
      this.#check(`terraform plan (${name})`, outcome, terraformErrors.EHA1206, [0, 2]);
      const json = join(this.#folder, `${name}.json`);
      this.#check('terraform show', await this.#cli.show(planFile, json), terraformErrors.EHA1208);
      const { model } = await readPlan(json, this.#protection.secrets);
      this.#protection.update();
      const doubt =
        name === 'refresh-only'
          ? this.#doubtObserved(model, outcome.exitCode)
          : disagreement(model, outcome.exitCode);
      if (doubt !== undefined) throw doubt;
      return model;
    });
  }

  /** The exit code of a plan that only refreshes tells whether the state would change, also in what is not listed. */
  #doubtObserved({ drift, outputs, errored }: PlanModel, exitCode: number): ActionError | undefined {
    if (errored === true || (exitCode === 0 && drift.length > 0)) {
      const found = errored === true ? 'that it failed' : `${drift.length} changed objects`;
      return driftErrors.EHA1292(
        `terraform plan -refresh-only ended with exit code ${exitCode}, but its JSON says ${found}.`,
      );
    }
    if (exitCode === 2 && drift.length === 0 && outputs.length === 0) {
      this.record.notes.push(
        'Terraform would write a new state, but lists no object that was changed outside: only what it notes about objects differs, such as the version of their schema.',
      );
    }
    return undefined;
  }

  /** Leaves word for the `post` step as long as a kill could leave a lock behind. */
  async #withLockIntent(work: () => Promise<CommandOutcome>): Promise<CommandOutcome> {
    const { directory, terraform, lock } = this.#inputs;
    if (!lock) return work();
    this.#deps.state.set('terraform-path', terraform);
    rememberLockIntent(this.#deps, { directory, startedAt: this.#deps.clock.now() });
    const outcome = await work();
    // Ended by a signal it may not have come to release its lock.
    if (outcome.exitCode <= 2) forgetLockIntent(this.#deps);
    return outcome;
  }

  /** Throws for a command that did not end well; its messages wait until secrets are known. */
  #check(
    what: string,
    outcome: CommandOutcome,
    errorOf: (text: string) => ActionError,
    good: readonly number[] = [0],
  ): void {
    this.#messages.hold(outcome.diagnostics);
    if (outcome.cancelled) throw this.#cancelled(what);
    if (good.includes(outcome.exitCode)) return;
    const lock = findStateLock(outcome.diagnostics);
    if (lock !== undefined) throw terraformErrors.EHA1207(describeStateLock(lock));
    throw this.#messages.quoting(errorOf(lead(outcome)));
  }

  #learnState(): Promise<boolean> {
    return this.#protection.learnFrom(async (secrets) => {
      const file = join(this.#folder, 'state.json');
      const outcome = await this.#cli.show(null, file);
      return outcome.exitCode === 0 && !outcome.cancelled && readStateSecrets(file, secrets);
    });
  }
}
