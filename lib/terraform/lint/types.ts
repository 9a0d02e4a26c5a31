import type { Block } from '../version/hcl-blocks.ts';

/** One thing that a reviewer would ask to change. */
export interface LintFinding {
  readonly rule: string;
  /** Relative to the repository root. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** A sentence that names the thing and what to do. */
  readonly message: string;
}

/** One file of a module. */
export interface LintFile {
  /** Relative to the repository root. */
  readonly file: string;
  readonly text: string;
  /** Empty when the file is not read with certainty. */
  readonly blocks: readonly Block[];
  readonly isCertain: boolean;
}
