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
  stringInput,
} from '#lib/action/inputs.js';
import { checkPath, pathInput } from '#lib/action/path-input.js';

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
}

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
  });
  return { ...inputs, stack: inputs.stack ?? basename(inputs.directory) };
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
