import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { nearestOf } from './nearest.ts';

/** What stands in a YAML text at one place, with its line. */
export type Place =
  | { readonly kind: 'absent'; readonly line: number }
  | { readonly kind: 'text'; readonly line: number; readonly text: string }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly Place[] }
  | { readonly kind: 'map'; readonly line: number; readonly entries: readonly Entry[] };

export interface Entry {
  readonly key: string;
  readonly line: number;
  readonly value: Place;
}

export interface Problem {
  readonly line: number;
  readonly message: string;
}

export type Parsed = { readonly root: Place } | { readonly problems: readonly Problem[] };

/** Deeper than any key of a format of this project; stops a text made to exhaust the stack. */
const DEEPEST = 16;
/** Aliases can make a small text unfold into a huge one; each time one is followed counts. */
const MOST_ALIASES = 100;

/** Reads YAML 1.2 (so JSON too) with the line of each value; scalars keep the text as it was written. */
export function parseWithLines(text: string): Parsed {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error',
  });
  const lineAt = (offset: number | undefined): number => Math.max(1, lineCounter.linePos(offset ?? 0).line);
  if (document.errors.length > 0) {
    return { problems: document.errors.map(({ pos, message }) => ({ line: lineAt(pos[0]), message })) };
  }
  try {
    return { root: new PlaceReader(document, lineAt).read(document.contents, 0, 1) };
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return { problems: [{ line: 1, message: 'it is nested too deeply or follows too many aliases' }] };
  }
}

class PlaceReader {
  readonly #document: Document;
  readonly #lineAt: (offset: number | undefined) => number;
  #aliases = 0;

  constructor(document: Document, lineAt: (offset: number | undefined) => number) {
    this.#document = document;
    this.#lineAt = lineAt;
  }

  /** @param above line of what holds the node, for a node that has no place of its own */
  read(given: unknown, depth: number, above: number): Place {
    if (isAlias(given)) this.#aliases += 1;
    if (this.#aliases > MOST_ALIASES || depth > DEEPEST) throw new TooLarge();
    const node: unknown = isAlias(given) ? given.resolve(this.#document) : given;
    const line = isNode(given) ? this.#lineAt(given.range?.[0]) : above;
    if (isMap(node)) {
      const entries = node.items.map(({ key, value }) => {
        const at = isNode(key) ? this.#lineAt(key.range?.[0]) : line;
        return {
          key: isScalar(key) ? String(key.value) : '',
          line: at,
          value: this.read(value, depth + 1, at),
        };
      });
      return { kind: 'map', line, entries };
    }
    if (isSeq(node)) {
      return { kind: 'list', line, items: node.items.map((item) => this.read(item, depth + 1, line)) };
    }
    if (!isScalar(node) || node.value === null) return { kind: 'absent', line };
    // `1.10` is a number to YAML, and the zero is lost in it.
    const isPlain = node.type === 'PLAIN' && node.source !== undefined;
    return { kind: 'text', line, text: isPlain ? (node.source ?? '') : scalarText(node.value) };
  }
}

/** YAML of this schema has texts, numbers and truth values alone. */
function scalarText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

class TooLarge extends Error {}

/** How the value of a key is read; `path` names it in messages, as `aws.vpc.cidrs`. */
export type Reader = (place: Place, path: string, problems: Problem[]) => void;

const KINDS = { absent: 'nothing', text: 'a text or number', list: 'a list', map: 'a map of keys' } as const;

function refuse(place: Place, path: string, wanted: string, problems: Problem[]): void {
  const what = path === '' ? 'the file' : path;
  problems.push({ line: place.line, message: `${what} must be ${wanted}, and is ${KINDS[place.kind]}` });
}

/** A map with these keys and no other; all may be left out. A key that is not known is named with the nearest that is. */
export function keys(readers: Readonly<Record<string, Reader>>): Reader {
  const known = Object.keys(readers);
  return (place, path, problems) => {
    if (place.kind === 'absent') return;
    if (place.kind !== 'map') return refuse(place, path, 'a map of keys', problems);
    for (const { key, line, value } of place.entries) {
      const inner = path === '' ? key : `${path}.${key}`;
      if (Object.hasOwn(readers, key)) {
        readers[key]?.(value, inner, problems);
        continue;
      }
      const nearest = nearestOf(key, known);
      const hint = nearest === undefined ? '' : `; did you mean "${nearest}"?`;
      const where = path === '' ? 'at the top' : `in ${path}`;
      problems.push({ line, message: `unknown key "${key}" ${where}${hint} (known: ${known.join(', ')})` });
    }
  };
}

/** A text or number as written. */
export function scalar(use: (text: string, line: number, path: string) => string | undefined): Reader {
  return (place, path, problems) => {
    if (place.kind === 'absent') return;
    if (place.kind !== 'text') return refuse(place, path, 'a text or number', problems);
    const problem = use(place.text, place.line, path);
    if (problem !== undefined) problems.push({ line: place.line, message: `${path} ${problem}` });
  };
}

/** A list of such values; a single one may stand alone. */
export function scalars(use: (text: string, line: number) => void): Reader {
  const one = scalar((text, line) => {
    use(text, line);
    return undefined;
  });
  return (place, path, problems) => {
    if (place.kind !== 'list') {
      if (place.kind === 'map') return refuse(place, path, 'a list', problems);
      return one(place, path, problems);
    }
    for (const [index, item] of place.items.entries()) {
      const at = `${path}[${index}]`;
      if (item.kind === 'absent') refuse(item, at, 'a text or number', problems);
      else one(item, at, problems);
    }
  };
}

/** A map of names that the user chooses. */
export function named(use: (name: string, text: string, line: number) => void): Reader {
  return (place, path, problems) => {
    if (place.kind === 'absent') return;
    if (place.kind !== 'map') return refuse(place, path, 'a map of names', problems);
    for (const { key, value } of place.entries) {
      scalars((text, line) => use(key, text, line))(value, `${path}.${key}`, problems);
    }
  };
}

/** A list of maps, each read by itself. */
export function each(read: (place: Place, path: string, index: number, problems: Problem[]) => void): Reader {
  return (place, path, problems) => {
    if (place.kind === 'absent') return;
    if (place.kind !== 'list') return refuse(place, path, 'a list', problems);
    for (const [index, item] of place.items.entries()) read(item, `${path}[${index}]`, index, problems);
  };
}
