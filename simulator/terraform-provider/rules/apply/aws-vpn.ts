import type { ApplyRule, FillContext, ObjectValue } from '../../engine/types.ts';
import { overlaps, parsePrefix } from '../../tables/addresses.ts';
import { byId, numberOf, text, texts } from '../../tables/values.ts';
import { apiError, callFailed, references } from './aws-api.ts';
import { others } from './aws-api.ts';

const insideCidrs = (connection: ObjectValue) =>
  ['tunnel1_inside_cidr', 'tunnel2_inside_cidr'].flatMap((name) => text(connection, name) ?? []);

/** Inside ranges must be unique among the tunnels of a gateway. */
const insideRanges: ApplyRule = (context) => {
  const own = insideCidrs(context.planned);
  const gateway = text(context.planned, 'transit_gateway_id') ?? text(context.planned, 'vpn_gateway_id');
  const taken = others(context)
    .filter(
      (other) =>
        gateway !== undefined &&
        (other['transit_gateway_id'] === gateway || other['vpn_gateway_id'] === gateway),
    )
    .flatMap(insideCidrs);
  const clash = own.find((cidr, index) =>
    [...taken, ...own.slice(0, index)].some((other) => sameRange(cidr, other)),
  );
  if (clash === undefined) return [];
  const message = `The tunnel inside CIDR ${clash} overlaps with the inside CIDR of another tunnel of this gateway`;
  return [
    callFailed(
      context,
      'creating EC2 VPN Connection',
      'EC2',
      'CreateVpnConnection',
      apiError('InvalidParameterValue', message),
    ),
  ];
};

function sameRange(a: string, b: string): boolean {
  const [one, two] = [parsePrefix(a), parsePrefix(b)];
  return one !== undefined && two !== undefined && overlaps(one, two);
}

/** A connection's two ends must have different ASNs to speak BGP between them. */
const differentAsns: ApplyRule = (context) => {
  if (context.planned['static_routes_only'] === true) return [];
  const gateway = byId(context.objects, 'aws_customer_gateway', text(context.planned, 'customer_gateway_id'));
  const transit = byId(
    context.objects,
    'aws_ec2_transit_gateway',
    text(context.planned, 'transit_gateway_id'),
  );
  const theirs = numberOf(gateway?.['bgp_asn'] ?? gateway?.['bgp_asn_extended']);
  const ours = numberOf(transit?.['amazon_side_asn']);
  if (theirs === undefined || theirs !== ours) return [];
  const message = `The customer gateway ASN (${theirs}) must not be the same as the Amazon side ASN`;
  return [
    callFailed(
      context,
      'creating EC2 VPN Connection',
      'EC2',
      'CreateVpnConnection',
      apiError('InvalidParameterValue', message),
    ),
  ];
};

/** Diffie-Hellman groups that Site-to-Site VPN offers; the provider leaves them to the API. */
const DH_GROUPS: Readonly<Record<string, readonly number[]>> = {
  phase1: [2, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24],
  phase2: [2, 5, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24],
};
const dhGroups: ApplyRule = (context) =>
  [1, 2].flatMap((tunnel) =>
    Object.entries(DH_GROUPS).flatMap(([phase, allowed]) => {
      const value = context.planned[`tunnel${tunnel}_${phase}_dh_group_numbers`];
      const wrong = (Array.isArray(value) ? value : []).flatMap((item: unknown) => {
        const number =
          typeof item === 'number' || typeof item === 'bigint' || typeof item === 'string'
            ? Number(item)
            : undefined;
        return number === undefined || allowed.includes(number) ? [] : [number];
      });
      return wrong.map((number) =>
        callFailed(
          context,
          'creating EC2 VPN Connection',
          'EC2',
          'CreateVpnConnection',
          apiError(
            'InvalidParameterValue',
            `Value (${number}) for parameter ${phase === 'phase1' ? 'Phase1DHGroupNumbers' : 'Phase2DHGroupNumbers'} is invalid.`,
          ),
        ),
      );
    }),
  );

const ATTACHMENT = 'creating EC2 Transit Gateway VPC Attachment';
const CREATE_ATTACHMENT = 'CreateTransitGatewayVpcAttachment';

const oneAttachment: ApplyRule = (context) => {
  const { planned } = context;
  const twin = others(context).some(
    (other) =>
      other['vpc_id'] === planned['vpc_id'] && other['transit_gateway_id'] === planned['transit_gateway_id'],
  );
  const message = `${text(planned, 'transit_gateway_id') ?? ''} has non-deleted Transit Gateway Attachments with same VPC ID.`;
  return twin
    ? [
        callFailed(
          context,
          ATTACHMENT,
          'EC2',
          CREATE_ATTACHMENT,
          apiError('DuplicateTransitGatewayAttachment', message),
        ),
      ]
    : [];
};

const oneSubnetPerZone: ApplyRule = (context) => {
  const zones = texts(context.planned, 'subnet_ids').flatMap(
    (id) => text(byId(context.objects, 'aws_subnet', id), 'availability_zone') ?? [],
  );
  if (new Set(zones).size === zones.length) return [];
  return [
    callFailed(
      context,
      ATTACHMENT,
      'EC2',
      CREATE_ATTACHMENT,
      apiError('DuplicateSubnetsInSameZone', 'Duplicate Subnets for same AZ'),
    ),
  ];
};

/** Whether an attachment has been associated with the gateway's default table when it was made. */
function associatedByDefault(context: FillContext, attachment: string): boolean {
  const vpc = byId(context.objects, 'aws_ec2_transit_gateway_vpc_attachment', attachment);
  const vpn = context.objects
    .list('aws_vpn_connection')
    .find((object) => object.attributes['transit_gateway_attachment_id'] === attachment);
  const gateway = byId(
    context.objects,
    'aws_ec2_transit_gateway',
    text(vpc ?? vpn?.attributes, 'transit_gateway_id'),
  );
  if (gateway?.['default_route_table_association'] === 'disable') return false;
  return vpc === undefined
    ? vpn !== undefined
    : vpc['transit_gateway_default_route_table_association'] !== false;
}

const oneAssociation: ApplyRule = (context) => {
  const attachment = text(context.planned, 'transit_gateway_attachment_id') ?? '';
  if (context.planned['replace_existing_association'] === true) return [];
  const taken = others(context).some((other) => other['transit_gateway_attachment_id'] === attachment);
  if (!taken && !associatedByDefault(context, attachment)) return [];
  const table = text(context.planned, 'transit_gateway_route_table_id') ?? '';
  const doing = `creating EC2 Transit Gateway Route Table Association (${table}_${attachment})`;
  const message = `Transit Gateway Attachment ${attachment} is already associated to a route table.`;
  return [
    callFailed(
      context,
      doing,
      'EC2',
      'AssociateTransitGatewayRouteTable',
      apiError('Resource.AlreadyAssociated', message),
    ),
  ];
};

const duplicateTransitRoute: ApplyRule = (context) => {
  const table = text(context.planned, 'transit_gateway_route_table_id') ?? '';
  const to = text(context.planned, 'destination_cidr_block') ?? '';
  const twin = others(context).some(
    (other) => other['transit_gateway_route_table_id'] === table && other['destination_cidr_block'] === to,
  );
  if (!twin) return [];
  const message = `The route identified by ${to} already exists.`;
  return [
    callFailed(
      context,
      `creating EC2 Transit Gateway Route (${table}_${to})`,
      'EC2',
      'CreateTransitGatewayRoute',
      apiError('RouteAlreadyExists', message),
    ),
  ];
};

const members = {
  transit_gateway_attachment_id: 'attachment',
  transit_gateway_route_table_id: 'aws_ec2_transit_gateway_route_table',
};

/** Refusals at apply time for the VPN and the transit gateway. A second customer gateway with the same address is fine. */
export const awsVpnApplyRules: Readonly<Record<string, readonly ApplyRule[]>> = {
  aws_vpn_connection: [
    references('creating EC2 VPN Connection', 'CreateVpnConnection', {
      customer_gateway_id: 'aws_customer_gateway',
      transit_gateway_id: 'aws_ec2_transit_gateway',
      vpn_gateway_id: 'aws_vpn_gateway',
    }),
    insideRanges,
    differentAsns,
    dhGroups,
  ],
  aws_vpn_connection_route: [
    references('creating EC2 VPN Connection Route', 'CreateVpnConnectionRoute', {
      vpn_connection_id: 'aws_vpn_connection',
    }),
  ],
  aws_vpn_gateway_attachment: [
    references('attaching EC2 VPN Gateway', 'AttachVpnGateway', {
      vpc_id: 'aws_vpc',
      vpn_gateway_id: 'aws_vpn_gateway',
    }),
  ],
  aws_ec2_transit_gateway_vpc_attachment: [
    references(ATTACHMENT, CREATE_ATTACHMENT, {
      transit_gateway_id: 'aws_ec2_transit_gateway',
      vpc_id: 'aws_vpc',
      subnet_ids: 'aws_subnet',
    }),
    oneAttachment,
    oneSubnetPerZone,
  ],
  aws_ec2_transit_gateway_route_table: [
    references('creating EC2 Transit Gateway Route Table', 'CreateTransitGatewayRouteTable', {
      transit_gateway_id: 'aws_ec2_transit_gateway',
    }),
  ],
  aws_ec2_transit_gateway_route: [
    references('creating EC2 Transit Gateway Route', 'CreateTransitGatewayRoute', members),
    duplicateTransitRoute,
  ],
  aws_ec2_transit_gateway_route_table_association: [
    references(
      'creating EC2 Transit Gateway Route Table Association',
      'AssociateTransitGatewayRouteTable',
      members,
    ),
    oneAssociation,
  ],
  aws_ec2_transit_gateway_route_table_propagation: [
    references(
      'creating EC2 Transit Gateway Route Table Propagation',
      'EnableTransitGatewayRouteTablePropagation',
      members,
    ),
  ],
};
