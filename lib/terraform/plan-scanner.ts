import { terraformErrors } from './errors.ts';
import type { Shape, Treatment } from './plan-shape.ts';
import {
  BACKSLASH,
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  ValueScan,
} from './value-scan.ts';

export type { Shape, Treatment } from './plan-shape.ts';

interface Frame {
  readonly kind: 'object' | 'list' | 'elements';
  readonly shape: Shape | undefined;
  readonly name: string;
  readonly wanted: ((bytes: Buffer) => boolean) | undefined;
  /** What may come next. */
  expects: 'first' | 'item' | 'comma';
  /** Whether the next element is looked for by {@link BETWEEN_ROWS}. */
  guess: boolean;
  misses: number;
}

/**
 * What Terraform writes between two rows. It cannot be inside a string, where the quotes would be escaped; it can be
 * between objects nested in a row, and then the piece before it does not parse and the bytes are scanned instead.
 */
const BETWEEN_ROWS = Buffer.from('},{"address":');
const MOST_MISSES = 8;
const FIRST_CAPACITY = 2 * 1024 * 1024;
/** No string of Node.js can be longer, so a single element that is cannot be parsed. */
const LONGEST_VALUE = 512 * 1024 * 1024;

/**
 * Reads one JSON object piece by piece. Bytes go in by {@link space} and {@link filled}; `visit` gets what the shape
 * asks for as soon as it is complete. Memory is that of the longest single value. What is skipped is only followed for
 * its brackets and strings, not checked to be JSON in full.
 * @throws EHA1208 where the text is not JSON; the message holds a position, never text
 */
export class PlanScanner {
  readonly #visit: (name: string, value: unknown, text: string) => void;
  #buffer: Buffer = Buffer.allocUnsafe(FIRST_CAPACITY);
  #position = 0;
  #end = 0;
  /** Bytes of the file before the buffer, for messages. */
  #before = 0;
  readonly #frames: Frame[] = [];
  #value: { readonly start: number; readonly treatment: Treatment } | undefined;
  readonly #scan = new ValueScan();

  /** @param visit gets the text of the value as well */
  constructor(visit: (name: string, value: unknown, text: string) => void) {
    this.#visit = visit;
  }

  /** Where the next bytes of the file go; at least 1 MiB. */
  space(): Buffer {
    const keep = Math.min(this.#value?.start ?? this.#position, this.#end);
    if (keep > 0) {
      this.#buffer.copyWithin(0, keep, this.#end);
      this.#before += keep;
      this.#position -= keep;
      this.#end -= keep;
      if (this.#value !== undefined) this.#value = { ...this.#value, start: this.#value.start - keep };
    }
    if (this.#buffer.length - this.#end < FIRST_CAPACITY / 2) {
      if (this.#end > LONGEST_VALUE) throw this.fault('a single value is longer than 512 MiB');
      const larger = Buffer.allocUnsafe(this.#buffer.length * 2);
      this.#buffer.copy(larger, 0, 0, this.#end);
      this.#buffer = larger;
    }
    return this.#buffer.subarray(this.#end);
  }

  filled(bytes: number): void {
    this.#end += bytes;
  }

  /** Starts an object at the next byte, which is its opening brace. */
  begin(shape: Shape): void {
    this.#push('object', shape);
    this.#position += 1;
  }

  /** Reads on; true when the object is complete, false when it needs more bytes. */
  advance(): boolean {
    while (this.#frames.length > 0) {
      if (this.#value !== undefined) {
        if (!this.#finishValue()) return false;
        continue;
      }
      const frame = this.#frames.at(-1);
      if (frame === undefined) break;
      const ready = frame.kind === 'object' ? this.#stepObject(frame) : this.#stepList(frame);
      if (!ready) return false;
    }
    return true;
  }

  /** Passes over white space; the next byte, or undefined when there is none yet. */
  peek(): number | undefined {
    const buffer = this.#buffer;
    while (this.#position < this.#end) {
      const byte = buffer[this.#position] ?? 0;
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte;
      this.#position += 1;
    }
    return undefined;
  }

  /** Whether the bytes at hand start with this text; undefined when there are too few to say. */
  startsWith(text: string): boolean | undefined {
    const available = Math.min(text.length, this.#end - this.#position);
    const found = this.#buffer.toString('latin1', this.#position, this.#position + available);
    if (!text.startsWith(found)) return false;
    return available === text.length ? true : undefined;
  }

  /** Passes over the rest of the line; false when its end is not there yet. */
  skipLine(): boolean {
    const found = this.#buffer.subarray(0, this.#end).indexOf(0x0a, this.#position);
    this.#position = found === -1 ? this.#end : found + 1;
    return found !== -1;
  }

  fault(what: string): Error {
    const at = this.#before + this.#position;
    return terraformErrors.EHA1208(`The plan JSON cannot be read: ${what} (near byte ${at}).`);
  }

  #push(kind: Frame['kind'], shape: Shape | undefined, name = '', wanted?: (bytes: Buffer) => boolean): void {
    this.#frames.push({ kind, shape, name, wanted, expects: 'first', guess: true, misses: 0 });
  }

  #stepObject(frame: Frame): boolean {
    const byte = this.peek();
    if (byte === undefined) return false;
    if (byte === CLOSE_OBJECT && frame.expects !== 'item') return this.#pop();
    if (frame.expects === 'comma') return this.#comma(frame, byte);
    if (byte !== QUOTE) throw this.fault('a name was expected');
    const start = this.#position;
    const key = this.#readKey();
    if (key === undefined) {
      this.#position = start;
      return false;
    }
    frame.expects = 'comma';
    this.#enter(frame.shape?.(key) ?? { as: 'skip' });
    return true;
  }

  #stepList(frame: Frame): boolean {
    const byte = this.peek();
    if (byte === undefined) return false;
    if (byte === CLOSE_LIST && frame.expects !== 'item') return this.#pop();
    if (frame.expects === 'comma') return this.#comma(frame, byte);
    frame.expects = 'comma';
    if (frame.kind === 'elements') {
      if (!this.#guessElement(frame)) this.#startValue({ as: 'value', name: frame.name });
      return true;
    }
    if (byte !== OPEN_OBJECT) throw this.fault('an object was expected');
    this.#push('object', frame.shape);
    this.#position += 1;
    return true;
  }

  #pop(): boolean {
    this.#position += 1;
    this.#frames.pop();
    return true;
  }

  #comma(frame: Frame, byte: number): boolean {
    if (byte !== COMMA) throw this.fault('a comma or the end of a list was expected');
    this.#position += 1;
    frame.expects = 'item';
    return true;
  }

  /** The name at hand and the colon after it, with the next byte in sight; undefined when bytes are missing. */
  #readKey(): string | undefined {
    const start = this.#position;
    let at = start + 1;
    while (at < this.#end && this.#buffer[at] !== QUOTE) at += this.#buffer[at] === BACKSLASH ? 2 : 1;
    if (at >= this.#end) return undefined;
    this.#position = at + 1;
    const colon = this.peek();
    if (colon === undefined) return undefined;
    if (colon !== COLON) throw this.fault('a colon was expected');
    this.#position += 1;
    if (this.peek() === undefined) return undefined;
    return this.#parse(this.#buffer.toString('utf8', start, at + 1)) as string;
  }

  #enter(treatment: Treatment): void {
    const byte = this.#buffer[this.#position];
    // null stands for an empty list or object.
    if (treatment.as === 'members' && byte === OPEN_OBJECT) this.#open('object', treatment.shape);
    else if (treatment.as === 'list' && byte === OPEN_LIST) this.#open('list', treatment.shape);
    else if (treatment.as === 'elements' && byte === OPEN_LIST) {
      this.#push('elements', undefined, treatment.name, treatment.wanted);
      this.#position += 1;
    } else this.#startValue(treatment);
  }

  #open(kind: 'object' | 'list', shape: Shape): void {
    this.#push(kind, shape);
    this.#position += 1;
  }

  #startValue(treatment: Treatment): void {
    this.#value = { start: this.#position, treatment };
    this.#scan.begin(this.#position);
  }

  /** Takes the next row without looking at each of its bytes, if what comes before the next row is one. */
  #guessElement(frame: Frame): boolean {
    if (!frame.guess || frame.wanted !== undefined) return false;
    const next = this.#buffer.subarray(0, this.#end).indexOf(BETWEEN_ROWS, this.#position);
    const text = next === -1 ? '' : this.#buffer.toString('utf8', this.#position, next + 1);
    const value = tryParse(text);
    if (value === undefined) {
      frame.misses += 1;
      frame.guess = frame.misses < MOST_MISSES;
      return false;
    }
    frame.misses = 0;
    this.#position = next + 1;
    this.#visit(frame.name, value, text);
    return true;
  }

  #finishValue(): boolean {
    const value = this.#value;
    if (value === undefined) return true;
    // Bytes may have moved to the front of the buffer since the last piece.
    this.#scan.position = this.#position;
    const ended = this.#scan.follow(this.#buffer, this.#end);
    this.#position = this.#scan.position;
    if (!ended) return false;
    this.#value = undefined;
    const { treatment, start } = value;
    if (treatment.as === 'skip') return true;
    const frame = this.#frames.at(-1);
    const isElement = frame?.kind === 'elements';
    if (isElement && frame.wanted?.(this.#buffer.subarray(start, this.#position)) === false) return true;
    const text = this.#buffer.toString('utf8', start, this.#position);
    const parsed = this.#parse(text);
    if (treatment.as === 'value') this.#visit(treatment.name, parsed, text);
    else if (parsed !== null) throw this.fault('a member has another type than documented');
    return true;
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      // The parser's own message quotes the text, which may hold a secret.
      throw this.fault('a value is not JSON');
    }
  }
}

function tryParse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
