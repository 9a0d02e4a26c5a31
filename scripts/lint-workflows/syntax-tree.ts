import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Pair,
  type YAMLMap,
} from 'yaml';

/**
 * A parsed file with positions and comments. `yaml` rather than GitHub's own parser, because two rules are about
 * comments (the reason beside a permission, the version beside a SHA), which GitHub's token tree does not keep.
 */
export interface SyntaxTree {
  readonly root: YAMLMap | undefined;
  /** Line of a node or pair, from 1. */
  line(node: unknown): number;
  /** The text of that line behind its first ` #`, trimmed; '' when there is none. */
  commentAt(line: number): string;
}

export function parseTree(text: string): SyntaxTree {
  const lines = new LineCounter();
  const document: Document = parseDocument(text, { lineCounter: lines });
  const source = text.split('\n');
  return {
    root: isMap(document.contents) ? document.contents : undefined,
    line: (node) => {
      const start = rangeStart(node);
      return start === undefined ? 1 : lines.linePos(start).line;
    },
    commentAt: (line) => / #(.*)$/.exec(source[line - 1] ?? '')?.[1]?.trim() ?? '',
  };
}

function rangeStart(node: unknown): number | undefined {
  const key = typeof node === 'object' && node !== null && 'key' in node ? node.key : node;
  const hasRange = typeof key === 'object' && key !== null && 'range' in key && Array.isArray(key.range);
  return hasRange ? (key.range as number[])[0] : undefined;
}

/** The pairs of a mapping; none for anything else. */
export function pairsOf(node: unknown): readonly Pair[] {
  return isMap(node) ? node.items : [];
}

/** The value of a key of a mapping, as a node. */
export function valueOf(node: unknown, key: string): unknown {
  return pairsOf(node).find((pair) => keyOf(pair) === key)?.value ?? undefined;
}

export function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/** The text of a scalar; undefined for mappings, sequences and null. */
export function textOf(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  const { value } = node;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

export function itemsOf(node: unknown): readonly unknown[] {
  return isSeq(node) ? node.items : [];
}

export interface Job {
  readonly name: string;
  readonly node: unknown;
  readonly steps: readonly unknown[];
}

/** Jobs of a workflow; a composite action counts as one job without permissions. */
export function jobsOf(tree: SyntaxTree): readonly Job[] {
  return pairsOf(valueOf(tree.root, 'jobs')).map((pair) => ({
    name: keyOf(pair),
    node: pair.value,
    steps: itemsOf(valueOf(pair.value, 'steps')),
  }));
}

/** All steps of a file: of every job, or of a composite action. */
export function stepsOf(tree: SyntaxTree): readonly unknown[] {
  return [
    ...jobsOf(tree).flatMap((job) => job.steps),
    ...itemsOf(valueOf(valueOf(tree.root, 'runs'), 'steps')),
  ];
}

/** Names of the events that start a workflow, whatever form `on` has. */
export function triggersOf(tree: SyntaxTree): readonly string[] {
  const on = valueOf(tree.root, 'on');
  const single = textOf(on);
  if (single !== undefined) return [single];
  return [...pairsOf(on).map(keyOf), ...itemsOf(on).map((item) => textOf(item) ?? '')];
}
