/** What the suite leaves in a cluster: a label on two nodes and namespaces. Made or found, and removed. */
import { randomBytes } from 'node:crypto';
import type { ActionDeps } from '../action/types.ts';
import { NAMESPACES, type Node, NODES } from '../kubernetes/resources.ts';
import type { ClusterDoor } from '../kubernetes/types.ts';
import { OWNER_LABEL } from './objects.ts';
import { suiteErrors } from './suite-errors.ts';
import { type Cloud, CLOUDS, type ProbeNode } from './types.ts';

/** A node of each cloud, both with Cilium. */
export type NodePair = Readonly<Record<Cloud, ProbeNode>>;

const PREFIX = 'eha-suite-';
/** Label of a node: this, then the name of the run, so that two runs do not undo each other's. */
const LABEL_PREFIX = 'eks-hybrid-actions/';
const NAME = /^eha-suite-\d+-\d+-[0-9a-f]{6}/;

/** Name of the run: of its namespaces, which get a suffix each, and of the label. */
export function newSuiteName(runId: number, runAttempt: number): string {
  return `${PREFIX}${String(runId)}-${String(runAttempt)}-${randomBytes(3).toString('hex')}`;
}

/** The label by which pods of the suite find their two nodes; the value is when it was put on, in seconds. */
export function nodeLabel(suite: string, now: number): readonly [name: string, value: string] {
  return [`${LABEL_PREFIX}${suite}`, String(Math.floor(now / 1000))];
}

/** The label of its namespaces. */
export function namespaceLabel(suite: string): readonly [name: string, value: string] {
  return [OWNER_LABEL, suite];
}

/** Labels one node of each cloud, and looks whether it is these two that have the label. @throws EHA1823 */
export async function labelPair(
  door: ClusterDoor,
  pair: NodePair,
  [name, value]: readonly [string, string],
): Promise<void> {
  for (const cloud of CLOUDS) await setLabel(door, pair[cloud].name, name, value);
  const { items } = await door.list(NODES, { labelSelector: `${name}=${value}` });
  const found = items.map(({ metadata }) => metadata?.name ?? '').sort();
  const wanted = CLOUDS.map((cloud) => pair[cloud].name).sort();
  if (found.join() !== wanted.join()) {
    throw suiteErrors.EHA1823(
      `The label ${name} is on ${found.join(', ') || 'no node'} instead of ${wanted.join(' and ')}.`,
    );
  }
}

function setLabel(door: ClusterDoor, node: string, name: string, value: string | null): Promise<Node> {
  const body = { metadata: { labels: { [name]: value } } };
  return door.patch(NODES, { name: node }, { type: 'merge', body });
}

const POLL_MS = 1000;

/** Removes what a run made and waits until its namespaces are gone. @throws EHA1827 */
export async function closeSuite(
  door: ClusterDoor,
  suite: string,
  timeoutMs: number,
  { clock, signal }: Pick<ActionDeps, 'clock' | 'signal'>,
): Promise<void> {
  const label = `${LABEL_PREFIX}${suite}`;
  const { items } = await door.list(NODES, { labelSelector: label });
  for (const { metadata } of items) await setLabel(door, metadata?.name ?? '', label, null);
  const deadline = clock.now() + timeoutMs;
  for (;;) {
    // The CLI may have asked for one more while it was told to stop.
    const left = await namespacesOf(door, (name) => name.startsWith(`${suite}-`));
    for (const name of left) await door.remove(NAMESPACES, { name }, { propagationPolicy: 'Background' });
    if (left.length === 0) return;
    if (clock.now() >= deadline) {
      throw suiteErrors.EHA1827(`Still being deleted after their time: ${left.join(', ')}.`, {
        failsPost: true,
      });
    }
    await clock.sleep(POLL_MS, signal);
  }
}

async function namespacesOf(
  door: ClusterDoor,
  isOurs: (name: string, createdAt: number) => boolean,
): Promise<readonly string[]> {
  const { items } = await door.list(NAMESPACES);
  return items.flatMap(({ metadata }) => {
    const { name = '', creationTimestamp = '' } = metadata ?? {};
    return isOurs(name, Date.parse(creationTimestamp)) ? [name] : [];
  });
}

/** Removes labels and namespaces of runs that were killed, when they are old enough. @returns what was removed */
export async function sweepSuites(
  door: ClusterDoor,
  orphanAfterMs: number,
  { now }: Pick<ActionDeps['clock'], 'now'>,
): Promise<readonly string[]> {
  const isOld = (time: number): boolean => now() - time >= orphanAfterMs;
  const { items } = await door.list(NODES);
  const swept: string[] = [];
  for (const { metadata } of items) {
    for (const [label, value] of Object.entries(metadata?.labels ?? {})) {
      const suite = label.startsWith(LABEL_PREFIX) ? label.slice(LABEL_PREFIX.length) : '';
      if (!NAME.test(suite) || !isOld(Number(value) * 1000)) continue;
      await setLabel(door, metadata?.name ?? '', label, null);
      swept.push(`${label} on ${metadata?.name ?? ''}`);
    }
  }
  const isLeftOver = (name: string, createdAt: number): boolean => NAME.test(name) && isOld(createdAt);
  for (const name of await namespacesOf(door, isLeftOver)) {
    await door.remove(NAMESPACES, { name }, { propagationPolicy: 'Background' });
    swept.push(name);
  }
  return swept;
}
