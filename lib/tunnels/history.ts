import type { Signal } from './algebra.ts';
import type { AwsTunnel } from './facts.ts';

export interface Flaps {
  /** Changes from up to down within the window; null where the history is not known. */
  readonly falls: number | null;
  /** Share of the readings in which it was up, 0 to 1; null where there is none. */
  readonly up: number | null;
  readonly state: Signal;
  readonly reason: string;
}

export interface FlapRule {
  /** Milliseconds; 0 does not look. */
  readonly windowMs: number;
  /** Falls within the window from which a tunnel counts as flapping. */
  readonly most: number;
}

/** How often a tunnel fell within the window. CloudWatch leaves out what it has not seen: no reading is no proof. */
export function countFlaps(history: AwsTunnel['history'], now: number, rule: FlapRule): Flaps {
  if (rule.windowMs === 0) return { falls: null, up: null, state: 'up', reason: 'not looked at' };
  if (!history.ok) return { falls: null, up: null, state: 'unknown', reason: history.reason };
  const readings = history.value.filter(({ at }) => at >= now - rule.windowMs && at <= now);
  if (readings.length === 0) {
    return { falls: null, up: null, state: 'unknown', reason: 'CloudWatch has no reading of this tunnel' };
  }
  const falls = readings.filter(({ up }, index) => !up && readings[index - 1]?.up === true).length;
  const up = readings.filter((reading) => reading.up).length / readings.length;
  const isFlapping = falls >= rule.most;
  return { falls, up, state: isFlapping ? 'down' : 'up', reason: isFlapping ? `fell ${falls} times` : '' };
}
