/** What a bench is told by the command line. */
export interface BenchOptions {
  /** Checkout whose bundles and sources are measured. */
  readonly root: string;
  /** How often each variant is measured; variants take turns, so that a slow minute hits all of them. */
  readonly runs: number;
}

/** One file of this folder: `bench/<name>.ts` exports one as `bench`. Figures only; nothing here passes or fails. */
export interface Bench {
  readonly title: string;
  /** Measures and returns what to print. */
  run(options: BenchOptions): Promise<string>;
}
