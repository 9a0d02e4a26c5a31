import { textsAt } from '../row.ts';
import type { LinkPart } from './parts.ts';
import { isLinked, textOf } from './relations.ts';

/** One tunnel that the plan knows of, with the rows of its two ends. */
export interface Tunnel {
  readonly name: string;
  /** Null for a tunnel known by its Azure end alone. */
  readonly connection: LinkPart | null;
  readonly number: 1 | 2 | null;
  readonly localGateways: readonly LinkPart[];
  readonly azureConnections: readonly LinkPart[];
  /** What fails together with it: its AWS connection. Null when the plan does not tell. */
  readonly domain: string | null;
  /** Whether it ran before the apply: nothing of it that the plan knows of is still to be made. */
  readonly running: boolean;
}

export interface FoundTunnels {
  readonly tunnels: readonly Tunnel[];
  /** Azure ends of which the AWS tunnel could not be told, although the plan has AWS connections. */
  readonly unmatched: readonly LinkPart[];
}

/**
 * Finds the tunnels of a plan. Each AWS connection has two; the Azure end of a tunnel is found by the public address of
 * the AWS end, then by its inside address, then by the key that the module gives it (`instance0-tunnel1`), as neither
 * address is in the plan for what is still to be made. A plan with the Azure ends alone has a tunnel for each.
 */
export function findTunnels(parts: readonly LinkPart[]): FoundTunnels {
  const ofType = (type: string): readonly LinkPart[] => parts.filter((part) => part.type === type);
  const locals = ofType('azurerm_local_network_gateway');
  const azure = ofType('azurerm_virtual_network_gateway_connection');
  const ends = ofType('aws_vpn_connection').flatMap((connection) =>
    ([1, 2] as const).map((number) => ({ connection, number })),
  );
  const unmatched = new Set([...locals, ...azure]);
  const tunnels = ends.map(({ connection, number }): Tunnel => {
    const localGateways = locals.filter((part) => isLocalGatewayOf(part, connection, number));
    const azureConnections = azure.filter((part) => isEndOf(part, localGateways, connection, number));
    for (const part of [...localGateways, ...azureConnections]) unmatched.delete(part);
    return {
      name: `${connectionName(connection)}-tunnel${number}`,
      connection,
      number,
      localGateways,
      azureConnections,
      domain: connection.address,
      running: [connection, ...azureConnections].every((part) => part.before !== null),
    };
  });
  if (ends.length > 0) return { tunnels: withUniqueNames(tunnels), unmatched: [...unmatched] };
  return { tunnels: withUniqueNames(azureTunnels(azure, locals)), unmatched: [] };
}

function azureTunnels(azure: readonly LinkPart[], locals: readonly LinkPart[]): readonly Tunnel[] {
  return azure.map((part) => {
    const name = connectionName(part);
    return {
      name,
      connection: null,
      number: null,
      localGateways: locals.filter(
        (local) =>
          isLinked(part, 'local_network_gateway_id', local, 'id') ??
          (local.index !== null && local.index === part.index && local.module === part.module),
      ),
      azureConnections: [part],
      // Without the AWS side only the module's own naming tells which tunnels share a connection.
      domain: /^(.+)-tunnel[12]$/.exec(name)?.[1] ?? null,
      running: part.before !== null,
    };
  });
}

/** The key of `for_each`, or the block's own name, with the number that `count` gives it. */
export function connectionName(part: LinkPart): string {
  if (typeof part.index === 'string') return part.index;
  return part.index === null ? part.name : `${part.name}${part.index}`;
}

function isLocalGatewayOf(local: LinkPart, connection: LinkPart, number: 1 | 2): boolean {
  const byAddress = isLinked(local, 'gateway_address', connection, `tunnel${number}_address`);
  if (byAddress !== undefined) return byAddress;
  const peer =
    textsAt(local.before, 'bgp_settings.bgp_peering_address')[0] ??
    textsAt(local.after, 'bgp_settings.bgp_peering_address')[0];
  const inside = insideAddress(connection, number);
  if (peer !== undefined && inside !== undefined) return peer === inside;
  return hasTunnelKey(local, connection, number);
}

function isEndOf(
  part: LinkPart,
  localGateways: readonly LinkPart[],
  connection: LinkPart,
  number: 1 | 2,
): boolean {
  const linked = localGateways.map((local) => isLinked(part, 'local_network_gateway_id', local, 'id'));
  if (linked.includes(true)) return true;
  // Only where some local gateway is told apart by its id does "not this one" say anything.
  if (linked.length > 0 && linked.every((answer) => answer === false)) return false;
  return hasTunnelKey(part, connection, number);
}

function hasTunnelKey(part: LinkPart, connection: LinkPart, number: 1 | 2): boolean {
  return part.module === connection.module && part.index === `${connectionName(connection)}-tunnel${number}`;
}

/** AWS's end inside the tunnel: as reported, else the first host of the /30. */
function insideAddress(connection: LinkPart, number: 1 | 2): string | undefined {
  const reported = textOf(connection, `tunnel${number}_vgw_inside_address`);
  if (reported !== undefined && reported !== '') return reported;
  const cidr = textOf(connection, `tunnel${number}_inside_cidr`);
  const match = cidr === undefined ? null : /^(\d+\.\d+\.\d+)\.(\d+)\/30$/.exec(cidr);
  return match === null ? undefined : `${match[1]}.${Number(match[2]) + 1}`;
}

/** Short names where they are unique; where two links share them, with what tells them apart before them. */
function withUniqueNames(tunnels: readonly Tunnel[]): readonly Tunnel[] {
  const count = new Map<string, number>();
  for (const { name } of tunnels) count.set(name, (count.get(name) ?? 0) + 1);
  return tunnels.map((tunnel) => {
    if (count.get(tunnel.name) === 1) return tunnel;
    const owner = tunnel.connection ?? tunnel.azureConnections[0];
    const suffix = tunnel.number === null ? '' : `-tunnel${tunnel.number}`;
    return { ...tunnel, name: `${owner?.address ?? tunnel.name}${suffix}` };
  });
}
