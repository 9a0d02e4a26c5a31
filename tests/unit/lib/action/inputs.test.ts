import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { parseDuration, formatDuration } from '#lib/action/durations.js';
import { ActionError } from '#lib/action/errors.js';
import {
  booleanInput,
  durationInput,
  enumInput,
  integerInput,
  listInput,
  readAll,
  secretInput,
  stringInput,
} from '#lib/action/inputs.js';
import { yamlInput } from '#lib/action/structured-input.js';

const set = new Set<string>();

function give(value: string, name = 'some-input'): void {
  const variable = `INPUT_${name.toUpperCase()}`;
  set.add(variable);
  process.env[variable] = value;
}

afterEach(() => {
  for (const variable of set) process.env[variable] = '';
  set.clear();
});

function refusal(read: () => unknown): ActionError {
  try {
    read();
  } catch (error) {
    if (error instanceof ActionError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const INPUT = 'some-input';

describe('an input that is not given', () => {
  test.each(['', ' ', '\t\r\n'])('%j: default, undefined or EHA1002', (value) => {
    give(value);
    expect(stringInput(INPUT, { default: 'x' })).toBe('x');
    expect(stringInput(INPUT)).toBeUndefined();
    expect(integerInput(INPUT, { default: 0 })).toBe(0);
    expect(booleanInput(INPUT, { default: false })).toBe(false);
    expect(durationInput(INPUT)).toBeUndefined();
    expect(enumInput(INPUT, ['a', 'b'])).toBeUndefined();
    expect(listInput(INPUT)).toEqual([]);
    expect(secretInput(INPUT)).toBeUndefined();
    expect(yamlInput(INPUT, z.object({}))).toBeUndefined();
    expect(refusal(() => stringInput(INPUT, { required: true })).code).toBe('EHA1002');
    expect(refusal(() => listInput(INPUT, { required: true })).code).toBe('EHA1002');
  });

  test('a list of nothing but separators is not given either', () => {
    give(' , \n,');
    expect(listInput(INPUT)).toEqual([]);
    expect(refusal(() => listInput(INPUT, { required: true })).message).toContain('holds no item');
  });
});

describe('strings', () => {
  test('only ASCII white space is trimmed', () => {
    give(' \n\tmain\r\n ');
    expect(stringInput(INPUT)).toBe('main');
    give('\ufeffmain\u00a0');
    expect(stringInput(INPUT)).toBe('\ufeffmain\u00a0');
  });

  test('a refused value is shown with its invisible characters', () => {
    give('\ufeffmain\u200b');
    const error = refusal(() => stringInput(INPUT, { pattern: /^[a-z]+$/, allowed: 'a branch name' }));
    expect(error.message).toBe('Input "some-input" is "\\ufeffmain\\u200b", but must be a branch name.');
  });

  test('a sticky or global pattern judges every call alike', () => {
    give('abc');
    const pattern = /^abc$/g;
    expect([1, 2, 3].map(() => stringInput(INPUT, { pattern }))).toEqual(['abc', 'abc', 'abc']);
  });

  test('a very long refused value is cut', () => {
    give('x'.repeat(10_000));
    expect(refusal(() => stringInput(INPUT, { pattern: /^y$/ })).message.length).toBeLessThan(300);
  });
});

describe('lists', () => {
  const item = fc
    .stringMatching(/^[^\s,](?:[^,\n\r\0]*[^\s,])?$/)
    .filter((text) => text.trim() === text && text !== '');

  test('newlines and commas separate alike; white space around items is dropped', () => {
    give('a, b\n\n  c ,,\r\nd');
    expect(listInput(INPUT)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('property: joining and reading gives the same items', () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1 }),
        fc.constantFrom(',', '\n', ' , ', '\r\n'),
        (items, separator) => {
          give(items.join(separator));
          expect(listInput(INPUT)).toEqual(items);
        },
      ),
    );
  });
});

describe('booleans', () => {
  test.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
  ])('%s', (value, expected) => {
    give(value);
    expect(booleanInput(INPUT, { default: !expected })).toBe(expected);
  });

  test.each(['yes', '1', 'tRUE', 'on', '\ufefftrue', 'constructor'])('%j is refused', (value) => {
    give(value);
    expect(refusal(() => booleanInput(INPUT, { default: true })).message).toMatch(/must be true or false\.$/);
  });
});

describe('durations', () => {
  test.each([
    ['90s', 90_000],
    ['15m', 900_000],
    ['24h', 86_400_000],
    ['500ms', 500],
    ['1h30m', 5_400_000],
    ['1m500ms', 60_500],
    ['0s', 0],
    ['1h0m1s', 3_601_000],
  ])('%s', (text, milliseconds) => {
    give(text);
    expect(durationInput(INPUT)).toBe(milliseconds);
  });

  test.each(['90', '1.5h', '-1s', '1s1m', '1 s', '1S', 'm', '1d', '1sm', '9999999999h', '१s'])(
    '%j is refused',
    (text) => {
      give(text);
      expect(refusal(() => durationInput(INPUT)).message).toContain(
        'must be a duration such as 90s, 15m or 1h30m',
      );
    },
  );

  test('bounds are inclusive and named', () => {
    const options = { minimum: 60_000, maximum: 3_600_000 };
    give('1m');
    expect(durationInput(INPUT, options)).toBe(60_000);
    give('60m');
    expect(durationInput(INPUT, options)).toBe(3_600_000);
    give('59s');
    expect(refusal(() => durationInput(INPUT, options)).message).toMatch(/from 1m to 1h\.$/);
    give('3601s');
    expect(refusal(() => durationInput(INPUT, { maximum: 3_600_000 })).message).toMatch(/of at most 1h\.$/);
  });

  test('property: what is formatted reads back the same', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 40 }), (milliseconds) => {
        expect(parseDuration(formatDuration(milliseconds))).toBe(milliseconds);
      }),
    );
  });
});

describe('whole numbers', () => {
  test('property: every safe integer is read as it is written', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (number) => {
        give(String(number));
        expect(integerInput(INPUT)).toBe(number);
      }),
    );
  });

  test.each(['1e3', '0x10', '1.0', '+1', '01', '1_000', '9007199254740992', 'NaN', '٣', '--1'])(
    '%j is refused',
    (text) => {
      give(text);
      expect(refusal(() => integerInput(INPUT)).code).toBe('EHA1001');
    },
  );

  test('bounds are inclusive and named', () => {
    give('10');
    expect(integerInput(INPUT, { minimum: 10, maximum: 10 })).toBe(10);
    expect(refusal(() => integerInput(INPUT, { minimum: 11 })).message).toMatch(
      /a whole number of at least 11\.$/,
    );
  });
});

test('an enum names all allowed values', () => {
  give('Never');
  expect(refusal(() => enumInput(INPUT, ['always', 'never'], { default: 'never' })).message).toBe(
    'Input "some-input" is "Never", but must be one of always, never.',
  );
  give('always');
  expect(enumInput(INPUT, ['always', 'never'], { required: true })).toBe('always');
});

describe('JSON and YAML', () => {
  const schema = z.object({
    name: z.string(),
    pools: z.optional(z.array(z.object({ size: z.int().check(z.positive()) }))),
  });

  test.each(['{"name": "a", "pools": [{"size": 2}]}', 'name: a\npools:\n  - size: 2\n'])('%j', (text) => {
    give(text);
    expect(yamlInput(INPUT, schema, { required: true })).toEqual({ name: 'a', pools: [{ size: 2 }] });
  });

  test('every problem is named with its place', () => {
    give('pools: [{size: 2}, {size: -1}, {size: two}]');
    const { message } = refusal(() => yamlInput(INPUT, schema));
    expect(message.split('\n')).toEqual([
      'Input "some-input" does not have the expected content:',
      '- name: Invalid input: expected string, received undefined',
      '- pools[1].size: Too small: expected number to be >0',
      '- pools[2].size: Invalid input: expected number, received string',
    ]);
  });

  test('a union that fits nowhere is explained by the alternative that came closest', () => {
    const union = z.object({ link: z.union([z.string(), z.object({ asn: z.number() })]) });
    give('link: {asn: "65000"}');
    expect(refusal(() => yamlInput(INPUT, union)).message).toContain(
      '- link.asn: Invalid input: expected number',
    );
  });

  test('text that is neither says where it breaks', () => {
    give('a: [1, 2');
    expect(refusal(() => yamlInput(INPUT, schema)).message).toMatch(/neither JSON nor YAML: .*line 1/);
  });

  test('aliases that unfold into millions of items are refused', () => {
    const levels = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 9; level += 1) {
      levels.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ')}]`);
    }
    give(levels.join('\n'));
    expect(refusal(() => yamlInput(INPUT, z.looseObject({}))).code).toBe('EHA1001');
  });
});

describe('readAll', () => {
  test('gives typed values', () => {
    give('3', 'count');
    give('a,b', 'names');
    const inputs = readAll({
      count: () => integerInput('count', { default: 1 }),
      names: () => listInput('names'),
    });
    const count: number = inputs.count;
    expect([count, inputs.names]).toEqual([3, ['a', 'b']]);
  });

  test('one refused input is thrown as it is, several together', () => {
    give('x', 'count');
    const readers = {
      count: () => integerInput('count'),
      flag: () => booleanInput('flag', { default: true }),
    };
    expect(refusal(() => readAll(readers)).code).toBe('EHA1001');
    give('x', 'flag');
    const error = refusal(() => readAll(readers));
    expect(error.code).toBe('EHA1003');
    expect(error.message.split('\n')).toHaveLength(3);
  });

  test('a fault of a reader is not taken for a refused value', () => {
    const broken = () => {
      throw new TypeError('broken');
    };
    expect(() => readAll({ broken })).toThrow(TypeError);
  });
});
