import { createHash } from 'node:crypto';
import type { Logger } from '../action/types.ts';
import type { GitHubDoor } from './client.ts';
import { commentMarker } from './comment-marker.ts';
import { findOwnComments, writeComment, type WrittenComment } from './marked-comment.ts';

/** What one apply has to tell the people of the pull request. */
export interface ApplyReport {
  readonly pullRequest: number;
  /** GitHub environment; each has a comment of its own. */
  readonly environment: string;
  readonly stack: string;
  /** Markdown, already redacted, with a heading of level 3; replaces what an earlier apply of the stack said. */
  readonly markdown: string;
  readonly runId: number;
  readonly runAttempt: number;
}

/** Below GitHub's limit of 65,536 characters, with room for markers. */
const LONGEST_SECTION = 12_000;
const LONGEST_COMMENT = 60_000;

/**
 * Tells the result of an apply in the pull request: one comment for each environment, one section for each stack, which
 * the next apply of that stack replaces. The stacks of a run are applied one after the other, so their jobs do not
 * write at once; of two runs that do, the later writer keeps the section of the earlier as it read it.
 */
export async function reportBack(
  door: GitHubDoor,
  report: ApplyReport,
  log: Logger,
): Promise<WrittenComment> {
  const { pullRequest, environment, runId, runAttempt } = report;
  const marker = commentMarker('apply', idOf(environment), runId, runAttempt);
  const existing = await findOwnComments(door, pullRequest, marker.prefix);
  const shown = existing.find((comment) => !comment.isMinimised);
  const body = render(marker.line, environment, merged(sectionsOf(shown?.body ?? ''), report));
  return writeComment(door, pullRequest, existing, body, { mode: 'update', contentOf: (text) => text }, log);
}

/** A marker's id has no spaces, which the name of an environment may have. */
function idOf(environment: string): string {
  return createHash('sha256').update(environment.toLowerCase()).digest('hex').slice(0, 12);
}

interface Section {
  readonly stack: string;
  readonly markdown: string;
}

/** A section ends where the next begins; a stack's name has no spaces. */
const SECTION = /^<!-- stack=(\S+) -->\n([\s\S]*?)(?=^<!-- (?:stack=\S+|end) -->$)/gm;

function sectionsOf(body: string): readonly Section[] {
  const text = body.replaceAll('\r\n', '\n');
  return [...text.matchAll(SECTION)].map(([, stack = '', markdown = '']) => ({
    stack,
    markdown: markdown.trim(),
  }));
}

/** Newest first, so that where there are too many, those that nobody applied lately are left out. */
function merged(sections: readonly Section[], { stack, markdown }: ApplyReport): readonly Section[] {
  const safe = markdown.replaceAll(/^<!-- (?=stack=|end )/gm, '&lt;!-- ').trim();
  const cut = safe.length <= LONGEST_SECTION ? safe : shortened(safe);
  const all = [{ stack, markdown: cut }, ...sections.filter((section) => section.stack !== stack)];
  let left = LONGEST_COMMENT;
  return all.filter((section) => {
    left -= section.markdown.length + section.stack.length + 20;
    return left >= 0;
  });
}

/** Whole lines; what was opened by a `details` or a fence is left out with it. */
function shortened(text: string): string {
  const opened = text.search(/^(?:<details>|```)/m);
  const most = opened > 0 ? Math.min(opened, LONGEST_SECTION) : LONGEST_SECTION;
  const end = text.slice(0, most).lastIndexOf('\n');
  return `${text.slice(0, end > 0 ? end : most).trim()}\n\nThe rest is in the job summary.`;
}

function render(line: string, environment: string, sections: readonly Section[]): string {
  const parts = sections.map(({ stack, markdown }) => `<!-- stack=${stack} -->\n${markdown}\n`);
  return [line, `## Terraform apply: ${environment}`, '', ...parts, '<!-- end -->'].join('\n');
}
