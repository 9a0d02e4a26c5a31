/** A `backend` or `cloud` block of a configuration file. */
export interface BackendBlock {
  /** Label of the backend, for example `s3`; `cloud` for a cloud block. */
  readonly kind: string;
  readonly line: number;
}

/**
 * The backend and cloud blocks within the `terraform` blocks of one file. HCL is only tokenised as far as needed:
 * comments, quoted text with interpolation, and heredocs are skipped, braces are counted. A file that is not
 * well-formed yields what was seen until there; Terraform itself will refuse it.
 */
export function findBackends(fileName: string, text: string): readonly BackendBlock[] {
  return fileName.endsWith('.json') ? backendsInJson(text) : backendsInHcl(text);
}

interface Token {
  readonly text: string;
  readonly quoted: boolean;
  readonly line: number;
}

function backendsInHcl(text: string): readonly BackendBlock[] {
  const found: BackendBlock[] = [];
  const blocks: string[] = [];
  let header: Token[] = [];
  for (const token of tokens(text)) {
    if (token.quoted || !['{', '}', '\n'].includes(token.text)) {
      header.push(token);
      continue;
    }
    if (token.text === '{') {
      const [type, label] = header;
      if (blocks.length === 1 && blocks[0] === 'terraform' && type?.quoted === false) {
        if (type.text === 'backend') found.push({ kind: label?.text ?? '', line: type.line });
        if (type.text === 'cloud') found.push({ kind: 'cloud', line: type.line });
      }
      blocks.push(type?.quoted === false ? type.text : '');
    } else if (token.text === '}') {
      blocks.pop();
    }
    header = [];
  }
  return found;
}

/** Comments, white space, heredocs, and the pieces that matter here: words, quoted texts, braces, line ends. */
const TOKEN =
  /(?<skip>#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[^\S\n]+)|(?<heredoc><<-?(?<tag>[\p{L}_][\p{L}\p{N}_-]*)[^\S\n]*\n[\s\S]*?\n[^\S\n]*\k<tag>(?=\s*(?:\n|$)))|(?<word>[\p{L}_][\p{L}\p{N}_-]*)|(?<quote>")|(?<mark>[\s\S])/uy;

function* tokens(text: string): Generator<Token> {
  let line = 1;
  let offset = 0;
  const source = text.replaceAll('\r\n', '\n');
  while (offset < source.length) {
    TOKEN.lastIndex = offset;
    const groups = TOKEN.exec(source)?.groups;
    if (groups === undefined) return;
    const end = groups['quote'] === undefined ? TOKEN.lastIndex : endOfQuote(source, offset);
    const piece = source.slice(offset, end);
    if (groups['quote'] !== undefined) yield { text: piece.slice(1, -1), quoted: true, line };
    else if (groups['skip'] === undefined && groups['heredoc'] === undefined)
      yield { text: piece, quoted: false, line };
    line += piece.split('\n').length - 1;
    offset = end;
  }
}

/** The offset behind a quoted text that starts at `start`; quotes within `${…}` belong to the interpolation. */
function endOfQuote(source: string, start: number): number {
  let depth = 0;
  for (let at = start + 1; at < source.length; at += 1) {
    const here = source[at];
    if (depth === 0 && here === '\\') at += 1;
    else if (depth === 0 && here === '"') return at + 1;
    else if (depth > 0 && here === '"') at = endOfQuote(source, at) - 1;
    else if ((here === '$' || here === '%') && source[at + 1] === '{') {
      if (source[at - 1] === here) continue;
      depth += 1;
      at += 1;
    } else if (depth > 0 && here === '{') depth += 1;
    else if (depth > 0 && here === '}') depth -= 1;
  }
  return source.length;
}

function backendsInJson(text: string): readonly BackendBlock[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return [];
  }
  const blocks = members(parsed, 'terraform');
  const backends = blocks
    .flatMap((block) => members(block, 'backend'))
    .flatMap((backend) => Object.keys(Object(backend) as object));
  const clouds = blocks.flatMap((block) => members(block, 'cloud')).map(() => 'cloud');
  return [...backends, ...clouds].map((kind) => ({ kind, line: lineOf(text, kind) }));
}

/** In JSON syntax a block is an object or a list of objects. */
function members(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((entry) => members(entry, name));
  if (typeof value !== 'object' || value === null) return [];
  const inner = (value as Record<string, unknown>)[name];
  return inner === undefined ? [] : Array.isArray(inner) ? inner : [inner];
}

function lineOf(text: string, word: string): number {
  const offset = text.indexOf(`"${word}"`);
  return offset < 0 ? 1 : text.slice(0, offset).split('\n').length;
}
