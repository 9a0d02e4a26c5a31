import type { ObjectValue, Value, WorldObject } from '../terraform-provider/engine/types.ts';

/** A text attribute; empty when it is missing, null or of another type. */
export function text(object: WorldObject | ObjectValue | undefined, name: string): string {
  const value = attribute(object, name);
  return typeof value === 'string' ? value : '';
}

/** A number attribute; `otherwise` when it is missing or of another type. */
export function number(object: WorldObject | ObjectValue | undefined, name: string, otherwise = 0): number {
  const value = attribute(object, name);
  return typeof value === 'number' ? value : otherwise;
}

/** The texts of a list attribute; empty when it is missing. */
export function texts(object: WorldObject | ObjectValue | undefined, name: string): readonly string[] {
  const value = attribute(object, name);
  const items = Array.isArray(value) ? (value as readonly Value[]) : [];
  return items.flatMap((item) => (typeof item === 'string' ? [item] : []));
}

/** The objects of a nested block, or the one object of a single block; empty when there is none. */
export function blocks(object: WorldObject | ObjectValue | undefined, name: string): readonly ObjectValue[] {
  const value = attribute(object, name);
  const items: readonly Value[] = Array.isArray(value) ? (value as readonly Value[]) : [value ?? null];
  return items.filter(isObject);
}

/** A map of texts, such as tags; empty when it is missing. */
export function textMap(
  object: WorldObject | ObjectValue | undefined,
  name: string,
): Readonly<Record<string, string>> {
  const value = attribute(object, name) ?? null;
  if (!isObject(value)) return {};
  const entries = Object.entries(value).filter((entry) => typeof entry[1] === 'string');
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Azure compares resource ids without regard to case. */
export function sameId(left: string, right: string): boolean {
  return left !== '' && left.toLowerCase() === right.toLowerCase();
}

function attribute(object: WorldObject | ObjectValue | undefined, name: string): Value | undefined {
  if (object === undefined) return undefined;
  return (isWorldObject(object) ? object.attributes : object)[name];
}

function isWorldObject(object: WorldObject | ObjectValue): object is WorldObject {
  const { key, attributes = null } = object as ObjectValue;
  return typeof key === 'string' && isObject(attributes);
}

function isObject(value: Value): value is ObjectValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
