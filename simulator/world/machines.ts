/** What the world says about a VM that Terraform made: its system, address, identities, and the way out to the Internet. */
import type { ObjectValue, WorldObject } from '../terraform-provider/engine/types.ts';
import { blocks, number, sameId, text, texts } from './attributes.ts';
import type { World } from './world.ts';

export const MACHINE_TYPE = 'azurerm_linux_virtual_machine';

export interface MachineIdentityFacts {
  readonly clientId: string;
  readonly principalId: string;
  readonly resourceId: string;
}

export interface OperatingSystem {
  /** As in /etc/os-release. */
  readonly id: 'ubuntu' | 'rhel' | 'amzn' | 'unknown';
  readonly version: string;
  readonly kernel: string;
}

export interface MachineFacts {
  readonly name: string;
  readonly location: string;
  readonly zone: string;
  readonly vmId: string;
  readonly vmSize: string;
  readonly resourceGroupName: string;
  readonly identities: readonly MachineIdentityFacts[];
  /** Of its first network interface; empty without one. */
  readonly address: string;
  readonly system: OperatingSystem;
  readonly architecture: 'x86_64' | 'aarch64';
  readonly cpus: number;
  /** Base64 as in `custom_data`. */
  readonly customData: string;
  /** Whether the machine is told of its deletion before it happens. */
  readonly isToldOfDeletion: boolean;
}

/** Reads the facts of a VM from its Terraform attributes and the objects it refers to. */
export function machineFacts(world: World, machine: WorldObject): MachineFacts {
  const size = text(machine, 'size');
  return {
    name: text(machine, 'name'),
    location: text(machine, 'location'),
    zone: text(machine, 'zone'),
    vmId: text(machine, 'virtual_machine_id'),
    vmSize: size,
    resourceGroupName: text(machine, 'resource_group_name'),
    identities: identitiesOf(world, machine),
    address: text(ipConfiguration(world, machine), 'private_ip_address'),
    system: systemOf(machine),
    // `p` among the small letters behind the number of processors is Arm: Standard_D4ps_v6.
    architecture: /_[A-Z]+\d+[a-z]*p[a-z]*_/.test(size) ? 'aarch64' : 'x86_64',
    cpus: Number(/_[A-Z]+(\d+)/.exec(size)?.[1] ?? 1),
    customData: text(machine, 'custom_data'),
    isToldOfDeletion: blocks(machine, 'termination_notification').some((block) => block['enabled'] === true),
  };
}

function identitiesOf(world: World, machine: WorldObject): readonly MachineIdentityFacts[] {
  const ids = blocks(machine, 'identity').flatMap((identity) => texts(identity, 'identity_ids'));
  return world.objects
    .list('azurerm_user_assigned_identity')
    .filter((identity) => ids.some((id) => sameId(id, text(identity, 'id'))))
    .map((identity) => ({
      clientId: text(identity, 'client_id'),
      principalId: text(identity, 'principal_id'),
      resourceId: text(identity, 'id'),
    }));
}

/** Publisher and offer tell the system; an image of one's own is Amazon Linux, for which Azure sells none. */
function systemOf(machine: WorldObject): OperatingSystem {
  const image = blocks(machine, 'source_image_reference')[0];
  const publisher = text(image, 'publisher').toLowerCase();
  const named = `${text(image, 'offer')} ${text(image, 'sku')}`.toLowerCase();
  if (publisher === 'canonical') {
    const version = /(2[024])[_.]04/.exec(named)?.[1];
    const versions = { 20: '5.4.0-1100-azure', 22: '5.15.0-1100-azure', 24: '6.8.0-1050-azure' };
    const year = Number(version) as keyof typeof versions;
    return { id: 'ubuntu', version: `${version ?? 'unknown'}.04`, kernel: versions[year] };
  }
  if (publisher === 'redhat') {
    const release = /(?:^|\s)(\d+)[_-]?(\d+)?/.exec(text(image, 'sku'));
    const version = release?.[1]?.startsWith('8') === true ? '8.10' : '9.4';
    return { id: 'rhel', version, kernel: version === '8.10' ? '4.18.0-553.el8' : '5.14.0-427.el9' };
  }
  if (text(machine, 'source_image_id') !== '') {
    return { id: 'amzn', version: '2023', kernel: '6.1.100-112.al2023' };
  }
  return { id: 'unknown', version: '0', kernel: '6.1.0' };
}

function interfaceOf(world: World, machine: WorldObject): WorldObject | undefined {
  const [first = ''] = texts(machine, 'network_interface_ids');
  return world.objects.list('azurerm_network_interface').find((nic) => sameId(text(nic, 'id'), first));
}

function ipConfiguration(world: World, machine: WorldObject): ObjectValue | undefined {
  return blocks(interfaceOf(world, machine), 'ip_configuration')[0];
}

/** Why the machine cannot reach TCP port 443 of the Internet; undefined when it can. */
export function egressObstacle(world: World, machine: WorldObject): string | undefined {
  const configuration = ipConfiguration(world, machine);
  const subnet = text(configuration, 'subnet_id');
  const hasNat = world.objects
    .list('azurerm_subnet_nat_gateway_association')
    .some((association) => sameId(text(association, 'subnet_id'), subnet));
  if (!hasNat && text(configuration, 'public_ip_address_id') === '') {
    return 'the subnet has no NAT gateway and the VM no public address';
  }
  const groups = [
    ...attachedGroups(world, 'azurerm_subnet_network_security_group_association', 'subnet_id', subnet),
    ...attachedGroups(
      world,
      'azurerm_network_interface_security_group_association',
      'network_interface_id',
      text(interfaceOf(world, machine), 'id'),
    ),
  ];
  const closed = groups.find((group) => !allowsHttps(world, group));
  return closed === undefined ? undefined : `the security group ${text(closed, 'name')} denies port 443`;
}

function attachedGroups(world: World, type: string, attribute: string, id: string): readonly WorldObject[] {
  const ids = world.objects
    .list(type)
    .filter((association) => sameId(text(association, attribute), id))
    .map((association) => text(association, 'network_security_group_id'));
  return world.objects
    .list('azurerm_network_security_group')
    .filter((group) => ids.some((candidate) => sameId(candidate, text(group, 'id'))));
}

/** The first outbound rule that matches decides; Azure's own last rule but one allows the Internet. */
function allowsHttps(world: World, group: WorldObject): boolean {
  const separate = world.objects
    .list('azurerm_network_security_rule')
    .filter((rule) => sameId(text(rule, 'network_security_group_name'), text(group, 'name')))
    .map((rule) => rule.attributes);
  const [first] = [...blocks(group, 'security_rule'), ...separate]
    .filter((rule) => text(rule, 'direction') === 'Outbound' && matchesHttps(rule))
    .sort((left, right) => number(left, 'priority') - number(right, 'priority'));
  return first === undefined || text(first, 'access') === 'Allow';
}

const INTERNET = ['*', 'Internet', '0.0.0.0/0'];

function matchesHttps(rule: ObjectValue): boolean {
  const ports = [text(rule, 'destination_port_range'), ...texts(rule, 'destination_port_ranges')];
  const targets = [text(rule, 'destination_address_prefix'), ...texts(rule, 'destination_address_prefixes')];
  return (
    ['*', 'Tcp'].includes(text(rule, 'protocol')) &&
    ports.some((range) => range === '*' || holds(range, 443)) &&
    targets.some((target) => INTERNET.includes(target))
  );
}

function holds(range: string, port: number): boolean {
  const [low, high = low] = range.split('-').map(Number);
  return low !== undefined && high !== undefined && low <= port && port <= high;
}
