import { hostOf } from '../addresses.ts';
import { each, is, type Fill, type FillTable } from '../fill.ts';
import { alphanumeric } from '../makers.ts';
import { blocks, text } from '../values.ts';
import type { ObjectValue } from '../../engine/types.ts';
import { resourceId } from './ids.ts';
import { publicIpAddress, subnetPrefix } from './network.ts';

/** Which ip_configuration a peering address belongs to: by its name, else by position. */
function instanceOf(fill: Fill, block: ObjectValue, index: number): number {
  const name = text(block, 'ip_configuration_name');
  const named = blocks(fill.self, 'ip_configuration').findIndex(
    (item) => name !== undefined && text(item, 'name') === name,
  );
  return named < 0 ? index : named;
}

function configurationOf(fill: Fill, block: ObjectValue, index: number): ObjectValue | undefined {
  return blocks(fill.self, 'ip_configuration')[instanceOf(fill, block, index)];
}

/**
 * The BGP address of a gateway instance. An active-active gateway has the first two addresses of the GatewaySubnet that
 * Azure does not reserve, in the order of its configurations (as recorded from a real one: .4 and .5); a single one has
 * the last address below the broadcast address.
 */
function defaultAddress(fill: Fill, block: ObjectValue, index: number): string {
  const prefix =
    subnetPrefix(fill, text(configurationOf(fill, block, index), 'subnet_id')) ?? '10.0.255.0/27';
  const host = fill.self['active_active'] === true ? 4 + instanceOf(fill, block, index) : -2;
  return hostOf(prefix, host) ?? '';
}

const tunnelAddresses = (fill: Fill, block: ObjectValue, index: number) => {
  const address = publicIpAddress(fill, text(configurationOf(fill, block, index), 'public_ip_address_id'));
  return address === undefined ? [] : [address];
};

const peering = {
  ip_configuration_name: (fill: Fill, block: ObjectValue, index: number) =>
    text(configurationOf(fill, block, index), 'name') ?? 'vnetGatewayConfig',
  default_addresses: (fill: Fill, block: ObjectValue, index: number) => [defaultAddress(fill, block, index)],
  tunnel_ip_addresses: tunnelAddresses,
};

/** One peering address for each instance of the gateway. */
function allPeerings(fill: Fill) {
  return blocks(fill.self, 'ip_configuration')
    .slice(0, 2)
    .map((configuration, index) => ({
      ip_configuration_name: text(configuration, 'name') ?? 'vnetGatewayConfig',
      apipa_addresses: [],
      default_addresses: [defaultAddress(fill, configuration, index)],
      tunnel_ip_addresses: tunnelAddresses(fill, configuration, index),
    }));
}

/** Generation2 exists for VpnGw2 and above; Azure chooses Generation1 for what it is not told. */
const generation = (fill: Fill) => {
  if (fill.self['type'] === 'ExpressRoute') return 'None';
  return /^VpnGw[45]/.test(text(fill.self, 'sku') ?? '') ? 'Generation2' : 'Generation1';
};

const virtualNetworkGateway: FillTable = {
  id: resourceId('Microsoft.Network', 'virtualNetworkGateways', 'name'),
  active_active: is(false),
  generation,
  maximum_scale_unit: is(null),
  minimum_scale_unit: is(null),
  bgp_settings: each({ peering_addresses: each(peering, allPeerings) }, (fill) =>
    fill.self['type'] === 'ExpressRoute'
      ? []
      : [{ asn: 65515, peer_weight: 0, peering_addresses: allPeerings(fill) }],
  ),
  vpn_client_configuration: each({
    vpn_auth_types: is(['Certificate']),
    vpn_client_protocols: is(['OpenVPN', 'IkeV2']),
  }),
};

const connection: FillTable = {
  id: resourceId('Microsoft.Network', 'connections', 'name'),
  connection_protocol: is('IKEv2'),
  express_route_gateway_bypass: is(false),
  routing_weight: is(0),
  shared_key: (fill) => (fill.self['type'] === 'ExpressRoute' ? '' : alphanumeric(fill, 'shared-key', 32)),
  use_policy_based_traffic_selectors: is(false),
  ipsec_policy: each({ sa_datasize: is(102400000), sa_lifetime: is(27000) }),
};

/** The two addresses of a Route Server: the fourth and fifth of its subnet. */
const routerAddresses = (fill: Fill) => {
  const prefix = subnetPrefix(fill, text(fill.self, 'subnet_id')) ?? '10.0.254.0/27';
  return [hostOf(prefix, 4) ?? '', hostOf(prefix, 5) ?? ''];
};

/** Fill tables of the VPN gateway, its connections and the Route Server. */
export const azureGatewayTables: Readonly<Record<string, FillTable>> = {
  azurerm_virtual_network_gateway: virtualNetworkGateway,
  azurerm_virtual_network_gateway_connection: connection,
  azurerm_local_network_gateway: { id: resourceId('Microsoft.Network', 'localNetworkGateways', 'name') },
  azurerm_route_server: {
    id: resourceId('Microsoft.Network', 'virtualHubs', 'name'),
    // Fixed for every Route Server.
    virtual_router_asn: is(65515),
    virtual_router_ips: routerAddresses,
    routing_state: is('Provisioned'),
  },
  azurerm_route_server_bgp_connection: {
    id: (fill) =>
      `${text(fill.self, 'route_server_id') ?? ''}/bgpConnections/${text(fill.self, 'name') ?? ''}`,
  },
};
