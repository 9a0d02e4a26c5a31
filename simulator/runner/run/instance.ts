import type { Conclusion } from '../events.ts';
import type { JobIdentity, Json } from '../host.ts';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { messageOf, WorkflowError } from '../errors.ts';
import { evaluateString, type Scope } from '../expressions/evaluate.ts';
import { child } from '../expressions/tokens.ts';
import type { CallTree } from './call-tree.ts';
import { callWorkflow } from './call-workflow.ts';
import { enterGroup } from './enter-group.ts';
import { runOnRunner } from './on-runner.ts';
import { recordUnrun, type RunContext, type WorkflowFrame } from './run-context.ts';
import { identify, jobScope } from './scopes.ts';
import type { Slots } from './slots.ts';

/** One job of a key under `jobs`, after matrix expansion. */
export interface JobInstance {
  readonly run: RunContext;
  readonly frame: WorkflowFrame;
  readonly calls: CallTree;
  readonly id: string;
  readonly token: TemplateToken;
  /** `needs`, `strategy` and `matrix` contexts. */
  readonly contexts: Readonly<Record<string, Json>>;
  /** Display name without those of the callers. */
  readonly name: string;
  /** `max-parallel`. */
  readonly places: Slots;
  /** Aborted when `fail-fast` cancels the rest of the matrix. */
  readonly siblings: AbortSignal;
  /** Whether the job's `if` holds in the state of the run now; asked when the run is cancelled. */
  readonly stillWanted: () => boolean;
}

/** What a job instance works with once it has been queued. */
export interface QueuedJob {
  readonly instance: JobInstance;
  readonly identity: JobIdentity;
  readonly scope: Scope;
  /** Aborting it cancels this job. */
  readonly cancel: AbortController;
  /** Concurrency groups held by the job and its callers. */
  readonly heldGroups: readonly string[];
}

/** How one job of a matrix ended. */
export interface InstanceEnd {
  readonly result: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * Runs one job after matrix expansion: waits for its place in the matrix, its concurrency group, its environment and
 * a free runner, in this order, then runs it or the workflow it calls.
 */
export async function runInstance(instance: JobInstance): Promise<InstanceEnd> {
  const { run, frame, token } = instance;
  const { cancel, end } = cancellation(instance);
  const scope = jobScope(run, frame, instance.contexts);
  let identity = identify(run, frame, token, instance.name, undefined);
  const releases: (() => void)[] = [];
  try {
    identity = { ...identity, environment: environmentName(token, scope) };
    // GitHub lists the jobs of a called workflow, not the job that calls it.
    if (!instance.calls.has(token)) run.request.host.reportJob(identity, 'queued', undefined);
    releases.push(await instance.places.take(cancel.signal));
    const waiter = { run, scope, held: frame.heldGroups, cancel, name: identity.name };
    const group = await enterGroup(child(token, 'concurrency'), waiter);
    releases.push(group.release);
    const queued: QueuedJob = { instance, identity, scope, cancel, heldGroups: group.groups };
    const called = instance.calls.get(token);
    if (called !== undefined) return await callWorkflow(queued, called);
    await passEnvironment(run, identity, cancel.signal);
    releases.push(await run.slots.take(cancel.signal));
    return await runOnRunner(queued);
  } catch (error) {
    const result = cancel.signal.aborted ? 'cancelled' : 'failure';
    recordUnrun(run, identity, result, messageOf(error));
    return { result, outputs: {} };
  } finally {
    for (const release of releases.reverse()) release();
    end();
  }
}

/** The one controller that cancels this job, whoever wants it. */
function cancellation(instance: JobInstance): { readonly cancel: AbortController; readonly end: () => void } {
  const { signal: frame } = instance.frame;
  const { siblings } = instance;
  const cancel = new AbortController();
  const onFrame = () => {
    if (!instance.stillWanted()) cancel.abort(frame.reason);
  };
  const onSiblings = () => cancel.abort(siblings.reason);
  // A job that starts in a cancelled run does so because its condition asks for it.
  if (!frame.aborted) frame.addEventListener('abort', onFrame, { once: true });
  if (siblings.aborted) onSiblings();
  else siblings.addEventListener('abort', onSiblings, { once: true });
  const end = () => {
    frame.removeEventListener('abort', onFrame);
    siblings.removeEventListener('abort', onSiblings);
  };
  return { cancel, end };
}

function environmentName(job: TemplateToken, scope: Scope): string | undefined {
  const token = child(job, 'environment');
  if (token === undefined) return undefined;
  const name = evaluateString(child(token, 'name') ?? token, scope) ?? '';
  return name === '' ? undefined : name;
}

async function passEnvironment(run: RunContext, identity: JobIdentity, signal: AbortSignal): Promise<void> {
  const { environment } = identity;
  if (environment === undefined) return;
  const { host, observe } = run.request;
  const decision = host.awaitEnvironment(identity, signal);
  const atOnce = decision.then(
    () => true,
    () => true,
  );
  const later = new Promise<false>((resolve) => setImmediate(() => resolve(false)));
  if (!(await Promise.race([atOnce, later]))) {
    host.reportJob(identity, 'waiting', undefined);
    const reason = `Waiting for review: ${environment} needs approval to start deploying changes.`;
    observe?.({ type: 'job-waiting', job: identity.name, reason });
  }
  if ((await decision) === 'rejected') {
    throw new WorkflowError(
      `The deployment to ${environment} was rejected by a reviewer or the environment's protection rules.`,
    );
  }
  signal.throwIfAborted();
}
