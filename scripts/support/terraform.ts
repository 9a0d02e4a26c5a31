import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { scriptErrors } from '#scripts/errors.js';
import { runCommand } from './process.ts';

/** The oldest Terraform that the stacks of this repository allow (`required_version`). */
export const MINIMUM_TERRAFORM = [1, 10] as const;

/** A Terraform that can be used: absolute path and version such as `1.11.4`. */
export interface FoundTerraform {
  readonly path: string;
  readonly version: string;
}

/**
 * Finds Terraform on PATH and makes sure that its version fits.
 * EHA1906 when there is none, EHA1907 when it is too old or does not start; both say how to get it.
 */
export async function findTerraform(searchPath = process.env['PATH'] ?? ''): Promise<FoundTerraform> {
  const file = process.platform === 'win32' ? 'terraform.exe' : 'terraform';
  const path = searchPath
    .split(delimiter)
    .filter((directory) => directory !== '')
    .map((directory) => join(directory, file))
    .find(isExecutable);
  if (path === undefined) throw scriptErrors.EHA1906('No `terraform` is on PATH.');
  const version = await readVersion(path);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = MINIMUM_TERRAFORM;
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
    throw scriptErrors.EHA1907(
      `${path} is Terraform ${version}; ${MINIMUM_TERRAFORM.join('.')} or later is needed.`,
    );
  }
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
