import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

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
