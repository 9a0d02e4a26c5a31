import type { AwsAnswer } from '../aws/read-call.ts';
import type { SsmDoor } from '../aws/ssm.ts';
import type { CleanupScope } from './doors.ts';
import type { ActivationFact, Fleet, InstanceFact, Instant, Listing } from './facts.ts';

/** Tag of activations, which instances inherit: the ARN of the cluster that they are for. */
export const CLUSTER_ARN_TAG = 'EKSClusterARN';

/** What Systems Manager tells of the cluster's machines and activations. */
export async function readSsm(
  ssm: SsmDoor,
  scope: CleanupScope,
): Promise<Pick<Fleet, 'instances' | 'activations'>> {
  const [instances, activations] = await Promise.all([
    readInstances(ssm, scope),
    readActivations(ssm, scope),
  ]);
  return { instances, activations };
}

/** SSM combines a filter by tag with no other one, so that what is no hybrid machine is left out here. */
export async function readInstances(
  ssm: SsmDoor,
  { cluster: { arn } }: CleanupScope,
): Promise<Listing<InstanceFact>> {
  const answer = await ssm.instances({ by: 'tag', key: CLUSTER_ARN_TAG, value: arn });
  return listing(answer, (all) =>
    all
      .filter(({ resourceType }) => resourceType === undefined || resourceType === 'ManagedInstance')
      .map((instance) => ({
        id: instance.id,
        ping: instance.ping ?? null,
        lastPingAt: momentOf(instance.lastPingAt),
        registeredAt: momentOf(instance.registeredAt),
        activationId: instance.activationId ?? null,
        computerName: instance.computerName ?? null,
        ipAddress: instance.ipAddress ?? null,
      })),
  );
}

/** SSM cannot filter activations by tag. */
export async function readActivations(
  ssm: SsmDoor,
  { cluster: { arn } }: CleanupScope,
): Promise<Listing<ActivationFact>> {
  return listing(await ssm.activations(), (all) =>
    all
      .filter(({ tags }) => tags[CLUSTER_ARN_TAG] === arn)
      .map(({ id, createdAt, expired, registrations, registrationLimit }) => ({
        id,
        createdAt: momentOf(createdAt),
        expired,
        registrations,
        registrationLimit,
      })),
  );
}

function listing<T, Fact>(
  answer: AwsAnswer<readonly T[]>,
  project: (items: readonly T[]) => readonly Fact[],
): Listing<Fact> {
  return answer.ok
    ? { known: true, items: project(answer.value) }
    : { known: false, because: `${answer.reason}.` };
}

/** A moment of an SDK, null where it tells none. */
export function momentOf(date: Date | undefined): Instant | null {
  const at = date?.getTime();
  return at === undefined || Number.isNaN(at) ? null : at;
}
