import { ActionError } from '../action/errors.ts';
import type { Logger } from '../action/types.ts';
import type { CommandOutcome, FormatOutcome } from './cli.ts';
import { Annotator, type Diagnostic } from './diagnostics.ts';
import { terraformErrors } from './errors.ts';

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

/** Why init failed: of a lock file that it may not change there is another remedy than of anything else. */
export function initFailure(outcome: CommandOutcome): ActionError {
  const isLockFile = outcome.diagnostics.some(
    (entry) =>
      /lock file is read-only/i.test(entry.detail) ||
      /dependency changes detected|inconsistent dependency lock file/i.test(entry.summary),
  );
  return isLockFile ? terraformErrors.EHA1204(lead(outcome)) : terraformErrors.EHA1203(lead(outcome));
}

/** What Terraform said, in two heaps: what is known to be harmless, and what waits until the secrets are known. */
export class Messages {
  readonly #annotator: Annotator;
  readonly #published: Diagnostic[] = [];
  readonly #quotes = new Set<ActionError>();
  #held: readonly Diagnostic[] = [];

  constructor(log: Logger) {
    this.#annotator = new Annotator(log);
  }

  get published(): readonly Diagnostic[] {
    return this.#published;
  }

  get isHolding(): boolean {
    return this.#held.length > 0;
  }

  publish(diagnostics: readonly Diagnostic[]): void {
    this.#published.push(...diagnostics);
    this.annotate(diagnostics);
  }

  annotate(diagnostics: readonly Diagnostic[]): void {
    this.#annotator.annotate(diagnostics);
  }

  hold(diagnostics: readonly Diagnostic[]): void {
    this.#held = [...this.#held, ...diagnostics];
  }

  /** Publishes what was held; of a plan whose secrets are not known only that there was a message, and where. */
  release(known: boolean): void {
    this.publish(known ? this.#held : this.#held.map(withheld));
    this.#held = [];
  }

  /** Remembers that the message of an error repeats what Terraform wrote. */
  quoting(error: ActionError): ActionError {
    this.#quotes.add(error);
    return error;
  }

  /** The error, or in place of one that quotes Terraform the same without the quote. */
  withoutQuote(error: ActionError): ActionError {
    return this.#quotes.has(error) ? new ActionError(error.code, error.definition, WITHHELD) : error;
  }
}

const WITHHELD =
  'The values of the plan could not be read, so it is not known which of them are secret, and the message could quote one. Run `terraform plan` in the stack to see it.';

function withheld(diagnostic: Diagnostic): Diagnostic {
  const summary = `A message of terraform plan is withheld (${diagnostic.severity})`;
  return { ...diagnostic, summary, detail: WITHHELD, address: null };
}
