import type { Logger } from '#lib/action/types.js';
import type { GitHubDoor } from '#lib/github/client.js';
import { isWrittenByLaterRun, type CommentMarker } from '#lib/github/comment-marker.js';
import {
  findOwnComments,
  writeComment,
  type CommentMode,
  type WrittenComment,
} from '#lib/github/marked-comment.js';
import { contentOf } from '#lib/report/plan-comment.js';

/** What became of the comment. */
export interface Outcome {
  readonly action: WrittenComment['action'] | 'superseded' | 'outdated' | 'none';
  readonly id: number | undefined;
  readonly url: string | undefined;
  readonly retired: number;
}

export const NOTHING_WRITTEN: Outcome = { action: 'none', id: undefined, url: undefined, retired: 0 };

export interface Publication {
  readonly pullRequest: number;
  readonly marker: CommentMarker;
  /** The run that the text is about. */
  readonly run: { readonly id: number; readonly attempt: number };
  readonly body: string;
  readonly mode: CommentMode;
  /** False when there is nothing to say, unless an earlier run said something. */
  readonly isNeeded: boolean;
}

/** Keeps the one comment, unless a newer run wrote it already. */
export async function publish(door: GitHubDoor, log: Logger, publication: Publication): Promise<Outcome> {
  const outcome = await write(door, log, publication);
  log.info(`Comment ${outcome.action}${outcome.url === undefined ? '' : `: ${outcome.url}`}`);
  return outcome;
}

async function write(
  door: GitHubDoor,
  log: Logger,
  { pullRequest, marker, run, body, mode, isNeeded }: Publication,
): Promise<Outcome> {
  const existing = await findOwnComments(door, pullRequest, marker.prefix);
  const newer = existing.find((comment) => isWrittenByLaterRun(comment.body, run.id, run.attempt));
  if (newer !== undefined) {
    log.notice('A newer run has already written the comment; this one leaves it as it is.');
    return { action: 'superseded', id: newer.id, url: newer.url, retired: 0 };
  }
  if (!isNeeded && existing.every((comment) => comment.isMinimised)) return NOTHING_WRITTEN;
  return writeComment(door, pullRequest, existing, body, { mode, contentOf }, log);
}
