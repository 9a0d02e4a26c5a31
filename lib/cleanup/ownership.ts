import { type NodePart, type NodeVm, partTypeOf } from '../azure/node-shapes.ts';
import { type Cidr, covers, parseAddress, parseCidr } from '../net/cidr.ts';
import { CLAIM_TAG } from './claims.ts';
import type { CleanupScope } from './doors.ts';

/** Tags that the Terraform module of the nodes gives to VMs and interfaces, and Azure from there to system disks. */
export const CLUSTER_TAG = 'cluster';
export const POOL_TAG = 'pool';
/** The Azure disk driver marks disks of persistent volumes with tags that begin so. */
const VOLUME_TAG = 'kubernetes.io-created-for';

const ID =
  /^\/subscriptions\/([^/?#%]+)\/resourceGroups\/([^/?#%]+)\/providers\/([^/?#%]+\/[^/?#%]+)\/[^/?#%]+$/i;

/**
 * Whether an ARM id is that of a VM, interface, disk or public address where this run may act. Ids that journals
 * recorded come from annotations, which a node may write itself, and are believed no more than this allows.
 */
export function isWithin(id: string, { subscriptionId, resourceGroup }: CleanupScope): boolean {
  const [, subscription = '', group = '', type = ''] = ID.exec(id) ?? [];
  const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
  return (
    same(subscription, subscriptionId) &&
    (resourceGroup === null || same(group, resourceGroup)) &&
    (same(type, 'Microsoft.Compute/virtualMachines') || partTypeOf(id) !== undefined)
  );
}

type Tagged = Pick<NodeVm, 'tags'>;

/**
 * Why a VM with the tag of the cluster is not taken for one of its nodes; null when it is. Anybody may write a tag; an
 * address within the remote node networks takes a place in the network of the nodes.
 * @param addresses private ones of its interfaces
 */
export function foreignMachine(
  vm: Tagged & Pick<NodeVm, 'id'>,
  addresses: readonly string[],
  scope: CleanupScope,
): string | null {
  const byTags = foreignTags(vm, scope);
  if (byTags !== null) return byTags;
  if (!isWithin(vm.id, scope)) return 'it is outside of the subscription or resource group of the nodes';
  if (addresses.length === 0) return 'no address of it is known';
  return foreignAddress(addresses, scope);
}

/** The same for a part. An interface is known by its address, others by their tags alone. */
export function foreignPart(
  { id, type, tags, addresses }: Pick<NodePart, 'id' | 'type' | 'tags' | 'addresses'>,
  scope: CleanupScope,
): string | null {
  const volume = Object.keys(tags).find((name) => name.startsWith(VOLUME_TAG));
  if (volume !== undefined) return `its tag ${volume} says that it is a volume of Kubernetes`;
  const byTags = foreignTags({ tags }, scope);
  if (byTags !== null) return byTags;
  if (!isWithin(id, scope)) return 'it is outside of the subscription or resource group of the nodes';
  return type === 'network-interface' ? foreignAddress(addresses, scope) : null;
}

/**
 * A system disk may be without tags; Azure names it after its VM. The tag of a claim says nothing about whose it is.
 * @param machine ARM id of the VM
 */
export function isSystemDisk(
  { type, name, tags }: Pick<NodePart, 'type' | 'name' | 'tags'>,
  machine: string | null,
): boolean {
  const vm = machine?.split('/').at(-1)?.toLowerCase();
  const untagged = Object.keys(tags).every((tag) => tag === CLAIM_TAG);
  return type === 'disk' && untagged && vm !== undefined && name.toLowerCase().startsWith(`${vm}_`);
}

function foreignTags({ tags }: Tagged, { cluster: { name } }: CleanupScope): string | null {
  if (tags[CLUSTER_TAG] !== name) return `its tag ${CLUSTER_TAG} is not ${name}`;
  if (tags[POOL_TAG] === undefined) return `it has no tag ${POOL_TAG}, which everything of a node has`;
  return null;
}

function foreignAddress(
  addresses: readonly string[],
  { cluster: { nodeNetworks } }: CleanupScope,
): string | null {
  const networks = nodeNetworks.flatMap((text) => {
    const parsed = parseCidr(text);
    return parsed.ok ? [parsed.cidr] : [];
  });
  const stranger = addresses.find((address) => !isIn(address, networks));
  return stranger === undefined
    ? null
    : `its address ${stranger} is outside of the remote node networks of the cluster`;
}

function isIn(address: string, networks: readonly Cidr[]): boolean {
  const host = parseCidr(`${address}/32`);
  return parseAddress(address).ok && host.ok && networks.some((network) => covers(network, host.cidr));
}
