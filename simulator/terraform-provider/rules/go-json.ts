/** Reads JSON as Go's encoding/json does, for the texts of its errors, and finds duplicate keys. */

export interface JsonError {
  readonly message: string;
  /** Bytes read before the error. */
  readonly offset: number;
}

class Failure extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** What Go says about a text that is not JSON, or undefined for one that is. */
export function goJsonError(text: string): JsonError | undefined {
  const reader = new Reader(text);
  try {
    reader.value('looking for beginning of value');
    reader.end();
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return { message: error.message, offset: error.offset };
    throw error;
  }
}

/** The first key that stands twice in one object, or undefined. The text must be JSON. */
export function duplicateKey(text: string): string | undefined {
  const reader = new Reader(text);
  reader.value('looking for beginning of value');
  return reader.duplicate;
}

const MAX_DEPTH = 10000;

class Reader {
  duplicate: string | undefined;
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(context: string): void {
    this.#space();
    const char = this.#peek();
    if (char === '{') this.#object();
    else if (char === '[') this.#array();
    else if (char === '"') this.#string();
    else if (char === '-' || (char >= '0' && char <= '9')) this.#number();
    else if (char === 't') this.#literal('true');
    else if (char === 'f') this.#literal('false');
    else if (char === 'n') this.#literal('null');
    else this.#fail(context);
  }

  end(): void {
    this.#space();
    if (this.#at < this.#text.length) this.#fail('after top-level value');
  }

  #object(): void {
    this.#enter();
    const keys = new Set<string>();
    this.#space();
    if (this.#peek() === '}') return this.#leave();
    for (;;) {
      this.#space();
      if (this.#peek() !== '"') this.#fail('looking for beginning of object key string');
      const key = this.#string();
      if (keys.has(key)) this.duplicate ??= key;
      keys.add(key);
      this.#space();
      if (this.#peek() !== ':') this.#fail('after object key');
      this.#at++;
      this.value('looking for beginning of value');
      this.#space();
      if (this.#peek() === '}') return this.#leave();
      if (this.#peek() !== ',') this.#fail('after object key:value pair');
      this.#at++;
    }
  }

  #array(): void {
    this.#enter();
    this.#space();
    if (this.#peek() === ']') return this.#leave();
    for (;;) {
      this.value('looking for beginning of value');
      this.#space();
      if (this.#peek() === ']') return this.#leave();
      if (this.#peek() !== ',') this.#fail('after array element');
      this.#at++;
    }
  }

  #enter(): void {
    this.#at++;
    if (++this.#depth > MAX_DEPTH) throw new Failure('exceeded max depth', this.#at);
  }

  #leave(): void {
    this.#at++;
    this.#depth--;
  }

  #string(): string {
    const start = this.#at++;
    for (;;) {
      const char = this.#peek();
      if (char === '"') break;
      if (char < ' ') this.#fail('in string literal');
      this.#at++;
      if (char === '\\') this.#escape();
    }
    this.#at++;
    return this.#text.slice(start + 1, this.#at - 1);
  }

  #escape(): void {
    const char = this.#peek();
    if (!'"\\/bfnrtu'.includes(char)) this.#fail('in string escape code');
    this.#at++;
    for (let digit = 0; char === 'u' && digit < 4; digit++) {
      if (!/^[0-9a-fA-F]$/.test(this.#peek())) this.#fail('in \\u hexadecimal character escape');
      this.#at++;
    }
  }

  #number(): void {
    const found = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/.exec(this.#text.slice(this.#at));
    if (!found) {
      this.#at++;
      this.#fail('in numeric literal');
    }
    this.#at += found[0].length;
  }

  #literal(word: string): void {
    for (const [index, expected] of Array.from(word).entries()) {
      if (this.#peek() !== expected) this.#fail(`in literal ${word} (expecting '${word[index] ?? ''}')`);
      this.#at++;
    }
  }

  #space(): void {
    while (/^[ \t\r\n]$/.test(this.#text[this.#at] ?? '')) this.#at++;
  }

  #peek(): string {
    const char = this.#text[this.#at];
    if (char === undefined) this.#unexpectedEnd();
    return char;
  }

  #unexpectedEnd(): never {
    throw new Failure('unexpected end of JSON input', Buffer.byteLength(this.#text));
  }

  #fail(context: string): never {
    const char = this.#text[this.#at] ?? '';
    const shown = char === "'" ? `'\\''` : char === '"' ? `'"'` : `'${char}'`;
    throw new Failure(
      `invalid character ${shown} ${context}`,
      Buffer.byteLength(this.#text.slice(0, this.#at + 1)),
    );
  }
}
