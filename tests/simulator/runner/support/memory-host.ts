import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { JobIdentity, RunnerHost, StoredArtifact } from '#simulator/runner/host.js';

/** What the small GitHub of these tests was told, in order. */
export interface HostLog {
  readonly runs: string[];
  readonly jobs: string[];
  readonly identities: Map<string, JobIdentity>;
}

/** What a test may set about the host. */
export interface HostOptions {
  readonly variables?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Variables and secrets of environments, by name. */
  readonly environments?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly environmentSecrets?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly approve?: (job: JobIdentity, signal: AbortSignal) => Promise<'approved' | 'rejected'>;
  readonly idTokenUrl?: string;
}

/** Repositories by `owner/name`; every ref of one is the same tree of files. */
export type Repositories = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface MemoryHost extends RunnerHost {
  readonly log: HostLog;
  readonly artifacts: ReadonlyMap<
    string,
    { readonly stored: StoredArtifact; readonly files: ReadonlyMap<string, string> }
  >;
}

/** A GitHub just large enough for the runner: repositories are folders below `root`, artifacts are kept in memory. */
export function memoryHost(root: string, repositories: Repositories, options: HostOptions = {}): MemoryHost {
  for (const [repository, files] of Object.entries(repositories)) {
    for (const [path, content] of Object.entries(files)) {
      const target = join(root, repository, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  }
  const find = (repository: string) => {
    const known = Object.keys(repositories).find((name) => name.toLowerCase() === repository.toLowerCase());
    if (known === undefined) throw new Error(`repository not found: ${repository}`);
    const sha = createHash('sha1').update(known).digest('hex');
    return { directory: join(root, known), sha };
  };
  const artifacts = new Map<string, { stored: StoredArtifact; files: ReadonlyMap<string, string> }>();
  let lastId = 0;
  const log: HostLog = { runs: [], jobs: [], identities: new Map() };
  return {
    log,
    artifacts,
    serverUrl: 'https://github.example',
    apiUrl: 'https://api.github.example',
    graphqlUrl: 'https://api.github.example/graphql',
    resolveRepository: (repository) => Promise.resolve().then(() => find(repository)),
    checkout: ({ repository, directory }) =>
      Promise.resolve().then(() => {
        const { directory: source, sha } = find(repository);
        cpSync(source, directory, { recursive: true });
        return { sha };
      }),
    mintToken: (job) => {
      log.identities.set(job.name, job);
      return `ghs_simulated-${createHash('sha1').update(job.name).digest('hex')}`;
    },
    mintIdTokenRequest: (job) => ({
      url: options.idTokenUrl ?? 'http://127.0.0.1:1/token?api-version=2.0',
      token: `idtoken-${createHash('sha1').update(job.name).digest('hex')}`,
    }),
    variables: (_repository, environment) => ({
      ...options.variables,
      ...options.environments?.[environment ?? ''],
    }),
    secrets: (_repository, environment) => ({
      ...options.secrets,
      ...options.environmentSecrets?.[environment ?? ''],
    }),
    awaitEnvironment: (job, signal) => options.approve?.(job, signal) ?? Promise.resolve('approved'),
    putArtifact: ({ run, name, files, overwrite }) =>
      Promise.resolve().then(() => {
        const key = `${run.runId}/${name}`;
        if (artifacts.has(key) && !overwrite)
          throw new Error(`(409) Conflict: an artifact with this name already exists on the workflow run`);
        const contents = new Map([...files].map(([path, file]) => [path, readFileSync(file, 'utf8')]));
        const digest = createHash('sha256')
          .update(JSON.stringify([...contents]))
          .digest('hex');
        const sizeInBytes = [...files.values()].reduce((sum, file) => sum + statSync(file).size, 0);
        lastId += 1;
        const stored = { id: lastId, name, digest, sizeInBytes };
        artifacts.set(key, { stored, files: contents });
        return stored;
      }),
    listArtifacts: (runId) =>
      Promise.resolve(
        [...artifacts].filter(([key]) => key.startsWith(`${runId}/`)).map(([, { stored }]) => stored),
      ),
    getArtifact: (artifact, directory) =>
      Promise.resolve().then(() => {
        const found = [...artifacts.values()].find(({ stored }) => stored.id === artifact.id);
        if (found === undefined) throw new Error(`artifact ${artifact.id} not found`);
        for (const [path, content] of found.files) {
          mkdirSync(dirname(join(directory, path)), { recursive: true });
          writeFileSync(join(directory, path), content);
        }
      }),
    reportRun: (_run, status, conclusion) =>
      void log.runs.push([status, conclusion].filter(Boolean).join(' ')),
    reportJob: (job, status, conclusion) =>
      void log.jobs.push([job.name, status, conclusion].filter(Boolean).join(' ')),
  };
}

/** Removes a folder a test made. */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true });
}
