import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { scriptErrors } from '#scripts/errors.js';
import type { BundleSize } from '#scripts/support/bundle-size.js';
import { formatBytes } from '#scripts/support/format.js';

const budget = z.strictObject({ raw: z.int().positive(), gzip: z.int().positive() });
const budgetFile = z.strictObject({
  /** Every bundle of the repository together. */
  total: budget,
  /** Action → phase → bytes of all its files. */
  bundles: z.record(z.string(), z.record(z.string(), budget)),
});

/** `scripts/bundle-budgets.json`: the most bytes that each bundle may have. */
export type Budgets = z.infer<typeof budgetFile>;

/** A bundle and its size; `name` is `<action>/<phase>`. */
export interface MeasuredBundle {
  readonly action: string;
  readonly phase: string;
  readonly size: BundleSize;
}

/** Reads the budgets; EHA1908 when the file is missing or has another shape. */
export function readBudgets(path: string): Budgets {
  try {
    return budgetFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw scriptErrors.EHA1908(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

/** One finding per bundle that is over its budget or has none, per budget without a bundle, and for the total. */
export function compareBudgets(bundles: readonly MeasuredBundle[], budgets: Budgets): readonly string[] {
  const findings = bundles.flatMap(({ action, phase, size }) => {
    const allowed = budgets.bundles[action]?.[phase];
    const name = `${action}/${phase}`;
    if (allowed !== undefined) return overBudget(name, size, allowed);
    return [
      `${name} has no size budget; it has ${formatBytes(size.raw)} raw and ${formatBytes(size.gzip)} gzip. Add it to bundle-budgets.json.`,
    ];
  });
  const built = new Set(bundles.map(({ action, phase }) => `${action}/${phase}`));
  const unused = Object.entries(budgets.bundles)
    .flatMap(([action, phases]) => Object.keys(phases).map((phase) => `${action}/${phase}`))
    .filter((name) => !built.has(name))
    .map((name) => `bundle-budgets.json has a budget for ${name}, which does not exist.`);
  const total = {
    raw: bundles.reduce((sum, { size }) => sum + size.raw, 0),
    gzip: bundles.reduce((sum, { size }) => sum + size.gzip, 0),
  };
  return [...findings, ...unused, ...overBudget('all bundles together', total, budgets.total)];
}

function overBudget(
  name: string,
  size: { readonly raw: number; readonly gzip: number },
  allowed: { readonly raw: number; readonly gzip: number },
): readonly string[] {
  return (['raw', 'gzip'] as const)
    .filter((kind) => size[kind] > allowed[kind])
    .map(
      (kind) =>
        `${name}: ${formatBytes(size[kind])} ${kind}, ${formatBytes(size[kind] - allowed[kind])} over its budget of ${formatBytes(allowed[kind])}.`,
    );
}
