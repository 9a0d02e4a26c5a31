import type { ArmAnswer } from '../azure/arm-rest.ts';
import { type NodePart, type NodeVm, partTypeOf } from '../azure/node-shapes.ts';
import {
  type Belongings,
  claimMachine,
  claimPart,
  claimParts,
  keepClaim,
  type Problem,
} from './act-claims.ts';
import type { ActContext } from './act-context.ts';
import type { NodeFact } from './facts.ts';
import type { Journal } from './journal.ts';
import { VM_LABEL } from './names.ts';
import { foreignMachine, foreignPart, isSystemDisk, isWithin, POOL_TAG } from './ownership.ts';
import { readHybridNodes } from './read-kubernetes.ts';

/** A VM as it is now with the private addresses of its interfaces. */
export interface MachineNow {
  readonly vm: NodeVm & { readonly power: string | undefined };
  readonly interfaces: readonly NodePart[];
  readonly addresses: readonly string[];
}

export async function readMachine(
  id: string,
  { doors }: ActContext,
): Promise<ArmAnswer<MachineNow | undefined>> {
  const answer = await doors.azure.machine(id);
  if (!answer.ok) return answer;
  const vm = answer.value;
  if (vm === undefined) return { ok: true, value: undefined };
  const interfaces: NodePart[] = [];
  for (const each of vm.interfaces) {
    const part = await doors.azure.part(each);
    if (!part.ok) return part;
    if (part.value !== undefined) interfaces.push(part.value);
  }
  return { ok: true, value: { vm, interfaces, addresses: interfaces.flatMap(({ addresses }) => addresses) } };
}

/**
 * Deletes the VM of a node. It is looked at once more: the id was recorded in an annotation, and a VM that Terraform
 * made anew since has the same one.
 */
export async function removeNodeMachine(
  node: NodeFact,
  { machine, parts, startedAt, by }: Journal,
  context: ActContext,
): Promise<Problem> {
  if (machine === null) return undefined;
  const { scope } = context.options;
  if (!isWithin(machine, scope)) return `Its journal names ${machine}, which is not where the nodes are.`;
  const answer = await readMachine(machine, context);
  if (!answer.ok) return `Its VM was not read: ${answer.reason}.`;
  const now = answer.value;
  if (now === undefined) return undefined;
  if (now.vm.createdAt !== undefined && now.vm.createdAt.getTime() > Date.parse(startedAt)) {
    context.deps.log.info(`The VM ${now.vm.name} was made anew since the removal began, and stays.`);
    return undefined;
  }
  const foreign = foreignMachine(now.vm, now.addresses, scope) ?? strangeTo(node, now);
  if (foreign !== null) return `The VM ${now.vm.name} was not deleted: ${foreign}.`;
  const other = await newerNode(node, now.vm.name, context);
  if (other !== undefined) return `The VM ${now.vm.name} was not deleted: ${other}.`;
  const belongings = { machine, parts, pool: now.vm.tags[POOL_TAG], earlier: [by] };
  const unclaimed = (await claimMachine(now.vm, [by], context)) ?? (await claimParts(belongings, context));
  return unclaimed ?? removeMachine(now, context);
}

/** Why a VM cannot be that of the node. */
function strangeTo({ internalIp, labels }: NodeFact, { vm, addresses }: MachineNow): string | null {
  const label = labels[VM_LABEL];
  if (label !== undefined && label.toLowerCase() !== vm.name.toLowerCase()) {
    return `the node says that its VM is ${label}`;
  }
  if (internalIp !== null && !addresses.includes(internalIp)) {
    return `it does not have the address ${internalIp} of the node`;
  }
  return null;
}

/** A VM that registered anew is that of its newest node. */
async function newerNode(node: NodeFact, vm: string, { doors }: ActContext): Promise<Problem> {
  const others = await readHybridNodes(doors.cluster, `${VM_LABEL}=${vm}`);
  if (!others.known) return `the nodes are not known any more: ${others.because}`;
  const newer = others.items.find(
    ({ uid, createdAt }) => uid !== node.uid && (createdAt ?? 0) >= (node.createdAt ?? 0),
  );
  return newer === undefined ? undefined : `the node ${newer.name} is on it`;
}

/** Stops a VM that this run has claimed, so that it costs nothing even where a lock keeps it from being deleted; deletes it; looks whether it is gone. */
export async function removeMachine({ vm }: MachineNow, context: ActContext): Promise<Problem> {
  const { doors, deps } = context;
  if (vm.power !== 'deallocated') {
    const stopped = await doors.azure.deallocate(vm.id);
    if (!stopped.ok) return `The VM ${vm.name} was not stopped: ${stopped.reason}.`;
  }
  const kept = await keepClaim(vm.id, context);
  if (kept !== undefined) return kept;
  const removed = await doors.azure.removeMachine(vm.id);
  if (!removed.ok) return `The VM ${vm.name} was not deleted: ${removed.reason}.`;
  const left = await doors.azure.machine(vm.id);
  if (!left.ok) return `Whether the VM ${vm.name} is gone is not known: ${left.reason}.`;
  if (left.value !== undefined) return `Azure says that the VM ${vm.name} is deleted, and still has it.`;
  deps.log.info(`The VM ${vm.name} is deleted.`);
  return undefined;
}

const ORDER = ['network-interface', 'public-ip', 'disk'] as const;

/** Claims parts that are not yet, and deletes interfaces first, for addresses hang on them. @throws LeftToOther */
export async function removeParts(belongings: Belongings, context: ActContext): Promise<Problem> {
  const unclaimed = await claimParts(belongings, context);
  if (unclaimed !== undefined) return unclaimed;
  const rank = (id: string): number => ORDER.findIndex((type) => type === partTypeOf(id));
  const problems: string[] = [];
  for (const id of [...belongings.parts].sort((one, other) => rank(one) - rank(other))) {
    const problem = await removePart(id, belongings, context);
    if (problem !== undefined) problems.push(problem);
  }
  return problems.length === 0 ? undefined : problems.join(' ');
}

async function removePart(id: string, belongings: Belongings, context: ActContext): Promise<Problem> {
  const { doors, deps, options } = context;
  const name = id.split('/').at(-1) ?? id;
  if (!isWithin(id, options.scope)) return `${name} was not deleted: it is not where the nodes are.`;
  const answer = await doors.azure.part(id);
  if (!answer.ok) return `${name} was not read: ${answer.reason}.`;
  const part = answer.value;
  if (part === undefined) return undefined;
  if (part.usedBy !== undefined) {
    deps.log.info(`${name} is in use by ${part.usedBy}, and stays.`);
    return undefined;
  }
  const foreign = foreignPart(part, options.scope);
  if (foreign !== null && !isSystemDisk(part, belongings.machine))
    return `${name} was not deleted: ${foreign}.`;
  const unclaimed = await claimPart(part, belongings, context);
  if (unclaimed !== undefined) return unclaimed;
  const removed = await doors.azure.removePart(id);
  if (!removed.ok) return `${name} was not deleted: ${removed.reason}.`;
  const left = await doors.azure.part(id);
  if (!left.ok) return `Whether ${name} is gone is not known: ${left.reason}.`;
  return left.value === undefined ? undefined : `Azure says that ${name} is deleted, and still has it.`;
}
