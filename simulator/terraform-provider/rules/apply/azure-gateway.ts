import type { ApplyRule, FillContext, ObjectValue } from '../../engine/types.ts';
import { parseAddress } from '../../tables/addresses.ts';
import { blocks, byId, isGiven, text, texts } from '../../tables/values.ts';
import {
  EXPRESS_ROUTE_SKUS,
  GENERATION1_SKUS,
  GENERATION2_SKUS,
  POLICY_BASED_SKUS,
} from '../azure-gateway.ts';
import { describe, idExists, inExistingGroup, providerRefuses, putFailed, refersTo } from './azure-api.ts';
import { others } from './aws-api.ts';

const GATEWAY = 'Virtual Network Gateway';
const configurations = (gateway: ObjectValue) => blocks(gateway, 'ip_configuration');
const peerings = (gateway: ObjectValue) =>
  blocks(gateway, 'bgp_settings').flatMap((block) => blocks(block, 'peering_addresses'));
const configured = (attribute: string) => (context: FillContext) =>
  configurations(context.planned).flatMap((block) => text(block, attribute) ?? []);
const refuse = (context: FillContext, code: string, message: string) => [
  putFailed(describe(context, GATEWAY), 400, code, message),
];

/** The provider matches SKU, type and generation when it creates the gateway. */
const skuOfKind: ApplyRule = ({ planned }) => {
  const sku = text(planned, 'sku') ?? '';
  const allowed = allowedSkus(planned);
  if (allowed === undefined || allowed.includes(sku)) return [];
  return [
    providerRefuses(
      `expected sku to be one of [${allowed.map((name) => `"${name}"`).join(' ')}], got ${sku}`,
    ),
  ];
};
function allowedSkus(planned: ObjectValue): readonly string[] | undefined {
  if (planned['type'] === 'ExpressRoute') return EXPRESS_ROUTE_SKUS;
  if (planned['vpn_type'] === 'PolicyBased') return POLICY_BASED_SKUS;
  if (planned['generation'] === 'Generation1') return GENERATION1_SKUS;
  return planned['generation'] === 'Generation2' ? GENERATION2_SKUS : undefined;
}

/** Since 2025 only SKUs with availability zones can be made. */
const zoneSkus: ApplyRule = (context) =>
  context.planned['type'] === 'Vpn' && /^VpnGw\d$/.test(text(context.planned, 'sku') ?? '')
    ? refuse(
        context,
        'NonAzSkusNotAllowedForVPNGateway',
        'VpnGw1-5 non-AZ SKUs are no longer supported for new VPN gateways. Please create the gateway with a VpnGw1-5AZ SKU.',
      )
    : [];

/** Gateways of a zone SKU want public addresses with zones. */
const zonedAddresses: ApplyRule = (context) => {
  if (!(text(context.planned, 'sku') ?? '').endsWith('AZ') || context.planned['type'] !== 'Vpn') return [];
  const bare = configured('public_ip_address_id')(context)
    .map((id) => byId(context.objects, 'azurerm_public_ip', id))
    .find((address) => address !== undefined && !isGiven(address['zones']));
  if (bare === undefined) return [];
  return refuse(
    context,
    'VmssVpnGatewayPublicIpsMustHaveZonesConfigured',
    'Standard Public IPs associated with VPN gateways with AZ VPN SKUs must have zones configured.',
  );
};

const basicLimits: ApplyRule = (context) => {
  if (context.planned['sku'] !== 'Basic') return [];
  if (context.planned['bgp_enabled'] === true)
    return refuse(
      context,
      'BgpNotSupportedOnBasicSku',
      'BGP is not supported on virtual network gateways of SKU Basic.',
    );
  if (context.planned['active_active'] === true)
    return refuse(
      context,
      'ActiveActiveNotSupportedOnBasicSku',
      'Active-active is not supported on virtual network gateways of SKU Basic.',
    );
  return [];
};

const twoConfigurations: ApplyRule = (context) => {
  const count = configurations(context.planned).length;
  if (context.planned['active_active'] === true && count < 2) {
    return refuse(
      context,
      'ActiveActiveGatewayMustHaveTwoIpConfigurations',
      `Active-active gateway ${text(context.planned, 'name') ?? ''} must have at least two IP configurations; it has ${count}.`,
    );
  }
  return [];
};

const peeringNames: ApplyRule = (context) => {
  const names = configurations(context.planned).map((block) => text(block, 'name') ?? 'vnetGatewayConfig');
  const given = peerings(context.planned);
  for (const block of given) {
    const name = text(block, 'ip_configuration_name');
    if (name === undefined && names.length > 1) {
      return [
        providerRefuses(
          '`ip_configuration_name` has to be set in current `peering_addresses` block in case there are multiple `ip_configuration` blocks',
        ),
      ];
    }
    if (name !== undefined && names.length === 1 && name !== names[0]) {
      return [
        providerRefuses(
          '`ip_configuration.0.name` is not the same as `bgp_settings.0.peering_addresses.*.ip_configuration_name`',
        ),
      ];
    }
    if (name !== undefined && !names.includes(name)) {
      return refuse(
        context,
        'InvalidResourceReference',
        `IP configuration ${name} referenced by the BGP settings was not found on the gateway.`,
      );
    }
  }
  const expected = context.planned['active_active'] === true ? 2 : 1;
  if (given.length > 0 && given.length !== expected) {
    return refuse(
      context,
      'BgpPeeringAddressesCountNotCorrect',
      `The number of BGP peering addresses (${given.length}) must be the same as the number of IP configurations (${expected}).`,
    );
  }
  return [];
};

const apipaTwice: ApplyRule = (context) => {
  const all = peerings(context.planned).flatMap((block) => texts(block, 'apipa_addresses'));
  const twice = all.find((address, index) => all.indexOf(address) !== index);
  if (twice === undefined) return [];
  return refuse(
    context,
    'DuplicateCustomBgpIpAddress',
    `Custom BGP IP address ${twice} is used more than once on the gateway.`,
  );
};

const oneGateway: ApplyRule = (context) => {
  const subnets = configured('subnet_id')(context).map((id) => id.toLowerCase());
  const other = others(context).find(
    (gateway) =>
      gateway['type'] === context.planned['type'] &&
      configurations(gateway).some((block) =>
        subnets.includes((text(block, 'subnet_id') ?? '').toLowerCase()),
      ),
  );
  if (!other) return [];
  return refuse(
    context,
    'OnlyOneGatewayOfTypeAllowedPerVnet',
    `Virtual network already has a gateway of type ${text(context.planned, 'type') ?? ''}: ${text(other, 'name') ?? ''}.`,
  );
};

/** A public address serves one gateway configuration. */
const addressTwice: ApplyRule = (context) => {
  const own = configured('public_ip_address_id')(context).map((id) => id.toLowerCase());
  const taken = others(context).flatMap((gateway) =>
    configurations(gateway).flatMap((block) => text(block, 'public_ip_address_id')?.toLowerCase() ?? []),
  );
  const clash = own.find((id, index) => taken.includes(id) || own.indexOf(id) !== index);
  if (clash === undefined) return [];
  return refuse(
    context,
    'PublicIPAddressInUse',
    `Resource ${clash} is already in use by another gateway IP configuration.`,
  );
};

const CONNECTION = 'Connection';
const connectionKind: ApplyRule = ({ planned }) => {
  const needs = (type: string, attribute: string) =>
    planned['type'] === type && !isGiven(planned[attribute])
      ? [providerRefuses(`\`${attribute}\` must be specified when \`type\` is set to \`${type}\``)]
      : [];
  const custom = isGiven(planned['custom_bgp_addresses']) && planned['type'] !== 'IPsec';
  return [
    ...needs('ExpressRoute', 'express_route_circuit_id'),
    ...needs('IPsec', 'local_network_gateway_id'),
    ...needs('Vnet2Vnet', 'peer_virtual_network_gateway_id'),
    ...(custom
      ? [providerRefuses('`custom_bgp_addresses` can only be used when `type` is set to `IPsec`')]
      : []),
  ];
};

/** The addresses a connection names must be among the gateway's own; which is checked as the provider checks it. */
const customAddresses: ApplyRule = (context) => {
  const [custom] = blocks(context.planned, 'custom_bgp_addresses');
  const gateway = byId(
    context.objects,
    'azurerm_virtual_network_gateway',
    text(context.planned, 'virtual_network_gateway_id'),
  );
  if (!custom || !gateway) return [];
  if (gateway['active_active'] !== true) {
    return [
      providerRefuses(
        '`custom_bgp_addresses` can only be used when `azurerm_virtual_network_gateway` `active_active` is set enabled`',
      ),
    ];
  }
  const known = peerings(gateway).flatMap((block) => texts(block, 'apipa_addresses'));
  const wanted = [text(custom, 'primary'), text(custom, 'secondary')].filter(
    (address) => address !== undefined,
  );
  if (wanted.every((address) => known.includes(address))) return [];
  return [
    providerRefuses(
      'primary or secondary address not found at `virtual_network_gateway` configuration `bgp_settings` `peering_addresses`',
    ),
  ];
};

const connectionEnds: ApplyRule = (context) => {
  const gateway = text(context.planned, 'virtual_network_gateway_id') ?? '';
  if (!idExists(context, 'azurerm_virtual_network_gateway', gateway)) {
    return [
      providerRefuses(
        `retrieving ${GATEWAY} (${gateway}): unexpected status 404 (404 Not Found) with error: ResourceNotFound: The Resource '${gateway}' was not found.`,
      ),
    ];
  }
  return [];
};

const peerAddress: ApplyRule = (context) => {
  const address = text(context.planned, 'gateway_address');
  if (address === undefined || parseAddress(address) !== undefined) return [];
  return [
    putFailed(
      describe(context, 'Local Network Gateway'),
      400,
      'InvalidIPAddress',
      `The IP address ${address} is not valid.`,
    ),
  ];
};

/** Refusals at apply time for gateways and connections. */
export const azureGatewayApplyRules: Readonly<Record<string, readonly ApplyRule[]>> = {
  azurerm_virtual_network_gateway: [
    skuOfKind,
    peeringNames,
    inExistingGroup(GATEWAY),
    refersTo(GATEWAY, 'azurerm_subnet', configured('subnet_id')),
    refersTo(GATEWAY, 'azurerm_public_ip', configured('public_ip_address_id')),
    zoneSkus,
    zonedAddresses,
    basicLimits,
    twoConfigurations,
    apipaTwice,
    oneGateway,
    addressTwice,
  ],
  azurerm_virtual_network_gateway_connection: [
    connectionEnds,
    connectionKind,
    customAddresses,
    inExistingGroup(CONNECTION),
    refersTo(CONNECTION, 'azurerm_local_network_gateway', (context) =>
      [context.planned['local_network_gateway_id']].filter((id) => typeof id === 'string'),
    ),
  ],
  azurerm_local_network_gateway: [inExistingGroup('Local Network Gateway'), peerAddress],
};
