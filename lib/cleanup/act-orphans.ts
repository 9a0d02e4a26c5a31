import { ActionError } from '../action/errors.ts';
import type { NodePart } from '../azure/node-shapes.ts';
import { NODES } from '../kubernetes/resources.ts';
import { type MachineNow, readMachine, removeMachine, removeParts } from './act-azure.ts';
import {
  type Belongings,
  claimMachine,
  claimParts,
  LeftToOther,
  type Problem,
  requireClaim,
  settle,
} from './act-claims.ts';
import { type ActContext, outcome } from './act-context.ts';
import { deregister } from './act-registry.ts';
import { VM_LABEL } from './names.ts';
import { spentBecause } from './orphans.ts';
import type { Outcome } from './outcome.ts';
import { foreignMachine, foreignPart, POOL_TAG } from './ownership.ts';
import type { OrphanVerdict } from './plan.ts';
import { readHybridNodes } from './read-kubernetes.ts';
import { CLUSTER_ARN_TAG } from './read-ssm.ts';
import { machineFact } from './read-azure.ts';

/** Removes one orphan, if it is still one. */
export async function removeOrphan(orphan: OrphanVerdict, context: ActContext): Promise<Outcome> {
  try {
    const down = await context.guards.linkDown();
    if (down !== undefined) return outcome('left', null, down);
    switch (orphan.what) {
      case 'machine':
        return await removeOrphanMachine(orphan.id, context);
      case 'instance':
        return await removeInstance(orphan.id, context);
      case 'activation':
        return await removeActivation(orphan.id, context);
      default:
        return await removeOrphanPart(orphan.id, context);
    }
  } catch (error) {
    if (context.deps.signal.aborted) return outcome('cancelled', null, 'The run ended.');
    if (error instanceof LeftToOther) return outcome('left', null, error.message);
    if (!(error instanceof ActionError)) throw error;
    return outcome('failed', null, `${error.message} (${error.code})`);
  }
}

function removedOr(problem: Problem): Outcome {
  return problem === undefined ? outcome('removed') : outcome('failed', null, problem);
}

/** Its interfaces and disks go with it; should the run end in between, they are orphans of the next one by their tags. */
async function removeOrphanMachine(id: string, context: ActContext): Promise<Outcome> {
  const first = await lookAtMachine(id, context);
  if ('result' in first) return first;
  const belongings = belongingsOf(first, context);
  const startedAt = context.deps.clock.now();
  // The VM decides between two runs; what goes with it is taken by the one that has it.
  const unclaimed = await claimMachine(first.vm, [], context);
  if (unclaimed !== undefined) return removedOr(unclaimed);
  await settle(context, startedAt);
  const now = await lookAtMachine(id, context);
  if ('result' in now) return now;
  requireClaim(now.vm.tags, context);
  const kept = await claimParts(belongings, context);
  if (kept !== undefined) return removedOr(kept);
  return removedOr((await removeMachine(now, context)) ?? (await removeParts(belongings, context)));
}

/** The VM when it is still one that may go; else what becomes of it. */
async function lookAtMachine(id: string, context: ActContext): Promise<MachineNow | Outcome> {
  const { scope } = context.options;
  const answer = await readMachine(id, context);
  if (!answer.ok) return outcome('failed', null, `It was not read: ${answer.reason}.`);
  const now = answer.value;
  if (now === undefined) return outcome('gone');
  const { vm, addresses } = now;
  const foreign = foreignMachine(vm, addresses, scope);
  if (foreign !== null) return outcome('left', null, `It was not deleted: ${foreign}.`);
  if (vm.power !== 'deallocated' && vm.power !== 'stopped') {
    return outcome('left', null, `It is ${vm.power ?? 'in an unknown state'} now.`);
  }
  const nodes = await readHybridNodes(context.doors.cluster, `${VM_LABEL}=${vm.name}`);
  if (!nodes.known) return outcome('failed', null, `The nodes are not known any more: ${nodes.because}`);
  const [node] = nodes.items;
  return node === undefined ? now : outcome('left', null, `The node ${node.name} is on it now.`);
}

function belongingsOf({ vm, interfaces }: MachineNow, { options: { scope } }: ActContext): Belongings {
  const byId = new Map(interfaces.map((part) => [part.id.toLowerCase(), part]));
  const { parts } = machineFact(vm, null, (part) => byId.get(part.toLowerCase()), scope);
  return { machine: vm.id, parts, pool: vm.tags[POOL_TAG], earlier: [] };
}

async function removeOrphanPart(id: string, context: ActContext): Promise<Outcome> {
  const first = await lookAtPart(id, context);
  if ('result' in first) return first;
  const belongings = { machine: null, parts: [id], pool: undefined, earlier: [] };
  const startedAt = context.deps.clock.now();
  const unclaimed = await claimParts(belongings, context);
  if (unclaimed !== undefined) return removedOr(unclaimed);
  await settle(context, startedAt);
  const now = await lookAtPart(id, context);
  if ('result' in now) return now;
  requireClaim(now.tags, context);
  return removedOr(await removeParts(belongings, context));
}

/** The part when it is still one that may go; else what becomes of it. */
async function lookAtPart(id: string, context: ActContext): Promise<NodePart | Outcome> {
  const answer = await context.doors.azure.part(id);
  if (!answer.ok) return outcome('failed', null, `It was not read: ${answer.reason}.`);
  const part = answer.value;
  if (part === undefined) return outcome('gone');
  if (part.usedBy !== undefined) return outcome('left', null, `It is in use by ${part.usedBy} now.`);
  const foreign = foreignPart(part, context.options.scope);
  return foreign === null ? part : outcome('left', null, `It was not deleted: ${foreign}.`);
}

async function removeInstance(id: string, context: ActContext): Promise<Outcome> {
  if ((await context.doors.cluster.get(NODES, { name: id })) !== undefined) {
    return outcome('left', null, 'It has become a node.');
  }
  const instances = await context.instances();
  if (!instances.known) {
    return outcome('failed', null, `The instances are not known any more: ${instances.because}`);
  }
  const now = instances.items.find((instance) => instance.id === id);
  if (now === undefined) return outcome('gone');
  if (now.ping === 'Online') return outcome('left', null, 'Its agent is online again.');
  return removedOr(await deregister(id, context));
}

async function removeActivation(id: string, { doors, activations }: ActContext): Promise<Outcome> {
  const listing = await activations();
  if (!listing.known) {
    return outcome('failed', null, `The activations are not known any more: ${listing.because}`);
  }
  const now = listing.items.find((activation) => activation.id === id);
  if (now === undefined) {
    return outcome('gone', null, `No activation of the id has the tag ${CLUSTER_ARN_TAG} of the cluster.`);
  }
  if (spentBecause(now) === undefined) return outcome('left', null, 'It can be used.');
  const deleted = await doors.ssm.deleteActivation(id);
  if (!deleted.ok) return outcome('failed', null, `It was not deleted: ${deleted.reason}.`);
  // There is no call for one activation; asked to delete it again, SSM tells whether it is there.
  const again = await doors.ssm.deleteActivation(id);
  if (again.ok && again.value === 'gone') return outcome('removed');
  const why = again.ok ? 'Systems Manager still had it' : again.reason;
  return outcome('failed', null, `Whether it is gone is not known: ${why}.`);
}
