import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';

/**
 * Whether any Terraform or OpenTofu runs on this machine, or undefined when that cannot be found out: only Linux tells
 * it by /proc. Looks at the name a process was started by and at its executable, whoever owns it.
 * @param executable how this job calls Terraform, in case the program has another name
 */
export async function isTerraformRunning(executable: string, folder = '/proc'): Promise<boolean | undefined> {
  const names = new Set(['terraform', 'tofu', basename(executable)]);
  let processes: readonly string[];
  try {
    processes = (await readdir(folder)).filter((name) => /^\d+$/.test(name));
  } catch {
    return undefined;
  }
  if (processes.length === 0) return undefined;
  for (const id of processes) {
    const called = await readFile(`${folder}/${id}/cmdline`, 'utf8').catch(() => '');
    const program = await readlink(`${folder}/${id}/exe`).catch(() => '');
    // A replaced file is shown as `terraform (deleted)`.
    const found = [called.split('\0')[0] ?? '', program.replace(/ \(deleted\)$/, '')];
    if (found.some((path) => path !== '' && names.has(basename(path)))) return true;
  }
  return false;
}
