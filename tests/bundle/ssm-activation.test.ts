/** An activation is minted, used by simulated VMs, and gone afterwards; what goes wrong on the way is told right. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { activationDocument } from '#lib/report/activation-document.js';
import { startMachines } from '#simulator/machines/start.js';
import { createActivation } from '#simulator/world/activations.js';
import { text } from '#simulator/world/attributes.js';
import { findAwsSecret } from '#simulator/world/aws-secrets.js';
import { findSecret, setSecret } from '#simulator/world/vault-secrets.js';
import { putVm, renderUserData, SETTINGS } from '#tests/support/cloud-init.js';
import { type BundleOptions, runBundle, type RunResult } from '#tests/support/run-bundle.js';
import {
  type ActivationCloudOptions,
  type ActivationClouds,
  CLUSTER_ARN,
  SECRET,
  startActivationClouds,
  VAULT,
} from '#tests/support/simulated-activation.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const open: ActivationClouds[] = [];
afterEach(async () => {
  for (const clouds of open.splice(0)) await clouds.close();
});

async function start(options?: ActivationCloudOptions): Promise<ActivationClouds> {
  const clouds = await startActivationClouds(options);
  open.push(clouds);
  return clouds;
}

type Inputs = Readonly<Record<string, string>>;

function main(clouds: ActivationClouds, inputs: Inputs = {}, rest: Partial<BundleOptions> = {}) {
  return runBundle({
    action: 'ssm-activation',
    inputs: { ...clouds.inputs, ...inputs },
    env: clouds.env,
    ...rest,
  });
}

function post(clouds: ActivationClouds, { state, workspace }: RunResult): Promise<RunResult> {
  return runBundle({ action: 'ssm-activation', entry: 'post', state, workspace, env: clouds.env });
}

function sweep(clouds: ActivationClouds, inputs: Inputs = {}): Promise<RunResult> {
  const { 'key-vault-uri': uri = '', 'secret-name': secret = '' } = clouds.inputs;
  const given = { mode: 'sweep', 'cluster-name': 'prod', 'key-vault-uri': uri, 'secret-name': secret };
  return runBundle({ action: 'ssm-activation', inputs: { ...given, ...inputs }, env: clouds.env });
}

function documentOf(result: RunResult) {
  return activationDocument.parse(result.report(), 'report');
}

/** Everything that a step left where somebody could read it, without the runner's own add-mask lines. */
function leftBy(result: RunResult): string {
  const log = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const files = readdirSync(result.tempDirectory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(result.tempDirectory, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'));
  const { outputs, state, summary, stderr } = result;
  return [...log, stderr, JSON.stringify(outputs), JSON.stringify(state), summary, ...files].join('\n');
}

/** The code in every form in which it could lie about. */
function formsOf(code: string): readonly string[] {
  const bytes = Buffer.from(code);
  return [
    code,
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('hex'),
    encodeURIComponent(code),
    [...code].reverse().join(''),
  ];
}

function expectNowhere(code: string, ...results: readonly RunResult[]): void {
  expect(code.length).toBeGreaterThanOrEqual(20);
  const left = results.map(leftBy).join('\n');
  for (const form of formsOf(code)) expect(left).not.toContain(form);
}

function codeIn(clouds: ActivationClouds): string {
  const { activationCode } = JSON.parse(clouds.secret() ?? '{}') as { activationCode?: string };
  return activationCode ?? '';
}

describe('minting', () => {
  test('VMs join with it, then activation and secret are gone, and the code was nowhere', async () => {
    const clouds = await start({ settlingCalls: 1 });
    const minted = await main(clouds, { tags: 'team=platform', 'instance-name': 'prod node' });
    expect(minted.stdout).not.toContain('::error');
    expect(minted.exitCode).toBe(0);
    const code = codeIn(clouds);
    expect(minted.masks).toContain(code);
    const document = documentOf(minted);
    expect(document).toMatchObject({
      status: 'minted',
      clusterArn: CLUSTER_ARN,
      wanted: { count: 2, from: 'input' },
      activation: { registrationLimit: 2, tags: { EKSClusterARN: CLUSTER_ARN, team: 'platform' } },
      delivery: { kind: 'key-vault' },
    });
    expect(document.checks.map(({ name, result }) => `${name} ${result}`)).toEqual([
      'identity passed',
      'cluster passed',
      'networks passed',
      'capacity passed',
      'role passed',
      'trust passed',
      'pass-role passed',
    ]);
    const secret = findSecret(clouds.world, VAULT, SECRET)?.attributes;
    expect(secret).toMatchObject({
      content_type: 'application/json',
      expires: Date.parse(minted.outputs['expires-at'] ?? '') / 1000,
    });

    const userData = await renderUserData(SETTINGS);
    putVm(clouds.world, { name: 'vm-1', userData, address: '10.80.1.4' });
    putVm(clouds.world, { name: 'vm-2', userData, address: '10.80.1.5' });
    const machines = await startMachines(clouds.world);
    try {
      const reports = await machines.whenSettled();
      expect(reports.map(({ state }) => state)).toEqual(['joined', 'joined']);
      expect(reports.map(({ console: said }) => said).join('')).not.toContain(code);
    } finally {
      await machines.stop();
    }

    const cleaned = await post(clouds, minted);
    expect(cleaned.exitCode).toBe(0);
    expect(clouds.activations()).toEqual([]);
    expect(findSecret(clouds.world, VAULT, SECRET)).toBeUndefined();
    expectNowhere(code, minted, cleaned);
    expect(minted.summary.split('\n')[0]).toMatch(/^## `prod`: activation for 2 nodes, until 20/);
  });

  test('the reviewed plan says for how many; none is made for none', async () => {
    const clouds = await start();
    const workspace = temporaryDirectory('plans-');
    const change = (kind: string, type = 'azurerm_linux_virtual_machine', mode = 'managed') => ({
      kind,
      type,
      mode,
    });
    const write = (name: string, changes: readonly object[], status = 'changes') =>
      writeFileSync(join(workspace, name), JSON.stringify(planWith(changes, status)));
    write('nodes.json', [
      change('create'),
      change('replace'),
      change('delete'),
      change('update'),
      change('create', 'azurerm_network_interface'),
    ]);
    write('none.json', []);
    write('failed.json', [], 'failed');
    const plan = (name: string) =>
      main(clouds, { 'registration-limit': '', 'plan-report': name }, { workspace });
    const none = await plan('none.json');
    expect(none.outputs).toMatchObject({
      status: 'not-needed',
      'registration-limit': '0',
      'activation-id': '',
    });
    expect((await post(clouds, none)).exitCode).toBe(0);
    const failed = await plan('failed.json');
    expect(failed.annotations[0]?.title).toContain('EHA1560');
    expect(clouds.activations()).toEqual([]);
    const two = await plan('nodes.json');
    expect(two.outputs).toMatchObject({ status: 'minted', 'registration-limit': '2' });
    expect(documentOf(two).wanted).toEqual({ count: 2, from: 'plan' });
  });

  test('a call without an answer is followed by a look for what it made', async () => {
    let calls = 0;
    const clouds = await start({
      ssmFault: (operation) => {
        if (operation !== 'CreateActivation') return undefined;
        calls += 1;
        return calls === 1 ? { status: 0, type: 'reset', when: 'after' } : undefined;
      },
    });
    const minted = await main(clouds, { 'propagation-timeout': '20s' });
    expect(minted.outputs['status']).toBe('minted');
    expect(documentOf(minted).orphansRemoved).toBe(1);
    expect(clouds.activations()).toEqual([minted.outputs['activation-id']]);
  });

  test('it is unknown whether one was made when nobody can look; post finds it', async () => {
    let isDown = true;
    const clouds = await start({
      ssmFault: (operation) => {
        if (operation === 'CreateActivation') return { status: 0, type: 'reset', when: 'after' };
        return isDown && operation === 'DescribeActivations'
          ? { status: 400, type: 'AccessDeniedException' }
          : undefined;
      },
    });
    const minted = await main(clouds);
    expect(minted.exitCode).toBe(1);
    expect(minted.annotations.at(-1)?.title).toContain('EHA1563');
    expect(clouds.activations()).toHaveLength(1);
    const blind = await post(clouds, minted);
    expect(blind.exitCode).toBe(1);
    expect(blind.annotations[0]).toMatchObject({ level: 'error' });
    expect(blind.annotations[0]?.title).toContain('EHA1566');
    isDown = false;
    expect((await post(clouds, minted)).exitCode).toBe(0);
    expect(clouds.activations()).toEqual([]);
  });

  test('a role that is not known yet is waited for', async () => {
    const calls: string[] = [];
    const clouds: ActivationClouds = await start({
      hook: (call, when) => {
        if (call !== 'ssm CreateActivation' || when !== 'before') return;
        calls.push(call);
        const key = 'aws_iam_role/one';
        const role = clouds.world.objects.get(key);
        if (role === undefined) return;
        if (calls.length === 1) clouds.world.objects.patch(key, { name: 'not-yet' });
        else clouds.world.objects.patch(key, { name: 'hybrid' });
      },
    });
    const minted = await main(clouds, { 'propagation-timeout': '30s' });
    expect(minted.outputs['status']).toBe('minted');
    expect(calls).toHaveLength(2);
    expect(minted.stdout).toContain('Nonexistent role');
  });
});

/** A plan document with these changes. */
const planWith = (changes: readonly object[], status: string): object => ({
  schema: 'eks-hybrid-actions/plan/v1',
  stack: 'nodes',
  directory: 'terraform/stacks/nodes',
  workspace: 'default',
  status,
  tool: { name: 'terraform', version: '1.15.0' },
  formatVersion: '1.2',
  complete: true,
  applyable: true,
  refreshed: true,
  locked: true,
  counts: null,
  changes: changes.map((change, index) => ({
    address: `module.nodes.x[${index}]`,
    module: 'module.nodes',
    name: 'x',
    deposed: null,
    order: null,
    reason: null,
    previousAddress: null,
    importing: false,
    importId: null,
    attributes: [],
    attributesOmitted: 0,
    replacePaths: [],
    unknownCount: 0,
    ...change,
  })),
  outputs: [],
  drift: [],
  checks: [],
  deferred: [],
  actionInvocations: [],
  risks: [],
  worstRisk: null,
  link: null,
  bundle: null,
  diagnostics: [],
  diagnosticsOmitted: 0,
  unformatted: [],
  failure: null,
  stateLock: null,
  phases: [],
  sha: '1'.repeat(40),
  headSha: null,
  runUrl: 'https://github.com/octo-org/platform/actions/runs/1',
  generatedAt: '2026-11-22T12:00:00.000Z',
});

describe('before it', () => {
  type Change = (clouds: ActivationClouds) => void;
  const patch = (
    key: string,
    attributes: Parameters<ActivationClouds['world']['objects']['patch']>[1],
  ): Change => {
    return ({ world }) => void world.objects.patch(key, attributes);
  };
  test.each<readonly [string, Change, RegExp]>([
    [
      'no cluster',
      ({ world }) => void world.objects.delete('aws_eks_cluster/one'),
      /There is no cluster prod/,
    ],
    [
      'no remote networks',
      patch('aws_eks_cluster/one', { remote_network_config: [] }),
      /takes no hybrid nodes/,
    ],
    [
      'too few addresses',
      patch('aws_eks_cluster/one', {
        remote_network_config: [
          { remote_node_networks: [{ cidrs: ['10.80.0.0/29'] }], remote_pod_networks: [] },
        ],
      }),
      /too small/,
    ],
    ['no role', patch('aws_iam_role/one', { name: 'other' }), /There is no IAM role hybrid/],
    ['no trust', patch('aws_iam_role/one', { assume_role_policy: '{"Statement":[]}' }), /does not trust/],
    [
      'no right to pass',
      ({ world }) => void world.objects.delete('aws_iam_role_policy/apply'),
      /may not pass hybrid/,
    ],
  ])('%s: nothing is made', async (_name, change, sentence) => {
    const clouds = await start();
    change(clouds);
    const result = await main(clouds, { 'registration-limit': '4' });
    expect(result.exitCode).toBe(1);
    expect(result.annotations.at(-1)?.title).toContain('EHA1561');
    expect(result.annotations.at(-1)?.message).toMatch(sentence);
    expect(documentOf(result)).toMatchObject({ status: 'failed', activation: null });
    expect(clouds.activations()).toEqual([]);
  });

  test('what cannot be read is unknown, warned of, and no reason to stop', async () => {
    const clouds = await start({ denied: ['GetRole', 'SimulatePrincipalPolicy'] });
    const result = await main(clouds);
    expect(result.outputs['status']).toBe('minted');
    const unknown = documentOf(result).checks.filter((check) => check.result === 'unknown');
    expect(unknown.map(({ name }) => name)).toEqual(['role', 'trust', 'pass-role']);
    expect(result.annotations.filter(({ level }) => level === 'warning')).toHaveLength(3);
    expect(result.summary).toContain('**Not known:** 3 checks');
  });

  test('a job without the right to mint is told so', async () => {
    const clouds = await start({
      ssmFault: (operation) =>
        operation === 'CreateActivation' ? { status: 400, type: 'AccessDeniedException' } : undefined,
    });
    const result = await main(clouds);
    expect(result.annotations.at(-1)?.title).toContain('EHA1564');
    expect((await post(clouds, result)).exitCode).toBe(0);
  });

  test('inputs are refused before anything is asked', async () => {
    const clouds = await start();
    const none = await main(clouds, { 'key-vault-uri': '' });
    expect(none.annotations[0]?.message).toContain('key-vault-uri');
    const two = await main(clouds, { 'aws-secret-name': 'x' });
    expect(two.annotations[0]?.message).toContain('the only one of');
    const foreign = await main(clouds, { 'key-vault-uri': 'https://kv.example.com/' });
    expect(foreign.annotations[0]?.message).toContain('the address of a vault');
    const own = await main(clouds, { tags: 'EKSClusterARN=arn' });
    expect(own.annotations[0]?.message).toContain('EKSClusterARN');
    const neither = await main(clouds, { 'registration-limit': '' });
    expect(neither.annotations[0]?.message).toContain('plan-report');
  });
});

describe('the secret', () => {
  test('in a vault that forbids purging is recovered and gets a new version the next time', async () => {
    const clouds = await start({ settlingCalls: 2 });
    clouds.world.objects.patch('azurerm_key_vault/one', { purge_protection_enabled: true });
    for (let round = 1; round <= 2; round += 1) {
      const minted = await main(clouds);
      expect(minted.outputs['status']).toBe('minted');
      const code = codeIn(clouds);
      const cleaned = await post(clouds, minted);
      expect(cleaned.stdout).toContain('The vault keeps it recoverable');
      expect(cleaned.exitCode).toBe(0);
      expect(clouds.secret()).toBeUndefined();
      expect(clouds.activations()).toEqual([]);
      expectNowhere(code, minted, cleaned);
    }
  });

  test('of another owner is neither overwritten nor deleted', async () => {
    const clouds = await start();
    setSecret(clouds.world, { vault: VAULT, name: SECRET, value: 'password of somebody' });
    const result = await main(clouds);
    expect(result.annotations.at(-1)?.message).toContain('was not made by this action');
    expect((await post(clouds, result)).exitCode).toBe(0);
    expect(clouds.secret()).toBe('password of somebody');
    expect(clouds.activations()).toEqual([]);
  });

  test('of a later run stays when the earlier one cleans up', async () => {
    const clouds = await start();
    const first = await main(clouds);
    const second = await main(clouds);
    expect((await post(clouds, first)).exitCode).toBe(0);
    expect(clouds.secret()).toContain(second.outputs['activation-id']);
    expect(clouds.activations()).toEqual([second.outputs['activation-id']]);
  });

  test('that may not be written, or behind a firewall: told, and the activation is taken back', async () => {
    const denied = await start();
    denied.world.objects.delete('azurerm_role_assignment/deployer');
    const result = await main(denied, { 'propagation-timeout': '0s' });
    expect(result.annotations.at(-1)?.title).toContain('EHA1565');
    expect(result.annotations.at(-1)?.message).toContain('ForbiddenByRbac');
    expect(denied.activations()).toEqual([]);
    const blocked = await main(await start({ isVaultBlocked: true }));
    expect(blocked.annotations.at(-1)?.message).toContain('ForbiddenByFirewall');
  });

  test('may be one of Secrets Manager', async () => {
    const clouds = await start();
    const place = { 'key-vault-uri': '', 'aws-secret-name': 'prod/activation' };
    const find = () => findAwsSecret(clouds.world, 'eu-central-1', 'prod/activation');
    const minted = await main(clouds, place);
    expect(minted.outputs['status']).toBe('minted');
    const value = text(find(), 'value');
    expect(value).toContain(minted.outputs['activation-id']);
    const cleaned = await post(clouds, minted);
    expect(find()).toBeUndefined();
    const { activationCode } = JSON.parse(value) as { activationCode: string };
    expectNowhere(activationCode, minted, cleaned);
  });

  test('may be a file that only its owner reads, and that is never overwritten', async () => {
    const clouds = await start();
    const workspace = temporaryDirectory('file-');
    const path = join(workspace, 'activation.json');
    const place = { 'key-vault-uri': '', 'secret-file': 'activation.json' };
    writeFileSync(path, 'mine');
    const refused = await main(clouds, place, { workspace });
    expect(refused.annotations.at(-1)?.title).toContain('EHA1565');
    await post(clouds, refused);
    expect(readFileSync(path, 'utf8')).toBe('mine');
    const other = join(workspace, 'other.json');
    const minted = await main(clouds, { ...place, 'secret-file': 'other.json' }, { workspace });
    expect(statSync(other).mode & 0o777).toBe(0o600);
    const { activationCode } = JSON.parse(readFileSync(other, 'utf8')) as { activationCode: string };
    const cleaned = await post(clouds, minted);
    expect(existsSync(other)).toBe(false);
    expectNowhere(activationCode, minted, cleaned);
  });
});

describe('sweeping', () => {
  const MADE = { EKSClusterARN: CLUSTER_ARN, 'eks-hybrid-actions:run': 'o/r/runs/1/attempts/1' };
  const put = ({ world }: ActivationClouds, tags: Inputs, ageMs = 0): string => {
    const { activationId } = createActivation(world, { region: 'eu-central-1', iamRole: 'hybrid', tags });
    const created = new Date(world.clock.now().getTime() - ageMs).toISOString();
    world.objects.patch(`ssm_activation/eu-central-1/${activationId}`, { created });
    return activationId;
  };

  test('removes what is old or expired and its secret, and nothing else', async () => {
    const clouds = await start();
    const made = (mint: string) => ({ ...MADE, 'eks-hybrid-actions:mint': mint });
    const old = put(clouds, made('a'), 7 * 3_600_000);
    const expired = put(clouds, made('b'));
    clouds.world.objects.patch(`ssm_activation/eu-central-1/${expired}`, {
      expires: '2020-01-01T00:00:00.000Z',
    });
    const young = put(clouds, made('c'), 3_600_000);
    const foreign = put(clouds, { EKSClusterARN: CLUSTER_ARN }, 700 * 3_600_000);
    const other = put(clouds, { ...made('d'), EKSClusterARN: `${CLUSTER_ARN}-2` }, 700 * 3_600_000);
    const tags = { ...made('a'), 'eks-hybrid-actions:activation': old };
    setSecret(clouds.world, { vault: VAULT, name: SECRET, value: '{}', tags });

    const dry = await sweep(clouds, { 'dry-run': 'true' });
    expect(dry.outputs).toMatchObject({ status: 'dry-run', removed: '2' });
    expect(clouds.activations()).toHaveLength(5);

    const swept = await sweep(clouds);
    expect(swept.outputs).toMatchObject({ status: 'swept', removed: '2' });
    expect(documentOf(swept)).toMatchObject({ lookedAt: 5, sweptSecret: { result: 'removed' } });
    expect(new Set(clouds.activations())).toEqual(new Set([young, foreign, other]));
    expect(clouds.secret()).toBeUndefined();
    expect(swept.summary).toContain('2 leftover activations removed, 5 activations looked at');
    const again = await sweep(clouds);
    expect(again.outputs).toMatchObject({ status: 'swept', removed: '0' });
  });

  test('keeps a secret whose activation is in use, and needs no cluster', async () => {
    const clouds = await start();
    const minted = await main(clouds);
    clouds.world.objects.delete('aws_eks_cluster/one');
    const swept = await sweep(clouds);
    expect(documentOf(swept)).toMatchObject({
      swept: [{ id: minted.outputs['activation-id'], result: 'kept', because: 'in-use' }],
      sweptSecret: { result: 'kept' },
    });
    expect(clouds.secret()).toBeDefined();
  });

  test('a list that is not whole removes nothing', async () => {
    let calls = 0;
    const clouds = await start({
      ssmFault: (operation) => {
        if (operation !== 'DescribeActivations') return undefined;
        calls += 1;
        return calls > 1 ? { status: 400, type: 'AccessDeniedException' } : undefined;
      },
    });
    for (let index = 0; index < 60; index += 1) {
      put(clouds, { ...MADE, 'eks-hybrid-actions:mint': String(index) }, 24 * 3_600_000);
    }
    const swept = await sweep(clouds);
    expect(swept.exitCode).toBe(1);
    expect(swept.annotations.at(-1)?.title).toContain('EHA1567');
    expect(swept.outputs).toMatchObject({ status: 'failed', removed: '' });
    expect(clouds.activations()).toHaveLength(60);
  });

  test('what cannot be removed fails the step', async () => {
    const clouds = await start({
      ssmFault: (operation) =>
        operation === 'DeleteActivation' ? { status: 400, type: 'AccessDeniedException' } : undefined,
    });
    put(clouds, { ...MADE, 'eks-hybrid-actions:mint': 'a' }, 24 * 3_600_000);
    const swept = await sweep(clouds, { 'key-vault-uri': '' });
    expect(swept.annotations.at(-1)?.title).toContain('EHA1566');
    expect(documentOf(swept).swept[0]).toMatchObject({ result: 'failed' });
  });
});
