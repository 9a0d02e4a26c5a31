import { evaluateStringMap, evaluateToken, type Scope } from '../expressions/evaluate.ts';
import { child, textOf } from '../expressions/tokens.ts';
import { callInputs, callSecrets } from '../workflow/inputs.ts';
import type { WorkflowFile } from '../workflow/file.ts';
import { cacheModeOf } from './cache-mode.ts';
import { enterGroup } from './enter-group.ts';
import type { InstanceEnd, QueuedJob } from './instance.ts';
import type { WorkflowFrame } from './run-context.ts';
import { runFrame } from './schedule.ts';
import { jobScope } from './scopes.ts';

/** Runs the workflow that a job calls; its jobs carry the calling job's name in front of theirs. */
export async function callWorkflow(job: QueuedJob, called: WorkflowFile): Promise<InstanceEnd> {
  const { run } = job.instance;
  // The called workflow may be cancelled alone, by its own concurrency group.
  const controller = new AbortController();
  const outer = job.cancel.signal;
  const forward = () => controller.abort(outer.reason);
  if (outer.aborted) forward();
  else outer.addEventListener('abort', forward, { once: true });
  const frame = calledFrame(job, called, controller.signal);
  const scope = jobScope(run, frame, {});
  const waiter = { run, scope, held: job.heldGroups, cancel: controller, name: job.identity.name };
  const group = await enterGroup(child(called.root, 'concurrency'), waiter);
  try {
    const end = await runFrame(run, { ...frame, heldGroups: group.groups }, job.instance.calls);
    return { result: end.conclusion, outputs: end.outputs };
  } finally {
    outer.removeEventListener('abort', forward);
    group.release();
  }
}

function calledFrame(job: QueuedJob, called: WorkflowFile, signal: AbortSignal): WorkflowFrame {
  const { frame, token } = job.instance;
  const reference = textOf(child(token, 'uses'));
  const { github = null, vars = null } = job.scope.contexts;
  const defaults: Scope = { contexts: { github, vars, inputs: {} }, functions: {} };
  const given = child(token, 'with');
  const values = given === undefined ? {} : evaluateToken(given, job.scope);
  return {
    file: called,
    inputs: callInputs(called.root, values, defaults, reference),
    secretsFor: passedSecrets(job, called, reference),
    ceiling: job.identity.permissions,
    prefix: `${frame.prefix}${job.instance.name} / `,
    signal,
    heldGroups: job.heldGroups,
    cacheMode: cacheModeOf(frame, token),
  };
}

/**
 * What secrets a called workflow sees: all of the caller's with `inherit`, else those passed by name. Where the job
 * names an environment, the environment's secret of the same name wins over the one passed.
 */
function passedSecrets(job: QueuedJob, called: WorkflowFile, reference: string): WorkflowFrame['secretsFor'] {
  const { run, frame, token: caller } = job.instance;
  const token = child(caller, 'secrets');
  if (token?.isScalar === true) return frame.secretsFor;
  const contexts = { ...job.scope.contexts, secrets: frame.secretsFor(undefined) };
  const passed = callSecrets(called.root, evaluateStringMap(token, { ...job.scope, contexts }), reference);
  const { host, run: identity } = run.request;
  return (environment) => {
    if (environment === undefined || run.fromFork) return passed;
    const plain = host.secrets(identity.repository, undefined);
    const own = host.secrets(identity.repository, environment);
    const pick = (name: string, value: string) => (own[name] === plain[name] ? value : (own[name] ?? value));
    return Object.fromEntries(Object.entries(passed).map(([name, value]) => [name, pick(name, value)]));
  };
}
