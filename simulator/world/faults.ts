import { SimulatorError } from './errors.ts';

/** A way in which the world can go wrong. Servers ask for it by name where it would strike. */
export interface FaultDefinition {
  readonly name: string;
  /** What a user sees happen, in one line; printed by `npm start -- --help`. */
  readonly description: string;
  readonly where: 'terraform' | 'github' | 'runner' | 'aws' | 'azure' | 'kubernetes';
}

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
  { name: 'cloudwatch-throttled', description: 'the first CloudWatch call is throttled', where: 'aws' },
  { name: 'cloudwatch-missing', description: 'CloudWatch has no data about tunnels', where: 'aws' },
  {
    name: 'direct-connect-throttled',
    description: 'the first Direct Connect call is throttled',
    where: 'aws',
  },
  { name: 'arm-slow', description: 'each Azure answer takes two seconds longer', where: 'azure' },
  { name: 'arm-operation-stuck', description: 'operations of Azure gateways never end', where: 'azure' },
  {
    name: 'arm-operation-failed',
    description: 'operations of Azure gateways end with a conflict',
    where: 'azure',
  },
  {
    name: 'arm-operation-empty',
    description: 'operations of Azure gateways end without a result',
    where: 'azure',
  },
  {
    name: 'arm-operation-partial',
    description: 'operations of Azure gateways tell of one instance alone',
    where: 'azure',
  },
  { name: 'link-provisioning', description: 'the VPN connections are still being made', where: 'aws' },
  { name: 'link-gateway-updating', description: 'the Azure gateway is being changed', where: 'azure' },
  { name: 'link-down', description: 'nothing passes between the clouds', where: 'aws' },
  { name: 'link-late', description: 'tunnels come up after three looks at them', where: 'aws' },
  {
    name: 'link-instance-maintenance',
    description: 'one of the two instances of the Azure gateway is down',
    where: 'azure',
  },
  {
    name: 'link-aws-maintenance',
    description: 'AWS is replacing the endpoint of the first tunnel',
    where: 'aws',
  },
  {
    name: 'link-maintenance-announced',
    description: 'AWS has announced to replace the endpoint of the first tunnel',
    where: 'aws',
  },
  {
    name: 'link-asymmetric',
    description: 'AWS has lost the first tunnel and Azure does not know it yet',
    where: 'aws',
  },
  { name: 'link-flapping', description: 'the first tunnel is lost every seven minutes', where: 'aws' },
  {
    name: 'link-local-address',
    description: 'Azure tells BGP sessions by the addresses of its instances in the subnet',
    where: 'azure',
  },
  {
    name: 'link-custom-bgp-missing',
    description: 'the Azure connections name no BGP addresses of their own',
    where: 'azure',
  },
  {
    name: 'link-swapped-bgp',
    description: 'the Azure connections name the BGP addresses of the other instance',
    where: 'azure',
  },
  {
    name: 'link-swapped',
    description: "two local network gateways have each other's address",
    where: 'azure',
  },
  { name: 'link-equal-asns', description: 'both ends of the link have the same ASN', where: 'aws' },
  {
    name: 'link-asn-loop',
    description: 'nodes announce pods with the ASN of the Transit Gateway',
    where: 'azure',
  },
  {
    name: 'link-sa-lifetime',
    description: 'the first Azure connection keeps keys for longer than AWS',
    where: 'azure',
  },
  {
    name: 'link-cipher',
    description: 'the first Azure connection offers a cipher that AWS does not take',
    where: 'azure',
  },
  { name: 'link-psk', description: 'the first Azure connection has another pre-shared key', where: 'azure' },
  {
    name: 'link-propagation-off',
    description: 'VPN routes are not propagated into Transit Gateway tables',
    where: 'aws',
  },
  {
    name: 'link-no-routes',
    description: 'VPN attachments are associated with no Transit Gateway table',
    where: 'aws',
  },
  {
    name: 'link-vpc-route-missing',
    description: 'one route table of the VPC lacks a route to the nodes',
    where: 'aws',
  },
  {
    name: 'link-branch-to-branch-off',
    description: 'the Route Server passes nothing to the VPN gateway',
    where: 'azure',
  },
  {
    name: 'link-prefix-limit',
    description: 'a node announces more routes than a Route Server takes',
    where: 'azure',
  },
  {
    name: 'link-peer-limit',
    description: 'a Route Server has nine peers, one more than it speaks with',
    where: 'azure',
  },
  {
    name: 'link-udr',
    description: 'a route table of the nodes sends traffic for the VPC nowhere',
    where: 'azure',
  },
  {
    name: 'link-bgp-propagation-off',
    description: 'route tables in Azure take no routes from gateways',
    where: 'azure',
  },
  {
    name: 'link-nsg',
    description: 'the security groups of the nodes let nothing in from the VPC',
    where: 'azure',
  },
  {
    name: 'link-gateway-nsg',
    description: 'GatewaySubnet has a security group',
    where: 'azure',
  },
  {
    name: 'link-outside-address',
    description: 'the first connection dials an address that is not AWS’s',
    where: 'azure',
  },
  {
    name: 'link-asn-differs',
    description: 'the first connection expects another AS number of AWS',
    where: 'azure',
  },
  { name: 'link-bgp-off', description: 'BGP is off on the first connection', where: 'azure' },
  {
    name: 'link-weak-cipher',
    description: 'the first tunnel runs on a cipher from before its options were tightened',
    where: 'aws',
  },
  {
    name: 'link-tunnel-missing',
    description: 'the last connection of the first link is gone',
    where: 'azure',
  },
  {
    name: 'link-vpc-detached',
    description: 'the first VPC is attached to its transit gateway no more',
    where: 'aws',
  },
  {
    name: 'link-interface-down',
    description: 'BGP is down on the first Direct Connect interface',
    where: 'aws',
  },
  {
    name: 'link-circuit-down',
    description: 'the provider of the ExpressRoute circuit has not provisioned it',
    where: 'azure',
  },
  { name: 'login-refused', description: 'Entra ID does not trust the job', where: 'azure' },
  { name: 'cancelled', description: 'the run is cancelled while Terraform plans', where: 'runner' },
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
