import { changedArguments, type Row } from '../row.ts';

/**
 * The parts of the link and what changing their arguments does to a running tunnel: the one place where both are written
 * down. Sources: AWS, "Modify Site-to-Site VPN tunnel options" and "Modify the target gateway" (the tunnel or connection
 * does not carry traffic while it is changed); Microsoft, "About gateway SKUs" (a resize interrupts), "Configure BGP for
 * VPN Gateway"; the arguments are those of the aws and azurerm providers. An argument that is in neither list has an
 * unknown effect, which is reported as such.
 */
export interface PartSpec {
  /** Whether the tunnels outlive the part, only that nothing passes through them without it. */
  readonly onlyCarries?: true;
  /** Arguments whose change stops the traffic of what the part reaches, for seconds or for minutes. */
  readonly interrupts: readonly string[];
  /** Arguments whose change no packet notices, and what the provider only reports. */
  readonly harmless: readonly string[];
  /** Arguments of tunnel 1 and 2 of an AWS connection, without their `tunnel1_`; the change reaches that tunnel. */
  readonly tunnelInterrupts?: readonly string[];
  readonly tunnelHarmless?: readonly string[];
  /** Arguments that tell which other parts this one belongs to; kept after the row has gone. */
  readonly keeps: readonly string[];
}

const EVERYWHERE = ['id', 'arn', 'tags', 'tags_all', 'timeouts', 'region'];

export const PARTS: Readonly<Record<string, PartSpec>> = {
  aws_vpn_connection: {
    interrupts: [
      'customer_gateway_id',
      'transit_gateway_id',
      'vpn_gateway_id',
      'local_ipv4_network_cidr',
      'remote_ipv4_network_cidr',
      'local_ipv6_network_cidr',
      'remote_ipv6_network_cidr',
    ],
    harmless: [
      'customer_gateway_configuration',
      'core_network_arn',
      'core_network_attachment_arn',
      'preshared_key_arn',
      'routes',
      'transit_gateway_attachment_id',
      'vgw_telemetry',
    ],
    // The pre-shared key, the inside range, the proposals of both phases, timers and what starts the tunnel are all
    // tunnel options: AWS replaces the tunnel's endpoint for any of them, the logging of a tunnel included.
    tunnelInterrupts: [
      'dpd_timeout_action',
      'dpd_timeout_seconds',
      'ike_versions',
      'inside_cidr',
      'inside_ipv6_cidr',
      'log_options',
      'phase1_dh_group_numbers',
      'phase1_encryption_algorithms',
      'phase1_integrity_algorithms',
      'phase1_lifetime_seconds',
      'phase2_dh_group_numbers',
      'phase2_encryption_algorithms',
      'phase2_integrity_algorithms',
      'phase2_lifetime_seconds',
      'preshared_key',
      'rekey_fuzz_percentage',
      'rekey_margin_time_seconds',
      'replay_window_size',
      'startup_action',
      // Where AWS's end will have another address, the old end is gone.
      'address',
    ],
    tunnelHarmless: ['bgp_asn', 'bgp_holdtime', 'cgw_inside_address', 'vgw_inside_address'],
    keeps: [
      'id',
      'customer_gateway_id',
      'transit_gateway_id',
      'vpn_gateway_id',
      'transit_gateway_attachment_id',
      ...[1, 2].flatMap((number) => [
        `tunnel${number}_address`,
        `tunnel${number}_inside_cidr`,
        `tunnel${number}_vgw_inside_address`,
      ]),
    ],
  },
  aws_customer_gateway: {
    interrupts: [],
    harmless: ['device_name'],
    keeps: ['id', 'ip_address'],
  },
  aws_vpn_gateway: {
    interrupts: ['vpc_id', 'amazon_side_asn'],
    harmless: [],
    keeps: ['id'],
  },
  aws_vpn_gateway_attachment: {
    onlyCarries: true,
    interrupts: [],
    harmless: [],
    keeps: ['vpn_gateway_id'],
  },
  aws_ec2_transit_gateway: {
    interrupts: ['amazon_side_asn'],
    harmless: [
      'association_default_route_table_id',
      'auto_accept_shared_attachments',
      'default_route_table_association',
      'default_route_table_propagation',
      'description',
      'dns_support',
      'owner_id',
      'propagation_default_route_table_id',
      'security_group_referencing_support',
      'transit_gateway_cidr_blocks',
      // Fewer paths are used at once, none goes away; a rule of its own says so.
      'vpn_ecmp_support',
    ],
    keeps: ['id'],
  },
  aws_ec2_transit_gateway_route_table: {
    onlyCarries: true,
    interrupts: [],
    harmless: ['default_association_route_table', 'default_propagation_route_table'],
    keeps: ['id', 'transit_gateway_id'],
  },
  aws_ec2_transit_gateway_route_table_association: {
    onlyCarries: true,
    interrupts: ['transit_gateway_attachment_id', 'transit_gateway_route_table_id'],
    harmless: ['resource_id', 'resource_type', 'replace_existing_association'],
    keeps: ['transit_gateway_attachment_id', 'transit_gateway_route_table_id'],
  },
  aws_ec2_transit_gateway_route_table_propagation: {
    onlyCarries: true,
    interrupts: ['transit_gateway_attachment_id', 'transit_gateway_route_table_id'],
    harmless: ['resource_id', 'resource_type'],
    keeps: ['transit_gateway_attachment_id', 'transit_gateway_route_table_id'],
  },
  aws_ec2_transit_gateway_vpc_attachment: {
    onlyCarries: true,
    interrupts: [],
    harmless: [
      'appliance_mode_support',
      'dns_support',
      'ipv6_support',
      'security_group_referencing_support',
      // A zone without a subnet loses the link; a rule of its own says so.
      'subnet_ids',
      'transit_gateway_default_route_table_association',
      'transit_gateway_default_route_table_propagation',
      'vpc_owner_id',
    ],
    keeps: ['id', 'transit_gateway_id'],
  },
  azurerm_virtual_network_gateway: {
    interrupts: ['active_active', 'bgp_enabled', 'bgp_settings', 'ip_configuration', 'sku'],
    harmless: [
      'bgp_route_translation_for_nat_enabled',
      'custom_route',
      'dns_forwarding_enabled',
      'maximum_scale_unit',
      'minimum_scale_unit',
      'policy_group',
      'remote_vnet_traffic_enabled',
      'virtual_wan_traffic_enabled',
      'vpn_client_configuration',
    ],
    keeps: ['id', 'type', 'ip_configuration'],
  },
  azurerm_public_ip: {
    interrupts: [],
    harmless: [
      'ddos_protection_mode',
      'ddos_protection_plan_id',
      'domain_name_label',
      'fqdn',
      'idle_timeout_in_minutes',
      'reverse_fqdn',
    ],
    keeps: ['id', 'ip_address'],
  },
  azurerm_local_network_gateway: {
    interrupts: ['address_space', 'bgp_settings', 'gateway_address', 'gateway_fqdn'],
    harmless: [],
    keeps: ['id', 'gateway_address', 'bgp_settings'],
  },
  azurerm_virtual_network_gateway_connection: {
    interrupts: [
      'bgp_enabled',
      'connection_mode',
      'connection_protocol',
      'custom_bgp_addresses',
      'dpd_timeout_seconds',
      'egress_nat_rule_ids',
      'ingress_nat_rule_ids',
      'ipsec_policy',
      'local_azure_ip_address_enabled',
      'local_network_gateway_id',
      'shared_key',
      'traffic_selector_policy',
      'use_policy_based_traffic_selectors',
      'virtual_network_gateway_id',
    ],
    harmless: ['authorization_key', 'routing_weight', 'private_link_fast_path_enabled'],
    keeps: ['id', 'type', 'virtual_network_gateway_id', 'local_network_gateway_id'],
  },
  azurerm_subnet: {
    interrupts: ['address_prefixes', 'delegation', 'route_table_id', 'network_security_group_id'],
    harmless: [
      'default_outbound_access_enabled',
      'private_endpoint_network_policies',
      'private_link_service_network_policies_enabled',
      'service_endpoint',
      'service_endpoint_policy_ids',
      'sharing_scope',
      'ip_address_pool',
    ],
    keeps: ['id', 'name'],
  },
};

export type Impact = 'none' | 'create' | 'update' | 'interrupt' | 'destroy' | 'unknown';

/** What is remembered of a row about a part of the link. */
export interface LinkPart {
  readonly address: string;
  readonly module: string;
  readonly type: string;
  readonly name: string;
  readonly index: string | number | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly impact: Impact;
  /** Only for an AWS connection whose tunnels are changed one by one: what each gets. */
  readonly tunnels: Readonly<Record<1 | 2, Impact>> | null;
  /** Only for an Azure gateway of which single instances are changed: the names of their ip_configurations. */
  readonly instances: readonly string[] | null;
}

const RANK: readonly Impact[] = ['none', 'create', 'update', 'unknown', 'interrupt', 'destroy'];

/** The graver of two impacts. */
export function graver(left: Impact, right: Impact): Impact {
  return RANK.indexOf(left) >= RANK.indexOf(right) ? left : right;
}

/** The impact of the changed arguments of an updated part, as a whole and by tunnel. */
export function updateImpact(
  row: Row,
  spec: PartSpec,
): { readonly whole: Impact; readonly tunnels: Readonly<Record<1 | 2, Impact>> } {
  let whole: Impact = 'none';
  const tunnels: Record<1 | 2, Impact> = { 1: 'none', 2: 'none' };
  for (const argument of changedArguments(row)) {
    const match = spec.tunnelInterrupts === undefined ? null : /^tunnel([12])_(.+)$/.exec(argument);
    if (match === null) {
      whole = graver(whole, argumentImpact(argument, spec.interrupts, spec.harmless));
      continue;
    }
    const number = match[1] === '1' ? 1 : 2;
    const impact = argumentImpact(match[2] ?? '', spec.tunnelInterrupts ?? [], spec.tunnelHarmless ?? []);
    tunnels[number] = graver(tunnels[number], impact);
  }
  return { whole, tunnels };
}

function argumentImpact(
  argument: string,
  interrupts: readonly string[],
  harmless: readonly string[],
): Impact {
  if (interrupts.includes(argument)) return 'interrupt';
  return harmless.includes(argument) || EVERYWHERE.includes(argument) ? 'update' : 'unknown';
}
