import type { Json, JsonObject } from '../host.ts';
import { WorkflowError } from '../errors.ts';
import { isList, isObject, isTruthy, toExpressionData } from '../expressions/values.ts';
import { evaluateExpression } from '../expressions/evaluate.ts';

/** One job of a matrix. */
export interface MatrixEntry {
  readonly values: JsonObject;
  /** The values GitHub appends to the job's name: those of the vectors, without what `include` adds to them. */
  readonly nameParts: readonly string[];
}

/** GitHub's limit on jobs that one matrix may make. Source: usage limits reference. */
const MAX_JOBS = 256;

/**
 * Expands an evaluated `strategy.matrix`: the cross product, less what `exclude` matches, with `include` first adding
 * to the combinations it matches and then standing as jobs of its own. Throws a `WorkflowError` in GitHub's words for
 * an empty vector or an entry that is no mapping.
 */
export function expandMatrix(matrix: Json): MatrixEntry[] {
  if (!isObject(matrix))
    throw new WorkflowError('Unexpected value for strategy.matrix: a mapping was expected');
  const vectors = Object.entries(matrix).filter(([key]) => key !== 'include' && key !== 'exclude');
  const include = filterList(matrix['include'], 'include');
  const exclude = filterList(matrix['exclude'], 'exclude');
  const keys = vectors.map(([key]) => key);
  const combinations = crossProduct(vectors).filter(
    (combination) =>
      !exclude.some((filter) =>
        Object.entries(filter).every(([key, value]) => matches(combination[key], value)),
      ),
  );
  const used = new Set<JsonObject>();
  const entries = combinations.map((combination) => {
    const extra: Record<string, Json> = {};
    for (const entry of include) {
      const filter = Object.entries(entry).filter(([key]) => keys.includes(key));
      if (!filter.every(([key, value]) => matches(combination[key], value))) continue;
      used.add(entry);
      for (const [key, value] of Object.entries(entry)) if (!keys.includes(key)) extra[key] = value;
    }
    return { values: { ...combination, ...extra }, nameParts: leaves(combination) };
  });
  for (const entry of include)
    if (!used.has(entry)) entries.push({ values: entry, nameParts: leaves(entry) });
  if (entries.length === 0) throw new WorkflowError('Matrix must define at least one vector');
  if (entries.length > MAX_JOBS) {
    throw new WorkflowError(`The matrix creates ${entries.length} jobs; at most ${MAX_JOBS} are allowed`);
  }
  return entries;
}

function filterList(value: Json | undefined, name: string): JsonObject[] {
  if (value === undefined || value === null || value === '') return [];
  if (!isList(value)) throw new WorkflowError(`Unexpected value for matrix ${name}: a sequence was expected`);
  return value.map((item) => {
    if (!isObject(item))
      throw new WorkflowError(`Unexpected value in matrix ${name}: a mapping was expected`);
    if (Object.keys(item).length === 0) {
      throw new WorkflowError(`Matrix ${name} mapping does not contain any values`);
    }
    return item;
  });
}

function crossProduct(vectors: readonly (readonly [string, Json])[]): Record<string, Json>[] {
  if (vectors.length === 0) return [];
  let product: Record<string, Json>[] = [{}];
  for (const [key, vector] of vectors) {
    if (!isList(vector)) throw new WorkflowError(`Matrix vector '${key}' is not a sequence`);
    if (vector.length === 0) throw new WorkflowError(`Matrix vector '${key}' does not contain any values`);
    product = product.flatMap((combination) => vector.map((value) => ({ ...combination, [key]: value })));
    if (product.length > MAX_JOBS * MAX_JOBS) throw new WorkflowError('The matrix is too large');
  }
  return product;
}

/** Scalars compare as expressions compare them; lists and mappings must agree in every item the filter names. */
function matches(actual: Json | undefined, wanted: Json): boolean {
  if (actual === undefined) return false;
  if (isObject(wanted)) {
    return isObject(actual) && Object.entries(wanted).every(([key, value]) => matches(actual[key], value));
  }
  if (isList(wanted)) {
    return (
      isList(actual) &&
      actual.length === wanted.length &&
      wanted.every((value, index) => matches(actual[index], value))
    );
  }
  if (isObject(actual) || isList(actual)) return false;
  return isTruthy(
    evaluateExpression('left == right', { contexts: { left: actual, right: wanted }, functions: {} }),
  );
}

function leaves(value: Json): string[] {
  if (isList(value)) return value.flatMap(leaves);
  if (isObject(value)) return Object.values(value).flatMap(leaves);
  const text = value === null ? '' : toExpressionData(value).coerceString();
  return text === '' ? [] : [text];
}

/** The name of a matrix job: GitHub appends the values unless the name is an expression, and cuts at 100 characters. */
export function matrixJobName(name: string, entry: MatrixEntry): string {
  const full = entry.nameParts.length === 0 ? name : `${name} (${entry.nameParts.join(', ')})`;
  return full.length > 100 ? `${full.slice(0, 97)}...` : full;
}
