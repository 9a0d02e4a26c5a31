/** The forms in which the runner also hides a secret. Source: actions/runner, HostContext and ValueEncoders. */
const ENCODERS: readonly ((value: string) => string)[] = [
  (value) => value,
  ...[0, 1, 2].map((shift) => (value: string) => base64From(value, shift)),
  (value) => value.replaceAll('"', '\\"'),
  (value) => value.replaceAll("'", "''"),
  (value) => JSON.stringify(value).slice(1, -1),
  (value) =>
    encodeURIComponent(value).replace(
      /[!'()*]/g,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  xmlEscape,
  (value) => value.replace(/^"(.*)"$/s, '$1'),
  (value) => powershellParts(value)[0],
  (value) => powershellParts(value)[1],
];

function base64From(value: string, shift: number): string {
  const bytes = Buffer.from(value, 'utf8');
  return (bytes.length > shift ? bytes.subarray(shift) : bytes).toString('base64');
}

function xmlEscape(value: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  };
  return value.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

/** PowerShell colours an error at an ampersand, so that a secret prints in two pieces; short pieces are left alone. */
function powershellParts(value: string): [string, string] {
  const at = value.indexOf('&');
  if (at < 0) return ['', ''];
  const [before, after] = [value.slice(0, at + 1), value.slice(at + 1)];
  return [before.length >= 6 ? before : '', after.length >= 6 ? after : ''];
}

/** Hides secrets in text as the runner does, with `***`. One masker serves one job. */
export class Masker {
  readonly #values = new Set<string>();

  /** Registers a secret, its encoded forms, and each line of a multi-line one. Blank values are ignored. */
  add(secret: string): void {
    for (const value of new Set([secret, ...secret.split(/\r?\n|\r/)])) {
      if (value.trim() === '') continue;
      for (const encode of ENCODERS) {
        const encoded = encode(value);
        if (encoded !== '') this.#values.add(encoded);
      }
    }
  }

  /** The text with every occurrence replaced; overlapping and adjacent occurrences become one `***`. */
  mask(text: string): string {
    const ranges: [number, number][] = [];
    for (const value of this.#values) {
      for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1))
        ranges.push([at, at + value.length]);
    }
    if (ranges.length === 0) return text;
    ranges.sort((left, right) => left[0] - right[0]);
    let result = '';
    let position = 0;
    let end = -1;
    for (const [from, to] of ranges) {
      if (from > end) {
        result += `${text.slice(Math.max(position, 0), from)}***`;
      }
      end = Math.max(end, to);
      position = end;
    }
    return result + text.slice(position);
  }
}
