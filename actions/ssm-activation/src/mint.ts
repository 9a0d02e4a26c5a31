import { randomUUID } from 'node:crypto';
import type { ActionDeps } from '#lib/action/types.js';
import { type ActivationRequest, createSsmDoor, type SsmDoor } from '#lib/aws/ssm.js';
import type { ActivationRecord } from '#lib/nodes/activation-clean-up.js';
import { type Delivery, openDelivery } from '#lib/nodes/activation-delivery.js';
import { activationErrors } from '#lib/nodes/activation-errors.js';
import { countNewMachines } from '#lib/nodes/activation-limit.js';
import { CLUSTER_TAG, isOurs, MINT_TAG, RUN_TAG, runMark } from '#lib/nodes/activation-marks.js';
import { type Minted, mintActivation } from '#lib/nodes/activation-mint.js';
import { planDocument } from '#lib/report/plan-document.js';
import { STATE } from './clean-up.ts';
import type { MintInputs } from './inputs.ts';
import { readPreflight } from './preflight.ts';
import type { Progress } from './run.ts';

/** SSM takes no more for one activation. */
const MOST_REGISTRATIONS = 1000;

/**
 * Checks, makes, delivers. What `post` needs is saved before the first call that makes anything.
 * @throws EHA1560 to EHA1565
 */
export async function mint(
  inputs: MintInputs,
  progress: Progress,
  deps: ActionDeps,
): Promise<'minted' | 'not-needed'> {
  const wanted = wantedOf(inputs);
  progress.wanted = wanted;
  if (wanted.count === 0) {
    deps.log.info('The plan makes no VM: no activation is needed, and none is made.');
    return 'not-needed';
  }
  deps.log.info(
    `Checking identity, cluster ${inputs.clusterName} and role ${inputs.roleName} for ${wanted.count} nodes.`,
  );
  const door = await createSsmDoor(inputs.region, deps);
  const clusterArn = await preflight(inputs, wanted.count, door, progress, deps);
  const delivery = openDelivery(inputs.target, inputs, deps);
  await checkPlace(delivery, inputs, clusterArn);
  const request = requestOf(inputs, wanted.count, clusterArn, deps);
  const record: ActivationRecord = {
    region: inputs.region,
    mint: request.tags[MINT_TAG] ?? '',
    target: inputs.target,
  };
  deps.state.set(STATE.record, JSON.stringify(record));
  deps.signal.throwIfAborted();
  const minted = await mintActivation(door, request, inputs.propagationMs, deps);
  deps.state.set(STATE.id, minted.id);
  note(minted, request, progress);
  deps.signal.throwIfAborted();
  deps.log.info(
    `Activation ${minted.id} made for ${wanted.count} registrations, until ${request.expiresAt.toISOString()}.`,
  );
  await deliver(delivery, minted, request, inputs, progress);
  deps.log.info(`The nodes find it in ${delivery.where}.`);
  return 'minted';
}

function note({ id, orphansRemoved }: Minted, request: ActivationRequest, progress: Progress): void {
  const { registrationLimit, expiresAt, tags } = request;
  progress.orphansRemoved = orphansRemoved;
  progress.activation = { id, registrationLimit, expiresAt: expiresAt.toISOString(), tags: { ...tags } };
}

function wantedOf({ registrationLimit, planReports }: MintInputs): NonNullable<Progress['wanted']> {
  if (registrationLimit !== null) return { count: registrationLimit, from: 'input' };
  const count = countNewMachines(planReports.map((path) => planDocument.read(path)));
  if (count <= MOST_REGISTRATIONS) return { count, from: 'plan' };
  throw activationErrors.EHA1560(
    `The plan makes ${count} VMs; one activation takes ${MOST_REGISTRATIONS} registrations.`,
  );
}

async function preflight(
  inputs: MintInputs,
  wanted: number,
  door: SsmDoor,
  progress: Progress,
  deps: ActionDeps,
): Promise<string> {
  const { checks, clusterArn } = await readPreflight(inputs, wanted, door, deps);
  progress.checks = [...checks];
  progress.clusterArn = clusterArn;
  for (const { result, sentence } of checks) {
    if (result === 'unknown') deps.log.warning(`Not checked: ${sentence}`);
    else deps.log.info(sentence);
  }
  const failed = checks.filter(({ result }) => result === 'failed');
  if (failed.length > 0) {
    throw activationErrors.EHA1561(failed.map(({ sentence }) => sentence).join('\n'));
  }
  if (clusterArn !== null) return clusterArn;
  throw activationErrors.EHA1561(
    `The activation cannot be tagged with ${CLUSTER_TAG}: neither the cluster nor the account of the job could be read.`,
  );
}

/** Nothing of another owner is overwritten, and nothing that could not be looked at. */
async function checkPlace(delivery: Delivery, { target }: MintInputs, clusterArn: string): Promise<void> {
  const found = await delivery.find();
  if (!found.ok) throw activationErrors.EHA1565(`${found.reason}.`);
  if (found.value === null) return;
  if (target.kind === 'file') throw activationErrors.EHA1565(`There is ${delivery.where} already.`);
  if (isOurs(found.value.tags, clusterArn)) return;
  throw activationErrors.EHA1565(
    `There is ${delivery.where} already, and it was not made by this action for this cluster (tag ${CLUSTER_TAG}).`,
  );
}

function requestOf(
  { roleName, expiresInMs, instanceName, tags }: MintInputs,
  count: number,
  clusterArn: string,
  { github, clock }: ActionDeps,
): ActivationRequest {
  return {
    role: roleName,
    description: `eks-hybrid-actions ${runMark(github)}`.slice(0, 256),
    ...(instanceName !== null && { instanceName }),
    registrationLimit: count,
    // SSM and Key Vault count whole seconds.
    expiresAt: new Date(Math.floor((clock.now() + expiresInMs) / 1000) * 1000),
    tags: {
      ...tags,
      [CLUSTER_TAG]: clusterArn,
      [RUN_TAG]: runMark(github).slice(0, 256),
      [MINT_TAG]: randomUUID(),
    },
  };
}

async function deliver(
  delivery: Delivery,
  { id, code }: Minted,
  { expiresAt, tags }: ActivationRequest,
  { target }: MintInputs,
  progress: Progress,
): Promise<void> {
  const put = await delivery.put({ id, code, expiresAt, tags });
  if (!put.ok) throw activationErrors.EHA1565(`${put.reason}.`);
  progress.delivery = { kind: target.kind, where: delivery.where };
}
