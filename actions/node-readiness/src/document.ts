import type { ActionError } from '#lib/action/errors.js';
import type { ActionDeps } from '#lib/action/types.js';
import type { Known } from '#lib/nodes/readiness-facts.js';
import type { CloudFacts, JudgedNode, Judgement } from '#lib/nodes/readiness-judge.js';
import { nodesDocument, type NodesDocument } from '#lib/report/nodes-document.js';
import type { Inputs } from './inputs.ts';

export interface Told {
  readonly inputs: Inputs;
  readonly judgement: Judgement;
  readonly facts: CloudFacts;
  readonly failure: ActionError | undefined;
  readonly waitedSeconds: number;
}

export function documentOf(told: Told, deps: ActionDeps): NodesDocument {
  const { inputs, judgement, facts, failure, waitedSeconds } = told;
  const { nodes, readyCount, leftovers, isReady } = judgement;
  const expected = inputs.expectation.count;
  const notReady = nodes.filter(({ state }) => state === 'not-ready').length;
  return nodesDocument.create({
    verdict: failure === undefined ? (isReady ? 'ready' : 'not-ready') : 'unknown',
    cluster: inputs.clusterName,
    counts: { expected, ready: readyCount, notReady, missing: Math.max(0, expected - readyCount - notReady) },
    nodes: failure === undefined ? nodes.map(rowOf) : [],
    leftovers: [...leftovers],
    unknown: [
      ...(failure === undefined ? [] : [{ what: 'nodes', reason: failure.message }]),
      ...unknowns(facts),
    ],
    waitedSeconds,
    sha: deps.github.sha,
    runUrl: deps.github.runUrl,
    generatedAt: new Date(deps.clock.now()).toISOString(),
  });
}

function rowOf({ vm, pool, node, state, cause, times }: JudgedNode): NodesDocument['nodes'][number] {
  const { created, registered, joined, ready } = times;
  return {
    vm: vm ?? null,
    pool: pool ?? null,
    node: node ?? null,
    state,
    cause: cause === undefined ? null : { ...cause },
    created: iso(created),
    registered: iso(registered),
    joined: iso(joined),
    ready: iso(ready),
    seconds: {
      boot: between(created, registered),
      join: between(registered, joined),
      ready: between(joined, ready),
      total: between(created ?? registered ?? joined, ready),
    },
  };
}

function iso(time: number | undefined): string | null {
  return time === undefined ? null : new Date(time).toISOString();
}

/** Kubernetes writes whole seconds, so that what came after can look as if it came up to a second before. */
const PRECISION_MS = 1000;

/** null when not known, also when clocks of two services differ so that it would be less than nothing. */
function between(from: number | undefined, to: number | undefined): number | null {
  if (from === undefined || to === undefined || to < from - PRECISION_MS) return null;
  return Math.max(0, Math.round((to - from) / 1000));
}

/** What could not be asked for, beside what is only asked of missing nodes. */
function unknowns(facts: CloudFacts): NodesDocument['unknown'] {
  const { cluster, instances, machines, certificates, ciliumNodes } = facts;
  const all: readonly (readonly [string, Known<unknown>])[] = [
    ['cluster version', cluster.version],
    ['activations', cluster.activations],
    ['access entry of the node role', cluster.hasAccessEntry],
    ['registrations with Systems Manager', instances],
    ['virtual machines', machines],
    ['certificates of kubelets', certificates],
    ['nodes of Cilium', ciliumNodes],
    ...[...facts.consoles].map(([vm, fact]) => [`console of ${vm}`, fact] as const),
    ...[...facts.statuses].map(([vm, fact]) => [`power state of ${vm}`, fact] as const),
  ];
  return all.flatMap(([what, fact]) => (fact.known ? [] : [{ what, reason: fact.reason }]));
}
