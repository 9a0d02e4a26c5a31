import type { ObjectValue, ProviderName, WorldObject } from '#simulator/terraform-provider/engine/types.js';
import { LINK_PATCHES } from '#simulator/world/link/patches.js';
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
  /** `both`: a private link with a VPN beside it, at the same networks. */
  readonly kind?: 'vpn' | 'private' | 'both';
  /** How single links differ, by their number; there are at least as many links. */
  readonly each?: readonly LinkVariant[];
}

/** What is special about one link of several. */
export interface LinkVariant {
  readonly podRouting?: LinkOptions['podRouting'];
  /** Name of a fault of the configuration that only this link has. */
  readonly fault?: string;
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

/** The output `link_expectations` as the module private-link writes it. */
export interface PrivateExpectations {
  readonly aws: TunnelExpectations['aws'] & {
    readonly attachment_id: string;
    readonly direct_connect_gateway_id: string;
    readonly association_id: string;
  };
  readonly azure: Omit<TunnelExpectations['azure'], 'asn'> & {
    readonly connection_name: string;
    readonly circuit_id: string;
  };
}

/** A link that was put into a world, by what a test needs to find it again. */
export interface CreatedLink {
  readonly number: number;
  readonly podRouting: NonNullable<LinkOptions['podRouting']>;
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
  /** Null for a VPN alone. */
  readonly privateExpectations: PrivateExpectations | null;
  /** Keys that must show up nowhere: pre-shared ones, and of BGP on a private link. */
  readonly secrets: readonly string[];
}

/** An object to be put, by the attributes that servers and rules read. */
export interface LinkObject {
  readonly type: string;
  readonly attributes: ObjectValue;
}

/** Options with nothing left out, and which link of several this is. */
export interface LinkPlan extends Required<Omit<LinkOptions, 'each'>> {
  readonly number: number;
}

/**
 * Puts links into a world as the stack `foundation` makes them, and hybrid nodes beside, without running Terraform. A
 * healthy link; break it with a fault, or by patching an object of the world.
 */
export function createLink(world: World, options: LinkOptions = {}): readonly CreatedLink[] {
  const { each = [], ...rest } = options;
  const all = {
    links: Math.max(1, each.length),
    podRouting: 'gateway',
    nodes: 2,
    vpcRanges: [],
    vnetRanges: [],
    kind: 'vpn',
    ...rest,
  } as const;
  return Array.from({ length: all.links }, (_, number) => {
    const { fault, podRouting = all.podRouting } = each[number] ?? {};
    const plan = { ...all, podRouting, number };
    const aws = awsLinkObjects(plan);
    const azure = azureLinkObjects(plan, aws);
    const objects = [...aws.objects, ...azure.objects].map(toWorldObject);
    for (const object of spoiled(objects, fault)) world.objects.put(object);
    return { number, podRouting, ...aws.created, ...azure.created };
  });
}

/** The objects of one link as a fault of the configuration changes them. */
function spoiled(objects: readonly WorldObject[], fault: string | undefined): readonly WorldObject[] {
  if (fault === undefined) return objects;
  const patch = LINK_PATCHES[fault];
  if (patch === undefined) throw new Error(`${fault} is no fault of the configuration`);
  return patch(objects);
}

/** The key of an object that {@link createLink} made, for `world.objects.patch` and `delete`. */
export function keyOf(type: string, id: string): string {
  return `${type}:${JSON.stringify(id)}`;
}

function toWorldObject({ type, attributes }: LinkObject): WorldObject {
  const id = attributes['id'];
  const key = keyOf(type, typeof id === 'string' ? id : '');
  return { key, provider: providerOf(type), type, region, attributes };
}

function providerOf(type: string): ProviderName {
  return type.startsWith('aws_') ? 'aws' : 'azurerm';
}
