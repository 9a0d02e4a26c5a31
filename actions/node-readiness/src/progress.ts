import type { ActionDeps } from '#lib/action/types.js';
import type { Judgement } from '#lib/nodes/readiness-judge.js';

/** A line that is the same is told again after this long, so that a log shows that something is still going on. */
const SILENCE_MS = 60_000;
const MOST_CAUSES = 4;
/** A VM takes one to two minutes until its console and Systems Manager show anything; until then silence means nothing. */
const BOOT_MS = 180_000;

/** Tells how far the nodes are, when that changes. */
export function createProgress(
  expected: number,
  { log, clock }: Pick<ActionDeps, 'log' | 'clock'>,
): { tell(judgement: Judgement): void } {
  let last = '';
  let at = Number.NEGATIVE_INFINITY;
  const begin = clock.now();
  return {
    tell(judgement) {
      const now = clock.now();
      const line = progressLine(expected, judgement, (created = begin) => now - created < BOOT_MS);
      if (line === last && now - at < SILENCE_MS) return;
      last = line;
      at = now;
      log.info(line);
    },
  };
}

/** @param isYoung whether a VM made then may still be booting; without a time, one that is first seen now */
function progressLine(
  expected: number,
  { nodes, readyCount }: Judgement,
  isYoung: (created: number | undefined) => boolean,
): string {
  const joined = nodes.filter(({ state }) => state === 'not-ready').length;
  const parts = [`${readyCount} of ${expected} ready`, `${joined} joined and not ready`];
  parts.push(`${Math.max(0, expected - readyCount - joined)} missing`);
  const causes = new Map<string, number>();
  for (const { cause, times } of nodes) {
    if (cause === undefined) continue;
    const name = cause.rule === 'never-booted' && isYoung(times.created) ? 'booting' : cause.rule;
    causes.set(name, (causes.get(name) ?? 0) + 1);
  }
  const told = [...causes].sort((a, b) => b[1] - a[1]).slice(0, MOST_CAUSES);
  const why = told.map(([name, count]) => `${count} ${name}`).join(', ');
  return `${parts.join(' · ')}${why === '' ? '' : ` (${why})`}`;
}
