/** The simulated GitHub on a loopback port, at the addresses a GitHub Enterprise Server has. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JobIdentity } from '../../runner/host.ts';
import type { WorldClock } from '../../world/clock.ts';
import { SimulatorError } from '../../world/errors.ts';
import type { FaultSet } from '../../world/faults.ts';
import type { GitHubState } from '../../world/github.ts';
import { answerApi, type ApiContext, DOCS, errorAnswer, type Incoming } from './api.ts';
import { ApiError, type Answer } from './http.ts';
import { RateLimits, type LimitOptions } from './limits.ts';
import { IdTokenService } from './oidc.ts';
import { downloadSignature } from './rest/actions.ts';

export interface GitHubServerOptions {
  readonly state: GitHubState;
  readonly clock: WorldClock;
  readonly faults: FaultSet;
  /** Default 0: any free port. */
  readonly port?: number;
  readonly limits?: LimitOptions;
}

export interface GitHubServer {
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** ACTIONS_ID_TOKEN_REQUEST_URL and _TOKEN of a job. */
  idTokenRequest(job: JobIdentity): { readonly url: string; readonly token: string };
  /** Ends open connections too. */
  close(): Promise<void>;
}

const MAX_REQUEST = 32 * 1024 * 1024;
/** Calls that the fault `github-reset` cuts off after they were carried out: the caller cannot know. */
const RESETS = 2;
interface Context extends ApiContext {
  readonly idTokens: IdTokenService;
}

/** Starts the server; SIM1301 when the port is taken. */
export async function startGitHubServer(options: GitHubServerOptions): Promise<GitHubServer> {
  const { state, clock, faults } = options;
  const idTokens = new IdTokenService(state);
  const limits = new RateLimits(clock, options.limits);
  const context: Context = {
    state,
    clock,
    faults,
    limits,
    idTokens,
    count: { requests: 0, failures: new Map() },
  };
  const server = createServer((request, response) => void serve(context, request, response));
  const port = await listen(server, options.port ?? 0);
  const serverUrl = `http://127.0.0.1:${port}`;
  state.urls = { serverUrl, apiUrl: `${serverUrl}/api/v3`, graphqlUrl: `${serverUrl}/api/graphql` };
  return {
    ...state.urls,
    idTokenRequest: (job) => idTokens.request(job),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = error.code === 'EADDRINUSE';
      const message = busy ? `port ${port} is in use` : `cannot listen on port ${port}: ${error.message}`;
      const remedy = 'Choose another port, or 0 for any free one.';
      reject(
        new SimulatorError('SIM1301', `the simulated GitHub cannot start: ${message}`, remedy, {
          cause: error,
        }),
      );
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address() as AddressInfo;
      resolve(address.port);
    });
  });
}

async function serve(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  context.count.requests += 1;
  const answer = await answerSafely(context, request);
  const body =
    answer.raw?.content ??
    (answer.body === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(answer.body)));
  const type = answer.raw?.type ?? 'application/json; charset=utf-8';
  response.writeHead(answer.status, {
    ...(body.length > 0 ? { 'content-type': type } : {}),
    'content-length': body.length,
    'x-github-request-id': requestId(context.count.requests),
    server: 'github.com',
    ...answer.headers,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The form of GitHub's: five groups of hexadecimal digits. */
function requestId(count: number): string {
  const hex = createHash('sha256').update(`request ${count}`).digest('hex').toUpperCase();
  return [hex.slice(0, 4), hex.slice(4, 10), hex.slice(10, 17), hex.slice(17, 24), hex.slice(24, 32)].join(
    ':',
  );
}

async function answerSafely(context: Context, request: IncomingMessage): Promise<Answer> {
  try {
    const incoming: Incoming = {
      method: request.method ?? 'GET',
      url: new URL(request.url ?? '/', 'http://127.0.0.1'),
      text: await bodyOf(request),
      header: (name) => String(request.headers[name] ?? ''),
    };
    const isCutOff =
      incoming.url.pathname.startsWith('/api/') && context.faults.strikes('github-reset', RESETS);
    if (isCutOff) request.socket.destroy();
    return await answer(context, incoming);
  } catch (error) {
    if (error instanceof ApiError) return errorAnswer(error);
    // A fault of this program, not one it plays: say what it was, so that it can be found.
    const message = error instanceof Error ? error.message : String(error);
    return {
      status: 500,
      body: { message: `Server Error (simulator: ${message})`, documentation_url: DOCS, status: '500' },
    };
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_REQUEST) throw new ApiError(413, 'Payload too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function answer(context: Context, incoming: Incoming): Promise<Answer> {
  const { method, url } = incoming;
  const token = context.idTokens.answer(
    method,
    url.pathname,
    url.searchParams,
    incoming.header('authorization'),
  );
  if (token !== undefined) return token;
  if (url.pathname.startsWith('/_storage/artifacts/')) return storedArtifact(context, url);
  if (url.pathname === '/api/graphql' || url.pathname.startsWith('/api/v3'))
    return answerApi(context, incoming);
  throw new ApiError(404, 'Not Found');
}

/** A signed download address: needs no token, and nothing else opens it. */
async function storedArtifact(context: Context, url: URL): Promise<Answer> {
  const id = Number(/(\d+)\.zip$/.exec(url.pathname)?.[1]);
  const artifact = [...context.state.repositories.values()]
    .map((each) => each.artifacts.get(id))
    .find(Boolean);
  if (artifact === undefined || url.searchParams.get('sig') !== downloadSignature(artifact)) {
    throw new ApiError(403, 'Server failed to authenticate the request.');
  }
  const headers = {
    'content-disposition': `attachment; filename="${encodeURIComponent(artifact.name)}.zip"`,
  };
  return { status: 200, raw: { content: await readFile(artifact.file), type: 'application/zip' }, headers };
}
