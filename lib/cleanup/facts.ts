/** What node-cleanup knows before it judges: facts of the cluster and of both clouds, each list with how whole it is. */

/** A list that was read to its end, or why it was not. What was read of an incomplete one is not kept. */
export type Listing<T> =
  | { readonly known: true; readonly items: readonly T[] }
  | { readonly known: false; readonly because: string };

/** Milliseconds since 1970; NaN is never used, what is not known is null. */
export type Instant = number;

/** What a container asks for and what a node has to give. */
export interface Amounts {
  /** Thousandths of a CPU. */
  readonly cpuMillis: number;
  readonly memoryBytes: number;
}

export interface NodeFact {
  readonly name: string;
  readonly uid: string;
  readonly resourceVersion: string;
  readonly providerId: string;
  readonly createdAt: Instant | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly unschedulable: boolean;
  /** Condition Ready; null where the node has none yet. */
  readonly ready: { readonly status: string; readonly since: Instant | null } | null;
  readonly internalIp: string | null;
  readonly allocatable: Amounts;
  /** Whole CPUs of its capacity, which the fee for hybrid nodes counts; null when the node does not say. */
  readonly vcpus: number | null;
}

/** Renewed by kubelet every ten seconds. */
export interface LeaseFact {
  readonly node: string;
  readonly renewedAt: Instant | null;
}

export interface PodFact {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  /** Empty while it is not scheduled. */
  readonly nodeName: string;
  readonly phase: string;
  readonly isTerminating: boolean;
  /** Kept by kubelet itself: a static pod's mirror. */
  readonly isMirror: boolean;
  /** Kind of the controller that owns it; null without one. */
  readonly controllerKind: string | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Name of the first volume whose data would be lost: hostPath, or emptyDir that is not memory. */
  readonly localVolume: string | null;
  readonly requests: Amounts;
}

export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

/** A PodDisruptionBudget. */
export interface BudgetFact {
  readonly namespace: string;
  readonly name: string;
  /** Null matches nothing; an empty one every pod of the namespace (policy/v1). */
  readonly selector: LabelSelector | null;
  readonly disruptionsAllowed: number;
}

/** A request for a serving or client certificate that waits for its approval. */
export interface PendingCertificateFact {
  readonly node: string;
  readonly createdAt: Instant | null;
}

/** A machine registered with Systems Manager. */
export interface InstanceFact {
  /** `mi-` and 17 hex digits, the name of its node. */
  readonly id: string;
  /** `Online`, `ConnectionLost`, `Inactive`; null when SSM does not say. */
  readonly ping: string | null;
  readonly lastPingAt: Instant | null;
  readonly registeredAt: Instant | null;
  readonly activationId: string | null;
  readonly computerName: string | null;
  readonly ipAddress: string | null;
}

export interface ActivationFact {
  readonly id: string;
  readonly createdAt: Instant | null;
  readonly expired: boolean;
  readonly registrations: number;
  readonly registrationLimit: number;
}

/** A VM with the tags of the cluster. */
export interface MachineFact {
  /** ARM id. */
  readonly id: string;
  readonly name: string;
  /** `running`, `stopped`, `deallocated` …, without `PowerState/`; null when ARM does not say. */
  readonly power: string | null;
  readonly createdAt: Instant | null;
  readonly size: string;
  readonly tags: Readonly<Record<string, string>>;
  /** ARM ids of its network interfaces, disks and public addresses, as the VM and its interfaces name them. */
  readonly parts: readonly string[];
  /** Private addresses of its interfaces. */
  readonly addresses: readonly string[];
  /** Why it is not taken for a node's in spite of its tag, as the end of a sentence; null when it is. */
  readonly foreign: string | null;
}

/** A network interface, disk or public address with the tags of the cluster. */
export interface PartFact {
  /** ARM id. */
  readonly id: string;
  readonly type: 'network-interface' | 'disk' | 'public-ip';
  readonly createdAt: Instant | null;
  /** ARM id of what uses it; null when nothing does. */
  readonly usedBy: string | null;
  /** GiB of a disk; null for others. */
  readonly sizeGib: number | null;
  /** For example `Premium_LRS`; empty where it has none. */
  readonly sku: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Why it is not taken for a node's in spite of its tag, as the end of a sentence; null when it is. */
  readonly foreign: string | null;
}

/** Everything that one run sees. */
export interface Fleet {
  readonly nodes: Listing<NodeFact>;
  readonly leases: Listing<LeaseFact>;
  readonly pods: Listing<PodFact>;
  readonly budgets: Listing<BudgetFact>;
  readonly certificates: Listing<PendingCertificateFact>;
  /** Names of CiliumNodes. */
  readonly ciliumNodes: Listing<string>;
  readonly instances: Listing<InstanceFact>;
  readonly activations: Listing<ActivationFact>;
  readonly machines: Listing<MachineFact>;
  readonly parts: Listing<PartFact>;
}

export type ListName = keyof Fleet;

/** What a list is called in sentences. */
export const LIST_NAMES: Readonly<Record<ListName, string>> = {
  nodes: 'nodes',
  leases: 'leases of nodes',
  pods: 'pods',
  budgets: 'disruption budgets',
  certificates: 'certificate requests',
  ciliumNodes: 'CiliumNodes',
  instances: 'managed instances',
  activations: 'activations',
  machines: 'Azure VMs',
  parts: 'Azure interfaces, disks and addresses',
};

/** Those of the lists that are not whole, each with its reason as a sentence. */
export function unknownLists(fleet: Fleet, names: readonly ListName[]): readonly string[] {
  return names.flatMap((name) => {
    const listing: Listing<unknown> = fleet[name];
    return listing.known ? [] : [`The ${LIST_NAMES[name]} are not known: ${listing.because}`];
  });
}

/** The items of a list, none of an unknown one: only for where {@link unknownLists} was asked before. */
export function itemsOf<T>(listing: Listing<T>): readonly T[] {
  return listing.known ? listing.items : [];
}
