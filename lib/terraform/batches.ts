import type { Stack } from './stack-files.ts';

/** GitHub runs at most this many jobs of one matrix (docs, "Running variations of jobs in a workflow"). */
export const MAX_MATRIX_JOBS = 256;
/** The plan job of terraform-plan.yml has steps for this many stacks. */
export const STACKS_PER_JOB = 4;

/** The stacks that one job plans, one after the other. */
export interface Batch {
  /** For the name of the job: the stack, or the first and how many more. */
  readonly name: string;
  readonly slug: string;
  readonly stacks: readonly Stack[];
}

/** The most stacks that so many jobs plan. */
export function mostStacks(jobs: number): number {
  return jobs * STACKS_PER_JOB;
}

/**
 * Spreads stacks over the jobs of one matrix: one each as long as there are enough jobs, else as evenly as possible.
 * More than {@link mostStacks} do not fit; the caller has to refuse them.
 * @param mostJobs 1 to {@link MAX_MATRIX_JOBS}
 */
export function batchesOf(stacks: readonly Stack[], mostJobs = MAX_MATRIX_JOBS): readonly Batch[] {
  const jobs = Math.min(stacks.length, mostJobs);
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
