import fc from 'fast-check';
import type { CtyType } from '#simulator/terraform-provider/cty/types.js';
import { canonical, dynamicValue } from '#simulator/terraform-provider/cty/value.js';
import { UNKNOWN, type Value } from '#simulator/terraform-provider/engine/types.js';

/** Types as schemas use them, at most three levels deep. */
export function type(depth = 2): fc.Arbitrary<CtyType> {
  const primitive: fc.Arbitrary<CtyType> = fc.constantFrom<CtyType[]>(
    { kind: 'string' },
    { kind: 'number' },
    { kind: 'bool' },
  );
  if (depth === 0) return primitive;
  const inner = type(depth - 1);
  const collection = fc.record({
    kind: fc.constantFrom('list', 'set', 'map'),
    element: inner,
  }) as fc.Arbitrary<CtyType>;
  const object = fc
    .dictionary(fc.constantFrom('a', 'b', 'c'), inner, { minKeys: 1 })
    .map((attributes): CtyType => ({ kind: 'object', attributes }));
  const tuple = fc.array(inner, { maxLength: 2 }).map((elements): CtyType => ({ kind: 'tuple', elements }));
  return fc.oneof({ weight: 3, arbitrary: primitive }, collection, object, tuple);
}

export interface ValueOptions {
  readonly unknowns: boolean;
  readonly nulls: boolean;
}

const numbers: fc.Arbitrary<Value> = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
  fc.bigInt({ min: 2n ** 60n, max: 2n ** 63n - 1n }),
);

/** Values of a type: null and unknown where allowed; sets without duplicates; map keys and texts short. */
export function valueOf(given: CtyType, options: ValueOptions): fc.Arbitrary<Value> {
  const alternatives: fc.WeightedArbitrary<Value>[] = [{ weight: 6, arbitrary: knownValue(given, options) }];
  if (options.nulls) alternatives.push({ weight: 1, arbitrary: fc.constant(null) });
  if (options.unknowns) alternatives.push({ weight: 1, arbitrary: fc.constant(UNKNOWN) });
  return fc.oneof(...alternatives);
}

function knownValue(given: CtyType, options: ValueOptions): fc.Arbitrary<Value> {
  // Terraform has no null elements in sets worth testing, and none in lists of primitives of real configurations.
  const elements = { ...options, nulls: false };
  switch (given.kind) {
    case 'string':
      return fc.string({ maxLength: 4 });
    case 'number':
      return numbers;
    case 'bool':
      return fc.boolean();
    case 'list':
      return fc.array(valueOf(given.element, elements), { maxLength: 2 });
    case 'set':
      return fc.uniqueArray(valueOf(given.element, { ...elements, unknowns: false }), {
        maxLength: 3,
        selector: (value) => canonical(value, given.element),
      });
    case 'map':
      return fc.dictionary(fc.constantFrom('k', 'l', 'm'), valueOf(given.element, elements));
    case 'tuple':
      return fc.tuple(...given.elements.map((element) => valueOf(element, options)));
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(given.attributes).map(([name, inner]) => [name, valueOf(inner, options)]),
        ),
      );
    case 'dynamic':
      return type(1).chain((inner) =>
        knownValue(inner, { unknowns: false, nulls: false }).map((value) => dynamicValue(inner, value)),
      );
  }
}

/** A type with a value of it. */
export function typeAndValue(): fc.Arbitrary<{ readonly type: CtyType; readonly value: Value }> {
  const any = fc.oneof({ weight: 9, arbitrary: type() }, fc.constant<CtyType>({ kind: 'dynamic' }));
  return any.chain((given) =>
    valueOf(given, { unknowns: true, nulls: true }).map((value) => ({ type: given, value })),
  );
}
