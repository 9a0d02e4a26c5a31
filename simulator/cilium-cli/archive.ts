/**
 * The archive of a release: the program `cilium` in a tar, gzipped. The program is a few lines that load `main.ts` of this
 * folder with the Node that packed it. Format: POSIX.1-1988 (ustar), pax(1), "ustar Interchange Format".
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const BLOCK = 512;
const MODE = 0o755;
/** 2026-11-22, 12:00:00 UTC. */
const TIME = 1_795_348_800;

/** The text of the program for a version with the v. */
export function standInProgram(version: string): string {
  const main = pathToFileURL(join(import.meta.dirname, 'main.ts')).href;
  return `#!${process.execPath}\nimport(${JSON.stringify(main)}).then(({ main }) => main(${JSON.stringify(version)}));\n`;
}

/** A tar.gz with entries as they are named, nothing checked: archives of tests are not always well meant. */
export function writeTarGz(
  entries: readonly {
    readonly name: string;
    readonly content: Uint8Array;
    /** `0` a file, `2` a link to `target`. Default `0`. */
    readonly type?: string;
    readonly target?: string;
  }[],
): Buffer {
  const pieces = entries.flatMap(({ name, content, type = '0', target = '' }) => {
    const padding = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK);
    return [header(name, content.length, type, target), content, padding];
  });
  return gzipSync(Buffer.concat([...pieces, Buffer.alloc(2 * BLOCK)]), { level: 1 });
}

function header(name: string, size: number, type: string, target: string): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0, 100);
  const fields: readonly (readonly [offset: number, length: number, value: number])[] = [
    [100, 8, MODE],
    [108, 8, 0],
    [116, 8, 0],
    [124, 12, size],
    [136, 12, TIME],
  ];
  for (const [offset, length, value] of fields) {
    block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, offset);
  }
  block.write(type, 156);
  block.write(target, 157, 100);
  block.write('ustar\x0000', 257);
  block.fill(' ', 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}
