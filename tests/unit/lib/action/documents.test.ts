import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { documentPieces, writeDocument, writeFileAtomically } from '#lib/action/atomic-file.js';
import { defineDocument } from '#lib/action/documents.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const plan = defineDocument(
  'plan',
  2,
  z.object({ stack: z.string(), creates: z.int().check(z.nonnegative()) }),
);
const folder = temporaryDirectory();

function file(text: string): string {
  const path = join(folder, 'document.json');
  writeFileSync(path, text);
  return path;
}

describe('defineDocument', () => {
  test('the schema id comes first, then the fields', () => {
    expect(plan.schema).toBe('eks-hybrid-actions/plan/v2');
    expect(JSON.stringify(plan.create({ creates: 3, stack: 'foundation' }))).toBe(
      '{"schema":"eks-hybrid-actions/plan/v2","stack":"foundation","creates":3}',
    );
  });

  test('what was written is read back', () => {
    const path = join(folder, 'a', 'b', 'plan.json');
    const document = plan.create({ stack: 'foundation', creates: 0 });
    writeDocument(path, document);
    expect(plan.read(path)).toEqual(document);
    expect(readFileSync(path, 'utf8').endsWith('}\n')).toBe(true);
  });

  test('is written in pieces that are the indented text of the whole, however long its lists', () => {
    const element = { text: 'a\n{"b": […]}\u2028', inner: [1, { deep: [] }] };
    const long = (length: number): object => ({
      schema: 's',
      absent: undefined,
      list: Array.from({ length }, () => element),
      numbers: Array.from({ length }, (_, index) => index),
      last: { empty: {}, none: null },
    });
    for (const document of [{}, long(0), long(100), long(101), long(250)]) {
      const pieces = [...documentPieces(document)];
      expect(pieces.join('')).toBe(`${JSON.stringify(document, null, 2)}\n`);
    }
    expect(Math.max(...[...documentPieces(long(5000))].map((piece) => piece.length))).toBeLessThan(200_000);
  });

  test('fields that do not fit are a fault of the action', () => {
    expect(() => plan.create({ stack: 'foundation', creates: -1 })).toThrow(
      expect.objectContaining({ code: 'EHA1014', message: expect.stringContaining('- creates: Too small') }),
    );
  });

  test('a field that a later minor version added is ignored', () => {
    const text = '{"schema":"eks-hybrid-actions/plan/v2","stack":"s","creates":1,"later":true}';
    expect(plan.read(file(text))).toEqual({ schema: plan.schema, stack: 's', creates: 1 });
  });

  test.each([
    [
      '{"schema":"eks-hybrid-actions/plan/v3","stack":"s","creates":1}',
      'EHA1012',
      'of version 3; this action reads version 2',
    ],
    [
      '{"schema":"eks-hybrid-actions/drift/v2"}',
      'EHA1012',
      'is a "drift" document; a "plan" document is needed',
    ],
    ['{"schema":"other/plan/v2"}', 'EHA1012', 'is not a result document'],
    ['{"stack":"s","creates":1}', 'EHA1012', 'is not a result document'],
    ['[]', 'EHA1012', 'does not hold a JSON object'],
    ['null', 'EHA1012', 'does not hold a JSON object'],
    [
      '{"schema":"eks-hybrid-actions/plan/v2","stack":1}',
      'EHA1013',
      '- stack: Invalid input: expected string',
    ],
    ['{"schema":', 'EHA1011', 'is not JSON'],
    ['', 'EHA1011', 'is not JSON'],
  ])('%s: %s', (text, code, message) => {
    expect(() => plan.read(file(text))).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
  });

  test('a missing file is named', () => {
    expect(() => plan.read(join(folder, 'nowhere.json'))).toThrow(
      expect.objectContaining({ code: 'EHA1011', message: expect.stringContaining('nowhere.json') }),
    );
  });
});

describe('writeFileAtomically', () => {
  test('replaces a file and leaves nothing beside it', () => {
    const path = join(temporaryDirectory(), 'x.json');
    writeFileAtomically(path, 'old');
    writeFileAtomically(path, 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(join(path, '..'))).toEqual(['x.json']);
  });

  test('a failure leaves the old file and no temporary one', () => {
    const home = temporaryDirectory();
    const occupied = join(home, 'x.json');
    // A folder with content cannot be replaced by a rename, also not by root.
    writeFileAtomically(join(occupied, 'kept'), 'kept');
    expect(() => writeFileAtomically(occupied, 'new')).toThrow(expect.objectContaining({ code: 'EHA1015' }));
    expect(readdirSync(home)).toEqual(['x.json']);
    expect(existsSync(join(occupied, 'kept'))).toBe(true);
    expect(() => writeFileAtomically(join(occupied, 'kept', 'below'), 'new')).toThrow(
      expect.objectContaining({ code: 'EHA1015' }),
    );
  });
});
