import type { SummaryPart } from '#lib/action/types.js';
import type { ActivationDocument } from '#lib/report/activation-document.js';
import { code, folded, plural, prose, table } from '#lib/report/markdown.js';

/** The job summary: verdict, what to do, then what was checked or swept. */
export function summarize(document: ActivationDocument): readonly SummaryPart[] {
  return [
    { markdown: `## ${code(document.clusterName)}: ${activationVerdict(document)}` },
    { markdown: failureLine(document) },
    { markdown: deliveryLine(document) },
    { markdown: unknownLine(document) },
    { markdown: sweptTable(document) },
    { markdown: secretLine(document) },
    { markdown: checkTable(document) },
  ].filter(({ markdown }) => markdown !== '');
}

/** One line for people. */
export function activationVerdict(document: ActivationDocument): string {
  const { status, activation, swept, lookedAt } = document;
  switch (status) {
    case 'minted':
      return `activation for ${plural(activation?.registrationLimit ?? 0, 'node')}, until ${activation?.expiresAt ?? 'an unknown time'}`;
    case 'not-needed':
      return 'no activation needed, the plan makes no VM';
    case 'swept':
      return sweptVerdict(swept.filter(({ result }) => result === 'removed').length, lookedAt, 'removed');
    case 'dry-run':
      return sweptVerdict(
        swept.filter(({ result }) => result === 'would-remove').length,
        lookedAt,
        'would be removed',
      );
    case 'cancelled':
      return 'cancelled; what was made is deleted after the job';
    case 'failed':
      return document.mode === 'mint' ? 'no activation for the nodes' : 'not everything could be swept';
  }
}

function sweptVerdict(count: number, lookedAt: number | null, what: string): string {
  const looked = `${plural(lookedAt ?? 0, 'activation')} looked at`;
  return count === 0
    ? `no leftover activation, ${looked}`
    : `${plural(count, 'leftover activation')} ${what}, ${looked}`;
}

function failureLine({ failure }: ActivationDocument): string {
  if (failure === null) return '';
  return `**${failure.code}** ${prose(failure.message)}\n\nWhat to do: ${prose(failure.remedy)}`;
}

function deliveryLine({ delivery, activation, orphansRemoved }: ActivationDocument): string {
  if (activation === null) return '';
  const where =
    delivery === null ? 'It did not get to the nodes.' : `Nodes find it in ${prose(delivery.where)}.`;
  const orphans =
    orphansRemoved === 0
      ? ''
      : ` ${plural(orphansRemoved, 'activation')} of calls without an answer ${orphansRemoved === 1 ? 'was' : 'were'} deleted.`;
  return `Activation ${code(activation.id)}. ${where} Both are deleted after the job.${orphans}`;
}

function unknownLine({ checks }: ActivationDocument): string {
  const unknown = checks.filter(({ result }) => result === 'unknown');
  return unknown.length === 0
    ? ''
    : `**Not known:** ${plural(unknown.length, 'check')} could not be made; see below.`;
}

function sweptTable({ swept }: ActivationDocument): string {
  if (swept.length === 0) return '';
  const columns = ['Activation', 'Run', 'Registered', 'Expires', 'State', 'Result'].map((heading) => ({
    heading,
  }));
  const rows = swept.map((one) => [
    code(one.id),
    prose(one.run),
    `${one.registrations} of ${one.registrationLimit}`,
    one.expiresAt ?? 'unknown',
    one.because,
    one.problem === '' ? one.result : `${one.result}: ${prose(one.problem)}`,
  ]);
  return table(columns, rows);
}

function secretLine({ sweptSecret }: ActivationDocument): string {
  if (sweptSecret === null) return '';
  const { where, result, because, problem } = sweptSecret;
  return `Secret: ${prose(where)}: ${result}, ${prose(because)}${problem === '' ? '' : ` (${prose(problem)})`}.`;
}

function checkTable({ checks }: ActivationDocument): string {
  if (checks.length === 0) return '';
  const rows = checks.map(({ name, result, sentence }) => [name, result, prose(sentence)]);
  return folded(
    'Checks before',
    table(
      ['Check', 'Result', 'Finding'].map((heading) => ({ heading })),
      rows,
    ),
  );
}
