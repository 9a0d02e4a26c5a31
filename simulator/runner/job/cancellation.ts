/** One step's own signal, and how to stop listening for reasons to abort it. */
export interface StepCancellation {
  readonly controller: AbortController;
  readonly end: () => void;
}

/**
 * The signal of one step: aborted when the job (or the step around it) is cancelled and the step's condition no longer
 * holds, and in any case at the deadline after which GitHub ends what is left of a cancelled job. A step that starts
 * after the cancellation does so because its condition asks for it, so only the deadline ends it.
 */
export function cancellationOf(
  parent: AbortSignal,
  deadline: AbortSignal,
  stillHolds: () => boolean,
): StepCancellation {
  const controller = new AbortController();
  const abort = () => controller.abort(new Error('The operation was canceled.'));
  const onCancel = () => {
    if (!stillHolds()) abort();
  };
  if (!parent.aborted) parent.addEventListener('abort', onCancel, { once: true });
  if (deadline.aborted) abort();
  else deadline.addEventListener('abort', abort, { once: true });
  const end = () => {
    parent.removeEventListener('abort', onCancel);
    deadline.removeEventListener('abort', abort);
  };
  return { controller, end };
}
