import { type Answers, inParallel, type PodAsker } from './ask-pods.ts';
import { isPathBroken } from './control-plane.ts';
import { isPossible } from './expectations.ts';
import type { Reading } from './judge-output.ts';
import { type PodPlan, placeOf, type Probe } from './matrix.ts';
import {
  beginSearch,
  foundMtu,
  ladderOf,
  type MtuSearch,
  mtuCommands,
  narrow,
  nextSizes,
} from './path-mtu.ts';
import type { Check, Latency, PathMtu, PodRouting, ProbePod, SourceSeen } from './types.ts';

/** Whose address a server in one cloud saw of a pod in another. */
export interface SeenSource {
  readonly source: string;
  readonly target: string;
  readonly seen: SourceSeen;
}

export interface MatrixResult {
  readonly checks: readonly Check[];
  readonly latencies: readonly Latency[];
  readonly paths: readonly PathMtu[];
  readonly sources: readonly SeenSource[];
}

export interface MatrixRun {
  readonly routing: PodRouting;
  /** Exec calls at a time. */
  readonly parallel: number;
  /** Bytes; a path that takes less has failed. */
  readonly minimumMtu: number;
}

const SEARCH_ROUNDS = 3;

/**
 * Asks every pod once, then only those whose path MTU is not exact yet.
 * @param onPart told of each pod's results as they come, so that they outlive what ends the rest
 */
export async function runMatrix(
  plans: readonly PodPlan[],
  asker: PodAsker,
  run: MatrixRun,
  onPart: (plan: PodPlan, part: MatrixResult) => void,
): Promise<void> {
  await inParallel(plans, run.parallel, async (plan): Promise<void> => {
    const answers = await asker.ask(plan.pod, plan.commands);
    const asked = readAnswers(plan, answers, run.routing);
    const searches = await searchPaths(plan, answers, asker);
    const paths = searches.map((search) => foundMtu(search));
    const mtu = plan.mtuTargets.map((target) => mtuCheck(plan.pod, target, paths, run));
    const checks = [...asked.checks, kubeletExec(plan.pod, answers), ...mtu];
    onPart(plan, { ...asked, checks, paths });
  });
}

/** What a pod that was not asked would have told. */
export function notAsked({ pod, probes, mtuTargets }: PodPlan): readonly Check[] {
  const unknown = { outcome: 'unknown', detail: 'not asked before the end' } as const;
  return [
    ...probes.map(({ kind, source, target }) => ({ kind, source: placeOf(source), target, ...unknown })),
    ...mtuTargets.map((target) => ({
      kind: 'path-mtu' as const,
      source: placeOf(pod),
      target: placeOf(target),
      ...unknown,
    })),
  ];
}

function readAnswers({ probes }: PodPlan, { results, problem }: Answers, routing: PodRouting): MatrixResult {
  const checks: Check[] = [];
  const latencies: Latency[] = [];
  const sources: SeenSource[] = [];
  probes.forEach((probe, index) => {
    const result = results[index];
    const reading: Reading =
      result === undefined
        ? { outcome: 'unknown', detail: problem ?? 'no result came back' }
        : probe.read(result);
    const { outcome, detail } = reading;
    checks.push(checkOf(probe, outcome, detail, routing));
    const source = probe.source.node.name;
    if (reading.pings !== undefined) {
      latencies.push({ source, target: probe.target.name, ...reading.pings });
    }
    if (probe.kind === 'pod-tcp' && reading.seenIp !== undefined) {
      sources.push({ source, target: probe.target.name, seen: seenOf(probe.source, reading.seenIp) });
    }
  });
  return { checks, latencies, sources, paths: [] };
}

function checkOf(
  probe: Pick<Probe, 'kind' | 'source' | 'target'>,
  outcome: 'passed' | 'failed' | 'unknown',
  detail: string,
  routing: PodRouting,
): Check {
  const { kind } = probe;
  const source = placeOf(probe.source);
  const isImpossible = outcome === 'failed' && !isPossible(routing, { kind, source, target: probe.target });
  return { kind, source, target: probe.target, outcome: isImpossible ? 'not-possible' : outcome, detail };
}

function seenOf(source: ProbePod, ip: string): SourceSeen {
  if (ip === source.ip) return 'pod';
  return ip === source.node.ip ? 'node' : 'other';
}

/** The call itself is the check: API server to kubelet, port 10250. */
function kubeletExec(pod: ProbePod, { problem, results }: Answers): Check {
  const isAnswered = problem === undefined && results.some((result) => result !== undefined);
  const outcome = isAnswered ? 'passed' : isPathBroken(problem ?? '') ? 'failed' : 'unknown';
  return {
    kind: 'kubelet-exec',
    source: { name: 'API server', cloud: 'control-plane' },
    target: placeOf(pod),
    outcome,
    detail: isAnswered ? 'commands ran' : (problem ?? 'nothing came back'),
  };
}

async function searchPaths(
  plan: PodPlan,
  { results }: Answers,
  asker: PodAsker,
): Promise<readonly MtuSearch[]> {
  const ladder = ladderOf();
  const first = plan.probes.length;
  const link = results[first];
  let searches = plan.mtuTargets.flatMap((target, index) => {
    const start = first + 1 + index * ladder.length;
    return beginSearch(plan.pod, target, link, results.slice(start, start + ladder.length)) ?? [];
  });
  for (let round = 0; round < SEARCH_ROUNDS; round += 1) {
    const sizes = searches.map((search) => nextSizes(search));
    const commands = searches.flatMap(({ target }, index) => mtuCommands(target.ip, sizes[index] ?? []));
    if (commands.length === 0) break;
    const answers = await asker.ask(plan.pod, commands);
    let from = 0;
    searches = searches.map((search, index) => {
      const tried = sizes[index] ?? [];
      const part = answers.results.slice(from, from + tried.length);
      from += tried.length;
      return narrow(search, tried, part);
    });
  }
  return searches;
}

function mtuCheck(pod: ProbePod, target: ProbePod, paths: readonly PathMtu[], run: MatrixRun): Check {
  const path = paths.find((candidate) => candidate.target === target.node.name);
  const common = { kind: 'path-mtu' as const, source: placeOf(pod), target: placeOf(target) };
  if (path?.pathMtu === undefined || path.pathMtu === null) {
    const isImpossible = !isPossible(run.routing, common);
    const outcome = isImpossible ? ('not-possible' as const) : ('unknown' as const);
    return { ...common, outcome, detail: 'no echo request of any size was answered' };
  }
  const { pathMtu, interfaceMtu, isBlackHole } = path;
  const larger = isBlackHole
    ? `; larger ones vanish although the interface takes ${String(interfaceMtu)}`
    : '';
  const detail = `packets of ${String(pathMtu)} bytes pass${larger}`;
  return { ...common, outcome: pathMtu >= run.minimumMtu ? 'passed' : 'failed', detail };
}
