import { isAbsolute } from 'node:path';
import { refusedInput } from '../action/inputs.ts';
import { checkPath } from '../action/path-input.ts';

/** How the plan is sealed; null where only its fingerprint is kept. */
export type Sealing =
  { readonly kind: 'secret'; readonly secret: string } | { readonly kind: 'kms'; readonly keyArn: string };

/** What the action needs of the variables that belong to Terraform and the runner rather than to the action. */
export interface StackEnvironment {
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

/** What the name of a stack looks like. */
export const STACK_NAME = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/,
  allowed: 'a name such as foundation or envs/prod: letters, digits, ".", "_", "-" and "/", at most 100',
} as const;

/** Options of the input kms-key-arn. */
export const KMS_KEY_ARN = {
  pattern: /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:(?:key|alias)\/[A-Za-z0-9/_-]{1,256}$/,
  allowed: 'the ARN of a KMS key or alias',
} as const;

/** The key of a bundle as the inputs bundle-key and kms-key-arn give it. */
export function sealingOf(secret: string | undefined, keyArn: string | undefined): Sealing | null {
  if (secret !== undefined) return { kind: 'secret', secret };
  return keyArn === undefined ? null : { kind: 'kms', keyArn };
}

/** Reads the variables that Terraform itself reads; takes the environment of the process. */
export function stackEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): StackEnvironment {
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

/**
 * A name on PATH or an absolute path; a relative path would be looked up in the stack folder, where the pull request
 * decides what lies there.
 * @throws EHA1001
 */
export function checkExecutable(value: string): string {
  if (/[/\\]/.test(value) && !isAbsolute(value)) {
    throw refusedInput('terraform-path', value, 'the name of a program on PATH or an absolute path');
  }
  return value;
}

/**
 * Settings for `-backend-config`, one a line, since a value may hold commas: `key=value`, or the absolute path of a file.
 * @throws EHA1001, also for credentials, and EHA1004
 */
export function backendSettings(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim());
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
