import { UNKNOWN, type ObjectValue, type Value } from '../engine/types.ts';
import { STRING, NUMBER, BOOL, typeToJson, type CtyType } from './types.ts';

const DYNAMIC: unique symbol = Symbol('dynamic');

/**
 * The value of an argument of dynamic type (azapi's `body`), which carries its own type: Terraform compares both, so
 * a list must not come back as a tuple. Rules never see this wrapper; `plain` removes it.
 */
export interface DynamicValue extends ObjectValue {
  readonly [DYNAMIC]: CtyType;
  readonly value: Value;
}

/** Wraps a value with its type for an argument of dynamic type. */
export function dynamicValue(type: CtyType, value: Value): DynamicValue {
  return { [DYNAMIC]: type, value };
}

export function isDynamic(value: Value): value is DynamicValue {
  return typeof value === 'object' && value !== null && DYNAMIC in value;
}

/** The type that a dynamic value carries. */
export function dynamicTypeOf(value: DynamicValue): CtyType {
  return value[DYNAMIC];
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** Whether the value is an object or map (and not a list, null, unknown or primitive). */
export function isObject(value: Value | undefined): value is ObjectValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether no part of the value is unknown. */
export function isWhollyKnown(value: Value): boolean {
  if (value === UNKNOWN) return false;
  if (isList(value)) return value.every(isWhollyKnown);
  if (isObject(value)) return Object.values(value).every(isWhollyKnown);
  return true;
}

/** The value without the wrappers of dynamic arguments, as rules and the world's objects see it. */
export function plain(value: Value): Value {
  if (isDynamic(value)) return plain(value.value);
  if (isList(value)) return value.map(plain);
  if (isObject(value)) return plainObject(value);
  return value;
}

/** `plain` for an object, whose result is an object again. */
export function plainObject(value: ObjectValue): ObjectValue {
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

/** The type a literal of this value has in Terraform: objects and tuples, never maps and lists. */
export function literalType(value: Value): CtyType {
  if (value === null || value === UNKNOWN) return { kind: 'dynamic' };
  if (typeof value === 'string') return STRING;
  if (typeof value === 'boolean') return BOOL;
  if (typeof value === 'number' || typeof value === 'bigint') return NUMBER;
  if (isList(value)) return { kind: 'tuple', elements: value.map(literalType) };
  const attributes = Object.entries(value).map(([name, inner]) => [name, literalType(inner)] as const);
  return { kind: 'object', attributes: Object.fromEntries(attributes) };
}

/**
 * A text that is equal for equal values of the type: numbers in one spelling, sets in one order, so that sets and
 * maps compare by content. Unknown is equal only to unknown.
 */
export function canonical(value: Value, type: CtyType): string {
  if (value === null) return 'null';
  if (value === UNKNOWN) return 'unknown';
  if (type.kind === 'number') return canonicalNumber(value);
  if (type.kind === 'dynamic') return canonicalDynamic(value);
  if (isList(value)) return canonicalList(value, type);
  if (isObject(value)) {
    const entries = Object.keys(value)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null, memberType(type, name))}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value);
}

function canonicalList(value: readonly Value[], type: CtyType): string {
  if (type.kind === 'tuple') {
    return `[${value.map((inner, index) => canonical(inner, type.elements[index] ?? literalType(inner))).join(',')}]`;
  }
  const texts = value.map((inner) => canonical(inner, elementType(type)));
  return type.kind === 'set' ? `{${texts.sort().join(',')}}` : `[${texts.join(',')}]`;
}

function canonicalDynamic(value: Value): string {
  if (!isDynamic(value)) return canonical(value, literalType(value));
  const type = dynamicTypeOf(value);
  return `${JSON.stringify(typeToJson(type))}=${canonical(value.value, type)}`;
}

/** One spelling for a number: 1, 1n, "1", "1.0" and 1e0 are the same. Beyond doubles the decimal text itself counts. */
function canonicalNumber(value: Value): string {
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint';
  const text = isScalar ? String(value) : 'not a number';
  if (/^-?\d+$/.test(text)) return BigInt(text).toString();
  const short = text.includes('.') && !/e/i.test(text) ? text.replace(/\.?0+$/, '') : text;
  const parsed = Number(short);
  return String(parsed).length >= short.length || /e/i.test(short) ? String(parsed) : short;
}

/** Whether two values of one type are the same to Terraform. */
export function equal(left: Value, right: Value, type: CtyType): boolean {
  return left === right || canonical(left, type) === canonical(right, type);
}

function elementType(type: CtyType): CtyType {
  return type.kind === 'list' || type.kind === 'set' || type.kind === 'map'
    ? type.element
    : { kind: 'dynamic' };
}

function memberType(type: CtyType, name: string): CtyType {
  if (type.kind === 'object') return type.attributes[name] ?? { kind: 'dynamic' };
  return elementType(type);
}
