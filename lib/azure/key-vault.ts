import type { AzureEnvironment } from '../action/azure-environment.ts';
import { ActionError } from '../action/errors.ts';
import { retry } from '../action/retry.ts';
import { type AzureDeps, createAzureCredential } from './credential.ts';
import {
  callVault,
  isTaken,
  VaultFailure,
  type VaultTarget,
  type VaultAnswerBody,
} from './key-vault-call.ts';

/** What a call gives, or why it failed. */
export type VaultAnswer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** A secret without its value, which is masked where Key Vault sends it along and never leaves this file. */
export interface VaultSecret {
  /** Empty where Key Vault does not say. */
  readonly version: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly expiresAt: Date | undefined;
}

export interface NewVaultSecret {
  readonly value: string;
  readonly contentType: string;
  readonly expiresAt: Date;
  readonly tags: Readonly<Record<string, string>>;
}

/** What is left after a deletion: `recoverable` until the vault's own time is up, where it is protected from purging. */
export type Removal = 'purged' | 'recoverable' | 'gone';

/** Door to the secrets of one vault. */
export interface KeyVaultDoor {
  /** Null when there is none, or it is deleted. */
  describe(name: string): Promise<VaultAnswer<VaultSecret | null>>;
  /** A new version. One of that name that is deleted but not purged is recovered first, since its name is taken. */
  set(name: string, secret: NewVaultSecret): Promise<VaultAnswer<VaultSecret>>;
  /** Deletes, and purges where the vault allows it. */
  remove(name: string): Promise<VaultAnswer<Removal>>;
}

export interface KeyVaultOptions {
  /** `https://<name>.vault.azure.net/`. */
  readonly uri: string;
  readonly environment: AzureEnvironment;
  /** For the Azure CLI; empty takes its own. */
  readonly subscriptionId: string;
  /** How long a refusal for lack of rights is taken for one that passes: role assignments take minutes to be known. */
  readonly propagationMs: number;
}

const ATTEMPTS = 30;
const DEADLINE_MS = 90_000;
/** Deleting, recovering and purging go on after the answer. */
const SETTLE_MS = 60_000;

/** Refusals that are settled by waiting: work on the secret of before is still going on. */
const BUSY = /^(?:ObjectIsBeingDeleted|ObjectIsBeingRecovered|ObjectIsBeingPurged)$/;

/** A door whose calls retry throttling, 5xx and resets, each with a deadline. */
export function createKeyVaultDoor(options: KeyVaultOptions, deps: AzureDeps): KeyVaultDoor {
  const call = vaultCaller(options, deps);
  return {
    describe: (name) =>
      answered('Key Vault read of the secret', deps, async () => {
        try {
          return show(await call('read of the secret', 'GET', `secrets/${name}`));
        } catch (error) {
          if (error instanceof VaultFailure && error.status === 404) return null;
          throw error;
        }
      }),
    set: (name, secret) =>
      answered('Key Vault write of the secret', deps, async () => {
        const body = {
          value: secret.value,
          contentType: secret.contentType,
          tags: secret.tags,
          attributes: { enabled: true, exp: Math.floor(secret.expiresAt.getTime() / 1000) },
        };
        try {
          return show(await call('write of the secret', 'PUT', `secrets/${name}`, body));
        } catch (error) {
          if (!isTaken(error)) throw error;
        }
        deps.log.info('The secret was deleted and not purged; it is recovered, to be given a new version.');
        await call('recovery of the secret', 'POST', `deletedsecrets/${name}/recover`);
        await call('read of the recovered secret', 'GET', `secrets/${name}`, undefined, 404);
        return show(await call('write of the secret', 'PUT', `secrets/${name}`, body));
      }),
    remove: (name) => answered('Key Vault deletion of the secret', deps, () => removeSecret(call, name)),
  };
}

async function removeSecret(call: Call, name: string): Promise<Removal> {
  let level: unknown;
  try {
    const deleted = await call('deletion of the secret', 'DELETE', `secrets/${name}`);
    level = deleted.attributes?.recoveryLevel;
  } catch (error) {
    if (error instanceof VaultFailure && error.status === 404) return 'gone';
    throw error;
  }
  // `Recoverable+Purgeable`, `CustomizedRecoverable+Purgeable`; without soft delete `Purgeable`, and nothing is left.
  if (level === 'Purgeable') return 'purged';
  if (typeof level !== 'string' || !level.includes('Purgeable')) return 'recoverable';
  try {
    await call('purge of the secret', 'DELETE', `deletedsecrets/${name}`, undefined, 404);
    return 'purged';
  } catch (error) {
    // Deleted it is; that it may be recovered for a while is said.
    if (error instanceof VaultFailure && (error.status === 403 || error.status === 404)) return 'recoverable';
    throw error;
  }
}

/** `passing`: a status that only means that earlier work has not ended. */
type Call = (
  what: string,
  method: string,
  path: string,
  body?: object,
  passing?: number,
) => Promise<VaultAnswerBody>;

function vaultCaller(options: KeyVaultOptions, deps: AzureDeps): Call {
  const target = targetOf(options.uri, options.environment.vaultEndpoint);
  const credential = createAzureCredential(options.environment, options.subscriptionId, deps);
  const token = async (scope: string): Promise<string> => (await credential.getToken(scope))?.token ?? '';
  return async (what, method, path, body, passing) => {
    const started = deps.clock.now();
    const mayPass = (error: unknown): boolean => {
      if (error instanceof ActionError) return false;
      if (!(error instanceof VaultFailure)) return true;
      const { status, code } = error;
      const elapsed = deps.clock.now() - started;
      if (status === passing || BUSY.test(code)) return elapsed < SETTLE_MS;
      if (status === 403 && code !== 'ForbiddenByFirewall') return elapsed < options.propagationMs;
      return status === 408 || status === 429 || status >= 500;
    };
    return retryVault(`Key Vault ${what}`, () => callVault(target, token, { method, path, body }, deps), {
      deadlineMs: Math.max(DEADLINE_MS, options.propagationMs + SETTLE_MS),
      mayPass,
      deps,
    });
  };
}

interface VaultRetry {
  readonly deadlineMs: number;
  readonly mayPass: (error: unknown) => boolean;
  readonly deps: AzureDeps;
}

/** As `retry`, but what is thrown in the end is the failure itself, whose code tells callers what to do. */
async function retryVault<T>(name: string, call: () => Promise<T>, options: VaultRetry): Promise<T> {
  const { deps, deadlineMs, mayPass } = options;
  let last: unknown;
  try {
    return await retry(
      name,
      () =>
        call().catch((error: unknown) => {
          last = error;
          throw error;
        }),
      {
        ...deps,
        attempts: ATTEMPTS,
        deadlineMs,
        baseMs: 1000,
        isRetryable: mayPass,
        retryAfterMs: (error) => (error instanceof VaultFailure ? error.retryAfterMs : undefined),
      },
    );
  } catch (error) {
    deps.signal.throwIfAborted();
    throw last instanceof VaultFailure ? last : error;
  }
}

/** Resource of the tokens: the vault's domain, which differs between clouds. */
function targetOf(uri: string, endpoint: string | undefined): VaultTarget {
  const [vault = '', ...domain] = new URL(uri).hostname.split('.');
  const base = endpoint === undefined ? `https://${vault}.${domain.join('.')}` : `${endpoint}/${vault}`;
  return { base, scope: `https://${domain.join('.')}/.default` };
}

function show({ id, tags, attributes }: VaultAnswerBody): VaultSecret {
  const expires = attributes?.exp;
  return {
    version: typeof id === 'string' ? (/\/secrets\/[^/]+\/([^/]+)$/.exec(id)?.[1] ?? '') : '',
    tags: tags ?? {},
    expiresAt: typeof expires === 'number' ? new Date(expires * 1000) : undefined,
  };
}

async function answered<T>(name: string, deps: AzureDeps, work: () => Promise<T>): Promise<VaultAnswer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    deps.signal.throwIfAborted();
    if (error instanceof VaultFailure) {
      const verb = error.status === 401 || error.status === 403 ? 'was denied' : 'failed';
      return { ok: false, reason: `${name} ${verb} (${error.message})` };
    }
    if (error instanceof ActionError) return { ok: false, reason: `${error.code}: ${error.message}` };
    return {
      ok: false,
      reason: `${name} failed (${error instanceof Error ? error.message : String(error)})`,
    };
  }
}
