import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { text } from '../../../world/attributes.ts';
import { isPurgeProtected, secretTags } from '../../../world/vault-secrets.ts';
import type { World } from '../../../world/world.ts';

const RECOVERABLE_DAYS = 90;
const DAY_SECONDS = 86_400;

/** `SecretBundle`: the only shape that holds the value. */
export function secretBundle(world: World, secret: WorldObject): object {
  return { value: text(secret, 'value'), ...described(world, secret, `/${text(secret, 'version')}`) };
}

/** `SecretItem`, as in lists. */
export function secretItem(world: World, secret: WorldObject): object {
  return described(world, secret, '');
}

/** `DeletedSecretBundle`, without the value. */
export function deletedBundle(world: World, secret: WorldObject): object {
  const deletedDate = seconds(text(secret, 'deleted'));
  return {
    ...described(world, secret, ''),
    recoveryId: `${vaultUrl(secret)}/deletedsecrets/${text(secret, 'name')}`,
    deletedDate,
    scheduledPurgeDate: deletedDate + RECOVERABLE_DAYS * DAY_SECONDS,
  };
}

function described(world: World, secret: WorldObject, version: string): object {
  const { enabled, expires, not_before: notBefore } = secret.attributes;
  return {
    contentType: text(secret, 'content_type'),
    id: `${vaultUrl(secret)}/secrets/${text(secret, 'name')}${version}`,
    attributes: {
      enabled,
      ...(typeof notBefore === 'number' && { nbf: notBefore }),
      ...(typeof expires === 'number' && { exp: expires }),
      created: seconds(text(secret, 'created')),
      updated: seconds(text(secret, 'updated')),
      recoveryLevel: isPurgeProtected(world, text(secret, 'vault')) ? 'Recoverable' : 'Recoverable+Purgeable',
      recoverableDays: RECOVERABLE_DAYS,
    },
    tags: secretTags(secret),
  };
}

function vaultUrl(secret: WorldObject): string {
  return `https://${text(secret, 'vault')}.vault.azure.net`;
}

function seconds(time: string): number {
  return Math.floor(new Date(time).getTime() / 1000);
}
