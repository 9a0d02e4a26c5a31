import { type CheckRow, checkName, type ConnectivityDocument } from './connectivity-document.ts';

/** XML 1.0 allows neither most control characters nor lone surrogates, not even escaped. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escaped(text: string): string {
  return text
    .replaceAll(NOT_XML, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\r', '&#13;');
}

const cellOf = ({ source, target }: CheckRow): string => `${source.cloud}-${target.cloud}`;

/**
 * JUnit XML: one suite, one case a check, the class name tells kind and clouds. What is unknown is an error, what cannot
 * be is skipped.
 */
export function connectivityJunit({ checks, counts, cluster, generatedAt }: ConnectivityDocument): string {
  const totals = `tests="${String(checks.length)}" failures="${String(counts.failed)}" errors="${String(counts.unknown)}" skipped="${String(counts.notPossible)}"`;
  const lines = checks.map((check) => {
    const place = `classname="connectivity.${escaped(check.kind)}.${escaped(cellOf(check))}"`;
    const properties = [
      ['source', check.source.name],
      ['source-cloud', check.source.cloud],
      ['target', check.target.name],
      ['target-cloud', check.target.cloud],
      ...(check.attempts === undefined ? [] : [['attempts', check.attempts.join(',')]]),
    ].map(([name = '', value = '']) => `<property name="${name}" value="${escaped(value)}"/>`);
    return `    <testcase name="${escaped(checkName(check))}" ${place}><properties>${properties.join('')}</properties>${outcomeOf(check)}</testcase>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="connectivity" ${totals}>`,
    `  <testsuite name="connectivity of ${escaped(cluster)}" ${totals} timestamp="${generatedAt.slice(0, 19)}">`,
    ...lines,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function outcomeOf({ outcome, detail, cause }: CheckRow): string {
  const message = `message="${escaped(detail)}"`;
  if (outcome === 'failed') return `<failure ${message} type="${escaped(cause ?? 'failed')}"/>`;
  if (outcome === 'unknown') return `<error ${message} type="unknown"/>`;
  return outcome === 'not-possible' ? `<skipped ${message}/>` : '';
}
