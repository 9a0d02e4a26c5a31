import { basename } from 'node:path';
import { actionErrors } from '#lib/action/action-errors.js';
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
import { applyErrors } from '#lib/terraform/apply-errors.js';
import { DEFAULT_PROTECTED, type GuardRules } from '#lib/terraform/destroy-guard.js';
import { terraformErrors } from '#lib/terraform/errors.js';
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

/** What the reviewer saw, as the plan run left it. */
export interface ReviewedInputs {
  /** Absolute path of a bundle, or of a folder with one; null when none was kept. */
  readonly bundle: string | null;
  /** Absolute path of the plan document. */
  readonly document: string | null;
  readonly fingerprint: string | null;
  readonly runId: number | null;
  readonly headSha: string | null;
  readonly pullRequest: number | null;
}

export interface Inputs {
  /** Absolute. */
  readonly directory: string;
  readonly stack: string;
  /** GitHub environment. */
  readonly environmentName: string;
  /** GitHub environment whose deployments of the stack end with it; only in destroy mode. */
  readonly deployedEnvironment: string | null;
  /** Null in destroy mode, which has nothing that was reviewed. */
  readonly reviewed: ReviewedInputs | null;
  readonly pullRequest: number | null;
  readonly sealing: Sealing | null;
  readonly guard: GuardRules;
  /** The code is no longer what was planned: a sealed plan is only compared with. */
  readonly replan: boolean;
  readonly allowDriftedReplan: boolean;
  readonly allowUnprotected: boolean;
  readonly githubToken: string | null;
  /** Executable: a name on PATH or an absolute path. */
  readonly terraform: string;
  readonly lockfile: 'readonly' | 'update';
  /** `key=value` or absolute file paths. */
  readonly backendConfig: readonly string[];
  /** Absolute. */
  readonly varFiles: readonly string[];
  readonly lockTimeoutMs: number;
  readonly parallelism: number;
  readonly environment: StackEnvironment;
}

type Raw = ReturnType<typeof readRaw>;

export function readInputs(): Inputs {
  const raw = readRaw();
  const sealing = sealingOf(raw.bundleKey, raw.kmsKeyArn);
  checkTogether(raw, sealing);
  return {
    directory: raw.directory,
    stack: raw.stack ?? basename(raw.directory),
    environmentName: raw.environmentName,
    deployedEnvironment: raw.deployedEnvironment ?? null,
    reviewed: raw.destroy ? null : reviewedOf(raw),
    pullRequest: raw.pullRequest ?? null,
    sealing,
    guard: guardOf(raw),
    replan: raw.replan,
    allowDriftedReplan: raw.allowDriftedReplan,
    allowUnprotected: raw.allowUnprotected,
    githubToken: raw.githubToken ?? null,
    terraform: raw.terraform,
    lockfile: raw.lockfile,
    backendConfig: raw.backendConfig,
    varFiles: raw.varFiles,
    lockTimeoutMs: raw.lockTimeoutMs,
    parallelism: raw.parallelism,
    environment: stackEnvironment(process.env),
  };
}

function readRaw() {
  return readAll({
    directory: () => pathInput('working-directory', { default: '.', mustExist: 'directory' }),
    stack: () => stringInput('stack', { pattern: STACK_NAME.pattern, allowed: STACK_NAME.allowed }),
    environmentName: () => stringInput('environment', { required: true }),
    deployedEnvironment: () => stringInput('deployed-environment'),
    bundle: () => pathInput('bundle', { within: 'workspace-or-temp' }),
    document: () => pathInput('plan-document', { mustExist: 'file', within: 'workspace-or-temp' }),
    fingerprint: () =>
      stringInput('fingerprint', {
        pattern: /^(?:keyed|public)-v\d+:[0-9a-f]{64}$/,
        allowed: 'the output fingerprint of terraform-plan',
      }),
    runId: () => integerInput('run-id', { minimum: 1 }),
    headSha: () => stringInput('head-sha', { pattern: /^[0-9a-f]{40}$/, allowed: 'a full commit SHA' }),
    pullRequest: () => integerInput('pull-request', { minimum: 1 }),
    bundleKey: () => secretInput('bundle-key'),
    kmsKeyArn: () =>
      stringInput('kms-key-arn', { pattern: KMS_KEY_ARN.pattern, allowed: KMS_KEY_ARN.allowed }),
    destroy: () => booleanInput('destroy', { default: false }),
    confirm: () => stringInput('confirm'),
    maxDestroys: () => integerInput('max-destroys', { default: 5, minimum: 0 }),
    maxDestroyPercent: () => integerInput('max-destroy-percent', { default: 30, minimum: 0, maximum: 100 }),
    protected: () => listInput('protected'),
    allowDestroy: () => listInput('allow-destroy'),
    overrideRisks: () => listInput('override-risks'),
    replan: () => booleanInput('replan', { default: false }),
    allowDriftedReplan: () => booleanInput('allow-drifted-replan', { default: false }),
    allowUnprotected: () => booleanInput('allow-unprotected', { default: false }),
    githubToken: () => secretInput('github-token'),
    terraform: () => checkExecutable(stringInput('terraform-path', { default: 'terraform' })),
    lockfile: () => enumInput('lockfile', ['readonly', 'update'], { default: 'readonly' }),
    backendConfig: () => backendSettings(rawInput('backend-config')),
    varFiles: () => listInput('var-file').map((file) => checkPath('var-file', file, { mustExist: 'file' })),
    lockTimeoutMs: () =>
      durationInput('lock-timeout', { default: 300_000, minimum: 0, maximum: 6 * 3_600_000 }),
    parallelism: () => integerInput('parallelism', { default: 10, minimum: 1, maximum: 256 }),
  });
}

/** @throws EHA1002, EHA1213 and EHA1277 */
function checkTogether(raw: Raw, sealing: Sealing | null): void {
  const reviewed = [
    ...(raw.bundle === undefined ? [] : ['bundle']),
    ...(raw.document === undefined ? [] : ['plan-document']),
    ...(raw.fingerprint === undefined ? [] : ['fingerprint']),
  ];
  if (raw.bundleKey !== undefined && raw.kmsKeyArn !== undefined) {
    throw terraformErrors.EHA1213('bundle-key and kms-key-arn are both given; a bundle has one key.');
  }
  if (raw.destroy && reviewed.length > 0) {
    throw terraformErrors.EHA1213(
      `destroy makes its own plan, so ${reviewed.join(' and ')} cannot be given with it.`,
    );
  }
  if (!raw.destroy && raw.deployedEnvironment !== undefined) {
    throw terraformErrors.EHA1213(
      'deployed-environment is given without destroy, which alone ends deployments.',
    );
  }
  if (!raw.destroy && reviewed.length === 0) {
    throw applyErrors.EHA1277('None of bundle, plan-document and fingerprint is given, nor destroy.');
  }
  if (raw.bundle === undefined) return;
  if (sealing === null) {
    throw actionErrors.EHA1002(
      'The input bundle is given, but neither bundle-key nor kms-key-arn to open it with.',
    );
  }
  // Without them any bundle of the repository that has this key would do.
  if (raw.runId === undefined || raw.headSha === undefined) {
    throw actionErrors.EHA1002(
      'The input bundle is given without run-id and head-sha, which say what was reviewed.',
    );
  }
}

function reviewedOf(raw: Raw): ReviewedInputs {
  return {
    bundle: raw.bundle ?? null,
    document: raw.document ?? null,
    fingerprint: raw.fingerprint ?? null,
    runId: raw.runId ?? null,
    headSha: raw.headSha ?? null,
    pullRequest: raw.pullRequest ?? null,
  };
}

/** Of the defaults of `protected` none may hinder a teardown, which a list of its own may. */
function guardOf(raw: Raw): GuardRules {
  const listed = raw.protected.filter((pattern) => pattern !== 'none');
  const usesDefault = raw.protected.length === 0 && !raw.destroy;
  return {
    confirm: raw.confirm ?? null,
    environment: raw.environmentName,
    maxDestroys: raw.maxDestroys,
    maxDestroyPercent: raw.maxDestroyPercent,
    protected: usesDefault ? DEFAULT_PROTECTED : listed,
    allowDestroy: raw.allowDestroy,
    overrideRisks: raw.overrideRisks,
    destroy: raw.destroy,
  };
}
