import { groupAddresses } from './address-groups.ts';
import type { ApplyDocument } from './apply-document.ts';
import { code, codeCell, folded, plain, plural, prose, table } from './markdown.ts';
import { differenceBlock } from './plan-difference.ts';

type Row = NonNullable<ApplyDocument['rows']>[number];

const MOST_ROWS = 200;
const MOST_DIFFERENCES = 50;
const LONGEST_GROUP = 20_000;

const KIND_WORDS: Readonly<Record<Row['kind'], string>> = {
  create: 'create',
  update: 'change',
  replace: 'replace',
  delete: 'destroy',
  read: 'read',
  import: 'import',
  move: 'move',
  forget: 'forget',
  'create-forget': 'replace without destroying',
  'no-op': 'nothing',
};

const STATUS_WORDS: Readonly<Record<Row['status'], string>> = {
  done: 'done',
  half: 'half done: one side of the replacement is missing',
  failed: 'failed',
  interrupted: 'interrupted: what became of it is not known',
  'not-started': 'not begun',
  unknown: 'not known: Terraform does not tell',
};

/** What came of the apply, in one line. */
export function applyVerdict({ status, mode, counts, failure, applied, remaining }: ApplyDocument): string {
  const verb = mode === 'destroy' ? 'destroyed' : 'applied';
  const total = counts === null ? 0 : Object.values(counts).reduce((sum, count) => sum + count, 0);
  const done = counts === null ? 'nothing was done' : `${counts.done} of ${plural(total, 'change')} done`;
  const where = failure?.phase === null || failure === null ? '' : ` during ${failure.phase}`;
  switch (status) {
    case 'applied':
      if (remaining !== null && remaining.length > 0) return `${plural(remaining.length, 'object')} left`;
      return `${verb}, ${done}${applied === 'fresh-plan' && mode === 'apply' ? ', by a fresh plan' : ''}`;
    case 'no-changes':
      return mode === 'destroy' ? 'nothing to destroy' : 'nothing to do';
    case 'partial':
      return `failed half-way, ${done}`;
    case 'cancelled':
      return `cancelled${where}, ${done}`;
    case 'refused':
      return `refused${where}, nothing was changed`;
    case 'failed':
      return `failed${where}, nothing was changed`;
  }
}

/** The section of one stack in the comment on the pull request. */
export function applyComment(document: ApplyDocument): string {
  const lead = `### ${code(document.stack)}: ${applyVerdict(document)}`;
  return [lead, `[Run](${document.runUrl})`, ...applySections(document)].join('\n\n');
}

/** Everything below the verdict, the most important first; empty parts are left out. */
export function applySections(document: ApplyDocument): readonly string[] {
  return [
    failureSection(document),
    stateSection(document),
    rowSection(document),
    guardSection(document),
    replanSection(document),
    remainingSection(document),
    document.notes.map((note) => `- ${prose(note)}`).join('\n'),
  ].filter((section) => section !== '');
}

function failureSection({ failure, status }: ApplyDocument): string {
  if (failure === null) return '';
  const resume =
    status === 'partial' || status === 'cancelled'
      ? 'What is done stays done and is in the state. **To resume:** correct the cause, plan again, have the new plan reviewed and apply it; it holds what is left.'
      : '';
  return [`**${failure.code}** ${plain(failure.message)}`, plain(failure.remedy), resume]
    .filter((text) => text !== '')
    .join('\n\n');
}

function stateSection({ state, directory }: ApplyDocument): string {
  if (state === 'saved') return '';
  const words = {
    pushed: 'Terraform could not save the state; it was pushed afterwards.',
    unsaved: `**The newest state is not in the backend.** It is in \`errored.tfstate\` in ${code(directory)} on the runner: run \`terraform state push errored.tfstate\` there before anything else.`,
    unknown:
      'Terraform was killed: whether the backend has the newest state is **unknown**. Compare it with the clouds by a plan before anything else.',
  };
  return `> [!CAUTION]\n> ${words[state]}`;
}

function rowSection({ rows, status }: ApplyDocument): string {
  if (rows === null || rows.length === 0) return '';
  const left = rows.filter((row) => row.status !== 'done');
  const done = rows.filter((row) => row.status === 'done');
  const columns = [{ heading: 'Object' }, { heading: 'Planned' }, { heading: 'Result' }];
  const line = (row: Row) => [
    codeCell(row.deposed === null ? row.address : `${row.address} (deposed ${row.deposed})`),
    KIND_WORDS[row.kind],
    `${STATUS_WORDS[row.status]}${row.milliseconds === null ? '' : `, ${(row.milliseconds / 1000).toFixed(0)} s`}`,
  ];
  const shown = (list: readonly Row[]) =>
    [
      table(columns, list.slice(0, MOST_ROWS).map(line)),
      ...(list.length > MOST_ROWS ? [`… and ${plural(list.length - MOST_ROWS, 'more object')}`] : []),
    ].join('\n\n');
  return [
    ...(left.length === 0 ? [] : [`**Not done: ${left.length}**\n\n${shown(left)}`]),
    ...(done.length === 0
      ? []
      : [folded(`Done: ${done.length}`, shown(done), status === 'applied' && done.length <= 10)]),
  ].join('\n\n');
}

function guardSection({ guard }: ApplyDocument): string {
  if (guard === null || guard.findings.length === 0) return '';
  const lines = guard.findings.map(({ blocks, sentence, addresses }) => {
    const named = groupAddresses(addresses).map(({ text }) => code(text, LONGEST_GROUP));
    return `- ${blocks ? '⛔' : 'ℹ️'} ${prose(sentence)}${named.length === 0 ? '' : ` (${named.join(', ')})`}`;
  });
  return ['**Destroy guard**', '', ...lines].join('\n');
}

function replanSection({ replan }: ApplyDocument): string {
  if (replan === null || replan.why === 'destroy') return '';
  const why = {
    stale: 'The state has changed since the review',
    'no-bundle': 'No plan was kept at the review',
    'changed-code': 'The code is no longer what was planned',
  }[replan.why];
  const drifted =
    replan.drifted.length === 0
      ? ''
      : ` Changed outside Terraform: ${groupAddresses(replan.drifted)
          .map(({ text }) => code(text, LONGEST_GROUP))
          .join(', ')}.`;
  if (replan.equal === true) return `${why}, so a fresh plan was made. It does what was reviewed.${drifted}`;
  const accepted = replan.accepted ? ' It was accepted all the same.' : '';
  const lead = `${why}, so a fresh plan was made. It does **not** do what was reviewed.${accepted}${drifted}`;
  if (replan.differences === null || replan.differences.length === 0) return lead;
  return `${lead} \`-\` is what was reviewed, \`+\` what it would do now:\n\n${differenceBlock(replan.differences, MOST_DIFFERENCES)}`;
}

function remainingSection({ remaining }: ApplyDocument): string {
  if (remaining === null) return '';
  if (remaining.length === 0) return 'The state is empty.';
  return `**Left in the state:** ${groupAddresses(remaining)
    .map(({ text }) => code(text, LONGEST_GROUP))
    .join(', ')}`;
}
