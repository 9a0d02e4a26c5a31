/** Secrets of Key Vault in the world, with versions left out: a new value replaces the old one. */
import { randomBytes } from 'node:crypto';
import type { ObjectValue, WorldObject } from '../terraform-provider/engine/types.ts';
import { sameId, text, textMap } from './attributes.ts';
import type { World } from './world.ts';

export const VAULT_SECRET = 'azure_key_vault_secret';

export interface SecretInput {
  readonly vault: string;
  readonly name: string;
  readonly value: string;
  readonly contentType?: string;
  readonly enabled?: boolean;
  /** Seconds since 1970. */
  readonly expires?: number;
  /** Seconds since 1970. */
  readonly notBefore?: number;
  readonly tags?: Readonly<Record<string, string>>;
}

/** Creates or replaces a secret; undefined when one of that name is deleted but not purged. */
export function setSecret(world: World, input: SecretInput): WorldObject | undefined {
  const before = findSecret(world, input.vault, input.name);
  if (text(before, 'deleted') !== '') return undefined;
  const now = world.clock.now().toISOString();
  const attributes: ObjectValue = {
    vault: input.vault,
    name: input.name,
    value: input.value,
    version: randomBytes(16).toString('hex'),
    content_type: input.contentType ?? '',
    enabled: input.enabled ?? true,
    expires: input.expires ?? null,
    not_before: input.notBefore ?? null,
    created: now,
    updated: now,
    deleted: '',
    tags: { ...input.tags },
  };
  const object: WorldObject = {
    key: keyOf(input.vault, input.name),
    provider: 'azurerm',
    type: VAULT_SECRET,
    region: '',
    attributes,
  };
  world.objects.put(object);
  return object;
}

/** The secret, deleted or not. Names of vaults and secrets do not tell case apart. */
export function findSecret(world: World, vault: string, name: string): WorldObject | undefined {
  return world.objects.get(keyOf(vault, name));
}

export function listSecrets(world: World, vault: string): readonly WorldObject[] {
  return world.objects.list(VAULT_SECRET).filter((secret) => sameId(text(secret, 'vault'), vault));
}

/** Marks a secret as deleted; it can be purged after. */
export function deleteSecret(world: World, secret: WorldObject): WorldObject {
  return world.objects.patch(secret.key, { deleted: world.clock.now().toISOString() });
}

/** Takes a deletion back. */
export function recoverSecret(world: World, secret: WorldObject): WorldObject {
  return world.objects.patch(secret.key, { deleted: '' });
}

/** Whether deleted secrets of a vault must stay for their time. */
export function isPurgeProtected(world: World, vault: string): boolean {
  return world.objects
    .list('azurerm_key_vault')
    .some(
      (entry) => sameId(text(entry, 'name'), vault) && entry.attributes['purge_protection_enabled'] === true,
    );
}

/** Removes a secret for good. */
export function purgeSecret(world: World, secret: WorldObject): void {
  world.objects.delete(secret.key);
}

/** What a role allows with secrets of a vault. */
export type SecretAction = 'read' | 'list' | 'write' | 'delete' | 'purge' | 'recover';

const ALL: readonly SecretAction[] = ['read', 'list', 'write', 'delete', 'purge', 'recover'];

/** Built-in roles of Azure: https://learn.microsoft.com/azure/key-vault/general/rbac-guide */
const ROLES: Readonly<Record<string, readonly SecretAction[]>> = {
  'Key Vault Administrator': ALL,
  'Key Vault Secrets Officer': ALL,
  'Key Vault Secrets User': ['read', 'list'],
};

const DATA_ACTIONS: Readonly<Record<string, readonly SecretAction[]>> = {
  'microsoft.keyvault/vaults/secrets/getsecret/action': ['read'],
  'microsoft.keyvault/vaults/secrets/readmetadata/action': ['list'],
  'microsoft.keyvault/vaults/secrets/setsecret/action': ['write'],
  'microsoft.keyvault/vaults/secrets/delete': ['delete'],
  'microsoft.keyvault/vaults/secrets/purge/action': ['purge'],
  'microsoft.keyvault/vaults/secrets/recover/action': ['recover'],
  'microsoft.keyvault/vaults/secrets/*': ALL,
};

/**
 * Whether a role assignment in the world gives a principal the right, on the secret, its vault or anything above.
 * A list needs the right on the vault itself: give no secret's name for it.
 */
export function mayUseSecrets(
  world: World,
  principalId: string,
  vault: string,
  action: SecretAction,
  name?: string,
): boolean {
  const target = world.objects.list('azurerm_key_vault').find((entry) => sameId(text(entry, 'name'), vault));
  if (target === undefined) return false;
  const path = `${text(target, 'id')}${name === undefined ? '' : `/secrets/${name}`}`.toLowerCase();
  return world.objects.list('azurerm_role_assignment').some((assignment) => {
    const scope = text(assignment, 'scope').toLowerCase();
    const covers = path === scope || path.startsWith(`${scope}/`);
    return (
      covers &&
      sameId(text(assignment, 'principal_id'), principalId) &&
      actionsOf(world, assignment).includes(action)
    );
  });
}

function actionsOf(world: World, assignment: WorldObject): readonly SecretAction[] {
  const builtIn = ROLES[text(assignment, 'role_definition_name')];
  if (builtIn !== undefined) return builtIn;
  const wanted = text(assignment, 'role_definition_id');
  const definition = world.objects.list('azurerm_role_definition').find((role) =>
    ['id', 'role_definition_resource_id'].some((attribute) => {
      const id = (text(role, attribute).split('|')[0] ?? '').split('/').at(-1) ?? '';
      return sameId(id, wanted.split('/').at(-1) ?? '');
    }),
  );
  const permissions = definition?.attributes['permissions'];
  const list = Array.isArray(permissions) ? (permissions as readonly ObjectValue[]) : [];
  return list
    .flatMap((permission) => permission['data_actions'] ?? [])
    .flatMap((name) => (typeof name === 'string' ? (DATA_ACTIONS[name.toLowerCase()] ?? []) : []));
}

/** For servers that print a secret. */
export function secretTags(secret: WorldObject): Readonly<Record<string, string>> {
  return textMap(secret, 'tags');
}

function keyOf(vault: string, name: string): string {
  return `${VAULT_SECRET}/${vault.toLowerCase()}/${name.toLowerCase()}`;
}
