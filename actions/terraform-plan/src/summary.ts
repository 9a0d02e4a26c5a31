import type { SummaryPart } from '#lib/action/types.js';
import { code, codeCell, fenced, folded, plain, plural, table } from '#lib/report/markdown.js';
import type { PlanDocument, PlanDocumentChange, PlanDocumentCounts } from '#lib/report/plan-document.js';

/** Words for each count in the order of danger; the kinds that do nothing to an object are last. */
const COUNTS: readonly (readonly [keyof PlanDocumentCounts, string])[] = [
  ['delete', 'to delete'],
  ['replace', 'to replace'],
  ['createForget', 'to create in place of a forgotten one'],
  ['forget', 'to forget'],
  ['update', 'to update'],
  ['create', 'to create'],
  ['import', 'to import'],
  ['move', 'to move'],
  ['read', 'to read during apply'],
  ['deferred', 'deferred'],
  ['actionInvocations', 'actions to invoke'],
  ['outputs', 'outputs to change'],
];

/** The job summary of one plan: verdict, what to do, counts; the rest folded. */
export function summarize(document: PlanDocument): readonly SummaryPart[] {
  const parts = [`### ${code(document.stack)}: ${verdictOf(document)}`, advice(document)];
  const optional: readonly (SummaryPart | undefined)[] = [
    countTable(document),
    changeList('Objects that will be destroyed', document.changes.filter(isDestroyed), false),
    checkList(document),
    diagnosticList(document),
    driftList(document),
    changeList('All changes', document.changes, true),
    outputList(document),
    phaseList(document),
  ];
  return [...parts.map((markdown) => ({ markdown })), ...optional.filter((part) => part !== undefined)];
}

/** `2 to create, 1 to replace`; empty when every count is zero. */
function describeCounts(counts: PlanDocumentCounts): string {
  return COUNTS.flatMap(([key, words]) => (counts[key] > 0 ? [`${counts[key]} ${words}`] : [])).join(', ');
}

/** The plan in one line: what it would do, or where it ended. */
export function verdictOf({ status, failure, counts }: PlanDocument): string {
  const phase = failure?.phase ?? 'plan';
  if (status === 'cancelled') return `cancelled during ${phase}`;
  if (status === 'failed' || counts === null) return `${phase} failed`;
  return status === 'no-changes' ? 'no changes' : describeCounts(counts);
}

function advice(document: PlanDocument): string {
  const { status, failure, counts } = document;
  if (failure !== null) {
    const unknown = 'What an apply would do to this stack is **unknown**.';
    return `**${failure.code}** ${plain(failure.message)}\n\n${plain(failure.remedy)} ${unknown}`;
  }
  const destroys = counts?.destroys ?? 0;
  const lines = [
    ...(destroys > 0
      ? [`**${plural(destroys, 'object')} will be destroyed.** Check each before you approve.`]
      : []),
    ...caveats(document),
  ];
  if (lines.length > 0) return lines.join('\n\n');
  return status === 'changes' ? 'Review the changes before you approve.' : 'Nothing to do.';
}

/** What a reader must know before trusting the counts. */
function caveats(document: PlanDocument): readonly string[] {
  const failedChecks = document.counts?.failedChecks ?? 0;
  const kinds: readonly (readonly [boolean, string])[] = [
    [
      document.complete === false,
      'Terraform left something out of this plan (`-target` or deferred changes): another plan will be needed.',
    ],
    [!document.refreshed, 'Planned without refresh: changes made outside Terraform are not seen.'],
    [!document.locked, 'Planned without the state lock: the state may have changed meanwhile.'],
    [
      document.unformatted.length > 0,
      `${plural(document.unformatted.length, 'file is', 'files are')} not formatted.`,
    ],
    [failedChecks > 0, `${plural(failedChecks, 'check fails', 'checks fail')}.`],
  ];
  return kinds.flatMap(([holds, text]) => (holds ? [text] : []));
}

function countTable({ counts }: PlanDocument): SummaryPart | undefined {
  if (counts === null || describeCounts(counts) === '') return undefined;
  const rows = COUNTS.filter(([key]) => counts[key] > 0).map(([key, words]) => [words, String(counts[key])]);
  return { markdown: table([{ heading: 'What' }, { heading: 'Count', align: 'right' }], rows) };
}

function isDestroyed(change: PlanDocumentChange): boolean {
  return change.kind === 'delete' || change.kind === 'replace';
}

function changeList(
  title: string,
  changes: readonly PlanDocumentChange[],
  fold: boolean,
): SummaryPart | undefined {
  if (changes.length === 0) return undefined;
  const rows = changes.map((change) => [codeCell(change.address), kindOf(change), detailOf(change)]);
  const list = table([{ heading: 'Address' }, { heading: 'Change' }, { heading: 'Why and what' }], rows);
  const heading = `${title} (${changes.length})`;
  const shorter = `${title}: ${changes.length}; the list is in the result document.`;
  return { markdown: fold ? folded(heading, list) : `**${heading}**\n\n${list}`, shorter };
}

function kindOf(change: PlanDocumentChange): string {
  const order =
    change.order === null ? '' : ` (${change.order === 'delete-first' ? 'delete first' : 'create first'})`;
  const deposed = change.deposed === null ? '' : `, deposed ${codeCell(change.deposed)}`;
  return `${change.kind}${order}${deposed}`;
}

function detailOf(change: PlanDocumentChange): string {
  const more = change.attributesOmitted > 0 ? ` and ${change.attributesOmitted} more` : '';
  const names = change.attributes.map((attribute) =>
    codeCell(attribute.path === '' ? '(whole object)' : attribute.path),
  );
  return [
    ...(change.previousAddress === null ? [] : [`moved from ${codeCell(change.previousAddress)}`]),
    ...(change.importing && change.kind !== 'import' ? ['imported'] : []),
    ...(change.reason === null ? [] : [plain(change.reason.replaceAll('_', ' '))]),
    ...(change.replacePaths.length === 0
      ? []
      : [`forced by ${change.replacePaths.map(codeCell).join(', ')}`]),
    ...(names.length === 0 ? [] : [`changes ${names.join(', ')}${more}`]),
  ].join('; ');
}

function checkList({ checks }: PlanDocument): SummaryPart | undefined {
  const open = checks.filter((check) => check.status !== 'pass');
  if (open.length === 0) return undefined;
  const rows = open.map((check) => [
    codeCell(check.address),
    check.status,
    plain(check.problems.join(' ').replaceAll(/\s+/g, ' ')),
  ]);
  const list = table([{ heading: 'Check' }, { heading: 'Status' }, { heading: 'Problem' }], rows);
  return {
    markdown: folded(`Checks that do not pass (${open.length})`, list),
    shorter: `Checks that do not pass: ${open.length}.`,
  };
}

function diagnosticList(document: PlanDocument): SummaryPart | undefined {
  const { diagnostics, diagnosticsOmitted } = document;
  if (diagnostics.length === 0) return undefined;
  const items = diagnostics.map((entry) => {
    const place =
      entry.file === null
        ? ''
        : ` ${code(`${entry.file}${entry.startLine === null ? '' : `:${entry.startLine}`}`)}`;
    const detail = entry.detail === '' ? '' : `\n\n${fenced(entry.detail)}`;
    return `**${entry.severity}**${place}: ${plain(entry.summary)}${detail}`;
  });
  const omitted = diagnosticsOmitted > 0 ? [`${diagnosticsOmitted} more are in the log.`] : [];
  const title = `Errors and warnings (${diagnostics.length + diagnosticsOmitted})`;
  return { markdown: folded(title, [...items, ...omitted].join('\n\n')), shorter: `${title}: see the log.` };
}

function driftList({ drift }: PlanDocument): SummaryPart | undefined {
  if (drift.length === 0) return undefined;
  const rows = drift.map((entry) => [
    codeCell(entry.address),
    entry.kind === 'delete' ? 'deleted' : 'changed',
    entry.attributes.map((attribute) => codeCell(attribute.path)).join(', '),
  ]);
  const list = table(
    [{ heading: 'Address' }, { heading: 'Outside Terraform' }, { heading: 'Attributes' }],
    rows,
  );
  return {
    markdown: folded(`Changed outside Terraform (${drift.length})`, list),
    shorter: `Changed outside Terraform: ${drift.length}.`,
  };
}

function outputList({ outputs }: PlanDocument): SummaryPart | undefined {
  if (outputs.length === 0) return undefined;
  const rows = outputs.map((output) => [
    codeCell(output.name),
    output.kind,
    output.sensitive ? 'sensitive' : '',
  ]);
  const list = table([{ heading: 'Output' }, { heading: 'Change' }, { heading: '' }], rows);
  return {
    markdown: folded(`Outputs (${outputs.length})`, list),
    shorter: `Outputs that change: ${outputs.length}.`,
  };
}

function phaseList({ phases, tool }: PlanDocument): SummaryPart {
  const rows = phases.map((phase) => [
    phase.name,
    phase.result,
    `${(phase.milliseconds / 1000).toFixed(1)} s`,
  ]);
  const list = table(
    [{ heading: 'Phase' }, { heading: 'Result' }, { heading: 'Time', align: 'right' }],
    rows,
  );
  return { markdown: folded(`Phases, ${tool.name ?? 'tool'} ${tool.version ?? 'of unknown version'}`, list) };
}
