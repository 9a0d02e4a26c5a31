import { fenced, shorten, visible } from './markdown.ts';
import type { PlanDocumentChange as Change } from './plan-document.ts';

type Attribute = Change['attributes'][number];

/** An object whose attributes differ: a planned change or one made outside Terraform. */
export type DifferingObject = Pick<
  Change,
  'address' | 'deposed' | 'previousAddress' | 'importing' | 'attributes' | 'attributesOmitted'
>;

/** Attributes of one object that are shown with their values; those that force its replacement come first. */
const MOST_ATTRIBUTES = 40;
/** Characters of one value. */
const LONGEST_VALUE = 300;
/** Two values that together are longer than this stand below each other. */
const LONGEST_PAIR = 90;
const MOST_LINES = 60;

/** What differs in each object, as a block that GitHub colours: `+` new, `-` gone, `!` changed. */
export function attributeDiff(changes: readonly DifferingObject[]): string {
  return fenced(changes.flatMap(changeLines).join('\n'), 'diff');
}

/** The same for values of outputs, whose names the paths begin with; '' when none has a value to show. */
export function outputDiff(outputs: readonly Pick<Change, 'attributes' | 'attributesOmitted'>[]): string {
  const lines = outputs.flatMap(differenceLines);
  return lines.length === 0 ? '' : fenced(lines.join('\n'), 'diff');
}

function changeLines(change: DifferingObject): readonly string[] {
  return [`@@ ${nameOf(change.address)} @@${noteOf(change)}`, ...differenceLines(change)];
}

function differenceLines(change: Pick<Change, 'attributes' | 'attributesOmitted'>): readonly string[] {
  const forcing = change.attributes.filter((attribute) => attribute.forcesReplacement);
  const others = change.attributes.filter((attribute) => !attribute.forcesReplacement);
  const shown = [...forcing, ...others].slice(0, MOST_ATTRIBUTES);
  const left = change.attributes.length - shown.length + change.attributesOmitted;
  return [...shown.flatMap(attributeLines), ...(left > 0 ? [`  … and ${String(left)} more`] : [])];
}

function nameOf(text: string): string {
  return visible(shorten(text, LONGEST_VALUE));
}

function noteOf({ deposed, previousAddress, importing }: DifferingObject): string {
  const notes = [
    ...(deposed === null ? [] : [`deposed ${nameOf(deposed)}`]),
    ...(previousAddress === null ? [] : [`from ${nameOf(previousAddress)}`]),
    ...(importing ? ['imported'] : []),
  ];
  return notes.length === 0 ? '' : ` ${notes.join(', ')}`;
}

const MARK = { added: '+', removed: '-', changed: '!' } as const;

/** One attribute: on one line when both values have room there, else on two, or line by line when it has lines. */
function attributeLines(attribute: Attribute): readonly string[] {
  const name = attribute.path === '' ? '(the whole object)' : nameOf(attribute.path);
  const force = attribute.forcesReplacement ? '  # forces replacement' : '';
  const mark = MARK[attribute.change];
  if (attribute.lines !== null && !attribute.sensitive) {
    return [`${mark} ${name} =${force}`, ...textLines(attribute.lines)];
  }
  const [before, after] = [beforeOf(attribute), afterOf(attribute)];
  if (before === undefined || after === undefined || before === after) {
    const only = after ?? before;
    return [`${mark} ${name}${only === undefined ? '' : ` = ${only}`}${force}`];
  }
  if (name.length + before.length + after.length <= LONGEST_PAIR) {
    return [`${mark} ${name} = ${before} → ${after}${force}`];
  }
  return [`- ${name} = ${before}${force}`, `+ ${name} = ${after}`];
}

function beforeOf(attribute: Attribute): string | undefined {
  if (attribute.change === 'added') return undefined;
  if (attribute.sensitive) return '(sensitive)';
  return attribute.before === null ? undefined : nameOf(attribute.before);
}

function afterOf(attribute: Attribute): string | undefined {
  if (attribute.change === 'removed') return undefined;
  if (attribute.sensitive) return '(sensitive)';
  if (attribute.after !== null) return nameOf(attribute.after);
  return attribute.unknown ? '(known after apply)' : undefined;
}

/** The bar keeps lines of a text apart from ours, and from what bots take for commands. */
function textLines(lines: NonNullable<Attribute['lines']>): readonly string[] {
  const shown = lines.slice(0, MOST_LINES).map(({ kind, text }) => `${kind} │ ${nameOf(text)}`);
  const left = lines.length - shown.length;
  return left > 0 ? [...shown, `  … and ${String(left)} more lines`] : shown;
}
