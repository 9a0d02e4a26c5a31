import { LEASES } from '../kubernetes/resources.ts';
import { type ActContext } from './act-context.ts';
import { classify } from './classify.ts';
import type { CleanupScope } from './doors.ts';
import type { LeaseFact, Listing, NodeFact } from './facts.ts';
import { idleSince } from './journal.ts';
import { VM_LABEL } from './names.ts';
import type { NodeVerdict } from './plan.ts';
import { projectLease } from './project.ts';
import { LEASE_NAMESPACE, readBudgets, readPodsOf } from './read-kubernetes.ts';
import { isIdle } from './settings.ts';
import type { Found } from './signals.ts';

/**
 * Judges a node once more by what is true now, with the rules of the plan. Gives why it must stay; undefined when it is
 * still of the class that it was removed for.
 */
export async function changedBecause(
  verdict: NodeVerdict,
  node: NodeFact,
  context: ActContext,
): Promise<string | undefined> {
  const { doors, deps, options } = context;
  const wasIdle = isIdle(verdict.class);
  const now = deps.clock.now();
  if (wasIdle && idleSince(node, now) === null) return 'Its mark of being idle was taken away.';
  const lease = projectLease(
    (await doors.cluster.get(LEASES, { name: node.name, namespace: LEASE_NAMESPACE })) ?? {},
  );
  const input = {
    node,
    lease: { known: true, value: lease } satisfies Found<LeaseFact>,
    ...(wasIdle ? NOT_ASKED : await otherSigns(verdict, node, context)),
    namesMachine: verdict.machine !== undefined || hadNone(verdict),
    pods: foundOf(await readPodsOf(doors.cluster, node.name)),
    budgets: foundOf(await readBudgets(doors.cluster)),
    certificatePending: false,
  };
  const { class: of, because } = classify(input, options.settings, deps.clock.now());
  if (of === verdict.class || (of === 'empty' && verdict.class === 'underused')) return undefined;
  return `It is ${of} now: ${because}`;
}

/** A node that is alive is judged by what runs on it alone. */
const NOT_ASKED = {
  instance: { known: false, because: 'It was not asked.' },
  machine: { known: false, because: 'It was not asked.' },
} as const;

async function otherSigns(verdict: NodeVerdict, node: NodeFact, { doors, instances, options }: ActContext) {
  const listing = await instances();
  const instance = listing.known
    ? ({ known: true, value: listing.items.find(({ id }) => id === node.name) } as const)
    : ({ known: false, because: listing.because } as const);
  const id = verdict.machine?.id ?? (hadNone(verdict) ? missingId(node, options.scope) : undefined);
  if (id === undefined) {
    return { instance, machine: { known: false, because: 'It has none that is known.' } as const };
  }
  const answer = await doors.azure.machine(id);
  if (!answer.ok) return { instance, machine: { known: false, because: `${answer.reason}.` } as const };
  if (verdict.machine === undefined && answer.value !== undefined) {
    return { instance, machine: { known: false, because: 'A VM of its name is there now.' } as const };
  }
  const value =
    answer.value === undefined || verdict.machine === undefined
      ? undefined
      : { ...verdict.machine, power: answer.value.power ?? null };
  return { instance, machine: { known: true, value } as const };
}

/** Azure had no VM of the name that the node gives. */
function hadNone({ machine, signs }: NodeVerdict): boolean {
  return machine === undefined && signs.azure.says === 'off';
}

/** Where the VM of a node would be that had none; undefined where nodes are looked for in all groups. */
function missingId(
  { labels }: NodeFact,
  { subscriptionId, resourceGroup }: CleanupScope,
): string | undefined {
  const vm = labels[VM_LABEL];
  if (vm === undefined || resourceGroup === null) return undefined;
  const group = `/subscriptions/${subscriptionId}/resourceGroups/${encodeURIComponent(resourceGroup)}`;
  return `${group}/providers/Microsoft.Compute/virtualMachines/${encodeURIComponent(vm)}`;
}

function foundOf<T>(listing: Listing<T>): Found<readonly T[]> {
  return listing.known ? { known: true, value: listing.items } : listing;
}
