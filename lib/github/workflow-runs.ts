import { ActionError } from '../action/errors.ts';
import type { GitHubDoor, Octokit } from './client.ts';
import { reviewErrors } from './review-errors.ts';

const NEEDS_READ = 'actions: read';

/** A plan run that is what it has to be. */
export interface PlanRun {
  readonly id: number;
  readonly attempt: number;
  readonly headSha: string;
  readonly url: string;
  /** Of this attempt; ISO 8601, UTC. */
  readonly startedAt: string;
}

/** What the run of a reviewed plan must be. */
export interface PlanRunExpectation {
  /** GitHub's number of this repository. */
  readonly repositoryId: number;
  readonly pullRequest: number;
  /** Path of the calling workflow, `.github/workflows/hybrid-plan.yml`. */
  readonly workflowPath: string;
  /** The reviewed commit. */
  readonly headSha: string;
}

type RawRun = Awaited<ReturnType<Octokit['rest']['actions']['getWorkflowRun']>>['data'];

/** The run of that number, after all of it is compared. @throws EHA1121 to EHA1126 */
export async function readPlanRun(
  door: GitHubDoor,
  runId: number,
  expected: PlanRunExpectation,
): Promise<PlanRun> {
  const run = await door
    .call(`read the run ${String(runId)}`, NEEDS_READ, async (octokit) => {
      const { data } = await octokit.rest.actions.getWorkflowRun({ ...door.repository, run_id: runId });
      return data;
    })
    .catch((cause: unknown) => {
      if (!(cause instanceof ActionError) || cause.code !== 'EHA1105') throw cause;
      throw reviewErrors.EHA1121(`This repository has no run ${String(runId)}.`, { cause });
    });
  return checkPlanRun(run, expected);
}

/**
 * The newest plan run of the reviewed commit. An older one that succeeded does not stand in for a newest one that did
 * not: something changed between them, be it only the world that was planned against.
 * @throws EHA1120 without such a run, else as {@link readPlanRun}
 */
export async function findPlanRun(door: GitHubDoor, expected: PlanRunExpectation): Promise<PlanRun> {
  const { headSha, workflowPath, pullRequest } = expected;
  const runs = await door.call('list the runs of the reviewed commit', NEEDS_READ, (octokit) =>
    octokit.paginate(octokit.rest.actions.listWorkflowRunsForRepo, {
      ...door.repository,
      head_sha: headSha,
      event: 'pull_request',
      per_page: 100,
    }),
  );
  const own = runs.filter((run) => pathOf(run) === workflowPath && !isOfOther(run, pullRequest));
  const newest = own.toSorted((one, other) => other.id - one.id)[0];
  if (newest !== undefined) return checkPlanRun(newest, expected);
  const paths = [...new Set(runs.map(pathOf))].sort();
  const others = paths.length === 0 ? 'no workflow did' : `${paths.join(', ')} did`;
  throw reviewErrors.EHA1120(
    `${workflowPath} did not run for pull request ${String(pullRequest)} at ${headSha}; ${others}.`,
  );
}

/** GitHub writes `path@ref` where a workflow comes from another place than the commit. */
function pathOf({ path }: Pick<RawRun, 'path'>): string {
  return path.replace(/@.*$/, '');
}

/** GitHub names the pull requests of a run only while they are open; then they must include this one. */
function isOfOther({ pull_requests: pulls }: Pick<RawRun, 'pull_requests'>, pullRequest: number): boolean {
  return pulls !== null && pulls.length > 0 && !pulls.some(({ number }) => number === pullRequest);
}

/** @throws EHA1121 to EHA1126 */
function checkPlanRun(run: RawRun, expected: PlanRunExpectation): PlanRun {
  const name = `The run ${String(run.id)}`;
  const { repositoryId, workflowPath, headSha } = expected;
  if (run.repository.id !== repositoryId)
    throw reviewErrors.EHA1121(`${name} is of ${run.repository.full_name}.`);
  // GitHub answers null for a deleted fork, which its client library does not know.
  const head = run.head_repository as typeof run.head_repository | null;
  if (head?.id !== repositoryId)
    throw reviewErrors.EHA1126(`${name} is of commits in ${head?.full_name ?? 'a deleted repository'}.`);
  if (run.event !== 'pull_request') throw reviewErrors.EHA1123(`${name} was started by ${run.event}.`);
  if (pathOf(run) !== workflowPath)
    throw reviewErrors.EHA1122(`${name} is of ${pathOf(run)}, expected was ${workflowPath}.`);
  if (run.head_sha !== headSha || isOfOther(run, expected.pullRequest))
    throw reviewErrors.EHA1125(
      `${name} planned ${run.head_sha}; the reviewed head of pull request ${String(expected.pullRequest)} is ${headSha}.`,
    );
  if (run.status !== 'completed' || run.conclusion !== 'success')
    throw reviewErrors.EHA1124(`${name} is ${run.conclusion ?? run.status ?? 'in an unknown state'}.`);
  return {
    id: run.id,
    attempt: run.run_attempt ?? 1,
    headSha: run.head_sha,
    url: run.html_url,
    startedAt: run.run_started_at ?? run.created_at,
  };
}

/** @throws EHA1129 */
export function checkAge(run: PlanRun, maxAgeMs: number, nowMs: number): void {
  const age = nowMs - Date.parse(run.startedAt);
  if (age <= maxAgeMs) return;
  const hours = (milliseconds: number) => `${String(Math.round(milliseconds / 3_600_000))} h`;
  throw reviewErrors.EHA1129(
    `The run ${String(run.id)} planned ${hours(age)} ago, at ${run.startedAt}; at most ${hours(maxAgeMs)} are allowed.`,
  );
}
