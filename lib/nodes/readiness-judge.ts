/** From facts to a judgement of each expected node, with the time each phase of joining took. */
import type { ExpectedNode, Expectation } from './readiness-expectations.ts';
import {
  type ClusterFacts,
  type InstanceFacts,
  known,
  type Known,
  type NodeCase,
  type NodeFacts,
  unknown,
  valueOf,
  type VirtualMachineFacts,
} from './readiness-facts.ts';
import { type Cause, findCause } from './readiness-rules.ts';

/** What the clouds said in one round, keyed by the names of VMs in lower case, or of nodes. */
export interface CloudFacts {
  readonly cluster: ClusterFacts;
  /** The newest registration of each machine. */
  readonly instances: Known<ReadonlyMap<string, InstanceFacts>>;
  readonly machines: Known<ReadonlyMap<string, VirtualMachineFacts>>;
  readonly statuses: ReadonlyMap<string, NodeCase['status']>;
  readonly consoles: ReadonlyMap<string, NodeCase['console']>;
  /** By name of the node. */
  readonly certificates: Known<ReadonlyMap<string, 'pending' | 'denied' | 'approved'>>;
  /** Names of nodes. */
  readonly ciliumNodes: Known<ReadonlySet<string>>;
}

/** Before the first round. */
export function noCloudFacts(reason = 'it was not asked yet'): CloudFacts {
  const none = unknown(reason);
  return {
    cluster: { version: none, remoteNodeCidrs: none, hasAccessEntry: none, activations: none },
    instances: none,
    machines: none,
    statuses: new Map(),
    consoles: new Map(),
    certificates: none,
    ciliumNodes: none,
  };
}

/** Times in milliseconds since 1970; undefined when not known. */
export interface JoinTimes {
  readonly created: number | undefined;
  readonly registered: number | undefined;
  readonly joined: number | undefined;
  readonly ready: number | undefined;
}

export interface JudgedNode {
  readonly vm: string | undefined;
  readonly pool: string | undefined;
  readonly node: string | undefined;
  readonly state: 'ready' | 'not-ready' | 'missing';
  /** undefined when ready. */
  readonly cause: Cause | undefined;
  readonly times: JoinTimes;
}

export interface Judgement {
  readonly isReady: boolean;
  readonly readyCount: number;
  readonly nodes: readonly JudgedNode[];
  /** Nodes of a VM that has another, newer one; AWS bills them until they are deleted. */
  readonly leftovers: readonly string[];
}

/** Judges every expected VM, and beside them every node where only a count is expected. */
export function judge(
  { nodes: expected, count }: Expectation,
  nodes: Iterable<NodeFacts>,
  facts: CloudFacts,
): Judgement {
  const { byVm, others } = groupByVm(nodes);
  const leftovers: string[] = [];
  const judged: JudgedNode[] = [];
  const pick = (vm: string): NodeFacts | undefined => {
    const all = byVm.get(keyOf(vm)) ?? [];
    const chosen = choose(all, valueOf(facts.instances)?.get(keyOf(vm)));
    leftovers.push(...all.filter((node) => node !== chosen).map(({ name }) => name));
    return chosen;
  };
  for (const one of expected) judged.push(judgeOne(one.vm, one, pick(one.vm), facts));
  if (expected.length < count) {
    const named = new Set(expected.map(({ vm }) => keyOf(vm)));
    const machines = [...(valueOf(facts.machines)?.values() ?? [])].map(({ name }) => name);
    const found = new Map([...byVm.values()].flat().map(({ vm = '' }) => [keyOf(vm), vm]));
    for (const name of machines) found.set(keyOf(name), name);
    for (const [key, vm] of found) if (!named.has(key)) judged.push(judgeOne(vm, undefined, pick(vm), facts));
    for (const node of others) judged.push(judgeOne(undefined, undefined, node, facts));
  }
  const readyCount = judged.filter(({ state }) => state === 'ready').length;
  const areNamedReady = judged.slice(0, expected.length).every(({ state }) => state === 'ready');
  return { isReady: areNamedReady && readyCount >= count && count > 0, readyCount, nodes: judged, leftovers };
}

/** Azure does not tell case apart in the names of VMs. */
export const keyOf = (vm: string): string => vm.toLowerCase();

function groupByVm(nodes: Iterable<NodeFacts>): { byVm: Map<string, NodeFacts[]>; others: NodeFacts[] } {
  const byVm = new Map<string, NodeFacts[]>();
  const others: NodeFacts[] = [];
  for (const node of nodes) {
    if (node.vm === undefined) others.push(node);
    else byVm.set(keyOf(node.vm), [...(byVm.get(keyOf(node.vm)) ?? []), node]);
  }
  return { byVm, others };
}

/** A VM made anew under its old name has an old Node as well: that of its present registration counts, or the newest. */
function choose(all: readonly NodeFacts[], instance: InstanceFacts | undefined): NodeFacts | undefined {
  const present = all.find(({ name }) => name === instance?.id);
  if (present !== undefined) return present;
  const [newest] = [...all].sort((a, b) => b.createdAt - a.createdAt);
  const isOld = instance !== undefined && newest !== undefined && newest.ready !== 'True';
  return isOld ? undefined : newest;
}

function judgeOne(
  vm: string | undefined,
  expected: ExpectedNode | undefined,
  node: NodeFacts | undefined,
  facts: CloudFacts,
): JudgedNode {
  const given = caseOf(vm, expected, node, facts);
  const cause = findCause(given, facts.cluster);
  return {
    vm,
    pool: expected?.pool ?? node?.labels['eks-hybrid-actions.io/pool'],
    node: node?.name,
    state: node === undefined ? 'missing' : cause === undefined ? 'ready' : 'not-ready',
    cause,
    times: {
      created: valueOf(given.machine)?.createdAt,
      registered: valueOf(given.instance)?.registeredAt,
      joined: node === undefined || Number.isNaN(node.createdAt) ? undefined : node.createdAt,
      ready: node?.ready === 'True' ? node.readySince : undefined,
    },
  };
}

function caseOf(
  vm: string | undefined,
  expected: ExpectedNode | undefined,
  node: NodeFacts | undefined,
  facts: CloudFacts,
): NodeCase {
  const key = keyOf(vm ?? node?.name ?? '');
  const name = node?.name ?? '';
  return {
    vm,
    expected,
    node,
    instance: lookUp(facts.instances, key),
    machine: lookUp(facts.machines, key),
    status: facts.statuses.get(key) ?? unknown('it was not asked for'),
    console: facts.consoles.get(key) ?? unknown('it was not asked for'),
    certificate: facts.certificates.known
      ? known(facts.certificates.value.get(name) ?? 'none')
      : facts.certificates,
    ciliumNode: facts.ciliumNodes.known ? known(facts.ciliumNodes.value.has(name)) : facts.ciliumNodes,
  };
}

function lookUp<T>(facts: Known<ReadonlyMap<string, T>>, key: string): Known<T | undefined> {
  return facts.known ? known(facts.value.get(key)) : facts;
}
