import type { GitHubDoor, Octokit } from './client.ts';
import { listRunArtifacts } from './run-artifacts.ts';

const NEEDS_READ = 'actions: read';
/** One page of the newest runs: weeks of nights, also with several slots each. */
const MOST_RUNS = 100;
/** Runs whose artifacts are listed, one call each. */
const MOST_LOOKED_INTO = 30;
const MOST_ARTIFACTS = 1000;

/** Artifact that only a run leaves which made the checks; a slot that found them made leaves none. */
export const NIGHTLY_MARK = 'nightly';
const DRIFT_DOCUMENT = 'drift-';

/** A run of the nightly workflow. */
export interface NightlyRun {
  readonly id: number;
  readonly url: string;
  /** Of its last attempt; ISO 8601, UTC. */
  readonly startedAt: string;
}

/** The nights as GitHub knows them. */
export interface NightlyHistory {
  /** Path of the workflow, `.github/workflows/hybrid-nightly.yml`. */
  readonly workflow: string;
  /** As GitHub says: `active`, `disabled_inactivity` (60 days without activity), `disabled_manually`, … */
  readonly state: string;
  /** The newest run that made the checks and succeeded, or got as far as to wait for an approval. */
  readonly lastGood: NightlyRun | null;
  /** The newest run that ended and left documents about drift, whether it succeeded or not. */
  readonly previous: NightlyRun | null;
  /** The time until which nights are known to be missing: of the last good run, else of the oldest one looked at. */
  readonly since: string;
  /** Runs that were looked at. */
  readonly runs: number;
}

type RawRun = Awaited<ReturnType<Octokit['rest']['actions']['getWorkflowRun']>>['data'];

/** Path of the workflow that a run is of: the caller's, where reusable workflows are called. @throws EHA1105 */
export async function workflowOfRun(door: GitHubDoor, runId: number): Promise<string> {
  const run = await door.call('read this run', NEEDS_READ, (octokit) =>
    octokit.rest.actions.getWorkflowRun({ ...door.repository, run_id: runId }),
  );
  return run.data.path.replace(/@.*$/, '');
}

/**
 * Reads the newest runs of a workflow, this one left out. Only runs of this repository's own commits by schedule or by
 * hand count: no pull request can make a night look done.
 * @throws EHA1105 when there is no such workflow
 */
export async function readNightlyHistory(
  door: GitHubDoor,
  workflow: string,
  ownRun: number,
): Promise<NightlyHistory> {
  const workflowId = workflow.split('/').at(-1) ?? workflow;
  const { data } = await door.call(`read the workflow ${workflow}`, NEEDS_READ, (octokit) =>
    octokit.rest.actions.getWorkflow({ ...door.repository, workflow_id: workflowId }),
  );
  const listed = await door.call(`list the runs of ${workflow}`, NEEDS_READ, (octokit) =>
    octokit.rest.actions.listWorkflowRuns({
      ...door.repository,
      workflow_id: workflowId,
      per_page: MOST_RUNS,
    }),
  );
  const { workflow_runs: all } = listed.data;
  const own = all.filter((run) => run.id !== ownRun && isNightly(run)).slice(0, MOST_LOOKED_INTO);
  const found = await lookInto(door, own);
  const isWhole = all.length < MOST_RUNS && own.length < MOST_LOOKED_INTO;
  const oldest = own.at(-1);
  const beginning =
    isWhole || oldest === undefined ? data.created_at : (oldest.run_started_at ?? oldest.created_at);
  return {
    workflow: data.path,
    state: data.state,
    ...found,
    since: found.lastGood?.startedAt ?? beginning,
    runs: own.length,
  };
}

function isNightly(run: RawRun): boolean {
  // GitHub answers null for a deleted fork, which its client library does not know.
  const head = run.head_repository as typeof run.head_repository | null;
  return ['schedule', 'workflow_dispatch'].includes(run.event) && head?.id === run.repository.id;
}

async function lookInto(
  door: GitHubDoor,
  runs: readonly RawRun[],
): Promise<Pick<NightlyHistory, 'lastGood' | 'previous'>> {
  let lastGood: NightlyRun | null = null;
  let previous: NightlyRun | null = null;
  for (const run of runs) {
    // Waiting for an approval comes after the checks.
    const isGood = run.conclusion === 'success' || run.status === 'waiting';
    if (!isGood && run.status !== 'completed') continue;
    const { artifacts } = await listRunArtifacts(door, run.id, MOST_ARTIFACTS);
    const known = { id: run.id, url: run.html_url, startedAt: run.run_started_at ?? run.created_at };
    const left = artifacts.filter(({ expired }) => !expired);
    if (left.some(({ name }) => name.startsWith(DRIFT_DOCUMENT))) previous ??= known;
    if (isGood && artifacts.some(({ name }) => name === NIGHTLY_MARK)) lastGood ??= known;
    if (lastGood !== null && previous !== null) break;
  }
  return { lastGood, previous };
}
