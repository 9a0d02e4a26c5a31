/**
 * Reading addresses and blocks, strictly: one text has one meaning in every tool, or is refused. `010.0.0.0/8` is 10/8 to
 * Terraform and 8/8 to C libraries, `10/8` is 10.0.0.0/8 to one tool and 0.0.0.10/8 to another; a plan that is checked
 * with one reading and built with the other is not checked.
 */
import { isIP } from 'node:net';
import { formatAddress } from './cidr-format.ts';
import { explainRefusal, MAX_LENGTH, quoteText, type CidrRefusal } from './cidr-problems.ts';
import { addressBits, type Cidr, type Family } from './cidr-value.ts';

export type ParsedCidr = { readonly ok: true; readonly cidr: Cidr } | CidrRefusal;
export type ParsedAddress =
  { readonly ok: true; readonly family: Family; readonly value: bigint } | CidrRefusal;

/** Reads `address/prefix`. Never throws, whatever the text. */
export function parseCidr(text: string): ParsedCidr {
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

/** Reads one address without a prefix, as strictly as {@link parseCidr}. */
export function parseAddress(text: string): ParsedAddress {
  const read = readAddress(text);
  if (read !== null) return { ok: true, ...read };
  return explainRefusal(text, false, (correction) => {
    const address = readAddress(correction);
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
  if (slash === -1) return null;
  const address = readAddress(text.slice(0, slash));
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

function readAddress(text: string): ReadAddress | null {
  if (text.length > MAX_LENGTH) return null;
  const family = isIP(text);
  if (family === 4) return { family, value: BigInt(ipv4Value(text)) };
  // Node takes zone ids and dotted tails for IPv6; neither has a place in an address plan.
  if (family !== 6 || text.includes('%') || text.includes('.')) return null;
  const value = ipv6Value(text);
  return isIpv4Mapped(value) ? null : { family: 6, value };
}

/** ::ffff:0:0/96 of RFC 4291 §2.5.5.2: an IPv4 address that other tools would compare with nothing. */
function isIpv4Mapped(value: bigint): boolean {
  return value >> 32n === 0xffffn;
}

/** Of a text that `isIP` takes for IPv4: four decimal numbers without leading zeros. */
function ipv4Value(text: string): number {
  let value = 0;
  let octet = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= ZERO) octet = octet * 10 + code - ZERO;
    else {
      value = value * 256 + octet;
      octet = 0;
    }
  }
  return value * 256 + octet;
}

const groupsOfIpv6 = new DataView(new ArrayBuffer(16));

/** Of a text that `isIP` takes for IPv6, without zone and dotted tail. */
function ipv6Value(text: string): bigint {
  const gap = text.indexOf('::');
  const head = gap === -1 ? text : text.slice(0, gap);
  const tail = gap === -1 ? '' : text.slice(gap + 2);
  groupsOfIpv6.setBigUint64(0, 0n);
  groupsOfIpv6.setBigUint64(8, 0n);
  if (head !== '') head.split(':').forEach((group, index) => setGroup(index, group));
  if (tail !== '') {
    tail.split(':').forEach((group, index, { length }) => setGroup(8 - length + index, group));
  }
  return (groupsOfIpv6.getBigUint64(0) << 64n) | groupsOfIpv6.getBigUint64(8);
}

function setGroup(index: number, group: string): void {
  groupsOfIpv6.setUint16(index * 2, Number.parseInt(group, 16));
}
