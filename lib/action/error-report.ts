import { inspect } from 'node:util';
import { actionErrors } from './action-errors.ts';
import { ActionError } from './errors.ts';
import type { Logger } from './types.ts';

const ISSUES = 'https://github.com/eks-hybrid-actions/eks-hybrid-actions/issues';
/** GitHub shows at most 64 KiB of an annotation; the log has the rest. */
const LONGEST_MESSAGE = 8_000;
const MOST_CAUSES = 5;

/** Something thrown that is no Error, without what lies deeper in it: a request may hold its credentials there. */
function showThrown(value: unknown): string {
  return typeof value === 'string' ? value : inspect(value, { depth: 0, breakLength: Infinity });
}

/** Anything thrown as a coded error; what has no code is a fault of this program. */
export function toActionError(error: unknown): ActionError {
  if (error instanceof ActionError) return error;
  const what = error instanceof Error ? `${error.name}: ${error.message}` : `Thrown: ${showThrown(error)}`;
  return actionErrors.EHA1000(what, { cause: error });
}

function causesOf(error: ActionError): readonly string[] {
  const causes: string[] = [];
  let cause: unknown = error.cause;
  while (cause !== undefined && cause !== null && causes.length < MOST_CAUSES) {
    causes.push(cause instanceof Error ? cause.message : showThrown(cause));
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return causes.filter((text) => text !== '' && !error.message.includes(text));
}

const FRAMES = {
  user: { cause: 'Likely cause', remedy: 'To fix it' },
  service: { cause: 'A service or the machine failed. Likely cause', remedy: 'What to do' },
  internal: { cause: 'Cause', remedy: 'What to do' },
} as const;

/** What a person needs, in the order they need it: what happened, why, what to do, where to read more. */
export function explain(error: ActionError): string {
  const frame = FRAMES[error.definition.kind];
  const what =
    error.message.length > LONGEST_MESSAGE
      ? `${error.message.slice(0, LONGEST_MESSAGE)} … (shortened)`
      : error.message;
  const lines = [what, ...causesOf(error).map((cause) => `Caused by: ${cause}`)];
  lines.push(`${frame.cause}: ${error.definition.likelyCause}`, `${frame.remedy}: ${error.remedy}`);
  if (error.definition.kind === 'internal') lines.push(`Report: ${ISSUES}`);
  lines.push(`More: ${error.documentation}`);
  return lines.join('\n');
}

function stackOf(error: ActionError): string {
  const origin = error.code === 'EHA1000' && error.cause instanceof Error ? error.cause : error;
  return origin.stack ?? showThrown(origin);
}

/** Prints the error as an annotation, with the stack below it in the log when the fault is this program's own. */
export function reportError(log: Logger, error: ActionError, level: 'error' | 'warning' = 'error'): void {
  log[level](explain(error), { title: `${error.code} ${error.definition.title}` });
  if (error.definition.kind === 'internal') log.info(`Stack trace for the report:\n${stackOf(error)}`);
}
