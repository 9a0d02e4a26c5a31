import { createHash } from 'node:crypto';
import type { GitHubDoor } from '#lib/github/client.js';
import { closeIssue, keepIssue, type KeptIssue, readIssueBoard } from '#lib/github/marked-issue.js';
import type { ReportedLink, TunnelsDocument } from '#lib/report/tunnels-document.js';
import { linkSections, linkVerdict } from '#lib/report/tunnels-sections.js';
import type { Inputs } from './inputs.ts';

/**
 * Keeps one issue for each link. A link that is healthy closes its own; one that is known to be broken opens it; one that
 * could not be judged, or is only being made or settling, changes nothing.
 */
export async function keepIssues(
  door: GitHubDoor,
  document: TunnelsDocument,
  { label, maxOpen }: Inputs,
): Promise<TunnelsDocument> {
  if (document.links.length === 0) return document;
  const board = await readIssueBoard(door, label);
  const links: ReportedLink[] = [];
  let opened = 0;
  for (const link of document.links) {
    const key = `link id=${encodeURIComponent(link.id)}`;
    const verdict = linkVerdict(link);
    const seen = { ...board, open: board.open + opened };
    let issue: KeptIssue | null = null;
    if (link.verdict === 'healthy') {
      issue = await closeIssue(door, board, key, `${verdict} ([run](${document.runUrl}))`);
    } else if (isBroken(link)) {
      const text = {
        key,
        fingerprint: fingerprintOf(link),
        title: `Link ${link.name} is ${link.verdict}`,
        body: bodyOf(link, document),
        comment: `${verdict} ([run](${document.runUrl}))`,
      };
      issue = await keepIssue(door, seen, text, maxOpen);
      if (issue.action === 'opened' || issue.action === 'reopened') opened += 1;
    }
    links.push({ ...link, issue });
  }
  return { ...document, links };
}

function isBroken({ verdict }: ReportedLink): boolean {
  return verdict === 'down' || verdict === 'degraded' || verdict === 'asymmetric';
}

/** What is broken and why, not when: times and counts differ in every run. */
function fingerprintOf({ verdict, tunnels, paths, causes, networks }: ReportedLink): string {
  const said = {
    verdict,
    tunnels: [...tunnels, ...paths].map(({ name, verdict: own }) => [name, own]),
    causes: causes.map(({ id, subjects }) => [id, [...subjects].sort()]),
    networks: networks
      .filter(({ state }) => state === 'down')
      .map(({ network, towards }) => [network, towards]),
  };
  return `link-v1:${createHash('sha256').update(JSON.stringify(said)).digest('hex')}`;
}

function bodyOf(link: ReportedLink, { runUrl, generatedAt }: TunnelsDocument): string {
  const { verdict, causes, tunnels, details } = linkSections(link);
  const closing = `Checked at ${generatedAt} ([run](${runUrl})). This issue closes by itself when the link is healthy again.`;
  return [verdict, causes, tunnels, details, closing].filter((text) => text !== '').join('\n\n');
}
