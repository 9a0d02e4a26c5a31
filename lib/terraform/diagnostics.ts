import { join, normalize, relative, resolve, sep } from 'node:path';
import type { AnnotationPlace, Logger } from '../action/types.ts';
import { isObject } from './plan-json.ts';

/** One message of Terraform with its place. Snippets and the values in them are left out: they may be secret. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  /** Address of the resource it concerns, null when it names none. */
  readonly address: string | null;
  /** Relative to the workspace; null when there is no place, or it is in a downloaded module. */
  readonly file: string | null;
  /** From 1; null when the file is null. */
  readonly startLine: number | null;
  readonly endLine: number | null;
}

/** Where Terraform ran and where GitHub's annotations start from; absolute paths. */
export interface Folders {
  readonly directory: string;
  readonly workspace: string;
}

/**
 * Reads one diagnostic of `validate -json` or of the `diagnostic` lines of `plan -json` (same shape). Returns
 * undefined for anything else.
 */
export function parseDiagnostic(value: unknown, folders: Folders): Diagnostic | undefined {
  if (!isObject(value) || typeof value['summary'] !== 'string') return undefined;
  const range = isObject(value['range']) ? value['range'] : undefined;
  const file = range === undefined ? null : fileInWorkspace(range['filename'], folders);
  return {
    // A severity this program does not know is treated as an error: nothing may fail silently.
    severity: value['severity'] === 'warning' ? 'warning' : 'error',
    summary: value['summary'].trim(),
    detail: typeof value['detail'] === 'string' ? value['detail'].trim() : '',
    address: typeof value['address'] === 'string' && value['address'] !== '' ? value['address'] : null,
    file,
    startLine: file === null ? null : lineOf(range?.['start']),
    endLine: file === null ? null : lineOf(range?.['end']),
  };
}

/** The diagnostics of `terraform validate -json`; undefined when the text is not its JSON. */
export function parseValidation(
  text: string,
  folders: Folders,
): { valid: boolean; diagnostics: Diagnostic[] } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || typeof value['valid'] !== 'boolean') return undefined;
  const list: unknown = value['diagnostics'];
  const diagnostics = (Array.isArray(list) ? list : []).map((entry) => parseDiagnostic(entry, folders));
  return { valid: value['valid'], diagnostics: diagnostics.filter((entry) => entry !== undefined) };
}

/**
 * Errors first, then by place. Terraform checks in parallel and reports in an order that differs between runs, which
 * would make a comment differ that says the same.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = (entry: Diagnostic) => [
    entry.severity === 'error' ? '0' : '1',
    // A diagnostic without a place comes before those that have one.
    entry.file ?? '',
    String(entry.startLine ?? 0).padStart(9, '0'),
    entry.address ?? '',
    entry.summary,
    entry.detail,
  ];
  const keyed = diagnostics.map((entry) => ({ entry, key: key(entry).join('\u0000') }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ entry }) => entry);
}

function fileInWorkspace(name: unknown, folders: Folders): string | null {
  if (typeof name !== 'string' || name === '') return null;
  const path = relative(folders.workspace, resolve(folders.directory, name));
  const parts = normalize(path).split(sep);
  // Terraform marks text that is no file, such as a value given by -var, with a name in angle brackets.
  const isOutside = parts[0] === '..' || path === '' || resolve(path) === path || name.startsWith('<');
  return isOutside || parts.includes('.terraform') ? null : join(...parts).replaceAll(sep, '/');
}

function lineOf(position: unknown): number | null {
  const line = isObject(position) ? position['line'] : undefined;
  return typeof line === 'number' && line >= 1 ? line : null;
}

/** GitHub shows ten errors and ten warnings of a step; one error is kept for the failure of the step itself. */
export const ANNOTATIONS_PER_STEP: Readonly<Record<Diagnostic['severity'], number>> = {
  error: 9,
  warning: 10,
};

/**
 * Turns diagnostics into annotations. Each is shown once even if validate and plan both report it; those beyond
 * GitHub's limit are still written to the log, as plain lines.
 */
export class Annotator {
  readonly #log: Logger;
  readonly #seen = new Set<string>();
  readonly #shown = { error: 0, warning: 0 };

  constructor(log: Logger) {
    this.#log = log;
  }

  annotate(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) {
      const key = JSON.stringify(diagnostic);
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      this.#show(diagnostic);
    }
  }

  #show(diagnostic: Diagnostic): void {
    const { severity } = diagnostic;
    const message = describe(diagnostic);
    if (this.#shown[severity] >= ANNOTATIONS_PER_STEP[severity]) {
      const where = diagnostic.file === null ? '' : ` (${diagnostic.file}:${diagnostic.startLine ?? '?'})`;
      this.#log.info(`${severity === 'error' ? 'Error' : 'Warning'}: ${message}${where}`);
      return;
    }
    this.#shown[severity] += 1;
    if (severity === 'error') this.#log.error(message, placeOf(diagnostic));
    else this.#log.warning(message, placeOf(diagnostic));
  }
}

function describe(diagnostic: Diagnostic): string {
  const subject = diagnostic.address === null ? '' : ` [${diagnostic.address}]`;
  return `${diagnostic.summary}${subject}${diagnostic.detail === '' ? '' : `\n${diagnostic.detail}`}`;
}

function placeOf(diagnostic: Diagnostic): AnnotationPlace {
  return {
    title: `terraform: ${diagnostic.summary}`.slice(0, 120),
    ...(diagnostic.file === null ? {} : { file: diagnostic.file }),
    ...(diagnostic.startLine === null ? {} : { startLine: diagnostic.startLine }),
    ...(diagnostic.endLine === null ? {} : { endLine: diagnostic.endLine }),
  };
}
