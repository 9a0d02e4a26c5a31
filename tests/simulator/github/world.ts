/** A small simulated GitHub for tests: one repository with a pull request, on a clock that tests move. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobIdentity, RunIdentity, TokenPermissions } from '#simulator/runner/host.js';
import { startGitHubServer, type GitHubServer } from '#simulator/servers/github/server.js';
import type { LimitOptions } from '#simulator/servers/github/limits.js';
import { manualClock } from '#simulator/world/clock.js';
import { FaultSet } from '#simulator/world/faults.js';
import { GitHubState } from '#simulator/world/github.js';

export const REPOSITORY = 'acme/platform';
export const WORKFLOW = '.github/workflows/hybrid-plan.yml';
export const START = new Date('2026-11-22T10:00:00Z');

export interface TestWorld {
  readonly directory: string;
  readonly clock: ReturnType<typeof manualClock>;
  readonly faults: FaultSet;
  readonly state: GitHubState;
  readonly server: GitHubServer;
  /** A run of the pull request's workflow. */
  queue(): Promise<RunIdentity>;
  job(run: RunIdentity, about?: Partial<Omit<JobIdentity, 'run'>>): JobIdentity;
  /** A GITHUB_TOKEN of a new run's job with these permissions. */
  token(permissions: TokenPermissions): Promise<string>;
  /** A plain request below the API's root. */
  request(
    method: string,
    path: string,
    token?: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply>;
  close(): Promise<void>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown> & readonly Record<string, unknown>[];
}

/** Starts a world with pull request 1 of branch `network` open in `acme/platform`. */
export async function openWorld(limits: LimitOptions = {}): Promise<TestWorld> {
  const directory = mkdtempSync(join(tmpdir(), 'github-test-'));
  const clock = manualClock(START);
  const faults = new FaultSet();
  const state = new GitHubState({ directory, clock });
  const server = await startGitHubServer({ state, clock, faults, limits });
  const workflow = 'name: Hybrid plan\non: pull_request\njobs: {}\n';
  await state.createRepository({
    name: REPOSITORY,
    files: { [WORKFLOW]: workflow, 'README.md': '# Platform\n' },
  });
  const files = {
    'stacks/foundation/main.tf': 'terraform {}\n',
    'README.md': '# Platform\n\nWith a network.\n',
  };
  await state.commitToBranch({
    repository: REPOSITORY,
    branch: 'network',
    message: 'Add the network',
    author: 'mona',
    files,
  });
  await state.openPullRequest({
    repository: REPOSITORY,
    title: 'Add the network',
    body: 'Two clouds.',
    head: 'network',
    author: 'mona',
  });
  const queue = () =>
    state.queueRun({
      repository: REPOSITORY,
      workflowPath: WORKFLOW,
      trigger: { name: 'pull_request', number: 1, action: 'opened' },
    });
  const job = (run: RunIdentity, about: Partial<Omit<JobIdentity, 'run'>> = {}): JobIdentity => ({
    run,
    name: 'plan',
    permissions: {},
    environment: undefined,
    workflowRef: `${REPOSITORY}/${WORKFLOW}@${run.ref}`,
    workflowSha: run.sha,
    ...about,
  });
  return {
    directory,
    clock,
    faults,
    state,
    server,
    queue,
    job,
    token: async (permissions) => {
      const trigger = { name: 'workflow_dispatch' } as const;
      const run = await state.queueRun({ repository: REPOSITORY, workflowPath: WORKFLOW, trigger });
      return state.mintJobToken(job(run, { permissions }));
    },
    request: async (method, path, token, body, headers = {}) => {
      const response = await fetch(path.startsWith('http') ? path : server.apiUrl + path, {
        method,
        redirect: 'manual',
        headers: {
          'user-agent': 'test',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return {
        status: response.status,
        headers: response.headers,
        body: (isJson ? JSON.parse(text) : {}) as Reply['body'],
      };
    },
    close: async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
