/**
 * How refusals at validate time are written down: a table a type, with rules for the values of arguments and
 * relations between them. Judged as the provider SDK does: relations of an argument first, its value only if they
 * hold; unknown values are never judged.
 */
import {
  UNKNOWN,
  type ConfigRule,
  type Diagnostic,
  type ObjectValue,
  type Value,
  type ValuePath,
} from '../engine/types.ts';
import { isGiven, isList, isObject } from '../tables/values.ts';

/** A value found in the configuration. `label` is how the SDK names it (`block.0.argument`), `name` its last part. */
export interface Field {
  readonly label: string;
  readonly name: string;
  readonly path: ValuePath;
}
export type Scalar = string | number | boolean;
/** A refusal: its whole text, or a summary with a detail. */
export type Refusal = string | { readonly summary: string; readonly detail: string };
/** Judges one known value; an empty answer accepts it. */
export type FieldRule = (value: Scalar, field: Field) => readonly Refusal[];

/** A relation between arguments of the top level; answers the refusal that the SDK reports for one of them. */
export interface Relation {
  readonly attributes: readonly string[];
  /** The SDK's order of checking; lower comes first and hides the rest. */
  readonly rank: number;
  readonly refuse: (attribute: string, config: ObjectValue) => Refusal | undefined;
}

export interface RuleTable {
  /** By path: blocks and arguments joined by dots, `*` after a block that is a set. */
  readonly fields?: Readonly<Record<string, FieldRule | readonly FieldRule[]>>;
  readonly relations?: readonly Relation[];
  /** What no line of a table can say. */
  readonly also?: readonly ConfigRule[];
}

/** The rule that a table stands for. */
export function configRule(table: RuleTable): ConfigRule {
  return (config) => {
    const related = relationRefusals(config, table.relations ?? []);
    const refused = new Set(related.map((diagnostic) => diagnostic.path[0]));
    const fields = Object.entries(table.fields ?? {}).flatMap(([path, rules]) => {
      const segments = path.split('.');
      if (refused.has(segments[0]?.replace('*', '') ?? '')) return [];
      return [rules]
        .flat()
        .flatMap((rule) => judge(config, segments, { label: '', name: '', path: [] }, rule));
    });
    return [...related, ...fields, ...(table.also ?? []).flatMap((rule) => rule(config))];
  };
}

function relationRefusals(config: ObjectValue, relations: readonly Relation[]): Diagnostic[] {
  const attributes = [...new Set(relations.flatMap((relation) => relation.attributes))];
  const ordered = [...relations].sort((a, b) => a.rank - b.rank);
  return attributes.flatMap((attribute) => {
    for (const relation of ordered) {
      if (!relation.attributes.includes(attribute)) continue;
      const refusal = relation.refuse(attribute, config);
      if (refusal !== undefined) return [diagnostic(refusal, [attribute])];
    }
    return [];
  });
}

/** An error at a place of the configuration. */
export function diagnostic(refusal: Refusal, path: ValuePath): Diagnostic {
  const text = typeof refusal === 'string' ? { summary: refusal, detail: '' } : refusal;
  return { severity: 'error', ...text, path };
}

function judge(
  value: Value,
  segments: readonly string[],
  field: Field,
  rule: FieldRule,
): readonly Diagnostic[] {
  const [segment, ...rest] = segments;
  if (segment === undefined) return judgeLeaf(value, field, rule);
  if (!isObject(value)) return [];
  const isSet = segment.endsWith('*');
  const name = isSet ? segment.slice(0, -1) : segment;
  const child = value[name];
  const here: Field = {
    label: field.label === '' ? name : `${field.label}.${name}`,
    name,
    path: [...field.path, name],
  };
  if (child === undefined || child === null || child === UNKNOWN) return [];
  if (rest.length === 0 || !isList(child)) return judge(child, rest, here, rule);
  return child.flatMap((item, index) => {
    // Elements of sets have no address, so the set itself is shown.
    const path = isSet ? here.path : [...here.path, index];
    return judge(item, rest, { label: `${here.label}.${index}`, name, path }, rule).map((found) =>
      isSet ? { ...found, path: here.path } : found,
    );
  });
}

function judgeLeaf(value: Value, field: Field, rule: FieldRule): readonly Diagnostic[] {
  if (isList(value)) {
    return value.flatMap((item, index) =>
      judgeLeaf(item, { ...field, label: `${field.label}.${index}` }, rule),
    );
  }
  if (typeof value === 'bigint') return judgeLeaf(Number(value), field, rule);
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
  return rule(value, field).map((refusal) => diagnostic(refusal, field.path));
}

const list = (names: readonly string[]) => [...names].sort().join(',');
const given = (config: ObjectValue, names: readonly string[]) =>
  names.filter((name) => isGiven(config[name]) && config[name] !== UNKNOWN);

/** Exactly one of these is to be given; the SDK says it at each of them. */
export function exactlyOneOf(...attributes: readonly string[]): Relation {
  return {
    attributes,
    rank: 1,
    refuse: (attribute, config) => {
      const summary = 'Invalid combination of arguments';
      const specified = given(config, attributes);
      const names = list(attributes);
      if (specified.length > 1) {
        const detail = `"${attribute}": only one of \`${names}\` can be specified, but \`${list(specified)}\` were specified.`;
        return { summary, detail };
      }
      const unknown = attributes.some((name) => config[name] === UNKNOWN);
      return specified.length === 0 && !unknown
        ? { summary, detail: `"${attribute}": one of \`${names}\` must be specified` }
        : undefined;
    },
  };
}

/** At least one of `attributes` is to be given; said at each of `saidAt`. */
export function atLeastOneOf(
  attributes: readonly string[],
  saidAt: readonly string[] = attributes,
): Relation {
  return {
    attributes: saidAt,
    rank: 2,
    refuse: (attribute, config) => {
      if (attributes.some((name) => isGiven(config[name]))) return undefined;
      return {
        summary: 'Missing required argument',
        detail: `"${attribute}": one of \`${list(attributes)}\` must be specified`,
      };
    },
  };
}

/** Where `attribute` is given, so must the others be. */
export function requiredWith(attribute: string, ...others: readonly string[]): Relation {
  return {
    attributes: [attribute],
    rank: 3,
    refuse: (_attribute, config) => {
      if (!isGiven(config[attribute]) || others.every((name) => isGiven(config[name]))) return undefined;
      const names = list([...new Set([attribute, ...others])]);
      return {
        summary: 'Missing required argument',
        detail: `"${attribute}": all of \`${names}\` must be specified`,
      };
    },
  };
}

/** Where `attribute` is given, none of the others may be. */
export function conflicts(attribute: string, ...others: readonly string[]): Relation {
  return {
    attributes: [attribute],
    rank: 4,
    refuse: (_attribute, config) => {
      if (!isGiven(config[attribute])) return undefined;
      const other = given(config, others)[0];
      return other === undefined
        ? undefined
        : {
            summary: 'Conflicting configuration arguments',
            detail: `"${attribute}": conflicts with ${other}`,
          };
    },
  };
}

/** A list argument that wants at least one element; core checks such bounds for blocks only. The path has indices. */
export function atLeastOneItem(path: string): ConfigRule {
  const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return (config) => {
    const value = steps.reduce<Value | undefined>((at, step) => {
      if (typeof step === 'number') return isList(at) ? at[step] : undefined;
      return isObject(at) ? at[step] : undefined;
    }, config);
    if (!isList(value) || value.length > 0) return [];
    const detail = `Attribute ${path} requires 1 item minimum, but config has only 0 declared.`;
    return [diagnostic({ summary: 'Not enough list items', detail }, steps)];
  };
}

/** Each of these excludes every other. */
export function excludeEachOther(...attributes: readonly string[]): readonly Relation[] {
  return attributes.map((attribute) =>
    conflicts(attribute, ...attributes.filter((other) => other !== attribute)),
  );
}
