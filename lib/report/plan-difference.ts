import { fenced, plural, shorten, visible } from './markdown.ts';
import type { PlanDocument, PlanDocumentChange } from './plan-document.ts';

/** What two plans of one stack are compared by. */
export type ComparedPlan = Pick<PlanDocument, 'changes' | 'outputs'>;

/** One attribute whose change is not the same in both plans; null where a plan does not change it. */
export interface AttributeDifference {
  readonly path: string;
  readonly reviewed: string | null;
  readonly fresh: string | null;
}

/** One object or output of which the two plans want different things; a kind is null where a plan leaves it alone. */
export interface PlanDifference {
  readonly address: string;
  readonly reviewedKind: string | null;
  readonly freshKind: string | null;
  readonly attributes: AttributeDifference[];
  readonly attributesOmitted: number;
}

type Attribute = PlanDocumentChange['attributes'][number];
interface Row {
  readonly kind: string;
  readonly destroys: boolean;
  readonly attributes: readonly Attribute[];
}

const MOST_ATTRIBUTES = 40;
const LONGEST_VALUE = 300;

/**
 * What the two plans want differently, in the order of the reviewed one, then what only the fresh one has. Texts of
 * sensitive values are not in either, so plans may differ where this finds nothing.
 */
export function planDifferences(reviewed: ComparedPlan, fresh: ComparedPlan): readonly PlanDifference[] {
  const [left, right] = [rowsOf(reviewed), rowsOf(fresh)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((address) => {
    const [before, after] = [left.get(address), right.get(address)];
    const attributes = attributeDifferences(before?.attributes ?? [], after?.attributes ?? []);
    if (before?.kind === after?.kind && attributes.length === 0) return [];
    return [
      {
        address,
        reviewedKind: before?.kind ?? null,
        freshKind: after?.kind ?? null,
        attributes: attributes.slice(0, MOST_ATTRIBUTES),
        attributesOmitted: Math.max(0, attributes.length - MOST_ATTRIBUTES),
      },
    ];
  });
}

/** Addresses that only the fresh plan destroys or replaces. */
export function addedDestroys(reviewed: ComparedPlan, fresh: ComparedPlan): readonly string[] {
  const known = rowsOf(reviewed);
  return [...rowsOf(fresh)]
    .filter(([address, { destroys }]) => destroys && known.get(address)?.destroys !== true)
    .map(([address]) => address);
}

function rowsOf({ changes, outputs }: ComparedPlan): ReadonlyMap<string, Row> {
  const rows = changes.map(({ address, deposed, kind, order, attributes }) => {
    const key = deposed === null ? address : `${address} (deposed ${deposed})`;
    const how = order === null ? kind : `${kind} (${order})`;
    return [key, { kind: how, destroys: kind === 'delete' || kind === 'replace', attributes }] as const;
  });
  const named = outputs.map(
    ({ name, kind, attributes }) => [`output.${name}`, { kind, destroys: false, attributes }] as const,
  );
  return new Map<string, Row>([...rows, ...named]);
}

function attributeDifferences(
  reviewed: readonly Attribute[],
  fresh: readonly Attribute[],
): readonly AttributeDifference[] {
  const [left, right] = [textsOf(reviewed), textsOf(fresh)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((path) => {
    const [before, after] = [left.get(path) ?? null, right.get(path) ?? null];
    return before === after ? [] : [{ path, reviewed: before, fresh: after }];
  });
}

/** A removed and an added element of a list can have the same path: their texts are joined. */
function textsOf(attributes: readonly Attribute[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const attribute of attributes) {
    const earlier = texts.get(attribute.path);
    const text = textOf(attribute);
    texts.set(attribute.path, earlier === undefined ? text : `${earlier}; ${text}`);
  }
  return texts;
}

function textOf({ before, after, unknown, change, lines }: Attribute): string {
  if (lines !== null) return lines.map(({ kind, text }) => `${kind}${text}`).join('\n');
  const to = after ?? (unknown ? '(known after apply)' : 'nothing');
  if (change === 'added') return to;
  return `${before ?? 'nothing'} → ${change === 'removed' ? 'nothing' : to}`;
}

/** The differences as a block: `-` what was reviewed, `+` what a fresh plan would do. */
export function differenceBlock(differences: readonly PlanDifference[], most = Infinity): string {
  const shown = differences.slice(0, most);
  const lines = shown.flatMap(({ address, reviewedKind, freshKind, attributes, attributesOmitted }) => [
    `@@ ${name(address)} @@`,
    ...(reviewedKind === freshKind
      ? []
      : [`- reviewed: ${reviewedKind ?? 'left alone'}`, `+ now:      ${freshKind ?? 'left alone'}`]),
    ...attributes.flatMap(({ path, reviewed, fresh }) => [
      `- ${name(path)}: ${reviewed === null ? 'not changed' : name(reviewed)}`,
      `+ ${name(path)}: ${fresh === null ? 'not changed' : name(fresh)}`,
    ]),
    ...(attributesOmitted > 0 ? [`  … and ${plural(attributesOmitted, 'more attribute')}`] : []),
  ]);
  const left = differences.length - shown.length;
  return fenced([...lines, ...(left > 0 ? [`… and ${plural(left, 'more object')}`] : [])].join('\n'), 'diff');
}

function name(text: string): string {
  return visible(shorten(text, LONGEST_VALUE)).replaceAll('\n', ' ⏎ ');
}
