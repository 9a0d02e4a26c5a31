/** Tools that are no npm packages: they come from Debian's. */
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '#scripts/support/process.js';

export type PackagedTool = 'shellcheck' | 'shfmt' | 'cloud-init' | 'kubectl';

const FOLDERS = ['/usr/bin', '/usr/local/bin'];
const PACKAGES: Readonly<Record<PackagedTool, string>> = {
  shellcheck: 'shellcheck',
  shfmt: 'shfmt',
  'cloud-init': 'cloud-init',
  kubectl: 'kubernetes-client',
};
const INSTALL_MS = 180_000;

/**
 * Path of a tool, installed first where that needs nobody's password. Without it a test has nothing to say and says so;
 * where CI is set that is an error, because there nobody would read it.
 */
export async function findPackagedTool(name: PackagedTool): Promise<string | undefined> {
  const present = find(name);
  if (present !== undefined) return present;
  if (process.getuid?.() === 0 && find('apt-get') !== undefined) {
    const install = [
      'apt-get',
      'install',
      '--yes',
      '--no-install-recommends',
      '--quiet',
      PACKAGES[name],
    ] as const;
    await runCommand(install, {
      cwd: '/',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: INSTALL_MS,
    });
  }
  const installed = find(name);
  if (installed !== undefined) return installed;
  const message = `${name} is not installed, so that what it checks is unknown: apt-get install ${PACKAGES[name]}`;
  if (process.env['CI'] !== undefined) throw new Error(message);
  process.stderr.write(`skipped: ${message}\n`);
  return undefined;
}

function find(name: string): string | undefined {
  return FOLDERS.map((folder) => join(folder, name)).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
