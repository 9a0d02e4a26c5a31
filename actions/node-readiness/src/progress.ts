import type { ActionDeps } from '#lib/action/types.js';
import type { Judgement } from '#lib/nodes/readiness-judge.js';

/** A line that is the same is told again after this long, so that a log shows that something is still going on. */
const SILENCE_MS = 60_000;
const MOST_CAUSES = 4;

/** Tells how far the nodes are, when that changes. */
export function createProgress(
  expected: number,
  { log, clock }: Pick<ActionDeps, 'log' | 'clock'>,
): { tell(judgement: Judgement): void } {
  let last = '';
  let at = Number.NEGATIVE_INFINITY;
  return {
    tell(judgement) {
      const line = progressLine(expected, judgement);
      const now = clock.now();
      if (line === last && now - at < SILENCE_MS) return;
      last = line;
      at = now;
      log.info(line);
    },
  };
}

function progressLine(expected: number, { nodes, readyCount }: Judgement): string {
  const joined = nodes.filter(({ state }) => state === 'not-ready').length;
  const parts = [`${readyCount} of ${expected} ready`, `${joined} joined and not ready`];
  parts.push(`${Math.max(0, expected - readyCount - joined)} missing`);
  const causes = new Map<string, number>();
  for (const { cause } of nodes)
    if (cause !== undefined) causes.set(cause.rule, (causes.get(cause.rule) ?? 0) + 1);
  const told = [...causes].sort((a, b) => b[1] - a[1]).slice(0, MOST_CAUSES);
  const why = told.map(([rule, count]) => `${count} ${rule}`).join(', ');
  return `${parts.join(' · ')}${why === '' ? '' : ` (${why})`}`;
}
