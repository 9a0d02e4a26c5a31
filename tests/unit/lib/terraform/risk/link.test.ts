import { describe, expect, test } from '@jest/globals';
import type { LinkEffect } from '#lib/terraform/risk/assessor.js';
import type { ResourceChangeJson } from '#lib/terraform/plan-json.js';
import { assess, create, destroy, forget, replace, row, same, update, type Place } from './rows.ts';
import * as link from './link-rows.ts';
import { linkWith, MODULE, TUNNELS } from './link-rows.ts';

const inVpn = (name: string, index?: string, more: Place = {}): Place => ({
  module: MODULE,
  name,
  ...(index === undefined ? {} : { index }),
  ...more,
});
const inNetwork = (name: string, index?: string): Place => ({
  module: 'module.aws_network',
  name,
  ...(index === undefined ? {} : { index }),
});

/** Effects of the four tunnels in the order of `TUNNELS`. */
function effects(effect: LinkEffect | null): readonly string[] {
  return TUNNELS.map((name) => effect?.tunnels.find((tunnel) => tunnel.name === name)?.effect ?? 'absent');
}

const [NONE, UP, DOWN, GONE] = ['none', 'update', 'interrupt', 'destroy'] as const;
const ALL_DOWN = [DOWN, DOWN, DOWN, DOWN];
const vpnAt = (number: 0 | 1): Place => inVpn('azure', `instance${number}`);
const tunnelPlace = (name: string): Place => inVpn('aws', name);

interface Case {
  readonly title: string;
  readonly rows: readonly ResourceChangeJson[];
  readonly effects: readonly string[];
  readonly redundancy: LinkEffect['redundancy'];
  /** Rules of the link that fire, the worst first. */
  readonly rules: readonly string[];
}

const configurationsWithNew = (number: number): readonly unknown[] =>
  (link.gateway()['ip_configuration'] as readonly Readonly<Record<string, unknown>>[]).map((item, index) =>
    index === number ? { name: item['name'], subnet_id: item['subnet_id'] } : item,
  );

const CASES: readonly Case[] = [
  { title: 'nothing', rows: [], effects: [NONE, NONE, NONE, NONE], redundancy: 'kept', rules: [] },
  {
    title: 'a replaced VPN connection',
    rows: [replace('aws_vpn_connection', link.vpn(0), {}, vpnAt(0))],
    effects: [DOWN, DOWN, NONE, NONE],
    redundancy: 'lost',
    rules: ['link-redundancy-lost'],
  },
  {
    title: 'both VPN connections replaced',
    rows: [0, 1].map((n) => replace('aws_vpn_connection', link.vpn(n), {}, vpnAt(n === 0 ? 0 : 1))),
    effects: ALL_DOWN,
    redundancy: 'none',
    rules: ['link-cut'],
  },
  {
    title: 'the whole link destroyed',
    rows: [0, 1].map((n) => destroy('aws_vpn_connection', link.vpn(n), vpnAt(n === 0 ? 0 : 1))),
    effects: [GONE, GONE, GONE, GONE],
    redundancy: 'none',
    rules: ['link-destroyed'],
  },
  {
    title: 'one tunnel option of one tunnel',
    rows: [update('aws_vpn_connection', link.vpn(1), { tunnel2_dpd_timeout_seconds: 60 }, vpnAt(1))],
    effects: [NONE, NONE, NONE, DOWN],
    redundancy: 'kept',
    rules: ['link-tunnel-interrupted'],
  },
  {
    title: 'the same tunnel option of both tunnels of one connection',
    rows: [
      update(
        'aws_vpn_connection',
        link.vpn(1),
        { tunnel1_dpd_timeout_seconds: 60, tunnel2_dpd_timeout_seconds: 60 },
        vpnAt(1),
      ),
    ],
    effects: [NONE, NONE, DOWN, DOWN],
    redundancy: 'lost',
    rules: ['link-redundancy-lost'],
  },
  {
    title: 'one tunnel of each connection',
    rows: [0, 1].map((n) =>
      update(
        'aws_vpn_connection',
        link.vpn(n),
        { tunnel1_preshared_key: 'other.key' },
        vpnAt(n === 0 ? 0 : 1),
      ),
    ),
    effects: [DOWN, NONE, DOWN, NONE],
    redundancy: 'kept',
    rules: ['link-tunnel-interrupted'],
  },
  {
    title: 'tags of a connection',
    rows: [update('aws_vpn_connection', link.vpn(0), { tags: { a: 'b' } }, vpnAt(0))],
    effects: [UP, UP, NONE, NONE],
    redundancy: 'kept',
    rules: ['link-updated'],
  },
  {
    title: 'an argument whose effect is not known',
    rows: [update('aws_vpn_connection', link.vpn(0), { enable_acceleration: true }, vpnAt(0))],
    effects: [UP, UP, NONE, NONE],
    redundancy: 'unknown',
    rules: ['link-effect-unknown', 'link-updated'],
  },
  {
    title: 'a replaced public address, with what follows from it',
    rows: [
      replace(
        'azurerm_public_ip',
        link.publicIp(1),
        { ip_address: undefined, id: undefined },
        {
          ...inVpn('gateway', 'instance1'),
          unknown: { id: true, ip_address: true },
        },
      ),
      update(
        'azurerm_virtual_network_gateway',
        link.gateway(),
        { ip_configuration: configurationsWithNew(1) },
        {
          ...inVpn('this'),
          unknown: { ip_configuration: [{}, { public_ip_address_id: true }] },
        },
      ),
      replace(
        'aws_customer_gateway',
        link.customerGateway(1),
        { id: undefined, ip_address: undefined },
        {
          ...inVpn('azure', 'instance1'),
          unknown: { id: true, ip_address: true },
        },
      ),
      update(
        'aws_vpn_connection',
        link.vpn(1),
        { customer_gateway_id: undefined },
        {
          ...vpnAt(1),
          unknown: { customer_gateway_id: true },
        },
      ),
    ],
    effects: [NONE, NONE, DOWN, DOWN],
    redundancy: 'lost',
    rules: ['link-redundancy-lost'],
  },
  {
    title: 'a replaced public address alone',
    rows: [replace('azurerm_public_ip', link.publicIp(0), {}, inVpn('gateway', 'instance0'))],
    effects: [DOWN, DOWN, NONE, NONE],
    redundancy: 'lost',
    rules: ['link-redundancy-lost'],
  },
  {
    title: 'a public address that is not the gateway’s',
    rows: [replace('azurerm_public_ip', { id: 'nat', ip_address: '20.0.0.99' }, {}, { name: 'nat' })],
    effects: [NONE, NONE, NONE, NONE],
    redundancy: 'kept',
    rules: [],
  },
  {
    title: 'both customer gateways',
    rows: [0, 1].map((n) =>
      replace('aws_customer_gateway', link.customerGateway(n), { bgp_asn: '65001' }, vpnAt(n === 0 ? 0 : 1)),
    ),
    effects: ALL_DOWN,
    redundancy: 'none',
    rules: ['link-cut'],
  },
  {
    title: 'the SKU of the gateway',
    rows: [update('azurerm_virtual_network_gateway', link.gateway(), { sku: 'VpnGw3AZ' }, inVpn('this'))],
    effects: ALL_DOWN,
    redundancy: 'none',
    rules: ['link-cut', 'link-gateway-sku-changed'],
  },
  {
    title: 'the number of the gateway in BGP',
    rows: [
      update(
        'azurerm_virtual_network_gateway',
        link.gateway(),
        { bgp_settings: [{ asn: 65001, peering_addresses: [] }] },
        inVpn('this'),
      ),
    ],
    effects: ALL_DOWN,
    redundancy: 'none',
    rules: ['link-cut'],
  },
  {
    title: 'the gateway’s point-to-site settings',
    rows: [
      update(
        'azurerm_virtual_network_gateway',
        link.gateway(),
        { remote_vnet_traffic_enabled: true },
        inVpn('this'),
      ),
    ],
    effects: [UP, UP, UP, UP],
    redundancy: 'kept',
    rules: ['link-updated'],
  },
  {
    title: 'a replaced gateway',
    rows: [replace('azurerm_virtual_network_gateway', link.gateway(), {}, inVpn('this'))],
    effects: ALL_DOWN,
    redundancy: 'none',
    rules: ['link-cut'],
  },
  {
    title: 'a local network gateway with a new peer',
    rows: [
      update(
        'azurerm_local_network_gateway',
        link.localGateway(0, 2),
        { gateway_address: '3.9.9.9' },
        tunnelPlace('instance0-tunnel2'),
      ),
    ],
    effects: [NONE, DOWN, NONE, NONE],
    redundancy: 'kept',
    rules: ['link-tunnel-interrupted'],
  },
  {
    title: 'the policies of all Azure connections',
    rows: ([0, 1] as const).flatMap((n) =>
      ([1, 2] as const).map((t) =>
        update(
          'azurerm_virtual_network_gateway_connection',
          link.connection(n, t),
          { ipsec_policy: [{ sa_lifetime: 1800 }] },
          tunnelPlace(`instance${n}-tunnel${t}`),
        ),
      ),
    ),
    effects: ALL_DOWN,
    redundancy: 'none',
    rules: ['link-cut'],
  },
  {
    title: 'an Azure connection destroyed',
    rows: [
      destroy(
        'azurerm_virtual_network_gateway_connection',
        link.connection(1, 1),
        tunnelPlace('instance1-tunnel1'),
      ),
    ],
    effects: [NONE, NONE, GONE, NONE],
    redundancy: 'kept',
    rules: ['link-tunnel-interrupted'],
  },
  {
    title: 'an Azure connection that is still to be made',
    rows: [
      create(
        'azurerm_virtual_network_gateway_connection',
        { type: 'IPsec' },
        inVpn('aws', 'instance1-tunnel1', { unknown: { id: true, local_network_gateway_id: true } }),
      ),
    ],
    effects: [NONE, NONE, 'create', NONE],
    redundancy: 'kept',
    rules: ['link-created'],
  },
  {
    title: 'the VPC attachment destroyed',
    rows: [destroy('aws_ec2_transit_gateway_vpc_attachment', link.vpcAttachment, inNetwork('this'))],
    effects: ALL_DOWN,
    redundancy: 'none',
    rules: ['link-cut'],
  },
  {
    title: 'the Transit Gateway replaced',
    rows: [replace('aws_ec2_transit_gateway', link.transitGateway, {}, inNetwork('this'))],
    effects: ALL_DOWN,
    redundancy: 'none',
    rules: ['link-cut'],
  },
  {
    title: 'another Transit Gateway destroyed',
    rows: [destroy('aws_ec2_transit_gateway', { id: 'tgw-2' }, { name: 'other' })],
    effects: [NONE, NONE, NONE, NONE],
    redundancy: 'kept',
    rules: [],
  },
  {
    title: 'the propagation of one connection',
    rows: [
      destroy(
        'aws_ec2_transit_gateway_route_table_propagation',
        link.wiring('tgw-attach-1', 'rtb-cloud'),
        inVpn('vpn', 'instance1'),
      ),
    ],
    effects: [NONE, NONE, DOWN, DOWN],
    redundancy: 'lost',
    rules: ['link-redundancy-lost'],
  },
  {
    title: 'the route table of the VPC replaced',
    rows: [replace('aws_ec2_transit_gateway_route_table', { id: 'rtb-cloud' }, {}, inNetwork('cloud'))],
    effects: ALL_DOWN,
    redundancy: 'none',
    rules: ['link-cut'],
  },
  {
    title: 'the gateway’s subnet replaced',
    rows: [
      replace('azurerm_subnet', {
        id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/GatewaySubnet',
        name: 'GatewaySubnet',
      }),
    ],
    effects: ALL_DOWN,
    redundancy: 'none',
    rules: ['link-cut'],
  },
  {
    title: 'one VPC route',
    rows: [
      destroy(
        'aws_route',
        link.route('rtb-1', '10.112.0.0/16'),
        inNetwork('remote', 'private:10.112.0.0/16'),
      ),
    ],
    effects: [NONE, NONE, NONE, NONE],
    redundancy: 'kept',
    rules: ['link-vpc-route-removed'],
  },
  {
    title: 'every VPC route',
    rows: ['10.80.0.0/20', '10.112.0.0/16'].map((cidr) =>
      destroy('aws_route', link.route('rtb-1', cidr), inNetwork('remote', `private:${cidr}`)),
    ),
    effects: [NONE, NONE, NONE, NONE],
    redundancy: 'none',
    rules: ['link-vpc-routes-all-removed'],
  },
  {
    title: 'a VPC route that only moves to another address',
    rows: [
      destroy(
        'aws_route',
        link.route('rtb-1', '10.112.0.0/16'),
        inNetwork('remote', 'private:10.112.0.0/16'),
      ),
      create('aws_route', link.route('rtb-1', '10.112.0.0/16'), inNetwork('pods')),
    ],
    effects: [NONE, NONE, NONE, NONE],
    redundancy: 'kept',
    rules: [],
  },
  {
    title: 'a VPC route made anew',
    rows: [
      replace(
        'aws_route',
        link.route('rtb-1', '10.112.0.0/16'),
        {},
        inNetwork('remote', 'private:10.112.0.0/16'),
      ),
    ],
    effects: [NONE, NONE, NONE, NONE],
    redundancy: 'kept',
    rules: ['link-vpc-route-replaced'],
  },
  {
    title: 'a connection that Terraform forgets',
    rows: [forget('aws_vpn_connection', link.vpn(0), vpnAt(0))],
    effects: [NONE, NONE, NONE, NONE],
    redundancy: 'kept',
    rules: ['link-part-forgotten'],
  },
  {
    title: 'a leftover of an earlier replacement',
    rows: [destroy('aws_vpn_connection', link.vpn(0), { ...inVpn('azure', 'left'), deposed: 'deadbeef' })],
    effects: [NONE, NONE, NONE, NONE],
    redundancy: 'kept',
    rules: ['link-part-deposed'],
  },
];

describe.each(CASES)('the link under $title', ({ rows, effects: expected, redundancy, rules }) => {
  const result = assess(linkWith(...rows));

  test('shows what each tunnel gets', () => {
    expect(effects(result.link)).toEqual(expected);
    expect(result.link?.redundancy).toBe(redundancy);
  });

  test('fires these rules, and names the rows', () => {
    const found = result.risks.filter((risk) => risk.rule.startsWith('link-'));
    expect(found.map((risk) => risk.rule)).toEqual(rules);
    const changed = new Set(rows.map((one) => one.address));
    for (const risk of found) {
      expect(risk.addresses.length).toBeGreaterThan(0);
      for (const address of risk.addresses) expect(changed).toContain(address);
    }
  });
});

test('a new link is no risk', () => {
  const rows = linkWith().map((one) => row(['create'], one.type ?? '', null, {}, placeOf(one)));
  const result = assess(rows);
  expect(effects(result.link)).toEqual(['create', 'create', 'create', 'create']);
  expect(result.link?.redundancy).toBe('kept');
  expect(result.risks.map((risk) => [risk.rule, risk.level])).toEqual([['link-created', 'info']]);
});

test('no part of a link, no picture', () => {
  expect(assess([create('aws_vpc', {})]).link).toBeNull();
  expect(assess([create('aws_ec2_transit_gateway', {})]).link).toBeNull();
});

test('parts without any tunnel are unknown, not silent', () => {
  const result = assess([update('azurerm_virtual_network_gateway', link.gateway(), { sku: 'VpnGw1AZ' })]);
  expect(result.link).toEqual({ tunnels: [], redundancy: 'unknown' });
  expect(result.risks.map((risk) => risk.rule)).toEqual(['link-gateway-sku-changed', 'link-effect-unknown']);
});

test('the Azure side alone tells tunnels by the names of the module', () => {
  const rows = ([0, 1] as const).flatMap((n) =>
    ([1, 2] as const).map((t) => {
      const place = tunnelPlace(`instance${n}-tunnel${t}`);
      const type = 'azurerm_virtual_network_gateway_connection';
      return n === 0
        ? update(type, link.connection(n, t), { shared_key: 'x' }, place)
        : same(type, link.connection(n, t), place);
    }),
  );
  const result = assess(rows);
  expect(effects(result.link)).toEqual([DOWN, DOWN, NONE, NONE]);
  expect(result.link?.redundancy).toBe('lost');
});

test('where names do not tell which tunnels fall together, redundancy is unknown', () => {
  const rows = ['a', 'b'].map((name, index) => {
    const values = { ...link.connection(0, 1), id: name };
    const type = 'azurerm_virtual_network_gateway_connection';
    return index === 0 ? replace(type, values, {}, { name }) : same(type, values, { name });
  });
  expect(assess(rows).link?.redundancy).toBe('unknown');
});

test('two links with the same keys have tunnels of different names', () => {
  const rows = linkWith(
    same(
      'aws_vpn_connection',
      { ...link.vpn(0), id: 'vpn-9' },
      { module: 'module.other', name: 'azure', index: 'instance0' },
    ),
  );
  const names = assess(rows).link?.tunnels.map((tunnel) => tunnel.name) ?? [];
  expect(new Set(names).size).toBe(6);
  expect(names).toContain('module.other.aws_vpn_connection.azure["instance0"]-tunnel1');
});

test('no value of the plan is in a sentence', () => {
  const text = JSON.stringify(assess(linkWith(...CASES.flatMap((one) => one.rows))));
  expect(text).not.toContain('key.');
  expect(text).not.toContain('other.key');
});

function placeOf(one: ResourceChangeJson): Place {
  return {
    ...(one.name === undefined ? {} : { name: one.name }),
    ...(one.module_address === undefined ? {} : { module: one.module_address }),
    ...(one.index === undefined ? {} : { index: one.index }),
    unknown: { id: true },
  };
}
