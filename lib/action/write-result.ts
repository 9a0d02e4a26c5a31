import { statSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { actionErrors } from './action-errors.ts';
import { documentPieces, writeDocument } from './atomic-file.ts';
import { appendToRunnerFile, formatFileEntry } from './commands.ts';
import type { Masker } from './masking.ts';
import { composeSummary, SUMMARY_LIMIT_BYTES } from './summary.ts';
import type { ActionDeps, ActionResult, Logger, SummaryPart } from './types.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where a result document goes: a folder of its own for each step of the job, so that two uses of an action do not
 * overwrite each other, outside the workspace, so that the checkout stays clean.
 */
export function reportPath(fileName: string, environment: Environment): string {
  const temporary = environment['RUNNER_TEMP'] ?? '';
  if (temporary === '') throw actionErrors.EHA1006('The environment variable RUNNER_TEMP is not set.');
  if (fileName !== basename(fileName) || fileName.startsWith('.')) {
    throw actionErrors.EHA1000(`"${fileName}" is no plain name for a result document.`);
  }
  const step = (environment['GITHUB_ACTION'] ?? '').replace(/[^A-Za-z0-9_-]/g, '_');
  return join(temporary, 'eks-hybrid-actions', step === '' ? 'step' : step, fileName);
}

/** Files and artifacts are not filtered as the log is, so a masked value in them is refused before any is written. */
function refuseSecrets(result: ActionResult, masker: Masker): void {
  const refuse = (place: string, texts: Iterable<string>): void => {
    for (const text of texts) {
      if (masker.foundIn(text))
        throw actionErrors.EHA1016(`A masked value was found in ${place}. Nothing was written.`);
    }
  };
  for (const [name, value] of Object.entries(result.outputs)) refuse(`the output "${name}"`, [String(value)]);
  refuse('the result document', documentPieces(result.report?.document ?? {}));
  refuse(
    'the job summary',
    (result.summary ?? []).map((part) => `${part.markdown}\n${part.shorter ?? ''}`),
  );
}

function writeSummary(parts: readonly SummaryPart[], environment: Environment, log: Logger): void {
  const path = environment['GITHUB_STEP_SUMMARY'] ?? '';
  const present = path === '' ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  // Two newlines part what an earlier write of this step left from what follows.
  const lead = present === 0 ? '' : '\n\n';
  const summary = composeSummary(parts, SUMMARY_LIMIT_BYTES - present - lead.length);
  if (summary.dropped > 0) {
    log.warning(
      `The job summary was too long for GitHub: ${summary.dropped} of its ${parts.length} parts were left out.`,
    );
  }
  if (summary.markdown !== '')
    appendToRunnerFile('GITHUB_STEP_SUMMARY', lead + summary.markdown, environment);
}

/** The runner takes each line of the file as a folder; the last one comes first on PATH. */
function addToPath(folders: readonly string[], environment: Environment): void {
  const folder = folders.find((each) => !isAbsolute(each) || /[\r\n]/.test(each));
  if (folder !== undefined) throw actionErrors.EHA1000(`${JSON.stringify(folder)} is no folder for PATH.`);
  const lines = [...folders].reverse().map((each) => `${each}\n`);
  if (lines.length > 0) appendToRunnerFile('GITHUB_PATH', lines.join(''), environment);
}

/** Writes report, outputs, PATH and summary of a run. Throws EHA1006, EHA1015 or EHA1016. */
export function writeResult(
  result: ActionResult,
  log: Logger,
  masker: Masker,
  environment: Environment,
): void {
  refuseSecrets(result, masker);
  const outputs = new Map(Object.entries(result.outputs));
  if (result.report !== undefined) {
    const path = reportPath(result.report.fileName, environment);
    writeDocument(path, result.report.document);
    outputs.set('report', path);
  }
  const entries = [...outputs].map(([name, value]) => formatFileEntry(name, String(value)));
  if (entries.length > 0) appendToRunnerFile('GITHUB_OUTPUT', entries.join(''), environment);
  addToPath(result.addToPath ?? [], environment);
  if (result.summary !== undefined && result.summary.length > 0)
    writeSummary(result.summary, environment, log);
}

/** State that the runner hands from an action's main step to its `post` step. */
export function createState(masker: Masker, environment: Environment): ActionDeps['state'] {
  return {
    get: (name) => environment[`STATE_${name}`] ?? '',
    set(name, value) {
      if (masker.foundIn(value)) {
        throw actionErrors.EHA1016(
          `A masked value was found in the saved state "${name}". Nothing was written.`,
        );
      }
      appendToRunnerFile('GITHUB_STATE', formatFileEntry(name, value), environment);
    },
  };
}
