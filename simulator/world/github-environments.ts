/** Environments: protection rules, who may pass them, and jobs that wait for approval. */
import type { JobIdentity } from '../runner/host.ts';
import type { GitHubState } from './github.ts';
import { SimulatorError } from './errors.ts';
import type {
  EnvironmentRecord,
  EnvironmentReviewer,
  GitHubUser,
  PendingDeployment,
  RepositoryRecord,
  RunRecord,
} from './github-types.ts';

export interface NewEnvironment {
  readonly repository: string;
  readonly name: string;
  /** Logins, or a team as `{ team, members }`. */
  readonly reviewers?: readonly (string | { readonly team: string; readonly members: readonly string[] })[];
  /** Minutes. */
  readonly waitTimer?: number;
  readonly preventSelfReview?: boolean;
  readonly canAdminsBypass?: boolean;
  /** `protected`, or patterns of branches; default: every branch. */
  readonly branches?: 'protected' | readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
}

/** Makes or replaces an environment. */
export function createEnvironment(state: GitHubState, request: NewEnvironment): EnvironmentRecord {
  const repository = state.repository(request.repository);
  const patterns = typeof request.branches === 'object' ? request.branches : [];
  const now = state.now();
  const record: EnvironmentRecord = {
    id: repository.environments.get(request.name.toLowerCase())?.id ?? state.ids.next('environment'),
    name: request.name,
    createdAt: now,
    updatedAt: now,
    reviewers: (request.reviewers ?? []).map((reviewer) => asReviewer(state, reviewer)),
    waitTimer: request.waitTimer ?? 0,
    preventSelfReview: request.preventSelfReview ?? false,
    canAdminsBypass: request.canAdminsBypass ?? true,
    branchPolicy:
      request.branches === undefined ? undefined : request.branches === 'protected' ? 'protected' : 'custom',
    branchPolicies: patterns.map((name) => ({ id: state.ids.next('policy'), name })),
    variables: upperKeys(request.variables),
    secrets: upperKeys(request.secrets),
  };
  repository.environments.set(request.name.toLowerCase(), record);
  return record;
}

function upperKeys(values: Readonly<Record<string, string>> = {}): Map<string, string> {
  return new Map(Object.entries(values).map(([name, value]) => [name.toUpperCase(), value]));
}

function asReviewer(
  state: GitHubState,
  reviewer: string | { readonly team: string; readonly members: readonly string[] },
): EnvironmentReviewer {
  if (typeof reviewer === 'string') {
    return { type: 'User', name: reviewer, id: state.user(reviewer).id, members: [reviewer] };
  }
  return { type: 'Team', name: reviewer.team, id: state.ids.next('team'), members: reviewer.members };
}

/** The environment, made without rules when a job is the first to name it, as GitHub does. */
export function environmentOf(
  state: GitHubState,
  repository: RepositoryRecord,
  name: string,
): EnvironmentRecord {
  const known = repository.environments.get(name.toLowerCase());
  return known ?? createEnvironment(state, { repository: repository.fullName, name });
}

/** Whether the environment's deployment branches let a ref pass. Policies are matched to GITHUB_REF. */
export function allowsRef(
  repository: RepositoryRecord,
  environment: EnvironmentRecord,
  ref: string,
): boolean {
  if (environment.branchPolicy === undefined) return true;
  if (!ref.startsWith('refs/heads/')) return false;
  const branch = ref.slice('refs/heads/'.length);
  if (environment.branchPolicy === 'protected') {
    // Documented trap: "protected branches only" lets every branch pass as long as none is protected.
    return repository.protectedBranches.size === 0 || repository.protectedBranches.has(branch);
  }
  return environment.branchPolicies.some((policy) => globMatches(policy.name, branch));
}

/** Ruby's File.fnmatch with FNM_PATHNAME, which GitHub names for these patterns: `*` stops at a slash. */
function globMatches(pattern: string, branch: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('**/', '\u0000')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]')
    .replaceAll('\u0000', '(?:.*/)?');
  return new RegExp(`^${source}$`).test(branch);
}

/** Waits until the job may enter its environment; `onWaiting` hears of a review that is needed. */
export async function awaitEnvironment(
  state: GitHubState,
  job: JobIdentity,
  signal: AbortSignal,
  onWaiting: (entry: PendingDeployment) => void = () => undefined,
): Promise<'approved' | 'rejected'> {
  if (job.environment === undefined) return 'approved';
  const repository = state.repository(job.run.repository);
  const environment = environmentOf(state, repository, job.environment);
  if (!allowsRef(repository, environment, job.run.ref)) return 'rejected';
  if (environment.waitTimer > 0) await state.clock.sleep(environment.waitTimer * 60_000, signal);
  if (environment.reviewers.length === 0) return 'approved';
  const run = state.run(job.run);
  const verdict = untilReviewed(run, environment, job.name, state.now(), signal);
  const entry = run.pending.at(-1);
  if (entry !== undefined) onWaiting(entry);
  return verdict;
}

function untilReviewed(
  run: RunRecord,
  environment: EnvironmentRecord,
  jobName: string,
  since: string,
  signal: AbortSignal,
): Promise<'approved' | 'rejected'> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const leave = () => {
      signal.removeEventListener('abort', onAbort);
      run.pending.splice(run.pending.indexOf(entry), 1);
    };
    const onAbort = () => {
      leave();
      reject(signal.reason instanceof Error ? signal.reason : new Error('the run was cancelled'));
    };
    const entry: PendingDeployment = {
      environment,
      jobName,
      since,
      decide: (verdict) => {
        leave();
        resolve(verdict);
      },
    };
    signal.addEventListener('abort', onAbort, { once: true });
    run.pending.push(entry);
  });
}

/** Whether a person may review an environment for a run. */
export function mayReview(environment: EnvironmentRecord, run: RunRecord, user: GitHubUser): boolean {
  const listed = environment.reviewers.some((reviewer) =>
    reviewer.members.some((login) => login.toLowerCase() === user.login.toLowerCase()),
  );
  return listed && !(environment.preventSelfReview && run.actor.id === user.id);
}

/** Decides every waiting job of the environments; SIM1024 where the person may not, or nothing waits. */
export function review(
  run: RunRecord,
  decision: {
    readonly environments: readonly string[];
    readonly verdict: 'approved' | 'rejected';
    readonly user: GitHubUser;
    readonly comment?: string;
  },
): readonly EnvironmentRecord[] {
  const names = decision.environments.map((name) => name.toLowerCase());
  const waiting = run.pending.filter((entry) => names.includes(entry.environment.name.toLowerCase()));
  if (waiting.length === 0 || waiting.some((entry) => !mayReview(entry.environment, run, decision.user))) {
    const what = decision.environments.join(', ');
    throw new SimulatorError(
      'SIM1024',
      `${decision.user.login} cannot review ${what} for run ${run.id}`,
      'A job must be waiting for the environment and the person must be one of its reviewers.',
    );
  }
  const environments = [...new Set(waiting.map((entry) => entry.environment))];
  for (const environment of environments) {
    run.approvals.push({
      environment,
      state: decision.verdict,
      user: decision.user,
      comment: decision.comment ?? '',
    });
  }
  for (const entry of waiting) entry.decide(decision.verdict);
  return environments;
}
