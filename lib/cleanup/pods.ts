import type { BudgetFact, PodFact } from './facts.ts';
import { DO_NOT_DISRUPT, SAFE_TO_EVICT } from './names.ts';
import { selects } from './selector.ts';

/** Whether a pod keeps its node from being empty: neither bound to the node as such, nor finished. */
export function countsAsWork(pod: PodFact): boolean {
  if (pod.isMirror || pod.controllerKind === 'DaemonSet' || pod.controllerKind === 'Node') return false;
  return pod.isTerminating || (pod.phase !== 'Succeeded' && pod.phase !== 'Failed');
}

/** Name of a pod in sentences. */
export function podName({ namespace, name }: Pick<PodFact, 'namespace' | 'name'>): string {
  return `${namespace}/${name}`;
}

/**
 * Why a pod must not be evicted, as the end of a sentence; undefined when it may. The rules are those that operators
 * know from the cluster autoscaler and Karpenter: controller, local data, annotations, budgets, kube-system.
 * `budgets` are those of the whole cluster; without their list no pod may be moved.
 */
export function immovableBecause(pod: PodFact, budgets: readonly BudgetFact[]): string | undefined {
  if (pod.isTerminating) return 'is still terminating';
  if (pod.annotations[SAFE_TO_EVICT] === 'false') return `has the annotation ${SAFE_TO_EVICT}: "false"`;
  const keep = pod.annotations[DO_NOT_DISRUPT];
  // A duration counts from the pod's start, which is not looked at: it keeps the pod for good, the careful side.
  if (keep !== undefined && keep !== 'false') return `has the annotation ${DO_NOT_DISRUPT}: "${keep}"`;
  const mine = budgets.filter(
    ({ namespace, selector }) => namespace === pod.namespace && selects(selector, pod.labels),
  );
  const [budget] = mine;
  if (mine.length > 1) return 'is under more than one disruption budget, which the Eviction API refuses';
  if (budget !== undefined && budget.disruptionsAllowed < 1) {
    return `may not be disrupted: the budget ${budget.name} allows none now`;
  }
  if (pod.annotations[SAFE_TO_EVICT] === 'true') return undefined;
  if (pod.controllerKind === null) return 'has no controller that would make it again';
  if (pod.localVolume !== null) return `keeps data on the node in its volume ${pod.localVolume}`;
  if (pod.namespace === 'kube-system' && budget === undefined) {
    return 'belongs to kube-system and no disruption budget says that it may move';
  }
  return undefined;
}
