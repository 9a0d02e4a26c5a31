/**
 * One measurement in a process of its own: `child.ts <finder> <blocks> <rows>`. Prints as JSON the milliseconds of the first
 * call and of the fastest of a few more, the pairs found, and the peak memory of the process. Loading is not counted.
 */
import { performance } from 'node:perf_hooks';
import { FINDERS, type Finder, type FinderName } from './finders.ts';
import { mixedBlocks } from './synthetic.ts';

/** Warm calls stop after this many milliseconds; a first call that takes longer is as good as warm. */
const WARM_MS = 400;

function timed(find: Finder, texts: readonly string[], rows: number): readonly [number, number] {
  const started = performance.now();
  const pairs = find(texts, rows);
  return [performance.now() - started, pairs];
}

const [name = '', blocks = '', rows = ''] = process.argv.slice(2);
const find = await FINDERS[name as FinderName]();
const texts = mixedBlocks(Number(blocks));
const [first, pairs] = timed(find, texts, Number(rows));
const rssKiB = process.resourceUsage().maxRSS;

let warm = first;
const until = performance.now() + WARM_MS;
while (first < WARM_MS && performance.now() < until) {
  warm = Math.min(warm, timed(find, texts, Number(rows))[0]);
}

console.log(JSON.stringify({ first, warm, pairs, rssKiB }));
