/** The REST and GraphQL APIs: who asks, within which limits, and with what the faults of GitHub do to an answer. */
import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '../../runner/host.ts';
import type { WorldClock } from '../../world/clock.ts';
import type { TokenRecord } from '../../world/github-types.ts';
import { answerGraphql } from './graphql.ts';
import { ApiError, isObject, type Answer } from './http.ts';
import { secondaryLimit } from './limits.ts';
import { API_VERSIONS, answerRest, routeName, withoutAssignee, type RestContext } from './rest.ts';

/** Where answers send who asks for more. */
export const DOCS = 'https://docs.github.com/rest';
/** Milliseconds that `github-slow` adds. */
const SLOWNESS = 1000;
/** How often `github-5xx` strikes a route. */
const FAILURES_BY_ROUTE = 2;
/** Seconds; short, so that a rehearsal with `github-throttled` shows the retry without a minute of waiting. */
const THROTTLED_RETRY_AFTER = 1;

/** What answers of the API are made from. */
export interface ApiContext extends RestContext {
  readonly clock: WorldClock;
  /** Requests so far, for request ids and for failures by route. */
  readonly count: { requests: number; readonly failures: Map<string, number> };
}

/** A request, read to its end. */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly text: string;
  readonly header: (name: string) => string;
}

/** Answers a request of either API; a refusal is an answer, with the headers of one. */
export async function answerApi(context: ApiContext, incoming: Incoming): Promise<Answer> {
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

function authenticate(context: ApiContext, header: string): TokenRecord | undefined {
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
  context: ApiContext,
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
  context: ApiContext,
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

function failByRoute(context: ApiContext, route: string): void {
  const failures = context.count.failures.get(route) ?? 0;
  if (failures >= FAILURES_BY_ROUTE || !context.faults.strikes('github-5xx')) return;
  context.count.failures.set(route, failures + 1);
  throw new ApiError(502, 'Server Error');
}

function throttle(context: ApiContext, caller: TokenRecord | undefined): void {
  if (context.faults.strikes('github-throttled', 1)) throw secondaryLimit(THROTTLED_RETRY_AFTER);
  context.limits.useContent(caller);
}

/** ETag of every JSON answer to a GET; a matching If-None-Match gives 304, which costs no request. */
function conditional(
  context: ApiContext,
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

/** A refusal in GitHub's form. */
export function errorAnswer(error: ApiError): Answer {
  const errors = error.errors === undefined ? {} : { errors: error.errors };
  const body = {
    message: error.message,
    ...errors,
    documentation_url: error.docs ?? DOCS,
    status: String(error.status),
  };
  return { status: error.status, body, headers: error.headers };
}
