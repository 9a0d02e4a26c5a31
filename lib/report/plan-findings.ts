import { attributeDiff, outputDiff } from './attribute-diff.ts';
import { tells, type DetailLevel } from './detail-levels.ts';
import { code, fenced, folded, plain, plural, prose } from './markdown.ts';
import type { PlanDocument } from './plan-document.ts';

type Diagnostic = PlanDocument['diagnostics'][number];

const MOST_DIAGNOSTICS = 10;
/** Characters of one message's detail, so that one long provider error cannot push out what the stacks destroy. */
const LONGEST_DETAIL: Readonly<Record<DetailLevel, number>> = {
  created: 4000,
  values: 4000,
  attributes: 2000,
  addresses: 1000,
  types: 300,
  counts: 0,
  grouped: 0,
  capped: 0,
};

/** Why there is no plan, and what to do about it. */
export function failure(plan: PlanDocument, level: DetailLevel): string {
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
  return `${plain(summary.slice(0, 1000))}${place}${block}`;
}

/** Outputs that change: with their values, or by name. */
export function outputs(plan: PlanDocument, level: DetailLevel): string {
  if (plan.outputs.length === 0) return '';
  const title = `${plural(plan.outputs.length, 'output')} ${plan.outputs.length === 1 ? 'changes' : 'change'}`;
  if (!tells(level, 'addresses')) return `${title}.`;
  const lines = plan.outputs.map((output) => `- ${output.kind} ${code(output.name)}`);
  const diff = tells(level, 'values') ? [outputDiff(plan.outputs)] : [];
  return folded(title, [lines.join('\n'), ...diff].filter((part) => part !== '').join('\n\n'));
}

export function failing(plan: PlanDocument): PlanDocument['checks'] {
  return plan.checks.filter((check) => check.status === 'fail' || check.status === 'error');
}

export function failedChecks(plan: PlanDocument, level: DetailLevel): string {
  const failed = failing(plan);
  if (failed.length === 0) return '';
  if (!tells(level, 'types')) return `**${plural(failed.length, 'check')} of the configuration failing.**`;
  const lines = failed.map(
    (check) => `- ${code(check.address)}: ${check.problems.map(plain).join('; ') || check.status}`,
  );
  return ['**Failing checks**', '', ...lines].join('\n');
}

/** What makes the plan say less than it seems to. */
export function limits(plan: PlanDocument): string {
  const found = [
    ...(plan.complete === false ? ['The plan is not complete: applying it leaves something out.'] : []),
    ...(plan.refreshed || plan.counts === null
      ? []
      : ['The plan did not compare the state with the real objects, so drift is unknown.']),
  ];
  return found.map((text) => `> [!NOTE]\n> ${text}`).join('\n\n');
}

export function deferred(plan: PlanDocument, level: DetailLevel): string {
  if (plan.deferred.length === 0) return '';
  const title = `${plural(plan.deferred.length, 'change')} put off to a later plan`;
  if (!tells(level, 'addresses')) return `${title}.`;
  const lines = plan.deferred.map((change) => `- ${code(change.address)}: ${code(change.reason)}`);
  return folded(title, lines.join('\n'));
}

export function invocations({ actionInvocations: actions }: PlanDocument, level: DetailLevel): string {
  if (actions.length === 0) return '';
  const title = `${plural(actions.length, 'action')} to invoke`;
  if (!tells(level, 'addresses')) return `${title}.`;
  return folded(title, actions.map((address) => `- ${code(address)}`).join('\n'));
}

/** What changed outside Terraform, with the values it has now. */
export function drift(plan: PlanDocument, level: DetailLevel): string {
  if (plan.drift.length === 0) return '';
  const title = `${plural(plan.drift.length, 'object')} changed outside Terraform since the last apply`;
  if (!tells(level, 'types')) return `${title}.`;
  const lines = plan.drift.map((object) => {
    const relevant = object.relevant === true ? ', which the plan depends on' : '';
    return `- ${object.kind} ${code(object.address)}${relevant}`;
  });
  const differing = tells(level, 'values') ? plan.drift.filter((object) => object.attributes.length > 0) : [];
  const diff =
    differing.length === 0
      ? []
      : [attributeDiff(differing.map((object) => ({ ...object, previousAddress: null, importing: false })))];
  return folded(title, [lines.join('\n'), ...diff].join('\n\n'));
}

export function warnings(plan: PlanDocument, level: DetailLevel): string {
  const found = plan.diagnostics.filter((diagnostic) => diagnostic.severity === 'warning');
  if (found.length === 0) return '';
  const title = plural(found.length, 'warning');
  if (!tells(level, 'types')) return `${title}: see the job summary.`;
  const shown = found.slice(0, MOST_DIAGNOSTICS).map((warning) => diagnosticText(warning, level));
  return folded(title, shown.join('\n\n'));
}
