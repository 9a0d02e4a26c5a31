import { conform } from '../cty/conform.ts';
import { isDynamic, isList, isObject, isWhollyKnown } from '../cty/value.ts';
import type { CtyType } from '../cty/types.ts';
import type { Block } from '../schema/model.ts';
import { UNKNOWN, type FillContext, type ObjectValue, type Value } from './types.ts';

/**
 * Decides every unknown of a planned object: from the rule's values where it has one, else the emptiest value of the
 * type. Known planned values always stay, as Terraform demands.
 */
export function fillObject(
  planned: ObjectValue,
  block: Block,
  context: FillContext,
  rule: ObjectValue,
): ObjectValue {
  const entries = Object.entries(block.type.attributes).map(([name, type]) => {
    const value = planned[name] ?? null;
    const given = Object.hasOwn(rule, name) ? (rule[name] ?? null) : undefined;
    const fallback = () => fallbackFor(name, type, context);
    return [name, decide(value, given, type, fallback, name in block.blocks)] as const;
  });
  return Object.fromEntries(entries);
}

function decide(
  value: Value,
  given: Value | undefined,
  type: CtyType,
  fallback: () => Value,
  isBlock: boolean,
): Value {
  if (value === UNKNOWN) {
    if (given === undefined) return isBlock ? emptyBlock(type) : fallback();
    // What the rule itself left open, and a block collection it gave as null, still need a value.
    const chosen = resolve(conform(given, type), undefined, type);
    return chosen === null && isBlock ? emptyBlock(type) : chosen;
  }
  return isWhollyKnown(value) ? value : resolve(value, given, type);
}

/** Fills the unknowns inside a partly known value, taking those of `given` at the same place where it has them. */
function resolve(value: Value, given: Value | undefined, type: CtyType): Value {
  if (value === UNKNOWN)
    return given === undefined || given === UNKNOWN
      ? empty(type)
      : resolve(conform(given, type), undefined, type);
  if (isDynamic(value))
    return isWhollyKnown(value) ? value : conform(strip(value.value), { kind: 'dynamic' });
  if (isList(value) && (type.kind === 'list' || type.kind === 'set')) {
    return value.map((element, index) =>
      resolve(element, isList(given) ? given[index] : undefined, type.element),
    );
  }
  if (!isObject(value)) return value;
  const other = isObject(given) ? given : {};
  const inner = (name: string): CtyType =>
    type.kind === 'object'
      ? (type.attributes[name] ?? { kind: 'string' })
      : type.kind === 'map'
        ? type.element
        : { kind: 'string' };
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, resolve(part, other[name], inner(name))]),
  );
}

/** Unknown parts of a dynamic value have no type to choose a value from. */
function strip(value: Value): Value {
  if (value === UNKNOWN) return null;
  if (isList(value)) return value.map(strip);
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, strip(inner)]))
    : value;
}

function emptyBlock(type: CtyType): Value {
  if (type.kind === 'list' || type.kind === 'set') return [];
  return type.kind === 'map' ? {} : null;
}

function empty(type: CtyType): Value {
  switch (type.kind) {
    case 'string':
      return '';
    case 'number':
      return 0;
    case 'bool':
      return false;
    case 'list':
    case 'set':
      return [];
    case 'map':
      return {};
    default:
      return null;
  }
}

/** Identity is needed even where no rule knows the type: an empty id would make every later reference meaningless. */
function fallbackFor(name: string, type: CtyType, context: FillContext): Value {
  if (type.kind === 'string' && name === 'id')
    return `${context.type.replace(/^[a-z]+_/, '').replaceAll('_', '-')}-${context.hex('id', 17)}`;
  return empty(type);
}
