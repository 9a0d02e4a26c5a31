import { parseVersion } from '../terraform/version/version.ts';
import { type ClusterFacts, type NodeCase, type NodeFacts, valueOf } from './readiness-facts.ts';
import type { ReadinessRule } from './readiness-rules.ts';

type Find = (node: NodeFacts, all: NodeCase, cluster: ClusterFacts) => string | undefined;

function rule(id: string, title: string, remedy: string, find: Find, isFault = true): ReadinessRule {
  return {
    id,
    title,
    remedy,
    isFault,
    find: (all, cluster) => (all.node === undefined ? undefined : find(all.node, all, cluster)),
  };
}

const CNI = /cni|NetworkPluginNotReady|network plugin/i;
const CLOCK = /clock|not yet valid|has expired or is not yet/i;
const AGENT_TAINT = 'node.cilium.io/agent-not-ready';

function cniMissing(node: NodeFacts, { ciliumNode }: NodeCase): string | undefined {
  const isTainted = node.taints.some(({ key }) => key === AGENT_TAINT);
  const isWaiting = node.ready === 'False' && CNI.test(node.message);
  if (!isTainted && !isWaiting && !node.troubles.includes('NetworkUnavailable')) return undefined;
  const seen = valueOf(ciliumNode);
  const agent =
    seen === undefined
      ? ''
      : seen
        ? '; Cilium knows the node, so its agent has started'
        : '; Cilium does not know the node, so its agent has not started there';
  return `${node.name} has no pod network yet${agent}.`;
}

/** `v1.34.2-eks-…` against `1.34` or `1.34.2`. */
function isVersion(kubelet: string, wanted: string): boolean {
  const text = kubelet.replace(/^v/, '').replace(/[-+].*$/, '');
  return text === wanted || text.startsWith(`${wanted}.`);
}

const OLDEST_MINORS = 3;

function skew(node: NodeFacts, { expected }: NodeCase, cluster: ClusterFacts): string | undefined {
  const wanted = expected?.kubernetesVersion;
  if (wanted !== undefined && !isVersion(node.kubeletVersion, wanted)) {
    return `${node.name} runs Kubernetes ${node.kubeletVersion}; ${wanted} is expected.`;
  }
  const [kubelet, control] = [node.kubeletVersion, valueOf(cluster.version) ?? ''].map(
    (text) => parseVersion(text.replace(/^v/, '').replace(/[-+].*$/, ''))?.segments[1],
  );
  if (kubelet === undefined || control === undefined) return undefined;
  const behind = control - kubelet;
  if (behind >= 0 && behind <= OLDEST_MINORS) return undefined;
  return `${node.name} runs Kubernetes ${node.kubeletVersion}, which the control plane (${valueOf(cluster.version) ?? ''}) does not support.`;
}

function settings(node: NodeFacts, { expected }: NodeCase): string | undefined {
  if (expected === undefined) return undefined;
  const labels = Object.entries(expected.labels)
    .filter(([name, value]) => node.labels[name] !== value)
    .map(([name, value]) => `label ${name}=${value}`);
  const taints = expected.taints
    .filter(
      (one) =>
        !node.taints.some(
          (has) => has.key === one.key && has.value === one.value && has.effect === one.effect,
        ),
    )
    .map(({ key, value, effect }) => `taint ${key}=${value}:${effect}`);
  const missing = [...labels, ...taints];
  return missing.length === 0 ? undefined : `${node.name} lacks ${missing.join(', ')}.`;
}

/** Rules about a Node that is there. */
export const NODE_RULES: readonly ReadinessRule[] = [
  rule(
    'vm-stopped',
    'The VM does not run',
    'Start the VM, or find out who stopped it; a spot VM may have been evicted.',
    (node, { status }) => {
      const power = valueOf(status)?.power;
      if (node.ready === 'True' || power === undefined || power === 'running' || power === 'starting')
        return undefined;
      return `${node.name} is not heard of, and its VM is ${power}.`;
    },
  ),
  rule(
    'contact-lost',
    'The node is not heard of',
    'Look at the tunnels (`tunnel-status`) and at kubelet on the machine.',
    (node) =>
      node.ready === 'Unknown' ? `${node.name} joined, but kubelet is not heard of any more.` : undefined,
  ),
  rule('disk', 'The disk is full', 'Give the pool a larger OS disk, or find what fills it.', (node) =>
    node.troubles.includes('DiskPressure') ? `The disk of ${node.name} is nearly full.` : undefined,
  ),
  rule(
    'pressure',
    'Memory or processes run out',
    'Take a larger VM size, or find what uses it up.',
    (node) => {
      const found = node.troubles.filter((type) => type === 'MemoryPressure' || type === 'PIDPressure');
      return found.length === 0 ? undefined : `${node.name} reports ${found.join(' and ')}.`;
    },
  ),
  rule(
    'clock',
    'The clock is wrong',
    'Let the machine reach a time server (chrony, the host clock of Azure).',
    (node) =>
      node.ready === 'False' && CLOCK.test(node.message)
        ? `The clock of ${node.name} is wrong: ${node.message}.`
        : undefined,
  ),
  rule(
    'cni-missing',
    'There is no pod network on the node',
    'Install Cilium (stack cluster), and see why its agent does not start on the node.',
    cniMissing,
  ),
  rule(
    'not-ready',
    'kubelet is not ready',
    'The words are kubelet’s own; see journalctl -u kubelet on the machine.',
    (node) =>
      node.ready === 'False'
        ? `${node.name} is not ready: ${node.message || node.reason || 'no reason given'}.`
        : undefined,
  ),
  rule(
    'certificate-pending',
    'The certificate of kubelet is not approved',
    'See why EKS does not approve it: the node’s address and name must be those of its identity (kubectl get csr).',
    (node, { certificate }) => {
      const state = valueOf(certificate);
      if (state !== 'pending' && state !== 'denied') return undefined;
      return `The request of ${node.name} for its serving certificate is ${state}: logs, exec and metrics of its pods do not work.`;
    },
  ),
  rule(
    'version-skew',
    'The Kubernetes version does not fit',
    'Upgrade the control plane first, then replace the VMs of the pool.',
    skew,
  ),
  rule(
    'settings-differ',
    'Labels or taints are missing',
    'Replace the VM: labels and taints are set once, when it joins.',
    settings,
  ),
];
