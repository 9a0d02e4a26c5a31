import { CUT_MARK } from './value-diff-text.ts';

/** Places to be covered, as pairs of start and end; they neither overlap nor touch. */
export type Spans = readonly number[];

/** Nodes are built for this much of a pattern; a match goes on for as long as the text agrees with the rest. */
const HEAD = 256;

/** Shortest pattern, and shortest beginning of a pattern that counts before the mark of a cut text. */
const SHORTEST = 4;

const HASHES = 1 << 16;
const ELLIPSIS = 0x2026;

/**
 * Finds all of many patterns in one pass over a text (Aho and Corasick, "Efficient string matching", 1975). Nodes lie
 * in flat arrays: a chain of nodes with one child each takes consecutive places, only branches go through a map. Most
 * of a text matches nothing, so a table of the patterns' first four characters tells where the machine has to run.
 */
export class Automaton {
  readonly #unit: Uint16Array;
  readonly #depth: Uint16Array;
  readonly #parent: Int32Array;
  readonly #fail: Int32Array;
  /** The node of the longest pattern that ends here, 0 for none. */
  readonly #match: Int32Array;
  readonly #branching: Uint8Array;
  readonly #branches = new Map<number, number>();
  readonly #rests = new Map<number, string[]>();
  readonly #starts = new Uint8Array(HASHES);
  #size = 1;

  /** Patterns of {@link SHORTEST} characters and more. */
  constructor(patterns: readonly string[]) {
    const most = patterns.reduce((sum, pattern) => sum + Math.min(pattern.length, HEAD), 1);
    this.#unit = new Uint16Array(most);
    this.#depth = new Uint16Array(most);
    this.#parent = new Int32Array(most);
    this.#fail = new Int32Array(most);
    this.#match = new Int32Array(most);
    this.#branching = new Uint8Array(most);
    for (const pattern of patterns) this.#insert(pattern);
    this.#link();
  }

  /**
   * Every place of `text` that a pattern covers, and the beginnings of patterns of four characters and more that
   * stand where a text was cut. Takes time in proportion to the text, whatever the patterns.
   */
  find(text: string): Spans {
    const spans = new SpanList();
    const starts = this.#starts;
    let first = 0;
    let hash = 0;
    let index = 0;
    while (index < text.length) {
      hash = nextHash(hash, text.charCodeAt(index));
      if (starts[hash] === 0) {
        index += 1;
        continue;
      }
      const end = this.#run(text, Math.max(first, index - SHORTEST + 1), index, spans);
      // A match may have begun in the last characters before the end: the table looks at them again.
      first = Math.max(first, end - SHORTEST + 1);
      hash = 0;
      for (let back = first; back < end; back += 1) hash = nextHash(hash, text.charCodeAt(back));
      index = end;
    }
    return spans.list;
  }

  /** Runs from `start` at least past `least`, until no pattern is under way that the table would not find again. */
  #run(text: string, start: number, least: number, spans: SpanList): number {
    let state = 0;
    let index = start;
    while (index < text.length) {
      const unit = text.charCodeAt(index);
      const depth = this.#depth[state] ?? 0;
      if (unit === ELLIPSIS && depth >= SHORTEST && isCutMark(text, index)) spans.add(index - depth, index);
      state = this.#step(state, unit);
      index += 1;
      const match = this.#match[state] ?? 0;
      if (match !== 0) this.#cover(text, index, match, spans);
      if (index > least && (this.#depth[state] ?? 0) < SHORTEST) break;
    }
    return index;
  }

  #cover(text: string, end: number, match: number, spans: SpanList): void {
    const start = end - (this.#depth[match] ?? 0);
    // Only a text made to repeat a long secret over and over gets here; it is covered to its end.
    if (spans.compared > 16 * text.length + HASHES) return spans.add(start, text.length);
    let covered = end;
    for (const pattern of this.#rests.get(match) ?? []) {
      let length = HEAD;
      while (length < pattern.length && text.charCodeAt(start + length) === pattern.charCodeAt(length))
        length += 1;
      covered = Math.max(covered, start + length);
      spans.compared += length - HEAD;
    }
    spans.add(start, covered);
  }

  #step(from: number, unit: number): number {
    let state = from;
    let child = this.#child(state, unit);
    while (child === 0 && state !== 0) {
      state = this.#fail[state] ?? 0;
      child = this.#child(state, unit);
    }
    return child;
  }

  /** 0 for none: the root is nobody's child. */
  #child(node: number, unit: number): number {
    const next = node + 1;
    if (this.#unit[next] === unit && this.#parent[next] === node && next < this.#size) return next;
    return this.#branching[node] === 1 ? (this.#branches.get(node * 0x10000 + unit) ?? 0) : 0;
  }

  #insert(pattern: string): void {
    let node = 0;
    let hash = 0;
    const length = Math.min(pattern.length, HEAD);
    for (let index = 0; index < length; index += 1) {
      const unit = pattern.charCodeAt(index);
      node = this.#child(node, unit) || this.#append(node, unit);
      if (index < SHORTEST) hash = nextHash(hash, unit);
    }
    this.#starts[hash] = 1;
    this.#match[node] = node;
    if (pattern.length > HEAD) this.#rests.set(node, [...(this.#rests.get(node) ?? []), pattern]);
  }

  #append(parent: number, unit: number): number {
    const node = this.#size;
    this.#size += 1;
    this.#unit[node] = unit;
    this.#parent[node] = parent;
    this.#depth[node] = (this.#depth[parent] ?? 0) + 1;
    if (node !== parent + 1) {
      this.#branching[parent] = 1;
      this.#branches.set(parent * 0x10000 + unit, node);
    }
    return node;
  }

  /** Links each node to the longest other beginning of a pattern that its own text ends with, shallow nodes first. */
  #link(): void {
    for (const node of this.#byDepth()) {
      const parent = this.#parent[node] ?? 0;
      const unit = this.#unit[node] ?? 0;
      const fail = parent === 0 ? 0 : this.#step(this.#fail[parent] ?? 0, unit);
      this.#fail[node] = fail;
      if (this.#match[node] === 0) this.#match[node] = this.#match[fail] ?? 0;
    }
  }

  #byDepth(): Int32Array {
    const places = new Int32Array(HEAD + 2);
    for (let node = 1; node < this.#size; node += 1) bump(places, (this.#depth[node] ?? 0) + 1);
    for (let depth = 1; depth < places.length; depth += 1) bump(places, depth, places[depth - 1]);
    const sorted = new Int32Array(this.#size - 1);
    for (let node = 1; node < this.#size; node += 1) {
      const depth = this.#depth[node] ?? 0;
      sorted[places[depth] ?? 0] = node;
      bump(places, depth);
    }
    return sorted;
  }
}

function bump(counts: Int32Array, index: number, by = 1): void {
  counts[index] = (counts[index] ?? 0) + by;
}

/** Of the last four units only: an older one is shifted out. */
function nextHash(hash: number, unit: number): number {
  return ((hash << 4) ^ unit) & (HASHES - 1);
}

function isCutMark(text: string, index: number): boolean {
  CUT_MARK.lastIndex = index;
  return CUT_MARK.test(text);
}

/** Merges places that overlap or touch as they come in, in the order of their ends. */
class SpanList {
  readonly list: number[] = [];
  /** Characters compared beyond the heads of patterns. */
  compared = 0;

  add(start: number, end: number): void {
    let from = start;
    let to = end;
    while (this.list.length > 0 && (this.list.at(-1) ?? 0) >= from) {
      to = Math.max(to, this.list.pop() ?? 0);
      from = Math.min(from, this.list.pop() ?? 0);
    }
    this.list.push(from, to);
  }
}
