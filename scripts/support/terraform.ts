import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { scriptErrors } from '#scripts/errors.js';
import { installTerraform, type TerraformSource } from './install-terraform.ts';
import { runCommand } from './process.ts';

/** The oldest Terraform that the stacks of this repository allow (`required_version`). */
export const MINIMUM_TERRAFORM = [1, 10] as const;

/** A Terraform that can be used: absolute path and version such as `1.11.4`. */
export interface FoundTerraform {
  readonly path: string;
  readonly version: string;
}

/** Where to look and, when there is none, where to get it. Everything has a default; tests give their own. */
export interface FindOptions {
  /** Default: PATH of this process. */
  readonly searchPath?: string;
  /** Where a download comes from and goes to. */
  readonly source?: TerraformSource;
}

/**
 * Finds Terraform on PATH and makes sure that its version fits. When there is none, the one that this repository is
 * tested with is installed as the action setup-terraform does it, verified, into the tool cache, and its folder is put
 * first on PATH of this process and thereby of all it starts.
 * EHA1906 when there is none and it cannot be had, EHA1907 when it is too old or does not start.
 */
export async function findTerraform(options: FindOptions = {}): Promise<FoundTerraform> {
  const searchPath = options.searchPath ?? process.env['PATH'] ?? '';
  const file = process.platform === 'win32' ? 'terraform.exe' : 'terraform';
  const present = searchPath
    .split(delimiter)
    .filter((directory) => directory !== '')
    .map((directory) => join(directory, file))
    .find(isExecutable);
  const path = present ?? (await installTerraform(options.source));
  const version = await readVersion(path);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = MINIMUM_TERRAFORM;
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
    throw scriptErrors.EHA1907(
      `${path} is Terraform ${version}; ${MINIMUM_TERRAFORM.join('.')} or later is needed.`,
    );
  }
  if (present === undefined) process.env['PATH'] = [dirname(path), process.env['PATH'] ?? ''].join(delimiter);
  return { path, version };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

async function readVersion(path: string): Promise<string> {
  const result = await runCommand([path, 'version', '-json'], {
    cwd: process.cwd(),
    // Without it Terraform asks a server of its maker for newer versions.
    env: { ...process.env, CHECKPOINT_DISABLE: '1' },
    timeout: 30_000,
  }).catch((cause: unknown) => {
    throw scriptErrors.EHA1907(`${path} could not be started.`, { cause });
  });
  const version = /"terraform_version":\s*"(\d+\.\d+\.\d+[^"]*)"/.exec(result.stdout)?.[1];
  if (result.exitCode !== 0 || version === undefined) {
    throw scriptErrors.EHA1907(
      `\`${path} version -json\` ended with exit code ${result.exitCode ?? result.signal ?? 'unknown'} and did not name a version:\n${result.output}`,
    );
  }
  return version;
}
