import { WorkflowError } from '../errors.ts';

/**
 * Reads the content of a GITHUB_ENV, GITHUB_OUTPUT or GITHUB_STATE file: lines `NAME=value` and
 * `NAME<<DELIMITER` blocks. Errors have the runner's words; the part before an error counts for nothing.
 */
export function parseKeyValueFile(content: string): [name: string, value: string][] {
  const lines = content.split('\n');
  // A file that ends in a newline has no line after it.
  if (lines.at(-1) === '') lines.pop();
  const result: [string, string][] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) throw new WorkflowError(`Invalid format '${line}'. Name must not be empty`);
      result.push([line.slice(0, equals), line.slice(equals + 1)]);
    } else if (heredoc >= 0) {
      const [name, delimiter] = [line.slice(0, heredoc), line.slice(heredoc + 2)];
      if (name === '' || delimiter === '') {
        throw new WorkflowError(
          `Invalid format '${line}'. Name must not be empty and delimiter must not be empty`,
        );
      }
      const end = lines.indexOf(delimiter, index + 1);
      if (end < 0) throw new WorkflowError(`Invalid value. Matching delimiter not found '${delimiter}'`);
      result.push([name, lines.slice(index + 1, end).join('\n')]);
      index = end;
    } else throw new WorkflowError(`Invalid format '${line}'`);
  }
  return result;
}

/** Variables that a step may not hand to later steps. Source: actions/runner, FileCommandManager. */
export const BLOCKED_ENVIRONMENT: readonly string[] = ['NODE_OPTIONS'];

/** The most a step summary may hold, in bytes. Source: actions/runner, CreateStepSummaryCommand. */
export const SUMMARY_LIMIT = 1024 * 1024;
