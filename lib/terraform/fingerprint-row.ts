import { canonicalJson, sortedLength } from './canonical-json.ts';
import { isObject, type ChangeJson, type ResourceChangeJson } from './plan-json.ts';

/** Members of a row and of its change in the order in which Terraform writes them (`internal/command/jsonplan`). */
const ROW_MEMBERS = [
  'address',
  'previous_address',
  'module_address',
  'mode',
  'type',
  'name',
  'index',
  'provider_name',
  'deposed',
  'change',
  'action_reason',
];
const CHANGE_MEMBERS = [
  'actions',
  'before',
  'after',
  'after_unknown',
  'before_sensitive',
  'after_sensitive',
  'replace_paths',
  'importing',
  'generated_config',
  'before_identity',
  'after_identity',
];

/** Anything else comes behind what is known, sorted. */
type Ranks = ReadonlyMap<string, number>;
const ROW_RANKS = ranksOf(ROW_MEMBERS);
const CHANGE_RANKS = ranksOf(CHANGE_MEMBERS);

/**
 * One text for one row of `resource_changes`, however it was written: the members of the row and of its change in
 * Terraform's order, everything below them in the order of their names. Terraform itself writes exactly this, but for
 * escapes, so that a row rarely has to be written anew: see {@link isRowText}.
 *
 * @param mapText applied to every string that is a value
 */
export function rowText(row: ResourceChangeJson, mapText?: (text: string) => string): string {
  return members(row, ROW_RANKS, (name, value) => {
    if (name !== 'change' || !isObject(value)) return canonicalJson(value, mapText);
    return members(value, CHANGE_RANKS, (member, inner) =>
      member === 'replace_paths' && Array.isArray(inner)
        ? pathsText(inner, mapText)
        : canonicalJson(inner, mapText),
    );
  });
}

/** Paths of replacement are a set that Terraform lists in no fixed order. */
function pathsText(paths: readonly unknown[], mapText?: (text: string) => string): string {
  return `[${paths
    .map((path) => canonicalJson(path, mapText))
    .sort()
    .join(',')}]`;
}

/**
 * Whether the text that a row was parsed from is its {@link rowText}: its members come in that order, it has only such
 * escapes as ECMAScript writes, and it is as long as what has no white space. (A number in another notation that is as
 * long passes for the same; that can only tell equal rows apart, never take different ones for equal.)
 */
export function isRowText(text: string, row: ResourceChangeJson): boolean {
  if ((row.change.replace_paths?.length ?? 0) > 1) return false;
  const change = orderedLength(row.change, CHANGE_RANKS, '');
  return unescapedLength(text) === change + orderedLength(row, ROW_RANKS, 'change');
}

/** Escapes that everybody writes alike, by the character behind the backslash. */
const PLAIN_ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** NaN when there are other escapes. */
function unescapedLength(text: string): number {
  let length = text.length;
  for (let at = text.indexOf('\\'); at !== -1; at = text.indexOf('\\', at + 2)) {
    if (PLAIN_ESCAPES[text.charAt(at + 1)] === undefined) return Number.NaN;
    length -= 1;
  }
  return length;
}

/** A text in which each string of a JSON text stands as it is; undefined when it has escapes that are seldom used. */
export function unescaped(text: string): string | undefined {
  if (!text.includes('\\')) return text;
  if (Number.isNaN(unescapedLength(text))) return undefined;
  return text.replace(/\\(.)/g, (escape, character: string) => PLAIN_ESCAPES[character] ?? escape);
}

/** Length of an object whose members come in the order of their ranks, else Infinity; without the value of `except`. */
function orderedLength(object: ResourceChangeJson | ChangeJson, ranks: Ranks, except: string): number {
  let length = 1;
  let last = -1;
  for (const name in object) {
    const rank = ranks.get(name);
    if (rank === undefined || rank <= last) return Infinity;
    last = rank;
    const value = (object as unknown as Readonly<Record<string, unknown>>)[name];
    length += name.length + 4 + (name === except ? 0 : sortedLength(value));
  }
  return length;
}

function members(object: object, ranks: Ranks, write: (name: string, value: unknown) => string): string {
  const present = Object.entries(object).filter(([, value]) => value !== undefined);
  const rank = (name: string): number => ranks.get(name) ?? ranks.size;
  present.sort(([left], [right]) => rank(left) - rank(right) || (left < right ? -1 : 1));
  return `{${present.map(([name, value]) => `${JSON.stringify(name)}:${write(name, value)}`).join(',')}}`;
}

function ranksOf(names: readonly string[]): Ranks {
  return new Map(names.map((name, index) => [name, index]));
}
