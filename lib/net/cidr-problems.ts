/** Says what is wrong with a text that is no address or block: runs only for refused texts, so it may look closely. */
import { isIPv4, isIPv6 } from 'node:net';

/** Why a text is no address or block. Stable: rules and tests branch on it. */
export type CidrProblem =
  | 'empty'
  | 'too-long'
  | 'spaces'
  | 'non-ascii'
  | 'sign'
  | 'not-an-address'
  | 'leading-zero'
  | 'hexadecimal'
  | 'short-form'
  | 'zone-id'
  | 'ipv4-in-ipv6'
  | 'no-prefix'
  | 'unexpected-prefix'
  | 'prefix-form'
  | 'prefix-range'
  | 'host-bits';

/** A refusal: the message is a whole sentence that quotes the text, shortened. */
export interface CidrRefusal {
  readonly ok: false;
  readonly problem: CidrProblem;
  readonly message: string;
  /** What to write instead, where only one thing can have been meant. */
  readonly corrected: string | null;
}

/** An IPv6 block with every group written out has 43 characters; no valid text is longer. */
export const MAX_LENGTH = 64;

const SHOWN = 60;

/**
 * The text in quotes, cut after 60 characters; everything but printable ASCII is escaped: it may come from anywhere, and a
 * digit that only looks like one must be seen.
 */
export function quoteText(text: string): string {
  const escaped = JSON.stringify(text.slice(0, SHOWN)).replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return text.length > SHOWN ? `${escaped.slice(0, -1)}…"` : escaped;
}

/** What the closer look needs of the strict parser: the canonical text, or null for a text that it refuses. */
export type Canonical = (text: string) => string | null;

interface Fault {
  readonly problem: CidrProblem;
  /** Continues a sentence that starts with the quoted text. */
  readonly what: string;
  /** Checked with the strict parser before it is shown. */
  readonly correction?: string;
}

/**
 * Refuses a text that the strict parser could not read, naming the first thing wrong with it.
 *
 * @param wantsPrefix whether a block is meant; otherwise a single address.
 */
export function explainRefusal(text: string, wantsPrefix: boolean, canonical: Canonical): CidrRefusal {
  const fault = faultOfText(text, wantsPrefix);
  const corrected = fault.correction === undefined ? null : canonical(fault.correction);
  const advice = corrected === null ? '' : `; write ${corrected}`;
  const message = `${quoteText(text)} ${fault.what}${advice}.`;
  return { ok: false, problem: fault.problem, message, corrected };
}

function faultOfText(text: string, wantsPrefix: boolean): Fault {
  const wanted = wantsPrefix ? 'a block of addresses' : 'an address';
  if (text.trim() === '') return { problem: 'empty', what: `is empty where ${wanted} should be` };
  if (text.length > MAX_LENGTH) return { problem: 'too-long', what: `is too long to be ${wanted}` };
  if (/\s/.test(text)) {
    return { problem: 'spaces', what: 'has white space in or around it', correction: text.trim() };
  }
  if (/[^!-~]/.test(text)) {
    return { problem: 'non-ascii', what: 'has characters in it that are not plain digits, letters or signs' };
  }
  const [address = '', prefix, ...more] = text.split('/');
  if (more.length > 0) return { problem: 'prefix-form', what: 'has more than one slash' };
  const fault = faultOfAddress(address, prefix);
  if (fault !== null) return fault;
  if (wantsPrefix) return faultOfPrefix(address, prefix);
  return { problem: 'unexpected-prefix', what: 'is a block where one address should be' };
}

function faultOfAddress(address: string, prefix: string | undefined): Fault | null {
  if (/^[+-]/.test(address)) return { problem: 'sign', what: 'starts with a sign' };
  const suffix = prefix === undefined ? '' : `/${prefix}`;
  if (address.includes('%')) {
    const correction = address.replace(/%.*$/, '') + suffix;
    return { problem: 'zone-id', what: 'names a zone, which exists on one machine only', correction };
  }
  if (isIPv4(address)) return null;
  if (isIPv6(address)) return faultOfEmbedded(address, prefix);
  if (address.includes(':')) return { problem: 'not-an-address', what: 'is no IPv6 address' };
  return faultOfIpv4(address, suffix);
}

/** IPv4 written as IPv6: other tools compare it with neither family, or with the wrong one. */
function faultOfEmbedded(address: string, prefix: string | undefined): Fault | null {
  const hex = withoutDottedTail(address);
  const mapped = mappedIpv4(hex);
  if (mapped !== null) {
    const length = prefix === undefined || /^[0-9]{1,3}$/.test(prefix) ? Number(prefix ?? 128) - 96 : -1;
    const suffix = prefix === undefined ? '' : `/${length}`;
    const what = 'is IPv4 mapped into IPv6';
    return { problem: 'ipv4-in-ipv6', what, ...(length >= 0 && { correction: mapped + suffix }) };
  }
  if (hex === address) return null;
  const correction = prefix === undefined ? hex : `${hex}/${prefix}`;
  return { problem: 'ipv4-in-ipv6', what: 'mixes dotted decimal into IPv6', correction };
}

/** `::ffff:10.0.0.1` → `::ffff:a00:1`. */
function withoutDottedTail(address: string): string {
  const start = address.lastIndexOf(':') + 1;
  if (!address.includes('.')) return address;
  const [a = 0, b = 0, c = 0, d = 0] = address.slice(start).split('.').map(Number);
  return `${address.slice(0, start)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

/** The IPv4 address inside ::ffff:0:0/96, however its zeros are written; null for other addresses. */
function mappedIpv4(address: string): string | null {
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  const groups = [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16));
  const [high = 0, low = 0] = groups.slice(6);
  if (groups.slice(0, 5).some((group) => group !== 0) || groups[5] !== 0xffff) return null;
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}

function faultOfIpv4(address: string, suffix: string): Fault {
  const octets = address.split('.');
  if (octets.some((octet) => /^0x[0-9a-f]*$/i.test(octet))) {
    return { problem: 'hexadecimal', what: 'has hexadecimal numbers, which tools read differently' };
  }
  if (!octets.every((octet) => /^[0-9]+$/.test(octet))) {
    return { problem: 'not-an-address', what: 'is no IPv4 or IPv6 address' };
  }
  if (octets.length < 4) {
    return { problem: 'short-form', what: 'has fewer than four numbers, which tools fill up differently' };
  }
  if (octets.length > 4) return { problem: 'not-an-address', what: 'has more than four numbers' };
  const padded = octets.find((octet) => /^0[0-9]/.test(octet));
  if (padded === undefined) return { problem: 'not-an-address', what: 'has a number above 255' };
  const plain = octets.map((octet) => octet.replace(/^0+(?=[0-9])/, ''));
  // Eight and more differ between octal and decimal; up to seven there is only one reading.
  const isOneReading = octets.every(
    (octet, index) => octet === plain[index] || /^[0-7]$/.test(plain[index] ?? ''),
  );
  const what = `has the number ${padded} with a leading zero, which some tools read as octal`;
  return { problem: 'leading-zero', what, ...(isOneReading && { correction: plain.join('.') + suffix }) };
}

function faultOfPrefix(address: string, prefix: string | undefined): Fault {
  const most = isIPv4(address) ? 32 : 128;
  if (prefix === undefined) {
    const what = `is one address without a prefix length; if it alone is meant, write ${address}/${most}`;
    return { problem: 'no-prefix', what };
  }
  if (prefix === '') return { problem: 'no-prefix', what: 'has no prefix length after the slash' };
  if (/^[+-]/.test(prefix)) return { problem: 'sign', what: 'has a sign in its prefix length' };
  if (/^0[0-9]+$/.test(prefix)) {
    const correction = `${address}/${prefix.replace(/^0+(?=[0-9])/, '')}`;
    return { problem: 'leading-zero', what: 'has a leading zero in its prefix length', correction };
  }
  if (/^[0-9]+$/.test(prefix)) {
    const family = most === 32 ? 'IPv4' : 'IPv6';
    return {
      problem: 'prefix-range',
      what: `has a prefix length that ${family} does not have: 0 to ${most}`,
    };
  }
  const length = most === 32 ? prefixOfNetmask(prefix) : null;
  const correction = length === null ? undefined : `${address}/${length}`;
  const what = 'has no prefix length after the slash: decimal digits alone';
  return { problem: 'prefix-form', what, ...(correction !== undefined && { correction }) };
}

/** 16 for `255.255.0.0`; null for what is no netmask. */
function prefixOfNetmask(text: string): number | null {
  if (!isIPv4(text)) return null;
  const bits = text
    .split('.')
    .map((octet) => Number(octet).toString(2).padStart(8, '0'))
    .join('');
  return /^1*0*$/.test(bits) ? bits.replace(/0/g, '').length : null;
}
