import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPools, writeCounts } from '#lib/cleanup/tfvars.js';

const HCL = `# pools = { general = { count = 99 } }
name  = "acme" // count = 98
ports = [22, { count = 97 }]
note  = <<-EOT
  pools = { general = { count = 96 } }
  EOT
pools = {
  general = {
    size   = "Standard_D4s_v5"
    count  = 3 # three of them
    labels = { count = "95", tier = "general" }
    taints = [{ key = "a", value = "b", effect = "NoSchedule" }]
  }
  /* count = 94 */
  "spot" = { count = 12, spot = {} }
}
`;

function counts(text: string): Record<string, number> | string {
  const written = readPools(text);
  if (!written.ok) return written.reason;
  return Object.fromEntries([...written.pools].map(([name, { count }]) => [name, count]));
}

describe('the counts of pools', () => {
  test('are found in HCL, past comments, texts and lists', () => {
    expect(counts(HCL)).toEqual({ general: 3, spot: 12 });
  });

  test('are found in JSON', () => {
    expect(counts('{"name": "a", "pools": {"general": {"zones": [], "count": 2}}}')).toEqual({ general: 2 });
  });

  test('are changed in their place, and nothing else is', () => {
    const written = readPools(HCL);
    if (!written.ok) throw new Error(written.reason);
    const changed = writeCounts(
      HCL,
      written.pools,
      new Map([
        ['spot', 9],
        ['general', 10],
        ['none', 1],
      ]),
    );
    expect(changed).toBe(HCL.replace('count  = 3 #', 'count  = 10 #').replace('count = 12', 'count = 9'));
  });

  test.each([
    ['without pools', 'name = "acme"\n', 'it has no object `pools`'],
    ['with pools from elsewhere', 'pools = local.pools\n', 'it has no object `pools`'],
    ['with a computed count', 'pools = { a = { count = var.n } }', 'the pool a has no number as `count`'],
    ['with a count in quotes', 'pools = { a = { count = "3" } }', 'the pool a has no number as `count`'],
    ['without a count', 'pools = { a = { size = "b" } }', 'the pool a has no number as `count`'],
    ['with an expression', 'pools = { a = { count = 3 + 1 } }', 'it is no HCL or JSON that can be read'],
    ['with a pool twice', 'pools = { a = { count = 3 }, a = { count = 4 } }', 'it has no object `pools`'],
    ['that ends early', 'pools = { a = { count = 3 }', 'it has no object `pools`'],
    ['that goes on after its end', '{"pools": {}} }', 'it has no object `pools`'],
  ])('of a file %s are not known', (_, text, reason) => {
    expect(counts(text)).toBe(reason);
  });

  test('of any file that Terraform could write are read and written as they stand', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
    const pools = fc.dictionary(name, fc.nat(500), { minKeys: 1, maxKeys: 6 });
    const gap = fc.constantFrom('\n', '\n  # count = 1\n', '\n/* { */\n', '\n\n');
    fc.assert(
      fc.property(pools, gap, fc.nat(500), (given, between, count) => {
        const body = Object.entries(given).map(
          ([pool, number]) => `"${pool}" = {${between}size = "x}"${between}count = ${number}\n}`,
        );
        const text = `pools = {\n${body.join('\n')}\n}\n`;
        expect(counts(text)).toEqual(given);
        const [first = ''] = Object.keys(given);
        const written = readPools(text);
        if (!written.ok) throw new Error(written.reason);
        const changed = writeCounts(text, written.pools, new Map([[first, count]]));
        expect(counts(changed)).toEqual({ ...given, [first]: count });
      }),
    );
  });
});
