import type { CleanupDeps, CleanupDoors, CleanupScope } from './doors.ts';
import type { Fleet } from './facts.ts';
import { readAzure } from './read-azure.ts';
import { readKubernetes } from './read-kubernetes.ts';
import { readSsm } from './read-ssm.ts';

/** A fleet and how many requests it took, by service. */
export interface ReadFleet {
  readonly fleet: Fleet;
  readonly calls: Readonly<Record<string, number>>;
}

/** Reads everything at the same time. A list that cannot be read to its end is unknown with its reason. */
export async function readFleet(
  doors: CleanupDoors,
  scope: CleanupScope,
  deps: CleanupDeps,
): Promise<ReadFleet> {
  const [kubernetes, ssm, azure] = await Promise.all([
    readKubernetes(doors.cluster),
    readSsm(doors.ssm, scope),
    readAzure(doors.azure, scope),
  ]);
  deps.signal.throwIfAborted();
  return { fleet: { ...kubernetes, ...ssm, ...azure }, calls: doors.calls() };
}
