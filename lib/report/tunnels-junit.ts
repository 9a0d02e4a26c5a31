import type { ReportedLink, TunnelsDocument } from './tunnels-document.ts';

/**
 * The links as JUnit: a suite for each, a case for each tunnel, each network and redundancy. What is not known is an
 * `error`, so that no reader takes it for passed.
 */
export function tunnelsJunit(document: TunnelsDocument): string {
  const suites = document.links.map((link) => suite(link, document.generatedAt));
  const empty = document.links.length === 0 ? [emptySuite(document.generatedAt)] : [];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="tunnel-status">\n${[...suites, ...empty].join('\n')}\n</testsuites>\n`;
}

interface Case {
  readonly name: string;
  readonly state: 'passed' | 'failure' | 'error';
  readonly message: string;
}

function casesOf({ tunnels, paths, networks, redundancy }: ReportedLink): readonly Case[] {
  const stateOf = (signal: string): Case['state'] =>
    signal === 'up' ? 'passed' : signal === 'down' ? 'failure' : 'error';
  return [
    ...tunnels.map(({ name, verdict }) => verdictCase(`tunnel ${name}`, verdict, verdict)),
    ...paths.map(({ name, kind, verdict, checks }) => {
      const bad = checks.filter(({ state }) => state !== 'up').map(({ what, detail }) => `${what} ${detail}`);
      return verdictCase(`${kind} ${name}`, verdict, [verdict, ...bad].join('; '));
    }),
    ...networks.map(({ network, towards, state, hops }): Case => ({
      name: `network ${network} in ${towards}`,
      state: stateOf(state),
      message: hops
        .filter((hop) => hop.state !== 'up')
        .map(({ hop, where, detail }) => `${hop} ${where}: ${detail}`)
        .join('; '),
    })),
    { name: 'redundancy', state: stateOf(redundancy.state), message: redundancy.sentence },
  ];
}

function verdictCase(name: string, verdict: ReportedLink['verdict'], message: string): Case {
  const state = verdict === 'healthy' ? 'passed' : verdict === 'unknown' ? 'error' : 'failure';
  return { name, state, message };
}

function suite(link: ReportedLink, timestamp: string): string {
  return suiteOf(link.name, casesOf(link), timestamp);
}

function emptySuite(timestamp: string): string {
  return suiteOf(
    'no link',
    [{ name: 'a link is found', state: 'error', message: 'no link was found' }],
    timestamp,
  );
}

function suiteOf(name: string, cases: readonly Case[], timestamp: string): string {
  const count = (state: Case['state']): number => cases.filter((one) => one.state === state).length;
  const lines = cases.map((one) => {
    const head = `    <testcase name="${escaped(one.name)}" classname="${escaped(name)}"`;
    return one.state === 'passed'
      ? `${head}/>`
      : `${head}><${one.state} message="${escaped(one.message)}"/></testcase>`;
  });
  const counts = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}"`;
  return [
    `  <testsuite name="${escaped(name)}" ${counts} timestamp="${timestamp}">`,
    ...lines,
    '  </testsuite>',
  ].join('\n');
}

/** XML 1.0 has no control characters, not even escaped. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '?')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
