/** The Eviction API: a pod goes only if the disruption budgets that select it allow it. */
import type { KubeCluster } from '../../world/kube-cluster.ts';
import { budgetsOf, healthOf } from '../../world/kube-pods.ts';
import { builtIn } from '../../world/kube-resources.ts';
import { at, isObject, type JsonObject, textAt } from '../../world/kube-types.ts';
import type { ObjectRequest } from './request.ts';
import { KubeRefusal, parseBody } from './status.ts';
import { endObject, refuseOther, type DeleteOptions } from './deletes.ts';
import { existing } from './stored.ts';

/**
 * Answers POST to pods/eviction. Refuses 429 when a budget does not allow it, without a Retry-After header, and 500 when
 * more than one budget selects the pod. Source: Kubernetes documentation, "API-initiated Eviction".
 */
export function evict(cluster: KubeCluster, request: ObjectRequest, options: DeleteOptions): JsonObject {
  const pod = existing(cluster, request);
  const parsed = parseBody(request.body);
  const given = at(parsed, 'deleteOptions');
  refuseOther(builtIn('pods'), pod, isObject(given) ? given : {});
  const isFinished = ['Succeeded', 'Failed'].includes(textAt(pod, 'status', 'phase'));
  if (!isFinished && pod.metadata.deletionTimestamp === undefined) demandBudget(cluster, pod);
  const isDry =
    request.query.getAll('dryRun').includes('All') ||
    JSON.stringify(given ?? {}).includes('"dryRun":["All"]');
  if (!isDry) endObject(cluster, builtIn('pods'), pod, isObject(given) ? given : {}, options);
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 };
}

function demandBudget(cluster: KubeCluster, pod: ReturnType<typeof existing>): void {
  const budgets = budgetsOf(cluster, pod);
  if (budgets.length > 1) {
    throw new KubeRefusal(
      500,
      'InternalError',
      'Internal error occurred: This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.',
    );
  }
  for (const budget of budgets) {
    const { allowed, desired, healthy } = healthOf(cluster, budget);
    if (allowed > 0) continue;
    throw new KubeRefusal(
      429,
      'TooManyRequests',
      "Cannot evict pod as it would violate the pod's disruption budget.",
      {
        causes: [
          {
            reason: 'DisruptionBudget',
            message: `The disruption budget ${budget.metadata.name} needs ${desired} healthy pods and has ${healthy} currently`,
          },
        ],
      },
    );
  }
}
