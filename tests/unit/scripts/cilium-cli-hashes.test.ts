/** The table of hashes of cilium-cli is filled from releases that hold what they say, and from nothing else. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type CiliumReleaseFlaw,
  type CiliumReleaseServer,
  startCiliumReleaseServer,
} from '#simulator/cilium-cli/release-server.js';
import { type Hashes, obtainHashes, withHashes } from '#scripts/cilium-cli-hashes.js';
import { manualClock } from '#tests/support/fake-deps.js';

let server: CiliumReleaseServer;
beforeAll(async () => {
  server = await startCiliumReleaseServer();
});
afterAll(() => server.close());

async function obtain(flaw?: CiliumReleaseFlaw, known: Hashes = {}): Promise<Hashes | string> {
  const mirrorUrl = flaw === undefined ? server.url : `${server.url}/${flaw}`;
  const source = { mirrorUrl, say: () => undefined, clock: manualClock(0) };
  try {
    return await obtainHashes(['v0.19.7'], known, source);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
}

describe('what is found', () => {
  test('is the hash of each platform’s archive', async () => {
    const found = await obtain();
    expect(Object.keys(found)).toEqual([
      '0.19.7/linux-amd64',
      '0.19.7/linux-arm64',
      '0.19.7/darwin-amd64',
      '0.19.7/darwin-arm64',
    ]);
    expect(found).toHaveProperty(['0.19.7/linux-amd64'], server.sha256('v0.19.7'));
    expect(new Set(Object.values(found)).size).toBe(4);
  });

  test.each<[CiliumReleaseFlaw, string]>([
    ['wrong-checksum', 'EHA1463'],
    ['no-checksum', 'EHA1461'],
    ['no-program', 'EHA1467'],
    ['truncated', 'EHA1466'],
  ])('is nothing where the release is %s', async (flaw, code) => {
    expect(await obtain(flaw)).toBe(code);
  });

  test('does not replace what is known', async () => {
    expect(await obtain('replaced', { '0.19.7/linux-amd64': server.sha256('v0.19.7') })).toBe('EHA1465');
  });
});

test('the table is written in order and can be written again', () => {
  const empty = '/** Kept. */\nexport const CILIUM_CLI_HASHES: Readonly<Record<string, string>> = {};\n';
  const one = withHashes(empty, { '0.19.10/linux-amd64': 'b', '0.19.7/linux-amd64': 'a' });
  expect(one).toBe(
    "/** Kept. */\nexport const CILIUM_CLI_HASHES: Readonly<Record<string, string>> = {\n  '0.19.7/linux-amd64': 'a',\n  '0.19.10/linux-amd64': 'b',\n};\n",
  );
  expect(withHashes(one, { '0.19.7/linux-amd64': 'c' })).toContain("= {\n  '0.19.7/linux-amd64': 'c',\n};");
  expect(() => withHashes('nothing', {})).toThrow(/does not define/);
});
