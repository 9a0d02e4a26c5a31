import { each, is, type Fill, type FillTable, type Maker } from '../fill.ts';
import {
  addressIn,
  arn,
  dnsSuffixOf,
  empty,
  generatedName,
  iamArn,
  joined,
  noPrefix,
  owner,
  partitionOf,
  same,
} from '../makers.ts';
import { text } from '../values.ts';

const named: FillTable = { name: generatedName, name_prefix: noPrefix };
const bucketName = (fill: Fill) => text(fill.self, 'bucket') ?? '';

/** Hosted zones of the S3 website endpoints, from the table in the AWS General Reference; others get a made one. */
const WEBSITE_ZONES: Readonly<Record<string, string>> = {
  'us-east-1': 'Z3AQBSTGFYJSTF',
  'us-east-2': 'Z2O1EMRO9K5GLX',
  'us-west-2': 'Z3BJ6K6RIION7M',
  'eu-central-1': 'Z21DNDUVLTQW6Q',
  'eu-west-1': 'Z1BKCTXD74EZPE',
  'eu-west-2': 'Z3GKZC51ZF0DB4',
  'eu-north-1': 'Z3BAZG2TWCNX0D',
};

/** What S3 sets on every new bucket since 2023: AES256 at rest. */
const defaultEncryption: Maker = is([
  {
    rule: [
      {
        bucket_key_enabled: false,
        apply_server_side_encryption_by_default: [{ kms_master_key_id: '', sse_algorithm: 'AES256' }],
      },
    ],
  },
]);

const bucket: FillTable = {
  bucket: generatedName,
  bucket_prefix: noPrefix,
  id: same('bucket'),
  arn: (fill) => `arn:${partitionOf(fill.instance.region)}:s3:::${bucketName(fill)}`,
  region: (fill) => fill.instance.region,
  bucket_domain_name: (fill) => `${bucketName(fill)}.s3.${dnsSuffixOf(fill.instance.region)}`,
  bucket_regional_domain_name: (fill) =>
    `${bucketName(fill)}.s3.${fill.instance.region}.${dnsSuffixOf(fill.instance.region)}`,
  hosted_zone_id: (fill) => WEBSITE_ZONES[fill.instance.region] ?? `Z${fill.hex('zone', 13).toUpperCase()}`,
  acceleration_status: is(''),
  acl: is(null),
  object_lock_enabled: is(false),
  policy: is(''),
  request_payer: is('BucketOwner'),
  website_domain: is(null),
  website_endpoint: is(null),
  cors_rule: empty,
  grant: (fill) => [
    { id: fill.hex('owner', 64), permissions: ['FULL_CONTROL'], type: 'CanonicalUser', uri: '' },
  ],
  lifecycle_rule: each(
    { id: (fill, _block, index) => `tf-s3-lifecycle-${fill.hex(`rule:${index}`, 26)}` },
    empty,
  ),
  logging: empty,
  object_lock_configuration: empty,
  replication_configuration: empty,
  server_side_encryption_configuration: defaultEncryption,
  versioning: is([{ enabled: false, mfa_delete: false }]),
  website: empty,
};

const topicPolicy = (fill: Fill) =>
  JSON.stringify({
    Version: '2008-10-17',
    Id: '__default_policy_ID',
    Statement: [
      {
        Sid: '__default_statement_ID',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: [
          'Publish',
          'RemovePermission',
          'SetTopicAttributes',
          'DeleteTopic',
          'ListSubscriptionsByTopic',
          'GetTopicAttributes',
          'AddPermission',
          'Subscribe',
        ].map((action) => `SNS:${action}`),
        Resource: arn(fill, 'sns', text(fill.self, 'name') ?? ''),
        Condition: { StringEquals: { 'AWS:SourceOwner': fill.instance.accountId } },
      },
    ],
  });

const budget: FillTable = {
  ...named,
  account_id: owner,
  id: joined(':', 'account_id', 'name'),
  arn: (fill) => iamArn(fill, `budget/${text(fill.self, 'name') ?? ''}`).replace(':iam::', ':budgets::'),
  limit_amount: is('0.0'),
  limit_unit: is('USD'),
  time_period_start: is('2026-11-01_00:00'),
  cost_filter: empty,
  cost_types: is([
    {
      include_credit: true,
      include_discount: true,
      include_other_subscription: true,
      include_recurring: true,
      include_refund: true,
      include_subscription: true,
      include_support: true,
      include_tax: true,
      include_upfront: true,
      use_amortized: false,
      use_blended: false,
    },
  ]),
  auto_adjust_data: each({
    last_auto_adjust_time: is('2026-11-01T00:00:00Z'),
    historical_options: each({ lookback_available_periods: is(6) }),
  }),
};

const dxConnection: FillTable = {
  id: (fill) => `dxcon-${fill.hex('id', 8)}`,
  arn: (fill) => arn(fill, 'directconnect', `dxcon/${text(fill.self, 'id') ?? ''}`),
  owner_account_id: owner,
  aws_device: (fill) => `${text(fill.self, 'location') ?? 'EqDC2'}-${fill.hex('device', 12)}`,
  encryption_mode: is(''),
  has_logical_redundancy: is('unknown'),
  jumbo_frame_capable: is(true),
  macsec_capable: (fill) => fill.self['request_macsec'] === true,
  partner_name: is(''),
  port_encryption_status: is('Encryption Down'),
  provider_name: is(''),
  vlan_id: is(0),
};

const virtualInterface: FillTable = {
  id: (fill) => `dxvif-${fill.hex('id', 8)}`,
  arn: (fill) => arn(fill, 'directconnect', `dxvif/${text(fill.self, 'id') ?? ''}`),
  aws_device: (fill) => `EqDC2-${fill.hex('device', 12)}`,
  amazon_side_asn: (fill) =>
    fill.objects
      .list('aws_dx_gateway')
      .flatMap((item) =>
        item.attributes['id'] === fill.self['dx_gateway_id']
          ? (text(item.attributes, 'amazon_side_asn') ?? [])
          : [],
      )[0] ?? '64512',
  amazon_address: (fill) => `${addressIn(fill, '169.254.64.0/18', 'peer', 4)}/30`,
  customer_address: (fill) => `${addressIn(fill, '169.254.64.0/18', 'peer-customer', 4)}/30`,
  bgp_auth_key: (fill) => fill.hex('auth', 24),
  jumbo_frame_capable: is(true),
};

const dxAssociation: FillTable = {
  associated_gateway_id: (fill) => text(fill.self, 'vpn_gateway_id') ?? `tgw-0${fill.hex('tgw', 16)}`,
  associated_gateway_owner_account_id: owner,
  associated_gateway_type: (fill) =>
    (text(fill.self, 'associated_gateway_id') ?? '').startsWith('vgw-')
      ? 'virtualPrivateGateway'
      : 'transitGateway',
  dx_gateway_association_id: (fill) => fill.hex('association', 32),
  dx_gateway_owner_account_id: owner,
  id: (fill) =>
    `ga-${text(fill.self, 'dx_gateway_id') ?? ''}${text(fill.self, 'associated_gateway_id') ?? ''}`,
  allowed_prefixes: empty,
};

/** Fill tables of storage, observation, budgets and Direct Connect. */
export const awsPlatformTables: Readonly<Record<string, FillTable>> = {
  aws_s3_bucket: bucket,
  aws_s3_bucket_public_access_block: { id: same('bucket') },
  aws_s3_bucket_server_side_encryption_configuration: { id: same('bucket') },
  aws_s3_bucket_versioning: { id: same('bucket'), versioning_configuration: each({ mfa_delete: is('') }) },
  aws_cloudwatch_log_group: {
    ...named,
    id: same('name'),
    arn: (fill) => arn(fill, 'logs', `log-group:${text(fill.self, 'name') ?? ''}`),
    log_group_class: is('STANDARD'),
  },
  aws_cloudwatch_metric_alarm: {
    id: same('alarm_name'),
    arn: (fill) => arn(fill, 'cloudwatch', `alarm:${text(fill.self, 'alarm_name') ?? ''}`),
    evaluate_low_sample_count_percentiles: is(''),
  },
  aws_sns_topic: {
    ...named,
    arn: (fill) => arn(fill, 'sns', text(fill.self, 'name') ?? ''),
    id: same('arn'),
    owner,
    policy: topicPolicy,
    beginning_archive_time: is(''),
    fifo_throughput_scope: is(''),
    signature_version: is(0),
    tracing_config: is(''),
  },
  aws_budgets_budget: budget,
  aws_dx_connection: dxConnection,
  aws_dx_gateway: {
    id: (fill) => fill.hex('gateway', 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    arn: (fill) =>
      iamArn(fill, `dx-gateway/${text(fill.self, 'id') ?? ''}`).replace(':iam::', ':directconnect::'),
    owner_account_id: owner,
  },
  aws_dx_gateway_association: dxAssociation,
  aws_dx_transit_virtual_interface: virtualInterface,
};
