import type { ApplyRule } from '../../engine/types.ts';
import { numberOf, text } from '../../tables/values.ts';
import { apiError, callFailed, others, references } from './aws-api.ts';

const groupName: ApplyRule = (context) => {
  const name = text(context.planned, 'name');
  const vpc = text(context.planned, 'vpc_id');
  if (
    name === undefined ||
    !others(context).some((other) => other['name'] === name && other['vpc_id'] === vpc)
  )
    return [];
  const message = `The security group '${name}' already exists for VPC '${vpc ?? ''}'`;
  return [
    callFailed(
      context,
      `creating Security Group (${name})`,
      'EC2',
      'CreateSecurityGroup',
      apiError('InvalidGroup.Duplicate', message),
    ),
  ];
};

/** Two rules of a group that let the same through. */
const duplicateRule =
  (operation: string): ApplyRule =>
  (context) => {
    const SAME = [
      'security_group_id',
      'ip_protocol',
      'from_port',
      'to_port',
      'cidr_ipv4',
      'cidr_ipv6',
      'prefix_list_id',
      'referenced_security_group_id',
    ];
    const twin = others(context).some((other) =>
      SAME.every(
        (name) =>
          (numberOf(other[name]) ?? other[name] ?? null) ===
          (numberOf(context.planned[name]) ?? context.planned[name] ?? null),
      ),
    );
    if (!twin) return [];
    const message = 'the specified rule already exists';
    return [
      callFailed(
        context,
        `creating VPC Security Group Rule`,
        'EC2',
        operation,
        apiError('InvalidPermission.Duplicate', message),
      ),
    ];
  };

const ingress = 'AuthorizeSecurityGroupIngress';
const egress = 'AuthorizeSecurityGroupEgress';

/** Refusals at apply time for security groups and their rules. */
export const awsSecurityApplyRules: Readonly<Record<string, readonly ApplyRule[]>> = {
  aws_security_group: [
    references('creating Security Group', 'CreateSecurityGroup', { vpc_id: 'aws_vpc' }),
    groupName,
  ],
  aws_security_group_rule: [
    references('authorizing Security Group rule', ingress, { security_group_id: 'aws_security_group' }),
  ],
  aws_vpc_security_group_ingress_rule: [
    references('creating VPC Security Group Rule', ingress, { security_group_id: 'aws_security_group' }),
    duplicateRule(ingress),
  ],
  aws_vpc_security_group_egress_rule: [
    references('creating VPC Security Group Rule', egress, { security_group_id: 'aws_security_group' }),
    duplicateRule(egress),
  ],
};
