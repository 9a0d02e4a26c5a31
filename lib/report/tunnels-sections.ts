import { codeCell, code, folded, plain, plural, prose, table } from './markdown.ts';
import type { ReportedLink, ReportedPath, ReportedTunnel, TunnelsDocument } from './tunnels-document.ts';
import { tunnelsPicture } from './tunnels-picture.ts';

const SIGNS: Readonly<Record<string, string>> = { up: '✓', down: '✗', unknown: '?', asymmetric: '✗✓' };

const WORDS: Readonly<Record<TunnelsDocument['verdict'], string>> = {
  healthy: 'is healthy',
  settling: 'is up and has not settled yet',
  provisioning: 'is being made',
  unknown: 'could not be judged: not everything could be read',
  asymmetric: 'looks different from the two clouds',
  degraded: 'works, but not as it should',
  down: 'is **down**',
};

/** Sections of a summary or an issue about one link. */
export interface LinkSections {
  readonly verdict: string;
  readonly causes: string;
  readonly tunnels: string;
  readonly details: string;
}

/** `Link vpn is healthy: 4 of 4 tunnels work.` */
export function linkVerdict({ name, kind, verdict, tunnels, paths }: ReportedLink): string {
  const all = kind === 'vpn' ? tunnels : paths;
  const good = all.filter((one) => one.verdict === 'healthy').length;
  const noun = kind === 'vpn' ? 'tunnel' : 'path';
  return `Link ${code(name)} ${WORDS[verdict]}: ${good} of ${plural(all.length, noun)} healthy.`;
}

export function linkSections(link: ReportedLink): LinkSections {
  return {
    verdict: `${linkVerdict(link)} ${plain(link.redundancy.sentence)}`,
    causes: causesOf(link),
    tunnels: [tunnelTable(link.tunnels), pathTable(link.paths), tunnelsPicture(link)]
      .filter((text) => text !== '')
      .join('\n\n'),
    details: [networkTable(link), unknownList(link), notes(link)].filter((text) => text !== '').join('\n\n'),
  };
}

/** Verdict first, then what to do, then the table; the rest is folded. */
export function tunnelsSummary(document: TunnelsDocument) {
  const { links, requirement, required, wait } = document;
  const demand =
    required === 'up' ? 'is met' : required === 'down' ? 'is **not met**' : 'could not be checked to the end';
  const head = [
    `## The link between the clouds ${links.length === 1 ? WORDS[document.verdict] : `: ${document.verdict}`}`,
    `What is required (${code(requirement)}) ${demand}. Looked ${plural(wait.looks, 'time')}.`,
    ...(links.length === 0
      ? ['**No link was found.**', ...document.unread.map((one) => `- ${plain(one)}`)]
      : []),
    ...(links.length > 1 ? [linkTable(links)] : []),
  ];
  const shown = links.length > 1 ? links.filter(({ verdict }) => verdict !== 'healthy') : links;
  return [
    { markdown: head.join('\n\n') },
    ...shown.flatMap((link) => {
      const { verdict, causes, tunnels, details } = linkSections(link);
      return [
        { markdown: [verdict, causes].filter((text) => text !== '').join('\n\n') },
        { markdown: tunnels },
        { markdown: details === '' ? '' : folded('Networks, hop by hop', details) },
      ].filter(({ markdown }) => markdown !== '');
    }),
  ];
}

function linkTable(links: readonly ReportedLink[]): string {
  return table(
    ['Link', 'Kind', 'Verdict', 'Healthy'].map((heading) => ({ heading })),
    links.map(({ name, kind, verdict, tunnels, paths }) => {
      const all = kind === 'vpn' ? tunnels : paths;
      const good = all.filter((one) => one.verdict === 'healthy').length;
      return [
        codeCell(name),
        kind,
        verdict,
        `${good} of ${plural(all.length, kind === 'vpn' ? 'tunnel' : 'path')}`,
      ];
    }),
  );
}

function causesOf({ causes }: ReportedLink): string {
  return causes
    .map(({ certainty, sentence, remedy, subjects }) => {
      const whose = subjects
        .slice(0, 8)
        .map((name) => code(name))
        .join(', ');
      const about = whose === '' ? '' : ` (${whose}${subjects.length > 8 ? ' …' : ''})`;
      return `- ${certainty === 'certain' ? '**Cause**' : 'Likely cause'}: ${prose(sentence)}${about}\n  ${prose(remedy)}`;
    })
    .join('\n');
}

const STAGES: Readonly<Record<ReportedPath['kind'], string>> = {
  'virtual-interface': 'Virtual interface',
  'circuit-port': 'Port of the circuit',
  'gateway-session': 'Session of the gateway',
};

function pathTable(paths: readonly ReportedPath[]): string {
  if (paths.length === 0) return '';
  const columns = ['Path', 'Stage', 'Verdict', 'Device', 'Location', 'Checks', 'Since'];
  return table(
    columns.map((heading) => ({ heading })),
    paths.map(({ name, kind, verdict, device, location, checks, lastChange }) => [
      codeCell(name),
      STAGES[kind],
      verdict,
      device === null ? '?' : codeCell(device),
      location === null ? '–' : codeCell(location),
      checks
        .map(({ what, state, detail }) => `${SIGNS[state] ?? ''} ${plain(`${what} ${detail}`)}`)
        .join('; '),
      lastChange?.slice(0, 16).replace('T', ' ') ?? '?',
    ]),
  );
}

function tunnelTable(tunnels: readonly ReportedTunnel[]): string {
  if (tunnels.length === 0) return '';
  const columns = ['Tunnel', 'Verdict', 'AWS', 'Azure', 'IKE', 'IPsec', 'BGP', 'Routes AWS / Azure', 'Since'];
  return table(
    columns.map((heading) => ({ heading })),
    tunnels.map((one) => [
      codeCell(one.name),
      one.verdict,
      one.awsOutside === null ? '–' : codeCell(one.awsOutside),
      one.azurePublic === null ? '–' : codeCell(one.azurePublic),
      bothSides(one, 'ike'),
      bothSides(one, 'ipsec'),
      bothSides(one, 'bgp'),
      `${one.routes.awsAccepts ?? '?'} / ${one.routes.azureLearns ?? '?'} ${SIGNS[one.routes.state] ?? ''}`,
      one.lastChange?.slice(0, 16).replace('T', ' ') ?? '?',
    ]),
  );
}

/** AWS's view, then Azure's, where they are not the same. */
function bothSides({ aws, azure }: ReportedTunnel, layer: keyof ReportedTunnel['aws']): string {
  const [one, other] = [SIGNS[aws[layer]] ?? '', SIGNS[azure[layer]] ?? ''];
  return one === other ? one : `AWS ${one} Azure ${other}`;
}

function networkTable({ networks }: ReportedLink): string {
  if (networks.length === 0) return '';
  const rows = networks.flatMap(({ network, kind, towards, hops }) =>
    hops.map(({ hop, state, where, detail }) => [
      codeCell(network),
      `${kind} in ${towards === 'azure' ? 'Azure' : 'AWS'}`,
      hop,
      SIGNS[state] ?? '',
      where === '' ? '' : codeCell(where),
      plain(detail),
    ]),
  );
  const columns = ['Network', 'What', 'Hop', '', 'Where', 'Found'].map((heading) => ({ heading }));
  return table(columns, rows);
}

function unknownList({ unknown }: ReportedLink): string {
  if (unknown.length === 0) return '';
  const lines = unknown.slice(0, 20).map((reason) => `- ${plain(reason)}`);
  const more = unknown.length - lines.length;
  return ['Not known:', '', ...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}

function notes({ mtu, tunnels, podsToCome }: ReportedLink): string {
  const pending = tunnels
    .filter(({ maintenance }) => maintenance?.pending === true)
    .map(({ name }) => code(name));
  const announced = pending.length === 0 ? '' : `AWS has announced maintenance of ${pending.join(', ')}.`;
  const pods = podsToCome
    ? 'Ways to pods in Azure were not looked for: no machine is in the virtual network yet.'
    : '';
  return [plain(mtu.sentence), announced, pods].filter((text) => text !== '').join(' ');
}
