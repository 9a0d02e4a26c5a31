import { isList, isObject } from '../cty/value.ts';
import type { Attribute, Attributes, Block, NestedBlock } from '../schema/model.ts';
import { UNKNOWN, type Diagnostic, type ObjectValue, type Value, type ValuePath } from './types.ts';

/**
 * What Terraform core leaves to the provider although the schema tells it: an argument that only the provider may
 * set, and a required argument that is present but null. Texts are those of the provider SDK.
 */
export function validateBlock(
  config: ObjectValue,
  block: Block,
  path: ValuePath = [],
): readonly Diagnostic[] {
  const own = validateAttributes(config, block.attributes, path);
  const nested = Object.entries(block.blocks).flatMap(([name, entry]) =>
    elements(config[name] ?? null, entry.nesting === 'map', [...path, name], entry).flatMap((element) =>
      validateBlock(element.value, entry.block, element.path),
    ),
  );
  return [...own, ...nested];
}

function validateAttributes(
  config: ObjectValue,
  attributes: Attributes,
  path: ValuePath,
): readonly Diagnostic[] {
  return Object.entries(attributes).flatMap(([name, attribute]) =>
    validateAttribute(config[name] ?? null, attribute, name, [...path, name]),
  );
}

function validateAttribute(
  value: Value,
  attribute: Attribute,
  name: string,
  path: ValuePath,
): readonly Diagnostic[] {
  if (value === null) return attribute.required ? [missing(name, path)] : [];
  if (attribute.computed && !attribute.optional) return [unconfigurable(name, path)];
  const { nested } = attribute;
  if (nested === undefined) return [];
  return elements(value, nested.nesting === 'map', path, nested).flatMap((element) =>
    validateAttributes(element.value, nested.attributes, element.path),
  );
}

interface Element {
  readonly value: ObjectValue;
  readonly path: ValuePath;
}

/** The known objects within a nested block or attribute. A set's elements have no address: the set's own is used. */
function elements(
  value: Value,
  isMap: boolean,
  path: ValuePath,
  nested: Pick<NestedBlock, 'nesting'>,
): readonly Element[] {
  if (value === null || value === UNKNOWN) return [];
  if (isList(value)) {
    return value.flatMap((element, index) =>
      isObject(element) ? [{ value: element, path: nested.nesting === 'set' ? path : [...path, index] }] : [],
    );
  }
  if (!isObject(value)) return [];
  if (!isMap) return [{ value, path }];
  return Object.entries(value).flatMap(([key, element]) =>
    isObject(element) ? [{ value: element, path: [...path, key] }] : [],
  );
}

function unconfigurable(name: string, path: ValuePath): Diagnostic {
  const detail = `Can't configure a value for "${name}": its value will be decided automatically based on the result of applying this configuration.`;
  return { severity: 'error', summary: 'Value for unconfigurable attribute', detail, path };
}

function missing(name: string, path: ValuePath): Diagnostic {
  const detail = `The argument "${name}" is required, but no definition was found.`;
  return { severity: 'error', summary: 'Missing required argument', detail, path };
}
