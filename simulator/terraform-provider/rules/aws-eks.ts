import { arn, arnProblem, within } from './aws-checks.ts';
import {
  atLeast,
  check,
  cidrBlock,
  cidrNetwork,
  enumOf,
  lengthBetween,
  notZero,
  oneOf,
  restrictedTo,
} from './checks.ts';
import { atLeastOneItem, excludeEachOther, type FieldRule, type RuleTable } from './table.ts';

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
const isPrivate = within('must be within 10.0.0.0/8, 172.16.0.0/12, or 192.168.0.0/16', ...PRIVATE);

const clusterName: readonly FieldRule[] = [
  check(
    (value) => String(value).length >= 1 && String(value).length <= 100,
    (value, field) => `"${field.label}" length must be between 1-100 characters: "${String(value)}"`,
  ),
  restrictedTo(/^[0-9A-Za-z][0-9A-Za-z_-]*$/, '"^[0-9A-Za-z][0-9A-Za-z_-]*$"'),
];

/** The plugin framework's own ARN type, in its words. */
const frameworkArn: FieldRule = (value, field) =>
  arnProblem(String(value)) === undefined
    ? []
    : [
        {
          summary: 'Invalid ARN Value',
          detail: `The provided value cannot be parsed as an ARN.\n\nPath: ${field.label}\nValue: ${String(value)}`,
        },
      ];

const AMI_TYPES = [
  'AL2_x86_64',
  'AL2_x86_64_GPU',
  'AL2_ARM_64',
  'CUSTOM',
  'BOTTLEROCKET_ARM_64',
  'BOTTLEROCKET_x86_64',
  'BOTTLEROCKET_ARM_64_FIPS',
  'BOTTLEROCKET_x86_64_FIPS',
  'BOTTLEROCKET_ARM_64_NVIDIA',
  'BOTTLEROCKET_x86_64_NVIDIA',
  'WINDOWS_CORE_2019_x86_64',
  'WINDOWS_FULL_2019_x86_64',
  'WINDOWS_CORE_2022_x86_64',
  'WINDOWS_FULL_2022_x86_64',
  'AL2023_x86_64_STANDARD',
  'AL2023_ARM_64_STANDARD',
  'AL2023_x86_64_NEURON',
  'AL2023_x86_64_NVIDIA',
  'AL2023_ARM_64_NVIDIA',
];

/** Refusals at validate time for EKS. */
export const awsEksRules: Readonly<Record<string, RuleTable>> = {
  aws_eks_cluster: {
    fields: {
      name: clusterName,
      role_arn: arn,
      enabled_cluster_log_types: enumOf('api', 'audit', 'authenticator', 'controllerManager', 'scheduler'),
      'access_config.authentication_mode': enumOf('API', 'API_AND_CONFIG_MAP', 'CONFIG_MAP'),
      'compute_config.node_role_arn': arn,
      'encryption_config.resources': oneOf('secrets'),
      'kubernetes_network_config.ip_family': enumOf('ipv4', 'ipv6'),
      'kubernetes_network_config.service_ipv4_cidr': [cidrNetwork(12, 24), isPrivate],
      'upgrade_policy.support_type': enumOf('STANDARD', 'EXTENDED'),
      'vpc_config.public_access_cidrs': cidrBlock(),
      'remote_network_config.remote_node_networks.cidrs': [cidrBlock(4), isPrivate],
      'remote_network_config.remote_pod_networks.cidrs': [cidrBlock(4), isPrivate],
    },
    also: [atLeastOneItem('vpc_config.0.subnet_ids')],
  },
  aws_eks_access_entry: {
    fields: {
      cluster_name: clusterName,
      principal_arn: arn,
      type: oneOf('EC2', 'EC2_LINUX', 'EC2_WINDOWS', 'FARGATE_LINUX', 'HYBRID_LINUX', 'STANDARD'),
    },
  },
  aws_eks_access_policy_association: {
    fields: { cluster_name: clusterName, policy_arn: arn, principal_arn: arn },
  },
  aws_eks_pod_identity_association: { fields: { role_arn: frameworkArn } },
  aws_eks_addon: {
    fields: {
      addon_name: notZero,
      cluster_name: clusterName,
      service_account_role_arn: arn,
      'pod_identity_association*.role_arn': arn,
      resolve_conflicts_on_create: oneOf('NONE', 'OVERWRITE'),
      resolve_conflicts_on_update: enumOf('OVERWRITE', 'NONE', 'PRESERVE'),
    },
  },
  aws_eks_node_group: {
    fields: {
      cluster_name: clusterName,
      node_group_name: lengthBetween(0, 63),
      ami_type: enumOf(...AMI_TYPES),
      capacity_type: enumOf('ON_DEMAND', 'SPOT', 'CAPACITY_BLOCK'),
      'scaling_config.desired_size': atLeast(0),
      'scaling_config.max_size': atLeast(1),
      'scaling_config.min_size': atLeast(0),
      'taint*.key': lengthBetween(1, 63),
      'taint*.value': lengthBetween(0, 63),
      'taint*.effect': enumOf('NO_SCHEDULE', 'NO_EXECUTE', 'PREFER_NO_SCHEDULE'),
    },
    relations: [...excludeEachOther('node_group_name', 'node_group_name_prefix')],
    also: [atLeastOneItem('subnet_ids')],
  },
};
