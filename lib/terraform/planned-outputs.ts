import { type AttributeChange, attributeChanges, countUnknown } from './attribute-changes.ts';
import { lookUp } from './change-kinds.ts';
import { terraformErrors } from './errors.ts';
import type { ChangeJson } from './plan-json.ts';

/** An output that changes. */
export interface PlannedOutput {
  readonly name: string;
  readonly kind: 'create' | 'update' | 'delete';
  readonly sensitive: boolean;
  readonly unknown: boolean;
  /** What differs, with paths that begin with the name of the output; its value is left out where it is sensitive. */
  readonly attributes: readonly AttributeChange[];
}

/** The outputs that change, in the plan's order. @throws EHA1209 for an action that outputs do not have */
export function plannedOutputs(outputs: Readonly<Record<string, ChangeJson>>): PlannedOutput[] {
  return Object.entries(outputs).flatMap(([name, change]) => {
    const { kind } = lookUp(change, `output ${name}`);
    if (kind === 'no-op') return [];
    if (kind !== 'create' && kind !== 'update' && kind !== 'delete') {
      throw terraformErrors.EHA1209(
        `output ${name} has the action ${kind}, which is not documented for outputs.`,
      );
    }
    return [
      {
        name,
        kind,
        sensitive: change.before_sensitive === true || change.after_sensitive === true,
        unknown: countUnknown(change.after_unknown) > 0,
        attributes: attributeChanges(below(name, change)),
      },
    ];
  });
}

/** The change as if the output were an attribute of an object, so that every path says which output it is. */
function below(name: string, change: ChangeJson): ChangeJson {
  const at = (value: unknown): object => ({ [name]: value });
  return {
    actions: change.actions,
    before: at(change.before),
    after: at(change.after),
    after_unknown: at(change.after_unknown),
    before_sensitive: at(change.before_sensitive),
    after_sensitive: at(change.after_sensitive),
  };
}
