import type { SummaryPart } from '../action/types.ts';
import type { EnvironmentDocument } from './environment-document.ts';
import { code, codeCell, folded, plain, plural, table } from './markdown.ts';

type Resource = EnvironmentDocument['resources'][number];

const MARK = { passed: '✅', failed: '❌', unknown: '❔' } as const;
/** Rows of one table; the document has all. */
const MOST_ROWS = 100;

/** The finding in one line, without its mark. */
export function environmentVerdict(document: EnvironmentDocument): string {
  const { environment, counts, lists, environments } = document;
  const missing = lists.filter(({ problem }) => problem !== null).length;
  const unread = missing === 0 ? '' : `; ${plural(missing, 'list')} could not be read`;
  if (environment === null) {
    const expired = environments.filter(({ status }) => status === 'expired').length;
    const invalid = environments.filter(({ status }) => status === 'invalid').length;
    const wrong = invalid === 0 ? '' : `, ${invalid} with an expiry that is no time`;
    return `${plural(environments.length, 'environment')}, ${expired} expired${wrong}${unread}`;
  }
  if (counts.leftovers === 0 && missing > 0) return `nothing billable seen, which proves nothing${unread}`;
  if (counts.leftovers === 0) {
    return counts.free === 0
      ? 'nothing is left'
      : `nothing billable, ${plural(counts.free, 'free resource')}`;
  }
  return `${plural(counts.leftovers, 'resource')}, ${money(document)} a month${unread}`;
}

/** `812.40 USD`, `at least 812.40 USD`. */
function money({ monthly: { amount, complete, currency } }: EnvironmentDocument): string {
  return `${complete ? '' : 'at least '}${amount.toFixed(2)} ${currency}`;
}

/** The job summary: verdict, what to do, what could not be read, the resources, then the free ones, folded. */
export function environmentSummary(document: EnvironmentDocument): readonly SummaryPart[] {
  const { environment, verdict, resources } = document;
  const title = environment === null ? 'Environments' : `Environment ${code(environment)}`;
  const counted = resources.filter(isCounted);
  const free = resources.filter((one) => !isCounted(one));
  const shown = resourceTable(counted, MOST_ROWS);
  return [
    { markdown: `## ${MARK[verdict]} ${title}: ${environmentVerdict(document)}` },
    { markdown: advice(document) },
    { markdown: problems(document) },
    { markdown: environmentTable(document) },
    {
      markdown: environment === null && shown !== '' ? folded('What they have', shown) : shown,
      shorter: resourceTable(counted, 15),
    },
    {
      markdown:
        free.length === 0 ? '' : folded(plural(free.length, 'free resource'), resourceTable(free, MOST_ROWS)),
    },
    { markdown: folded('What was read', readings(document)) },
  ].filter((part) => part.markdown !== '');
}

function isCounted({ billing, credential }: Resource): boolean {
  return billing !== 'free' || credential;
}

function advice({
  require,
  verdict,
  environment,
  environments,
  environmentTag,
  tags,
}: EnvironmentDocument): string {
  const invalid = environments.filter(({ status }) => status === 'invalid');
  const wrong = invalid.map(
    ({ name, invalid: values }) =>
      `${code(name)} has the expiry ${values.map((value) => code(value)).join(', ')}, which is no time in RFC 3339: it is never torn down by itself. Correct the tag.`,
  );
  if (environment === null) return wrong.join('\n\n');
  const asked = [
    `${environmentTag}=${environment}`,
    ...Object.entries(tags).map(([key, value]) => `${key}=${value}`),
  ];
  const by = `Asked for by the tags ${asked.map((tag) => code(tag)).join(', ')}.`;
  if (verdict === 'unknown')
    return `**What to do:** let the role read what is named below, then run again. ${by}`;
  if (verdict === 'passed') return [by, ...wrong].join('\n\n');
  return require === 'none'
    ? `**What to do:** delete what is named below; it costs money or lets others in until it is gone. ${by}`
    : `**What to do:** compare the name and the tags with those of a resource. ${by}`;
}

function problems({ lists }: EnvironmentDocument): string {
  return lists
    .flatMap(({ name, problem }) =>
      problem === null ? [] : [`- unknown: ${plain(name)}: ${plain(problem)}`],
    )
    .join('\n');
}

function environmentTable({ environment, environments }: EnvironmentDocument): string {
  if (environment !== null || environments.length === 0) return '';
  return table(
    [
      { heading: 'environment' },
      { heading: 'status' },
      { heading: 'expires' },
      { heading: 'billable', align: 'right' },
    ],
    environments.map(({ name, status, expiresAt, leftovers }) => [
      codeCell(name),
      status,
      expiresAt ?? '',
      String(leftovers),
    ]),
  );
}

function resourceTable(resources: readonly Resource[], most: number): string {
  if (resources.length === 0) return '';
  const rows = resources
    .slice(0, most)
    .map(({ cloud, type, name, id, region, monthly, note }) => [
      codeCell(type),
      codeCell(name ?? lastOf(id)),
      codeCell(cloud === 'aws' ? id.replace(/^arn:aws[a-z-]*:/, '') : lastOf(id)),
      plain(region ?? ''),
      monthly === null ? 'unknown' : monthly.toFixed(2),
      plain(note ?? ''),
    ]);
  const left = resources.length - rows.length;
  const shown = table(
    [
      { heading: 'type' },
      { heading: 'name' },
      { heading: 'id' },
      { heading: 'region' },
      { heading: 'USD a month', align: 'right' },
      { heading: 'note' },
    ],
    rows,
  );
  return left > 0 ? `${shown}\n\n… and ${left} more, in the result document.` : shown;
}

function lastOf(id: string): string {
  return id.split('/').at(-1) ?? id;
}

function readings({ lists, readings: times, monthly }: EnvironmentDocument): string {
  const lines = lists
    .filter(({ problem }) => problem === null)
    .map(({ name, entries }) => `- ${plain(name)}: ${plural(entries ?? 0, 'entry', 'entries')}`);
  const prices = `Prices as of ${monthly.asOf}, most of them not verified; see docs/costs.md.`;
  return [...lines, '', `Read ${plural(times, 'time')}. ${prices}`].join('\n');
}
