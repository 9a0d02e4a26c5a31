/** Workflows, runs, jobs and artifacts over REST. */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { cancelRun } from '../../../world/github-actions.ts';
import {
  artifactJson,
  isExpired,
  jobJson,
  runCommit,
  runJson,
  workflowJson,
} from '../../../world/github-json-runs.ts';
import { subjectPrefix } from '../../../world/github-oidc.ts';
import type { ArtifactRecord, RunRecord, WorkflowRecord } from '../../../world/github-types.ts';
import type { JsonObject } from '../../../runner/host.ts';
import {
  ApiError,
  countedAnswer,
  notFound,
  optionalTexts,
  type Needs,
  type RepositoryCall,
  type RepositoryRoute,
} from '../http.ts';

const READ: Needs = ['actions=read'];

function runOf(call: RepositoryCall): RunRecord {
  const run = call.repository.runs.get(Number(call.params['run']));
  if (run === undefined) throw notFound();
  return run;
}

/** By id or by file name, as GitHub takes both. */
function workflowOf(call: RepositoryCall): WorkflowRecord {
  const name = call.params['workflow'] ?? '';
  const found = [...call.repository.workflows.values()].find(
    (workflow) => String(workflow.id) === name || workflow.path.endsWith(`/${name}`),
  );
  if (found === undefined) throw notFound();
  return found;
}

async function showRun(call: RepositoryCall, run: RunRecord): Promise<JsonObject> {
  return runJson(call.state.urls, call.repository, run, await runCommit(run));
}

/** Newest first, filtered as GitHub's query parameters do. */
function listRuns(call: RepositoryCall, workflow?: WorkflowRecord): readonly RunRecord[] {
  const wanted = (name: string, value: string) => (call.query.get(name) ?? value) === value;
  const state = call.query.get('status');
  return [...call.repository.runs.values()]
    .filter(
      (run) =>
        (workflow === undefined || run.workflow === workflow) &&
        wanted('branch', run.headBranch) &&
        wanted('event', run.event) &&
        wanted('head_sha', run.headSha) &&
        wanted('actor', run.actor.login) &&
        (state === null || state === run.status || state === run.conclusion) &&
        createdMatches(call.query.get('created'), run.createdAt),
    )
    .reverse();
}

/** Search syntax of `created`: `>=2026-01-01`, `<2026-01-01`, `2026-01-01..2026-02-01` or a day. */
function createdMatches(range: string | null, createdAt: string): boolean {
  if (range === null) return true;
  const between = /^(.+)\.\.(.+)$/.exec(range);
  if (between !== null) return atLeast(createdAt, between[1] ?? '') && atMost(createdAt, between[2] ?? '');
  const [, operator = '', value = ''] = /^(>=|<=|>|<)?(.+)$/.exec(range) ?? [];
  if (operator === '>=') return atLeast(createdAt, value);
  if (operator === '<=') return atMost(createdAt, value);
  if (operator === '>') return !atMost(createdAt, value);
  if (operator === '<') return !atLeast(createdAt, value);
  return createdAt.startsWith(value);
}

/** A bare day as lower bound is its start, as upper bound its end; both compare as text. */
function atLeast(time: string, bound: string): boolean {
  return bound === '*' || time >= bound;
}
function atMost(time: string, bound: string): boolean {
  return bound === '*' || time.slice(0, bound.length) <= bound;
}

const runRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    pattern: '/actions/workflows',
    docs: 'actions/workflows#list-repository-workflows',
    needs: READ,
    handle: (call) =>
      countedAnswer(call, 'workflows', [...call.repository.workflows.values()], (workflow) =>
        workflowJson(call.state.urls, call.repository, workflow),
      ),
  },
  {
    method: 'GET',
    pattern: '/actions/workflows/{workflow}',
    docs: 'actions/workflows#get-a-workflow',
    needs: READ,
    handle: (call) => ({
      status: 200,
      body: workflowJson(call.state.urls, call.repository, workflowOf(call)),
    }),
  },
  {
    method: 'GET',
    pattern: '/actions/workflows/{workflow}/runs',
    docs: 'actions/workflow-runs#list-workflow-runs-for-a-workflow',
    needs: READ,
    handle: (call) =>
      countedAnswer(call, 'workflow_runs', listRuns(call, workflowOf(call)), (run) => showRun(call, run)),
  },
  {
    method: 'GET',
    pattern: '/actions/runs',
    docs: 'actions/workflow-runs#list-workflow-runs-for-a-repository',
    needs: READ,
    handle: (call) => countedAnswer(call, 'workflow_runs', listRuns(call), (run) => showRun(call, run)),
  },
  {
    method: 'GET',
    pattern: '/actions/runs/{run}',
    docs: 'actions/workflow-runs#get-a-workflow-run',
    needs: READ,
    handle: async (call) => ({ status: 200, body: await showRun(call, runOf(call)) }),
  },
  {
    method: 'GET',
    pattern: '/actions/runs/{run}/attempts/{attempt}',
    docs: 'actions/workflow-runs#get-a-workflow-run-attempt',
    needs: READ,
    handle: async (call) => {
      const run = runOf(call);
      // Only the latest attempt is kept; an earlier one is answered as one that never was.
      if (Number(call.params['attempt']) !== run.attempt) throw notFound();
      return { status: 200, body: await showRun(call, run) };
    },
  },
  {
    method: 'GET',
    pattern: '/actions/runs/{run}/jobs',
    docs: 'actions/workflow-jobs#list-jobs-for-a-workflow-run',
    needs: READ,
    handle: (call) => {
      const run = runOf(call);
      const all = call.query.get('filter') === 'all';
      const jobs = run.jobs.filter((job) => all || job.runAttempt === run.attempt);
      return countedAnswer(call, 'jobs', jobs, (job) => jobJson(call.state.urls, call.repository, run, job));
    },
  },
  {
    method: 'GET',
    pattern: '/actions/jobs/{job}',
    docs: 'actions/workflow-jobs#get-a-job-for-a-workflow-run',
    needs: READ,
    handle: (call) => {
      for (const run of call.repository.runs.values()) {
        const job = run.jobs.find((each) => each.id === Number(call.params['job']));
        if (job !== undefined)
          return { status: 200, body: jobJson(call.state.urls, call.repository, run, job) };
      }
      throw notFound();
    },
  },
  {
    method: 'POST',
    pattern: '/actions/runs/{run}/cancel',
    docs: 'actions/workflow-runs#cancel-a-workflow-run',
    needs: ['actions=write'],
    handle: (call) => {
      const run = runOf(call);
      if (run.status === 'completed')
        throw new ApiError(409, 'Cannot cancel a workflow run that is completed.');
      cancelRun(run);
      return { status: 202, body: {} };
    },
  },
];

/** Newest first; `name` chooses those of one name. */
function listArtifacts(call: RepositoryCall, run?: RunRecord): readonly ArtifactRecord[] {
  const name = call.query.get('name');
  return [...call.repository.artifacts.values()]
    .filter(
      (artifact) =>
        (run === undefined || artifact.runId === run.id) && (name === null || artifact.name === name),
    )
    .reverse();
}

function artifactOf(call: RepositoryCall): ArtifactRecord {
  const artifact = call.repository.artifacts.get(Number(call.params['artifact']));
  if (artifact === undefined) throw notFound();
  return artifact;
}

const show = (call: RepositoryCall) => (artifact: ArtifactRecord) =>
  artifactJson(call.state.urls, call.repository, artifact, call.state.clock.now());

/** Secret part of a download address, which needs no token, as GitHub's signed storage addresses. */
export function downloadSignature(artifact: ArtifactRecord): string {
  return createHash('sha256').update(`${artifact.id} ${artifact.digest}`).digest('hex').slice(0, 32);
}

const artifactRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    pattern: '/actions/artifacts',
    docs: 'actions/artifacts#list-artifacts-for-a-repository',
    needs: READ,
    handle: (call) => countedAnswer(call, 'artifacts', listArtifacts(call), show(call)),
  },
  {
    method: 'GET',
    pattern: '/actions/runs/{run}/artifacts',
    docs: 'actions/artifacts#list-workflow-run-artifacts',
    needs: READ,
    handle: (call) => countedAnswer(call, 'artifacts', listArtifacts(call, runOf(call)), show(call)),
  },
  {
    method: 'GET',
    pattern: '/actions/artifacts/{artifact}',
    docs: 'actions/artifacts#get-an-artifact',
    needs: READ,
    handle: (call) => ({ status: 200, body: show(call)(artifactOf(call)) }),
  },
  {
    method: 'GET',
    pattern: '/actions/artifacts/{artifact}/zip',
    docs: 'actions/artifacts#download-an-artifact',
    needs: READ,
    handle: (call) => {
      const artifact = artifactOf(call);
      if (isExpired(artifact, call.state.clock.now())) throw new ApiError(410, 'Artifact has expired');
      const path = `${call.state.urls.serverUrl}/_storage/artifacts/${artifact.id}.zip`;
      return { status: 302, headers: { location: `${path}?sig=${downloadSignature(artifact)}` } };
    },
  },
  {
    method: 'DELETE',
    pattern: '/actions/artifacts/{artifact}',
    docs: 'actions/artifacts#delete-an-artifact',
    needs: ['actions=write'],
    handle: (call) => {
      const artifact = artifactOf(call);
      call.repository.artifacts.delete(artifact.id);
      rmSync(artifact.file, { force: true });
      return { status: 204 };
    },
  },
];

const oidcRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    pattern: '/actions/oidc/customization/sub',
    docs: 'actions/oidc#get-the-customization-template-for-an-oidc-subject-claim-for-a-repository',
    needs: READ,
    handle: ({ repository }) => {
      const keys = repository.oidcClaimKeys;
      const chosen =
        keys === undefined ? { use_default: true } : { use_default: false, include_claim_keys: keys };
      // As recorded: the flag is false although the subject is immutable; only the prefix tells.
      const immutable = { use_immutable_subject: false, sub_claim_prefix: subjectPrefix(repository) };
      return {
        status: 200,
        body: { ...chosen, ...(repository.oidcSubject === 'immutable' ? immutable : {}) },
      };
    },
  },
  {
    method: 'PUT',
    pattern: '/actions/oidc/customization/sub',
    docs: 'actions/oidc#set-the-customization-template-for-an-oidc-subject-claim-for-a-repository',
    needs: ['actions=write'],
    handle: ({ repository, body }) => {
      repository.oidcClaimKeys =
        body['use_default'] === true ? undefined : optionalTexts(body, 'include_claim_keys');
      return { status: 201, body: {} };
    },
  },
];

export const ACTIONS_ROUTES: readonly RepositoryRoute[] = [...runRoutes, ...artifactRoutes, ...oidcRoutes];
