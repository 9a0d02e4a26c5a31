/** The records of the simulated GitHub: what it remembers, free of how its API shows it. */
import type { JsonObject, TokenPermissions } from '../runner/host.ts';
import type { DiffFile } from './github-diff.ts';
import type { GitRepository } from './github-git.ts';

/** A person, an organisation or an app's bot account. */
export interface GitHubUser {
  readonly id: number;
  readonly nodeId: string;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
}

/** A reviewer of an environment; teams have members, one of whom has to approve. */
export interface EnvironmentReviewer {
  readonly type: 'User' | 'Team';
  readonly name: string;
  readonly id: number;
  readonly members: readonly string[];
}

export interface BranchPolicy {
  readonly id: number;
  readonly name: string;
}

/** An environment with its protection rules, variables and secrets. */
export interface EnvironmentRecord {
  readonly id: number;
  readonly name: string;
  readonly createdAt: string;
  updatedAt: string;
  reviewers: readonly EnvironmentReviewer[];
  /** Minutes, 0 to 43,200. */
  waitTimer: number;
  preventSelfReview: boolean;
  canAdminsBypass: boolean;
  /** `undefined` allows every ref; `protected` those of protected branches; otherwise the named patterns. */
  branchPolicy: 'protected' | 'custom' | undefined;
  branchPolicies: BranchPolicy[];
  readonly variables: Map<string, string>;
  readonly secrets: Map<string, string>;
}

export interface LabelRecord {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
  readonly isDefault: boolean;
}

/** An issue or, when `pull` is set, the issue side of a pull request. */
export interface IssueRecord {
  readonly id: number;
  readonly number: number;
  readonly user: GitHubUser;
  readonly viaApp: boolean;
  readonly createdAt: string;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: 'completed' | 'not_planned' | 'reopened' | null;
  updatedAt: string;
  closedAt: string | null;
  closedBy: GitHubUser | null;
  labels: LabelRecord[];
  assignees: GitHubUser[];
  readonly pull: PullRecord | undefined;
}

/** What a pull request has beyond its issue. */
export interface PullRecord {
  readonly id: number;
  readonly headRepository: RepositoryRecord;
  readonly headRef: string;
  readonly baseRef: string;
  headSha: string;
  baseSha: string;
  draft: boolean;
  /** False when base and head conflict; GitHub then leaves `refs/pull/N/merge` at the last clean merge. */
  mergeable: boolean;
  /** The test merge while open, the merge on the base branch once merged. */
  mergeCommitSha: string | null;
  mergedAt: string | null;
  mergedBy: GitHubUser | null;
  /** What head changes since it left base, and in how many commits. */
  files: readonly DiffFile[];
  commits: number;
  /** Oldest first. */
  readonly reviews: ReviewRecord[];
}

/** What one person said of a pull request, at the commit that was its head then. */
export interface ReviewRecord {
  readonly id: number;
  readonly user: GitHubUser;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
  readonly body: string;
  readonly commitSha: string;
  readonly submittedAt: string;
}

export interface CommentRecord {
  readonly id: number;
  readonly nodeId: string;
  readonly issueNumber: number;
  readonly user: GitHubUser;
  readonly viaApp: boolean;
  readonly createdAt: string;
  updatedAt: string;
  body: string;
  /** The classifier with which it was hidden, in lower case as REST shows it (`outdated`); null while it is shown. */
  minimized: string | null;
  /** How often its body was changed. */
  edits: number;
}

export type RunStatus = 'queued' | 'in_progress' | 'completed';
export type JobStatus = RunStatus | 'waiting';

export interface WorkflowRecord {
  readonly id: number;
  readonly path: string;
  readonly createdAt: string;
  name: string;
  runs: number;
  /** `active` when left out; GitHub disables those with a schedule after 60 days without activity. */
  state?: 'active' | 'disabled_inactivity' | 'disabled_manually';
}

export interface RunRecord {
  readonly id: number;
  readonly workflow: WorkflowRecord;
  readonly number: number;
  readonly event: string;
  readonly payload: JsonObject;
  readonly displayTitle: string;
  /** The branch and commit that the API names: of a pull request its head, although the run checks out the merge. */
  readonly headBranch: string;
  readonly headSha: string;
  readonly headRepository: RepositoryRecord;
  readonly actor: GitHubUser;
  readonly pullNumber: number | undefined;
  readonly createdAt: string;
  attempt: number;
  startedAt: string;
  updatedAt: string;
  status: RunStatus;
  conclusion: string | null;
  readonly jobs: JobRecord[];
  readonly pending: PendingDeployment[];
  readonly approvals: ApprovalRecord[];
  cancel: AbortController;
}

export interface JobRecord {
  readonly id: number;
  readonly runAttempt: number;
  readonly name: string;
  readonly createdAt: string;
  startedAt: string;
  completedAt: string | null;
  status: JobStatus;
  conclusion: string | null;
  deploymentId: number | undefined;
}

/** A job that waits for the protection rules of its environment. */
export interface PendingDeployment {
  readonly environment: EnvironmentRecord;
  readonly jobName: string;
  readonly since: string;
  readonly decide: (verdict: 'approved' | 'rejected') => void;
}

export interface ApprovalRecord {
  readonly environment: EnvironmentRecord;
  readonly state: 'approved' | 'rejected';
  readonly user: GitHubUser;
  readonly comment: string;
}

export interface ArtifactRecord {
  readonly id: number;
  readonly name: string;
  readonly runId: number;
  readonly sizeInBytes: number;
  readonly digest: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** The zip file on disk. */
  readonly file: string;
}

export interface DeploymentStatusRecord {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly targetUrl: string;
  readonly environmentUrl: string;
  readonly creator: GitHubUser;
  readonly createdAt: string;
}

export interface DeploymentRecord {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly payload: JsonObject | string;
  readonly environment: string;
  readonly description: string | null;
  readonly creator: GitHubUser;
  readonly createdAt: string;
  updatedAt: string;
  readonly statuses: DeploymentStatusRecord[];
}

export interface CheckRunRecord {
  readonly id: number;
  readonly headSha: string;
  readonly createdAt: string;
  name: string;
  externalId: string;
  detailsUrl: string | null;
  status: string;
  conclusion: string | null;
  startedAt: string | null;
  completedAt: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  readonly annotations: JsonObject[];
}

export interface CommitStatusRecord {
  readonly id: number;
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: GitHubUser;
  readonly createdAt: string;
}

export interface RepositoryRecord {
  readonly id: number;
  readonly owner: GitHubUser;
  readonly name: string;
  /** `owner/name` */
  readonly fullName: string;
  readonly isPrivate: boolean;
  readonly parent: RepositoryRecord | undefined;
  readonly defaultBranch: string;
  readonly createdAt: string;
  pushedAt: string;
  /** Whether `sub` of an OIDC token carries the ids of owner and repository. */
  readonly oidcSubject: 'classic' | 'immutable';
  oidcClaimKeys: readonly string[] | undefined;
  readonly git: GitRepository;
  readonly protectedBranches: Set<string>;
  /** Approvals that a pull request needs; 0 asks for none. */
  requiredApprovals: number;
  readonly variables: Map<string, string>;
  readonly secrets: Map<string, string>;
  readonly labels: Map<string, LabelRecord>;
  readonly issues: Map<number, IssueRecord>;
  readonly comments: Map<number, CommentRecord>;
  readonly environments: Map<string, EnvironmentRecord>;
  readonly workflows: Map<string, WorkflowRecord>;
  readonly runs: Map<number, RunRecord>;
  readonly artifacts: Map<number, ArtifactRecord>;
  readonly deployments: Map<number, DeploymentRecord>;
  readonly checkRuns: Map<number, CheckRunRecord>;
  readonly statuses: CommitStatusRecord[];
}

/** Whoever calls the API: a job's GITHUB_TOKEN (`app`) or a person's token. */
export interface TokenRecord {
  readonly token: string;
  readonly kind: 'app' | 'user';
  readonly user: GitHubUser;
  /** The one repository of a GITHUB_TOKEN; a person's token reaches all of this world. */
  readonly repositoryId: number | undefined;
  readonly permissions: TokenPermissions;
  /** The job it was made for; the token ends with that job. */
  readonly jobKey: string | undefined;
  revoked: boolean;
}
