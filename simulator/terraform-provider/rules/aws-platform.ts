import { amazonSideAsn, arn } from './aws-checks.ts';
import { anyOf, atLeast, between, check, enumOf, json, lengthBetween, oneOf } from './checks.ts';
import { atLeastOneOf, conflicts, excludeEachOther, type FieldRule, type RuleTable } from './table.ts';

const eitherName = excludeEachOther('name', 'name_prefix');

const logGroupName = check(
  (value) => /^[.\-_/#A-Za-z0-9]+$/.test(String(value)),
  (value, field) =>
    `"${field.label}" isn't a valid log group name (alphanumeric characters, underscores, hyphens, slashes, hash signs and dots are allowed): "${String(value)}"`,
);

const AUTOMATION = String.raw`^arn:[\w-]+:automate:[\w-]+:ec2:(reboot|recover|stop|terminate)$`;
const automation = check(
  (value) => new RegExp(AUTOMATION).test(String(value)),
  (value, field) =>
    `"${field.label}" does not match EC2 automation ARN (${JSON.stringify(AUTOMATION)}): "${String(value)}"`,
);
const alarmAction = anyOf(arn, automation);

const divisibleBy = (divisor: number): FieldRule =>
  check(
    (value) => Number(value) % divisor === 0,
    (value, field) => `expected ${field.label} to be divisible by ${divisor}, got: ${String(value)}`,
  );

const DATA_SIZES = [
  'Bytes',
  'Kilobytes',
  'Megabytes',
  'Gigabytes',
  'Terabytes',
  'Bits',
  'Kilobits',
  'Megabits',
  'Gigabits',
  'Terabits',
];
const UNITS = [
  'Seconds',
  'Microseconds',
  'Milliseconds',
  ...DATA_SIZES,
  'Percent',
  'Count',
  ...DATA_SIZES.map((size) => `${size}/Second`),
  'Count/Second',
  'None',
];

const templateName: FieldRule = (value, field) => {
  const text = String(value);
  if (text.length < 3) return [`"${field.label}" cannot be less than 3 characters`];
  if (text.length > 128) return [`"${field.label}" cannot be longer than 128 characters`];
  return /^[0-9A-Za-z()./_-]+$/.test(text)
    ? []
    : [`"${field.label}" can only alphanumeric characters and ()./_- symbols`];
};

const RETENTION = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
const BANDWIDTHS = [
  '1Gbps',
  '2Gbps',
  '5Gbps',
  '10Gbps',
  '25Gbps',
  '100Gbps',
  '400Gbps',
  '50Mbps',
  '100Mbps',
  '200Mbps',
  '300Mbps',
  '400Mbps',
  '500Mbps',
];
const BUDGET_TYPES = [
  'USAGE',
  'COST',
  'RI_UTILIZATION',
  'RI_COVERAGE',
  'SAVINGS_PLANS_UTILIZATION',
  'SAVINGS_PLANS_COVERAGE',
];

/** Refusals at validate time for instances, storage, observation, budgets and Direct Connect. */
export const awsPlatformRules: Readonly<Record<string, RuleTable>> = {
  aws_cloudwatch_log_group: {
    fields: {
      name: [lengthBetween(1, 512), logGroupName],
      name_prefix: logGroupName,
      retention_in_days: oneOf(...RETENTION),
      log_group_class: enumOf('STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY'),
    },
    relations: [...eitherName],
  },
  aws_cloudwatch_metric_alarm: {
    fields: {
      alarm_name: lengthBetween(0, 255),
      alarm_actions: alarmAction,
      ok_actions: alarmAction,
      insufficient_data_actions: alarmAction,
      comparison_operator: enumOf(
        'GreaterThanOrEqualToThreshold',
        'GreaterThanThreshold',
        'LessThanThreshold',
        'LessThanOrEqualToThreshold',
        'LessThanLowerOrGreaterThanUpperThreshold',
        'LessThanLowerThreshold',
        'GreaterThanUpperThreshold',
      ),
      evaluation_periods: atLeast(1),
      datapoints_to_alarm: atLeast(1),
      period: anyOf(oneOf(10, 20, 30), divisibleBy(60)),
      statistic: enumOf('SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'),
      treat_missing_data: oneOf('breaching', 'ignore', 'missing', 'notBreaching'),
      unit: enumOf(...UNITS),
    },
    relations: [
      conflicts('statistic', 'extended_statistic', 'metric_query'),
      conflicts('extended_statistic', 'statistic', 'metric_query'),
      conflicts('metric_query', 'metric_name', 'namespace', 'period', 'statistic', 'extended_statistic'),
    ],
  },
  aws_sns_topic: { fields: { policy: json, delivery_policy: json }, relations: [...eitherName] },
  aws_s3_bucket: {
    fields: { bucket: lengthBetween(0, 63), policy: json },
    relations: [...excludeEachOther('bucket', 'bucket_prefix')],
  },
  aws_s3_bucket_versioning: {
    fields: { 'versioning_configuration.status': oneOf('Enabled', 'Suspended', 'Disabled') },
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    fields: {
      'rule*.apply_server_side_encryption_by_default.sse_algorithm': enumOf(
        'AES256',
        'aws:kms',
        'aws:kms:dsse',
      ),
    },
  },
  aws_instance: {
    fields: {
      tenancy: enumOf('default', 'dedicated', 'host'),
      'launch_template.name': templateName,
    },
    relations: [
      atLeastOneOf(['ami', 'launch_template'], ['ami']),
      atLeastOneOf(['instance_type', 'launch_template'], ['instance_type']),
      atLeastOneOf(['ami', 'instance_type', 'launch_template'], ['launch_template']),
      ...excludeEachOther('user_data', 'user_data_base64'),
    ],
  },
  aws_launch_template: {
    fields: {
      name: templateName,
      instance_initiated_shutdown_behavior: enumOf('stop', 'terminate'),
    },
    relations: [...eitherName],
  },
  aws_budgets_budget: {
    fields: {
      budget_type: enumOf(...BUDGET_TYPES),
      time_unit: enumOf('DAILY', 'MONTHLY', 'QUARTERLY', 'ANNUALLY'),
      'notification*.comparison_operator': enumOf('GREATER_THAN', 'LESS_THAN', 'EQUAL_TO'),
      'notification*.notification_type': enumOf('ACTUAL', 'FORECASTED'),
      'notification*.threshold_type': enumOf('PERCENTAGE', 'ABSOLUTE_VALUE'),
    },
    relations: [...eitherName],
  },
  aws_dx_gateway: { fields: { amazon_side_asn: amazonSideAsn } },
  aws_dx_connection: { fields: { bandwidth: oneOf(...BANDWIDTHS) } },
  aws_dx_transit_virtual_interface: {
    fields: { address_family: enumOf('ipv4', 'ipv6'), mtu: oneOf(1500, 8500), vlan: between(1, 4094) },
  },
};
