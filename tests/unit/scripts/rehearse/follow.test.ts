import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createFollower } from '#scripts/rehearse/follow.js';
import type { Terminal } from '#scripts/rehearse/terminal.js';

const plain = (text: string) => text;
let lines: string[];
const terminal = (): Terminal => ({
  colour: false,
  columns: 60,
  line: (text) => lines.push(text),
  bold: plain,
  dim: plain,
  red: plain,
  green: plain,
  yellow: plain,
  transcript: () => lines.join('\n'),
});

beforeEach(() => {
  lines = [];
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

const finished = (step: string, conclusion: 'success' | 'failure' | 'skipped') =>
  ({ type: 'step-finished', job: 'a', step, outcome: conclusion, conclusion, milliseconds: 1500 }) as const;

test('tells of work and of what failed, not of what the runner does besides', () => {
  const follow = createFollower(terminal(), false);
  follow({ type: 'job-started', job: 'a' });
  follow(finished('Check out the repository', 'success'));
  follow(finished('Apply', 'success'));
  follow(finished('Keep the document', 'failure'));
  follow(finished('Wait for the new nodes', 'skipped'));
  follow({ type: 'job-finished', job: 'b', conclusion: 'skipped', milliseconds: 0 });
  expect(lines).toEqual(['  a', '    ✓ Apply 1.5 s', '    ✗ Keep the document 1.5 s']);
});

test('tells every five seconds what a long step said last, in one line, until it ends', () => {
  const follow = createFollower(terminal(), false);
  follow({ type: 'step-started', job: 'a', step: 'Apply' });
  follow({ type: 'log', job: 'a', step: 'Apply', line: '\u001B[1m12 of 135 resources\u001B[0m' });
  jest.advanceTimersByTime(4_900);
  expect(lines).toEqual([]);
  jest.advanceTimersByTime(100);
  follow({ type: 'log', job: 'a', step: 'Apply', line: 'x'.repeat(200) });
  jest.advanceTimersByTime(5_000);
  expect(lines[0]).toBe('      … Apply 5.0 s · 12 of 135 resources');
  expect(lines[1]).toHaveLength(60);
  follow(finished('Apply', 'success'));
  jest.advanceTimersByTime(20_000);
  expect(lines).toHaveLength(3);
});
