import type { ObjectValue, WorldObject } from '../../../terraform-provider/engine/types.ts';
import { type ArmType, idOf, text } from './resource.ts';

/** Types in the lists of all resources, by the Terraform type that makes them. Children of others are not listed. */
const LISTED: Readonly<Record<string, string>> = {
  azurerm_express_route_circuit: 'Microsoft.Network/expressRouteCircuits',
  azurerm_key_vault: 'Microsoft.KeyVault/vaults',
  azurerm_linux_virtual_machine: 'Microsoft.Compute/virtualMachines',
  azurerm_local_network_gateway: 'Microsoft.Network/localNetworkGateways',
  azurerm_log_analytics_workspace: 'Microsoft.OperationalInsights/workspaces',
  azurerm_managed_disk: 'Microsoft.Compute/disks',
  azurerm_nat_gateway: 'Microsoft.Network/natGateways',
  azurerm_network_interface: 'Microsoft.Network/networkInterfaces',
  azurerm_network_security_group: 'Microsoft.Network/networkSecurityGroups',
  azurerm_public_ip: 'Microsoft.Network/publicIPAddresses',
  azurerm_route_server: 'Microsoft.Network/virtualHubs',
  azurerm_route_table: 'Microsoft.Network/routeTables',
  azurerm_user_assigned_identity: 'Microsoft.ManagedIdentity/userAssignedIdentities',
  azurerm_virtual_network: 'Microsoft.Network/virtualNetworks',
  azurerm_virtual_network_gateway: 'Microsoft.Network/virtualNetworkGateways',
  azurerm_virtual_network_gateway_connection: 'Microsoft.Network/connections',
};

function tagsOf({ tags }: ObjectValue): object {
  return typeof tags === 'object' && tags !== null && Object.keys(tags).length > 0 ? { tags } : {};
}

/** An entry of `GET /subscriptions/…/resources`, which has no properties. */
export function listedResource(object: WorldObject): object | undefined {
  const type = LISTED[object.type];
  if (type === undefined) return undefined;
  const { attributes } = object;
  return {
    id: idOf(object),
    name: text(attributes, 'name'),
    type,
    location: text(attributes, 'location').toLowerCase().replaceAll(' ', ''),
    ...tagsOf(attributes),
  };
}

const TAG_FILTER = /^tagName eq '((?:[^']|'')*)' and tagValue eq '((?:[^']|'')*)'$/;

/** With a filter by a tag, which leaves the tags out; with times of creation where they are asked for. */
export function listedBy(
  query: URLSearchParams,
  objects: readonly WorldObject[],
  bornAt: (key: string) => string,
): readonly object[] {
  const filter = TAG_FILTER.exec(query.get('$filter') ?? '');
  const [name, value] = [filter?.[1] ?? '', filter?.[2] ?? ''].map((text) => text.replaceAll("''", "'"));
  return objects.flatMap((object) => {
    const shown = listedResource(object) as { readonly tags?: Readonly<Record<string, string>> } | undefined;
    if (shown === undefined || (filter !== null && shown.tags?.[name ?? ''] !== value)) return [];
    const { tags, ...rest } = shown;
    const { created } = object.attributes;
    const made = object.createdAt ?? bornAt(object.key);
    const createdTime = typeof created === 'string' && created !== '' ? created : made;
    return [
      {
        ...(filter === null ? { ...rest, ...(tags !== undefined && { tags }) } : rest),
        ...(query.get('$expand')?.includes('createdTime') === true && { createdTime }),
      },
    ];
  });
}

/** Azure makes this group by itself with the first virtual network of a region, and leaves it. */
const WATCHERS = 'NetworkWatcherRG';

/** The groups of Terraform's, and Azure's own; as `GET /subscriptions/…/resourcegroups` lists them. */
export function listedGroups(groups: readonly WorldObject[], subscription: string): readonly object[] {
  const frame = (id: string, name: string, rest: object): object => ({
    id,
    name,
    type: 'Microsoft.Resources/resourceGroups',
    properties: { provisioningState: 'Succeeded' },
    ...rest,
  });
  const own = groups.map((group) =>
    frame(idOf(group), text(group.attributes, 'name'), {
      location: text(group.attributes, 'location').toLowerCase().replaceAll(' ', ''),
      ...tagsOf(group.attributes),
    }),
  );
  const watchers = frame(`/subscriptions/${subscription}/resourceGroups/${WATCHERS}`, WATCHERS, {
    location: 'germanywestcentral',
  });
  return [...own, watchers];
}

/** Types that can be read one by one, besides those of networks. */
export const BILLED_TYPES: readonly ArmType[] = [
  {
    namespace: 'Microsoft.Network',
    path: 'natGateways',
    type: 'azurerm_nat_gateway',
    inSubscription: true,
    properties: ({ attributes }) => ({ idleTimeoutInMinutes: attributes['idle_timeout_in_minutes'] }),
  },
];
