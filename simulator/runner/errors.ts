/**
 * A failure the simulated GitHub or its runner plays: an invalid workflow file, a refused input, a step that cannot
 * start. The message is what a user would read in the run; faults of the simulator itself are `SimulatorError`s.
 */
export class WorkflowError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'WorkflowError';
  }
}

/** The text of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
