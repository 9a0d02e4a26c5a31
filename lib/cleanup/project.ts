/** Objects of the Kubernetes API as facts: only what is judged is kept, so that a page can be let go at once. */
import type { CertificateRequest, DisruptionBudget, Lease, Node, Pod } from '../kubernetes/resources.ts';
import type {
  Amounts,
  BudgetFact,
  Instant,
  LeaseFact,
  NodeFact,
  PendingCertificateFact,
  PodFact,
} from './facts.ts';
import { MIRROR } from './names.ts';
import { parseQuantity } from './quantity.ts';

export function instant(text: string | undefined): Instant | null {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? null : at;
}

/** undefined for an object without a name, which the API never gives. */
export function projectNode({ metadata, spec, status }: Node): NodeFact | undefined {
  const { name, uid, resourceVersion } = metadata ?? {};
  if (name === undefined || uid === undefined || resourceVersion === undefined) return undefined;
  const ready = status?.conditions?.find(({ type }) => type === 'Ready');
  const cpu = parseQuantity(status?.capacity?.['cpu'] ?? '');
  return {
    name,
    uid,
    resourceVersion,
    providerId: spec?.providerID ?? '',
    createdAt: instant(metadata?.creationTimestamp),
    labels: metadata?.labels ?? {},
    annotations: metadata?.annotations ?? {},
    unschedulable: spec?.unschedulable ?? false,
    ready: ready === undefined ? null : { status: ready.status, since: instant(ready.lastTransitionTime) },
    internalIp: status?.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? null,
    allocatable: amounts(status?.allocatable),
    vcpus: cpu === undefined ? null : Math.round(cpu),
  };
}

/** undefined for leases of others: those of kubelets have the name of their node. */
export function projectLease({ metadata, spec }: Lease): LeaseFact | undefined {
  if (metadata?.name === undefined) return undefined;
  return { node: metadata.name, renewedAt: instant(spec?.renewTime) };
}

export function projectPod({ metadata, spec, status }: Pod): PodFact | undefined {
  const { namespace, name, uid } = metadata ?? {};
  if (namespace === undefined || name === undefined || uid === undefined) return undefined;
  const annotations = metadata?.annotations ?? {};
  return {
    namespace,
    name,
    uid,
    nodeName: spec?.nodeName ?? '',
    phase: status?.phase ?? 'Unknown',
    isTerminating: metadata?.deletionTimestamp !== undefined,
    isMirror: annotations[MIRROR] !== undefined,
    controllerKind: metadata?.ownerReferences?.find(({ controller }) => controller === true)?.kind ?? null,
    labels: metadata?.labels ?? {},
    annotations,
    localVolume: localVolume(spec),
    requests: requestsOf(spec),
  };
}

type PodSpec = Pod['spec'];

/** An emptyDir in memory is lost with the pod wherever it goes. */
function localVolume(spec: PodSpec): string | null {
  const local = spec?.volumes?.find(
    ({ hostPath, emptyDir }) =>
      hostPath !== undefined || (emptyDir !== undefined && emptyDir.medium !== 'Memory'),
  );
  return local?.name ?? null;
}

/**
 * What the scheduler reserves: the sum of the containers and of init containers that go on running, at least the
 * largest of the other init containers, and the overhead of the runtime.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers
 */
function requestsOf(spec: PodSpec): Amounts {
  const inits = spec?.initContainers ?? [];
  const stays = [
    ...(spec?.containers ?? []),
    ...inits.filter(({ restartPolicy }) => restartPolicy === 'Always'),
  ];
  const passes = inits.filter(({ restartPolicy }) => restartPolicy !== 'Always');
  const sum = stays.map(({ resources }) => amounts(resources?.requests)).reduce(add, NOTHING);
  const peak = passes.map(({ resources }) => amounts(resources?.requests)).reduce(larger, sum);
  return add(peak, amounts(spec?.overhead));
}

const NOTHING: Amounts = { cpuMillis: 0, memoryBytes: 0 };

function add(one: Amounts, other: Amounts): Amounts {
  return {
    cpuMillis: one.cpuMillis + other.cpuMillis,
    memoryBytes: one.memoryBytes + other.memoryBytes,
  };
}

function larger(one: Amounts, other: Amounts): Amounts {
  return {
    cpuMillis: Math.max(one.cpuMillis, other.cpuMillis),
    memoryBytes: Math.max(one.memoryBytes, other.memoryBytes),
  };
}

function amounts(list: Readonly<Record<string, string>> | undefined): Amounts {
  return {
    cpuMillis: (parseQuantity(list?.['cpu'] ?? '0') ?? 0) * 1000,
    memoryBytes: parseQuantity(list?.['memory'] ?? '0') ?? 0,
  };
}

export function projectBudget({ metadata, spec, status }: DisruptionBudget): BudgetFact | undefined {
  const { namespace, name } = metadata ?? {};
  if (namespace === undefined || name === undefined) return undefined;
  return {
    namespace,
    name,
    selector: spec?.selector ?? null,
    disruptionsAllowed: status?.disruptionsAllowed ?? 0,
  };
}

/** undefined for requests that are decided, and for those that no node made. */
export function projectCertificate({
  metadata,
  spec,
  status,
}: CertificateRequest): PendingCertificateFact | undefined {
  const node = /^system:node:(.+)$/.exec(spec.username ?? '')?.[1];
  const decided = status?.conditions?.some(({ type }) => type === 'Approved' || type === 'Denied') ?? false;
  if (node === undefined || decided) return undefined;
  return { node, createdAt: instant(metadata?.creationTimestamp) };
}
