/** What the join program of a VM wrote to the serial console, as boot diagnostics give it. */

export interface ConsoleFacts {
  /** Whether anything is on the console at all. */
  readonly booted: boolean;
  /** Last phase the join program began; undefined before its start. */
  readonly phase: string | undefined;
  /** Its last result, which stands until there is another one; undefined while it runs for the first time or before. */
  readonly result: 'ok' | 'failed' | undefined;
  /** Code of a failure, from the table of cloud-init: `J24`. */
  readonly code: string | undefined;
  /** Sentence of the failure. */
  readonly message: string;
}

const LINE = /^eks-hybrid-join: (.*)$/;
const RESULT = /^RESULT (?:(ok)|failed code=(J\d{2}) phase=(\S+): (.*))/;
const PHASE = /^phase=(\S+)$/;
const LONGEST_MESSAGE = 600;

/** Reads the console from its last part; kernels and consoles add carriage returns and time stamps. */
export function readConsole(text: string): ConsoleFacts {
  let facts: ConsoleFacts = {
    booted: text.trim() !== '',
    phase: undefined,
    result: undefined,
    code: undefined,
    message: '',
  };
  for (const raw of text.split('\n')) {
    const start = raw.indexOf('eks-hybrid-join: ');
    const said = start === -1 ? undefined : LINE.exec(raw.slice(start).trimEnd())?.[1];
    if (said === undefined) continue;
    const [, ok, code, failedPhase, message = ''] = RESULT.exec(said) ?? [];
    if (ok !== undefined) facts = { ...facts, result: 'ok', code: undefined, message: '' };
    else if (code !== undefined) {
      facts = {
        ...facts,
        result: 'failed',
        code,
        phase: failedPhase,
        message: message.slice(0, LONGEST_MESSAGE),
      };
    } else {
      const phase = PHASE.exec(said)?.[1];
      // A failure stays told until the program is past where it failed: it starts anew after each.
      if (phase !== undefined && facts.result === undefined) facts = { ...facts, phase };
    }
  }
  return facts;
}
