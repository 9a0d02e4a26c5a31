/** For each rule plans that make it fire and plans, close to these, that do not. */
import type { ResourceChangeJson } from '#lib/terraform/plan-json.js';
import { create, destroy, forget, replace, same, update, type Values } from './rows.ts';

export interface RuleCase {
  /** Each is a plan in which the rule fires. */
  readonly fires: readonly (readonly ResourceChangeJson[])[];
  readonly silent: readonly (readonly ResourceChangeJson[])[];
}

type Plan = readonly ResourceChangeJson[];

const rule = (fires: readonly Plan[], silent: readonly Plan[]): RuleCase => ({ fires, silent });

/** For rules on what is destroyed or made anew. */
function gone(type: string, values: Values = { id: 'x' }): RuleCase {
  return rule(
    [[destroy(type, values)], [replace(type, values)]],
    [
      [create(type, values)],
      [same(type, values)],
      [update(type, values, {})],
      [destroy(type, values, { deposed: '1' })],
    ],
  );
}

/** For rules on one argument of an object that stays. */
function changed(
  type: string,
  before: Values,
  change: Values,
  harmless: Values = { tags: { a: 'b' } },
): RuleCase {
  return rule([[update(type, before, change)]], [[update(type, before, harmless)], [same(type, before)]]);
}

const cluster = (change: Values = {}): Values => ({
  name: 'hybrid',
  version: '1.33',
  enabled_cluster_log_types: ['api', 'audit'],
  deletion_protection: true,
  access_config: [{ authentication_mode: 'API' }],
  kubernetes_network_config: [{ service_ipv4_cidr: '172.20.0.0/16' }],
  remote_network_config: [
    {
      remote_node_networks: [{ cidrs: ['10.80.0.0/20'] }],
      remote_pod_networks: [{ cidrs: ['10.112.0.0/16'] }],
    },
  ],
  vpc_config: [
    {
      endpoint_private_access: true,
      endpoint_public_access: true,
      public_access_cidrs: ['198.51.100.0/24'],
      subnet_ids: ['subnet-1', 'subnet-2'],
      security_group_ids: ['sg-1'],
    },
  ],
  encryption_config: [{ resources: ['secrets'], provider: [{ key_arn: 'arn:key' }] }],
  ...change,
});

const vpc = (change: Values): Values => ({
  vpc_config: [{ ...(cluster()['vpc_config'] as readonly Values[])[0], ...change }],
});
const remote = (nodes: readonly string[], pods: readonly string[]): Values => ({
  remote_network_config: [
    { remote_node_networks: [{ cidrs: nodes }], remote_pod_networks: [{ cidrs: pods }] },
  ],
});
const EKS = 'aws_eks_cluster';
const eks = (change: Values, from: Values = {}): Plan => [update(EKS, cluster(from), change)];
const trust = (service: string): Values => ({
  assume_role_policy: JSON.stringify({
    Statement: [{ Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  }),
});

export const CLUSTER_CASES: Readonly<Record<string, RuleCase>> = {
  'eks-cluster-destroyed': rule(
    [[destroy(EKS, cluster())]],
    [[replace(EKS, cluster())], [create(EKS, cluster())]],
  ),
  'eks-cluster-replaced': rule(
    [[replace(EKS, cluster())]],
    [[destroy(EKS, cluster())], eks({ version: '1.34' })],
  ),
  'eks-service-cidr-changed': rule(
    [[replace(EKS, cluster(), { kubernetes_network_config: [{ service_ipv4_cidr: '10.100.0.0/16' }] })]],
    [[replace(EKS, cluster(), { name: 'other' })]],
  ),
  'eks-remote-network-removed': rule(
    [
      eks(remote(['10.81.0.0/20'], ['10.112.0.0/16'])),
      eks(remote(['10.80.0.0/20'], [])),
      [
        update(
          EKS,
          cluster(),
          { remote_network_config: undefined },
          { unknown: { remote_network_config: true } },
        ),
      ],
    ],
    [eks(remote(['10.80.0.0/20', '10.81.0.0/20'], ['10.112.0.0/16'])), eks({ tags: { a: 'b' } })],
  ),
  'eks-remote-network-added': rule(
    [eks(remote(['10.80.0.0/20', '10.81.0.0/20'], ['10.112.0.0/16']))],
    [eks(remote(['10.80.0.0/20'], [])), [create(EKS, cluster())]],
  ),
  'eks-endpoint-public-opened': rule(
    [eks(vpc({ endpoint_public_access: true }), vpc({ endpoint_public_access: false }))],
    [eks(vpc({ endpoint_public_access: false }))],
  ),
  'eks-endpoint-open-to-everyone': rule(
    [
      eks(vpc({ public_access_cidrs: ['0.0.0.0/0'] })),
      [create(EKS, cluster(vpc({ public_access_cidrs: ['0.0.0.0/0'] })))],
    ],
    [
      eks(vpc({ public_access_cidrs: ['203.0.113.0/24'] })),
      eks(vpc({ public_access_cidrs: ['0.0.0.0/0'], endpoint_public_access: false })),
    ],
  ),
  'eks-endpoint-access-unknown': rule(
    [
      [
        update(EKS, cluster(), vpc({ public_access_cidrs: undefined }), {
          unknown: { vpc_config: [{ public_access_cidrs: true }] },
        }),
      ],
    ],
    [[update(EKS, cluster(), {}, { unknown: { vpc_config: [{ cluster_security_group_id: true }] } })]],
  ),
  'eks-endpoint-private-closed': rule(
    [eks(vpc({ endpoint_private_access: false }))],
    [eks(vpc({ endpoint_private_access: true }), vpc({ endpoint_private_access: false }))],
  ),
  'eks-endpoint-public-closed': rule(
    [eks(vpc({ endpoint_public_access: false })), eks(vpc({ public_access_cidrs: ['203.0.113.0/24'] }))],
    [eks(vpc({ public_access_cidrs: ['203.0.113.0/24'] }), vpc({ public_access_cidrs: ['0.0.0.0/0'] }))],
  ),
  'eks-authentication-mode-changed': changed(EKS, cluster(), {
    access_config: [{ authentication_mode: 'CONFIG_MAP' }],
  }),
  'eks-version-skipped': rule(
    [eks({ version: '1.35' }), eks({ version: '1.32' })],
    [eks({ version: '1.34' })],
  ),
  'eks-version-upgraded': rule([eks({ version: '1.34' })], [eks({ version: '1.35' }), eks({ tags: {} })]),
  'eks-deletion-protection-off': changed(EKS, cluster(), { deletion_protection: false }),
  'eks-logs-off': rule(
    [eks({ enabled_cluster_log_types: ['api'] })],
    [eks({ enabled_cluster_log_types: ['api', 'audit', 'scheduler'] })],
  ),
  'eks-encryption-changed': changed(EKS, cluster(), { encryption_config: [] }),
  'eks-network-interfaces-moved': rule(
    [eks(vpc({ subnet_ids: ['subnet-1'] })), eks(vpc({ security_group_ids: [] }))],
    [eks(vpc({ subnet_ids: ['subnet-1', 'subnet-2', 'subnet-3'] }))],
  ),
  'eks-addon-removed': rule(
    [
      [destroy('aws_eks_addon', { addon_name: 'coredns' })],
      [replace('aws_eks_addon', { addon_name: 'coredns' })],
    ],
    [
      [destroy('aws_eks_addon', { addon_name: 'coredns', preserve: true })],
      [update('aws_eks_addon', { addon_name: 'coredns' }, { addon_version: 'v2' })],
    ],
  ),
  'eks-node-group-lost': gone('aws_eks_node_group'),
  'eks-hybrid-access-removed': rule(
    [
      [destroy('aws_eks_access_entry', { type: 'HYBRID_LINUX' })],
      [replace('aws_eks_access_entry', { type: 'HYBRID_LINUX', principal_arn: 'a' }, { principal_arn: 'b' })],
    ],
    [
      [destroy('aws_eks_access_entry', { type: 'STANDARD' })],
      [create('aws_eks_access_entry', { type: 'HYBRID_LINUX' })],
    ],
  ),
  'eks-access-removed': rule(
    [
      [destroy('aws_eks_access_entry', { type: 'STANDARD' })],
      [destroy('aws_eks_access_policy_association', { id: 'x' })],
    ],
    [[destroy('aws_eks_access_entry', { type: 'HYBRID_LINUX' })]],
  ),
  'eks-pod-identity-removed': gone('aws_eks_pod_identity_association'),
  'hybrid-role-lost': rule(
    [
      [destroy('aws_iam_role', trust('ssm.amazonaws.com'))],
      [replace('aws_iam_role', trust('rolesanywhere.amazonaws.com'))],
    ],
    [
      [destroy('aws_iam_role', trust('ec2.amazonaws.com'))],
      [create('aws_iam_role', trust('ssm.amazonaws.com'))],
    ],
  ),
  'cluster-role-lost': rule(
    [[destroy('aws_iam_role', trust('eks.amazonaws.com'))]],
    [[destroy('aws_iam_role', trust('ssm.amazonaws.com'))]],
  ),
  'hybrid-role-trust-changed': rule(
    [[update('aws_iam_role', trust('ssm.amazonaws.com'), trust('ec2.amazonaws.com'))]],
    [
      [update('aws_iam_role', trust('ssm.amazonaws.com'), { description: 'x' })],
      [update('aws_iam_role', trust('ec2.amazonaws.com'), trust('lambda.amazonaws.com'))],
    ],
  ),
  'node-permissions-removed': rule(
    [
      [
        destroy('aws_iam_role_policy_attachment', {
          policy_arn: 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore',
        }),
      ],
    ],
    [[destroy('aws_iam_role_policy_attachment', { policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' })]],
  ),
  'node-policy-changed': rule(
    [[update('aws_iam_role_policy', { policy: '{"Action":"eks:DescribeCluster"}' }, { policy: '{}' })]],
    [[update('aws_iam_role_policy', { policy: '{"Action":"s3:GetObject"}' }, { policy: '{}' })]],
  ),
  'oidc-provider-lost': gone('aws_iam_openid_connect_provider', { url: 'https://issuer' }),
  'oidc-provider-changed': rule(
    [
      [update('aws_iam_openid_connect_provider', { client_id_list: ['a'] }, { client_id_list: ['b'] })],
      [destroy('azurerm_federated_identity_credential', { subject: 's' })],
    ],
    [[update('aws_iam_openid_connect_provider', { client_id_list: ['a'] }, { tags: { a: 'b' } })]],
  ),
};

const VAULT = 'azurerm_key_vault';
const vault: Values = {
  name: 'v',
  purge_protection_enabled: true,
  soft_delete_retention_days: 90,
  rbac_authorization_enabled: true,
  network_acls: [{ default_action: 'Deny', bypass: 'AzureServices' }],
};

export const SECRET_CASES: Readonly<Record<string, RuleCase>> = {
  'key-vault-lost': gone(VAULT, vault),
  'key-vault-purge-protection-off': changed(VAULT, vault, { purge_protection_enabled: false }),
  'key-vault-retention-shortened': changed(VAULT, vault, { soft_delete_retention_days: 7 }),
  'key-vault-authorisation-changed': changed(VAULT, vault, { rbac_authorization_enabled: false }),
  'key-vault-access-removed': gone('azurerm_role_assignment'),
  'key-vault-key-lost': gone('azurerm_key_vault_key'),
  'secret-lost': gone('azurerm_key_vault_secret'),
  'kms-key-lost': gone('aws_kms_key'),
  'kms-key-disabled': changed('aws_kms_key', { is_enabled: true }, { is_enabled: false }),
  'kms-key-policy-changed': changed('aws_kms_key', { policy: 'a' }, { policy: 'b' }),
  'state-storage-lost': rule(
    [[destroy('aws_s3_bucket', { bucket: 'acme-tfstate' })]],
    [
      [destroy('aws_s3_bucket', { bucket: 'logs' })],
      [update('aws_s3_bucket', { bucket: 'acme-tfstate' }, { tags: {} })],
    ],
  ),
  'storage-lost': rule(
    [[destroy('aws_s3_bucket', { bucket: 'logs' })], [replace('azurerm_storage_account', { name: 'a' })]],
    [[destroy('aws_s3_bucket', { bucket: 'acme-tfstate' })]],
  ),
  'storage-protection-off': rule(
    [
      [update('aws_s3_bucket', { force_destroy: false }, { force_destroy: true })],
      [destroy('aws_s3_bucket_versioning', { bucket: 'b' })],
    ],
    [[update('aws_s3_bucket', { force_destroy: true }, { force_destroy: false })]],
  ),
  'management-lock-removed': gone('azurerm_management_lock'),
  'log-group-lost': gone('aws_cloudwatch_log_group'),
  'log-retention-shortened': rule(
    [[update('aws_cloudwatch_log_group', { retention_in_days: 90 }, { retention_in_days: 7 })]],
    [[update('aws_cloudwatch_log_group', { retention_in_days: 7 }, { retention_in_days: 90 })]],
  ),
  'irreplaceable-forgotten': rule(
    [[forget('aws_kms_key', { id: 'k' })]],
    [[destroy('aws_kms_key', { id: 'k' })]],
  ),
  'secret-in-node-data': rule(
    [[create('azurerm_linux_virtual_machine', { user_data: 'eA==' })]],
    [[create('azurerm_linux_virtual_machine', { custom_data: 'eA==' })]],
  ),
};

const NIC = 'azurerm_network_interface';
const nic: Values = { ip_configuration: [{ name: 'ip' }], ip_forwarding_enabled: true };

export const EXPOSURE_CASES: Readonly<Record<string, RuleCase>> = {
  'node-public-address': rule(
    [
      [update(NIC, nic, { ip_configuration: [{ name: 'ip', public_ip_address_id: 'pip' }] })],
      [create(NIC, nic, { unknown: { ip_configuration: [{ public_ip_address_id: true }] } })],
    ],
    [
      [create(NIC, nic, { unknown: { id: true, ip_configuration: [{ private_ip_address: true }] } })],
      [update(NIC, { ip_configuration: [{ public_ip_address_id: 'pip' }] }, nic)],
    ],
  ),
  'node-public-address-scale-set': rule(
    [
      [
        create('azurerm_linux_virtual_machine_scale_set', {
          network_interface: [{ ip_configuration: [{ public_ip_address: [{ name: 'p' }] }] }],
        }),
      ],
    ],
    [
      [
        create('azurerm_linux_virtual_machine_scale_set', {
          network_interface: [{ ip_configuration: [{ name: 'i' }] }],
        }),
      ],
    ],
  ),
  'node-public-address-aws': rule(
    [[create('aws_subnet', { map_public_ip_on_launch: true })]],
    [[create('aws_subnet', { map_public_ip_on_launch: false })]],
  ),
  'node-password-login': rule(
    [[create('azurerm_linux_virtual_machine', { disable_password_authentication: false })]],
    [[create('azurerm_linux_virtual_machine', { disable_password_authentication: true })]],
  ),
  'key-vault-open': rule(
    [[update(VAULT, vault, { network_acls: [{ default_action: 'Allow' }] })], [create(VAULT, { name: 'v' })]],
    [
      [create(VAULT, vault)],
      [update(VAULT, vault, { network_acls: [], public_network_access_enabled: false })],
    ],
  ),
  'key-vault-access-unknown': rule(
    [[update(VAULT, vault, { network_acls: undefined }, { unknown: { network_acls: true } })]],
    [[update(VAULT, vault, {}, { unknown: { vault_uri: true } })]],
  ),
  'storage-public': rule(
    [
      [destroy('aws_s3_bucket_public_access_block', { bucket: 'b' })],
      [
        update(
          'aws_s3_bucket_public_access_block',
          { block_public_acls: true },
          { block_public_acls: false },
        ),
      ],
    ],
    [
      [
        update(
          'aws_s3_bucket_public_access_block',
          { block_public_acls: false },
          { block_public_acls: true },
        ),
      ],
    ],
  ),
  'storage-account-public': rule(
    [
      [
        update(
          'azurerm_storage_container',
          { container_access_type: 'private' },
          { container_access_type: 'blob' },
        ),
      ],
    ],
    [
      [
        update(
          'azurerm_storage_container',
          { container_access_type: 'blob' },
          { container_access_type: 'private' },
        ),
      ],
    ],
  ),
  'bucket-policy-everyone': rule(
    [[create('aws_s3_bucket', { acl: 'public-read' })]],
    [[create('aws_s3_bucket', { acl: 'private' })]],
  ),
};

const GATEWAY = 'azurerm_virtual_network_gateway';

export const LINK_ROW_CASES: Readonly<Record<string, RuleCase>> = {
  'link-active-active-off': changed(GATEWAY, { active_active: true }, { active_active: false }),
  'link-bgp-off': changed(GATEWAY, { bgp_enabled: true }, { bgp_enabled: false }),
  'link-gateway-sku-changed': changed(GATEWAY, { sku: 'VpnGw2AZ' }, { sku: 'VpnGw3AZ' }),
  'link-ecmp-off': changed(
    'aws_ec2_transit_gateway',
    { vpn_ecmp_support: 'enable' },
    { vpn_ecmp_support: 'disable' },
  ),
  'link-attachment-subnet-removed': changed(
    'aws_ec2_transit_gateway_vpc_attachment',
    { subnet_ids: ['a', 'b'] },
    { subnet_ids: ['a'] },
    { subnet_ids: ['a', 'b', 'c'] },
  ),
  'link-static-route-removed': gone('aws_ec2_transit_gateway_route'),
  'link-blackhole': changed(
    'aws_ec2_transit_gateway_route',
    { blackhole: false },
    { blackhole: true },
    { blackhole: false },
  ),
  'link-private-part-lost': gone('aws_dx_gateway'),
  'link-private-gateway-lost': rule(
    [[destroy(GATEWAY, { type: 'ExpressRoute' })]],
    [[destroy(GATEWAY, { type: 'Vpn' })]],
  ),
  'link-part-forgotten': rule(
    [[forget('aws_vpn_connection', { id: 'x' })]],
    [[destroy('aws_vpn_connection', { id: 'x' })]],
  ),
  'link-part-deposed': rule(
    [[destroy('aws_vpn_connection', { id: 'x' }, { deposed: '1' })]],
    [[destroy('aws_vpn_connection', { id: 'x' })]],
  ),
};
