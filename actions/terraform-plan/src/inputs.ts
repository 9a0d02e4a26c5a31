import { basename, isAbsolute } from 'node:path';
import {
  booleanInput,
  durationInput,
  enumInput,
  integerInput,
  listInput,
  rawInput,
  readAll,
  refusedInput,
  secretInput,
  stringInput,
} from '#lib/action/inputs.js';
import { checkPath, pathInput } from '#lib/action/path-input.js';
import { terraformErrors } from '#lib/terraform/errors.js';
import type { RiskLevel } from '#lib/terraform/risk/assessor.js';

/** How the plan is sealed; null keeps its fingerprint only. */
export type Sealing =
  { readonly kind: 'secret'; readonly secret: string } | { readonly kind: 'kms'; readonly keyArn: string };

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
  readonly environment: PlanEnvironment;
}

/** What the action needs of the variables that belong to Terraform and the runner rather than to the action. */
export interface PlanEnvironment {
  /** Values of `TF_VAR_<name>` by name. */
  readonly variables: Readonly<Record<string, string>>;
  /** `TF_WORKSPACE`, null when it is not set. */
  readonly workspace: string | null;
  /** `TF_DATA_DIR` as it is, `.terraform` when it is not set. */
  readonly dataDirectory: string;
  /** Names of variables that are or could be credentials; code that nobody reviewed must not inherit them. */
  readonly credentials: readonly string[];
}

/** The runner gives each JavaScript action the token of its caches and artifacts (`ACTIONS_RUNTIME_TOKEN`). */
const CREDENTIAL = /^(?:ACTIONS_|AWS_|ARM_|AZURE_|GOOGLE_|GITHUB_TOKEN$|GH_TOKEN$|TF_TOKEN_|TF_VAR_)/i;

/** Backend settings that are credentials: on a command line other processes read them, and Terraform copies them into the plan file. */
const SECRET_SETTING =
  /(?:secret|password|token|access_key|secret_key|conn_str|client_key|customer_key|encryption_key|credentials)$/;

export function readInputs(): Inputs {
  const inputs = readAll({
    directory: () => pathInput('working-directory', { default: '.', mustExist: 'directory' }),
    stack: () => stringInput('stack', { pattern: /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/, allowed: STACK_NAME }),
    terraform: readExecutable,
    fmt: () => enumInput('fmt', ['true', 'false', 'warn'], { default: 'true' }),
    validate: () => booleanInput('validate', { default: true }),
    lockfile: () => enumInput('lockfile', ['readonly', 'update'], { default: 'readonly' }),
    backendConfig: readBackendConfig,
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
      stringInput('kms-key-arn', { pattern: KMS_KEY_ARN, allowed: 'the ARN of a KMS key or alias' }),
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
    environment: readEnvironment(process.env),
  };
}

const KMS_KEY_ARN = /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:(?:key|alias)\/[A-Za-z0-9/_-]{1,256}$/;

function sealingOf(secret: string | undefined, keyArn: string | undefined): Sealing | null {
  if (secret !== undefined) return { kind: 'secret', secret };
  return keyArn === undefined ? null : { kind: 'kms', keyArn };
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

function readEnvironment(environment: NodeJS.ProcessEnv): PlanEnvironment {
  const variables = Object.entries(environment).flatMap(([name, value]) =>
    name.startsWith('TF_VAR_') && value !== undefined ? [[name.slice('TF_VAR_'.length), value] as const] : [],
  );
  // Terraform takes an empty variable as one that is not set.
  const given = (name: string) => (environment[name] === '' ? undefined : environment[name]);
  return {
    variables: Object.fromEntries(variables),
    workspace: given('TF_WORKSPACE') ?? null,
    dataDirectory: given('TF_DATA_DIR') ?? '.terraform',
    credentials: Object.keys(environment).filter((name) => CREDENTIAL.test(name)),
  };
}

const STACK_NAME =
  'a name such as foundation or envs/prod: letters, digits, ".", "_", "-" and "/", at most 100';

function readExecutable(): string {
  const value = stringInput('terraform-path', { default: 'terraform' });
  // A relative path would be looked up in the stack folder, where the pull request decides what lies there.
  if (/[/\\]/.test(value) && !isAbsolute(value)) {
    throw refusedInput('terraform-path', value, 'the name of a program on PATH or an absolute path');
  }
  return value;
}

/** One setting a line: a value may hold commas. */
function readBackendConfig(): readonly string[] {
  const lines = rawInput('backend-config')
    .split('\n')
    .map((line) => line.trim());
  return lines.filter((line) => line !== '').map(backendSetting);
}

function backendSetting(line: string): string {
  const key = /^([A-Za-z_][A-Za-z0-9_.-]*)\s*=/.exec(line)?.[1];
  if (key === undefined) return checkPath('backend-config', line, { mustExist: 'file' });
  if (!SECRET_SETTING.test(key)) return line;
  // The value must not be repeated in a message.
  throw refusedInput(
    'backend-config',
    `${key}=…`,
    'without credentials; use OIDC or the environment variables of the backend',
  );
}
