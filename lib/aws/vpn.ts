import type * as Sdk from '@aws-sdk/client-ec2';
import type {
  ActiveVpnTunnelStatus,
  CustomerGateway as SdkCustomerGateway,
  EC2Client,
  TransitGatewayAttachment as SdkAttachment,
  TransitGatewayRouteTablePropagation as SdkPropagation,
  TunnelOption,
  VpnConnection as SdkVpn,
} from '@aws-sdk/client-ec2';
import { cipherName } from '../tunnels/crypto.ts';
import type { CryptoPolicy, Maintenance, NegotiatedCrypto } from '../tunnels/facts.ts';
import type { KeyMarker } from '../tunnels/key-mark.ts';
import { common, type Ec2ListCall, ec2Lister, type Ec2Object } from './ec2-list.ts';
import { type AwsAnswer, type AwsDeps, readAws } from './read-call.ts';

/** One tunnel of a VPN connection, without its key. Times in milliseconds since 1970. */
export interface VpnTunnel {
  readonly outsideAddress: string;
  readonly insideCidr: string | null;
  readonly status: 'UP' | 'DOWN' | null;
  readonly statusMessage: string;
  readonly acceptedRoutes: number | null;
  readonly lastStatusChange: number | null;
  readonly asked: CryptoPolicy;
  readonly keyMark: string | null;
}

export interface VpnDetail extends Ec2Object {
  readonly state: string;
  readonly transitGatewayId: string | null;
  readonly customerGatewayId: string | null;
  readonly tunnels: readonly VpnTunnel[];
}

export interface CustomerGatewayDetail extends Ec2Object {
  readonly address: string | null;
  readonly asn: string | null;
}

export interface AttachmentDetail extends Ec2Object {
  readonly transitGatewayId: string;
  readonly kind: string;
  readonly resourceId: string;
  readonly tableId: string | null;
}

/** What the state of VPN tunnels is read with. A failure is an answer with a reason. */
export interface VpnReader {
  readonly vpnConnections: Ec2ListCall<VpnDetail>;
  readonly customerGateways: Ec2ListCall<CustomerGatewayDetail>;
  readonly attachments: Ec2ListCall<AttachmentDetail>;
  /** Ids of the attachments that propagate into a route table. */
  propagations(tableId: string): Promise<AwsAnswer<readonly string[]>>;
  negotiated(connectionId: string, outsideAddress: string): Promise<AwsAnswer<NegotiatedCrypto>>;
  maintenance(connectionId: string, outsideAddress: string): Promise<AwsAnswer<Maintenance>>;
}

const GONE: ReadonlySet<string> = new Set(['deleted', 'deleting']);

/** The SDK is loaded here. Keys are masked and turned into marks before anything else sees an answer. */
export async function createVpnReader(region: string, marker: KeyMarker, deps: AwsDeps): Promise<VpnReader> {
  const sdk = await import('@aws-sdk/client-ec2');
  const client = new sdk.EC2Client({ region, maxAttempts: 1 });
  const list = ec2Lister(client, deps);
  return {
    vpnConnections: list('DescribeVpnConnections', toVpn(marker, deps), async (send, { Filters }) => {
      const { VpnConnections } = await send(new sdk.DescribeVpnConnectionsCommand({ Filters }));
      return { items: VpnConnections, next: undefined };
    }),
    customerGateways: list('DescribeCustomerGateways', toCustomerGateway, async (send, { Filters }) => {
      const { CustomerGateways } = await send(new sdk.DescribeCustomerGatewaysCommand({ Filters }));
      return { items: CustomerGateways, next: undefined };
    }),
    attachments: list('DescribeTransitGatewayAttachments', toAttachment, async (send, input) => {
      const answer = await send(new sdk.DescribeTransitGatewayAttachmentsCommand(input));
      return { items: answer.TransitGatewayAttachments, next: answer.NextToken };
    }),
    propagations: (TransitGatewayRouteTableId) =>
      list('GetTransitGatewayRouteTablePropagations', toPropagation, async (send, input) => {
        const answer = await send(
          new sdk.GetTransitGatewayRouteTablePropagationsCommand({ ...input, TransitGatewayRouteTableId }),
        );
        return { items: answer.TransitGatewayRouteTablePropagations, next: answer.NextToken };
      })({}),
    ...tunnelCalls(client, sdk, deps),
  };
}

function tunnelCalls(
  client: EC2Client,
  sdk: typeof Sdk,
  deps: AwsDeps,
): Pick<VpnReader, 'negotiated' | 'maintenance'> {
  return {
    negotiated: (VpnConnectionId, VpnTunnelOutsideIpAddress) =>
      readAws(
        'EC2 GetActiveVpnTunnelStatus',
        async (abortSignal) => {
          const command = new sdk.GetActiveVpnTunnelStatusCommand({
            VpnConnectionId,
            VpnTunnelOutsideIpAddress,
          });
          return toNegotiated((await client.send(command, { abortSignal })).ActiveVpnTunnelStatus ?? {});
        },
        deps,
      ),
    maintenance: (VpnConnectionId, VpnTunnelOutsideIpAddress) =>
      readAws(
        'EC2 GetVpnTunnelReplacementStatus',
        async (abortSignal) => {
          const command = new sdk.GetVpnTunnelReplacementStatusCommand({
            VpnConnectionId,
            VpnTunnelOutsideIpAddress,
          });
          const { MaintenanceDetails: details } = await client.send(command, { abortSignal });
          return {
            pending: !/^(?:none|no|false|)$/i.test(details?.PendingMaintenance ?? ''),
            appliedAfter: details?.MaintenanceAutoAppliedAfter?.getTime() ?? null,
            lastApplied: details?.LastMaintenanceApplied?.getTime() ?? null,
          };
        },
        deps,
      ),
  };
}

const PROVISIONING = ['available', 'pending', 'failed'] as const;

function toNegotiated(raw: ActiveVpnTunnelStatus): NegotiatedCrypto {
  const name = (text: string | number | undefined): string | null =>
    text === undefined || text === '' || text === 0 ? null : cipherName(text);
  return {
    provisioning: PROVISIONING.find((state) => state === raw.ProvisioningStatus) ?? 'unknown',
    provisioningReason: raw.ProvisioningStatusReason ?? '',
    ikeVersion: raw.IkeVersion?.toLowerCase() ?? null,
    phase1: name(raw.Phase1EncryptionAlgorithm),
    phase1Group: name(raw.Phase1DHGroup),
    phase2: name(raw.Phase2EncryptionAlgorithm),
    phase2Group: name(raw.Phase2DHGroup),
  };
}

const KEY_IN_CONFIGURATION = /<pre_shared_key>([^<]*)<\/pre_shared_key>/g;

function toVpn(marker: KeyMarker, { mask }: AwsDeps) {
  return (raw: SdkVpn): VpnDetail | undefined => {
    const options = raw.Options?.TunnelOptions ?? [];
    const written = [...(raw.CustomerGatewayConfiguration ?? '').matchAll(KEY_IN_CONFIGURATION)];
    for (const key of [...options.map((one) => one.PreSharedKey), ...written.map(([, key]) => key)]) {
      if (key !== undefined && key !== '') mask(key);
    }
    if (GONE.has(raw.State ?? '')) return undefined;
    return {
      ...common(raw.VpnConnectionId, undefined, raw.Tags),
      state: raw.State ?? '',
      transitGatewayId: raw.TransitGatewayId ?? null,
      customerGatewayId: raw.CustomerGatewayId ?? null,
      tunnels: options.map((option) => toTunnel(option, raw, marker)),
    };
  };
}

function toTunnel(option: TunnelOption, { VgwTelemetry = [] }: SdkVpn, marker: KeyMarker): VpnTunnel {
  const outsideAddress = option.OutsideIpAddress ?? '';
  const telemetry = VgwTelemetry.find((one) => one.OutsideIpAddress === outsideAddress);
  const status = telemetry?.Status;
  return {
    outsideAddress,
    insideCidr: option.TunnelInsideCidr ?? null,
    status: status === 'UP' || status === 'DOWN' ? status : null,
    statusMessage: telemetry?.StatusMessage ?? '',
    acceptedRoutes: telemetry?.AcceptedRouteCount ?? null,
    lastStatusChange: telemetry?.LastStatusChange?.getTime() ?? null,
    asked: {
      ikeVersions: values(option.IkeVersions).map((text) => text.toLowerCase()),
      phase1Encryption: values(option.Phase1EncryptionAlgorithms),
      phase1Integrity: values(option.Phase1IntegrityAlgorithms),
      phase1Groups: values(option.Phase1DHGroupNumbers),
      phase2Encryption: values(option.Phase2EncryptionAlgorithms),
      phase2Integrity: values(option.Phase2IntegrityAlgorithms),
      phase2Groups: values(option.Phase2DHGroupNumbers),
      phase2Lifetime: option.Phase2LifetimeSeconds ?? null,
    },
    keyMark: marker(option.PreSharedKey),
  };
}

function values(
  list: readonly { readonly Value?: string | number | undefined }[] | undefined,
): readonly string[] {
  return (list ?? []).flatMap(({ Value }) => (Value === undefined ? [] : [cipherName(Value)]));
}

function toCustomerGateway(raw: SdkCustomerGateway): CustomerGatewayDetail | undefined {
  if (GONE.has(raw.State ?? '')) return undefined;
  return {
    ...common(raw.CustomerGatewayId, undefined, raw.Tags),
    address: raw.IpAddress ?? null,
    asn: raw.BgpAsn ?? raw.BgpAsnExtended ?? null,
  };
}

function toAttachment(raw: SdkAttachment): AttachmentDetail | undefined {
  if (GONE.has(raw.State ?? '')) return undefined;
  return {
    ...common(raw.TransitGatewayAttachmentId, raw.ResourceOwnerId, raw.Tags),
    transitGatewayId: raw.TransitGatewayId ?? '',
    kind: raw.ResourceType ?? '',
    resourceId: raw.ResourceId ?? '',
    tableId: raw.Association?.TransitGatewayRouteTableId ?? null,
  };
}

function toPropagation(raw: SdkPropagation): string | undefined {
  return raw.State === 'disabled' || raw.State === 'disabling' ? undefined : raw.TransitGatewayAttachmentId;
}
