import { isObject } from '../../terraform/plan-json.ts';
import type { ResourceReader } from './terraform-aws.ts';
import {
  attributeOf,
  lengthOf,
  sayUnknown,
  take,
  takeEach,
  type TerraformObject,
  type TerraformReading,
  textOf,
  valueAt,
} from './terraform-object.ts';

/** A Route Server has this number and no other; the VPN gateway has it where none is set. */
export const AZURE_DEFAULT_ASN = '65515';

const azureName = (object: TerraformObject): string => textOf(object, ['name']) ?? object.address;

/** Azure's names do not tell upper from lower case. Undefined when a part is known only after apply. */
function vnetKey(object: TerraformObject, nameAttribute: string): string | undefined {
  const group = textOf(object, ['resource_group_name']);
  const name = textOf(object, [nameAttribute]);
  return group === undefined || name === undefined ? undefined : `${group}/${name}`.toLowerCase();
}

const virtualNetwork: ResourceReader = {
  attributes: ['name', 'resource_group_name', 'address_space', 'subnet'],
  read: (object, reading) => {
    const origin = reading.originOf(object);
    const network = vnetKey(object, 'name') ?? object.address;
    takeEach(reading, object, ['address_space'], 'vnet', (text) =>
      reading.facts.range('vnet', text, azureName(object), origin, network),
    );
    // Written inside the network, or by the provider as the mirror of the subnets that are resources of their own.
    for (let index = 0; index < lengthOf(object, ['subnet']); index += 1) {
      const name = textOf(object, ['subnet', index, 'name']) ?? '';
      takeEach(reading, object, ['subnet', index, 'address_prefixes'], 'azure-subnet', (text) =>
        reading.facts.range('azure-subnet', text, name, origin, network),
      );
    }
  },
};

const subnet: ResourceReader = {
  attributes: ['name', 'resource_group_name', 'virtual_network_name', 'address_prefixes'],
  read: (object, reading) => {
    const network = vnetKey(object, 'virtual_network_name');
    if (network === undefined) {
      sayUnknown(reading, object, ['virtual_network_name'], 'azure-subnet', 'is known only after apply');
    }
    takeEach(reading, object, ['address_prefixes'], 'azure-subnet', (text) =>
      reading.facts.range('azure-subnet', text, azureName(object), reading.originOf(object), network ?? ''),
    );
  },
};

const gateway: ResourceReader = {
  attributes: ['name', 'type', 'bgp_enabled', 'bgp_settings'],
  read: (object, reading) => {
    // ExpressRoute gateways have the fixed number of their own.
    if (textOf(object, ['type']) === 'ExpressRoute') return;
    readGatewayAsn(object, reading);
    const origin = reading.originOf(object);
    const blocks = ['bgp_settings', 0, 'peering_addresses'] as const;
    for (let index = 0; index < lengthOf(object, blocks); index += 1) {
      const instance = textOf(object, [...blocks, index, 'ip_configuration_name']) ?? `instance ${index}`;
      takeEach(reading, object, [...blocks, index, 'apipa_addresses'], 'tunnel-inside', (text) =>
        reading.facts.tunnelAddress('own', 'azure', text, `${azureName(object)} ${instance}`, origin),
      );
    }
  },
};

const GATEWAY_ASN = ['bgp_settings', 0, 'asn'] as const;

function readGatewayAsn(object: TerraformObject, reading: TerraformReading): void {
  const name = azureName(object);
  const origin = reading.originOf(object);
  const isUnset = reading.isConfigured(object, ['bgp_settings', 'asn']) === false;
  if (isUnset && attributeOf(object, GATEWAY_ASN).state === 'unknown') {
    reading.facts.asn('azure-gateway', AZURE_DEFAULT_ASN, name, {
      ...origin,
      kind: 'default',
      source: 'Azure VPN gateway default',
    });
    return;
  }
  take(reading, object, GATEWAY_ASN, 'azure-gateway', (text) =>
    reading.facts.asn('azure-gateway', text, name, origin),
  );
}

const localGateway: ResourceReader = {
  attributes: ['name', 'bgp_settings'],
  read: (object, reading) => {
    const origin = reading.originOf(object);
    const name = azureName(object);
    take(reading, object, ['bgp_settings', 0, 'asn'], 'local-network-gateway', (text) =>
      reading.facts.asn('local-network-gateway', text, name, origin),
    );
    take(reading, object, ['bgp_settings', 0, 'bgp_peering_address'], 'tunnel-inside', (text) => {
      // Over a private link, BGP peers by ordinary addresses.
      if (text.startsWith('169.254.')) reading.facts.tunnelAddress('peer', 'aws', text, name, origin);
    });
  },
};

const connection: ResourceReader = {
  attributes: ['name', 'custom_bgp_addresses'],
  read: (object, reading) => {
    for (const which of ['primary', 'secondary']) {
      take(reading, object, ['custom_bgp_addresses', 0, which], 'tunnel-inside', (text) =>
        reading.facts.tunnelAddress(
          'use',
          'azure',
          text,
          `${azureName(object)} ${which}`,
          reading.originOf(object),
        ),
      );
    }
  },
};

const routeServer: ResourceReader = {
  attributes: ['name', 'virtual_router_asn'],
  read: (object, reading) => {
    const asn = textOf(object, ['virtual_router_asn']) ?? AZURE_DEFAULT_ASN;
    reading.facts.asn('route-server', asn, azureName(object), reading.originOf(object));
    reading.facts.mode('bgp', reading.originOf(object));
  },
};

const routeServerPeer: ResourceReader = {
  attributes: ['name', 'peer_asn'],
  read: (object, reading) => {
    take(reading, object, ['peer_asn'], 'cilium', (text) =>
      reading.facts.asn('cilium', text, azureName(object), reading.originOf(object)),
    );
  },
};

const VNET_TYPE = /^Microsoft\.Network\/virtualNetworks@/i;
const SUBNET_TYPE = /^Microsoft\.Network\/virtualNetworks\/subnets@/i;
const VNET_ID =
  /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Network\/virtualNetworks\/([^/]+)$/i;
const GROUP_ID = /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)$/i;

/** `azapi_resource` holds the body of Azure's own API: an object since azapi 2, JSON text before. */
const azapi: ResourceReader = {
  attributes: ['type', 'name', 'parent_id', 'body'],
  read: (given, reading) => {
    const type = textOf(given, ['type']) ?? '';
    if (!VNET_TYPE.test(type) && !SUBNET_TYPE.test(type)) return;
    const object = withParsedBody(given);
    const parent = textOf(object, ['parent_id']) ?? '';
    if (VNET_TYPE.test(type)) readVnetBody(object, reading, GROUP_ID.exec(parent)?.[1]);
    else readSubnetBody(object, reading, VNET_ID.exec(parent));
  },
};

function withParsedBody(object: TerraformObject): TerraformObject {
  const body = object.values['body'];
  if (typeof body !== 'string') return object;
  try {
    const parsed: unknown = JSON.parse(body);
    return { ...object, values: { ...object.values, body: parsed } };
  } catch {
    return { ...object, unknown: { body: true } };
  }
}

function readVnetBody(object: TerraformObject, reading: TerraformReading, group: string | undefined): void {
  const origin = reading.originOf(object);
  const network = group === undefined ? object.address : `${group}/${azureName(object)}`.toLowerCase();
  takeEach(reading, object, ['body', 'properties', 'addressSpace', 'addressPrefixes'], 'vnet', (text) =>
    reading.facts.range('vnet', text, azureName(object), origin, network),
  );
  const subnets = ['body', 'properties', 'subnets'] as const;
  for (let index = 0; index < lengthOf(object, subnets); index += 1) {
    const name = textOf(object, [...subnets, index, 'name']) ?? '';
    takePrefixes(object, reading, [...subnets, index, 'properties'], name, network);
  }
}

function readSubnetBody(
  object: TerraformObject,
  reading: TerraformReading,
  parent: RegExpExecArray | null,
): void {
  if (parent === null)
    sayUnknown(reading, object, ['parent_id'], 'azure-subnet', 'is known only after apply');
  const network = parent === null ? '' : `${parent[1]}/${parent[2]}`.toLowerCase();
  takePrefixes(object, reading, ['body', 'properties'], azureName(object), network);
}

/** A subnet has one prefix in `addressPrefix` or several in `addressPrefixes`. */
function takePrefixes(
  object: TerraformObject,
  reading: TerraformReading,
  path: readonly (string | number)[],
  name: string,
  network: string,
): void {
  const add = (text: string): void =>
    reading.facts.range('azure-subnet', text, name, reading.originOf(object), network);
  const properties = valueAt(object.values, path);
  const hasList = isObject(properties) && Array.isArray(properties['addressPrefixes']);
  if (hasList) takeEach(reading, object, [...path, 'addressPrefixes'], 'azure-subnet', add);
  else take(reading, object, [...path, 'addressPrefix'], 'azure-subnet', add);
}

/** Resources of the providers hashicorp/azurerm and azure/azapi that hold addresses or AS numbers. */
export const AZURE_READERS: Readonly<Record<string, ResourceReader>> = {
  azurerm_virtual_network: virtualNetwork,
  azurerm_subnet: subnet,
  azurerm_virtual_network_gateway: gateway,
  azurerm_local_network_gateway: localGateway,
  azurerm_virtual_network_gateway_connection: connection,
  azurerm_route_server: routeServer,
  azurerm_route_server_bgp_connection: routeServerPeer,
  azapi_resource: azapi,
};
