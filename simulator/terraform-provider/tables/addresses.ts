/** Addresses and prefixes as Go's `net` package reads them, because the real providers are written in Go. */
import { isIPv6 } from 'node:net';

/** A prefix. `address` is what was written, `network` the same with the host bits cleared. */
export interface Prefix {
  readonly version: 4 | 6;
  readonly address: bigint;
  readonly network: bigint;
  readonly length: number;
}

const OCTET = /^(?:0|[1-9][0-9]{0,2})$/;

/** The number of an IPv4 address in dotted form, or undefined; leading zeros are refused as Go does. */
export function parseIpv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let value = 0n;
  for (const part of parts) {
    if (!OCTET.test(part) || Number(part) > 255) return undefined;
    value = value * 256n + BigInt(part);
  }
  return value;
}

/** The number of an IPv6 address, or undefined. Zones are refused. */
export function parseIpv6(text: string): bigint | undefined {
  if (!isIPv6(text) || text.includes('%')) return undefined;
  const [head = '', tail] = text.split('::');
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...new Array<bigint>(zeros).fill(0n), ...right].reduce(
    (sum, group) => sum * 65536n + group,
    0n,
  );
}

function groups(text: string): bigint[] {
  if (text === '') return [];
  return text.split(':').flatMap((part) => {
    if (!part.includes('.')) return [BigInt(`0x${part}`)];
    const v4 = parseIpv4(part) ?? 0n;
    return [v4 >> 16n, v4 & 0xffffn];
  });
}

/** An address of either version. */
export function parseAddress(text: string): { version: 4 | 6; value: bigint } | undefined {
  const v4 = parseIpv4(text);
  if (v4 !== undefined) return { version: 4, value: v4 };
  const v6 = parseIpv6(text);
  return v6 === undefined ? undefined : { version: 6, value: v6 };
}

/** `address/length`, or undefined where Go's net.ParseCIDR fails. Host bits are allowed here. */
export function parsePrefix(text: string): Prefix | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const address = parseAddress(text.slice(0, slash));
  const digits = text.slice(slash + 1);
  if (!address || !/^[0-9]{1,3}$/.test(digits)) return undefined;
  const bits = address.version === 4 ? 32 : 128;
  const length = Number(digits);
  if (length > bits) return undefined;
  const hostBits = BigInt(bits - length);
  return {
    version: address.version,
    address: address.value,
    network: (address.value >> hostBits) << hostBits,
    length,
  };
}

/** Number of addresses in a prefix. */
export function prefixSize(prefix: Prefix): bigint {
  return 1n << BigInt((prefix.version === 4 ? 32 : 128) - prefix.length);
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Prefix, inner: Prefix): boolean {
  return (
    outer.version === inner.version &&
    inner.length >= outer.length &&
    inner.network >= outer.network &&
    inner.network < outer.network + prefixSize(outer)
  );
}

/** Whether two prefixes share an address. */
export function overlaps(a: Prefix, b: Prefix): boolean {
  return contains(a, b) || contains(b, a);
}

/** An address as text; in IPv6 the longest run of zero groups is shortened. */
export function formatAddress(version: 4 | 6, value: bigint): string {
  if (version === 4) return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
  const parts: string[] = [];
  for (let shift = 112n; shift >= 0n; shift -= 16n) parts.push(((value >> shift) & 0xffffn).toString(16));
  let best = { start: 0, length: 1 };
  for (let start = 0; start < 8; start++) {
    let end = start;
    while (end < 8 && parts[end] === '0') end++;
    if (end - start > best.length) best = { start, length: end - start };
  }
  if (best.length < 2) return parts.join(':');
  return `${parts.slice(0, best.start).join(':')}::${parts.slice(best.start + best.length).join(':')}`;
}

/** The prefix as text with its host bits cleared. */
export function formatPrefix(prefix: Prefix): string {
  return `${formatAddress(prefix.version, prefix.network)}/${prefix.length}`;
}

/** The `index`-th address of a prefix, counted from its network address; negative counts from its end. */
export function hostOf(cidr: string, index: number): string | undefined {
  const prefix = parsePrefix(cidr);
  if (!prefix) return undefined;
  const size = prefixSize(prefix);
  const offset = index < 0 ? size + BigInt(index) : BigInt(index);
  if (offset < 0n || offset >= size) return undefined;
  return formatAddress(prefix.version, prefix.network + offset);
}
