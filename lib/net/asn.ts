/** Autonomous system numbers: reading them, and which of them nobody may use. */

import { quoteText } from './cidr-problems.ts';

/** Why a text is no usable notation of an ASN. Stable: rules and tests branch on it. */
export type AsnProblem = 'empty' | 'asdot' | 'form' | 'range';

export type ParsedAsn =
  | { readonly ok: true; readonly asn: number }
  | {
      readonly ok: false;
      readonly problem: AsnProblem;
      /** A whole sentence that quotes the text, shortened. */
      readonly message: string;
      /** What to write instead, where only one thing can have been meant. */
      readonly corrected: string | null;
    };

/** A range of ASNs that must not be given to a router of one's own. */
export interface AsnReservation {
  readonly first: number;
  readonly last: number;
  readonly by: 'Azure' | 'IANA';
  /** What it is kept for, as the end of a sentence that starts "reserved by Azure ". */
  readonly reason: string;
  /** Where that is written. */
  readonly source: string;
}

const MAX_ASN = 4_294_967_295;

/**
 * Reads an ASN in asplain notation (RFC 5396): decimal digits, 0 to 4294967295. Asdot (`65000.10`) is refused and its
 * asplain form named, because neither cloud takes it. Never throws, whatever the text.
 */
export function parseAsn(text: string): ParsedAsn {
  if (/^(0|[1-9][0-9]{0,9})$/.test(text)) {
    const asn = Number(text);
    return asn <= MAX_ASN ? { ok: true, asn } : refuse(text, 'range', `is above ${MAX_ASN}, the highest ASN`);
  }
  if (text.trim() === '') return refuse(text, 'empty', 'is empty where an ASN should be');
  const asdot = /^([0-9]{1,5})\.([0-9]{1,5})$/.exec(text);
  if (asdot !== null) return refuseAsdot(text, Number(asdot[1]), Number(asdot[2]));
  if (/^[0-9]+$/.test(text) && !text.startsWith('0')) {
    return refuse(text, 'range', `is above ${MAX_ASN}, the highest ASN`);
  }
  return refuseForm(text);
}

function refuse(text: string, problem: AsnProblem, what: string, corrected: string | null = null): ParsedAsn {
  return { ok: false, problem, message: `${quoteText(text)} ${what}.`, corrected };
}

function refuseAsdot(text: string, high: number, low: number): ParsedAsn {
  if (high > 65_535 || low > 65_535) {
    return refuse(text, 'asdot', 'looks like asdot notation, but each half ends at 65535');
  }
  const corrected = String(high * 65_536 + low);
  return refuse(
    text,
    'asdot',
    `is asdot notation, which the clouds do not take; write ${corrected}`,
    corrected,
  );
}

function refuseForm(text: string): ParsedAsn {
  const digits = /^\s*(?:AS)?\s*0*([0-9]{1,10})\s*$/i.exec(text)?.[1];
  const corrected = digits !== undefined && Number(digits) <= MAX_ASN ? String(Number(digits)) : null;
  const advice = corrected === null ? '' : `; write ${corrected}`;
  return refuse(text, 'form', `is no ASN: decimal digits alone, without leading zeros${advice}`, corrected);
}

/** Names the ASNs that Azure keeps "for both internal and external peerings". */
const AZURE = 'Azure VPN Gateway FAQ, section BGP';

/** Every range of ASNs that nobody may give to a gateway or router of this architecture. */
export const RESERVED_ASNS: readonly AsnReservation[] = [
  { first: 0, last: 0, by: 'IANA', reason: 'as no AS at all', source: 'RFC 7607' },
  { first: 8074, last: 8075, by: 'Azure', reason: 'for its own public peerings', source: AZURE },
  { first: 12_076, last: 12_076, by: 'Azure', reason: 'for ExpressRoute', source: AZURE },
  {
    first: 23_456,
    last: 23_456,
    by: 'IANA',
    reason: 'as AS_TRANS, the stand-in for a 32-bit ASN',
    source: 'RFC 6793',
  },
  { first: 64_496, last: 64_511, by: 'IANA', reason: 'for documentation', source: 'RFC 5398' },
  { first: 65_515, last: 65_515, by: 'Azure', reason: 'for its gateways and Route Server', source: AZURE },
  { first: 65_517, last: 65_520, by: 'Azure', reason: 'for internal use', source: AZURE },
  { first: 65_535, last: 65_535, by: 'IANA', reason: 'as the last 16-bit ASN', source: 'RFC 7300' },
  { first: 65_536, last: 65_551, by: 'IANA', reason: 'for documentation', source: 'RFC 5398' },
  {
    first: 4_294_967_295,
    last: 4_294_967_295,
    by: 'IANA',
    reason: 'as the last 32-bit ASN',
    source: 'RFC 7300',
  },
];

/** Who keeps the ASN and why; null when it is not reserved. Azure's own gateways do use 65515. */
export function asnReservation(asn: number): AsnReservation | null {
  return RESERVED_ASNS.find(({ first, last }) => first <= asn && asn <= last) ?? null;
}

/** Ranges for private use by RFC 6996, both ends included. */
export const PRIVATE_ASNS: readonly { readonly first: number; readonly last: number }[] = [
  { first: 64_512, last: 65_534 },
  { first: 4_200_000_000, last: 4_294_967_294 },
];

/** Whether anyone may use the ASN inside his own networks. Some private ASNs are reserved by Azure all the same. */
export function isPrivateAsn(asn: number): boolean {
  return PRIVATE_ASNS.some(({ first, last }) => first <= asn && asn <= last);
}
