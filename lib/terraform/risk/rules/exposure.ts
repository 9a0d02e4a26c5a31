import { all, any, gains, isGone, isKept, turns } from '../conditions.ts';
import { firstAt, isUnknown, valuesAt, type Row } from '../row.ts';
import type { RowRule } from '../types.ts';

/** Whether a Key Vault answers the internet: public access is Azure's default, and so is Allow without rules. */
function vaultIsOpen(side: unknown): boolean {
  if (side === null || firstAt(side, 'public_network_access_enabled') === false) return false;
  return (firstAt(side, 'network_acls.default_action') ?? 'Allow') === 'Allow';
}

const becomesTrue = (path: string) => gains(path, (value) => value === true);

function blocksLess(row: Row): boolean {
  const settings = [
    'block_public_acls',
    'block_public_policy',
    'ignore_public_acls',
    'restrict_public_buckets',
  ];
  return isKept(row) && settings.some((name) => row.before?.[name] === true && row.after?.[name] !== true);
}

/** What becomes reachable for everyone, also when it is new. Ports of security groups are judged in `ports/`. */
export const EXPOSURE_RULES: readonly RowRule[] = [
  {
    id: 'node-public-address',
    level: 'high',
    types: ['azurerm_network_interface'],
    when: (row) =>
      gains('ip_configuration.public_ip_address_id')(row) ||
      // The id of an address that is still to be made; an update of another argument marks the block, too.
      (isUnknown(row, 'ip_configuration.public_ip_address_id') &&
        valuesAt(row.before, 'ip_configuration.public_ip_address_id').length === 0),
    sentence:
      'A network interface gets a public address: the node behind it can be reached from the internet wherever its security group lets it; use a NAT gateway for the way out, and a bastion for the way in.',
  },
  {
    id: 'node-public-address-scale-set',
    level: 'high',
    types: ['azurerm_linux_virtual_machine_scale_set', 'azurerm_orchestrated_virtual_machine_scale_set'],
    when: (row) =>
      valuesAt(row.after, 'network_interface.ip_configuration.public_ip_address').length >
      valuesAt(row.before, 'network_interface.ip_configuration.public_ip_address').length,
    sentence:
      'Every node of a scale set gets a public address; use a NAT gateway for the way out, and a bastion for the way in.',
  },
  {
    id: 'node-public-address-aws',
    level: 'warning',
    types: ['aws_instance', 'aws_subnet'],
    when: any(becomesTrue('associate_public_ip_address'), becomesTrue('map_public_ip_on_launch')),
    sentence: 'Cloud instances get public addresses; keep nodes in private subnets.',
  },
  {
    id: 'node-password-login',
    level: 'high',
    types: [
      'azurerm_linux_virtual_machine',
      'azurerm_linux_virtual_machine_scale_set',
      'azurerm_orchestrated_virtual_machine_scale_set',
    ],
    when: (row) =>
      row.after?.['disable_password_authentication'] === false &&
      row.before?.['disable_password_authentication'] !== false,
    sentence: 'Nodes take passwords over SSH, and the password is in Terraform’s state; use keys alone.',
  },
  {
    id: 'key-vault-open',
    level: 'high',
    types: ['azurerm_key_vault'],
    when: (row) =>
      row.after !== null &&
      !isUnknown(row, 'network_acls.default_action') &&
      vaultIsOpen(row.after) &&
      !vaultIsOpen(row.before),
    sentence:
      'The Key Vault’s firewall lets in every network; set network_acls.default_action to Deny and name the nodes’ subnets.',
  },
  {
    id: 'key-vault-access-unknown',
    level: 'warning',
    types: ['azurerm_key_vault'],
    when: all(
      isKept,
      (row) => isUnknown(row, 'network_acls') || isUnknown(row, 'public_network_access_enabled'),
    ),
    sentence: 'Which networks the Key Vault lets in is known only after apply; check network_acls by hand.',
  },
  {
    id: 'storage-public',
    level: 'high',
    types: ['aws_s3_bucket_public_access_block'],
    when: any(isGone, blocksLess),
    sentence: 'A bucket’s block against public access goes or weakens; keep all four settings true.',
  },
  {
    id: 'storage-account-public',
    level: 'high',
    types: ['azurerm_storage_account', 'azurerm_storage_container'],
    when: any(
      becomesTrue('allow_nested_items_to_be_public'),
      gains('container_access_type', (value) => value === 'blob' || value === 'container'),
      all(isKept, turns('network_rules.default_action', 'Deny', 'Allow')),
    ),
    sentence: 'Storage in Azure can be read from every network or by everyone; keep it private.',
  },
  {
    id: 'bucket-policy-everyone',
    level: 'high',
    types: ['aws_s3_bucket_acl', 'aws_s3_bucket'],
    when: gains('acl', (value) => typeof value === 'string' && value.startsWith('public-')),
    sentence: 'A bucket’s access list lets everyone in; use private.',
  },
];
