/** Every failure code of the join program, each produced by the fault it stands for. */
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Intercept } from '#simulator/machines/gateway.js';
import type { ServiceReply } from '#simulator/servers/loopback.js';
import { findSecret, setSecret } from '#simulator/world/vault-secrets.js';
import { renderUserData, SETTINGS, type Settings } from '#tests/support/cloud-init.js';
import { startBench, type NodeBench } from '#tests/support/node-programs.js';

interface Failure {
  readonly why: string;
  readonly code: string;
  readonly message: RegExp;
  readonly intercept?: Intercept;
  readonly prepare?: (bench: NodeBench) => void;
  readonly settings?: Settings;
  readonly env?: Readonly<Record<string, string>>;
}

/** Replies to requests whose path begins so. */
const on =
  (start: string, reply: ServiceReply): Intercept =>
  ({ path }) =>
    path.startsWith(start) ? reply : undefined;

/** nodeadm's command ends with this message. */
const says = (command: string, message: string) =>
  on(`/nodeadm/${command}`, { status: 200, body: `error\n${message}` });

const write = (path: string, content: string) => (bench: NodeBench) =>
  writeFileSync(join(bench.root, path), content);

/** Another mirror of the releases: one with that flaw. */
const flawed: (flaw: string) => (bench: NodeBench) => void = (flaw) => (bench) => {
  const file = bench.file('etc/eks-hybrid/join.env') ?? '';
  writeFileSync(
    join(bench.root, 'etc/eks-hybrid/join.env'),
    file.replace('/assets/releases', `/assets/${flaw}/releases`),
  );
};

const secret =
  (changes: { readonly value?: string; readonly enabled?: boolean; readonly expires?: number }) =>
  (bench: NodeBench) =>
    void setSecret(bench.world, { vault: 'kv-prod', name: 'activation', value: '{}', ...changes });

const remove = (key: string) => (bench: NodeBench) => void bench.world.objects.delete(key);
const id = '11111111-1111-4111-8111-111111111111';

const FAILURES: readonly Failure[] = [
  {
    why: 'no settings',
    code: 'J10',
    message: /missing/,
    prepare: (bench) => rmSync(join(bench.root, 'etc/eks-hybrid/join.env')),
  },
  { why: 'a setting left out', code: 'J10', message: /does not set REGION/, settings: { REGION: '' } },
  {
    why: 'a line that is no setting',
    code: 'J10',
    message: /no NAME=value: rm -rf/,
    prepare: (bench) => appendFileSync(join(bench.root, 'etc/eks-hybrid/join.env'), 'rm -rf /=x\n'),
  },
  {
    why: 'Debian',
    code: 'J11',
    message: /debian 12 is none of/,
    prepare: write('etc/os-release', 'ID=debian\nVERSION_ID="12"\n'),
  },
  { why: 'another processor', code: 'J12', message: /riscv64/, env: { MACHINE: 'riscv64' } },
  {
    why: 'a partition as swap',
    code: 'J13',
    message: /swap/,
    prepare: write('proc/swaps', 'Filename Type\n/dev/sdb1                               partition\t1\n'),
  },
  {
    why: 'an image without snap',
    code: 'J14',
    message: /snapd is missing/,
    prepare: (bench) => rmSync(join(bench.root, 'usr/bin/snap')),
  },
  { why: 'no metadata service', code: 'J20', message: /no token/, intercept: on('/imds', 'reset') },
  {
    why: 'no instance metadata',
    code: 'J20',
    message: /does not answer/,
    intercept: on('/imds/metadata/instance', 'reset'),
  },
  {
    why: 'throttled tokens',
    code: 'J21',
    message: /refuses a token/,
    intercept: on('/imds/metadata/identity', { status: 429, body: { error: 'invalid_request' } }),
  },
  {
    why: 'another identity',
    code: 'J21',
    message: /assigned to this VM/,
    prepare: remove('azurerm_user_assigned_identity/one'),
  },
  { why: 'a vault out of reach', code: 'J22', message: /does not answer/, intercept: on('/vault', 'reset') },
  { why: 'a vault in trouble', code: 'J22', message: /status 503/, intercept: on('/vault', { status: 503 }) },
  {
    why: 'no role assignment',
    code: 'J23',
    message: /denied \(403\)/,
    prepare: remove('azurerm_role_assignment/one'),
  },
  { why: 'a disabled secret', code: 'J23', message: /denied \(403\)/, prepare: secret({ enabled: false }) },
  {
    why: 'no secret',
    code: 'J24',
    message: /never minted or is revoked/,
    prepare: (bench) => remove(findSecret(bench.world, 'kv-prod', 'activation')?.key ?? '')(bench),
  },
  {
    why: 'a secret that is no JSON',
    code: 'J25',
    message: /no activationId/,
    prepare: secret({ value: 'hello' }),
  },
  {
    why: 'a secret without code',
    code: 'J25',
    message: /no activationCode/,
    prepare: secret({ value: `{"activationId":"${id}"}` }),
  },
  {
    why: 'an id that is none',
    code: 'J25',
    message: /id in activation is malformed/,
    prepare: secret({ value: '{"activationId":"x","activationCode":"y"}' }),
  },
  {
    why: 'a code that is none',
    code: 'J25',
    message: /code in activation is malformed/,
    prepare: secret({ value: `{"activationId":"${id}","activationCode":"y"}` }),
  },
  {
    why: 'an expired secret',
    code: 'J26',
    message: /expired at 2001-09-09T01:46:40Z/,
    prepare: secret({ expires: 1_000_000_000 }),
  },
  { why: 'no full version', code: 'J30', message: /full version/, settings: { NODEADM_VERSION: 'latest' } },
  { why: 'no release', code: 'J31', message: /could not be downloaded/, prepare: flawed('missing') },
  { why: 'no program', code: 'J31', message: /could not be downloaded/, prepare: flawed('program-missing') },
  { why: 'a cut program', code: 'J31', message: /could not be downloaded/, prepare: flawed('truncated') },
  { why: 'another program', code: 'J32', message: /not that of the release/, prepare: flawed('wrong-hash') },
  { why: 'no sum', code: 'J32', message: /no SHA-256/, prepare: flawed('empty-sum') },
  { why: 'a sign-in page', code: 'J32', message: /no SHA-256/, prepare: flawed('sum-page') },
  {
    why: 'another sum than pinned',
    code: 'J33',
    message: /pinned is a{64}/,
    settings: { NODEADM_SHA256_AMD64: 'a'.repeat(64) },
  },
  { why: 'nodeadm too old', code: 'J34', message: /1\.0\.19/, settings: { NODEADM_VERSION: 'v1.0.18' } },
  {
    why: 'install fails for good',
    code: 'J40',
    message: /failed five times.*apt is locked/,
    intercept: says('install', 'apt is locked'),
  },
  {
    why: 'install does nothing',
    code: 'J40',
    message: /installed nothing/,
    intercept: on('/nodeadm/install', { status: 200, body: 'ok\nwithout tracker' }),
  },
  {
    why: 'an expired activation',
    code: 'J50',
    message: /expired/,
    intercept: says('register', 'SSM activation expired. Please use a valid activation'),
  },
  {
    why: 'a deleted activation',
    code: 'J51',
    message: /used up, deleted or wrong/,
    prepare: (bench) =>
      bench.world.objects.list('ssm_activation').forEach(({ key }) => bench.world.objects.delete(key)),
  },
  {
    why: 'a foreign address',
    code: 'J52',
    message: /10\.80\.1\.4 is not in any/,
    prepare: (bench) =>
      void bench.world.objects.patch('aws_eks_cluster/one', {
        remote_network_config: [{ remote_node_networks: [{ cidrs: ['10.81.0.0/16'] }] }],
      }),
  },
  {
    why: 'no access entry',
    code: 'J53',
    message: /HYBRID_LINUX/,
    prepare: remove('aws_eks_access_entry/one'),
  },
  {
    why: 'no way to the cluster',
    code: 'J54',
    message: /cannot be reached/,
    intercept: says('init', 'dial tcp: lookup eks.eu-central-1.amazonaws.com: no such host'),
  },
  { why: 'anything else', code: 'J55', message: /out of luck/, intercept: says('init', 'out of luck') },
  {
    why: 'a kubelet that is too new',
    code: 'J56',
    message: /does not fit/,
    settings: { KUBERNETES_VERSION: '1.35' },
  },
  {
    why: 'a sick kubelet',
    code: 'J60',
    message: /health check/,
    prepare: (bench) => bench.world.faults.enable('kubelet-unhealthy'),
  },
];

let userData: string;
let bench: NodeBench | undefined;

beforeAll(async () => {
  userData = await renderUserData(SETTINGS);
});

afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

function changed(settings: Settings): string {
  return Object.entries(settings).reduce((text, [name, value]) => {
    const line = new RegExp(`^( +)${name}=.*$`, 'm');
    return line.test(text)
      ? text.replace(line, `$1${name}=${value}`)
      : text.replace(/^( +)(CLUSTER_NAME=.*)$/m, `$1$2\n$1${name}=${value}`);
  }, userData);
}

describe('failure codes', () => {
  test.each(FAILURES)(
    '$code: $why',
    async ({ code, message, intercept, prepare, settings = {}, env = {} }) => {
      bench = await startBench({ userData: changed(settings) }, intercept);
      prepare?.(bench);
      const { exitCode, journal } = await bench.run('join', { env });
      expect({ exitCode, journal }).toMatchObject({ exitCode: 1 });
      expect(bench.status()).toMatchObject({
        state: 'failed',
        code,
        message: expect.stringMatching(message),
      });
      expect(bench.file('dev/console')).toContain(`eks-hybrid-join: RESULT failed code=${code} `);
      expect(bench.file('run/eks-hybrid/node-config.json')).toBeUndefined();
      expect(`${journal}${JSON.stringify(bench.status())}`).not.toContain(bench.code);
    },
  );

  test('each code that a fault can produce here has one', () => {
    const produced = new Set(FAILURES.map(({ code }) => code));
    // J15 needs a kernel, J70 and J80 are produced in the tests of interruption and of leaving.
    expect([...produced].length).toBeGreaterThanOrEqual(21);
  });
});

describe('what passes', () => {
  test.each([
    ['install', 2],
    ['register', 1],
    ['init', 2],
  ])('%s fails at first: it is tried again', async (command, times) => {
    let left = times;
    bench = await startBench({ userData }, ({ path }) => {
      if (!path.startsWith(`/nodeadm/${command}`) || left === 0) return undefined;
      left -= 1;
      return { status: 200, body: 'error\nplease wait' };
    });
    const { exitCode, journal } = await bench.run('join');
    expect({ exitCode, journal }).toMatchObject({ exitCode: 0 });
    expect(left).toBe(0);
  });

  test.each(['unavailable-twice', 'truncated-once'])('a release host that is %s', async (flaw) => {
    bench = await startBench({ userData });
    flawed(flaw)(bench);
    expect(await bench.run('join')).toMatchObject({ exitCode: 0 });
  });

  test('a kernel too old for Cilium joins, with a warning', async () => {
    bench = await startBench({ userData });
    write('proc/sys/kernel/osrelease', '5.4.0-1100-azure\n')(bench);
    expect(await bench.run('join')).toMatchObject({ exitCode: 0 });
    expect(bench.file('dev/console')).toContain('warning: Linux 5.4.0-1100-azure is older');
  });
});
