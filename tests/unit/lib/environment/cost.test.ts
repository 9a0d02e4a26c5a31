import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isPriceName, monthlyCost, totalCost } from '#lib/environment/cost.js';
import { PRICE_LIST } from '#lib/environment/price-list.js';
import type { StandingResource } from '#lib/environment/types.js';

const MODULE = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  '..',
  'terraform',
  'modules',
  'costs',
  'prices.json',
);

const standing = (billing: StandingResource['billing'], price?: string, amount = 1): StandingResource => ({
  cloud: 'aws',
  type: 'ec2:volume',
  id: 'vol-1',
  name: null,
  region: null,
  tags: {},
  billing,
  credential: false,
  priced: price === undefined ? [] : [{ price, amount }],
  note: null,
});

test('the list is that of the Terraform module', () => {
  const { currency, asOf, prices } = JSON.parse(readFileSync(MODULE, 'utf8')) as {
    readonly currency: string;
    readonly asOf: string;
    readonly prices: Readonly<Record<string, { readonly amount: number; readonly per: string }>>;
  };
  const bare = Object.entries(prices).map(([name, { amount, per }]) => [name, { amount, per }]);
  expect(PRICE_LIST).toEqual({ currency, asOf, prices: Object.fromEntries(bare) });
});

describe('monthlyCost', () => {
  test('prices by the hour count 730 times, by the month once', () => {
    expect(monthlyCost(standing('billed', 'eks-cluster'), {})).toBe(73);
    expect(monthlyCost(standing('billed', 'aws-gp3-gib', 20), {})).toBe(1.6);
  });

  test('own prices come first, also where the list has none', () => {
    expect(monthlyCost(standing('billed', 'eks-cluster'), { 'eks-cluster': 0.6 })).toBe(438);
    expect(monthlyCost(standing('billed', 'aws-gp3-gib', 20), { 'aws-gp3-gib': 1 })).toBe(20);
    expect(monthlyCost(standing('billed', 'ec2-x9.huge'), { 'ec2-x9.huge': 1 })).toBe(730);
  });

  test('is not known without a price', () => {
    expect(monthlyCost(standing('billed', 'ec2-x9.huge'), {})).toBeNull();
    expect(monthlyCost(standing('billed', 'constructor'), {})).toBeNull();
    expect(monthlyCost(standing('unknown'), {})).toBeNull();
    expect(monthlyCost(standing('free'), {})).toBe(0);
  });
});

test('a sum without one of the prices is not complete', () => {
  expect(totalCost([standing('billed', 'eks-cluster'), standing('free')], {})).toEqual({
    amount: 73,
    complete: true,
  });
  expect(totalCost([standing('billed', 'eks-cluster'), standing('unknown')], {})).toEqual({
    amount: 73,
    complete: false,
  });
});

test('a price that nothing is looked up by is known as such', () => {
  const names = ['eks-cluster', 'ec2-m7i.large', 'azure-vm-spot-Standard_D4s_v5', 'eks-clutser'];
  expect(names.map(isPriceName)).toEqual([true, true, true, false]);
});
