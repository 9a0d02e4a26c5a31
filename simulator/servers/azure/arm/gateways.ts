import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { bytesOf, tunnelsOfGateway } from '../../../world/link/link.ts';
import { expressRouteOf } from '../../../world/link/express-route.ts';
import { byId } from '../../../world/link/tunnel.ts';
import type { CloudView } from '../../../world/link/view.ts';
import { type ArmType, blocks, idOf, text, texts } from './resource.ts';

const NETWORK = 'Microsoft.Network';

function configurationId(gateway: string, name: string): string {
  return `${gateway}/ipConfigurations/${name}`;
}

function gatewayBgp({ attributes }: WorldObject, id: string, updating: boolean): object {
  const settings = blocks(attributes, 'bgp_settings')[0] ?? {};
  const peerings = blocks(settings, 'peering_addresses');
  return {
    asn: settings['asn'],
    // All instances' addresses in one text, as recorded from an active-active gateway.
    ...(!updating && {
      bgpPeeringAddress: peerings.flatMap((one) => texts(one, 'default_addresses')).join(','),
    }),
    peerWeight: settings['peer_weight'] ?? 0,
    bgpPeeringAddresses: peerings.map((one) => ({
      ipconfigurationId: configurationId(id, text(one, 'ip_configuration_name')),
      defaultBgpIpAddresses: texts(one, 'default_addresses'),
      customBgpIpAddresses: texts(one, 'apipa_addresses'),
      ...(!updating && { tunnelIpAddresses: texts(one, 'tunnel_ip_addresses') }),
    })),
  };
}

/** While a gateway is being changed it has neither its BGP addresses nor the public ones, as recorded. */
function gateway(object: WorldObject, view: CloudView): object {
  const { attributes } = object;
  const updating = isUpdating(view);
  const sku = text(attributes, 'sku');
  return {
    ...(updating && { provisioningState: 'Updating' }),
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
    bgpSettings: gatewayBgp(object, idOf(object), updating),
    vpnGatewayGeneration: text(attributes, 'generation'),
  };
}

/** Whether the gateways are being changed; Azure then answers no action on them. */
export function isUpdating(view: CloudView): boolean {
  return view.faults.strikes('link-gateway-updating');
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
function customAddresses({ attributes }: WorldObject, view: CloudView): readonly object[] {
  const [custom] = blocks(attributes, 'custom_bgp_addresses');
  if (custom === undefined) return [];
  const id = text(attributes, 'virtual_network_gateway_id');
  const owner = byId(view, 'azurerm_virtual_network_gateway', id);
  const names = blocks(owner?.attributes ?? {}, 'ip_configuration').map((one) => text(one, 'name'));
  return [text(custom, 'primary'), text(custom, 'secondary')].flatMap((address, index) =>
    address === ''
      ? []
      : [{ ipConfigurationId: configurationId(id, names[index] ?? ''), customBgpIpAddress: address }],
  );
}

function policies({ attributes }: WorldObject): readonly object[] {
  return blocks(attributes, 'ipsec_policy').map((policy) => ({
    saLifeTimeSeconds: policy['sa_lifetime'],
    saDataSizeKilobytes: policy['sa_datasize'],
    ipsecEncryption: text(policy, 'ipsec_encryption'),
    ipsecIntegrity: text(policy, 'ipsec_integrity'),
    ikeEncryption: text(policy, 'ike_encryption'),
    ikeIntegrity: text(policy, 'ike_integrity'),
    dhGroup: text(policy, 'dh_group'),
    pfsGroup: text(policy, 'pfs_group'),
  }));
}

/** How a connection is: none while the gateway is being changed, and none in lists. */
function status(object: WorldObject, view: CloudView): object {
  const id = idOf(object);
  if (isUpdating(view)) return { provisioningState: 'Updating' };
  const isPrivate = text(object.attributes, 'type') === 'ExpressRoute';
  const owner = text(object.attributes, 'virtual_network_gateway_id');
  const found = tunnelsOfGateway(view, owner).find(
    ({ tunnel }) => tunnel.connection !== undefined && idOf(tunnel.connection) === id,
  );
  const isUp = isPrivate
    ? expressRouteOf(view).some(({ connection }) => idOf(connection) === id)
    : found?.ipsec === true;
  const bytes = found === undefined ? 0 : bytesOf(found);
  return {
    connectionStatus: isUp ? 'Connected' : found === undefined && !isPrivate ? 'Connecting' : 'NotConnected',
    ingressBytesTransferred: bytes,
    egressBytesTransferred: bytes,
  };
}

function connection(object: WorldObject, view: CloudView, listed: boolean): object {
  const { attributes } = object;
  const isPrivate = text(attributes, 'type') === 'ExpressRoute';
  const far = isPrivate
    ? {
        peer: { id: text(attributes, 'express_route_circuit_id') },
        ...(text(attributes, 'authorization_key') !== '' && {
          authorizationKey: text(attributes, 'authorization_key'),
        }),
      }
    : {
        localNetworkGateway2: { id: text(attributes, 'local_network_gateway_id') },
        // As Azure does: whoever may read a connection is given its key.
        sharedKey: text(attributes, 'shared_key'),
      };
  return {
    virtualNetworkGateway1: { id: text(attributes, 'virtual_network_gateway_id') },
    ...far,
    connectionType: text(attributes, 'type'),
    connectionProtocol: text(attributes, 'connection_protocol'),
    routingWeight: attributes['routing_weight'] ?? 0,
    dpdTimeoutSeconds: attributes['dpd_timeout_seconds'] ?? 0,
    enableBgp: attributes['bgp_enabled'] === true,
    gatewayCustomBgpIpAddresses: customAddresses(object, view),
    useLocalAzureIpAddress: false,
    usePolicyBasedTrafficSelectors: attributes['use_policy_based_traffic_selectors'] === true,
    ipsecPolicies: policies(object),
    trafficSelectorPolicies: [],
    ...(listed ? {} : status(object, view)),
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
