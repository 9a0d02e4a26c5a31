/** How each cause is told from the pattern of what failed. The first that explains a check names it. */
import {
  allFailed,
  between,
  failedOf,
  isCross,
  isDns,
  isKubelet,
  isPod,
  isSamePair,
  podsAcross,
  wholePairsLost,
} from './check-sets.ts';
import type { CauseFacts, CauseId } from './cause-types.ts';
import type { Check } from './types.ts';

export interface Rule {
  readonly id: CauseId;
  /** Checks that it explains; none when it does not hold. */
  explains(facts: CauseFacts): readonly Check[];
}

const ofKind = (checks: readonly Check[], ...kinds: readonly Check['kind'][]): readonly Check[] =>
  checks.filter(({ kind }) => kinds.includes(kind));

/** Nodes carry everything else: only what goes to nodes tells a link that is down from lost routes to pods. */
function linkDown({ checks }: CauseFacts): readonly Check[] {
  const cross = checks.filter(isCross);
  const nodes = cross.filter(
    (check) => check.kind === 'node-port' || (isKubelet(check) && check.target.cloud === 'azure'),
  );
  return allFailed(nodes) && allFailed(cross.filter(isPod)) ? failedOf(cross) : [];
}

/** No leader, or replies that are lost in part: whatever then fails across the clouds fails for that. */
function gatewayFailover({ checks, routing, latencies }: CauseFacts): readonly Check[] {
  if (routing !== 'gateway') return [];
  const noLeader = failedOf(ofKind(checks, 'cilium-vtep'));
  const pods = podsAcross(checks);
  if (noLeader.length > 0) return [...noLeader, ...wholePairsLost(pods)];
  const isFlapping = failedOf(ofKind(pods, 'pod-icmp')).some(({ source, target }) =>
    latencies.some(
      (row) =>
        row.source === source.name &&
        row.target === target.name &&
        row.received > 0 &&
        row.received < row.sent,
    ),
  );
  const carried = checks.filter(
    (check) => isPod(check) || isDns(check) || ['large-body', 'headless', 'cluster-ip'].includes(check.kind),
  );
  return isFlapping
    ? failedOf(carried).filter((check) => isCross(check) || check.target.cloud === 'cluster')
    : [];
}

/** Hybrid nodes reach each other's pods in VXLAN alone; with the gateway, so does the VPC. */
function vxlanBlocked({ checks, routing }: CauseFacts): readonly Check[] {
  const overlay = between(checks, 'azure', 'azure').filter(isPod);
  const across = routing === 'gateway' ? podsAcross(checks) : [];
  if (allFailed(overlay)) return [...failedOf(overlay), ...wholePairsLost(across)];
  // With one hybrid node there is no pair to compare with.
  const bothWays = allFailed(between(across, 'aws', 'azure')) && allFailed(between(across, 'azure', 'aws'));
  return overlay.length === 0 && bothWays ? failedOf(across) : [];
}

function masquerade({ checks, routing, sources }: CauseFacts): readonly Check[] {
  if (routing === 'masquerade') return [];
  const toAzure = between(checks, 'aws', 'azure').filter(isPod);
  const outward = ofKind(between(checks, 'azure', 'aws'), 'pod-tcp');
  const asNode = outward.filter(({ source, target }) =>
    sources.some((row) => row.source === source.name && row.target === target.name && row.seen === 'node'),
  );
  const isMasked = outward.length > 0 && asNode.length === outward.length;
  if (!isMasked || !allFailed(toAzure)) return [];
  return failedOf([...toAzure, ...ofKind(checks, 'cilium-bgp', 'cilium-vtep')]);
}

/** Sessions that are down, and the pods of their nodes where nothing reaches them. */
function bgpSession({ checks }: CauseFacts): readonly Check[] {
  const sessions = failedOf(ofKind(checks, 'cilium-bgp'));
  const silent = new Set(sessions.map(({ target }) => target.name));
  const lost = wholePairsLost(podsAcross(checks)).filter(
    ({ source, target }) => silent.has(source.name) || silent.has(target.name),
  );
  return [...sessions, ...lost];
}

function missingRoute({ checks, routing }: CauseFacts): readonly Check[] {
  return routing === 'masquerade' ? [] : wholePairsLost(podsAcross(checks));
}

/** Replies came, too late or too few. */
function slowLink({ checks, latencies }: CauseFacts): readonly Check[] {
  const answered = failedOf(ofKind(checks, 'pod-icmp')).filter(({ source, target }) =>
    latencies.some((row) => row.source === source.name && row.target === target.name && row.received > 0),
  );
  return [...answered, ...failedOf(ofKind(checks, 'throughput'))];
}

function mtuBlackHole({ checks }: CauseFacts): readonly Check[] {
  return failedOf(checks).filter((check) => {
    const small = checks.find((row) => row.kind === 'pod-tcp' && isSamePair(row, check));
    return check.kind === 'path-mtu' || (check.kind === 'large-body' && small?.outcome === 'passed');
  });
}

function policy({ checks }: CauseFacts): readonly Check[] {
  const pods = checks.filter(isPod);
  const mixed = failedOf(pods).filter((check) =>
    pods.some((row) => row.outcome === 'passed' && isSamePair(row, check)),
  );
  return [...mixed, ...failedOf(ofKind(checks, 'policy-allow', 'policy-deny'))];
}

function dnsOneSide({ checks }: CauseFacts): readonly Check[] {
  const dns = checks.filter(isDns);
  return dns.some(({ outcome }) => outcome === 'passed') ? failedOf(dns) : [];
}

/** Pods on AWS nodes are reached by then: what is missing is missing for the control plane alone, there or back. */
function webhookUnreachable({ checks }: CauseFacts): readonly Check[] {
  const webhooks = failedOf(ofKind(checks, 'webhook'));
  const back = failedOf(ofKind(checks, 'api-server')).filter(({ source }) => source.cloud === 'azure');
  return webhooks.length === 0 ? [] : [...webhooks, ...back];
}

const simply =
  (...kinds: readonly Check['kind'][]) =>
  ({ checks }: CauseFacts): readonly Check[] =>
    failedOf(ofKind(checks, ...kinds));

/** What breaks the ways of packets. What follows from these is named before anything weaker is looked for. */
export const PATH_RULES: readonly Rule[] = [
  { id: 'link-down', explains: linkDown },
  { id: 'kubelet-10250', explains: ({ checks }) => failedOf(checks.filter(isKubelet)) },
  { id: 'gateway-failover', explains: gatewayFailover },
  { id: 'nsg-8472', explains: vxlanBlocked },
  { id: 'masquerade', explains: masquerade },
  { id: 'bgp-session', explains: bgpSession },
  { id: 'missing-pod-route', explains: missingRoute },
];

export const OTHER_RULES: readonly Rule[] = [
  { id: 'slow-link', explains: slowLink },
  { id: 'mtu-black-hole', explains: mtuBlackHole },
  { id: 'policy', explains: policy },
  { id: 'dns-one-side', explains: dnsOneSide },
  { id: 'webhook-unreachable', explains: webhookUnreachable },
  {
    id: 'cilium-unhealthy',
    explains: simply('cilium-agent', 'cilium-operator', 'cilium-node', 'cilium-identity'),
  },
  { id: 'not-encrypted', explains: simply('cilium-encryption') },
  { id: 'metrics-api', explains: simply('metrics') },
];
