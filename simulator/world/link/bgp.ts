/** Whether BGP comes up inside a tunnel, from the addresses and numbers that both ends were given. */
import type { WorldObject } from '../../terraform-provider/engine/types.ts';
import { blocks, text, texts } from '../attributes.ts';
import { asn, type Tunnel } from './tunnel.ts';

export type BgpFailure = 'bgp-off' | 'equal-asns' | 'asn-mismatch' | 'azure-address' | 'aws-address';

/** The gateway's own number; Azure's default where none is written. */
export function gatewayAsn(gateway: WorldObject | undefined): number {
  return asn(blocks(gateway, 'bgp_settings')[0], 'asn') || 65515;
}

/**
 * The address from which an instance speaks on a connection: the one the connection names for it; without, the first
 * link-local address of the instance, whatever the connection; without those, the instance's own in the subnet.
 */
export function localAddress(
  gateway: WorldObject | undefined,
  connection: WorldObject | undefined,
  instance: number,
): string {
  const custom = blocks(connection, 'custom_bgp_addresses')[0];
  const named = text(custom, instance === 0 ? 'primary' : 'secondary');
  const peering = blocks(blocks(gateway, 'bgp_settings')[0], 'peering_addresses')[instance];
  return named || (texts(peering, 'apipa_addresses')[0] ?? texts(peering, 'default_addresses')[0] ?? '');
}

/** The address of an instance in GatewaySubnet. */
export function instanceAddress(gateway: WorldObject, instance: number): string {
  const peering = blocks(blocks(gateway, 'bgp_settings')[0], 'peering_addresses')[instance];
  return texts(peering, 'default_addresses')[0] ?? '';
}

/** Why BGP does not come up in a tunnel whose IPsec is up; undefined where it does. */
export function bgpFailure(tunnel: Tunnel): BgpFailure | undefined {
  const { vpn, gateway, connection, local, customerGateway, instance } = tunnel;
  const isOn =
    vpn.attributes['static_routes_only'] !== true &&
    gateway?.attributes['bgp_enabled'] === true &&
    connection?.attributes['bgp_enabled'] === true;
  if (!isOn) return 'bgp-off';
  const peer = blocks(local, 'bgp_settings')[0];
  const azure = gatewayAsn(gateway);
  if (azure === tunnel.awsAsn) return 'equal-asns';
  const expected = asn(customerGateway, 'bgp_asn') || asn(customerGateway, 'bgp_asn_extended');
  if (expected !== azure || asn(peer, 'asn') !== tunnel.awsAsn) return 'asn-mismatch';
  if (text(peer, 'bgp_peering_address') !== tunnel.awsInside) return 'aws-address';
  // AWS, which is the side that dials, knows one address of its peer: the second host of the inside range.
  if (localAddress(gateway, connection, instance) !== tunnel.azureInside) return 'azure-address';
  return undefined;
}
