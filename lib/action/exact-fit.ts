/**
 * A cheaper answer for the long lists of documents. Zod makes a new object for each object and a result for each member;
 * of lists of many thousand elements that takes longer than anything else done with them, and holds them twice.
 */
import type { $ZodType, $ZodTypes } from 'zod/v4/core';

/** Whether zod would give the value back as it is, members in the same order. */
type Fits = (value: unknown) => boolean;

/** Shorter lists cost too little to be told apart. */
const LONG = 1000;

const EMPTY: readonly unknown[] = [];

/**
 * The members of the value that are long lists of which each element is exactly as the schema says; the schema then need
 * not be asked about them. A list of which that cannot be told, or is not so, is left to it.
 */
export function exactLists(schema: $ZodType, value: object): Readonly<Record<string, unknown>> {
  const { def } = (schema as $ZodTypes)._zod;
  const found: Record<string, unknown> = {};
  if (def.type !== 'object') return found;
  for (const [name, member] of Object.entries(value)) {
    if (!Array.isArray(member) || member.length <= LONG || !Object.hasOwn(def.shape, name)) continue;
    const list = def.shape[name];
    const fits = list === undefined ? null : fitsOf(list);
    if (fits?.(member) === true) found[name] = member;
  }
  return found;
}

/** The value with empty lists in place of those. */
export function withoutLists(value: object, lists: Readonly<Record<string, unknown>>): object {
  return { ...value, ...Object.fromEntries(Object.keys(lists).map((name) => [name, EMPTY])) };
}

/** What any schema may have that makes it ask for more than its type. */
interface Traits {
  readonly check?: unknown;
  readonly checks?: readonly unknown[];
  readonly coerce?: boolean;
  readonly format?: unknown;
}

/** Null for schemas that may change a value, and for kinds and checks that are not known here. */
function fitsOf(schema: $ZodType): Fits | null {
  const { def } = (schema as $ZodTypes)._zod;
  const { check, checks = [], coerce, format }: Traits = def;
  // With `coerce`, anything is a string.
  if (coerce === true) return null;
  if (def.type === 'number') return fitsCount(format, checks);
  if (checks.length > 0 || check !== undefined) return null;
  switch (def.type) {
    case 'string':
      return (value) => typeof value === 'string';
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'enum':
      return fitsEnum(Object.values(def.entries));
    case 'nullable':
      return fitsNullable(fitsOf(def.innerType));
    case 'array':
      return fitsArray(fitsOf(def.element));
    case 'object':
      return def.catchall === undefined ? fitsObject(def.shape) : null;
    default:
      return null;
  }
}

/** Whole numbers from 0, which is what documents count with. */
function fitsCount(format: unknown, checks: readonly unknown[]): Fits | null {
  const isCount = checks.length === 1 && checks.every(isFromZero);
  if (format !== 'safeint' || !isCount) return null;
  return (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isFromZero(check: unknown): boolean {
  const { def } = (check as { readonly _zod: { readonly def: Readonly<Record<string, unknown>> } })._zod;
  return def.check === 'greater_than' && def.value === 0 && def.inclusive === true;
}

function fitsEnum(values: readonly unknown[]): Fits {
  const known = new Set(values);
  return (value) => known.has(value);
}

function fitsNullable(inner: Fits | null): Fits | null {
  return inner === null ? null : (value) => value === null || inner(value);
}

function fitsArray(element: Fits | null): Fits | null {
  if (element === null) return null;
  return (value) => {
    if (!Array.isArray(value)) return false;
    const { length } = value;
    for (let index = 0; index < length; index += 1) if (!element(value[index])) return false;
    return true;
  };
}

function fitsObject(shape: Readonly<Record<string, $ZodType>>): Fits | null {
  const names = Object.keys(shape);
  const members = names.map((name) => fitsOf(shape[name] as $ZodType));
  if (members.includes(null)) return null;
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    let at = 0;
    for (const name in value) {
      if (name !== names[at] || members[at]?.((value as Record<string, unknown>)[name]) !== true)
        return false;
      at += 1;
    }
    return at === names.length;
  };
}
