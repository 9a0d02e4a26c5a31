import { is, type Fill, type FillTable, type Maker } from '../fill.ts';
import { base64Bytes, empty, guid } from '../makers.ts';
import { byId, text } from '../values.ts';
import { BUILT_IN_ROLES, roleByName } from '../../data/azure-roles.ts';
import { identityBlock } from './compute.ts';
import { associationId, childId, groupId, resourceId } from './ids.ts';

const vaultUri = (name: string) => `https://${name.toLowerCase()}.vault.azure.net/`;
const vaultOf = (fill: Fill) => byId(fill.objects, 'azurerm_key_vault', text(fill.self, 'key_vault_id'));
const secretBase = (fill: Fill) => {
  const vault =
    text(vaultOf(fill), 'vault_uri') ??
    vaultUri((text(fill.self, 'key_vault_id') ?? '').split('/').at(-1) ?? '');
  return `${vault}secrets/${text(fill.self, 'name') ?? ''}`;
};
const secretVersion = (fill: Fill) => text(fill.self, 'version') ?? fill.hex('version', 32);

const keyVaultSecret: FillTable = {
  version: (fill) => fill.hex('version', 32),
  id: (fill) => `${secretBase(fill)}/${secretVersion(fill)}`,
  versionless_id: secretBase,
  resource_versionless_id: (fill) =>
    `${text(fill.self, 'key_vault_id') ?? ''}/secrets/${text(fill.self, 'name') ?? ''}`,
  resource_id: (fill) =>
    `${text(fill.self, 'key_vault_id') ?? ''}/secrets/${text(fill.self, 'name') ?? ''}/versions/${secretVersion(fill)}`,
};

/** Role definitions are known by id or name; the assignment shows both. */
const roleDefinitionId: Maker = (fill) => {
  const name = text(fill.self, 'role_definition_name');
  const custom = fill.objects
    .list('azurerm_role_definition')
    .find((object) => object.attributes['name'] === name);
  const guidOf = roleByName(name)?.id ?? text(custom?.attributes, 'role_definition_id') ?? guid(fill, 'role');
  return `/subscriptions/${fill.instance.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${guidOf}`;
};
const roleDefinitionName: Maker = (fill) => {
  const id = (text(fill.self, 'role_definition_id') ?? '').split('/').at(-1)?.split('|')[0];
  const custom = fill.objects
    .list('azurerm_role_definition')
    .find((object) => object.attributes['role_definition_id'] === id);
  return BUILT_IN_ROLES.find((role) => role.id === id)?.name ?? text(custom?.attributes, 'name') ?? '';
};

const roleAssignment: FillTable = {
  name: (fill) => guid(fill, 'name'),
  id: (fill) => {
    const scope = text(fill.self, 'scope') ?? '';
    return `${scope === '/' ? '' : scope}/providers/Microsoft.Authorization/roleAssignments/${text(fill.self, 'name') ?? ''}`;
  },
  role_definition_id: roleDefinitionId,
  role_definition_name: roleDefinitionName,
  principal_type: is('ServicePrincipal'),
  condition_version: is(''),
  skip_service_principal_aad_check: is(null),
};

const roleDefinition: FillTable = {
  role_definition_id: (fill) => guid(fill, 'role'),
  role_definition_resource_id: (fill) =>
    `/subscriptions/${fill.instance.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${text(fill.self, 'role_definition_id') ?? ''}`,
  id: (fill) => `${text(fill.self, 'role_definition_resource_id') ?? ''}|${text(fill.self, 'scope') ?? ''}`,
  assignable_scopes: (fill) => [text(fill.self, 'scope') ?? ''],
};

/** The workspace id and both keys of a Log Analytics workspace. */
const workspace: FillTable = {
  id: resourceId('Microsoft.OperationalInsights', 'workspaces', 'name'),
  workspace_id: (fill) => guid(fill, 'workspace'),
  primary_shared_key: (fill) => base64Bytes(fill, 'primary', 64),
  secondary_shared_key: (fill) => base64Bytes(fill, 'secondary', 64),
  retention_in_days: is(30),
  sku: is('PerGB2018'),
  identity: identityBlock,
};

/** Fill tables of resource groups, identities, roles, vaults and monitoring. */
export const azurePlatformTables: Readonly<Record<string, FillTable>> = {
  azurerm_resource_group: { id: (fill) => groupId(fill, text(fill.self, 'name') ?? '') },
  azurerm_management_lock: { id: childId('scope', 'providers/Microsoft.Authorization/locks', 'name') },
  azurerm_user_assigned_identity: {
    id: resourceId('Microsoft.ManagedIdentity', 'userAssignedIdentities', 'name'),
    client_id: (fill) => guid(fill, 'client'),
    principal_id: (fill) => guid(fill, 'principal'),
    tenant_id: (fill) => fill.instance.tenantId,
  },
  azurerm_federated_identity_credential: {
    id: childId('user_assigned_identity_id', 'federatedIdentityCredentials', 'name'),
  },
  azurerm_role_assignment: roleAssignment,
  azurerm_role_definition: roleDefinition,
  azurerm_key_vault: {
    id: resourceId('Microsoft.KeyVault', 'vaults', 'name'),
    vault_uri: (fill) => vaultUri(text(fill.self, 'name') ?? ''),
    access_policy: empty,
    network_acls: is([
      { bypass: 'AzureServices', default_action: 'Allow', ip_rules: [], virtual_network_subnet_ids: [] },
    ]),
  },
  azurerm_key_vault_access_policy: {
    id: (fill) => {
      const application = text(fill.self, 'application_id');
      const base = `${text(fill.self, 'key_vault_id') ?? ''}/objectId/${text(fill.self, 'object_id') ?? ''}`;
      return application === undefined ? base : `${base}/applicationId/${application}`;
    },
  },
  azurerm_key_vault_secret: keyVaultSecret,
  azurerm_log_analytics_workspace: workspace,
  azurerm_monitor_diagnostic_setting: {
    id: associationId('target_resource_id', 'name'),
    log_analytics_destination_type: is(''),
  },
  azurerm_monitor_metric_alert: {
    id: resourceId('Microsoft.Insights', 'metricAlerts', 'name'),
    target_resource_location: is(''),
    target_resource_type: (fill) => {
      const scopes = fill.self['scopes'];
      const parts = String(Array.isArray(scopes) ? (scopes[0] ?? '') : '').split('/');
      return parts.length > 8 ? `${parts[6] ?? ''}/${parts[7] ?? ''}` : '';
    },
  },
};
