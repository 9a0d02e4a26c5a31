/** Bytes of JSON that decide where a value ends. */
export const QUOTE = 0x22;
export const BACKSLASH = 0x5c;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
export const OPEN_LIST = 0x5b;
export const CLOSE_LIST = 0x5d;

/**
 * Follows one value for its brackets and strings, over as many pieces as it comes in. One scan serves for all values of
 * a file, one after the other, so that nothing is allocated for each.
 */
export class ValueScan {
  /** Where the next byte is read; behind the value when it is complete. The owner moves it with its buffer. */
  position = 0;
  #depth = 0;
  #inString = false;

  /** Starts with the value whose first byte is here. */
  begin(position: number): void {
    this.position = position;
    this.#depth = 0;
    this.#inString = false;
  }

  /** Moves the position behind the value; false when its end is not before `end`. Can be called again then. */
  follow(buffer: Buffer, end: number): boolean {
    let at = this.position;
    let depth = this.#depth;
    let inString = this.#inString;
    while (at < end) {
      const byte = buffer[at] ?? 0;
      if (inString || byte === QUOTE) {
        if (!inString) at += 1;
        inString = true;
        while (inString && at < end) {
          const inner = buffer[at] ?? 0;
          inString = inner !== QUOTE;
          at += inner === BACKSLASH ? 2 : 1;
        }
        if (!inString && depth === 0) return this.#ended(at);
      } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        depth += 1;
        at += 1;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        // The end of what the value is in: the value was a number or a word.
        if (depth === 0) return this.#ended(at);
        depth -= 1;
        at += 1;
        if (depth === 0) return this.#ended(at);
      } else if (depth === 0 && (byte === COMMA || byte <= 0x20)) return this.#ended(at);
      else at += 1;
    }
    this.position = at;
    this.#depth = depth;
    this.#inString = inString;
    return false;
  }

  #ended(at: number): boolean {
    this.position = at;
    return true;
  }
}
