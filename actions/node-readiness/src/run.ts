import { ActionError } from '#lib/action/errors.js';
import type { ActionDeps, ActionResult } from '#lib/action/types.js';
import { openCluster } from '#lib/kubernetes/door.js';
import { readinessErrors } from '#lib/nodes/readiness-errors.js';
import { type CloudFacts, type Judgement, judge, noCloudFacts } from '#lib/nodes/readiness-judge.js';
import { nodesSummary, nodesVerdict } from '#lib/report/nodes-summary.js';
import { openClouds } from './clouds.ts';
import { askCluster } from './cluster.ts';
import { documentOf } from './document.ts';
import type { Inputs } from './inputs.ts';
import { createProgress } from './progress.ts';
import { type NodeTracker, trackNodes } from './tracker.ts';

/** What came of the waiting. `failure`: the nodes could not be followed to the end. */
interface Outcome {
  readonly judgement: Judgement;
  readonly facts: CloudFacts;
  readonly failure: ActionError | undefined;
}

/**
 * Waits until all expected nodes are ready or the time is over. The cluster tells changes of its nodes; the clouds are
 * asked in rounds, and once more at the end, so that what is reported is of now.
 */
export async function run(inputs: Inputs, deps: ActionDeps): Promise<ActionResult> {
  const start = deps.clock.now();
  const { judgement, facts, failure } = await wait(inputs, deps, start);
  const waitedSeconds = Math.round((deps.clock.now() - start) / 1000);
  const document = documentOf({ inputs, judgement, facts, failure, waitedSeconds }, deps);
  deps.log.info(`Nodes of ${inputs.clusterName}: ${nodesVerdict(document)}.`);
  const { counts, verdict, unknown } = document;
  const error = failureOf(judgement, failure, nodesVerdict(document));
  return {
    outputs: {
      verdict,
      expected: counts.expected,
      ready: counts.ready,
      'not-ready': counts.notReady,
      missing: counts.missing,
      unknown: unknown.length,
    },
    report: { fileName: 'nodes.json', document },
    summary: nodesSummary(document),
    ...(error === undefined ? {} : { failure: error }),
  };
}

const MOST_SENTENCES = 5;

function failureOf(
  { isReady, nodes }: Judgement,
  failure: ActionError | undefined,
  verdict: string,
): ActionError | undefined {
  if (failure !== undefined) {
    const text = `The nodes could not be followed to the end. ${failure.message}`;
    return readinessErrors.EHA1532(text, { cause: failure, remedy: failure.remedy });
  }
  if (isReady) return undefined;
  const sentences = [...new Set(nodes.flatMap(({ cause }) => (cause === undefined ? [] : [cause.sentence])))];
  const more = sentences.length > MOST_SENTENCES ? [`and ${sentences.length - MOST_SENTENCES} more`] : [];
  const lines = [...sentences.slice(0, MOST_SENTENCES), ...more].map((line) => `- ${line}`);
  return readinessErrors.EHA1531([`${verdict}.`, ...lines].join('\n'));
}

/** Ends the watch with the work, and with the job. */
async function wait(inputs: Inputs, deps: ActionDeps, start: number): Promise<Outcome> {
  const ended = new AbortController();
  let outcome: Outcome = {
    judgement: judge(inputs.expectation, [], noCloudFacts()),
    facts: noCloudFacts(),
    failure: undefined,
  };
  try {
    const door = await openCluster(inputs.place, deps);
    const ask = await openClouds(inputs, deps);
    const signal = AbortSignal.any([deps.signal, ended.signal]);
    const tracker = trackNodes(door, inputs.selector, signal);
    const round = async (judgement: Judgement): Promise<CloudFacts> => {
      const troubled = judgement.nodes.filter(({ state }) => state !== 'ready');
      const missing = troubled.flatMap(({ vm }) => (vm === undefined ? [] : [vm]));
      const [outside, inside] = await Promise.all([ask(missing), askCluster(door)]);
      return { ...outside, ...inside };
    };
    const waiting = watchUntil({ inputs, deps, start, tracker, round, set: (now) => (outcome = now) });
    await Promise.race([waiting, tracker.failed]);
    return outcome;
  } catch (error) {
    deps.signal.throwIfAborted();
    if (!(error instanceof ActionError)) throw error;
    return { ...outcome, failure: error };
  } finally {
    ended.abort();
  }
}

interface Watching {
  readonly inputs: Inputs;
  readonly deps: ActionDeps;
  readonly start: number;
  readonly tracker: NodeTracker;
  readonly round: (judgement: Judgement) => Promise<CloudFacts>;
  readonly set: (outcome: Outcome) => void;
}

async function watchUntil({ inputs, deps, start, tracker, round, set }: Watching): Promise<void> {
  const { expectation, timeoutMs, intervalMs } = inputs;
  const progress = createProgress(expectation.count, deps);
  const deadline = start + timeoutMs;
  let facts = noCloudFacts();
  let asked = Number.NEGATIVE_INFINITY;
  for (;;) {
    deps.signal.throwIfAborted();
    await listWhole(tracker);
    let judgement = judge(expectation, tracker.nodes(), facts);
    const now = deps.clock.now();
    const isLast = now >= deadline;
    // Ready by what is known is asked for once more: a certificate may be pending since the last round.
    if (judgement.isReady || isLast || now - asked >= intervalMs) {
      facts = await round(judgement);
      asked = deps.clock.now();
      judgement = judge(expectation, tracker.nodes(), facts);
      set({ judgement, facts, failure: undefined });
      progress.tell(judgement);
      if (judgement.isReady || isLast) return;
    }
    progress.tell(judgement);
    await tracker.changed(Math.min(deadline, asked + intervalMs) - deps.clock.now());
  }
}

/** The door's own deadline ends this when no list comes. */
async function listWhole(tracker: NodeTracker): Promise<void> {
  while (!tracker.isComplete) await Promise.race([tracker.changed(60_000), tracker.failed]);
}
