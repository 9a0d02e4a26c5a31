import { hasChanged, isUnknown, textsAt, valuesAt, type Row } from './row.ts';

/** A question about one row; rules are put together from these. */
export type Condition = (row: Row) => boolean;

/** The running object is destroyed, for good or to be made again; a leftover of an earlier replacement is not meant. */
export const isGone: Condition = (row) => isDestroyed(row) || isReplaced(row);

/** Destroyed and not made again. */
export const isDestroyed: Condition = (row) => row.kind === 'delete' && !row.deposed;

export const isReplaced: Condition = (row) => row.kind === 'replace';

/** Terraform lets go of the object, which goes on existing. */
export const isForgotten: Condition = (row) => row.kind === 'forget' || row.kind === 'create-forget';

/** The object exists before and after, whether it is changed in place or replaced. */
export const isKept: Condition = (row) => row.before !== null && row.after !== null;

export const all =
  (...conditions: readonly Condition[]): Condition =>
  (row) =>
    conditions.every((condition) => condition(row));

export const any =
  (...conditions: readonly Condition[]): Condition =>
  (row) =>
    conditions.some((condition) => condition(row));

export const not =
  (condition: Condition): Condition =>
  (row) =>
    !condition(row);

/** One of the values at these paths differs, or may differ because it is known only after apply. */
export const changes =
  (...paths: readonly string[]): Condition =>
  (row) =>
    paths.some((path) => hasChanged(row, path));

/** A running object loses a value: what was at the path before and is not afterwards. Unknown counts as lost. */
export const loses =
  (path: string, matches: (value: unknown) => boolean = () => true): Condition =>
  (row) => {
    if (!isKept(row)) return false;
    const before = valuesAt(row.before, path).filter(matches);
    if (isUnknown(row, path)) return before.length > 0;
    const after = valuesAt(row.after, path);
    return before.some((value) => !after.includes(value));
  };

/** The planned object has a value at the path that the running one has not; so does a new object that has it. */
export const gains =
  (path: string, matches: (value: unknown) => boolean = () => true): Condition =>
  (row) => {
    const before = valuesAt(row.before, path);
    return valuesAt(row.after, path).some((value) => matches(value) && !before.includes(value));
  };

/** A setting goes from one value to another; for a switch with a default, name what it was. */
export const turns =
  (path: string, from: unknown, to: unknown): Condition =>
  (row) =>
    isKept(row) && valuesAt(row.before, path).includes(from) && valuesAt(row.after, path).includes(to);

/** The running object has this value. */
export const had =
  (path: string, ...wanted: readonly unknown[]): Condition =>
  (row) =>
    valuesAt(row.before, path).some((value) => wanted.includes(value));

/** A text of the running object matches. */
export const hadText =
  (path: string, pattern: RegExp): Condition =>
  (row) =>
    textsAt(row.before, path).some((text) => pattern.test(text));

/** Ranges that mean everyone: all of IPv4 or IPv6, and Azure's names for it. */
export function isEveryone(source: unknown): boolean {
  return (
    typeof source === 'string' && ['0.0.0.0/0', '::/0', '*', 'any', 'internet'].includes(source.toLowerCase())
  );
}
