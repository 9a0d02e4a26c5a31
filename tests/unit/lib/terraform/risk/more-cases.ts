/** The rules on networks, ports, nodes, the pod network and Terraform's own reasons; as `cases.ts`. */
import type { ResourceChangeJson } from '#lib/terraform/plan-json.js';
import type { RuleCase } from './cases.ts';
import { create, destroy, replace, same, update, type Place, type Values } from './rows.ts';

type Plan = readonly ResourceChangeJson[];
const rule = (fires: readonly Plan[], silent: readonly Plan[]): RuleCase => ({ fires, silent });

function gone(type: string, values: Values = { id: 'x' }): RuleCase {
  return rule(
    [[destroy(type, values)], [replace(type, values)]],
    [[create(type, values)], [same(type, values)], [destroy(type, values, { deposed: '1' })]],
  );
}

function changed(
  type: string,
  before: Values,
  change: Values,
  harmless: Values = { tags: { a: 'b' } },
): RuleCase {
  return rule([[update(type, before, change)]], [[update(type, before, harmless)], [same(type, before)]]);
}

export const NETWORK_CASES: Readonly<Record<string, RuleCase>> = {
  'resource-group-lost': gone('azurerm_resource_group'),
  'vnet-lost': gone('azurerm_virtual_network'),
  'vnet-range-removed': changed(
    'azurerm_virtual_network',
    { address_space: ['10.80.0.0/16'] },
    { address_space: ['10.81.0.0/16'] },
    { address_space: ['10.80.0.0/16', '10.81.0.0/16'] },
  ),
  'vnet-dns-changed': changed(
    'azurerm_virtual_network',
    { dns_servers: ['10.0.0.1'] },
    { dns_servers: ['10.0.0.2'] },
  ),
  'subnet-lost': rule(
    [[replace('azurerm_subnet', { name: 'nodes' })]],
    [[replace('azurerm_subnet', { name: 'GatewaySubnet' })], [create('azurerm_subnet', { name: 'nodes' })]],
  ),
  'subnet-range-changed': changed(
    'azurerm_subnet',
    { name: 'nodes', address_prefixes: ['10.80.0.0/20'] },
    { address_prefixes: ['10.80.16.0/20'] },
    { default_outbound_access_enabled: false },
  ),
  'nsg-lost': gone('azurerm_network_security_group'),
  'nsg-detached': gone('azurerm_subnet_network_security_group_association'),
  'azure-route-removed': rule(
    [
      [destroy('azurerm_route', { address_prefix: '10.112.0.0/25' })],
      [
        update(
          'azurerm_route',
          { next_hop_in_ip_address: '10.80.0.4' },
          { next_hop_in_ip_address: '10.80.0.5' },
        ),
      ],
      [update('azurerm_route_table', { route: [{ address_prefix: '10.112.0.0/25' }] }, { route: [] })],
    ],
    [
      [create('azurerm_route', { address_prefix: '10.112.0.0/25' })],
      [update('azurerm_route_table', { route: [] }, { route: [{ address_prefix: '10.112.0.0/25' }] })],
    ],
  ),
  'gateway-route-propagation-off': changed(
    'azurerm_route_table',
    { bgp_route_propagation_enabled: true },
    { bgp_route_propagation_enabled: false },
  ),
  'route-server-lost': gone('azurerm_route_server'),
  'route-server-branches-apart': changed(
    'azurerm_route_server',
    { branch_to_branch_traffic_enabled: true },
    { branch_to_branch_traffic_enabled: false },
  ),
  'route-server-peer-removed': gone('azurerm_route_server_bgp_connection'),
  'nat-removed': gone('azurerm_nat_gateway'),
  'peering-removed': gone('azurerm_virtual_network_peering'),
  'private-name-removed': gone('azurerm_private_endpoint'),
  'vpc-lost': gone('aws_vpc'),
  'vpc-dns-off': changed('aws_vpc', { enable_dns_support: true }, { enable_dns_support: false }),
  'aws-subnet-lost': gone('aws_subnet'),
  'route-table-lost': gone('aws_route_table'),
  'aws-egress-removed': gone('aws_nat_gateway'),
  'vpc-endpoint-removed': gone('aws_vpc_endpoint'),
  'security-group-lost': gone('aws_security_group'),
};

const MACHINE = 'azurerm_linux_virtual_machine';
const SCALE_SET = 'azurerm_linux_virtual_machine_scale_set';
const machine: Values = { size: 'Standard_D4s_v5', source_image_id: 'a', custom_data: 'x' };
const at = (index: string | number): Place => ({ name: 'node', index });

/** A pool of as many nodes, the first `down` of them made anew. */
const pool = (total: number, down: number): Plan =>
  Array.from({ length: total }, (_, n) =>
    n < down
      ? replace(MACHINE, machine, { source_image_id: 'b' }, at(`general-${n}`))
      : same(MACHINE, machine, at(`general-${n}`)),
  );
const set = (change: Values, from: Values = {}): Plan => [
  update(SCALE_SET, { instances: 4, sku: 'a', upgrade_mode: 'Manual', ...from }, change),
];

export const NODE_CASES: Readonly<Record<string, RuleCase>> = {
  'node-pool-all-at-once': rule(
    [
      pool(3, 3),
      pool(1, 1),
      [...pool(3, 3), same(MACHINE, machine, at('gpu-0'))],
      set({ sku: 'b' }, { upgrade_mode: 'Automatic' }),
      [replace(SCALE_SET, { instances: 3 })],
    ],
    [pool(3, 2), pool(3, 0), set({ sku: 'b' }), [replace(SCALE_SET, { instances: 0 })]],
  ),
  'node-pool-most-at-once': rule(
    [
      pool(3, 2),
      set({ instances: 1 }),
      set(
        { sku: 'b' },
        { upgrade_mode: 'Rolling', rolling_upgrade_policy: [{ max_batch_instance_percent: 60 }] },
      ),
    ],
    [pool(4, 2), pool(3, 3)],
  ),
  'node-pool-part': rule(
    [
      pool(4, 2),
      [destroy(MACHINE, machine, at('general-3')), ...pool(3, 0)],
      [update(MACHINE, machine, { size: 'Standard_D8s_v5' }, at('general-9')), ...pool(3, 0)],
      set({ instances: 3 }),
      set({ sku: 'b' }, { upgrade_mode: 'Rolling' }),
    ],
    [
      pool(3, 3),
      set({ instances: 5 }),
      [update(MACHINE, machine, { tags: { a: 'b' } }, at('general-0')), ...pool(3, 0)],
    ],
  ),
  'node-image-changed': rule(
    [[replace(MACHINE, machine, { source_image_id: 'b' })]],
    [[replace(MACHINE, machine, { custom_data: 'y' })]],
  ),
  'node-boot-data-changed': rule(
    [[replace(MACHINE, machine, { custom_data: 'y' })]],
    [[replace(MACHINE, machine, { source_image_id: 'b' })]],
  ),
  'node-model-not-rolled-out': rule(
    [set({ sku: 'b' })],
    [set({ sku: 'b' }, { upgrade_mode: 'Rolling' }), set({ instances: 3 })],
  ),
  'node-identity-lost': gone('azurerm_user_assigned_identity'),
  'node-identity-detached': changed(
    MACHINE,
    { identity: [{ identity_ids: ['a'] }] },
    { identity: [] },
    { identity: [{ identity_ids: ['a', 'b'] }] },
  ),
  'node-forwarding-off': changed(
    'azurerm_network_interface',
    { ip_forwarding_enabled: true },
    { ip_forwarding_enabled: false },
  ),
  'node-interface-lost': gone('azurerm_network_interface'),
  'node-activation-lost': gone('aws_ssm_activation'),
  'node-repair-off': changed(
    SCALE_SET,
    { automatic_instance_repair: [{ enabled: true }] },
    { automatic_instance_repair: [{ enabled: false }] },
  ),
};

const HELM = 'helm_release';
const yaml = (pools: readonly string[], mask: number, more = ''): Values => ({
  chart: 'oci://public.ecr.aws/eks/cilium/cilium',
  name: 'cilium',
  version: '1.18.5-0',
  values: [
    `ipam:\n  mode: cluster-pool\n  operator:\n    clusterPoolIPv4MaskSize: ${mask}\n    clusterPoolIPv4PodCIDRList:\n${pools.map((cidr) => `    - ${cidr}\n`).join('')}${more}`,
  ],
});
const cilium = yaml(['10.112.0.0/16'], 25);
const json = (mask: number): Values => ({
  ...cilium,
  values: [
    `{"ipam":{"operator":{"clusterPoolIPv4MaskSize":${mask},"clusterPoolIPv4PodCIDRList":["10.112.0.0/16"]}}}`,
  ],
});
const becomes = (after: Values, before: Values = cilium): Plan => [update(HELM, before, after)];

export const CILIUM_CASES: Readonly<Record<string, RuleCase>> = {
  'cilium-removed': rule(
    [[destroy(HELM, cilium)], [replace(HELM, cilium)]],
    [[destroy(HELM, { name: 'ingress', chart: 'nginx' })], [create(HELM, cilium)]],
  ),
  'cilium-pool-changed': rule(
    [
      becomes(yaml(['10.113.0.0/16'], 25)),
      becomes(yaml(['10.113.0.0/16', '10.112.0.0/16'], 25)),
      becomes(
        { set: [{ name: 'ipam.operator.clusterPoolIPv4PodCIDRList', value: '{10.1.0.0/16}' }] },
        {
          ...cilium,
          values: [],
          set: [{ name: 'ipam.operator.clusterPoolIPv4PodCIDRList', value: '{10.112.0.0/16}' }],
        },
      ),
    ],
    [
      becomes(yaml(['10.112.0.0/16', '10.113.0.0/16'], 25)),
      becomes(yaml(['"10.112.0.0/16" # quoted'], 25)),
      [create(HELM, cilium)],
    ],
  ),
  'cilium-pool-grows': rule(
    [becomes(yaml(['10.112.0.0/16', '10.113.0.0/16'], 25))],
    [becomes(yaml(['10.113.0.0/16'], 25)), becomes(yaml(['10.112.0.0/16'], 24))],
  ),
  'cilium-mask-changed': rule(
    [becomes(yaml(['10.112.0.0/16'], 24)), becomes(json(24), json(25))],
    [becomes(json(25)), becomes(yaml(['10.112.0.0/16'], 25, 'debug: true\n'))],
  ),
  'cilium-datapath-changed': rule(
    [becomes(yaml(['10.112.0.0/16'], 25, 'routingMode: native\n'))],
    [becomes(yaml(['10.112.0.0/16'], 25, 'debug: true\n'))],
  ),
  'cilium-encapsulation-size-changed': rule(
    [becomes(yaml(['10.112.0.0/16'], 25, 'MTU: 1400\n'))],
    [becomes(yaml(['10.112.0.0/16'], 25, 'debug: true\n'))],
  ),
  'cilium-operator-restarts-pods': rule(
    [becomes(yaml(['10.112.0.0/16'], 25, 'operator:\n  unmanagedPodWatcher:\n    restart: true\n'))],
    [becomes(yaml(['10.112.0.0/16'], 25, 'operator:\n  unmanagedPodWatcher:\n    restart: false\n'))],
  ),
  'cilium-values-unknown': rule(
    [[update(HELM, cilium, { values: undefined }, { unknown: { values: true } })]],
    [[update(HELM, cilium, {}, { unknown: { metadata: true } })]],
  ),
  'cilium-version-skipped': rule(
    [becomes({ version: '1.20.0' }), becomes({ version: '1.17.0' })],
    [becomes({ version: '1.19.0' })],
  ),
  'cilium-changed': rule(
    [becomes({ version: '1.18.6-0' })],
    [becomes({ timeout: 600 }), [create(HELM, cilium)]],
  ),
  'pod-gateway-removed': rule(
    [[destroy(HELM, { name: 'eks-hybrid-nodes-gateway' })]],
    [[destroy(HELM, { name: 'other' })]],
  ),
  'cilium-resource-removed': rule(
    [[destroy('kubernetes_manifest', { manifest: { kind: 'CiliumBGPClusterConfig' } })]],
    [[destroy('kubernetes_manifest', { manifest: { kind: 'ConfigMap' } })]],
  ),
};

const RULE = 'azurerm_network_security_rule';
const nsgRule = (name: string, change: Values = {}): Values => ({
  name,
  resource_group_name: 'g',
  network_security_group_name: 'nodes',
  direction: 'Inbound',
  access: 'Allow',
  priority: 100,
  protocol: 'Tcp',
  source_address_prefixes: ['10.40.255.0/28', '10.40.255.16/28'],
  destination_address_prefixes: ['10.80.0.0/20'],
  destination_port_ranges: ['10250'],
  ...change,
});
const everything: Values = {
  access: 'Deny',
  priority: 4096,
  protocol: '*',
  source_address_prefixes: ['*'],
  destination_address_prefixes: ['*'],
  destination_port_ranges: ['*'],
};
const deny = same(RULE, nsgRule('deny', everything), { name: 'deny' });
const needs = (port: string, protocol: string, more: Values = {}): Values =>
  nsgRule('need', { protocol, destination_port_ranges: [port], ...more });
const sg = (change: Values): Values => ({
  security_group_id: 'sg-1',
  type: 'ingress',
  protocol: 'tcp',
  from_port: 443,
  to_port: 443,
  cidr_blocks: ['10.80.0.0/20'],
  ...change,
});

/** A needed port: cut by removing, narrowing or overruling its rule; kept by moving it elsewhere. */
function needed(port: string, protocol: string): RuleCase {
  const values = needs(port, protocol);
  const other: Place = { name: 'other' };
  return rule(
    [
      [destroy(RULE, values), deny],
      [update(RULE, values, { destination_port_ranges: ['9999'] }), deny],
      [update(RULE, values, { source_address_prefixes: ['10.40.255.0/28'] }), deny],
      [update(RULE, values, { access: 'Deny' }), deny],
      [same(RULE, values), create(RULE, nsgRule('new', { ...everything, priority: 50 }), other), deny],
    ],
    [
      [destroy(RULE, values), create(RULE, nsgRule('moved', { ...values, priority: 120 }), other), deny],
      [update(RULE, values, { source_address_prefixes: ['10.40.255.0/24'] }), deny],
      [same(RULE, values), create(RULE, nsgRule('new', { ...everything, priority: 200 }), other), deny],
      [update(RULE, values, { access: 'Allow', description: 'words' }), deny],
    ],
  );
}

const GROUP = 'azurerm_network_security_group';
const inline = (rules: readonly Values[]): Values => ({
  name: 'nodes',
  resource_group_name: 'g',
  security_rule: rules,
});
const single = (port: string): Values => ({
  direction: 'Inbound',
  access: 'Allow',
  priority: 100,
  protocol: 'Tcp',
  source_address_prefix: '10.40.0.0/16',
  destination_address_prefix: '10.80.0.0/20',
  destination_port_range: port,
});
const denyInline: Values = {
  ...single('*'),
  access: 'Deny',
  priority: 4000,
  protocol: '*',
  source_address_prefix: '*',
  destination_address_prefix: '*',
};

function exposed(port: number, protocol: string): RuleCase {
  const open = nsgRule('open', {
    protocol,
    priority: 110,
    source_address_prefixes: ['Internet'],
    destination_port_ranges: [String(port)],
  });
  const [from_port, to_port] = [port, port];
  const group = (cidr: string): Values =>
    sg({ protocol: protocol.toLowerCase(), from_port, to_port, cidr_blocks: [cidr] });
  return rule(
    [
      [create(RULE, open), deny],
      [
        create(RULE, {
          ...open,
          source_address_prefixes: ['0.0.0.0/0'],
          destination_port_ranges: ['*'],
          protocol: '*',
        }),
      ],
      [create('aws_security_group_rule', group('0.0.0.0/0'))],
      [
        create('aws_vpc_security_group_ingress_rule', {
          security_group_id: 'sg',
          ip_protocol: '-1',
          cidr_ipv6: '::/0',
        }),
      ],
    ],
    [
      [same(RULE, open)],
      [create(RULE, open), same(RULE, nsgRule('first', { ...everything, priority: 100 }), { name: 'first' })],
      [create('aws_security_group_rule', group('10.0.0.0/8'))],
      [create(RULE, { ...open, direction: 'Outbound' })],
    ],
  );
}

const both = (one: RuleCase, other: RuleCase): RuleCase =>
  rule([...one.fires, ...other.fires], [...one.silent, ...other.silent]);

export const PORT_CASES: Readonly<Record<string, RuleCase>> = {
  'port-443-cut': both(
    needed('443', 'Tcp'),
    rule(
      [
        [destroy('aws_security_group_rule', sg({}))],
        [
          update('aws_security_group', { id: 'sg-1', ingress: [sg({})] }, { ingress: [] }),
          same('aws_security_group_rule', sg({ from_port: 80, to_port: 80 })),
        ],
      ],
      [
        [
          destroy('aws_security_group_rule', sg({})),
          create('aws_security_group_rule', sg({ from_port: 0, to_port: 65535 }), { name: 'all' }),
        ],
        [
          destroy('aws_vpc_security_group_ingress_rule', {
            security_group_id: 'sg-1',
            ip_protocol: 'tcp',
            from_port: 80,
            to_port: 80,
            cidr_ipv4: '10.0.0.0/8',
          }),
        ],
      ],
    ),
  ),
  'port-8472-cut': needed('8472', 'Udp'),
  'port-10250-cut': both(
    needed('10250', 'Tcp'),
    rule(
      [[update(GROUP, inline([single('10250'), denyInline]), { security_rule: [denyInline] })]],
      [
        [
          update(GROUP, inline([single('10250'), denyInline]), {
            security_rule: [single('10000-11000'), denyInline],
          }),
        ],
      ],
    ),
  ),
  'port-53-cut': needed('53', '*'),
  'port-maybe-cut': rule(
    [
      [
        update(
          RULE,
          nsgRule('r'),
          { source_address_prefixes: undefined },
          { unknown: { source_address_prefixes: true } },
        ),
        deny,
      ],
      // Azure's own rule for the virtual network may still let it pass.
      [destroy(RULE, nsgRule('r'))],
      [
        update(
          GROUP,
          inline([single('10250')]),
          { security_rule: undefined },
          { unknown: { security_rule: true } },
        ),
      ],
    ],
    [
      [destroy(RULE, nsgRule('r', { destination_port_ranges: ['8080'] })), deny],
      [same(RULE, nsgRule('r')), deny],
    ],
  ),
  'exposed-ssh': exposed(22, 'Tcp'),
  'exposed-kubelet': exposed(10250, 'Tcp'),
  'exposed-vxlan': exposed(8472, 'Udp'),
  'exposed-https': exposed(443, 'Tcp'),
};

const INSTANCE = 'aws_subnet';
const shrinks: Place = { index: 2, reason: 'delete_because_count_index' };

export const GENERAL_CASES: Readonly<Record<string, RuleCase>> = {
  'count-index-destroyed': rule(
    [[destroy(INSTANCE, { id: 'x' }, shrinks), same(INSTANCE, { id: 'y' }, { index: 0 })]],
    [[destroy(INSTANCE, { id: 'x' }, { index: 2 })]],
  ),
  'count-index-shifted': rule(
    [
      [
        replace(INSTANCE, { cidr_block: 'a' }, { cidr_block: 'b' }, { index: 1 }),
        destroy(INSTANCE, { id: 'x' }, shrinks),
      ],
    ],
    [
      [
        destroy(INSTANCE, { id: 'x' }, shrinks),
        update(INSTANCE, { id: 'y' }, {}, { name: 'other', index: 0 }),
      ],
    ],
  ),
  'tainted-replaced': rule(
    [[replace(INSTANCE, { id: 'x' }, {}, { reason: 'replace_because_tainted' })]],
    [[replace(INSTANCE, { id: 'x' }, {}, { reason: 'replace_because_cannot_update' })]],
  ),
  'module-destroyed': rule(
    [[destroy(INSTANCE, { id: 'x' }, { module: 'module.a', reason: 'delete_because_no_module' })]],
    [[destroy(INSTANCE, { id: 'x' }, { reason: 'delete_because_each_key' })]],
  ),
  'perhaps-renamed': rule(
    [
      [
        destroy(INSTANCE, { id: 'x' }, { reason: 'delete_because_no_resource_config' }),
        create(INSTANCE, {}, { name: 'new' }),
      ],
    ],
    [
      [
        destroy(INSTANCE, { id: 'x' }, { reason: 'delete_because_no_resource_config' }),
        create('aws_vpc', {}),
      ],
    ],
  ),
};
