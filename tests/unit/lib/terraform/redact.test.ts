import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { attributeChanges } from '#lib/terraform/attribute-changes.js';
import { createRedactor } from '#lib/terraform/redact.js';
import { secretForms } from '#lib/terraform/redact-forms.js';
import { cut, quote, SENSITIVE } from '#lib/terraform/value-diff-text.js';

/** Few letters, so that secrets overlap, repeat and hide in each other; the rest is what escapes change. */
const unit = fc.constantFrom(
  'a',
  'b',
  '"',
  '\\',
  '\n',
  '<',
  '&',
  ' ',
  '/',
  '%',
  '(',
  ')',
  's',
  '$',
  '{',
  'é',
  '💥',
);
const text = (minLength: number, maxLength: number) =>
  fc.array(unit, { minLength, maxLength }).map((units) => units.join(''));
const secrets = fc.array(text(4, 10), { minLength: 1, maxLength: 5 });

/** What must not be found: all forms but those that are part of the replacement. */
const sought = (list: readonly string[]) =>
  list
    .filter((secret) => secret.length >= 4)
    .flatMap((secret) => secretForms(secret))
    .filter((form) => !SENSITIVE.includes(form));

describe('createRedactor', () => {
  test('leaves no form of any secret, wherever it stands', () => {
    const pieces = (list: readonly string[]) =>
      fc.array(fc.oneof(text(0, 6), fc.constantFrom(...list.flatMap((it) => secretForms(it)), SENSITIVE)), {
        maxLength: 8,
      });
    fc.assert(
      fc.property(
        secrets.chain((list) => fc.tuple(fc.constant(list), pieces(list))),
        ([list, parts]) => {
          const redacted = createRedactor(list)(parts.join(''));
          expect(sought(list).filter((form) => redacted.includes(form))).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('changes nothing in a text without secrets, and nothing outside of them', () => {
    fc.assert(
      fc.property(secrets, text(0, 60), (list, clean) => {
        fc.pre(sought(list).every((form) => !clean.includes(form)));
        expect(createRedactor(list)(clean)).toBe(clean);
      }),
    );
    fc.assert(
      fc.property(text(0, 20), text(0, 20), (left, right) => {
        const redact = createRedactor(['Zebra-Crossing-9']);
        expect(redact(`${left}Zebra-Crossing-9${right}`)).toBe(`${left}(sensitive)${right}`);
      }),
    );
  });

  test('does nothing the second time', () => {
    fc.assert(
      fc.property(secrets, text(0, 60), (list, before) => {
        const redact = createRedactor(list);
        expect(redact(redact(before))).toBe(redact(before));
      }),
      { numRuns: 200 },
    );
  });

  test('covers what a naive search for every form covers', () => {
    fc.assert(
      fc.property(secrets, text(0, 80), (list, before) => {
        fc.pre(!sought(list).some((form) => /[()]/.test(form)));
        expect(createRedactor(list)(before)).toBe(naive(before, sought(list)));
      }),
      { numRuns: 200 },
    );
  });
});

/** Marks each covered character by trying every form at every place. */
function naive(before: string, forms: readonly string[]): string {
  const covered = Array.from({ length: before.length }, () => false);
  for (const form of forms) {
    for (let at = 0; at + form.length <= before.length; at += 1) {
      if (before.startsWith(form, at)) covered.fill(true, at, at + form.length);
    }
  }
  let result = '';
  for (let at = 0; at < before.length; at += 1) {
    if (covered[at] !== true) result += before.charAt(at);
    else if (covered[at - 1] !== true) result += SENSITIVE;
  }
  return result;
}

describe('forms', () => {
  const secret = 'p@ss "w\\rd"/<ö>\n${x}';
  const redact = createRedactor([secret]);
  const json = (value: unknown) => JSON.stringify(value);
  /** As Go writes JSON, and so Terraform. */
  const go = (value: unknown) =>
    json(value).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026');
  const base64 = (text: string) => Buffer.from(text).toString('base64');

  test.each<[string, string]>([
    ['as it is', secret],
    ['in JSON', json({ a: secret })],
    ['in JSON of Go', go({ a: secret })],
    ['in JSON inside of JSON', json({ a: json({ b: secret }) })],
    ['in JSON of Go inside of JSON of Go', go({ a: go({ b: secret }) })],
    ['in JSON of Go inside of JSON', json({ a: go({ b: secret }) })],
    ['in ASCII-only JSON', json(secret).replace('ö', '\\u00f6')],
    ['in a string of Terraform', quote(secret)],
    ['in a string of Terraform inside of JSON', json(quote(secret))],
    ['in JSON inside of a string of Terraform', quote(json(secret))],
    ['in HTML', 'p@ss &quot;w\\rd&quot;/&lt;ö&gt;\n${x}'],
    ['in HTML of Go', 'p@ss &#34;w\\rd&#34;/&lt;ö&gt;\n${x}'],
    ['in a URL', encodeURIComponent(secret)],
    ['in a URL with small digits', encodeURIComponent(secret).replaceAll(/%../g, (it) => it.toLowerCase())],
    ['in a whole URL', encodeURI(secret)],
    ['in a form', new URLSearchParams({ a: secret }).toString()],
    ['in base64', base64(secret)],
    ['in base64 for URLs', Buffer.from(secret).toString('base64url')],
    ['in base64 after one byte', base64(`x${secret}`)],
    ['in base64 after two bytes and before others', base64(`xy${secret}z`)],
    ['in base64 of JSON', base64(json({ user: 'x', key: secret }))],
    ['in base64 of JSON of Go', base64(go({ key: secret, user: 'x' }))],
  ])('%s', (_name, text) => {
    const redacted = redact(text);
    expect(redacted).toContain(SENSITIVE);
    // What is left of base64 at both ends are characters that hold bits of the neighbours.
    const left = redacted.replace(SENSITIVE, '');
    expect(left).not.toMatch(/p.?ss|w.{0,5}rd|%20|00f6|ö/);
    for (const encoding of ['base64', 'base64url'] as const) {
      expect(Buffer.from(left, encoding).toString('latin1')).not.toMatch(/ss|rd/);
    }
  });

  test.each([0, 1, 2, 3])('base64 after %d bytes leaves no byte of the secret', (shift) => {
    for (let length = 6; length < 12; length += 1) {
      const plain = 'Zq9$Xw7#Kp5!'.slice(0, length);
      const encoded = base64(`${'.'.repeat(shift)}${plain}${'.'.repeat(4)}`);
      const [left = '', right = ''] = createRedactor([plain])(encoded).split(SENSITIVE);
      expect(encoded.startsWith(left) && encoded.endsWith(right)).toBe(true);
      expect(encoded.length - left.length - right.length).toBeGreaterThanOrEqual(
        Math.floor((length * 8 - 10) / 6),
      );
      expect(Math.floor((left.length * 6) / 8)).toBeLessThanOrEqual(shift);
    }
  });
});

describe('secrets in each other and in the replacement', () => {
  test.each<[string, string[], string, string]>([
    ['overlapping', ['abcdef', 'defghi'], '-abcdefghi-', '-(sensitive)-'],
    ['inside another', ['bcde', 'abcdef'], 'abcdef bcde abcde', '(sensitive) (sensitive) a(sensitive)'],
    ['next to each other', ['abcd', 'efgh'], 'abcdefgh', '(sensitive)'],
    ['at the ends', ['abcd'], 'abcd-abcd', '(sensitive)-(sensitive)'],
    [
      'part of the replacement',
      ['sensitive', 'tive', '(sen'],
      'sensitive (sensitive)',
      'sensitive (sensitive)',
    ],
    ['with the replacement inside', ['x(sensitive)y'], 'x(sensitive)y', '(sensitive)'],
    ['made by a replacement', ['x(sensitive)y', 'SECRET'], 'xSECRETy', '(sensitive)'],
    [
      'made over and over',
      ['x(sensitive)y', 'SECRET'],
      `${'x'.repeat(9)}SECRET${'y'.repeat(9)}!`,
      '(sensitive)',
    ],
    ['begun before a replacement', ['ab(s', 'SECRET'], 'abSECRET', '(sensitive)ensitive)'],
    ['too short', ['abc', ''], 'abc', 'abc'],
    ['none', [], 'text', 'text'],
  ])('%s', (_name, list, before, after) => {
    expect(createRedactor(list)(before)).toBe(after);
    expect(createRedactor(list)(after)).toBe(after);
  });
});

describe('long secrets', () => {
  /** Repeats itself, so that each place looks like a beginning. */
  const long = `${'ab'.repeat(200)}X${'c'.repeat(300)}`;

  test('are replaced to their end, also where they begin within what looks like one', () => {
    const redact = createRedactor([long, `${long}-and-more`]);
    expect(redact(`<${long}>`)).toBe('<(sensitive)>');
    expect(redact(`<${long}-and-more>`)).toBe('<(sensitive)>');
    expect(redact(`<${'ab'.repeat(77)}${long}>`)).not.toMatch(/X|c/);
    expect(redact(`${long.slice(0, 200)}.`)).toBe(`${long.slice(0, 200)}.`);
  });

  test('do not make the search slow: what would take too long is covered to the end', () => {
    const text = 'ab'.repeat(200_000);
    const redacted = createRedactor([`${'ab'.repeat(50_000)}X`])(text);
    expect(redacted.length).toBeLessThan(text.length);
  });
});

test('two thousand secrets in a text of a megabyte are all found', () => {
  // A fixed sequence of pseudo-random letters (Lehmer's generator).
  let state = 42;
  const letter = () => String.fromCharCode(97 + ((state = (state * 48_271) % 2_147_483_647) % 26));
  const word = (length: number) => Array.from({ length }, letter).join('');
  const list = Array.from({ length: 2000 }, () => word(32));
  const clean = Array.from({ length: 2000 }, () => word(468));
  const dirty = clean.map((piece, index) => `${piece} ${list[index] ?? ''} `).join('');
  expect(dirty.length).toBeGreaterThan(1_000_000);
  expect(createRedactor(list)(dirty)).toBe(clean.map((piece) => `${piece} (sensitive) `).join(''));
});

describe('texts that were cut', () => {
  const secret = 'k3y-'.padEnd(60, 'QWERTZ');
  const redact = createRedactor([secret]);

  test('lose the beginning of a secret before the cut, however little is left of it', () => {
    for (let before = 330; before <= 396; before += 1) {
      const shown = redact(cut(`${'.'.repeat(before)}${secret}${'.'.repeat(100)}`));
      expect(shown).toMatch(/^\.+\(sensitive\)(?:\.*)… \(\+\d+ characters\)$/);
    }
  });

  test('keep the beginning of a secret before any other dots', () => {
    expect(redact('k3y-QWE… and so on')).toBe('k3y-QWE… and so on');
    expect(redact('k3y-QWE… (+12 characters)')).toBe('(sensitive)… (+12 characters)');
    expect(redact('"k3y… (+12 characters)')).toBe('"k3y… (+12 characters)');
  });

  test('of an attribute', () => {
    const before = { data: `${'.'.repeat(380)}${secret}` };
    const [row] = attributeChanges({ actions: ['update'], before, after: { data: 'x' } });
    expect(row?.before).toContain('k3y-');
    expect(redact(row?.before ?? '')).not.toContain('k3y-');
  });
});
