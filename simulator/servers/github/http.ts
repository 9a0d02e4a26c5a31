/** Requests and answers of the simulated GitHub's REST API, free of sockets. */
import type { Json, JsonObject } from '../../runner/host.ts';
import type { GitHubState } from '../../world/github.ts';
import type { RepositoryRecord, TokenRecord } from '../../world/github-types.ts';

/** One authorised request on its way to a route's handler. */
export interface Call {
  readonly state: GitHubState;
  readonly method: string;
  /** Path of the request below the API's root, for paging links. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: JsonObject;
  readonly caller: TokenRecord | undefined;
  readonly accept: string;
  /** Address that paging links begin with. */
  readonly apiUrl: string;
}

export interface Answer {
  readonly status: number;
  readonly body?: Json;
  /** In place of a JSON body. */
  readonly raw?: { readonly content: Buffer; readonly type: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/** A call about a repository that exists and that the caller may see. */
export interface RepositoryCall extends Call {
  readonly repository: RepositoryRecord;
}

/** Accepted permissions: each entry alone suffices, for example `issues=write`. */
export type Needs = readonly `${string}=${'read' | 'write'}`[];

export interface RepositoryRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/repos/{owner}/{repo}`; `{name}` is one path segment, `{name*}` the rest. */
  readonly pattern: string;
  /** The page of GitHub's documentation, as error bodies name it: `issues/comments#get-an-issue-comment`. */
  readonly docs: string;
  readonly needs: Needs | ((call: RepositoryCall) => Needs);
  /** Only a person with administrator rights, no GITHUB_TOKEN. */
  readonly adminOnly?: boolean;
  readonly handle: (call: RepositoryCall) => Answer | Promise<Answer>;
}

/** A refusal in GitHub's form. */
export class ApiError extends Error {
  readonly status: number;
  readonly errors: readonly Json[] | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** Replaces the route's documentation link. */
  readonly docs: string | undefined;

  constructor(
    status: number,
    message: string,
    options: {
      readonly errors?: readonly Json[];
      readonly headers?: Readonly<Record<string, string>>;
      readonly docs?: string;
    } = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
    this.docs = options.docs;
  }
}

export const notFound = () => new ApiError(404, 'Not Found');

/** 422 with one entry, in the form of GitHub's recorded answers. */
export function validationFailed(entry: JsonObject): ApiError {
  return new ApiError(422, 'Validation Failed', { errors: [entry] });
}

/** A member of the body that must be text; GitHub's wording for what its schema refuses. */
export function textOf(body: JsonObject, name: string): string {
  const value = body[name];
  if (value === undefined) throw new ApiError(422, `Invalid request.\n\n"${name}" wasn't supplied.`);
  if (typeof value !== 'string') {
    throw new ApiError(
      422,
      `Invalid request.\n\nFor 'properties/${name}', ${JSON.stringify(value)} is not a string.`,
    );
  }
  return value;
}

/** As `textOf`, for a member that may be missing or null. */
export function optionalText(body: JsonObject, name: string): string | undefined {
  const value = body[name];
  return value === undefined || value === null ? undefined : textOf(body, name);
}

/** A list of texts, or undefined where the member is missing. Labels may also be objects with a name. */
export function optionalTexts(body: JsonObject, name: string): readonly string[] | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) {
    throw new ApiError(
      422,
      `Invalid request.\n\nFor 'properties/${name}', ${JSON.stringify(value)} is not an array.`,
    );
  }
  return value.map((entry: Json) =>
    isObject(entry) ? textOf(entry, 'name') : typeof entry === 'string' ? entry : JSON.stringify(entry),
  );
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const DEFAULT_PAGE = 30;
const MAX_PAGE = 100;

/** The page a caller asks for: GitHub gives 30 by default and at most 100, whatever is asked. */
export function paged<T>(
  call: Call,
  items: readonly T[],
): { readonly items: readonly T[]; readonly headers: Readonly<Record<string, string>> } {
  const size = Math.min(positive(call.query.get('per_page')) ?? DEFAULT_PAGE, MAX_PAGE);
  const page = positive(call.query.get('page')) ?? 1;
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (target: number, rel: string) => {
    const query = new URLSearchParams(call.query);
    query.set('page', String(target));
    return `<${call.apiUrl}${call.path}?${query.toString()}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  const headers: Readonly<Record<string, string>> = links.length === 0 ? {} : { link: links.join(', ') };
  return { items: items.slice((page - 1) * size, page * size), headers };
}

function positive(text: string | null): number | undefined {
  const value = Number(text ?? '');
  return Number.isInteger(value) && value > 0 ? value : undefined;
}

/** One page as a plain list. */
export function listAnswer<T>(call: Call, items: readonly T[], show: (item: T) => Json): Answer {
  const { items: page, headers } = paged(call, items);
  return { status: 200, body: page.map(show), headers };
}

/** One page in the form `{ total_count, <name>: [...] }`. */
export async function countedAnswer<T>(
  call: Call,
  name: string,
  items: readonly T[],
  show: (item: T) => Json | Promise<Json>,
): Promise<Answer> {
  const { items: page, headers } = paged(call, items);
  return {
    status: 200,
    body: { total_count: items.length, [name]: await Promise.all(page.map(async (item) => show(item))) },
    headers,
  };
}

/** Matches a route's pattern; the decoded parameters, or undefined. */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  const params: Record<string, string> = {};
  for (const [at, segment] of wanted.entries()) {
    const rest = /^\{(\w+)\*\}$/.exec(segment);
    if (rest?.[1] !== undefined) {
      params[rest[1]] = given.slice(at).map(decodeURIComponent).join('/');
      return params;
    }
    const value = given[at];
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (value === undefined || (name === undefined && value !== segment)) return undefined;
    if (name !== undefined) params[name] = decodeURIComponent(value);
  }
  return given.length === wanted.length ? params : undefined;
}
