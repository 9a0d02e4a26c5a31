import { formatDuration } from '../action/durations.ts';
import type { InstanceFact, Instant, LeaseFact, MachineFact, NodeFact } from './facts.ts';

/** What is told of one node's life by ways that do not depend on each other; null where a way tells nothing. */
export interface LifeSigns {
  /** By the link between the clouds: condition Ready and lease. */
  readonly kubernetes: Sign;
  /** By the internet: the SSM agent. */
  readonly ssm: Sign;
  /** By Azure itself: the VM. */
  readonly azure: Sign;
}

/** `silent`: not heard of for longer than a node may be; `off`: known to be gone or switched off. */
export interface Sign {
  readonly says: 'alive' | 'silent' | 'off' | 'unknown';
  /** The end of a sentence: `its lease was renewed 3m ago`. */
  readonly because: string;
}

/** What a list holds about one node: `known` without a value means that the whole list holds nothing. */
export type Found<T> =
  | { readonly known: true; readonly value: T | undefined }
  | { readonly known: false; readonly because: string };

export interface SignsInput {
  readonly node: NodeFact;
  readonly lease: Found<LeaseFact>;
  readonly instance: Found<InstanceFact>;
  readonly machine: Found<MachineFact>;
  /** The node names its VM, so that a missing one tells something. */
  readonly namesMachine: boolean;
}

/** The signs of one node; `deadAfter` in milliseconds is how long it must have been silent. */
export function lifeSigns(input: SignsInput, now: Instant, deadAfter: number): LifeSigns {
  return {
    kubernetes: kubernetesSign(input, now, deadAfter),
    ssm: ssmSign(input.instance, now, deadAfter),
    azure: azureSign(input),
  };
}

/** Of the two that Kubernetes knows the younger one counts: a lease that is renewed proves a kubelet. */
function kubernetesSign({ node, lease }: SignsInput, now: Instant, deadAfter: number): Sign {
  if (node.ready?.status === 'True') return { says: 'alive', because: 'Kubernetes has it Ready' };
  if (!lease.known) return { says: 'unknown', because: 'the leases of nodes are not known' };
  const since = [node.ready?.since ?? null, lease.value?.renewedAt ?? null].filter((at) => at !== null);
  if (since.length === 0)
    return { says: 'unknown', because: 'Kubernetes does not say since when it is silent' };
  const age = now - Math.max(...since);
  const told = `Kubernetes has not heard of it for ${ago(age)}`;
  return age >= deadAfter
    ? { says: 'silent', because: told }
    : { says: 'unknown', because: `${told}, less than ${formatDuration(deadAfter)}` };
}

function ssmSign(found: SignsInput['instance'], now: Instant, deadAfter: number): Sign {
  if (!found.known) return { says: 'unknown', because: 'the managed instances are not known' };
  const instance = found.value;
  if (instance === undefined) return { says: 'off', because: 'it is not registered with Systems Manager' };
  if (instance.ping === 'Online') return { says: 'alive', because: 'its SSM agent is online' };
  if (instance.lastPingAt === null) {
    return { says: 'unknown', because: 'Systems Manager does not say when its agent was heard of' };
  }
  const age = now - instance.lastPingAt;
  const told = `its SSM agent was heard of ${ago(age)} ago`;
  return age >= deadAfter ? { says: 'silent', because: told } : { says: 'unknown', because: told };
}

/** States that bill no compute or answer nothing; `starting` and `stopping` are on their way and tell nothing. */
const OFF = new Set(['deallocated', 'stopped']);

function azureSign({ machine: found, namesMachine }: SignsInput): Sign {
  if (!found.known) return { says: 'unknown', because: 'what Azure has of it is not known' };
  const machine = found.value;
  if (machine === undefined) {
    return namesMachine
      ? { says: 'off', because: 'Azure has no VM of its name with the tags of the cluster' }
      : { says: 'unknown', because: 'the node does not say which VM it is' };
  }
  if (machine.power === 'running') return { says: 'alive', because: 'its VM is running' };
  if (machine.power !== null && OFF.has(machine.power)) {
    return { says: 'off', because: `its VM is ${machine.power}` };
  }
  return { says: 'unknown', because: `the power state of its VM is ${machine.power ?? 'not known'}` };
}

/** Age in the two largest units: `3h12m`. */
export function ago(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const day = 86_400;
  if (seconds >= 2 * day) return `${Math.floor(seconds / day)} days`;
  const coarse = seconds >= 3600 ? seconds - (seconds % 60) : seconds;
  return formatDuration(coarse * 1000);
}
