/** The nodes of the cluster as they come and go, and a bell that rings on each change. */
import { follow, type Follower } from '#lib/kubernetes/follow.js';
import { type Node, NODES } from '#lib/kubernetes/resources.js';
import type { ClusterDoor } from '#lib/kubernetes/types.js';
import { type NodeFacts, readNode } from '#lib/nodes/readiness-facts.js';

export interface NodeTracker {
  /** The nodes of now. */
  nodes(): Iterable<NodeFacts>;
  /** Whether the first list is whole. */
  readonly isComplete: boolean;
  /** Resolves at the next change, or when the time is over; at once when there was one since the last call. */
  changed(milliseconds: number): Promise<void>;
  /** Rejects when the nodes can be followed no longer. */
  readonly failed: Promise<never>;
}

/** Several changes in a row ring once: a hundred nodes may report within a second. */
const GATHER_MS = 200;

export function trackNodes(door: ClusterDoor, labelSelector: string, signal: AbortSignal): NodeTracker {
  const bell = createBell(signal);
  const kept = createStore(() => bell.ring());
  const work = follow(door, NODES, { labelSelector }, kept.follower, signal);
  const failed = work.then(() => new Promise<never>(() => undefined));
  // Who waits for changes sees it; until then it is not an error that nobody caught.
  failed.catch(() => undefined);
  return {
    nodes: () => kept.nodes.values(),
    get isComplete() {
      return kept.isComplete();
    },
    failed,
    changed: (milliseconds) => bell.heard(milliseconds),
  };
}

interface NodeStore {
  readonly nodes: ReadonlyMap<string, NodeFacts>;
  readonly follower: Follower<Node>;
  isComplete(): boolean;
}

/** A list replaces the nodes when it is whole, so that a half of it is never judged. */
function createStore(ring: () => void): NodeStore {
  const nodes = new Map<string, NodeFacts>();
  let next = new Map<string, NodeFacts>();
  let isComplete = false;
  const store = (into: Map<string, NodeFacts>, node: Node): void => {
    const facts = readNode(node);
    into.set(facts.name, facts);
  };
  const follower: Follower<Node> = {
    listed(items, isFirst) {
      if (isFirst) next = new Map();
      for (const item of items) store(next, item);
    },
    complete() {
      nodes.clear();
      for (const [name, facts] of next) nodes.set(name, facts);
      next = new Map();
      isComplete = true;
      ring();
    },
    stored(node) {
      store(nodes, node);
      ring();
    },
    removed(node) {
      nodes.delete(node.metadata?.name ?? '');
      ring();
    },
  };
  return { nodes, follower, isComplete: () => isComplete };
}

interface Bell {
  ring(): void;
  heard(milliseconds: number): Promise<void>;
}

function createBell(signal: AbortSignal): Bell {
  let isRung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      isRung = true;
      wake?.();
    },
    async heard(milliseconds) {
      if (!isRung) await pause(milliseconds, signal, (resolve) => (wake = resolve));
      else await pause(Math.min(GATHER_MS, milliseconds), signal, () => undefined);
      isRung = false;
      wake = undefined;
    },
  };
}

function pause(
  milliseconds: number,
  signal: AbortSignal,
  listen: (resolve: () => void) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.max(0, milliseconds));
    signal.addEventListener('abort', done, { once: true });
    listen(done);
  });
}
