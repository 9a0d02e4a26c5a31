import { canonical, equal, isList, isObject } from '../cty/value.ts';
import type { CtyType } from '../cty/types.ts';
import type { ObjectValue, Value, ValuePath } from './types.ts';

/**
 * The paths whose change forces a new object. `forceNew` are the learnt argument paths, in which `0` stands for any
 * element. Only paths that exist in one of the two values are named, as core refuses others; where the elements of a
 * list or set do not correspond, the collection itself is named.
 */
export function replacePaths(
  forceNew: readonly string[],
  prior: ObjectValue,
  planned: ObjectValue,
  type: CtyType,
): readonly ValuePath[] {
  const paths = forceNew.flatMap((path) => differences(path.split('.'), prior, planned, type, []));
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}

function differences(
  steps: readonly string[],
  prior: Value,
  planned: Value,
  type: CtyType,
  at: ValuePath,
): readonly ValuePath[] {
  const [step, ...rest] = steps;
  if (step === undefined) return equal(prior, planned, type) ? [] : [at];
  if (type.kind === 'object') {
    const inner = type.attributes[step];
    if (inner === undefined) return [];
    if (!isObject(prior) || !isObject(planned)) return equal(prior, planned, type) ? [] : [at];
    return differences(rest, prior[step] ?? null, planned[step] ?? null, inner, [...at, step]);
  }
  if (type.kind === 'list' && isList(prior) && isList(planned) && prior.length === planned.length) {
    return planned.flatMap((element, index) =>
      differences(rest, prior[index] ?? null, element, type.element, [...at, index]),
    );
  }
  if (type.kind === 'set' && isList(prior) && isList(planned)) {
    const project = (elements: readonly Value[]) =>
      elements
        .map((element) => projection(rest, element, type.element))
        .sort()
        .join();
    return project(prior) === project(planned) ? [] : [at];
  }
  if (type.kind === 'list' || type.kind === 'set') return equal(prior, planned, type) ? [] : [at];
  return equal(prior, planned, type) ? [] : [at];
}

/** What a set element has at a path, as text: sets are compared by it because their elements have no address. */
function projection(steps: readonly string[], value: Value, type: CtyType): string {
  const [step, ...rest] = steps;
  if (step === undefined || !isObject(value) || type.kind !== 'object') return canonical(value, type);
  const inner = type.attributes[step];
  return inner === undefined ? '' : projection(rest, value[step] ?? null, inner);
}
