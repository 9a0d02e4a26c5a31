/** cilium-cli from the simulated server of its releases, in order and with each flaw. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CiliumCliRequest, type InstalledCiliumCli, installCiliumCli } from '#lib/install/cilium-cli.js';
import { CILIUM_CLI_HASHES } from '#lib/install/cilium-cli-hashes.js';
import { untarEntry } from '#lib/install/untar.js';
import { writeTarGz } from '#simulator/cilium-cli/archive.js';
import {
  type CiliumReleaseFlaw,
  type CiliumReleaseServer,
  startCiliumReleaseServer,
} from '#simulator/cilium-cli/release-server.js';
import { manualClock, recordingLogger } from '#tests/support/fake-deps.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

let server: CiliumReleaseServer;
beforeAll(async () => {
  server = await startCiliumReleaseServer();
});
afterAll(() => server.close());

const LINUX = { os: 'linux', arch: 'amd64' } as const;
const OTHER_SUM = 'a'.repeat(64);

interface Outcome {
  readonly installed?: InstalledCiliumCli;
  readonly refused?: string;
  readonly toolCache: string;
  readonly requests: number;
}

async function install(
  flaw: CiliumReleaseFlaw | undefined,
  given: Partial<CiliumCliRequest> = {},
): Promise<Outcome> {
  const before = server.requests.length;
  const mirrorUrl = flaw === undefined ? server.url : `${server.url}/${flaw}`;
  const toolCache = given.toolCache ?? temporaryDirectory('tool-cache-');
  const request = { version: 'v0.19.7', platform: LINUX, mirrorUrl, toolCache, table: {}, ...given };
  const deps = { log: recordingLogger(), clock: manualClock(0), signal: new AbortController().signal };
  try {
    const installed = await installCiliumCli(request, deps);
    return { installed, toolCache, requests: server.requests.length - before };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { refused: String(error.code), toolCache, requests: server.requests.length - before };
  }
}

/** Everything below the tool cache, but for the folders that hold nothing. */
function left(toolCache: string): readonly string[] {
  return readdirSync(toolCache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

describe('what vouches for the archive', () => {
  test('is the release alone where nothing else is known', async () => {
    const { installed, toolCache } = await install(undefined);
    expect(installed).toMatchObject({ version: 'v0.19.7', verifiedBy: 'release', fromCache: false });
    expect(installed?.sha256).toBe(server.sha256('v0.19.7'));
    expect(left(toolCache)).toEqual(['.eks-hybrid-actions.json', 'cilium', 'x64.complete']);
    const said = execFileSync(installed?.path ?? '', ['version', '--client'], { encoding: 'utf8' });
    expect(said).toMatch(/^cilium-cli: v0\.19\.7 /);
  });

  test('is the given SHA-256, in capitals too, or that of the table', async () => {
    const sha256 = server.sha256('v0.19.7');
    const pinned = await install(undefined, { sha256: sha256.toUpperCase() });
    expect(pinned.installed).toMatchObject({ verifiedBy: 'pin', sha256 });
    const table = { '0.19.7/linux-amd64': sha256 };
    expect((await install(undefined, { table })).installed?.verifiedBy).toBe('table');
    expect((await install(undefined, { table, version: '0.19.6' })).installed?.verifiedBy).toBe('release');
  });

  test('is the given SHA-256 rather than the table', async () => {
    const table = { '0.19.7/linux-amd64': OTHER_SUM };
    const { installed } = await install(undefined, { table, sha256: server.sha256('v0.19.7') });
    expect(installed?.verifiedBy).toBe('pin');
  });
});

describe('the tool cache', () => {
  test('answers without a request where something else than the release vouches', async () => {
    const sha256 = server.sha256('v0.19.7');
    const first = await install(undefined, { sha256 });
    const again = await install(undefined, { sha256, toolCache: first.toolCache });
    expect(again).toMatchObject({ requests: 0, installed: { fromCache: true, verifiedBy: 'pin' } });
  });

  test('asks the release for its checksum otherwise, and notices that it was replaced', async () => {
    const first = await install(undefined);
    const again = await install(undefined, { toolCache: first.toolCache });
    expect(again).toMatchObject({ requests: 1, installed: { fromCache: true } });
    const replaced = await install('replaced', { toolCache: first.toolCache });
    expect(replaced.installed?.fromCache).toBe(false);
  });

  test('does not give what was put there before a pin forbids it', async () => {
    const first = await install('replaced');
    const { refused } = await install('replaced', {
      toolCache: first.toolCache,
      sha256: server.sha256('v0.19.7'),
    });
    expect(refused).toBe('EHA1464');
  });
});

describe('refusals leave nothing behind', () => {
  const pin = () => ({ sha256: server.sha256('v0.19.7') });
  const table = () => ({ table: { '0.19.7/linux-amd64': server.sha256('v0.19.7') } });
  test.each<[CiliumReleaseFlaw, string, () => Partial<CiliumCliRequest>]>([
    ['missing', 'EHA1461', () => ({})],
    ['no-checksum', 'EHA1461', () => ({})],
    ['no-checksum', 'EHA1461', pin],
    ['checksum-page', 'EHA1462', () => ({})],
    ['wrong-checksum', 'EHA1463', () => ({})],
    ['wrong-checksum', 'EHA1463', pin],
    ['replaced', 'EHA1464', pin],
    ['replaced', 'EHA1465', table],
    ['truncated', 'EHA1466', () => ({})],
    ['unavailable', 'EHA1466', () => ({})],
    ['no-program', 'EHA1467', () => ({})],
    ['link', 'EHA1467', () => ({})],
    ['not-an-archive', 'EHA1467', () => ({})],
  ])('%s is %s', async (flaw, code, given) => {
    const { refused, toolCache } = await install(flaw, given());
    expect(refused).toBe(code);
    expect(left(toolCache)).toEqual([]);
  });

  test('a version that is no version, and a platform without a build, cost no request', async () => {
    expect(await install(undefined, { version: 'stable' })).toMatchObject({
      refused: 'EHA1460',
      requests: 0,
    });
    const windows = { platform: { os: 'windows', arch: 'amd64' } } as const;
    expect(await install(undefined, windows)).toMatchObject({ refused: 'EHA1468', requests: 0 });
  });

  test('plain HTTP to another machine is refused', async () => {
    const { refused } = await install(undefined, { mirrorUrl: 'http://mirror.example/cilium' });
    expect(refused).toBe('EHA1418');
  });
});

test.each<CiliumReleaseFlaw>(['truncated-once', 'unavailable-twice'])('%s is got over', async (flaw) => {
  expect((await install(flaw)).installed?.verifiedBy).toBe('release');
});

test('the table holds nothing but SHA-256 of builds', () => {
  const entries = Object.entries(CILIUM_CLI_HASHES);
  expect(entries.filter(([name]) => !/^\d+\.\d+\.\d+\/(linux|darwin)-(amd64|arm64)$/.test(name))).toEqual([]);
  expect(entries.filter(([, sum]) => !/^[0-9a-f]{64}$/.test(sum))).toEqual([]);
});

describe('an entry of a tar', () => {
  const untar = async (content: Uint8Array, maximumBytes = 1000): Promise<string> => {
    const directory = temporaryDirectory('untar-');
    writeFileSync(join(directory, 'archive'), content);
    const file = join(directory, 'cilium');
    const refuse = (why: string) => Object.assign(new Error(why), { code: 'EHA0000' });
    try {
      const request = { entry: 'cilium', file, maximumBytes, refuse } as unknown;
      const bytes = await untarEntry(join(directory, 'archive'), request as Parameters<typeof untarEntry>[1]);
      return `${bytes}: ${readdirSync(directory).sort().join(' ')}`;
    } catch (error) {
      return (error as Error).message;
    }
  };
  const entry = (name: string, bytes: number) => ({ name, content: Buffer.alloc(bytes, 'x') });

  test('is found behind others, and nothing else is written', async () => {
    const others = [entry('LICENSE', 700), entry('../../outside', 3), entry('bin/cilium', 5)];
    expect(await untar(writeTarGz([...others, entry('./cilium', 513)]))).toBe('513: archive cilium');
  });

  const random = writeTarGz([{ name: 'cilium', content: randomBytes(900) }]);
  test.each<[string, Uint8Array, RegExp]>([
    ['larger than allowed', writeTarGz([entry('cilium', 1001)]), /has 1001 bytes/],
    ['empty', writeTarGz([entry('cilium', 0)]), /has 0 bytes/],
    ['behind too much', writeTarGz([entry('zeros', 2000), entry('cilium', 1)]), /is in front of/],
    ['missing', writeTarGz([entry('tar', 1)]), /does not hold cilium/],
    ['cut', random.subarray(0, random.length >> 1), /not a whole gzip file|ends in the middle/],
  ])('is refused when %s', async (_what, content, why) => {
    expect(await untar(content)).toMatch(why);
  });
});
