import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expiries, parseInstant } from '#lib/environment/expiry.js';

describe('parseInstant', () => {
  test.each([
    ['2026-12-31T18:00:00Z', '2026-12-31T18:00:00.000Z'],
    ['2026-12-31t18:00:00.250z', '2026-12-31T18:00:00.250Z'],
    ['2026-12-31 18:00:00+02:00', '2026-12-31T16:00:00.000Z'],
    ['2028-02-29T00:00:00-00:30', '2028-02-29T00:30:00.000Z'],
  ])('%s', (text, utc) => {
    expect(new Date(parseInstant(text) ?? NaN).toISOString()).toBe(utc);
  });

  test.each([
    '',
    '2026-12-31',
    '2026-12-31T18:00:00',
    '2026-12-31T18:00Z',
    '2026-02-30T00:00:00Z',
    '2027-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-12-31T24:00:00Z',
    '2026-12-31T23:59:60Z',
    '2026-12-31T18:00:00+25:00',
    ' 2026-12-31T18:00:00Z',
    'never',
    '1767225600',
  ])('not %j', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  test('reads back what a date writes', () => {
    const dates = fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        expect(parseInstant(date.toISOString())).toBe(date.getTime());
      }),
    );
  });
});

describe('expiries', () => {
  const NOW = Date.parse('2026-11-22T12:00:00Z');
  const keys = { environment: 'environment', expires: 'expires-at' };
  const of = (...values: readonly (string | undefined)[]) =>
    expiries(
      values.map((value) => ({
        tags: { environment: 'one', ...(value === undefined ? {} : { 'expires-at': value }) },
        leftover: true,
      })),
      keys,
      NOW,
    )[0];

  test('an environment ends with the latest of its times', () => {
    expect(of('2026-01-01T00:00:00Z', undefined)).toMatchObject({ status: 'expired', resources: 2 });
    const alive = of('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z');
    expect(alive).toMatchObject({ status: 'alive', expiresAt: '2027-01-01T00:00:00.000Z' });
    expect(of('2026-11-22T12:00:00Z')?.status).toBe('expired');
    expect(of('2026-11-22T12:00:01Z')?.status).toBe('alive');
  });

  test('without a time it stays', () => {
    expect(of(undefined)).toMatchObject({ status: 'permanent', expiresAt: null });
  });

  test('one value that is no time keeps it from ending', () => {
    expect(of('2026-01-01T00:00:00Z', 'soon')).toMatchObject({ status: 'invalid', invalid: ['soon'] });
    expect(of('')).toMatchObject({ status: 'invalid', invalid: [''] });
  });

  test('is never expired by what one more resource says', () => {
    const time = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(time, { minLength: 1, maxLength: 5 }), time, (dates, more) => {
        const before = of(...dates.map((date) => date.toISOString()));
        const after = of(...dates.map((date) => date.toISOString()), more.toISOString());
        if (before?.status === 'alive') expect(after?.status).toBe('alive');
      }),
    );
  });

  test('resources without the tag are of no environment', () => {
    expect(expiries([{ tags: { 'expires-at': '2020-01-01T00:00:00Z' }, leftover: true }], keys, NOW)).toEqual(
      [],
    );
  });
});
