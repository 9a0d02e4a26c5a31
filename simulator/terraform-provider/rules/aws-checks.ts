/** Checks that only the aws provider has. */
import { parsePrefix, prefixSize } from '../tables/addresses.ts';
import { check } from './checks.ts';
import { duplicateKey, goJsonError } from './go-json.ts';
import type { FieldRule } from './table.ts';

const ACCOUNT = '^(aws|aws-managed|third-party|aws-marketplace|\\d{12}|cw.{10})$';
const PARTITION = '^aws(-[a-z]+)*$';
const REGION = /^[a-z]{2}(-[a-z]+)+-\d{1,2}$/;

/** Why a text is no ARN, in the provider's words, or undefined. */
export function arnProblem(value: string): string | undefined {
  if (!value.startsWith('arn:')) return 'arn: invalid prefix';
  const sections = value.split(':');
  if (sections.length < 6) return 'arn: not enough sections';
  const [, partition = '', , region = '', account = ''] = sections;
  if (!new RegExp(PARTITION).test(partition))
    return `invalid partition value (expecting to match regular expression: ${PARTITION})`;
  if (region !== '' && !REGION.test(region)) return 'invalid region value';
  if (account !== '' && !new RegExp(ACCOUNT).test(account))
    return `invalid account ID value (expecting to match regular expression: ${ACCOUNT})`;
  return sections.slice(5).join(':') === '' ? 'missing resource value' : undefined;
}

/** An ARN; an empty text passes, as it does there. */
export const arn: FieldRule = (value, field) => {
  const problem = value === '' ? undefined : arnProblem(String(value));
  return problem === undefined ? [] : [`"${field.label}" (${String(value)}) is an invalid ARN: ${problem}`];
};

/** A policy that is a JSON object without duplicate keys. */
export const iamPolicy: FieldRule = (value, field) => {
  const text = String(value);
  const trimmed = text.trim();
  const invalid = (why: string) => [`"${field.label}" contains an invalid JSON policy: ${why}`];
  if (trimmed === '') return [`"${field.label}" is an empty string, which is not a valid JSON value`];
  if (trimmed.startsWith('[')) return invalid('contains a JSON array, not a JSON object');
  const error = goJsonError(text);
  if (trimmed.startsWith('"') && error === undefined)
    return invalid('contains a JSON-encoded string, not a JSON-encoded object');
  if (!trimmed.startsWith('{')) return invalid('not a JSON object');
  if (error !== undefined) return invalid(`${error.message}, at byte offset ${error.offset}`);
  const duplicate = duplicateKey(text);
  return duplicate === undefined
    ? []
    : [`"${field.label}" contains duplicate JSON keys: duplicate key "${duplicate}"`];
};

const whole = (value: unknown) =>
  /^[+-]?\d+$/.test(String(value)) &&
  BigInt(String(value)) < 2n ** 63n &&
  BigInt(String(value)) >= -(2n ** 63n);

/** A customer's ASN as text, of up to 32 bits. */
export const asn: FieldRule = (value, field) => {
  if (!whole(value)) return [`"${field.label}" ("${String(value)}") must be a 64-bit integer`];
  const inRange = Number(value) >= 0 && Number(value) <= 4294967295;
  return inRange ? [] : [`"${field.label}" ("${String(value)}") must be in the range 0 to 4294967295`];
};

/** An ASN that Amazon's side may have: private ones and the four of the older regions. */
export const amazonSideAsn: FieldRule = (value, field) => {
  if (!whole(value)) return [`"${field.label}" ("${String(value)}") must be a 64-bit integer`];
  const number = Number(value);
  const allowed =
    [7224, 9059, 10124, 17493].includes(number) ||
    (number >= 64512 && number <= 65534) ||
    (number >= 4200000000 && number <= 4294967294);
  return allowed
    ? []
    : [
        `"${field.label}" ("${String(value)}") must be 7224, 9059, 10124 or 17493 or in the range 64512 to 65534 or 4200000000 to 4294967294`,
      ];
};

/** Starts within one of these prefixes, as written. A text that is no prefix does not; lengths are judged elsewhere. */
export const within = (why: string, ...outer: readonly string[]): FieldRule =>
  check(
    (value) => {
      const prefix = parsePrefix(String(value));
      if (!prefix) return false;
      return outer.some((text) => {
        const range = parsePrefix(text);
        return (
          range?.version === prefix.version &&
          prefix.address >= range.network &&
          prefix.address < range.network + prefixSize(range)
        );
      });
    },
    (_value, field) => `invalid value for ${field.label} (${why})`,
  );
