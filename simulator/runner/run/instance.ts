import type { Conclusion } from '../events.ts';
import type { JobIdentity, Json } from '../host.ts';
import { messageOf, WorkflowError } from '../errors.ts';
import {
  child,
  evaluateBoolean,
  evaluateNumber,
  evaluateString,
  evaluateStringMap,
  evaluateToken,
  pairsOf,
  type Scope,
} from '../expressions/evaluate.ts';
import { isList, isObject, scalarToString } from '../expressions/values.ts';
import { jobDirectories, type JobPlan } from '../job/job-state.ts';
import { RUNNER_NAME } from '../job/environment.ts';
import { runJob } from '../job/run-job.ts';
import { RUNNER_GRACE } from '../process/run-process.ts';
import { callInputs, callSecrets } from '../workflow/inputs.ts';
import type { WorkflowFile } from '../workflow/file.ts';
import { jobPermissions, type CallTree } from './call-tree.ts';
import { cacheModeOf } from './cache-mode.ts';
import { enterGroup } from './enter-group.ts';
import { recordUnrun, type RunContext, type WorkflowFrame } from './run-context.ts';
import { RESTRICTED_DEFAULT } from '../workflow/permissions.ts';
import { runFrame } from './schedule.ts';
import { identify, jobScope, type JobInstance } from './scopes.ts';
import type { Slots } from './slots.ts';

/** What a matrix shares among its jobs. */
export interface InstanceOptions {
  readonly name: string;
  /** `max-parallel`. */
  readonly places: Slots;
  /** Aborted when `fail-fast` cancels the rest of the matrix. */
  readonly siblings: AbortSignal;
  /** Whether the job's `if` holds in the state of the run now; asked when the run is cancelled. */
  readonly stillWanted: () => boolean;
}

/** How one job of a matrix ended. */
export interface InstanceEnd {
  readonly result: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
}

/** The job's default `timeout-minutes`. Source: workflow syntax reference. */
const DEFAULT_TIMEOUT = 360;

/** Runs one job after matrix expansion: on the runner, or by running the workflow it calls. */
export async function runInstance(
  run: RunContext,
  frame: WorkflowFrame,
  calls: CallTree,
  instance: JobInstance,
  options: InstanceOptions,
): Promise<InstanceEnd> {
  const cancel = cancellation(frame, options);
  const scope = jobScope(run, frame, instance.contexts);
  let identity = identify(run, frame, instance.token, options.name, undefined);
  const releases: (() => void)[] = [];
  try {
    identity = { ...identity, environment: environmentName(instance, scope) };
    run.request.host.reportJob(identity, 'queued', undefined);
    releases.push(await options.places.take(cancel.signal));
    const held = await enterGroup(
      run,
      child(instance.token, 'concurrency'),
      scope,
      frame.heldGroups,
      cancel,
      identity.name,
    );
    releases.push(held.release);
    const called = calls.get(instance.token);
    if (called !== undefined) {
      const inner = { ...frame, heldGroups: held.groups, signal: cancel.signal };
      return await callWorkflow(run, inner, calls, instance, called, scope, options.name);
    }
    await passEnvironment(run, identity, cancel.signal);
    releases.push(await run.slots.take(cancel.signal));
    return await runOnRunner(run, frame, instance, identity, scope, cancel);
  } catch (error) {
    const result = cancel.signal.aborted ? 'cancelled' : 'failure';
    recordUnrun(run, identity, result, messageOf(error));
    return { result, outputs: {} };
  } finally {
    for (const release of releases.reverse()) release();
    cancel.end();
  }
}

/** The one signal that cancels this job, whoever wants it. */
function cancellation(frame: WorkflowFrame, options: InstanceOptions): AbortController & { end(): void } {
  const controller = new AbortController();
  const abort = (reason: unknown) =>
    controller.abort(reason instanceof Error ? reason : new Error(String(reason)));
  const onFrame = () => {
    if (!options.stillWanted()) abort(frame.signal.reason);
  };
  const onSiblings = () => abort(options.siblings.reason);
  // A job that starts in a cancelled run does so because its condition asks for it.
  if (!frame.signal.aborted) frame.signal.addEventListener('abort', onFrame, { once: true });
  if (options.siblings.aborted) onSiblings();
  else options.siblings.addEventListener('abort', onSiblings, { once: true });
  const end = () => {
    frame.signal.removeEventListener('abort', onFrame);
    options.siblings.removeEventListener('abort', onSiblings);
  };
  return Object.assign(controller, { end });
}

function environmentName(instance: JobInstance, scope: Scope): string | undefined {
  const token = child(instance.token, 'environment');
  if (token === undefined) return undefined;
  const name = evaluateString(child(token, 'name') ?? token, scope) ?? '';
  return name === '' ? undefined : name;
}

async function passEnvironment(run: RunContext, identity: JobIdentity, signal: AbortSignal): Promise<void> {
  if (identity.environment === undefined) return;
  const { host, observe } = run.request;
  let decided = false;
  const decision = host.awaitEnvironment(identity, signal).finally(() => {
    decided = true;
  });
  await Promise.race([decision, new Promise((resolve) => setImmediate(resolve))]).catch(() => undefined);
  if (!decided) {
    host.reportJob(identity, 'waiting', undefined);
    observe?.({
      type: 'job-waiting',
      job: identity.name,
      reason: `Waiting for review: ${identity.environment} needs approval to start deploying changes.`,
    });
  }
  if ((await decision) === 'rejected') {
    throw new WorkflowError(
      `The deployment to ${identity.environment} was rejected by a reviewer or the environment's protection rules.`,
    );
  }
  signal.throwIfAborted();
}

async function callWorkflow(
  run: RunContext,
  frame: WorkflowFrame,
  calls: CallTree,
  instance: JobInstance,
  called: WorkflowFile,
  scope: Scope,
  name: string,
): Promise<InstanceEnd> {
  const reference = String(child(instance.token, 'uses'));
  const { github, vars } = scope.contexts;
  const defaults: Scope = {
    contexts: { github: github ?? null, vars: vars ?? null, inputs: {} },
    functions: {},
  };
  const given = child(instance.token, 'with');
  const inputs = callInputs(
    called.root,
    given === undefined ? {} : evaluateToken(given, scope),
    defaults,
    reference,
  );
  const inner: WorkflowFrame = {
    file: called,
    inputs,
    secretsFor: passedSecrets(run, frame, instance, called, scope, reference),
    ceiling: jobPermissions(frame.file, instance.token, frame.ceiling ?? RESTRICTED_DEFAULT),
    prefix: `${frame.prefix}${name} / `,
    signal: frame.signal,
    heldGroups: frame.heldGroups,
    cacheMode: cacheModeOf(frame, instance.token),
  };
  const controller = new AbortController();
  const forward = () => controller.abort(frame.signal.reason);
  if (frame.signal.aborted) forward();
  else frame.signal.addEventListener('abort', forward, { once: true });
  const held = await enterGroup(
    run,
    child(called.root, 'concurrency'),
    jobScope(run, inner, {}),
    inner.heldGroups,
    controller,
    inner.prefix.slice(0, -3),
  );
  try {
    const end = await runFrame(run, { ...inner, heldGroups: held.groups, signal: controller.signal }, calls);
    return { result: end.conclusion, outputs: end.outputs };
  } finally {
    frame.signal.removeEventListener('abort', forward);
    held.release();
  }
}

/**
 * What secrets a called workflow sees: all of the caller's with `inherit`, else those passed by name. Where the job
 * names an environment, the environment's secret of the same name wins over the one passed.
 */
function passedSecrets(
  run: RunContext,
  frame: WorkflowFrame,
  instance: JobInstance,
  called: WorkflowFile,
  scope: Scope,
  reference: string,
): WorkflowFrame['secretsFor'] {
  const token = child(instance.token, 'secrets');
  if (token?.isScalar === true) return frame.secretsFor;
  const withSecrets = { ...scope, contexts: { ...scope.contexts, secrets: frame.secretsFor(undefined) } };
  const passed = callSecrets(called.root, evaluateStringMap(token, withSecrets), reference);
  const { host, run: identity } = run.request;
  return (environment) => {
    if (environment === undefined || run.fromFork) return passed;
    const plain = host.secrets(identity.repository, undefined);
    const own = host.secrets(identity.repository, environment);
    return Object.fromEntries(
      Object.entries(passed).map(([name, value]) => [
        name,
        own[name] !== undefined && own[name] !== plain[name] ? own[name] : value,
      ]),
    );
  };
}

async function runOnRunner(
  run: RunContext,
  frame: WorkflowFrame,
  instance: JobInstance,
  identity: JobIdentity,
  scope: Scope,
  cancel: AbortController,
): Promise<InstanceEnd> {
  const { request } = run;
  const order = run.next();
  const minute = request.minuteMilliseconds ?? 60_000;
  const minutes = evaluateNumber(child(instance.token, 'timeout-minutes'), scope, DEFAULT_TIMEOUT);
  const continues = evaluateBoolean(child(instance.token, 'continue-on-error'), scope, false);
  const plan = planJob(run, frame, instance, identity, order, cancel.signal, minute);
  const timer = setTimeout(
    () => {
      cancel.abort(
        new Error(
          `The job running on runner ${RUNNER_NAME} has exceeded the maximum execution time of ${minutes} minutes.`,
        ),
      );
    },
    Math.min(minutes * minute, 2 ** 31 - 1),
  );
  request.host.reportJob(identity, 'in_progress', undefined);
  request.observe?.({ type: 'job-started', job: identity.name });
  try {
    const result = await runJob(plan, labelsOf(instance, scope));
    run.results.push({ order, result });
    request.host.reportJob(identity, 'completed', result.conclusion);
    const { conclusion, milliseconds } = result;
    request.observe?.({ type: 'job-finished', job: identity.name, conclusion, milliseconds });
    // With continue-on-error a failed job counts as a success for the run and for those who need it.
    return {
      result: conclusion === 'failure' && continues ? 'success' : conclusion,
      outputs: result.outputs,
    };
  } finally {
    clearTimeout(timer);
  }
}

function planJob(
  run: RunContext,
  frame: WorkflowFrame,
  instance: JobInstance,
  identity: JobIdentity,
  order: number,
  signal: AbortSignal,
  minute: number,
): JobPlan {
  const { request } = run;
  const {
    host,
    run: { repository, runId, runAttempt },
  } = request;
  const directories = jobDirectories(request.workRoot, `${runId}-${runAttempt}`, order, repository);
  const githubToken = host.mintToken(identity);
  const github: Record<string, Json> = {
    ...run.github,
    event_path: directories.eventPath,
    job: instance.id,
    job_workflow_sha: frame.file.sha,
    token: githubToken,
    workspace: directories.workspace,
  };
  const contexts = {
    ...instance.contexts,
    github,
    inputs: frame.inputs,
    vars: host.variables(repository, identity.environment),
    secrets: { ...frame.secretsFor(identity.environment), GITHUB_TOKEN: githubToken },
  };
  return {
    id: instance.id,
    identity,
    token: instance.token,
    file: frame.file,
    request,
    directories,
    contexts,
    githubToken,
    idTokenRequest:
      identity.permissions['id-token'] === 'write' ? host.mintIdTokenRequest(identity) : undefined,
    cacheMode: cacheModeOf(frame, instance.token),
    signal,
    grace: request.cancelGrace ?? RUNNER_GRACE,
    minute,
  };
}

function labelsOf(instance: JobInstance, scope: Scope): string[] {
  const token = child(instance.token, 'runs-on');
  const value = token === undefined ? '' : evaluateToken(child(token, 'labels') ?? token, scope);
  if (isList(value)) return value.map(scalarToString);
  return isObject(value) ? pairsOf(token).map((pair) => String(pair.value)) : [scalarToString(value)];
}
