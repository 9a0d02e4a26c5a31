import { diffArrays } from 'diff/lib/diff/array.js';
import { cut } from './value-diff-text.ts';

/** One line of a text diff: in both (` `), only before (`-`) or only after (`+`). */
export interface DiffLine {
  readonly kind: ' ' | '+' | '-';
  readonly text: string;
}

/** Unchanged lines kept around each change. */
const CONTEXT = 3;

/** Longest diff; what follows is counted in a last line. */
export const MOST_LINES = 80;

/** More edits than this are shown as one block replaced by another: the exact diff costs their square. */
const MOST_EDITS = 400;

/**
 * The lines in which two texts differ, with {@link CONTEXT} lines around. Runs of unchanged lines and what exceeds
 * {@link MOST_LINES} are counted in a line of their own, which begins with `…`. A carriage return at the end of a
 * line is written as `\r`, since else both lines would look alike.
 */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const all = rawDiff(before.split('\n'), after.split('\n'));
  const shown = withContext(all);
  return limited(shown, shown.length);
}

/** The lines of a text that is added or removed as a whole, limited likewise. */
export function oneSidedLines(text: string, kind: '+' | '-'): readonly DiffLine[] {
  const texts = text.split('\n');
  return limited(lines(kind, texts.slice(0, MOST_LINES + 1)).map(shownLine), texts.length);
}

function rawDiff(before: readonly string[], after: readonly string[]): DiffLine[] {
  const head = commonLength(before.length, after.length, (index) => before[index] === after[index]);
  const most = Math.min(before.length, after.length) - head;
  const tail = commonLength(most, most, (index) => before.at(-1 - index) === after.at(-1 - index));
  const removed = before.slice(head, before.length - tail);
  const added = after.slice(head, after.length - tail);
  const parts = removed.length > 0 && added.length > 0 ? exactDiff(removed, added) : undefined;
  return [
    ...lines(' ', before.slice(0, head)),
    ...(parts ?? [...lines('-', removed), ...lines('+', added)]),
    ...lines(' ', before.slice(before.length - tail)),
  ];
}

function commonLength(left: number, right: number, same: (index: number) => boolean): number {
  let length = 0;
  while (length < left && length < right && same(length)) length += 1;
  return length;
}

function exactDiff(removed: string[], added: string[]): DiffLine[] | undefined {
  const parts = diffArrays(removed, added, { maxEditLength: MOST_EDITS });
  return parts?.flatMap((part) => lines(part.added ? '+' : part.removed ? '-' : ' ', part.value));
}

function lines(kind: DiffLine['kind'], texts: readonly string[]): DiffLine[] {
  return texts.map((text) => ({ kind, text }));
}

function shownLine(line: DiffLine): DiffLine {
  return { kind: line.kind, text: cut(line.text.replace(/\r$/, '\\r')) };
}

function limited(shown: readonly DiffLine[], count: number): readonly DiffLine[] {
  if (count <= MOST_LINES) return shown;
  return [...shown.slice(0, MOST_LINES - 1), { kind: ' ', text: `… (+${count - MOST_LINES + 1} lines)` }];
}

function withContext(all: readonly DiffLine[]): DiffLine[] {
  const near = nearChanges(all);
  const shown: DiffLine[] = [];
  let skipped = 0;
  const flush = (): void => {
    if (skipped > 0) shown.push({ kind: ' ', text: `… (${skipped} unchanged lines)` });
    skipped = 0;
  };
  for (const [index, line] of all.entries()) {
    if (near[index] === 1) {
      flush();
      shown.push(shownLine(line));
    } else {
      skipped += 1;
    }
  }
  flush();
  return shown;
}

/** 1 for the lines that are shown. A single hidden line is shown as well: its note would take as much room. */
function nearChanges(all: readonly DiffLine[]): Uint8Array {
  const near = new Uint8Array(all.length);
  for (const [index, line] of all.entries()) {
    if (line.kind !== ' ') near.fill(1, Math.max(0, index - CONTEXT), index + CONTEXT + 1);
  }
  for (let index = 0; index < near.length; index += 1) {
    if (near[index] === 0 && near[index - 1] !== 0 && near[index + 1] !== 0) near[index] = 1;
  }
  return near;
}
