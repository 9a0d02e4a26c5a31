/** The simulated GitHub on a loopback port, at the addresses a GitHub Enterprise Server has. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JobIdentity, Json, JsonObject } from '../../runner/host.ts';
import type { WorldClock } from '../../world/clock.ts';
import { SimulatorError } from '../../world/errors.ts';
import type { FaultSet } from '../../world/faults.ts';
import type { GitHubState } from '../../world/github.ts';
import type { TokenRecord } from '../../world/github-types.ts';
import { answerGraphql } from './graphql.ts';
import { ApiError, isObject, type Answer } from './http.ts';
import { RateLimits, secondaryLimit, type LimitOptions } from './limits.ts';
import { IdTokenService } from './oidc.ts';
import { API_VERSIONS, answerRest, routeName, withoutAssignee, type RestContext } from './rest.ts';
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

const DOCS = 'https://docs.github.com/rest';
const MAX_REQUEST = 32 * 1024 * 1024;
/** Milliseconds that `github-slow` adds. */
const SLOWNESS = 1000;
/** How often `github-5xx` strikes a route. */
const FAILURES_BY_ROUTE = 2;
/** Calls that the fault `github-reset` cuts off after they were carried out: the caller cannot know. */
const RESETS = 2;
/** Seconds; short, so that a rehearsal with `github-throttled` shows the retry without a minute of waiting. */
const THROTTLED_RETRY_AFTER = 1;

interface Context extends RestContext {
  readonly clock: WorldClock;
  readonly idTokens: IdTokenService;
  /** Requests so far, for request ids and for failures by route. */
  readonly count: { requests: number; readonly failures: Map<string, number> };
}

interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly text: string;
  readonly header: (name: string) => string;
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

function errorAnswer(error: ApiError): Answer {
  const errors = error.errors === undefined ? {} : { errors: error.errors };
  const body = {
    message: error.message,
    ...errors,
    documentation_url: error.docs ?? DOCS,
    status: String(error.status),
  };
  return { status: error.status, body, headers: error.headers };
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
  if (url.pathname === '/api/graphql' || url.pathname.startsWith('/api/v3')) return api(context, incoming);
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

async function api(context: Context, incoming: Incoming): Promise<Answer> {
  if (context.faults.strikes('github-slow')) await context.clock.sleep(SLOWNESS);
  if (incoming.header('user-agent') === '') {
    throw new ApiError(
      403,
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
    );
  }
  const caller = authenticate(context, incoming.header('authorization'));
  const version = versionOf(incoming.header('x-github-api-version'));
  const isGraphql = incoming.url.pathname === '/api/graphql';
  const resource = isGraphql ? 'graphql' : 'core';
  const own = () => ({
    ...context.limits.headers(caller, resource),
    'x-github-media-type': 'github.v3; format=json',
  });
  try {
    const answered = isGraphql
      ? await graphql(context, incoming, caller)
      : await rest(context, incoming, caller, version);
    const headers = { 'x-github-api-version-selected': version, ...own(), ...answered.headers };
    return conditional(context, incoming, caller, { ...answered, headers });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const refused = errorAnswer(error);
    return { ...refused, headers: { ...own(), ...refused.headers } };
  }
}

function authenticate(context: Context, header: string): TokenRecord | undefined {
  if (header === '') return undefined;
  const token = /^(?:bearer|token) (.+)$/i.exec(header)?.[1] ?? '';
  const record = context.state.tokens.get(token);
  if (record === undefined || record.revoked) throw new ApiError(401, 'Bad credentials');
  return record;
}

function versionOf(asked: string): string {
  if (asked === '') return API_VERSIONS[0];
  const served = API_VERSIONS.find((version) => version === asked);
  if (served !== undefined) return served;
  throw new ApiError(
    400,
    `The API version "${asked}" is not supported. Supported versions: ${API_VERSIONS.join(', ')}.`,
  );
}

async function rest(
  context: Context,
  incoming: Incoming,
  caller: TokenRecord | undefined,
  version: string,
): Promise<Answer> {
  const { url, method } = incoming;
  const request = {
    method: method === 'HEAD' ? 'GET' : method,
    path: url.pathname.slice('/api/v3'.length) || '/',
    query: url.searchParams,
    body: jsonBody(incoming.text),
    caller,
    accept: incoming.header('accept'),
  };
  failByRoute(context, routeName(context, request));
  if (request.path !== '/rate_limit') context.limits.use(caller, 'core');
  if (request.method !== 'GET') throttle(context, caller);
  const answered = await answerRest(context, request);
  if (version === API_VERSIONS[0] || answered.body === undefined) return answered;
  return { ...answered, body: withoutAssignee(answered.body) };
}

function jsonBody(text: string): JsonObject {
  if (text === '') return {};
  try {
    const parsed = JSON.parse(text) as Json;
    if (isObject(parsed)) return parsed;
  } catch {
    throw new ApiError(400, 'Problems parsing JSON');
  }
  throw new ApiError(400, 'Body should be a JSON object');
}

async function graphql(
  context: Context,
  incoming: Incoming,
  caller: TokenRecord | undefined,
): Promise<Answer> {
  if (caller === undefined) throw new ApiError(401, 'This endpoint requires you to be authenticated.');
  const request = jsonBody(incoming.text);
  failByRoute(context, 'POST /graphql');
  context.limits.use(caller, 'graphql');
  const { query } = request;
  if (typeof query === 'string' && /^\s*mutation\b/.test(query)) throttle(context, caller);
  return answerGraphql({ ...context, caller, request });
}

function failByRoute(context: Context, route: string): void {
  const failures = context.count.failures.get(route) ?? 0;
  if (failures >= FAILURES_BY_ROUTE || !context.faults.strikes('github-5xx')) return;
  context.count.failures.set(route, failures + 1);
  throw new ApiError(502, 'Server Error');
}

function throttle(context: Context, caller: TokenRecord | undefined): void {
  if (context.faults.strikes('github-throttled', 1)) throw secondaryLimit(THROTTLED_RETRY_AFTER);
  context.limits.useContent(caller);
}

/** ETag of every JSON answer to a GET; a matching If-None-Match gives 304, which costs no request. */
function conditional(
  context: Context,
  incoming: Incoming,
  caller: TokenRecord | undefined,
  answered: Answer,
): Answer {
  if (incoming.method !== 'GET' || answered.status !== 200 || answered.body === undefined) return answered;
  const etag = `W/"${createHash('sha256').update(JSON.stringify(answered.body)).digest('hex')}"`;
  const cache = { etag, 'cache-control': 'private, max-age=60, s-maxage=60' };
  if (incoming.header('if-none-match') !== etag)
    return { ...answered, headers: { ...answered.headers, ...cache } };
  if (incoming.url.pathname !== '/api/v3/rate_limit') context.limits.giveBack(caller, 'core');
  const used = context.limits.headers(caller, 'core');
  return { status: 304, headers: { ...answered.headers, ...cache, ...used } };
}
