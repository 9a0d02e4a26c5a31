/** The programs and the user data as their own tools see them, and the README as the programs use its codes. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { runCommand } from '#scripts/support/process.js';
import { repositoryRoot } from '#scripts/support/repository.js';
import { findPackagedTool } from '#tests/support/packaged-tools.js';
import {
  CLOUD_INIT,
  PROGRAMS,
  readProgram,
  renderUserData,
  SETTINGS,
  type Settings,
} from '#tests/support/cloud-init.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const STAND_IN = 'simulator/servers/nodeadm-releases/nodeadm.sh';
const SYSTEMS: Readonly<Record<string, Settings>> = {
  'Ubuntu 20.04': { KUBERNETES_VERSION: '1.33' },
  'Ubuntu 22.04': {},
  'Ubuntu 24.04': { NODEADM_SHA256_AMD64: 'a'.repeat(64) },
  'RHEL 8': { CONTAINERD_SOURCE: 'docker' },
  'RHEL 9': { CONTAINERD_SOURCE: 'docker', NODE_LABELS: 'a=b: c,d={e}' },
  'Amazon Linux 2023': { CONTAINERD_SOURCE: 'distro' },
};
/** Azure's limit for custom data, counted after Base64. */
const MOST_CUSTOM_DATA = 87_380;

let rendered: Readonly<Record<string, string>>;

beforeAll(async () => {
  const entries = Object.entries(SYSTEMS).map(
    async ([name, settings]) => [name, await renderUserData({ ...SETTINGS, ...settings })] as const,
  );
  rendered = Object.fromEntries(await Promise.all(entries));
});

async function check(command: readonly [string, ...string[]]): Promise<void> {
  const { exitCode, output } = await runCommand(command, { cwd: repositoryRoot, timeout: 50_000 });
  expect({ exitCode, output }).toEqual({ exitCode: 0, output: expect.any(String) });
}

describe('the programs', () => {
  const files = [...PROGRAMS.map((name) => join('cloud-init', name)), STAND_IN];

  test('shellcheck finds nothing', async () => {
    const tool = await findPackagedTool('shellcheck');
    if (tool !== undefined) await check([tool, '--external-sources', ...files]);
  });

  test('shfmt would change nothing', async () => {
    const tool = await findPackagedTool('shfmt');
    if (tool !== undefined) await check([tool, '-d', '-i', '2', '-ci', '-bn', ...files]);
  });

  test('none is longer than 300 lines', () => {
    for (const name of PROGRAMS) expect(readProgram(name).split('\n').length).toBeLessThanOrEqual(301);
  });
});

describe('the user data', () => {
  test.each(Object.keys(SYSTEMS))('cloud-init knows every key of it, for %s', async (system) => {
    const tool = await findPackagedTool('cloud-init');
    if (tool === undefined) return;
    const file = join(temporaryDirectory(), 'user-data.yaml');
    writeFileSync(file, rendered[system] ?? '');
    await check([tool, 'schema', '--config-file', file]);
  });

  test('holds the programs byte for byte, and the settings', () => {
    const data = parse(rendered['Ubuntu 24.04'] ?? '') as {
      readonly write_files: readonly {
        readonly path: string;
        readonly content: string;
        readonly permissions: string;
      }[];
    };
    const byPath = new Map(data.write_files.map((file) => [file.path, file]));
    for (const name of PROGRAMS) {
      const file = byPath.get(`/usr/local/libexec/eks-hybrid/${name}`);
      expect(file?.permissions).toBe('0755');
      expect(file?.content).toBe(readProgram(name));
    }
    const settings = byPath.get('/etc/eks-hybrid/join.env');
    expect(settings?.permissions).toBe('0600');
    expect(settings?.content.trimEnd().split('\n')).toEqual(
      Object.entries({ ...SETTINGS, ...SYSTEMS['Ubuntu 24.04'] }).map(([name, value]) => `${name}=${value}`),
    );
  });

  test('fits into custom data', () => {
    for (const text of Object.values(rendered)) {
      expect(Buffer.from(text).toString('base64').length).toBeLessThan(MOST_CUSTOM_DATA);
    }
  });
});

describe('the README', () => {
  const readme = () => readFileSync(join(CLOUD_INIT, 'README.md'), 'utf8');

  test('has a row for each failure code that a program uses, and for no other', () => {
    const used = PROGRAMS.flatMap((name) => [...readProgram(name).matchAll(/\b(?:fail|failed) (J\d\d)\b/g)]);
    const rows = [...readme().matchAll(/^\| `(J\d\d)` \|/gm)];
    const codes = (matches: readonly RegExpMatchArray[]) =>
      [...new Set(matches.map((match) => match[1]))].sort();
    expect(codes(used).length).toBeGreaterThan(20);
    expect(rows).toHaveLength(codes(rows).length);
    expect(codes(rows)).toEqual(codes(used));
  });

  test('names each setting that a program reads, and each file', () => {
    const text = readme();
    for (const name of Object.keys(SETTINGS)) expect(text).toContain(`\`${name}\``);
    for (const name of PROGRAMS) expect(text).toContain(`\`${name}\``);
  });
});
