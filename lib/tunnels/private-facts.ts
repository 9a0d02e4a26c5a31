import type { Reading } from './facts.ts';

/** A virtual interface of Direct Connect: one VLAN to the router at the colocation. No key is in it. */
export interface VirtualInterface {
  readonly id: string;
  readonly name: string;
  /** Code of the Direct Connect location, `EqFA5`. */
  readonly location: string;
  readonly connectionId: string;
  /** AWS's end of the connection, a failure domain of its own; null where AWS does not say it. */
  readonly device: string | null;
  /** `available`, `down`, `confirming`, `pending`, `verifying`, `rejected`… */
  readonly state: string;
  readonly mtu: number | null;
  /** IPv4 alone: this suite carries nothing else. */
  readonly peers: readonly InterfacePeer[];
}

export interface InterfacePeer {
  /** `available`, `pending`, `verifying`… */
  readonly state: string;
  readonly status: 'up' | 'down' | 'unknown';
  /** Addresses of the session with the length of their network; empty where AWS gives none. */
  readonly amazonAddress: string;
  readonly customerAddress: string;
  readonly asn: number | null;
}

/** A virtual interface at a Direct Connect gateway, as the gateway tells of it. */
export interface InterfaceAttachment {
  readonly interfaceId: string;
  /** `attached`, `attaching`, `detaching`, `detached`. */
  readonly state: string;
  readonly detail: Reading<VirtualInterface>;
}

/** What a Direct Connect gateway advertises for a transit gateway. */
export interface GatewayAssociation {
  readonly id: string;
  readonly transitGatewayId: string;
  /** `associated`, `associating`, `updating`, `disassociating`… */
  readonly state: string;
  /** Why the last change failed; empty for none. */
  readonly error: string;
  readonly allowedPrefixes: readonly string[];
}

export interface DirectConnectGateway {
  readonly id: string;
  readonly associations: Reading<readonly GatewayAssociation[]>;
  readonly attachments: Reading<readonly InterfaceAttachment[]>;
}

/** Private peering of a circuit. */
export interface CircuitPeering {
  readonly name: string;
  /** `Enabled` or `Disabled`. */
  readonly state: string;
  readonly provisioningState: string;
  readonly peerAsn: string | null;
}

export interface CircuitRoute {
  readonly network: string;
  readonly nextHop: string;
  /** Numbers in between, nearest first, separated by spaces. */
  readonly path: string;
}

export const CIRCUIT_DEVICES = ['primary', 'secondary'] as const;
export type CircuitDevice = (typeof CIRCUIT_DEVICES)[number];

/** An ExpressRoute circuit. No key is in it. */
export interface Circuit {
  readonly id: string;
  readonly name: string;
  readonly provisioningState: string;
  /** `Enabled` where Microsoft has set up its part. */
  readonly circuitState: string;
  /** `NotProvisioned`, `Provisioning`, `Provisioned`, `Deprovisioning`. */
  readonly providerState: string;
  readonly provider: string;
  readonly location: string;
  /** Null: it has no private peering. */
  readonly peering: CircuitPeering | null;
  /** What each of Microsoft's two routers knows of both sides. */
  readonly routes: ReadonlyMap<CircuitDevice, Reading<readonly CircuitRoute[]>>;
}

/** The connection of an ExpressRoute gateway to its circuit. */
export interface PrivateConnection {
  readonly id: string;
  readonly name: string;
  readonly gatewayId: string;
  readonly provisioningState: string;
  /** `Connected`, `Connecting`, `NotConnected`, `Unknown`; empty while Azure gives none. */
  readonly status: string;
  readonly circuitId: string;
  readonly circuit: Reading<Circuit>;
}
