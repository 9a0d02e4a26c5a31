import { readdirSync, readFileSync } from 'node:fs';
import { hasCode } from '../errors.ts';

/**
 * Processes of this machine, from /proc. Where there is no /proc the lists are empty and only the entry process and
 * its process group can be ended.
 */
function allPids(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name stands in parentheses and may itself hold blanks and parentheses.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** All descendants of a process, children after their parents. */
export function descendants(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const pid of allPids()) {
    const parent = parentOf(pid);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const result: number[] = [];
  const queue = [root];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const found = children.get(next) ?? [];
    result.push(...found);
    queue.push(...found);
  }
  return result;
}

/** Processes whose environment carries `name=value`: how the runner finds what a job left behind. */
export function processesWithEnvironment(
  name: string,
  value: string,
): { readonly pid: number; readonly command: string }[] {
  const marker = `${name}=${value}`;
  return allPids().flatMap((pid) => {
    try {
      if (pid === process.pid) return [];
      if (!readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(marker)) return [];
      return [{ pid, command: readFileSync(`/proc/${pid}/comm`, 'utf8').trim() }];
    } catch {
      return [];
    }
  });
}

/** Sends a signal; a process that is already gone is no error. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}
