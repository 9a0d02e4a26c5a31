import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Conclusion, JobResult } from '../events.ts';
import { messageOf, WorkflowError } from '../errors.ts';
import { holds } from '../expressions/condition.ts';
import { evaluateString, evaluateStringMap } from '../expressions/evaluate.ts';
import { child, itemsOf, pairsOf, textOf } from '../expressions/tokens.ts';
import { processesWithEnvironment, sendSignal } from '../process/process-table.ts';
import { isObject, textOfValue } from '../expressions/values.ts';
import { cancellationOf } from './cancellation.ts';
import { RUNNER_NAME, runnerContext, trackingId } from './environment.ts';
import { frameScope, type StepFrame } from './frame.ts';
import { JobState, type JobPlan, type PostStep } from './job-state.ts';
import { runPreSteps } from './pre-steps.ts';
import { isDebug } from './step-output.ts';
import { recordStep, runSteps } from './steps.ts';

/** Names of the logs under which a job prepares itself and tidies up. They are no steps of the workflow. */
const [SETUP, COMPLETE] = ['Set up job', 'Complete job'] as const;

/**
 * Runs one job on the simulated runner: preparation, `pre` parts, steps, `post` parts in reverse order, outputs,
 * and the end of whatever processes were left behind. Never rejects: what goes wrong is the job's failure.
 *
 * @param labels `runs-on`, only told: every label is served by this machine
 */
export async function runJob(plan: JobPlan, labels: readonly string[]): Promise<JobResult> {
  const started = performance.now();
  const runner = runnerContext(plan, labels, isDebug(plan));
  const job = new JobState({ ...plan, contexts: { ...plan.contexts, runner } });
  const onCancel = () => {
    job.status = 'cancelled';
  };
  if (plan.signal.aborted) onCancel();
  else plan.signal.addEventListener('abort', onCancel, { once: true });
  const frame = jobFrame(job);
  await attempt(job, SETUP, () => runMainSteps(job, frame, labels));
  await runPostSteps(job);
  const outputs = await attempt(job, COMPLETE, () => Promise.resolve(jobOutputs(job, frame)));
  if (plan.signal.aborted) cancelNotice(job);
  cleanUp(job);
  plan.signal.removeEventListener('abort', onCancel);
  const { stepResults: steps, annotations, status: conclusion } = job;
  const milliseconds = performance.now() - started;
  return { name: plan.identity.name, conclusion, outputs: outputs ?? {}, steps, annotations, milliseconds };
}

/** Does a part of the job; what goes wrong in it is told in the given log and fails the job. */
async function attempt<T>(job: JobState, phase: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    job.issue(job.logFor(phase), 'error', messageOf(error));
    fail(job);
    return undefined;
  }
}

async function runMainSteps(job: JobState, frame: StepFrame, labels: readonly string[]): Promise<void> {
  const { plan } = job;
  prepareFolders(plan);
  prepareSecrets(job);
  const runner = job.plan.contexts['runner'];
  const system = isObject(runner) ? `${textOfValue(runner['os'])} ${textOfValue(runner['arch'])}` : '';
  job.logFor(SETUP).line(`${RUNNER_NAME} (${system}), asked for: ${labels.join(', ')}`);
  prepareEnvironment(job, frame);
  const steps = itemsOf(child(plan.token, 'steps'));
  await runPreSteps(job, frame, steps);
  await runSteps(job, frame, steps, plan.signal, undefined, () => fail(job));
}

function fail(job: JobState): void {
  if (job.status === 'success') job.status = 'failure';
}

function cancelNotice(job: JobState): void {
  job.issue(job.logFor(COMPLETE), 'error', messageOf(job.plan.signal.reason));
}

function jobFrame(job: JobState): StepFrame {
  const { file } = job.plan;
  const owner = { repository: file.repository, sha: file.sha, directory: file.directory };
  return {
    key: '',
    owner,
    steps: job.steps,
    env: {},
    inputs: undefined,
    github: {},
    status: () => job.statusNow,
  };
}

function prepareFolders({ directories, contexts }: JobPlan): void {
  rmSync(directories.root, { recursive: true, force: true });
  for (const folder of [directories.workspace, directories.temp, directories.toolCache, directories.cache]) {
    mkdirSync(folder, { recursive: true });
  }
  mkdirSync(dirname(directories.eventPath), { recursive: true });
  const { github } = contexts;
  const event = isObject(github) ? github['event'] : {};
  writeFileSync(directories.eventPath, JSON.stringify(event, null, 2));
}

function prepareSecrets(job: JobState): void {
  const { contexts, githubToken, idTokenRequest } = job.plan;
  const { secrets } = contexts;
  if (isObject(secrets)) for (const value of Object.values(secrets)) job.masker.add(textOfValue(value));
  job.masker.add(githubToken);
  if (idTokenRequest !== undefined) job.masker.add(idTokenRequest.token);
}

/** Evaluates `env` of workflow and job, and `defaults.run`, where each key of the job wins over the workflow's. */
function prepareEnvironment(job: JobState, frame: StepFrame): void {
  const { file, token } = job.plan;
  for (const key of ['container', 'services', 'snapshot']) {
    if (child(token, key) !== undefined)
      throw new WorkflowError(`\`${key}\` is not simulated; the job cannot run here`);
  }
  for (const holder of [file.root, token]) {
    const scope = frameScope(job, frame, Object.fromEntries(job.env), {});
    for (const [name, value] of Object.entries(evaluateStringMap(child(holder, 'env'), scope)))
      job.env.set(name, value);
  }
  const scope = frameScope(job, frame, Object.fromEntries(job.env), {});
  const find = (key: string) =>
    evaluateString(child(token, 'defaults', 'run', key), scope) ??
    evaluateString(child(file.root, 'defaults', 'run', key), scope);
  job.defaults = { shell: find('shell'), workingDirectory: find('working-directory') };
}

async function runPostSteps(job: JobState): Promise<void> {
  for (let post = job.postSteps.pop(); post !== undefined; post = job.postSteps.pop())
    await runPost(job, post);
}

async function runPost(job: JobState, post: PostStep): Promise<void> {
  const started = performance.now();
  const log = job.logFor(post.name);
  let outcome: Conclusion = 'failure';
  const wanted = () => holds(post.condition, post.scope());
  const { controller, end } = cancellationOf(job.plan.signal, job.plan.deadline, wanted);
  try {
    if (!job.plan.deadline.aborted && wanted()) {
      job.emit({ type: 'step-started', job: job.plan.identity.name, step: job.masker.mask(post.name) });
      outcome = await post.run(controller.signal, log);
      if (controller.signal.aborted) outcome = 'cancelled';
    } else outcome = 'skipped';
  } catch (error) {
    job.issue(log, 'error', messageOf(error));
  }
  end();
  if (outcome === 'failure') fail(job);
  const ended = { outcome, conclusion: outcome, outputs: {}, summary: undefined };
  recordStep(job, post.name, undefined, ended, performance.now() - started);
}

/** Job outputs; one that the masker would change is dropped, as the runner does. */
function jobOutputs(job: JobState, frame: StepFrame): Record<string, string> {
  const outputs: Record<string, string> = {};
  const scope = frameScope(job, frame, Object.fromEntries(job.env), {});
  for (const pair of pairsOf(child(job.plan.token, 'outputs'))) {
    const name = textOf(pair.key);
    const value = evaluateString(pair.value, scope) ?? '';
    if (value === '') continue;
    if (job.masker.mask(value) === value) outputs[name] = value;
    else job.issue(job.logFor(COMPLETE), 'warning', `Skip output '${name}' since it may contain secret.`);
  }
  return outputs;
}

function cleanUp(job: JobState): void {
  const log = job.logFor(COMPLETE);
  log.line('Cleaning up orphan processes');
  for (const { pid, command } of processesWithEnvironment('RUNNER_TRACKING_ID', trackingId(job.plan))) {
    log.line(`Terminate orphan process: pid (${pid}) (${command})`);
    sendSignal(pid, 'SIGKILL');
  }
  rmSync(job.plan.directories.temp, { recursive: true, force: true });
}
