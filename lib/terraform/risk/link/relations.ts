import type { LinkPart } from './parts.ts';

/**
 * Whether one part refers to another by a value: `from.argument` equals `to.attribute`. The running objects decide where
 * both have the value, since it is the running link that a plan endangers; else the planned ones. Undefined when neither
 * side of the apply has both values, as with ids that are known only after apply.
 */
export function isLinked(
  from: LinkPart,
  argument: string,
  to: LinkPart,
  attribute: string,
): boolean | undefined {
  return (
    sameText(from.before?.[argument], to.before?.[attribute]) ??
    sameText(from.after?.[argument], to.after?.[attribute])
  );
}

function sameText(left: unknown, right: unknown): boolean | undefined {
  if (typeof left !== 'string' || typeof right !== 'string' || left === '' || right === '') return undefined;
  // Azure writes the same id with upper and lower case, as it likes.
  return left.toLowerCase() === right.toLowerCase();
}

/** A text of the running object, else of the planned one. */
export function textOf(part: LinkPart, argument: string): string | undefined {
  const running = part.before?.[argument];
  if (typeof running === 'string') return running;
  const planned = part.after?.[argument];
  return typeof planned === 'string' ? planned : undefined;
}

/**
 * The candidates that a part belongs to. Where no value tells, the key of `for_each` or `count` does, which a module
 * gives to all parts of one instance alike; failing that, a lone candidate is the one. Null when none of that tells, an empty list when the values say that
 * it belongs to none of them.
 */
export function resolve(
  part: LinkPart,
  candidates: readonly LinkPart[],
  relation: (candidate: LinkPart) => boolean | undefined,
): readonly LinkPart[] | null {
  if (candidates.length === 0) return null;
  const answers = candidates.map((candidate) => ({ candidate, answer: relation(candidate) }));
  const linked = answers.filter(({ answer }) => answer === true).map(({ candidate }) => candidate);
  if (linked.length > 0) return linked;
  const open = answers.filter(({ answer }) => answer === undefined).map(({ candidate }) => candidate);
  if (open.length === 0) return [];
  const sameKey = open.filter(
    (candidate) => part.index !== null && candidate.index === part.index && candidate.module === part.module,
  );
  if (sameKey.length > 0) return sameKey;
  return candidates.length === 1 ? open : null;
}
