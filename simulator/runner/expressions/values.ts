import { data } from '@actions/expressions';
import type { ExpressionData } from '@actions/expressions/data/expressiondata';
import type { Json } from '../host.ts';
import { WorkflowError } from '../errors.ts';

/** Turns a JSON value into the value type of GitHub's expression library. */
export function toExpressionData(value: Json | undefined): ExpressionData {
  if (value === null || value === undefined) return new data.Null();
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (isList(value)) return new data.Array(...value.map(toExpressionData));
  const pairs = Object.entries(value).map(([key, item]) => ({ key, value: toExpressionData(item) }));
  return new data.Dictionary(...pairs);
}

/** The JSON value of an expression result. */
export function fromExpressionData(value: ExpressionData): Json {
  if (
    value instanceof data.StringData ||
    value instanceof data.NumberData ||
    value instanceof data.BooleanData
  ) {
    return value.value;
  }
  if (value instanceof data.Array) return value.values().map(fromExpressionData);
  if (value instanceof data.Dictionary) {
    return Object.fromEntries(value.pairs().map((pair) => [pair.key, fromExpressionData(pair.value)]));
  }
  return null;
}

/** Whether a value is a JSON array; `Array.isArray` does not narrow readonly arrays. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether a value is a JSON object. */
export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Truth as expressions see it: false, 0, NaN, the empty string and null are false, objects are true. */
export function isTruthy(value: Json): boolean {
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
  return value !== null && value !== false && value !== '';
}

/** A value as text for messages and variables: scalars as they are, the rest as JSON. */
export function textOfValue(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The string a scalar becomes where GitHub expects a string; a mapping or sequence there is an error. */
export function scalarToString(value: Json): string {
  if (isList(value)) throw new WorkflowError('A sequence was not expected');
  if (isObject(value)) throw new WorkflowError('A mapping was not expected');
  return toExpressionData(value).kind === data.Kind.Null ? '' : toExpressionData(value).coerceString();
}
