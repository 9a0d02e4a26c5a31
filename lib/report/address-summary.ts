import type { SummaryPart } from '../action/types.ts';
import { isMarked, ROLE_NAMES } from './address-blocks.ts';
import type { AddressFinding, AddressOrigin, AddressPlanDocument } from './address-plan-document.ts';
import { addressTree } from './address-tree.ts';
import { code, codeCell, fenced, folded, plain, plural, prose, table } from './markdown.ts';

const SEVERITY: Readonly<Record<AddressFinding['severity'], string>> = {
  error: '❌ error',
  warning: '⚠️ warning',
  info: 'ℹ️ info',
};

/** Findings in one table; what is beyond is counted, the document has all. */
const MOST_FINDINGS = 50;

/** What stands in the way, in one line: `2 errors, 1 warning in 24 ranges`. */
export function addressVerdict({ verdict, counts, checked }: AddressPlanDocument): string {
  const found = [
    ...(counts.errors > 0 ? [plural(counts.errors, 'error')] : []),
    ...(counts.warnings > 0 ? [plural(counts.warnings, 'warning')] : []),
    ...(counts.unknown > 0 ? [`${String(counts.unknown)} unknown`] : []),
  ].join(', ');
  const of = `in ${plural(checked.ranges, 'range')} and ${plural(checked.asns, 'autonomous system')}`;
  if (verdict === 'passed') return `no conflict ${of}${found === '' ? '' : ` (${found})`}`;
  return `${found === '' ? 'nothing could be checked' : found} ${of}`;
}

const MARK = { passed: '✅', failed: '❌', unknown: '❔' } as const;

/** The job summary: verdict, what to do, findings, the address space, then what was read, folded. */
export function addressSummary(document: AddressPlanDocument): readonly SummaryPart[] {
  const tree = addressTree(document);
  return [
    { markdown: `## ${MARK[document.verdict]} Address plan: ${addressVerdict(document)}` },
    { markdown: advice(document) },
    { markdown: findingsTable(document), shorter: findingsTable(document, 10) },
    { markdown: unknownList(document) },
    { markdown: tree === '' ? '' : folded('The address space', tree, document.verdict !== 'passed') },
    { markdown: suggestion(document) },
    { markdown: rangesTable(document) },
  ].filter((part) => part.markdown !== '');
}

/** The document of cidr-check, or why there is none that counts. */
export type AddressReport =
  | { readonly document: AddressPlanDocument; readonly unknownReason: null }
  | { readonly document: null; readonly unknownReason: string };

/** The part about addresses in the comment of a pull request, from the whole to the verdict alone. */
export function addressSections({ document, unknownReason }: AddressReport): readonly string[] {
  if (document === null) return [`### ❔ Address plan: unknown, ${plain(unknownReason)}`];
  if (isEmpty(document)) return ['No address range in these plans, so none was checked.'];
  const title = `### ${MARK[document.verdict]} Address plan: ${addressVerdict(document)}`;
  if (document.verdict === 'passed' && document.findings.length === 0) return [title];
  const tree = addressTree(document);
  const space = tree === '' ? '' : folded('The address space', tree);
  const more = 'The job summary of the address check has all of it.';
  const unknown = unknownList(document);
  return [
    [title, findingsTable(document), unknown, space],
    [title, findingsTable(document), more],
    [title, findingsTable(document, 3), more],
    [title],
  ].map((parts) => parts.filter((part) => part !== '').join('\n\n'));
}

/** For the heading of the comment; '' where nothing is wrong. */
export function addressWords(report: AddressReport | null): string {
  if (report === null) return '';
  const { document } = report;
  if (document === null) return 'addresses unknown';
  if (document.verdict === 'failed') return plural(document.counts.errors, 'address error');
  return document.verdict === 'unknown' && !isEmpty(document) ? 'addresses not all known' : '';
}

/** The gravest finding as a GitHub alert; '' without an error. */
export function addressAlert(report: AddressReport | null): string {
  const [first] = report?.document?.findings ?? [];
  if (first === undefined || report?.document?.verdict !== 'failed') return '';
  return `> [!CAUTION]\n> **Addresses conflict:** ${plain(first.sentence)}`;
}

/** Plans of stacks that have nothing to do with addresses. */
function isEmpty({ checked, counts, unknown }: AddressPlanDocument): boolean {
  const { errors, warnings } = counts;
  return checked.ranges + checked.asns + errors + warnings + unknown.length === 0;
}

function advice({ verdict, findings, unknown, checked }: AddressPlanDocument): string {
  const first = findings.find(isMarked);
  if (verdict === 'failed' && first !== undefined) {
    return `**${plain(first.sentence)}** ${prose(first.remedy)}`;
  }
  if (checked.ranges === 0) return 'No range was found in what was read, so nothing was checked.';
  if (verdict === 'unknown') {
    const [one] = unknown;
    const reason = one === undefined ? '' : `, first of all: ${plain(one.what)} (${plain(one.reason)})`;
    return `No error was found, but not everything could be read${reason}.`;
  }
  return first === undefined ? 'Nothing to do.' : `${plain(first.sentence)} ${prose(first.remedy)}`;
}

/** Numbers are those of the picture and the tree: places in the document's list. */
function findingsTable({ findings, unlisted }: AddressPlanDocument, most = MOST_FINDINGS): string {
  if (findings.length === 0) return '';
  const columns = [
    { heading: '#', align: 'right' as const },
    { heading: 'Severity' },
    { heading: 'What' },
    { heading: 'Which' },
    { heading: 'What to do' },
  ];
  const rows = findings
    .slice(0, most)
    .map((finding, index) => [
      String(index + 1),
      finding.ignored === null
        ? SEVERITY[finding.severity]
        : `ignored until ${finding.ignored.until}: ${cell(finding.ignored.reason)}`,
      `${cell(finding.sentence)} <br>${codeCell(finding.code)} ${codeCell(finding.rule)}`,
      finding.subjects.map(subject).join(' <br>'),
      [prose(finding.remedy).replaceAll('|', '\\|'), ...freeBlock(finding)].join(' <br>'),
    ]);
  const cut = findings.length - rows.length + unlisted;
  return [
    table(columns, rows),
    ...(cut > 0 ? [`${plural(cut, 'further finding')} in the document.`] : []),
  ].join('\n\n');
}

function subject({ role, text, name, origin }: AddressFinding['subjects'][number]): string {
  return `${codeCell(text)} ${cell(roleName(role))}${name === '' ? '' : ` ${cell(name)}`} (${placeOf(origin)})`;
}

function freeBlock({ freeBlock }: AddressFinding): readonly string[] {
  return freeBlock === null ? [] : [`Free: ${codeCell(freeBlock.cidr)} in ${codeCell(freeBlock.within)}`];
}

function roleName(role: string): string {
  return Object.hasOwn(ROLE_NAMES, role) ? ROLE_NAMES[role as keyof typeof ROLE_NAMES] : role;
}

function cell(text: string): string {
  return plain(text);
}

/** Where to look: the file and line, the Terraform address, the cloud's id, or at least the source. */
function placeOf(origin: AddressOrigin): string {
  return codeCell(placeText(origin));
}

/** The same as text without Markdown. */
export function placeText({ file, line, address, id, source }: AddressOrigin): string {
  if (file !== undefined && line !== undefined) return `${file}:${String(line)}`;
  if (address !== undefined) return source === '' ? address : `${source}: ${address}`;
  return id ?? file ?? source;
}

function unknownList({ unknown }: AddressPlanDocument): string {
  if (unknown.length === 0) return '';
  const lines = unknown
    .slice(0, MOST_FINDINGS)
    .map(({ what, reason, origin }) => `- ${plain(what)}: ${plain(reason)} (${code(placeText(origin))})`);
  const cut = unknown.length - lines.length;
  if (cut > 0) lines.push(`- and ${String(cut)} more`);
  return `**Not known, and so not checked:**\n\n${lines.join('\n')}`;
}

function suggestion({ suggestion: text }: AddressPlanDocument): string {
  if (text === null) return '';
  return `**A plan that passes every check**, for the foundation stack:\n\n${fenced(text.trimEnd(), 'hcl')}`;
}

function rangesTable({ facts, checked, sources }: AddressPlanDocument): string {
  const columns = [{ heading: 'What' }, { heading: 'Value' }, { heading: 'Name' }, { heading: 'From' }];
  const entries = [
    ...facts.ranges.map(({ role, text, name, origin }) => ({ what: roleName(role), text, name, origin })),
    ...facts.asns.map(({ role, text, name, origin }) => ({ what: `AS of ${role}`, text, name, origin })),
  ];
  if (entries.length === 0) return '';
  const rows = entries
    .slice(0, 400)
    .map(({ what, text, name, origin }) => [cell(what), codeCell(text), cell(name), placeOf(origin)]);
  const title = `${plural(checked.ranges, 'range')}, ${plural(checked.pairs, 'pair')} compared by ${plural(checked.rules, 'rule')}`;
  const read = sources.length === 0 ? '' : `Read: ${sources.map((source) => code(source)).join(', ')}`;
  const cut = entries.length - rows.length;
  const more = cut > 0 ? `${String(cut)} more are in the document.` : '';
  return folded(title, [table(columns, rows), more, read].filter((part) => part !== '').join('\n\n'));
}
