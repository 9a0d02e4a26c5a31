import { isObject, type ChangeJson } from './plan-json.ts';

/** One attribute that differs between before and after: its name and marks, never its value. */
export interface AttributeChange {
  /** As one would write it in Terraform: `tags["Name"]`, `ingress[0].from_port`. Empty for the object as a whole. */
  readonly path: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** The new value is only known after apply. */
  readonly unknown: boolean;
  readonly sensitive: boolean;
}

interface Node {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly unknown: unknown;
  readonly beforeSensitive: unknown;
  readonly afterSensitive: unknown;
}

/**
 * The leaves that differ between `before` and `after`. A part that is sensitive or unknown as a whole is one leaf, so
 * that the keys inside a sensitive map stay hidden too. Lists are compared by position: without the provider's schema
 * a set cannot be told from a list, so an element added at the front of a set shows its followers as changed.
 */
export function attributeChanges(change: ChangeJson): AttributeChange[] {
  const found: AttributeChange[] = [];
  const root: Node = {
    path: '',
    before: change.before,
    after: change.after,
    unknown: change.after_unknown,
    beforeSensitive: change.before_sensitive,
    afterSensitive: change.after_sensitive,
  };
  collect(root, found);
  return found;
}

function collect(node: Node, found: AttributeChange[]): void {
  const sensitive = node.beforeSensitive === true || node.afterSensitive === true;
  const unknown = node.unknown === true;
  const children = sensitive || unknown ? undefined : childrenOf(node);
  if (children !== undefined) {
    for (const child of children) collect(child, found);
    return;
  }
  // A value that only becomes (un)marked as sensitive is a change that Terraform plans as an update, too.
  const marksChanged =
    !isAbsent(node.before) && (node.beforeSensitive === true) !== (node.afterSensitive === true);
  if (!unknown && !marksChanged && isEqual(node.before, node.after)) return;
  found.push({
    path: node.path,
    change: verb(node, unknown),
    unknown: unknown || hasMark(node.unknown),
    sensitive,
  });
}

function verb(node: Node, unknown: boolean): AttributeChange['change'] {
  if (isAbsent(node.before) && !isAbsent(node.after)) return 'added';
  if (isAbsent(node.before) && unknown) return 'added';
  if (!isAbsent(node.before) && isAbsent(node.after) && !unknown) return 'removed';
  return 'changed';
}

/** Undefined for a leaf. Only walked where both sides are the same kind of container; an added or removed block is a leaf. */
function childrenOf(node: Node): readonly Node[] | undefined {
  const { before, after } = node;
  // `after` lacks an object of which every member is unknown.
  if (isObject(before) && (isObject(after) || isObject(node.unknown))) return keyedChildren(node);
  if (Array.isArray(before) && Array.isArray(after)) return indexedChildren(node);
  return undefined;
}

/** Most members of most objects are equal scalars: they are passed over before anything is built for them. */
function keyedChildren(node: Node): readonly Node[] {
  const keys: string[] = [];
  const earlier: object[] = [];
  for (const side of [node.before, node.after, node.unknown]) {
    if (!isObject(side)) continue;
    for (const key of Object.keys(side)) {
      if (!earlier.some((other) => Object.hasOwn(other, key)) && mayDiffer(node, key)) keys.push(key);
    }
    earlier.push(side);
  }
  return keys.sort().map((key) => childAt(node, key, `${node.path}${step(key, node.path === '')}`));
}

function mayDiffer(node: Node, key: string): boolean {
  const unknown = at(node.unknown, key);
  if (unknown !== undefined && unknown !== false) return true;
  const before = at(node.before, key);
  const after = at(node.after, key);
  if (before !== after && !(isAbsent(before) && isAbsent(after))) return true;
  return at(node.beforeSensitive, key) !== at(node.afterSensitive, key);
}

function indexedChildren(node: Node): readonly Node[] {
  const lengths = [node.before, node.after, node.unknown].map((side) =>
    Array.isArray(side) ? side.length : 0,
  );
  return Array.from({ length: Math.max(...lengths) }, (_, index) =>
    childAt(node, index, `${node.path}[${index}]`),
  );
}

function childAt(node: Node, key: string | number, path: string): Node {
  return {
    path,
    before: at(node.before, key),
    after: at(node.after, key),
    unknown: at(node.unknown, key),
    beforeSensitive: at(node.beforeSensitive, key),
    afterSensitive: at(node.afterSensitive, key),
  };
}

function at(side: unknown, key: string | number): unknown {
  if (Array.isArray(side)) return typeof key === 'number' ? (side as unknown[])[key] : undefined;
  return isObject(side) && Object.hasOwn(side, key) ? side[key] : undefined;
}

/** A path of `replace_paths` in the notation of {@link AttributeChange.path}. */
export function formatPath(steps: readonly (string | number)[]): string {
  return steps.reduce<string>(
    (path, part) => path + (typeof part === 'number' ? `[${part}]` : step(part, path === '')),
    '',
  );
}

function step(key: string, first: boolean): string {
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(key)) return `[${JSON.stringify(key)}]`;
  return first ? key : `.${key}`;
}

/** How many leaves of an `after_unknown` structure are marked. */
export function countUnknown(unknown: unknown): number {
  if (unknown === true) return 1;
  if (Array.isArray(unknown)) return unknown.reduce<number>((sum, item) => sum + countUnknown(item), 0);
  if (isObject(unknown))
    return Object.values(unknown).reduce<number>((sum, item) => sum + countUnknown(item), 0);
  return 0;
}

function hasMark(structure: unknown): boolean {
  return countUnknown(structure) > 0;
}

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined;
}

function isEqual(left: unknown, right: unknown): boolean {
  if (isAbsent(left) && isAbsent(right)) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => isEqual(item, right[index]));
  }
  if (isObject(left) && isObject(right)) {
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...keys].every((key) => isEqual(at(left, key), at(right, key)));
  }
  return left === right;
}
