/** The causes for which a node is not ready: one rule each, the most certain first; the first that applies is told. */
import { CONSOLE_RULES } from './readiness-rules-console.ts';
import { CLOUD_RULES } from './readiness-rules-cloud.ts';
import { NODE_RULES } from './readiness-rules-node.ts';
import type { ClusterFacts, NodeCase } from './readiness-facts.ts';

export interface Cause {
  /** Id of the rule. */
  readonly rule: string;
  /** What is wrong with this node, in a sentence. */
  readonly sentence: string;
  readonly remedy: string;
  /** False while waiting may be all that is needed. */
  readonly isFault: boolean;
}

export interface ReadinessRule {
  readonly id: string;
  /** Heading in the README. */
  readonly title: string;
  readonly remedy: string;
  readonly isFault: boolean;
  /** The sentence when the rule applies. Facts that are not known never make a rule apply. */
  readonly find: (node: NodeCase, cluster: ClusterFacts) => string | undefined;
}

/** All rules in their order. */
export const READINESS_RULES: readonly ReadinessRule[] = [...NODE_RULES, ...CONSOLE_RULES, ...CLOUD_RULES];

/** The cause for a node; undefined when it is ready and as expected. */
export function findCause(node: NodeCase, cluster: ClusterFacts): Cause | undefined {
  for (const { id, remedy, isFault, find } of READINESS_RULES) {
    const sentence = find(node, cluster);
    if (sentence !== undefined) return { rule: id, sentence, remedy, isFault };
  }
  if (node.node !== undefined) return undefined;
  const silent = [
    ['Azure', node.machine],
    ['the console', node.console],
    ['Systems Manager', node.instance],
  ] as const;
  const reasons = silent.flatMap(([source, fact]) => (fact.known ? [] : [`${source}: ${fact.reason}`]));
  const why = reasons.length === 0 ? 'no source says why' : `not all could be asked (${reasons.join('; ')})`;
  return {
    rule: 'cause-unknown',
    sentence: `There is no node of ${nameOf(node)}, and ${why}.`,
    remedy:
      'Give the action access to the sources that it could not ask, or look at the serial console of the VM.',
    isFault: false,
  };
}

/** How sentences name what they are about. */
export function nameOf({ vm, node }: NodeCase): string {
  return vm ?? node?.name ?? 'a node';
}
