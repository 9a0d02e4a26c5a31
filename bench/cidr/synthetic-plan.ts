/** Address plans that are the same in every run, as facts for the rules. */
import { NO_FACTS, type AddressFacts, type RangeFact, type RangeRole } from '#lib/net/address-facts.js';
import { mixedBlocks } from './synthetic.ts';

export const PLANS = {
  /** Two hundred networks in order, full of subnets, one subnet in thirty given twice: what a large company has. */
  networks: orderlyPlan,
  /** Any range in any role: nearly everything conflicts. */
  random: randomPlan,
} as const;

export type PlanName = keyof typeof PLANS;

const NETWORKS = 100;
/** Every so many subnets one has the range of the one before. */
const REPEATED = 30;

function orderlyPlan(count: number): AddressFacts {
  const networks = Array.from({ length: NETWORKS }, (_, index) => [
    range('vpc', `10.${index}.0.0/16`, `vpc-${index}`),
    range('vnet', `10.${100 + index}.0.0/16`, `vnet-${index}`),
  ]).flat();
  const subnets = Array.from({ length: count - networks.length }, (_, index) => {
    const isAws = index % 2 === 0;
    const network = (index >>> 1) % NETWORKS;
    const turn = Math.floor((index >>> 1) / NETWORKS);
    const place = (turn - (turn % REPEATED === REPEATED - 1 ? 1 : 0)) * 16;
    const text = flat(['10.', network + (isAws ? 0 : 100), '.', place >>> 8, '.', place & 255, '/28']);
    return range(isAws ? 'aws-subnet' : 'azure-subnet', text, `${isAws ? 'vpc' : 'vnet'}-${network}`, index);
  });
  return { ...NO_FACTS, ranges: [...networks, ...subnets] };
}

const ANY_ROLE: readonly RangeRole[] = [
  'aws-subnet',
  'azure-subnet',
  'peer',
  'aws-subnet',
  'azure-subnet',
  'vpc',
  'vnet',
];

function randomPlan(count: number): AddressFacts {
  const ranges = mixedBlocks(count).map((text, index) => {
    const role = ANY_ROLE[index % ANY_ROLE.length] ?? 'peer';
    const cloud = role === 'vpc' || role === 'aws-subnet' ? 'vpc' : 'vnet';
    return range(role, text, role === 'peer' ? '' : `${cloud}-${index % NETWORKS}`, index);
  });
  return { ...NO_FACTS, ranges };
}

/** A text in one piece, as readers of JSON make it; templates leave one in parts, to be put together when it is read. */
function flat(parts: readonly (string | number)[]): string {
  return parts.join('');
}

function range(role: RangeRole, text: string, network: string, index = 0): RangeFact {
  const address = flat(['module.network["', network, '"].', role, '.this[', index, ']']);
  return {
    role,
    text,
    name: flat([role, ' ', index]),
    network,
    origin: { kind: 'plan', source: 'foundation', address },
  };
}
