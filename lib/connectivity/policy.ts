import type { ActionDeps } from '../action/types.ts';
import type { ClusterDoor } from '../kubernetes/types.ts';
import { type PodAsker } from './ask-pods.ts';
import { isPossible } from './expectations.ts';
import { readTcp, readUdp } from './judge-output.ts';
import { placeOf } from './matrix.ts';
import { NETWORK_POLICIES, POLICY_NAME, policyObject } from './objects.ts';
import { HTTP_PORT, httpCommand, UDP_PORT, udpCommand } from './probe-commands.ts';
import { type Check, type Cloud, CLOUDS, type PodRouting, type ProbePod } from './types.ts';

export interface PolicyRun {
  readonly probe: string;
  readonly routing: PodRouting;
  /** Clouds whose pod network is meant to enforce policies. */
  readonly enforcedOn: readonly Cloud[];
}

const ATTEMPTS = 10;
const PAUSE_MS = 1500;

interface Pair {
  readonly source: ProbePod;
  readonly target: ProbePod;
}

/**
 * A policy that lets TCP in and keeps UDP out, for one pod of each cloud. That UDP stops proves nothing where it did not
 * pass before, so that only pairs with a good matrix are judged. The policy is removed at the end.
 */
export async function checkPolicy(
  door: ClusterDoor,
  pods: readonly ProbePod[],
  matrix: readonly Check[],
  asker: PodAsker,
  { probe, routing, enforcedOn }: PolicyRun,
  { clock, signal }: Pick<ActionDeps, 'clock' | 'signal'>,
): Promise<readonly Check[]> {
  const pairs = pairsOf(pods, enforcedOn);
  if (pairs.length === 0) return [];
  await door.create(NETWORK_POLICIES, policyObject(probe), { namespace: probe });
  try {
    const checks = await Promise.all(
      pairs.map((pair) => checkPair(pair, matrix, asker, routing, { clock, signal })),
    );
    return checks.flat();
  } finally {
    if (!signal.aborted) await door.remove(NETWORK_POLICIES, { name: POLICY_NAME, namespace: probe });
  }
}

/** From the first pod of each cloud to the first of each where policies count; a pod is not asked about itself. */
function pairsOf(pods: readonly ProbePod[], enforcedOn: readonly Cloud[]): readonly Pair[] {
  return enforcedOn.flatMap((cloud) => {
    const target = pods.find(({ node }) => node.cloud === cloud);
    if (target === undefined) return [];
    return CLOUDS.flatMap((from) => {
      const source = pods.find((pod) => pod !== target && pod.node.cloud === from);
      return source === undefined ? [] : [{ source, target }];
    });
  });
}

type PolicyCheck = (kind: 'policy-allow' | 'policy-deny', outcome: Check['outcome'], detail: string) => Check;

async function checkPair(
  pair: Pair,
  matrix: readonly Check[],
  asker: PodAsker,
  routing: PodRouting,
  { clock, signal }: Pick<ActionDeps, 'clock' | 'signal'>,
): Promise<readonly Check[]> {
  const places = { source: placeOf(pair.source), target: placeOf(pair.target) };
  const check: PolicyCheck = (kind, outcome, detail) => ({ kind, ...places, outcome, detail });
  const hadPassed = (kind: Check['kind']): boolean =>
    matrix.some(
      (row) =>
        row.kind === kind &&
        row.outcome === 'passed' &&
        row.source.name === places.source.name &&
        row.target.name === places.target.name,
    );
  if (!hadPassed('pod-tcp') || !hadPassed('pod-udp')) {
    const cannot = !isPossible(routing, { kind: 'policy-deny', ...places });
    return both(check, cannot ? 'not-possible' : 'unknown', 'did not pass before there was a policy');
  }
  let seen: readonly Check[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await clock.sleep(PAUSE_MS, signal);
    seen = await askOnce(pair, asker, check);
    if (seen.every(({ outcome }) => outcome === 'passed')) break;
  }
  return seen;
}

const both = (check: PolicyCheck, outcome: Check['outcome'], detail: string): readonly Check[] => [
  check('policy-allow', outcome, detail),
  check('policy-deny', outcome, detail),
];

async function askOnce(
  { source, target }: Pair,
  asker: PodAsker,
  check: PolicyCheck,
): Promise<readonly Check[]> {
  const commands = [httpCommand(target.ip, HTTP_PORT, '/clientip'), udpCommand(target.ip, UDP_PORT)];
  const { results, problem } = await asker.ask(source, commands);
  const [tcp, udp] = results;
  if (tcp === undefined || udp === undefined) return both(check, 'unknown', problem ?? 'no result came back');
  const allowed = readTcp(tcp);
  const denied = readUdp(udp);
  const isDenied = denied.outcome === 'failed';
  const deny = denied.outcome === 'unknown' ? 'unknown' : isDenied ? 'passed' : 'failed';
  return [
    check('policy-allow', allowed.outcome, allowed.detail),
    check('policy-deny', deny, isDenied ? 'UDP is kept out' : 'UDP still gets in'),
  ];
}
