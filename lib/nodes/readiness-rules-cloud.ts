import { type ClusterFacts, type NodeCase, valueOf } from './readiness-facts.ts';
import type { ReadinessRule } from './readiness-rules.ts';

type Find = (vm: string, all: NodeCase, cluster: ClusterFacts) => string | undefined;

function rule(id: string, title: string, remedy: string, find: Find, isFault = true): ReadinessRule {
  return {
    id,
    title,
    remedy,
    isFault,
    find: (all, cluster) =>
      all.node !== undefined || all.vm === undefined ? undefined : find(all.vm, all, cluster),
  };
}

/** Rules about VMs without a Node whose console tells no failure. */
export const CLOUD_RULES: readonly ReadinessRule[] = [
  rule(
    'vm-missing',
    'The VM does not exist',
    'Apply the stack nodes, and see why it made no such VM.',
    (vm, { machine }) =>
      machine.known && machine.value === undefined
        ? `Azure has no VM ${vm} in the resource group.`
        : undefined,
  ),
  rule(
    'vm-failed',
    'Azure could not make the VM',
    'The words are Azure’s own: often a quota, a zone without capacity, or an image that does not start.',
    (vm, { status, machine }) => {
      const failure = valueOf(status)?.failure;
      if (failure !== undefined) return `Azure could not make ${vm}: ${failure}`;
      return valueOf(machine)?.provisioningState === 'Failed' ? `Azure could not make ${vm}.` : undefined;
    },
  ),
  rule(
    'vm-stopped',
    'The VM does not run',
    'Start the VM, or find out who stopped it; a spot VM may have been evicted.',
    (vm, { status }) => {
      const power = valueOf(status)?.power;
      if (power === undefined || power === 'running' || power === 'starting') return undefined;
      return `The VM ${vm} is ${power}.`;
    },
  ),
  rule(
    'access-entry-missing',
    'The node role has no access entry',
    'Create an access entry of type HYBRID_LINUX for the role of the activation (stack foundation).',
    (vm, _all, { hasAccessEntry }) =>
      valueOf(hasAccessEntry) === false
        ? `${vm} cannot join: the role of the activation has no access entry of type HYBRID_LINUX.`
        : undefined,
  ),
  rule(
    'ssm-lost',
    'The machine is registered and was lost',
    'Look at the machine: it registered, and its agent is not heard of any more.',
    (vm, { instance }) => {
      const found = valueOf(instance);
      if (found?.ping === undefined || found.ping === 'Online') return undefined;
      return `${vm} is registered as ${found.id}, but its agent is not heard of (${found.ping}), and there is no node.`;
    },
  ),
  rule(
    'joining',
    'The machine is joining',
    'Wait; when it stays, look at the serial console of the VM.',
    (vm, { instance, console }) => {
      const registered = valueOf(instance);
      const phase = valueOf(console)?.phase;
      if (registered !== undefined) return `${vm} is registered as ${registered.id} and is not a node yet.`;
      return phase === undefined ? undefined : `${vm} is at phase ${phase} of joining.`;
    },
    false,
  ),
  rule(
    'activation-expired',
    'The activation is expired',
    'Mint an activation anew, with more time.',
    (vm, _all, { activations }) => {
      const all = valueOf(activations);
      return all !== undefined && all.length > 0 && all.every(({ expired }) => expired)
        ? `${vm} is not registered, and every activation of the cluster is expired.`
        : undefined;
    },
  ),
  rule(
    'activation-used-up',
    'The activation has no registrations left',
    'Mint an activation with as many registrations as there are new VMs.',
    (vm, _all, { activations }) => {
      const all = valueOf(activations);
      return all !== undefined &&
        all.length > 0 &&
        all.every(({ expired, used, limit }) => expired || used >= limit)
        ? `${vm} is not registered, and no activation of the cluster has a registration left.`
        : undefined;
    },
  ),
  rule(
    'never-booted',
    'The VM never came up',
    'Look at the boot diagnostics of the VM: image, size and generation must fit; a restart may help.',
    (vm, { status, console, instance }) => {
      const facts = valueOf(console);
      if (valueOf(status)?.power !== 'running' || facts === undefined || !instance.known) return undefined;
      if (instance.value !== undefined || facts.phase !== undefined || facts.result !== undefined)
        return undefined;
      return facts.booted
        ? `${vm} runs, but the join program never started there.`
        : `${vm} runs, but nothing ever came from its console.`;
    },
  ),
];
