/** The disk of a simulated VM: what its image holds, and what cloud-init writes on the first boot. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { MachineFacts } from '../world/machines.ts';
import { KUBECTL_PROGRAM } from './kubectl.ts';

export const JOIN_PROGRAM = '/usr/local/libexec/eks-hybrid/join.sh';
export const EVENTS_PROGRAM = '/usr/local/libexec/eks-hybrid/events.sh';
export const CONSOLE_FILE = '/dev/console';
const SETTINGS = '/etc/eks-hybrid/join.env';

/** Settings that name addresses outside of the VM; on the simulated one they lead to the world. */
export type Redirections = (settings: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;

/** The files of an image as far as the programs look at them. */
export function writeImage(root: string, { system }: MachineFacts): void {
  const file = (path: string, content: string, mode = 0o644) => writeBelow(root, path, content, mode);
  file('/etc/os-release', `ID=${system.id}\nVERSION_ID="${system.version}"\n`);
  file('/proc/swaps', 'Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n');
  file('/proc/sys/kernel/osrelease', `${system.kernel}\n`);
  file(CONSOLE_FILE, '');
  if (system.id === 'ubuntu') file('/usr/bin/snap', '#!/bin/sh\n', 0o755);
  file('/usr/bin/kubectl', KUBECTL_PROGRAM, 0o755);
}

/**
 * Writes the files of the custom data as cloud-init's module write_files does. An Error in words for the console when
 * the data is none that cloud-init would take.
 */
export function writeCustomData(root: string, customData: string, redirect: Redirections): void {
  const content = Buffer.from(customData, 'base64').toString('utf8');
  if (!content.startsWith('#cloud-config\n'))
    throw new Error('Unhandled non-multipart (text/x-not-multipart) userdata');
  const config = parse(content) as { readonly write_files?: readonly WriteFile[] } | null;
  for (const { path, permissions = '0644', content: body = '', encoding } of config?.write_files ?? []) {
    if (encoding !== undefined) throw new Error(`encoding ${encoding} of ${path} is not simulated`);
    writeBelow(root, path, body, Number.parseInt(permissions, 8));
  }
  const settings = join(root, SETTINGS);
  writeFileSync(settings, redirected(readFileSync(settings, 'utf8'), redirect));
}

interface WriteFile {
  readonly path: string;
  readonly permissions?: string;
  readonly content?: string;
  readonly encoding?: string;
}

function redirected(content: string, redirect: Redirections): string {
  const lines = content.split('\n').filter((line) => line !== '');
  const values = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  const changed = redirect(values);
  return Object.entries({ ...values, ...changed })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

function writeBelow(root: string, path: string, content: string, mode: number): void {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  chmodSync(target, mode);
}
