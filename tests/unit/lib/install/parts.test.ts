/** The small parts of an installation, as tables. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { readKeys } from 'openpgp';
import { displayUrl, followRedirect } from '#lib/install/addresses.js';
import { Downloader } from '#lib/install/download.js';
import { HASHICORP, normaliseFingerprint, pinnedKeys } from '#lib/install/keys.js';
import { checkMirrors, officialMirrors } from '#lib/install/mirrors.js';
import { executableName, platformOf } from '#lib/install/platforms.js';
import { parseIndex, releaseFiles } from '#lib/install/releases.js';
import { verifySignature } from '#lib/install/signature.js';
import { parseSums } from '#lib/install/sums.js';
import { answerError, connectionError } from '#lib/install/transfer-error.js';
import { startReleaseServer } from '#simulator/servers/releases/server.js';
import { systemClock } from '#simulator/world/clock.js';
import { manualClock, recordingLogger } from '#tests/support/fake-deps.js';
import { LINUX } from '#tests/support/releases.js';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

describe('SHA256SUMS', () => {
  test('by exact name, hashes in lower case, either kind of line', () => {
    const sums = parseSums(`${A.toUpperCase()}  tool.zip\r\n${B} *tool.zip.old\n`, 'x');
    expect([...sums]).toEqual([
      ['tool.zip', A],
      ['tool.zip.old', B],
    ]);
  });

  test.each([
    ['nothing', ''],
    ['a page', '<html></html>'],
    ['a short hash', `${'a'.repeat(63)}  tool.zip`],
    ['a long hash', `${'a'.repeat(65)}  tool.zip`],
    ['no name', `${A}  `],
    ['a path', `${A}  ../tool.zip`],
    ['a name twice', `${A}  tool.zip\n${B}  tool.zip`],
    ['one bad line among good ones', `${A}  tool.zip\nx\n`],
    ['a blank too many', `${A}   tool.zip`],
  ])('refuses %s', (_what, text) => {
    expect(() => parseSums(text, 'x')).toThrow(expect.objectContaining({ code: 'EHA1404' }));
  });
});

describe('redirects', () => {
  test.each([
    ['https://a.example/x', 'https://b.example/y', 'https://b.example/y'],
    ['https://a.example/x', '/y', 'https://a.example/y'],
    ['https://a.example/x', '//b.example/y', 'https://b.example/y'],
    ['http://a.example:80/x', '/y', 'http://a.example/y'],
    ['https://a.example/x', 'http://a.example/y', null],
    ['https://a.example/x', 'http://b.example/y', null],
    ['http://a.example/x', 'http://b.example/y', null],
    ['http://a.example/x', 'http://a.example:8080/y', null],
    ['http://a.example/x', 'https://b.example/y', null],
    ['https://a.example/x', 'file:///etc/passwd', null],
    ['https://a.example/x', undefined, null],
  ])('from %s to %s', (from, location, expected) => {
    const follow = () => followRedirect(new URL(from), location).href;
    if (expected === null) expect(follow).toThrow(expect.objectContaining({ code: 'EHA1413' }));
    else expect(follow()).toBe(expected);
  });

  test('addresses are shown without what may be secret', () => {
    expect(displayUrl('https://user:pass@a.example:8443/x/y?token=1#z')).toBe('https://a.example:8443/x/y');
  });
});

describe('mirrors', () => {
  const keys = [{ name: 'own', armored: '' }];
  test.each([
    [[{ url: 'https://a.example/x' }]],
    [[{ url: 'http://127.0.0.1:8080' }, { url: 'http://localhost' }, { url: 'http://[::1]:1' }]],
    [[{ url: 'http://mirror.intern', keys }]],
  ])('%j are allowed', (mirrors) => {
    expect(() => checkMirrors(mirrors)).not.toThrow();
  });

  test.each([
    [[]],
    [[{ url: 'http://mirror.intern' }]],
    [[{ url: 'http://mirror.intern', keys: [] }]],
    [[{ url: 'https://a.example', indexUrl: 'http://a.example' }]],
    [[{ url: 'http://localhost.example' }]],
    [[{ url: 'file:///srv/mirror', keys }]],
  ])('%j are refused', (mirrors) => {
    expect(() => checkMirrors(mirrors)).toThrow(expect.objectContaining({ code: 'EHA1418' }));
  });

  test('the publishers’ own', () => {
    for (const tool of ['terraform', 'opentofu'] as const) checkMirrors(officialMirrors(tool));
    const [terraform] = officialMirrors('terraform');
    const [tofu] = officialMirrors('opentofu');
    const files = releaseFiles(
      'terraform',
      '1.11.4',
      LINUX,
      terraform ?? { url: '' },
      pinnedKeys('terraform'),
    );
    const folder = 'https://releases.hashicorp.com/terraform/1.11.4';
    expect(files).toEqual({
      archiveName: 'terraform_1.11.4_linux_amd64.zip',
      archive: `${folder}/terraform_1.11.4_linux_amd64.zip`,
      sums: `${folder}/terraform_1.11.4_SHA256SUMS`,
      signatures: [
        `${folder}/terraform_1.11.4_SHA256SUMS.72D7468F.sig`,
        `${folder}/terraform_1.11.4_SHA256SUMS.sig`,
      ],
    });
    const base = 'https://github.com/opentofu/opentofu/releases/download/v1.10.0';
    expect(releaseFiles('opentofu', '1.10.0', LINUX, tofu ?? { url: '' }, [])).toMatchObject({
      archive: `${base}/tofu_1.10.0_linux_amd64.zip`,
      signatures: [`${base}/tofu_1.10.0_SHA256SUMS.gpgsig`],
    });
  });
});

describe('lists of versions', () => {
  const read = (value: unknown, tool: 'terraform' | 'opentofu') =>
    parseIndex(JSON.stringify(value), { tool, platform: LINUX }, 'x');

  test('Terraform: what is built for the platform, or does not say', () => {
    const builds = [{ os: 'linux', arch: 'amd64' }];
    const versions = {
      '1.0.0': { builds },
      '1.1.0': { builds: [] },
      '1.2.0-rc1': {},
      junk: { builds },
      '../..': {},
    };
    expect(read({ versions }, 'terraform')).toEqual(['1.0.0', '1.2.0-rc1']);
  });

  test('OpenTofu', () => {
    const versions = [
      { id: '1.10.0', files: ['tofu_1.10.0_linux_amd64.zip'] },
      { id: '1.10.1', files: ['tofu_1.10.1_linux_amd64.zip.sig', 'tofu_1.10.0_linux_amd64.zip'] },
      { id: 'nightly', files: [] },
    ];
    expect(read({ versions }, 'opentofu')).toEqual(['1.10.0']);
  });

  test.each([
    null,
    [],
    {},
    { versions: {} },
    { versions: 'x' },
    { versions: [1] },
    { versions: { junk: 1 } },
  ])('%j is none', (value) => {
    for (const tool of ['terraform', 'opentofu'] as const) {
      expect(() => read(value, tool)).toThrow(expect.objectContaining({ code: 'EHA1416' }));
    }
  });
});

describe('keys', () => {
  test('the pinned key is the one its fingerprint says, with the signing subkey that is documented', async () => {
    const [key] = await readKeys({ armoredKeys: HASHICORP.armored });
    expect(key?.getFingerprint().toUpperCase()).toBe(HASHICORP.fingerprint);
    const subkeys = key?.subkeys.map((subkey) => subkey.getFingerprint().toUpperCase());
    expect(subkeys).toContain('374EC75B485913604A831CC7C820C6D5CD27AB87');
    expect(key?.isPrivate()).toBe(false);
    expect(pinnedKeys('opentofu')).toEqual([]);
  });

  test('fingerprints as people write them; short ids are none', () => {
    const written = 'c874 011f 0ab4 0511 0d02  1055 3436 5d94 72d7 468f';
    expect(normaliseFingerprint(written, 'x')).toBe(HASHICORP.fingerprint);
    for (const bad of ['72D7468F', '34365D9472D7468F', '', 'z'.repeat(40)]) {
      expect(() => normaliseFingerprint(bad, 'x')).toThrow(expect.objectContaining({ code: 'EHA1401' }));
    }
  });

  test.each([
    ['no key', { armored: 'x' }],
    ['another key than pinned', { armored: HASHICORP.armored, fingerprint: '0'.repeat(40) }],
    ['two keys', { armored: `${HASHICORP.armored}\n${HASHICORP.armored}` }],
    ['half a key', { armored: HASHICORP.armored.slice(0, 2000) }],
  ])('%s is refused', async (_what, key) => {
    const document = { content: Buffer.from('x'), signature: Buffer.from('x'), now: new Date(), from: 'x' };
    const verified = verifySignature({ ...document, keys: [{ name: 'given', ...key }] });
    await expect(verified).rejects.toMatchObject({ code: 'EHA1401' });
  });

  test('a signature is by one of several keys', async () => {
    const executable = Buffer.from('x');
    const server = await startReleaseServer({
      clock: systemClock,
      releases: [{ tool: 'terraform', version: '1.0.0', executable }],
    });
    try {
      const at = async (name: string) =>
        new Uint8Array(
          await (await fetch(`${server.url}/terraform/1.0.0/terraform_1.0.0_${name}`)).arrayBuffer(),
        );
      const content = await at('SHA256SUMS');
      const signature = await at('SHA256SUMS.sig');
      const keys = [HASHICORP, { name: 'mirror', armored: server.publicKey }];
      const now = new Date(Date.now() + 1000);
      const { proof, key } = await verifySignature({ content, signature, keys, now, from: 'x' });
      expect(proof).toMatchObject({ key: 'mirror', fingerprint: server.fingerprint });
      expect(key.name).toBe('mirror');
      for (let at = 0; at < content.length; at += 7) {
        const changed = Uint8Array.from(content);
        changed[at] = (changed[at] ?? 0) ^ 1;
        const verified = verifySignature({ content: changed, signature, keys, now, from: 'x' });
        await expect(verified).rejects.toMatchObject({ code: 'EHA1408' });
      }
    } finally {
      await server.close();
    }
  });
});

describe('failures of a transfer', () => {
  test.each([
    [502, undefined, true, undefined],
    [503, '3', true, 3000],
    [429, 'Sun, 22 Nov 2026 12:00:09 GMT', true, 9000],
    [429, 'Sun, 22 Nov 2026 11:00:00 GMT', true, undefined],
    [500, 'soon', true, undefined],
    [403, undefined, false, undefined],
    [404, '3', false, 3000],
  ])('status %i with Retry-After %s', (status, retryAfter, mayPass, retryAfterMs) => {
    const error = answerError('x', status, retryAfter, Date.parse('2026-11-22T12:00:00Z'));
    expect(error).toMatchObject({ status, mayPass });
    expect(error.retryAfterMs).toBe(retryAfterMs);
  });

  test.each([
    ['ECONNRESET', true],
    ['EAI_AGAIN', true],
    ['ENOTFOUND', false],
    ['CERT_HAS_EXPIRED', false],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', false],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', false],
  ])('%s may pass: %s', (code, mayPass) => {
    const error = connectionError('x', Object.assign(new Error('broken'), { code }));
    expect(error.mayPass).toBe(mayPass);
    expect(error.message).toBe(`x: broken (${code})`);
  });
});

test('platforms', () => {
  expect(platformOf('linux', 'x64')).toEqual({ os: 'linux', arch: 'amd64' });
  expect(platformOf('darwin', 'arm64')).toEqual({ os: 'darwin', arch: 'arm64' });
  expect(executableName('opentofu', platformOf('win32', 'x64'))).toBe('tofu.exe');
  for (const [platform, arch] of [
    ['freebsd', 'x64'],
    ['linux', 'ia32'],
    ['toString', 'x64'],
  ] as const) {
    expect(() => platformOf(platform, arch)).toThrow(expect.objectContaining({ code: 'EHA1419' }));
  }
});

test('a proxy of the job is used, except for hosts it is not for', async () => {
  const seen: string[] = [];
  const proxy = createServer((request: IncomingMessage, response) => {
    seen.push(request.url ?? '');
    response.end('through the proxy');
  });
  proxy.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url ?? ''}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n', () => socket.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const signal = new AbortController().signal;
  const access = { mirrors: [], log: recordingLogger(), clock: manualClock(), signal };
  const through = new Downloader({ ...access, proxy: { HTTP_PROXY: address, HTTPS_PROXY: address } });
  const direct = new Downloader({ ...access, proxy: { HTTP_PROXY: address, NO_PROXY: '127.0.0.1' } });
  try {
    expect(String(await through.bytes('http://mirror.invalid/x', 100, signal))).toBe('through the proxy');
    await expect(through.bytes('https://mirror.invalid/x', 100, signal)).rejects.toThrow();
    expect(seen.slice(0, 2)).toEqual(['http://mirror.invalid/x', 'CONNECT mirror.invalid:443']);
    expect(String(await direct.bytes(`${address}/y`, 100, signal))).toBe('through the proxy');
    expect(seen.at(-1)).toBe('/y');
  } finally {
    through.close();
    direct.close();
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
  }
});
