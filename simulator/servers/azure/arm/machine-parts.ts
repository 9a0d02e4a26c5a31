/** Network interfaces, public addresses and disks, with what uses each; the system disk of a VM is an object of its own. */
import type { ObjectValue, WorldObject } from '../../../terraform-provider/engine/types.ts';
import type { CloudView } from '../../../world/link/view.ts';
import type { World } from '../../../world/world.ts';
import { type ArmType, blocks, idOf, text, texts } from './resource.ts';

const MACHINE = 'azurerm_linux_virtual_machine';
const INTERFACE = 'azurerm_network_interface';
const DISK = 'azurerm_managed_disk';

/** Azure makes the system disk with its VM and gives it the VM's tags; Terraform has no object for it. */
export function systemDisk(machine: WorldObject): WorldObject {
  const { attributes } = machine;
  const os = blocks(attributes, 'os_disk')[0] ?? {};
  const made = `${text(attributes, 'name')}_OsDisk_1_${Buffer.from(machine.key).toString('hex').slice(-12)}`;
  const name = text(os, 'name') || made;
  const disk: ObjectValue = {
    id:
      text(os, 'id') ||
      `${idOf(machine).split('/providers/')[0] ?? ''}/providers/Microsoft.Compute/disks/${name}`,
    name,
    resource_group_name: text(attributes, 'resource_group_name'),
    location: text(attributes, 'location'),
    disk_size_gb: Number(os['disk_size_gb'] ?? 30),
    storage_account_type: text(os, 'storage_account_type') || 'Premium_LRS',
    created: text(attributes, 'created'),
    tags: attributes['tags'] ?? {},
  };
  return {
    key: `${DISK}:${text(disk, 'id')}`,
    provider: 'azurerm',
    type: DISK,
    region: '',
    attributes: disk,
  };
}

/** Objects of a type, with the system disks of VMs that have no object of their own. */
export function objectsOf(type: string, { objects }: Pick<CloudView, 'objects'>): readonly WorldObject[] {
  const own = objects.list(type);
  if (type !== DISK) return own;
  const ids = new Set(own.map((disk) => idOf(disk).toLowerCase()));
  const made = objects.list(MACHINE).map(systemDisk);
  return [...own, ...made.filter((disk) => !ids.has(idOf(disk).toLowerCase()))];
}

/** ARM id of the VM, or of the configuration of an interface, that uses an object; undefined when nothing does. */
export function userOf(object: WorldObject, world: World): string | undefined {
  return usersIn(world).get(idOf(object).toLowerCase());
}

type Users = ReadonlyMap<string, string>;

/** Kept until the world changes: each entry of a list asks. */
const kept = new WeakMap<World, { readonly revision: number; readonly users: Users }>();

function usersIn(world: World): Users {
  const { revision } = world.objects;
  const last = kept.get(world);
  if (last?.revision === revision) return last.users;
  const users = new Map(usesIn(world).reverse());
  kept.set(world, { revision, users });
  return users;
}

/** Pairs of what is used, its id in small letters, and its user; the first of an id counts. */
function usesIn({ objects }: World): [string, string][] {
  const uses: [string, string][] = [];
  const use = (used: string, user: string): void => {
    if (used !== '') uses.push([used.toLowerCase(), user]);
  };
  const machines = objects.list(MACHINE);
  const names = new Map(machines.map((machine) => [idOf(machine).toLowerCase(), idOf(machine)]));
  for (const machine of machines) {
    for (const nic of texts(machine.attributes, 'network_interface_ids')) use(nic, idOf(machine));
    use(idOf(systemDisk(machine)), idOf(machine));
  }
  for (const { attributes } of objects.list('azurerm_virtual_machine_data_disk_attachment')) {
    const user = names.get(text(attributes, 'virtual_machine_id').toLowerCase());
    if (user !== undefined) use(text(attributes, 'managed_disk_id'), user);
  }
  for (const nic of objects.list(INTERFACE)) {
    for (const one of configurations(nic))
      use(text(one, 'public_ip_address_id'), `${idOf(nic)}/ipConfigurations/${text(one, 'name')}`);
  }
  return uses;
}

function configurations({ attributes }: WorldObject): readonly ObjectValue[] {
  return blocks(attributes, 'ip_configuration');
}

/** Disks; interfaces and addresses are in interfaces.ts. */
export const MACHINE_PART_TYPES: readonly ArmType[] = [
  {
    namespace: 'Microsoft.Compute',
    path: 'disks',
    type: DISK,
    inSubscription: true,
    properties: (object, { world }) => ({
      diskSizeGB: object.attributes['disk_size_gb'],
      diskState: userOf(object, world) === undefined ? 'Unattached' : 'Attached',
      ...(text(object.attributes, 'created') !== '' && { timeCreated: text(object.attributes, 'created') }),
    }),
    beside: (object, { world }) => {
      const user = userOf(object, world);
      return {
        sku: { name: text(object.attributes, 'storage_account_type') },
        ...(user !== undefined && { managedBy: user }),
      };
    },
  },
];
