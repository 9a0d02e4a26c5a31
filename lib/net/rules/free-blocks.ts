import { type RangeRole } from '../address-facts.ts';
import { bestFit, type Cidr, formatCidr, FreeSpace, parseCidr, relation, subtract } from '../cidr.ts';
import { type Move } from './ledger.ts';
import { type KnownRange, type Model, rangesOf } from './model.ts';
import { NetworkParents } from './parents.ts';
import { type FreeBlock } from './verdict.ts';

/** A range that is known to be well-formed. */
export function block(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new RangeError(parsed.message);
  return parsed.cidr;
}

/** Private IPv4 space, RFC 1918. */
export const PRIVATE_RANGES: readonly Cidr[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(block);
/** Where Azure accepts custom BGP addresses: 169.254.21.0 to 169.254.22.255. */
export const AZURE_APIPA: readonly Cidr[] = ['169.254.21.0/24', '169.254.22.0/24'].map(block);
const DOCKER = block('172.17.0.0/16');

/** Sizes that the clouds take, so that a proposal for a range of a wrong size is one of a right size. */
const SIZES: Readonly<Partial<Record<RangeRole, readonly [number, number]>>> = {
  vpc: [16, 28],
  'aws-subnet': [16, 28],
  'tgw-cidr': [8, 24],
  service: [12, 24],
  'remote-node': [8, 32],
  'remote-pod': [8, 32],
  'azure-subnet': [8, 29],
  'tunnel-inside': [30, 30],
};

/** Roles that say something about a network instead of taking a part of it. */
const DESCRIPTIVE: ReadonlySet<RangeRole> = new Set(['gateway-vpc', 'gateway-pods']);

/** Whatever lies in a subnet's network without being a subnet of it. */
const IN_VNET: ReadonlySet<RangeRole> = new Set(['vnet', 'remote-node', 'gateway-vpc', 'gateway-pods']);
const IN_VPC: ReadonlySet<RangeRole> = new Set(['vpc', 'gateway-vpc', 'gateway-pods']);

/** Proposes blocks that nothing known uses; what was worked out for one range serves all alike. */
export class FreeBlocks {
  readonly #model: Model;
  readonly #found = new Map<string, FreeBlock | null>();
  readonly #gaps = new Map<string, readonly Cidr[]>();
  readonly #spaces = new Map<RangeRole, FreeSpace>();
  readonly #vnets: NetworkParents;
  readonly #vpcs: NetworkParents;

  constructor(model: Model) {
    this.#model = model;
    this.#vnets = new NetworkParents(rangesOf(model, 'vnet'));
    this.#vpcs = new NetworkParents(rangesOf(model, 'vpc'));
  }

  /** The lowest block of the best-fitting gap, or null where nothing fits. */
  find(move: Move): FreeBlock | null {
    const prefix = sizeOf(move);
    const key = `${move.role} ${move.family} ${move.network} ${prefix}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const found = this.#search(move, prefix);
    this.#found.set(key, found);
    return found;
  }

  #search(move: Move, prefix: number): FreeBlock | null {
    for (const area of this.#areasOf(move)) {
      if (area.family !== move.family || area.prefix > prefix) continue;
      const free = bestFit(this.#gapsOf(area, move.role), prefix);
      if (free !== null) return { cidr: formatCidr(free), within: formatCidr(area) };
    }
    return null;
  }

  #areasOf({ role, network }: Move): readonly Cidr[] {
    if (role === 'tunnel-inside') return AZURE_APIPA;
    const isInVnet = role === 'azure-subnet' || role === 'remote-node';
    const parents = isInVnet ? this.#vnets : role === 'aws-subnet' ? this.#vpcs : null;
    const ranges = parents?.of(role === 'remote-node' ? '' : network).ranges ?? [];
    if (ranges.length > 0) return ranges.map(({ cidr }) => cidr);
    return PRIVATE_RANGES;
  }

  #gapsOf(area: Cidr, role: RangeRole): readonly Cidr[] {
    const key = `${role} ${formatCidr(area)}`;
    const known = this.#gaps.get(key);
    if (known !== undefined) return known;
    const space = this.#spaceFor(role).gaps(area);
    const gaps = relation(area, DOCKER) === 'disjoint' ? space : subtract(space, [DOCKER]);
    this.#gaps.set(key, gaps);
    return gaps;
  }

  /** What ranges of the role may have. */
  #spaceFor(role: RangeRole): FreeSpace {
    const known = this.#spaces.get(role);
    if (known !== undefined) return known;
    const isAside = this.#asideOf(role);
    const { ranges, sorted } = this.#model;
    const space = new FreeSpace(sorted, (place) => {
      const range = ranges[place];
      return range !== undefined && !isAside(range);
    });
    this.#spaces.set(role, space);
    return space;
  }

  /** Which ranges do not count as taken for the role. */
  #asideOf(role: RangeRole): ({ fact }: KnownRange) => boolean {
    const hasVnet = rangesOf(this.#model, 'vnet').length > 0;
    const hasVpc = rangesOf(this.#model, 'vpc').length > 0;
    if (role === 'azure-subnet' && hasVnet) return ({ fact }) => IN_VNET.has(fact.role);
    if (role === 'remote-node' && hasVnet)
      return ({ fact }) => fact.role === 'vnet' || DESCRIPTIVE.has(fact.role);
    if (role === 'aws-subnet' && hasVpc) return ({ fact }) => IN_VPC.has(fact.role);
    return ({ fact }) => DESCRIPTIVE.has(fact.role);
  }
}

function sizeOf({ role, prefix, name, family }: Move): number {
  if (family === 6) return prefix;
  const [largest, smallest] = SIZES[role] ?? [8, 32];
  const isService = role === 'azure-subnet' && ['GatewaySubnet', 'RouteServerSubnet'].includes(name);
  return Math.min(Math.max(prefix, largest), isService ? 27 : smallest);
}

/** The wish to move a range to a free block of its own size. */
export function moveOf({ fact, cidr }: KnownRange): Move {
  return {
    role: fact.role,
    prefix: cidr.prefix,
    family: cidr.family,
    network: fact.network,
    name: fact.name,
  };
}
