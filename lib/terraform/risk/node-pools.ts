import { hasChanged, isUnknown, valuesAt, type Row } from './row.ts';
import { MACHINES, MODEL_ARGUMENTS, POOL_RULES, RESTARTING, SCALE_SETS } from './rules/nodes.ts';
import { riskOf, type Risk, type Subject } from './types.ts';

interface Pool {
  readonly name: string;
  /** Nodes that run before the apply. */
  total: number;
  /** Of these, those that go down, by why. */
  readonly down: Map<string, number>;
  readonly addresses: string[];
}

/** Names of the tag or label by which a machine may say its pool. */
const POOL_TAGS = ['pool', 'node-pool', 'node_pool', 'nodepool', 'eks-hybrid-actions/pool'];

/**
 * How many nodes of each pool go down. Terraform changes ten machines at a time and drains none, so those of one plan
 * count as going down at once, also where the new one is made first: its old one leaves without a drain all the same.
 */
export class NodePools implements Subject {
  readonly #pools = new Map<string, Pool>();

  visit(row: Row): void {
    if (row.deposed || row.before === null) return;
    if (MACHINES.includes(row.type)) this.#machine(row);
    else if (SCALE_SETS.includes(row.type)) this.#scaleSet(row);
  }

  risks(): readonly Risk[] {
    return [...this.#pools.values()].flatMap((pool) => {
      const affected = [...pool.down.values()].reduce((sum, count) => sum + count, 0);
      if (affected === 0) return [];
      const what = [...pool.down].map(([why, count]) => `${count} ${why}`).join(', ');
      const rule = affected >= pool.total ? 'all' : affected * 2 > pool.total ? 'most' : 'some';
      return [
        riskOf(POOL_RULES[rule], pool.addresses, { pool: pool.name, total: pool.total, affected, what }),
      ];
    });
  }

  #machine(row: Row): void {
    const pool = this.#pool(row, poolName(row));
    pool.total += 1;
    const why = whyDown(row);
    if (why !== null) note(pool, why, 1, row.address);
  }

  #scaleSet(row: Row): void {
    const pool = this.#pool(row, row.address);
    const [running] = valuesAt(row.before, 'instances');
    const count = typeof running === 'number' ? running : 0;
    pool.total += count;
    if (row.kind === 'delete') return note(pool, 'destroyed', count, row.address);
    if (row.kind === 'replace') return note(pool, 'made anew', count, row.address);
    if (row.kind !== 'update') return;
    const [planned] = valuesAt(row.after, 'instances');
    const removed = typeof planned === 'number' ? Math.max(0, count - planned) : 0;
    if (removed > 0) note(pool, 'removed', removed, row.address);
    const batch = Math.min(count - removed, Math.ceil((count * batchShare(row)) / 100));
    if (batch > 0) note(pool, 'rolled over at a time', batch, row.address);
  }

  #pool(row: Row, name: string): Pool {
    const key = `${row.module} ${row.type} ${row.name} ${name}`;
    const known = this.#pools.get(key);
    if (known !== undefined) return known;
    const made: Pool = { name, total: 0, down: new Map(), addresses: [] };
    this.#pools.set(key, made);
    return made;
  }
}

/**
 * The pool of a machine: what a tag says, else its key without the number at the end (`general-0`), else its resource
 * block. Keys that have no number in common are names of machines, not of pools.
 */
function poolName(row: Row): string {
  const tags = valuesAt(row.before, 'tags')[0];
  if (typeof tags === 'object' && tags !== null) {
    for (const tag of POOL_TAGS) {
      const value: unknown = Object.entries(tags).find(([key]) => key.toLowerCase() === tag)?.[1];
      // A tag is shown in the comment: anything that does not look like a name is passed over.
      if (typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(value)) return value;
    }
  }
  const numbered = typeof row.index === 'string' ? /^(.+?)[-_./:]?\d+$/.exec(row.index) : null;
  return numbered?.[1] ?? row.name;
}

function whyDown(row: Row): string | null {
  if (row.kind === 'delete') return 'destroyed';
  if (row.kind === 'replace') return 'made anew';
  if (row.kind !== 'update') return null;
  return RESTARTING.some((argument) => hasChanged(row, argument)) ? 'restarted' : null;
}

/** Percent of a scale set that its own upgrade takes down at a time; 0 when the nodes stay as they are. */
function batchShare(row: Row): number {
  if (!MODEL_ARGUMENTS.some((argument) => hasChanged(row, argument))) return 0;
  const mode = row.after?.['upgrade_mode'];
  if (isUnknown(row, 'upgrade_mode') || mode === 'Automatic') return 100;
  if (mode !== 'Rolling') return 0;
  const [share] = valuesAt(row.after, 'rolling_upgrade_policy.max_batch_instance_percent');
  return typeof share === 'number' ? share : 20;
}

function note(pool: Pool, why: string, count: number, address: string): void {
  pool.down.set(why, (pool.down.get(why) ?? 0) + count);
  if (!pool.addresses.includes(address)) pool.addresses.push(address);
}
