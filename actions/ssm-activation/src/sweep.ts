import type { ActionDeps } from '#lib/action/types.js';
import { createSsmDoor } from '#lib/aws/ssm.js';
import { readCaller } from '#lib/aws/sts.js';
import { openDelivery } from '#lib/nodes/activation-delivery.js';
import { activationErrors } from '#lib/nodes/activation-errors.js';
import { sweepActivations, sweepSecret } from '#lib/nodes/activation-sweep.js';
import type { SweepInputs } from './inputs.ts';
import { arnOf } from './preflight.ts';
import type { Progress } from './run.ts';

/**
 * Removes what jobs that were killed left behind. The cluster itself may be gone by now, so its ARN is made of the
 * account of the job.
 * @throws EHA1567 when the list is not whole, EHA1566 when something could not be removed
 */
export async function sweep(
  inputs: SweepInputs,
  progress: Progress,
  deps: ActionDeps,
): Promise<'swept' | 'dry-run'> {
  const { region, clusterName, orphanAfterMs, dryRun, target } = inputs;
  const caller = await readCaller(region, deps);
  const clusterArn = arnOf(caller, region, clusterName);
  if (!caller.ok || clusterArn === null) {
    throw activationErrors.EHA1567(caller.ok ? 'The account is not known.' : `${caller.reason}.`);
  }
  progress.clusterArn = clusterArn;
  const door = await createSsmDoor(region, deps);
  const all = await door.activations();
  if (!all.ok) throw activationErrors.EHA1567(`${all.reason}.`);
  progress.lookedAt = all.value.length;
  const options = { clusterArn, orphanAfterMs, dryRun, now: deps.clock.now() };
  const swept = await sweepActivations(all.value, door, options);
  progress.swept = swept.map(({ createdAt, expiresAt, ...rest }) => ({
    ...rest,
    createdAt: createdAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
  }));
  for (const { id, because, result } of swept) deps.log.info(`Activation ${id} (${because}): ${result}.`);
  if (target !== null) {
    const delivery = openDelivery(target, inputs, deps);
    progress.sweptSecret = await sweepSecret(delivery, all.value, swept, options);
    deps.log.info(`${delivery.where}: ${progress.sweptSecret.result}, ${progress.sweptSecret.because}.`);
  }
  const problems = [...swept, ...(progress.sweptSecret === null ? [] : [progress.sweptSecret])]
    .map(({ problem }) => problem)
    .filter((problem) => problem !== '');
  if (problems.length > 0) throw activationErrors.EHA1566(`${problems.join('.\n')}.`);
  return dryRun ? 'dry-run' : 'swept';
}
