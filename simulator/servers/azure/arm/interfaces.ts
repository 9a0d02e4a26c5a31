import type { ObjectValue, WorldObject } from '../../../terraform-provider/engine/types.ts';
import type { CloudView } from '../../../world/link/view.ts';
import { userOf } from './machine-parts.ts';
import { type ArmType, blocks, etagOf, idOf, text, texts } from './resource.ts';

const NETWORK = 'Microsoft.Network';

/** The reference of a subnet to its security group; nothing where it has none. */
export function securityGroupOf(subnet: WorldObject, view: CloudView): object {
  const id = idOf(subnet).toLowerCase();
  const found = view.objects
    .list('azurerm_subnet_network_security_group_association')
    .find(({ attributes }) => text(attributes, 'subnet_id').toLowerCase() === id);
  if (found === undefined) return {};
  return { networkSecurityGroup: { id: text(found.attributes, 'network_security_group_id') } };
}

/** One range in one member, several in another, as Azure writes them. */
function either(rule: ObjectValue, one: string, several: string, name: string): object {
  const many = texts(rule, several);
  return many.length > 0 ? { [`${name}s`]: many } : { [name]: text(rule, one) };
}

function rule(attributes: ObjectValue): object {
  return {
    provisioningState: 'Succeeded',
    protocol: text(attributes, 'protocol'),
    ...either(attributes, 'source_port_range', 'source_port_ranges', 'sourcePortRange'),
    ...either(attributes, 'destination_port_range', 'destination_port_ranges', 'destinationPortRange'),
    ...prefixes(attributes, 'source'),
    ...prefixes(attributes, 'destination'),
    access: text(attributes, 'access'),
    priority: attributes['priority'],
    direction: text(attributes, 'direction'),
  };
}

function prefixes(attributes: ObjectValue, side: 'source' | 'destination'): object {
  const many = texts(attributes, `${side}_address_prefixes`);
  if (many.length > 0) return { [`${side}AddressPrefixes`]: many };
  return { [`${side}AddressPrefix`]: text(attributes, `${side}_address_prefix`) };
}

function rulesOf(group: WorldObject, view: CloudView): readonly object[] {
  const type = `${NETWORK}/networkSecurityGroups/securityRules`;
  const prefix = `${idOf(group)}/securityRules/`;
  const own = view.objects
    .list('azurerm_network_security_rule')
    .filter((one) => idOf(one).toLowerCase().startsWith(prefix.toLowerCase()))
    .map((one) => ({
      name: text(one.attributes, 'name'),
      id: idOf(one),
      etag: etagOf(one),
      type,
      properties: rule(one.attributes),
    }));
  const inline = blocks(group.attributes, 'security_rule').map((one) => ({
    name: text(one, 'name'),
    id: `${prefix}${text(one, 'name')}`,
    etag: etagOf(group),
    type,
    properties: rule(one),
  }));
  return [...inline, ...own];
}

function publicAddressOf(configuration: ObjectValue): object {
  const id = text(configuration, 'public_ip_address_id');
  return id === '' ? {} : { publicIPAddress: { id } };
}

/** Network interfaces of nodes, public addresses and security groups. */
export const INTERFACE_TYPES: readonly ArmType[] = [
  {
    namespace: NETWORK,
    path: 'networkInterfaces',
    type: 'azurerm_network_interface',
    inSubscription: true,
    properties: (object, { world }) => {
      const machine = text(object.attributes, 'virtual_machine_id') || (userOf(object, world) ?? '');
      return {
        ipConfigurations: blocks(object.attributes, 'ip_configuration').map((one) => ({
          name: text(one, 'name') || 'primary',
          id: `${idOf(object)}/ipConfigurations/${text(one, 'name') || 'primary'}`,
          properties: {
            provisioningState: 'Succeeded',
            privateIPAddress: text(one, 'private_ip_address'),
            privateIPAllocationMethod: text(one, 'private_ip_address_allocation') || 'Dynamic',
            primary: one['primary'] === true,
            privateIPAddressVersion: 'IPv4',
            subnet: { id: text(one, 'subnet_id') },
            ...publicAddressOf(one),
          },
        })),
        enableAcceleratedNetworking: object.attributes['accelerated_networking_enabled'] === true,
        enableIPForwarding: object.attributes['ip_forwarding_enabled'] === true,
        ...(machine !== '' && { virtualMachine: { id: machine } }),
      };
    },
  },
  {
    namespace: NETWORK,
    path: 'publicIPAddresses',
    type: 'azurerm_public_ip',
    inSubscription: true,
    properties: (object, { world }) => {
      const user = userOf(object, world);
      return {
        ipAddress: text(object.attributes, 'ip_address'),
        publicIPAddressVersion: 'IPv4',
        publicIPAllocationMethod: text(object.attributes, 'allocation_method'),
        ...(user !== undefined && { ipConfiguration: { id: user } }),
      };
    },
  },
  {
    namespace: NETWORK,
    path: 'networkSecurityGroups',
    type: 'azurerm_network_security_group',
    inSubscription: true,
    properties: (object, view) => ({ securityRules: rulesOf(object, view) }),
  },
];
