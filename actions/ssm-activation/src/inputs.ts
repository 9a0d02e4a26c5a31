import { type AzureEnvironment, readAzureEnvironment } from '#lib/action/azure-environment.js';
import {
  booleanInput,
  durationInput,
  enumInput,
  integerInput,
  listInput,
  readAll,
  refusedInput,
  stringInput,
} from '#lib/action/inputs.js';
import { checkPath, pathInput } from '#lib/action/path-input.js';
import type { DeliveryTarget } from '#lib/nodes/activation-delivery.js';
import { OWN_TAGS } from '#lib/nodes/activation-marks.js';

interface Common {
  readonly region: string;
  readonly clusterName: string;
  readonly environment: AzureEnvironment;
  readonly propagationMs: number;
}

export interface MintInputs extends Common {
  readonly mode: 'mint';
  readonly roleName: string;
  /** How many nodes may register; null takes it from the plans. */
  readonly registrationLimit: number | null;
  /** Absolute; none with a registrationLimit. */
  readonly planReports: readonly string[];
  readonly expiresInMs: number;
  readonly instanceName: string | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly target: DeliveryTarget;
}

export interface SweepInputs extends Common {
  readonly mode: 'sweep';
  readonly orphanAfterMs: number;
  readonly dryRun: boolean;
  /** Null: only activations are swept. */
  readonly target: DeliveryTarget | null;
}

export type Inputs = MintInputs | SweepInputs;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const MOST_TAGS = 30;

export function readInputs(): Inputs {
  const raw = readRaw();
  const { region, clusterName, propagationMs, mode } = raw;
  const common = { region, clusterName, propagationMs, environment: readAzureEnvironment(process.env) };
  const target = targetOf(raw);
  if (mode === 'sweep') {
    const { orphanAfterMs, dryRun } = raw;
    if (target?.kind === 'file') {
      throw refusedInput('secret-file', target.path, 'empty in mode sweep: a file is gone with its job');
    }
    return { ...common, mode, orphanAfterMs, dryRun, target };
  }
  if (target === null) {
    throw refusedInput('key-vault-uri', '', 'given, or aws-secret-name, or secret-file, in mode mint');
  }
  const roleName = raw.roleName;
  if (roleName === undefined) throw refusedInput('role-name', '', 'given in mode mint');
  const registrationLimit = raw.registrationLimit ?? null;
  if ((registrationLimit === null) === (raw.planReports.length === 0)) {
    throw refusedInput(
      'registration-limit',
      registrationLimit === null ? '' : String(registrationLimit),
      'given without plan-report, or left empty with it',
    );
  }
  const { planReports, expiresInMs, tags } = raw;
  const instanceName = raw.instanceName ?? null;
  return {
    ...common,
    mode,
    roleName,
    registrationLimit,
    planReports,
    expiresInMs,
    instanceName,
    tags,
    target,
  };
}

const NAME = /^[A-Za-z0-9-]{1,127}$/;
const VAULT =
  /^https:\/\/[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]\.vault\.(?:azure\.net|azure\.cn|usgovcloudapi\.net)\/?$/;
const SUBSCRIPTION = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

function readRaw() {
  return readAll({ ...requestReaders(), ...placeReaders(), ...sweepReaders() });
}

function requestReaders() {
  return {
    mode: () => enumInput('mode', ['mint', 'sweep'], { default: 'mint' }),
    region: () => regionInput(),
    clusterName: () =>
      stringInput('cluster-name', {
        required: true,
        pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/,
        allowed: 'the name of an EKS cluster',
      }),
    roleName: () =>
      stringInput('role-name', {
        pattern: /^[A-Za-z0-9+=,.@_-]{1,64}$/,
        allowed: 'the name of an IAM role, without its path and not its ARN',
      }),
    registrationLimit: () => integerInput('registration-limit', { minimum: 1, maximum: 1000 }),
    planReports: () =>
      listInput('plan-report').map((path) =>
        checkPath('plan-report', path, { mustExist: 'file', within: 'workspace-or-temp' }),
      ),
    expiresInMs: () =>
      durationInput('expires-in', { default: 2 * HOUR_MS, minimum: 10 * MINUTE_MS, maximum: 24 * HOUR_MS }),
    instanceName: () =>
      stringInput('instance-name', {
        pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$/u,
        allowed: 'letters, digits, spaces and _ . : / = + - @, at most 256',
      }),
    tags: () => readTags(),
  };
}

function placeReaders() {
  return {
    keyVaultUri: () =>
      stringInput('key-vault-uri', {
        pattern: VAULT,
        allowed: 'the address of a vault, such as https://hybrid-kv.vault.azure.net/',
      }),
    secretName: () =>
      stringInput('secret-name', {
        default: 'ssm-activation',
        pattern: NAME,
        allowed: '1 to 127 letters, digits or hyphens',
      }),
    subscriptionId: () =>
      stringInput('azure-subscription-id', {
        default: '',
        pattern: SUBSCRIPTION,
        allowed: 'a subscription id',
      }),
    awsSecretName: () =>
      stringInput('aws-secret-name', {
        pattern: /^[A-Za-z0-9/_+=.@-]{1,512}$/,
        allowed: 'letters, digits and / _ + = . @ -',
      }),
    secretFile: () => pathInput('secret-file', { within: 'workspace-or-temp' }),
  };
}

function sweepReaders() {
  return {
    propagationMs: () =>
      durationInput('propagation-timeout', { default: 5 * MINUTE_MS, minimum: 0, maximum: 30 * MINUTE_MS }),
    orphanAfterMs: () =>
      durationInput('orphan-after', { default: 6 * HOUR_MS, minimum: HOUR_MS, maximum: 720 * HOUR_MS }),
    dryRun: () => booleanInput('dry-run', { default: false }),
  };
}

/** The variables are those that aws-actions/configure-aws-credentials sets. */
function regionInput(): string {
  const pattern = /^[a-z]{2,}(-[a-z]+)+-[0-9]$/;
  const given = stringInput('region', { pattern, allowed: 'a region such as eu-central-1' });
  const region = given ?? process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'] ?? '';
  if (pattern.test(region)) return region;
  throw refusedInput('region', region, 'a region such as eu-central-1, or AWS_REGION be set');
}

type Raw = ReturnType<typeof readRaw>;

/** Exactly one place: the code would otherwise be where nobody takes it back. */
function targetOf(raw: Raw): DeliveryTarget | null {
  const { keyVaultUri, secretName, subscriptionId, awsSecretName, secretFile, region } = raw;
  const targets: DeliveryTarget[] = [];
  if (keyVaultUri !== undefined) {
    targets.push({ kind: 'key-vault', uri: keyVaultUri, name: secretName, subscriptionId });
  }
  if (awsSecretName !== undefined) targets.push({ kind: 'secrets-manager', region, name: awsSecretName });
  if (secretFile !== undefined) targets.push({ kind: 'file', path: secretFile });
  if (targets.length <= 1) return targets[0] ?? null;
  throw refusedInput(
    'key-vault-uri',
    keyVaultUri ?? '',
    'the only one of key-vault-uri, aws-secret-name and secret-file that is given',
  );
}

/** `key=value` lines. */
function readTags(): Readonly<Record<string, string>> {
  const tags: Record<string, string> = {};
  for (const item of listInput('tags')) {
    const match = /^([\p{L}\p{Z}\p{N}_.:/+\-@]{1,128})=([\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256})$/u.exec(item);
    const [, key = '', value = ''] = match ?? [];
    if (match === null || key.toLowerCase().startsWith('aws:') || OWN_TAGS.includes(key)) {
      throw refusedInput('tags', item, `key=value without ${OWN_TAGS.join(', ')} and aws:`);
    }
    tags[key] = value;
  }
  if (Object.keys(tags).length > MOST_TAGS) {
    throw refusedInput('tags', `${Object.keys(tags).length} tags`, `at most ${MOST_TAGS} tags`);
  }
  return tags;
}
