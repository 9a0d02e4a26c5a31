import { type ClusterFacts, type NodeCase, valueOf } from './readiness-facts.ts';
import type { ConsoleFacts } from './readiness-console.ts';
import type { ReadinessRule } from './readiness-rules.ts';

type Words = (vm: string, console: ConsoleFacts, cluster: ClusterFacts) => string;

interface ConsoleRule {
  readonly id: string;
  readonly title: string;
  readonly remedy: string;
  readonly codes: readonly string[];
  /** Words in the message that tell the cause under any code. */
  readonly said?: RegExp;
  readonly words: Words;
}

const quote = ({ code, message }: ConsoleFacts): string => `${code ?? ''}: ${message.replace(/\.$/, '')}`;

/** What the activations of the cluster say about a refusal; empty when nothing is known. */
function activationState({ activations }: ClusterFacts): string {
  const all = valueOf(activations);
  if (all === undefined) return '';
  if (all.length === 0) return ' There is no activation of this cluster any more.';
  const open = all.filter(({ expired, used, limit }) => !expired && used < limit);
  if (open.length > 0) return '';
  return all.every(({ used, limit }) => used >= limit)
    ? ` All registrations are used (${all.map(({ used, limit }) => `${used} of ${limit}`).join(', ')}).`
    : ' Every activation of this cluster is expired or used up.';
}

const RULES: readonly ConsoleRule[] = [
  {
    id: 'clock',
    title: 'The clock is wrong',
    remedy: 'Let the machine reach a time server (chrony, the host clock of Azure).',
    codes: [],
    said: /RequestTimeTooSkewed|Signature(?: not yet current| expired)|not yet valid|clock/i,
    words: (vm, console) => `The clock of ${vm} is wrong (${quote(console)}).`,
  },
  {
    id: 'disk',
    title: 'The disk is full',
    remedy: 'Give the pool a larger OS disk, or find what fills it.',
    codes: [],
    said: /No space left on device/i,
    words: (vm, console) => `The disk of ${vm} is full (${quote(console)}).`,
  },
  {
    id: 'secret-denied',
    title: 'The activation cannot be read',
    remedy:
      'Grant the identity of the nodes `Key Vault Secrets User` on the secret, and admit their subnet to the vault.',
    codes: ['J20', 'J21', 'J23'],
    words: (vm, console) => `${vm} may not read its activation from Key Vault (${quote(console)}).`,
  },
  {
    id: 'secret-missing',
    title: 'There is no activation to read',
    remedy: 'Mint one with `ssm-activation` before the VM is made, and keep it until the VM has joined.',
    codes: ['J24', 'J25'],
    words: (vm, console) => `${vm} found no activation in Key Vault (${quote(console)}).`,
  },
  {
    id: 'activation-expired',
    title: 'The activation is expired',
    remedy: 'Mint an activation anew, with more time.',
    codes: ['J26', 'J50'],
    words: (vm, console) => `${vm} came too late for its activation (${quote(console)}).`,
  },
  {
    id: 'activation-used-up',
    title: 'The activation has no registrations left',
    remedy: 'Mint an activation with as many registrations as there are new VMs.',
    codes: ['J51'],
    words: (vm, console, cluster) =>
      `The activation of ${vm} is used up, deleted or of another region (${quote(console)}).${activationState(cluster)}`,
  },
  {
    id: 'outside-remote-networks',
    title: 'The address is outside the remote node networks',
    remedy:
      'Add the subnet of the nodes to `remote_node_networks` of the cluster (address plan of stack foundation).',
    codes: ['J52'],
    words: (vm, console, { remoteNodeCidrs }) =>
      `The address of ${vm} is not in the cluster’s remote node networks (${valueOf(remoteNodeCidrs)?.join(', ') ?? 'not known'}): ${quote(console)}.`,
  },
  {
    id: 'access-entry-missing',
    title: 'The node role has no access entry',
    remedy: 'Create an access entry of type HYBRID_LINUX for the role of the activation (stack foundation).',
    codes: ['J53'],
    words: (vm, console) => `The cluster does not know the role of ${vm} (${quote(console)}).`,
  },
  {
    id: 'version-skew',
    title: 'The Kubernetes version does not fit',
    remedy: 'Upgrade the control plane first, then replace the VMs of the pool.',
    codes: ['J56'],
    words: (vm, console) => `Kubernetes on ${vm} does not fit the control plane (${quote(console)}).`,
  },
  {
    id: 'endpoint-unreachable',
    title: 'A service cannot be reached from the machine',
    remedy:
      'Check the tunnels with `tunnel-status`, DNS, the NAT gateway and the security rules of the subnet.',
    codes: ['J22', 'J31', 'J54'],
    words: (vm, console) => `${vm} cannot reach what it needs (${quote(console)}).`,
  },
  {
    id: 'nodeadm-refused',
    title: 'nodeadm was not installed',
    remedy: 'Check version, checksum and mirror of nodeadm in the settings of the stack.',
    codes: ['J30', 'J32', 'J33', 'J34', 'J40'],
    words: (vm, console) => `nodeadm was not installed on ${vm} (${quote(console)}).`,
  },
  {
    id: 'kubelet-unhealthy',
    title: 'kubelet does not start',
    remedy: 'See journalctl -u kubelet and containerd on the machine.',
    codes: ['J60'],
    words: (vm, console) => `kubelet on ${vm} does not become healthy (${quote(console)}).`,
  },
];

function isAbout({ codes, said }: ConsoleRule, { code = '', message }: ConsoleFacts): boolean {
  return codes.includes(code) || said?.test(message) === true;
}

function fromConsole(one: ConsoleRule): ReadinessRule {
  const find = (all: NodeCase, cluster: ClusterFacts): string | undefined => {
    const console = valueOf(all.console);
    if (all.node !== undefined || all.vm === undefined || console?.result !== 'failed') return undefined;
    return isAbout(one, console) ? one.words(all.vm, console, cluster) : undefined;
  };
  return { id: one.id, title: one.title, remedy: one.remedy, isFault: true, find };
}

/** Rules about what the join program said last, for VMs without a Node. */
export const CONSOLE_RULES: readonly ReadinessRule[] = [
  ...RULES.map(fromConsole),
  {
    id: 'join-failed',
    title: 'The join program failed',
    remedy: 'Look the code up in cloud-init/README.md.',
    isFault: true,
    find: ({ node, vm, console }) => {
      const facts = valueOf(console);
      if (node !== undefined || vm === undefined || facts?.result !== 'failed') return undefined;
      return `${vm} could not join (${quote(facts)}).`;
    },
  },
];
