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

/** The text of whatever was thrown; an error of another realm, as in a test runner's sandbox, is one too. */
export function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}

/** Whether an error of the operating system has the given code, such as `ESRCH`. */
export function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
