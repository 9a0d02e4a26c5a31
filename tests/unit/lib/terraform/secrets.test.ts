import { describe, expect, test } from '@jest/globals';
import { attributeChanges } from '#lib/terraform/attribute-changes.js';
import { createRedactor } from '#lib/terraform/redact.js';
import { secretForms } from '#lib/terraform/redact-forms.js';
import { SecretCollector } from '#lib/terraform/secrets.js';
import { fixtureNames, fixturePlan, fixtureText } from './plan-fixtures.ts';

function secretsOf(fill: (collector: SecretCollector) => void): readonly string[] {
  const collector = new SecretCollector();
  fill(collector);
  return collector.secrets();
}

const ofPlan = (plan: object) => secretsOf((collector) => collector.addPlan(plan));

describe('SecretCollector', () => {
  test('takes marked leaves of both sides, whole and in part, and leaves the others', () => {
    const found = secretsOf((collector) =>
      collector.addChange({
        actions: ['update'],
        before: { a: 'old-secret', b: 'plain', c: [{ d: 'deep-old' }, 'plain'], e: { any: 'inner' } },
        after: { a: 'new-secret', b: 'plain', c: [{ d: 'deep-new' }, 'plain'], e: { any: ['inner-2'] } },
        before_sensitive: { a: true, c: [{ d: true }], e: true },
        after_sensitive: { a: true, c: [{ d: true }, false], e: true },
      }),
    );
    expect([...found].sort()).toEqual(
      ['deep-new', 'deep-old', 'inner', 'inner-2', 'new-secret', 'old-secret'].sort(),
    );
  });

  test('takes keys of a sensitive map, but not those that read like names of members', () => {
    const value = {
      client_secret: 1,
      clientSecret: 1,
      CLIENT_SECRET: 1,
      'bob@example.com': [{ AKIAEXAMPLE7: 1 }],
    };
    expect(
      secretsOf((it) =>
        it.addChange({ actions: ['create'], after: { m: value }, after_sensitive: { m: true } }),
      ),
    ).toEqual(['bob@example.com', 'AKIAEXAMPLE7']);
    expect(secretsOf((it) => it.add('{"registry.example.com": 1}'))).toEqual(['{"registry.example.com": 1}']);
  });

  test('takes everything where marks do not fit the value', () => {
    const found = secretsOf((collector) => {
      collector.addChange({ actions: ['update'], before: 'one-secret', before_sensitive: { a: true } });
      collector.addChange({ actions: ['update'], before: ['two-secret'], before_sensitive: { a: [true] } });
      collector.addChange({ actions: ['update'], before: ['not-secret'], before_sensitive: { a: [false] } });
    });
    expect([...found].sort()).toEqual(['one-secret', 'two-secret']);
  });

  test('leaves out what is no text or too common, and puts the longest first, each once', () => {
    const value = [
      12345678,
      true,
      null,
      'abc',
      'TRUE',
      'false',
      '    ',
      'null',
      'pass',
      'password-1',
      'pass',
      ' pass ',
    ];
    expect(
      secretsOf((collector) =>
        collector.addChange({ actions: ['create'], after: value, after_sensitive: true }),
      ),
    ).toEqual(['password-1', 'pass']);
  });

  test('takes texts of several lines whole and line by line, without the borders of keys', () => {
    const key =
      '-----BEGIN PRIVATE KEY-----\r\nMIIEvQIBADANBg\r\n  kqhkiG9w0BAQ\nab\n-----END PRIVATE KEY-----\n';
    expect(secretsOf((collector) => collector.add(key))).toEqual([
      key.trim(),
      'MIIEvQIBADANBg',
      'kqhkiG9w0BAQ',
    ]);
  });

  test('takes the texts inside of a JSON text', () => {
    const text = JSON.stringify({
      user: 'robert',
      nested: [JSON.stringify({ password: 'hunter-22' })],
      n: 5,
    });
    expect(secretsOf((collector) => collector.add(text))).toEqual(
      expect.arrayContaining([text, 'robert', 'hunter-22']),
    );
  });

  test('takes sensitive and ephemeral variables of the root and of called modules', () => {
    const plan = {
      variables: {
        password: { value: 'root-secret' },
        plain: { value: 'root-plain' },
        token: { value: ['in-list'] },
      },
      configuration: {
        root_module: {
          variables: {
            password: { sensitive: true, default: 'root-default' },
            plain: { default: 'plain-default' },
            token: { ephemeral: true },
          },
          module_calls: {
            db: {
              expressions: {
                key: { constant_value: 'argument-secret' },
                size: { constant_value: 'argument-plain' },
              },
              module: {
                variables: { key: { sensitive: true, default: 'module-default' }, size: {} },
                module_calls: {
                  inner: { module: { variables: { x: { sensitive: true, default: 'inner-default' } } } },
                },
              },
            },
          },
        },
      },
    };
    expect([...secretsOf((collector) => collector.addVariables(plan))].sort()).toEqual(
      ['argument-secret', 'in-list', 'inner-default', 'module-default', 'root-default', 'root-secret'].sort(),
    );
  });

  test('takes values and outputs of states and planned values, also of child modules', () => {
    const module = (secret: string) => ({
      resources: [{ values: { a: secret, b: 'plain-text' }, sensitive_values: { a: true } }],
    });
    const values = {
      outputs: { key: { sensitive: true, value: 'output-secret' }, name: { value: 'plain-output' } },
      root_module: { ...module('root-secret'), child_modules: [{ child_modules: [module('child-secret')] }] },
    };
    const expected = ['child-secret', 'output-secret', 'root-secret'];
    expect([...secretsOf((it) => it.addSensitiveValues(values))].sort()).toEqual(expected);
    expect([...ofPlan({ prior_state: { values } })].sort()).toEqual(expected);
    expect([...ofPlan({ planned_values: values })].sort()).toEqual(expected);
    expect(secretsOf((it) => it.addSensitiveValues(values.root_module.child_modules[0]))).toEqual([
      'child-secret',
    ]);
  });

  test('takes every section of a plan, and passes over what is missing or odd', () => {
    const change = (secret: string) => ({
      actions: ['create'],
      after: { x: secret },
      after_sensitive: { x: true },
    });
    const plan = {
      resource_changes: [{ change: change('secret-1') }, null, {}],
      resource_drift: [{ change: change('secret-2') }],
      deferred_changes: [{ resource_change: { change: change('secret-3') } }],
      output_changes: { o: { actions: ['create'], after: 'secret-4', after_sensitive: true } },
      action_invocations: [{ config_values: { t: 'secret-5' }, config_sensitive: { t: true } }],
      deferred_action_invocations: [
        { action_invocation: { config_values: { t: 'secret-6' }, config_sensitive: { t: true } } },
      ],
      prior_state: null,
      variables: [],
    };
    expect([...ofPlan(plan)].sort()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `secret-${n}`));
  });
});

describe('plans of real Terraform', () => {
  test('give up their sensitive values', () => {
    const found = ofPlan(fixturePlan('sensitive'));
    for (const secret of ['SECRET-OLD-VALUE', 'SECRET-NEW-VALUE']) expect(found).toContain(secret);
    expect(fixtureText('sensitive')).toContain('SECRET-NEW-VALUE');
  });

  test.each(fixtureNames)('%s: no secret is left in its differences, in any form', (name) => {
    const plan = fixturePlan(name);
    const secrets = ofPlan(plan);
    const redact = createRedactor(secrets);
    const rows = [...(plan.resource_changes ?? []), ...(plan.resource_drift ?? [])];
    const shown = redact(JSON.stringify(rows.map((row) => attributeChanges(row.change))));
    for (const secret of secrets) {
      for (const form of secretForms(secret)) expect(shown.includes(form)).toBe(false);
    }
    expect(shown).not.toContain('SECRET');
    // The whole plan as it is printed, too: what no path protects.
    const whole = redact(fixtureText(name));
    for (const secret of secrets) expect(whole.includes(secret)).toBe(false);
  });
});

test('a rotated secret whose old value lost its mark is replaced all the same', () => {
  const plan = {
    variables: { pw: { value: 'NEW-PASSWORD-2' } },
    configuration: { root_module: { variables: { pw: { sensitive: true } } } },
    prior_state: {
      values: {
        root_module: { resources: [{ values: { pw: 'OLD-PASSWORD-1' }, sensitive_values: { pw: true } }] },
      },
    },
  };
  const change = {
    actions: ['update'],
    before: { output: 'x OLD-PASSWORD-1' },
    after: { output: 'x NEW-PASSWORD-2' },
  };
  const rows = attributeChanges(change);
  const redact = createRedactor(ofPlan(plan));
  expect(rows.map((row) => [redact(row.before ?? ''), redact(row.after ?? '')])).toEqual([
    ['"x (sensitive)"', '"x (sensitive)"'],
  ]);
});
