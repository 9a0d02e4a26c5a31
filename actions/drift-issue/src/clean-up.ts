import type { ActionDeps } from '#lib/action/types.js';
import { removeOwnLock } from '#lib/terraform/own-lock.js';

/** Removes the state lock of a Terraform of this job that was killed; a lock of anybody else is only told of. */
export async function cleanUp(deps: ActionDeps): Promise<undefined> {
  const { outcome, message } = await removeOwnLock(deps, deps.state.get('terraform-path') || 'terraform');
  if (message === null) return;
  if (outcome === 'kept' || outcome === 'unknown') deps.log.warning(message);
  else deps.log.info(message);
}
