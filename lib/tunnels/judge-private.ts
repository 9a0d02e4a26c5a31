import { carries, type Signal, type Verdict } from './algebra.ts';
import type { Cause } from './cause.ts';
import { findPrivateCauses } from './causes.ts';
import type { CloudFacts } from './facts.ts';
import type { JudgedLink } from './judge.ts';
import type { JudgeOptions } from './judge-tunnel.ts';
import { podsToCome, proveNetworks } from './networks.ts';
import { allowedHops, privateCarrier, type PrivateLink } from './private-link.ts';
import { type JudgedPath, PATH_KINDS, pathsOf } from './private-path.ts';
import { judgePrivateRedundancy } from './private-redundancy.ts';
import type { Redundancy } from './redundancy.ts';
import { networksStateOf, NOTHING_EXPECTED, unreadOf } from './unread.ts';

/** The verdict on a private link: its paths stage by stage, the networks on every hop, and what is wrong. */
export function judgePrivate(
  facts: CloudFacts,
  link: PrivateLink,
  { settleMs }: Pick<JudgeOptions, 'settleMs'>,
): JudgedLink {
  const { expected, gateway } = link;
  const carrier = privateCarrier(link);
  const paths = pathsOf(link, { now: facts.readAt, settleMs });
  const redundancy = judgePrivateRedundancy(paths);
  const networks =
    expected === null ? [] : proveNetworks(facts, carrier, expected, (network) => allowedHops(link, network));
  const networksState = networksStateOf(networks, facts);
  const causes = findPrivateCauses(
    { facts, carrier, networks, expected, tunnels: [], link: { id: link.id, gateway, pairs: [] } },
    link,
    paths,
  );
  const unknown = [...unreadOf(facts), ...unknownOf(paths), ...(expected === null ? [NOTHING_EXPECTED] : [])];
  return {
    id: link.id,
    kind: 'private',
    name: expected?.name ?? gateway?.name ?? link.id,
    verdict: verdictOf({ paths, redundancy, networks: networksState, causes }),
    tunnels: [],
    paths,
    redundancy,
    networks,
    networksState,
    causes,
    mtu: mtuOf(paths),
    podsToCome: expected !== null && podsToCome(facts, gateway, expected),
    unknown: [...new Set(unknown)],
  };
}

function unknownOf(paths: readonly JudgedPath[]): readonly string[] {
  return paths.flatMap(({ name, checks }) =>
    checks.flatMap(({ what, state, detail }) => (state === 'unknown' ? [`${name}: ${what}: ${detail}`] : [])),
  );
}

interface Parts {
  readonly paths: readonly JudgedPath[];
  readonly redundancy: Redundancy;
  readonly networks: Signal;
  readonly causes: readonly Cause[];
}

/**
 * A link is a chain of stages, and is as good as its worst: a stage of which no path carries cuts it. Where all carry and
 * the router between passes networks one way alone, the clouds see different things.
 */
function verdictOf({ paths, redundancy, networks, causes }: Parts): Verdict {
  const stages = PATH_KINDS.map((kind) =>
    paths.filter((path) => path.kind === kind).map(({ verdict }) => verdict),
  );
  const dead = stages.filter((stage) => !stage.some((verdict) => carries(verdict) === 'up'));
  const isStarting = (stage: readonly Verdict[]): boolean => stage.includes('provisioning');
  // What is still being made may be why the next stage has nothing to carry.
  if (dead.some(isStarting)) return 'provisioning';
  if (dead.some((stage) => stage.every((verdict) => verdict === 'down'))) return 'down';
  if (dead.length > 0) return 'unknown';
  const between = causes.find(({ id }) => id === 'router-routes');
  if (between !== undefined) return between.subjects.length > 1 ? 'down' : 'asymmetric';
  const verdicts = stages.flat();
  const has = (verdict: Verdict): boolean => verdicts.includes(verdict);
  if (has('down') || has('degraded') || networks === 'down' || redundancy.state === 'down') return 'degraded';
  if (has('unknown') || networks === 'unknown' || redundancy.state === 'unknown') return 'unknown';
  if (has('provisioning')) return 'provisioning';
  return has('settling') ? 'settling' : 'healthy';
}

/** What ExpressRoute takes at most, whatever a virtual interface would. */
const EXPRESS_ROUTE_MTU = 1500;
const HEADERS = 40;

function mtuOf(paths: readonly JudgedPath[]): JudgedLink['mtu'] {
  const known = paths.flatMap(({ mtu }) => mtu ?? []);
  const mtu = Math.min(EXPRESS_ROUTE_MTU, ...known);
  const jumbo = Math.max(0, ...known);
  const more = jumbo > mtu ? `: the virtual interfaces would take ${jumbo}, ExpressRoute does not` : '';
  return { mtu, mss: mtu - HEADERS, sentence: `A private link carries packets of ${mtu} bytes${more}.` };
}
