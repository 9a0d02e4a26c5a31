import type { AddressFacts } from '../address-facts.ts';
import { ActionError } from '../../action/errors.ts';
import type {
  ChangeJson,
  DeferredChangeJson,
  PlanRest,
  ResourceChangeJson,
} from '../../terraform/plan-json.ts';
import { isObject } from '../../terraform/plan-json.ts';
import { type PlanPart, streamPlan } from '../../terraform/plan-stream.ts';
import { recogniseTerraformJson, type StatePart, streamState } from '../../terraform/state-stream.ts';
import { sourceErrors } from './errors.ts';
import { holdsFacts, TerraformFactCollector } from './terraform-facts.ts';
import type { TerraformObject } from './terraform-object.ts';

/**
 * Facts of one file of Terraform or OpenTofu, whichever kind it is: a plan or a state as `show -json` writes them, or
 * a state file of version 4.
 * @param file absolute path
 * @param source name for people, a path relative to the workspace
 * @throws EHA1522 when it is none of these, EHA1523 for a damaged state; EHA1208, EHA1209 and EHA1212 as `streamPlan`
 */
export async function readTerraformFacts(file: string, source: string): Promise<AddressFacts> {
  const kind = await recognise(file, source);
  if (kind === 'plan') return factsOfPlan(streamPlan(file), source);
  try {
    return await factsOfState(streamState(file), source);
  } catch (cause) {
    if (!(cause instanceof ActionError)) throw cause;
    throw sourceErrors.EHA1523(`The state ${source} could not be read: ${cause.message}`, { cause });
  }
}

async function recognise(file: string, source: string): Promise<'plan' | 'state'> {
  let kind: 'plan' | 'state' | undefined;
  try {
    kind = await recogniseTerraformJson(file);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw sourceErrors.EHA1522(`${source} could not be read as a plan or a state: ${why}`, { cause });
  }
  if (kind === undefined) throw sourceErrors.EHA1522(`${source} is neither a plan nor a state of Terraform.`);
  return kind;
}

/** Facts of what will exist once a plan is applied: created, changed and unchanged objects, none that is destroyed. */
export async function factsOfPlan(parts: AsyncIterable<PlanPart>, source: string): Promise<AddressFacts> {
  const reader = new PlanFactReader(source);
  for await (const part of parts) reader.visit(part);
  return reader.finish();
}

/** The same for who reads a plan anyway: visit every part in the order of the file, then finish. */
export class PlanFactReader {
  readonly #source: string;
  readonly #collector: TerraformFactCollector;
  #rest: PlanRest | undefined;

  /** @param source name for people, a stack or a path relative to the workspace */
  constructor(source: string) {
    this.#source = source;
    this.#collector = new TerraformFactCollector({ kind: 'plan', source });
  }

  visit(part: PlanPart): void {
    if (part.section === 'resource_changes') addRow(this.#collector, part.value);
    else if (part.section === 'deferred_changes') this.#visitDeferred(part.value);
    else if (part.section === 'rest') this.#rest = part.value;
  }

  #visitDeferred({ resource_change: row, reason }: DeferredChangeJson): void {
    if (!holdsFacts(row.type ?? '')) return;
    this.#collector.facts.unknown({
      what: row.address,
      reason: `Terraform put it off to a later plan (${reason ?? 'no reason given'})`,
      origin: this.#collector.originOf(row),
    });
  }

  /** @throws Error when the last part was not visited, which is a fault of the caller */
  finish(): AddressFacts {
    const rest = this.#rest;
    if (rest === undefined) throw new Error('The stream of a plan ended without its last part.');
    addPlanOutputs(this.#collector, rest);
    sayIncomplete(this.#collector, rest, this.#source);
    return this.#collector.finish(rest.configuration);
  }
}

function addRow(collector: TerraformFactCollector, row: ResourceChangeJson): void {
  const { change } = row;
  // A deposed object is what a replacement left behind; it goes, or was replaced by the current one.
  if (row.mode === 'data' || row.deposed !== undefined || !holdsFacts(row.type ?? '')) return;
  const isForgotten = change.actions.length === 1 && change.actions[0] === 'forget';
  // An object that Terraform forgets goes on existing as it was.
  const values = isForgotten ? change.before : change.after;
  if (!isObject(values)) return;
  collector.add({
    address: row.address,
    module: row.module_address ?? '',
    type: row.type ?? '',
    name: row.name ?? '',
    index: row.index ?? null,
    values,
    unknown: isForgotten ? undefined : change.after_unknown,
    sensitive: isForgotten ? change.before_sensitive : change.after_sensitive,
  });
}

/** A plan that saves no output change still shows the planned value. */
function addPlanOutputs(collector: TerraformFactCollector, rest: PlanRest): void {
  const changes = rest.output_changes ?? {};
  const planned = rest.planned_values?.outputs ?? {};
  for (const name of new Set([...Object.keys(changes), ...Object.keys(planned)])) {
    const change = Object.hasOwn(changes, name) ? changes[name] : undefined;
    if (change !== undefined) addOutputChange(collector, name, change);
    else
      collector.addOutput(name, {
        value: planned[name]?.value,
        sensitive: planned[name]?.sensitive === true,
      });
  }
}

function addOutputChange(collector: TerraformFactCollector, name: string, change: ChangeJson): void {
  if (change.actions.length === 1 && change.actions[0] === 'delete') return;
  collector.addOutput(name, {
    value: change.after,
    unknown: change.after_unknown,
    sensitive: change.after_sensitive,
  });
}

function sayIncomplete(collector: TerraformFactCollector, rest: PlanRest, source: string): void {
  if (rest.errored !== true && rest.complete !== false) return;
  const reason =
    rest.errored === true
      ? 'planning failed half-way'
      : 'the plan is not complete: Terraform put something off, or was told to plan a part only (-target)';
  collector.facts.unknown({ what: `the rest of ${source}`, reason, origin: { kind: 'plan', source } });
}

/** Facts of the objects that a state knows of. */
export async function factsOfState(parts: AsyncIterable<StatePart>, source: string): Promise<AddressFacts> {
  const collector = new TerraformFactCollector({ kind: 'state', source });
  for await (const part of parts) {
    if (part.section === 'output') collector.addOutput(part.name, part.value);
    else if (part.value.mode === 'managed') collector.add(objectOf(part.value));
  }
  return collector.finish(undefined);
}

function objectOf({
  address,
  module,
  type,
  name,
  index,
  values,
  sensitive,
}: Extract<StatePart, { section: 'object' }>['value']): TerraformObject {
  return { address, module, type, name, index, values, unknown: undefined, sensitive };
}
