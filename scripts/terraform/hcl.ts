/** A block of a Terraform file, read loosely: enough to find blocks, labels and the text of attributes. */
export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  /** 1-based line of the block's type. */
  readonly line: number;
  /** Attribute name → the text of its expression as it stands in the file, without comments at its end. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly blocks: readonly HclBlock[];
}

/**
 * Reads a `.tf` or `.tftest.hcl` file. It evaluates nothing and knows no schema; what `terraform fmt` accepts it reads.
 * Throws a plain Error with the line where it cannot go on.
 */
export function parseHcl(source: string): readonly HclBlock[] {
  return new Reader(source).body().blocks;
}

interface Body {
  readonly attributes: Map<string, string>;
  readonly blocks: HclBlock[];
}

const CLOSER: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Attributes and blocks up to the closing brace, which is consumed, or to the end of the file. */
  body(): Body {
    const attributes = new Map<string, string>();
    const blocks: HclBlock[] = [];
    for (;;) {
      this.#skipSpace();
      if (this.#at >= this.#text.length) return { attributes, blocks };
      if (this.#text[this.#at] === '}') {
        this.#at += 1;
        return { attributes, blocks };
      }
      const line = this.#line();
      const name = this.#identifier();
      this.#skipSpace();
      if (this.#text[this.#at] === '=') {
        this.#at += 1;
        attributes.set(name, this.#expression());
      } else {
        blocks.push(this.#block(name, line));
      }
    }
  }

  #block(type: string, line: number): HclBlock {
    const labels: string[] = [];
    for (;;) {
      this.#skipSpace();
      if (this.#text[this.#at] === '{') break;
      labels.push(this.#text[this.#at] === '"' ? this.#quoted().slice(1, -1) : this.#identifier());
    }
    this.#at += 1;
    return { type, labels, line, ...this.body() };
  }

  /** Up to the end of the line, or to a brace that closes the body around it; nested brackets may span lines. */
  #expression(): string {
    const start = this.#at;
    const closers: string[] = [];
    let end = start;
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? '';
      if (closers.length === 0 && (character === '\n' || character === '}')) break;
      if (this.#skipComment()) continue;
      this.#advance(character, closers);
      end = this.#at;
    }
    return this.#text.slice(start, end).trim();
  }

  /** One step inside an expression: a whole string or heredoc, or one character. */
  #advance(character: string, closers: string[]): void {
    if (character === '"') {
      this.#quoted();
    } else if (
      this.#text.startsWith('<<', this.#at) &&
      /^<<-?[A-Za-z_]\w*\r?\n/.test(this.#text.slice(this.#at, this.#at + 80))
    ) {
      this.#heredoc();
    } else {
      const closer = CLOSER[character];
      if (closer !== undefined) closers.push(closer);
      else if (character === closers.at(-1)) closers.pop();
      this.#at += 1;
    }
  }

  /** A quoted string with its quotes; `${…}` inside may hold strings of its own. */
  #quoted(): string {
    const start = this.#at;
    this.#at += 1;
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? '';
      if (character === '\\') this.#at += 2;
      else if (character === '"') {
        this.#at += 1;
        return this.#text.slice(start, this.#at);
      } else if (
        /^[$%]\{/.test(this.#text.slice(this.#at, this.#at + 2)) &&
        this.#text[this.#at - 1] !== character
      ) {
        this.#at += 2;
        this.#template();
      } else this.#at += 1;
    }
    throw new Error(`line ${this.#line()}: a string is not closed`);
  }

  /** The inside of `${…}`, with its closing brace. */
  #template(): void {
    const closers = ['}'];
    while (this.#at < this.#text.length && closers.length > 0)
      this.#advance(this.#text[this.#at] ?? '', closers);
  }

  #heredoc(): void {
    const opening = /^<<-?([A-Za-z_]\w*)\r?\n/.exec(this.#text.slice(this.#at));
    const word = opening?.[1] ?? '';
    const closing = new RegExp(`^[ \\t]*${word}[ \\t]*\\r?$`, 'm');
    const rest = this.#text.slice(this.#at + (opening?.[0].length ?? 0));
    const found = closing.exec(rest);
    if (found === null) throw new Error(`line ${this.#line()}: the heredoc ${word} is not closed`);
    this.#at += (opening?.[0].length ?? 0) + found.index + found[0].length;
  }

  #identifier(): string {
    const found = /^[A-Za-z_][\w-]*/.exec(this.#text.slice(this.#at, this.#at + 200))?.[0];
    if (found === undefined) {
      throw new Error(
        `line ${this.#line()}: expected a name, found ${JSON.stringify(this.#text.slice(this.#at, this.#at + 10))}`,
      );
    }
    this.#at += found.length;
    return found;
  }

  #skipSpace(): void {
    for (;;) {
      while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
      if (!this.#skipComment()) return;
    }
  }

  /** Skips a comment that begins here, up to the end of its line or its closing mark; says whether there was one. */
  #skipComment(): boolean {
    const rest = this.#text.slice(this.#at, this.#at + 2);
    if (!rest.startsWith('#') && rest !== '//' && rest !== '/*') return false;
    const end =
      rest === '/*' ? this.#text.indexOf('*/', this.#at + 2) + 2 : this.#text.indexOf('\n', this.#at);
    this.#at = end <= 1 ? this.#text.length : end;
    return true;
  }

  #line(): number {
    return this.#text.slice(0, this.#at).split('\n').length;
  }
}
