import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { collectReports } from '#actions/plan-comment/src/reports.js';
import { parseExpectedStacks, type ExpectedStack } from '#lib/report/expected-stacks.js';
import { recordingLogger } from '#tests/support/fake-deps.js';
import { planOf } from '#tests/support/plan-documents.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const COMMIT = { sha: 'a'.repeat(40), headSha: 'b'.repeat(40) };
const of = (name: string): ExpectedStack => ({ name, directory: `stacks/${name}` });
const plan = (name: string, sha = COMMIT.sha, headSha: string | null = null) =>
  JSON.stringify(planOf([], { stack: name, directory: `stacks/${name}`, sha, headSha }));

function collect(files: Readonly<Record<string, string>>, expected?: readonly ExpectedStack[]) {
  const folder = temporaryDirectory('plan-reports-');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const log = recordingLogger();
  const reports = collectReports(folder, expected, COMMIT, log);
  return {
    told: reports.map(({ stack, plan: found, unknownReason }) => [
      stack,
      found === undefined ? unknownReason : 'plan',
    ]),
    warnings: log.messages('warning'),
  };
}

describe('the expected stacks', () => {
  test('nothing given expects what is found', () => {
    expect(parseExpectedStacks(undefined)).toBeUndefined();
  });

  test('the output of discover-stacks, further fields ignored', () => {
    expect(parseExpectedStacks('[{"name":"a","directory":"stacks/a","slug":"stacks-a"}]')).toEqual([of('a')]);
    expect(parseExpectedStacks('[]')).toEqual([]);
  });

  test.each(['', 'null', '{}', '[1]', '[{"name":"a"}]', '[{"name":1,"directory":"a"}]', '[{'])(
    '%s is refused',
    (text) => {
      expect(() => parseExpectedStacks(text)).toThrow(expect.objectContaining({ code: 'EHA1302' }));
    },
  );
});

describe('one report a stack', () => {
  test('and a workspace', () => {
    const inWorkspace = (workspace: string) =>
      JSON.stringify(planOf([], { stack: 'a', directory: 'stacks/a', workspace, sha: COMMIT.sha }));
    const files = { '1.json': inWorkspace('x'), '2.json': inWorkspace('y'), '3.json': inWorkspace('y') };
    expect(collect(files).told).toEqual([
      ['a', 'plan'],
      ['a (y)', 'there are 2 plan documents for it'],
    ]);
    const expected = [
      { ...of('a'), workspace: 'x' },
      { ...of('a'), workspace: 'z' },
    ];
    const { told, warnings } = collect(files, expected);
    expect(told).toEqual([
      ['a', 'plan'],
      ['a (z)', 'its job left no plan document'],
    ]);
    expect(warnings).toHaveLength(2);
  });

  test('in the order expected, from any depth of the folder, only from .json files', () => {
    const files = { 'x/y/b.json': plan('b'), 'a.json': plan('a'), 'c.txt': plan('c') };
    const { told, warnings } = collect(files, [of('b'), of('a'), of('c')]);
    expect(told).toEqual([
      ['b', 'plan'],
      ['a', 'plan'],
      ['c', 'its job left no plan document'],
    ]);
    expect(warnings).toEqual([]);
  });

  test.each([
    ['of the merge commit', COMMIT.sha, null, 'plan'],
    ['of the same head, merged anew', 'c'.repeat(40), COMMIT.headSha, 'plan'],
    ['of another commit', 'c'.repeat(40), null, 'its plan document was made for commit cccccccccccc'],
    ['of another head', 'c'.repeat(40), 'd'.repeat(40), 'its plan document was made for commit cccccccccccc'],
  ])('a plan %s', (_name, sha, headSha, told) => {
    expect(collect({ 'a.json': plan('a', sha, headSha) }, [of('a')]).told).toEqual([['a', told]]);
  });

  test('a folder that is missing or a file leaves each stack unknown', () => {
    const log = recordingLogger();
    const file = join(temporaryDirectory(), 'plans');
    expect(collectReports(file, [of('a')], COMMIT, log)[0]?.unknownReason).toBe(
      'its job left no plan document',
    );
    writeFileSync(file, '');
    expect(collectReports(file, [of('a')], COMMIT, log)[0]?.unknownReason).toBe(
      'its job left no plan document',
    );
    expect(collectReports(file, undefined, COMMIT, log)).toEqual([]);
  });

  test('without an expectation two documents of one stack are one unknown stack, and a broken file is one too', () => {
    const { told, warnings } = collect({ '1.json': plan('a'), '2.json': plan('a'), '3/x.json': '[]' });
    expect(told).toEqual([
      ['a', 'there are 2 plan documents for it'],
      ['3/x.json', 'the file could not be read as a plan document (EHA1012)'],
    ]);
    expect(warnings).toEqual([expect.stringMatching(/^EHA1012: /)]);
  });

  test('what was not expected is left out with a warning, what is broken is said where a document is missing', () => {
    const files = { '1.json': plan('a'), '2.json': plan('z'), '3.json': '{' };
    const { told, warnings } = collect(files, [of('a'), of('b')]);
    expect(told).toEqual([
      ['a', 'plan'],
      ['b', 'its job left no plan document; 1 file could not be read (EHA1011)'],
    ]);
    expect(warnings).toEqual([
      expect.stringMatching(/^EHA1011: /),
      'The plan document of stacks/z was not expected and is left out of the comment.',
    ]);
  });
});
