import { PRICE_LIST } from './price-list.ts';
import { isLeftover, type StandingResource } from './types.ts';

/** Hours in a month as both clouds reckon them. */
const MONTH_HOURS = 730;

/** Prices of the user's own by name, in the unit of the list, an hour where the list has none. */
export type OwnPrices = Readonly<Record<string, number>>;

const OTHER_NAMES = /^(?:ec2|azure-vm|azure-disk)-/;

/** Whether a price of the user's own can be one that is looked up; a misspelt one would be ignored without a word. */
export function isPriceName(name: string): boolean {
  return Object.hasOwn(PRICE_LIST.prices, name) || OTHER_NAMES.test(name);
}

/** What one resource costs in US dollars a month; null when one of its prices is not known. Free things cost 0. */
export function monthlyCost(
  { billing, priced }: Pick<StandingResource, 'billing' | 'priced'>,
  own: OwnPrices,
): number | null {
  if (billing === 'free') return 0;
  if (priced.length === 0) return null;
  let sum = 0;
  for (const { price, amount } of priced) {
    const monthly = monthlyPrice(price, own);
    if (monthly === null) return null;
    sum += monthly * amount;
  }
  return cents(sum);
}

function monthlyPrice(name: string, own: OwnPrices): number | null {
  const listed = Object.hasOwn(PRICE_LIST.prices, name) ? PRICE_LIST.prices[name] : undefined;
  const amount = Object.hasOwn(own, name) ? own[name] : listed?.amount;
  if (amount === undefined) return null;
  return listed?.per === 'month' ? amount : amount * MONTH_HOURS;
}

/** The sum of what has a price, and whether everything that may be billed has one. */
export function totalCost(
  resources: readonly StandingResource[],
  own: OwnPrices,
): { readonly amount: number; readonly complete: boolean } {
  const costs = resources.filter((one) => one.billing !== 'free').map((one) => monthlyCost(one, own));
  return {
    amount: cents(costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0)),
    complete: costs.every((cost) => cost !== null),
  };
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

/** Most expensive first, what has no price before what has; then by cloud, type and id. */
export function byCost(own: OwnPrices): (left: StandingResource, right: StandingResource) => number {
  const rank = (one: StandingResource): number =>
    isLeftover(one) ? (monthlyCost(one, own) ?? Number.MAX_SAFE_INTEGER) : -1;
  const name = ({ cloud, type, id }: StandingResource): string => `${cloud} ${type} ${id}`;
  return (left, right) =>
    rank(right) - rank(left) || (name(left) < name(right) ? -1 : name(left) > name(right) ? 1 : 0);
}
