/** LabelSelector objects, as budgets, controllers and services carry them. */
import { isArray, isObject, type Json, type JsonObject, objectsAt, at, show } from './kube-types.ts';

/** Whether labels fulfil a LabelSelector; an empty one selects everything. */
export function matchesSelector(
  selector: Json | undefined,
  labels: Readonly<Record<string, string>>,
): boolean {
  const equal = at(selector, 'matchLabels');
  return (
    Object.entries(isObject(equal) ? equal : {}).every(([key, value]) => labels[key] === value) &&
    objectsAt(selector, 'matchExpressions').every((expression) => fulfils(expression, labels))
  );
}

/** One expression of a label or node selector. */
export function fulfils(expression: JsonObject, labels: Readonly<Record<string, string>>): boolean {
  const { key, operator, values } = expression;
  const value = labels[show(key)];
  const isIn = value !== undefined && isArray(values) && values.includes(value);
  switch (operator) {
    case 'In':
      return isIn;
    case 'NotIn':
      return !isIn;
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}
