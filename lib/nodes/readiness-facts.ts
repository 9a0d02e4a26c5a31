/** What is known of one expected node and of its cluster, from all sources, before it is judged. */
import type { MachineStatus } from '../azure/compute.ts';
import type { Node } from '../kubernetes/resources.ts';
import type { ConsoleFacts } from './readiness-console.ts';
import type { ExpectedNode } from './readiness-expectations.ts';

/** A fact, or why it is not known. */
export type Known<T> =
  { readonly known: true; readonly value: T } | { readonly known: false; readonly reason: string };

export const known = <T>(value: T): Known<T> => ({ known: true, value });
export const unknown = (reason: string): Known<never> => ({ known: false, reason });

/** The value of a fact; undefined when it is not known. */
export function valueOf<T>(fact: Known<T>): T | undefined {
  return fact.known ? fact.value : undefined;
}

/** The part of a Node object that readiness needs, small enough to keep for thousands. Times in ms since 1970. */
export interface NodeFacts {
  readonly name: string;
  readonly uid: string;
  /** Name of the VM, from the label that the join program sets. */
  readonly vm: string | undefined;
  readonly ready: 'True' | 'False' | 'Unknown';
  readonly readySince: number | undefined;
  readonly reason: string;
  readonly message: string;
  /** Types of the conditions that report trouble: `DiskPressure`, `NetworkUnavailable`, …. */
  readonly troubles: readonly string[];
  readonly taints: readonly Taint[];
  readonly labels: Readonly<Record<string, string>>;
  readonly kubeletVersion: string;
  readonly createdAt: number;
}

export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

export interface InstanceFacts {
  /** `mi-…`. */
  readonly id: string;
  readonly ping: string | undefined;
  readonly registeredAt: number | undefined;
  readonly activationId: string | undefined;
}

export interface VirtualMachineFacts {
  readonly name: string;
  readonly provisioningState: string | undefined;
  readonly createdAt: number | undefined;
}

export interface ActivationFacts {
  readonly id: string;
  readonly role: string;
  readonly limit: number;
  readonly used: number;
  readonly expired: boolean;
}

/** Of the cluster; asked for once a round. */
export interface ClusterFacts {
  /** Of the control plane, `1.34`. */
  readonly version: Known<string>;
  readonly remoteNodeCidrs: Known<readonly string[]>;
  /** Whether the roles of its activations have an access entry HYBRID_LINUX. */
  readonly hasAccessEntry: Known<boolean>;
  /** Those tagged for this cluster. */
  readonly activations: Known<readonly ActivationFacts[]>;
}

export interface NodeCase {
  /** undefined for a node that no VM was named for. */
  readonly vm: string | undefined;
  readonly expected: ExpectedNode | undefined;
  readonly node: NodeFacts | undefined;
  readonly instance: Known<InstanceFacts | undefined>;
  readonly machine: Known<VirtualMachineFacts | undefined>;
  readonly status: Known<MachineStatus | undefined>;
  readonly console: Known<ConsoleFacts>;
  /** Of kubelet's newest request for its serving certificate. */
  readonly certificate: Known<'pending' | 'denied' | 'approved' | 'none'>;
  /** Whether Cilium has made the node its own. */
  readonly ciliumNode: Known<boolean>;
}

const VM_LABEL = 'eks-hybrid-actions.io/vm';
/** Conditions that are trouble when true; `Ready` is the other way round. */
const TROUBLES: ReadonlySet<string> = new Set([
  'MemoryPressure',
  'DiskPressure',
  'PIDPressure',
  'NetworkUnavailable',
]);

/** Reads a Node. */
export function readNode({ metadata, spec, status }: Node): NodeFacts {
  const conditions = status?.conditions ?? [];
  const ready = conditions.find(({ type }) => type === 'Ready');
  const since = Date.parse(ready?.lastTransitionTime ?? '');
  return {
    name: metadata?.name ?? '',
    uid: metadata?.uid ?? '',
    vm: metadata?.labels?.[VM_LABEL],
    ready: ready?.status === 'True' || ready?.status === 'False' ? ready.status : 'Unknown',
    readySince: Number.isNaN(since) ? undefined : since,
    reason: ready?.reason ?? '',
    message: ready?.message ?? '',
    troubles: conditions
      .filter((condition) => TROUBLES.has(condition.type) && condition.status === 'True')
      .map(({ type }) => type),
    taints: (spec?.taints ?? []).map(({ key, value = '', effect }) => ({ key, value, effect })),
    labels: metadata?.labels ?? {},
    kubeletVersion: status?.nodeInfo?.kubeletVersion ?? '',
    createdAt: Date.parse(metadata?.creationTimestamp ?? ''),
  };
}
