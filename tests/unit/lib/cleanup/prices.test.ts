import { expect, test } from '@jest/globals';
import { pricesOf } from '#lib/cleanup/prices.js';

test('the list has every price that a node needs', () => {
  const prices = pricesOf({});
  for (const price of [prices.hybridVcpuHour, prices.publicIpHour]) expect(price).toBeGreaterThan(0);
  expect(prices.vmHour('Standard_D4s_v5')).toBeGreaterThan(0);
  expect(prices.diskGibMonth('Premium_LRS')).toBeGreaterThan(0);
});

test('a price of its own comes before the list, and what nobody has given is not known', () => {
  const prices = pricesOf({ 'azure-vm-Standard_D4s_v5': 0.1, 'eks-hybrid-vcpu': 0.01, 'azure-vm-own': 0 });
  expect([prices.vmHour('Standard_D4s_v5'), prices.vmHour('own'), prices.hybridVcpuHour]).toEqual([
    0.1, 0, 0.01,
  ]);
  expect([prices.vmHour('toString'), prices.diskGibMonth('none')]).toEqual([undefined, undefined]);
});
