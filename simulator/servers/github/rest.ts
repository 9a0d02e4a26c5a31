/** The REST API: finds the route, checks who may use it, answers in GitHub's form. */
import type { Json, JsonObject } from '../../runner/host.ts';
import type { FaultSet } from '../../world/faults.ts';
import type { GitHubState } from '../../world/github.ts';
import { userJson } from '../../world/github-json.ts';
import type { RepositoryRecord, TokenRecord } from '../../world/github-types.ts';
import {
  ApiError,
  matchPath,
  notFound,
  type Answer,
  type Call,
  type Needs,
  type RepositoryRoute,
} from './http.ts';
import type { RateLimits } from './limits.ts';
import { ACTIONS_ROUTES } from './rest/actions.ts';
import { CHECK_ROUTES } from './rest/checks.ts';
import { CODE_ROUTES } from './rest/code.ts';
import { CONTENT_ROUTES } from './rest/contents.ts';
import { ENVIRONMENT_ROUTES } from './rest/environments.ts';
import { ISSUE_ROUTES } from './rest/issues.ts';
import { LABEL_ROUTES } from './rest/labels.ts';
import { REVIEW_ROUTES } from './rest/reviews.ts';
import { WRITING_ROUTES } from './rest/writing.ts';

const ROUTES: readonly RepositoryRoute[] = [
  ...ISSUE_ROUTES,
  ...LABEL_ROUTES,
  ...CODE_ROUTES,
  ...REVIEW_ROUTES,
  ...CONTENT_ROUTES,
  ...ACTIONS_ROUTES,
  ...ENVIRONMENT_ROUTES,
  ...CHECK_ROUTES,
  ...WRITING_ROUTES,
];

const DOCS = 'https://docs.github.com/rest';
const NOT_ACCESSIBLE = 'Resource not accessible by integration';
const LEVEL: Readonly<Record<string, number>> = { none: 0, read: 1, write: 2, admin: 3 };

/** What the REST API works with. */
export interface RestContext {
  readonly state: GitHubState;
  readonly faults: FaultSet;
  readonly limits: RateLimits;
}

export interface RestRequest {
  readonly method: string;
  /** Below the API's root, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: JsonObject;
  readonly caller: TokenRecord | undefined;
  readonly accept: string;
}

/** A route that was found, with its parameters. */
interface Found {
  readonly route: RepositoryRoute;
  readonly params: Readonly<Record<string, string>>;
  readonly repository: RepositoryRecord;
}

/** Name of the route a request takes, for faults that count by route. */
export function routeName(context: RestContext, request: RestRequest): string {
  const found = findRoute(context.state, request);
  return found === undefined
    ? `${request.method} ${request.path}`
    : `${request.method} ${found.route.pattern}`;
}

/** Answers one request; throws ApiError for refusals. */
export async function answerRest(context: RestContext, request: RestRequest): Promise<Answer> {
  const call = { ...request, state: context.state, params: {}, apiUrl: context.state.urls.apiUrl };
  const general = generalAnswer(context, call);
  if (general !== undefined) return general;
  const found = findRoute(context.state, request);
  if (found === undefined) throw unserved(context.state, request);
  const { repository, route, params } = found;
  // Paging links name the repository by its id, as GitHub's do.
  const path = request.path.replace(/^\/repos\/[^/]+\/[^/]+/, `/repositories/${repository.id}`);
  const repositoryCall = { ...call, path, repository, params };
  try {
    const needs = typeof route.needs === 'function' ? route.needs(repositoryCall) : route.needs;
    authorise(context, request, found, needs);
    const answer = await route.handle(repositoryCall);
    return { ...answer, headers: { ...acceptedHeader(needs), ...answer.headers } };
  } catch (error) {
    if (error instanceof ApiError && error.docs === undefined) {
      const { status, message, errors, headers } = error;
      throw new ApiError(status, message, {
        headers,
        docs: `${DOCS}/${route.docs}`,
        ...(errors === undefined ? {} : { errors }),
      });
    }
    throw error;
  }
}

function acceptedHeader(needs: Needs): Readonly<Record<string, string>> {
  return needs.length === 0 ? {} : { 'x-accepted-github-permissions': needs.join('; ') };
}

/** The repository that a path names, by owner and name or by id, and the rest of the path. */
function repositoryOf(
  state: GitHubState,
  path: string,
): { readonly repository: RepositoryRecord; readonly rest: string } | undefined {
  const named = /^\/repos\/([^/]+)\/([^/]+)(\/.*)?$/.exec(path);
  const numbered = /^\/repositories\/(\d+)(\/.*)?$/.exec(path);
  const repository =
    named === null
      ? [...state.repositories.values()].find((each) => each.id === Number(numbered?.[1]))
      : state.findRepository(`${decodeURIComponent(named[1] ?? '')}/${decodeURIComponent(named[2] ?? '')}`);
  const rest = (named?.[3] ?? numbered?.[2] ?? '').replace(/\/$/, '');
  return repository === undefined ? undefined : { repository, rest };
}

/**
 * 404 where GitHub would say so: no such repository, or one that the caller may not see. Anything else is a gap of this
 * server, and 501 keeps a caller from taking the gap for GitHub's "there is none".
 */
function unserved(state: GitHubState, request: RestRequest): ApiError {
  const about = repositoryOf(state, request.path);
  const named = /^\/repo(s|sitories)\//.test(request.path);
  if (named && (about === undefined || !maySee(about.repository, request.caller))) return notFound();
  return new ApiError(501, `The simulated GitHub does not serve ${request.method} ${request.path}`);
}

function findRoute(state: GitHubState, request: RestRequest): Found | undefined {
  const about = repositoryOf(state, request.path);
  if (about === undefined) return undefined;
  const { repository, rest } = about;
  for (const route of ROUTES) {
    const params = route.method === request.method ? matchPath(route.pattern, rest) : undefined;
    if (params !== undefined) return { route, params, repository };
  }
  return undefined;
}

/** Whether the caller can see that the repository exists. */
export function maySee(repository: RepositoryRecord, caller: TokenRecord | undefined): boolean {
  if (!repository.isPrivate) return true;
  if (caller === undefined) return false;
  return caller.kind === 'user' || caller.repositoryId === repository.id;
}

/** Whether a token has one of the permissions. Reads of a public repository need none. */
export function isPermitted(
  repository: RepositoryRecord,
  caller: TokenRecord | undefined,
  needs: Needs,
): boolean {
  if (caller?.kind === 'user') return true;
  const granted = caller?.repositoryId === repository.id ? caller.permissions : {};
  return needs.some((need) => {
    const [scope = '', wanted = 'write'] = need.split('=');
    if (wanted === 'read' && (!repository.isPrivate || scope === 'metadata')) return true;
    const access = granted[scope.replaceAll('_', '-')] ?? 'none';
    return (LEVEL[access] ?? 0) >= (LEVEL[wanted] ?? 2);
  });
}

function authorise(context: RestContext, request: RestRequest, found: Found, needs: Needs): void {
  const { route, repository } = found;
  const { caller } = request;
  if (!maySee(repository, caller)) throw notFound();
  if (caller === undefined && request.method !== 'GET') throw new ApiError(401, 'Requires authentication');
  const refused =
    (route.adminOnly ?? false) ? caller?.kind !== 'user' : !isPermitted(repository, caller, needs);
  const writesComment = request.method !== 'GET' && route.pattern.includes('comments');
  const struck =
    !refused && caller?.kind === 'app' && writesComment && context.faults.strikes('github-forbidden');
  if (refused || struck) throw new ApiError(403, NOT_ACCESSIBLE, { headers: acceptedHeader(needs) });
}

/** What is not about one repository. */
function generalAnswer(context: RestContext, call: Call): Answer | undefined {
  const { state, caller } = call;
  if (call.method !== 'GET') return undefined;
  if (call.path === '/rate_limit') return { status: 200, body: context.limits.report(caller) };
  if (call.path === '/meta') {
    const nowhere: Json = [];
    const empty = { hooks: nowhere, web: nowhere, api: nowhere, git: nowhere, actions: nowhere };
    return { status: 200, body: { verifiable_password_authentication: false, ...empty } };
  }
  if (call.path === '/user') {
    if (caller === undefined)
      throw new ApiError(401, 'Requires authentication', {
        docs: `${DOCS}/users/users#get-the-authenticated-user`,
      });
    if (caller.kind === 'app')
      throw new ApiError(403, NOT_ACCESSIBLE, { docs: `${DOCS}/users/users#get-the-authenticated-user` });
    return { status: 200, body: userJson(state.urls, caller.user) };
  }
  const login = /^\/users\/([^/]+)$/.exec(call.path)?.[1];
  if (login === undefined) return undefined;
  const user = state.users.get(decodeURIComponent(login).toLowerCase());
  if (user === undefined) throw new ApiError(404, 'Not Found', { docs: `${DOCS}/users/users#get-a-user` });
  return { status: 200, body: userJson(state.urls, user) };
}

/** API versions that are served, the default first; docs.github.com, API versions. */
export const API_VERSIONS = ['2022-11-28', '2026-03-10'] as const;

/** The announced change of version 2026-03-10: issues and pull requests lose the singular `assignee`. */
export function withoutAssignee(body: Json): Json {
  if (Array.isArray(body)) return body.map((entry: Json) => withoutAssignee(entry));
  if (typeof body !== 'object' || body === null) return body;
  const entries = Object.entries(body).filter(([name]) => !(name === 'assignee' && 'assignees' in body));
  return Object.fromEntries(entries.map(([name, value]) => [name, withoutAssignee(value)]));
}
