import { ActionError } from '../action/errors.ts';
import { NODES } from '../kubernetes/resources.ts';
import { readMachine, removeMachine, removeParts, type Problem } from './act-azure.ts';
import { type ActContext, outcome } from './act-context.ts';
import { deregister } from './act-registry.ts';
import { VM_LABEL } from './names.ts';
import { spentBecause } from './orphans.ts';
import type { Outcome } from './outcome.ts';
import { foreignMachine, foreignPart } from './ownership.ts';
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
    if (!(error instanceof ActionError)) throw error;
    return outcome('failed', null, `${error.message} (${error.code})`);
  }
}

function removedOr(problem: Problem): Outcome {
  return problem === undefined ? outcome('removed') : outcome('failed', null, problem);
}

/** Its interfaces and disks go with it; should the run end in between, they are orphans of the next one. */
async function removeOrphanMachine(id: string, context: ActContext): Promise<Outcome> {
  const { scope } = context.options;
  const answer = await readMachine(id, context);
  if (!answer.ok) return outcome('failed', null, `It was not read: ${answer.reason}.`);
  const now = answer.value;
  if (now === undefined) return outcome('gone');
  const { vm, addresses, interfaces } = now;
  const foreign = foreignMachine(vm, addresses, scope);
  if (foreign !== null) return outcome('left', null, `It was not deleted: ${foreign}.`);
  if (vm.power !== 'deallocated' && vm.power !== 'stopped') {
    return outcome('left', null, `It is ${vm.power ?? 'in an unknown state'} now.`);
  }
  const nodes = await readHybridNodes(context.doors.cluster, `${VM_LABEL}=${vm.name}`);
  if (!nodes.known) return outcome('failed', null, `The nodes are not known any more: ${nodes.because}`);
  const [node] = nodes.items;
  if (node !== undefined) return outcome('left', null, `The node ${node.name} is on it now.`);
  const byId = new Map(interfaces.map((part) => [part.id.toLowerCase(), part]));
  const { parts } = machineFact(vm, null, (part) => byId.get(part.toLowerCase()), scope);
  const problem = await removeMachine(now, context);
  return removedOr(problem ?? (await removeParts(parts, id, context)));
}

async function removeOrphanPart(id: string, context: ActContext): Promise<Outcome> {
  const answer = await context.doors.azure.part(id);
  if (!answer.ok) return outcome('failed', null, `It was not read: ${answer.reason}.`);
  const part = answer.value;
  if (part === undefined) return outcome('gone');
  if (part.usedBy !== undefined) return outcome('left', null, `It is in use by ${part.usedBy} now.`);
  const foreign = foreignPart(part, context.options.scope);
  if (foreign !== null) return outcome('left', null, `It was not deleted: ${foreign}.`);
  return removedOr(await removeParts([id], null, context));
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
