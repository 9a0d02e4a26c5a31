import { formatCommand } from './commands.ts';

/** Shorter lines of a multi-line secret (a lone brace of a JSON key) would blank out half of the log. */
const SHORTEST_MASKED_LINE = 4;
/** Shorter secrets are found by chance in any document, so their presence proves nothing. */
const SHORTEST_TRACED_SECRET = 8;

export interface Masker {
  /** Registers a secret with the runner before anything can print it; a multi-line one line by line. */
  mask(secret: string): void;
  /** True when the text contains a registered secret, also as JSON would write it. */
  foundIn(text: string): boolean;
}

/** The values the runner must hide for one secret: logs are filtered line by line, so lines are what it must know. */
export function maskedValues(secret: string): readonly string[] {
  const lines = secret.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const known = lines.length > 1 ? lines.filter((line) => line.trim().length >= SHORTEST_MASKED_LINE) : lines;
  return [...new Set(known.flatMap((line) => [line, line.trim()]))];
}

/** `write` gets one workflow command per value, in the order of the calls. */
export function createMasker(write: (command: string) => void): Masker {
  const traced = new Set<string>();
  return {
    mask(secret) {
      for (const value of maskedValues(secret)) {
        write(formatCommand('add-mask', {}, value));
        if (value.length < SHORTEST_TRACED_SECRET) continue;
        traced.add(value);
        traced.add(JSON.stringify(value).slice(1, -1));
      }
    },
    foundIn: (text) => [...traced].some((value) => text.includes(value)),
  };
}

/** The one masker of this process: inputs register secrets with it before the harness builds anything else. */
export const processMasker: Masker = createMasker((command) => process.stdout.write(command));
