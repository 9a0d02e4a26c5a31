import type { Json } from '../host.ts';
import { evaluateBoolean, evaluateNumber, evaluateToken } from '../expressions/evaluate.ts';
import { child } from '../expressions/tokens.ts';
import { isList, isObject, scalarToString, textOfValue } from '../expressions/values.ts';
import { RUNNER_NAME } from '../job/environment.ts';
import { jobDirectories, type JobDirectories, type JobPlan } from '../job/job-state.ts';
import { runJob } from '../job/run-job.ts';
import { RUNNER_GRACE } from '../process/run-process.ts';
import { cacheModeOf } from './cache-mode.ts';
import type { InstanceEnd, QueuedJob } from './instance.ts';

/** The job's default `timeout-minutes`. Source: workflow syntax reference. */
const DEFAULT_TIMEOUT = 360;

/** Minutes a cancelled job has to end. Source: workflow cancellation reference, step 5. */
const CANCEL_TIMEOUT = 5;

/** Longest delay of a timer, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Runs a queued job on the simulated runner, within its time. */
export async function runOnRunner(job: QueuedJob): Promise<InstanceEnd> {
  const { identity, scope, cancel } = job;
  const { run, token } = job.instance;
  const { host, observe } = run.request;
  const order = run.next();
  const minutes = evaluateNumber(child(token, 'timeout-minutes'), scope, DEFAULT_TIMEOUT);
  const continues = evaluateBoolean(child(token, 'continue-on-error'), scope, false);
  const labels = labelsOf(job);
  const deadline = new AbortController();
  const plan = planJob(job, order, deadline.signal);
  const late = `The job running on runner ${RUNNER_NAME} has exceeded the maximum execution time of ${minutes} minutes.`;
  const limit = Math.min(minutes * plan.minute, LONGEST_TIMER);
  const timers = [setTimeout(() => cancel.abort(new Error(late)), limit)];
  const cancelMinutes = evaluateNumber(child(token, 'cancel-timeout-minutes'), scope, CANCEL_TIMEOUT);
  cancel.signal.addEventListener('abort', () => {
    timers.push(setTimeout(() => deadline.abort(), cancelMinutes * plan.minute));
  });
  host.reportJob(identity, 'in_progress', undefined);
  observe?.({ type: 'job-started', job: identity.name });
  const result = await runJob(plan, labels).finally(() => timers.forEach((timer) => clearTimeout(timer)));
  run.results.push({ order, result });
  const { conclusion, milliseconds, outputs } = result;
  host.reportJob(identity, 'completed', conclusion);
  observe?.({ type: 'job-finished', job: identity.name, conclusion, milliseconds });
  // With continue-on-error a failed job counts as a success for the run and for those who need it.
  return { result: conclusion === 'failure' && continues ? 'success' : conclusion, outputs };
}

function planJob(job: QueuedJob, order: number, deadline: AbortSignal): JobPlan {
  const { identity, cancel, instance } = job;
  const { request } = instance.run;
  const { host, run } = request;
  const directories = jobDirectories(
    request.workRoot,
    `${run.runId}-${run.runAttempt}`,
    order,
    run.repository,
  );
  const githubToken = host.mintToken(identity);
  const mayAsk = identity.permissions['id-token'] === 'write';
  return {
    id: instance.id,
    identity,
    token: instance.token,
    file: instance.frame.file,
    request,
    directories,
    contexts: planContexts(job, directories, githubToken),
    githubToken,
    idTokenRequest: mayAsk ? host.mintIdTokenRequest(identity) : undefined,
    cacheMode: cacheModeOf(instance.frame, instance.token),
    signal: cancel.signal,
    deadline,
    grace: request.cancelGrace ?? RUNNER_GRACE,
    minute: request.minuteMilliseconds ?? 60_000,
  };
}

function planContexts(
  job: QueuedJob,
  directories: JobDirectories,
  githubToken: string,
): Record<string, Json> {
  const { identity, instance } = job;
  const { run, frame } = instance;
  const github = {
    ...run.github,
    event_path: directories.eventPath,
    job: instance.id,
    job_workflow_sha: frame.file.sha,
    token: githubToken,
    workspace: directories.workspace,
  };
  return {
    ...instance.contexts,
    github,
    inputs: frame.inputs,
    vars: run.request.host.variables(run.request.run.repository, identity.environment),
    secrets: { ...frame.secretsFor(identity.environment), GITHUB_TOKEN: githubToken },
  };
}

function labelsOf(job: QueuedJob): string[] {
  const token = child(job.instance.token, 'runs-on');
  const value = token === undefined ? '' : evaluateToken(child(token, 'labels') ?? token, job.scope);
  if (isList(value)) return value.map(scalarToString);
  return isObject(value) ? [textOfValue(value['group'])] : [scalarToString(value)];
}
