import { expect, test } from '@jest/globals';
import { createProgress } from '#actions/node-readiness/src/progress.js';
import type { Judgement } from '#lib/nodes/readiness-judge.js';

const MINUTE_MS = 60_000;
const START = Date.UTC(2026, 10, 23);

/** A VM that runs and says nothing, made so long before the wait began. */
function silent(createdBeforeMs: number | undefined): Judgement {
  const cause = { rule: 'never-booted', title: '', sentence: '', remedy: '', isFault: true };
  const times = {
    created: createdBeforeMs === undefined ? undefined : START - createdBeforeMs,
    registered: undefined,
    joined: undefined,
    ready: undefined,
  };
  const vm = { vm: 'a', pool: undefined, node: undefined, state: 'missing' as const, cause, times };
  return { isReady: false, readyCount: 0, nodes: [vm], leftovers: [] };
}

/** Lines told at those times after the wait began. */
function linesAt(judgement: Judgement, offsetsMs: readonly number[]): readonly string[] {
  const lines: string[] = [];
  let now = START;
  const clock = { now: () => now, sleep: () => Promise.resolve() };
  const log = { info: (line: string) => void lines.push(line) } as unknown as Parameters<
    typeof createProgress
  >[1]['log'];
  const progress = createProgress(1, { log, clock });
  for (const offset of offsetsMs) {
    now = START + offset;
    progress.tell(judgement);
  }
  return lines;
}

const line = (why: string): string => `0 of 1 ready · 0 joined and not ready · 1 missing (1 ${why})`;

test('a VM that says nothing is booting until it is three minutes old, and then never came up', () => {
  const told = linesAt(silent(MINUTE_MS), [1000, MINUTE_MS, 2 * MINUTE_MS - 1, 2 * MINUTE_MS]);
  expect(told).toEqual([line('booting'), line('booting'), line('never-booted')]);
});

test('an old VM never came up at once, and one of unknown age counts from the first look', () => {
  expect(linesAt(silent(10 * MINUTE_MS), [1000])).toEqual([line('never-booted')]);
  expect(linesAt(silent(undefined), [1000, 4 * MINUTE_MS])).toEqual([line('booting'), line('never-booted')]);
});
