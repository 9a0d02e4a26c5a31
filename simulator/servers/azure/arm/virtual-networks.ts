import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import type { CloudView } from '../../../world/link/view.ts';
import { routeTableOf } from './route-tables.ts';
import { securityGroupOf } from './interfaces.ts';
import { type ArmType, blocks, etagOf, idOf, text, texts } from './resource.ts';

const NETWORK = 'Microsoft.Network';

function prefixes(object: WorldObject): object {
  const all = texts(object.attributes, 'address_prefixes');
  // One prefix is written in one member, several in another.
  return all.length === 1 ? { addressPrefix: all[0] } : { addressPrefixes: all };
}

function subnetsOf(network: WorldObject, view: CloudView): readonly object[] {
  const id = `${idOf(network)}/subnets/`.toLowerCase();
  const own = view.objects
    .list('azurerm_subnet')
    .filter((subnet) => idOf(subnet).toLowerCase().startsWith(id))
    .map((subnet) => ({
      name: text(subnet.attributes, 'name'),
      id: idOf(subnet),
      etag: etagOf(subnet),
      type: `${NETWORK}/virtualNetworks/subnets`,
      properties: {
        provisioningState: 'Succeeded',
        ...prefixes(subnet),
        ...routeTableOf(subnet, view),
        ...securityGroupOf(subnet, view),
      },
    }));
  const inline = blocks(network.attributes, 'subnet').map((subnet) => ({
    name: text(subnet, 'name'),
    id: text(subnet, 'id'),
    type: `${NETWORK}/virtualNetworks/subnets`,
    properties: { provisioningState: 'Succeeded', addressPrefixes: texts(subnet, 'address_prefixes') },
  }));
  return [...own, ...inline];
}

/** Virtual networks with their subnets, and subnets by themselves. */
export const VIRTUAL_NETWORK_TYPES: readonly ArmType[] = [
  {
    namespace: NETWORK,
    path: 'virtualNetworks',
    type: 'azurerm_virtual_network',
    inSubscription: true,
    properties: (object, view) => ({
      resourceGuid: text(object.attributes, 'guid'),
      addressSpace: { addressPrefixes: texts(object.attributes, 'address_space') },
      subnets: subnetsOf(object, view),
      virtualNetworkPeerings: [],
      enableDdosProtection: false,
    }),
  },
  {
    namespace: NETWORK,
    path: 'virtualNetworks/subnets',
    type: 'azurerm_subnet',
    inSubscription: false,
    properties: (object, view) => ({
      ...prefixes(object),
      ...routeTableOf(object, view),
      ...securityGroupOf(object, view),
    }),
  },
];
