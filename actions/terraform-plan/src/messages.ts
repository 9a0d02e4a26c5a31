import type { CommandOutcome, FormatOutcome } from '#lib/terraform/cli.js';
import type { Diagnostic } from '#lib/terraform/diagnostics.js';

/** A file that fmt cannot parse is an error of init and validate, which know its line. */
export function asWarnings(outcome: FormatOutcome): FormatOutcome {
  return {
    ...outcome,
    diagnostics: outcome.diagnostics.map((entry) => ({ ...entry, severity: 'warning' as const })),
  };
}

export function unformattedFile(file: string, required: boolean): Diagnostic {
  return {
    severity: required ? 'error' : 'warning',
    summary: 'Not formatted',
    detail: `Run \`terraform fmt\` on ${file}.`,
    address: null,
    file,
    startLine: 1,
    endLine: 1,
  };
}

/** The first error with its place, and how many more there are. */
export function lead(outcome: CommandOutcome): string {
  const errors = outcome.diagnostics.filter((entry) => entry.severity === 'error');
  const first = errors[0] ?? outcome.diagnostics[0];
  if (first === undefined) return `The command ended with exit code ${outcome.exitCode} and named no error.`;
  const place =
    first.file === null ? '' : ` (${first.file}${first.startLine === null ? '' : `:${first.startLine}`})`;
  const more = errors.length > 1 ? ` There are ${errors.length - 1} more errors.` : '';
  const detail = first.detail === '' ? '' : ` ${first.detail.split('\n', 1)[0] ?? ''}`;
  return `${first.summary.replace(/[.:]$/, '')}${place}.${detail}${more}`;
}
