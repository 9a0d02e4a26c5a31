import { SimulatorError } from './errors.ts';
import { CILIUM_FAULTS } from './cilium-faults.ts';
import type { FaultDefinition } from './fault-definition.ts';
import { LINK_FAULTS } from './link/link-faults.ts';

export type { FaultDefinition } from './fault-definition.ts';

/** Every fault that some part of the simulator plays. A test checks that each is asked for somewhere. */
export const FAULTS: readonly FaultDefinition[] = [
  { name: 'provider-slow', description: 'each provider call takes two seconds longer', where: 'terraform' },
  {
    name: 'plan-error',
    description: 'the provider refuses to plan the first Azure gateway',
    where: 'terraform',
  },
  { name: 'apply-error', description: 'creating the first VPN connection fails halfway', where: 'terraform' },
  {
    name: 'token-expired',
    description: 'the AWS session ends after the first object is created',
    where: 'terraform',
  },
  {
    name: 'helm-release-failed',
    description: 'the first Helm release is made but fails',
    where: 'terraform',
  },
  { name: 'state-locked', description: 'someone else holds the state lock of the stack', where: 'terraform' },
  { name: 'github-slow', description: 'each GitHub API answer takes one second longer', where: 'github' },
  { name: 'github-5xx', description: 'the first two calls of every API route answer 502', where: 'github' },
  { name: 'github-reset', description: 'the first two calls are carried out and cut off', where: 'github' },
  {
    name: 'github-throttled',
    description: 'the first write is refused by the secondary rate limit',
    where: 'github',
  },
  { name: 'github-forbidden', description: 'the job token may not write comments', where: 'github' },
  { name: 'machine-never-boots', description: 'the first VM stays in its boot loader', where: 'azure' },
  { name: 'secret-denied', description: 'Key Vault denies the activation to every VM', where: 'azure' },
  { name: 'nodeadm-wrong-hash', description: 'the release host serves another nodeadm', where: 'aws' },
  { name: 'activation-expired', description: 'the activation expires before a VM registers', where: 'aws' },
  { name: 'activation-used-up', description: 'the activation has no registrations left', where: 'aws' },
  { name: 'kubelet-unhealthy', description: 'kubelet never becomes healthy', where: 'kubernetes' },
  { name: 'cni-missing', description: 'Cilium never starts on the nodes', where: 'kubernetes' },
  { name: 'csr-pending', description: 'nobody approves the certificates of kubelets', where: 'kubernetes' },
  { name: 'disk-pressure', description: 'new nodes have next to no disk left', where: 'kubernetes' },
  {
    name: 'kube-slow',
    description: 'each Kubernetes API answer takes one second longer',
    where: 'kubernetes',
  },
  {
    name: 'kube-throttled',
    description: 'the first two Kubernetes calls are throttled',
    where: 'kubernetes',
  },
  { name: 'kube-5xx', description: 'the first two Kubernetes calls fail inside', where: 'kubernetes' },
  { name: 'kube-reset', description: 'the first two Kubernetes connections break', where: 'kubernetes' },
  {
    name: 'kube-page-lost',
    description: 'the second page of the first long list is not kept any more',
    where: 'kubernetes',
  },
  { name: 'kube-denied', description: 'the role may do nothing but get single objects', where: 'kubernetes' },
  { name: 'kube-watch-slow', description: 'events of the cluster come one second late', where: 'kubernetes' },
  {
    name: 'vxlan-blocked',
    description: 'the network security group denies VXLAN, UDP 8472',
    where: 'kubernetes',
  },
  {
    name: 'pod-route-missing',
    description: 'the VPC has lost its route to pods on hybrid nodes',
    where: 'kubernetes',
  },
  {
    name: 'mtu-black-hole',
    description: 'packets too large for the tunnels vanish without a word',
    where: 'kubernetes',
  },
  {
    name: 'dns-one-side',
    description: 'CoreDNS on AWS nodes cannot be asked from Azure',
    where: 'kubernetes',
  },
  {
    name: 'webhook-unreachable',
    description: 'the control plane reaches no pod on hybrid nodes',
    where: 'kubernetes',
  },
  {
    name: 'kubelet-unreachable',
    description: 'the network security group denies kubelet, TCP 10250',
    where: 'kubernetes',
  },
  {
    name: 'pod-masqueraded',
    description: "pods on hybrid nodes are seen under their node's address",
    where: 'kubernetes',
  },
  {
    name: 'policy-unenforced',
    description: 'nobody enforces network policies on AWS nodes',
    where: 'kubernetes',
  },
  {
    name: 'gateway-failover',
    description: 'the hybrid nodes gateway changes its leader again and again',
    where: 'kubernetes',
  },
  { name: 'bgp-down', description: 'no BGP session of the hybrid nodes is up', where: 'kubernetes' },
  {
    name: 'coredns-down',
    description: 'CoreDNS on hybrid nodes answers nobody',
    where: 'kubernetes',
  },
  {
    name: 'metrics-unavailable',
    description: 'the metrics API has no server behind it',
    where: 'kubernetes',
  },
  { name: 'exec-hangs', description: 'commands in pods never end', where: 'kubernetes' },
  { name: 'ec2-throttled', description: 'the first call of each EC2 action is throttled', where: 'aws' },
  { name: 'ec2-denied', description: 'the role may not list subnets', where: 'aws' },
  { name: 'eks-throttled', description: 'the first EKS call is throttled', where: 'aws' },
  {
    name: 'arm-throttled',
    description: 'the first read of each Azure resource or list is throttled',
    where: 'azure',
  },
  { name: 'tagging-denied', description: 'the role may not list resources by their tags', where: 'aws' },
  {
    name: 'tagging-lags',
    description: 'the list of resources by their tags still has what was deleted',
    where: 'aws',
  },
  {
    name: 'arm-lags',
    description: 'the list of all Azure resources still has what was deleted',
    where: 'azure',
  },
  { name: 'arm-denied', description: 'the role may not read VPN gateways', where: 'azure' },
  { name: 'ec2-slow', description: 'each EC2 answer takes two seconds longer', where: 'aws' },
  {
    name: 'ec2-telemetry-missing',
    description: 'VPN connections are listed without the status of their tunnels',
    where: 'aws',
  },
  { name: 'arm-slow', description: 'each Azure answer takes two seconds longer', where: 'azure' },
  { name: 'login-refused', description: 'Entra ID does not trust the job', where: 'azure' },
  { name: 'cancelled', description: 'the run is cancelled while Terraform plans', where: 'runner' },
  ...LINK_FAULTS,
  ...CILIUM_FAULTS,
];

/** The faults switched on in one world, with how often each has struck. */
export class FaultSet {
  readonly #active = new Map<string, number>();
  #revision = 0;

  /** Grows each time a fault is switched on or off. */
  get revision(): number {
    return this.#revision;
  }

  /** Switches a fault on; a name that nothing plays is an error that lists those that exist. */
  enable(name: string): void {
    if (!FAULTS.some((fault) => fault.name === name)) {
      const known = FAULTS.map((fault) => fault.name).join(', ');
      throw new SimulatorError('SIM1001', `unknown fault "${name}"`, `Use one of: ${known}.`);
    }
    this.#active.set(name, 0);
    this.#revision += 1;
  }

  disable(name: string): void {
    this.#active.delete(name);
    this.#revision += 1;
  }

  /** Whether the fault strikes now; `limit` bounds how often it ever does. Each yes is counted. */
  strikes(name: string, limit = Number.POSITIVE_INFINITY): boolean {
    const count = this.#active.get(name);
    if (count === undefined || count >= limit) return false;
    this.#active.set(name, count + 1);
    return true;
  }

  /** How often the fault has struck. */
  count(name: string): number {
    return this.#active.get(name) ?? 0;
  }
}
