import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FILE_PROGRAMS } from '#simulator/pods/programs/files.js';
import { readArguments } from '#simulator/pods/flags.js';
import { Shell } from '#simulator/pods/shell.js';

async function run(script: string, ...parameters: readonly string[]): Promise<string> {
  const shell = new Shell(new Map(Object.entries(FILE_PROGRAMS)), new Map([['/etc/name', 'pod\n']]));
  const ended = await shell.run(['sh', '-c', script, 'sh', ...parameters], '');
  return `${ended?.out ?? ''}|${ended?.err ?? ''}|${ended?.code ?? ''}`;
}

test.each([
  ['true && echo yes || echo no', 'yes\n||0'],
  ['false && echo yes || echo no', 'no\n||0'],
  ['! false; echo $?', '0\n||0'],
  ['for x in a "b c"; do echo "<$x>"; done', '<a>\n<b c>\n||0'],
  ['x="1 2"; for y in $x; do echo $y; done', '1\n2\n||0'],
  ['x="1 2"; for y in "$x"; do echo $y; done', '1 2\n||0'],
  ['i=0; while [ $i -lt 3 ]; do i=$((i+1)); printf %s $i; done', '123||0'],
  ['if [ "$(cat /etc/name)" = pod ]; then echo same; else echo other; fi', 'same\n||0'],
  ['if false; then echo a; elif true; then echo b; fi', 'b\n||0'],
  ['echo out; echo err >&2', 'out\n|err\n|0'],
  ['{ echo out; echo err >&2; } 2>&1 | wc -l', '2\n||0'],
  ['echo a >/tmp/f; echo b >>/tmp/f; cat /tmp/f', 'a\nb\n||0'],
  ['nothing 2>/dev/null; echo $?', '127\n||0'],
  ['greet() { echo "hello $1"; }; greet you', 'hello you\n||0'],
  ['(exit 3); echo $?; exit 4; echo never', '3\n||4'],
  ["head -c 4 /dev/zero | tr '\\0' a", 'aaaa||0'],
  ['echo $((2 + 3 * 4 - 10 / 3))', '11\n||0'],
  ['sleep 1 & wait; echo done', 'done\n||0'],
  ['timeout 2 echo in time', 'in time\n||0'],
  ['cat /none', "|cat: can't open '/none': No such file or directory\n|1"],
  ['echo "open', '|sh: syntax error: unterminated quoted string\n|2'],
  ['for x in a; echo $x', '|sh: syntax error: unexpected "echo" (expecting "do")\n|2'],
])('%s', async (script, expected) => {
  expect(await run(script)).toBe(expected);
});

test('what is quoted arrives as it is, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 30 }), async (text) => {
      const quoted = `'${text.replaceAll("'", `'\\''`)}'`;
      expect(await run(`printf %s ${quoted}`)).toBe(`${text}||0`);
      expect(await run('for x in "$@"; do printf "%s" "$x"; done', text, 'end')).toBe(`${text}end||0`);
    }),
    { numRuns: 200 },
  );
});

test('options are read joined, apart and long', () => {
  const given = readArguments(
    ['-sSm3', '-o', 'file', '--retry=2', '--', '-x'],
    ['s', 'S'],
    ['m', 'o', 'retry'],
  );
  expect([given.value('m'), given.value('o'), given.value('retry'), given.words, given.unknown]).toEqual([
    '3',
    'file',
    '2',
    ['-x'],
    undefined,
  ]);
  expect(readArguments(['-z'], ['s'], []).unknown).toBe('z');
});
