import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { WorkflowError } from '../errors.ts';
import { evaluateBoolean, evaluateString, type Scope } from '../expressions/evaluate.ts';
import { child, textOf } from '../expressions/tokens.ts';
import type { RunContext } from './run-context.ts';

/** Who wants to enter a group. */
export interface GroupWaiter {
  readonly run: RunContext;
  readonly scope: Scope;
  /** Groups that this job's callers hold. */
  readonly held: readonly string[];
  /** Aborted when another run or job takes the place. */
  readonly cancel: AbortController;
  readonly name: string;
}

/** A concurrency group that is held. */
export interface HeldGroup {
  readonly release: () => void;
  /** All groups held from here on, lower case. */
  readonly groups: readonly string[];
}

/**
 * Enters the group that a `concurrency` key names, waiting for it if need be; without the key there is nothing to
 * hold. Rejects when the waiter is cancelled meanwhile.
 */
export async function enterGroup(token: TemplateToken | undefined, waiter: GroupWaiter): Promise<HeldGroup> {
  const { run, scope, held, cancel } = waiter;
  const group = token === undefined ? '' : (evaluateString(child(token, 'group') ?? token, scope) ?? '');
  if (group === '') return { release: () => undefined, groups: held };
  const key = `${run.request.run.repository}/${group}`.toLowerCase();
  if (held.includes(key)) {
    throw new WorkflowError(
      `Canceling since a deadlock for concurrency group '${group}' was detected between 'top level workflow' and '${waiter.name}'`,
    );
  }
  const cancelInProgress = evaluateBoolean(child(token, 'cancel-in-progress'), scope, false);
  const queue = textOf(child(token, 'queue')) === 'max' ? 'max' : 'single';
  if (queue === 'max' && cancelInProgress) {
    throw new WorkflowError('`queue: max` cannot be combined with `cancel-in-progress: true`');
  }
  if (run.groups.isBusy(key)) {
    const reason = `Waiting for concurrency group "${group}"`;
    run.request.observe?.({ type: 'job-waiting', job: waiter.name, reason });
  }
  const give = (reason: string) => cancel.abort(new Error(reason.replace(key, group)));
  const release = await run.groups.acquire(
    { group: key, cancelInProgress, queue, cancel: give },
    cancel.signal,
  );
  return { release, groups: [...held, key] };
}
