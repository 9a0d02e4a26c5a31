/** Installing through the one function that actions call, from simulated mirrors over HTTP. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { installTool, listVersions, type Installed } from '#lib/install/index.js';
import type { Flaw, ReleaseServer } from '#simulator/servers/releases/server.js';
import { FLAWS } from '#simulator/servers/releases/server.js';
import { manualClock, recordingLogger } from '#tests/support/fake-deps.js';
import { contentOf, LINUX, outcomeOf, releaseServer, requestTo, SCRIPT } from '#tests/support/releases.js';

const RECORD = '.eks-hybrid-actions.json';

let server: ReleaseServer;
beforeAll(async () => {
  server = await releaseServer();
});
afterAll(() => server.close());

/** Small enough that no test waits, large enough for a machine that is busy. */
const SMALL = {
  answerMs: 400,
  idleMs: 400,
  attemptMs: 20_000,
  sumsBytes: 65_536,
  indexBytes: 1 << 20,
  archiveBytes: 1 << 20,
};

/** Compares without the matcher's own comparison, which takes seconds for so many bytes. */
function isScript(path: string): boolean {
  return readFileSync(path).equals(SCRIPT);
}

/** What becomes of each flaw: the code of the refusal, or null where nothing is wrong with the release. */
const OUTCOMES: Readonly<Record<Flaw, string | null>> = {
  'wrong-hash': 'EHA1410',
  'attacker-signed': 'EHA1407',
  'attacker-named-like-key': 'EHA1408',
  'tampered-sums': 'EHA1408',
  unsigned: 'EHA1405',
  'empty-signature': 'EHA1405',
  'garbled-signature': 'EHA1406',
  'text-signature': 'EHA1406',
  'two-signatures': null,
  'two-strangers': 'EHA1407',
  'armoured-signature': null,
  'expired-before': 'EHA1409',
  'expired-after': null,
  renewed: null,
  revoked: 'EHA1409',
  'superseded-before': 'EHA1409',
  'superseded-after': null,
  'from-the-future': 'EHA1408',
  'encryption-subkey': 'EHA1409',
  truncated: 'EHA1412',
  'truncated-once': null,
  'short-file': 'EHA1410',
  'bad-gateway-twice': null,
  'bad-gateway': 'EHA1412',
  'throttled-once': null,
  slow: 'EHA1412',
  silent: 'EHA1412',
  stalled: 'EHA1412',
  redirect: null,
  'redirect-elsewhere': 'EHA1413',
  'redirect-loop': 'EHA1413',
  missing: 'EHA1402',
  'archive-missing': 'EHA1402',
  'sign-in-page': 'EHA1406',
  'listed-twice': 'EHA1404',
  'similar-names': 'EHA1403',
  'huge-sums': 'EHA1414',
  'huge-index': null,
  'huge-archive': 'EHA1414',
  'zip-slip': 'EHA1415',
  'zip-absolute': 'EHA1415',
  'zip-without-tool': 'EHA1415',
  'zip-tool-twice': 'EHA1415',
  'zip-damaged': 'EHA1415',
  'zip-stored': null,
  'zip-sizes-first': null,
  'not-a-zip': 'EHA1415',
};

describe('a mirror with a flaw', () => {
  test.each(FLAWS.map(({ name, description }) => [name, description] as const))('%s: %s', async (flaw) => {
    const limits = flaw === 'slow' ? { ...SMALL, attemptMs: 500 } : SMALL;
    const request = await requestTo(server, flaw, { limits });
    const outcome = await outcomeOf(request);
    expect('code' in outcome ? outcome.code : null).toBe(OUTCOMES[flaw]);
    if ('code' in outcome) {
      expect(contentOf(request.toolCache)).toEqual([]);
      expect(outcome.message).not.toContain('undefined');
    } else {
      expect(isScript(outcome.path)).toBe(true);
    }
  });
});

describe('a mirror in order', () => {
  test('gives an executable, its folder for PATH and the layout of @actions/tool-cache', async () => {
    const request = await requestTo(server, undefined);
    const installed = await installTool(request);
    const directory = join(request.toolCache, 'terraform', '1.11.4', 'x64');
    expect(installed).toMatchObject({
      path: join(directory, 'terraform'),
      directory,
      cacheHit: false,
      source: `${server.url}/terraform/1.11.4/terraform_1.11.4_linux_amd64.zip`,
      proof: { by: 'signature', key: 'Release signing', fingerprint: server.fingerprint },
    });
    expect(execFileSync(installed.path, { encoding: 'utf8' })).toBe('Terraform v1.11.4\n');
    expect(statSync(installed.path).mode & 0o777).toBe(0o755);
    expect(contentOf(request.toolCache)).toEqual([
      'terraform',
      'terraform/1.11.4',
      'terraform/1.11.4/x64',
      'terraform/1.11.4/x64.complete',
      'terraform/1.11.4/x64/.eks-hybrid-actions.json',
      'terraform/1.11.4/x64/terraform',
    ]);
  });

  test.each([
    [{ os: 'darwin', arch: 'arm64' } as const, 'arm64/terraform'],
    [{ os: 'windows', arch: 'amd64' } as const, 'x64/terraform.exe'],
  ])('for %o', async (platform, path) => {
    const request = await requestTo(server, undefined, { platform });
    expect((await installTool(request)).path).toBe(join(request.toolCache, 'terraform/1.11.4', path));
  });

  test('has OpenTofu under its own names', async () => {
    const overrides = { tool: 'opentofu', version: '1.10.0' } as const;
    const request = await requestTo(server, undefined, overrides);
    const { path, source } = await installTool(request);
    expect(path).toBe(join(request.toolCache, 'opentofu/1.10.0/x64/tofu'));
    expect(source).toBe(`${server.url}/v1.10.0/tofu_1.10.0_linux_amd64.zip`);
  });

  test('lists versions, those of a platform alone when asked', async () => {
    const request = await requestTo(server, undefined);
    expect(await listVersions(request)).toEqual(['1.11.4', '1.12.0-rc1']);
    const { platform: _platform, ...anywhere } = request;
    const mac = { os: 'darwin', arch: 'arm64' } as const;
    expect(await listVersions({ ...anywhere, platform: mac })).toEqual(['1.11.4']);
    expect(await listVersions({ ...anywhere, tool: 'opentofu' })).toEqual(['1.10.0']);
  });

  test.each([
    ['huge-index', 'EHA1414'],
    ['sign-in-page', 'EHA1416'],
    ['missing', 'EHA1416'],
    ['bad-gateway', 'EHA1412'],
  ] as const)('a list of versions is refused: %s', async (flaw, code) => {
    const request = await requestTo(server, flaw, { limits: SMALL });
    await expect(listVersions(request)).rejects.toMatchObject({ code });
  });
});

describe('the tool cache', () => {
  test('answers without a request', async () => {
    const request = await requestTo(server, undefined);
    const first = await installTool(request);
    const before = server.requests.length;
    expect(await installTool(request)).toEqual({ ...first, cacheHit: true });
    expect(server.requests.length).toBe(before);
  });

  test.each([
    ['the executable has another size', (at: Installed) => writeFileSync(at.path, 'short')],
    ['the executable is gone', (at: Installed) => rmSync(at.path)],
    ['someone else put the folder there', (at: Installed) => rmSync(join(at.directory, RECORD))],
    ['the record is damaged', (at: Installed) => writeFileSync(join(at.directory, RECORD), '{')],
  ])('is not believed when %s', async (_why, spoil) => {
    const request = await requestTo(server, undefined);
    spoil(await installTool(request));
    const again = await installTool(request);
    expect(again.cacheHit).toBe(false);
    expect(isScript(again.path)).toBe(true);
    expect(contentOf(request.toolCache)).toHaveLength(6);
  });

  test('is not believed by a request that trusts other keys', async () => {
    const { url, publicKey, fingerprint } = await server.mirror('renewed');
    const other = await server.mirror('expired-after');
    const request = await requestTo(server, undefined, {
      mirrors: [{ url: other.url, keys: [{ name: 'other', armored: other.publicKey }] }],
      keys: [],
    });
    expect((await installTool(request)).cacheHit).toBe(false);
    expect((await installTool(request)).cacheHit).toBe(true);
    const trusting = {
      ...request,
      mirrors: [{ url }],
      keys: [{ name: 'main', armored: publicKey, fingerprint }],
    };
    expect((await installTool(trusting)).cacheHit).toBe(false);
    expect((await installTool(request)).cacheHit).toBe(false);
  });

  test('takes installations of the same version at the same time', async () => {
    const request = await requestTo(server, undefined);
    const all = await Promise.all(Array.from({ length: 6 }, () => installTool(request)));
    expect(new Set(all.map(({ path }) => path)).size).toBe(1);
    expect(isScript(all[0]?.path ?? '')).toBe(true);
    expect(contentOf(request.toolCache)).toHaveLength(6);
  });

  test('what a killed job left is removed after a day, what a running one has stays', async () => {
    const request = await requestTo(server, undefined);
    const [old, young] = ['old', 'young'].map((name) =>
      join(request.toolCache, `.eks-hybrid-actions-${name}`),
    );
    for (const path of [old ?? '', young ?? '']) mkdirSync(path);
    const yesterday = new Date(request.clock.now() - 25 * 60 * 60 * 1000);
    utimesSync(old ?? '', yesterday, yesterday);
    await installTool(request);
    expect([existsSync(old ?? ''), existsSync(young ?? '')]).toEqual([false, true]);
  });

  test('that cannot be written is an error of its own', async () => {
    const request = await requestTo(server, undefined);
    const toolCache = join(request.toolCache, 'file');
    writeFileSync(toolCache, '');
    await expect(installTool({ ...request, toolCache })).rejects.toMatchObject({ code: 'EHA1417' });
  });
});

describe('mirrors', () => {
  test('are tried in order; what failed is said', async () => {
    const [down, missing] = await Promise.all([
      server.mirror('bad-gateway'),
      server.mirror('archive-missing'),
    ]);
    const log = recordingLogger();
    const request = await requestTo(server, undefined, {
      mirrors: [{ url: down.url }, { url: missing.url }, { url: server.url }],
      log,
    });
    expect((await installTool(request)).source).toMatch(`${server.url}/terraform/`);
    const said = log.messages('info').filter((line) => line.includes('cannot deliver'));
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('502');
    expect(said[1]).toContain('404');
  });

  test('one that delivers what nobody signed ends the installation', async () => {
    const bad = await server.mirror('wrong-hash');
    const request = await requestTo(server, undefined, { mirrors: [{ url: bad.url }, { url: server.url }] });
    expect(await outcomeOf(request)).toMatchObject({ code: 'EHA1410' });
  });

  test('a later run succeeds where an earlier one failed', async () => {
    const request = await requestTo(server, 'truncated');
    expect(await outcomeOf(request)).toMatchObject({ code: 'EHA1412' });
    const mirrors = [{ url: server.url }];
    expect(await outcomeOf({ ...request, mirrors })).toMatchObject({ cacheHit: false });
  });

  test('wait as long as they ask', async () => {
    const clock = manualClock(Date.now() + 1000);
    const request = await requestTo(server, 'throttled-once', { clock, toolCache: '/tmp' });
    const fresh = await requestTo(server, undefined);
    // The server counts requests by file: another platform has not been asked for.
    const platform = { os: 'darwin', arch: 'arm64' } as const;
    await installTool({ ...request, platform, toolCache: fresh.toolCache });
    expect(clock.sleeps.filter((milliseconds) => milliseconds >= 7000).length).toBeGreaterThan(0);
  });

  test.each([
    ['ftp://mirror.example', 'EHA1418'],
    ['http://mirror.example', 'EHA1418'],
    ['mirror', 'EHA1418'],
    ['http://127.0.0.1.example.com', 'EHA1418'],
  ])('%s is refused', async (url, code) => {
    const request = await requestTo(server, undefined, { mirrors: [{ url }] });
    expect(await outcomeOf(request)).toMatchObject({ code });
  });

  test('credentials of an address are used and never shown', async () => {
    const log = recordingLogger();
    const url = server.url.replace('//', '//user:hunter2@');
    const request = await requestTo(server, undefined, { mirrors: [{ url: `${url}/?token=hunter3` }], log });
    const installed = await installTool(request);
    const record = readFileSync(join(installed.directory, RECORD), 'utf8');
    expect(JSON.stringify([installed, log.entries, record])).not.toMatch(/hunter/);
  });
});

describe('what the request says', () => {
  test('no key and no SHA-256 is refused before anything is asked for', async () => {
    const before = server.requests.length;
    expect(await outcomeOf(await requestTo(server, undefined, { keys: [] }))).toMatchObject({
      code: 'EHA1400',
    });
    expect(server.requests.length).toBe(before);
  });

  test('a SHA-256 stands in for a key that cannot be had', async () => {
    const url = `${server.url}/v1.10.0/tofu_1.10.0_linux_amd64.zip`;
    const archive = new Uint8Array(await (await fetch(url)).arrayBuffer());
    const sha256 = createHash('sha256').update(archive).digest('hex').toUpperCase();
    const overrides = { tool: 'opentofu', version: '1.10.0', keys: [], sha256 } as const;
    const request = await requestTo(server, undefined, overrides);
    expect(await outcomeOf(request)).toMatchObject({ proof: { by: 'sha256' }, cacheHit: false });
    expect(await outcomeOf(request)).toMatchObject({ proof: { by: 'sha256' }, cacheHit: true });
    const wrong = { ...request, sha256: '0'.repeat(64) };
    expect(await outcomeOf(wrong)).toMatchObject({ code: 'EHA1411' });
  });

  test('a SHA-256 beside a key has to agree with what was signed', async () => {
    const request = await requestTo(server, undefined, { sha256: '0'.repeat(64) });
    expect(await outcomeOf(request)).toMatchObject({ code: 'EHA1411' });
    expect(contentOf(request.toolCache)).toEqual([]);
  });

  test.each(['latest', '1.11', '../../etc', '1.11.4/..', ''])('"%s" is no version', async (version) => {
    const request = await requestTo(server, undefined, { version });
    expect(await outcomeOf(request)).toMatchObject({ code: 'EHA1419' });
  });

  test('a version that no mirror has', async () => {
    const request = await requestTo(server, undefined, { version: '9.9.9' });
    expect(await outcomeOf(request)).toMatchObject({ code: 'EHA1402' });
  });

  test('a platform that the release is not built for', async () => {
    const request = await requestTo(server, undefined, { platform: { ...LINUX, arch: 'arm64' } });
    expect(await outcomeOf(request)).toMatchObject({ code: 'EHA1403' });
  });

  test('a cancelled job stops at once and leaves nothing', async () => {
    const abort = new AbortController();
    const request = await requestTo(server, 'silent', { signal: abort.signal });
    setTimeout(() => abort.abort(new Error('cancelled')), 50);
    await expect(installTool(request)).rejects.toThrow('cancelled');
    expect(contentOf(request.toolCache)).toEqual([]);
  });

  test('an executable larger than allowed', async () => {
    const request = await requestTo(server, undefined, { limits: { binaryBytes: 1000 } });
    expect(await outcomeOf(request)).toMatchObject({ code: 'EHA1414' });
    expect(contentOf(request.toolCache)).toEqual([]);
  });
});
