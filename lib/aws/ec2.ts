import type {
  CustomerGateway as SdkCustomerGateway,
  Subnet as SdkSubnet,
  TransitGateway as SdkTransitGateway,
  TransitGatewayVpcAttachment,
  Vpc as SdkVpc,
  VpnConnection as SdkVpnConnection,
} from '@aws-sdk/client-ec2';
import { common, type Ec2Filters, ec2Lister, type Ec2Object } from './ec2-list.ts';
import { ec2RouteLists, type Ec2RouteReader } from './ec2-routes.ts';
import type { AwsAnswer, AwsDeps } from './read-call.ts';

export type { Ec2Filters } from './ec2-list.ts';

export interface Vpc extends Ec2Object {
  /** Associated ranges, the primary one first; IPv6 after IPv4. */
  readonly cidrs: readonly string[];
}

export interface Subnet extends Ec2Object {
  readonly vpcId: string;
  readonly cidrs: readonly string[];
}

export interface TransitGateway extends Ec2Object {
  readonly asn: string | undefined;
  readonly cidrs: readonly string[];
}

export interface VpcAttachment extends Ec2Object {
  readonly transitGatewayId: string;
  readonly vpcId: string;
}

export interface CustomerGateway extends Ec2Object {
  readonly asn: string | undefined;
}

/** A VPN connection without its keys, which EC2 sends along and which never leave this file. */
export interface VpnConnection extends Ec2Object {
  readonly transitGatewayId: string | undefined;
  readonly customerGatewayId: string | undefined;
  /** In EC2's order, first tunnel first; undefined where EC2 does not say. */
  readonly insideCidrs: readonly (string | undefined)[];
}

/** Read-only door to EC2 of one region. Every call pages to the end and retries; a failure is an answer with a reason. */
export interface Ec2Reader extends Ec2RouteReader {
  vpcs(filters: Ec2Filters): Promise<AwsAnswer<readonly Vpc[]>>;
  subnets(filters: Ec2Filters): Promise<AwsAnswer<readonly Subnet[]>>;
  transitGateways(filters: Ec2Filters): Promise<AwsAnswer<readonly TransitGateway[]>>;
  vpcAttachments(filters: Ec2Filters): Promise<AwsAnswer<readonly VpcAttachment[]>>;
  customerGateways(filters: Ec2Filters): Promise<AwsAnswer<readonly CustomerGateway[]>>;
  vpnConnections(filters: Ec2Filters): Promise<AwsAnswer<readonly VpnConnection[]>>;
}

/**
 * Credentials come as the AWS SDK finds them in the environment, and so does an endpoint (`AWS_ENDPOINT_URL_EC2`). The
 * SDK is loaded here, by the first reader that is made.
 */
export async function createEc2Reader(region: string, deps: AwsDeps): Promise<Ec2Reader> {
  const sdk = await import('@aws-sdk/client-ec2');
  // Retries are made and told by the caller's own rules, so the SDK makes none.
  const client = new sdk.EC2Client({ region, maxAttempts: 1 });
  const list = ec2Lister(client, deps);
  return {
    ...ec2RouteLists(list, sdk),
    vpcs: list('DescribeVpcs', toVpc, async (send, input) => {
      const { Vpcs, NextToken } = await send(new sdk.DescribeVpcsCommand(input));
      return { items: Vpcs, next: NextToken };
    }),
    subnets: list('DescribeSubnets', toSubnet, async (send, input) => {
      const { Subnets, NextToken } = await send(new sdk.DescribeSubnetsCommand(input));
      return { items: Subnets, next: NextToken };
    }),
    transitGateways: list('DescribeTransitGateways', toTransitGateway, async (send, input) => {
      const { TransitGateways, NextToken } = await send(new sdk.DescribeTransitGatewaysCommand(input));
      return { items: TransitGateways, next: NextToken };
    }),
    vpcAttachments: list('DescribeTransitGatewayVpcAttachments', toAttachment, async (send, input) => {
      const answer = await send(new sdk.DescribeTransitGatewayVpcAttachmentsCommand(input));
      return { items: answer.TransitGatewayVpcAttachments, next: answer.NextToken };
    }),
    // EC2 gives these two whole.
    customerGateways: list('DescribeCustomerGateways', toCustomerGateway, async (send, { Filters }) => {
      const { CustomerGateways } = await send(new sdk.DescribeCustomerGatewaysCommand({ Filters }));
      return { items: CustomerGateways, next: undefined };
    }),
    vpnConnections: list('DescribeVpnConnections', toVpnConnection(deps), async (send, { Filters }) => {
      const { VpnConnections } = await send(new sdk.DescribeVpnConnectionsCommand({ Filters }));
      return { items: VpnConnections, next: undefined };
    }),
  };
}

function toVpc(raw: SdkVpc): Vpc {
  const isAssociated = (state: { readonly State?: string | undefined } | undefined): boolean =>
    state?.State === undefined || state.State === 'associated' || state.State === 'associating';
  const four = (raw.CidrBlockAssociationSet ?? []).filter((one) => isAssociated(one.CidrBlockState));
  const six = (raw.Ipv6CidrBlockAssociationSet ?? []).filter((one) => isAssociated(one.Ipv6CidrBlockState));
  const cidrs = [raw.CidrBlock, ...four.map((one) => one.CidrBlock), ...six.map((one) => one.Ipv6CidrBlock)];
  return { ...common(raw.VpcId, raw.OwnerId, raw.Tags), cidrs: distinct(cidrs) };
}

function toSubnet(raw: SdkSubnet): Subnet {
  const six = (raw.Ipv6CidrBlockAssociationSet ?? []).map((one) => one.Ipv6CidrBlock);
  return {
    ...common(raw.SubnetId, raw.OwnerId, raw.Tags),
    vpcId: raw.VpcId ?? '',
    cidrs: distinct([raw.CidrBlock, ...six]),
  };
}

function distinct(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.filter((text): text is string => text !== undefined && text !== ''))];
}

const GONE: ReadonlySet<string> = new Set(['deleted', 'deleting']);

function toTransitGateway(raw: SdkTransitGateway): TransitGateway | undefined {
  if (GONE.has(raw.State ?? '')) return undefined;
  return {
    ...common(raw.TransitGatewayId, raw.OwnerId, raw.Tags),
    asn: raw.Options?.AmazonSideAsn?.toString(),
    cidrs: raw.Options?.TransitGatewayCidrBlocks ?? [],
  };
}

function toAttachment(raw: TransitGatewayVpcAttachment): VpcAttachment | undefined {
  if (GONE.has(raw.State ?? '')) return undefined;
  return {
    ...common(raw.TransitGatewayAttachmentId, raw.VpcOwnerId, raw.Tags),
    transitGatewayId: raw.TransitGatewayId ?? '',
    vpcId: raw.VpcId ?? '',
  };
}

function toCustomerGateway(raw: SdkCustomerGateway): CustomerGateway | undefined {
  if (GONE.has(raw.State ?? '')) return undefined;
  return { ...common(raw.CustomerGatewayId, undefined, raw.Tags), asn: raw.BgpAsn ?? raw.BgpAsnExtended };
}

const KEY_IN_CONFIGURATION = /<pre_shared_key>([^<]*)<\/pre_shared_key>/g;

/** EC2 gives the pre-shared keys to whoever may read a connection, twice: they are masked before anything else. */
function toVpnConnection({ mask }: AwsDeps) {
  return (raw: SdkVpnConnection): VpnConnection | undefined => {
    const tunnels = raw.Options?.TunnelOptions ?? [];
    const written = [...(raw.CustomerGatewayConfiguration ?? '').matchAll(KEY_IN_CONFIGURATION)];
    const keys = [...tunnels.map((tunnel) => tunnel.PreSharedKey), ...written.map(([, key]) => key)];
    for (const key of distinct(keys)) mask(key);
    if (GONE.has(raw.State ?? '')) return undefined;
    return {
      ...common(raw.VpnConnectionId, undefined, raw.Tags),
      transitGatewayId: raw.TransitGatewayId,
      customerGatewayId: raw.CustomerGatewayId,
      insideCidrs: tunnels.map((tunnel) => tunnel.TunnelInsideCidr ?? tunnel.TunnelInsideIpv6Cidr),
    };
  };
}
