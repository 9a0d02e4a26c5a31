import * as z from 'zod/mini';
import type { Taint } from './readiness-facts.ts';

/** The output `node_expectations` of the stack nodes. */
export const expectationsSchema = z.object({
  cluster_name: z.optional(z.string()),
  count: z.int().check(z.nonnegative()),
  pools: z.record(
    z.string(),
    z.object({
      count: z.int().check(z.nonnegative()),
      names: z.array(z.string()),
      labels: z.optional(z.nullable(z.record(z.string(), z.string()))),
      taints: z.optional(
        z.nullable(
          z.array(
            z.object({ key: z.string(), value: z.optional(z.nullable(z.string())), effect: z.string() }),
          ),
        ),
      ),
      kubernetes_version: z.optional(z.nullable(z.string())),
      spot: z.optional(z.boolean()),
    }),
  ),
});

export type GivenExpectations = z.output<typeof expectationsSchema>;

export interface ExpectedNode {
  readonly vm: string;
  readonly pool: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  /** `1.34` or `1.34.2`; undefined where none is asked for. */
  readonly kubernetesVersion: string | undefined;
}

/** What must be there: each of `nodes`, and `count` nodes altogether. */
export interface Expectation {
  readonly nodes: readonly ExpectedNode[];
  readonly count: number;
}

/** Joins the expectations of the stack with names and a count given by hand. */
export function expectationOf(
  given: GivenExpectations | undefined,
  names: readonly string[],
  count: number | undefined,
): Expectation {
  const nodes = new Map<string, ExpectedNode>();
  for (const vm of names) {
    nodes.set(vm, { vm, pool: undefined, labels: {}, taints: [], kubernetesVersion: undefined });
  }
  for (const [pool, one] of Object.entries(given?.pools ?? {})) {
    for (const vm of one.names) {
      const taints = (one.taints ?? []).map(({ key, value, effect }) => ({
        key,
        value: value ?? '',
        effect,
      }));
      nodes.set(vm, {
        vm,
        pool,
        labels: one.labels ?? {},
        taints,
        kubernetesVersion: one.kubernetes_version ?? undefined,
      });
    }
  }
  return { nodes: [...nodes.values()], count: Math.max(nodes.size, given?.count ?? 0, count ?? 0) };
}
