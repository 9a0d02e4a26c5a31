import { judgeLink, type Signal, type Verdict } from './algebra.ts';
import { vpnCarrier } from './carrier.ts';
import type { Cause } from './cause.ts';
import { findCauses } from './causes.ts';
import { mtuAdvice } from './crypto.ts';
import type { CloudFacts, Expectations } from './facts.ts';
import { judgePrivate } from './judge-private.ts';
import { judgeTunnel, type JudgedTunnel, type JudgeOptions } from './judge-tunnel.ts';
import type { NetworkProof } from './network-proof.ts';
import { podsToCome, proveNetworks } from './networks.ts';
import { type LinkPairs, pairTunnels, type TunnelPair } from './pairing.ts';
import { pairPrivateLinks } from './private-link.ts';
import type { JudgedPath } from './private-path.ts';
import { judgeRedundancy, type Path, type Redundancy } from './redundancy.ts';
import { networksStateOf, NOTHING_EXPECTED, unreadOf } from './unread.ts';

/** A link of either kind: a VPN has tunnels and no paths, a private link paths and no tunnels. */
export interface JudgedLink {
  readonly id: string;
  readonly kind: 'vpn' | 'private';
  readonly name: string;
  readonly verdict: Verdict;
  readonly tunnels: readonly JudgedTunnel[];
  readonly paths: readonly JudgedPath[];
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
  const closed = pairPrivateLinks(facts, expectations);
  const vpn = expectations.filter(({ directConnectGatewayId }) => directConnectGatewayId === null);
  return {
    links: [
      ...links.map((link) => judgeVpn(facts, link, vpn, options)),
      ...closed.map((link) => judgePrivate(facts, link, options)),
    ],
    others,
    unread: unreadOf(facts),
  };
}

function judgeVpn(
  facts: CloudFacts,
  link: LinkPairs,
  all: readonly Expectations[],
  options: JudgeOptions,
): JudgedLink {
  const expected = expectationsOf(link, all);
  const carrier = vpnCarrier(link);
  const pairs = [...link.pairs, ...missingPairs(link, expected)];
  const tunnels = pairs.map((pair, index) => judgeTunnel(facts, link, pair, { index, expected, options }));
  const redundancy = judgeRedundancy(tunnels.map(pathOf));
  const networks = expected === null ? [] : proveNetworks(facts, carrier, expected);
  const networksState = networksStateOf(networks, facts);
  const unknown = [
    ...unreadOf(facts),
    ...tunnels.flatMap((tunnel) => tunnel.unknown),
    ...(expected === null ? [NOTHING_EXPECTED] : []),
  ];
  return {
    id: link.id,
    kind: 'vpn',
    name: expected?.name ?? link.gateway?.name ?? link.id,
    verdict: judgeLink({
      tunnels: tunnels.map(({ verdict }) => verdict),
      networks: networksState,
      redundancy: redundancy.state,
    }),
    tunnels,
    paths: [],
    redundancy,
    networks,
    networksState,
    causes: findCauses({ facts, link, carrier, tunnels, networks, expected }),
    mtu: mtuAdvice(phase2Of(tunnels)),
    podsToCome: expected !== null && podsToCome(facts, link.gateway, expected),
    unknown: [...new Set(unknown)],
  };
}

function pathOf({ verdict, pair }: JudgedTunnel): Path {
  return {
    verdict,
    azureInstance: pair.instance?.name ?? null,
    awsConnection: pair.aws?.connectionId ?? null,
  };
}

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

function phase2Of(tunnels: readonly JudgedTunnel[]): string | null {
  for (const { pair } of tunnels) {
    const negotiated = pair.aws?.negotiated;
    if (negotiated?.ok === true && negotiated.value.phase2 !== null) return negotiated.value.phase2;
  }
  return null;
}
