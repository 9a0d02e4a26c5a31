import { DETAIL_LEVELS, type DetailLevel } from './detail-levels.ts';
import { stackSection } from './plan-sections.ts';
import type { StackReport } from './stack-report.ts';

/** One stack as far as it is told. */
export interface StackText {
  readonly report: StackReport;
  readonly level: DetailLevel;
  readonly section: string;
  /** Of UTF-8, with the blank line that follows it. */
  readonly bytes: number;
}

/**
 * The sections of all stacks within `bytes`: the stack with the longest section loses a level of detail, again and
 * again until all fit. First the values of created objects give way, in all stacks; then everything but what is
 * destroyed; then the destroyed objects are
 * named in groups; only then is what does not fit counted, the room shared by how much each stack has to name.
 * Undefined when not even that fits.
 */
export function fitSections(
  reports: readonly StackReport[],
  bytes: number,
): readonly StackText[] | undefined {
  const stacks = reports.map((report) => describe(report, startLevel(report, bytes)));
  const steps = ['values', 'counts', 'grouped'] as const;
  return steps.some((last) => shortenUntil(stacks, bytes, last)) ? stacks : capAll(stacks, bytes);
}

function describe(report: StackReport, level: DetailLevel, room?: number): StackText {
  const section = stackSection(report, level, room);
  return { report, level, section, bytes: section === '' ? 0 : Buffer.byteLength(section) + 2 };
}

/** Rendering what cannot fit anyway takes time: 50,000 names alone are longer than a comment. */
function startLevel({ plan }: StackReport, bytes: number): DetailLevel {
  let [all, destroyed] = [0, 0];
  for (const { address, kind } of plan?.changes ?? []) {
    const least = Math.min(address.length, 300);
    all += least;
    if (kind === 'delete' || kind === 'replace') destroyed += least;
  }
  if (destroyed > bytes) return 'grouped';
  return all > bytes ? 'types' : 'created';
}

/** True once everything fits; false when all stacks are at `last` and it still does not. */
function shortenUntil(stacks: StackText[], bytes: number, last: DetailLevel): boolean {
  let size = total(stacks);
  while (size > bytes) {
    const index = longestShortenable(stacks, last);
    const old = index === undefined ? undefined : stacks[index];
    if (index === undefined || old === undefined) return false;
    const next = DETAIL_LEVELS[DETAIL_LEVELS.indexOf(old.level) + 1] ?? last;
    const shorter = describe(old.report, next);
    stacks[index] = shorter;
    size += shorter.bytes - old.bytes;
  }
  return true;
}

function total(stacks: readonly StackText[]): number {
  return stacks.reduce((sum, stack) => sum + stack.bytes, 0);
}

function longestShortenable(stacks: readonly StackText[], last: DetailLevel): number | undefined {
  const end = DETAIL_LEVELS.indexOf(last);
  let longest: number | undefined;
  for (const [index, stack] of stacks.entries()) {
    if (stack.bytes === 0 || DETAIL_LEVELS.indexOf(stack.level) >= end) continue;
    if (longest === undefined || stack.bytes > (stacks[longest]?.bytes ?? 0)) longest = index;
  }
  return longest;
}

function capAll(stacks: readonly StackText[], bytes: number): readonly StackText[] | undefined {
  const least = stacks.map(({ report }) => describe(report, 'capped', 0));
  const left = bytes - total(least);
  if (left < 0) return undefined;
  const wants = stacks.map((stack, index) => Math.max(0, stack.bytes - (least[index]?.bytes ?? 0)));
  const wanted = Math.max(
    1,
    wants.reduce((sum, each) => sum + each, 0),
  );
  return stacks.map((stack, index) => {
    const want = wants[index] ?? 0;
    return want === 0 ? stack : describe(stack.report, 'capped', Math.floor((left * want) / wanted));
  });
}
