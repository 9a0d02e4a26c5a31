import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { GitHubContext } from '../action/types.ts';
import type { StackEnvironment } from './stack-inputs.ts';

/**
 * The selected Terraform workspace: what `TF_WORKSPACE` says, else what `terraform workspace select` noted in the data
 * folder, else `default`.
 * @param variable value of `TF_WORKSPACE`, null when it is not set
 * @param dataDirectory absolute; `.terraform` of the stack unless TF_DATA_DIR says otherwise
 */
export async function selectedWorkspace(variable: string | null, dataDirectory: string): Promise<string> {
  if (variable !== null) return variable;
  const noted = await readFile(join(dataDirectory, 'environment'), 'utf8').catch(() => '');
  return noted.trim() || 'default';
}

/** Folder of the stack relative to the workspace, with forward slashes; `.` for the workspace itself. */
export function stackDirectory(
  { directory }: { readonly directory: string },
  { github }: { readonly github: Pick<GitHubContext, 'workspace'> },
): string {
  return relative(github.workspace, directory).replaceAll(sep, '/') || '.';
}

/** Absolute folder in which `terraform init` keeps what it found. */
export function dataDirectory(inputs: {
  readonly directory: string;
  readonly environment: Pick<StackEnvironment, 'dataDirectory'>;
}): string {
  return resolve(inputs.directory, inputs.environment.dataDirectory);
}
