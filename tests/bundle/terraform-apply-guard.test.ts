/** What an apply destroys needs more than a review; and a teardown proves that nothing is left. */
import { describe, expect, test } from '@jest/globals';
import {
  applied,
  apply,
  plan,
  SEALED,
  stackWith,
  stateOf,
  terraform,
  write,
} from '#tests/support/plan-and-apply.js';

const many = (count: number, trigger = 'x'): string =>
  `resource "terraform_data" "n" {\n  count            = ${String(count)}\n  triggers_replace = "${trigger}"\n}\n`;

async function appliedStack(text: string): Promise<string> {
  const workspace = stackWith({ 'main.tf': text });
  await terraform(workspace, ['init']);
  await terraform(workspace, ['apply', '-auto-approve']);
  return workspace;
}

describe('the guard', () => {
  test('refuses by confirmation, number, share, protection and names a count that shrinks; each can be allowed', async () => {
    const workspace = await appliedStack(many(8));
    write(workspace, { 'main.tf': many(1) });
    await plan(workspace);

    const refused = await apply(workspace, { ...SEALED, protected: 'terraform_data', confirm: 'staging' });

    expect(refused.outputs).toMatchObject({ status: 'refused', destroys: '7', applied: '' });
    const { guard, failure, rows } = applied(refused);
    expect({ code: failure?.code, phase: failure?.phase, rows }).toEqual({
      code: 'EHA1270',
      phase: 'guard',
      rows: null,
    });
    expect(guard?.findings.map(({ check, blocks }) => `${check} ${String(blocks)}`)).toEqual([
      'confirmation true',
      'count true',
      'share true',
      'protected true',
      'count-index false',
    ]);
    expect(guard?.findings.at(-1)?.addresses).toContain('terraform_data.n[7]');
    expect(refused.summary).toContain('⛔');
    expect(await stateOf(workspace)).toHaveLength(8);

    const allowed = await apply(workspace, {
      ...SEALED,
      confirm: 'production',
      'max-destroys': '7',
      'max-destroy-percent': '90',
      protected: 'terraform_data',
      'allow-destroy': 'terraform_data.n',
    });
    expect(allowed.outputs).toMatchObject({ status: 'applied', done: '7', destroys: '7' });
    expect(await stateOf(workspace)).toEqual(['terraform_data.n[0]']);
  });

  test('counts a replacement as a destruction, and the same for a fresh plan', async () => {
    const workspace = await appliedStack(many(2));
    write(workspace, { 'main.tf': many(2, 'y') });
    await plan(workspace, { 'bundle-key': '' });

    const inputs = { 'plan-document': 'plans/plan.json', 'max-destroys': '1', confirm: 'production' };
    const refused = await apply(workspace, inputs);

    expect(applied(refused)).toMatchObject({
      status: 'refused',
      guard: { allowed: false, destroys: 2, existing: 2 },
      replan: { equal: true },
    });
  });
});

describe('destroy', () => {
  test('needs the name of the environment, removes everything and proves it', async () => {
    const workspace = await appliedStack(many(3));

    const refused = await apply(workspace, { destroy: 'true' });
    expect(applied(refused)).toMatchObject({ status: 'refused', failure: { code: 'EHA1270' } });
    expect(await stateOf(workspace)).toHaveLength(3);

    const result = await apply(workspace, { destroy: 'true', confirm: 'production' });
    expect(result.exitCode).toBe(0);
    expect(applied(result)).toMatchObject({
      mode: 'destroy',
      status: 'applied',
      remaining: [],
      replan: { why: 'destroy', equal: null },
      counts: { done: 3 },
    });
    expect(result.summary).toContain('The state is empty');

    const again = await apply(workspace, { destroy: 'true', confirm: 'production' });
    expect(again.outputs).toMatchObject({ status: 'no-changes' });
  });

  test('leaves what is protected by name, and names what it cannot remove', async () => {
    const stuck = `${many(1)}\nresource "terraform_data" "stuck" {\n  provisioner "local-exec" {\n    when    = destroy\n    command = "exit 4"\n  }\n}\n`;
    const workspace = await appliedStack(stuck);
    const inputs = { destroy: 'true', confirm: 'production' };

    const kept = await apply(workspace, { ...inputs, protected: 'terraform_data.stuck' });
    expect(applied(kept).failure?.code).toBe('EHA1270');

    const result = await apply(workspace, inputs);
    expect(applied(result)).toMatchObject({
      status: 'partial',
      failure: { code: 'EHA1272' },
      counts: { done: 1, failed: 1 },
    });
    expect(result.summary).toMatch(/Not done: 1[\s\S]*terraform_data\.stuck/);
  });
});

test('inputs that make no sense together are refused before anything runs', async () => {
  const workspace = stackWith({ 'main.tf': many(1) });
  const refusals: readonly (readonly [Record<string, string>, string])[] = [
    [{}, 'EHA1277'],
    [{ destroy: 'true', fingerprint: `public-v2:${'0'.repeat(64)}` }, 'EHA1213'],
    [{ bundle: 'plans' }, 'EHA1002'],
    [{ bundle: 'plans', 'bundle-key': SEALED['bundle-key'] }, 'EHA1002'],
    [{ fingerprint: 'x', 'max-destroy-percent': '101' }, 'EHA1003'],
  ];
  for (const [inputs, code] of refusals) {
    const result = await apply(workspace, inputs);
    expect(result.annotations[0]?.title).toContain(code);
    expect(result.outputs).toEqual({});
  }
});
