/** Words and operators of a shell script: the part of POSIX shell that probes are written in. */

/** A piece of a word. What is quoted is not split at blanks after it was put in. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'variable'; readonly name: string; readonly quoted: boolean }
  | { readonly kind: 'command'; readonly script: string; readonly quoted: boolean }
  | { readonly kind: 'sum'; readonly text: string; readonly quoted: boolean };

export type Token =
  | { readonly type: 'word'; readonly pieces: readonly Piece[] }
  | { readonly type: 'operator'; readonly text: string };

/** A script that this shell cannot read; the message is that of a shell. */
export class ShellSyntaxError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ShellSyntaxError';
  }
}

const OPERATOR = /^(?:2>&1|1>&2|>&2|&>>?|2>>?|>>|&&|\|\||;;|[;&|()<>\n]|[{}](?=[\s;]|$))/;
const BLANK = /^(?:[ \t\r]+|\\\n|#[^\n]*)/;

/** Cuts a script into tokens. @throws ShellSyntaxError for a quote that does not end */
export function tokensOf(script: string): readonly Token[] {
  const tokens: Token[] = [];
  let rest = script;
  while (rest !== '') {
    const blank = BLANK.exec(rest)?.[0];
    const operator = OPERATOR.exec(rest)?.[0];
    if (blank !== undefined) rest = rest.slice(blank.length);
    else if (operator !== undefined) {
      tokens.push({ type: 'operator', text: operator });
      rest = rest.slice(operator.length);
    } else {
      const { pieces, length } = readWord(rest);
      tokens.push({ type: 'word', pieces });
      rest = rest.slice(length);
    }
  }
  return tokens;
}

function readWord(source: string): { readonly pieces: readonly Piece[]; readonly length: number } {
  const pieces: Piece[] = [];
  let index = 0;
  const add = (found: readonly Piece[], length: number): void => {
    pieces.push(...found);
    index += length;
  };
  while (index < source.length) {
    const rest = source.slice(index);
    const plain = /^[^\s'"\\$`;&|()<>]+/.exec(rest)?.[0];
    if (plain !== undefined) add([{ kind: 'text', text: plain, quoted: false }], plain.length);
    else if (rest.startsWith("'")) {
      const end = rest.indexOf("'", 1);
      if (end < 0) throw new ShellSyntaxError('unterminated quoted string');
      add([{ kind: 'text', text: rest.slice(1, end), quoted: true }], end + 1);
    } else if (rest.startsWith('"')) {
      const inside = readDouble(rest.slice(1));
      add(inside.pieces, inside.length + 2);
    } else if (rest.startsWith('\\')) add([{ kind: 'text', text: rest[1] ?? '', quoted: true }], 2);
    else if (rest.startsWith('$')) {
      const { piece, length } = readDollar(rest, false);
      add([piece], length);
    } else break;
  }
  if (index === 0) throw new ShellSyntaxError(`unexpected "${source[0] ?? ''}"`);
  return { pieces, length: index };
}

/** The inside of double quotes, up to the closing one. */
function readDouble(source: string): { readonly pieces: readonly Piece[]; readonly length: number } {
  const pieces: Piece[] = [{ kind: 'text', text: '', quoted: true }];
  let index = 0;
  while (index < source.length) {
    const rest = source.slice(index);
    if (rest.startsWith('"')) return { pieces, length: index };
    const escaped = /^\\([$"\\`\n])/.exec(rest)?.[1];
    if (escaped !== undefined) {
      pieces.push({ kind: 'text', text: escaped === '\n' ? '' : escaped, quoted: true });
      index += 2;
    } else if (rest.startsWith('$')) {
      const { piece, length } = readDollar(rest, true);
      pieces.push(piece);
      index += length;
    } else {
      const plain = /^(?:[^"$\\]+|\\)/.exec(rest)?.[0] ?? '';
      pieces.push({ kind: 'text', text: plain, quoted: true });
      index += plain.length;
    }
  }
  throw new ShellSyntaxError('unterminated quoted string');
}

function readDollar(source: string, quoted: boolean): { readonly piece: Piece; readonly length: number } {
  if (source.startsWith('$((')) {
    const end = source.indexOf('))');
    if (end < 0) throw new ShellSyntaxError('missing "))"');
    return { piece: { kind: 'sum', text: source.slice(3, end), quoted }, length: end + 2 };
  }
  if (source.startsWith('$(')) {
    const end = closing(source);
    return { piece: { kind: 'command', script: source.slice(2, end), quoted }, length: end + 1 };
  }
  const [whole = '$', braced, name] = /^\$(?:\{(\w+)\}|(\w+|[?@#*!]))/.exec(source) ?? [];
  if (whole === '$') return { piece: { kind: 'text', text: '$', quoted }, length: 1 };
  return { piece: { kind: 'variable', name: braced ?? name ?? '', quoted }, length: whole.length };
}

/** Where the parenthesis of `$(` closes; quotes inside hide theirs. */
function closing(source: string): number {
  let depth = 0;
  let quote = '';
  for (let index = 1; index < source.length; index += 1) {
    const sign = source[index] ?? '';
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '\\') index += 1;
    else if (sign === "'" || sign === '"') quote = sign;
    else if (sign === '(') depth += 1;
    else if (sign === ')' && --depth === 0) return index;
  }
  throw new ShellSyntaxError('missing ")"');
}
