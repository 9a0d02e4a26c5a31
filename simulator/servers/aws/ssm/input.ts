import { SsmRefusal } from '../../../world/activations.ts';
import type { Members } from './service.ts';

/** A text of the input; undefined when it is missing. ValidationException for another type. */
export function optionalText(input: Members, name: string): string | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw invalid(`'${name}' must be a string`);
  return value;
}

/** A text of the input that must be there. */
export function requiredText(input: Members, name: string): string {
  const value = optionalText(input, name);
  if (value === undefined)
    throw invalid(`Value null at '${name}' failed to satisfy constraint: Member must not be null`);
  return value;
}

export function optionalNumber(input: Members, name: string): number | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number') throw invalid(`'${name}' must be a number`);
  return value;
}

/** `Tags` of a request: a list of Key and Value. */
export function readTags(input: Members): Readonly<Record<string, string>> {
  const list = (input['Tags'] ?? []) as readonly { readonly Key?: unknown; readonly Value?: unknown }[];
  return Object.fromEntries(list.map(({ Key, Value }) => [String(Key), String(Value)]));
}

export function writeTags(tags: Readonly<Record<string, string>>): readonly object[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** A page of a list, with the token for the next one. `MaxResults` outside of its bounds is refused. */
export function page<T>(
  items: readonly T[],
  input: Members,
  bounds: { readonly least: number; readonly most: number; readonly usual: number },
): { readonly items: readonly T[]; readonly next: object } {
  const size = optionalNumber(input, 'MaxResults') ?? bounds.usual;
  if (size < bounds.least || size > bounds.most) {
    throw invalid(
      `Value '${size}' at 'maxResults' failed to satisfy constraint: between ${bounds.least} and ${bounds.most}`,
    );
  }
  const token = optionalText(input, 'NextToken');
  const start = token === undefined ? 0 : Number(Buffer.from(token, 'base64').toString('utf8'));
  if (!Number.isInteger(start)) throw new SsmRefusal('InvalidNextToken', 'The specified token is not valid.');
  const end = start + size;
  const next = end < items.length ? { NextToken: Buffer.from(String(end)).toString('base64') } : {};
  return { items: items.slice(start, end), next };
}

export function invalid(detail: string): SsmRefusal {
  return new SsmRefusal('ValidationException', `1 validation error detected: ${detail}`);
}

/** Times are seconds since 1970 with a fraction. */
export function epoch(time: string): number {
  return new Date(time).getTime() / 1000;
}
