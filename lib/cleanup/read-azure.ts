import type { ArmAnswer } from '../azure/arm-rest.ts';
import type { AzureNodeDoor } from '../azure/compute-delete.ts';
import type { NodePart, NodeVm, PartType } from '../azure/node-shapes.ts';
import type { CleanupScope } from './doors.ts';
import type { Fleet, Listing, MachineFact, PartFact } from './facts.ts';
import { CLUSTER_TAG, foreignMachine, foreignPart } from './ownership.ts';
import { momentOf } from './read-ssm.ts';

type Parts = Readonly<Record<PartType, readonly NodePart[]>>;

/** What Azure has with the tag of the cluster. Interfaces and the like are read first: VMs are known by their addresses. */
export async function readAzure(
  azure: AzureNodeDoor,
  scope: CleanupScope,
): Promise<Pick<Fleet, 'machines' | 'parts'>> {
  const group = scope.resourceGroup;
  const tag = { name: CLUSTER_TAG, value: scope.cluster.name };
  const [vms, interfaces, disks, publicIps, times] = await Promise.all([
    azure.machines(group),
    azure.parts(group, 'network-interface'),
    azure.parts(group, 'disk'),
    azure.parts(group, 'public-ip'),
    azure.creationTimes(group, tag),
  ]);
  const missing = [interfaces, disks, publicIps, times].find(({ ok }) => !ok);
  if (!interfaces.ok || !disks.ok || !publicIps.ok || !times.ok) {
    const because = missing?.ok === false ? `${missing.reason}.` : '';
    return { machines: unknown(because), parts: unknown(because) };
  }
  const parts: Parts = {
    'network-interface': interfaces.value,
    disk: disks.value,
    'public-ip': publicIps.value,
  };
  return {
    machines: await readMachines(azure, vms, parts, scope),
    parts: { known: true, items: ownParts(parts, times.value, scope) },
  };
}

function unknown(because: string): Listing<never> {
  return { known: false, because };
}

async function readMachines(
  azure: AzureNodeDoor,
  vms: ArmAnswer<readonly NodeVm[]>,
  parts: Parts,
  scope: CleanupScope,
): Promise<Listing<MachineFact>> {
  if (!vms.ok) return unknown(`${vms.reason}.`);
  const own = vms.value.filter(({ tags }) => tags[CLUSTER_TAG] === scope.cluster.name);
  const powers = await azure.powers(
    scope.resourceGroup,
    own.map(({ id }) => id),
  );
  if (!powers.ok) return unknown(`${powers.reason}.`);
  const byId = new Map(
    Object.values(parts).flatMap((list) => list.map((part) => [part.id.toLowerCase(), part])),
  );
  const find = (id: string): NodePart | undefined => byId.get(id.toLowerCase());
  return {
    known: true,
    items: own.map((vm) => machineFact(vm, powers.value.get(vm.id.toLowerCase()) ?? null, find, scope)),
  };
}

/**
 * A VM as a fact.
 * @param find a part by its id
 */
export function machineFact(
  vm: NodeVm,
  power: string | null,
  find: (id: string) => NodePart | undefined,
  scope: CleanupScope,
): MachineFact {
  const interfaces = vm.interfaces.flatMap((id) => find(id) ?? []);
  const addresses = interfaces.flatMap((one) => one.addresses);
  return {
    id: vm.id,
    name: vm.name,
    power,
    createdAt: momentOf(vm.createdAt),
    size: vm.size,
    tags: vm.tags,
    parts: partsOf(vm, interfaces, find, scope),
    addresses,
    foreign: foreignMachine(vm, addresses, scope),
  };
}

/**
 * What goes with a VM: its interfaces with their public addresses, its system disk, and other disks with the tags of
 * the cluster. Any other disk may hold data of somebody's.
 */
function partsOf(
  { disks, interfaces: ids }: NodeVm,
  interfaces: readonly NodePart[],
  find: (id: string) => NodePart | undefined,
  scope: CleanupScope,
): readonly string[] {
  const [system, ...others] = disks;
  const tagged = others.filter((id) => {
    const disk = find(id);
    return disk !== undefined && foreignPart(disk, scope) === null;
  });
  return [
    ...ids,
    ...interfaces.flatMap(({ publicIps }) => publicIps),
    ...(system === undefined ? [] : [system]),
    ...tagged,
  ];
}

function ownParts(parts: Parts, times: ReadonlyMap<string, Date>, scope: CleanupScope): readonly PartFact[] {
  return Object.values(parts)
    .flat()
    .filter(({ tags }) => tags[CLUSTER_TAG] === scope.cluster.name)
    .map((part) => ({
      id: part.id,
      type: part.type,
      createdAt: momentOf(part.createdAt ?? times.get(part.id.toLowerCase())),
      usedBy: part.usedBy ?? null,
      sizeGib: part.sizeGib ?? null,
      sku: part.sku,
      tags: part.tags,
      foreign: foreignPart(part, scope),
    }));
}
