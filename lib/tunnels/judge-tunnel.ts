import {
  agree,
  allUp,
  complete,
  judgeSignals,
  LAYERS,
  type Agreement,
  type Layer,
  type Side,
  type Signal,
  type Verdict,
} from './algebra.ts';
import { weakerThanAsked } from './crypto.ts';
import type { AwsTunnel, CloudFacts, Expectations } from './facts.ts';
import { countFlaps, type Flaps, type FlapRule } from './history.ts';
import type { LinkPairs, TunnelPair } from './pairing.ts';
import { advertisedTo, holds, learnedFrom, neighborOf } from './route-views.ts';
import { awsSide, azureSide } from './sides.ts';

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

/** What a tunnel is judged with, and its number in the link. */
export interface TunnelContext {
  readonly index: number;
  readonly expected: Expectations | null;
  readonly options: JudgeOptions;
}

/** The verdict on one tunnel from both sides. */
export function judgeTunnel(
  facts: CloudFacts,
  link: LinkPairs,
  pair: TunnelPair,
  context: TunnelContext,
): JudgedTunnel {
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
    maintenance: maintenanceOf(pair.aws),
    unknown: unknownOf(pair.aws, flaps, { aws, azure }, nameOf(pair, expected, context.index)),
  };
}

function maintenanceOf(aws: AwsTunnel | null): JudgedTunnel['maintenance'] {
  if (aws?.maintenance.ok !== true) return null;
  const { pending, appliedAfter } = aws.maintenance.value;
  return { pending, appliedAfter };
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
