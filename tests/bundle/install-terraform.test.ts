/** The programs of this repository on a machine that has no Terraform. */
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runCommand } from '#scripts/support/process.js';
import { TESTED_TERRAFORM } from '#scripts/support/install-terraform.js';
import { findTerraform } from '#scripts/support/terraform.js';
import { startReleaseServer, type ReleaseServer } from '#simulator/servers/releases/server.js';
import { systemClock } from '#simulator/world/clock.js';
import { temporaryDirectory } from '../support/temporary.ts';

let server: ReleaseServer;
let version: string;

beforeAll(async () => {
  const { path, version: found } = await findTerraform();
  version = found;
  const platform = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;
  server = await startReleaseServer({
    clock: systemClock,
    releases: [{ tool: 'terraform', version: TESTED_TERRAFORM, executable: path, platforms: [platform] }],
  });
});

const PATH = process.env['PATH'];

afterAll(async () => {
  process.env['PATH'] = PATH;
  await server.close();
});

test('Terraform is downloaded once, verified, and first on PATH of everything that is started', async () => {
  const toolCache = temporaryDirectory();
  const lines: string[] = [];
  const keys = [{ name: 'the mirror', armored: server.publicKey }];
  const source = {
    mirrors: [{ url: server.url, keys }],
    toolCache,
    say: (line: string) => void lines.push(line),
  };
  const found = await findTerraform({ searchPath: '/nonexistent', source });
  expect(found).toEqual({
    path: join(toolCache, 'terraform', TESTED_TERRAFORM, process.arch, 'terraform'),
    version,
  });
  expect(lines.join('\n')).toMatch(/Downloading http.*\.zip[^]*installed as/);
  const { stdout } = await runCommand(['sh', '-c', 'command -v terraform'], { cwd: toolCache });
  expect(dirname(stdout.trim())).toBe(dirname(found.path));

  const asked = server.requests.length;
  expect(await findTerraform({ searchPath: '', source })).toEqual(found);
  expect(server.requests.length).toBe(asked);
});

test('a bad mirror gives the reason and what to do', async () => {
  const mirror = await server.mirror('attacker-signed');
  const source = {
    mirrors: [{ url: mirror.url, keys: [{ name: 'the mirror', armored: mirror.publicKey }] }],
    toolCache: temporaryDirectory(),
    say: () => undefined,
  };
  await expect(findTerraform({ searchPath: '', source })).rejects.toMatchObject({
    code: 'EHA1906',
    message: expect.stringContaining('EHA1407'),
    remedy: expect.stringContaining('put it on PATH'),
  });
});
