/** Reading planned objects whose attributes may be unknown, null or of any type. */
import { UNKNOWN } from '../engine/types.ts';
import type { ObjectReader, ObjectValue, Value, WorldObject } from '../engine/types.ts';

/** Whether a value is an object (a block or a map), not a list. */
export function isObject(value: Value | undefined): value is ObjectValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list (or set) whose length is known. */
export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** The value as a string if it is a known one that is not empty. */
export function textOf(value: Value | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An attribute as a string if it is a known one that is not empty. */
export function text(object: ObjectValue | undefined, attribute: string): string | undefined {
  return textOf(object?.[attribute]);
}

/** An attribute as a number if it is known; numbers may arrive as bigint or decimal string. */
export function numberOf(value: Value | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' && /^-?[0-9]+(\.[0-9]+)?$/.test(value)) return Number(value);
  return undefined;
}

/** The known, non-empty strings of a list attribute. */
export function texts(object: ObjectValue | undefined, attribute: string): readonly string[] {
  const value = object?.[attribute];
  return isList(value) ? value.flatMap((item) => textOf(item) ?? []) : [];
}

/** The nested blocks of a name; none where the block is absent or unknown. */
export function blocks(object: ObjectValue | undefined, name: string): readonly ObjectValue[] {
  const value = object?.[name];
  if (isObject(value)) return [value];
  return isList(value) ? value.filter((item) => isObject(item)) : [];
}

/** Whether a value is unknown or holds an unknown anywhere. */
export function hasUnknown(value: Value | undefined): boolean {
  if (value === UNKNOWN) return true;
  if (isList(value)) return value.some((item) => hasUnknown(item));
  return isObject(value) && Object.values(value).some((item) => hasUnknown(item));
}

/** Whether an argument was given: not null, not an empty block collection. An unknown one counts as given. */
export function isGiven(value: Value | undefined): boolean {
  if (value === undefined || value === null) return false;
  return !(isList(value) && value.length === 0);
}

/** The object of a type whose attribute has this value; ids of Azure are compared without regard to case. */
export function findBy(
  objects: ObjectReader,
  type: string,
  attribute: string,
  value: string | undefined,
): WorldObject | undefined {
  if (value === undefined) return undefined;
  const wanted = value.toLowerCase();
  return objects.list(type).find((object) => text(object.attributes, attribute)?.toLowerCase() === wanted);
}

/** The attributes of the object of a type with this id. */
export function byId(objects: ObjectReader, type: string, id: string | undefined): ObjectValue | undefined {
  return findBy(objects, type, 'id', id)?.attributes;
}
