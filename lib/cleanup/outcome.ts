import type { Step } from './journal.ts';

/** What became of a decision that is acted on. */
export interface Outcome {
  /**
   * `removed`, `marked`, `unmarked`: done and read back. `gone`: it was not there any more. `left`: it changed since it
   * was judged (a pod came, another run has it, it is another object of the same name) and everything was taken back.
   * `failed`: a step failed; the next run goes on from there. `cancelled`: the job ended before or in it.
   */
  readonly result: 'removed' | 'marked' | 'unmarked' | 'gone' | 'left' | 'failed' | 'cancelled';
  /** The step it failed in or was left at; null where there are no steps. */
  readonly step: Step | null;
  /** One sentence; empty when there is nothing to say. */
  readonly because: string;
}
