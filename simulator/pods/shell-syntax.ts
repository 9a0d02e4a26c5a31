/** The commands of a shell script as a tree. */
import { type Piece, ShellSyntaxError, type Token, tokensOf } from './shell-words.ts';

export type Word = readonly Piece[];

export interface Redirection {
  readonly operator: string;
  /** Undefined for `2>&1` and its like. */
  readonly target: Word | undefined;
}

export type Command =
  | {
      readonly kind: 'simple';
      readonly assignments: readonly { readonly name: string; readonly value: Word }[];
      readonly words: readonly Word[];
      readonly redirections: readonly Redirection[];
    }
  | { readonly kind: 'pipe'; readonly parts: readonly Command[] }
  | { readonly kind: 'and' | 'or'; readonly left: Command; readonly right: Command }
  | { readonly kind: 'not'; readonly inner: Command }
  | {
      readonly kind: 'list';
      /** Whether it stands in parentheses. */
      readonly isSubshell: boolean;
      readonly items: readonly Command[];
      readonly redirections: readonly Redirection[];
    }
  | { readonly kind: 'for'; readonly name: string; readonly words: readonly Word[]; readonly body: Command }
  | { readonly kind: 'if'; readonly test: Command; readonly then: Command; readonly otherwise?: Command }
  | { readonly kind: 'while'; readonly test: Command; readonly until: boolean; readonly body: Command }
  | { readonly kind: 'function'; readonly name: string; readonly body: Command };

/** Reads a script. @throws ShellSyntaxError */
export function parseScript(script: string): Command {
  const reader = new Reader(tokensOf(script));
  const list = reader.list([]);
  if (!reader.isAtEnd) throw new ShellSyntaxError(`unexpected "${reader.shown}"`);
  return list;
}

const SEPARATORS = [';', '\n', '&'];
const TO_FILE = /^(?:2>>?|>>?|&>>?|<)$/;

class Reader {
  readonly #tokens: readonly Token[];
  #place = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#place >= this.#tokens.length;
  }

  /** The next token as text: an operator, or a word that has no quotes and nothing to put in. */
  get shown(): string {
    const token = this.#tokens[this.#place];
    if (token === undefined) return '';
    return token.type === 'operator' ? token.text : (keywordOf(token.pieces) ?? '');
  }

  #take(): Token {
    const token = this.#tokens[this.#place];
    if (token === undefined) throw new ShellSyntaxError('unexpected end of file');
    this.#place += 1;
    return token;
  }

  #skip(text: string): boolean {
    if (this.isAtEnd || this.shown !== text) return false;
    this.#place += 1;
    return true;
  }

  #demand(text: string): void {
    if (!this.#skip(text)) throw new ShellSyntaxError(`unexpected "${this.shown}" (expecting "${text}")`);
  }

  #endsAt(ends: readonly string[]): boolean {
    return this.isAtEnd || ends.includes(this.shown);
  }

  /** Skips what stands between commands; says whether there was any. */
  #separators(): boolean {
    const before = this.#place;
    while (!this.isAtEnd && SEPARATORS.includes(this.shown)) this.#place += 1;
    return this.#place > before;
  }

  /** Commands up to one of the words that end it, which stays. */
  list(ends: readonly string[]): Command {
    const items: Command[] = [];
    this.#separators();
    while (!this.#endsAt(ends)) {
      items.push(this.#andOr());
      if (!this.#separators() && !this.#endsAt(ends))
        throw new ShellSyntaxError(`unexpected "${this.shown}"`);
    }
    return { kind: 'list', isSubshell: false, items, redirections: [] };
  }

  #andOr(): Command {
    let left = this.#pipeline();
    for (;;) {
      const kind = this.#skip('&&') ? 'and' : this.#skip('||') ? 'or' : undefined;
      if (kind === undefined) return left;
      this.#separators();
      left = { kind, left, right: this.#pipeline() };
    }
  }

  #pipeline(): Command {
    if (this.#skip('!')) return { kind: 'not', inner: this.#pipeline() };
    const parts = [this.#command()];
    while (this.#skip('|')) {
      this.#separators();
      parts.push(this.#command());
    }
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind: 'pipe', parts };
  }

  #command(): Command {
    if (this.#skip('(')) return this.#group(')');
    if (this.#skip('{')) return this.#group('}');
    if (this.#skip('for')) return this.#for();
    if (this.#skip('if')) return this.#if();
    if (this.#skip('while')) return this.#while(false);
    if (this.#skip('until')) return this.#while(true);
    return this.#simple();
  }

  #group(end: string): Command {
    const list = this.list([end]);
    this.#demand(end);
    const items = list.kind === 'list' ? list.items : [];
    return { kind: 'list', isSubshell: end === ')', items, redirections: this.#redirections() };
  }

  #for(): Command {
    const token = this.#take();
    const name = token.type === 'word' ? (keywordOf(token.pieces) ?? '') : '';
    this.#demand('in');
    const words: Word[] = [];
    while (!this.isAtEnd && !SEPARATORS.includes(this.shown)) {
      const word = this.#take();
      if (word.type === 'word') words.push(word.pieces);
    }
    this.#separators();
    return { kind: 'for', name, words, body: this.#do() };
  }

  #do(): Command {
    this.#demand('do');
    const body = this.list(['done']);
    this.#demand('done');
    return body;
  }

  #while(until: boolean): Command {
    const test = this.list(['do']);
    return { kind: 'while', test, until, body: this.#do() };
  }

  #if(): Command {
    const test = this.list(['then']);
    this.#demand('then');
    const then = this.list(['elif', 'else', 'fi']);
    if (this.#skip('elif')) return { kind: 'if', test, then, otherwise: this.#if() };
    const otherwise = this.#skip('else') ? this.list(['fi']) : undefined;
    this.#demand('fi');
    return otherwise === undefined ? { kind: 'if', test, then } : { kind: 'if', test, then, otherwise };
  }

  #redirections(): readonly Redirection[] {
    const found: Redirection[] = [];
    for (;;) {
      const token = this.#tokens[this.#place];
      if (token?.type !== 'operator' || !(TO_FILE.test(token.text) || /&[12]$/.test(token.text)))
        return found;
      this.#place += 1;
      const target = TO_FILE.test(token.text) ? this.#take() : undefined;
      found.push({
        operator: token.text,
        target: target?.type === 'word' ? target.pieces : undefined,
      });
    }
  }

  #simple(): Command {
    const assignments: { readonly name: string; readonly value: Word }[] = [];
    const words: Word[] = [];
    const redirections: Redirection[] = [];
    for (;;) {
      redirections.push(...this.#redirections());
      const token = this.#tokens[this.#place];
      if (token?.type !== 'word') break;
      this.#place += 1;
      const assigned = words.length === 0 ? assignmentOf(token.pieces) : undefined;
      if (assigned === undefined) words.push(token.pieces);
      else assignments.push(assigned);
    }
    if (words.length === 1 && this.shown === '(') return this.#function(keywordOf(words[0] ?? []) ?? '');
    if (words.length + assignments.length + redirections.length === 0) {
      throw new ShellSyntaxError(`unexpected "${this.shown}"`);
    }
    return { kind: 'simple', assignments, words, redirections };
  }

  #function(name: string): Command {
    this.#demand('(');
    this.#demand(')');
    this.#separators();
    return { kind: 'function', name, body: this.#command() };
  }
}

function keywordOf(pieces: Word): string | undefined {
  const [only] = pieces;
  return pieces.length === 1 && only?.kind === 'text' && !only.quoted ? only.text : undefined;
}

function assignmentOf(pieces: Word): { readonly name: string; readonly value: Word } | undefined {
  const [first, ...others] = pieces;
  if (first?.kind !== 'text' || first.quoted) return undefined;
  const [whole, name = ''] = /^([A-Za-z_]\w*)=/.exec(first.text) ?? [];
  if (whole === undefined) return undefined;
  return { name, value: [{ ...first, text: first.text.slice(whole.length) }, ...others] };
}
