import { basename } from 'node:path';
import * as z from 'zod/mini';
import { type AzureEnvironment, readAzureEnvironment } from '#lib/action/azure-environment.js';
import {
  booleanInput,
  durationInput,
  enumInput,
  integerInput,
  listInput,
  rawInput,
  readAll,
  secretInput,
  stringInput,
} from '#lib/action/inputs.js';
import { checkPath, pathInput } from '#lib/action/path-input.js';
import { yamlInput } from '#lib/action/structured-input.js';
import { checkRules, type IgnoreRule } from '#lib/terraform/drift-rules.js';
import {
  backendSettings,
  checkExecutable,
  STACK_NAME,
  stackEnvironment,
  type StackEnvironment,
} from '#lib/terraform/stack-inputs.js';

export interface Inputs {
  /** Absolute. */
  readonly directory: string;
  readonly stack: string;
  /** Executable: a name on PATH or an absolute path. */
  readonly terraform: string;
  readonly lockfile: 'readonly' | 'update';
  /** `key=value` or absolute file paths. */
  readonly backendConfig: readonly string[];
  /** Absolute. */
  readonly varFiles: readonly string[];
  readonly lock: boolean;
  readonly lockTimeoutMs: number;
  readonly parallelism: number;
  readonly rules: readonly IgnoreRule[];
  /** Whether changes that are only not applied yet get an issue, too. */
  readonly reportUnapplied: boolean;
  /** Nothing is planned while an open pull request touches the stack. */
  readonly skipTouched: boolean;
  /** Absolute, a file or a folder; need not exist. */
  readonly previousReport: string | null;
  readonly failuresBeforeIssue: number;
  readonly label: string;
  readonly maxOpen: number;
  /** Null: no issue is kept. */
  readonly githubToken: string | null;
  readonly environment: StackEnvironment;
  /** Whether the logs of the clouds are asked who changed what drifted. */
  readonly changedBy: boolean;
  /** Of the job; for objects whose state names no region. */
  readonly awsRegion: string | null;
  readonly azure: AzureEnvironment;
}

const ruleShape = z.array(
  z.strictObject({
    type: z.optional(z.string()),
    address: z.optional(z.string()),
    attribute: z.optional(z.string()),
    reason: z.string(),
    expires: z.optional(z.string()),
  }),
);

export function readInputs(): Inputs {
  const { ignore, changedBy, ...inputs } = readRaw();
  const rules = ignore.map(({ type, address, attribute, reason, expires }) => ({
    type: type ?? null,
    address: address ?? null,
    attribute: attribute ?? null,
    reason,
    expires: expires ?? null,
  }));
  checkRules(rules);
  return {
    ...inputs,
    rules,
    stack: inputs.stack ?? basename(inputs.directory),
    previousReport: inputs.previousReport ?? null,
    githubToken: inputs.githubToken ?? null,
    environment: stackEnvironment(process.env),
    changedBy: changedBy === 'auto',
    awsRegion: process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'] ?? null,
    azure: readAzureEnvironment(),
  };
}

function readRaw() {
  return readAll({
    directory: () => pathInput('working-directory', { default: '.', mustExist: 'directory' }),
    stack: () => stringInput('stack', { pattern: STACK_NAME.pattern, allowed: STACK_NAME.allowed }),
    terraform: () => checkExecutable(stringInput('terraform-path', { default: 'terraform' })),
    lockfile: () => enumInput('lockfile', ['readonly', 'update'], { default: 'readonly' }),
    backendConfig: () => backendSettings(rawInput('backend-config')),
    varFiles: () => listInput('var-file').map((file) => checkPath('var-file', file, { mustExist: 'file' })),
    lock: () => booleanInput('lock', { default: true }),
    lockTimeoutMs: () =>
      durationInput('lock-timeout', { default: 120_000, minimum: 0, maximum: 6 * 3_600_000 }),
    parallelism: () => integerInput('parallelism', { default: 10, minimum: 1, maximum: 256 }),
    ignore: () => yamlInput('ignore', ruleShape, { default: [] }),
    reportUnapplied: () => booleanInput('report-unapplied', { default: false }),
    skipTouched: () => booleanInput('skip-touched', { default: true }),
    previousReport: () => pathInput('previous-report', { within: 'workspace-or-temp' }),
    failuresBeforeIssue: () =>
      integerInput('failures-before-issue', { default: 3, minimum: 1, maximum: 100 }),
    label: () =>
      stringInput('label', {
        default: 'drift',
        pattern: /^[^\s,][^,\r\n]{0,48}$/,
        allowed: 'a label without commas, of at most 49 characters',
      }),
    maxOpen: () => integerInput('max-open', { default: 10, minimum: 1, maximum: 1000 }),
    changedBy: () => enumInput('changed-by', ['auto', 'off'], { default: 'auto' }),
    githubToken: () => secretInput('github-token'),
  });
}
