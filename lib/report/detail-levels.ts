/**
 * How much of a stack is told; each level is shorter than the one before. `created` has the values of created objects,
 * too, which a reader misses least. Up to `counts` each destroyed object has a line of its own; `grouped` still names
 * each, together with its siblings; `capped` names as many as there is room for.
 */
export const DETAIL_LEVELS = [
  'created',
  'values',
  'attributes',
  'addresses',
  'types',
  'counts',
  'grouped',
  'capped',
] as const;
export type DetailLevel = (typeof DETAIL_LEVELS)[number];

/** Whether `level` tells at least as much as `other`. */
export function tells(level: DetailLevel, other: DetailLevel): boolean {
  return DETAIL_LEVELS.indexOf(level) <= DETAIL_LEVELS.indexOf(other);
}
