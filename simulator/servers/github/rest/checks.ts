/** Check runs and commit statuses over REST. */
import type { JsonObject } from '../../../runner/host.ts';
import { checkRunJson } from '../../../world/github-json-environments.ts';
import { jobJson } from '../../../world/github-json-runs.ts';
import { avatarUrl, minimalRepositoryJson, repositoryApiUrl, userJson } from '../../../world/github-json.ts';
import { nodeId } from '../../../world/github-ids.ts';
import type { CheckRunRecord, CommitStatusRecord } from '../../../world/github-types.ts';
import {
  ApiError,
  countedAnswer,
  isObject,
  listAnswer,
  notFound,
  optionalText,
  textOf,
  validationFailed,
  type Answer,
  type RepositoryCall,
  type RepositoryRoute,
} from '../http.ts';

/** Annotations in one request; more go into further updates. */
const MAX_ANNOTATIONS = 50;
const STATES = ['error', 'failure', 'pending', 'success'];

function applyCheck(call: RepositoryCall, check: CheckRunRecord): void {
  const { body, state } = call;
  const output = isObject(body['output']) ? body['output'] : {};
  const annotations = Array.isArray(output['annotations']) ? output['annotations'].filter(isObject) : [];
  if (annotations.length > MAX_ANNOTATIONS) {
    const message = `Invalid request.\n\nNo more than ${MAX_ANNOTATIONS} items are allowed; ${annotations.length} were supplied.`;
    throw new ApiError(422, message);
  }
  check.name = optionalText(body, 'name') ?? check.name;
  check.detailsUrl = optionalText(body, 'details_url') ?? check.detailsUrl;
  check.externalId = optionalText(body, 'external_id') ?? check.externalId;
  check.conclusion = optionalText(body, 'conclusion') ?? check.conclusion;
  // A conclusion completes the check run, whatever status is sent with it.
  check.status = check.conclusion === null ? (optionalText(body, 'status') ?? check.status) : 'completed';
  check.startedAt = optionalText(body, 'started_at') ?? check.startedAt ?? state.now();
  if (check.status === 'completed') check.completedAt = optionalText(body, 'completed_at') ?? state.now();
  check.title = optionalText(output, 'title') ?? check.title;
  check.summary = optionalText(output, 'summary') ?? check.summary;
  check.text = optionalText(output, 'text') ?? check.text;
  check.annotations.push(...annotations);
  if (check.status === 'completed' && check.conclusion === null) {
    throw validationFailed({ resource: 'CheckRun', field: 'conclusion', code: 'missing_field' });
  }
}

async function createCheck(call: RepositoryCall): Promise<Answer> {
  const headSha = await call.repository.git.resolve(textOf(call.body, 'head_sha'));
  if (headSha === undefined)
    throw new ApiError(422, `No commit found for SHA: ${textOf(call.body, 'head_sha')}`);
  const check: CheckRunRecord = {
    // A job is a check run, so both count from one row of ids.
    id: call.state.ids.next('job'),
    headSha,
    createdAt: call.state.now(),
    name: textOf(call.body, 'name'),
    externalId: '',
    detailsUrl: null,
    status: 'queued',
    conclusion: null,
    startedAt: null,
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
  };
  applyCheck(call, check);
  call.repository.checkRuns.set(check.id, check);
  return { status: 201, body: checkRunJson(call.state.urls, call.repository, check) };
}

function checkOf(call: RepositoryCall): CheckRunRecord {
  const check = call.repository.checkRuns.get(Number(call.params['check']));
  if (check === undefined) throw notFound();
  return check;
}

/** The check runs of a commit: those made over the API and the jobs of its runs. */
async function listChecks(call: RepositoryCall): Promise<Answer> {
  const sha = await call.repository.git.resolve(call.params['ref'] ?? '');
  if (sha === undefined) throw new ApiError(422, `No commit found for SHA: ${call.params['ref'] ?? ''}`);
  const made = [...call.repository.checkRuns.values()].filter((check) => check.headSha === sha);
  const jobs = [...call.repository.runs.values()]
    .filter((run) => run.headSha === sha)
    .flatMap((run) =>
      run.jobs.map((job) => jobCheck(jobJson(call.state.urls, call.repository, run, job), job.id, sha)),
    );
  const name = call.query.get('check_name');
  const all = [...made, ...jobs].filter((check) => name === null || check.name === name);
  return countedAnswer(call, 'check_runs', all, (check) =>
    checkRunJson(call.state.urls, call.repository, check),
  );
}

function jobCheck(job: JsonObject, id: number, headSha: string): CheckRunRecord {
  const text = (name: string) => {
    const value = job[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    id,
    headSha,
    createdAt: text('created_at') ?? '',
    name: text('name') ?? '',
    externalId: '',
    detailsUrl: text('html_url'),
    status: text('status') ?? 'queued',
    conclusion: text('conclusion'),
    startedAt: text('started_at'),
    completedAt: text('completed_at'),
    title: null,
    summary: null,
    text: null,
    annotations: [],
  };
}

const checkRoutes: readonly RepositoryRoute[] = [
  {
    method: 'POST',
    pattern: '/check-runs',
    docs: 'checks/runs#create-a-check-run',
    needs: ['checks=write'],
    handle: createCheck,
  },
  {
    method: 'GET',
    pattern: '/check-runs/{check}',
    docs: 'checks/runs#get-a-check-run',
    needs: ['checks=read'],
    handle: (call) => ({ status: 200, body: checkRunJson(call.state.urls, call.repository, checkOf(call)) }),
  },
  {
    method: 'PATCH',
    pattern: '/check-runs/{check}',
    docs: 'checks/runs#update-a-check-run',
    needs: ['checks=write'],
    handle: (call) => {
      const check = checkOf(call);
      applyCheck(call, check);
      return { status: 200, body: checkRunJson(call.state.urls, call.repository, check) };
    },
  },
  {
    method: 'GET',
    pattern: '/check-runs/{check}/annotations',
    docs: 'checks/runs#list-check-run-annotations',
    needs: ['checks=read'],
    handle: (call) => listAnswer(call, checkOf(call).annotations, (annotation) => annotation),
  },
  {
    method: 'GET',
    pattern: '/commits/{ref}/check-runs',
    docs: 'checks/runs#list-check-runs-for-a-git-reference',
    needs: ['checks=read'],
    handle: listChecks,
  },
];

function statusJson(call: RepositoryCall, status: CommitStatusRecord): JsonObject {
  return {
    url: `${repositoryApiUrl(call.state.urls, call.repository)}/statuses/${status.sha}`,
    avatar_url: avatarUrl(call.state.urls, status.creator),
    id: status.id,
    node_id: nodeId('SC', call.repository.id, status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  };
}

function statusesOf(call: RepositoryCall, sha: string): readonly CommitStatusRecord[] {
  return call.repository.statuses.filter((status) => status.sha === sha).reverse();
}

async function commitOf(call: RepositoryCall): Promise<string> {
  const sha = await call.repository.git.resolve(call.params['ref'] ?? '');
  if (sha === undefined) throw new ApiError(422, `No commit found for SHA: ${call.params['ref'] ?? ''}`);
  return sha;
}

async function createStatus(call: RepositoryCall): Promise<Answer> {
  const sha = await commitOf(call);
  const state = textOf(call.body, 'state');
  if (!STATES.includes(state)) throw validationFailed({ resource: 'Status', field: 'state', code: 'custom' });
  const status: CommitStatusRecord = {
    id: call.state.ids.next('status'),
    sha,
    state,
    context: optionalText(call.body, 'context') ?? 'default',
    description: optionalText(call.body, 'description') ?? null,
    targetUrl: optionalText(call.body, 'target_url') ?? null,
    creator: call.caller?.user ?? call.repository.owner,
    createdAt: call.state.now(),
  };
  call.repository.statuses.push(status);
  return {
    status: 201,
    body: { ...statusJson(call, status), creator: userJson(call.state.urls, status.creator) },
  };
}

/** The newest status of each context; failure or error wins over pending, pending over success. */
async function combinedStatus(call: RepositoryCall): Promise<Answer> {
  const sha = await commitOf(call);
  const all = statusesOf(call, sha);
  const newest = all.filter(
    (status, at) => all.findIndex((other) => other.context === status.context) === at,
  );
  const failed = newest.some((status) => status.state === 'failure' || status.state === 'error');
  const succeeded = newest.length > 0 && newest.every((status) => status.state === 'success');
  const url = `${repositoryApiUrl(call.state.urls, call.repository)}/commits/${sha}`;
  return {
    status: 200,
    body: {
      state: failed ? 'failure' : succeeded ? 'success' : 'pending',
      statuses: newest.map((status) => statusJson(call, status)),
      sha,
      total_count: newest.length,
      repository: minimalRepositoryJson(call.state.urls, call.repository),
      commit_url: url,
      url: `${url}/status`,
    },
  };
}

const statusRoutes: readonly RepositoryRoute[] = [
  {
    method: 'POST',
    pattern: '/statuses/{ref}',
    docs: 'commits/statuses#create-a-commit-status',
    needs: ['statuses=write'],
    handle: createStatus,
  },
  {
    method: 'GET',
    pattern: '/commits/{ref}/statuses',
    docs: 'commits/statuses#list-commit-statuses-for-a-reference',
    needs: ['statuses=read'],
    handle: async (call) =>
      listAnswer(call, statusesOf(call, await commitOf(call)), (status) => ({
        ...statusJson(call, status),
        creator: userJson(call.state.urls, status.creator),
      })),
  },
  {
    method: 'GET',
    pattern: '/commits/{ref}/status',
    docs: 'commits/statuses#get-the-combined-status-for-a-specific-reference',
    needs: ['statuses=read'],
    handle: combinedStatus,
  },
];

export const CHECK_ROUTES: readonly RepositoryRoute[] = [...checkRoutes, ...statusRoutes];
