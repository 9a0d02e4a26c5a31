/**
 * One text for one JSON value: members sorted by their UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them (as RFC 8785 does). Strings are not normalised, since Terraform tells the forms apart.
 * Members that are undefined are left out; a bigint is written in full.
 *
 * @param mapText applied to every string that is a value, not to names of members
 */
export function canonicalJson(value: unknown, mapText?: (text: string) => string): string {
  if (typeof value === 'string') return JSON.stringify(mapText === undefined ? value : mapText(value));
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return scalar(value);
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry, mapText)).join(',')}]`;
  const object = value as Readonly<Record<string, unknown>>;
  const members: string[] = [];
  // Without a comparator, sort goes by code units.
  for (const name of Object.keys(object).sort()) {
    const entry = object[name];
    if (entry !== undefined) members.push(`${JSON.stringify(name)}:${canonicalJson(entry, mapText)}`);
  }
  return `{${members.join(',')}}`;
}

function scalar(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  throw new TypeError(`A ${typeof value} has no form in JSON.`);
}
