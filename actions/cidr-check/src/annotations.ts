import type { ActionDeps, AnnotationPlace } from '#lib/action/types.js';
import { findValue, readValueFiles, type ValueFile } from '#lib/net/value-lines.js';
import type { AddressFinding, AddressPlanDocument } from '#lib/report/address-plan-document.js';
import { placeText } from '#lib/report/address-summary.js';
import type { Inputs } from './inputs.ts';

/** GitHub shows ten annotations of a level in a step. */
const MOST_ANNOTATIONS = 10;

/**
 * Shows each finding where it can be corrected: on the line of a variable file that holds the value, else on the line
 * it was read from, else without a place.
 */
export function annotate({ findings }: AddressPlanDocument, inputs: Inputs, deps: ActionDeps): void {
  const shown = findings.filter(({ severity, ignored }) => severity !== 'info' && ignored === null);
  if (shown.length === 0) return;
  const files = readValueFiles(deps.github.workspace, inputs.annotateFiles);
  for (const finding of shown.slice(0, MOST_ANNOTATIONS)) {
    const { severity, code, rule, sentence, remedy } = finding;
    const title = `${code} ${rule}`;
    const place = placeOf(finding, files);
    const where = place === undefined ? originsOf(finding) : '';
    const message = `${sentence}${where}\n${remedy}${freeText(finding)}`;
    if (severity === 'error') deps.log.error(message, { title, ...place });
    else deps.log.warning(message, { title, ...place });
  }
}

function placeOf({ subjects }: AddressFinding, files: readonly ValueFile[]): AnnotationPlace | undefined {
  for (const { role, text } of subjects) {
    const found = findValue(files, role, text);
    if (found !== null) return { file: found.file, startLine: found.line };
  }
  for (const { origin } of subjects) {
    if (origin.file !== undefined && origin.line !== undefined) {
      return { file: origin.file, startLine: origin.line };
    }
  }
  return undefined;
}

function originsOf({ subjects }: AddressFinding): string {
  return subjects.map(({ text, origin }) => `\n- ${text}: ${placeText(origin)}`).join('');
}

function freeText({ freeBlock }: AddressFinding): string {
  return freeBlock === null ? '' : ` Free: ${freeBlock.cidr} in ${freeBlock.within}.`;
}
