/**
 * Blocks at the top level of a Terraform file with their plain attributes. It knows comments, strings, templates and
 * heredocs, so that what stands inside them is not taken for code, and nothing of expressions. A full HCL parser is a
 * WebAssembly module of two megabytes. Syntax: the HCL native syntax specification of hashicorp/hcl.
 */
export interface Attribute {
  /** The string, when the value is one without interpolation; null for any other expression. */
  readonly text: string | null;
  /** The attributes of a value that is an object, as in `required_providers`; empty for any other. */
  readonly object: ReadonlyMap<string, Attribute>;
  /** From 1. */
  readonly line: number;
}

export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly line: number;
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** Blocks inside this one, in order. */
  readonly blocks: readonly Block[];
}

interface Token {
  readonly kind: 'name' | 'string' | 'open' | 'close' | 'equals' | 'newline' | 'other';
  /** Of a string its value; null with an interpolation. Of a comma the comma. */
  readonly text: string | null;
  readonly line: number;
}

/** In this order; sticky, so that each is tried at one place only. */
const PATTERNS = {
  space: /[ \t\r\ufeff]+/y,
  newline: /\n/y,
  comment: /(?:#|\/\/)[^\n]*|\/\*[^]*?(?:\*\/|$)/y,
  heredoc: /<<-?([^\s"{}()]+)[^\n]*\n/y,
  name: /[\p{ID_Start}_][\p{ID_Continue}-]*/uy,
  comparison: /[=!<>]=|=>/y,
} as const;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Whether something was met that this reader does not follow; see {@link ReadBlocks.isCertain}. */
interface Doubt {
  found: boolean;
}

const HARD_IN_TEMPLATE = /^(?:#|\/\/|\/\*|<<)/;
const TEMPLATE = /(?<![$%])[$%]\{|\n/g;

/**
 * Where a heredoc that begins before `at` ends: after the line that holds only its marker, or at the end of the file. A
 * line inside an interpolation is none of the heredoc's lines, even if it reads like the marker.
 */
function endOfHeredoc(text: string, at: number, marker: string, doubt: Doubt): number {
  let start = at;
  let isWholeLine = true;
  for (let from = at; from < text.length;) {
    TEMPLATE.lastIndex = from;
    const next = TEMPLATE.exec(text);
    const end = next?.index ?? text.length;
    if (next !== null && next[0] !== '\n') {
      from = endOfTemplate(text, end + 2, doubt);
      isWholeLine = false;
      continue;
    }
    // The line end stays: it ends the attribute.
    if (isWholeLine && text.slice(start, end).trim() === marker) return end;
    start = end + 1;
    from = start;
    isWholeLine = true;
  }
  return text.length;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

interface Quoted {
  readonly value: string | null;
  readonly end: number;
}

/** A string whose opening quote is before `at`. It ends at its quote, else at the end of the line or the file. */
function readString(text: string, at: number, doubt: Doubt): Quoted {
  let value = '';
  let isPlain = true;
  let index = at;
  while (index < text.length) {
    const character = text.charAt(index);
    if (character === '"') return { value: isPlain ? value : null, end: index + 1 };
    if (character === '\n') return { value: null, end: index };
    const pair = text.slice(index, index + 3);
    if (pair === '$${' || pair === '%%{') {
      value += pair.slice(1);
      index += 3;
    } else if (pair.startsWith('${') || pair.startsWith('%{')) {
      isPlain = false;
      index = endOfTemplate(text, index + 2, doubt);
    } else if (character === '\\') {
      const escape = ESCAPES[text.charAt(index + 1)];
      isPlain &&= escape !== undefined;
      value += escape ?? '';
      index += 2;
    } else {
      value += character;
      index += 1;
    }
  }
  return { value: null, end: index };
}

/** After the brace that closes an interpolation; strings in it may hold braces and interpolations of their own. */
function endOfTemplate(text: string, at: number, doubt: Doubt): number {
  // A stack of its own: a file with ten thousand nested interpolations must not exhaust that of the program.
  const inside: ('string' | 'code')[] = ['code'];
  let index = at;
  while (index < text.length && inside.length > 0) {
    const character = text.charAt(index);
    if (inside.at(-1) === 'code') {
      doubt.found ||= HARD_IN_TEMPLATE.test(text.slice(index, index + 2));
      if (character === '"') inside.push('string');
      else if (character === '{') inside.push('code');
      else if (character === '}') inside.pop();
    } else if (character === '\\') index += 1;
    else if (character === '"') inside.pop();
    else if (text.startsWith('$${', index) || text.startsWith('%%{', index)) index += 2;
    else if ((character === '$' || character === '%') && text.charAt(index + 1) === '{') {
      inside.push('code');
      index += 1;
    }
    index += 1;
  }
  return index;
}

function* tokens(text: string, doubt: Doubt): Generator<Token> {
  let line = 1;
  let index = 0;
  const advance = (end: number): void => {
    for (let at = text.indexOf('\n', index); at !== -1 && at < end; at = text.indexOf('\n', at + 1))
      line += 1;
    index = end;
  };
  while (index < text.length) {
    const started = line;
    const character = text.charAt(index);
    const skipped = match(PATTERNS.space, text, index) ?? match(PATTERNS.comment, text, index);
    if (skipped !== null) advance(index + skipped[0].length);
    else if (character === '\n') {
      advance(index + 1);
      yield { kind: 'newline', text: null, line: started };
    } else if (character === '"') {
      const { value, end } = readString(text, index + 1, doubt);
      advance(end);
      yield { kind: 'string', text: value, line: started };
    } else {
      const token = word(text, index, doubt);
      advance(token.end);
      yield { kind: token.kind, text: token.text, line: started };
    }
  }
}

function word(
  text: string,
  at: number,
  doubt: Doubt,
): Pick<Token, 'kind' | 'text'> & { readonly end: number } {
  const heredoc = match(PATTERNS.heredoc, text, at);
  if (heredoc !== null) {
    const end = endOfHeredoc(text, at + heredoc[0].length, heredoc[1] ?? '', doubt);
    return { kind: 'other', text: null, end };
  }
  const name = match(PATTERNS.name, text, at)?.[0];
  if (name !== undefined) return { kind: 'name', text: name, end: at + name.length };
  const comparison = match(PATTERNS.comparison, text, at)?.[0];
  if (comparison !== undefined) return { kind: 'other', text: null, end: at + comparison.length };
  const character = text.charAt(at);
  const kind =
    character === '='
      ? 'equals'
      : '{[('.includes(character)
        ? 'open'
        : '}])'.includes(character)
          ? 'close'
          : 'other';
  // `:` separates key and value in an object as well as `=` does; elsewhere it is part of an expression.
  if (character === ':') return { kind: 'equals', text: null, end: at + 1 };
  // Only of a comma the text matters: it separates the members of an object.
  return { kind, text: character === ',' ? ',' : null, end: at + 1 };
}

/** Splits a token list into statements of one level; what is nested stays inside its statement. */
function statements(list: readonly Token[]): readonly (readonly Token[])[] {
  const result: Token[][] = [[]];
  let depth = 0;
  for (const token of list) {
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close') depth = Math.max(0, depth - 1);
    if (token.kind === 'newline' && depth === 0) result.push([]);
    else result.at(-1)?.push(token);
  }
  return result.filter((statement) => statement.length > 0);
}

/** Objects inside objects deeper than this are left out: no attribute that is read here lies that deep. */
const DEEPEST_OBJECT = 8;

function attributesOf(body: readonly Token[], depth = 0): ReadonlyMap<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  for (const [name, equals, value, ...rest] of statements(body)) {
    if (!isKey(name, depth) || equals?.kind !== 'equals' || name.text === null) {
      // Members of an object have keys that are expressions; what one says that is none of the plain forms is unknown.
      if (depth > 0) attributes.set(UNREADABLE, { text: null, object: NO_ATTRIBUTES, line: name?.line ?? 1 });
      continue;
    }
    const isString = value?.kind === 'string' && rest.length === 0;
    const isObject = value?.kind === 'open' && rest.at(-1)?.kind === 'close' && depth < DEEPEST_OBJECT;
    const object = isObject ? attributesOf(commasAsLines(rest.slice(0, -1)), depth + 1) : NO_ATTRIBUTES;
    attributes.set(name.text, { text: isString ? value.text : null, object, line: name.line });
  }
  return attributes;
}

const NO_ATTRIBUTES: ReadonlyMap<string, Attribute> = new Map();

/** Stands in `Attribute.object` for members whose key cannot be read; no attribute has this name. */
export const UNREADABLE = '';

/** In a block only names are keys, in an object quoted text is one too. */
function isKey(token: Token | undefined, depth: number): token is Token {
  return token?.kind === 'name' || (depth > 0 && token?.kind === 'string');
}

/** Members of an object on one line are separated by commas instead of line ends. */
function commasAsLines(list: readonly Token[]): readonly Token[] {
  return list.map((token) =>
    token.kind === 'other' && token.text === ',' ? { ...token, kind: 'newline', text: null } : token,
  );
}

/** Reads the blocks of a native-syntax file. Text that is no HCL gives fewer blocks, never an error. */
export function topLevelBlocks(text: string): readonly Block[] {
  return readBlocks(text).blocks;
}

/** Blocks, and whether they are certainly those that Terraform finds. */
export interface ReadBlocks {
  readonly blocks: readonly Block[];
  /**
   * False with comments or heredocs inside an interpolation, or several `$` before a brace: legal, but so rare that this
   * reader does not follow them. Who checks a file for safety must not trust the blocks then.
   */
  readonly isCertain: boolean;
}

/** As {@link topLevelBlocks}, for those who must know how far to trust the result. */
export function readBlocks(text: string): ReadBlocks {
  const doubt = { found: /\${3,}\{|%{3,}\{/.test(text) };
  return { blocks: blocksOf([...tokens(text, doubt)], 0), isCertain: !doubt.found };
}

/** Blocks nest a few levels deep; a file that nests deeper than this was made to exhaust the stack. */
const DEEPEST_BLOCK = 50;

function blocksOf(list: readonly Token[], depth: number): readonly Block[] {
  if (depth > DEEPEST_BLOCK) return [];
  return statements(list).flatMap((statement) => {
    const [type] = statement;
    const open = statement.findIndex((token) => token.kind === 'open');
    if (type?.kind !== 'name' || type.text === null || open === -1) return [];
    const header = statement.slice(1, open);
    if (!header.every((token) => token.kind === 'string' || token.kind === 'name')) return [];
    const body = statement.slice(open + 1, statement.at(-1)?.kind === 'close' ? -1 : undefined);
    const labels = header.map((token) => token.text ?? '');
    const blocks = blocksOf(body, depth + 1);
    return [{ type: type.text, labels, line: type.line, attributes: attributesOf(body), blocks }];
  });
}
