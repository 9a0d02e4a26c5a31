import { createHash } from 'node:crypto';
import { canonical, dynamicTypeOf, dynamicValue, isDynamic, isList, isObject } from '../cty/value.ts';
import type { CtyType } from '../cty/types.ts';
import { UNKNOWN, type ObjectValue, type Value } from './types.ts';

const KEY_DIGITS = 16;

/**
 * The key of a new object: derived from type, region and all planned values that are known, so that it is the same in
 * every run. Objects with the same arguments are interchangeable and are told apart by a number.
 */
export function objectKey(
  request: {
    readonly seed: string;
    readonly type: string;
    readonly region: string;
    readonly planned: ObjectValue;
    readonly schema: CtyType;
  },
  isTaken: (key: string) => boolean,
): string {
  const known = canonical(knownPart(request.planned), request.schema);
  const digest = sha256(`${request.seed}\0${request.type}\0${request.region}\0${known}`).slice(0, KEY_DIGITS);
  const key = `${request.type}/${digest}`;
  let candidate = key;
  for (let twin = 2; isTaken(candidate); twin += 1) candidate = `${key}-${twin}`;
  return candidate;
}

function knownPart(value: ObjectValue): ObjectValue {
  const keep = (inner: Value): Value => {
    if (inner === UNKNOWN) return null;
    if (isList(inner)) return inner.map(keep);
    return isObject(inner) ? knownPart(inner) : inner;
  };
  if (isDynamic(value)) return dynamicValue(dynamicTypeOf(value), keep(value.value));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, keep(inner)]));
}

/** `length` lower-case hex digits that depend on key and purpose only. */
export function hexFor(key: string, purpose: string, length: number): string {
  let digits = '';
  for (let block = 0; digits.length < length; block += 1) digits += sha256(`${key}\0${purpose}\0${block}`);
  return digits.slice(0, length);
}

/** An integer in [0, below) that depends on key and purpose only. */
export function integerFor(key: string, purpose: string, below: number): number {
  if (!Number.isSafeInteger(below) || below < 1) throw new RangeError(`not a positive integer: ${below}`);
  return Number(BigInt(`0x${hexFor(key, purpose, KEY_DIGITS)}`) % BigInt(below));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
