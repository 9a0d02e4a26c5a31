import { rm } from 'node:fs/promises';
import type { ActionDeps } from '#lib/action/types.js';

/** Name of the state that holds the path of the NodeConfig with the activation code. */
export const WRITTEN = 'written-node-config';

/** Removes the NodeConfig that `run` wrote: runners that are kept would keep the activation code with it. */
export async function cleanUp({ state, log }: ActionDeps): Promise<undefined> {
  const path = state.get(WRITTEN);
  if (path === '') return undefined;
  await rm(path, { force: true });
  log.info(`${path} was removed.`);
  return undefined;
}
