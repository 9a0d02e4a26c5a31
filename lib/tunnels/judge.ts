import {
  agree,
  allUp,
  complete,
  judgeLink,
  judgeSignals,
  LAYERS,
  type Agreement,
  type Layer,
  type Side,
  type Signal,
  type Verdict,
} from './algebra.ts';
import { findCauses } from './causes.ts';
import type { Cause } from './cause.ts';
import { mtuAdvice, weakerThanAsked } from './crypto.ts';
import type { AwsTunnel, CloudFacts, Expectations } from './facts.ts';
import { countFlaps, type Flaps, type FlapRule } from './history.ts';
import type { NetworkProof } from './network-proof.ts';
import { podsToCome, proveNetworks } from './networks.ts';
import { advertisedTo, holds, learnedFrom, neighborOf } from './route-views.ts';
import { type LinkPairs, pairTunnels, type TunnelPair } from './pairing.ts';
import { awsSide, azureSide } from './sides.ts';
import { judgeRedundancy, type Path, type Redundancy } from './redundancy.ts';

export interface JudgeOptions {
  readonly flaps: FlapRule;
  /** A change more recent than this has not settled, in milliseconds. */
  readonly settleMs: number;
}

export interface JudgedTunnel {
  readonly name: string;
  readonly pair: TunnelPair;
  readonly aws: Side;
  readonly azure: Side;
  readonly layers: Readonly<Record<Layer, Agreement>>;
  readonly routes: {
    readonly state: Signal;
    readonly awsAccepts: number | null;
    readonly azureLearns: number | null;
  };
  readonly verdict: Verdict;
  readonly flaps: Flaps;
  /** Sentences on ciphers weaker than asked. */
  readonly weaker: readonly string[];
  /** When the state last changed, in milliseconds since 1970; null when neither cloud says. */
  readonly lastChange: number | null;
  /** Maintenance of this tunnel is announced; from when AWS applies it by itself. */
  readonly maintenance: { readonly pending: boolean; readonly appliedAfter: number | null } | null;
  /** What could not be read of it, and why. */
  readonly unknown: readonly string[];
}

export interface JudgedLink {
  readonly id: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly tunnels: readonly JudgedTunnel[];
  readonly redundancy: Redundancy;
  readonly networks: readonly NetworkProof[];
  readonly networksState: Signal;
  readonly causes: readonly Cause[];
  readonly mtu: ReturnType<typeof mtuAdvice>;
  /** Whether pods were not looked for, because no node is in Azure yet. */
  readonly podsToCome: boolean;
  /** Reads that failed, each once. */
  readonly unknown: readonly string[];
}

export interface Judgement {
  readonly links: readonly JudgedLink[];
  readonly others: number;
  /** Reads that failed, whatever link they are about. */
  readonly unread: readonly string[];
}

/** Pairs what both clouds say and judges each link. Nothing here reads a clock or a cloud. */
export function judge(
  facts: CloudFacts,
  expectations: readonly Expectations[],
  options: JudgeOptions,
): Judgement {
  const { links, others } = pairTunnels(facts);
  return {
    links: links.map((link) => judgeOne(facts, link, expectations, options)),
    others,
    unread: unreadOf(facts),
  };
}

function judgeOne(
  facts: CloudFacts,
  link: LinkPairs,
  all: readonly Expectations[],
  options: JudgeOptions,
): JudgedLink {
  const expected = expectationsOf(link, all);
  const pairs = [...link.pairs, ...missingPairs(link, expected)];
  const tunnels = pairs.map((pair, index) => judgeTunnel(facts, link, pair, { index, expected, options }));
  const redundancy = judgeRedundancy(tunnels.map(pathOf));
  const networks = expected === null ? [] : proveNetworks(facts, link, expected);
  const networksState = stateOf(networks, facts);
  const causes = findCauses({ facts, link, tunnels, networks, expected });
  const unknown = [
    ...unreadOf(facts),
    ...tunnels.flatMap((tunnel) => tunnel.unknown),
    ...(expected === null ? [NOTHING_EXPECTED] : []),
  ];
  return {
    id: link.id,
    name: expected?.name ?? link.gateway?.name ?? link.id,
    verdict: judgeLink({
      tunnels: tunnels.map(({ verdict }) => verdict),
      networks: networksState,
      redundancy: redundancy.state,
    }),
    tunnels,
    redundancy,
    networks,
    networksState,
    causes,
    mtu: mtuAdvice(phase2Of(tunnels)),
    podsToCome: expected !== null && podsToCome(facts, link, expected),
    unknown: [...new Set(unknown)],
  };
}

/** A list that could not be read may hold what is wrong. */
function stateOf(networks: readonly NetworkProof[], facts: CloudFacts): Signal {
  const isKnown = networks.length > 0 && unreadOf(facts).length === 0;
  return allUp([...networks.map(({ state }) => state), isKnown ? 'up' : 'unknown']);
}

function pathOf({ verdict, pair }: JudgedTunnel): Path {
  return {
    verdict,
    azureInstance: pair.instance?.name ?? null,
    awsConnection: pair.aws?.connectionId ?? null,
  };
}

const NOTHING_EXPECTED =
  'No network is expected of this link, so none is proven; give the outputs of the foundation stack.';

/** Those of the Azure gateway or of a tunnel of the link. */
function expectationsOf({ id, pairs }: LinkPairs, all: readonly Expectations[]): Expectations | null {
  const outside = new Set(pairs.flatMap(({ aws }) => aws?.outsideAddress ?? []));
  return (
    all.find(({ gatewayId }) => gatewayId?.toLowerCase() === id) ??
    all.find(({ tunnels }) => tunnels.some(({ awsOutside }) => outside.has(awsOutside))) ??
    null
  );
}

/** A tunnel that should be there and is in neither cloud has no end, and is down. */
function missingPairs({ pairs }: LinkPairs, expected: Expectations | null): readonly TunnelPair[] {
  const isThere = (outside: string, connection: string): boolean =>
    pairs.some(({ aws, azure }) => aws?.outsideAddress === outside || azure?.name === connection);
  const missing = (expected?.tunnels ?? []).filter(
    ({ awsOutside, azureConnection }) => !isThere(awsOutside, azureConnection),
  );
  return missing.map(() => ({ aws: null, azure: null, by: 'none', instance: null }));
}

function unreadOf(facts: CloudFacts): readonly string[] {
  const { awsTunnels, transitGateways, vpcTables, gateways, connections, routeServers, interfaces } = facts;
  const all = [
    awsTunnels,
    transitGateways,
    vpcTables,
    gateways,
    connections,
    routeServers,
    interfaces,
    facts.subnets,
    facts.routeTables,
    facts.securityGroups,
  ];
  const reasons = all.flatMap((reading) => (reading.ok ? [] : [reading.reason]));
  const peers = connections.ok ? connections.value.flatMap(({ peer }) => (peer.ok ? [] : [peer.reason])) : [];
  return [...new Set([...reasons, ...peers, ...facts.lacking])];
}

function phase2Of(tunnels: readonly JudgedTunnel[]): string | null {
  for (const { pair } of tunnels) {
    const negotiated = pair.aws?.negotiated;
    if (negotiated?.ok === true && negotiated.value.phase2 !== null) return negotiated.value.phase2;
  }
  return null;
}

interface Context {
  readonly index: number;
  readonly expected: Expectations | null;
  readonly options: JudgeOptions;
}

function judgeTunnel(facts: CloudFacts, link: LinkPairs, pair: TunnelPair, context: Context): JudgedTunnel {
  const { expected, options } = context;
  const now = facts.readAt;
  const aws = complete(awsSide(pair.aws, facts));
  const azure = complete(azureSide(pair, link, facts));
  const flaps = pair.aws === null ? NO_FLAPS : countFlaps(pair.aws.history, now, options.flaps);
  const negotiated = pair.aws?.negotiated;
  const weaker =
    pair.aws !== null && negotiated?.ok === true ? weakerThanAsked(pair.aws.asked, negotiated.value) : [];
  const routes = routesOf(pair, link, expected);
  const lastChange = lastChangeOf(pair, link, now);
  const maintenance = pair.aws?.maintenance;
  return {
    name: nameOf(pair, expected, context.index),
    pair,
    aws,
    azure,
    layers: agreementOf(aws, azure),
    routes,
    verdict: judgeSignals({
      aws,
      azure,
      routes: routes.state,
      provisioning: isProvisioning(pair, link),
      settling: lastChange !== null && now - lastChange < options.settleMs,
      quality: qualityOf(pair.aws, weaker, flaps),
    }),
    flaps,
    weaker,
    lastChange,
    maintenance:
      maintenance?.ok === true
        ? { pending: maintenance.value.pending, appliedAfter: maintenance.value.appliedAfter }
        : null,
    unknown: unknownOf(pair.aws, flaps, { aws, azure }, nameOf(pair, expected, context.index)),
  };
}

function agreementOf(aws: Side, azure: Side): JudgedTunnel['layers'] {
  return {
    ike: agree(aws.ike, azure.ike),
    ipsec: agree(aws.ipsec, azure.ipsec),
    bgp: agree(aws.bgp, azure.bgp),
  };
}

const NO_FLAPS: Flaps = { falls: null, up: null, state: 'unknown', reason: 'AWS has no such tunnel' };

/** The expected name where the ends are those expected, else what AWS calls the connection. */
function nameOf({ aws, azure }: TunnelPair, expected: Expectations | null, index: number): string {
  const known = expected?.tunnels.find(
    ({ awsOutside, azureConnection }) =>
      (aws !== null && awsOutside === aws.outsideAddress) ||
      (aws === null && azureConnection === azure?.name),
  );
  if (known !== undefined) return known.name;
  if (aws !== null) return `${aws.connectionName || aws.connectionId} ${aws.outsideAddress}`;
  return azure?.name ?? `missing tunnel ${index + 1}`;
}

function routesOf(pair: TunnelPair, link: LinkPairs, expected: Expectations | null): JudgedTunnel['routes'] {
  const neighbor = neighborOf(pair);
  const learned = neighbor === null ? null : learnedFrom(link, neighbor);
  const awsAccepts = pair.aws?.acceptedRoutes ?? null;
  const azureLearns = learned?.ok === true ? new Set(learned.value.map(({ network }) => network)).size : null;
  const some = (count: number | null): Signal => (count === null ? 'unknown' : count > 0 ? 'up' : 'down');
  const signals: Signal[] = [some(awsAccepts), some(azureLearns)];
  if (expected !== null && neighbor !== null) {
    const sent = advertisedTo(link, neighbor);
    const has = (of: typeof sent, network: Expectations['fromAws'][number]): Signal =>
      of.ok
        ? holds(
            of.value.map((route) => route.network),
            network,
          )
          ? 'up'
          : 'down'
        : 'unknown';
    if (learned !== null) signals.push(...expected.fromAws.map((network) => has(learned, network)));
    signals.push(...expected.fromAzure.map((network) => has(sent, network)));
  }
  return { state: allUp(signals), awsAccepts, azureLearns };
}

function isProvisioning({ aws, azure }: TunnelPair, { gateway }: LinkPairs): boolean {
  const isMoving = (state: string | undefined): boolean =>
    /^(?:updating|creating|accepted)$/i.test(state ?? '');
  const negotiated = aws?.negotiated;
  return (
    /^(?:pending|modifying)$/.test(aws?.connectionState ?? '') ||
    (negotiated?.ok === true && negotiated.value.provisioning === 'pending') ||
    isMoving(azure?.provisioningState) ||
    isMoving(gateway?.provisioningState)
  );
}

/** The latest change that either side tells of. */
function lastChangeOf(pair: TunnelPair, { gateway }: LinkPairs, now: number): number | null {
  const neighbor = neighborOf(pair);
  const peers = gateway?.peers.ok === true ? gateway.peers.value : [];
  const connected = peers.flatMap((peer) =>
    peer.neighbor === neighbor && peer.state === 'Connected' && peer.connectedFor !== null
      ? [now - peer.connectedFor]
      : [],
  );
  const changes = connected.length === 0 ? [] : [Math.min(...connected)];
  const aws = pair.aws?.lastStatusChange ?? null;
  if (aws !== null) changes.push(aws);
  return changes.length === 0 ? null : Math.max(...changes);
}

function qualityOf(aws: AwsTunnel | null, weaker: readonly string[], flaps: Flaps): Signal {
  if (aws === null) return 'unknown';
  const known = (reading: { readonly ok: boolean }): Signal => (reading.ok ? 'up' : 'unknown');
  return allUp([weaker.length > 0 ? 'down' : known(aws.negotiated), flaps.state, known(aws.maintenance)]);
}

function unknownOf(
  aws: AwsTunnel | null,
  flaps: Flaps,
  sides: { readonly aws: Side; readonly azure: Side },
  name: string,
): readonly string[] {
  const reasons = [aws?.negotiated, aws?.maintenance].flatMap((reading) =>
    reading === undefined || reading.ok ? [] : [reading.reason],
  );
  if (aws !== null && flaps.state === 'unknown') reasons.push(flaps.reason);
  for (const [side, signals] of Object.entries(sides)) {
    const lacking = LAYERS.filter((layer) => layer !== 'ike' && signals[layer] === 'unknown');
    if (lacking.length > 0)
      reasons.push(`${side === 'aws' ? 'AWS' : 'Azure'} does not say the state of ${lacking.join(' and ')}`);
  }
  return reasons.map((reason) => `${name}: ${reason}`);
}
