import { rmSync } from 'node:fs';
import { ActionError } from '#lib/action/errors.js';
import type { ActionDeps } from '#lib/action/types.js';
import { connectivityErrors } from '#lib/connectivity/errors.js';
import { closeSession } from '#lib/connectivity/session.js';
import { suiteErrors } from '#lib/connectivity/suite-errors.js';
import { loginFolder } from '#lib/connectivity/suite-login.js';
import { closeSuite } from '#lib/connectivity/suite-session.js';
import { openCluster } from '#lib/kubernetes/door.js';
import type { ClusterPlace } from '#lib/kubernetes/types.js';

/** Names under which the main step saves what it is about to make, and that it has removed it again. */
export const STATE = { probe: 'probe', suite: 'suite', place: 'place', isRemoved: 'is-removed' } as const;

/** The runner ends a cancelled job's post steps some minutes later. */
export const REMOVAL_MS = 120_000;

/** Removes namespace and webhook configuration when the main step did not get to it. */
export async function cleanUp(deps: ActionDeps): Promise<undefined> {
  if (deps.state.get(STATE.suite) !== '') return cleanUpSuite(deps);
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

/** The same for what Cilium's suite made: namespaces, labels, and the login of the CLI on this machine. */
async function cleanUpSuite(deps: ActionDeps): Promise<undefined> {
  const suite = deps.state.get(STATE.suite);
  rmSync(loginFolder(deps.github.tempDirectory, suite), { recursive: true, force: true });
  if (deps.state.get(STATE.isRemoved) === 'true') return;
  try {
    const place = JSON.parse(deps.state.get(STATE.place)) as ClusterPlace;
    await closeSuite(await openCluster(place, deps), suite, REMOVAL_MS, deps);
    deps.log.info(`Removed ${suite}.`);
  } catch (error) {
    if (!(error instanceof ActionError) || error.failsPost) throw error;
    const what = `Namespaces that begin with ${suite} and the label of that name on nodes may still be there. ${error.message}`;
    throw suiteErrors.EHA1827(what, { cause: error, failsPost: true });
  }
}
