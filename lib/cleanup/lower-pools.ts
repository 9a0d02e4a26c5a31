import type { NodeVerdict } from './plan.ts';
import type { WrittenCount } from './tfvars.ts';

/** A pool with fewer nodes. */
export interface LoweredPool {
  readonly pool: string;
  readonly from: number;
  readonly to: number;
  /** VMs that go with it, the last one first. */
  readonly machines: readonly string[];
}

export interface Lowering {
  readonly pools: readonly LoweredPool[];
  /** Nodes that are due and stay all the same, as sentences. */
  readonly kept: readonly string[];
}

type Judged = Pick<NodeVerdict, 'node' | 'pool' | 'decision' | 'class' | 'machine'> & {
  /** Name of the VM by the node's label. */
  readonly vm: string | undefined;
};

/**
 * How far each pool can be lowered. Its VMs are numbered, and Terraform takes away the last ones first, so that a node
 * goes only when it and all after it are due.
 * @param minNodes what a pool keeps, nodes that are dead included
 */
export function lowerPools(
  nodes: readonly Judged[],
  written: ReadonlyMap<string, WrittenCount>,
  minNodes: number,
): Lowering {
  const pools: LoweredPool[] = [];
  const kept: string[] = [];
  for (const pool of new Set(nodes.filter(isDue).map((node) => node.pool))) {
    const count = written.get(pool)?.count;
    if (count === undefined) {
      kept.push(`The pool ${pool} is not in the file.`);
      continue;
    }
    const own = nodes.filter((node) => node.pool === pool);
    const { to, machines, because } = lower(pool, own, count, minNodes);
    if (to < count) pools.push({ pool, from: count, to, machines });
    const left = own.filter((node) => isDue(node) && (numberOf(node) ?? -1) < to).length;
    if (left > 0)
      kept.push(
        `${left === 1 ? 'One due node' : `${left} due nodes`} of the pool ${pool} cannot go: ${because}`,
      );
  }
  return { pools, kept };
}

function isDue({ decision }: Judged): boolean {
  return decision === 'remove';
}

/** Number at the end of the VM's name, `<name>-<pool>-<number>`; undefined for a VM of another name. */
function numberOf({ vm, machine, pool }: Judged): number | undefined {
  const name = vm ?? machine?.name ?? '';
  const [, before = '', number] = /^(.*)-(\d+)$/.exec(name) ?? [];
  return number === undefined || !before.endsWith(`-${pool}`) ? undefined : Number(number);
}

function lower(
  pool: string,
  own: readonly Judged[],
  count: number,
  minNodes: number,
): { readonly to: number; readonly machines: readonly string[]; readonly because: string } {
  const machines: string[] = [];
  let to = count;
  for (;;) {
    if (to <= minNodes) return { to, machines, because: `it keeps its minimum of ${minNodes} (min-nodes).` };
    const last = own.filter((node) => numberOf(node) === to - 1);
    const [one] = last;
    const name = `number ${to - 1} of ${pool}`;
    if (one === undefined) return { to, machines, because: `there is no node for ${name}.` };
    const busy = last.find((node) => !isDue(node));
    if (busy !== undefined) {
      return { to, machines, because: `Terraform takes away the last first, and ${name} is ${busy.class}.` };
    }
    machines.push(one.vm ?? one.machine?.name ?? '');
    to -= 1;
  }
}
