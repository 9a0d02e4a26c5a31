import type { OwnPrices } from '../environment/cost.ts';
import { PRICE_LIST } from '../environment/price-list.ts';
import type { Prices } from './costs.ts';

/** The price list with prices of the user's own before it; all in US dollars and the unit of the list. */
export function pricesOf(own: OwnPrices): Prices {
  const price = (name: string): number | undefined => {
    if (Object.hasOwn(own, name)) return own[name];
    return Object.hasOwn(PRICE_LIST.prices, name) ? PRICE_LIST.prices[name]?.amount : undefined;
  };
  return {
    // Both are in the list, as a test makes sure.
    hybridVcpuHour: price('eks-hybrid-vcpu') ?? Number.NaN,
    publicIpHour: price('azure-public-ip') ?? Number.NaN,
    vmHour: (size) => price(`azure-vm-${size}`),
    diskGibMonth: (sku) => price(`azure-disk-${sku}-gib`),
  };
}
