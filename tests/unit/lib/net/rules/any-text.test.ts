/** Facts come from anywhere: whatever they say, the rules answer with a verdict and never throw. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ASN_ROLES,
  QUANTITIES,
  RANGE_ROLES,
  ROUTE_ROLES,
  ROUTE_TARGETS,
  type AddressFacts,
  type Origin,
} from '#lib/net/address-facts.js';
import { formatCidr } from '#lib/net/cidr.js';
import { checkAddressPlan } from '#lib/net/rules/check.js';
import { cidrs } from '../small-universe.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom('', '__proto__', 'constructor', '{kind}', '$&', '10.0.0.0/8', '0.0.0.0/0', '::/0', '1.10'),
);
const origin: fc.Arbitrary<Origin> = fc.record(
  {
    kind: fc.constantFrom('inline', 'file', 'plan', 'state', 'outputs', 'aws', 'azure', 'default'),
    source: anyText,
    file: anyText,
    line: fc.integer(),
    address: anyText,
    id: anyText,
  },
  { requiredKeys: ['kind', 'source'] },
);
const several = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { maxLength: 8 });

const anyFacts: fc.Arbitrary<AddressFacts> = fc.record({
  ranges: several(
    fc.record({
      role: fc.constantFrom(...RANGE_ROLES),
      text: fc.oneof(anyText, cidrs.map(formatCidr)),
      name: fc.oneof(anyText, fc.constantFrom('GatewaySubnet', 'RouteServerSubnet')),
      network: anyText,
      origin,
    }),
  ),
  asns: several(
    fc.record({
      role: fc.constantFrom(...ASN_ROLES),
      text: fc.oneof(anyText, fc.nat(70_000).map(String)),
      name: anyText,
      origin,
    }),
  ),
  tunnelAddresses: several(
    fc.record({ name: anyText, side: fc.constantFrom('aws', 'azure'), text: anyText, origin }),
  ),
  quantities: several(
    fc.record({ quantity: fc.constantFrom(...QUANTITIES), value: fc.double(), name: anyText, origin }),
  ),
  modes: several(fc.record({ podRouting: fc.constantFrom('gateway', 'bgp', 'udr', 'masquerade'), origin })),
  routes: several(
    fc.record({
      role: fc.constantFrom(...ROUTE_ROLES),
      text: fc.oneof(anyText, cidrs.map(formatCidr)),
      table: anyText,
      network: anyText,
      target: fc.constantFrom(...ROUTE_TARGETS),
      via: anyText,
      learnt: fc.boolean(),
      active: fc.boolean(),
      announced: fc.constantFrom(true, false, null),
      origin,
    }),
  ),
  unknown: several(fc.record({ what: anyText, reason: anyText, origin })),
});

test('any facts get a verdict, with every finding counted and in words', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const verdict = checkAddressPlan(facts, { severities: {}, ignores: [], now: new Date(0) });
      const { error, warning, info, ignored } = verdict.counts;
      expect(error + warning + info + ignored).toBe(verdict.findings.length + verdict.unlisted);
      expect(verdict.verdict === 'failed').toBe(error > 0);
      for (const { sentence, remedy } of verdict.findings) {
        expect([sentence, remedy]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
      }
      if (facts.ranges.length === 0 || facts.unknown.length > 0) expect(verdict.verdict).not.toBe('passed');
    }),
    { numRuns: 400 },
  );
});
