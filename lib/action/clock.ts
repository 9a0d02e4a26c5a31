import type { Clock } from './types.ts';

/** setTimeout fires at once for anything longer (about 24.8 days). */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

function sleepOnce(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', abort, { once: true });
  });
}

/** The real time. `sleep` rejects with the signal's reason as soon as the signal aborts. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    for (let left = milliseconds; ; left -= LONGEST_TIMER_MS) {
      signal?.throwIfAborted();
      await sleepOnce(Math.max(0, Math.min(left, LONGEST_TIMER_MS)), signal);
      if (left <= LONGEST_TIMER_MS) return;
    }
  },
};
