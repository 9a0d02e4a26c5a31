/**
 * The hidden first line of a comment this suite writes. It tells which comment it is, so that it is found again, and
 * which run wrote it, so that an older run that ends late does not overwrite what a newer one said.
 */
export interface CommentMarker {
  /** What every version of this comment starts with. */
  readonly prefix: string;
  readonly line: string;
}

export function commentMarker(kind: string, id: string, runId: number, runAttempt: number): CommentMarker {
  const prefix = `<!-- eks-hybrid-actions:${kind} id=${id} `;
  return { prefix, line: `${prefix}run=${String(runId)}.${String(runAttempt)} -->` };
}

/** Whether `body` was written by a later run, or a later attempt of the same run. Run ids only grow. */
export function isWrittenByLaterRun(body: string, runId: number, runAttempt: number): boolean {
  const found = /^<!-- eks-hybrid-actions:\S+ id=\S+ run=(\d+)\.(\d+) -->/.exec(body);
  if (found === null) return false;
  const [writtenRun, writtenAttempt] = [Number(found[1]), Number(found[2])];
  return writtenRun > runId || (writtenRun === runId && writtenAttempt > runAttempt);
}
