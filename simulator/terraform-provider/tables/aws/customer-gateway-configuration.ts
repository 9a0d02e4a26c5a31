import type { Maker } from '../fill.ts';
import { byId, text } from '../values.ts';

const escape = (value: string) =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type Reader = (attribute: string) => string;

const end = (element: string, outside: string, inside: string, asn: string) => `    <${element}>
      <tunnel_outside_address>
        <ip_address>${outside}</ip_address>
      </tunnel_outside_address>
      <tunnel_inside_address>
        <ip_address>${inside}</ip_address>
        <network_mask>255.255.255.252</network_mask>
        <network_cidr>30</network_cidr>
      </tunnel_inside_address>
      <bgp>
        <asn>${asn}</asn>
        <hold_time>30</hold_time>
      </bgp>
    </${element}>`;

const tunnel = (number: 1 | 2, value: Reader, outside: string, asn: string) => `  <ipsec_tunnel>
${end('customer_gateway', outside, value(`tunnel${number}_cgw_inside_address`), asn)}
${end('vpn_gateway', value(`tunnel${number}_address`), value(`tunnel${number}_vgw_inside_address`), value(`tunnel${number}_bgp_asn`))}
    <ike>
      <pre_shared_key>${value(`tunnel${number}_preshared_key`)}</pre_shared_key>
    </ike>
  </ipsec_tunnel>`;

/**
 * The XML that EC2 hands out for the customer's device. Element names follow the document that
 * DescribeVpnConnections returns; only the elements that tools read are present.
 */
export const customerGatewayConfiguration: Maker = (fill) => {
  const gateway = byId(fill.objects, 'aws_customer_gateway', text(fill.self, 'customer_gateway_id'));
  const value: Reader = (attribute) => escape(text(fill.self, attribute) ?? '');
  const outside = escape(text(gateway, 'ip_address') ?? '');
  const asn = escape(text(gateway, 'bgp_asn') ?? text(gateway, 'bgp_asn_extended') ?? '65000');
  return `<?xml version="1.0" encoding="UTF-8"?>
<vpn_connection id="${value('id')}">
  <customer_gateway_id>${value('customer_gateway_id')}</customer_gateway_id>
  <vpn_gateway_id>${value('vpn_gateway_id')}</vpn_gateway_id>
  <vpn_connection_type>${value('type')}</vpn_connection_type>
${tunnel(1, value, outside, asn)}
${tunnel(2, value, outside, asn)}
</vpn_connection>
`;
};
