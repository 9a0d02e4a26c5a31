import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '#lib/terraform/canonical-json.js';
import { Fingerprint, type FingerprintOptions, PlanDigest } from '#lib/terraform/fingerprint.js';
import type { PlanJson, ResourceChangeJson } from '#lib/terraform/plan-json.js';
import { streamPlan } from '#lib/terraform/plan-stream.js';
import { temporaryDirectory } from '#tests/support/temporary.js';
import { fixtureNames, fixturePlan } from './plan-fixtures.ts';

const KEY = randomBytes(32);

function fingerprint(plan: PlanJson, key: Uint8Array | null = KEY, options: FingerprintOptions = {}): string {
  const digest = new Fingerprint(key, options);
  for (const row of plan.resource_changes ?? []) digest.visit('resource_changes', row);
  for (const row of plan.deferred_changes ?? []) digest.visit('deferred_changes', row);
  for (const row of plan.resource_drift ?? []) digest.visit('resource_drift', row);
  digest.visit('rest', plan);
  return digest.digest();
}

const row = (change: object, others: object = {}): ResourceChangeJson => ({
  address: 'a.b',
  change: { actions: ['update'], ...change },
  ...others,
});
const planOf = (...rows: readonly ResourceChangeJson[]): PlanJson => ({
  format_version: '1.2',
  resource_changes: rows,
});

describe('canonical JSON', () => {
  test('parses to the same value and does not depend on the order of members', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([name, entry]) => [name, shuffled(entry)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(shuffled(value))).toBe(text);
      }),
    );
  });

  test('writes numbers as ECMAScript, tells forms of a letter apart, and sorts by code units', () => {
    expect(canonicalJson([1.0, 1e21, -0, 0.1, 12345678901234567890n])).toBe(
      '[1,1e+21,0,0.1,12345678901234567890]',
    );
    expect(canonicalJson('\u00e9')).not.toBe(canonicalJson('e\u0301'));
    expect(canonicalJson({ b: 1, a: undefined, '\u{1F600}': 2, '\uFB33': 3 })).toBe(
      '{"b":1,"\u{1F600}":2,"\uFB33":3}',
    );
    expect(canonicalJson('\ud800')).toBe('"\\ud800"');
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
  });
});

describe('the fingerprint', () => {
  test.each(fixtureNames)('does not depend on the order of rows: %s', (name) => {
    const plan = fixturePlan(name);
    const reversed = {
      ...plan,
      resource_changes: [...(plan.resource_changes ?? [])].reverse(),
      output_changes: Object.fromEntries(Object.entries(plan.output_changes ?? {}).reverse()),
    };
    expect(fingerprint(reversed)).toBe(fingerprint(plan));
    expect(fingerprint(plan)).toMatch(/^keyed-v2:[0-9a-f]{64}$/);
  });

  test('differs between all plans that do different things', () => {
    const withChanges = fixtureNames.filter(
      (name) => !['no-changes', 'empty', 'checks', 'check-read'].includes(name),
    );
    const digests = withChanges.map((name) => fingerprint(fixturePlan(name)));
    expect(new Set(digests).size).toBe(digests.length);
  });

  test('is order-independent and sensitive to every leaf, row and copy', () => {
    const values = fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
    const rows = fc.array(fc.record({ address: fc.string({ minLength: 1, maxLength: 6 }), after: values }), {
      minLength: 1,
      maxLength: 8,
    });
    const build = (list: readonly { address: string; after: object }[]): PlanJson =>
      planOf(...list.map(({ address, after }) => row({ after }, { address })));
    fc.assert(
      fc.property(rows, fc.nat(), (list, seed) => {
        const plain = fingerprint(build(list));
        const index = seed % list.length;
        const rotated = [...list.slice(index), ...list.slice(0, index)];
        expect(fingerprint(build(rotated))).toBe(plain);
        const altered = list.map((entry, at) =>
          at === index ? { ...entry, after: { ...entry.after, 'a new leaf': seed } } : entry,
        );
        expect(fingerprint(build(altered))).not.toBe(plain);
        expect(fingerprint(build(list.toSpliced(index, 1)))).not.toBe(plain);
        expect(fingerprint(build([...list, ...list.slice(index, index + 1)]))).not.toBe(plain);
      }),
    );
  });

  test('counts moves and imports among the no-ops, and nothing else of them', () => {
    const empty = fingerprint(planOf());
    const noOp = (change: object, others: object = {}) =>
      fingerprint(planOf(row({ actions: ['no-op'], ...change }, others)));
    expect(noOp({ after: 1 })).toBe(empty);
    expect(noOp({}, { previous_address: 'a.b' })).toBe(empty);
    expect(noOp({}, { previous_address: 'a.old' })).not.toBe(empty);
    expect(noOp({ importing: { id: 'i-1' } })).not.toBe(noOp({ importing: { id: 'i-2' } }));
  });

  test('covers outputs, deferred changes and invoked actions, and passes over the time and drift', () => {
    const base: PlanJson = { format_version: '1.2' };
    const empty = fingerprint(base);
    const change = { actions: ['update'], before: 1, after: 2 };
    const deferred = { reason: 'deferred_prereq', resource_change: row({ after: 1 }) };
    const others = [
      { output_changes: { o: change } },
      { output_changes: { p: change } },
      { deferred_changes: [deferred] },
      { deferred_changes: [{ ...deferred, reason: 'unknown' }] },
      { action_invocations: [{ address: 'action.a.b', config_values: { x: 1 } }] },
      { action_invocations: [{ address: 'action.a.b', config_values: { x: 2 } }] },
      { deferred_action_invocations: [{ reason: 'unknown' }] },
    ].map((part) => fingerprint({ ...base, ...part }));
    expect(new Set([empty, ...others]).size).toBe(others.length + 1);
    const passedOver = {
      timestamp: '2026-11-22T12:00:00Z',
      output_changes: { o: { actions: ['no-op'], after: 1 } },
      resource_drift: [row({ after: 3 })],
      planned_values: { a: 1 },
    };
    expect(fingerprint({ ...base, ...passedOver } as PlanJson)).toBe(empty);
  });

  test('takes paths of replacement as a set', () => {
    const paths = [['a'], ['b', 0], ['c']];
    const digest = (replace_paths: unknown[]) => fingerprint(planOf(row({ replace_paths })));
    expect(digest([...paths].reverse())).toBe(digest(paths));
    expect(digest(paths.slice(1))).not.toBe(digest(paths));
  });

  test('is another one under another key, and refuses a short key', () => {
    const plan = fixturePlan('kinds');
    expect(fingerprint(plan, randomBytes(32))).not.toBe(fingerprint(plan));
    expect(() => new Fingerprint(new Uint8Array(16))).toThrow(RangeError);
  });
});

describe('a row with the text it was parsed from', () => {
  const digests = (text: string, options: FingerprintOptions = {}): readonly string[] => {
    const value = JSON.parse(text) as ResourceChangeJson;
    return [KEY, null].flatMap((key) =>
      [text, undefined].map((given) => {
        const digest = new Fingerprint(key, options);
        digest.visit('resource_changes', value, given);
        return digest.digest();
      }),
    );
  };
  const bare = { address: 'm["k"].a.b', mode: 'managed', type: 'a', name: 'b' };

  test.each(fixtureNames)('gives the same as the row alone, whoever wrote it: %s', (name) => {
    for (const entry of fixturePlan(name).resource_changes ?? []) {
      const [first = '', , open = ''] = digests(JSON.stringify(entry));
      const backwards = Object.fromEntries(Object.entries(entry).reverse());
      for (const text of [JSON.stringify(entry), JSON.stringify(entry, null, 1), JSON.stringify(backwards)]) {
        expect(digests(text)).toEqual([first, first, open, open]);
      }
    }
  });

  test('gives the same for any value, in any notation of it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.nat(3), (before, after, indent) => {
        const entry = { ...bare, change: { actions: ['update'], before, after } };
        const [first, alone] = digests(JSON.stringify(entry, null, indent));
        expect(first).toBe(alone);
        expect(digests(JSON.stringify(entry))[0]).toBe(first);
      }),
    );
  });

  test.each<[string, string, string]>([
    ['white space', '{"a":1,"b":2}', '{"a": 1,"b":2}'],
    ['the order of members', '{"a":1,"b":2}', '{"b":2,"a":1}'],
    ['members that look like indices', '{"10":1,"9":2}', '{"9":2,"10":1}'],
    ['other escapes', '"<a>"', '"\\u003ca\\u003e"'],
    ['another notation of a number', '{"a":100}', '{"a":1.0e2}'],
    ['a member that is written twice', '{"a":1}', '{"a":0,"a":1}'],
    ['escapes', '"\\n\\"\\\\"', '"\\u000a\\u0022\\u005c"'],
  ])('does not depend on %s', (_what, one, other) => {
    const text = (after: string): string =>
      `${JSON.stringify(bare).slice(0, -1)},"change":{"actions":["create"],"before":null,"after":${after}}}`;
    const found = [...digests(text(one)).slice(0, 2), ...digests(text(other)).slice(0, 2)];
    expect(new Set(found).size).toBe(1);
    expect(digests(text('{"a":2}'))[0]).not.toBe(found[0]);
  });

  test('is redacted where a secret stands in it, also behind an escape', () => {
    const redact = (text: string): string => text.replaceAll('pa"ss', '(sensitive)');
    const text = (after: string): string =>
      JSON.stringify({ ...bare, change: { actions: ['create'], before: null, after: { a: after } } });
    const [, , one, alone] = digests(text('x pa"ss y'), { redact });
    expect(one).toBe(alone);
    expect(one).toBe(digests(text('x (sensitive) y'), { redact })[2]);
    expect(one).not.toBe(digests(text('x pa"s y'), { redact })[2]);
  });

  test('tells without a key when it cannot leave secrets out, and the other way round', () => {
    expect(() => new PlanDigest('all').fingerprint(null)).toThrow(RangeError);
    expect(() => new PlanDigest('open').fingerprint(KEY)).toThrow(RangeError);
    expect(() => new PlanDigest('all').fingerprint(new Uint8Array(16))).toThrow(RangeError);
  });
});

describe('the fingerprint without a secret key', () => {
  const secretRow = (secret: string, marks: object): PlanJson =>
    planOf(
      row({
        before: { list: [{ pw: secret }], size: 1 },
        after: { list: [{ pw: `${secret}!` }], size: 2 },
        ...marks,
      }),
    );
  const onlyBefore = { before_sensitive: { list: [{ pw: true }] }, after_sensitive: {} };

  test('leaves out what is marked on either side, so that nobody can try out secrets', () => {
    expect(fingerprint(secretRow('one', onlyBefore), null)).toBe(
      fingerprint(secretRow('two', onlyBefore), null),
    );
    expect(fingerprint(secretRow('one', onlyBefore))).not.toBe(fingerprint(secretRow('two', onlyBefore)));
    expect(fingerprint(secretRow('one', { after_sensitive: true }), null)).toBe(
      fingerprint(secretRow('two', { after_sensitive: true }), null),
    );
    const output = (value: string): PlanJson => ({
      format_version: '1.2',
      output_changes: { o: { actions: ['create'], before: null, after: value, after_sensitive: true } },
      action_invocations: [
        { address: 'action.a.b', config_values: { token: value } },
      ] as PlanJson['action_invocations'] & object,
    });
    expect(fingerprint(output('one'), null)).toBe(fingerprint(output('two'), null));
    expect(fingerprint(output('one'), null)).toMatch(/^public-v2:[0-9a-f]{64}$/);
  });

  test('still notices everything that is not secret', () => {
    const plan = (size: number) => planOf(row({ after: { size, pw: 'x' }, after_sensitive: { pw: true } }));
    expect(fingerprint(plan(1), null)).not.toBe(fingerprint(plan(2), null));
  });

  test('takes out secrets whose mark was lost when it is told how', () => {
    const redact = (text: string) => text.replace(/one|two/g, '(sensitive)');
    expect(fingerprint(secretRow('one', {}), null, { redact })).toBe(
      fingerprint(secretRow('two', {}), null, { redact }),
    );
    expect(fingerprint(secretRow('one', {}), null)).not.toBe(fingerprint(secretRow('two', {}), null));
    expect(fingerprint(secretRow('one', {}), KEY, { redact })).not.toBe(
      fingerprint(secretRow('two', {}), KEY, { redact }),
    );
  });
});

describe('plans of real Terraform', () => {
  const directory = join(temporaryDirectory(), 'stack');
  const terraform = (...args: readonly string[]) =>
    execFileSync('terraform', args, {
      cwd: directory,
      env: { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' },
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    }).toString();
  const digests = async (secret: string): Promise<readonly string[]> => {
    terraform('plan', '-out=p', '-refresh=false', '-input=false', '-no-color', `-var=secret=${secret}`);
    const file = join(directory, 'plan.json');
    writeFileSync(file, terraform('show', '-json', 'p'));
    const [keyed, open] = [new Fingerprint(KEY), new Fingerprint(null)];
    for await (const { section, value } of streamPlan(file)) {
      keyed.visit(section, value);
      open.visit(section, value);
    }
    return [keyed.digest(), open.digest()];
  };

  beforeAll(() => {
    mkdirSync(directory);
    writeFileSync(
      join(directory, 'main.tf'),
      `variable "secret" {
  type      = string
  sensitive = true
}
resource "terraform_data" "many" {
  for_each         = toset([for i in range(20) : "k\${i}"])
  input            = { name = each.key, secret = var.secret, n = 1.5 }
  triggers_replace = [each.key, var.secret]
}
output "o" {
  value     = var.secret
  sensitive = true
}
`,
    );
    terraform('init', '-input=false');
  });

  test('two plans of the same change agree, a plan with another secret does not', async () => {
    const first = await digests('hunter2-first');
    expect(await digests('hunter2-first')).toEqual(first);
    const [keyed, open] = await digests('hunter2-other');
    expect(keyed).not.toBe(first[0]);
    expect(open).toBe(first[1]);
    expect(new Fingerprint(null).digest()).not.toBe(open);
  });
});
