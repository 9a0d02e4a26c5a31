import { SHORTEST_SECRET } from './secrets.ts';
import { quote } from './value-diff-text.ts';

/**
 * The ways in which a secret may be written in a plan, a log or a page: as it is, in base64 (standard and URL alphabet,
 * wherever it begins in the encoded text), percent-encoded, and escaped as in JSON, HTML and Terraform's language,
 * also twice, as in a JSON text inside a string. Each once.
 */
export function secretForms(secret: string): readonly string[] {
  const forms = new Set([secret]);
  if (NEEDS_ESCAPE.test(secret)) addEscaped(secret, forms);
  for (const form of percentForms(secret)) forms.add(form);
  for (const text of new Set([secret, json(secret), goJson(secret)])) {
    for (const form of base64Forms(text)) forms.add(form);
  }
  return [...forms].filter((form) => form.length >= SHORTEST_SECRET);
}

/** What any of the escapes changes; most secrets have nothing of it. */
const NEEDS_ESCAPE = /["'\\<>&]|[$%]\{|[^\x20-\x7e]/;

function addEscaped(secret: string, forms: Set<string>): void {
  for (const once of new Set([secret, ...ESCAPES.map((escape) => escape(secret))])) {
    forms.add(once);
    for (const escape of ESCAPES) forms.add(escape(once));
  }
}

const json = (text: string): string => JSON.stringify(text).slice(1, -1);

/** As Go's encoder and so Terraform's `jsonencode` write it: safe inside HTML. */
const goJson = (text: string): string =>
  json(text).replaceAll(/[<>&\u2028\u2029]/g, (unit) => unicodeEscape(unit));

/** As encoders with an ASCII-only output write it. */
const asciiJson = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- the bounds of ASCII
  json(text).replaceAll(/[^\x00-\x7f]/g, (unit) => unicodeEscape(unit));

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const hcl = (text: string): string => quote(text).slice(1, -1);

const htmlTags = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Quotation marks have several names: HTML's, and the numbers that Go and JavaScript libraries write. */
const html = (double: string, single: string) => (text: string) =>
  htmlTags(text).replaceAll('"', double).replaceAll("'", single);

const ESCAPES: readonly ((text: string) => string)[] = [
  json,
  goJson,
  asciiJson,
  hcl,
  htmlTags,
  html('&quot;', "'"),
  html('&quot;', '&#39;'),
  html('&quot;', '&#x27;'),
  html('&#34;', '&#39;'),
];

/** Characters that an encoder leaves as they are, besides letters and digits, and how it writes each byte. */
const PERCENT_ENCODERS: readonly (readonly string[])[] = [
  '-_.~',
  // encodeURIComponent
  "-_.~!'()*",
  // encodeURI
  "-_.~!'()*;/?:@&=+$,#",
  // a segment of a path in Go
  '-_.~$&+:=@',
  // a form, where a space is a plus sign
  '-_.*',
].map((kept) =>
  Array.from({ length: 256 }, (_, byte) => {
    const character = String.fromCharCode(byte);
    const isKept = byte < 0x80 && (/[A-Za-z0-9]/.test(character) || kept.includes(character));
    return isKept ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }),
);

function percentForms(secret: string): readonly string[] {
  if (/^[A-Za-z0-9]*$/.test(secret)) return [secret];
  const bytes = [...Buffer.from(secret, 'utf8')];
  return PERCENT_ENCODERS.flatMap((encoder) => {
    const upper = bytes.map((byte) => encoder[byte]).join('');
    const plus = upper.replaceAll('%20', '+');
    return [upper, plus, lowerHex(upper), lowerHex(plus)];
  });
}

function lowerHex(text: string): string {
  return text.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}

/**
 * What the encoded text has for certain when the secret is anywhere in what was encoded: each of the three places
 * relative to a group of three bytes gives another text, without the characters that depend on the neighbours.
 */
function base64Forms(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'utf8');
  const whole = bytes.toString('base64');
  const shifted = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    return encoded.slice(shift === 0 ? 0 : shift + 1, Math.floor((8 * (shift + bytes.length)) / 6));
  });
  return [whole, ...shifted].flatMap((form) => [
    form,
    form.replaceAll('+', '-').replaceAll('/', '_'),
    form.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
  ]);
}
