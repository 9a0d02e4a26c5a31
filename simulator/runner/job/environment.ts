import { arch, platform } from 'node:os';
import { delimiter } from 'node:path';
import type { Json, JsonObject, RunIdentity } from '../host.ts';
import type { WorkflowRunRequest } from '../events.ts';
import { isObject, textOfValue } from '../expressions/values.ts';
import type { JobPlan, JobState } from './job-state.ts';

/** The name by which the simulated machine calls itself. */
export const RUNNER_NAME = 'Simulated runner';

const ARCHITECTURES: Readonly<Record<string, string>> = {
  x64: 'X64',
  arm64: 'ARM64',
  ia32: 'X86',
  arm: 'ARM',
};
const SYSTEMS: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };

/**
 * The part of the `github` context that the run fixes. Source: contexts reference. `workflow` is the name of the
 * entry workflow, also inside called workflows.
 */
export function githubContext(
  request: WorkflowRunRequest,
  event: JsonObject,
  workflowName: string,
): Record<string, Json> {
  const { run, host } = request;
  const owner = run.repository.split('/')[0] ?? '';
  return {
    ...refParts(run),
    actor: run.actor,
    actor_id: senderId(run.event),
    api_url: host.apiUrl,
    base_ref: run.baseRef,
    event,
    event_name: run.eventName,
    graphql_url: host.graphqlUrl,
    head_ref: run.headRef,
    ref: run.ref,
    repository: run.repository,
    repository_id: String(run.repositoryId),
    repository_owner: owner,
    repository_owner_id: String(run.repositoryOwnerId),
    repositoryUrl: `git://${host.serverUrl.replace(/^https?:\/\//, '')}/${run.repository}.git`,
    retention_days: '90',
    run_attempt: String(run.runAttempt),
    run_id: String(run.runId),
    run_number: String(run.runNumber),
    secret_source: 'Actions',
    server_url: host.serverUrl,
    sha: run.sha,
    triggering_actor: run.actor,
    workflow: workflowName,
    workflow_ref: `${run.repository}/${run.workflowPath}@${run.ref}`,
    workflow_sha: run.sha,
  };
}

function refParts(run: RunIdentity): Record<string, Json> {
  return {
    ref_name: run.ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    ref_type: run.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: false,
  };
}

function senderId(event: JsonObject): string {
  const sender = event['sender'];
  return isObject(sender) ? textOfValue(sender['id']) : '';
}

/** The `runner` context of a job. */
export function runnerContext(
  plan: JobPlan,
  labels: readonly string[],
  debug: boolean,
): Record<string, Json> {
  return {
    os: SYSTEMS[platform()] ?? 'Linux',
    arch: ARCHITECTURES[arch()] ?? 'X64',
    name: RUNNER_NAME,
    environment: labels.includes('self-hosted') ? 'self-hosted' : 'github-hosted',
    tool_cache: plan.directories.toolCache,
    temp: plan.directories.temp,
    workspace: plan.directories.workspace.replace(/\/[^/]+$/, ''),
    ...(debug ? { debug: '1' } : {}),
  };
}

/** Members of the `github` context that become GITHUB_ variables. Source: variables reference; runner's GitHubContext. */
const EXPORTED = [
  'action action_path action_ref action_repository actor actor_id api_url base_ref env event_name event_path',
  'graphql_url head_ref job output path ref ref_name ref_protected ref_type repository repository_id',
  'repository_owner repository_owner_id retention_days run_attempt run_id run_number server_url sha state',
  'step_summary triggering_actor workflow workflow_ref workflow_sha workspace',
]
  .join(' ')
  .split(' ');

/**
 * The full environment of a step's process: the machine's, then the `env` context, then what the runner sets, which
 * nothing can override.
 *
 * @param github the step's github context, with file command paths under `env`, `output`, `path`, `state`, `step_summary`
 */
export function processEnvironment(
  job: JobState,
  env: Readonly<Record<string, string>>,
  github: Readonly<Record<string, Json>>,
  runner: Readonly<Record<string, Json>>,
): Record<string, string> {
  const machine = job.plan.request.machineEnvironment;
  const result: Record<string, string> = { ...machine, CI: 'true', ...env, GITHUB_ACTIONS: 'true' };
  const path = env['PATH'] ?? machine['PATH'] ?? '';
  result['PATH'] = [...job.path, path].filter((part) => part !== '').join(delimiter);
  for (const name of EXPORTED) {
    const value = github[name];
    if (value !== undefined && value !== null) result[`GITHUB_${name.toUpperCase()}`] = textOfValue(value);
  }
  for (const [name, value] of Object.entries(runner))
    result[`RUNNER_${name.toUpperCase()}`] = textOfValue(value);
  result['RUNNER_TRACKING_ID'] = trackingId(job.plan);
  result['AGENT_TOOLSDIRECTORY'] = job.plan.directories.toolCache;
  Object.assign(result, idTokenRequest(job.plan));
  return result;
}

/** The marker by which the processes of one job are found again. */
export function trackingId(plan: JobPlan): string {
  return `github_${plan.directories.root.replace(/[^A-Za-z0-9]+/g, '_')}`;
}

/** ACTIONS_ID_TOKEN_REQUEST_ variables, only where the job may ask for an OIDC token. */
function idTokenRequest({ idTokenRequest: request }: JobPlan): Record<string, string> {
  if (request === undefined) return {};
  return { ACTIONS_ID_TOKEN_REQUEST_URL: request.url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: request.token };
}
