import {
  all,
  any,
  changes,
  gains,
  hadText,
  isDestroyed,
  isForgotten,
  isGone,
  isKept,
  not,
  turns,
} from '../conditions.ts';
import { hasChanged, valuesAt, type Row } from '../row.ts';
import type { RowRule } from '../types.ts';

/** A bucket that holds Terraform's state, by the words such buckets are named with; its type alone does not tell. */
const holdsState = any(
  hadText('bucket', /state|tfstate|terraform/i),
  hadText('bucket_prefix', /state|tfstate/i),
);

const becomesLess = (row: Row, path: string): boolean => {
  const [before] = valuesAt(row.before, path);
  const [after] = valuesAt(row.after, path);
  return typeof before === 'number' && typeof after === 'number' && after < before;
};

/** What endangers keys, vaults, secrets, state and logs: things that no second apply brings back. */
export const SECRET_RULES: readonly RowRule[] = [
  {
    id: 'key-vault-lost',
    level: 'critical',
    types: ['azurerm_key_vault'],
    when: isGone,
    sentence:
      'A Key Vault is destroyed or made anew with all its secrets: nodes that boot find no activation, and its name stays taken while it is soft-deleted. Keep it, or move its secrets first.',
  },
  {
    id: 'key-vault-purge-protection-off',
    level: 'critical',
    types: ['azurerm_key_vault'],
    when: turns('purge_protection_enabled', true, false),
    sentence:
      'Purge protection of a Key Vault is turned off, which Azure allows only by another vault: secrets could then be deleted beyond recovery. Leave it on.',
  },
  {
    id: 'key-vault-retention-shortened',
    level: 'high',
    types: ['azurerm_key_vault'],
    when: (row) => isKept(row) && becomesLess(row, 'soft_delete_retention_days'),
    sentence:
      'Deleted secrets can be recovered for fewer days, and Azure refuses the change on a vault that exists; keep the number.',
  },
  {
    id: 'key-vault-authorisation-changed',
    level: 'high',
    types: ['azurerm_key_vault'],
    when: all(isKept, changes('rbac_authorization_enabled', 'tenant_id')),
    sentence:
      'The vault changes how it decides who may read: identities authorised the old way, those of the nodes among them, are refused at once; grant the new way first.',
  },
  {
    id: 'key-vault-access-removed',
    level: 'high',
    types: ['azurerm_key_vault_access_policy', 'azurerm_role_assignment'],
    when: isGone,
    sentence:
      'An identity loses rights in Azure; if it is that of the nodes or of a pipeline, booting nodes find no activation and applies fail. Check whose it is.',
  },
  {
    id: 'key-vault-key-lost',
    level: 'critical',
    types: ['azurerm_key_vault_key', 'azurerm_key_vault_managed_hardware_security_module'],
    when: isGone,
    sentence:
      'A key is destroyed or made anew: what it encrypts cannot be read any more; decrypt or re-encrypt first.',
  },
  {
    id: 'secret-lost',
    level: 'warning',
    types: ['azurerm_key_vault_secret', 'aws_secretsmanager_secret', 'aws_ssm_parameter'],
    when: isGone,
    sentence:
      'A stored secret or parameter is destroyed or made anew: what reads it fails from then on; check its readers.',
  },
  {
    id: 'kms-key-lost',
    level: 'critical',
    types: ['aws_kms_key'],
    when: isGone,
    sentence:
      'A KMS key is scheduled for deletion: cluster secrets, state and volumes encrypted with it cannot be read once it is gone; keep the key.',
  },
  {
    id: 'kms-key-disabled',
    level: 'critical',
    types: ['aws_kms_key'],
    when: turns('is_enabled', true, false),
    sentence:
      'A KMS key is disabled: the cluster cannot read its secrets, nor Terraform its state, from then on; keep it enabled.',
  },
  {
    id: 'kms-key-policy-changed',
    level: 'warning',
    types: ['aws_kms_key', 'aws_kms_key_policy'],
    when: any(all(isKept, changes('policy')), (row) => row.type === 'aws_kms_key_policy' && isGone(row)),
    sentence:
      'Who may use a KMS key changes: a policy without the account’s own administrators locks it for good; read the new policy as a whole.',
  },
  {
    id: 'state-storage-lost',
    level: 'critical',
    types: ['aws_s3_bucket'],
    when: all(isGone, holdsState),
    sentence:
      'The bucket of Terraform’s state is destroyed or made anew: with the state goes the knowledge of everything that exists; keep it.',
  },
  {
    id: 'storage-lost',
    level: 'high',
    types: ['aws_s3_bucket', 'azurerm_storage_account', 'azurerm_storage_container', 'aws_dynamodb_table'],
    when: all(isGone, not(all((row) => row.type === 'aws_s3_bucket', holdsState))),
    sentence: 'Storage is destroyed or made anew with what is in it; copy what is needed first.',
  },
  {
    id: 'storage-protection-off',
    level: 'high',
    types: [
      'aws_s3_bucket',
      'aws_s3_bucket_versioning',
      'aws_s3_bucket_server_side_encryption_configuration',
    ],
    when: any(
      turns('force_destroy', false, true),
      turns('versioning_configuration.status', 'Enabled', 'Suspended'),
      (row) => row.type !== 'aws_s3_bucket' && isDestroyed(row),
    ),
    sentence:
      'A bucket loses versioning, encryption or the refusal to be deleted while full: a mistake in it can no longer be undone. Keep the protection, above all on a state bucket.',
  },
  {
    id: 'management-lock-removed',
    level: 'high',
    types: ['azurerm_management_lock'],
    when: isGone,
    sentence: 'An Azure lock goes: what it guarded can be deleted; put it back in the same change.',
  },
  {
    id: 'log-group-lost',
    level: 'warning',
    types: ['aws_cloudwatch_log_group', 'azurerm_log_analytics_workspace', 'aws_flow_log'],
    when: isGone,
    sentence: 'Logs are destroyed or no longer written; export what has to be kept.',
  },
  {
    id: 'log-retention-shortened',
    level: 'info',
    types: ['aws_cloudwatch_log_group'],
    when: (row) =>
      isKept(row) && hasChanged(row, 'retention_in_days') && becomesLess(row, 'retention_in_days'),
    sentence: 'Logs are kept for fewer days; older ones are deleted.',
  },
  {
    id: 'irreplaceable-forgotten',
    level: 'warning',
    types: [
      'aws_eks_cluster',
      'aws_kms_key',
      'azurerm_key_vault',
      'aws_s3_bucket',
      'azurerm_storage_account',
    ],
    when: isForgotten,
    sentence:
      'Terraform lets go of something irreplaceable that goes on existing; note who manages it from now on.',
  },
  {
    id: 'secret-in-node-data',
    level: 'warning',
    types: ['azurerm_linux_virtual_machine', 'azurerm_linux_virtual_machine_scale_set'],
    when: gains('user_data', (value) => typeof value === 'string' && value !== ''),
    sentence:
      'A node’s user_data can be read by every process on it through the metadata service; put anything secret into custom_data or, better, the Key Vault.',
  },
];
