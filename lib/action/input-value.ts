/** What all readers of inputs share: where a value comes from, what an empty one means, how a refused one is named. */
import { actionErrors } from './action-errors.ts';
import type { ActionError } from './errors.ts';

/** Every reader's option. */
export interface Optional {
  /** Refuse an empty value with EHA1002. */
  readonly required?: boolean;
}

const ASCII_WHITE_SPACE = ' \t\r\n';

/**
 * Removes spaces, tabs and line ends around a value, and nothing else. `String.prototype.trim`, which `getInput` of
 * @actions/core uses, also removes a byte order mark, no-break spaces and the like, so that a value which an earlier
 * check saw as one thing (a branch name, say) would be read here as another. Here it stays and the reader refuses it.
 */
export function trimAscii(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && ASCII_WHITE_SPACE.includes(value.charAt(start))) start += 1;
  while (end > start && ASCII_WHITE_SPACE.includes(value.charAt(end - 1))) end -= 1;
  return value.slice(start, end);
}

/** The trimmed text of an input; '' when not given. */
export function rawInput(name: string): string {
  return trimAscii(process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '');
}

/** An EHA1001 that names the input, the value as it was read, and what is allowed. */
export function refusedInput(name: string, value: string, allowed: string): ActionError {
  return actionErrors.EHA1001(`Input "${name}" is ${quoteValue(value)}, but must be ${allowed}.`);
}

const LONGEST_QUOTED_VALUE = 200;

/** Shows invisible characters as escapes: they are the usual reason why a value that looks right is refused. */
function quoteValue(value: string): string {
  const shown = value.length > LONGEST_QUOTED_VALUE ? `${value.slice(0, LONGEST_QUOTED_VALUE)}…` : value;
  const escaped = JSON.stringify(shown).replace(
    /[\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return escaped;
}

/** Reads a non-empty value or settles what an empty one means; every reader goes through here. */
export function readInput<T>(
  name: string,
  options: Optional & { readonly default?: T | undefined },
  parse: (value: string) => T,
): T | undefined {
  const value = rawInput(name);
  if (value !== '') return parse(value);
  if (options.default !== undefined) return options.default;
  if (options.required === true) throw actionErrors.EHA1002(`Input "${name}" is required and was not given.`);
  return undefined;
}
