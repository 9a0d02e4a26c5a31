/**
 * Validation by zod with messages for people. Schemas are written with `zod/mini` (`import * as z from 'zod/mini'`):
 * ncc bundles it at 267 kB and 12 ms of start-up against 366 kB and 27 ms for `zod`, because the classic API hangs
 * every method on every schema. Schemas of either are accepted here.
 */
import { type $ZodIssue, type $ZodType, config, type output, safeParse } from 'zod/v4/core';
import en from 'zod/v4/locales/en.js';

// zod/mini brings no messages of its own; without a locale each problem would read "Invalid input".
config(en());

const MOST_PROBLEMS = 20;

export type Validated<T> =
  | { readonly valid: true; readonly value: T }
  | { readonly valid: false; readonly problems: readonly string[] };

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

/** A union that fits nowhere is explained by the alternative that came closest, the one with the deepest problem. */
function closestAlternative(
  alternatives: readonly (readonly $ZodIssue[])[],
): readonly $ZodIssue[] | undefined {
  const depth = (issues: readonly $ZodIssue[]) => Math.max(0, ...issues.map((issue) => issue.path.length));
  return [...alternatives].sort((a, b) => depth(b) - depth(a)).find((issues) => depth(issues) > 0);
}

function problemsOf(issue: $ZodIssue, parent: readonly PropertyKey[] = []): readonly string[] {
  const path = [...parent, ...issue.path];
  const closest = issue.code === 'invalid_union' ? closestAlternative(issue.errors) : undefined;
  if (closest !== undefined) return closest.flatMap((inner) => problemsOf(inner, path));
  return [path.length === 0 ? issue.message : `${pathText(path)}: ${issue.message}`];
}

/** Each problem is one line `nodes[2].name: Invalid input: expected string, received undefined`. */
export function validate<S extends $ZodType>(schema: S, value: unknown): Validated<output<S>> {
  const result = safeParse(schema, value);
  if (result.success) return { valid: true, value: result.data };
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue));
  const more = problems.length - MOST_PROBLEMS;
  return {
    valid: false,
    problems: more > 0 ? [...problems.slice(0, MOST_PROBLEMS), `and ${more} more problems`] : problems,
  };
}
