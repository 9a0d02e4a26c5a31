import { formatDuration } from '../action/durations.ts';
import type { BudgetFact, Instant, NodeFact, PodFact } from './facts.ts';
import { KEEP, DO_NOT_DISRUPT, SCALE_DOWN_DISABLED } from './names.ts';
import { countsAsWork, immovableBecause, podName } from './pods.ts';
import type { CleanupSettings, NodeClass } from './settings.ts';
import { ago, type Found, lifeSigns, type LifeSigns, type SignsInput } from './signals.ts';

export interface Classified {
  readonly class: NodeClass;
  /** One sentence. */
  readonly because: string;
  readonly signs: LifeSigns;
}

export interface NodeInput extends SignsInput {
  readonly pods: Found<readonly PodFact[]>;
  /** Of the whole cluster. */
  readonly budgets: Found<readonly BudgetFact[]>;
  /** A certificate of this node waits for its approval. */
  readonly certificatePending: boolean;
}

/**
 * Gives one node its class, from the most to the least certain reason to leave it alone. Where two could be true, the
 * one that keeps the node wins.
 */
export function classify(input: NodeInput, settings: CleanupSettings, now: Instant): Classified {
  const signs = lifeSigns(input, now, settings.deadAfter);
  const verdict =
    protection(input.node, now) ??
    start(input, settings, now) ??
    silence(signs) ??
    use(input, settings.underusedPercent);
  return { ...verdict, signs };
}

type Verdict = Omit<Classified, 'signs'>;

/** Said by somebody: as a label, an annotation, or in the words of the common autoscalers. */
function protection({ labels, annotations }: NodeFact, now: Instant): Verdict | undefined {
  const kept = (because: string): Verdict => ({ class: 'protected', because });
  if (labels[KEEP] !== undefined && labels[KEEP] !== 'false') {
    return kept(`It has the label ${KEEP}=${labels[KEEP]}.`);
  }
  const keep = annotations[KEEP];
  if (keep !== undefined && keep !== 'false') {
    const until = Date.parse(keep);
    // What is no moment keeps for ever: somebody meant to keep the node and may have mistyped.
    if (Number.isNaN(until)) return kept(`It has the annotation ${KEEP}: ${keep}.`);
    if (until > now) return kept(`Its annotation ${KEEP} keeps it until ${keep}.`);
  }
  const other = [DO_NOT_DISRUPT, SCALE_DOWN_DISABLED].find(
    (key) => annotations[key] !== undefined && annotations[key] !== 'false',
  );
  return other === undefined
    ? undefined
    : kept(`It has the annotation ${other}: ${annotations[other] ?? ''}.`);
}

function start(
  { node, certificatePending }: NodeInput,
  { grace }: CleanupSettings,
  now: Instant,
): Verdict | undefined {
  if (node.createdAt === null)
    return { class: 'unknown', because: 'Kubernetes does not say when it joined.' };
  const age = now - node.createdAt;
  const waits = certificatePending ? ', and a certificate of it waits for approval' : '';
  if (age >= grace) return undefined;
  return {
    class: 'starting',
    because: `It joined ${ago(age)} ago, within the grace of ${formatDuration(grace)}${waits}.`,
  };
}

/** Nodes that Kubernetes does not have Ready. Dead takes two ways that do not depend on each other. */
function silence({ kubernetes, ssm, azure }: LifeSigns): Verdict | undefined {
  if (kubernetes.says === 'alive') return undefined;
  const gone = [ssm, azure].filter(({ says }) => says === 'silent' || says === 'off');
  if (kubernetes.says === 'silent' && gone.length > 0) {
    const told = [kubernetes, ...gone].map(({ because }) => because).join(', and ');
    return { class: 'dead', because: `${told}.` };
  }
  const others = [ssm, azure].map(({ because }) => because).join(', ');
  return { class: 'unreachable', because: `${kubernetes.because}; ${others}.` };
}

/** Nodes that are alive. */
function use({ node, pods, budgets }: NodeInput, underusedPercent: number): Verdict {
  if (!pods.known) return { class: 'unknown', because: pods.because };
  const work = (pods.value ?? []).filter(countsAsWork);
  if (work.length === 0) {
    return {
      class: 'empty',
      because: 'Nothing runs on it but what runs on every node and what has finished.',
    };
  }
  const share = shareOf(work, node);
  const runs = `${work.length === 1 ? '1 pod asks' : `${work.length} pods ask`} for ${share.text}`;
  if (share.percent >= underusedPercent) return { class: 'busy', because: `${runs}.` };
  if (!budgets.known) return { class: 'unknown', because: budgets.because };
  for (const pod of work) {
    const obstacle = immovableBecause(pod, budgets.value ?? []);
    if (obstacle !== undefined) {
      return { class: 'busy', because: `${runs}, but pod ${podName(pod)} ${obstacle}.` };
    }
  }
  return { class: 'underused', because: `${runs}, and all of them may move.` };
}

/** The larger of the two shares; a node that does not say what it has to give counts as full. */
function shareOf(
  pods: readonly PodFact[],
  { allocatable }: NodeFact,
): { readonly percent: number; readonly text: string } {
  const cpu = pods.reduce((sum, { requests }) => sum + requests.cpuMillis, 0);
  const memory = pods.reduce((sum, { requests }) => sum + requests.memoryBytes, 0);
  const percentOf = (asked: number, given: number) => (given > 0 ? (asked * 100) / given : 100);
  const [cpuPercent, memoryPercent] = [
    percentOf(cpu, allocatable.cpuMillis),
    percentOf(memory, allocatable.memoryBytes),
  ];
  return {
    percent: Math.max(cpuPercent, memoryPercent),
    text: `${Math.round(cpuPercent)} % of its CPU and ${Math.round(memoryPercent)} % of its memory`,
  };
}
