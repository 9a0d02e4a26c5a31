import { groupAddresses } from './address-groups.ts';
import { attributeDiff } from './attribute-diff.ts';
import { tells, type DetailLevel } from './detail-levels.ts';
import { code, folded, plural } from './markdown.ts';
import type { PlanDocument, PlanDocumentChange as Change } from './plan-document.ts';
import { changeWords } from './plan-verdict.ts';

/** Names of attributes on one line. */
const MOST_NAMES = 12;
/** Characters of a line of grouped addresses: a line holds at most 60 names. */
const LONGEST_GROUP = 20_000;

/** Destructive kinds stand open; the others are folded, most interesting first. */
const FOLDED_KINDS: readonly (readonly [Change['kind'], string])[] = [
  ['update', 'to change'],
  ['create', 'to create'],
  ['create-forget', 'to replace without destroying the old object'],
  ['forget', 'to forget: Terraform stops managing them, they stay in the cloud'],
  ['import', 'to import'],
  ['move', 'to move to another address'],
  ['read', 'data sources to read during apply'],
];

/**
 * What is destroyed or replaced, each with its reason; `grouped` and `capped` name the objects together. With `capped`
 * what does not fit into `room` bytes is counted by type, with where to find it.
 */
export function destroys(plan: PlanDocument, level: DetailLevel, room = Infinity): string {
  const rows = plan.changes.filter((change) => change.kind === 'delete' || change.kind === 'replace');
  if (rows.length === 0) return '';
  const lines = tells(level, 'counts')
    ? rows.map((change) => `- ${destroyLine(change, level)}`)
    : groupedLines(rows, level === 'capped' ? room : Infinity);
  return ['**Destroyed or replaced**', '', ...lines].join('\n');
}

function destroyLine(change: Change, level: DetailLevel): string {
  const because =
    change.replacePaths.length > 0 && level !== 'counts'
      ? `, because ${change.replacePaths.map((path) => code(path)).join(', ')} cannot change in place`
      : reasonWords(change.reason);
  return `${destroyWord(change)} ${code(change.address)}${deposedNote(change)}${because}`;
}

function deposedNote({ deposed }: Change): string {
  return deposed === null ? '' : ` (deposed ${code(deposed)})`;
}

function destroyWord({ kind, order }: Change): string {
  if (kind === 'delete') return '🗑️ destroy';
  return order === 'create-first' ? '♻️ replace (create first)' : '♻️ replace';
}

/** Terraform's action_reason as words; the ones a replacement's paths already explain stay empty. */
function reasonWords(reason: string | null): string {
  const words: Readonly<Record<string, string>> = {
    replace_because_cannot_update: '',
    replace_because_tainted: ', because an earlier apply left it half made',
    replace_because_by_request: ', because it was asked for',
    replace_because_by_triggers: ', because something it names in replace_triggered_by changes',
    delete_because_no_resource_config: ', because it is no longer in the configuration',
    delete_because_no_module: ', because its module is no longer in the configuration',
    delete_because_count_index: ', because its index is beyond count',
    delete_because_each_key: ', because its key is no longer in for_each',
    delete_because_wrong_repetition: ', because it changed between count, for_each and neither',
    delete_because_no_move_target: ', because the address it was moved to does not exist',
    delete_because_enabled_false: ', because it is no longer enabled',
  };
  return reason === null ? '' : (words[reason] ?? `, ${code(reason)}`);
}

interface Line {
  readonly text: string;
  /** Objects it names. */
  readonly count: number;
}

function groupedLines(rows: readonly Change[], room: number): readonly string[] {
  const lines: Line[] = [];
  for (const word of new Set(rows.map(destroyWord))) {
    const alike = rows.filter((row) => row.deposed === null && destroyWord(row) === word);
    const groups = groupAddresses(alike.map(({ address }) => address));
    for (const { text, count } of groups) {
      const many = count === 1 ? '' : ` ${String(count)}:`;
      lines.push({ text: `- ${word}${many} ${code(text, LONGEST_GROUP)}`, count });
    }
  }
  for (const row of rows.filter(({ deposed }) => deposed !== null))
    lines.push({ text: `- ${destroyWord(row)} ${code(row.address)}${deposedNote(row)}`, count: 1 });
  return capped(lines, rows, room);
}

/** As many lines as fit, then how many objects are left. */
function capped(lines: readonly Line[], rows: readonly Change[], room: number): readonly string[] {
  const shown: string[] = [];
  let [used, named] = [0, 0];
  for (const { text, count } of lines) {
    const bytes = Buffer.byteLength(text) + 1;
    if (used + bytes > room) continue;
    shown.push(text);
    used += bytes;
    named += count;
  }
  const left = rows.length - named;
  if (left === 0) return shown;
  return [
    ...shown,
    `- … and ${plural(left, 'more object')}, which the job summary of the stack’s plan names`,
  ];
}

/** Objects of one kind that a reader who has opened the stack sees at once. */
const FEW = 10;

/**
 * The other kinds, each folded; by name, by type or, at the shortest levels, only counted.
 * @param opensFew whether kinds of a few objects stand open: in a stack that is itself folded
 */
export function otherChanges(plan: PlanDocument, level: DetailLevel, opensFew: boolean): readonly string[] {
  if (!tells(level, 'types')) return [countsLine(plan)];
  const replaced = plan.changes.filter((row) => row.kind === 'replace' && row.attributes.length > 0);
  const replacements =
    !tells(level, 'values') || replaced.length === 0
      ? ''
      : folded(`What changes in ${plural(replaced.length, 'replaced object')}`, attributeDiff(replaced));
  const sections = FOLDED_KINDS.map(([kind, words]) => {
    const rows = plan.changes.filter((change) => change.kind === kind);
    return kindSection(rows, words, level, opensFew && rows.length <= FEW);
  });
  return [replacements, ...sections];
}

function kindSection(rows: readonly Change[], words: string, level: DetailLevel, isOpen: boolean): string {
  if (rows.length === 0) return '';
  const title = `${String(rows.length)} ${words}`;
  // The values of a new object are background to its name: folded below the names, and the first to give way.
  const isCreated = rows[0]?.kind === 'create';
  if (!isCreated && tells(level, 'values') && rows.some((row) => row.attributes.length > 0)) {
    return folded(title, attributeDiff(rows), isOpen);
  }
  const lines = level === 'types' ? typeLines(rows) : rows.map((change) => `- ${changeLine(change, level)}`);
  const values = isCreated && tells(level, 'created') ? createdValues(rows) : '';
  return folded(title, [lines.join('\n'), ...(values === '' ? [] : [values])].join('\n\n'), isOpen);
}

/** What is known of new objects before they exist. */
function createdValues(rows: readonly Change[]): string {
  const shown = rows.filter((row) => row.attributes.length > 0);
  if (shown.length === 0) return '';
  const left = rows.filter((row) => row.attributes.length === 0 && row.attributesOmitted > 0).length;
  const more = left === 0 ? [] : [`… and those of ${plural(left, 'more object')}, which are not kept.`];
  return folded(
    `The values of ${plural(shown.length, 'new object')}`,
    [attributeDiff(shown), ...more].join('\n\n'),
  );
}

function changeLine(change: Change, level: DetailLevel): string {
  const from = change.previousAddress === null ? '' : ` (from ${code(change.previousAddress)})`;
  const imported = change.importing ? importNote(change) : '';
  const lead = `${code(change.address)}${deposedNote(change)}${from}${imported}`;
  if (change.kind === 'create' || !tells(level, 'attributes') || change.attributes.length === 0) return lead;
  const names = change.attributes
    .slice(0, MOST_NAMES)
    .map(({ path }) => (path === '' ? 'the whole object' : code(path)));
  const left = change.attributes.length - names.length + change.attributesOmitted;
  return `${lead}: ${names.join(', ')}${left > 0 ? ` and ${String(left)} more` : ''}`;
}

function importNote({ kind, importId }: Change): string {
  const id = importId === null ? '' : ` ${code(importId)}`;
  return kind === 'import' ? id && ` (id${id})` : ` (imported${id})`;
}

function typeLines(rows: readonly Change[]): readonly string[] {
  const byType = new Map<string, number>();
  for (const row of rows) byType.set(row.type, (byType.get(row.type) ?? 0) + 1);
  return [...byType]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([type, count]) => `- ${String(count)} × ${code(type)}`);
}

function countsLine(plan: PlanDocument): string {
  const words = plan.counts === null ? [] : changeWords(plan.counts);
  return words.length === 0 ? '' : `${words.join(', ')}. The list is in the job summary.`;
}
