import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { WorkflowError } from '../errors.ts';
import { child, evaluateBoolean, evaluateString, type Scope } from '../expressions/evaluate.ts';
import type { RunContext } from './run-context.ts';

/** A concurrency group that is held. */
export interface HeldGroup {
  readonly release: () => void;
  /** All groups held from here on, lower case. */
  readonly groups: readonly string[];
}

/**
 * Enters the group that a `concurrency` key names, waiting for it if need be; without the key there is nothing to
 * hold. `cancel` is aborted when another run or job takes the place.
 */
export async function enterGroup(
  run: RunContext,
  token: TemplateToken | undefined,
  scope: Scope,
  held: readonly string[],
  cancel: AbortController,
  waiter: string,
): Promise<HeldGroup> {
  const group = token === undefined ? '' : (evaluateString(child(token, 'group') ?? token, scope) ?? '');
  if (group === '') return { release: () => undefined, groups: held };
  const key = `${run.request.run.repository}/${group}`.toLowerCase();
  if (held.includes(key)) {
    throw new WorkflowError(
      `Canceling since a deadlock for concurrency group '${group}' was detected between 'top level workflow' and '${waiter}'`,
    );
  }
  const cancelInProgress = evaluateBoolean(child(token, 'cancel-in-progress'), scope, false);
  const queue = String(child(token, 'queue') ?? 'single') === 'max' ? 'max' : 'single';
  if (queue === 'max' && cancelInProgress) {
    throw new WorkflowError(
      'The workflow is not valid: `queue: max` cannot be combined with `cancel-in-progress: true`',
    );
  }
  if (run.groups.isBusy(key)) {
    run.request.observe?.({
      type: 'job-waiting',
      job: waiter,
      reason: `Waiting for concurrency group "${group}"`,
    });
  }
  const release = await run.groups.acquire(
    {
      group: key,
      cancelInProgress,
      queue,
      cancel: (reason) => cancel.abort(new Error(reason.replace(key, group))),
    },
    cancel.signal,
  );
  return { release, groups: [...held, key] };
}
