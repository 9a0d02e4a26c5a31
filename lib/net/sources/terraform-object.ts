import type { AsnRole, Origin, Quantity, RangeRole, RouteRole } from '../address-facts.ts';
import { isObject } from '../../terraform/plan-json.ts';
import type { FactBuilder } from './fact-builder.ts';

export type AttributePath = readonly (string | number)[];

/**
 * An object as it will be after the apply, or as it is in a state. `unknown` and `sensitive` mirror the values with
 * `true` at the marked places, as in Terraform's JSON.
 */
export interface TerraformObject {
  readonly address: string;
  /** Address of the module with its keys, empty for the root module. */
  readonly module: string;
  readonly type: string;
  readonly name: string;
  readonly index: string | number | null;
  readonly values: Readonly<Record<string, unknown>>;
  readonly unknown: unknown;
  readonly sensitive: unknown;
}

/** What Terraform says of one attribute; `absent` covers null and the empty text, which providers use alike. */
export type Attribute =
  | { readonly state: 'known'; readonly value: unknown }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly reason: string };

export const AFTER_APPLY = 'is known only after apply';
export const SENSITIVE = 'is marked as sensitive and therefore not read';

/** One Terraform file and the facts that are made of its objects. */
export interface TerraformReading {
  readonly facts: FactBuilder;
  readonly originOf: (object: TerraformObject) => Origin;
  /** Key of the VPC that the attribute refers to; undefined when it cannot be told. */
  readonly vpcOf: (object: TerraformObject, attribute: string) => string | undefined;
  /** Names of the resources of a type that the attribute refers to in the configuration; none in a state. */
  readonly referencesOf: (object: TerraformObject, attribute: string, type: string) => readonly string[];
  /**
   * Whether the configuration gives the attribute a value. Undefined where it cannot be told: in a state, and where a
   * dynamic block may have written it.
   */
  readonly isConfigured: (object: TerraformObject, path: readonly string[]) => boolean | undefined;
}

export function attributeOf(object: TerraformObject, path: AttributePath): Attribute {
  if (isMarked(object.unknown, path)) return { state: 'unknown', reason: AFTER_APPLY };
  const value = valueAt(object.values, path);
  if (value === undefined || value === null || value === '') return { state: 'absent' };
  if (isMarked(object.sensitive, path)) return { state: 'unknown', reason: SENSITIVE };
  return { state: 'known', value };
}

function step(value: unknown, key: string | number): unknown {
  if (typeof key === 'number') return Array.isArray(value) ? (value as readonly unknown[])[key] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function valueAt(value: unknown, path: AttributePath): unknown {
  return path.reduce<unknown>(step, value);
}

/** Marks stand at the value itself or at anything that holds it. */
function isMarked(mirror: unknown, path: AttributePath): boolean {
  let at = mirror;
  for (const key of path) {
    if (at === true) return true;
    at = step(at, key);
  }
  return at === true;
}

/** A text or a number as text; undefined for anything else or when it is not known. */
export function textOf(object: TerraformObject, path: AttributePath): string | undefined {
  const found = attributeOf(object, path);
  return found.state === 'known' ? scalarText(found.value) : undefined;
}

function scalarText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** How many entries a list attribute or a kind of block has. */
export function lengthOf(object: TerraformObject, path: AttributePath): number {
  const value = valueAt(object.values, path);
  return Array.isArray(value) ? value.length : 0;
}

/** A name for people: the tag `Name`, else the key of the object, else its name in the configuration. */
export function nameOf(object: TerraformObject): string {
  return textOf(object, ['tags', 'Name']) ?? textOf(object, ['name']) ?? String(object.index ?? object.name);
}

type Role = RangeRole | AsnRole | RouteRole | Quantity;

/**
 * Reads one value into a fact: `use` gets it as text, what is not known is said. An absent value is nothing.
 */
export function take(
  reading: TerraformReading,
  object: TerraformObject,
  path: AttributePath,
  role: Role,
  use: (text: string) => void,
): void {
  const found = attributeOf(object, path);
  if (found.state === 'absent') return;
  if (found.state === 'unknown') return sayUnknown(reading, object, path, role, found.reason);
  const text = scalarText(found.value);
  if (text === undefined) sayUnknown(reading, object, path, role, 'is neither a text nor a number');
  else use(text);
}

/** The same for every entry of a list or set. */
export function takeEach(
  reading: TerraformReading,
  object: TerraformObject,
  path: AttributePath,
  role: Role,
  use: (text: string) => void,
): void {
  const found = attributeOf(object, path);
  if (found.state === 'unknown') return sayUnknown(reading, object, path, role, found.reason);
  // An entry that is not known yet is missing in the values and present among the marks.
  const marks = valueAt(object.unknown, path);
  const count = Math.max(lengthOf(object, path), Array.isArray(marks) ? marks.length : 0);
  for (let index = 0; index < count; index += 1) take(reading, object, [...path, index], role, use);
}

export function sayUnknown(
  reading: TerraformReading,
  object: TerraformObject,
  path: AttributePath,
  role: Role,
  reason: string,
): void {
  const what = `${pathText(path)} of ${object.address}`;
  reading.facts.unknown({ what, role, reason: `it ${reason}`, origin: reading.originOf(object) });
}

function pathText(path: AttributePath): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}
