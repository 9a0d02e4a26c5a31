/**
 * Reading addresses and blocks, strictly: one text has one meaning in every tool, or is refused. `010.0.0.0/8` is 10/8 to
 * Terraform and 8/8 to C libraries, `10/8` is 10.0.0.0/8 to one tool and 0.0.0.10/8 to another; a plan that is checked
 * with one reading and built with the other is not checked.
 */
import { formatAddress } from './cidr-format.ts';
import { explainRefusal, MAX_LENGTH, quoteText, type CidrRefusal } from './cidr-problems.ts';
import { addressBits, type Cidr, type Family } from './cidr-value.ts';

export type ParsedCidr = { readonly ok: true; readonly cidr: Cidr } | CidrRefusal;
export type ParsedAddress =
  { readonly ok: true; readonly family: Family; readonly value: bigint } | CidrRefusal;

/** Reads `address/prefix`. Never throws, whatever the text. */
export function parseCidr(text: string): ParsedCidr {
  const slash = text.indexOf('/');
  const ipv4 = slash === -1 ? -1 : readIpv4(text, slash);
  if (ipv4 !== -1) {
    const prefix = readPrefix(text, slash + 1, 32);
    if (prefix !== null) return ipv4Block(text, ipv4, prefix);
  }
  const read = readBlock(text);
  if (read === null) {
    return explainRefusal(text, true, (correction) => canonicalOf(readBlock(correction)));
  }
  const { family, value, prefix } = read;
  const mask = hostMask(family, prefix);
  const last = value | mask;
  const first = last - mask;
  if (first !== value) return refuseHostBits(text, family, first, prefix);
  return { ok: true, cidr: { family, prefix, first, last } };
}

/** As numbers, since most blocks are IPv4 and each operation on a bigint makes another one. */
function ipv4Block(text: string, value: number, prefix: number): ParsedCidr {
  const size = 2 ** (32 - prefix);
  const first = value - (value % size);
  if (first !== value) return refuseHostBits(text, 4, BigInt(first), prefix);
  return { ok: true, cidr: { family: 4, prefix, first: BigInt(first), last: BigInt(first + size - 1) } };
}

/** Reads one address without a prefix, as strictly as {@link parseCidr}. */
export function parseAddress(text: string): ParsedAddress {
  const read = readAddress(text, text.length);
  if (read !== null) return { ok: true, ...read };
  return explainRefusal(text, false, (correction) => {
    const address = readAddress(correction, correction.length);
    return address === null ? null : formatAddress(address.family, address.value);
  });
}

interface ReadAddress {
  readonly family: Family;
  readonly value: bigint;
}

interface ReadBlock extends ReadAddress {
  readonly prefix: number;
}

/** The parts of a well-formed block, host bits and all. */
function readBlock(text: string): ReadBlock | null {
  const slash = text.indexOf('/');
  if (slash === -1 || text.length > MAX_LENGTH) return null;
  const address = readAddress(text, slash);
  if (address === null) return null;
  const { family, value } = address;
  const prefix = readPrefix(text, slash + 1, addressBits(family));
  return prefix === null ? null : { family, value, prefix };
}

/** Canonical text of a block without host bits. */
function canonicalOf(read: ReadBlock | null): string | null {
  if (read === null || (read.value & hostMask(read.family, read.prefix)) !== 0n) return null;
  return `${formatAddress(read.family, read.value)}/${read.prefix}`;
}

function refuseHostBits(text: string, family: Family, network: bigint, prefix: number): CidrRefusal {
  const corrected = `${formatAddress(family, network)}/${prefix}`;
  const message = `${quoteText(text)} is an address inside ${corrected}, not the network itself: bits after the first ${prefix} are set.`;
  return { ok: false, problem: 'host-bits', message, corrected };
}

const HOST_MASKS = {
  4: Array.from({ length: 33 }, (_, prefix) => (1n << BigInt(32 - prefix)) - 1n),
  6: Array.from({ length: 129 }, (_, prefix) => (1n << BigInt(128 - prefix)) - 1n),
};

function hostMask(family: Family, prefix: number): bigint {
  return HOST_MASKS[family][prefix] ?? 0n;
}

const ZERO = 0x30;
const NINE = 0x39;
const DOT = 0x2e;
const COLON = 0x3a;

/** Decimal digits without sign, leading zero or anything else; null when it is not that or above `most`. */
function readPrefix(text: string, start: number, most: number): number | null {
  const { length } = text;
  if (length === start || length > start + 3) return null;
  if (length > start + 1 && text.charCodeAt(start) === ZERO) return null;
  let value = 0;
  for (let index = start; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < ZERO || code > NINE) return null;
    value = value * 10 + code - ZERO;
  }
  return value <= most ? value : null;
}

/** What `net.isIP` takes for an address, except zones, dotted tails and IPv4 in disguise; the text ends at `end`. */
function readAddress(text: string, end: number): ReadAddress | null {
  const ipv4 = readIpv4(text, end);
  if (ipv4 !== -1) return { family: 4, value: BigInt(ipv4) };
  if (!readGroups(text, end)) return null;
  const value = (groups.getBigUint64(0) << 64n) | groups.getBigUint64(8);
  return isIpv4Mapped(value) ? null : { family: 6, value };
}

/** ::ffff:0:0/96 of RFC 4291 §2.5.5.2: an IPv4 address that other tools would compare with nothing. */
function isIpv4Mapped(value: bigint): boolean {
  return value >> 32n === 0xffffn;
}

/**
 * Four decimal numbers up to 255 without leading zeros; -1 for anything else. Reads where it stands rather than by
 * `net.isIP` and slices, which take most of the time when there are many; tests hold the two against each other.
 */
function readIpv4(text: string, end: number): number {
  let value = 0;
  let octet = -1;
  let dots = 0;
  for (let index = 0; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= ZERO && code <= NINE) {
      if (octet === 0) return -1;
      octet = (octet === -1 ? 0 : octet * 10) + code - ZERO;
      if (octet > 255) return -1;
    } else if (code === DOT && octet !== -1 && dots < 3) {
      value = value * 256 + octet;
      octet = -1;
      dots += 1;
    } else return -1;
  }
  return dots === 3 && octet !== -1 ? value * 256 + octet : -1;
}

/** The eight groups of the address read last, in network byte order. */
const groups = new DataView(new ArrayBuffer(16));

/** Reads IPv6 into `groups`: up to eight groups of one to four hexadecimal digits, `::` once for one group or more. */
function readGroups(text: string, end: number): boolean {
  let count = 0;
  let gap = -1;
  let index = 0;
  if (text.charCodeAt(0) === COLON) {
    if (end < 2 || text.charCodeAt(1) !== COLON) return false;
    gap = 0;
    index = 2;
  }
  while (index < end) {
    let digits = 0;
    let group = 0;
    for (; index < end; index += 1) {
      const digit = hexDigit(text.charCodeAt(index));
      if (digit === -1) break;
      group = group * 16 + digit;
      digits += 1;
    }
    if (digits === 0 || digits > 4 || count === 8) return false;
    groups.setUint16(count * 2, group);
    count += 1;
    if (index === end) break;
    if (text.charCodeAt(index) !== COLON || index + 1 === end) return false;
    index += 1;
    if (text.charCodeAt(index) === COLON) {
      if (gap !== -1) return false;
      gap = count;
      index += 1;
    }
  }
  return gap === -1 ? count === 8 : openGap(gap, count);
}

/** Moves the groups after `::` to the end and puts zeros in between; false when there is no room for one. */
function openGap(gap: number, count: number): boolean {
  if (count > 7) return false;
  for (let from = count - 1, to = 7; to >= gap; from -= 1, to -= 1) {
    groups.setUint16(to * 2, from >= gap ? groups.getUint16(from * 2) : 0);
  }
  return true;
}

/** Value of the character code as hexadecimal digit; -1 when it is none. */
function hexDigit(code: number): number {
  if (code >= ZERO && code <= NINE) return code - ZERO;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
