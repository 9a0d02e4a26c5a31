import { UNKNOWN, type ConfigRule } from '../engine/types.ts';
import { isGiven } from '../tables/values.ts';
import { inGroup, resourceGroupName, secretName, sshKey, tagLimits, vaultName } from './azure-checks.ts';
import { azureId, KEY_VAULT, NETWORK_INTERFACE, STORAGE_ACCOUNT } from './azure-ids.ts';
import {
  atLeast,
  base64,
  between,
  lengthBetween,
  matches,
  matchesNot,
  noneOf,
  notEmpty,
  oneOf,
  rfc3339,
  uuid,
} from './checks.ts';
import {
  atLeastOneOf,
  conflicts,
  diagnostic,
  exactlyOneOf,
  requiredWith,
  type FieldRule,
  type RuleTable,
} from './table.ts';

const identityType = oneOf('SystemAssigned', 'UserAssigned', 'SystemAssigned, UserAssigned');
const caching = oneOf('None', 'ReadOnly', 'ReadWrite');

const vmName: readonly FieldRule[] = [
  lengthBetween(1, 80),
  matches(/^[a-zA-Z0-9._-]+$/, 'may only contain alphanumeric characters, dots, dashes and underscores'),
  matches(/^[a-zA-Z0-9]/, 'must begin with an alphanumeric character'),
  matches(/\w$/, 'must end with an alphanumeric character or underscore'),
  matchesNot(/^\d+$/, 'cannot contain only numbers'),
];
const computerName: readonly FieldRule[] = [
  lengthBetween(1, 64),
  matchesNot(/^_/, 'cannot begin with an underscore'),
  matchesNot(/\.$/, 'cannot end with a period'),
  matchesNot(/-$/, 'cannot end with a dash'),
];
/** User names that Azure does not allow on Linux machines. */
const DISALLOWED_USERS =
  'administrator admin user user1 test user2 test1 user3 admin1 1 123 a actuser adm admin2 aspnet backup console david guest john owner root server sql support support_388945a0 sys test2 test3 user4 user5'.split(
    ' ',
  );
const adminUsername: readonly FieldRule[] = [lengthBetween(1, 64), noneOf(...DISALLOWED_USERS)];

const FROM_DISK = 'os_managed_disk_id';
const linuxMachine: RuleTable = {
  fields: {
    ...inGroup,
    name: vmName,
    computer_name: computerName,
    admin_username: adminUsername,
    'admin_ssh_key*.public_key': sshKey,
    'admin_ssh_key*.username': notEmpty,
    custom_data: base64,
    user_data: base64,
    network_interface_ids: azureId(NETWORK_INTERFACE),
    size: notEmpty,
    disk_controller_type: oneOf('NVMe', 'SCSI'),
    eviction_policy: oneOf('Deallocate', 'Delete'),
    priority: oneOf('Regular', 'Spot'),
    patch_mode: oneOf('AutomaticByPlatform', 'ImageDefault'),
    patch_assessment_mode: oneOf('AutomaticByPlatform', 'ImageDefault'),
    reboot_setting: oneOf('Always', 'IfRequired', 'Never'),
    'identity.type': identityType,
    'termination_notification.timeout': matches(
      /^PT([5-9]|1[0-5])M$/,
      'is not a duration between 5 and 15 minutes in ISO 8601, for example PT5M',
    ),
    'os_disk.caching': caching,
    'os_disk.storage_account_type': oneOf(
      'Premium_LRS',
      'Standard_LRS',
      'StandardSSD_LRS',
      'StandardSSD_ZRS',
      'Premium_ZRS',
    ),
    'os_disk.disk_size_gb': between(0, 4095),
    'source_image_reference.offer': notEmpty,
    'source_image_reference.publisher': notEmpty,
    'source_image_reference.sku': notEmpty,
    'source_image_reference.version': notEmpty,
    zone: notEmpty,
  },
  relations: [
    exactlyOneOf('admin_username', FROM_DISK),
    exactlyOneOf(FROM_DISK, 'source_image_id', 'source_image_reference'),
    requiredWith('platform_fault_domain', 'virtual_machine_scale_set_id'),
    ...['admin_password', 'admin_ssh_key', 'computer_name', 'custom_data'].map((name) =>
      conflicts(name, FROM_DISK),
    ),
    conflicts('availability_set_id', 'capacity_reservation_group_id', 'virtual_machine_scale_set_id', 'zone'),
  ],
};

const DIAGNOSTIC_TARGETS = [
  'eventhub_authorization_rule_id',
  'log_analytics_workspace_id',
  'partner_solution_id',
  'storage_account_id',
] as const;

/** Refusals at validate time for groups, identities, roles, vaults, machines and monitoring. */
export const azurePlatformRules: Readonly<Record<string, RuleTable>> = {
  azurerm_resource_group: {
    fields: { name: resourceGroupName, location: notEmpty, managed_by: notEmpty },
    also: [tagLimits()],
  },
  azurerm_management_lock: {
    fields: { lock_level: oneOf('CanNotDelete', 'ReadOnly'), notes: lengthBetween(0, 512) },
  },
  azurerm_user_assigned_identity: { fields: { ...inGroup, isolation_scope: oneOf('Regional') } },
  azurerm_role_assignment: {
    fields: {
      name: uuid,
      role_definition_name: notEmpty,
      principal_type: oneOf('User', 'Group', 'ServicePrincipal'),
      condition: notEmpty,
      condition_version: oneOf('1.0', '2.0'),
    },
    relations: [exactlyOneOf('role_definition_id', 'role_definition_name')],
  },
  azurerm_key_vault: {
    fields: {
      ...inGroup,
      name: vaultName,
      sku_name: oneOf('standard', 'premium'),
      tenant_id: uuid,
      'access_policy.tenant_id': uuid,
      'access_policy.object_id': uuid,
      'network_acls.default_action': oneOf('Allow', 'Deny'),
      'network_acls.bypass': oneOf('None', 'AzureServices'),
      soft_delete_retention_days: between(7, 90),
    },
  },
  azurerm_key_vault_access_policy: {
    fields: { key_vault_id: azureId(KEY_VAULT), tenant_id: uuid, object_id: uuid },
  },
  azurerm_key_vault_secret: {
    fields: {
      name: secretName,
      key_vault_id: azureId(KEY_VAULT),
      value_wo_version: atLeast(1),
      not_before_date: rfc3339,
      expiration_date: rfc3339,
    },
    relations: [
      exactlyOneOf('value', 'value_wo'),
      requiredWith('value_wo', 'value_wo_version'),
      requiredWith('value_wo_version', 'value_wo'),
    ],
    also: [tagLimits(15)],
  },
  azurerm_log_analytics_workspace: {
    fields: {
      ...inGroup,
      name: [
        matches(
          /^[A-Za-z0-9][A-Za-z0-9-]+[A-Za-z0-9]$/,
          "can only contain alphabet, number, and '-' character, and cannot use '-' as the start and end of the name",
        ),
        lengthBetween(4, 63),
      ],
      retention_in_days: between(30, 730),
      daily_quota_gb: atLeast(-1),
    },
  },
  azurerm_monitor_diagnostic_setting: {
    fields: {
      name: notEmpty,
      log_analytics_destination_type: oneOf('Dedicated', 'AzureDiagnostics'),
    },
    relations: [atLeastOneOf(DIAGNOSTIC_TARGETS), atLeastOneOf(['enabled_log', 'enabled_metric'])],
  },
  azurerm_linux_virtual_machine: linuxMachine,
  azurerm_managed_disk: {
    fields: {
      ...inGroup,
      storage_account_type: oneOf(
        'Standard_LRS',
        'StandardSSD_ZRS',
        'Premium_LRS',
        'PremiumV2_LRS',
        'Premium_ZRS',
        'StandardSSD_LRS',
        'UltraSSD_LRS',
      ),
      create_option: oneOf('Copy', 'Empty', 'FromImage', 'Import', 'ImportSecure', 'Restore', 'Upload'),
    },
  },
  azurerm_virtual_machine_data_disk_attachment: {
    fields: { caching, create_option: oneOf('Attach', 'Empty'), lun: atLeast(0) },
  },
  azurerm_storage_account: {
    fields: {
      ...inGroup,
      name: matches(
        /^[a-z0-9]{3,24}$/,
        'can only consist of lowercase letters and numbers, and must be between 3 and 24 characters long',
      ),
      account_tier: oneOf('Standard', 'Premium'),
      account_replication_type: oneOf('LRS', 'ZRS', 'GRS', 'RAGRS', 'GZRS', 'RAGZRS'),
      account_kind: oneOf('Storage', 'BlobStorage', 'BlockBlobStorage', 'FileStorage', 'StorageV2'),
      min_tls_version: oneOf('TLS1_2'),
    },
  },
  azurerm_storage_container: {
    fields: {
      storage_account_id: azureId(STORAGE_ACCOUNT),
      container_access_type: oneOf('blob', 'container', 'private'),
    },
  },
};

/**
 * The azurerm provider block wants a `features` block, be it empty. The provider is two servers behind one address,
 * of which each says so in its own words.
 */
export const azurermProviderRules: readonly ConfigRule[] = [
  (config) => {
    const features = config['features'];
    if (features === UNKNOWN || isGiven(features)) return [];
    return [
      {
        summary: 'Missing required argument',
        detail: 'The argument "features" is required, but no definition was found.',
      },
      {
        summary: 'Invalid Attribute Value',
        detail: 'Attribute features list must contain at least 1 elements and at most 1 elements, got: 0',
      },
    ].map((refusal) => diagnostic(refusal, []));
  },
];
