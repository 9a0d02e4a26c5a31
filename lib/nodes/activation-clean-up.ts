import type { ActionDeps } from '../action/types.ts';
import type { SsmDoor } from '../aws/ssm.ts';
import { activationErrors } from './activation-errors.ts';
import {
  type Delivery,
  type DeliveryTarget,
  openDelivery,
  type DeliveryOptions,
} from './activation-delivery.ts';
import { MINT_TAG } from './activation-marks.ts';

/** What the `post` step needs to take everything back. Saved before anything is made; holds no secret. */
export interface ActivationRecord {
  readonly region: string;
  /** Value of the tag {@link MINT_TAG}. */
  readonly mint: string;
  readonly target: DeliveryTarget;
}

/**
 * Deletes the activation of this run, found by its tag even where its id never arrived, and the secret with it.
 * @param id of the activation where it is known: then it is deleted also when the list cannot be read
 * @throws EHA1566, which fails the step, when one of them is left or it is not known whether
 */
export async function takeBack(
  record: ActivationRecord,
  id: string,
  door: SsmDoor,
  options: DeliveryOptions,
  deps: ActionDeps,
): Promise<void> {
  const problems: string[] = [];
  const ids = new Set<string>(id === '' ? [] : [id]);
  const listed = await door.activations();
  if (listed.ok) {
    for (const { id: found, tags } of listed.value) if (tags[MINT_TAG] === record.mint) ids.add(found);
  } else {
    problems.push(`Whether another activation of this run is there is not known: ${listed.reason}.`);
  }
  for (const one of ids) {
    const removed = await door.deleteActivation(one);
    if (!removed.ok) problems.push(`The activation ${one} was not deleted: ${removed.reason}.`);
    else deps.log.info(`The activation ${one} is ${removed.value === 'gone' ? 'gone already' : 'deleted'}.`);
  }
  const delivery = openDelivery(record.target, options, deps);
  const problem = await removeOwnSecret(delivery, record, ids, deps);
  if (problem !== null) problems.push(problem);
  if (problems.length > 0) throw activationErrors.EHA1566(problems.join('\n'), { failsPost: true });
}

/** A later run may have put its own activation there; that one stays. */
async function removeOwnSecret(
  delivery: Delivery,
  { mint, target }: ActivationRecord,
  ids: ReadonlySet<string>,
  { log }: ActionDeps,
): Promise<string | null> {
  const found = await delivery.find();
  if (!found.ok) return `Whether ${delivery.where} is of this run is not known: ${found.reason}.`;
  if (found.value === null) return null;
  const { tags, activationId } = found.value;
  // The record is saved only for a file that was not there before, so what is there now was written by this run.
  const isOwn =
    target.kind === 'file' ? activationId === undefined || ids.has(activationId) : tags[MINT_TAG] === mint;
  if (!isOwn) {
    log.info(`${delivery.where} is not of this run any more and stays.`);
    return null;
  }
  const removed = await delivery.remove();
  if (!removed.ok) return `${delivery.where} was not deleted: ${removed.reason}.`;
  const rest =
    removed.value === 'recoverable'
      ? ' The vault keeps it recoverable for its retention time; the code in it is worthless.'
      : '';
  log.info(`${delivery.where} is ${removed.value === 'gone' ? 'gone already' : 'deleted'}.${rest}`);
  return null;
}
