import type { MachineFact, NodeFact, PartFact } from './facts.ts';

/** Hours of a month, as both clouds' price lists count them. */
const HOURS = 730;

/** List prices in USD; undefined where none is known. */
export interface Prices {
  /** The EKS fee for one vCPU of a hybrid node, for an hour. */
  readonly hybridVcpuHour: number;
  /** A VM by its size, for an hour. */
  vmHour(size: string): number | undefined;
  /** A GiB of a disk by its SKU, for a month. */
  diskGibMonth(sku: string): number | undefined;
  /** A public address, for an hour. */
  readonly publicIpHour: number;
}

/** Monthly cost in USD; null when a part of it is not known. */
export type MonthlyCost = number | null;

/** What one node stands for: the fee of EKS for it, and its VM unless that is deallocated. */
export function nodeCost(
  node: Pick<NodeFact, 'vcpus'>,
  machine: MachineFact | undefined,
  prices: Prices,
): MonthlyCost {
  if (node.vcpus === null) return null;
  const vm = machine === undefined ? 0 : machineCost(machine, prices);
  return vm === null ? null : node.vcpus * prices.hybridVcpuHour * HOURS + vm;
}

/** Stopped from inside, a VM is billed as if it ran; deallocated it is not. */
export function machineCost({ size, power }: MachineFact, prices: Prices): MonthlyCost {
  if (power === 'deallocated') return 0;
  const hour = prices.vmHour(size);
  return hour === undefined ? null : hour * HOURS;
}

export function partCost({ type, sizeGib, sku }: PartFact, prices: Prices): MonthlyCost {
  if (type === 'network-interface') return 0;
  if (type === 'public-ip') return prices.publicIpHour * HOURS;
  const gib = prices.diskGibMonth(sku);
  return gib === undefined || sizeGib === null ? null : gib * sizeGib;
}

/** Sum of what is known, and how many are not. */
export function sumCosts(costs: readonly MonthlyCost[]): { readonly usd: number; readonly unknown: number } {
  const known = costs.filter((cost) => cost !== null);
  return { usd: known.reduce((sum, cost) => sum + cost, 0), unknown: costs.length - known.length };
}
