import { isObject } from './plan-json.ts';
import { at, hasMark, isAbsent, marksOfElements } from './value-diff-compare.ts';

/** What stands in place of a secret, in a plan document and everywhere else. */
export const SENSITIVE = '(sensitive)';

const UNKNOWN = '(known after apply)';

/** Longest text of one value, in UTF-16 units, before it is cut. */
export const MOST_TEXT = 400;

/**
 * The text when it is short enough, else its beginning and how much is missing: `abc… (+12 characters)`. It never
 * cuts a surrogate pair or an escape sequence in two. The redactor knows this mark (see {@link CUT_MARK}) and also
 * removes the beginning of a secret that stands before it, so that cutting first is safe.
 */
export function cut(text: string, length = text.length): string {
  if (text.length <= MOST_TEXT && length <= MOST_TEXT) return text;
  const end = wholeEnd(text, Math.min(text.length, MOST_TEXT));
  const missing = length - end;
  return `${text.slice(0, end)}… (+${missing} ${missing === 1 ? 'character' : 'characters'})`;
}

/** What {@link cut} appends. */
export const CUT_MARK = /… \(\+\d+ characters?\)/y;

/** The end, or where the escape sequence or surrogate pair begins that it would cut in two. */
function wholeEnd(text: string, end: number): number {
  const unit = text.charCodeAt(end - 1);
  if (unit >= 0xd800 && unit <= 0xdbff) return end - 1;
  const backslash = text.lastIndexOf('\\', end - 1);
  if (backslash < end - 5) return end;
  let first = backslash;
  while (text[first - 1] === '\\') first -= 1;
  // Of a run of backslashes every second one is escaped by the one before.
  if ((backslash - first) % 2 === 1) return end;
  const length = text[backslash + 1] === 'u' ? 6 : 2;
  return backslash + length > end ? backslash : end;
}

/**
 * A value on one line as Terraform's language writes it, cut to {@link MOST_TEXT}. Sensitive parts read
 * `(sensitive)`, unknown ones `(known after apply)`. Null for a value that is not there.
 */
export function valueText(value: unknown, sensitive: unknown, unknown?: unknown): string | null {
  if (isAbsent(value) && !hasMark(unknown)) return null;
  const writer = new Writer();
  writer.value(value, sensitive, unknown);
  return cut(writer.text, writer.length);
}

/** Writes up to the limit and only counts from there on: a value of megabytes is not put together to be cut. */
class Writer {
  text = '';
  length = 0;

  value(value: unknown, sensitive: unknown, unknown: unknown): void {
    if (sensitive === true) this.add(SENSITIVE);
    else if (unknown === true) this.add(UNKNOWN);
    else if (hasMark(sensitive) && typeof value !== 'object') this.add(SENSITIVE);
    else if (typeof value === 'string') this.string(value);
    else if (Array.isArray(value)) this.list(value, sensitive, unknown);
    else if (isObject(value)) this.object(value, sensitive, unknown);
    else if (isAbsent(value) && isObject(unknown)) this.object({}, sensitive, unknown);
    else this.add(isAbsent(value) ? 'null' : JSON.stringify(value));
  }

  private add(piece: string): void {
    if (this.text.length <= MOST_TEXT) this.text += piece;
    this.length += piece.length;
  }

  private string(value: string): void {
    if (this.text.length + value.length <= 2 * MOST_TEXT) return this.add(quote(value));
    const head = value.slice(0, MOST_TEXT + 1);
    this.add(quote(head).slice(0, -1));
    // The rest counts as it is, without its escapes, and the quotation mark.
    this.length += value.length - head.length + 1;
  }

  private list(items: readonly unknown[], sensitive: unknown, unknown: unknown): void {
    const length = Math.max(items.length, Array.isArray(unknown) ? unknown.length : 0);
    // Marks of another shape cannot be laid over the value: the whole counts as marked.
    if (isObject(sensitive) && hasMark(sensitive)) return this.add(SENSITIVE);
    // The marks may come from the other side, where the same element can be at another place.
    const marks = marksOfElements(sensitive);
    this.add('[');
    for (let index = 0; index < length; index += 1) {
      if (index > 0) this.add(', ');
      this.value(items[index], marks, at(unknown, index));
    }
    this.add(']');
  }

  private object(members: Readonly<Record<string, unknown>>, sensitive: unknown, unknown: unknown): void {
    if (Array.isArray(sensitive) && hasMark(sensitive)) return this.add(SENSITIVE);
    const keys = Object.keys(members);
    if (isObject(unknown)) {
      for (const key of Object.keys(unknown)) {
        if (!Object.hasOwn(members, key) && hasMark(unknown[key])) keys.push(key);
      }
    }
    let separator = '{ ';
    for (const key of keys.sort()) {
      this.add(`${separator}${name(key)} = `);
      this.value(at(members, key), at(sensitive, key), at(unknown, key));
      separator = ', ';
    }
    this.add(keys.length === 0 ? '{}' : ' }');
  }
}

function name(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) ? key : quote(key);
}

/** A string as Terraform's language quotes it: JSON's escapes without `\b` and `\f`, and `$${`, `%%{` for the marks of templates. */
export function quote(text: string): string {
  const json = JSON.stringify(text);
  // These two control characters have short forms in JSON only.
  if (!/[$%]\{|[\b\f]/.test(text)) return json;
  return json
    .replaceAll(/([$%])\{/g, '$1$1{')
    .replaceAll(/\\(.)/g, (pair, escaped: string) =>
      escaped === 'b' ? '\\u0008' : escaped === 'f' ? '\\u000c' : pair,
    );
}
