import { ActionError } from '../action/errors.ts';
import { retry } from '../action/retry.ts';
import type { AwsDeps } from '../aws/read-call.ts';
import type { ActivationRequest, SsmDoor } from '../aws/ssm.ts';
import { activationErrors } from './activation-errors.ts';
import { MINT_TAG } from './activation-marks.ts';

export interface Minted {
  readonly id: string;
  /** Masked already. */
  readonly code: string;
  /** Activations of earlier attempts that got no answer, found and deleted. */
  readonly orphansRemoved: number;
}

/** How often a call without an answer is followed by another one. */
const MOST_UNKNOWN = 4;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 15_000;

/** A refusal that may pass: SSM has made nothing, or what it made has been removed. */
class Passing extends Error {}

/**
 * Makes an activation. SSM takes no idempotency token, so a call that got no answer is followed by a look for what it
 * may have made, by the tag {@link MINT_TAG} of the request, before the next one. A role that SSM does not know yet is
 * asked for again until the deadline.
 * @throws EHA1562, EHA1563 or EHA1564; whatever happens, look for the tag again when the job ends
 */
export async function mintActivation(
  door: SsmDoor,
  request: ActivationRequest,
  propagationMs: number,
  deps: AwsDeps,
): Promise<Minted> {
  let orphansRemoved = 0;
  let unknown = 0;
  const attempt = async (): Promise<Minted> => {
    const outcome = await door.createActivation(request);
    if (outcome.kind === 'created') return { id: outcome.id, code: outcome.code, orphansRemoved };
    if (outcome.kind === 'unknown') {
      unknown += 1;
      orphansRemoved += await removeMarked(door, request.tags[MINT_TAG] ?? '', outcome.reason);
      if (unknown < MOST_UNKNOWN) throw new Passing(outcome.reason);
      throw activationErrors.EHA1562(`${outcome.reason}; it was tried ${unknown} times.`);
    }
    if (outcome.because === 'denied') throw activationErrors.EHA1564(`${outcome.reason}.`);
    if (outcome.because === 'other') throw activationErrors.EHA1562(`${outcome.reason}.`);
    throw new Passing(outcome.reason);
  };
  try {
    return await retry('SSM CreateActivation', attempt, {
      ...deps,
      attempts: 100,
      deadlineMs: propagationMs,
      baseMs: FIRST_WAIT_MS,
      maximumMs: LONGEST_WAIT_MS,
      isRetryable: (error) => error instanceof Passing,
    });
  } catch (error) {
    deps.signal.throwIfAborted();
    if (error instanceof ActionError && !(error.cause instanceof Passing)) throw error;
    const text = error instanceof Error ? error.message : String(error);
    throw activationErrors.EHA1562(text, { cause: error });
  }
}

/** How many were there. @throws EHA1563 when that cannot be told, or one cannot be removed */
async function removeMarked(door: SsmDoor, mark: string, reason: string): Promise<number> {
  const listed = await door.activations();
  if (!listed.ok) throw activationErrors.EHA1563(`${reason}; and then ${listed.reason}.`);
  const own = listed.value.filter(({ tags }) => tags[MINT_TAG] === mark);
  for (const { id } of own) {
    const removed = await door.deleteActivation(id);
    if (!removed.ok) throw activationErrors.EHA1563(`${reason}; and then ${removed.reason}.`);
  }
  return own.length;
}
