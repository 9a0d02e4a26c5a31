/** Where the events that start runs happen: the commit, the ref and the payload that a run of each kind gets. */
import type { JsonObject } from '../runner/host.ts';
import { SimulatorError } from './errors.ts';
import type { QueueRequest, RunTrigger } from './github-actions.ts';
import {
  dispatchEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
  workflowRunEvent,
} from './github-events.ts';
import type { GitHubUser, RepositoryRecord } from './github-types.ts';
import type { GitHubState } from './github.ts';

/** Where an event runs and what it tells. */
export interface Origin {
  readonly sha: string;
  readonly ref: string;
  readonly headRef: string;
  readonly baseRef: string;
  readonly headSha: string;
  readonly headBranch: string;
  readonly headRepository: RepositoryRecord;
  readonly pullNumber: number | undefined;
  readonly title: string | undefined;
  readonly actor: GitHubUser;
  readonly event: JsonObject;
}

/** Looks up where the event of a trigger runs; SIM1022 or SIM1024 when GitHub would start no run for it. */
export async function originOf(
  state: GitHubState,
  repository: RepositoryRecord,
  request: QueueRequest,
): Promise<Origin> {
  const { trigger } = request;
  if (trigger.name === 'pull_request') return pullOrigin(state, repository, trigger, request.actor);
  if (trigger.name === 'workflow_run') return runOrigin(state, repository, trigger.runId);
  const branch =
    trigger.name === 'push' ? trigger.branch : trigger.name === 'workflow_dispatch' ? trigger.ref : undefined;
  const headBranch = (branch ?? repository.defaultBranch).replace(/^refs\/heads\//, '');
  const ref = `refs/heads/${headBranch}`;
  const sha = await repository.git.resolve(ref);
  if (sha === undefined) {
    throw new SimulatorError(
      'SIM1022',
      `no branch "${headBranch}" in ${repository.fullName}`,
      'Make it with commitToBranch.',
    );
  }
  const actor = state.user(request.actor ?? repository.owner.login);
  const about = { repository, ref, sender: actor, workflowPath: request.workflowPath };
  const event =
    trigger.name === 'push'
      ? await pushEvent(state, { ...about, sha, before: trigger.before })
      : trigger.name === 'workflow_dispatch'
        ? dispatchEvent(state, { ...about, inputs: trigger.inputs ?? {} })
        : scheduleEvent(state, { ...about, cron: trigger.cron });
  const none = { headRef: '', baseRef: '', pullNumber: undefined, title: undefined };
  return { ...none, sha, ref, headSha: sha, headBranch, headRepository: repository, actor, event };
}

/** The default branch as it is now, with the rights of this repository; only the payload knows the other run. */
async function runOrigin(state: GitHubState, repository: RepositoryRecord, runId: number): Promise<Origin> {
  const run = repository.runs.get(runId);
  if (run?.status !== 'completed') {
    const remedy = 'GitHub starts workflow_run when a run has ended; let it end first.';
    throw new SimulatorError('SIM1024', `run ${runId} of ${repository.fullName} has not ended`, remedy);
  }
  const headBranch = repository.defaultBranch;
  const ref = `refs/heads/${headBranch}`;
  const sha = (await repository.git.resolve(ref)) ?? '';
  return {
    sha,
    ref,
    headRef: '',
    baseRef: '',
    headSha: sha,
    headBranch,
    headRepository: repository,
    pullNumber: undefined,
    title: undefined,
    actor: run.actor,
    event: await workflowRunEvent(state, { repository, sender: run.actor, run }),
  };
}

function pullOrigin(
  state: GitHubState,
  repository: RepositoryRecord,
  trigger: Extract<RunTrigger, { name: 'pull_request' }>,
  actorName: string | undefined,
): Origin {
  const { number, action, before } = trigger;
  const { issue, pull } = state.pullRequest(repository.fullName, number);
  if (!pull.mergeable || pull.mergeCommitSha === null) {
    const remedy =
      'GitHub starts no pull_request run while head and base conflict; resolve the conflict first.';
    throw new SimulatorError('SIM1024', `${repository.fullName}#${number} has a merge conflict`, remedy);
  }
  const actor = actorName === undefined ? issue.user : state.user(actorName);
  const merged = pull.mergedAt !== null;
  return {
    sha: pull.mergeCommitSha,
    ref: merged ? `refs/heads/${pull.baseRef}` : `refs/pull/${number}/merge`,
    headRef: pull.headRef,
    baseRef: pull.baseRef,
    headSha: pull.headSha,
    headBranch: pull.headRef,
    headRepository: pull.headRepository,
    pullNumber: number,
    title: issue.title,
    actor,
    event: pullRequestEvent(state, {
      repository: repository.fullName,
      number,
      action,
      before,
      sender: actor.login,
    }),
  };
}
