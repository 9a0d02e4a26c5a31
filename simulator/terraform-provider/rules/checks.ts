/** Checks of single values, worded as the provider SDK's validation helpers word them. */
import { formatPrefix, parseIpv4, parsePrefix, parseAddress } from '../tables/addresses.ts';
import { goJsonError } from './go-json.ts';
import type { Field, FieldRule, Refusal, Scalar } from './table.ts';

/** `%q` of Go for the plain text met here. */
const quote = (value: Scalar) => JSON.stringify(String(value));
const words = (values: readonly Scalar[]) =>
  values.map((value) => (typeof value === 'string' ? quote(value) : String(value))).join(' ');

/** A rule from a test; the text is that of the refusal. */
export function check(
  accept: (value: Scalar) => boolean,
  text: (value: Scalar, field: Field) => Refusal,
): FieldRule {
  return (value, field) => (accept(value) ? [] : [text(value, field)]);
}

/** One of a list of strings or numbers, named by its whole path (`validation.StringInSlice`, `IntInSlice`). */
export const oneOf = (...values: readonly Scalar[]): FieldRule =>
  check(
    (value) => values.includes(value),
    (value, field) => `expected ${field.label} to be one of [${words(values)}], got ${String(value)}`,
  );

/** As `oneOf`, but the provider names the argument only (`enum.Validate` of the aws provider). */
export const enumOf = (...values: readonly string[]): FieldRule =>
  check(
    (value) => values.includes(String(value)),
    (value, field) => `expected ${field.name} to be one of [${words(values)}], got ${String(value)}`,
  );

/** None of these texts (`validation.StringNotInSlice`). */
export const noneOf = (...values: readonly string[]): FieldRule =>
  check(
    (value) => !values.includes(String(value)),
    (value, field) => `expected ${field.label} to not be any of [${values.join(' ')}], got ${String(value)}`,
  );

export const between = (low: number, high: number): FieldRule =>
  check(
    (value) => Number(value) >= low && Number(value) <= high,
    (value, field) => `expected ${field.label} to be in the range (${low} - ${high}), got ${String(value)}`,
  );

export const atLeast = (low: number): FieldRule =>
  check(
    (value) => Number(value) >= low,
    (value, field) => `expected ${field.label} to be at least (${low}), got ${String(value)}`,
  );

/** Length in bytes, as Go counts. */
export const lengthBetween = (low: number, high: number): FieldRule =>
  check(
    (value) => Buffer.byteLength(String(value)) >= low && Buffer.byteLength(String(value)) <= high,
    (value, field) =>
      `expected length of ${field.label} to be in the range (${low} - ${high}), got ${String(value)}`,
  );

/** `validation.StringMatch`: `invalid value for x (why)`. */
export const matches = (pattern: RegExp, why: string): FieldRule =>
  check(
    (value) => pattern.test(String(value)),
    (_value, field) => `invalid value for ${field.label} (${why})`,
  );

/** `validation.StringDoesNotMatch`. */
export const matchesNot = (pattern: RegExp, why: string): FieldRule =>
  check(
    (value) => !pattern.test(String(value)),
    (_value, field) => `invalid value for ${field.label} (${why})`,
  );

/** The aws provider's own wording for names that do not follow a pattern. `source` is the pattern as Go prints it. */
export const restrictedTo = (pattern: RegExp, source: string): FieldRule =>
  check(
    (value) => pattern.test(String(value)),
    (value, field) => `"${field.label}" doesn't comply with restrictions (${source}): ${quote(value)}`,
  );

/** `validation.NoZeroValues`. */
export const notZero: FieldRule = check(
  (value) => value !== '' && value !== 0,
  (value, field) => `${field.label} must not be empty, got ${String(value)}`,
);

/** `validation.StringIsNotEmpty`. */
export const notEmpty: FieldRule = check(
  (value) => value !== '',
  (value, field) => `expected "${field.label}" to not be an empty string, got ${String(value)}`,
);

/** `validation.StringDoesNotContainAny`. */
export const containsNone = (characters: string): FieldRule =>
  check(
    (value) => !Array.from(characters).some((character) => String(value).includes(character)),
    (value, field) =>
      `expected value of ${field.label} to not contain any of ${quote(characters)}, got ${String(value)}`,
  );

export const uuid: FieldRule = check(
  (value) => /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/.test(String(value)),
  (value, field) => `expected "${field.label}" to be a valid UUID, got ${String(value)}`,
);

export const base64: FieldRule = check(
  (value) => /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(String(value)),
  (value, field) => `expected "${field.label}" to be a base64 string, got ${String(value)}`,
);

/** An RFC 3339 date and time; the reason is Go's for text that does not even start like one. */
export const rfc3339: FieldRule = check(
  (value) =>
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/.test(
      String(value),
    ),
  (value, field) => {
    const text = String(value);
    const layout = '2006-01-02T15:04:05Z07:00';
    return `expected "${field.label}" to be a valid RFC3339 date, got ${quote(text)}: parsing time ${quote(text)} as "${layout}": cannot parse ${quote(text)} as "2006"`;
  },
);

export const ipv4: FieldRule = check(
  (value) => parseIpv4(String(value)) !== undefined,
  (value, field) => `expected ${field.label} to contain a valid IPv4 address, got: ${String(value)}`,
);

export const ipAddress: FieldRule = check(
  (value) => parseAddress(String(value)) !== undefined,
  (value, field) => `expected ${field.label} to contain a valid IP, got: ${String(value)}`,
);

/** `validation.IsCIDRNetwork`: a prefix without host bits whose length is in a range. */
export function cidrNetwork(low: number, high: number): FieldRule {
  return (value, field) => {
    const text = String(value);
    const prefix = parsePrefix(text);
    if (!prefix)
      return [
        `expected ${field.label} to contain a valid Value, got: ${text} with err: invalid CIDR address: ${text}`,
      ];
    const refusals: Refusal[] = [];
    const network = formatPrefix(prefix);
    if (network !== text)
      refusals.push(
        `expected ${field.label} to contain a valid network Value, expected ${network}, got ${text}`,
      );
    if (prefix.length < low || prefix.length > high) {
      refusals.push(
        `expected "${field.label}" to contain a network Value with between ${low} and ${high} significant bits, got: ${prefix.length}`,
      );
    }
    return refusals;
  };
}

/** The aws provider's own check of a prefix without host bits; `version` asks for one family. */
export function cidrBlock(version?: 4 | 6): FieldRule {
  return (value) => {
    const text = String(value);
    const prefix = parsePrefix(text);
    const family = version === undefined ? 'CIDR' : `IPv${version} CIDR`;
    if (!prefix) return [`"${text}" is not a valid CIDR block: invalid CIDR address: ${text}`];
    if (version !== undefined && prefix.version !== version)
      return [`"${text}" is not a valid ${family} block`];
    const network = formatPrefix(prefix);
    return network === text.toLowerCase()
      ? []
      : [`"${text}" is not a valid ${family} block; did you mean "${network}"?`];
  };
}

/** Any of several rules; only if all refuse, all their refusals are said (`validation.Any`). */
export const anyOf =
  (...rules: readonly FieldRule[]): FieldRule =>
  (value, field) => {
    const answers = rules.map((rule) => rule(value, field));
    return answers.some((refusals) => refusals.length === 0) ? [] : answers.flat();
  };

/** Every rule is asked and all their refusals are said (`validation.All`). */
export const allOf =
  (...rules: readonly FieldRule[]): FieldRule =>
  (value, field) =>
    rules.flatMap((rule) => rule(value, field));

/** A text that parses as JSON, in the aws provider's words. */
export const json: FieldRule = (value, field) => {
  const error = goJsonError(String(value));
  return error === undefined ? [] : [`"${field.label}" contains an invalid JSON: ${error.message}`];
};
