import { type Cidr, parseCidr } from '../net/cidr.ts';
import type { RangeRole } from '../net/address-facts.ts';
import type { AddressFinding, AddressPlanDocument, AddressRange } from './address-plan-document.ts';

export type Hue = 'aws' | 'azure' | 'pods' | 'tunnels' | 'peers';

/** A column of the picture: what ranges in it are for, and whose they are. */
export interface Lane {
  readonly title: string;
  readonly roles: readonly RangeRole[];
  readonly hue: Hue;
}

/** From the AWS side over the tunnels to the Azure side, as the traffic goes. */
export const LANES: readonly Lane[] = [
  { title: 'EKS services', roles: ['service'], hue: 'aws' },
  { title: 'VPC', roles: ['vpc'], hue: 'aws' },
  { title: 'AWS subnets', roles: ['aws-subnet'], hue: 'aws' },
  { title: 'Transit gateway', roles: ['tgw-cidr'], hue: 'aws' },
  { title: 'Tunnels', roles: ['tunnel-inside'], hue: 'tunnels' },
  { title: 'Virtual network', roles: ['vnet'], hue: 'azure' },
  { title: 'Azure subnets', roles: ['azure-subnet'], hue: 'azure' },
  { title: 'Remote nodes', roles: ['remote-node'], hue: 'azure' },
  { title: 'Remote pods', roles: ['remote-pod'], hue: 'pods' },
  { title: 'Cilium pool', roles: ['cluster-pool'], hue: 'pods' },
  { title: 'Hybrid gateway', roles: ['gateway-vpc', 'gateway-pods'], hue: 'pods' },
  { title: 'Peers', roles: ['peer'], hue: 'peers' },
];

/** What a role is called in tables and trees. */
export const ROLE_NAMES: Readonly<Record<RangeRole, string>> = {
  vpc: 'VPC',
  'aws-subnet': 'AWS subnet',
  'tgw-cidr': 'Transit Gateway block',
  service: 'EKS services',
  'remote-node': 'remote nodes',
  'remote-pod': 'remote pods',
  vnet: 'virtual network',
  'azure-subnet': 'Azure subnet',
  'cluster-pool': 'Cilium pool',
  'tunnel-inside': 'tunnel',
  'gateway-vpc': 'hybrid gateway, VPC',
  'gateway-pods': 'hybrid gateway, pods',
  peer: 'peer',
};

/** A range that can be drawn. The same range of the same role from several sources is one block. */
export interface Block {
  readonly role: RangeRole;
  readonly text: string;
  readonly name: string;
  readonly cidr: Cidr;
  /** Numbers, from 1, of the findings about it that are errors or warnings and not ignored. */
  readonly findings: readonly number[];
}

export interface Blocks {
  readonly shown: readonly Block[];
  /** How many further ranges there are than fit into a picture. */
  readonly left: number;
  /** Ranges that are no ranges, as written. */
  readonly malformed: readonly string[];
}

/** More than this nobody takes in at a glance. Ranges with findings come first, then the larger ones. */
const MOST_BLOCKS = 120;

/** Whether a finding is marked in the picture: what is ignored or only told is not. */
export function isMarked({ severity, ignored }: AddressFinding): boolean {
  return severity !== 'info' && ignored === null;
}

/** The ranges of a document as blocks, in order of address. */
export function blocksOf({ facts, findings }: Pick<AddressPlanDocument, 'facts' | 'findings'>): Blocks {
  const numbers = findingNumbers(findings);
  const blocks = new Map<string, Block>();
  const malformed = new Set<string>();
  for (const range of facts.ranges) {
    const parsed = parseCidr(range.text);
    if (!parsed.ok) {
      malformed.add(range.text);
      continue;
    }
    const key = keyOf(range.role, range.text);
    const known = blocks.get(key);
    blocks.set(key, known ?? blockOf(range, parsed.cidr, numbers.get(key) ?? []));
  }
  const byWeight = [...blocks.values()].sort(
    (one, other) =>
      Math.sign(other.findings.length) - Math.sign(one.findings.length) ||
      shareOf(one.cidr) - shareOf(other.cidr),
  );
  return {
    shown: byWeight.slice(0, MOST_BLOCKS).sort(byAddress),
    left: Math.max(0, byWeight.length - MOST_BLOCKS),
    malformed: [...malformed],
  };
}

/** Prefix length as a part of the family's bits, so that IPv6 is not always the smallest. */
function shareOf({ family, prefix }: Cidr): number {
  return prefix / (family === 4 ? 32 : 128);
}

function blockOf({ role, text, name }: AddressRange, cidr: Cidr, findings: readonly number[]): Block {
  return { role, text, name, cidr, findings };
}

function keyOf(role: string, text: string): string {
  return `${role} ${text}`;
}

function findingNumbers(findings: readonly AddressFinding[]): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, number[]>();
  for (const [index, finding] of findings.entries()) {
    if (!isMarked(finding)) continue;
    for (const key of new Set(finding.subjects.map(({ role, text }) => keyOf(role, text)))) {
      numbers.set(key, [...(numbers.get(key) ?? []), index + 1]);
    }
  }
  return numbers;
}

/** By family, first address, then the containing block before the contained. */
export function byAddress(one: Block, other: Block): number {
  const [a, b] = [one.cidr, other.cidr];
  if (a.family !== b.family) return a.family - b.family;
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return a.prefix - b.prefix || LANE_OF[one.role] - LANE_OF[other.role];
}

/** Index of the lane of each role. */
export const LANE_OF = Object.fromEntries(
  LANES.flatMap(({ roles }, index) => roles.map((role) => [role, index])),
) as Readonly<Record<RangeRole, number>>;
