/** Where the counts of pools stand in a `.tfvars` or `.tfvars.json` file: enough of HCL to change a number in its place. */

/** A number written in a file. */
export interface WrittenCount {
  readonly count: number;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/** The `count` of each pool of the variable `pools`, or why they are not known. */
export type WrittenPools =
  | { readonly ok: true; readonly pools: ReadonlyMap<string, WrittenCount> }
  | { readonly ok: false; readonly reason: string };

interface Token {
  readonly kind: 'word' | 'string' | 'heredoc' | 'mark';
  /** Of a string, what is between its quotes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

type Value =
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, Value> }
  | { readonly kind: 'scalar'; readonly token: Token }
  | { readonly kind: 'other' };

export function readPools(text: string): WrittenPools {
  const tokens = tokenize(text);
  if (tokens === undefined) return { ok: false, reason: 'it is no HCL or JSON that can be read' };
  const root = readRoot(tokens);
  const pools = root?.get('pools');
  if (pools?.kind !== 'object') return { ok: false, reason: 'it has no object `pools`' };
  const counts = new Map<string, WrittenCount>();
  for (const [name, pool] of pools.entries) {
    const count = pool.kind === 'object' ? pool.entries.get('count') : undefined;
    if (count?.kind !== 'scalar' || count.token.kind !== 'word' || !/^\d+$/.test(count.token.text)) {
      return { ok: false, reason: `the pool ${name} has no number as \`count\`` };
    }
    const { start, end } = count.token;
    counts.set(name, { count: Number(count.token.text), start, end });
  }
  return { ok: true, pools: counts };
}

/** The text with other counts; everything else stays as it is, to the byte. */
export function writeCounts(
  text: string,
  pools: ReadonlyMap<string, WrittenCount>,
  counts: ReadonlyMap<string, number>,
): string {
  const changes = [...counts]
    .flatMap(([name, count]) => {
      const written = pools.get(name);
      return written === undefined ? [] : [{ ...written, count }];
    })
    .sort((one, other) => other.start - one.start);
  return changes.reduce(
    (result, { start, end, count }) => `${result.slice(0, start)}${count}${result.slice(end)}`,
    text,
  );
}

const SKIPPED = /(?:\s+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)+/y;
const STRING = /"((?:\\.|[^"\\\n])*)"/y;
const HEREDOC = /<<-?([A-Za-z_]\w*)[^\n]*\n[^]*?\n[ \t]*\1(?=\s)/y;
const WORD = /[\w.-]+/y;
const MARK = /[{}[\]()=:,]/y;

/** undefined where something else stands, such as an expression. */
function tokenize(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) at += match[0].length;
    return match;
  };
  for (;;) {
    take(SKIPPED);
    const start = at;
    if (at >= text.length) return tokens;
    const add = (kind: Token['kind'], found: string): void => {
      tokens.push({ kind, text: found, start, end: at });
    };
    const string = take(STRING);
    if (string !== null) {
      add('string', string[1] ?? '');
      continue;
    }
    const [kind, match] = firstOf(take);
    if (match === null) return undefined;
    add(kind, match[0]);
  }
}

function firstOf(
  take: (pattern: RegExp) => RegExpExecArray | null,
): readonly [Token['kind'], RegExpExecArray | null] {
  const heredoc = take(HEREDOC);
  if (heredoc !== null) return ['heredoc', heredoc];
  const word = take(WORD);
  return word !== null ? ['word', word] : ['mark', take(MARK)];
}

/** JSON is one object around the variables. */
function readRoot(tokens: readonly Token[]): ReadonlyMap<string, Value> | undefined {
  const isJson = isMark(tokens[0], '{');
  const reader = { tokens, at: isJson ? 1 : 0 };
  const entries = readEntries(reader, isJson);
  return reader.at === tokens.length ? entries : undefined;
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

function isMark(token: Token | undefined, ...marks: readonly string[]): boolean {
  return token?.kind === 'mark' && marks.includes(token.text);
}

/** Entries up to the closing brace, which is taken, or to the end; undefined for what is not `key = value`. */
function readEntries(reader: Reader, isClosed: boolean): ReadonlyMap<string, Value> | undefined {
  const entries = new Map<string, Value>();
  for (;;) {
    const key = reader.tokens[reader.at];
    if (key === undefined) return isClosed ? undefined : entries;
    reader.at += 1;
    if (isMark(key, ',')) continue;
    if (isClosed && isMark(key, '}')) return entries;
    if (key.kind === 'mark' || key.kind === 'heredoc') return undefined;
    if (!isMark(reader.tokens[reader.at], '=', ':')) return undefined;
    reader.at += 1;
    const value = readValue(reader);
    // Of two of the same name nobody knows which one counts.
    if (value === undefined || entries.has(key.text)) return undefined;
    entries.set(key.text, value);
  }
}

function readValue(reader: Reader): Value | undefined {
  const token = reader.tokens[reader.at];
  reader.at += 1;
  if (token === undefined) return undefined;
  if (isMark(token, '{')) {
    const entries = readEntries(reader, true);
    return entries === undefined ? undefined : { kind: 'object', entries };
  }
  if (isMark(token, '[')) return skipList(reader) ? { kind: 'other' } : undefined;
  return token.kind === 'mark' ? undefined : { kind: 'scalar', token };
}

function skipList(reader: Reader): boolean {
  for (;;) {
    const token = reader.tokens[reader.at];
    if (token === undefined) return false;
    if (isMark(token, ']')) {
      reader.at += 1;
      return true;
    }
    if (isMark(token, ',')) reader.at += 1;
    else if (readValue(reader) === undefined) return false;
  }
}
