import type { ActionDeps } from '#lib/action/types.js';
import { createEksReader } from '#lib/aws/eks.js';
import { readCaller } from '#lib/aws/sts.js';
import { type CleanupDoors, type CleanupScope, openCleanupDoors } from '#lib/cleanup/doors.js';
import { cleanupErrors } from '#lib/cleanup/errors.js';
import type { Inputs } from './inputs.ts';

export interface Opened {
  readonly scope: CleanupScope;
  readonly doors: CleanupDoors;
}

/**
 * Finds out whose accounts these are, refuses those that may not be changed, and opens all doors.
 * @throws EHA1750, EHA1751, EHA1500 to EHA1508
 */
export async function open(inputs: Inputs, deps: ActionDeps): Promise<Opened> {
  const { settings, azure, place } = inputs;
  const { name, region } = settings.cluster;
  const [caller, eks] = await Promise.all([readCaller(region, deps), createEksReader(region, deps)]);
  if (!caller.ok) throw cleanupErrors.EHA1751(`Nobody knows which AWS account this is: ${caller.reason}.`);
  requireAllowed(inputs, caller.value.account);
  const cluster = await eks.cluster(name);
  if (!cluster.ok)
    throw cleanupErrors.EHA1751(`The cluster ${name} in ${region} is not known: ${cluster.reason}.`);
  const { arn, remoteNodeCidrs } = cluster.value;
  if (arn.split(':')[4] !== caller.value.account) {
    throw cleanupErrors.EHA1751(
      `The cluster ${name} is ${arn === '' ? 'of no known account' : arn}, but the job is in ${caller.value.account}.`,
    );
  }
  const scope: CleanupScope = {
    cluster: { name, region, arn, nodeNetworks: remoteNodeCidrs },
    subscriptionId: azure.subscriptionId,
    resourceGroup: azure.resourceGroup,
  };
  return { scope, doors: await openCleanupDoors(place, scope, azure.environment, deps) };
}

/** Before anything is read: a job in the wrong account should not even look as if it were in the right one. */
function requireAllowed({ mode, allowed, azure }: Inputs, account: string): void {
  if (mode === 'dry-run') return;
  const wrong = [
    ...(allowed.accounts.includes(account) ? [] : [`AWS account ${account}`]),
    ...(allowed.subscriptions.includes(azure.subscriptionId.toLowerCase())
      ? []
      : [`Azure subscription ${azure.subscriptionId}`]),
  ];
  if (wrong.length === 0) return;
  throw cleanupErrors.EHA1750(`Mode ${mode} may not change anything in ${wrong.join(' and ')}.`);
}
