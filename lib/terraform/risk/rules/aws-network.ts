import { all, any, changes, isGone, isKept, isReplaced, loses, not } from '../conditions.ts';
import type { RowRule } from '../types.ts';

/** What endangers the VPC under the control plane and the cloud nodes; its routes to the remote networks are the link's. */
export const AWS_NETWORK_RULES: readonly RowRule[] = [
  {
    id: 'vpc-lost',
    level: 'critical',
    types: ['aws_vpc'],
    when: isGone,
    sentence:
      'The VPC is destroyed or made anew: cluster, cloud nodes and link all go with it; undo what forces it.',
  },
  {
    id: 'vpc-dns-off',
    level: 'high',
    types: ['aws_vpc'],
    when: any(
      all(
        not(isReplaced),
        loses('enable_dns_support', (value) => value === true),
      ),
      all(
        not(isReplaced),
        loses('enable_dns_hostnames', (value) => value === true),
      ),
    ),
    sentence:
      'EKS finds its private endpoint by the VPC’s DNS; nodes and webhooks fail without it. Keep both settings.',
  },
  {
    id: 'aws-subnet-lost',
    level: 'critical',
    types: ['aws_subnet'],
    when: isGone,
    sentence:
      'A subnet of the VPC is destroyed or made anew: the control plane’s interfaces, cloud nodes or the link’s attachment in it go; move them first.',
  },
  {
    id: 'route-table-lost',
    level: 'high',
    types: ['aws_route_table', 'aws_route_table_association'],
    when: any(isGone, all(isKept, changes('route_table_id', 'subnet_id'))),
    sentence:
      'A route table goes or leaves its subnet: the subnet falls back on the main table, which has no way to hybrid nodes; make and associate the new one first.',
  },
  {
    id: 'aws-egress-removed',
    level: 'high',
    types: ['aws_nat_gateway', 'aws_internet_gateway'],
    when: isGone,
    sentence:
      'The VPC loses its way to the internet: images and AWS APIs without a private endpoint become unreachable.',
  },
  {
    id: 'vpc-endpoint-removed',
    level: 'warning',
    types: ['aws_vpc_endpoint'],
    when: isGone,
    sentence: 'A private endpoint of an AWS API goes; nodes without internet access can no longer call it.',
  },
  {
    id: 'security-group-lost',
    level: 'high',
    types: ['aws_security_group'],
    when: isGone,
    sentence:
      'A security group is destroyed or made anew: what is behind it loses its rules meanwhile, and AWS refuses while it is used; make its successor first.',
  },
];
