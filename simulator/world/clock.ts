/** Time in the simulated world: everything that waits or stamps a time asks this, so that tests can move it. */
export interface WorldClock {
  now(): Date;
  /** Resolves after `milliseconds` of world time; rejects with the signal's reason when it is aborted first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The clock of the machine. */
export const systemClock: WorldClock = {
  now: () => new Date(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const onAbort = () => {
        clearTimeout(timer);
        reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      }, milliseconds);
      signal?.addEventListener('abort', onAbort, { once: true });
    }),
};

/** A clock that starts at `start` and advances only by sleeping, which takes no real time. */
export function manualClock(start: Date): WorldClock & { advance(milliseconds: number): void } {
  let current = start.getTime();
  return {
    now: () => new Date(current),
    advance: (milliseconds) => {
      current += milliseconds;
    },
    sleep: (milliseconds, signal) => {
      signal?.throwIfAborted();
      current += milliseconds;
      return Promise.resolve();
    },
  };
}
