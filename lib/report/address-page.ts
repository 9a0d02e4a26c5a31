import { isMarked } from './address-blocks.ts';
import type { AddressFinding, AddressPlanDocument } from './address-plan-document.ts';
import { xml } from './address-picture.ts';
import { addressVerdict, placeText } from './address-summary.ts';
import { visible } from './markdown.ts';

const STYLE = [
  ':root{color-scheme:light dark}',
  'body{font:15px/1.5 system-ui,sans-serif;max-width:1600px;margin:2rem auto;padding:0 1rem}',
  'table{border-collapse:collapse;margin:1rem 0}td,th{border:1px solid #8884;padding:.35rem .6rem;text-align:left;vertical-align:top}',
  'code{font-family:ui-monospace,monospace;font-size:.92em}.picture{overflow-x:auto}.picture svg{width:100%;height:auto;min-width:60rem}pre{background:#8881;padding:1rem;overflow-x:auto}',
  '.error{color:#cf222e}.warning{color:#9a6700}@media(prefers-color-scheme:dark){.error{color:#ff6a61}.warning{color:#d29922}}',
].join('');

/** The whole document as one HTML file that loads nothing from elsewhere and runs no script. */
export function addressPage(document: AddressPlanDocument): string {
  const title = `Address plan: ${addressVerdict(document)}`;
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    // The page holds text of others: even if an escape were missing, nothing of it could run or load.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${html(title)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${html(title)}</h1>`,
    document.picture === null ? '' : `<div class="picture">${document.picture}</div>`,
    findings(document),
    unknown(document),
    document.suggestion === null
      ? ''
      : `<h2>A plan that passes every check</h2><pre><code>${html(document.suggestion, true)}</code></pre>`,
    `<p>Commit ${html((document.headSha ?? document.sha).slice(0, 12))}, ${html(document.generatedAt)}</p>`,
    '</body></html>',
    '',
  ]
    .filter((part, index, parts) => part !== '' || index === parts.length - 1)
    .join('\n');
}

function findings({ findings: all }: AddressPlanDocument): string {
  if (all.length === 0) return '<p>No finding.</p>';
  const rows = all.map(
    (finding, index) =>
      `<tr><td>${String(index + 1)}</td><td class="${isMarked(finding) ? finding.severity : 'ignored'}">${html(state(finding))}</td><td>${html(finding.sentence)}<br><code>${html(finding.code)} ${html(finding.rule)}</code></td><td>${finding.subjects.map(subject).join('<br>')}</td><td>${html(finding.remedy)}${freeBlock(finding)}</td></tr>`,
  );
  return `<h2>Findings</h2><table><thead><tr><th>#</th><th>Severity</th><th>What</th><th>Which</th><th>What to do</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function state({ severity, ignored }: AddressFinding): string {
  return ignored === null ? severity : `ignored until ${ignored.until}: ${ignored.reason}`;
}

function subject({ role, text, name, origin }: AddressFinding['subjects'][number]): string {
  return `<code>${html(text)}</code> ${html(role)} ${html(name)} (<code>${html(placeText(origin))}</code>)`;
}

function freeBlock({ freeBlock: free }: AddressFinding): string {
  return free === null
    ? ''
    : `<br>Free: <code>${html(free.cidr)}</code> in <code>${html(free.within)}</code>`;
}

function unknown({ unknown: all }: AddressPlanDocument): string {
  if (all.length === 0) return '';
  const items = all.map(
    ({ what, reason, origin }) =>
      `<li>${html(what)}: ${html(reason)} (<code>${html(placeText(origin))}</code>)</li>`,
  );
  return `<h2>Not known, and so not checked</h2><ul>${items.join('')}</ul>`;
}

function html(text: string, keepLines = false): string {
  return xml(keepLines ? text.split('\n').map(visible).join('\n') : visible(text));
}
