import type { ApplyRule, FillContext, ObjectValue } from '../../engine/types.ts';
import { zonesOf } from '../../data/regions.ts';
import { contains, overlaps, parsePrefix } from '../../tables/addresses.ts';
import { blocks, byId, text } from '../../tables/values.ts';
import { apiError, callFailed, exists, references, others } from './aws-api.ts';

/** The prefixes of a VPC: its own and those associated later. */
function vpcPrefixes(context: FillContext, vpc: string): readonly string[] {
  const own = text(byId(context.objects, 'aws_vpc', vpc), 'cidr_block');
  const more = context.objects
    .list('aws_vpc_ipv4_cidr_block_association')
    .filter((object) => object.attributes['vpc_id'] === vpc && object.key !== context.key)
    .flatMap((object) => text(object.attributes, 'cidr_block') ?? []);
  return own === undefined ? more : [own, ...more];
}

const subnetRange: ApplyRule = (context) => {
  const cidr = text(context.planned, 'cidr_block');
  const prefix = cidr === undefined ? undefined : parsePrefix(cidr);
  const vpc = text(context.planned, 'vpc_id');
  if (
    !prefix ||
    cidr === undefined ||
    vpc === undefined ||
    byId(context.objects, 'aws_vpc', vpc) === undefined
  )
    return [];
  const refuse = (code: string, message: string) => [
    callFailed(context, 'creating EC2 Subnet', 'EC2', 'CreateSubnet', apiError(code, message)),
  ];
  const inside = vpcPrefixes(context, vpc).some((text_) => {
    const range = parsePrefix(text_);
    return range !== undefined && contains(range, prefix);
  });
  if (!inside || prefix.length < 16 || prefix.length > 28)
    return refuse('InvalidSubnet.Range', `The CIDR '${cidr}' is invalid.`);
  const clash = others(context).some((other) => {
    const range = parsePrefix(text(other, 'cidr_block') ?? '');
    return other['vpc_id'] === vpc && range !== undefined && overlaps(range, prefix);
  });
  return clash ? refuse('InvalidSubnet.Conflict', `The CIDR '${cidr}' conflicts with another subnet`) : [];
};

const subnetZone: ApplyRule = (context) => {
  const zone = text(context.planned, 'availability_zone');
  const names = zonesOf(context.instance.region).map((item) => item.name);
  if (zone === undefined || names.includes(zone)) return [];
  const message = `Value (${zone}) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: ${names.join(', ')}.`;
  return [
    callFailed(
      context,
      'creating EC2 Subnet',
      'EC2',
      'CreateSubnet',
      apiError('InvalidParameterValue', message),
    ),
  ];
};

const secondaryRange: ApplyRule = (context) => {
  const cidr = text(context.planned, 'cidr_block') ?? '';
  const prefix = parsePrefix(cidr);
  const vpc = text(context.planned, 'vpc_id') ?? '';
  const clash = vpcPrefixes(context, vpc).some((other) => {
    const range = parsePrefix(other);
    return prefix !== undefined && range !== undefined && overlaps(range, prefix);
  });
  if (!clash) return [];
  const message = `The CIDR '${cidr}' conflicts with a CIDR block of the VPC`;
  return [
    callFailed(
      context,
      `creating EC2 VPC (${vpc}) IPv4 CIDR Block Association`,
      'EC2',
      'AssociateVpcCidrBlock',
      apiError('CidrConflict', message),
    ),
  ];
};

const destination = (route: ObjectValue) =>
  ['destination_cidr_block', 'destination_ipv6_cidr_block', 'destination_prefix_list_id'].flatMap(
    (name) => text(route, name) ?? [],
  )[0];

const duplicateRoute: ApplyRule = (context) => {
  const table = text(context.planned, 'route_table_id') ?? '';
  const to = destination(context.planned);
  if (to === undefined) return [];
  const doing = `creating Route in Route Table (${table}) with destination (${to})`;
  const inline = blocks(byId(context.objects, 'aws_route_table', table), 'route').some(
    (route) => route['cidr_block'] === to || route['ipv6_cidr_block'] === to,
  );
  const standalone = others(context).some(
    (route) => route['route_table_id'] === table && destination(route) === to,
  );
  if (!inline && !standalone) return [];
  return [
    callFailed(
      context,
      doing,
      'EC2',
      'CreateRoute',
      apiError('RouteAlreadyExists', `The route identified by ${to} already exists.`),
    ),
  ];
};

/** The VPC that a route table belongs to. */
function vpcOfTable(context: FillContext, table: string): string | undefined {
  const own = text(byId(context.objects, 'aws_route_table', table), 'vpc_id');
  return (
    own ??
    text(
      context.objects.list('aws_vpc').find((vpc) => vpc.attributes['default_route_table_id'] === table)
        ?.attributes,
      'id',
    )
  );
}

/**
 * What a route leads to must exist; a transit gateway moreover must be attached to the route table's VPC, which EC2
 * reports as if the gateway did not exist.
 */
const routeTarget: ApplyRule = (context) => {
  const to = destination(context.planned) ?? '';
  const table = text(context.planned, 'route_table_id') ?? '';
  const doing = `creating Route in Route Table (${table}) with destination (${to})`;
  const refuse = (api: string) => [callFailed(context, doing, 'EC2', 'CreateRoute', api)];
  const gateway = text(context.planned, 'gateway_id');
  if (gateway !== undefined && gateway !== 'local') {
    const type = gateway.startsWith('vgw-') ? 'aws_vpn_gateway' : 'aws_internet_gateway';
    if (!exists(context, type, gateway))
      return refuse(apiError('InvalidGatewayID.NotFound', `The gateway ID '${gateway}' does not exist`));
  }
  const nat = text(context.planned, 'nat_gateway_id');
  if (nat !== undefined && !exists(context, 'aws_nat_gateway', nat)) {
    return refuse(apiError('InvalidNatGatewayID.NotFound', `The natGateway ID '${nat}' does not exist`));
  }
  const transit = text(context.planned, 'transit_gateway_id');
  if (transit === undefined) return [];
  const vpc = vpcOfTable(context, table);
  const attached = context.objects
    .list('aws_ec2_transit_gateway_vpc_attachment')
    .some(({ attributes }) => attributes['transit_gateway_id'] === transit && attributes['vpc_id'] === vpc);
  if (attached) return [];
  return refuse(
    apiError('InvalidTransitGatewayID.NotFound', `Transit Gateway ${transit} was deleted or does not exist.`),
  );
};

const oneTablePerSubnet: ApplyRule = (context) => {
  const subnet = text(context.planned, 'subnet_id');
  const table = text(context.planned, 'route_table_id') ?? '';
  if (subnet === undefined || !others(context).some((other) => other['subnet_id'] === subnet)) return [];
  const message = `the specified association for route table ${table} conflicts with an existing association`;
  return [
    callFailed(
      context,
      `creating Route Table (${table}) Association`,
      'EC2',
      'AssociateRouteTable',
      apiError('Resource.AlreadyAssociated', message),
    ),
  ];
};

const natAddress: ApplyRule = (context) => {
  const isPublic = context.planned['connectivity_type'] !== 'private';
  if (!isPublic || text(context.planned, 'allocation_id') !== undefined) return [];
  const message =
    'The request must include the AllocationId parameter. Add the required parameter and retry the request.';
  return [
    callFailed(
      context,
      'creating EC2 NAT Gateway',
      'EC2',
      'CreateNatGateway',
      apiError('MissingParameter', message),
    ),
  ];
};

const oneInternetGateway: ApplyRule = (context) => {
  const vpc = text(context.planned, 'vpc_id');
  if (vpc === undefined || !others(context).some((other) => other['vpc_id'] === vpc)) return [];
  const message = `resource ${vpc} is already attached to network gateway`;
  return [
    callFailed(
      context,
      'attaching EC2 Internet Gateway',
      'EC2',
      'AttachInternetGateway',
      apiError('Resource.AlreadyAssociated', message),
    ),
  ];
};

/** Refusals at apply time for the VPC's own resources. */
export const awsNetworkApplyRules: Readonly<Record<string, readonly ApplyRule[]>> = {
  aws_subnet: [
    references('creating EC2 Subnet', 'CreateSubnet', { vpc_id: 'aws_vpc' }),
    subnetRange,
    subnetZone,
  ],
  aws_vpc_ipv4_cidr_block_association: [
    references('creating EC2 VPC IPv4 CIDR Block Association', 'AssociateVpcCidrBlock', {
      vpc_id: 'aws_vpc',
    }),
    secondaryRange,
  ],
  aws_route_table: [references('creating Route Table', 'CreateRouteTable', { vpc_id: 'aws_vpc' })],
  aws_route: [
    references('reading Route Table', 'DescribeRouteTables', { route_table_id: 'aws_route_table' }),
    duplicateRoute,
    routeTarget,
  ],
  aws_route_table_association: [
    references('creating Route Table Association', 'AssociateRouteTable', {
      route_table_id: 'aws_route_table',
      subnet_id: 'aws_subnet',
    }),
    oneTablePerSubnet,
  ],
  aws_nat_gateway: [
    references('creating EC2 NAT Gateway', 'CreateNatGateway', {
      subnet_id: 'aws_subnet',
      allocation_id: 'aws_eip',
    }),
    natAddress,
  ],
  aws_internet_gateway: [
    references('attaching EC2 Internet Gateway', 'AttachInternetGateway', { vpc_id: 'aws_vpc' }),
    oneInternetGateway,
  ],
  aws_vpc_endpoint: [
    references('creating EC2 VPC Endpoint', 'CreateVpcEndpoint', {
      vpc_id: 'aws_vpc',
      subnet_ids: 'aws_subnet',
      route_table_ids: 'aws_route_table',
      security_group_ids: 'aws_security_group',
    }),
  ],
  aws_flow_log: [
    references('creating Flow Log', 'CreateFlowLogs', { vpc_id: 'aws_vpc', subnet_id: 'aws_subnet' }),
  ],
  aws_instance: [
    references('creating EC2 Instance', 'RunInstances', {
      subnet_id: 'aws_subnet',
      vpc_security_group_ids: 'aws_security_group',
    }),
  ],
};
