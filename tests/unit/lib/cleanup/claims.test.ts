/** The tag that says which run removes an Azure resource. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CLAIM_TAG, claimedBy, readClaim, writeClaim } from '#lib/cleanup/claims.js';

const NOW = Date.parse('2026-11-23T01:00:00Z');
const MINUTE = 60_000;
const RUN = 'https://github.com/acme/platform/actions/runs/12345';
const OTHER = 'https://github.com/acme/platform/actions/runs/2345';
const tags = (run: string, at: number) => ({ [CLAIM_TAG]: writeClaim({ run, attempt: 2, at }) });

describe('a claim', () => {
  test('tells run, attempt and moment', () => {
    expect(tags(RUN, NOW)).toEqual({
      'eks-hybrid-cleanup': `${RUN} attempt 2 at 2026-11-23T01:00:00.000Z`,
    });
  });

  test('fits into a tag however long the address of the run is, and is known as its own', () => {
    const at = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
    const word = fc.stringMatching(/^[a-z0-9/:.-]{1,400}$/);
    fc.assert(
      fc.property(word, fc.integer({ min: 1, max: 999_999_999 }), at, (run, attempt, moment) => {
        const value = writeClaim({ run, attempt, at: moment.getTime() });
        expect(value.length).toBeLessThanOrEqual(256);
        const claim = readClaim({ [CLAIM_TAG]: value });
        expect(claim).toMatchObject({ attempt, at: moment.getTime() });
        expect(run.endsWith(claim?.run ?? '?')).toBe(true);
        expect(claimedBy({ [CLAIM_TAG]: value }, [run], moment.getTime())).toBeUndefined();
      }),
    );
  });

  test.each([
    ['young', NOW - 29 * MINUTE, OTHER],
    ['written this moment', NOW, OTHER],
    ['a little ahead', NOW + 4 * MINUTE, OTHER],
    ['as old as half an hour', NOW - 30 * MINUTE, undefined],
    ['far ahead', NOW + 6 * MINUTE, undefined],
  ])('of another run that is %s holds it or not', (_name, at, held) => {
    expect(claimedBy(tags(OTHER, at), [RUN], NOW)).toBe(held);
  });

  test('of this run, or of one whose work it goes on with, does not hold it off', () => {
    expect(claimedBy(tags(RUN, NOW), [RUN], NOW)).toBeUndefined();
    expect(claimedBy(tags(OTHER, NOW), [RUN, OTHER], NOW)).toBeUndefined();
    expect(claimedBy(tags(OTHER, NOW), [RUN, ''], NOW)).toBe(OTHER);
    expect(claimedBy({}, [RUN], NOW)).toBeUndefined();
  });

  test('that no run wrote is none', () => {
    for (const value of [
      '',
      'mine',
      ` attempt 1 at ${new Date(NOW).toISOString()}`,
      `${RUN} attempt 1 at now`,
    ]) {
      expect(readClaim({ [CLAIM_TAG]: value })).toBeUndefined();
    }
  });
});
