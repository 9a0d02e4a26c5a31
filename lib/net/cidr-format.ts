import { type Cidr, type Family } from './cidr-value.ts';

/** `10.0.0.0/8`, `2001:db8::/32`: the one canonical text of a block. */
export function formatCidr({ family, first, prefix }: Cidr): string {
  return `${formatAddress(family, first)}/${prefix}`;
}

/** Dotted decimal for IPv4; for IPv6 lower case with the longest run of zero groups left out, as RFC 5952 has it. */
export function formatAddress(family: Family, value: bigint): string {
  return family === 4 ? formatIpv4(Number(value)) : formatIpv6(value);
}

function formatIpv4(value: number): string {
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
}

function formatIpv6(value: bigint): string {
  const words = new DataView(new ArrayBuffer(16));
  words.setBigUint64(0, value >> 64n);
  words.setBigUint64(8, value);
  const groups = [0, 2, 4, 6, 8, 10, 12, 14].map((at) => words.getUint16(at).toString(16));
  const { start, length } = longestZeroRun(groups);
  // RFC 5952 §4.2.2: a single zero group stays.
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}

/** The first of the longest runs, as RFC 5952 §4.2.3 asks. */
function longestZeroRun(groups: readonly string[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (const [index, group] of groups.entries()) {
    if (group !== '0') start = index + 1;
    else if (index + 1 - start > best.length) best = { start, length: index + 1 - start };
  }
  return best;
}

/**
 * Address number `n` of the block: 0 is the network address, 1 the first host, -1 the last address. The numbers are those
 * of Terraform's `cidrhost`. Null when the block has no such address or `n` is no whole number.
 */
export function hostAt(cidr: Cidr, n: number): string | null {
  if (!Number.isInteger(n)) return null;
  const address = n < 0 ? cidr.last + 1n + BigInt(n) : cidr.first + BigInt(n);
  if (address < cidr.first || address > cidr.last) return null;
  return formatAddress(cidr.family, address);
}
