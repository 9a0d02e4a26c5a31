import { ActionError } from '#lib/action/errors.js';
import type { ActionDeps } from '#lib/action/types.js';
import { connectivityErrors } from '#lib/connectivity/errors.js';
import { closeSession } from '#lib/connectivity/session.js';
import { openCluster } from '#lib/kubernetes/door.js';
import type { ClusterPlace } from '#lib/kubernetes/types.js';

/** Names under which the main step saves what it is about to make, and that it has removed it again. */
export const STATE = { probe: 'probe', place: 'place', isRemoved: 'is-removed' } as const;

/** The runner ends a cancelled job's post steps some minutes later. */
export const REMOVAL_MS = 120_000;

/** Removes namespace and webhook configuration when the main step did not get to it. */
export async function cleanUp(deps: ActionDeps): Promise<undefined> {
  const probe = deps.state.get(STATE.probe);
  if (probe === '' || deps.state.get(STATE.isRemoved) === 'true') return;
  try {
    const place = JSON.parse(deps.state.get(STATE.place)) as ClusterPlace;
    await closeSession(await openCluster(place, deps), probe, REMOVAL_MS, deps);
    deps.log.info(`Removed ${probe}.`);
  } catch (error) {
    if (!(error instanceof ActionError) || error.failsPost) throw error;
    const what = `The namespace and the webhook configuration ${probe} may still be there. ${error.message}`;
    throw connectivityErrors.EHA1804(what, { cause: error, failsPost: true });
  }
}
