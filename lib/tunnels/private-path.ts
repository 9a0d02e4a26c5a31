import { allUp, type Signal, type Verdict } from './algebra.ts';
import type { BgpPeer } from './facts.ts';
import {
  type Circuit,
  CIRCUIT_DEVICES,
  type CircuitDevice,
  type InterfaceAttachment,
} from './private-facts.ts';
import { edgePeers, type PrivateLink } from './private-link.ts';
import { fromReading, holds } from './route-views.ts';

/** The three stages of a private link, from AWS to Azure: each has redundant paths of its own. */
export const PATH_KINDS = ['virtual-interface', 'circuit-port', 'gateway-session'] as const;
export type PathKind = (typeof PATH_KINDS)[number];

/** One thing that was looked at on a path. */
export interface PathCheck {
  readonly what:
    'attachment' | 'interface' | 'circuit' | 'provider' | 'peering' | 'connection' | 'bgp' | 'routes';
  readonly state: Signal;
  readonly detail: string;
}

/** One redundant way through a stage of a private link. */
export interface JudgedPath {
  readonly kind: PathKind;
  readonly name: string;
  readonly verdict: Verdict;
  /** What fails together with it; null when it is not known. */
  readonly device: string | null;
  readonly location: string | null;
  readonly checks: readonly PathCheck[];
  /** When BGP came up, in milliseconds since 1970; null when nobody says. */
  readonly lastChange: number | null;
  readonly mtu: number | null;
}

interface PathFacts extends Omit<JudgedPath, 'verdict' | 'lastChange' | 'mtu'> {
  readonly provisioning: boolean;
  readonly lastChange?: number | null;
  readonly mtu?: number | null;
}

/** What a path is judged by. */
export interface PathRule {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A change more recent than this has not settled, in milliseconds. */
  readonly settleMs: number;
}

/** All paths of a link, stage by stage. A stage of which nothing is known has one path that is unknown. */
export function pathsOf(link: PrivateLink, rule: PathRule): readonly JudgedPath[] {
  return [...interfacesOf(link), ...portsOf(link), ...sessionsOf(link, rule)].map((path) =>
    judged(path, rule),
  );
}

function judged(
  { provisioning, lastChange = null, mtu = null, ...path }: PathFacts,
  rule: PathRule,
): JudgedPath {
  const of = (routes: boolean): Signal =>
    allUp(path.checks.filter(({ what }) => (what === 'routes') === routes).map(({ state }) => state));
  const [state, hasRoutes] = [of(false), path.checks.some(({ what }) => what === 'routes') ? of(true) : 'up'];
  const isSettling = lastChange !== null && rule.now - lastChange < rule.settleMs;
  const verdict = ((): Verdict => {
    if (state !== 'up' && provisioning) return 'provisioning';
    if (state !== 'up') return state;
    if (hasRoutes !== 'up') return hasRoutes === 'unknown' ? 'unknown' : isSettling ? 'settling' : 'degraded';
    if (provisioning) return 'provisioning';
    return isSettling ? 'settling' : 'healthy';
  })();
  return { ...path, verdict, lastChange, mtu };
}

const isState = (what: PathCheck['what'], isUp: boolean, detail: string): PathCheck => ({
  what,
  state: isUp ? 'up' : 'down',
  detail,
});

function lone(kind: PathKind, name: string, state: 'down' | 'unknown', detail: string): PathFacts {
  const what = kind === 'virtual-interface' ? 'attachment' : kind === 'circuit-port' ? 'circuit' : 'bgp';
  const checks = [{ what, state, detail } as const];
  return { kind, name, device: null, location: null, checks, provisioning: false };
}

function interfacesOf({ directConnect }: PrivateLink): readonly PathFacts[] {
  const kind = 'virtual-interface';
  if (directConnect === null)
    return [lone(kind, 'virtual interfaces', 'unknown', 'no Direct Connect gateway is known')];
  const { attachments } = directConnect;
  if (!attachments.ok) return [lone(kind, 'virtual interfaces', 'unknown', attachments.reason)];
  if (attachments.value.length === 0)
    return [lone(kind, 'virtual interfaces', 'down', 'none is attached to the Direct Connect gateway')];
  return attachments.value.map(interfacePath);
}

function interfacePath({ interfaceId, state, detail }: InterfaceAttachment): PathFacts {
  const kind = 'virtual-interface';
  const attachment = isState('attachment', state === 'attached', state);
  if (!detail.ok) {
    const checks = [attachment, { what: 'interface', state: 'unknown', detail: detail.reason } as const];
    const provisioning = state === 'attaching';
    return { kind, name: interfaceId, device: null, location: null, checks, provisioning };
  }
  const { name, peers, state: own, device, location, mtu } = detail.value;
  const statuses = peers.map(({ status }) => status);
  const bgp: Signal = statuses.includes('up') ? 'up' : statuses.includes('unknown') ? 'unknown' : 'down';
  const isMaking = own === 'pending' || own === 'verifying' || peers.some((peer) => peer.state === 'pending');
  return {
    kind,
    name: name === '' ? interfaceId : name,
    device,
    location,
    mtu,
    checks: [
      attachment,
      {
        what: 'interface',
        state: own === 'available' ? 'up' : own === 'unknown' ? 'unknown' : 'down',
        detail: own,
      },
      {
        what: 'bgp',
        state: bgp,
        detail: peers.length === 0 ? 'it has no peer of IPv4' : statuses.join(', '),
      },
    ],
    provisioning: state === 'attaching' || isMaking,
  };
}

const isMoving = (state: string | undefined): boolean => /^(?:updating|creating)$/i.test(state ?? '');

function portsOf(link: PrivateLink): readonly PathFacts[] {
  const kind = 'circuit-port';
  if (link.gateway === null) return [lone(kind, 'circuit', 'unknown', 'no ExpressRoute gateway is known')];
  if (!link.connections.ok) return [lone(kind, 'circuit', 'unknown', link.connections.reason)];
  if (link.connections.value.length === 0)
    return [lone(kind, 'circuit', 'down', 'the ExpressRoute gateway has no connection to a circuit')];
  return link.connections.value.flatMap(({ circuit, circuitId }) => {
    const name = circuitId.split('/').at(-1) ?? 'circuit';
    if (!circuit.ok) return [lone(kind, name, 'unknown', circuit.reason)];
    return CIRCUIT_DEVICES.map((device) => portPath(circuit.value, device, link));
  });
}

function portPath(circuit: Circuit, device: CircuitDevice, { expected }: PrivateLink): PathFacts {
  const { peering, routes } = circuit;
  const table = routes.get(device) ?? { ok: false as const, reason: 'it has no private peering' };
  // The other routes of the table are those of Azure's own networks.
  const isFar = ({ path }: { readonly path: string }): boolean =>
    peering?.peerAsn !== null && path.trim().split(/\s+/)[0] === peering?.peerAsn;
  const bgp = fromReading(table, (all) => all.some(isFar), 'the router at the colocation gives it no route');
  const networks = expected?.fromAws ?? [];
  const far = fromReading(
    table,
    (all) =>
      networks.every((one) =>
        holds(
          all.filter(isFar).map(({ network }) => network),
          one,
        ),
      ),
    'not every network of AWS arrives',
  );
  const isPeering = peering !== null && /^enabled$/i.test(peering.state);
  return {
    kind: 'circuit-port',
    name: `${circuit.name} ${device}`,
    device: `${circuit.name} ${device}`,
    location: circuit.location,
    checks: [
      isState('circuit', /^enabled$/i.test(circuit.circuitState), circuit.circuitState),
      isState('provider', /^provisioned$/i.test(circuit.providerState), circuit.providerState),
      isState('peering', isPeering, peering === null ? 'there is no private peering' : peering.state),
      { what: 'bgp', ...(peering === null ? { state: 'down', detail: '' } : bgp) },
      ...(networks.length > 0 && bgp.state === 'up' ? [{ what: 'routes', ...far } as const] : []),
    ],
    provisioning:
      isMoving(circuit.provisioningState) ||
      /^provisioning$/i.test(circuit.providerState) ||
      isMoving(peering?.provisioningState),
  };
}

function sessionsOf(link: PrivateLink, rule: PathRule): readonly PathFacts[] {
  const kind = 'gateway-session';
  const { gateway, connections } = link;
  const provisioning =
    isMoving(gateway?.provisioningState) ||
    (connections.ok && connections.value.some((one) => isMoving(one.provisioningState)));
  const peers = edgePeers(link);
  if (!peers.ok) return [{ ...lone(kind, 'edge sessions', 'unknown', peers.reason), provisioning }];
  if (peers.value.length === 0) {
    const detail = 'the gateway has no session with an edge router';
    return [{ ...lone(kind, 'edge sessions', 'down', detail), provisioning }];
  }
  const byNeighbor = new Map<string, BgpPeer[]>();
  for (const peer of peers.value)
    byNeighbor.set(peer.neighbor, [...(byNeighbor.get(peer.neighbor) ?? []), peer]);
  return [...byNeighbor].map(([neighbor, own]) => ({
    kind,
    name: `edge ${neighbor}`,
    device: neighbor,
    location: null,
    checks: [connectionCheck(connections), sessionCheck(own)],
    provisioning,
    lastChange: changeOf(own, rule.now),
  }));
}

/** A circuit with several connections needs one. */
function connectionCheck(connections: PrivateLink['connections']): PathCheck {
  if (!connections.ok) return { what: 'connection', state: 'unknown', detail: connections.reason };
  const states = connections.value.map(({ status }) => status);
  const isUp = states.includes('Connected');
  const isDown =
    states.length > 0 && states.every((state) => state === 'NotConnected' || state === 'Connecting');
  const state = isUp ? 'up' : isDown || states.length === 0 ? 'down' : 'unknown';
  return { what: 'connection', state, detail: states.join(', ') };
}

/** Each instance of the gateway speaks with each edge router; one session is enough. */
function sessionCheck(peers: readonly BgpPeer[]): PathCheck {
  const states = peers.map(({ state }) => state);
  const state = states.includes('Connected') ? 'up' : states.includes('Unknown') ? 'unknown' : 'down';
  return { what: 'bgp', state, detail: states.join(', ') };
}

function changeOf(peers: readonly BgpPeer[], now: number): number | null {
  const times = peers.flatMap(({ connectedFor }) => (connectedFor === null ? [] : [connectedFor]));
  return times.length === 0 ? null : now - Math.max(...times);
}
