import { createWriteStream, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type PlanModel, PlanModelBuilder } from '#lib/terraform/plan-model.js';
import { PlanScanner, type Shape } from '#lib/terraform/plan-scanner.js';
import { type PlanPart, streamPlan } from '#lib/terraform/plan-stream.js';
import { temporaryDirectory } from '#tests/support/temporary.js';
import { fixtureModel, fixtureNames, fixtureText } from './plan-fixtures.ts';

function fileWith(content: string | Buffer): string {
  const file = join(temporaryDirectory('plan-stream-'), 'plan.json');
  writeFileSync(file, content);
  return file;
}

async function partsOf(content: string | Buffer): Promise<PlanPart[]> {
  const parts: PlanPart[] = [];
  for await (const part of streamPlan(fileWith(content))) parts.push(part);
  return parts;
}

async function modelOfFile(file: string): Promise<PlanModel> {
  const builder = new PlanModelBuilder();
  for await (const part of streamPlan(file)) {
    if (part.section === 'rest') return builder.finish(part.value);
    builder.add(part);
  }
  throw new Error('the stream had no last part');
}

const modelFrom = (content: string | Buffer): Promise<PlanModel> => modelOfFile(fileWith(content));

const bigEndian = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

const plan = (members: object): string => JSON.stringify({ format_version: '1.2', ...members });
const row = (address: string, more: object = {}) => ({
  address,
  change: { actions: ['create'], before: null, after: {}, ...more },
});

describe('a plan that is streamed', () => {
  test.each(fixtureNames)('%s gives the model of the whole text', async (name) => {
    expect(await modelFrom(fixtureText(name))).toEqual(fixtureModel(name));
  });

  test.each(fixtureNames)('%s as another program would write it', async (name) => {
    const value = JSON.parse(fixtureText(name)) as Record<string, unknown>;
    const expected = fixtureModel(name);
    expect(await modelFrom(JSON.stringify(value, null, 2))).toEqual(expected);
    const sorted = Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
    expect(await modelFrom(JSON.stringify(sorted))).toEqual(expected);
    const backwards = Object.fromEntries(Object.entries(value).reverse());
    expect(await modelFrom(JSON.stringify(backwards))).toEqual(expected);
  });

  test('with objects inside a row that look like rows', async () => {
    const nested = [{ address: 'x' }, { address: 'y},{"address":"z"' }];
    const rows = [row('a.a', { after: { list: nested } }), row('a.b', { after: nested }), row('a.c')];
    const parts = await partsOf(plan({ resource_changes: rows }));
    expect(parts.slice(0, 3).map((part) => part.value)).toEqual(rows);
  });

  test('keeps order and forgets nothing of 5,000 changes', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) =>
      row(`terraform_data.n[${String(index)}]`, {
        actions: index % 3 === 0 ? ['delete'] : index % 3 === 1 ? ['create'] : ['no-op'],
        after: { text: 'é"\\'.repeat(index % 500) },
      }),
    );
    const model = await modelFrom(plan({ resource_changes: rows }));
    expect(model.counts).toMatchObject({ delete: 1667, create: 1667, noOp: 1666, destroys: 1667 });
    expect(model.changes.map((change) => change.address)).toEqual(
      rows.filter((it) => it.change.actions[0] !== 'no-op').map((it) => it.address),
    );
  });

  test('gives objects of state and planned values that mark something, however deep', async () => {
    const quiet = { address: 'a.quiet', values: { x: 1 }, sensitive_values: {} };
    const trick = { address: 'a.trick', sensitive_values: { p: true }, values: { sensitive_values: {} } };
    const loud = { address: 'a.loud', values: { p: 'S' }, sensitive_values: { p: true }, depends_on: ['x'] };
    const inner = { resources: [loud], child_modules: [{ resources: [quiet, trick] }] };
    const configuration = { root_module: { variables: { v: { sensitive: true } } } };
    const text = plan({
      planned_values: {
        outputs: { o: { sensitive: true, value: 's' } },
        root_module: { resources: [quiet] },
      },
      prior_state: { values: { outputs: {}, root_module: { child_modules: [inner] } } },
      configuration,
      variables: { v: { value: 'secret' } },
    });
    const parts = await partsOf(text);
    expect(parts.filter((part) => part.section === 'values').map((part) => part.value)).toEqual([
      loud,
      trick,
    ]);
    expect(parts.at(-1)?.value).toEqual({
      format_version: '1.2',
      planned_values: { outputs: { o: { sensitive: true, value: 's' } } },
      prior_state: { values: { outputs: {} } },
      configuration,
      variables: { v: { value: 'secret' } },
    });
  });
});

describe('files as they arrive', () => {
  const kinds = fixtureText('kinds');

  test.each<[string, string | Buffer]>([
    ['a UTF-8 mark', `\uFEFF${kinds}`],
    ['UTF-16, little-endian', Buffer.from(`\uFEFF${kinds}`, 'utf16le')],
    ['UTF-16, big-endian', bigEndian(kinds)],
    ['UTF-16 with the line ends of Windows', Buffer.from(`\uFEFF${kinds.trim()}\r\n`, 'utf16le')],
    ['the line of a wrapper', `[command]/usr/bin/terraform-bin show -json tfplan\n${kinds}`],
    ['a wrapper before and after', `[command]x\r\n\r\n${kinds}\n::debug::exited with code 0.\n[0]`],
    ['events of a plan before it', `{"@level":"info","type":"version"}\n{"@level":"x"}\n${kinds}`],
    ['blanks around it', `\n \t${kinds}\n\n`],
  ])('%s', async (_what, content) => {
    expect((await modelFrom(content)).counts).toEqual(fixtureModel('kinds').counts);
  });

  test('in UTF-16 longer than one piece, with characters beyond the first plane', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) =>
      row(`a.b["${'😀é'.repeat(40)}${String(index)}"]`),
    );
    const parts = await partsOf(bigEndian(plan({ resource_changes: rows })));
    expect(parts.slice(0, -1).map((part) => part.value)).toEqual(rows);
  });

  test.each([2, 3])('%i plans in one file are refused, with their number', async (number) => {
    const lines = Array.from({ length: number }, () => kinds.trim()).join('\n');
    await expect(modelFrom(lines)).rejects.toMatchObject({
      code: 'EHA1212',
      message: expect.stringContaining(`${String(number)} plans`),
    });
  });

  test('cut off anywhere are refused', async () => {
    const bytes = Buffer.from(kinds.trim());
    for (let length = 1; length < bytes.length; length += 397) {
      await expect(modelFrom(bytes.subarray(0, length))).rejects.toMatchObject({ code: 'EHA1208' });
    }
    await expect(modelFrom(bytes.subarray(0, -1))).rejects.toMatchObject({
      message: expect.stringMatching(/cut off/),
    });
  });

  test('a file that is not there', async () => {
    await expect(modelOfFile('/nonexistent/plan.json')).rejects.toMatchObject({ code: 'EHA1208' });
  });
});

describe('what is no plan', () => {
  test.each(['0.1', '0.2', '1.0', '1.1', '1.2', '1.9'])('format version %s is one', async (version) => {
    const text = fixtureText('kinds').replace('"format_version":"1.2"', `"format_version":"${version}"`);
    expect((await modelFrom(text)).formatVersion).toBe(version);
  });

  test.each(['2.0', '10.1'])('format version %s is refused', async (version) => {
    const text = JSON.stringify({ format_version: version });
    await expect(modelFrom(text)).rejects.toMatchObject({ code: 'EHA1209' });
  });

  test.each([
    ['nothing', ''],
    ['text', 'Error: no plan\n'],
    ['half a plan', '{"format_version":"1.2","resource_changes":['],
    ['a list', '[]'],
    ['state instead of a plan', '{"version":4}'],
    ['rows without actions', plan({ resource_changes: [{ address: 'a.b', change: {} }] })],
    ['rows without change', plan({ resource_changes: [{ address: 'a.b' }] })],
    ['rows without address', plan({ resource_drift: [{ change: { actions: ['no-op'] } }] })],
    ['rows that are no objects', plan({ resource_changes: [1, 'x', null] })],
    ['an object for rows', plan({ resource_changes: {} })],
    ['outputs without actions', plan({ output_changes: { a: {} } })],
    ['checks without address', plan({ checks: [{}] })],
    ['deferred without row', plan({ deferred_changes: [{ reason: 'x' }] })],
    ['two members of one name', '{"format_version":"1.2","resource_changes":[],"resource_changes":[]}'],
    ['two rows of one object', plan({ resource_changes: [row('a.b'), row('a.b')] })],
    ['a list without commas', '{"format_version":"1.2","resource_changes":[{"address":"a.b"} {}]}'],
    ['a trailing comma', '{"format_version":"1.2","resource_changes":[],}'],
    ['a name without a value', '{"format_version":"1.2","checks"}'],
    ['words that are not JSON', '{"format_version":"1.2","checks":nope}'],
  ])('%s', async (_what, text) => {
    await expect(modelFrom(text)).rejects.toMatchObject({ code: 'EHA1208' });
  });

  test('never repeats the text that it could not parse', async () => {
    const text = '{"format_version":"1.2","variables":{"password":"hunter2" oops}}';
    await expect(modelFrom(text)).rejects.toMatchObject({
      code: 'EHA1208',
      message: expect.not.stringMatching(/hunter2/),
      cause: undefined,
    });
  });

  test('null counts as an empty list', async () => {
    expect((await modelFrom(plan({ resource_changes: null, checks: null }))).changes).toEqual([]);
  });
});

describe('the scanner', () => {
  const shape: Shape = (key) => {
    if (key === 'rows') return { as: 'elements', name: 'row' };
    if (key === 'skipped') return { as: 'skip' };
    return key === 'inside' ? { as: 'members', shape } : { as: 'value', name: key };
  };

  /** Feeds the text in pieces of the given lengths, over and over. */
  function scan(text: string, lengths: readonly number[]): [string, unknown][] {
    const found: [string, unknown][] = [];
    const scanner = new PlanScanner((name, value) => found.push([name, value]));
    const bytes = Buffer.from(text);
    let at = 0;
    let begun = false;
    let done = false;
    for (let turn = 0; at < bytes.length; turn += 1) {
      const length = Math.min(lengths[turn % lengths.length] ?? 1, bytes.length - at);
      bytes.copy(scanner.space(), 0, at, at + length);
      scanner.filled(length);
      at += length;
      if (!begun && scanner.peek() !== undefined) {
        scanner.begin(shape);
        begun = true;
      }
      if (begun) done = scanner.advance();
    }
    expect(done).toBe(true);
    return found;
  }

  test('finds the same values however the bytes are cut', () => {
    const value = fc.record({
      rows: fc.array(fc.oneof(fc.jsonValue(), fc.record({ address: fc.string(), inner: fc.jsonValue() }))),
      skipped: fc.jsonValue(),
      other: fc.jsonValue(),
      inside: fc.record({ rows: fc.array(fc.jsonValue()), text: fc.string({ unit: 'grapheme' }) }),
    });
    const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(value, lengths, fc.boolean(), (given, cuts, pretty) => {
        const text = JSON.stringify(given, null, pretty ? 1 : undefined);
        // Through JSON and back: a JSON text cannot say -0.
        const { rows, other, inside } = JSON.parse(text) as typeof given;
        expect(scan(text, cuts)).toEqual([
          ...rows.map((item) => ['row', item]),
          ['other', other],
          ...inside.rows.map((item) => ['row', item]),
          ['text', inside.text],
        ]);
      }),
    );
  });
});

test('a plan beyond the longest string of Node.js is read', async () => {
  const file = join(temporaryDirectory('plan-stream-'), 'plan.json');
  const stream = createWriteStream(file);
  const filler = 'x'.repeat(1024 * 1024);
  const planned = JSON.stringify({ address: 'a.big', values: { filler }, sensitive_values: {} });
  stream.write('{"format_version":"1.2","planned_values":{"root_module":{"resources":[');
  for (let index = 0; index < 530; index += 1) {
    if (!stream.write(`${index === 0 ? '' : ','}${planned}`)) await once(stream, 'drain');
  }
  stream.end(`]}},"resource_changes":[${JSON.stringify(row('a.b'))}]}`);
  await once(stream, 'close');
  expect(statSync(file).size).toBeGreaterThan(2 ** 29);
  const before = process.memoryUsage().arrayBuffers;
  expect((await modelOfFile(file)).changes.map((change) => change.address)).toEqual(['a.b']);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50e6);
});
