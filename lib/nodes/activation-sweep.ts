import type { Activation, SsmDoor } from '../aws/ssm.ts';
import type { Delivery } from './activation-delivery.ts';
import { isOurs, RUN_TAG } from './activation-marks.ts';

export interface SweepOptions {
  readonly clusterArn: string;
  /** Activations that are older are nobody's any more. */
  readonly orphanAfterMs: number;
  readonly dryRun: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** One activation that this action made for the cluster, and what becomes of it. */
export interface SweptActivation {
  readonly id: string;
  readonly run: string;
  readonly registrations: number;
  readonly registrationLimit: number;
  readonly createdAt: Date | undefined;
  readonly expiresAt: Date | undefined;
  readonly because: 'expired' | 'old' | 'in-use' | 'age-unknown';
  readonly result: 'removed' | 'would-remove' | 'gone' | 'kept' | 'failed';
  /** Why it failed; empty otherwise. */
  readonly problem: string;
}

export interface SweptSecret {
  readonly where: string;
  readonly because: string;
  readonly result: 'removed' | 'recoverable' | 'would-remove' | 'gone' | 'kept' | 'failed' | 'none';
  readonly problem: string;
}

const LEFT_OVER: ReadonlySet<string> = new Set(['expired', 'old']);

/** Pure. What is not of this action and cluster is left out. */
export function classify(
  activation: Activation,
  { orphanAfterMs, now }: Pick<SweepOptions, 'orphanAfterMs' | 'now'>,
): SweptActivation['because'] {
  if (activation.expired || (activation.expiresAt !== undefined && activation.expiresAt.getTime() <= now)) {
    return 'expired';
  }
  if (activation.createdAt === undefined) return 'age-unknown';
  return now - activation.createdAt.getTime() >= orphanAfterMs ? 'old' : 'in-use';
}

/** Removes expired and old activations of this action and cluster. `all` must be a whole list. */
export async function sweepActivations(
  all: readonly Activation[],
  door: SsmDoor,
  options: SweepOptions,
): Promise<readonly SweptActivation[]> {
  const swept: SweptActivation[] = [];
  for (const activation of all.filter(({ tags }) => isOurs(tags, options.clusterArn))) {
    const because = classify(activation, options);
    const { id, registrations, registrationLimit, createdAt, expiresAt, tags } = activation;
    const base = {
      id,
      run: tags[RUN_TAG] ?? '',
      registrations,
      registrationLimit,
      createdAt,
      expiresAt,
      because,
    };
    if (!LEFT_OVER.has(because)) swept.push({ ...base, result: 'kept', problem: '' });
    else if (options.dryRun) swept.push({ ...base, result: 'would-remove', problem: '' });
    else {
      const removed = await door.deleteActivation(id);
      if (!removed.ok) swept.push({ ...base, result: 'failed', problem: removed.reason });
      else swept.push({ ...base, result: removed.value === 'gone' ? 'gone' : 'removed', problem: '' });
    }
  }
  return swept;
}

/** Removes the secret when this action made it and the activation in it is not there any more, or will not be. */
export async function sweepSecret(
  delivery: Delivery,
  all: readonly Activation[],
  swept: readonly SweptActivation[],
  options: SweepOptions,
): Promise<SweptSecret> {
  const { where } = delivery;
  const found = await delivery.find();
  if (!found.ok) return { where, because: 'it could not be read', result: 'failed', problem: found.reason };
  if (found.value === null) return { where, because: 'there is none', result: 'none', problem: '' };
  const { tags, expiresAt, activationId } = found.value;
  if (!isOurs(tags, options.clusterArn)) {
    return { where, because: 'it is not of this action and cluster', result: 'kept', problem: '' };
  }
  const stays = new Set(all.map(({ id }) => id));
  for (const { id, because } of swept) if (LEFT_OVER.has(because)) stays.delete(id);
  const isExpired = expiresAt !== undefined && expiresAt.getTime() <= options.now;
  if (!isExpired && activationId !== undefined && stays.has(activationId)) {
    return { where, because: 'its activation is in use', result: 'kept', problem: '' };
  }
  const because = isExpired ? 'it is expired' : 'its activation is gone or left over';
  if (options.dryRun) return { where, because, result: 'would-remove', problem: '' };
  const removed = await delivery.remove();
  if (!removed.ok) return { where, because, result: 'failed', problem: removed.reason };
  return { where, because, result: removed.value === 'deleted' ? 'removed' : removed.value, problem: '' };
}
