import type { Stack } from './stack-files.ts';

/** GitHub runs at most this many jobs of one matrix (docs, "Running variations of jobs in a workflow"). */
export const MAX_MATRIX_JOBS = 256;
/** The plan job of terraform-plan.yml has steps for this many stacks. */
export const STACKS_PER_JOB = 4;
export const MAX_STACKS = MAX_MATRIX_JOBS * STACKS_PER_JOB;

/** The stacks that one job plans, one after the other. */
export interface Batch {
  /** For the name of the job: the stack, or the first and how many more. */
  readonly name: string;
  readonly slug: string;
  readonly stacks: readonly Stack[];
}

/**
 * Spreads stacks over the jobs of one matrix: one each as long as there are enough jobs, else as evenly as possible.
 * More than {@link MAX_STACKS} do not fit; the caller has to refuse them.
 */
export function batchesOf(stacks: readonly Stack[]): readonly Batch[] {
  const jobs = Math.min(stacks.length, MAX_MATRIX_JOBS);
  return Array.from({ length: jobs }, (_, job) => {
    const start = Math.floor((job * stacks.length) / jobs);
    const end = Math.floor(((job + 1) * stacks.length) / jobs);
    const part = stacks.slice(start, end);
    const [first] = part;
    const more = part.length - 1;
    const name = first === undefined ? '' : `${first.name}${more > 0 ? ` and ${String(more)} more` : ''}`;
    return { name, slug: first?.slug ?? '', stacks: part };
  });
}
