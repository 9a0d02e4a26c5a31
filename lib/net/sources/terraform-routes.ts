import type { RouteRole, RouteTarget } from '../address-facts.ts';
import type { ResourceReader } from './terraform-aws.ts';
import {
  attributeOf,
  type AttributePath,
  lengthOf,
  sayUnknown,
  take,
  type TerraformObject,
  type TerraformReading,
  textOf,
} from './terraform-object.ts';

/** What is said of a route beside its destination. */
interface Way {
  readonly table: string;
  readonly target: RouteTarget;
  readonly via: string;
}

/** Adds the routes to the destination at the path; one that is left to the provider is said to be unknown. */
function addRoute(
  object: TerraformObject,
  reading: TerraformReading,
  path: AttributePath,
  role: RouteRole,
  { table, target, via }: Way,
): void {
  take(reading, object, path, role, (text) => {
    const origin = reading.originOf(object);
    const fixed = { network: '', learnt: false, active: true, announced: null, origin };
    reading.facts.route({ role, text, table, target, via, ...fixed });
  });
}

/** Attributes of `aws_route` and of the blocks in `aws_route_table`, with what they lead to. */
const AWS_TARGETS = [
  ['transit_gateway_id', 'transit-gateway'],
  ['network_interface_id', 'appliance'],
  ['vpc_endpoint_id', 'other'],
  ['nat_gateway_id', 'other'],
  ['vpc_peering_connection_id', 'other'],
  ['carrier_gateway_id', 'other'],
  ['core_network_arn', 'other'],
  ['egress_only_gateway_id', 'other'],
  ['local_gateway_id', 'other'],
] as const;
const AWS_GATEWAY = 'gateway_id';
const LIST = 'destination_prefix_list_id';

/** What is known decides, then what is written: of the rest, the provider says after the apply that there is nothing. */
function awsWay(object: TerraformObject, reading: TerraformReading, at: AttributePath, table: string): Way {
  const gateway = textOf(object, [...at, AWS_GATEWAY]);
  if (gateway === 'local') return { table, target: 'local', via: gateway };
  const known = AWS_TARGETS.find(([name]) => attributeOf(object, [...at, name]).state === 'known');
  // In a block a mark may be of the provider's own making: what is not told there counts as written.
  const isWritten = (name: string): boolean =>
    at.length > 0 || reading.isConfigured(object, [name]) !== false;
  const unborn = AWS_TARGETS.find(
    ([name]) => attributeOf(object, [...at, name]).state === 'unknown' && isWritten(name),
  );
  const found = known ?? (gateway === undefined ? unborn : undefined);
  if (found !== undefined) {
    const [name, target] = found;
    return { table, target, via: textOf(object, [...at, name]) ?? '' };
  }
  return { table, target: gateway?.startsWith('vgw-') === true ? 'vpn' : 'other', via: gateway ?? '' };
}

/** A list of prefixes to the transit gateway may hold anything. */
function sayListUnknown(
  object: TerraformObject,
  reading: TerraformReading,
  path: AttributePath,
  { target }: Way,
): void {
  if (target !== 'transit-gateway' || attributeOf(object, path).state !== 'known') return;
  sayUnknown(reading, object, path, 'vpc-route', 'is a prefix list, whose ranges it does not tell');
}

const vpcRoute: ResourceReader = {
  attributes: [
    'route_table_id',
    'destination_cidr_block',
    LIST,
    AWS_GATEWAY,
    ...AWS_TARGETS.map(([name]) => name),
  ],
  read: (object, reading) => {
    const table = textOf(object, ['route_table_id']) ?? object.address;
    const way = awsWay(object, reading, [], table);
    addRoute(object, reading, ['destination_cidr_block'], 'vpc-route', way);
    sayListUnknown(object, reading, [LIST], way);
  },
};

const vpcRouteTable: ResourceReader = {
  attributes: ['id', 'route', 'tags'],
  read: (object, reading) => {
    const table = textOf(object, ['tags', 'Name']) ?? textOf(object, ['id']) ?? object.address;
    for (let index = 0; index < lengthOf(object, ['route']); index += 1) {
      const at = ['route', index];
      const way = awsWay(object, reading, at, table);
      addRoute(object, reading, [...at, 'cidr_block'], 'vpc-route', way);
      sayListUnknown(object, reading, [...at, LIST], way);
    }
  },
};

const ATTACHMENT = 'transit_gateway_attachment_id';

const transitGatewayRoute: ResourceReader = {
  attributes: ['destination_cidr_block', 'transit_gateway_route_table_id', ATTACHMENT, 'blackhole'],
  read: (object, reading) => {
    const refersTo = (type: string): boolean => reading.referencesOf(object, ATTACHMENT, type).length > 0;
    const target =
      object.values['blackhole'] === true
        ? 'nowhere'
        : refersTo('aws_vpn_connection')
          ? 'vpn'
          : refersTo('aws_ec2_transit_gateway_vpc_attachment')
            ? 'vpc'
            : 'other';
    addRoute(object, reading, ['destination_cidr_block'], 'tgw-route', {
      table: textOf(object, ['transit_gateway_route_table_id']) ?? object.address,
      target,
      via: textOf(object, [ATTACHMENT]) ?? '',
    });
  },
};

/** Where Azure's next hops lead; names as in ARM and in azurerm. */
export const AZURE_HOPS: Readonly<Record<string, RouteTarget>> = {
  VirtualNetworkGateway: 'vpn',
  VnetLocal: 'local',
  VirtualAppliance: 'appliance',
  None: 'nowhere',
};

/** The target of a next hop; what is not named here, such as `Internet`, is another. */
export function azureTarget(hop: string | undefined): RouteTarget {
  return hop !== undefined && Object.hasOwn(AZURE_HOPS, hop) ? (AZURE_HOPS[hop] ?? 'other') : 'other';
}

/** Whether the destination is a range: Azure takes names of its services (`Storage.WestEurope`) besides. */
export function isAzureRange(text: string): boolean {
  return text.includes('/');
}

function addAzureRoute(
  object: TerraformObject,
  reading: TerraformReading,
  at: AttributePath,
  table: string,
): void {
  const path = [...at, 'address_prefix'];
  const prefix = textOf(object, path);
  if (prefix !== undefined && !isAzureRange(prefix)) return;
  addRoute(object, reading, path, 'azure-route', {
    table,
    target: azureTarget(textOf(object, [...at, 'next_hop_type'])),
    via: textOf(object, [...at, 'next_hop_in_ip_address']) ?? '',
  });
}

const azureRoute: ResourceReader = {
  attributes: ['route_table_name', 'address_prefix', 'next_hop_type', 'next_hop_in_ip_address'],
  read: (object, reading) => {
    addAzureRoute(object, reading, [], textOf(object, ['route_table_name']) ?? object.address);
  },
};

const azureRouteTable: ResourceReader = {
  attributes: ['name', 'route'],
  read: (object, reading) => {
    const table = textOf(object, ['name']) ?? object.address;
    for (let index = 0; index < lengthOf(object, ['route']); index += 1) {
      addAzureRoute(object, reading, ['route', index], table);
    }
  },
};

/** Resources of hashicorp/aws and hashicorp/azurerm that hold routes, alone or inside their tables. */
export const ROUTE_READERS: Readonly<Record<string, ResourceReader>> = {
  aws_route: vpcRoute,
  aws_route_table: vpcRouteTable,
  aws_default_route_table: vpcRouteTable,
  aws_ec2_transit_gateway_route: transitGatewayRoute,
  azurerm_route: azureRoute,
  azurerm_route_table: azureRouteTable,
};
