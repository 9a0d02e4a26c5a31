import type { DataSourceContext, DataSourceRule, ObjectValue, Value } from '../engine/types.ts';
import { SIMULATED_IDENTITY } from '../tables/identity.ts';
import { blocks, byId, isList, text, texts } from '../tables/values.ts';
import { failed, found } from './answers.ts';
import { byGroupAndName, named } from './azure-network.ts';
import { BUILT_IN_ROLES, type BuiltInRole } from './azure-roles.ts';

const clientConfig: DataSourceRule = ({ instance }) => {
  const { clientId, objectId } = SIMULATED_IDENTITY;
  const id = Buffer.from(
    `clientId=${clientId};objectId=${objectId};subscriptionId=${instance.subscriptionId};tenantId=${instance.tenantId}`,
  ).toString('base64');
  return found({
    id,
    client_id: clientId,
    object_id: objectId,
    subscription_id: instance.subscriptionId,
    tenant_id: instance.tenantId,
  });
};

const resourceGroup: DataSourceRule = (context) => {
  const group = named(context, 'azurerm_resource_group', 'name');
  if (group) return found({ tags: {}, managed_by: '', ...group });
  const id = `Resource Group (Subscription: "${context.instance.subscriptionId}"\nResource Group Name: "${text(context.config, 'name') ?? ''}")`;
  // The provider prints this one id with Go's %q.
  return failed(`${JSON.stringify(id)} was not found`);
};

const keyVaultSecret: DataSourceRule = (context) => {
  const { config, objects } = context;
  const name = text(config, 'name') ?? '';
  const vaultId = text(config, 'key_vault_id') ?? '';
  const secret = objects
    .list('azurerm_key_vault_secret')
    .map((object) => object.attributes)
    .find(
      (object) =>
        object['name'] === name && text(object, 'key_vault_id')?.toLowerCase() === vaultId.toLowerCase(),
    );
  const vault =
    text(byId(objects, 'azurerm_key_vault', vaultId), 'vault_uri') ??
    `https://${(vaultId.split('/').at(-1) ?? '').toLowerCase()}.vault.azure.net/`;
  if (!secret) return failed(`KeyVault Secret "${name}" (KeyVault URI "${vault}") does not exist`);
  const value = text(secret, 'value');
  if (value === undefined)
    return failed(
      'the simulated world does not keep write-only values',
      `The secret ${name} was written through value_wo, which no state holds.`,
    );
  return found({
    tags: {},
    content_type: '',
    expiration_date: '',
    not_before_date: '',
    ...withoutNulls(secret),
    value,
  });
};

const withoutNulls = (object: ObjectValue): ObjectValue =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));

function permissionsOf(role: BuiltInRole | undefined, custom: ObjectValue | undefined): Value {
  const none = { condition: '', condition_version: '' };
  if (role) {
    return [
      {
        actions: [...role.actions],
        not_actions: [...(role.notActions ?? [])],
        data_actions: [...(role.dataActions ?? [])],
        not_data_actions: [],
        ...none,
      },
    ];
  }
  const lists = ['actions', 'not_actions', 'data_actions', 'not_data_actions'];
  return blocks(custom, 'permissions').map((block): ObjectValue => ({
    ...Object.fromEntries(lists.map((name) => [name, [...texts(block, name)]])),
    ...none,
  }));
}

const roleDefinition: DataSourceRule = ({ config, instance, objects }) => {
  const name = text(config, 'name');
  const guid = text(config, 'role_definition_id');
  const scope = text(config, 'scope') ?? '';
  const custom = objects
    .list('azurerm_role_definition')
    .map((object) => object.attributes)
    .find((object) => (name === undefined ? object['role_definition_id'] === guid : object['name'] === name));
  const role = BUILT_IN_ROLES.find((item) => (name === undefined ? item.id === guid : item.name === name));
  const id = role?.id ?? text(custom, 'role_definition_id');
  if (id === undefined)
    return failed(`loading Role Definition List: could not find role '${name ?? guid ?? ''}'`);
  const resource = `${scope === '/' ? '' : scope || `/subscriptions/${instance.subscriptionId}`}/providers/Microsoft.Authorization/roleDefinitions/${id}`;
  return found({
    id: resource,
    role_definition_id: id,
    role_definition_resource_id: resource,
    name: role?.name ?? custom?.['name'] ?? '',
    description: text(custom, 'description') ?? role?.name ?? '',
    type: role ? 'BuiltInRole' : 'CustomRole',
    assignable_scopes: role ? ['/'] : [...texts(custom, 'assignable_scopes')],
    permissions: permissionsOf(role, custom),
  });
};

/** Marketplace images that the nodes may run, with their newest version in the simulated world. */
const PLATFORM_IMAGES: readonly (readonly [
  publisher: string,
  offer: string,
  sku: string,
  version: string,
])[] = [
  ['Canonical', 'ubuntu-24_04-lts', 'server', '24.04.202610150'],
  ['Canonical', 'ubuntu-24_04-lts', 'server-arm64', '24.04.202610150'],
  ['Canonical', '0001-com-ubuntu-server-jammy', '22_04-lts', '22.04.202610140'],
  ['Canonical', '0001-com-ubuntu-server-jammy', '22_04-lts-gen2', '22.04.202610140'],
  ['Canonical', '0001-com-ubuntu-server-jammy', '22_04-lts-arm64', '22.04.202610140'],
  ['RedHat', 'RHEL', '8_10', '8.10.2026090110'],
  ['RedHat', 'RHEL', '810-gen2', '8.10.2026090110'],
  ['RedHat', 'RHEL', '9_6', '9.6.2026090110'],
  ['RedHat', 'RHEL', '96-gen2', '9.6.2026090110'],
];
const platformImage: DataSourceRule = ({ config, instance }) => {
  const wanted = ['publisher', 'offer', 'sku'].map((name) => text(config, name) ?? '');
  const location = (text(config, 'location') ?? '').toLowerCase().replaceAll(' ', '');
  const version = text(config, 'version');
  const image = PLATFORM_IMAGES.find(
    (item) =>
      wanted.every((value, index) => item[index]?.toLowerCase() === value.toLowerCase()) &&
      (version === undefined || version === item[3]),
  );
  const labels = ['Publisher', 'Offer', 'Sku'].map(
    (label, index) => `${label} Name: "${wanted[index] ?? ''}"`,
  );
  if (!image)
    return failed(
      `no images available to this user for Sku (Subscription: "${instance.subscriptionId}"\nLocation Name: "${location}"\n${labels.join('\n')})`,
    );
  return found({
    id: `/subscriptions/${instance.subscriptionId}/providers/Microsoft.Compute/locations/${location}/publishers/${image[0]}/artifactTypes/vmImage/offers/${image[1]}/skus/${image[2]}/versions/${image[3]}`,
    version: image[3],
  });
};

const virtualMachine = byGroupAndName(
  'azurerm_linux_virtual_machine',
  'Virtual Machine',
  'Virtual Machine Name',
  (object) => ({
    power_state: 'running',
    identity: blocks(object, 'identity').map((block) => ({
      type: block['type'] ?? '',
      principal_id: block['principal_id'] ?? '',
      tenant_id: block['tenant_id'] ?? '',
      identity_ids: [...texts(block, 'identity_ids')],
    })),
  }),
);

/** Custom images are not made by any supported resource, so none is ever found. */
const image: DataSourceRule = (context: DataSourceContext) => {
  const group = text(context.config, 'resource_group_name') ?? '';
  const name = text(context.config, 'name');
  const subscription = context.instance.subscriptionId;
  if (name === undefined)
    return failed(
      `no Images were found within Resource Group (Subscription: "${subscription}"\nResource Group Name: "${group}")`,
    );
  return failed(
    `Image (Subscription: "${subscription}"\nResource Group Name: "${group}"\nImage Name: "${name}") was not found`,
  );
};

/** Data sources of groups, identities, vaults, roles, machines and images. */
export const azurePlatformData: Readonly<Record<string, DataSourceRule>> = {
  azurerm_client_config: clientConfig,
  azurerm_resource_group: resourceGroup,
  azurerm_key_vault: byGroupAndName('azurerm_key_vault', 'Key Vault', 'Vault Name', (object) => ({
    access_policy: isList(object['access_policy']) ? object['access_policy'] : [],
    purge_protection_enabled: object['purge_protection_enabled'] === true,
    enabled_for_deployment: object['enabled_for_deployment'] === true,
    enabled_for_disk_encryption: object['enabled_for_disk_encryption'] === true,
    enabled_for_template_deployment: object['enabled_for_template_deployment'] === true,
  })),
  azurerm_key_vault_secret: keyVaultSecret,
  azurerm_user_assigned_identity: byGroupAndName(
    'azurerm_user_assigned_identity',
    'User Assigned Identity',
    'User Assigned Identity Name',
  ),
  azurerm_role_definition: roleDefinition,
  azurerm_platform_image: platformImage,
  azurerm_virtual_machine: virtualMachine,
  azurerm_image: image,
};

/** Ephemeral resources of azurerm. Certificates are not simulated: a vault of this world holds none. */
export const azureEphemeral: Readonly<Record<string, DataSourceRule>> = {
  azurerm_key_vault_secret: keyVaultSecret,
  azurerm_key_vault_certificate: ({ config }) =>
    failed(
      `KeyVault Certificate "${text(config, 'name') ?? ''}" (Key Vault "${(text(config, 'key_vault_id') ?? '').split('/').at(-1) ?? ''}") does not exist`,
    ),
};
