import { durationInput, readAll, secretInput, stringInput } from '#lib/action/inputs.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export interface Inputs {
  /** Path of a workflow file; null for the workflow of this run. */
  readonly workflow: string | null;
  readonly onceWithinMs: number;
  readonly maxAgeMs: number;
  readonly label: string;
  readonly githubToken: string;
}

export function readInputs(): Inputs {
  const inputs = readAll({
    workflow: () =>
      stringInput('workflow', {
        pattern: /^\.github\/workflows\/[^/\s@]+\.ya?ml$/,
        allowed: 'the path of a workflow, .github/workflows/<name>.yml',
      }),
    onceWithinMs: () =>
      durationInput('once-within', { default: 12 * HOUR_MS, minimum: MINUTE_MS, maximum: 7 * DAY_MS }),
    maxAgeMs: () =>
      durationInput('max-age', { default: 36 * HOUR_MS, minimum: MINUTE_MS, maximum: 60 * DAY_MS }),
    label: () =>
      stringInput('label', {
        default: 'nightly',
        pattern: /^[^\s,][^,\r\n]{0,48}$/,
        allowed: 'a label without commas, of at most 49 characters',
      }),
    githubToken: () => secretInput('github-token', { required: true }),
  });
  return { ...inputs, workflow: inputs.workflow ?? null };
}
