import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { applyErrors } from '#lib/terraform/apply-errors.js';
import { appliedRows, countSteps } from '#lib/terraform/apply-outcome.js';
import { ApplyProgress } from '#lib/terraform/apply-progress.js';
import type { CommandOutcome } from '#lib/terraform/cli.js';
import { guardDestroys } from '#lib/terraform/destroy-guard.js';
import type { Diagnostic } from '#lib/terraform/diagnostics.js';
import { isApplyable } from '#lib/terraform/plan-model.js';
import { readStateAddresses } from '#lib/terraform/state-addresses.js';
import { withLockIntent } from './plans.ts';
import type { StateFate } from './record.ts';
import type { PlanInHand, Session } from './session.ts';

/** Terraform leaves the state here when the backend does not take it. */
const ERRORED_STATE = 'errored.tfstate';

/** Waits before each attempt to push a state that could not be saved. */
const PUSH_DELAYS_MS = [0, 5_000, 15_000, 30_000] as const;

/** Writes the verdict into the log and the record. @throws EHA1270 */
export function guardPlan({ inputs, deps, record }: Session, { reading }: PlanInHand): void {
  const verdict = guardDestroys(reading.model, reading.assessment.risks, inputs.guard);
  record.guard = verdict;
  for (const { blocks, sentence, addresses } of verdict.findings) {
    const named = addresses.length === 0 ? '' : ` ${addresses.slice(0, 20).join(', ')}`;
    deps.log.info(`  ${blocks ? '✗' : '·'} ${sentence}${named}`);
  }
  if (!verdict.allowed) {
    const blocking = verdict.findings.filter(({ blocks }) => blocks).map(({ sentence }) => `- ${sentence}`);
    throw applyErrors.EHA1270(`Nothing was changed:\n${blocking.join('\n')}`);
  }
  deps.log.info(`  ${verdict.destroys} of ${verdict.existing} objects are destroyed; the guard allows it.`);
}

/**
 * Applies a plan file and records what became of each change.
 * @returns `stale` when Terraform refuses the file because the state has changed, before anything was done
 * @throws EHA1005, EHA1207, EHA1272, EHA1273
 */
export async function applyPlan(
  session: Session,
  plan: PlanInHand,
  kind: 'reviewed-plan' | 'fresh-plan',
): Promise<'done' | 'stale'> {
  const { inputs, deps, cli, record } = session;
  const { changes } = plan.reading.model;
  if (!isApplyable(plan.reading.model)) {
    record.nothingToDo = true;
    deps.log.info('  The plan has nothing to do.');
    return 'done';
  }
  const progress = new ApplyProgress(deps.log, deps.clock, countSteps(changes));
  const startedAt = deps.clock.now();
  const options = { ...inputs, planFile: plan.file };
  const outcome = await withLockIntent(session, () =>
    progress.withHeartbeat(() => cli.apply(options, progress.show)),
  );
  const steps = progress.steps();
  if (outcome.exitCode !== 0 && steps.length === 0 && isStale(outcome)) return 'stale';
  record.begun = steps.length > 0;
  record.applied = kind;
  record.rows = appliedRows(changes, steps, outcome.exitCode === 0);
  record.state = await settleState(session, outcome, startedAt);
  record.succeeded = outcome.exitCode === 0 || isComplete(session, outcome);
  const failure = session.failureOf('terraform apply', outcome, applyErrors.EHA1272);
  if (record.state === 'unsaved') throw applyErrors.EHA1273(unsaved(session));
  if (failure !== undefined && !record.succeeded) throw failure;
  return 'done';
}

function isStale({ diagnostics }: CommandOutcome): boolean {
  return diagnostics.some(({ summary }) => summary === 'Saved plan is stale');
}

/** Whether nothing but the saving of the state failed, and that was made up for. */
function isComplete({ record }: Session, { diagnostics }: CommandOutcome): boolean {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const onlyState = errors.every((entry) => isStateFailure(entry));
  const finished = record.rows?.every(({ status }) => status === 'done' || status === 'unknown') === true;
  return record.state === 'pushed' && errors.length > 0 && onlyState && finished;
}

function isStateFailure({ summary }: Diagnostic): boolean {
  return /^Failed to (?:save|persist|upload) state/i.test(summary);
}

/** Finds out whether the newest state is in the backend, and brings it there when Terraform could not. */
async function settleState(session: Session, outcome: CommandOutcome, startedAt: number): Promise<StateFate> {
  const file = join(session.inputs.directory, ERRORED_STATE);
  const found = await stat(file).catch(() => undefined);
  // One from an earlier apply is not of this one; file systems may keep whole seconds only.
  if (found === undefined || found.mtimeMs < Math.floor(startedAt / 1000) * 1000) {
    return outcome.exitCode <= 2 ? 'saved' : 'unknown';
  }
  const { log, clock, signal } = session.deps;
  for (const delay of PUSH_DELAYS_MS) {
    if (delay > 0 && signal.aborted) break;
    await clock.sleep(delay, delay > 0 ? signal : undefined).catch(() => undefined);
    log.info('  Terraform could not save the state: pushing it.');
    const pushed = await session.cli.pushState(file);
    if (pushed.exitCode !== 0) continue;
    await rm(file, { force: true });
    session.record.notes.push('Terraform could not save the state; it was pushed afterwards.');
    return 'pushed';
  }
  return 'unsaved';
}

function unsaved({ inputs }: Session): string {
  return `The newest state is only in ${join(inputs.directory, ERRORED_STATE)} on the runner, and a hosted runner deletes it with the job. Before anything else: \`terraform init\` and \`terraform state push ${ERRORED_STATE}\` in the stack folder.`;
}

/** Proves that a destroyed stack is gone. @throws EHA1278 */
export async function verifyDestroyed(session: Session): Promise<void> {
  const file = session.newFile('remaining.json');
  const outcome = await session.cli.show(null, file);
  session.record.remaining = outcome.exitCode === 0 ? await readStateAddresses(file) : null;
  const { remaining } = session.record;
  if (remaining === null) throw applyErrors.EHA1278('The state could not be read after the destroy.');
  if (remaining.length === 0) return session.deps.log.info('  The state is empty.');
  throw applyErrors.EHA1278(
    `The state still holds ${remaining.length} objects: ${remaining.slice(0, 20).join(', ')}.`,
  );
}
