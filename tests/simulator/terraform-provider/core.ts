import type { CtyType } from '#simulator/terraform-provider/cty/types.js';
import { canonical, equal, isList, isObject } from '#simulator/terraform-provider/cty/value.js';
import { UNKNOWN, type ObjectValue, type Value } from '#simulator/terraform-provider/engine/types.js';
import type { Attributes, Block, NestedBlock } from '#simulator/terraform-provider/schema/model.js';

/**
 * The part of Terraform core that a provider meets, written for tests from the rules in core's objchange package:
 * what it proposes, and what it demands of the answers. It shares no code with the engine.
 */

/** Core's proposed new state: the configuration, with prior values where the provider computes and nothing is set. */
export function proposedNew(block: Block, prior: ObjectValue | null, config: ObjectValue): ObjectValue {
  const result: Record<string, Value> = proposeAttributes(block.attributes, prior, config);
  for (const [name, nested] of Object.entries(block.blocks)) {
    const propose = (before: ObjectValue | null, given: ObjectValue) =>
      proposedNew(nested.block, before, given);
    result[name] = proposeNested(
      nested.nesting,
      nested.block.type,
      prior?.[name] ?? null,
      config[name] ?? null,
      propose,
    );
  }
  return result;
}

function proposeAttributes(
  attributes: Attributes,
  prior: ObjectValue | null,
  config: ObjectValue,
): Record<string, Value> {
  const result: Record<string, Value> = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const given = config[name] ?? null;
    const before = prior?.[name] ?? null;
    if (attribute.computed && given === null) result[name] = before;
    else if (attribute.nested === undefined || given === null) result[name] = given;
    else {
      const { nested } = attribute;
      const propose = (old: ObjectValue | null, value: ObjectValue) =>
        proposeAttributes(nested.attributes, old, value);
      const type = nested.nesting === 'single' ? attribute.type : elementType(attribute.type);
      result[name] = proposeNested(nested.nesting, type, before, given, propose);
    }
  }
  return result;
}

function proposeNested(
  nesting: NestedBlock['nesting'],
  type: CtyType,
  prior: Value,
  config: Value,
  propose: (prior: ObjectValue | null, config: ObjectValue) => ObjectValue,
): Value {
  const one = (before: Value, given: Value): Value =>
    isObject(given) ? propose(isObject(before) ? before : null, given) : given;
  if (config === null || config === UNKNOWN) return config;
  if (nesting === 'single' || nesting === 'group') return one(prior, config);
  if (nesting === 'map' && isObject(config)) {
    const before = isObject(prior) ? prior : {};
    return Object.fromEntries(
      Object.entries(config).map(([key, given]) => [key, one(before[key] ?? null, given)]),
    );
  }
  if (!isList(config)) return config;
  const before = isList(prior) ? prior : [];
  if (nesting === 'list') return config.map((given, index) => one(before[index] ?? null, given));
  const rest = [...before];
  const elements = config.map((given) => {
    const index = rest.findIndex((candidate) => coveredBy(candidate, given, type));
    return one(index < 0 ? null : (rest.splice(index, 1)[0] ?? null), given);
  });
  return [...new Map<string, Value>(elements.map((element) => [canonical(element, type), element])).values()];
}

/** Whether a prior element of a set may be the one that this configuration made: all that is set is equal. */
function coveredBy(prior: Value, config: Value, type: CtyType): boolean {
  if (config === null) return true;
  if (isObject(config) && isObject(prior) && type.kind === 'object') {
    return Object.entries(type.attributes).every(([name, inner]) =>
      coveredBy(prior[name] ?? null, config[name] ?? null, inner),
    );
  }
  if (type.kind === 'list' && isList(config) && isList(prior)) {
    return (
      config.length === prior.length &&
      config.every((inner, index) => coveredBy(prior[index] ?? null, inner, type.element))
    );
  }
  if (type.kind === 'map' && isObject(config) && isObject(prior)) {
    const names = Object.keys(config);
    return (
      names.length === Object.keys(prior).length &&
      names.every((name) => coveredBy(prior[name] ?? null, config[name] ?? null, type.element))
    );
  }
  if (type.kind === 'set' && isList(config) && isList(prior)) {
    return (
      config.length === prior.length &&
      config.every((given) => prior.some((one) => coveredBy(one, given, type.element)))
    );
  }
  return equal(prior, config, type);
}

/** What core finds wrong with a planned state; empty when it accepts it without the legacy type system. */
export function planErrors(
  block: Block,
  prior: ObjectValue | null,
  config: ObjectValue,
  planned: ObjectValue,
  path = '',
): string[] {
  const errors = attributeErrors(block.attributes, prior, config, planned, path);
  const extra = Object.keys(planned).filter((name) => !(name in block.type.attributes));
  errors.push(...extra.map((name) => `${path}.${name}: not in the schema`));
  for (const [name, nested] of Object.entries(block.blocks)) {
    const at = `${path}.${name}`;
    const check = (before: ObjectValue | null, given: ObjectValue, value: ObjectValue, where: string) =>
      planErrors(nested.block, before, given, value, where);
    errors.push(
      ...nestedErrors(nested, prior?.[name] ?? null, config[name] ?? null, planned[name] ?? null, at, check),
    );
  }
  return errors;
}

function attributeErrors(
  attributes: Attributes,
  prior: ObjectValue | null,
  config: ObjectValue,
  planned: ObjectValue,
  path: string,
): string[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const at = `${path}.${name}`;
    const before: Value = prior?.[name] ?? null;
    const given: Value = config[name] ?? null;
    const value: Value = planned[name] ?? null;
    if (attribute.writeOnly) return value === null ? [] : [`${at}: write-only but planned`];
    if (given === null)
      return attribute.computed || value === null ? [] : [`${at}: planned although not computed`];
    if (attribute.nested !== undefined && !attribute.computed) {
      const { nested } = attribute;
      const nestedBlock = {
        nesting: nested.nesting,
        block: { type: elementType(attribute.type) },
      } as NestedBlock;
      const check = (old: ObjectValue | null, one: ObjectValue, plan: ObjectValue, where: string) =>
        attributeErrors(nested.attributes, old, one, plan, where);
      return nestedErrors(nestedBlock, before, given, value, at, check);
    }
    if (equal(value, given, attribute.type)) return [];
    if (before !== null && equal(value, before, attribute.type)) return [];
    return [`${at}: planned as neither configured nor prior`];
  });
}

function nestedErrors(
  nested: NestedBlock,
  prior: Value,
  config: Value,
  planned: Value,
  at: string,
  check: (prior: ObjectValue | null, config: ObjectValue, planned: ObjectValue, path: string) => string[],
): string[] {
  if (config === UNKNOWN) return planned === UNKNOWN ? [] : [`${at}: unknown block was not kept`];
  const one = (before: Value, given: Value, value: Value, where: string): string[] => {
    if (given === UNKNOWN || given === null)
      return value === given ? [] : [`${where}: absent or unknown element was changed`];
    if (!isObject(given) || !isObject(value)) return [`${where}: element is missing`];
    return check(isObject(before) ? before : null, given, value, where);
  };
  if (nested.nesting === 'single' || nested.nesting === 'group') return one(prior, config, planned, at);
  if (nested.nesting === 'map') {
    if (config === null) return planned === null ? [] : [`${at}: map appeared`];
    if (!isObject(config) || !isObject(planned)) return [`${at}: not a map`];
    if (Object.keys(config).sort().join() !== Object.keys(planned).sort().join())
      return [`${at}: other keys`];
    const before = isObject(prior) ? prior : {};
    return Object.keys(config).flatMap((key) =>
      one(before[key] ?? null, config[key] ?? null, planned[key] ?? null, `${at}[${key}]`),
    );
  }
  if (config === null) return planned === null ? [] : [`${at}: collection appeared`];
  if (!isList(config) || !isList(planned)) return [`${at}: not a collection`];
  if (nested.nesting === 'set') return setErrors(nested, config, planned, at);
  if (config.length !== planned.length)
    return [`${at}: ${planned.length} planned, ${config.length} configured`];
  const before = isList(prior) ? prior : [];
  return config.flatMap((given, index) =>
    one(before[index] ?? null, given, planned[index] ?? null, `${at}[${index}]`),
  );
}

/** Core cannot pair set elements; every planned one must at least be covered by a configured one. */
function setErrors(
  nested: NestedBlock,
  config: readonly Value[],
  planned: readonly Value[],
  at: string,
): string[] {
  if (planned.length > config.length) return [`${at}: set grew`];
  const stray = planned.filter(
    (value) => !config.some((given) => coveredBy(value, given, nested.block.type)),
  );
  return stray.map(() => `${at}: an element that nobody configured`);
}

/** What core finds wrong with a state after apply, given what was planned. */
export function applyErrors(type: CtyType, planned: Value, actual: Value, path = ''): string[] {
  if (actual === UNKNOWN) return [`${path}: unknown after apply`];
  if (planned === UNKNOWN) return isWhollyKnown(actual) ? [] : [`${path}: partly unknown after apply`];
  if (planned === null || actual === null) return planned === actual ? [] : [`${path}: null changed`];
  if (type.kind === 'set' && isList(planned) && isList(actual)) {
    if (actual.length > planned.length) return [`${path}: set grew`];
    return actual
      .filter((value) => !planned.some((plan) => applyErrors(type.element, plan, value).length === 0))
      .map(() => `${path}: stray element`);
  }
  if ((type.kind === 'list' || type.kind === 'tuple') && isList(planned) && isList(actual)) {
    if (planned.length !== actual.length) return [`${path}: length changed`];
    const elementAt = (index: number): CtyType =>
      type.kind === 'tuple' ? (type.elements[index] ?? { kind: 'dynamic' }) : elementType(type);
    return planned.flatMap((plan, index) =>
      applyErrors(elementAt(index), plan, actual[index] ?? null, `${path}[${index}]`),
    );
  }
  if (type.kind === 'dynamic') return equal(planned, actual, type) ? [] : [`${path}: dynamic value changed`];
  if (isObject(planned) && isObject(actual)) {
    const names = new Set([...Object.keys(planned), ...Object.keys(actual)]);
    return [...names].flatMap((name) => {
      const inner =
        type.kind === 'object' ? type.attributes[name] : type.kind === 'map' ? type.element : undefined;
      return inner === undefined
        ? [`${path}.${name}: no such attribute`]
        : applyErrors(inner, planned[name] ?? null, actual[name] ?? null, `${path}.${name}`);
    });
  }
  return equal(planned, actual, type) ? [] : [`${path}: value changed`];
}

function isWhollyKnown(value: Value): boolean {
  if (value === UNKNOWN) return false;
  if (isList(value)) return value.every(isWhollyKnown);
  return !isObject(value) || Object.values(value).every(isWhollyKnown);
}

function elementType(type: CtyType): CtyType {
  return 'element' in type ? type.element : type;
}
