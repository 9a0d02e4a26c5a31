import type { ApplyRule, Diagnostic, FillContext, ObjectValue } from '../../engine/types.ts';
import { contains, formatPrefix, overlaps, parseIpv4, parsePrefix } from '../../tables/addresses.ts';
import { blocks, byId, isGiven, numberOf, text, texts } from '../../tables/values.ts';
import { describe, inExistingGroup, providerRefuses, putFailed, refersTo } from './azure-api.ts';
import { others } from './aws-api.ts';

/** Azure reads prefixes strictly where the provider does not look at them. */
function badPrefixes(target: string, prefixes: readonly string[]): Diagnostic[] {
  return prefixes.flatMap((text_) => {
    const prefix = parsePrefix(text_);
    if (!prefix)
      return [
        putFailed(
          target,
          400,
          'InvalidCIDRNotation',
          `The address prefix ${text_} in resource has an invalid CIDR notation.`,
        ),
      ];
    const network = formatPrefix(prefix);
    if (network === text_.toLowerCase()) return [];
    const message = `The address prefix ${text_} in resource has an invalid CIDR notation. For the given prefix length, the address prefix should be ${network}.`;
    return [putFailed(target, 400, 'InvalidCIDRNotation', message)];
  });
}

const clash = (a: string, b: string) => {
  const [one, two] = [parsePrefix(a), parsePrefix(b)];
  return one !== undefined && two !== undefined && overlaps(one, two);
};

const networkSpace: ApplyRule = (context) => {
  const target = describe(context, 'Virtual Network');
  const space = texts(context.planned, 'address_space');
  const bad = badPrefixes(target, space);
  if (bad.length > 0) return bad;
  const pair = space.flatMap((a, index) =>
    space.slice(index + 1).flatMap((b) => (clash(a, b) ? [[a, b]] : [])),
  )[0];
  if (!pair) return [];
  const message = `Address prefixes ${pair.join(' and ')} of virtual network ${text(context.planned, 'name') ?? ''} overlap.`;
  return [putFailed(target, 400, 'NetcfgInvalidVirtualNetworkSite', message)];
};

const SUBNET_LABEL = ['Virtual Network', 'virtual_network_name'] as const;
const subnetTarget = (context: FillContext) => describe(context, 'Subnet', SUBNET_LABEL);
const sameText = (a: unknown, b: unknown) =>
  typeof a === 'string' && typeof b === 'string' && a.toLowerCase() === b.toLowerCase();

/** The virtual network that a subnet names. */
function networkOf(context: FillContext, subnet: ObjectValue): ObjectValue | undefined {
  return context.objects
    .list('azurerm_virtual_network')
    .find(
      ({ attributes }) =>
        sameText(attributes['name'], subnet['virtual_network_name']) &&
        sameText(attributes['resource_group_name'], subnet['resource_group_name']),
    )?.attributes;
}

const subnetNetwork: ApplyRule = (context) => {
  if (networkOf(context, context.planned)) return [];
  const name = text(context.planned, 'virtual_network_name') ?? '';
  const group = text(context.planned, 'resource_group_name') ?? '';
  const message = `The Resource 'Microsoft.Network/virtualNetworks/${name}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`;
  return [putFailed(subnetTarget(context), 404, 'ResourceNotFound', message)];
};

const subnetRange: ApplyRule = (context) => {
  const { planned } = context;
  const network = networkOf(context, planned);
  if (!network) return [];
  const prefixes = texts(planned, 'address_prefixes');
  const bad = badPrefixes(subnetTarget(context), prefixes);
  if (bad.length > 0) return bad;
  const refuse = (code: string, why: string) => [
    putFailed(
      subnetTarget(context),
      400,
      code,
      `Subnet '${text(planned, 'name') ?? ''}' is not valid because its IP address range ${why} virtual network '${text(network, 'name') ?? ''}'.`,
    ),
  ];
  const space = texts(network, 'address_space').flatMap((range) => parsePrefix(range) ?? []);
  const outside = prefixes.some((range) => {
    const prefix = parsePrefix(range);
    return prefix !== undefined && !space.some((outer) => contains(outer, prefix));
  });
  if (outside) return refuse('NetcfgSubnetRangeOutsideVnet', 'is outside the IP address range of');
  const siblings = siblingPrefixes(context, network);
  const overlap = prefixes.some((a) => siblings.some((b) => clash(a, b)));
  return overlap ? refuse('NetcfgSubnetRangesOverlap', 'overlaps with that of an existing subnet in') : [];
};

/** The prefixes of the other subnets of a network, standing alone or inline. */
function siblingPrefixes(context: FillContext, network: ObjectValue): readonly string[] {
  const alone = others(context).filter((other) => networkOf(context, other) === network);
  const inline = blocks(network, 'subnet').filter(
    (other) => !sameText(other['name'], context.planned['name']),
  );
  return [...alone, ...inline].flatMap((other) => texts(other, 'address_prefixes'));
}

/** Smallest subnets of the services that bring their own name (Microsoft Learn, subnet requirements per service). */
const NAMED_SUBNETS: Readonly<Record<string, number>> = {
  gatewaysubnet: 29,
  routeserversubnet: 27,
  azurebastionsubnet: 26,
  azurefirewallsubnet: 26,
};
const namedSubnetSize: ApplyRule = (context) => {
  const name = text(context.planned, 'name') ?? '';
  const longest = NAMED_SUBNETS[name.toLowerCase()];
  const small = texts(context.planned, 'address_prefixes').find((text_) => {
    const prefix = parsePrefix(text_);
    return longest !== undefined && prefix?.version === 4 && prefix.length > longest;
  });
  if (small === undefined) return [];
  const message = `Subnet '${name}' with address prefix ${small} is too small. The smallest allowed prefix length is /${longest ?? 29}.`;
  return [putFailed(subnetTarget(context), 400, 'SubnetPrefixLengthNotAllowed', message)];
};

/** A standard public address is static; the provider checks it before it calls. */
const staticAddress: ApplyRule = (context) =>
  context.planned['allocation_method'] === 'Dynamic' && context.planned['sku'] !== 'Basic'
    ? [
        providerRefuses(
          '`allocation_method` must be set to `Static` when `sku` is set to `Standard` or `StandardV2`',
        ),
      ]
    : [];

const RULE_LABEL = ['Network Security Group', 'network_security_group_name'] as const;
const rulePriority: ApplyRule = (context) => {
  const { planned } = context;
  const twin = others(context).find(
    (other) =>
      sameText(other['network_security_group_name'], planned['network_security_group_name']) &&
      sameText(other['resource_group_name'], planned['resource_group_name']) &&
      numberOf(other['priority']) === numberOf(planned['priority']) &&
      other['direction'] === planned['direction'],
  );
  if (!twin) return [];
  const message = `Security rule ${text(planned, 'name') ?? ''} conflicts with rule ${text(twin, 'name') ?? ''}. Rules cannot have the same Priority and Direction.`;
  return [putFailed(describe(context, 'Security Rule', RULE_LABEL), 400, 'SecurityRuleConflict', message)];
};
const ruleGroup: ApplyRule = (context) => {
  const name = text(context.planned, 'network_security_group_name') ?? '';
  const found = context.objects
    .list('azurerm_network_security_group')
    .some(
      ({ attributes }) =>
        sameText(attributes['name'], name) &&
        sameText(attributes['resource_group_name'], context.planned['resource_group_name']),
    );
  if (found) return [];
  const message = `The Resource 'Microsoft.Network/networkSecurityGroups/${name}' under resource group '${text(context.planned, 'resource_group_name') ?? ''}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`;
  return [putFailed(describe(context, 'Security Rule', RULE_LABEL), 404, 'ResourceNotFound', message)];
};

const staticInSubnet: ApplyRule = (context) =>
  blocks(context.planned, 'ip_configuration').flatMap((block) => {
    const given = text(block, 'private_ip_address');
    const address = given === undefined ? undefined : parseIpv4(given);
    if (block['private_ip_address_allocation'] !== 'Static' || given === undefined || address === undefined)
      return [];
    const prefixes = texts(
      byId(context.objects, 'azurerm_subnet', text(block, 'subnet_id')),
      'address_prefixes',
    );
    const inside =
      prefixes.length === 0 ||
      prefixes.some((text_) => {
        const range = parsePrefix(text_);
        return range !== undefined && contains(range, { version: 4, address, network: address, length: 32 });
      });
    if (inside) return [];
    const message = `IP address ${given} does not belong to the range of subnet prefix ${prefixes.join(', ')}.`;
    return [putFailed(describe(context, 'Network Interface'), 400, 'PrivateIPAddressNotInSubnet', message)];
  });

/** A route to an appliance says which. */
const applianceAddress: ApplyRule = (context) =>
  context.planned['next_hop_type'] === 'VirtualAppliance' &&
  !isGiven(context.planned['next_hop_in_ip_address'])
    ? [
        putFailed(
          describe(context, 'Route', ['Route Table', 'route_table_name']),
          400,
          'RouteNextHopIpAddressRequired',
          `Route ${text(context.planned, 'name') ?? ''} with next hop type VirtualAppliance must have a next hop IP address.`,
        ),
      ]
    : [];

const configured = (attribute: string) => (context: FillContext) =>
  blocks(context.planned, 'ip_configuration').flatMap((block) => text(block, attribute) ?? []);

/** Refusals at apply time for the virtual network. */
export const azureNetworkApplyRules: Readonly<Record<string, readonly ApplyRule[]>> = {
  azurerm_virtual_network: [inExistingGroup('Virtual Network'), networkSpace],
  azurerm_subnet: [inExistingGroup('Subnet', SUBNET_LABEL), subnetNetwork, subnetRange, namedSubnetSize],
  azurerm_public_ip: [inExistingGroup('Public I P Address'), staticAddress],
  azurerm_network_security_group: [inExistingGroup('Network Security Group')],
  azurerm_network_security_rule: [ruleGroup, rulePriority],
  azurerm_route_table: [inExistingGroup('Route Table')],
  azurerm_route: [inExistingGroup('Route', ['Route Table', 'route_table_name']), applianceAddress],
  azurerm_nat_gateway: [inExistingGroup('Nat Gateway')],
  azurerm_network_interface: [
    inExistingGroup('Network Interface'),
    refersTo('Network Interface', 'azurerm_subnet', configured('subnet_id')),
    refersTo('Network Interface', 'azurerm_public_ip', configured('public_ip_address_id')),
    staticInSubnet,
  ],
  azurerm_virtual_network_peering: [
    inExistingGroup('Virtual Network Peering', SUBNET_LABEL),
    refersTo('Virtual Network Peering', 'azurerm_virtual_network', (context) => [
      text(context.planned, 'remote_virtual_network_id') ?? '',
    ]),
  ],
  azurerm_user_assigned_identity: [inExistingGroup('User Assigned Identity')],
  azurerm_log_analytics_workspace: [inExistingGroup('Workspace')],
  azurerm_storage_account: [inExistingGroup('Storage Account')],
};
