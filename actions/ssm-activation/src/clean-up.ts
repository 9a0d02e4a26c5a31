import { readAzureEnvironment } from '#lib/action/azure-environment.js';
import type { ActionDeps } from '#lib/action/types.js';
import { createSsmDoor } from '#lib/aws/ssm.js';
import { type ActivationRecord, takeBack } from '#lib/nodes/activation-clean-up.js';

/** Names under which the main step saves what it is about to make. */
export const STATE = { record: 'record', id: 'activation-id' } as const;

/** How long a refusal is taken for one that passes: rights that the job had a moment ago it has still. */
const PROPAGATION_MS = 20_000;

/** Deletes the activation of this job and its secret, also after a failure or a cancellation. */
export async function cleanUp(deps: ActionDeps): Promise<undefined> {
  const saved = deps.state.get(STATE.record);
  if (saved === '') return;
  const record = JSON.parse(saved) as ActivationRecord;
  const door = await createSsmDoor(record.region, deps);
  const options = { environment: readAzureEnvironment(), propagationMs: PROPAGATION_MS };
  await takeBack(record, deps.state.get(STATE.id), door, options, deps);
}
