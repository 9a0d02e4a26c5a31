import { code, fenced, folded, plain, plural, prose } from './markdown.ts';
import type { PlanDocument, PlanDocumentChange as Change } from './plan-document.ts';
import { changeWords } from './plan-verdict.ts';
import { statusOf, type StackReport } from './stack-report.ts';

/** How much of a stack is told; each level is shorter than the one before. */
export const DETAIL_LEVELS = ['attributes', 'addresses', 'types', 'counts'] as const;
export type DetailLevel = (typeof DETAIL_LEVELS)[number];

type Diagnostic = PlanDocument['diagnostics'][number];

/** At the shortest level this many destroyed objects are still named; the rest is counted. */
const MOST_DESTROYS_NAMED = 50;
const MOST_DIAGNOSTICS = 10;
/** Characters of one message's detail, so that one long provider error cannot push out what the stacks destroy. */
const LONGEST_DETAIL: Readonly<Record<DetailLevel, number>> = {
  attributes: 4000,
  addresses: 1000,
  types: 300,
  counts: 0,
};
const MOST_ATTRIBUTES = 12;

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

/** Everything about one stack, at one level of detail. Destroys come first and are the last to be shortened. */
export function stackSection(report: StackReport, level: DetailLevel): string {
  const heading = `### ${code(report.stack)}`;
  const { plan } = report;
  if (plan === undefined)
    return `${heading}\n\nUnknown: ${plain(report.unknownReason ?? 'there is no plan document')}.`;
  if (isQuiet(report, plan)) return '';
  const parts = [
    heading,
    statusOf(report) === 'unknown' ? 'Unknown: the plan was cancelled before it was done.' : '',
    failure(plan, level),
    limits(plan),
    destroys(plan, level),
    ...(level === 'counts'
      ? [countsLine(plan)]
      : FOLDED_KINDS.map(([kind, words]) => kindSection(plan, kind, words, level))),
    outputs(plan, level),
    failedChecks(plan),
    deferred(plan),
    drift(plan, level),
    warnings(plan, level),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** A stack without anything to say has its line in the overview and no section. */
function isQuiet(report: StackReport, plan: PlanDocument): boolean {
  const nothingFound = plan.drift.length === 0 && plan.diagnostics.length === 0 && failing(plan).length === 0;
  return statusOf(report) === 'no-changes' && nothingFound && plan.complete !== false && plan.refreshed;
}

function failure(plan: PlanDocument, level: DetailLevel): string {
  if (plan.failure === null) return '';
  const lead = `**${plan.failure.phase ?? 'The action'} failed** (${code(plan.failure.code)})`;
  return [lead, ...failureCause(plan, plan.failure.message, level), prose(plan.failure.remedy)].join('\n\n');
}

/** Who holds the lock, or what Terraform said, or else the message of the action: each says the same in fewer words. */
function failureCause(plan: PlanDocument, message: string, level: DetailLevel): readonly string[] {
  if (plan.stateLock !== null) return [lockHolder(plan.stateLock)];
  const errors = plan.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  if (errors.length === 0) return [prose(message)];
  const shown = errors.slice(0, MOST_DIAGNOSTICS).map((error) => diagnosticText(error, level));
  const left = errors.length - shown.length + plan.diagnosticsOmitted;
  return left > 0 ? [...shown, `… and ${plural(left, 'more message')} in the log.`] : shown;
}

function lockHolder(lock: NonNullable<PlanDocument['stateLock']>): string {
  const doing = lock.operation === null ? '' : ` for ${code(lock.operation)}`;
  const since = lock.created === null ? '' : ` since ${code(lock.created)}`;
  return `The state is locked by ${code(lock.who ?? 'unknown')}${doing}${since}, lock ${code(lock.id ?? 'unknown')}.`;
}

function diagnosticText({ summary, detail, file, startLine }: Diagnostic, level: DetailLevel): string {
  const line = startLine === null ? '' : `:${String(startLine)}`;
  const place = file === null ? '' : ` ${code(file + line)}`;
  const most = LONGEST_DETAIL[level];
  const shown = detail.length > most ? `${detail.slice(0, most)}… (shortened)` : detail;
  const block = detail === '' || most === 0 ? '' : `\n\n${fenced(shown, 'text')}`;
  return `${plain(summary)}${place}${block}`;
}

function destroys(plan: PlanDocument, level: DetailLevel): string {
  const rows = plan.changes.filter((change) => change.kind === 'delete' || change.kind === 'replace');
  if (rows.length === 0) return '';
  const shown = level === 'counts' ? rows.slice(0, MOST_DESTROYS_NAMED) : rows;
  const lines = shown.map((change) => `- ${destroyLine(change, level)}`);
  if (rows.length > shown.length)
    lines.push(`- … and ${plural(rows.length - shown.length, 'more')}: see the job summary`);
  return ['**Destroyed or replaced**', '', ...lines].join('\n');
}

function destroyLine(change: Change, level: DetailLevel): string {
  const word =
    change.kind === 'delete'
      ? '🗑️ destroy'
      : change.order === 'create-first'
        ? '♻️ replace (create first)'
        : '♻️ replace';
  const deposed = change.deposed === null ? '' : ` (deposed ${code(change.deposed)})`;
  const because =
    change.replacePaths.length > 0 && level !== 'counts'
      ? `, because ${change.replacePaths.map(code).join(', ')} cannot change in place`
      : reasonWords(change.reason);
  return `${word} ${code(change.address)}${deposed}${because}`;
}

/** Terraform's action_reason as words; the ones a replacement's paths already explain stay empty. */
function reasonWords(reason: string | null): string {
  const words: Readonly<Record<string, string>> = {
    replace_because_tainted: ', because an earlier apply left it half made',
    replace_because_by_request: ', because it was asked for',
    replace_because_by_triggers: ', because something it names in replace_triggered_by changes',
    delete_because_no_resource_config: ', because it is no longer in the configuration',
    delete_because_no_module: ', because its module is no longer in the configuration',
    delete_because_count_index: ', because its index is beyond count',
    delete_because_each_key: ', because its key is no longer in for_each',
    delete_because_wrong_repetition: ', because it changed between count, for_each and neither',
    delete_because_no_move_target: ', because the address it was moved to does not exist',
  };
  return reason === null ? '' : (words[reason] ?? `, ${code(reason)}`);
}

function kindSection(plan: PlanDocument, kind: Change['kind'], words: string, level: DetailLevel): string {
  const rows = plan.changes.filter((change) => change.kind === kind);
  if (rows.length === 0) return '';
  const content =
    level === 'types' ? typeLines(rows) : rows.map((change) => `- ${changeLine(change, level)}`);
  return folded(`${String(rows.length)} ${words}`, content.join('\n'));
}

function changeLine(change: Change, level: DetailLevel): string {
  const from = change.previousAddress === null ? '' : ` (from ${code(change.previousAddress)})`;
  const imported = change.importing && change.kind !== 'import' ? ' (imported)' : '';
  if (level !== 'attributes' || change.attributes.length === 0)
    return `${code(change.address)}${from}${imported}`;
  const names = change.attributes.slice(0, MOST_ATTRIBUTES).map((attribute) => code(attribute.path));
  const left = change.attributes.length - names.length + change.attributesOmitted;
  const more = left > 0 ? ` and ${String(left)} more` : '';
  return `${code(change.address)}${from}${imported}: ${names.join(', ')}${more}`;
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

function outputs(plan: PlanDocument, level: DetailLevel): string {
  if (plan.outputs.length === 0) return '';
  const title = `${plural(plan.outputs.length, 'output')} ${plan.outputs.length === 1 ? 'changes' : 'change'}`;
  if (level === 'counts' || level === 'types') return `${title}.`;
  return folded(title, plan.outputs.map((output) => `- ${output.kind} ${code(output.name)}`).join('\n'));
}

function failedChecks(plan: PlanDocument): string {
  const failed = failing(plan);
  if (failed.length === 0) return '';
  const lines = failed.map(
    (check) => `- ${code(check.address)}: ${check.problems.map(plain).join('; ') || check.status}`,
  );
  return ['**Failing checks**', '', ...lines].join('\n');
}

function failing(plan: PlanDocument): PlanDocument['checks'] {
  return plan.checks.filter((check) => check.status === 'fail' || check.status === 'error');
}

/** What makes the plan say less than it seems to. */
function limits(plan: PlanDocument): string {
  const found = [
    ...(plan.complete === false ? ['The plan is not complete: applying it leaves something out.'] : []),
    ...(plan.refreshed || plan.counts === null
      ? []
      : ['The plan did not compare the state with the real objects, so drift is unknown.']),
  ];
  return found.map((text) => `> [!NOTE]\n> ${text}`).join('\n\n');
}

function deferred(plan: PlanDocument): string {
  if (plan.deferred.length === 0) return '';
  const lines = plan.deferred.map((change) => `- ${code(change.address)}: ${code(change.reason)}`);
  return folded(`${plural(plan.deferred.length, 'change')} put off to a later plan`, lines.join('\n'));
}

function drift(plan: PlanDocument, level: DetailLevel): string {
  if (plan.drift.length === 0) return '';
  const title = `${plural(plan.drift.length, 'object')} changed outside Terraform since the last apply`;
  if (level === 'counts') return `${title}.`;
  return folded(title, plan.drift.map((object) => `- ${object.kind} ${code(object.address)}`).join('\n'));
}

function warnings(plan: PlanDocument, level: DetailLevel): string {
  const found = plan.diagnostics.filter((diagnostic) => diagnostic.severity === 'warning');
  if (found.length === 0) return '';
  const title = plural(found.length, 'warning');
  if (level === 'counts') return `${title}: see the job summary.`;
  const shown = found.slice(0, MOST_DIAGNOSTICS).map((warning) => diagnosticText(warning, level));
  return folded(title, shown.join('\n\n'));
}
