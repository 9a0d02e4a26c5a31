/** The simulated GitHub for tests of bundles: pull requests on real git, and what a step of their run is given. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { JobIdentity, RunIdentity, TokenPermissions } from '#simulator/runner/host.js';
import { createRunnerHost, type SimulatedRunnerHost } from '#simulator/servers/github/host.js';
import { startGitHubServer, type GitHubServer } from '#simulator/servers/github/server.js';
import { systemClock } from '#simulator/world/clock.js';
import { FaultSet } from '#simulator/world/faults.js';
import type { FileChanges } from '#simulator/world/github-git.js';
import { forkRepository } from '#simulator/world/github-pulls.js';
import { GitHubState } from '#simulator/world/github.js';
import type { RunOptions } from './run-bundle.ts';
import { temporaryDirectory } from './temporary.ts';

export const WORKFLOW = '.github/workflows/hybrid-plan.yml';
const WORKFLOW_TEXT = 'name: Hybrid plan\non: [pull_request, push]\njobs: {}\n';

export interface PullRequestFiles {
  /** On the default branch. */
  readonly base?: FileChanges;
  /** Changed by the pull request. */
  readonly head: FileChanges;
  /** From a fork of someone else. */
  readonly fork?: boolean;
}

/** An open pull request and what the steps of its runs get. */
export interface TestPullRequest {
  readonly repository: string;
  readonly number: number;
  /** A run of the workflow for the pull request as it stands. */
  queue(): Promise<RunIdentity>;
  /** The step's environment, event and (on request) a checkout of what the run would check out. */
  step(run: RunIdentity): Pick<RunOptions, 'env' | 'event' | 'eventName'>;
  checkout(run: RunIdentity): Promise<string>;
  token(run: RunIdentity, permissions: TokenPermissions): string;
}

export interface TestGitHub {
  readonly state: GitHubState;
  readonly server: GitHubServer;
  readonly faults: FaultSet;
  open(files: PullRequestFiles): Promise<TestPullRequest>;
  close(): Promise<void>;
}

/** Starts a simulated GitHub without repositories, on the machine's clock, with limits that no test file reaches. */
export async function startTestGitHub(): Promise<TestGitHub> {
  const faults = new FaultSet();
  const directory = temporaryDirectory('eks-hybrid-github-');
  const state = new GitHubState({ directory, clock: systemClock });
  const limits = { jobTokenPerHour: 100_000, contentPerMinute: 100_000 };
  const server = await startGitHubServer({ state, clock: systemClock, faults, limits });
  const host = createRunnerHost({ state, server });
  let repositories = 0;
  return {
    state,
    server,
    faults,
    open: async (files) => {
      repositories += 1;
      const repository = `acme/platform-${repositories}`;
      const base = { [WORKFLOW]: WORKFLOW_TEXT, ...files.base };
      await state.createRepository({ name: repository, files: base });
      const headRepository =
        files.fork === true
          ? (await forkRepository(state, repository, `stranger-${repositories}`)).fullName
          : repository;
      const commit = { branch: 'change', message: 'Change', author: 'mona', files: files.head };
      await state.commitToBranch({ repository: headRepository, ...commit });
      const { number } = await state.openPullRequest({
        repository,
        title: 'Change',
        head: 'change',
        author: 'mona',
        headRepository,
      });
      return pullRequest({ state, server, host }, repository, number);
    },
    close: () => server.close(),
  };
}

interface Stage {
  readonly state: GitHubState;
  readonly server: GitHubServer;
  readonly host: SimulatedRunnerHost;
}

function pullRequest({ state, server, host }: Stage, repository: string, number: number): TestPullRequest {
  const trigger = { name: 'pull_request', number, action: 'opened' } as const;
  const job = (run: RunIdentity, permissions: TokenPermissions): JobIdentity => ({
    run,
    name: 'test',
    permissions,
    environment: undefined,
    workflowRef: `${repository}/${WORKFLOW}@${run.ref}`,
    workflowSha: run.sha,
  });
  return {
    repository,
    number,
    queue: () => state.queueRun({ repository, workflowPath: WORKFLOW, trigger }),
    token: (run, permissions) => state.mintJobToken(job(run, permissions)),
    step: (run) => ({ env: stepEnvironment(server, run), event: run.event, eventName: run.eventName }),
    checkout: async (run) => {
      const directory = join(temporaryDirectory('eks-hybrid-checkout-'), 'platform');
      const token = state.mintJobToken(job(run, { contents: 'read' }));
      await host.checkout({ repository, ref: run.ref, directory, token, fetchDepth: 1 });
      return directory;
    },
  };
}

function stepEnvironment(
  server: Pick<GitHubServer, 'serverUrl' | 'apiUrl' | 'graphqlUrl'>,
  run: RunIdentity,
): Readonly<Record<string, string>> {
  return {
    GITHUB_SERVER_URL: server.serverUrl,
    GITHUB_API_URL: server.apiUrl,
    GITHUB_GRAPHQL_URL: server.graphqlUrl,
    GITHUB_REPOSITORY: run.repository,
    GITHUB_SHA: run.sha,
    GITHUB_REF: run.ref,
    GITHUB_RUN_ID: String(run.runId),
    GITHUB_RUN_ATTEMPT: String(run.runAttempt),
  };
}

export interface StubAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface StubServer {
  /** GITHUB_API_URL and GITHUB_GRAPHQL_URL of a step that shall talk to it. */
  readonly env: Readonly<Record<string, string>>;
  /** `GET /api/v3/…`, in order of arrival. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** A server that gives just the answers of one test; by default it refuses everything, for tests that expect no call. */
export async function startStub(
  answer: (request: string, body: string) => StubAnswer = () => ({
    status: 500,
    body: { message: 'no call' },
  }),
): Promise<StubServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const line = `${request.method ?? ''} ${request.url ?? ''}`;
      requests.push(line);
      const { status, body: content, headers } = answer(line, body);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(content));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: {
      GITHUB_API_URL: `${url}/api/v3`,
      GITHUB_GRAPHQL_URL: `${url}/api/graphql`,
      GITHUB_SERVER_URL: url,
    },
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text;
}
