import { readFile } from 'node:fs/promises';
import { isObject } from './plan-json.ts';

/**
 * Addresses of the managed objects that a state holds. Takes what `terraform show -json` writes without a plan file
 * (HashiCorp, "JSON Output Format", state representation); an empty state has no `values`.
 * @returns null when it cannot be read as a state, so that nothing is known
 */
export async function readStateAddresses(file: string): Promise<readonly string[] | null> {
  const state = parse(await readFile(file, 'utf8'));
  if (!isObject(state) || typeof state['format_version'] !== 'string') return null;
  const values = state['values'];
  if (values === undefined) return [];
  return isObject(values) ? addressesIn(values['root_module']) : null;
}

function addressesIn(module: unknown): readonly string[] {
  if (!isObject(module)) return [];
  const resources = listOf(module['resources']).filter((row) => isObject(row) && row['mode'] !== 'data');
  const own = resources.map((row) => (isObject(row) ? String(row['address']) : ''));
  return [...own, ...listOf(module['child_modules']).flatMap(addressesIn)];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
