import type * as Client from '@aws-sdk/client-ec2';
import type {
  Route as SdkRoute,
  RouteTable as SdkRouteTable,
  TransitGatewayAttachment as SdkAttachment,
  TransitGatewayRoute as SdkGatewayRoute,
  TransitGatewayRouteTable as SdkGatewayTable,
} from '@aws-sdk/client-ec2';
import type { RouteTarget } from '../net/address-facts.ts';
import { common, type Ec2Filters, type Ec2ListCall, type Ec2Lister, type Ec2Object } from './ec2-list.ts';
import type { AwsAnswer } from './read-call.ts';

/** A route of a VPC or transit gateway; `destination` is undefined for a list of prefixes. */
export interface Route {
  readonly destination: string | undefined;
  readonly target: RouteTarget;
  /** Id of what it leads to, empty for nothing. */
  readonly via: string;
  readonly learnt: boolean;
  readonly active: boolean;
}

export interface RouteTable extends Ec2Object {
  readonly vpcId: string;
  readonly routes: readonly Route[];
}

export interface GatewayRouteTable extends Ec2Object {
  readonly transitGatewayId: string;
}

/** Anything that hangs on a transit gateway, with the route table it is associated with. */
export interface GatewayAttachment extends Ec2Object {
  readonly transitGatewayId: string;
  readonly kind: string;
  readonly routeTableId: string | undefined;
}

/** The part of the door to EC2 that reads routes. */
export interface Ec2RouteReader {
  routeTables(filters: Ec2Filters): Promise<AwsAnswer<readonly RouteTable[]>>;
  gatewayRouteTables(filters: Ec2Filters): Promise<AwsAnswer<readonly GatewayRouteTable[]>>;
  gatewayAttachments(filters: Ec2Filters): Promise<AwsAnswer<readonly GatewayAttachment[]>>;
  /** All routes of one table of a transit gateway, static and propagated. */
  gatewayRoutes(tableId: string): Promise<AwsAnswer<readonly Route[]>>;
}

type Sdk = typeof Client;

/** The calls, made by the door's own lister. */
export function ec2RouteLists(list: Ec2Lister, sdk: Sdk): Ec2RouteReader {
  return {
    routeTables: list('DescribeRouteTables', toRouteTable, async (send, input) => {
      const { RouteTables, NextToken } = await send(new sdk.DescribeRouteTablesCommand(input));
      return { items: RouteTables, next: NextToken };
    }),
    gatewayRouteTables: list('DescribeTransitGatewayRouteTables', toGatewayTable, async (send, input) => {
      const answer = await send(new sdk.DescribeTransitGatewayRouteTablesCommand(input));
      return { items: answer.TransitGatewayRouteTables, next: answer.NextToken };
    }),
    gatewayAttachments: list('DescribeTransitGatewayAttachments', toAttachment, async (send, input) => {
      const answer = await send(new sdk.DescribeTransitGatewayAttachmentsCommand(input));
      return { items: answer.TransitGatewayAttachments, next: answer.NextToken };
    }),
    gatewayRoutes: (tableId) => searchRoutes(list, sdk, tableId)({ state: ['active', 'blackhole'] }),
  };
}

/** EC2 asks for a filter here. */
function searchRoutes(list: Ec2Lister, sdk: Sdk, TransitGatewayRouteTableId: string): Ec2ListCall<Route> {
  return list('SearchTransitGatewayRoutes', toGatewayRoute, async (send, input) => {
    const answer = await send(
      new sdk.SearchTransitGatewayRoutesCommand({ ...input, TransitGatewayRouteTableId }),
    );
    if (answer.AdditionalRoutesAvailable === true && (answer.NextToken ?? '') === '') {
      throw new Error(`EC2 has more routes in ${TransitGatewayRouteTableId} and does not give them`);
    }
    return { items: answer.Routes, next: answer.NextToken };
  });
}

function toRouteTable(raw: SdkRouteTable): RouteTable {
  return {
    ...common(raw.RouteTableId, raw.OwnerId, raw.Tags),
    vpcId: raw.VpcId ?? '',
    routes: (raw.Routes ?? []).map(toRoute),
  };
}

function toRoute(raw: SdkRoute): Route {
  const [target, via] = wayOf(raw);
  return {
    destination: raw.DestinationCidrBlock ?? raw.DestinationIpv6CidrBlock,
    target,
    via,
    learnt: raw.Origin === 'EnableVgwRoutePropagation',
    active: raw.State !== 'blackhole',
  };
}

function wayOf(raw: SdkRoute): readonly [RouteTarget, string] {
  const { TransitGatewayId, NetworkInterfaceId, InstanceId, GatewayId = '' } = raw;
  if (TransitGatewayId !== undefined) return ['transit-gateway', TransitGatewayId];
  const appliance = NetworkInterfaceId ?? InstanceId;
  if (appliance !== undefined) return ['appliance', appliance];
  if (GatewayId === 'local') return ['local', GatewayId];
  if (GatewayId.startsWith('vgw-')) return ['vpn', GatewayId];
  return ['other', GatewayId];
}

const GONE: ReadonlySet<string> = new Set(['deleted', 'deleting']);

function toGatewayTable(raw: SdkGatewayTable): GatewayRouteTable | undefined {
  if (GONE.has(raw.State ?? '')) return undefined;
  return {
    ...common(raw.TransitGatewayRouteTableId, undefined, raw.Tags),
    transitGatewayId: raw.TransitGatewayId ?? '',
  };
}

function toAttachment(raw: SdkAttachment): GatewayAttachment | undefined {
  if (GONE.has(raw.State ?? '')) return undefined;
  return {
    ...common(raw.TransitGatewayAttachmentId, raw.ResourceOwnerId, raw.Tags),
    transitGatewayId: raw.TransitGatewayId ?? '',
    kind: raw.ResourceType ?? '',
    routeTableId: raw.Association?.TransitGatewayRouteTableId,
  };
}

function toGatewayRoute(raw: SdkGatewayRoute): Route | undefined {
  if (GONE.has(raw.State ?? '')) return undefined;
  const [first] = raw.TransitGatewayAttachments ?? [];
  const kind = first?.ResourceType;
  return {
    destination: raw.DestinationCidrBlock,
    target: first === undefined ? 'nowhere' : kind === 'vpn' || kind === 'vpc' ? kind : 'other',
    via: first?.ResourceId ?? '',
    learnt: raw.Type === 'propagated',
    active: raw.State === 'active',
  };
}
