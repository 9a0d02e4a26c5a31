import type { AzureEnvironment } from '../action/azure-environment.ts';
import type { ActionDeps } from '../action/types.ts';
import { createSsmDoor, type SsmDoor } from '../aws/ssm.ts';
import { type AzureNodeDoor, createAzureNodeDoor } from '../azure/compute-delete.ts';
import { openCluster } from '../kubernetes/door.ts';
import type { ClusterDoor, ClusterPlace } from '../kubernetes/types.ts';

export type CleanupDeps = Pick<ActionDeps, 'clock' | 'log' | 'signal' | 'mask' | 'runProcess' | 'github'>;

/** Where a run looks and acts; nothing outside of it is touched, whatever tags it has. */
export interface CleanupScope {
  readonly cluster: {
    readonly name: string;
    readonly region: string;
    /** Value of the tag `EKSClusterARN` of managed instances and activations. */
    readonly arn: string;
    /** Remote node networks of the cluster, as CIDRs: a VM with an address elsewhere is none of its nodes. */
    readonly nodeNetworks: readonly string[];
  };
  readonly subscriptionId: string;
  /** Null looks in the whole subscription. */
  readonly resourceGroup: string | null;
}

/** Everything that a run talks to. */
export interface CleanupDoors {
  readonly cluster: ClusterDoor;
  readonly ssm: SsmDoor;
  readonly azure: AzureNodeDoor;
  /** Requests that went out so far, attempts and pages each counted, by service: `Kubernetes`, `SSM`, `ARM`. */
  calls(): Readonly<Record<string, number>>;
}

/** Opens all doors; SDKs are loaded here. @throws EHA1500, EHA1501, EHA1508 */
export async function openCleanupDoors(
  place: ClusterPlace,
  { cluster: { region }, subscriptionId }: CleanupScope,
  environment: AzureEnvironment,
  deps: CleanupDeps,
): Promise<CleanupDoors> {
  const counts = new Map<string, number>();
  const onCall = (name: string): void => {
    const service = name.split(' ')[0] ?? name;
    counts.set(service, (counts.get(service) ?? 0) + 1);
  };
  const counted = { ...deps, onCall };
  const [cluster, ssm] = await Promise.all([openCluster(place, counted), createSsmDoor(region, counted)]);
  const azure = createAzureNodeDoor(subscriptionId, environment, counted);
  return { cluster, ssm, azure, calls: () => Object.fromEntries(counts) };
}
