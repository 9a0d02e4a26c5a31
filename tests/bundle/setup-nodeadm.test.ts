/** The committed bundle of setup-nodeadm against hosts of releases, sound and bad. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { nodeadmDocument } from '#lib/report/nodeadm-document.js';
import { startService, type RunningService } from '#simulator/servers/loopback.js';
import {
  createNodeadmReleaseService,
  standInProgram,
  type NodeadmFlaw,
} from '#simulator/servers/nodeadm-releases/service.js';
import { runBundle, type RunResult } from '../support/run-bundle.ts';
import { temporaryDirectory } from '../support/temporary.ts';

const ARCHITECTURE = process.arch === 'x64' ? 'amd64' : process.arch;
const OTHER = ARCHITECTURE === 'amd64' ? 'arm64' : 'amd64';
/** No text that chance could make. */
const CODE = 'Zq7Xv9Wm2Kd4Rt6Yb8Nc';
const ID = '0e9c7d1a-2b3c-4d5e-8f90-a1b2c3d4e5f6';

let server: RunningService;
const requests: string[] = [];

beforeAll(async () => {
  const releases = createNodeadmReleaseService();
  server = await startService((request) => {
    requests.push(request.path);
    return releases(request);
  });
});

afterAll(() => server.close());

interface Setup {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly toolCache?: string;
  readonly flaw?: NodeadmFlaw;
  readonly env?: Readonly<Record<string, string>>;
}

async function setup({ inputs = {}, files = {}, toolCache = temporaryDirectory(), flaw, env = {} }: Setup) {
  const workspace = temporaryDirectory();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  const before = requests.length;
  const run = await runBundle({
    action: 'setup-nodeadm',
    workspace,
    inputs: { 'mirror-url': flaw === undefined ? server.url : `${server.url}/${flaw}`, ...inputs },
    env: { RUNNER_TOOL_CACHE: toolCache, ...env },
  });
  return { ...run, toolCache, requests: requests.slice(before) };
}

function sumOf(version: string): string {
  return createHash('sha256').update(standInProgram(version)).digest('hex');
}

/** Programs and staging folders in the tool cache. */
function installed(toolCache: string): readonly string[] {
  return readdirSync(toolCache, { recursive: true })
    .map(String)
    .filter((name) => /nodeadm$|^\.eks/.test(name) && statSync(join(toolCache, name)).isFile());
}

/** The annotation of the failure; a run that succeeds fails the test. */
function failure(run: RunResult): string {
  expect(run.exitCode).toBe(1);
  const [first] = run.annotations.filter(({ level }) => level === 'error');
  return `${first?.title ?? ''} ${first?.message ?? ''}`;
}

/** Everything a run leaves for others to see. */
function leftBy(run: RunResult): string {
  const masks = /^::add-mask::.*$/gm;
  const report = existsSync(run.outputs['report'] ?? '')
    ? readFileSync(run.outputs['report'] ?? '', 'utf8')
    : '';
  return [
    run.stdout.replace(masks, ''),
    run.stderr,
    run.summary,
    report,
    JSON.stringify([run.outputs, run.state, run.path]),
  ].join('\n');
}

const nodeConfig = (
  more = '',
  cluster = 'name: hybrid\n    region: eu-central-1',
) => `apiVersion: node.eks.aws/v1alpha1
kind: NodeConfig
spec:
  cluster:
    ${cluster}
  hybrid:
    ssm:
      activationCode: "${CODE}"
      activationId: "${ID}"
${more}`;

describe('the program', () => {
  test('is the newest one, from its versioned path, verified, on PATH', async () => {
    const run = await setup({});
    expect(run.exitCode).toBe(0);
    const path = join(run.toolCache, 'nodeadm', '1.0.20', process.arch, 'nodeadm');
    const sha256 = sumOf('v1.0.20');
    expect(run.outputs).toMatchObject({ version: '1.0.20', path, sha256, 'cache-hit': 'false' });
    expect(run.path).toEqual([dirname(path)]);
    const below = `/releases/v1.0.20/bin/linux/${ARCHITECTURE}/nodeadm`;
    expect(run.requests).toEqual(['/releases/latest/GIT_VERSION', `${below}.sha256`, below]);
    expect(nodeadmDocument.parse(run.report(), 'the report')).toMatchObject({
      version: '1.0.20',
      asked: 'latest',
      vouchedBy: 'release',
      saysVersion: true,
      keyEnds: '2027-11-25',
      manifest: null,
      nodeConfig: null,
    });
    expect(run.summary).toMatch(/^### nodeadm 1\.0\.20 for/);
  });

  test('comes from the tool cache without any request when its SHA-256 is given', async () => {
    const toolCache = temporaryDirectory();
    const inputs = { version: 'v1.0.20', sha256: sumOf('v1.0.20') };
    const first = await setup({ toolCache, inputs });
    const second = await setup({ toolCache, inputs });
    expect([first.outputs['cache-hit'], second.outputs['cache-hit']]).toEqual(['false', 'true']);
    expect(second.requests).toEqual([]);
    expect(second.report()).toMatchObject({ vouchedBy: 'input', cacheHit: true });
    const third = await setup({ toolCache, inputs: { version: '1.0.20' } });
    expect(third.outputs['cache-hit']).toBe('true');
    expect(third.requests).toEqual([`/releases/v1.0.20/bin/linux/${ARCHITECTURE}/nodeadm.sha256`]);
  });

  test('for another architecture is installed, but is not on PATH', async () => {
    const run = await setup({ inputs: { architecture: OTHER } });
    expect(run.exitCode).toBe(0);
    expect(run.path).toEqual([]);
    expect(run.report()).toMatchObject({ architecture: OTHER, onPath: false, saysVersion: null });
    expect(run.summary).toContain('Not on PATH');
  });

  test.each<[string, Setup, string]>([
    ['another program', { flaw: 'wrong-hash' }, 'EHA1444'],
    [
      'another SHA-256 than the given one',
      { inputs: { version: '1.0.20', sha256: 'a'.repeat(64) } },
      'EHA1445',
    ],
    ['half of the program', { flaw: 'truncated' }, 'EHA1446'],
    ['no connection', { flaw: 'reset' }, 'EHA1446'],
    ['no release', { flaw: 'program-missing' }, 'EHA1442'],
    ['a newest version that is not there yet', { flaw: 'mixed-latest' }, 'EHA1442'],
    ['an empty checksum', { flaw: 'empty-sum' }, 'EHA1443'],
    ['a page in place of the checksum', { flaw: 'sum-page' }, 'EHA1443'],
    ['a page in place of the newest version', { flaw: 'latest-page' }, 'EHA1440'],
    ['a version before the SSM key was changed', { inputs: { version: 'v1.0.18' } }, 'EHA1441'],
    ['plain http to another machine', { inputs: { 'mirror-url': 'http://192.0.2.1' } }, 'EHA1418'],
  ])('is refused: %s', async (_, options, code) => {
    const run = await setup(options);
    expect(failure(run)).toContain(code);
    expect(run.path).toEqual([]);
    expect(installed(run.toolCache)).toEqual([]);
  });

  test('of another version than its path says is refused', async () => {
    const run = await setup({ flaw: 'other-version' });
    expect(failure(run)).toMatch(/EHA1452.*says version 1\.0\.19 instead of 1\.0\.20/s);
    expect(run.path).toEqual([]);
  });

  test.each<NodeadmFlaw>(['truncated-once', 'unavailable-twice'])('arrives in spite of %s', async (flaw) => {
    const run = await setup({ flaw });
    expect(run).toMatchObject({ exitCode: 0, outputs: { sha256: sumOf('v1.0.20') } });
  });

  test('that is too old for SSM installs for IAM Roles Anywhere, with what is known against it', async () => {
    const run = await setup({ inputs: { version: 'v1.0.18', 'credential-provider': 'iam-ra' } });
    expect(run.exitCode).toBe(0);
    expect(run.annotations.map(({ message }) => message).join()).toContain('containerd 2.3');
  });
});

describe('the manifest', () => {
  test('says the patch release and knows the region', async () => {
    const run = await setup({ inputs: { 'kubernetes-version': '1.34', region: 'eu-central-1' } });
    expect(run.outputs['kubernetes-version']).toBe('1.34.4');
    expect(run.report()).toMatchObject({ manifest: { kubernetes: '1.34.4', region: 'eu-central-1' } });
  });

  test.each<[string, Setup, RegExp]>([
    [
      'a minor version it lacks',
      { inputs: { 'kubernetes-version': '1.29' } },
      /EHA1448.*1\.30, 1\.31, 1\.32, 1\.33, 1\.34, 1\.35/s,
    ],
    ['a patch it lacks', { inputs: { 'kubernetes-version': '1.34.9' } }, /EHA1448.*1\.34\.4/s],
    ['a region it lacks', { inputs: { region: 'eu-north-9' } }, /EHA1449.*eu-central-1, eu-west-1/s],
    ['no region at all', { flaw: 'no-region', inputs: { region: 'eu-central-1' } }, /EHA1449/],
    ['no manifest', { flaw: 'no-manifest', inputs: { region: 'eu-central-1' } }, /EHA1447/],
    ['a page', { flaw: 'manifest-page', inputs: { region: 'eu-central-1' } }, /EHA1447/],
  ])('refuses: %s', async (_, options, said) => {
    const run = await setup(options);
    expect(failure(run)).toMatch(said);
    expect(installed(run.toolCache)).toEqual([]);
  });
});

describe('a given NodeConfig', () => {
  const given = (text: string, inputs: Readonly<Record<string, string>> = {}, env = {}) =>
    setup({ files: { 'node.yaml': text }, inputs: { 'node-config': 'node.yaml', ...inputs }, env });

  test('that is right is told, its code masked and its presence warned of', async () => {
    const run = await given(nodeConfig());
    expect(run.exitCode).toBe(0);
    expect(run.masks).toContain(CODE);
    expect(leftBy(run)).not.toContain(CODE);
    expect(run.annotations.map(({ message }) => message).join()).toContain('holds an activation code');
    expect(run.report()).toMatchObject({
      manifest: { region: 'eu-central-1' },
      nodeConfig: { origin: 'given', cluster: 'hybrid', programCheck: 'not asked' },
    });
  });

  test('that is wrong is refused before any request, its code hidden', async () => {
    const run = await given(nodeConfig('    region: eu-central-1\n', 'name: hybrid'));
    expect(failure(run)).toMatch(
      /EHA1450.*spec\.hybrid\.region: the region belongs into spec\.cluster\.region/s,
    );
    expect(run.requests).toEqual([]);
    expect(leftBy(run)).not.toContain(CODE);
  });

  test('for another region, cluster or provider than the inputs say is refused', async () => {
    const inputs = { region: 'eu-west-1', 'cluster-name': 'other', 'credential-provider': 'iam-ra' };
    const said = failure(await given(nodeConfig(), inputs));
    expect(said).toContain('it is eu-central-1, the input region is eu-west-1');
    expect(said).toContain('it is hybrid, the input cluster-name is other');
    expect(said).toContain('it is for ssm');
  });

  test('is checked by the program too, whose refusal counts', async () => {
    const env = { NODEADM_WORLD: server.url };
    const checked = await given(nodeConfig(), { 'node-config-check': 'true' }, env);
    expect(checked.report()).toMatchObject({ nodeConfig: { programCheck: 'passed' } });
    // The simulated program knows SSM alone.
    const provider = 'iamRolesAnywhere:\n      nodeName: a\n';
    const arns = ['trustAnchorArn', 'profileArn', 'roleArn'].map(
      (name) => `      ${name}: arn:aws:iam::1:x\n`,
    );
    const other = nodeConfig().replace(/ssm:[^]*$/, `${provider}${arns.join('')}`);
    const inputs = { 'node-config-check': 'true', 'credential-provider': 'iam-ra' };
    expect(failure(await given(other, inputs, env))).toMatch(/EHA1451.*ActivationCode is missing/s);
  });

  test('is unknown, never passed, where the program cannot reach systemd', async () => {
    const run = await given(nodeConfig(), { 'node-config-check': 'true' });
    expect(run.exitCode).toBe(0);
    expect(run.report()).toMatchObject({
      nodeConfig: { programCheck: 'unknown', reason: expect.stringContaining('systemd') },
    });
    expect(run.annotations.map(({ message }) => message).join()).toContain('is unknown');
  });
});

describe('a NodeConfig that is written', () => {
  const activation = JSON.stringify({ activationId: ID, activationCode: CODE });
  const inputs = {
    'activation-file': 'activation.json',
    'cluster-name': 'hybrid',
    region: 'eu-central-1',
    'node-labels': 'topology.kubernetes.io/zone=azure-westeurope-1\nexample.com/pool=blue',
    'node-taints': 'example.com/cloud=azure:NoSchedule',
    'max-pods': '60',
    'credentials-file': 'true',
  };

  test('is what nodeadm takes, has mode 0600, shows the code to nobody and goes with the job', async () => {
    const run = await setup({
      files: { 'activation.json': activation },
      inputs: { ...inputs, 'node-config-check': 'true' },
      env: { NODEADM_WORLD: server.url },
    });
    expect(run.exitCode).toBe(0);
    const path = run.outputs['node-config'] ?? '';
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).toContain(`activationCode: "${CODE}"`);
    expect(readFileSync(path, 'utf8')).toContain('example.com/pool=blue');
    expect(run.report()).toMatchObject({ nodeConfig: { origin: 'rendered', programCheck: 'passed' } });
    expect(run.masks).toContain(CODE);
    expect(leftBy(run)).not.toContain(CODE);
    const post = await runBundle({
      action: 'setup-nodeadm',
      entry: 'post',
      workspace: run.workspace,
      state: run.state,
    });
    expect(post.exitCode).toBe(0);
    expect(existsSync(path)).toBe(false);
  });

  test.each<[string, Readonly<Record<string, string>>, string, RegExp]>([
    ['no JSON', inputs, `{"activationCode": "${CODE}"`, /EHA1453/],
    ['no id', inputs, JSON.stringify({ activationCode: CODE }), /EHA1453/],
    ['a malformed id', inputs, JSON.stringify({ activationId: 'x', activationCode: CODE }), /EHA1450/],
    ['no cluster', { ...inputs, 'cluster-name': '' }, activation, /EHA1001/],
    [
      'a label a node may not have',
      { ...inputs, 'node-labels': 'node-role.kubernetes.io/worker=' },
      activation,
      /EHA1001/,
    ],
    ['parts without an activation', { 'node-labels': 'a=b' }, activation, /EHA1001/],
    ['a check of nothing', { 'node-config-check': 'true' }, activation, /EHA1001/],
    ['a pin of what changes', { sha256: 'a'.repeat(64) }, activation, /EHA1001/],
  ])('is refused: %s', async (_, given, content, code) => {
    const run = await setup({ files: { 'activation.json': content }, inputs: given });
    expect(failure(run)).toMatch(code);
    expect(leftBy(run)).not.toContain(CODE);
    expect(run.requests).toEqual([]);
    expect(existsSync(join(run.tempDirectory, 'node-config.yaml'))).toBe(false);
  });
});
