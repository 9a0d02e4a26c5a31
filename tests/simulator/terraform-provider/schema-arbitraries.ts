import fc from 'fast-check';
import type { CtyType } from '#simulator/terraform-provider/cty/types.js';
import { canonical } from '#simulator/terraform-provider/cty/value.js';
import { UNKNOWN, type ObjectValue, type Value } from '#simulator/terraform-provider/engine/types.js';
import type {
  Attribute,
  AttributeNesting,
  Attributes,
  Block,
  BlockNesting,
  NestedBlock,
} from '#simulator/terraform-provider/schema/model.js';
import { type, valueOf } from './arbitraries.ts';

const FLAGS = [
  { required: true, optional: false, computed: false, writeOnly: false },
  { required: false, optional: true, computed: false, writeOnly: false },
  { required: false, optional: true, computed: true, writeOnly: false },
  { required: false, optional: false, computed: true, writeOnly: false },
  { required: false, optional: true, computed: false, writeOnly: true },
] as const;

const wrap = (nesting: BlockNesting, object: CtyType): CtyType =>
  nesting === 'single' || nesting === 'group' ? object : { kind: nesting, element: object };

const objectOf = (attributes: Attributes): CtyType => ({
  kind: 'object',
  attributes: Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [name, attribute.type]),
  ),
});

function attribute(depth: number): fc.Arbitrary<Attribute> {
  const flags = fc.constantFrom(...FLAGS);
  const flat = fc
    .record({
      flags,
      type: fc.oneof({ weight: 8, arbitrary: type(2) }, fc.constant<CtyType>({ kind: 'dynamic' })),
    })
    .map((given): Attribute => ({ ...given.flags, type: given.type, nested: undefined, sensitive: false }));
  if (depth === 0) return flat;
  const nested = fc
    .record({
      flags: fc.constantFrom(FLAGS[0], FLAGS[1]),
      nesting: fc.constantFrom<AttributeNesting[]>('single', 'list', 'map'),
      attributes: attributes(depth - 1),
    })
    .map(({ flags: own, nesting, attributes: inner }): Attribute => ({
      ...own,
      type: wrap(nesting, objectOf(inner)),
      nested: { nesting, attributes: inner },
      sensitive: false,
    }));
  return fc.oneof({ weight: 4, arbitrary: flat }, nested);
}

function attributes(depth: number): fc.Arbitrary<Attributes> {
  return fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'id'), attribute(depth), {
    minKeys: 1,
    maxKeys: 4,
  });
}

/** Schemas with every kind of attribute and nesting, three levels deep. */
export function block(depth = 2): fc.Arbitrary<Block> {
  const blocks: fc.Arbitrary<Readonly<Record<string, NestedBlock>>> =
    depth === 0
      ? fc.constant({})
      : fc.dictionary(
          fc.constantFrom('x', 'y'),
          fc.record({
            nesting: fc.constantFrom<BlockNesting[]>('single', 'list', 'set', 'map', 'group'),
            block: block(depth - 1),
            minItems: fc.constant(0),
            maxItems: fc.constant(0),
          }),
          { maxKeys: 2 },
        );
  return fc.record({ attributes: attributes(depth > 0 ? 1 : 0), blocks }).map((given): Block => {
    // Terraform refuses schemas with write-only attributes in sets.
    const blocks = Object.fromEntries(
      Object.entries(given.blocks).map(([name, entry]) => [
        name,
        entry.nesting === 'set' ? { ...entry, block: readable(entry.block) } : entry,
      ]),
    );
    const nested = Object.entries(blocks).map(([name, entry]) => [
      name,
      wrap(entry.nesting, entry.block.type),
    ]);
    const own = objectOf(given.attributes);
    return {
      attributes: given.attributes,
      blocks,
      type: {
        kind: 'object',
        attributes: { ...(own.kind === 'object' ? own.attributes : {}), ...Object.fromEntries(nested) },
      },
    };
  });
}

function readable(given: Block): Block {
  const plainAttributes = (all: Attributes): Attributes =>
    Object.fromEntries(
      Object.entries(all).map(([name, one]) => [
        name,
        {
          ...one,
          writeOnly: false,
          nested: one.nested && { ...one.nested, attributes: plainAttributes(one.nested.attributes) },
        },
      ]),
    );
  const blocks = Object.entries(given.blocks).map(([name, entry]) => [
    name,
    { ...entry, block: readable(entry.block) },
  ]);
  return {
    ...given,
    attributes: plainAttributes(given.attributes),
    blocks: Object.fromEntries(blocks) as Block['blocks'],
  };
}

/** Configurations that pass validation: required set, computed-only null. With `unknowns`, as they are at plan time. */
export function config(given: Block, unknowns: boolean): fc.Arbitrary<ObjectValue> {
  const nested = Object.entries(given.blocks).map(([name, entry]) => {
    const one = config(entry.block, unknowns);
    return [name, nestedConfig(entry.nesting, entry.block.type, one, unknowns, false)] as const;
  });
  return fc
    .tuple(configAttributes(given.attributes, unknowns), fc.record(Object.fromEntries(nested)))
    .map(([own, blocks]) => ({ ...own, ...blocks }));
}

function configAttributes(given: Attributes, unknowns: boolean): fc.Arbitrary<ObjectValue> {
  const entries = Object.entries(given).map(([name, one]) => [name, configAttribute(one, unknowns)] as const);
  return fc.record(Object.fromEntries(entries));
}

function configAttribute(given: Attribute, unknowns: boolean): fc.Arbitrary<Value> {
  if (!given.required && !given.optional) return fc.constant(null);
  const { nested } = given;
  const set: fc.Arbitrary<Value> =
    nested === undefined
      ? valueOf(given.type, { unknowns, nulls: false })
      : nestedConfig(
          nested.nesting,
          { kind: 'dynamic' },
          configAttributes(nested.attributes, unknowns),
          unknowns,
          true,
        );
  return given.required ? set : fc.oneof({ weight: 2, arbitrary: set }, fc.constant(null));
}

function nestedConfig(
  nesting: BlockNesting,
  element: CtyType,
  one: fc.Arbitrary<ObjectValue>,
  unknowns: boolean,
  isAttribute: boolean,
): fc.Arbitrary<Value> {
  const unknown: fc.Arbitrary<Value>[] = unknowns ? [fc.constant(UNKNOWN)] : [];
  switch (nesting) {
    case 'single':
      return isAttribute ? one : fc.oneof({ weight: 2, arbitrary: one }, fc.constant(null));
    case 'group':
      return one;
    case 'map':
      return fc.oneof({ weight: 4, arbitrary: fc.dictionary(fc.constantFrom('k', 'l'), one) }, ...unknown);
    case 'list':
      return fc.oneof({ weight: 4, arbitrary: fc.array(one, { maxLength: 2 }) }, ...unknown);
    case 'set':
      return fc.oneof({ weight: 4, arbitrary: distinct(one, element) }, ...unknown);
  }
}

/** Elements of a set of blocks, none of which could be taken for another: Terraform itself cannot pair those. */
function distinct(one: fc.Arbitrary<ObjectValue>, element: CtyType): fc.Arbitrary<Value> {
  return fc.uniqueArray(one, { maxLength: 1, selector: (value) => canonical(value, element) });
}
