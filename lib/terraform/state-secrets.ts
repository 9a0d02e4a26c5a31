import { readFile, stat } from 'node:fs/promises';
import { isObject } from './plan-json.ts';
import type { SecretCollector } from './secrets.ts';

/** A state is held in memory as a whole here, which only happens when a plan failed before it wrote a file. */
const MOST_BYTES = 200 * 1024 * 1024;

/**
 * Adds what the state marks as sensitive. Takes what `terraform show -json` writes without a plan file (HashiCorp, "JSON
 * Output Format", state representation); an empty state has no `values`.
 * @returns false when that cannot be read as a state, so that its secrets are not known
 */
export async function readStateSecrets(file: string, secrets: SecretCollector): Promise<boolean> {
  const { size } = await stat(file);
  if (size > MOST_BYTES) return false;
  const state = parse(await readFile(file, 'utf8'));
  if (!isObject(state) || typeof state['format_version'] !== 'string') return false;
  const values = state['values'];
  if (values !== undefined && !isObject(values)) return false;
  secrets.addSensitiveValues(values);
  return true;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
