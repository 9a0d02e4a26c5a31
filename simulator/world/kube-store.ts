/** The objects of one API server with their versions and the history that watches are fed from, as etcd keeps them. */
import type { WorldClock } from './clock.ts';
import { type KubeResource, qualifiedName } from './kube-resources.ts';
import type { KubeObject } from './kube-types.ts';

export interface KubeEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly version: number;
  /** `nodes`, `leases.coordination.k8s.io`. */
  readonly resource: string;
  readonly object: KubeObject;
  /** The object before; undefined for a new one. */
  readonly before: KubeObject | undefined;
}

export type KubeListener = (event: KubeEvent) => void;
type ResourceName = Pick<KubeResource, 'group' | 'plural'>;

/** Events kept for watches that start in the past. */
const HISTORY = 20_000;

/** Objects by resource, namespace and name. Every change gets the next version, counted over all resources. */
export class KubeStore {
  readonly clock: WorldClock;
  readonly #kinds = new Map<string, Map<string, KubeObject>>();
  /** Keys in order, kept until a key comes or goes. */
  readonly #sorted = new Map<string, readonly string[]>();
  readonly #listeners = new Set<KubeListener>();
  #history: KubeEvent[] = [];
  #version = 1000;
  #compacted = 1000;

  constructor(clock: WorldClock) {
    this.clock = clock;
  }

  get version(): number {
    return this.#version;
  }

  get(resource: ResourceName, namespace: string | undefined, name: string): KubeObject | undefined {
    return this.#kinds.get(qualifiedName(resource))?.get(keyOf(namespace, name));
  }

  /** All objects of a resource, or those of a namespace, in the order in which lists come. */
  list(resource: ResourceName, namespace?: string): readonly KubeObject[] {
    const id = qualifiedName(resource);
    const objects = this.#kinds.get(id);
    if (objects === undefined) return [];
    let keys = this.#sorted.get(id);
    if (keys === undefined) {
      keys = [...objects.keys()].sort();
      this.#sorted.set(id, keys);
    }
    const prefix = namespace === undefined ? '' : `${namespace}/`;
    return keys.flatMap((key) => {
      const object = key.startsWith(prefix) ? objects.get(key) : undefined;
      return object === undefined ? [] : [object];
    });
  }

  /** Stores an object under the next version. A new one gets a uid and the time, one that is there keeps them. */
  put(resource: ResourceName, object: KubeObject): KubeObject {
    const id = qualifiedName(resource);
    const { namespace, name } = object.metadata;
    const key = keyOf(namespace, name);
    const before = this.#kinds.get(id)?.get(key);
    this.#version += 1;
    const stored: KubeObject = {
      ...object,
      metadata: {
        ...object.metadata,
        uid: before?.metadata.uid ?? object.metadata.uid ?? crypto.randomUUID(),
        resourceVersion: String(this.#version),
        creationTimestamp:
          before?.metadata.creationTimestamp ?? object.metadata.creationTimestamp ?? this.timestamp(),
      },
    };
    const objects = this.#kinds.get(id) ?? new Map<string, KubeObject>();
    this.#kinds.set(id, objects.set(key, stored));
    if (before === undefined) this.#sorted.delete(id);
    this.#record({
      type: before === undefined ? 'ADDED' : 'MODIFIED',
      version: this.#version,
      resource: id,
      object: stored,
      before,
    });
    return stored;
  }

  /** Gives an object another time of creation, which no client can; nobody is told, until it changes. */
  antedate(
    resource: ResourceName,
    namespace: string | undefined,
    name: string,
    creationTimestamp: string,
  ): void {
    const objects = this.#kinds.get(qualifiedName(resource));
    const key = keyOf(namespace, name);
    const before = objects?.get(key);
    if (before !== undefined) {
      objects?.set(key, { ...before, metadata: { ...before.metadata, creationTimestamp } });
    }
  }

  /** Takes an object away at once; says whether it was there. */
  remove(resource: ResourceName, namespace: string | undefined, name: string): boolean {
    const id = qualifiedName(resource);
    const key = keyOf(namespace, name);
    const before = this.#kinds.get(id)?.get(key);
    if (before === undefined) return false;
    this.#kinds.get(id)?.delete(key);
    this.#sorted.delete(id);
    this.#version += 1;
    const object = { ...before, metadata: { ...before.metadata, resourceVersion: String(this.#version) } };
    this.#record({ type: 'DELETED', version: this.#version, resource: id, object, before });
    return true;
  }

  /** Events after a version; undefined when some of them are not kept any more. */
  since(version: number): readonly KubeEvent[] | undefined {
    if (version < this.#compacted) return undefined;
    // Versions only grow: a search by halves finds the first.
    let low = 0;
    let high = this.#history.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#history[middle]?.version ?? 0) > version) high = middle;
      else low = middle + 1;
    }
    return this.#history.slice(low);
  }

  /** Forgets the history, as etcd does every five minutes: older watches and pages are answered 410. */
  compact(): void {
    this.#compacted = this.#version;
    this.#history = [];
  }

  /** The oldest version from which a watch may start. */
  get compacted(): number {
    return this.#compacted;
  }

  /** Calls `listener` after every change until the returned function is called. */
  onEvent(listener: KubeListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** World time in whole seconds, as metadata has it. */
  timestamp(): string {
    return this.clock
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
  }

  #record(event: KubeEvent): void {
    this.#history.push(event);
    if (this.#history.length > 2 * HISTORY) {
      this.#compacted = this.#history[HISTORY - 1]?.version ?? this.#compacted;
      this.#history = this.#history.slice(HISTORY);
    }
    for (const listener of [...this.#listeners]) listener(event);
  }
}

function keyOf(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}
