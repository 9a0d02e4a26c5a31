/** What the simulated GitHub gives to a runner. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { JobIdentity, RunIdentity, RunnerHost, StoredArtifact } from '../../runner/host.ts';
import { SimulatorError } from '../../world/errors.ts';
import { packArtifact, unpackArtifact } from '../../world/github-artifacts.ts';
import { awaitEnvironment, mayReview, review } from '../../world/github-environments.ts';
import { runGit } from '../../world/github-git.ts';
import { timestamp } from '../../world/github-ids.ts';
import type { GitHubState } from '../../world/github.ts';
import type { ArtifactRecord, RepositoryRecord } from '../../world/github-types.ts';
import { isPermitted, maySee } from './rest.ts';
import type { GitHubServer } from './server.ts';

export interface RunnerHostOptions {
  readonly state: GitHubState;
  readonly server: GitHubServer;
  /** A repository that is not in the world but a folder here: every ref of it is that folder as it stands. */
  readonly suite?: {
    readonly repository: string;
    readonly directory: string;
    /** Default: what `git rev-parse HEAD` says in the folder. */
    readonly sha?: string;
  };
  /** Approves whatever waits, in the name of the environment's first reviewer. */
  readonly autoApprove?: boolean;
}

/** The runner's host, and the reviewer's side of environments. */
export interface SimulatedRunnerHost extends RunnerHost {
  /** Lets the jobs of a run that wait for an environment pass; SIM1024 when none waits or the person may not. */
  approve(run: RunIdentity, environment: string, by: string, comment?: string): void;
  reject(run: RunIdentity, environment: string, by: string, comment?: string): void;
}

const DEFAULT_RETENTION_DAYS = 90;
const DAY = 86_400_000;

export function createRunnerHost(options: RunnerHostOptions): SimulatedRunnerHost {
  const { state, server } = options;
  const decide =
    (verdict: 'approved' | 'rejected') =>
    (run: RunIdentity, environment: string, by: string, comment?: string) => {
      const said = comment === undefined ? {} : { comment };
      review(state.run(run), { environments: [environment], verdict, user: state.user(by), ...said });
    };
  return {
    serverUrl: server.serverUrl,
    apiUrl: server.apiUrl,
    graphqlUrl: server.graphqlUrl,
    resolveRepository: (repository, ref) => resolveRepository(options, repository, ref),
    checkout: (request) => checkout(options, request),
    mintToken: (job) => state.mintJobToken(job),
    mintIdTokenRequest: (job) => server.idTokenRequest(job),
    variables: (repository, environment) => settings(state, repository, environment, 'variables'),
    secrets: (repository, environment) => settings(state, repository, environment, 'secrets'),
    awaitEnvironment: (job, signal) => enter(options, job, signal),
    putArtifact: (request) => putArtifact(state, request),
    listArtifacts: (runId) => Promise.resolve(artifactsOf(state, runId).map(stored)),
    getArtifact: (artifact, directory) => unpackArtifact(artifactById(state, artifact.id).file, directory),
    reportRun: (run, status, conclusion) => state.reportRun(run, status, conclusion),
    reportJob: (job, status, conclusion) => state.reportJob(job, status, conclusion),
    approve: decide('approved'),
    reject: decide('rejected'),
  };
}

function isSuite(options: RunnerHostOptions, repository: string): boolean {
  return options.suite?.repository.toLowerCase() === repository.toLowerCase();
}

/** A folder with the repository at a ref; exported once a commit. */
async function resolveRepository(options: RunnerHostOptions, name: string, ref: string) {
  if (options.suite !== undefined && isSuite(options, name)) {
    const { directory, sha } = options.suite;
    return { directory, sha: sha ?? (await headOf(directory)) };
  }
  const { state } = options;
  const repository = state.findRepository(name);
  const sha = await repository?.git.resolve(ref);
  if (repository === undefined || sha === undefined) {
    const remedy =
      'Check the spelling of `uses:`; the simulated GitHub has only the repositories made in it.';
    throw new SimulatorError(
      'SIM1302',
      `Unable to resolve action ${name}@${ref}, unable to find version ${ref}`,
      remedy,
    );
  }
  const directory = join(state.directory, 'exports', repository.fullName, sha);
  if (!existsSync(directory)) await exportOnce(repository, sha, directory);
  return { directory, sha };
}

/** Exports beside the target and moves it there whole: jobs that start together must not see half of it. */
async function exportOnce(repository: RepositoryRecord, sha: string, directory: string): Promise<void> {
  await mkdir(dirname(directory), { recursive: true });
  const partial = await mkdtemp(`${directory}-`);
  await repository.git.exportTree(sha, partial);
  try {
    await rename(partial, directory);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(directory)) throw error;
  }
}

async function headOf(directory: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('git', ['rev-parse', 'HEAD'], { cwd: directory });
    return stdout.trim();
  } catch (cause) {
    const remedy = 'Give the sha of the suite, or use a folder that is a git checkout.';
    throw new SimulatorError('SIM1303', `${directory} has no git commit`, remedy, { cause });
  }
}

interface CheckoutRequest {
  readonly repository: string;
  readonly ref: string;
  readonly directory: string;
  readonly token: string;
  readonly fetchDepth: number;
}

/** As actions/checkout: an empty folder, fetch of what is asked to the depth that is asked, then the working copy. */
async function checkout(
  options: RunnerHostOptions,
  request: CheckoutRequest,
): Promise<{ readonly sha: string }> {
  const repository = readableRepository(options.state, request);
  const ref = await fullRef(repository, request.ref === '' ? repository.defaultBranch : request.ref);
  const sha = await repository.git.resolve(ref);
  if (sha === undefined) {
    const message = `A branch or tag with the name '${request.ref}' could not be found in ${repository.fullName}`;
    throw new SimulatorError('SIM1302', message, 'Check the ref given to actions/checkout.');
  }
  const { directory } = request;
  await emptyFolder(directory);
  const git = (...args: string[]) => runGit(args, { cwd: directory });
  await git('init', '--quiet', '--template=', '--initial-branch=main', '.');
  await git('remote', 'add', 'origin', `${options.server.serverUrl}/${repository.fullName}`);
  const source = `file://${repository.git.directory}`;
  const local = trackingRef(ref);
  const wanted = `+${sha}:${local ?? 'refs/remotes/origin/checkout'}`;
  const everything = ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*'];
  if (request.fetchDepth > 0)
    await git('fetch', '--quiet', '--no-tags', `--depth=${request.fetchDepth}`, source, wanted);
  else
    await git('fetch', '--quiet', source, ...everything, ...(ref.startsWith('refs/pull/') ? [wanted] : []));
  const branch = /^refs\/remotes\/origin\/(.+)$/.exec(local ?? '')?.[1];
  // A branch is checked out as itself, everything else detached, as actions/checkout does.
  await (branch === undefined
    ? git('checkout', '--quiet', '--force', sha)
    : git('checkout', '--quiet', '--force', '-B', branch, sha));
  return { sha };
}

/** A short name is a branch if there is one, else a tag; a sha stays. */
async function fullRef(repository: RepositoryRecord, ref: string): Promise<string> {
  if (ref.startsWith('refs/')) return ref;
  if ((await repository.git.resolve(`refs/heads/${ref}`)) !== undefined) return `refs/heads/${ref}`;
  return (await repository.git.resolve(`refs/tags/${ref}`)) === undefined ? ref : `refs/tags/${ref}`;
}

/** Where the fetched commit is kept in the working copy; undefined for a bare sha. */
function trackingRef(ref: string): string | undefined {
  if (!ref.startsWith('refs/')) return undefined;
  if (ref.startsWith('refs/heads/')) return ref.replace('refs/heads/', 'refs/remotes/origin/');
  return ref.startsWith('refs/tags/') ? ref : ref.replace('refs/', 'refs/remotes/');
}

/** GitHub answers git for a repository one may not read as for one that does not exist. */
function readableRepository(state: GitHubState, request: CheckoutRequest): RepositoryRecord {
  const repository = state.findRepository(request.repository);
  const token = state.tokens.get(request.token);
  const readable =
    repository !== undefined &&
    token?.revoked !== true &&
    maySee(repository, token) &&
    isPermitted(repository, token, ['contents=read']);
  if (readable) return repository;
  const remedy = 'Check the name, and that the job has `contents: read` on it.';
  throw new SimulatorError('SIM1302', `Repository not found: ${request.repository}`, remedy);
}

async function emptyFolder(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const name of await readdir(directory))
    await rm(join(directory, name), { recursive: true, force: true });
}

/** The environment's values win over the repository's. */
function settings(
  state: GitHubState,
  name: string,
  environment: string | undefined,
  kind: 'variables' | 'secrets',
): Readonly<Record<string, string>> {
  const repository = state.repository(name);
  const own = environment === undefined ? undefined : repository.environments.get(environment.toLowerCase());
  return { ...Object.fromEntries(repository[kind]), ...Object.fromEntries(own?.[kind] ?? []) };
}

function enter(
  options: RunnerHostOptions,
  job: JobIdentity,
  signal: AbortSignal,
): Promise<'approved' | 'rejected'> {
  const { state } = options;
  return awaitEnvironment(state, job, signal, ({ environment }) => {
    const run = state.run(job.run);
    const reviewers = environment.reviewers.flatMap((each) => each.members).map((login) => state.user(login));
    const reviewer = reviewers.find((user) => mayReview(environment, run, user));
    if (options.autoApprove !== true || reviewer === undefined) return;
    review(run, { environments: [environment.name], verdict: 'approved', user: reviewer });
  });
}

function artifactsOf(state: GitHubState, runId: number): readonly ArtifactRecord[] {
  return [...state.repositories.values()].flatMap((repository) =>
    [...repository.artifacts.values()].filter((artifact) => artifact.runId === runId),
  );
}

function artifactById(state: GitHubState, id: number): ArtifactRecord {
  const found = [...state.repositories.values()]
    .map((repository) => repository.artifacts.get(id))
    .find(Boolean);
  if (found !== undefined) return found;
  throw new SimulatorError(
    'SIM1302',
    `Artifact ${id} not found`,
    'It was deleted or belongs to another world.',
  );
}

function stored(artifact: ArtifactRecord): StoredArtifact {
  const { id, name, digest, sizeInBytes } = artifact;
  return { id, name, digest, sizeInBytes };
}

/** Stores an artifact; a second one of that name in the run is refused unless it may overwrite. */
async function putArtifact(
  state: GitHubState,
  request: Parameters<RunnerHost['putArtifact']>[0],
): Promise<StoredArtifact> {
  const repository = state.repository(request.run.repository);
  const earlier = artifactsOf(state, request.run.runId).find((artifact) => artifact.name === request.name);
  if (earlier !== undefined && !request.overwrite) {
    const message = `Failed to CreateArtifact: (409) Conflict: an artifact with this name already exists on the workflow run`;
    throw new SimulatorError('SIM1304', message, 'Give the artifact another name, or set overwrite.');
  }
  if (earlier !== undefined) {
    repository.artifacts.delete(earlier.id);
    await rm(earlier.file, { force: true });
  }
  const id = state.ids.next('artifact');
  const file = join(state.directory, 'artifacts', `${id}.zip`);
  const packed = await packArtifact(request.files, file);
  const now = state.clock.now();
  const expires = new Date(now.getTime() + (request.retentionDays ?? DEFAULT_RETENTION_DAYS) * DAY);
  const times = { createdAt: timestamp(now), expiresAt: timestamp(expires) };
  const record: ArtifactRecord = {
    id,
    name: request.name,
    runId: request.run.runId,
    ...packed,
    ...times,
    file,
  };
  repository.artifacts.set(id, record);
  return stored(record);
}
