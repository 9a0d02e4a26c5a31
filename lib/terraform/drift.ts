import { attributeChanges, formatPath, type AttributeChange } from './attribute-changes.ts';
import { classify } from './change-kinds.ts';
import type { PlanJson } from './plan-json.ts';

/** Something changed outside Terraform since the last apply. */
export interface DriftedObject {
  readonly address: string;
  readonly module: string;
  readonly type: string;
  readonly deposed: string | null;
  /** `other` is a difference Terraform reports without an update or a deletion. */
  readonly kind: 'update' | 'delete' | 'other';
  readonly attributes: readonly AttributeChange[];
  /** Whether Terraform says that the object contributed to the planned changes; null when it does not say. */
  readonly relevant: boolean | null;
}

/** The rows of `resource_drift`. A row that is only a move is left out: it repeats what `resource_changes` says. */
export function driftedObjects(plan: PlanJson): DriftedObject[] {
  const rows = (plan.resource_drift ?? []).filter((row) => classify(row).kind !== 'move');
  return rows.map((row) => {
    const { kind } = classify(row);
    const attributes = kind === 'delete' ? [] : attributeChanges(row.change);
    return {
      address: row.address,
      module: row.module_address ?? '',
      type: row.type ?? '',
      deposed: row.deposed ?? null,
      kind: kind === 'update' || kind === 'delete' ? kind : ('other' as const),
      attributes,
      relevant: isRelevant(plan, row.address, attributes),
    };
  });
}

/** Plans before format 1.1 have no `relevant_attributes`; later ones leave the list out when it is empty. */
function isRelevant(plan: PlanJson, address: string, attributes: readonly AttributeChange[]): boolean | null {
  if (plan.relevant_attributes === undefined)
    return /^(0\.\d+|1\.0)/.test(plan.format_version) ? null : false;
  // A reference to a whole resource names it without the instance key.
  const resource = address.replace(/\[[^\]]*\]$/, '');
  return plan.relevant_attributes.some((entry) => {
    if (entry.resource !== address && entry.resource !== resource) return false;
    const path = formatPath(entry.attribute ?? []);
    return attributes.length === 0 || attributes.some((attribute) => overlaps(attribute.path, path));
  });
}

function overlaps(left: string, right: string): boolean {
  const within = (inner: string, outer: string): boolean =>
    outer === '' || inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
  return within(left, right) || within(right, left);
}
