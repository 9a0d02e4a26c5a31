import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ActionError } from '#lib/action/errors.js';
import { loadAddressFile, readAddressFile } from '#lib/net/sources/address-file.js';

const WHOLE = `
aws:
  region: eu-central-1
  vpc:
    cidrs: [10.40.0.0/16, 100.64.0.0/16]
    subnets:
      eu-central-1a: 10.40.0.0/20
  transit_gateway: { asn: 64512, cidrs: [10.99.0.0/24] }
  customer_gateway: { asn: 65515 }
  eks:
    service_cidr: 172.20.0.0/16
    remote_node_networks: 10.80.0.0/20
    remote_pod_networks: [10.112.0.0/16]
azure:
  location: germanywestcentral
  vnet: { cidrs: [10.80.0.0/16], subnets: { GatewaySubnet: 10.80.255.0/27 } }
  gateway: { asn: 65515 }
  local_network_gateway: { asn: 64512 }
  route_server: { asn: 65515 }
cilium: { cluster_pool: 10.112.0.0/16, mask: 25, asn: 65010 }
hybrid_gateway: { vpc_cidr: 10.40.0.0/16, pod_cidrs: [10.112.0.0/16] }
tunnels:
  - { name: instance0-tunnel1, cidr: 169.254.21.0/30, aws: 169.254.21.1, azure: 169.254.21.2 }
sizes: { nodes: 20, surge: 2, pods_per_node: 110, route_server_peers: 4, routes_per_peer: 10 }
pod_routing: gateway
peers:
  - { name: office, cidrs: [192.168.0.0/16], asn: 65100 }
`;

function refusalOf(text: string, path: string | null = 'net.yaml'): string {
  try {
    readAddressFile(text, path);
  } catch (error) {
    if (error instanceof ActionError && error.code === 'EHA1521') return error.message;
    throw error;
  }
  throw new Error('It was accepted.');
}

describe('an address file', () => {
  test('gives every fact its role and the line it stands on', () => {
    const facts = readAddressFile(WHOLE, 'net.yaml');
    expect(facts.ranges.map(({ role, text, name, origin }) => [role, text, name, origin.line])).toEqual([
      ['vpc', '10.40.0.0/16', 'VPC', 5],
      ['vpc', '100.64.0.0/16', 'VPC', 5],
      ['aws-subnet', '10.40.0.0/20', 'eu-central-1a', 7],
      ['tgw-cidr', '10.99.0.0/24', 'transit gateway', 8],
      ['service', '172.20.0.0/16', 'Kubernetes services', 11],
      ['remote-node', '10.80.0.0/20', 'remote nodes', 12],
      ['remote-pod', '10.112.0.0/16', 'remote pods', 13],
      ['vnet', '10.80.0.0/16', 'virtual network', 16],
      ['azure-subnet', '10.80.255.0/27', 'GatewaySubnet', 16],
      ['cluster-pool', '10.112.0.0/16', 'Cilium cluster pool', 20],
      ['gateway-vpc', '10.40.0.0/16', 'EKS Hybrid Nodes gateway', 21],
      ['gateway-pods', '10.112.0.0/16', 'EKS Hybrid Nodes gateway', 21],
      ['tunnel-inside', '169.254.21.0/30', 'instance0-tunnel1', 23],
      ['peer', '192.168.0.0/16', 'office', 27],
    ]);
    expect(facts.asns.map(({ role, text }) => `${role} ${text}`)).toEqual([
      'transit-gateway 64512',
      'customer-gateway 65515',
      'azure-gateway 65515',
      'local-network-gateway 64512',
      'route-server 65515',
      'cilium 65010',
      'peer 65100',
    ]);
    expect(facts.tunnelAddresses.map(({ side, text, name }) => [side, text, name])).toEqual([
      ['aws', '169.254.21.1', 'instance0-tunnel1'],
      ['azure', '169.254.21.2', 'instance0-tunnel1'],
    ]);
    expect(facts.quantities.map(({ quantity, value }) => [quantity, value])).toEqual([
      ['node-mask', 25],
      ['nodes', 20],
      ['surge', 2],
      ['pods-per-node', 110],
      ['route-server-peers', 4],
      ['routes-per-peer', 10],
    ]);
    expect(facts.modes).toMatchObject([{ podRouting: 'gateway', origin: { kind: 'file', line: 25 } }]);
    expect(facts.unknown).toEqual([]);
    expect(facts.ranges[0]?.origin).toEqual({ kind: 'file', source: 'net.yaml', file: 'net.yaml', line: 5 });
  });

  test('may be JSON, and may be written in the workflow', () => {
    const facts = readAddressFile('{"azure":\n{"vnet":{"cidrs":["10.80.0.0/16"]}}}', null);
    expect(facts.ranges).toEqual([
      {
        role: 'vnet',
        text: '10.80.0.0/16',
        name: 'virtual network',
        network: '',
        origin: { kind: 'inline', source: 'the inline address plan', line: 2 },
      },
    ]);
  });

  test('keeps values as they are written', () => {
    const facts = readAddressFile(
      'aws: { vpc: { cidrs: [010.0.0.0/8] }, transit_gateway: { asn: 0x10 } }',
      null,
    );
    expect(facts.ranges[0]?.text).toBe('010.0.0.0/8');
    expect(facts.asns[0]?.text).toBe('0x10');
    expect(readAddressFile('aws: { transit_gateway: { asn: 1.10 } }', null).asns[0]?.text).toBe('1.10');
  });

  test.each([
    ['aws:\n  vcp:\n    cidrs: []', 'line 2: unknown key "vcp" in aws; did you mean "vpc"?'],
    [
      'azure:\n  vnet:\n    cidr: 10.0.0.0/8',
      'line 3: unknown key "cidr" in azure.vnet; did you mean "cidrs"?',
    ],
    ['gcp: {}', 'line 1: unknown key "gcp" at the top (known: aws, azure,'],
    ['sizes:\n  nodes: many', 'line 2: sizes.nodes must be a whole number'],
    ['pod_routing: bpg', 'line 1: pod_routing must be one of gateway, bgp, udr, masquerade, and is "bpg"'],
    ['aws: 10.0.0.0/8', 'line 1: aws must be a map of keys, and is a text or number'],
    ['aws:\n  vpc:\n    cidrs: { a: b }', 'line 3: aws.vpc.cidrs must be a list, and is a map of keys'],
    ['tunnels:\n  - name: one', 'line 2: tunnels[0] has no "cidr"'],
    ['peers:\n  - cidrs: [10.0.0.0/8,]\n  - name: two', 'line 3: peers[1] has no "cidrs"'],
    ['aws: {}\naws: {}', 'line 2:'],
    ['aws: [', 'line 1:'],
    ['', 'line 1: it holds nothing'],
    ['<<: {}', 'line 1: unknown key "<<"'],
  ])('is refused with the line: %j', (text, expected) => {
    expect(refusalOf(text)).toContain(
      `The address file net.yaml does not have the expected content:\n- ${expected}`,
    );
  });

  test('is refused with all problems at once, at most twenty', () => {
    const text = Array.from({ length: 30 }, (_, index) => `key${index}: 1`).join('\n');
    const lines = refusalOf(text, null).split('\n');
    expect(lines).toHaveLength(22);
    expect(lines.at(-1)).toBe('- and 10 more problems');
  });

  test('cannot be made to unfold without end', () => {
    const levels = ['a: &a0 [10.0.0.0/8, 10.0.0.0/8]'];
    for (let level = 1; level < 30; level += 1) {
      levels.push(`b${level}: &a${level} [*a${level - 1}, *a${level - 1}]`);
    }
    expect(refusalOf(levels.join('\n'))).toContain('nested too deeply or follows too many aliases');
  });

  test('never fails in another way, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constantFrom(...WHOLE.split('\n'))), (text) => {
        try {
          readAddressFile(text, null);
        } catch (error) {
          expect(error).toMatchObject({ code: 'EHA1521' });
        }
      }),
    );
  });

  test('that is not there is named', async () => {
    await expect(loadAddressFile('/nonexistent/net.yaml', 'net.yaml')).rejects.toMatchObject({
      code: 'EHA1520',
      message: 'The address file net.yaml could not be read (ENOENT).',
    });
  });
});
