import type { SummaryPart } from '../action/types.ts';
import type { ConnectivityDocument } from './connectivity-document.ts';
import { code, codeCell, folded, plain, plural, table } from './markdown.ts';

type Suite = NonNullable<ConnectivityDocument['suite']>;

/** What a run of Cilium's suite says beside its checks: where it ran, what did not count, and how each test went. */
export function suiteSections({ suite }: ConnectivityDocument): readonly SummaryPart[] {
  if (suite === undefined) return [];
  return [{ markdown: place(suite) }, { markdown: losses(suite) }, { markdown: tests(suite) }];
}

const VOUCHED = {
  pin: 'verified by the SHA-256 that the workflow gives',
  table: 'verified by the SHA-256 that comes with the action',
  release: "verified by its release's own SHA-256 alone",
} as const;

function place({ cli, cilium, nodes }: Suite): string {
  const version = cilium === null ? 'of an unknown version' : plain(cilium);
  return `Cilium ${version}, between ${code(nodes.aws)} in AWS and ${code(nodes.azure)} in Azure, by cilium-cli ${plain(cli.version)}, ${VOUCHED[cli.verifiedBy]}.`;
}

function losses({ runs }: Suite): string {
  const lost = runs.flatMap(({ patterns, attempt, lost: why }) =>
    why === null
      ? []
      : [`- ${code(patterns.join(' '))}${attempt === 1 ? '' : ' (run again)'}: ${plain(why)}`],
  );
  return lost.length === 0 ? '' : ['**Runs without results:**', ...lost].join('\n');
}

const SIGNS = { passed: '✅', failed: '❌' } as const;

/** All outcomes of a test, in order: one that passed in the end is seen to have failed before. */
function tests({ tests: all }: Suite): string {
  if (all.length === 0) return '';
  const rows = all.map(({ name, attempts, actions, seconds }) => [
    codeCell(name),
    attempts.map((attempt) => SIGNS[attempt]).join(' then '),
    String(actions),
    String(seconds),
  ]);
  const headings = ['test', 'runs', 'actions', 'seconds'].map((heading) => ({ heading }));
  return folded(`${plural(all.length, 'test')} of Cilium's suite`, table(headings, rows));
}

/** In place of the line about probes. */
export function suiteEffort({ effort: { pods, calls, seconds } }: ConnectivityDocument): string {
  return `${plural(pods, 'pod')} of the suite, ${plural(calls, 'run')} of the CLI, ${plural(seconds, 'second')}.`;
}
