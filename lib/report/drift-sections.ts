import { attributeDiff } from './attribute-diff.ts';
import type { DriftDocument } from './drift-document.ts';
import { changedBySection } from './changed-by-section.ts';
import { code, folded, plain, plural, prose } from './markdown.ts';

type Drifted = NonNullable<DriftDocument['drift']>[number];

/** Below GitHub's limit of 65,536 characters, with room for the rest of the text. */
const LONGEST_OBJECTS = 45_000;
const MOST_NAMES = 50;

/** The stack in one line. */
export function driftVerdict(document: DriftDocument): string {
  const { status, drift, unapplied, failure, skippedFor } = document;
  const drifted = `${plural(drift?.length ?? 0, 'object')} changed outside Terraform`;
  const waiting = `${plural(countUnapplied(unapplied), 'change')} not applied yet`;
  switch (status) {
    case 'clean':
      return 'clean: no drift, nothing to apply';
    case 'drifted':
      return drifted;
    case 'unapplied':
      return `no drift, ${waiting}`;
    case 'both':
      return `${drifted}, ${waiting}`;
    case 'error':
      return `unknown: ${failure?.phase ?? 'the check'} failed`;
    case 'cancelled':
      return `unknown: cancelled during ${failure?.phase ?? 'the check'}`;
    case 'skipped':
      return `not checked: pull request ${skippedFor ?? 'unknown'} touches the stack`;
  }
}

/** How much the configuration asks for that is not applied. */
export function countUnapplied(unapplied: DriftDocument['unapplied']): number {
  return unapplied === null
    ? 0
    : unapplied.changes.length + unapplied.outputs.length + unapplied.others.length;
}

/** Everything below the verdict, the most important first; empty parts are left out. */
export function driftSections(document: DriftDocument, withUnapplied: boolean): readonly string[] {
  return [
    failureSection(document),
    driftedSection(document),
    withUnapplied ? unappliedSection(document) : '',
    rulesSection(document),
    document.notes.map((note) => `- ${prose(note)}`).join('\n'),
  ].filter((section) => section !== '');
}

/** The text of the issue about drift; only what changes with its fingerprint, but for the link to the run. */
export function driftIssueBody(document: DriftDocument, withUnapplied: boolean): string {
  const { stack, directory, workspace } = document;
  const what =
    (document.drift?.length ?? 0) === 0
      ? 'The configuration asks for changes that no apply has made yet.'
      : 'The real objects are no longer what the last apply left. An apply would put back what the configuration says.';
  return [
    `Stack ${code(stack)} in ${code(directory)}, workspace ${code(workspace)}: ${what}`,
    driftedSection(document),
    withUnapplied ? unappliedSection(document) : '',
    rulesSection(document),
    `**What to do:** undo the change, or bring it into the configuration, or accept it by an ignore rule with a reason. The issue closes by itself when the stack is clean. Closed as *not planned* it stays closed until something else drifts.`,
    footer(document, 'Found'),
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}

/** The text of the issue about a stack of which drift is unknown for several runs. */
export function errorIssueBody(document: DriftDocument): string {
  return [
    `Whether stack ${code(document.stack)} in ${code(document.directory)} has drifted is **unknown**: its check failed in ${plural(document.failures, 'run')} in a row.`,
    failureSection(document),
    'The issue closes by itself when the check succeeds.',
    footer(document, 'Failed'),
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}

/** The comment on an issue whose text has changed: it tells those who follow it. */
export function driftComment(document: DriftDocument): string {
  const names = (document.drift ?? []).map(({ address }) => address);
  const list = names.slice(0, MOST_NAMES).map((name) => `- ${code(name)}`);
  const left = names.length - list.length;
  return [
    `Now ${driftVerdict(document)} ([run](${document.runUrl})).`,
    ...(list.length === 0 ? [] : [list.join('\n')]),
    ...(left > 0 ? [`… and ${left} more.`] : []),
  ].join('\n\n');
}

function footer({ runUrl, sha, generatedAt }: DriftDocument, word: string): string {
  const when = `${generatedAt.slice(0, 16).replace('T', ' ')} UTC`;
  return `<sub>${word} for ${sha.slice(0, 12)} by [this run](${runUrl}) · ${when} · sensitive values are not shown</sub>`;
}

function failureSection({ failure }: DriftDocument): string {
  return failure === null ? '' : `**${failure.code}** ${plain(failure.message)}\n\n${plain(failure.remedy)}`;
}

function driftedSection({ drift, lastChangedBy }: DriftDocument): string {
  if (drift === null || drift.length === 0) return '';
  const gone = drift.filter(({ kind }) => kind === 'delete');
  const changed = drift.filter(({ kind }) => kind !== 'delete');
  return [
    ...(gone.length === 0 ? [] : [`**Gone:** ${namesOf(gone.map(({ address }) => address))}`]),
    ...(changed.length === 0
      ? []
      : [`**Changed** (\`!\`, from what the last apply left to what is):\n\n${objects(changed)}`]),
    changedBySection(lastChangedBy),
  ].join('\n\n');
}

/** As many objects as there is room for, each whole; the rest by name. */
function objects(drift: readonly Drifted[]): string {
  const shown: Drifted[] = [];
  let left = LONGEST_OBJECTS;
  for (const object of drift) {
    left -= attributeDiff([asChange(object)]).length;
    if (left < 0) break;
    shown.push(object);
  }
  const rest = drift.slice(shown.length).map(({ address }) => address);
  return [
    ...(shown.length === 0 ? [] : [attributeDiff(shown.map(asChange))]),
    ...(rest.length === 0 ? [] : [`Also: ${namesOf(rest)}`]),
  ].join('\n\n');
}

function asChange(object: Drifted) {
  return { ...object, previousAddress: null, importing: false };
}

function unappliedSection({ unapplied }: DriftDocument): string {
  if (unapplied === null || countUnapplied(unapplied) === 0) return '';
  const lines = [
    ...unapplied.changes.map(({ address, kind }) => `- ${code(address)} (${kind})`),
    ...unapplied.outputs.map((name) => `- output ${code(name)}`),
    ...unapplied.others.map((name) => `- ${code(name)}`),
  ];
  const more = lines.length > MOST_NAMES ? [`- … and ${lines.length - MOST_NAMES} more`] : [];
  return ['**Not applied yet** (this is no drift)', '', ...lines.slice(0, MOST_NAMES), ...more].join('\n');
}

function rulesSection({ rules }: DriftDocument): string {
  const expired = rules.filter((rule) => rule.expired);
  const used = rules.filter((rule) => !rule.expired && rule.matched.length > 0);
  return [
    ...expired.map(
      (rule) =>
        `⚠️ An ignore rule expired on ${rule.expires ?? 'an unknown day'} and counts no more: ${wordsOf(rule)}`,
    ),
    ...(used.length === 0
      ? []
      : [
          folded(
            `Ignored by ${plural(used.length, 'rule')}`,
            used.map((rule) => `- ${wordsOf(rule)}`).join('\n'),
          ),
        ]),
  ].join('\n\n');
}

function wordsOf({
  type,
  address,
  attribute,
  because,
  expires,
  expired,
  matched,
}: DriftDocument['rules'][number]): string {
  const parts = [
    ...(type === null ? [] : [`type ${code(type)}`]),
    ...(address === null ? [] : [`address ${code(address)}`]),
    ...(attribute === null ? [] : [`attribute ${code(attribute)}`]),
  ];
  const until = expires === null || expired ? '' : `, until ${expires}`;
  const about = matched.length === 0 ? '' : ` (${namesOf(matched)})`;
  return `${parts.join(', ')}: ${plain(because)}${until}${about}`;
}

function namesOf(addresses: readonly string[]): string {
  const left = addresses.length - MOST_NAMES;
  const names = addresses.slice(0, MOST_NAMES).map((address) => code(address));
  return `${names.join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}
