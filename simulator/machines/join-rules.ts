/** What a machine must be and have so that the cluster takes it, in the order and the words in which nodeadm says it. */
import type { WorldObject } from '../terraform-provider/engine/types.ts';
import { blocks, text, texts } from '../world/attributes.ts';
import type { MachineFacts } from '../world/machines.ts';
import type { World } from '../world/world.ts';

export interface Joining {
  readonly cluster: string;
  readonly region: string;
  /** Name of the role the activation gives. */
  readonly role: string;
  /** `1.34` or `1.34.4`: what was installed. */
  readonly kubernetesVersion: string;
}

/** Kubelets may be that many minor versions older than the control plane. */
const OLDEST_MINORS = 3;

/** Why `nodeadm init` refuses; undefined when the machine may join. */
export function joinRefusal(world: World, machine: MachineFacts, joining: Joining): string | undefined {
  const cluster = world.objects
    .list('aws_eks_cluster')
    .find((entry) => text(entry, 'name') === joining.cluster && entry.region === joining.region);
  if (cluster === undefined) {
    return `describing EKS cluster: ResourceNotFoundException: No cluster found for name: ${joining.cluster}.`;
  }
  if (text(cluster, 'status') !== 'ACTIVE') return `eks cluster ${joining.cluster} is not active`;
  return (
    networkRefusal(cluster, machine.address) ??
    skewRefusal(text(cluster, 'version'), joining.kubernetesVersion) ??
    accessRefusal(world, joining)
  );
}

function networkRefusal(cluster: WorldObject, address: string): string | undefined {
  const networks = blocks(cluster, 'remote_network_config')
    .flatMap((config) => blocks(config, 'remote_node_networks'))
    .flatMap((network) => texts(network, 'cidrs'));
  if (networks.length === 0) return 'eks cluster does not have remoteNetworkConfig enabled';
  if (networks.some((cidr) => contains(cidr, address))) return undefined;
  return `node IP ${address} is not in any of the remote network CIDR blocks: [${networks.join(' ')}]`;
}

function contains(cidr: string, address: string): boolean {
  const [base = '', length = '32'] = cidr.split('/');
  const size = 2 ** (32 - Number(length));
  return address !== '' && Math.floor(asNumber(base) / size) === Math.floor(asNumber(address) / size);
}

function asNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function skewRefusal(controlPlane: string, kubelet: string): string | undefined {
  const minor = (version: string) => Number(version.split('.')[1]);
  const behind = minor(controlPlane) - minor(kubelet);
  if (behind >= 0 && behind <= OLDEST_MINORS) return undefined;
  return `the version of kubelet ${kubelet} is not within the supported skew of control plane ${controlPlane}`;
}

function accessRefusal(world: World, { cluster, role }: Joining): string | undefined {
  const name = role.split('/').at(-1) ?? '';
  const isKnown = world.objects
    .list('aws_eks_access_entry')
    .some(
      (entry) =>
        text(entry, 'cluster_name') === cluster &&
        text(entry, 'type') === 'HYBRID_LINUX' &&
        text(entry, 'principal_arn').endsWith(`/${name}`),
    );
  return isKnown ? undefined : `no access entry of type HYBRID_LINUX found for role ${name}`;
}
