/** What data sources have in common: answers, errors and EC2's filters. */
import type {
  DataSourceContext,
  DataSourceRule,
  Diagnostic,
  ObjectValue,
  Value,
  WorldObject,
} from '../engine/types.ts';
import { blocks, isObject, numberOf, text, texts } from '../tables/values.ts';

export type Answer = ReturnType<DataSourceRule>;

/** The state of a data source. */
export const found = (state: ObjectValue): Answer => ({ state });

/** An error instead of a state. */
export function failed(summary: string, detail = ''): Answer {
  const diagnostic: Diagnostic = { severity: 'error', summary, detail, path: [] };
  return { diagnostics: [diagnostic] };
}

/** The objects of a type in the region of the provider instance. */
export function inRegion(context: DataSourceContext, type: string): readonly WorldObject[] {
  return context.objects.list(type).filter((object) => object.region === context.instance.region);
}

/** The tags an object really has: its own and the provider's default ones. */
export function tagsOf(object: ObjectValue): ObjectValue {
  const all = object['tags_all'] ?? object['tags'];
  return isObject(all) ? all : {};
}

/** A pattern with the `*` and `?` of EC2 filter values. */
export function wildcard(pattern: string): RegExp {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
}

/** How one EC2 filter name is read from an object. */
export type FilterReader = (object: ObjectValue, context: DataSourceContext) => readonly string[];

/** A filter that reads an attribute. */
export const attribute =
  (name: string): FilterReader =>
  (object) => {
    const value: Value = object[name] ?? null;
    if (typeof value === 'boolean') return [String(value)];
    const number = typeof value === 'string' ? undefined : numberOf(value);
    return number === undefined
      ? text(object, name) === undefined
        ? []
        : [text(object, name) ?? '']
      : [String(number)];
  };

/** A filter with one answer for every object. */
export const always =
  (value: string): FilterReader =>
  () => [value];

/**
 * The objects that pass the data source's `filter` blocks, its `tags` and the plain arguments named in `arguments_`.
 * An unknown filter name is refused, as EC2 does.
 */
export function select(
  context: DataSourceContext,
  objects: readonly WorldObject[],
  filters: Readonly<Record<string, FilterReader>>,
  arguments_: readonly string[],
): readonly ObjectValue[] | { readonly refused: string } {
  const given = blocks(context.config, 'filter').map((block) => ({
    name: text(block, 'name') ?? '',
    values: texts(block, 'values').map(wildcard),
  }));
  const unknown = given.find(
    ({ name }) => !(name in filters) && !name.startsWith('tag:') && name !== 'tag-key',
  );
  if (unknown) return { refused: unknown.name };
  const tags = context.config['tags'];
  return objects
    .map((object) => object.attributes)
    .filter((object) => arguments_.every((name) => sameArgument(context.config[name], object[name])))
    .filter(
      (object) =>
        !isObject(tags) || Object.entries(tags).every(([name, value]) => tagsOf(object)[name] === value),
    )
    .filter((object) =>
      given.every(({ name, values }) =>
        readFilter(name, object, filters, context).some((value) =>
          values.some((pattern) => pattern.test(value)),
        ),
      ),
    );
}

function sameArgument(given: Value | undefined, actual: Value | undefined): boolean {
  if (given === undefined || given === null) return true;
  return given === actual || (numberOf(given) !== undefined && numberOf(given) === numberOf(actual));
}

function readFilter(
  name: string,
  object: ObjectValue,
  filters: Readonly<Record<string, FilterReader>>,
  context: DataSourceContext,
): readonly string[] {
  if (name === 'tag-key') return Object.keys(tagsOf(object));
  if (name.startsWith('tag:'))
    return [tagsOf(object)[name.slice(4)]].flatMap((value) => (typeof value === 'string' ? [value] : []));
  return filters[name]?.(object, context) ?? [];
}

/** The one object of a selection, or the aws provider's errors for none and for several. */
export function single(
  selection: ReturnType<typeof select>,
  noun: string,
  operation: string,
  answer: (object: ObjectValue) => ObjectValue,
): Answer {
  if ('refused' in selection) {
    return failed(
      `reading ${noun}: operation error EC2: ${operation}, https response error StatusCode: 400, RequestID: 00000000-0000-4000-8000-000000000000, api error InvalidParameterValue: The filter '${selection.refused}' is invalid`,
    );
  }
  const [first] = selection;
  if (first === undefined) return failed(`no matching ${noun} found`);
  if (selection.length > 1)
    return failed(
      `multiple ${noun}s matched; use additional constraints to reduce matches to a single ${noun}`,
    );
  return found(answer(first));
}
