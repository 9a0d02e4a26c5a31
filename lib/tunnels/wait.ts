import type { ActionDeps } from '../action/types.ts';
import { formatDuration } from '../action/durations.ts';

export interface WaitOptions {
  /** Longest time from the first look to the last, in milliseconds; 0 looks once. */
  readonly deadlineMs: number;
  /** How long it must stay good without a break; 0 is content with the first good look. */
  readonly stableMs: number;
  /** Wait before the second look; the ones after it grow by half up to a minute. */
  readonly firstMs: number;
}

/** One look and what it means for waiting. */
export interface Look<T> {
  readonly value: T;
  readonly isGood: boolean;
  /** For the log. */
  readonly line: string;
}

export interface Waited<T> {
  readonly last: T;
  readonly looks: number;
  /** How long it has been good without a break, in milliseconds; null when the last look was not good. */
  readonly goodForMs: number | null;
  /** Good, and for as long as was asked. */
  readonly isStable: boolean;
  readonly elapsedMs: number;
}

const GROWTH = 1.5;
const LONGEST_MS = 60_000;

/**
 * Looks again and again until what is looked at is good and has stayed so, or the deadline would pass. A look that is not
 * good starts the count anew. A good look is followed by short waits, so that stability is seen, not supposed.
 */
export async function waitUntilStable<T>(
  look: () => Promise<Look<T>>,
  options: WaitOptions,
  { clock, log, signal }: Pick<ActionDeps, 'clock' | 'log' | 'signal'>,
): Promise<Waited<T>> {
  const started = clock.now();
  let pause = options.firstMs;
  let goodSince: number | null = null;
  for (let looks = 1; ; looks += 1) {
    const { value, isGood, line } = await look();
    const now = clock.now();
    goodSince = isGood ? (goodSince ?? now) : null;
    const goodForMs = goodSince === null ? null : now - goodSince;
    const isStable = goodForMs !== null && goodForMs >= options.stableMs;
    const elapsedMs = now - started;
    const left = options.deadlineMs - elapsedMs;
    const needed = goodForMs === null ? pause : Math.min(options.firstMs, options.stableMs - goodForMs);
    if (isStable || left <= 0 || needed > left) return { last: value, looks, goodForMs, isStable, elapsedMs };
    const stable =
      goodForMs === null
        ? ''
        : `; good for ${formatDuration(goodForMs)} of ${formatDuration(options.stableMs)}`;
    log.info(`${line}${stable}; looking again in ${formatDuration(needed)}, ${formatDuration(left)} left.`);
    await clock.sleep(needed, signal);
    if (!isGood) pause = Math.min(LONGEST_MS, Math.round(pause * GROWTH));
  }
}
