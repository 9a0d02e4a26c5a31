/**
 * Azure resource ids as the azurerm provider parses them, with the texts of its errors (go-azure-helpers,
 * resourcemanager/resourceids).
 */
import type { FieldRule } from './table.ts';

/** A kind of id: the provider's name of it, the namespace, and pairs of type and example name. */
export interface IdKind {
  readonly name: string;
  readonly namespace: string;
  readonly types: readonly (readonly [type: string, segment: string, example: string])[];
}

const network = (name: string, ...types: IdKind['types']): IdKind => ({
  name,
  namespace: 'Microsoft.Network',
  types,
});
const sameName = (type: string, segment: string): IdKind['types'][number] => [type, segment, segment];

export const PUBLIC_IP = network('PublicIPAddress', [
  'publicIPAddresses',
  'publicIPAddressesName',
  'publicIPAddressesValue',
]);
export const VIRTUAL_NETWORK = network('VirtualNetwork', [
  'virtualNetworks',
  'virtualNetworkName',
  'virtualNetworksValue',
]);
export const SUBNET = network(
  'Subnet',
  ['virtualNetworks', 'virtualNetworkName', 'virtualNetworksValue'],
  ['subnets', 'subnetName', 'subnetValue'],
);
export const NETWORK_INTERFACE = network('NetworkInterface', [
  'networkInterfaces',
  'networkInterfaceName',
  'networkInterfaceValue',
]);
export const VIRTUAL_NETWORK_GATEWAY = network(
  'VirtualNetworkGateway',
  sameName('virtualNetworkGateways', 'virtualNetworkGatewayName'),
);
export const LOCAL_NETWORK_GATEWAY = network(
  'LocalNetworkGateway',
  sameName('localNetworkGateways', 'localNetworkGatewayName'),
);
export const EXPRESS_ROUTE_CIRCUIT = network(
  'ExpressRouteCircuit',
  sameName('expressRouteCircuits', 'expressRouteCircuitName'),
);
export const VIRTUAL_HUB = network('VirtualHub', sameName('virtualHubs', 'virtualHubName'));
export const SECURITY_GROUP = network(
  'NetworkSecurityGroup',
  sameName('networkSecurityGroups', 'networkSecurityGroupName'),
);
export const ROUTE_TABLE = network('RouteTable', sameName('routeTables', 'routeTableName'));
export const NAT_GATEWAY = network('NatGateway', sameName('natGateways', 'natGatewayName'));
export const KEY_VAULT: IdKind = {
  name: 'KeyVault',
  namespace: 'Microsoft.KeyVault',
  types: [['vaults', 'vaultName', 'vaultValue']],
};
export const USER_ASSIGNED_IDENTITY: IdKind = {
  name: 'UserAssignedIdentity',
  namespace: 'Microsoft.ManagedIdentity',
  types: [['userAssignedIdentities', 'userAssignedIdentityName', 'userAssignedIdentityValue']],
};
export const STORAGE_ACCOUNT: IdKind = {
  name: 'StorageAccount',
  namespace: 'Microsoft.Storage',
  types: [['storageAccounts', 'storageAccountName', 'storageAccountValue']],
};

interface Segment {
  readonly name: string;
  readonly fixed?: string;
  readonly example: string;
  readonly description: string;
}

function segmentsOf(kind: IdKind): readonly Segment[] {
  const literal = (name: string): Segment => ({
    name,
    fixed: name,
    example: name,
    description: `should be the literal value "${name}"`,
  });
  return [
    literal('subscriptions'),
    {
      name: 'subscriptionId',
      example: '12345678-1234-9876-4563-123456789012',
      description: 'should be the UUID of the Azure Subscription',
    },
    literal('resourceGroups'),
    {
      name: 'resourceGroupName',
      example: 'example-resource-group',
      description: 'should be the name of the Resource Group',
    },
    literal('providers'),
    {
      name: 'resourceProvider',
      fixed: kind.namespace,
      example: kind.namespace,
      description: `should be the name of the Resource Provider [for example '${kind.namespace}']`,
    },
    ...kind.types.flatMap(([type, name, example]): Segment[] => [
      literal(type),
      {
        name,
        example,
        description: `should be the user specified value for this ${name.replace(/Name$/, '')} [for example "${example}"]`,
      },
    ]),
  ];
}

/** Why a text is no id of this kind, in the provider's words; undefined for one that is. */
export function idProblem(kind: IdKind, value: string, ignoreCase = false): string | undefined {
  const start = `parsing ${JSON.stringify(value)}: `;
  if (value === '') return `${start}cannot parse an empty string`;
  const segments = segmentsOf(kind);
  const parts = value.replace(/^\//, '').split('/');
  if (parts.length < segments.length) return start + wrongCount(kind, segments, value);
  for (const [index, segment] of segments.entries()) {
    const part = parts[index] ?? '';
    const fits = segment.fixed === undefined ? part !== '' : same(part, segment.fixed, ignoreCase);
    if (!fits) return start + wrongSegment(kind, segments, index, value);
  }
  return parts.length > segments.length
    ? `${start}unexpected segment ${JSON.stringify(parts.slice(segments.length).join('/'))} present at the end of the URI (input ${JSON.stringify(value)})`
    : undefined;
}

function same(a: string, b: string, ignoreCase: boolean): boolean {
  return ignoreCase ? a.toLowerCase() === b.toLowerCase() : a === b;
}

function expected(segments: readonly Segment[]): string {
  return `/${segments.map((segment) => segment.example).join('/')}`;
}

function wrongCount(kind: IdKind, segments: readonly Segment[], value: string): string {
  const described = segments
    .map((segment, index) => `* Segment ${index} - this ${segment.description}`)
    .join('\n');
  const parsed = segments.map((_segment, index) => `* Segment ${index} - not found`).join('\n');
  return `parsing the ${kind.name} ID: the number of segments didn't match

Expected a ${kind.name} ID that matched (containing ${segments.length} segments):

> ${expected(segments)}

However this value was provided (which was parsed into 0 segments):

> ${value}

The following Segments are expected:

${described}

The following Segments were parsed:

${parsed}
`;
}

function wrongSegment(kind: IdKind, segments: readonly Segment[], index: number, value: string): string {
  return `parsing segment "${segments[index]?.name ?? ''}": parsing the ${kind.name} ID: the segment at position ${index} didn't match

Expected a ${kind.name} ID that matched:

> ${expected(segments)}

However this value was provided:

> ${value}

The parsed Resource ID was missing a value for the segment at position ${index}
(which ${segments[index]?.description ?? ''}).

`;
}

/** An id of this kind. */
export const azureId =
  (kind: IdKind): FieldRule =>
  (value) => {
    const problem = idProblem(kind, String(value));
    return problem === undefined ? [] : [problem];
  };

/** The id of a subnet that is named GatewaySubnet, whatever its case. */
export const gatewaySubnet: FieldRule = (value, field) => {
  const problem = idProblem(SUBNET, String(value), true);
  if (problem !== undefined) return [problem];
  const name = String(value).split('/').at(-1) ?? '';
  if (name.toLowerCase() === 'gatewaysubnet') return [];
  return [
    `expected ${field.label} to reference a gateway subnet with name GatewaySubnet but got ${JSON.stringify(name)}`,
  ];
};
