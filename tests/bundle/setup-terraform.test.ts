/** The committed bundle of setup-terraform against mirrors of releases, sound and bad. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toolDocument } from '#lib/report/tool-document.js';
import { findTerraform } from '#scripts/support/terraform.js';
import { startReleaseServer, type Flaw, type ReleaseServer } from '#simulator/servers/releases/server.js';
import { systemClock } from '#simulator/world/clock.js';
import { runBundle, type RunOptions } from '../support/run-bundle.ts';
import { temporaryDirectory } from '../support/temporary.ts';

const PLATFORM = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;

let server: ReleaseServer;

/** A stand-in that prints its arguments, so that the downloads of most tests are small. */
function script(name: string): Buffer {
  return Buffer.from(`#!/bin/sh\necho "${name} $*"\n`);
}

beforeAll(async () => {
  const { path } = await findTerraform();
  const platforms = [PLATFORM];
  const version = (tool: 'terraform' | 'opentofu', number: string) => ({
    tool,
    version: number,
    executable: script(`${tool} ${number}`),
    platforms,
  });
  server = await startReleaseServer({
    clock: systemClock,
    releases: [
      { tool: 'terraform', version: '1.11.4', executable: path, platforms },
      ...['1.9.8', '1.10.5', '1.12.0', '1.13.0-rc1'].map((number) => version('terraform', number)),
      { ...version('terraform', '1.11.9'), platforms: ['plan9_mips'] },
      ...['1.9.0', '1.10.1'].map((number) => version('opentofu', number)),
    ],
  });
});

afterAll(() => server.close());

interface Setup extends Pick<RunOptions, 'onStdout'> {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly toolCache?: string;
  readonly flaw?: Flaw;
}

/** Runs the action; the mirror is the simulated one and its key is a file of the workspace, unless the inputs differ. */
async function setup({ inputs = {}, files = {}, toolCache = temporaryDirectory(), flaw, onStdout }: Setup) {
  const workspace = temporaryDirectory();
  const mirror = flaw === undefined ? server : await server.mirror(flaw);
  for (const [path, text] of Object.entries({ ...files, 'key.asc': mirror.publicKey })) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  const before = server.requests.length;
  const run = await runBundle({
    action: 'setup-terraform',
    workspace,
    inputs: { 'mirror-url': mirror.url, 'mirror-key': 'key.asc', ...inputs },
    env: { RUNNER_TOOL_CACHE: toolCache },
    ...(onStdout === undefined ? {} : { onStdout }),
  });
  // The slow mirror goes on with what a cancelled run asked for; that is no request of this run.
  const isOwn = (path: string) => flaw === 'slow' || !path.startsWith('/slow/');
  return { ...run, toolCache, requests: server.requests.slice(before).filter(isOwn) };
}

/** Every file below the tool cache, staging folders included. */
function contents(toolCache: string): readonly string[] {
  return readdirSync(toolCache, { recursive: true }).map(String).sort();
}

const required = (text: string): string => `terraform {\n  required_version = "${text}"\n}\n`;

describe('the version', () => {
  test('comes from the stack and its modules, and the real Terraform is on PATH then', async () => {
    const run = await setup({
      inputs: { 'working-directory': 'stacks/a' },
      files: {
        'stacks/a/main.tf': `${required('>= 1.10')}module "m" {\n  source = "../../modules/m"\n}\n`,
        'modules/m/versions.tf': required('~> 1.11.0'),
        'stacks/b/main.tf': required('~> 1.9.0'),
      },
    });
    expect(run).toMatchObject({ exitCode: 0, annotations: [] });
    const path = join(run.toolCache, 'terraform', '1.11.4', process.arch, 'terraform');
    expect(run.outputs).toMatchObject({
      version: '1.11.4',
      path,
      source: 'modules/m/versions.tf:2',
      'cache-hit': 'false',
    });
    expect(run.path).toEqual([dirname(path)]);
    const answer = execFileSync('terraform', ['version', '-json'], {
      encoding: 'utf8',
      env: { PATH: run.path.join(':'), CHECKPOINT_DISABLE: '1' },
    });
    expect(JSON.parse(answer)).toHaveProperty('terraform_version');
    const document = toolDocument.parse(run.report(), 'the report');
    expect(document).toMatchObject({
      tool: 'terraform',
      version: '1.11.4',
      downloadedFrom: expect.stringContaining(`/terraform/1.11.4/terraform_1.11.4_${PLATFORM}.zip`),
      verified: { by: 'signature', fingerprint: server.fingerprint },
      decidedBy: { place: 'modules/m/versions.tf:2', text: '~> 1.11.0' },
      sources: [{ place: 'stacks/a/main.tf:2' }, { place: 'modules/m/versions.tf:2' }],
      chosenFrom: 'releases',
      newest: '1.12.0',
    });
    expect(run.summary).toMatch(
      /^### Terraform 1\.11\.4\n\n- Decided by `modules\/m\/versions\.tf:2`: `~> 1\.11\.0`/,
    );
  });

  test.each<[string, Setup, string, string]>([
    ['latest, which is no pre-release', { inputs: { version: 'latest' } }, '1.12.0', 'input version'],
    ['nothing at all', {}, '1.12.0', 'newest release'],
    ['a pre-release by its name', { inputs: { version: '1.13.0-rc1' } }, '1.13.0-rc1', 'input version'],
    ['.terraform-version', { files: { '.terraform-version': '1.10.5\n' } }, '1.10.5', '.terraform-version:1'],
    ['.tool-versions', { files: { '.tool-versions': 'terraform 1.9.8\n' } }, '1.9.8', '.tool-versions:1'],
    [
      'the input alone, where files are left out',
      { inputs: { version: '1.9.8', 'version-files': 'false' }, files: { '.terraform-version': '1.10.5' } },
      '1.9.8',
      'input version',
    ],
  ])('%s', async (_, options, version, source) => {
    const run = await setup(options);
    expect(run.outputs).toMatchObject({ version, source, 'cache-hit': 'false' });
    const printed = execFileSync(run.outputs['path'] ?? '', ['-x'], { encoding: 'utf8' });
    expect(printed).toBe(`terraform ${version} -x\n`);
  });

  test('sources that conflict are an error naming both, before anything is asked for', async () => {
    const run = await setup({
      inputs: { version: '1.9.8', 'working-directory': 'a' },
      files: { 'a/.terraform-version': '1.11.4', 'a/main.tf': required('>= 1.9') },
    });
    expect(run).toMatchObject({ exitCode: 1, requests: [], path: [], outputs: {} });
    expect(run.annotations).toEqual([
      expect.objectContaining({
        level: 'error',
        title: expect.stringContaining('EHA1221'),
        message: expect.stringMatching(
          /- input version says "1\.9\.8"\n- a\/\.terraform-version:1 says "1\.11\.4"/,
        ),
      }),
    ]);
  });

  test('a constraint without a release says so', async () => {
    const run = await setup({ files: { 'main.tf': required('~> 1.13') } });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(/EHA1222[^]*main\.tf:2 says "~> 1\.13"[^]*the newest is 1\.12\.0/);
  });
});

describe('the tool cache', () => {
  test('an exact version in it costs no request; a constraint costs the list, or nothing with prefer-cached', async () => {
    const toolCache = temporaryDirectory();
    const first = await setup({ inputs: { version: '1.10.5' }, toolCache });
    expect(first.outputs['cache-hit']).toBe('false');
    const exact = await setup({ inputs: { version: '1.10.5' }, toolCache });
    expect(exact).toMatchObject({ exitCode: 0, requests: [], path: first.path });
    expect(exact.outputs).toMatchObject({
      version: '1.10.5',
      'cache-hit': 'true',
      path: first.outputs['path'],
    });
    const listed = await setup({ inputs: { version: '~> 1.10.0' }, toolCache });
    expect(listed).toMatchObject({ requests: ['/terraform/index.json'], outputs: { 'cache-hit': 'true' } });
    const offline = await setup({ inputs: { version: '~> 1.9', 'prefer-cached': 'true' }, toolCache });
    expect(offline).toMatchObject({ requests: [], outputs: { version: '1.10.5', 'cache-hit': 'true' } });
    expect(offline.stdout).toContain('from the versions in the tool cache');
  });

  test('what somebody else put there, or another key vouched for, is not used', async () => {
    const toolCache = temporaryDirectory();
    const folder = join(toolCache, 'terraform', '1.10.5', process.arch);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'terraform'), '#!/bin/sh\necho owned\n', { mode: 0o755 });
    writeFileSync(`${folder}.complete`, '');
    const run = await setup({ inputs: { version: '1.10.5' }, toolCache });
    expect(run.outputs['cache-hit']).toBe('false');
    expect(readFileSync(join(folder, 'terraform'), 'utf8')).toContain('terraform 1.10.5');
    const distrusting = await setup({ inputs: { version: '1.10.5', 'mirror-key': '' }, toolCache });
    expect(distrusting).toMatchObject({ exitCode: 1, path: [] });
    expect(distrusting.stdout).toContain('EHA1407');
  });
});

describe('downloads', () => {
  test.each<[Flaw, string]>([
    ['wrong-hash', 'EHA1410'],
    ['attacker-signed', 'EHA1407'],
    ['attacker-named-like-key', 'EHA1408'],
    ['tampered-sums', 'EHA1408'],
    ['unsigned', 'EHA1405'],
    ['expired-before', 'EHA1409'],
    ['zip-slip', 'EHA1415'],
  ])('from a mirror that is %s is refused, and nothing stays', async (flaw, code) => {
    const run = await setup({ inputs: { version: '1.10.5' }, flaw });
    expect(run).toMatchObject({ exitCode: 1, path: [], outputs: {} });
    expect(run.annotations).toEqual([expect.objectContaining({ title: expect.stringContaining(code) })]);
    expect(contents(run.toolCache)).toEqual([]);
  });

  test('a mirror that lacks the release is passed over', async () => {
    const run = await setup({
      inputs: {
        version: '1.10.5',
        'mirror-url': '',
        mirrors: `${server.url}/missing, ${server.url}/bad-gateway-twice`,
      },
    });
    expect(run).toMatchObject({ exitCode: 0, outputs: { version: '1.10.5' } });
    expect(run.report()).toMatchObject({ downloadedFrom: expect.stringContaining('/bad-gateway-twice/') });
  });

  test('a SHA-256 is checked besides, and can stand for a key of OpenTofu', async () => {
    const version = '1.10.5';
    const wrong = await setup({ inputs: { version, sha256: 'a'.repeat(64) } });
    expect(wrong).toMatchObject({ exitCode: 1, path: [] });
    expect(wrong.stdout).toContain('EHA1411');
    const without = await setup({ inputs: { tool: 'opentofu', version: '1.10.1', 'mirror-key': '' } });
    expect(without).toMatchObject({ exitCode: 1, path: [], requests: [] });
    expect(without.stdout).toContain('EHA1400');
    const keyed = await setup({ inputs: { tool: 'opentofu', version: '~> 1.9' } });
    expect(keyed.outputs).toMatchObject({ version: '1.10.1', path: expect.stringMatching(/[/\\]tofu$/) });
    const { sha256 } = toolDocument.parse(keyed.report(), 'the report');
    const pinned = await setup({ inputs: { tool: 'opentofu', version: '1.10.1', 'mirror-key': '', sha256 } });
    expect(pinned).toMatchObject({ exitCode: 0, outputs: { version: '1.10.1' } });
    expect(pinned.report()).toMatchObject({ verified: { by: 'sha256' } });
  });

  test('a cancelled download leaves nothing behind', async () => {
    let isSent = false;
    const run = await setup({
      inputs: { version: '1.10.5' },
      flaw: 'slow',
      onStdout: (child, text) => {
        if (isSent || !text.includes('Downloading')) return;
        isSent = true;
        child.kill('SIGINT');
      },
    });
    expect(run).toMatchObject({ exitCode: 1, path: [] });
    expect(run.stdout).toContain('EHA1005');
    expect(contents(run.toolCache)).toEqual([]);
  });
});

describe('inputs', () => {
  test('are refused together, before anything is read', async () => {
    const run = await setup({
      inputs: {
        tool: 'tofu',
        'working-directory': '../outside',
        mirrors: 'ftp://mirror.example.com',
        'mirror-url': server.url,
        sha256: 'abc',
        'prefer-cached': 'yes',
      },
    });
    expect(run).toMatchObject({ exitCode: 1, requests: [] });
    for (const name of ['tool', 'working-directory', 'mirrors', 'mirror-url', 'sha256', 'prefer-cached']) {
      expect(run.stdout).toContain(`Input "${name}"`);
    }
  });

  test('two segments name no release', async () => {
    const run = await setup({ inputs: { version: '1.1' } });
    expect(run).toMatchObject({ exitCode: 1, requests: [] });
    expect(run.stdout).toMatch(/EHA1220[^]*YAML makes 1\.1 of 1\.10/);
  });

  test('the key may be given as text', async () => {
    const run = await setup({ inputs: { version: '1.9.8', 'mirror-key': server.publicKey } });
    expect(run).toMatchObject({ exitCode: 0, outputs: { version: '1.9.8', 'cache-hit': 'false' } });
    expect(existsSync(run.outputs['path'] ?? '')).toBe(true);
  });
});
