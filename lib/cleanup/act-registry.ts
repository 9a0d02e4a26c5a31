import { CILIUM_NODES, LEASES, type Resource } from '../kubernetes/resources.ts';
import type { ObjectName } from '../kubernetes/types.ts';
import type { Problem } from './act-claims.ts';
import type { ActContext } from './act-context.ts';
import { LEASE_NAMESPACE } from './read-kubernetes.ts';
import { CLUSTER_ARN_TAG } from './read-ssm.ts';

/** SSM's words for an instance that is not there. */
const GONE = /\bInvalid(?:ResourceId|InstanceId)\b/;

/** Takes the identity of a machine away, after a look at whose it is; and looks whether it is gone. */
export async function deregister(id: string, { doors, options, deps }: ActContext): Promise<Problem> {
  const before = await doors.ssm.instanceTags(id);
  if (!before.ok)
    return GONE.test(before.reason) ? undefined : `The instance ${id} was not read: ${before.reason}.`;
  if (before.value[CLUSTER_ARN_TAG] !== options.scope.cluster.arn) {
    return `The instance ${id} was not deregistered: it does not have the tag ${CLUSTER_ARN_TAG} of the cluster.`;
  }
  const removed = await doors.ssm.deregister(id);
  if (!removed.ok) return `The instance ${id} was not deregistered: ${removed.reason}.`;
  const after = await doors.ssm.instanceTags(id);
  if (after.ok) return `Systems Manager says that ${id} is deregistered, and still has it.`;
  if (!GONE.test(after.reason)) return `Whether the instance ${id} is gone is not known: ${after.reason}.`;
  deps.log.info(`The instance ${id} is deregistered.`);
  return undefined;
}

/** Deletes what others keep of a node under its name: its CiliumNode and its lease. */
export async function removeLeftovers(node: string, context: ActContext): Promise<Problem> {
  return (
    (await removeObject(CILIUM_NODES, { name: node }, 'CiliumNode', context)) ??
    (await removeObject(LEASES, { name: node, namespace: LEASE_NAMESPACE }, 'lease', context))
  );
}

const TRIES = 4;

async function removeObject<T>(
  kind: Resource<T>,
  name: ObjectName,
  called: string,
  { doors, deps }: ActContext,
): Promise<Problem> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    if ((await doors.cluster.get(kind, name)) === undefined) return undefined;
    await doors.cluster.remove(kind, name);
    if (attempt > 1) await deps.clock.sleep(1_000, deps.signal);
  }
  return `The ${called} of ${name.name} is still there.`;
}
