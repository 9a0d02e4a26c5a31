import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { appendToRunnerFile, formatCommand, formatFileEntry, neutralise } from '#lib/action/commands.js';
import { createLogger } from '#lib/action/logger.js';
import { createMasker, maskedValues } from '#lib/action/masking.js';
import { parseCommands, parseFileCommands } from '#tests/support/run-bundle.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const text = fc.string({
  unit: fc.constantFrom('a', ':', '%', ',', '\n', '\r', '=', '0', 'A', '<', 'é', ' '),
});

describe('workflow commands', () => {
  test('form', () => {
    expect(
      formatCommand('error', { title: 'a:b,c', file: 'x.tf', line: 3, endLine: undefined }, '50%\nof it'),
    ).toBe('::error title=a%3Ab%2Cc,file=x.tf,line=3::50%25%0Aof it\n');
  });

  test('property: title and message come back, whatever is in them', () => {
    fc.assert(
      fc.property(text, text, (title, message) => {
        const [command, ...more] = parseCommands(formatCommand('warning', { title }, message));
        expect(more).toEqual([]);
        expect(command).toEqual({ name: 'warning', properties: title === '' ? {} : { title }, message });
      }),
    );
  });
});

describe('neutralise', () => {
  /** What actions/runner does: lines end at CR or LF, Unicode white space is trimmed, `##[` counts anywhere. */
  const obeyed = (printed: string) =>
    printed.split(/[\r\n]/).some((line) => /^[\s\u0085]*::/.test(line) || line.includes('##['));
  const risky = fc.string({
    unit: fc.constantFrom(':', '::', '#', '##[', '[', ' ', '\t', '\u0085', '\u00a0', '\r', '\n', 'add-mask'),
  });

  test('property: nothing is obeyed and nothing is lost', () => {
    fc.assert(
      fc.property(risky, (given) => {
        const printed = neutralise(given);
        expect(obeyed(printed)).toBe(false);
        expect(printed.replaceAll('\u200b', '')).toBe(given);
      }),
    );
  });

  test('ordinary text is left as it is', () => {
    const ordinary = 'module.a::b\nlib::c # [x]\n  + subnet = "10.0.0.0/24"';
    expect(neutralise(ordinary)).toBe(ordinary);
  });
});

describe('runner files', () => {
  test('property: names and values come back, also when a value looks like an entry', () => {
    const value = fc.string({ unit: fc.constantFrom('a', '\n', '=', '<<', 'EOF', 'ghadelimiter_') });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), (values) => {
        const entries = values.map((one, index) => [`name-${index}`, one] as const);
        const file = entries.map(([name, one]) => formatFileEntry(name, one)).join('');
        expect(parseFileCommands(file)).toEqual(Object.fromEntries(entries));
      }),
    );
  });

  test('append, and say which file is missing', () => {
    const path = join(temporaryDirectory(), 'output');
    writeFileSync(path, 'before\n');
    appendToRunnerFile('GITHUB_OUTPUT', 'after\n', { GITHUB_OUTPUT: path });
    expect(readFileSync(path, 'utf8')).toBe('before\nafter\n');
    expect(() => appendToRunnerFile('GITHUB_OUTPUT', 'x', {})).toThrow(
      expect.objectContaining({ code: 'EHA1006' }),
    );
    expect(() => appendToRunnerFile('GITHUB_OUTPUT', 'x', { GITHUB_OUTPUT: join(path, 'below') })).toThrow(
      expect.objectContaining({ code: 'EHA1015' }),
    );
  });
});

describe('masking', () => {
  test.each([
    ['secret', ['secret']],
    ['ab', ['ab']],
    [' padded ', [' padded ', 'padded']],
    ['', []],
    [' \n ', []],
    ['{\n  "key": "abcdef"\n}\n', ['  "key": "abcdef"', '"key": "abcdef"']],
    ['first line\r\nsecond line', ['first line', 'second line']],
  ])('%j', (secret, values) => {
    expect(maskedValues(secret)).toEqual(values);
  });

  test('a registered secret is found again, also inside JSON; short ones prove nothing', () => {
    const commands: string[] = [];
    const masker = createMasker((command) => commands.push(command));
    masker.mask('pass"word\\1');
    masker.mask('1234567');
    expect(commands).toEqual(['::add-mask::pass"word\\1\n', '::add-mask::1234567\n']);
    expect(masker.foundIn('x pass"word\\1 y')).toBe(true);
    expect(masker.foundIn(JSON.stringify({ a: ['pass"word\\1'] }))).toBe(true);
    expect(masker.foundIn('1234567 password')).toBe(false);
  });
});

describe('logger', () => {
  test('each level has its command, groups close also when the work fails', async () => {
    let written = '';
    const log = createLogger((piece) => {
      written += piece;
    });
    log.info('::plain');
    log.debug('d');
    log.notice('n', { file: 'a.tf', startLine: 2, endLine: 4 });
    await expect(log.group('work', () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    await expect(log.group('work', () => Promise.resolve(7))).resolves.toBe(7);
    expect(written).toBe(
      ':\u200b:plain\n::debug::d\n::notice file=a.tf,line=2,endLine=4::n\n' +
        '::group::work\n::endgroup::\n::group::work\n::endgroup::\n',
    );
  });
});
