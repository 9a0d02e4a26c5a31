import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRedactor } from '#lib/terraform/redact.js';
import { secretForms } from '#lib/terraform/redact-forms.js';
import { cut, SENSITIVE } from '#lib/terraform/value-diff-text.js';

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
      { numRuns: 500 },
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
      { numRuns: 500 },
    );
  });
  test('covers what a naive search for every form covers', () => {
    fc.assert(
      fc.property(secrets, text(0, 80), (list, before) => {
        fc.pre(!sought(list).some((form) => /[()]/.test(form)));
        expect(createRedactor(list)(before)).toBe(naive(before, sought(list)));
      }),
      { numRuns: 500 },
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

test('cut texts', () => {
  const secret = 'k3y-'.padEnd(60, 'QWERTZ');
  const redact = createRedactor([secret]);
  for (let before = 330; before <= 400; before += 1) {
    const shown = redact(cut(`${'.'.repeat(before)}${secret}${'.'.repeat(100)}`));
    expect(shown.includes('k3y-')).toBe(false);
  }
});
