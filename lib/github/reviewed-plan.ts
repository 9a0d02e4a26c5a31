import type { Clock } from '../action/types.ts';
import type { GitHubDoor } from './client.ts';
import {
  checkReview,
  findPullOfCommit,
  readApplicablePull,
  type ApplicablePull,
  type ApprovalMode,
  type Review,
} from './pull-request-review.ts';
import { reviewErrors } from './review-errors.ts';
import { isOfRun, listRunArtifacts, type ListedArtifact } from './run-artifacts.ts';
import { checkAge, findPlanRun, readPlanRun, type PlanRun } from './workflow-runs.ts';

export interface PlanRequest {
  /** Number of a pull request, or full SHA of its head or merge. */
  readonly of: number | string;
  /** Path of the workflow that plans, `.github/workflows/hybrid-plan.yml`. */
  readonly workflowPath: string;
  /** A run to be used and no other; null for the newest. */
  readonly runId: number | null;
  readonly approval: ApprovalMode;
  readonly maxAgeMs: number;
}

/** The run whose plans were reviewed, and what it left. */
export interface ReviewedPlan {
  readonly pull: ApplicablePull;
  readonly review: Review;
  readonly run: PlanRun;
  /** Plan documents and sealed plans by the part of their names after `plan-` and `sealed-`. */
  readonly documents: ReadonlyMap<string, ListedArtifact>;
  readonly bundles: ReadonlyMap<string, ListedArtifact>;
}

/** More than the plan workflow can leave: two artifacts a job, 256 jobs, and room for others'. */
const MOST_ARTIFACTS = 2000;

/**
 * Finds the plan that was reviewed: from the pull request to the run of its reviewed head, to the artifacts of just that
 * run. Names of artifacts prove nothing, since any run can choose them; so the way never starts from one. Nothing is
 * downloaded here.
 * @throws EHA1120 to EHA1131, each for one thing that is not as it has to be
 */
export async function findReviewedPlan(
  door: GitHubDoor,
  request: PlanRequest,
  clock: Clock,
): Promise<ReviewedPlan> {
  const { of, workflowPath, runId } = request;
  const number = typeof of === 'number' ? of : await findPullOfCommit(door, of);
  const pull = await readApplicablePull(door, number);
  const review = await checkReview(door, pull, request.approval);
  const { headSha, repositoryId } = pull;
  const expected = { repositoryId, pullRequest: number, workflowPath, headSha };
  const run = runId === null ? await findPlanRun(door, expected) : await readPlanRun(door, runId, expected);
  checkAge(run, request.maxAgeMs, clock.now());
  const { artifacts, isComplete } = await listRunArtifacts(door, run.id, MOST_ARTIFACTS);
  if (!isComplete)
    throw reviewErrors.EHA1127(
      `The run ${String(run.id)} left more than ${String(MOST_ARTIFACTS)} artifacts.`,
    );
  return {
    pull,
    review,
    run,
    documents: byName(artifacts, 'plan-'),
    bundles: byName(artifacts, 'sealed-'),
  };
}

function byName(artifacts: readonly ListedArtifact[], prefix: string): ReadonlyMap<string, ListedArtifact> {
  const own = artifacts.filter(({ name }) => name.startsWith(prefix));
  return new Map(own.map((artifact) => [artifact.name.slice(prefix.length), artifact]));
}

/** Refuses an artifact that cannot be used. @throws EHA1127 of another run or commit, EHA1128 expired */
export function checkArtifact(artifact: ListedArtifact, run: PlanRun): void {
  const name = `The artifact ${artifact.name}`;
  if (!isOfRun(artifact, run)) {
    const made = artifact.workflow_run;
    const origin = `run ${String(made?.id ?? 'unknown')}, commit ${made?.head_sha ?? 'unknown'}`;
    throw reviewErrors.EHA1127(
      `${name} is of ${origin}; expected was run ${String(run.id)}, ${run.headSha}.`,
    );
  }
  if (artifact.expired) throw reviewErrors.EHA1128(`${name} of the run ${String(run.id)} has expired.`);
}
