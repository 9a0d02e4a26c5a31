import type { AzureEnvironment } from '../action/azure-environment.ts';
import { retry } from '../action/retry.ts';
import {
  type ArmAnswer,
  type ArmDeps,
  ArmFailure,
  type ArmResponse,
  isRetryable,
  readFailure,
  refusalOf,
  retryAfterMs,
  type SendToArm,
} from './arm-rest.ts';

/** What a change changes, and how it is called in logs. */
export interface ArmChange {
  readonly name: string;
  readonly method: 'DELETE' | 'POST';
  /** From the slash on, with `api-version`. */
  readonly path: string;
  /** For the change with all its polls and attempts, in milliseconds. */
  readonly deadlineMs: number;
}

/** `gone`: there was nothing to change. */
export type ArmChanged = ArmAnswer<'done' | 'gone'>;

/** Between polls where Azure does not say, and at most. */
const POLL_MS = 5_000;
const LONGEST_POLL_MS = 30_000;
const ATTEMPTS = 20;

/** Conflicts that pass: another operation of the same resource, or of the VM that an interface was on. */
const PASSING =
  /^(?:AnotherOperationInProgress|NicReservedForAnotherVm|NicInUse|OperationPreempted|RetryableError|AttachDiskWhileBeingDetached|Conflict)$/;

/** Whether a change that failed so may go through when it is made again. */
export function mayPass(error: unknown): boolean {
  return isRetryable(error) || (error instanceof ArmFailure && PASSING.test(error.code));
}

/**
 * Makes a change that may be made twice, and waits until it is over.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations
 */
export async function changeInArm(
  send: SendToArm,
  { endpoint }: AzureEnvironment,
  { name, method, path, deadlineMs }: ArmChange,
  deps: ArmDeps,
): Promise<ArmChanged> {
  const end = deps.clock.now() + deadlineMs;
  try {
    const value = await retry(
      name,
      async (): Promise<'done' | 'gone'> => {
        const answer = await send(name, method, `${endpoint}${path}`);
        if (answer.status === 204) return 'gone';
        await follow(name, answer, { send, endpoint, end, deps });
        return 'done';
      },
      { ...deps, attempts: ATTEMPTS, baseMs: 2_000, deadlineMs, isRetryable: mayPass, retryAfterMs },
    );
    return { ok: true, value };
  } catch (error) {
    if (error instanceof ArmFailure && error.status === 404) return { ok: true, value: 'gone' };
    return refusalOf(name, error, deps);
  }
}

interface Following {
  readonly send: SendToArm;
  readonly endpoint: string;
  /** Milliseconds since 1970. */
  readonly end: number;
  readonly deps: ArmDeps;
}

/**
 * Follows a long-running operation: `Azure-AsyncOperation` tells a status, `Location` answers 202 until it is over. A
 * failure is told in the body of an answer that is itself a success.
 */
async function follow(name: string, first: ArmResponse, following: Following): Promise<void> {
  const { send, endpoint, end, deps } = following;
  const operation = first.headers.get('azure-asyncoperation');
  const url = operation ?? (first.status === 202 ? first.headers.get('location') : null);
  if (url === null) return;
  // The token goes along.
  if (!URL.canParse(url) || new URL(url).origin !== new URL(endpoint).origin) {
    throw new ArmFailure(400, 'the operation is to be followed on another host');
  }
  const poll = `${name} (operation)`;
  for (let answer = first; ;) {
    const wait = waitOf(answer);
    if (deps.clock.now() + wait > end) throw new ArmFailure(0, 'it was not over when its time was up');
    await deps.clock.sleep(wait, deps.signal);
    answer = await retry(poll, () => send(poll, 'GET', url), { ...deps, isRetryable, retryAfterMs });
    if (operation === null ? answer.status !== 202 : isOver(answer)) return;
  }
}

function waitOf({ headers }: ArmResponse): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Math.min(Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : POLL_MS, LONGEST_POLL_MS);
}

/** The status of a failed operation is none of HTTP; only its code tells whether it may pass. @throws ArmFailure */
function isOver({ text }: ArmResponse): boolean {
  const status = /"status"\s*:\s*"(\w+)"/.exec(text)?.[1] ?? '';
  if (/^(?:Failed|Canceled)$/i.test(status)) throw readFailure(400, text);
  return /^Succeeded$/i.test(status);
}
