/** Finding room: which blocks of private address space a plan may have, beside what is forbidden. */
import { bestFit, type Cidr, merge, parseCidr, subtract } from './cidr.ts';
import { addressPlanErrors } from './suggest-errors.ts';

function block(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(`${text} is no range: ${parsed.message}`);
  return parsed.cidr;
}

/** EKS takes remote networks and services from these alone. */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(block);

/** The bridge of Docker, which hosts keep for themselves. */
const DOCKER = block('172.17.0.0/16');

/** Where an Azure gateway can speak BGP from link-local addresses. */
const TUNNELS = ['169.254.21.0/24', '169.254.22.0/24'].map(block);

/** A block that is wanted; `name` names it in the refusal. */
export interface Wanted<Name extends string> {
  readonly name: Name;
  readonly prefix: number;
}

/**
 * A place for each wanted block in private address space beside the forbidden ranges, the largest first. Blocks are
 * powers of two, so whenever all of them fit in some way they fit in this one.
 * @throws EHA1542 naming the first block without room
 */
export function placeBlocks<Name extends string>(
  wanted: readonly Wanted<Name>[],
  forbidden: readonly Cidr[],
): Readonly<Record<Name, Cidr>> {
  const placed: Partial<Record<Name, Cidr>> = {};
  let free = subtract(PRIVATE, [...forbidden, DOCKER]);
  for (const { name, prefix } of [...wanted].sort((one, other) => one.prefix - other.prefix)) {
    const found = bestFit(free, prefix);
    if (found === null) {
      throw addressPlanErrors.EHA1542(
        `${name} needs a /${String(prefix)}, and the private address space (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16) has none left beside the forbidden ranges and the larger blocks of the plan.`,
      );
    }
    placed[name] = found;
    free = subtract(free, [found]);
  }
  return placed as Record<Name, Cidr>;
}

/**
 * /30 ranges for tunnels: by turns from 169.254.21.0/24 and 169.254.22.0/24, as the guides have it.
 * @throws EHA1542 when fewer are left
 */
export function placeTunnels(count: number, forbidden: readonly Cidr[]): readonly Cidr[] {
  const free = TUNNELS.map((range) => subtract([range], forbidden));
  const found: Cidr[] = [];
  for (let turn = 0; found.length < count; turn += 1) {
    const own = turn % 2;
    const other = 1 - own;
    const from = bestFit(free[own] ?? [], 30) === null ? other : own;
    const next = bestFit(free[from] ?? [], 30);
    if (next === null) {
      throw addressPlanErrors.EHA1542(
        `${String(count)} tunnels need a /30 each, and 169.254.21.0-169.254.22.255, where alone Azure speaks BGP in tunnels, has ${String(found.length)} beside the forbidden ranges.`,
      );
    }
    found.push(next);
    free[from] = subtract(free[from] ?? [], [next]);
  }
  return found;
}

/** The parts of the forbidden ranges that a plan could come into, as few blocks as possible. */
export function forbiddenPrivate(forbidden: readonly Cidr[]): readonly Cidr[] {
  const open = subtract(PRIVATE, forbidden);
  return merge(subtract(subtract(PRIVATE, open), [DOCKER]));
}
