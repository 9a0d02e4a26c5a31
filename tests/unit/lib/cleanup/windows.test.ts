import { expect, test } from '@jest/globals';
import { isOpen, parseWindow, type Window } from '#lib/cleanup/windows.js';

test.each([
  ['', false],
  ['20:00-06:00', true],
  ['Mon-Fri 20:00-06:00 Europe/Berlin', true],
  ['Sun 00:00-24:00', true],
  ['Sat-Mon 08:00-09:00 UTC', true],
  ['mon 08:00-09:00', false],
  ['Mon 8:00-9:00', false],
  ['Mon 25:00-26:00', false],
  ['Mon 08:60-09:00', false],
  ['Mon 08:00-08:00', false],
  ['Mon 08:00-09:00 Europe/Nowhere', false],
])('%j is a window: %s', (text, isWindow) => {
  expect(parseWindow(text) !== undefined).toBe(isWindow);
});

/** 2026-11-20 is a Friday. Berlin is one hour ahead of UTC then, two in July. */
test.each([
  ['Mon-Fri 20:00-06:00 UTC', '2026-11-20T20:00:00Z', true],
  ['Mon-Fri 20:00-06:00 UTC', '2026-11-20T19:59:00Z', false],
  ['Mon-Fri 20:00-06:00 UTC', '2026-11-21T05:59:00Z', true],
  ['Mon-Fri 20:00-06:00 UTC', '2026-11-21T06:00:00Z', false],
  ['Mon-Fri 20:00-06:00 UTC', '2026-11-21T20:00:00Z', false],
  ['Mon-Fri 20:00-06:00 Europe/Berlin', '2026-11-20T19:00:00Z', true],
  ['Mon-Fri 20:00-06:00 Europe/Berlin', '2026-07-17T18:00:00Z', true],
  ['Mon-Fri 20:00-06:00 Europe/Berlin', '2026-07-17T17:59:00Z', false],
  ['Sat-Mon 00:00-24:00 UTC', '2026-11-22T23:59:00Z', true],
  ['Sat-Mon 00:00-24:00 UTC', '2026-11-24T00:00:00Z', false],
])('%s at %s: %s', (text, at, open) => {
  expect(isOpen([parseWindow(text) as Window], new Date(at))).toBe(open);
});

test('without windows it is always open', () => {
  expect(isOpen([], new Date(0))).toBe(true);
});
