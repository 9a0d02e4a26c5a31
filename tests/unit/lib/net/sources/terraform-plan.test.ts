import { describe, expect, test } from '@jest/globals';
import type { AddressFacts } from '#lib/net/address-facts.js';
import { factsOfPlan } from '#lib/net/sources/terraform-files.js';
import type { ChangeJson, PlanRest } from '#lib/terraform/plan-json.js';
import type { PlanPart } from '#lib/terraform/plan-stream.js';

interface Row {
  readonly address: string;
  readonly values?: object;
  readonly unknown?: unknown;
  readonly change?: Partial<ChangeJson>;
  readonly mode?: string;
  readonly deposed?: string;
}

/** `module.net["a"].aws_vpc.this["b"]` taken apart as Terraform does. */
function part({ address, values, unknown, change, mode, deposed }: Row): PlanPart {
  const match = /^(?:(module\..*)\.)?(?:data\.)?([a-z0-9_]+)\.([a-z0-9_]+)(?:\[(.+)\])?$/.exec(address);
  const [, module, type, name, index] = match ?? [];
  return {
    section: 'resource_changes',
    value: {
      address,
      ...(module !== undefined && { module_address: module }),
      mode: mode ?? 'managed',
      type: type ?? '',
      name: name ?? '',
      ...(index !== undefined && { index: JSON.parse(index) as string | number }),
      ...(deposed !== undefined && { deposed }),
      change: { actions: ['create'], after: values ?? {}, after_unknown: unknown ?? {}, ...change },
    },
  };
}

function factsOf(rows: readonly Row[], rest: Partial<PlanRest> = {}): Promise<AddressFacts> {
  async function* parts(): AsyncGenerator<PlanPart> {
    yield* await Promise.resolve(rows.map(part));
    yield { section: 'rest', value: { format_version: '1.2', ...rest } };
  }
  return factsOfPlan(parts(), 'plan.json');
}

const ranges = ({ ranges: facts }: AddressFacts) =>
  facts.map(({ role, text, name, network }) => [role, text, name, network].join(' '));
const unknowns = ({ unknown }: AddressFacts) =>
  unknown.map(({ what, role, reason }) => `${role ?? '?'}: ${what}: ${reason}`);

describe('facts of a plan', () => {
  test('are what exists once it is applied', async () => {
    const vpc = { cidr_block: '10.0.0.0/16' };
    const facts = await factsOf([
      { address: 'aws_vpc.made', values: { cidr_block: '10.1.0.0/16' } },
      {
        address: 'aws_vpc.same',
        change: { actions: ['no-op'], after: { cidr_block: '10.2.0.0/16', id: 'vpc-2' } },
      },
      { address: 'aws_vpc.gone', change: { actions: ['delete'], before: vpc, after: null } },
      {
        address: 'aws_vpc.replaced',
        change: { actions: ['delete', 'create'], before: vpc, after: { cidr_block: '10.3.0.0/16' } },
      },
      {
        address: 'aws_vpc.replaced',
        deposed: '4b3f9f9c',
        change: { actions: ['delete'], before: vpc, after: null },
      },
      {
        address: 'aws_vpc.forgotten',
        change: { actions: ['forget'], before: { cidr_block: '10.4.0.0/16' }, after: null },
      },
      { address: 'data.aws_vpc.read', mode: 'data', change: { actions: ['read'], after: vpc } },
      { address: 'aws_instance.other', values: vpc },
    ]);
    expect(facts.ranges.map(({ text }) => text)).toEqual([
      '10.1.0.0/16',
      '10.2.0.0/16',
      '10.3.0.0/16',
      '10.4.0.0/16',
    ]);
    expect(facts.ranges[0]?.origin).toEqual({ kind: 'plan', source: 'plan.json', address: 'aws_vpc.made' });
  });

  test('hold the routes of both clouds, also to what has no id yet', async () => {
    const facts = await factsOf([
      {
        address: 'aws_route.link',
        values: { route_table_id: 'rtb-1', destination_cidr_block: '10.80.0.0/20' },
        unknown: { transit_gateway_id: true },
      },
      {
        address: 'aws_route.internet',
        values: { route_table_id: 'rtb-1', destination_cidr_block: '0.0.0.0/0', nat_gateway_id: 'nat-1' },
        unknown: { network_interface_id: true },
      },
      { address: 'aws_route.later', unknown: { destination_cidr_block: true } },
      {
        address: 'aws_route_table.inline',
        values: { id: 'rtb-2', route: [{ cidr_block: '10.81.0.0/16', transit_gateway_id: 'tgw-1' }] },
      },
      {
        address: 'aws_ec2_transit_gateway_route.drop',
        values: { destination_cidr_block: '10.9.0.0/16', blackhole: true },
      },
      {
        address: 'azurerm_route.pods',
        values: {
          route_table_name: 'nodes',
          address_prefix: '10.112.0.0/25',
          next_hop_type: 'VirtualAppliance',
          next_hop_in_ip_address: '10.80.0.4',
        },
      },
      {
        address: 'azurerm_route_table.nodes',
        values: { name: 'nodes', route: [{ address_prefix: 'Storage', next_hop_type: 'Internet' }] },
      },
    ]);
    expect(facts.routes.map(({ role, table, text, target }) => `${role} ${table} ${text} ${target}`)).toEqual(
      [
        'vpc-route rtb-1 10.80.0.0/20 transit-gateway',
        'vpc-route rtb-1 0.0.0.0/0 other',
        'vpc-route rtb-2 10.81.0.0/16 transit-gateway',
        'tgw-route aws_ec2_transit_gateway_route.drop 10.9.0.0/16 nowhere',
        'azure-route nodes 10.112.0.0/25 appliance',
      ],
    );
    expect(facts.unknown).toMatchObject([{ role: 'vpc-route', origin: { address: 'aws_route.later' } }]);
  });

  test('know which VPC a subnet will lie in before there is an id', async () => {
    const configuration = {
      root_module: {
        module_calls: {
          net: {
            module: {
              resources: [
                {
                  address: 'aws_subnet.a',
                  expressions: { vpc_id: { references: ['aws_vpc.one.id', 'aws_vpc.one'] } },
                },
                { address: 'aws_subnet.b', expressions: { vpc_id: { references: ['aws_vpc.two'] } } },
              ],
            },
          },
        },
      },
    };
    const born = { vpc_id: true, id: true };
    const module = 'module.net["x.y"]';
    const rows: Row[] = [
      { address: `${module}.aws_subnet.a`, values: { cidr_block: '10.1.0.0/24' }, unknown: born },
      { address: `${module}.aws_subnet.b[1]`, values: { cidr_block: '10.2.0.0/24' }, unknown: born },
      {
        address: `${module}.aws_vpc.one`,
        values: { cidr_block: '10.1.0.0/16', tags: { Name: 'One' } },
        unknown: { id: true },
      },
      { address: `${module}.aws_vpc.two[0]`, values: { cidr_block: '10.9.0.0/16' }, unknown: { id: true } },
      { address: `${module}.aws_vpc.two[1]`, values: { cidr_block: '10.2.0.0/16' }, unknown: { id: true } },
      { address: 'aws_subnet.lost', values: { cidr_block: '10.5.0.0/24' }, unknown: born },
    ];
    const facts = await factsOf(rows, { configuration });
    expect(ranges(facts)).toEqual([
      'aws-subnet 10.1.0.0/24 a module.net["x.y"].aws_vpc.one',
      'aws-subnet 10.2.0.0/24 1 module.net["x.y"].aws_vpc.two[1]',
      'vpc 10.1.0.0/16 One module.net["x.y"].aws_vpc.one',
      'vpc 10.9.0.0/16 0 module.net["x.y"].aws_vpc.two[0]',
      'vpc 10.2.0.0/16 1 module.net["x.y"].aws_vpc.two[1]',
      'aws-subnet 10.5.0.0/24 lost ',
    ]);
    expect(unknowns(facts)).toEqual(['aws-subnet: vpc_id of aws_subnet.lost: it is known only after apply']);
  });

  test('name no network where there is only one', async () => {
    const facts = await factsOf([
      { address: 'aws_vpc.this', values: { cidr_block: '10.1.0.0/16', id: 'vpc-1' } },
      {
        address: 'aws_vpc_ipv4_cidr_block_association.more["b"]',
        values: { cidr_block: '10.2.0.0/16', vpc_id: 'vpc-1' },
      },
      {
        address: 'module.m.aws_subnet.this["a"]',
        values: { cidr_block: '10.1.1.0/24', tags: null },
        unknown: { vpc_id: true },
      },
    ]);
    // A subnet of an unknown VPC cannot be in one that exists: that would be known.
    expect(ranges(facts)).toEqual([
      'vpc 10.1.0.0/16 this vpc-1',
      'vpc 10.2.0.0/16 secondary range b vpc-1',
      'aws-subnet 10.1.1.0/24 a ',
    ]);
    const single = await factsOf([
      { address: 'aws_vpc.this', values: { cidr_block: '10.1.0.0/16' }, unknown: { id: true } },
      {
        address: 'module.m.aws_subnet.this["a"]',
        values: { cidr_block: '10.1.1.0/24' },
        unknown: { vpc_id: true },
      },
    ]);
    expect(ranges(single)).toEqual(['vpc 10.1.0.0/16 this ', 'aws-subnet 10.1.1.0/24 a ']);
    expect(single.unknown).toEqual([]);
  });

  test('come from the cluster, where an unset service range is left to the rules', async () => {
    const networks = {
      remote_network_config: [
        {
          remote_node_networks: [{ cidrs: ['10.80.0.0/20'] }],
          remote_pod_networks: [{ cidrs: ['10.112.0.0/16'] }],
        },
      ],
    };
    const resources = (expressions: object) => ({
      configuration: { root_module: { resources: [{ address: 'aws_eks_cluster.this', expressions }] } },
    });
    const unset = {
      address: 'aws_eks_cluster.this',
      values: { name: 'one', ...networks },
      unknown: { kubernetes_network_config: true },
    };
    const left = await factsOf([unset], resources({ name: { constant_value: 'one' } }));
    expect(ranges(left)).toEqual(['remote-node 10.80.0.0/20 one ', 'remote-pod 10.112.0.0/16 one ']);
    expect(left.unknown).toEqual([]);
    const computed = await factsOf(
      [
        {
          ...unset,
          values: { ...unset.values, kubernetes_network_config: [{}] },
          unknown: { kubernetes_network_config: [{ service_ipv4_cidr: true }] },
        },
      ],
      resources({ kubernetes_network_config: [{ service_ipv4_cidr: { references: ['var.x'] } }] }),
    );
    expect(unknowns(computed)).toEqual([
      'service: kubernetes_network_config[0].service_ipv4_cidr of aws_eks_cluster.this: it is known only after apply',
    ]);
    const set = await factsOf([
      {
        ...unset,
        values: { ...unset.values, kubernetes_network_config: [{ service_ipv4_cidr: '172.20.0.0/16' }] },
        unknown: {},
      },
    ]);
    expect(ranges(set)).toContain('service 172.20.0.0/16 one ');
  });

  test('say what is unknown or hidden, entry by entry', async () => {
    const facts = await factsOf([
      {
        address: 'azurerm_virtual_network.this',
        values: { name: 'v', resource_group_name: 'g', address_space: ['10.80.0.0/16'] },
        unknown: { address_space: [false, true] },
      },
      {
        address: 'aws_ec2_transit_gateway.this',
        values: { amazon_side_asn: 64512 },
        unknown: { transit_gateway_cidr_blocks: true },
      },
      {
        address: 'aws_vpc.hidden',
        change: {
          actions: ['create'],
          after: { cidr_block: '10.66.0.0/16' },
          after_unknown: {},
          after_sensitive: { cidr_block: true },
        },
      },
    ]);
    expect(ranges(facts)).toEqual(['vnet 10.80.0.0/16 v ']);
    expect(unknowns(facts)).toEqual([
      'vnet: address_space[1] of azurerm_virtual_network.this: it is known only after apply',
      'tgw-cidr: transit_gateway_cidr_blocks of aws_ec2_transit_gateway.this: it is known only after apply',
      'vpc: cidr_block of aws_vpc.hidden: it is marked as sensitive and therefore not read',
    ]);
  });

  test('come from both ends of the tunnels, each address once', async () => {
    const connection = (secondary: string, primary: string) => ({
      custom_bgp_addresses: [{ primary, secondary }],
    });
    const facts = await factsOf([
      { address: 'aws_customer_gateway.a', values: { bgp_asn: '65515' } },
      {
        address: 'aws_vpn_connection.azure["instance0"]',
        values: { tunnel1_inside_cidr: '169.254.21.0/30', tunnel1_preshared_key: 'do-not-read' },
        unknown: {
          tunnel2_inside_cidr: true,
          tunnel1_vgw_inside_address: true,
          tunnel1_cgw_inside_address: true,
        },
      },
      {
        address: 'azurerm_virtual_network_gateway.this',
        values: {
          name: 'vpn',
          type: 'Vpn',
          bgp_settings: [
            {
              asn: 65515,
              peering_addresses: [
                { ip_configuration_name: 'instance0', apipa_addresses: ['169.254.21.2', '169.254.22.2'] },
              ],
            },
          ],
        },
      },
      {
        address: 'azurerm_local_network_gateway.t1',
        values: { name: 'l1', bgp_settings: [{ asn: 64512, bgp_peering_address: '169.254.21.1' }] },
      },
      {
        address: 'azurerm_local_network_gateway.t2',
        values: { name: 'l2', bgp_settings: [{ asn: 64512, bgp_peering_address: '169.254.21.1' }] },
      },
      {
        address: 'azurerm_virtual_network_gateway_connection.t1',
        values: { name: 'c1', ...connection('169.254.21.6', '169.254.21.2') },
      },
      {
        address: 'azurerm_virtual_network_gateway_connection.t2',
        values: { name: 'c2', ...connection('169.254.21.6', '169.254.22.2') },
      },
    ]);
    expect(ranges(facts)).toEqual(['tunnel-inside 169.254.21.0/30 instance0-tunnel1 ']);
    expect(facts.asns.map(({ role, text }) => `${role} ${text}`)).toEqual([
      'customer-gateway 65515',
      'azure-gateway 65515',
      'local-network-gateway 64512',
      'local-network-gateway 64512',
    ]);
    expect(facts.tunnelAddresses.map(({ side, text, name }) => [side, text, name])).toEqual([
      ['azure', '169.254.21.2', 'vpn instance0'],
      ['azure', '169.254.22.2', 'vpn instance0'],
      ['aws', '169.254.21.1', 'l1'],
      ['aws', '169.254.21.1', 'l2'],
      ['azure', '169.254.21.6', 'c1 secondary'],
    ]);
    expect(unknowns(facts)).toEqual([
      'tunnel-inside: tunnel2_inside_cidr of aws_vpn_connection.azure["instance0"]: it is known only after apply',
    ]);
    expect(JSON.stringify(facts)).not.toContain('do-not-read');
  });

  test('come from Azure, with subnets written in either place and by azapi', async () => {
    const parent = '/subscriptions/0/resourceGroups/G/providers/Microsoft.Network/virtualNetworks/V';
    const facts = await factsOf([
      {
        address: 'azurerm_virtual_network.this',
        values: {
          name: 'v',
          resource_group_name: 'g',
          address_space: ['10.80.0.0/16'],
          subnet: [{ name: 'nodes', address_prefixes: ['10.80.0.0/20'] }],
        },
      },
      {
        address: 'azurerm_subnet.nodes',
        values: {
          name: 'nodes',
          resource_group_name: 'G',
          virtual_network_name: 'V',
          address_prefixes: ['10.80.0.0/20'],
        },
      },
      {
        address: 'azapi_resource.subnet',
        values: {
          type: 'Microsoft.Network/virtualNetworks/subnets@2024-05-01',
          name: 'more',
          parent_id: parent,
          body: { properties: { addressPrefix: '10.80.16.0/24' } },
        },
      },
      {
        address: 'azapi_resource.vnet',
        values: {
          type: 'Microsoft.Network/virtualNetworks@2024-05-01',
          name: 'W',
          parent_id: '/subscriptions/0/resourceGroups/g',
          body: '{"properties":{"addressSpace":{"addressPrefixes":["10.90.0.0/16"]},"subnets":[{"name":"s","properties":{"addressPrefixes":["10.90.1.0/24"]}}]}}',
        },
      },
      { address: 'azurerm_route_server.this', values: { name: 'rs' }, unknown: { virtual_router_asn: true } },
      {
        address: 'azurerm_route_server_bgp_connection.n[0]',
        values: { name: 'n0', peer_asn: 65010, peer_ip: '10.80.0.4' },
      },
      {
        address: 'azurerm_route_server_bgp_connection.n[1]',
        values: { name: 'n1', peer_asn: 65010, peer_ip: '10.80.0.5' },
      },
      { address: 'azurerm_linux_virtual_machine.node["a"]', values: {} },
      { address: 'azurerm_linux_virtual_machine.node["b"]', values: {} },
      { address: 'azurerm_orchestrated_virtual_machine_scale_set.pool', values: { instances: 5 } },
    ]);
    expect(ranges(facts)).toEqual([
      'vnet 10.80.0.0/16 v g/v',
      'azure-subnet 10.80.0.0/20 nodes g/v',
      'azure-subnet 10.80.16.0/24 more g/v',
      'vnet 10.90.0.0/16 W g/w',
      'azure-subnet 10.90.1.0/24 s g/w',
    ]);
    expect(facts.asns.map(({ role, text }) => `${role} ${text}`)).toEqual([
      'route-server 65515',
      'cilium 65010',
      'cilium 65010',
    ]);
    expect(facts.quantities.map(({ quantity, value }) => [quantity, value])).toEqual([
      ['nodes', 7],
      ['route-server-peers', 2],
    ]);
    expect(facts.modes.map(({ podRouting }) => podRouting)).toEqual(['bgp']);
  });

  test('come from charts and manifests, with the defaults of the chart where it sets nothing', async () => {
    const values =
      'ipam:\n  mode: cluster-pool\n  operator:\n    clusterPoolIPv4PodCIDRList: [10.112.0.0/16]\n    clusterPoolIPv4MaskSize: 25\n';
    const set = [
      { name: 'ipam.operator.clusterPoolIPv4PodCIDRList', value: '{10.113.0.0/16,10.114.0.0/16}' },
      { name: 'ipam.operator.clusterPoolIPv4MaskSize', value: '26' },
    ];
    const facts = await factsOf([
      {
        address: 'helm_release.cilium',
        values: { chart: 'oci://public.ecr.aws/eks/cilium/cilium', values: [values], set },
      },
      {
        address: 'helm_release.gateway',
        values: {
          name: 'gateway',
          chart: 'eks-hybrid-nodes-gateway',
          values: ['vpcCIDR: 10.40.0.0/16'],
          set: [{ name: 'podCIDRs', value: '10.113.0.0/16\\,10.114.0.0/16' }],
        },
      },
      {
        address: 'kubernetes_manifest.bgp',
        values: {
          manifest: {
            kind: 'CiliumBGPClusterConfig',
            metadata: { name: 'rs' },
            spec: { bgpInstances: [{ localASN: 65010 }] },
          },
        },
      },
      { address: 'helm_release.other', values: { chart: 'nginx', values: ['podCIDRs: 10.0.0.0/8'] } },
    ]);
    expect(ranges(facts)).toEqual([
      'cluster-pool 10.113.0.0/16 Cilium cluster pool ',
      'cluster-pool 10.114.0.0/16 Cilium cluster pool ',
      'gateway-pods 10.113.0.0/16 gateway ',
      'gateway-pods 10.114.0.0/16 gateway ',
      'gateway-vpc 10.40.0.0/16 gateway ',
    ]);
    expect(facts.quantities).toMatchObject([{ quantity: 'node-mask', value: 26, origin: { kind: 'plan' } }]);
    expect(facts.asns).toMatchObject([{ role: 'cilium', text: '65010', name: 'rs' }]);
    expect(facts.modes).toMatchObject([{ podRouting: 'gateway' }]);
    const bare = await factsOf([{ address: 'helm_release.c', values: { chart: 'cilium', values: null } }]);
    expect(bare.ranges).toMatchObject([
      { role: 'cluster-pool', text: '10.0.0.0/8', origin: { kind: 'default', address: 'helm_release.c' } },
    ]);
    expect(bare.quantities).toMatchObject([{ value: 24, origin: { kind: 'default' } }]);
  });

  test.each<[string, Row]>([
    ['values', { address: 'helm_release.c', values: { chart: 'cilium' }, unknown: { values: true } }],
    [
      'values',
      { address: 'helm_release.c', values: { chart: 'cilium', values: [null] }, unknown: { values: [true] } },
    ],
    ['values', { address: 'helm_release.c', values: { chart: 'cilium', values: ['- a list'] } }],
    [
      'set',
      {
        address: 'helm_release.c',
        values: { chart: 'cilium', set: [{ name: 'MTU' }] },
        unknown: { set: [{ value: true }] },
      },
    ],
  ])('do not guess a chart’s values: %s', async (attribute, row) => {
    const facts = await factsOf([row]);
    expect(facts.ranges).toEqual([]);
    expect(facts.unknown).toMatchObject([{ what: `${attribute} of helm_release.c`, role: 'cluster-pool' }]);
  });

  test('come from the output of the stack beside its resources', async () => {
    const after = {
      aws: {
        region: 'eu-central-1',
        vpc_cidr: '10.40.0.0/16',
        private_subnets: { 'eu-central-1a': '10.40.0.0/20' },
      },
      azure: {
        vnet_cidr: '10.80.0.0/16',
        gateway_subnet: '10.80.255.192/27',
        route_server_subnet: null,
        node_subnets: { nodes: '10.80.0.0/20' },
      },
      remote_node_cidrs: ['10.80.0.0/20'],
      tunnel_inside_cidrs: { 'instance0-tunnel1': '169.254.21.0/30' },
      asns: { transit_gateway: 64512, azure_gateway: 65515, node_bgp: 65010 },
      load_balancers: ['10.1.0.0/16'],
    };
    const output = {
      actions: ['create'],
      after,
      after_unknown: { aws: { service_cidr: true } },
      after_sensitive: false,
    };
    const facts = await factsOf([], { output_changes: { address_plan: output } });
    expect(ranges(facts)).toEqual([
      'vpc 10.40.0.0/16 VPC ',
      'vnet 10.80.0.0/16 virtual network ',
      'azure-subnet 10.80.255.192/27 GatewaySubnet ',
      'aws-subnet 10.40.0.0/20 eu-central-1a private ',
      'azure-subnet 10.80.0.0/20 nodes ',
      'tunnel-inside 169.254.21.0/30 instance0-tunnel1 ',
      'remote-node 10.80.0.0/20 remote nodes ',
    ]);
    expect(facts.asns).toHaveLength(3);
    expect(facts.ranges[0]?.origin).toEqual({
      kind: 'plan',
      source: 'plan.json',
      address: 'output.address_plan',
    });
    expect(unknowns(facts)).toEqual([
      'service: aws.service_cidr of output.address_plan: it is known only after apply',
      '?: load_balancers of output.address_plan: this version does not know the member',
    ]);
    const hidden = await factsOf([], {
      output_changes: { address_plan: { ...output, after_sensitive: true } },
    });
    expect(hidden.ranges).toEqual([]);
    expect(hidden.unknown).toHaveLength(1);
  });

  test('of a plan that is not whole say so', async () => {
    expect(unknowns(await factsOf([], { errored: true }))).toEqual([
      '?: the rest of plan.json: planning failed half-way',
    ]);
    expect((await factsOf([], { complete: false })).unknown).toHaveLength(1);
    expect((await factsOf([], { complete: true })).unknown).toHaveLength(0);
  });
});
