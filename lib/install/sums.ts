import { installErrors } from './errors.ts';

/** `<64 hexadecimal digits><two blanks, or blank and asterisk><file name>`, as sha256sum writes. */
const LINE = /^([0-9a-f]{64}) [ *]([^\s/\\]+)$/i;

/**
 * Reads a `SHA256SUMS` file: hash (lower case) by file name. The whole file has to be in the form of sha256sum, and
 * no name may stand twice: EHA1404 otherwise, with the address it came from.
 */
export function parseSums(text: string, from: string): ReadonlyMap<string, string> {
  const sums = new Map<string, string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '') continue;
    const [, hash, name] = LINE.exec(line) ?? [];
    if (hash === undefined || name === undefined) {
      throw installErrors.EHA1404(`${from}: line ${index + 1} is not a checksum and a file name.`);
    }
    if (sums.has(name)) throw installErrors.EHA1404(`${from}: ${name} is listed twice.`);
    sums.set(name, hash.toLowerCase());
  }
  if (sums.size === 0) throw installErrors.EHA1404(`${from} is empty.`);
  return sums;
}
