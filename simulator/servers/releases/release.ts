/** The files of a simulated release, sound or with a flaw. */
import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { SimulatorError } from '../../world/errors.ts';
import type { Flaw } from './flaws.ts';
import type { Signer } from './keys.ts';
import { writeZip, type ZipEntry } from './zip.ts';

/** One version of one tool. */
export interface SimulatedRelease {
  readonly tool: 'terraform' | 'opentofu';
  readonly version: string;
  /** What to pack: the bytes of an executable, or the path of one. */
  readonly executable: Uint8Array | string;
  /** `<os>_<arch>`, as in file names. Default: `linux_amd64` alone. Every platform gets the same executable. */
  readonly platforms?: readonly string[];
}

/** Files by name, of one version. */
export type ReleaseContent = ReadonlyMap<string, Uint8Array>;

export function platformsOf({ platforms }: SimulatedRelease): readonly string[] {
  return platforms ?? ['linux_amd64'];
}

export function commandOf({ tool }: SimulatedRelease): string {
  return tool === 'terraform' ? 'terraform' : 'tofu';
}

/** Folder of a release's files below the mirror, as on the publishers' servers. */
export function folderOf({ tool, version }: SimulatedRelease): string {
  return tool === 'terraform' ? `/terraform/${version}` : `/v${version}`;
}

/** SIM1310 when the executable cannot be read. */
export async function buildRelease(
  release: SimulatedRelease,
  signer: Signer,
  flaw: Flaw | undefined,
): Promise<ReleaseContent> {
  const executable = await readExecutable(release);
  const start = `${commandOf(release)}_${release.version}`;
  const files = new Map<string, Uint8Array>();
  const lines: string[] = [];
  for (const platform of platformsOf(release)) {
    const name = `${start}_${platform}.zip`;
    const command = platform.startsWith('windows_') ? `${commandOf(release)}.exe` : commandOf(release);
    const archive = await buildArchive(command, executable, flaw);
    files.set(name, flaw === 'wrong-hash' ? await otherArchive(command) : archive);
    lines.push(...listed(name, createHash('sha256').update(archive).digest('hex'), flaw));
  }
  const sums = Buffer.from(`${lines.join('\n')}\n`);
  files.set(`${start}_SHA256SUMS`, flaw === 'tampered-sums' ? tampered(sums) : sums);
  if (flaw !== 'unsigned') {
    const signature = await signer.sign(sums);
    for (const name of signatureNames(release, start, signer)) files.set(name, signature);
  }
  return files;
}

async function readExecutable({ executable }: SimulatedRelease): Promise<Uint8Array> {
  if (typeof executable !== 'string') return executable;
  try {
    return await readFile(executable);
  } catch (cause) {
    const remedy = 'Give the path of an executable that can be read.';
    throw new SimulatorError('SIM1310', `${executable} cannot be packed into a release`, remedy, { cause });
  }
}

function signatureNames(
  { tool }: SimulatedRelease,
  start: string,
  { fingerprint }: Signer,
): readonly string[] {
  if (tool === 'opentofu') return [`${start}_SHA256SUMS.gpgsig`];
  return [`${start}_SHA256SUMS.sig`, `${start}_SHA256SUMS.${fingerprint.slice(-8)}.sig`];
}

async function buildArchive(
  command: string,
  executable: Uint8Array,
  flaw: Flaw | undefined,
): Promise<Uint8Array> {
  if (flaw === 'not-a-zip') return randomBytes(4096);
  const licence: ZipEntry = {
    name: 'LICENSE.txt',
    content: Buffer.from('Licence of the simulated release.\n'),
  };
  const tool: ZipEntry = {
    name: command,
    content: executable,
    compressed: flaw !== 'zip-stored',
    sizesFirst: flaw === 'zip-sizes-first',
    damaged: flaw === 'zip-damaged',
  };
  const evil = (name: string): ZipEntry => ({ name, content: Buffer.from('#!/bin/sh\necho owned\n') });
  if (flaw === 'zip-slip') return writeZip([licence, tool, evil(`../../../${command}`)]);
  if (flaw === 'zip-absolute') return writeZip([evil(`/usr/local/bin/${command}`), tool]);
  if (flaw === 'zip-without-tool') return writeZip([licence, evil(`bin/${command}`)]);
  if (flaw === 'zip-tool-twice') return writeZip([tool, evil(command)]);
  if (flaw?.startsWith('attacker') === true) return otherArchive(command);
  return writeZip([licence, tool]);
}

/** What an attacker would like to have installed. */
function otherArchive(command: string): Promise<Uint8Array> {
  return writeZip([{ name: command, content: Buffer.from('#!/bin/sh\necho owned\n') }]);
}

function listed(name: string, hash: string, flaw: Flaw | undefined): readonly string[] {
  const line = (file: string) => `${hash}  ${file}`;
  if (flaw === 'listed-twice') return [line(name), `${'0'.repeat(64)}  ${name}`];
  if (flaw === 'similar-names') return [line(`x${name}`), line(`${name}.old`), line(name.toUpperCase())];
  return [line(name)];
}

/** Another hash in the first line. */
function tampered(sums: Buffer): Buffer {
  const copy = Buffer.from(sums);
  copy.write('0'.repeat(64));
  return copy;
}
