/** Requests as the API server understands them: which resource, which verb, by whom. */
import type { IncomingHttpHeaders } from 'node:http';
import { apiVersionOf, type KubeResource } from '../../world/kube-resources.ts';
import { methodNotAllowed, unknownPath } from './status.ts';

export interface KubeUser {
  readonly username: string;
  readonly groups: readonly string[];
  /** Names of EKS access policies, for example `AmazonEKSViewPolicy`, with the namespaces they hold for; empty is all. */
  readonly policies: readonly { readonly name: string; readonly namespaces: readonly string[] }[];
}

/** A request with its whole body. */
export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Verb = 'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete' | 'deletecollection';

export interface Target {
  readonly resource: KubeResource;
  readonly verb: Verb;
  readonly namespace: string | undefined;
  /** Empty for the whole collection. */
  readonly name: string;
  readonly subresource: string;
}

/** A request for objects, as the handlers of verbs get it. */
export interface ObjectRequest extends HttpRequest, Target {
  readonly user: KubeUser;
  readonly query: URLSearchParams;
}

const VERBS: Readonly<Record<string, Verb>> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
};

/** Reads a path below /api or /apis. Refuses with 404 what is not served and with 405 what has no such method. */
export function targetOf({ method, url }: HttpRequest, resources: readonly KubeResource[]): Target {
  const parts = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const [root, ...after] = parts;
  const version = root === 'api' ? after[0] : after.slice(0, 2).join('/');
  const rest = after.slice(root === 'api' ? 1 : 2);
  const known = resources.filter((entry) => apiVersionOf(entry) === version);
  const { namespace, plural, name, subresource } = split(rest);
  const resource = known.find((entry) => entry.plural === plural);
  const misplaced = resource !== undefined && namespace !== undefined && !resource.namespaced;
  if (
    resource === undefined ||
    misplaced ||
    (resource.namespaced && name !== '' && namespace === undefined)
  ) {
    throw unknownPath();
  }
  if (subresource !== '' && !resource.subresources.includes(subresource)) throw unknownPath();
  const verb = verbOf(method, name, url.searchParams);
  const isCreate = verb === 'create' && subresource === '';
  if (verb === undefined || (isCreate && (name !== '' || (resource.namespaced && namespace === undefined)))) {
    throw methodNotAllowed();
  }
  return { resource, verb, namespace, name, subresource };
}

/** `namespaces/x` is the object, `namespaces/x/pods` a collection in it, `namespaces/x/status` a part of the object. */
function split(parts: readonly string[]) {
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = parts;
  const inNamespace = first === 'namespaces' && third !== '' && !['status', 'finalize'].includes(third);
  return inNamespace
    ? { namespace: second, plural: third, name: fourth, subresource: fifth }
    : { namespace: undefined, plural: first, name: second, subresource: third };
}

function verbOf(method: string, name: string, query: URLSearchParams): Verb | undefined {
  if (method === 'GET') {
    if (isTrue(query.get('watch'))) return 'watch';
    return name === '' ? 'list' : 'get';
  }
  if (method === 'DELETE') return name === '' ? 'deletecollection' : 'delete';
  const verb = VERBS[method];
  return name === '' && verb !== 'create' ? undefined : verb;
}

export function isTrue(value: string | null): boolean {
  return value === 'true' || value === '1';
}
