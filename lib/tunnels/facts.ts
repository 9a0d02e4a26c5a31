import type { Cidr } from '../net/cidr.ts';
import type { DirectConnectGateway, PrivateConnection } from './private-facts.ts';

/** What was read, or why it could not be. A failed read is never an empty list. */
export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** Names of ciphers as this suite writes them, so that both clouds' can be compared; see crypto.ts. */
export interface CryptoPolicy {
  readonly ikeVersions: readonly string[];
  readonly phase1Encryption: readonly string[];
  readonly phase1Integrity: readonly string[];
  readonly phase1Groups: readonly string[];
  readonly phase2Encryption: readonly string[];
  readonly phase2Integrity: readonly string[];
  /** Perfect forward secrecy; `none` where it is off. */
  readonly phase2Groups: readonly string[];
  /** Seconds; null where the cloud does not say. */
  readonly phase2Lifetime: number | null;
}

/** What a tunnel has agreed on; null for a phase that is not up. */
export interface NegotiatedCrypto {
  readonly provisioning: 'available' | 'pending' | 'failed' | 'unknown';
  readonly provisioningReason: string;
  readonly ikeVersion: string | null;
  readonly phase1: string | null;
  readonly phase1Group: string | null;
  readonly phase2: string | null;
  readonly phase2Group: string | null;
}

export interface Maintenance {
  readonly pending: boolean;
  /** Milliseconds since 1970. */
  readonly appliedAfter: number | null;
  readonly lastApplied: number | null;
}

/** A tunnel as AWS sees it. Times in milliseconds since 1970. */
export interface AwsTunnel {
  readonly connectionId: string;
  readonly connectionName: string;
  readonly outsideAddress: string;
  readonly insideCidr: string | null;
  /** `pending`, `available`, `modifying`… */
  readonly connectionState: string;
  readonly customerGateway: { readonly address: string | null; readonly asn: string | null };
  readonly transitGatewayId: string | null;
  readonly status: 'UP' | 'DOWN' | null;
  readonly statusMessage: string;
  readonly acceptedRoutes: number | null;
  readonly lastStatusChange: number | null;
  readonly asked: CryptoPolicy;
  /** Compares keys without holding one; null where the cloud does not give the key. */
  readonly keyMark: string | null;
  readonly negotiated: Reading<NegotiatedCrypto>;
  readonly maintenance: Reading<Maintenance>;
  /** Up (1) or down (0) by time, oldest first; what is missing is not there. */
  readonly history: Reading<readonly { readonly at: number; readonly up: boolean }[]>;
}

/** One of the machines of an active-active gateway, a failure domain of its own. */
export interface AzureInstance {
  /** Last segment of its IP configuration's id. */
  readonly name: string;
  readonly publicAddresses: readonly string[];
  readonly bgpAddresses: readonly string[];
}

export interface BgpPeer {
  readonly localAddress: string;
  readonly neighbor: string;
  readonly asn: number | null;
  readonly state: string;
  /** Milliseconds. */
  readonly connectedFor: number | null;
  readonly routesReceived: number | null;
}

export interface GatewayRoute {
  readonly network: string;
  readonly sourcePeer: string;
  readonly nextHop: string;
  readonly origin: string;
  /** `65001-65002`. */
  readonly asPath: string;
}

export interface AzureGateway {
  readonly kind: 'vpn' | 'express-route';
  readonly id: string;
  readonly name: string;
  readonly group: string;
  /** Id of its virtual network in lower case; null while it has none. */
  readonly networkId: string | null;
  readonly provisioningState: string;
  readonly activeActive: boolean;
  readonly asn: string | null;
  readonly instances: readonly AzureInstance[];
  readonly peers: Reading<readonly BgpPeer[]>;
  readonly learned: Reading<readonly GatewayRoute[]>;
  /** By the peer's address. */
  readonly advertised: ReadonlyMap<string, Reading<readonly GatewayRoute[]>>;
}

/** A connection of the Azure gateway with the local network gateway it leads to. */
export interface AzureConnection {
  readonly id: string;
  readonly name: string;
  readonly gatewayId: string;
  readonly provisioningState: string;
  /** `Unknown`, `Connecting`, `Connected`, `NotConnected`; empty while Azure gives none. */
  readonly status: string;
  /** Status of each attempt, from either instance; by design only one can be connected. */
  readonly attempts: readonly {
    readonly name: string;
    readonly status: string;
    readonly since: number | null;
  }[];
  readonly bgpEnabled: boolean;
  readonly customBgp: readonly { readonly instance: string; readonly address: string }[];
  /** Null: Azure's own choice. */
  readonly asked: CryptoPolicy | null;
  readonly keyMark: string | null;
  readonly peer: Reading<{
    readonly name: string;
    readonly address: string | null;
    readonly asn: string | null;
    readonly bgpAddress: string | null;
  }>;
}

export interface TransitRoute {
  readonly destination: string | undefined;
  readonly target: string;
  readonly via: string;
  readonly active: boolean;
}

/** A route table of the transit gateway or of a VPC. */
export interface TableFacts {
  readonly id: string;
  readonly name: string;
  readonly routes: Reading<readonly TransitRoute[]>;
}

export interface TransitGatewayFacts {
  readonly id: string;
  readonly asn: string | null;
  /** Attachments with the tables that are associated with them; `kind` as EC2 says it: `vpn`, `vpc`. */
  readonly attachments: Reading<
    readonly {
      readonly id: string;
      readonly kind: string;
      readonly resourceId: string;
      readonly tableId: string | null;
    }[]
  >;
  readonly tables: Reading<readonly TableFacts[]>;
  /** Ids of attachments by the table that they propagate to. */
  readonly propagations: ReadonlyMap<string, Reading<readonly string[]>>;
}

export interface RouteServerPeer {
  readonly name: string;
  readonly address: string;
  readonly asn: string;
  readonly state: string;
  readonly learned: Reading<readonly GatewayRoute[]>;
}

export interface RouteServer {
  readonly name: string;
  readonly group: string;
  readonly branchToBranch: boolean | null;
  readonly provisioningState: string;
  readonly peers: Reading<readonly RouteServerPeer[]>;
}

/** Effective route of a network interface. */
export interface EffectiveRoute {
  readonly prefixes: readonly string[];
  readonly nextHopType: string;
  readonly source: string;
  readonly active: boolean;
}

export interface NodeInterface {
  readonly name: string;
  /** Id of the virtual network in lower case. */
  readonly networkId: string;
  /** In lower case. */
  readonly subnetId: string;
  readonly routes: Reading<readonly EffectiveRoute[]>;
}

/** What may stand in the way inside Azure's network. */
export interface AzureSubnet {
  /** In lower case. */
  readonly id: string;
  readonly name: string;
  /** Id of the virtual network in lower case. */
  readonly networkId: string;
  readonly securityGroupId: string | null;
  readonly routeTableId: string | null;
}

export interface SecurityRule {
  readonly priority: number;
  readonly inbound: boolean;
  readonly allows: boolean;
  /** `Tcp`, `*`… */
  readonly protocol: string;
  /** Ranges, `*` or a service tag. */
  readonly sources: readonly string[];
  /** `*`, `443` or `1000-2000`. */
  readonly ports: readonly string[];
}

export interface SecurityGroup {
  readonly id: string;
  readonly name: string;
  readonly rules: readonly SecurityRule[];
}

export interface AzureRouteTable {
  readonly id: string;
  readonly name: string;
  readonly propagationOff: boolean;
  readonly routes: readonly { readonly prefix: string; readonly nextHopType: string }[];
}

/** Everything that was read of both clouds, before anything is judged. No key is in it. */
export interface CloudFacts {
  /** Milliseconds since 1970. */
  readonly readAt: number;
  readonly awsTunnels: Reading<readonly AwsTunnel[]>;
  readonly transitGateways: Reading<readonly TransitGatewayFacts[]>;
  readonly vpcTables: Reading<readonly (TableFacts & { readonly vpcId: string })[]>;
  readonly gateways: Reading<readonly AzureGateway[]>;
  readonly connections: Reading<readonly AzureConnection[]>;
  /** Both halves of private links; empty lists where there is none. */
  readonly directConnect: Reading<readonly DirectConnectGateway[]>;
  readonly privateConnections: Reading<readonly PrivateConnection[]>;
  readonly routeServers: Reading<readonly RouteServer[]>;
  readonly interfaces: Reading<readonly NodeInterface[]>;
  /** Ids of the virtual networks that a machine has an interface in, in lower case; null where nobody looked. */
  readonly machineNetworks: readonly string[] | null;
  readonly subnets: Reading<readonly AzureSubnet[]>;
  readonly routeTables: Reading<readonly AzureRouteTable[]>;
  readonly securityGroups: Reading<readonly SecurityGroup[]>;
  /** Reasons why lists that complete others could not be read; what they would have told is missing above. */
  readonly lacking: readonly string[];
}

export type PodRouting = 'gateway' | 'bgp' | 'udr' | 'masquerade';

/** What a link must carry. From the stack's outputs, never typed by hand. */
export interface Expectations {
  readonly name: string;
  /** Networks of Azure that AWS must reach, of AWS that Azure must reach. */
  readonly fromAzure: readonly Cidr[];
  readonly fromAws: readonly Cidr[];
  readonly pods: readonly Cidr[];
  readonly podRouting: PodRouting | null;
  readonly vpcTableIds: readonly string[];
  readonly vpcDestinations: readonly Cidr[];
  readonly transitGatewayId: string | null;
  readonly cloudTableId: string | null;
  readonly linkTableId: string | null;
  readonly gatewayId: string | null;
  /** Null: the link is a VPN. */
  readonly directConnectGatewayId: string | null;
  readonly circuitId: string | null;
  readonly tunnels: readonly ExpectedTunnel[];
}

export interface ExpectedTunnel {
  readonly name: string;
  readonly awsOutside: string;
  readonly awsInside: string;
  readonly azureInside: string;
  readonly azurePublic: string;
  readonly azureConnection: string;
  readonly instance: number;
}
