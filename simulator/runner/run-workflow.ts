import { accessSync, constants, mkdirSync } from 'node:fs';
import { SimulatorError } from '../world/errors.ts';
import type { Conclusion, WorkflowRunRequest, WorkflowRunResult } from './events.ts';
import type { Json, JsonObject } from './host.ts';
import { messageOf } from './errors.ts';
import { child, textOf } from './expressions/tokens.ts';
import { isObject } from './expressions/values.ts';
import { githubContext } from './job/environment.ts';
import { loadCallTree, type CallTree } from './run/call-tree.ts';
import { ConcurrencyGroups } from './run/concurrency.ts';
import { enterGroup } from './run/enter-group.ts';
import type { RunContext, WorkflowFrame } from './run/run-context.ts';
import { runFrame } from './run/schedule.ts';
import { jobScope } from './run/scopes.ts';
import { Slots } from './run/slots.ts';
import { loadWorkflow, type WorkflowFile } from './workflow/file.ts';
import { dispatchInputs } from './workflow/inputs.ts';

/** Jobs at once on GitHub's free plan. Source: usage limits reference. */
const DEFAULT_PARALLEL_JOBS = 20;

/**
 * Runs a workflow file as GitHub and its runner do and resolves when the run has ended. It never rejects for what is
 * wrong with the workflow: an invalid file, a refused input or an excess of permissions is a failed run with
 * `startupErrors` and no jobs. It rejects (SIM1201, SIM1202) when this machine cannot play a runner.
 */
export async function runWorkflow(request: WorkflowRunRequest): Promise<WorkflowRunResult> {
  checkMachine(request);
  const started = performance.now();
  const { host, run } = request;
  host.reportRun(run, 'queued', undefined);
  let outcome: Omit<WorkflowRunResult, 'milliseconds'>;
  try {
    const file = { ...(await loadWorkflow(host, run.repository, run.sha, run.workflowPath)), ref: run.ref };
    outcome = await runFile(request, file);
  } catch (error) {
    outcome = { conclusion: 'failure', jobs: [], startupErrors: [messageOf(error)] };
  }
  host.reportRun(run, 'completed', outcome.conclusion);
  return { ...outcome, milliseconds: performance.now() - started };
}

function checkMachine({ workRoot, nodePath }: WorkflowRunRequest): void {
  try {
    mkdirSync(workRoot, { recursive: true });
    accessSync(workRoot, constants.W_OK);
  } catch (error) {
    const remedy = 'Give the runner a work folder it may write to.';
    throw new SimulatorError(
      'SIM1201',
      `cannot use the work folder ${workRoot}: ${messageOf(error)}`,
      remedy,
    );
  }
  try {
    accessSync(nodePath, constants.X_OK);
  } catch (error) {
    const remedy = 'Give the path of a Node 24 executable; `npm ci` installs one.';
    throw new SimulatorError('SIM1202', `cannot run ${nodePath}: ${messageOf(error)}`, remedy);
  }
}

async function runFile(
  request: WorkflowRunRequest,
  file: WorkflowFile,
): Promise<Omit<WorkflowRunResult, 'milliseconds'>> {
  const { host, run } = request;
  const calls = await loadCallTree(host, file);
  const dispatch =
    run.eventName === 'workflow_dispatch' ? dispatchInputs(file.root, givenInputs(request)) : undefined;
  const event = dispatch === undefined ? run.event : { ...run.event, inputs: dispatch.strings };
  const context = contextFor(request, event, file);
  const controller = new AbortController();
  const onAbort = () => controller.abort(new Error('The run was canceled.'));
  if (request.signal?.aborted === true) onAbort();
  else request.signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const frame = entryFrame(context, file, dispatch?.typed ?? {}, controller.signal);
    const conclusion = await runEntry(context, frame, calls, controller);
    return { conclusion, jobs: jobsOf(context), startupErrors: [] };
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    return { conclusion: 'cancelled', jobs: jobsOf(context), startupErrors: [messageOf(error)] };
  } finally {
    request.signal?.removeEventListener('abort', onAbort);
  }
}

async function runEntry(
  context: RunContext,
  frame: WorkflowFrame,
  calls: CallTree,
  cancel: AbortController,
): Promise<Conclusion> {
  const { host, run } = context.request;
  const scope = jobScope(context, frame, {});
  const waiter = { run: context, scope, held: [], cancel, name: workflowName(frame.file) };
  const group = await enterGroup(child(frame.file.root, 'concurrency'), waiter);
  try {
    host.reportRun(run, 'in_progress', undefined);
    const { conclusion } = await runFrame(context, { ...frame, heldGroups: group.groups }, calls);
    // A cancelled run is called cancelled even when the jobs that were let finish succeeded.
    return cancel.signal.aborted && conclusion !== 'failure' ? 'cancelled' : conclusion;
  } finally {
    group.release();
  }
}

function jobsOf(context: RunContext): WorkflowRunResult['jobs'] {
  return context.results.toSorted((left, right) => left.order - right.order).map(({ result }) => result);
}

/** The name of a workflow: its `name`, or its path. */
function workflowName(file: WorkflowFile): string {
  const name = child(file.root, 'name');
  return name === undefined ? file.path : textOf(name);
}

function givenInputs(request: WorkflowRunRequest): JsonObject {
  const { inputs } = request.run.event;
  return request.inputs ?? (isObject(inputs) ? inputs : {});
}

function contextFor(request: WorkflowRunRequest, event: JsonObject, file: WorkflowFile): RunContext {
  let count = 0;
  return {
    request,
    github: githubContext(request, event, workflowName(file)),
    groups: request.concurrency ?? new ConcurrencyGroups(),
    slots: new Slots(request.maxParallelJobs ?? DEFAULT_PARALLEL_JOBS),
    fromFork: isFork(request),
    results: [],
    next: () => (count += 1),
  };
}

function isFork({ run }: WorkflowRunRequest): boolean {
  if (run.eventName !== 'pull_request') return false;
  const head = at(run.event, 'pull_request', 'head', 'repo', 'full_name');
  return typeof head === 'string' && head.toLowerCase() !== run.repository.toLowerCase();
}

function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (current, key) => (isObject(current) ? current[key] : undefined),
    value,
  );
}

function entryFrame(
  context: RunContext,
  file: WorkflowFile,
  inputs: JsonObject,
  signal: AbortSignal,
): WorkflowFrame {
  const { host, run } = context.request;
  return {
    file,
    inputs,
    secretsFor: (environment) => (context.fromFork ? {} : host.secrets(run.repository, environment)),
    ceiling: undefined,
    prefix: '',
    signal,
    heldGroups: [],
    cacheMode: undefined,
  };
}
