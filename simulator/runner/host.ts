/** What the simulated GitHub gives to a runner. The GitHub server implements it; the runner's own tests use a small one. */

/** The JSON values that events, contexts and outputs consist of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** The permissions of a job's GITHUB_TOKEN after caller, workflow and job have been combined: scope → access. */
export type TokenPermissions = Readonly<Record<string, 'read' | 'write' | 'none'>>;

/** A workflow run as GitHub knows it, fixed when it is queued. */
export interface RunIdentity {
  readonly runId: number;
  readonly runNumber: number;
  readonly runAttempt: number;
  /** `owner/name` of the repository whose event started the run. */
  readonly repository: string;
  readonly repositoryId: number;
  readonly repositoryOwnerId: number;
  /** The workflow file within that repository, for example `.github/workflows/hybrid-plan.yml`. */
  readonly workflowPath: string;
  readonly sha: string;
  /** Full ref, for example `refs/pull/1/merge`. */
  readonly ref: string;
  readonly headRef: string;
  readonly baseRef: string;
  readonly actor: string;
  readonly eventName: string;
  readonly event: JsonObject;
}

/** One job as it is about to run; what a token, an OIDC token or an approval is bound to. */
export interface JobIdentity {
  readonly run: RunIdentity;
  /** Unique within the run, with caller job and matrix: `plan / plan (foundation)`. */
  readonly name: string;
  readonly permissions: TokenPermissions;
  readonly environment: string | undefined;
  /** `owner/name/.github/workflows/file.yml@ref` of the workflow file that defines the job. */
  readonly workflowRef: string;
  readonly workflowSha: string;
}

export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  readonly digest: string;
  readonly sizeInBytes: number;
}

export interface RunnerHost {
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /**
   * The folder that holds `repository` at `ref`, for reading reusable workflows and actions; it must not be written to.
   * Rejects when the repository or ref does not exist, as GitHub does ("unable to resolve action").
   */
  resolveRepository(
    repository: string,
    ref: string,
  ): Promise<{ readonly directory: string; readonly sha: string }>;
  /** Puts a fresh working copy of `repository` at `ref` (sha, branch, tag, full ref) into `directory`. */
  checkout(request: {
    readonly repository: string;
    readonly ref: string;
    readonly directory: string;
    readonly token: string;
    readonly fetchDepth: number;
  }): Promise<{ readonly sha: string }>;
  mintToken(job: JobIdentity): string;
  /** Values for ACTIONS_ID_TOKEN_REQUEST_URL and _TOKEN; only asked for when the job has `id-token: write`. */
  mintIdTokenRequest(job: JobIdentity): { readonly url: string; readonly token: string };
  /** `vars` of the repository and, when named, of the environment (which wins). */
  variables(repository: string, environment: string | undefined): Readonly<Record<string, string>>;
  secrets(repository: string, environment: string | undefined): Readonly<Record<string, string>>;
  /** Resolves when the environment's protection rules let the job pass; immediately where there are none. */
  awaitEnvironment(job: JobIdentity, signal: AbortSignal): Promise<'approved' | 'rejected'>;
  putArtifact(request: {
    readonly run: RunIdentity;
    readonly name: string;
    /** Relative path within the artifact → absolute path of the file. */
    readonly files: ReadonlyMap<string, string>;
    readonly overwrite: boolean;
    readonly retentionDays: number | undefined;
  }): Promise<StoredArtifact>;
  listArtifacts(runId: number): Promise<readonly StoredArtifact[]>;
  /** Writes the files of one artifact below `directory`. */
  getArtifact(artifact: StoredArtifact, directory: string): Promise<void>;
  /** Tells GitHub how the run stands, so that its API answers with it. */
  reportRun(
    run: RunIdentity,
    status: 'queued' | 'in_progress' | 'completed',
    conclusion: string | undefined,
  ): void;
  reportJob(
    job: JobIdentity,
    status: 'queued' | 'waiting' | 'in_progress' | 'completed',
    conclusion: string | undefined,
  ): void;
}
