/**
 * One measurement of the rules in a process of its own: `rules-child.ts <plan> <ranges>`. Prints as JSON the milliseconds
 * from facts to verdict in the first call and those of processor time, what was found, and the peak memory of the process
 * before it, which is Node with the facts, and after it, with all of it still held.
 */
import { performance } from 'node:perf_hooks';
import { checkAddressPlan } from '#lib/net/rules/check.js';
import { PLANS, type PlanName } from './synthetic-plan.ts';

const [name = '', ranges = ''] = process.argv.slice(2);
const facts = PLANS[name as PlanName](Number(ranges));
const factsRssKiB = process.resourceUsage().maxRSS;
const before = process.cpuUsage();
const started = performance.now();
const { counts, findings, checked } = checkAddressPlan(facts, {
  severities: {},
  ignores: [],
  now: new Date('2026-11-22T12:00:00Z'),
});
const milliseconds = performance.now() - started;
const { user, system } = process.cpuUsage(before);

console.log(
  JSON.stringify({
    milliseconds,
    cpuMilliseconds: (user + system) / 1000,
    factsRssKiB,
    rssKiB: process.resourceUsage().maxRSS,
    found: counts.error + counts.warning + counts.info,
    listed: findings.length,
    ranges: checked.ranges,
    pairs: checked.pairs,
  }),
);
