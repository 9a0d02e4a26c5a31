/**
 * Typed readers of an action's inputs. Every reader treats an input that is empty after trimming as not given: it
 * returns the default, refuses a required input (EHA1002), or returns undefined.
 */
import { actionErrors } from './action-errors.ts';
import { formatDuration, parseDuration } from './durations.ts';
import { ActionError } from './errors.ts';
import { type Optional, readInput, refusedInput, trimAscii } from './input-value.ts';
import { processMasker } from './masking.ts';

export { rawInput, refusedInput } from './input-value.ts';
export { type PathOptions, pathInput } from './path-input.ts';

type AlwaysGiven<T> = { readonly default: T } | { readonly required: true };

export interface StringOptions extends Optional {
  readonly default?: string;
  /** The whole value must match; write it with ^ and $. */
  readonly pattern?: RegExp;
  /** What the pattern allows, in words: `a stack name such as foundation`. */
  readonly allowed?: string;
}

export interface RangeOptions extends Optional {
  readonly default?: number;
  /** Inclusive. */
  readonly minimum?: number;
  /** Inclusive. */
  readonly maximum?: number;
}

/** One line or several; `pattern` and `allowed` belong together. */
export function stringInput(name: string, options: StringOptions & AlwaysGiven<string>): string;
export function stringInput(name: string, options?: StringOptions): string | undefined;
export function stringInput(name: string, options: StringOptions = {}): string | undefined {
  return readInput(name, options, (value) => {
    const { pattern } = options;
    if (pattern === undefined || new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).test(value)) {
      return value;
    }
    throw refusedInput(name, value, options.allowed ?? `text that matches ${String(pattern)}`);
  });
}

/** Newline- or comma-separated items, trimmed of ASCII white space; empty items are dropped. Empty when not given. */
export function listInput(
  name: string,
  options: Optional & { readonly default?: readonly string[] } = {},
): readonly string[] {
  const items = readInput<readonly string[]>(name, options, (value) =>
    value
      .split(/[\n,]/)
      .map(trimAscii)
      .filter((item) => item !== ''),
  );
  if (items?.length === 0 && options.required === true) {
    throw actionErrors.EHA1002(`Input "${name}" is required and holds no item.`);
  }
  return items ?? [];
}

const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
};

/** `true` or `false`, in the spellings of the YAML 1.2 core schema. */
export function booleanInput(name: string, options: { readonly default: boolean }): boolean;
export function booleanInput(name: string, options: { readonly required: true }): boolean;
export function booleanInput(
  name: string,
  options: { readonly default?: boolean; readonly required?: true },
): boolean | undefined {
  return readInput(name, options, (value) => {
    const known = Object.hasOwn(BOOLEANS, value) ? BOOLEANS[value] : undefined;
    if (known === undefined) throw refusedInput(name, value, 'true or false');
    return known;
  });
}

function rangeText(options: RangeOptions, show: (value: number) => string): string {
  const { minimum, maximum } = options;
  if (minimum !== undefined && maximum !== undefined) return ` from ${show(minimum)} to ${show(maximum)}`;
  if (minimum !== undefined) return ` of at least ${show(minimum)}`;
  return maximum === undefined ? '' : ` of at most ${show(maximum)}`;
}

function isInRange(value: number, options: RangeOptions): boolean {
  return value >= (options.minimum ?? -Infinity) && value <= (options.maximum ?? Infinity);
}

/** Milliseconds of `90s`, `15m`, `24h`, `500ms` or a combination such as `1h30m`; bounds and default in milliseconds. */
export function durationInput(name: string, options: RangeOptions & AlwaysGiven<number>): number;
export function durationInput(name: string, options?: RangeOptions): number | undefined;
export function durationInput(name: string, options: RangeOptions = {}): number | undefined {
  return readInput(name, options, (value) => {
    const milliseconds = parseDuration(value);
    if (milliseconds !== undefined && isInRange(milliseconds, options)) return milliseconds;
    throw refusedInput(
      name,
      value,
      `a duration such as 90s, 15m or 1h30m${rangeText(options, formatDuration)}`,
    );
  });
}

/** A whole number in decimal digits; `0x10`, `1e3`, `1.0` and `+1` are refused. */
export function integerInput(name: string, options: RangeOptions & AlwaysGiven<number>): number;
export function integerInput(name: string, options?: RangeOptions): number | undefined;
export function integerInput(name: string, options: RangeOptions = {}): number | undefined {
  return readInput(name, options, (value) => {
    const number = /^-?(?:0|[1-9][0-9]*)$/.test(value) ? Number(value) : NaN;
    if (Number.isSafeInteger(number) && isInRange(number, options)) return number;
    throw refusedInput(name, value, `a whole number${rangeText(options, String)}`);
  });
}

/** One of the given words, exactly. */
export function enumInput<const T extends string>(
  name: string,
  values: readonly T[],
  options: AlwaysGiven<NoInfer<T>>,
): T;
export function enumInput<const T extends string>(name: string, values: readonly T[]): T | undefined;
export function enumInput<const T extends string>(
  name: string,
  values: readonly T[],
  options: Optional & { readonly default?: T } = {},
): T | undefined {
  return readInput(name, options, (value) => {
    const known = values.find((candidate) => candidate === value);
    if (known === undefined) throw refusedInput(name, value, `one of ${values.join(', ')}`);
    return known;
  });
}

/** A secret, registered with the runner's masker before it is returned. It appears in no message. */
export function secretInput(name: string, options: { readonly required: true }): string;
export function secretInput(name: string, options?: Optional): string | undefined;
export function secretInput(name: string, options: Optional = {}): string | undefined {
  return readInput(name, options, (value) => {
    processMasker.mask(value);
    return value;
  });
}

/**
 * Reads all inputs of an action and reports every refused one together, so that a workflow is not corrected one input
 * a run: `readAll({ stack: () => stringInput('stack', { required: true }), … })`.
 */
export function readAll<T extends Readonly<Record<string, () => unknown>>>(
  readers: T,
): { readonly [Key in keyof T]: ReturnType<T[Key]> } {
  const values: Record<string, unknown> = {};
  const refused: ActionError[] = [];
  for (const [key, read] of Object.entries(readers)) {
    try {
      values[key] = read();
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      refused.push(error);
    }
  }
  const [first] = refused;
  if (refused.length === 1 && first !== undefined) throw first;
  if (refused.length > 1) {
    const list = refused.map((error) => `- ${error.message}`).join('\n');
    throw actionErrors.EHA1003(`${refused.length} inputs were refused:\n${list}`);
  }
  return values as { [Key in keyof T]: ReturnType<T[Key]> };
}
