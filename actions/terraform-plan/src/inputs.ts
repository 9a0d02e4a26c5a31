import { basename } from 'node:path';
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
import { terraformErrors } from '#lib/terraform/errors.js';
import type { RiskLevel } from '#lib/terraform/risk/assessor.js';
import {
  backendSettings,
  checkExecutable,
  KMS_KEY_ARN,
  sealingOf,
  STACK_NAME,
  stackEnvironment,
  type Sealing,
  type StackEnvironment,
} from '#lib/terraform/stack-inputs.js';

export interface Inputs {
  /** Absolute. */
  readonly directory: string;
  readonly stack: string;
  /** Executable: a name on PATH or an absolute path. */
  readonly terraform: string;
  readonly fmt: 'true' | 'false' | 'warn';
  readonly validate: boolean;
  readonly lockfile: 'readonly' | 'update';
  /** `key=value` or absolute file paths. */
  readonly backendConfig: readonly string[];
  /** Absolute. */
  readonly varFiles: readonly string[];
  readonly lock: boolean;
  readonly lockTimeoutMs: number;
  readonly refresh: boolean;
  readonly parallelism: number;
  /** Absolute path of a plan that was made elsewhere: then no Terraform is run. */
  readonly planJson: string | null;
  /** Checks what needs no credentials, and plans nothing. */
  readonly checkOnly: boolean;
  /** The step fails when the worst risk reaches this level. */
  readonly failOn: RiskLevel | null;
  readonly sealing: Sealing | null;
  /** Relative to the stack. */
  readonly extraPaths: readonly string[];
  readonly environment: StackEnvironment;
}

export function readInputs(): Inputs {
  const inputs = readAll({
    directory: () => pathInput('working-directory', { default: '.', mustExist: 'directory' }),
    stack: () => stringInput('stack', { pattern: STACK_NAME.pattern, allowed: STACK_NAME.allowed }),
    terraform: () => checkExecutable(stringInput('terraform-path', { default: 'terraform' })),
    fmt: () => enumInput('fmt', ['true', 'false', 'warn'], { default: 'true' }),
    validate: () => booleanInput('validate', { default: true }),
    lockfile: () => enumInput('lockfile', ['readonly', 'update'], { default: 'readonly' }),
    backendConfig: () => backendSettings(rawInput('backend-config')),
    varFiles: () => listInput('var-file').map((file) => checkPath('var-file', file, { mustExist: 'file' })),
    lock: () => booleanInput('lock', { default: true }),
    lockTimeoutMs: () =>
      durationInput('lock-timeout', { default: 120_000, minimum: 0, maximum: 6 * 3_600_000 }),
    refresh: () => booleanInput('refresh', { default: true }),
    parallelism: () => integerInput('parallelism', { default: 10, minimum: 1, maximum: 256 }),
    planJson: () => pathInput('plan-json', { mustExist: 'file', within: 'workspace-or-temp' }),
    checkOnly: () => booleanInput('check-only', { default: false }),
    failOn: () => enumInput('fail-on', ['none', 'info', 'warning', 'high', 'critical'], { default: 'none' }),
    bundleKey: () => secretInput('bundle-key'),
    kmsKeyArn: () =>
      stringInput('kms-key-arn', { pattern: KMS_KEY_ARN.pattern, allowed: KMS_KEY_ARN.allowed }),
    extraPaths: () => listInput('extra-paths'),
  });
  const { bundleKey, kmsKeyArn, planJson, failOn, ...rest } = inputs;
  checkTogether(planJson, bundleKey, kmsKeyArn, inputs.extraPaths);
  if (inputs.checkOnly) checkAlone(inputs);
  return {
    ...rest,
    stack: inputs.stack ?? basename(inputs.directory),
    planJson: planJson ?? null,
    failOn: failOn === 'none' ? null : failOn,
    sealing: sealingOf(bundleKey, kmsKeyArn),
    environment: stackEnvironment(process.env),
  };
}

/** @throws EHA1213 */
function checkTogether(
  planJson: string | undefined,
  bundleKey: string | undefined,
  kmsKeyArn: string | undefined,
  extraPaths: readonly string[],
): void {
  const keys = [
    ...(bundleKey === undefined ? [] : ['bundle-key']),
    ...(kmsKeyArn === undefined ? [] : ['kms-key-arn']),
  ];
  if (keys.length === 2) {
    throw terraformErrors.EHA1213('bundle-key and kms-key-arn are both given; a bundle has one key.');
  }
  if (planJson !== undefined && keys.length > 0) {
    throw terraformErrors.EHA1213(
      `plan-json and ${keys.join()} are both given, but the JSON of a plan cannot be applied, so there is nothing to seal.`,
    );
  }
  if (extraPaths.length > 0 && keys.length === 0) {
    throw terraformErrors.EHA1213(
      'extra-paths is given without bundle-key or kms-key-arn, so there is no bundle to put them in.',
    );
  }
}

/** @throws EHA1213 */
function checkAlone(given: {
  readonly planJson?: string | undefined;
  readonly bundleKey?: string | undefined;
  readonly kmsKeyArn?: string | undefined;
  readonly failOn: string;
}): void {
  const names = [
    ...(given.planJson === undefined ? [] : ['plan-json']),
    ...(given.bundleKey === undefined ? [] : ['bundle-key']),
    ...(given.kmsKeyArn === undefined ? [] : ['kms-key-arn']),
    ...(given.failOn === 'none' ? [] : ['fail-on']),
  ];
  if (names.length === 0) return;
  throw terraformErrors.EHA1213(
    `check-only makes no plan, so ${names.join(' and ')} cannot be given with it.`,
  );
}
