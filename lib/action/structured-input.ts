/** Apart from inputs.ts because it brings zod and the YAML parser into a bundle (about 560 kB, 30 ms of start-up). */
import { parse } from 'yaml';
import type { $ZodType, output } from 'zod/v4/core';
import { actionErrors } from './action-errors.ts';
import { readInput } from './input-value.ts';
import { validate } from './schema.ts';

/** An alias repeated inside an alias can unfold a small input into gigabytes. */
const MOST_ALIASES = 100;

function parseYaml(name: string, text: string): unknown {
  try {
    return parse(text, {
      maxAliasCount: MOST_ALIASES,
      prettyErrors: true,
      stringKeys: true,
      logLevel: 'error',
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw actionErrors.EHA1001(`Input "${name}" is neither JSON nor YAML: ${reason}`, { cause });
  }
}

/**
 * JSON or YAML (YAML 1.2 reads both) that must fit the schema. Throws EHA1001 with the place of each problem; the
 * values themselves are not repeated.
 */
export function yamlInput<S extends $ZodType>(
  name: string,
  schema: S,
  options: { readonly required: true } | { readonly default: NoInfer<output<S>> },
): output<S>;
export function yamlInput<S extends $ZodType>(name: string, schema: S): output<S> | undefined;
export function yamlInput<S extends $ZodType>(
  name: string,
  schema: S,
  options: { readonly required?: boolean; readonly default?: output<S> } = {},
): output<S> | undefined {
  return readInput<output<S>>(name, options, (text) => {
    const result = validate(schema, parseYaml(name, text));
    if (result.valid) return result.value;
    const list = result.problems.map((problem) => `- ${problem}`).join('\n');
    throw actionErrors.EHA1001(`Input "${name}" does not have the expected content:\n${list}`);
  });
}
