import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { AzureEnvironment } from '../action/azure-environment.ts';
import type { ActionDeps } from '../action/types.ts';
import { createSecretsManagerDoor } from '../aws/secrets-manager.ts';
import { createKeyVaultDoor } from '../azure/key-vault.ts';

/** Where the nodes find the activation. Holds no secret, so it may be kept for the `post` step. */
export type DeliveryTarget =
  | {
      readonly kind: 'key-vault';
      /** `https://<name>.vault.azure.net/`. */
      readonly uri: string;
      readonly name: string;
      /** For the Azure CLI; may be empty. */
      readonly subscriptionId: string;
    }
  | { readonly kind: 'secrets-manager'; readonly region: string; readonly name: string }
  /** Absolute path of a file of mode 0600 that does not exist yet. */
  | { readonly kind: 'file'; readonly path: string };

export interface DeliveredActivation {
  readonly id: string;
  readonly code: string;
  readonly expiresAt: Date;
  readonly tags: Readonly<Record<string, string>>;
}

/** What is known of a secret without its value. Files have no tags, only the activation they are for. */
export interface FoundSecret {
  readonly tags: Readonly<Record<string, string>>;
  readonly expiresAt: Date | undefined;
  readonly activationId: string | undefined;
}

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** `recoverable`: deleted, but the vault keeps it for its retention time; its code is worthless by then. */
export type RemovalResult = 'deleted' | 'recoverable' | 'gone';

/** One place for one activation. */
export interface Delivery {
  /** For people: `secret ssm-activation of https://…`. */
  readonly where: string;
  find(): Promise<Answer<FoundSecret | null>>;
  put(activation: DeliveredActivation): Promise<Answer<null>>;
  remove(): Promise<Answer<RemovalResult>>;
}

/** Tag of the secret: which activation is in it. */
export const ACTIVATION_TAG = 'eks-hybrid-actions:activation';

export interface DeliveryOptions {
  readonly environment: AzureEnvironment;
  /** How long a refusal for lack of rights may be one that passes. */
  readonly propagationMs: number;
}

/** The door to a target. */
export function openDelivery(target: DeliveryTarget, options: DeliveryOptions, deps: ActionDeps): Delivery {
  if (target.kind === 'key-vault') return vaultDelivery(target, options, deps);
  return target.kind === 'file' ? fileDelivery(target.path) : managerDelivery(target, deps);
}

/** What cloud-init/join.sh reads. */
function textOf({ id, code }: DeliveredActivation): string {
  return JSON.stringify({ activationId: id, activationCode: code });
}

function tagsOf({ id, tags }: DeliveredActivation): Readonly<Record<string, string>> {
  return { ...tags, [ACTIVATION_TAG]: id };
}

function vaultDelivery(
  { uri, name, subscriptionId }: Extract<DeliveryTarget, { kind: 'key-vault' }>,
  { environment, propagationMs }: DeliveryOptions,
  deps: ActionDeps,
): Delivery {
  const door = createKeyVaultDoor({ uri, environment, subscriptionId, propagationMs }, deps);
  return {
    where: `the secret ${name} of ${uri}`,
    find: async () => {
      const found = await door.describe(name);
      if (!found.ok || found.value === null) return found.ok ? { ok: true, value: null } : found;
      const { tags, expiresAt } = found.value;
      return { ok: true, value: { tags, expiresAt, activationId: tags[ACTIVATION_TAG] } };
    },
    put: async (activation) => {
      const set = await door.set(name, {
        value: textOf(activation),
        contentType: 'application/json',
        expiresAt: activation.expiresAt,
        tags: tagsOf(activation),
      });
      return set.ok ? { ok: true, value: null } : set;
    },
    remove: async () => {
      const removed = await door.remove(name);
      if (!removed.ok) return removed;
      return { ok: true, value: removed.value === 'purged' ? 'deleted' : removed.value };
    },
  };
}

function managerDelivery(
  { region, name }: Extract<DeliveryTarget, { kind: 'secrets-manager' }>,
  deps: ActionDeps,
): Delivery {
  const open = () => createSecretsManagerDoor(region, deps);
  return {
    where: `the secret ${name} of AWS Secrets Manager in ${region}`,
    find: async () => {
      const found = await (await open()).describe(name);
      if (!found.ok || found.value === null) return found.ok ? { ok: true, value: null } : found;
      const { tags } = found.value;
      return { ok: true, value: { tags, expiresAt: undefined, activationId: tags[ACTIVATION_TAG] } };
    },
    put: async (activation) => {
      const put = await (
        await open()
      ).put({
        name,
        description: 'SSM activation of EKS hybrid nodes; deleted after the job that made it',
        text: textOf(activation),
        tags: tagsOf(activation),
        token: randomUUID(),
      });
      return put.ok ? { ok: true, value: null } : put;
    },
    remove: async () => (await open()).remove(name),
  };
}

const FILE_MODE = 0o600;

/** The file is made with its mode, never widened, and only where nothing is: neither a file nor a link is followed. */
function fileDelivery(path: string): Delivery {
  const attempt = <T>(work: () => T): Promise<Answer<T>> => {
    try {
      return Promise.resolve({ ok: true, value: work() });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return Promise.resolve({ ok: false, reason: `The file could not be written or read (${why})` });
    }
  };
  return {
    where: `the file ${path}`,
    find: () => attempt(() => (existsSync(path) ? findInFile(path) : null)),
    put: (activation) =>
      attempt(() => {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        const { O_CREAT, O_EXCL, O_WRONLY } = constants;
        const file = openSync(path, O_CREAT | O_EXCL | O_WRONLY, FILE_MODE);
        try {
          writeSync(file, textOf(activation));
        } finally {
          closeSync(file);
        }
        return null;
      }),
    remove: () =>
      attempt(() => {
        if (!existsSync(path)) return 'gone';
        rmSync(path);
        return 'deleted';
      }),
  };
}

/** A file cut off in the middle belongs to whoever was writing it here: its activation is not known. */
function findInFile(path: string): FoundSecret {
  const text = readFileSync(path, 'utf8');
  const id = /"activationId":"([0-9a-f-]{36})"/.exec(text)?.[1];
  return { tags: {}, expiresAt: undefined, activationId: id };
}
