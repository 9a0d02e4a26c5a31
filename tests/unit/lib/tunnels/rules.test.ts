import { describe, expect, test } from '@jest/globals';
import { durationMs } from '#lib/azure/vpn-gateway.js';
import { parseCidr } from '#lib/net/cidr.js';
import { AZURE_DEFAULT, cryptoMismatches, mtuAdvice, weakerThanAsked } from '#lib/tunnels/crypto.js';
import { countFlaps } from '#lib/tunnels/history.js';
import { createKeyMarker } from '#lib/tunnels/key-mark.js';
import { judgeRedundancy } from '#lib/tunnels/redundancy.js';
import { meets, parseRequirement } from '#lib/tunnels/requirement.js';
import { holds } from '#lib/tunnels/route-views.js';
import { letsIn } from '#lib/tunnels/security-groups.js';
import { waitUntilStable } from '#lib/tunnels/wait.js';
import { fakeDeps } from '#tests/support/fake-deps.js';

const path = (
  verdict: 'healthy' | 'down' | 'unknown',
  azureInstance: string | null,
  awsConnection: string | null,
) => ({
  verdict,
  azureInstance,
  awsConnection,
});

const cidr = (text: string) => {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.cidr;
};

describe('redundancy', () => {
  test.each([
    ['both instances', [path('healthy', '0', 'a'), path('healthy', '1', 'b')], 'up'],
    ['two tunnels on one instance', [path('healthy', '0', 'a'), path('healthy', '0', 'b')], 'down'],
    ['two instances, one connection', [path('healthy', '0', 'a'), path('healthy', '1', 'a')], 'down'],
    ['the second not known', [path('healthy', '0', 'a'), path('unknown', '1', 'b')], 'unknown'],
    ['places not known', [path('healthy', null, 'a'), path('healthy', null, 'b')], 'unknown'],
    ['the second down', [path('healthy', '0', 'a'), path('down', '1', 'b')], 'down'],
    ['nothing', [], 'down'],
  ] as const)('with %s', (_name, paths, state) => {
    expect(judgeRedundancy(paths).state).toBe(state);
  });
});

describe('what is required', () => {
  const redundancy = judgeRedundancy([path('healthy', '0', 'a'), path('healthy', '1', 'b')]);
  test.each([
    ['all', ['healthy', 'healthy'], 'up'],
    ['all', ['healthy', 'unknown'], 'unknown'],
    ['all', ['healthy', 'settling'], 'down'],
    ['any', ['down', 'healthy'], 'up'],
    ['2', ['healthy', 'unknown', 'down'], 'unknown'],
    ['2', ['healthy', 'down'], 'down'],
    ['per-domain', ['healthy', 'healthy'], 'up'],
    ['any', [], 'unknown'],
  ] as const)('%s of %j is %s', (text, tunnels, expected) => {
    const requirement = parseRequirement(text);
    if (requirement === undefined) throw new Error(text);
    expect(meets({ tunnels, redundancy, networks: 'up' }, requirement)).toBe(expected);
    expect(meets({ tunnels, redundancy, networks: 'down' }, requirement)).not.toBe('up');
  });

  test.each(['0', '01', '1001', '-1', 'most', ''])('%j is refused', (text) => {
    expect(parseRequirement(text)).toBeUndefined();
  });
});

describe('ciphers', () => {
  const aws = {
    ikeVersions: ['ikev2'],
    phase1Encryption: ['AES256-GCM'],
    phase1Integrity: ['SHA384'],
    phase1Groups: ['20'],
    phase2Encryption: ['AES256-GCM'],
    phase2Integrity: ['SHA384'],
    phase2Groups: ['20'],
    phase2Lifetime: 3600,
  };
  test('that agree are no mismatch, whatever digest GCM is written with', () => {
    expect(cryptoMismatches(aws, { ...aws, phase2Integrity: ['AES256-GCM'] })).toEqual([]);
  });
  test('of Azure’s own choice lack PFS and live too long', () => {
    expect(cryptoMismatches(aws, AZURE_DEFAULT).map(({ what }) => what)).toEqual(['group', 'lifetime']);
  });
  test('weaker than asked are told, stronger are not', () => {
    const agreed = {
      provisioning: 'available',
      provisioningReason: '',
      ikeVersion: 'ikev1',
      phase1: 'AES128-CBC',
      phase1Group: '2',
      phase2: 'AES256-GCM',
      phase2Group: '21',
    } as const;
    expect(weakerThanAsked(aws, agreed)).toHaveLength(3);
    expect(mtuAdvice('AES256-GCM').sentence).toContain('1446');
  });
});

test('flaps are falls within the window, and no reading is no proof', () => {
  const minute = 60_000;
  const history = [1, 0, 1, 0, 1, 0, 1].map((up, index) => ({ at: index * minute, up: up === 1 }));
  const rule = { windowMs: 60 * minute, most: 3 };
  expect(countFlaps({ ok: true, value: history }, 7 * minute, rule)).toMatchObject({
    falls: 3,
    state: 'down',
  });
  expect(countFlaps({ ok: true, value: history.slice(0, 5) }, 7 * minute, rule).state).toBe('up');
  expect(countFlaps({ ok: true, value: [] }, 0, rule).state).toBe('unknown');
  expect(countFlaps({ ok: false, reason: 'denied' }, 0, rule)).toMatchObject({
    state: 'unknown',
    reason: 'denied',
  });
});

test('routes hold a network together, and host bits or nonsense hold nothing', () => {
  const network = cidr('10.0.0.0/24');
  expect(holds(['10.0.0.0/25', '10.0.0.128/25'], network)).toBe(true);
  expect(holds(['10.0.0.0/25'], network)).toBe(false);
  expect(holds(['0.0.0.0/0'], network)).toBe(true);
  expect(holds(['10.0.0.1/24', 'x'], network)).toBe(false);
});

test('rules of a security group count by priority', () => {
  const rule = (priority: number, allows: boolean, source: string, port: string) => ({
    priority,
    inbound: true,
    allows,
    protocol: 'Tcp',
    sources: [source],
    ports: [port],
  });
  const group = (...rules: readonly ReturnType<typeof rule>[]) => ({ id: '', name: '', rules });
  const vpc = cidr('10.40.0.0/16');
  expect(letsIn(group(), vpc)).toBe(true);
  expect(letsIn(group(rule(200, false, '*', '*'), rule(100, true, '10.40.0.0/16', '10250')), vpc)).toBe(true);
  expect(
    letsIn(group(rule(200, true, '*', '*'), rule(100, false, 'VirtualNetwork', '10000-11000')), vpc),
  ).toBe(false);
  expect(letsIn(group(rule(100, false, '10.41.0.0/16', '*')), vpc)).toBe(true);
});

test('durations of Azure', () => {
  expect(durationMs('00:01:02.5000000')).toBe(62_500);
  expect(durationMs('2.00:00:00')).toBe(172_800_000);
  expect([durationMs(undefined), durationMs('soon')]).toEqual([null, null]);
});

test('marks of keys compare within one marker, and hold no key', () => {
  const [one, other] = [createKeyMarker(), createKeyMarker()];
  expect(one('secret')).toBe(one('secret'));
  expect(one('secret')).not.toBe(one('Secret'));
  expect(one('secret')).not.toBe(other('secret'));
  expect(one('secret')).not.toContain('secret');
  expect([one(''), one(undefined)]).toEqual([null, null]);
});

describe('waiting', () => {
  const watch = async (states: readonly boolean[], deadlineMs: number, stableMs: number) => {
    const deps = fakeDeps();
    let at = 0;
    const waited = await waitUntilStable(
      () => {
        const isGood = states[Math.min(at, states.length - 1)] ?? false;
        at += 1;
        return Promise.resolve({ value: at, isGood, line: 'look' });
      },
      { deadlineMs, stableMs, firstMs: 10_000 },
      deps,
    );
    return { waited, deps };
  };
  test('looks once without a deadline', async () => {
    expect((await watch([false], 0, 0)).waited).toMatchObject({ looks: 1, isStable: false });
  });
  test('starts the count anew when it was bad in between', async () => {
    const { waited } = await watch([true, false, true], 600_000, 30_000);
    expect(waited.isStable).toBe(true);
    expect(waited.goodForMs).toBeGreaterThanOrEqual(30_000);
    expect(waited.elapsedMs).toBeGreaterThan(40_000);
  });
  test('never passes its deadline, and tells each look', async () => {
    const { waited, deps } = await watch([false], 100_000, 0);
    expect(waited.isStable).toBe(false);
    expect(waited.elapsedMs).toBeLessThanOrEqual(100_000);
    expect(deps.log.messages('info')).toHaveLength(waited.looks - 1);
  });
});
