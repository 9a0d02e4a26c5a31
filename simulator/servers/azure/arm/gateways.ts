import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import type { World } from '../../../world/world.ts';
import { type ArmType, blocks, idOf, text, texts } from './resource.ts';

const NETWORK = 'Microsoft.Network';

function configurationId(gateway: string, name: string): string {
  return `${gateway}/ipConfigurations/${name}`;
}

function gatewayBgp({ attributes }: WorldObject, id: string): object {
  const settings = blocks(attributes, 'bgp_settings')[0] ?? {};
  const peerings = blocks(settings, 'peering_addresses');
  return {
    asn: settings['asn'],
    // All instances' addresses in one text, as recorded from an active-active gateway.
    bgpPeeringAddress: peerings.flatMap((one) => texts(one, 'default_addresses')).join(','),
    peerWeight: settings['peer_weight'] ?? 0,
    bgpPeeringAddresses: peerings.map((one) => ({
      ipconfigurationId: configurationId(id, text(one, 'ip_configuration_name')),
      defaultBgpIpAddresses: texts(one, 'default_addresses'),
      customBgpIpAddresses: texts(one, 'apipa_addresses'),
      tunnelIpAddresses: texts(one, 'tunnel_ip_addresses'),
    })),
  };
}

function gateway(object: WorldObject): object {
  const { attributes } = object;
  const sku = text(attributes, 'sku');
  return {
    ipConfigurations: blocks(attributes, 'ip_configuration').map((one) => ({
      name: text(one, 'name'),
      id: configurationId(idOf(object), text(one, 'name')),
      properties: {
        provisioningState: 'Succeeded',
        privateIPAllocationMethod: text(one, 'private_ip_address_allocation'),
        publicIPAddress: { id: text(one, 'public_ip_address_id') },
        subnet: { id: text(one, 'subnet_id') },
      },
    })),
    natRules: [],
    sku: { name: sku, tier: sku, capacity: 2 },
    gatewayType: text(attributes, 'type'),
    vpnType: text(attributes, 'vpn_type'),
    enableBgp: attributes['bgp_enabled'] === true,
    activeActive: attributes['active_active'] === true,
    bgpSettings: gatewayBgp(object, idOf(object)),
    vpnGatewayGeneration: text(attributes, 'generation'),
  };
}

function localGateway({ attributes }: WorldObject): object {
  const settings = blocks(attributes, 'bgp_settings')[0];
  return {
    localNetworkAddressSpace: { addressPrefixes: texts(attributes, 'address_space') },
    gatewayIpAddress: text(attributes, 'gateway_address'),
    ...(settings !== undefined && {
      bgpSettings: {
        asn: settings['asn'],
        bgpPeeringAddress: text(settings, 'bgp_peering_address'),
        peerWeight: settings['peer_weight'] ?? 0,
      },
    }),
  };
}

/** A connection names an address of each instance of its gateway: the first of `primary`, the second of `secondary`. */
function customAddresses({ attributes }: WorldObject, world: World): readonly object[] {
  const [custom] = blocks(attributes, 'custom_bgp_addresses');
  if (custom === undefined) return [];
  const id = text(attributes, 'virtual_network_gateway_id');
  const owner = world.objects.find((object) => idOf(object) === id);
  const names = blocks(owner?.attributes ?? {}, 'ip_configuration').map((one) => text(one, 'name'));
  return [text(custom, 'primary'), text(custom, 'secondary')].flatMap((address, index) =>
    address === ''
      ? []
      : [{ ipConfigurationId: configurationId(id, names[index] ?? ''), customBgpIpAddress: address }],
  );
}

function connection(object: WorldObject, world: World): object {
  const { attributes } = object;
  return {
    virtualNetworkGateway1: { id: text(attributes, 'virtual_network_gateway_id') },
    localNetworkGateway2: { id: text(attributes, 'local_network_gateway_id') },
    connectionType: text(attributes, 'type'),
    connectionProtocol: text(attributes, 'connection_protocol'),
    routingWeight: attributes['routing_weight'] ?? 0,
    dpdTimeoutSeconds: attributes['dpd_timeout_seconds'] ?? 0,
    // As Azure does: whoever may read a connection is given its key.
    sharedKey: text(attributes, 'shared_key'),
    enableBgp: attributes['bgp_enabled'] === true,
    gatewayCustomBgpIpAddresses: customAddresses(object, world),
    useLocalAzureIpAddress: false,
    usePolicyBasedTrafficSelectors: attributes['use_policy_based_traffic_selectors'] === true,
    trafficSelectorPolicies: [],
    connectionStatus: 'Unknown',
    ingressBytesTransferred: 0,
    egressBytesTransferred: 0,
    connectionMode: text(attributes, 'connection_mode') || 'Default',
  };
}

/** VPN gateways, local network gateways and connections. */
export const GATEWAY_TYPES: readonly ArmType[] = [
  {
    namespace: NETWORK,
    path: 'virtualNetworkGateways',
    type: 'azurerm_virtual_network_gateway',
    inSubscription: false,
    properties: gateway,
  },
  {
    namespace: NETWORK,
    path: 'localNetworkGateways',
    type: 'azurerm_local_network_gateway',
    inSubscription: false,
    properties: localGateway,
  },
  {
    namespace: NETWORK,
    path: 'connections',
    type: 'azurerm_virtual_network_gateway_connection',
    inSubscription: false,
    properties: connection,
  },
];
