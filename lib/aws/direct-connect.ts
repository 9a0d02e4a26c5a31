import type {
  BGPPeer,
  DirectConnectGatewayAssociation as SdkAssociation,
  DirectConnectGatewayAttachment as SdkAttachment,
  VirtualInterface as SdkInterface,
} from '@aws-sdk/client-direct-connect';
import type { GatewayAssociation, InterfacePeer, VirtualInterface } from '../tunnels/private-facts.ts';
import { type AwsAnswer, type AwsDeps, type Page, readAllPages } from './read-call.ts';

/** What hangs at a Direct Connect gateway; the interface itself is told of by its own region and account. */
export interface InterfacePlace {
  readonly interfaceId: string;
  readonly region: string;
  readonly ownerAccount: string;
  readonly state: string;
}

/** What the AWS half of a private link is read with. A failure is an answer with a reason. */
export interface DirectConnectReader {
  associations(gatewayId: string): Promise<AwsAnswer<readonly GatewayAssociation[]>>;
  attachments(gatewayId: string): Promise<AwsAnswer<readonly InterfacePlace[]>>;
  /** All interfaces of this account in the reader's region. */
  virtualInterfaces(): Promise<AwsAnswer<readonly VirtualInterface[]>>;
}

/** The SDK is loaded here. Keys of BGP are masked, and dropped before anything else sees an answer. */
export async function createDirectConnectReader(region: string, deps: AwsDeps): Promise<DirectConnectReader> {
  const sdk = await import('@aws-sdk/client-direct-connect');
  const client = new sdk.DirectConnectClient({ region, maxAttempts: 1 });
  const list = <Shown>(name: string, request: PageRequest<Shown>): Promise<AwsAnswer<readonly Shown[]>> =>
    readAllPages(
      `DirectConnect ${name}`,
      (nextToken, abortSignal) => request(nextToken === undefined ? {} : { nextToken }, { abortSignal }),
      deps,
    );
  return {
    associations: (directConnectGatewayId) =>
      list('DescribeDirectConnectGatewayAssociations', async (page, options) => {
        const input = { directConnectGatewayId, ...page };
        const command = new sdk.DescribeDirectConnectGatewayAssociationsCommand(input);
        const answer = await client.send(command, options);
        const items = listOf(answer.directConnectGatewayAssociations, 'associations');
        return { items: items.map(toAssociation), next: answer.nextToken };
      }),
    attachments: (directConnectGatewayId) =>
      list('DescribeDirectConnectGatewayAttachments', async (page, options) => {
        const input = { directConnectGatewayId, ...page };
        const command = new sdk.DescribeDirectConnectGatewayAttachmentsCommand(input);
        const answer = await client.send(command, options);
        const items = listOf(answer.directConnectGatewayAttachments, 'attachments');
        return { items: items.map(toPlace), next: answer.nextToken };
      }),
    virtualInterfaces: () =>
      list('DescribeVirtualInterfaces', async (page, options) => {
        const answer = await client.send(new sdk.DescribeVirtualInterfacesCommand(page), options);
        const raws = listOf(answer.virtualInterfaces, 'virtual interfaces');
        for (const raw of raws) maskKeys(raw, deps);
        return { items: raws.map(toInterface), next: answer.nextToken };
      }),
  };
}

/** Asks for one page of a list. */
type PageRequest<Shown> = (
  page: { readonly nextToken?: string },
  options: { readonly abortSignal: AbortSignal },
) => Promise<Page<Shown>>;

/** An answer without its list is half finished, and is not an empty one. */
function listOf<T>(items: readonly T[] | undefined, what: string): readonly T[] {
  if (items === undefined) throw new Error(`AWS answered without a list of ${what}`);
  return items;
}

const KEY_IN_CONFIGURATION = /<bgp_auth_key>([^<]*)<\/bgp_auth_key>/g;

/** Direct Connect gives the key of BGP in clear to whoever may list interfaces, in three places. */
function maskKeys({ authKey, bgpPeers = [], customerRouterConfig = '' }: SdkInterface, deps: AwsDeps): void {
  const written = [...customerRouterConfig.matchAll(KEY_IN_CONFIGURATION)].map(([, key]) => key);
  for (const key of [authKey, ...bgpPeers.map((peer) => peer.authKey), ...written]) {
    if (key !== undefined && key !== '') deps.mask(key);
  }
}

function toInterface(raw: SdkInterface): VirtualInterface {
  const { awsLogicalDeviceId, awsDeviceV2 } = raw;
  return {
    id: raw.virtualInterfaceId ?? '',
    name: raw.virtualInterfaceName ?? '',
    location: raw.location ?? '',
    connectionId: raw.connectionId ?? '',
    device: [awsLogicalDeviceId, awsDeviceV2].find((text) => text !== undefined && text !== '') ?? null,
    state: raw.virtualInterfaceState ?? 'unknown',
    mtu: raw.mtu ?? null,
    peers: (raw.bgpPeers ?? []).filter(({ addressFamily }) => addressFamily !== 'ipv6').map(toPeer),
  };
}

function toPeer(raw: BGPPeer): InterfacePeer {
  return {
    state: raw.bgpPeerState ?? '',
    status: raw.bgpStatus === 'up' || raw.bgpStatus === 'down' ? raw.bgpStatus : 'unknown',
    amazonAddress: raw.amazonAddress ?? '',
    customerAddress: raw.customerAddress ?? '',
    asn: raw.asnLong ?? raw.asn ?? null,
  };
}

function toPlace(raw: SdkAttachment): InterfacePlace {
  return {
    interfaceId: raw.virtualInterfaceId ?? '',
    region: raw.virtualInterfaceRegion ?? '',
    ownerAccount: raw.virtualInterfaceOwnerAccount ?? '',
    state: raw.attachmentState ?? 'unknown',
  };
}

function toAssociation(raw: SdkAssociation): GatewayAssociation {
  return {
    id: raw.associationId ?? '',
    transitGatewayId: raw.associatedGateway?.id ?? '',
    state: raw.associationState ?? 'unknown',
    error: raw.stateChangeError ?? '',
    allowedPrefixes: (raw.allowedPrefixesToDirectConnectGateway ?? []).flatMap(({ cidr }) => cidr ?? []),
  };
}
