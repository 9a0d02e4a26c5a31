import type { Maker } from '../fill.ts';
import { byId, text } from '../values.ts';

const escape = (value: string) =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * The XML that EC2 hands out for the customer's device. Element names follow the document that
 * DescribeVpnConnections returns; only the elements that tools read are present.
 */
export const customerGatewayConfiguration: Maker = (fill) => {
  const gateway = byId(fill.objects, 'aws_customer_gateway', text(fill.self, 'customer_gateway_id'));
  const value = (attribute: string) => escape(text(fill.self, attribute) ?? '');
  const outside = escape(text(gateway, 'ip_address') ?? '');
  const asn = escape(text(gateway, 'bgp_asn') ?? text(gateway, 'bgp_asn_extended') ?? '65000');
  const tunnels = ([1, 2] as const).map(
    (tunnel) => `  <ipsec_tunnel>
    <customer_gateway>
      <tunnel_outside_address>
        <ip_address>${outside}</ip_address>
      </tunnel_outside_address>
      <tunnel_inside_address>
        <ip_address>${value(`tunnel${tunnel}_cgw_inside_address`)}</ip_address>
        <network_mask>255.255.255.252</network_mask>
        <network_cidr>30</network_cidr>
      </tunnel_inside_address>
      <bgp>
        <asn>${asn}</asn>
        <hold_time>30</hold_time>
      </bgp>
    </customer_gateway>
    <vpn_gateway>
      <tunnel_outside_address>
        <ip_address>${value(`tunnel${tunnel}_address`)}</ip_address>
      </tunnel_outside_address>
      <tunnel_inside_address>
        <ip_address>${value(`tunnel${tunnel}_vgw_inside_address`)}</ip_address>
        <network_mask>255.255.255.252</network_mask>
        <network_cidr>30</network_cidr>
      </tunnel_inside_address>
      <bgp>
        <asn>${value(`tunnel${tunnel}_bgp_asn`)}</asn>
        <hold_time>30</hold_time>
      </bgp>
    </vpn_gateway>
    <ike>
      <pre_shared_key>${value(`tunnel${tunnel}_preshared_key`)}</pre_shared_key>
    </ike>
  </ipsec_tunnel>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<vpn_connection id="${value('id')}">
  <customer_gateway_id>${value('customer_gateway_id')}</customer_gateway_id>
  <vpn_gateway_id>${value('vpn_gateway_id')}</vpn_gateway_id>
  <vpn_connection_type>${value('type')}</vpn_connection_type>
${tunnels.join('\n')}
</vpn_connection>
`;
};
