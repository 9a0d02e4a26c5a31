/** How a run or job wants to stand in its concurrency group. */
export interface ConcurrencyRequest {
  readonly group: string;
  readonly cancelInProgress: boolean;
  /** `single` keeps at most one waiting, the newest; `max` keeps up to 100 in order. */
  readonly queue: 'single' | 'max';
  /** Cancels this holder when another one takes its place, whether it waits or runs. */
  readonly cancel: (reason: string) => void;
}

/** Source: GitHub changelog of 2026-05-07 on `queue: max`. */
const MAX_PENDING = 100;

interface Waiting extends ConcurrencyRequest {
  readonly admit: () => void;
}

interface Group {
  running: ConcurrencyRequest | undefined;
  pending: Waiting[];
}

/**
 * The concurrency groups of one repository host. Group names ignore case. Share one object between runs that are to
 * wait for each other; a run that is given none has groups of its own.
 */
export class ConcurrencyGroups {
  readonly #groups = new Map<string, Group>();

  /** Whether a group is held right now; what waits says so to the person who watches. */
  isBusy(group: string): boolean {
    return this.#groups.get(group.toLowerCase())?.running !== undefined;
  }

  /**
   * Waits for the group and resolves to the function that gives it back. A waiter that is cancelled (by a newer one
   * or by `signal`) rejects with the signal's reason.
   */
  async acquire(request: ConcurrencyRequest, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    const key = request.group.toLowerCase();
    const group = this.#groups.get(key) ?? { running: undefined, pending: [] };
    this.#groups.set(key, group);
    const reason = `Canceling since a higher priority waiting request for ${request.group} exists`;
    if (group.running !== undefined) {
      if (request.queue === 'single') for (const waiting of group.pending.splice(0)) waiting.cancel(reason);
      else if (group.pending.length >= MAX_PENDING)
        throw new Error(`More than ${MAX_PENDING} are waiting for ${request.group}`);
      if (request.cancelInProgress) group.running.cancel(reason);
      await this.#wait(group, request, signal);
    }
    group.running = request;
    return () => this.#release(key, group, request);
  }

  #wait(group: Group, request: ConcurrencyRequest, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        group.pending = group.pending.filter((candidate) => candidate !== waiting);
        reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
      };
      const waiting: Waiting = {
        ...request,
        admit: () => {
          signal.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      signal.addEventListener('abort', onAbort, { once: true });
      group.pending.push(waiting);
    });
  }

  #release(key: string, group: Group, request: ConcurrencyRequest): void {
    if (group.running !== request) return;
    const next = group.pending.shift();
    group.running = next;
    if (next === undefined) this.#groups.delete(key);
    else next.admit();
  }
}
