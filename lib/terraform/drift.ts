import { attributeChanges, formatPath, type AttributeChange } from './attribute-changes.ts';
import { classify } from './change-kinds.ts';
import { identityOf, type ObjectIdentity } from './last-change.ts';
import type { PlanRest, ResourceChangeJson } from './plan-json.ts';

/** Something changed outside Terraform since the last apply. */
export interface DriftedObject {
  readonly address: string;
  readonly module: string;
  readonly type: string;
  readonly deposed: string | null;
  /** `other` is a difference Terraform reports without an update or a deletion. */
  readonly kind: 'update' | 'delete' | 'other';
  readonly attributes: readonly AttributeChange[];
  /** Of the object as the last apply left it, to ask for it; in no document. */
  readonly identity: ObjectIdentity;
  /** Whether Terraform says that the object contributed to the planned changes; null when it does not say. */
  readonly relevant: boolean | null;
}

/**
 * Takes the rows of `resource_drift`. A row that is only a move is left out: it repeats what `resource_changes` says.
 * Which of them matter is only known at the end, when the list of relevant attributes was read.
 */
export class DriftCollector {
  readonly #rows: { readonly object: Omit<DriftedObject, 'relevant'>; readonly resource: string }[] = [];

  add(row: ResourceChangeJson): void {
    const { kind } = classify(row);
    if (kind === 'move') return;
    const object = {
      address: row.address,
      module: row.module_address ?? '',
      type: row.type ?? '',
      deposed: row.deposed ?? null,
      kind: kind === 'update' || kind === 'delete' ? kind : ('other' as const),
      attributes: kind === 'delete' ? [] : attributeChanges(row.change),
      identity: identityOf(row.change.before),
    };
    this.#rows.push({ object, resource: resourceAddress(row) });
  }

  finish(rest: PlanRest): DriftedObject[] {
    return this.#rows.map(({ object, resource }) => ({
      ...object,
      relevant: isRelevant(rest, object.address, resource, object.attributes),
    }));
  }
}

/** The address without the instance key: a reference to a whole resource names it so. */
function resourceAddress({ address, module_address: module, mode, type, name }: ResourceChangeJson): string {
  if (type === undefined || name === undefined) return address;
  const inside = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
  return module === undefined || module === '' ? inside : `${module}.${inside}`;
}

/** Plans before format 1.1 have no `relevant_attributes`; later ones leave the list out when it is empty. */
function isRelevant(
  rest: PlanRest,
  address: string,
  resource: string,
  attributes: readonly AttributeChange[],
): boolean | null {
  if (rest.relevant_attributes === undefined)
    return /^(0\.\d+|1\.0)/.test(rest.format_version) ? null : false;
  return rest.relevant_attributes.some((entry) => {
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
