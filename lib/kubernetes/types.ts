import type { ActionDeps } from '../action/types.ts';
import type { Resource } from './resources.ts';

export type KubernetesDeps = Pick<
  ActionDeps,
  'clock' | 'log' | 'signal' | 'mask' | 'runProcess' | 'github'
> & {
  /** Told of each request that goes out, by the name of its call. */
  readonly onCall?: (name: string) => void;
};

/** Which cluster, and how to log in to it. */
export type ClusterPlace =
  | { readonly kind: 'eks'; readonly clusterName: string; readonly region: string }
  /** `path` is absolute; without a context the file's current one. */
  | { readonly kind: 'kubeconfig'; readonly path: string; readonly context?: string };

/** An open cluster: address, trust, and headers that log in. Also for streams (exec, port-forward). */
export interface Connection {
  /** Without a slash at the end. */
  readonly server: string;
  /** PEM; undefined trusts what Node trusts. */
  readonly ca: string | undefined;
  readonly clientCertificate: { readonly cert: string; readonly key: string } | undefined;
  /** Name in the server's certificate when it is not that of the address. */
  readonly serverName: string | undefined;
  /** `Bearer …`; undefined when a client certificate logs in. `anew` forgets what was kept. */
  authorization(anew?: boolean): Promise<string | undefined>;
}

export interface ListOptions {
  /** Default: all namespaces. */
  readonly namespace?: string;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
  /** Objects of a page. Default 500. */
  readonly pageSize?: number;
}

/** A whole list and the moment it is of. */
export interface ObjectList<T> {
  readonly items: readonly T[];
  readonly resourceVersion: string;
}

export interface WatchOptions extends Omit<ListOptions, 'pageSize'> {
  /** Of the list that came before. */
  readonly resourceVersion: string;
  /** Ends the watch; the job's own cancellation does, too. */
  readonly signal?: AbortSignal;
}

/** `expired`: the server does not remember that far back; list anew. Bookmarks are kept to the door. */
export type WatchEvent<T> =
  { readonly type: 'added' | 'modified' | 'deleted'; readonly object: T } | { readonly type: 'expired' };

/** One object; `namespace` where its kind has one. */
export interface ObjectName {
  readonly name: string;
  readonly namespace?: string;
}

/** Nothing is changed unless these still hold. */
export interface Preconditions {
  readonly uid?: string;
  readonly resourceVersion?: string;
}

export interface RemoveOptions extends Preconditions {
  readonly gracePeriodSeconds?: number;
  readonly propagationPolicy?: 'Foreground' | 'Background' | 'Orphan';
  readonly dryRun?: boolean;
}

/** `changed`: a precondition does not hold any more, nothing was done. */
export type RemoveOutcome = 'removed' | 'gone' | 'changed';

/** `blocked`: a disruption budget forbids it for now; the message is the server's. */
export type EvictOutcome =
  | { readonly outcome: 'evicted' | 'gone' | 'changed' }
  | { readonly outcome: 'blocked'; readonly message: string };

export interface Patch {
  /** `merge` (RFC 7386), `json` (RFC 6902), `strategic` (lists merged by key, built-in kinds only). */
  readonly type: 'merge' | 'json' | 'strategic';
  readonly body: unknown;
  readonly dryRun?: boolean;
}

export interface LogOptions {
  readonly container?: string;
  readonly tailLines?: number;
  readonly limitBytes?: number;
  readonly sinceSeconds?: number;
  readonly previous?: boolean;
}

export interface AccessQuestion {
  readonly verb: string;
  readonly resource: string;
  readonly group?: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
}

/**
 * The door to one cluster. Calls retry throttling, 5xx and broken connections up to a deadline, honouring Retry-After.
 * @throws EHA1502 credentials refused · EHA1503 denied · EHA1504 not reached or deadline · EHA1505 certificate ·
 * EHA1506 refused otherwise (`refusalOf` gives status and reason) · EHA1507 list without an end · EHA1508 · EHA1509
 */
export interface ClusterDoor {
  /** For streams, which go past the door. */
  readonly connection: Connection;
  version(): Promise<{ readonly major: string; readonly minor: string; readonly gitVersion: string }>;
  /** All pages, of one moment, or an error: never a part. */
  list<T>(resource: Resource<T>, options?: ListOptions): Promise<ObjectList<T>>;
  /** The same, page by page to `visit`, for lists that should not be kept. The list begins anew (`restart`) on 410. */
  visit<T>(resource: Resource<T>, options: ListOptions, visit: PageVisitor<T>): Promise<string>;
  /** undefined when it is not there. */
  get<T>(resource: Resource<T>, object: ObjectName): Promise<T | undefined>;
  /** Not repeated when it is not known whether it was done. */
  create<T>(resource: Resource<T>, object: T, options?: CreateOptions): Promise<T>;
  patch<T>(resource: Resource<T>, object: ObjectName, patch: Patch): Promise<T>;
  remove<T>(resource: Resource<T>, object: ObjectName, options?: RemoveOptions): Promise<RemoveOutcome>;
  /** By the Eviction API, which respects disruption budgets; a budget's refusal is an outcome and is not retried. */
  evict(pod: ObjectName & Preconditions, options?: EvictOptions): Promise<EvictOutcome>;
  /** Events until the signal, reconnecting where it left off; ends after `expired`. */
  watch<T>(resource: Resource<T>, options: WatchOptions): AsyncGenerator<WatchEvent<T>, void, undefined>;
  log(pod: ObjectName, options?: LogOptions): Promise<string>;
  /** Whether the caller may, by SelfSubjectAccessReview. */
  may(question: AccessQuestion): Promise<boolean>;
}

export interface CreateOptions {
  readonly namespace?: string;
  readonly dryRun?: boolean;
}

export interface EvictOptions {
  readonly gracePeriodSeconds?: number;
  readonly dryRun?: boolean;
}

export interface PageVisitor<T> {
  page(items: readonly T[]): void;
  /** Forget the pages so far. */
  restart(): void;
}
