import type { GitHubContext } from '../action/types.ts';

/** The tag by which AWS's own policies for hybrid nodes tell clusters apart; nodes inherit it from their activation. */
export const CLUSTER_TAG = 'EKSClusterARN';
/** Which run made it. */
export const RUN_TAG = 'eks-hybrid-actions:run';
/** Different in each run of the action, so that an activation whose id never arrived is still known as its own. */
export const MINT_TAG = 'eks-hybrid-actions:mint';

/** Keys that users cannot set. */
export const OWN_TAGS: readonly string[] = [CLUSTER_TAG, RUN_TAG, MINT_TAG];

/** `octo-org/platform/runs/4242/attempts/1`: signs that tags of AWS allow. */
export function runMark({ repository, runId, runAttempt }: GitHubContext): string {
  return `${repository}/runs/${runId}/attempts/${runAttempt}`;
}

type Tags = Readonly<Record<string, string>>;

/** Whether tags say that this action made it, for that cluster. */
export function isOurs(tags: Tags, clusterArn: string): boolean {
  return tags[CLUSTER_TAG] === clusterArn && tags[MINT_TAG] !== undefined && tags[RUN_TAG] !== undefined;
}
