import type {
  Address,
  Instance,
  NatGateway,
  TransitGatewayAttachment,
  Volume,
  VpcEndpoint,
  VpnConnection,
} from '@aws-sdk/client-ec2';
import type { Quantity } from '../environment/types.ts';
import { common, type Ec2ListCall, ec2Lister, type Ec2Object } from './ec2-list.ts';
import type { AwsDeps } from './read-call.ts';

/** Something in EC2 that is there at this moment, deleted ones left out, with what it is billed by. */
export interface BilledObject extends Ec2Object {
  /** Whether it costs money in its present state; undefined where that is not known. */
  readonly billed: boolean | undefined;
  readonly priced: readonly Quantity[];
}

/**
 * The lists of EC2 that say better than the tagging API what is there, by the resource type in their ARNs
 * (`arn:aws:ec2:…:natgateway/…`). Every call pages to the end and retries; a failure is an answer with a reason.
 */
export type Ec2BilledReader = Readonly<Record<Ec2BilledType, Ec2ListCall<BilledObject>>>;

export const EC2_BILLED_TYPES = [
  'instance',
  'volume',
  'natgateway',
  'elastic-ip',
  'vpn-connection',
  'transit-gateway-attachment',
  'vpc-endpoint',
] as const;
export type Ec2BilledType = (typeof EC2_BILLED_TYPES)[number];

/** Names of the calls, for messages and for the permissions they need. */
export const EC2_BILLED_CALLS: Readonly<Record<Ec2BilledType, string>> = {
  instance: 'DescribeInstances',
  volume: 'DescribeVolumes',
  natgateway: 'DescribeNatGateways',
  'elastic-ip': 'DescribeAddresses',
  'vpn-connection': 'DescribeVpnConnections',
  'transit-gateway-attachment': 'DescribeTransitGatewayAttachments',
  'vpc-endpoint': 'DescribeVpcEndpoints',
};

/** As `createEc2Reader`. */
export async function createEc2BilledReader(region: string, deps: AwsDeps): Promise<Ec2BilledReader> {
  const sdk = await import('@aws-sdk/client-ec2');
  const list = ec2Lister(new sdk.EC2Client({ region, maxAttempts: 1 }), deps);
  return {
    instance: list('DescribeInstances', toInstance, async (send, input) => {
      const { Reservations, NextToken } = await send(new sdk.DescribeInstancesCommand(input));
      return { items: Reservations?.flatMap(({ Instances }) => Instances ?? []), next: NextToken };
    }),
    volume: list('DescribeVolumes', toVolume, async (send, input) => {
      const { Volumes, NextToken } = await send(new sdk.DescribeVolumesCommand(input));
      return { items: Volumes, next: NextToken };
    }),
    natgateway: list('DescribeNatGateways', toNatGateway, async (send, { Filters, NextToken: from }) => {
      // This call alone has its filters in the singular.
      const input = { Filter: Filters, NextToken: from };
      const { NatGateways, NextToken } = await send(new sdk.DescribeNatGatewaysCommand(input));
      return { items: NatGateways, next: NextToken };
    }),
    'elastic-ip': list('DescribeAddresses', toAddress, async (send, { Filters }) => {
      const { Addresses } = await send(new sdk.DescribeAddressesCommand({ Filters }));
      return { items: Addresses, next: undefined };
    }),
    'vpn-connection': list('DescribeVpnConnections', toVpn(deps), async (send, { Filters }) => {
      const { VpnConnections } = await send(new sdk.DescribeVpnConnectionsCommand({ Filters }));
      return { items: VpnConnections, next: undefined };
    }),
    'transit-gateway-attachment': list(
      'DescribeTransitGatewayAttachments',
      toAttachment,
      async (send, input) => {
        const answer = await send(new sdk.DescribeTransitGatewayAttachmentsCommand(input));
        return { items: answer.TransitGatewayAttachments, next: answer.NextToken };
      },
    ),
    'vpc-endpoint': list('DescribeVpcEndpoints', toEndpoint, async (send, input) => {
      const { VpcEndpoints, NextToken } = await send(new sdk.DescribeVpcEndpointsCommand(input));
      return { items: VpcEndpoints, next: NextToken };
    }),
  };
}

/** What is being deleted is still there: it may fail, and it is billed until it is gone. */
const GONE: ReadonlySet<string> = new Set(['deleted', 'terminated', 'failed', 'rejected', 'expired']);

const one = (price: string): readonly Quantity[] => [{ price, amount: 1 }];

function toInstance(raw: Instance): BilledObject | undefined {
  const state = raw.State?.Name ?? '';
  if (GONE.has(state)) return undefined;
  const kind = raw.InstanceLifecycle === 'spot' ? 'ec2-spot' : 'ec2';
  return {
    ...common(raw.InstanceId, undefined, raw.Tags),
    billed: state !== 'stopped',
    priced: one(`${kind}-${raw.InstanceType ?? 'unknown'}`),
  };
}

function toVolume(raw: Volume): BilledObject | undefined {
  if (GONE.has(raw.State ?? '')) return undefined;
  const priced =
    raw.Size === undefined ? [] : [{ price: `aws-${raw.VolumeType ?? 'unknown'}-gib`, amount: raw.Size }];
  return { ...common(raw.VolumeId, undefined, raw.Tags), billed: true, priced };
}

function toNatGateway(raw: NatGateway): BilledObject | undefined {
  if (GONE.has(raw.State ?? '')) return undefined;
  return { ...common(raw.NatGatewayId, undefined, raw.Tags), billed: true, priced: one('aws-nat-gateway') };
}

function toAddress(raw: Address): BilledObject {
  return { ...common(raw.AllocationId, undefined, raw.Tags), billed: true, priced: one('aws-public-ipv4') };
}

const KEY_IN_CONFIGURATION = /<pre_shared_key>([^<]*)<\/pre_shared_key>/g;

/** EC2 sends the keys along to whoever may read a connection; they are masked and left behind here. */
function toVpn({ mask }: AwsDeps) {
  return (raw: VpnConnection): BilledObject | undefined => {
    const written = [...(raw.CustomerGatewayConfiguration ?? '').matchAll(KEY_IN_CONFIGURATION)];
    const keys = [
      ...(raw.Options?.TunnelOptions ?? []).map(({ PreSharedKey }) => PreSharedKey),
      ...written.map(([, key]) => key),
    ];
    for (const key of keys) if (key !== undefined && key !== '') mask(key);
    if (GONE.has(raw.State ?? '')) return undefined;
    const attached = raw.TransitGatewayId !== undefined && raw.TransitGatewayId !== '';
    return {
      ...common(raw.VpnConnectionId, undefined, raw.Tags),
      billed: true,
      // A connection to a Transit Gateway is an attachment as well, which seldom has tags of its own.
      priced: [...one('aws-vpn-connection'), ...(attached ? one('aws-transit-gateway-attachment') : [])],
    };
  };
}

function toAttachment(raw: TransitGatewayAttachment): BilledObject | undefined {
  if (GONE.has(raw.State ?? '')) return undefined;
  const ofVpn = raw.ResourceType === 'vpn';
  return {
    ...common(raw.TransitGatewayAttachmentId, undefined, raw.Tags),
    // That of a VPN connection is counted with the connection.
    billed: !ofVpn,
    priced: ofVpn ? [] : one('aws-transit-gateway-attachment'),
  };
}

function toEndpoint(raw: VpcEndpoint): BilledObject | undefined {
  if (GONE.has((raw.State ?? '').toLowerCase())) return undefined;
  const free = raw.VpcEndpointType === 'Gateway';
  return { ...common(raw.VpcEndpointId, undefined, raw.Tags), billed: !free, priced: [] };
}
