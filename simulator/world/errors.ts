/**
 * A refusal or failure of the simulated world itself, as opposed to one it plays. Codes `SIM1xxx` stand in
 * docs/errors.md beside those of the actions.
 */
export class SimulatorError extends Error {
  readonly code: `SIM${number}`;
  readonly remedy: string;

  constructor(code: `SIM${number}`, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SimulatorError';
    this.code = code;
    this.remedy = remedy;
  }
}
