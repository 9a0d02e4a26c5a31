import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const pricesFile = z.strictObject({
  currency: z.string(),
  asOf: z.string(),
  prices: z.record(
    z.string(),
    z.strictObject({
      amount: z.number(),
      per: z.enum(['hour', 'month']),
      what: z.string(),
      confidence: z.string(),
    }),
  ),
});

/** The list of prices of a checkout as a Markdown table, in the order of the list. Throws when the list is malformed. */
export function renderPrices(root: string): string {
  const file = join(root, 'terraform/modules/costs/prices.json');
  const { currency, asOf, prices } = pricesFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  return [
    `As of ${asOf}, in ${currency}.`,
    '',
    '| name | price | per | what | how sure |',
    '|---|---|---|---|---|',
    ...Object.entries(prices).map(
      ([name, { amount, per, what, confidence }]) =>
        `| \`${name}\` | ${amount} | ${per} | ${what} | ${confidence} |`,
    ),
  ].join('\n');
}
