import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SimulatorError } from '../world/errors.ts';
import { findBackends } from './backends.ts';

/** Access key ids, tokens and secrets that the simulator hands out contain this. */
export const SIMULATED_CREDENTIAL = 'ASIASIMULATED';

/** Variables that hold a credential, or name a place where one would be taken from. */
const CREDENTIAL_VARIABLES: readonly RegExp[] = [
  /^AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|PROFILE|DEFAULT_PROFILE|WEB_IDENTITY_TOKEN_FILE|SHARED_CREDENTIALS_FILE|CONTAINER_CREDENTIALS_(RELATIVE|FULL)_URI)$/,
  /^ARM_(CLIENT_SECRET|CLIENT_CERTIFICATE(_PATH|_PASSWORD)?|OIDC_TOKEN(_FILE_PATH)?|ACCESS_KEY|SAS_TOKEN|USE_MSI|USE_CLI|MSI_ENDPOINT)$/,
  /^AZURE_(CLIENT_SECRET|CLIENT_CERTIFICATE_PATH|CLIENT_CERTIFICATE_PASSWORD|FEDERATED_TOKEN_FILE|PASSWORD|CREDENTIALS)$/,
  /^GOOGLE_(APPLICATION_CREDENTIALS|CREDENTIALS|OAUTH_ACCESS_TOKEN)$/,
  /^(TFE_TOKEN|TF_TOKEN_[A-Za-z0-9_-]+)$/,
];

/** Whether a credential could be real: it is set and does not carry the simulator's marker. */
export function realCredential(value: string): boolean {
  return value !== '' && !value.includes(SIMULATED_CREDENTIAL);
}

/**
 * Refuses an environment with credentials that could be real: with them, a Terraform that loses its way to the
 * simulator would change real clouds. Throws SIM1101 and names the variables, never their values. Files such as
 * ~/.aws/credentials are not looked at: the simulator's children run with a HOME of the world.
 */
export function assertSafeEnvironment(environment: Readonly<Record<string, string | undefined>>): void {
  const real = Object.entries(environment)
    .filter(
      ([name, value]) =>
        CREDENTIAL_VARIABLES.some((pattern) => pattern.test(name)) && realCredential(value ?? ''),
    )
    .filter(([, value]) => value !== 'false')
    .map(([name]) => name)
    .sort();
  if (real.length === 0) return;
  throw new SimulatorError(
    'SIM1101',
    `the environment holds credentials that could be real: ${real.join(', ')}`,
    `Run the simulation without them: env ${real.map((name) => `-u ${name}`).join(' ')} …`,
  );
}

/**
 * Refuses a root module whose state would live anywhere but in a local file: an apply would record invented ids in
 * it. Throws SIM1103 and names file, line and backend.
 */
export function assertLocalBackend(directory: string): void {
  for (const name of readdirSync(directory).sort()) {
    if (!name.endsWith('.tf') && !name.endsWith('.tf.json') && !name.endsWith('.tofu')) continue;
    const remote = findBackends(name, readFileSync(join(directory, name), 'utf8')).find(
      (backend) => backend.kind !== 'local',
    );
    if (remote === undefined) continue;
    throw new SimulatorError(
      'SIM1103',
      `${join(directory, name)}:${remote.line} keeps the state in "${remote.kind}"`,
      'Simulate a copy whose backend is local: add a file override.tf with terraform { backend "local" {} }.',
    );
  }
}
