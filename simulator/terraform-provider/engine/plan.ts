import { conform, sameContent } from '../cty/conform.ts';
import { canonical, equal, isList, isObject, isWhollyKnown } from '../cty/value.ts';
import type { CtyType } from '../cty/types.ts';
import type { Attribute, Attributes, Block, NestedBlock, Profile } from '../schema/model.ts';
import { UNKNOWN, type ObjectValue, type ProviderInstance, type Value } from './types.ts';

export interface PlanRequest {
  readonly block: Block;
  readonly profile: Profile;
  /** Null when the object is to be created. */
  readonly prior: ObjectValue | null;
  /** Terraform core's merge of configuration and prior state. */
  readonly proposed: ObjectValue;
  readonly config: ObjectValue;
  readonly instance: Pick<ProviderInstance, 'defaultTags'>;
  /** Leave out what only the legacy SDK may do: defaults of non-computed arguments, blocks nobody configured. */
  readonly strict: boolean;
}

export interface Planned {
  readonly planned: ObjectValue;
  /** The plan does what only the legacy SDK may do. */
  readonly legacy: boolean;
}

/**
 * Turns core's proposed new state into a planned state, by the rules that core checks the answer with: a configured
 * argument is planned as configured, only computed attributes may get other values, those are unknown while the
 * provider has not decided them, and nothing computed changes without a reason.
 */
export function planObject(request: PlanRequest): Planned {
  const { block, profile, prior, proposed, config, strict } = request;
  const computedBlocks = strict
    ? []
    : profile.computedBlocks.filter((name) => isAbsent(config[name]) && name in block.blocks);
  const base = planBlock(block, prior, proposed, config);
  const planned: Record<string, Value> = { ...base };
  let legacy = false;
  for (const name of computedBlocks) {
    planned[name] = prior === null ? UNKNOWN : (prior[name] ?? null);
    legacy = true;
  }
  for (const [name, value] of Object.entries(profile.defaults)) {
    const attribute = block.attributes[name];
    if (attribute === undefined || (config[name] ?? null) !== null) continue;
    if (attribute.computed && prior !== null) continue;
    if (!attribute.computed && strict) continue;
    planned[name] = conform(value, attribute.type);
    legacy ||= !attribute.computed;
  }
  recompute(request, planned);
  planTags(request, planned);
  return { planned, legacy };
}

/** Computed attributes whose old value the change makes obsolete become unknown again. */
function recompute({ block, profile, prior, config }: PlanRequest, planned: Record<string, Value>): void {
  if (prior === null) return;
  for (const [name, triggers] of Object.entries(profile.recompute)) {
    const attribute = block.attributes[name];
    if (attribute?.computed !== true || (config[name] ?? null) !== null) continue;
    const changed = triggers.some((trigger) => {
      const type = block.type.attributes[trigger];
      return type !== undefined && !equal(prior[trigger] ?? null, planned[trigger] ?? null, type);
    });
    if (changed) planned[name] = UNKNOWN;
  }
}

/**
 * The aws provider plans `tags_all` as its default tags overlaid with the resource's own; with none of either it is
 * unknown at creation and empty afterwards.
 */
function planTags({ block, prior, config, instance }: PlanRequest, planned: Record<string, Value>): void {
  if (block.attributes['tags_all']?.computed !== true || block.attributes['tags'] === undefined) return;
  if ((config['tags_all'] ?? null) !== null) return;
  const tags = planned['tags'] ?? null;
  if (!isWhollyKnown(tags)) {
    planned['tags_all'] = UNKNOWN;
    return;
  }
  const all = { ...instance.defaultTags, ...(isObject(tags) ? tags : {}) };
  const before = prior?.['tags_all'] ?? null;
  if (Object.keys(all).length > 0) planned['tags_all'] = all;
  else if (prior === null || (isObject(before) && Object.keys(before).length > 0))
    planned['tags_all'] = UNKNOWN;
  else planned['tags_all'] = before;
}

function isAbsent(value: Value | undefined): boolean {
  return value === undefined || value === null || (isList(value) && value.length === 0);
}

function planBlock(
  block: Block,
  prior: ObjectValue | null,
  proposed: ObjectValue,
  config: ObjectValue,
): ObjectValue {
  const planned: Record<string, Value> = planAttributes(block.attributes, prior, proposed, config);
  for (const [name, nested] of Object.entries(block.blocks)) {
    planned[name] = planNested(nested, {
      prior: prior?.[name] ?? null,
      proposed: proposed[name] ?? null,
      config: config[name] ?? null,
      plan: (before, after, given) => planBlock(nested.block, before, after, given),
      type: nested.block.type,
    });
  }
  return planned;
}

function planAttributes(
  attributes: Attributes,
  prior: ObjectValue | null,
  proposed: ObjectValue,
  config: ObjectValue,
): Record<string, Value> {
  const entries = Object.entries(attributes).map(([name, attribute]) => {
    const values: Triple = {
      prior: prior?.[name] ?? null,
      proposed: proposed[name] ?? null,
      config: config[name] ?? null,
    };
    return [name, planAttribute(attribute, prior !== null, values)] as const;
  });
  return Object.fromEntries(entries);
}

interface Triple {
  readonly prior: Value;
  readonly proposed: Value;
  readonly config: Value;
}

function planAttribute(attribute: Attribute, exists: boolean, { prior, proposed, config }: Triple): Value {
  if (attribute.writeOnly) return null;
  if (config === null) {
    if (!attribute.computed) return null;
    return exists ? prior : UNKNOWN;
  }
  const { nested } = attribute;
  // As azapi does: the same content under another type (a tuple for a list) is no change.
  if (attribute.type.kind === 'dynamic' && exists && sameContent(prior, proposed)) return prior;
  if (nested === undefined) return proposed;
  const object: CtyType = attribute.type.kind === 'object' ? attribute.type : elementOf(attribute.type);
  return planNested(nested, {
    prior,
    proposed,
    config,
    plan: (before, after, given) => planAttributes(nested.attributes, before, after, given),
    type: object,
  });
}

function elementOf(type: CtyType): CtyType {
  return type.kind === 'list' || type.kind === 'set' || type.kind === 'map' ? type.element : type;
}

interface NestedPlan extends Triple {
  readonly plan: (prior: ObjectValue | null, proposed: ObjectValue, config: ObjectValue) => ObjectValue;
  readonly type: CtyType;
}

/** Plans nested blocks or attributes element by element; an unknown collection stays as core proposed it. */
function planNested(nested: Pick<NestedBlock, 'nesting'>, values: NestedPlan): Value {
  const { prior, proposed, config } = values;
  if (config === UNKNOWN || config === null || proposed === UNKNOWN || proposed === null) return proposed;
  if (nested.nesting === 'single' || nested.nesting === 'group')
    return planElement(values, prior, proposed, config);
  if (nested.nesting === 'map') {
    if (!isObject(config) || !isObject(proposed)) return proposed;
    const before = isObject(prior) ? prior : {};
    const entries = Object.entries(config).map(
      ([key, given]) =>
        [key, planElement(values, before[key] ?? null, proposed[key] ?? given, given)] as const,
    );
    return Object.fromEntries(entries);
  }
  if (!isList(config) || !isList(proposed)) return proposed;
  if (nested.nesting === 'set') return planSet(values, config, proposed, isList(prior) ? prior : []);
  return config.map((given, index) =>
    planElement(values, isList(prior) ? (prior[index] ?? null) : null, proposed[index] ?? given, given),
  );
}

function planElement(values: NestedPlan, prior: Value, proposed: Value, config: Value): Value {
  if (!isObject(proposed) || !isObject(config)) return proposed;
  return values.plan(isObject(prior) ? prior : null, proposed, config);
}

/** Set elements have no address: an element is the same as before when every value configured agrees. */
function planSet(
  values: NestedPlan,
  config: readonly Value[],
  proposed: readonly Value[],
  prior: readonly Value[],
): Value {
  const proposals = [...proposed];
  const priors = [...prior];
  const planned = config.map((given) => {
    const proposal = take(proposals, (candidate) => agrees(candidate, given, values.type)) ?? given;
    const before = take(priors, (candidate) => agrees(candidate, given, values.type)) ?? null;
    return planElement(values, before, proposal, given);
  });
  // Two elements that became equal are one element of a set; with unknowns in them they may yet turn out different.
  const identity = (element: Value, index: number) =>
    isWhollyKnown(element) ? canonical(element, values.type) : `\0unknown ${index}`;
  return [
    ...new Map<string, Value>(planned.map((element, index) => [identity(element, index), element])).values(),
  ];
}

function take(candidates: Value[], matches: (candidate: Value) => boolean): Value | undefined {
  const index = candidates.findIndex(matches);
  return index < 0 ? undefined : candidates.splice(index, 1)[0];
}

/** Whether a candidate has every value that the configuration sets; what it leaves null is for the provider. */
function agrees(candidate: Value, config: Value, type: CtyType): boolean {
  if (config === null) return true;
  if (isObject(config) && isObject(candidate)) {
    if (type.kind === 'object') {
      const members = Object.entries(type.attributes);
      return members.every(([name, inner]) => agrees(candidate[name] ?? null, config[name] ?? null, inner));
    }
    if (type.kind === 'map') {
      const names = Object.keys(config);
      const same = names.length === Object.keys(candidate).length;
      return (
        same && names.every((name) => agrees(candidate[name] ?? null, config[name] ?? null, type.element))
      );
    }
  }
  if (isList(config) && isList(candidate) && config.length === candidate.length) {
    if (type.kind === 'list') {
      return config.every((inner, index) => agrees(candidate[index] ?? null, inner, type.element));
    }
    if (type.kind === 'set')
      return config.every((inner) => candidate.some((other) => agrees(other, inner, type.element)));
  }
  return equal(candidate, config, type);
}
