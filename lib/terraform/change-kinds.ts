import { terraformErrors } from './errors.ts';
import type { ChangeJson, ResourceChangeJson } from './plan-json.ts';

/**
 * What Terraform will do to one object. `import` and `move` are those that do nothing else; an import or move that
 * also updates or replaces has that kind, and says so by `importing` and `previousAddress`.
 */
export type ChangeKind =
  | 'create'
  | 'update'
  | 'replace'
  | 'delete'
  | 'read'
  | 'import'
  | 'move'
  | 'forget'
  | 'create-forget'
  | 'no-op';

/** Which half of a replacement comes first; `create-first` is Terraform's create_before_destroy. */
export type ReplaceOrder = 'delete-first' | 'create-first';

/** Kinds by Terraform's action lists (documented values of `change.actions`). */
const KINDS: Readonly<Record<string, { readonly kind: ChangeKind; readonly order?: ReplaceOrder }>> = {
  'no-op': { kind: 'no-op' },
  create: { kind: 'create' },
  read: { kind: 'read' },
  update: { kind: 'update' },
  delete: { kind: 'delete' },
  forget: { kind: 'forget' },
  'delete,create': { kind: 'replace', order: 'delete-first' },
  'create,delete': { kind: 'replace', order: 'create-first' },
  'create,forget': { kind: 'create-forget' },
};

/** Kind and order of one row. @throws EHA1209 for an action list that is not documented. */
export function classify(row: ResourceChangeJson): { kind: ChangeKind; order: ReplaceOrder | null } {
  const known = lookUp(row.change, row.address);
  if (known.kind !== 'no-op') return { kind: known.kind, order: known.order ?? null };
  if (isImporting(row)) return { kind: 'import', order: null };
  return { kind: movedFrom(row) === null ? 'no-op' : 'move', order: null };
}

/** The same for a bare change, such as that of an output; `where` names it in the error. */
export function lookUp(
  change: ChangeJson,
  where: string,
): { readonly kind: ChangeKind; readonly order?: ReplaceOrder } {
  const actions = change.actions.join(',');
  const known = Object.hasOwn(KINDS, actions) ? KINDS[actions] : undefined;
  if (known === undefined)
    throw terraformErrors.EHA1209(`${where} has the unknown action ${JSON.stringify(actions)}.`);
  return known;
}

/** Where the object was before a move, null when it was not moved. */
export function movedFrom(row: ResourceChangeJson): string | null {
  const previous = row.previous_address;
  return previous === undefined || previous === row.address ? null : previous;
}

export function isImporting(row: ResourceChangeJson): boolean {
  return row.change.importing !== undefined && row.change.importing !== null;
}
