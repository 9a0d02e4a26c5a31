import type { ObjectValue, ProviderName } from '#simulator/terraform-provider/engine/types.js';
import { SIMULATED_ACCOUNTS, type World } from '#simulator/world/world.js';
import { awsLinkObjects } from './simulated-link-aws.ts';
import { azureLinkObjects } from './simulated-link-azure.ts';

const { region } = SIMULATED_ACCOUNTS;

export interface LinkOptions {
  /** How many links, each with a VPC, Transit Gateway, virtual network and VPN gateway of its own. 1 when left out. */
  readonly links?: number;
  readonly podRouting?: 'gateway' | 'bgp' | 'udr' | 'masquerade';
  /** Hybrid nodes of a link, each with a network interface and a /25 of pods. 2 when left out. */
  readonly nodes?: number;
  /** Ranges of the VPC beside 10.40.0.0/16. */
  readonly vpcRanges?: readonly string[];
  /** Ranges of the virtual network beside 10.80.0.0/16. */
  readonly vnetRanges?: readonly string[];
  readonly kind?: 'vpn' | 'private';
}

/** One tunnel in the form of the foundation stack's output `tunnel_expectations`. */
export interface ExpectedTunnel {
  readonly inside_cidr: string;
  readonly aws_vpn_connection_id: string;
  readonly aws_outside_address: string;
  readonly aws_inside_address: string;
  readonly aws_asn: number;
  readonly azure_instance: number;
  readonly azure_public_ip: string;
  readonly azure_inside_address: string;
  readonly azure_asn: number;
  readonly azure_connection_name: string;
  readonly aws_learns: readonly string[];
  readonly azure_learns: readonly string[];
}

/** The output `tunnel_expectations` as the module site-to-site-vpn writes it. */
export interface TunnelExpectations {
  readonly aws: {
    readonly transit_gateway_id: string;
    readonly cloud_route_table_id: string;
    readonly link_route_table_id: string;
    readonly asn: number;
    readonly learns: readonly string[];
  };
  readonly azure: {
    readonly resource_group_name: string;
    readonly gateway_name: string;
    readonly gateway_id: string;
    readonly asn: number;
    readonly learns: readonly string[];
  };
  readonly tunnels: Readonly<Record<string, ExpectedTunnel>>;
}

/** A link that was put into a world, by what a test needs to find it again. */
export interface CreatedLink {
  readonly number: number;
  readonly group: string;
  readonly vpcId: string;
  readonly transitGatewayId: string;
  readonly gatewayId: string;
  readonly gatewayName: string;
  readonly vpnConnectionIds: readonly string[];
  readonly routeServerName: string | null;
  readonly directConnectGatewayId: string | null;
  readonly circuitId: string | null;
  readonly interfaceIds: readonly string[];
  /** Null for a private link, which has no tunnels. */
  readonly expectations: TunnelExpectations | null;
  /** Keys that must show up nowhere: pre-shared ones, and of BGP on a private link. */
  readonly secrets: readonly string[];
}

/** An object to be put, by the attributes that servers and rules read. */
export interface LinkObject {
  readonly type: string;
  readonly attributes: ObjectValue;
}

/** Options with nothing left out, and which link of several this is. */
export interface LinkPlan extends Required<LinkOptions> {
  readonly number: number;
}

/**
 * Puts links into a world as the stack `foundation` makes them, and hybrid nodes beside, without running Terraform. A
 * healthy link; break it with a fault, or by patching an object of the world.
 */
export function createLink(world: World, options: LinkOptions = {}): readonly CreatedLink[] {
  const plan = {
    links: 1,
    podRouting: 'gateway',
    nodes: 2,
    vpcRanges: [],
    vnetRanges: [],
    kind: 'vpn',
    ...options,
  } as const;
  return Array.from({ length: plan.links }, (_, number) => {
    const aws = awsLinkObjects({ ...plan, number });
    const azure = azureLinkObjects({ ...plan, number }, aws);
    for (const object of [...aws.objects, ...azure.objects]) put(world, object);
    return { number, ...aws.created, ...azure.created };
  });
}

/** The key of an object that {@link createLink} made, for `world.objects.patch` and `delete`. */
export function keyOf(type: string, id: string): string {
  return `${type}:${JSON.stringify(id)}`;
}

function put(world: World, { type, attributes }: LinkObject): void {
  const id = attributes['id'];
  const key = keyOf(type, typeof id === 'string' ? id : '');
  world.objects.put({ key, provider: providerOf(type), type, region, attributes });
}

function providerOf(type: string): ProviderName {
  return type.startsWith('aws_') ? 'aws' : 'azurerm';
}
