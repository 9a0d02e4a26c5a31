import { describe, expect, test } from '@jest/globals';
import type { Activation, MintOutcome, SsmDoor } from '#lib/aws/ssm.js';
import { MINT_TAG } from '#lib/nodes/activation-marks.js';
import { mintActivation } from '#lib/nodes/activation-mint.js';
import { fakeDeps } from '#tests/support/fake-deps.js';

const MARK = 'mark';
const REQUEST = {
  role: 'nodes',
  description: '',
  registrationLimit: 1,
  expiresAt: new Date('2026-11-22T13:00:00Z'),
  tags: { [MINT_TAG]: MARK },
};
const CREATED: MintOutcome = { kind: 'created', id: 'new', code: 'x'.repeat(20) };
const refused = (because: Extract<MintOutcome, { kind: 'refused' }>['because']): MintOutcome => ({
  kind: 'refused',
  because,
  reason: `SSM CreateActivation failed (${because})`,
});
const LOST: MintOutcome = { kind: 'unknown', reason: 'SSM CreateActivation failed (reset)' };

function activation(id: string, tags: Readonly<Record<string, string>>): Activation {
  const dates = { expiresAt: undefined, createdAt: undefined };
  return {
    id,
    description: '',
    instanceName: '',
    role: '',
    registrationLimit: 1,
    registrations: 0,
    expired: false,
    ...dates,
    tags,
  };
}

/** A service that gives these outcomes in turn, the last one again and again, and keeps what a lost call made. */
function doorOf(outcomes: readonly MintOutcome[], canList = true) {
  const there = new Map([['foreign', activation('foreign', { [MINT_TAG]: 'other' })]]);
  let calls = 0;
  const door: Pick<SsmDoor, 'createActivation' | 'activations' | 'deleteActivation'> = {
    createActivation: () => {
      const outcome = outcomes[Math.min(calls, outcomes.length - 1)] ?? CREATED;
      calls += 1;
      if (outcome.kind === 'unknown') there.set(`lost-${calls}`, activation(`lost-${calls}`, REQUEST.tags));
      return Promise.resolve(outcome);
    },
    activations: () =>
      Promise.resolve(
        canList ? { ok: true, value: [...there.values()] } : { ok: false, reason: 'list denied' },
      ),
    deleteActivation: (id) => Promise.resolve({ ok: true, value: there.delete(id) ? 'deleted' : 'gone' }),
  };
  return { door: door as SsmDoor, there, calls: () => calls };
}

const PATIENCE_MS = 120_000;

describe('making an activation', () => {
  test('waits for a role and for throttling to pass', async () => {
    const { door, calls } = doorOf([refused('role'), refused('throttled'), refused('role'), CREATED]);
    const minted = await mintActivation(door, REQUEST, PATIENCE_MS, fakeDeps());
    expect(minted).toMatchObject({ id: 'new', orphansRemoved: 0 });
    expect(calls()).toBe(4);
  });

  test('removes what calls without an answer made, and nothing else', async () => {
    const { door, there } = doorOf([LOST, LOST, CREATED]);
    const minted = await mintActivation(door, REQUEST, PATIENCE_MS, fakeDeps());
    expect(minted.orphansRemoved).toBe(2);
    expect([...there.keys()]).toEqual(['foreign']);
  });

  test('never asks again when it cannot look for what was made', async () => {
    const { door, calls } = doorOf([LOST, CREATED], false);
    await expect(mintActivation(door, REQUEST, PATIENCE_MS, fakeDeps())).rejects.toMatchObject({
      code: 'EHA1563',
    });
    expect(calls()).toBe(1);
  });

  test.each([
    ['denied', [refused('denied')], 'EHA1564', 1],
    ['refused', [refused('other')], 'EHA1562', 1],
    ['lost again and again', [LOST], 'EHA1562', 4],
  ] as const)('%s: ends with %s', async (_name, outcomes, code, attempts) => {
    const { door, calls, there } = doorOf(outcomes);
    await expect(mintActivation(door, REQUEST, PATIENCE_MS, fakeDeps())).rejects.toMatchObject({ code });
    expect(calls()).toBe(attempts);
    expect([...there.keys()]).toEqual(['foreign']);
  });

  test('gives up on a role that stays unknown, and says what the service said', async () => {
    const { door } = doorOf([refused('role')]);
    const deps = fakeDeps();
    const attempt = mintActivation(door, REQUEST, PATIENCE_MS, deps);
    await expect(attempt).rejects.toMatchObject({ code: 'EHA1562' });
    await expect(attempt).rejects.toThrow(/failed \(role\)/);
    expect(deps.clock.sleeps.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(PATIENCE_MS);
  });

  test('a cancellation ends the waiting', async () => {
    const controller = new AbortController();
    const { door } = doorOf([refused('role')]);
    const reason = new Error('cancelled');
    const createActivation: SsmDoor['createActivation'] = (request) => {
      controller.abort(reason);
      return door.createActivation(request);
    };
    const deps = fakeDeps({ signal: controller.signal });
    await expect(mintActivation({ ...door, createActivation }, REQUEST, PATIENCE_MS, deps)).rejects.toBe(
      reason,
    );
  });
});
