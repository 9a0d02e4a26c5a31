import { UNKNOWN, type Value } from '../engine/types.ts';
import { dynamicValue, isDynamic, isList, isObject, literalType, plain } from './value.ts';
import { parseType, type CtyType } from './types.ts';

/**
 * Brings any value into the shape of a type, as Terraform's own conversion would: attributes that the type does not
 * have are dropped, missing ones become null, numbers and booleans in text are read, a value that cannot be converted
 * becomes null. Used where data comes from outside the protocol: a state file, a data source, a patch.
 */
export function conform(value: unknown, type: CtyType): Value {
  if (value === null || value === undefined) return null;
  if (value === UNKNOWN) return UNKNOWN;
  switch (type.kind) {
    case 'string':
      return typeof value === 'string' ? value : isScalar(value) ? String(value) : null;
    case 'number':
      return conformNumber(value);
    case 'bool':
      return conformBoolean(value);
    case 'dynamic':
      return conformDynamic(value);
    case 'list':
    case 'set':
      return Array.isArray(value) ? conformElements(value, type.element, type.kind) : null;
    case 'map':
      return isRecord(value)
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, conform(inner, type.element)]))
        : null;
    case 'tuple':
      return Array.isArray(value)
        ? type.elements.map((element, index) => conform(value[index], element))
        : null;
    case 'object':
      return isRecord(value)
        ? Object.fromEntries(
            Object.entries(type.attributes).map(([name, inner]) => [name, conform(value[name], inner)]),
          )
        : null;
  }
}

function conformElements(value: readonly unknown[], element: CtyType, kind: 'list' | 'set'): Value {
  const elements = value.map((inner) => conform(inner, element));
  if (kind === 'list') return elements;
  const seen = new Map<string, Value>(elements.map((inner) => [JSON.stringify(inner, jsonSafe), inner]));
  return [...seen.values()];
}

/** A JSON replacer under which different values stay different: unknown and big integers have no JSON of their own. */
function jsonSafe(_key: string, value: unknown): unknown {
  if (value === UNKNOWN) return { $unknown: true };
  return typeof value === 'bigint' ? { $integer: value.toString() } : value;
}

function isScalar(value: unknown): value is string | number | bigint | boolean {
  return ['string', 'number', 'bigint', 'boolean'].includes(typeof value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function conformNumber(value: unknown): Value {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value)) return null;
  const parsed = Number(value);
  // Only where the double prints back as the same text has it lost nothing.
  return String(parsed) === value ? parsed : value;
}

function conformBoolean(value: unknown): Value {
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  return value === 'false' ? false : null;
}

/** A state file writes a dynamic value as `{ "type": …, "value": … }`; anything else is a literal. */
function conformDynamic(value: unknown): Value {
  const given = value as Value;
  if (isDynamic(given)) return given;
  if (isRecord(value) && Object.keys(value).sort().join() === 'type,value') {
    try {
      const type = parseType(value['type']);
      return dynamicValue(type, conform(value['value'], type));
    } catch {
      // An object that happens to have these two attributes is a literal like any other.
    }
  }
  const literal = plain(given);
  return dynamicValue(literalType(literal), literal);
}

/** `value` again, but with the types of `like` for dynamic arguments whose content did not change. */
export function keepDynamicTypes(value: Value, like: Value | undefined): Value {
  if (isDynamic(value)) {
    if (like === undefined || !isDynamic(like)) return value;
    return sameContent(value.value, like.value) ? like : value;
  }
  if (isList(value))
    return value.map((inner, index) => keepDynamicTypes(inner, isList(like) ? like[index] : undefined));
  if (isObject(value)) {
    const other = isObject(like) ? like : undefined;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, keepDynamicTypes(inner, other?.[name])]),
    );
  }
  return value;
}

/** Whether two values have the same content, whatever the types that dynamic values among them carry. */
export function sameContent(left: Value, right: Value): boolean {
  return JSON.stringify(sorted(plain(left)), jsonSafe) === JSON.stringify(sorted(plain(right)), jsonSafe);
}

function sorted(value: Value): Value {
  if (isList(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name] ?? null)]));
}
