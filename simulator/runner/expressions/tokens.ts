import { isMapping, isScalar, isSequence } from '@actions/workflow-parser';
import type { KeyValuePair, TemplateToken } from '@actions/workflow-parser/templates/tokens/index';

/** The pairs of a mapping token; none for any other token. */
export function pairsOf(token: TemplateToken | undefined): KeyValuePair[] {
  if (token === undefined || !isMapping(token)) return [];
  return Array.from({ length: token.count }, (_, index) => token.get(index));
}

/** The items of a sequence token; none for any other token. */
export function itemsOf(token: TemplateToken | undefined): TemplateToken[] {
  if (token === undefined || !isSequence(token)) return [];
  return Array.from({ length: token.count }, (_, index) => token.get(index));
}

/** The value of a key in a mapping token, or undefined. Keys of workflow files are case-sensitive. */
export function child(
  token: TemplateToken | undefined,
  ...path: readonly string[]
): TemplateToken | undefined {
  let current = token;
  for (const key of path) {
    if (current === undefined || !isMapping(current)) return undefined;
    current = current.find(key);
  }
  return current;
}

/** The text of a scalar token as written; the empty string for anything else. */
export function textOf(token: TemplateToken | undefined): string {
  return token !== undefined && isScalar(token) ? token.toString() : '';
}
