import { each, is, type Fill, type FillTable, type Maker } from '../fill.ts';
import {
  arn,
  alphanumeric,
  empty,
  generatedName,
  guid,
  iamArn,
  joined,
  noPrefix,
  now,
  same,
} from '../makers.ts';
import { isGiven, text } from '../values.ts';

/** IAM's unique ids: a four-letter kind and 17 capitals and digits (IAM reference, "unique identifiers"). */
const uniqueId =
  (kind: string): Maker =>
  (fill) =>
    `${kind}${alphanumeric(fill, 'unique', 17, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`;

const iamResource =
  (kind: string): Maker =>
  (fill) =>
    iamArn(fill, `${kind}${text(fill.self, 'path') ?? '/'}${text(fill.self, 'name') ?? ''}`);

const named: FillTable = { name: generatedName, name_prefix: noPrefix };

const keyPolicy = (fill: Fill) =>
  JSON.stringify({
    Version: '2012-10-17',
    Id: 'key-default-1',
    Statement: [
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: iamArn(fill, 'root') },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  });

const kmsKey: FillTable = {
  // Multi-region keys carry a prefix instead of dashes (KMS developer guide).
  id: (fill) => (fill.self['multi_region'] === true ? `mrk-${fill.hex('key', 32)}` : guid(fill, 'key')),
  key_id: same('id'),
  arn: (fill) => arn(fill, 'kms', `key/${text(fill.self, 'id') ?? ''}`),
  description: is(''),
  multi_region: is(false),
  policy: keyPolicy,
  rotation_period_in_days: (fill) => (fill.self['enable_key_rotation'] === true ? 365 : 0),
};

/** Secrets Manager appends a dash and six characters to the name. */
const secretArn: Maker = (fill) =>
  arn(fill, 'secretsmanager', `secret:${text(fill.self, 'name') ?? ''}-${alphanumeric(fill, 'suffix', 6)}`);

const parameter: FillTable = {
  id: same('name'),
  arn: (fill) => {
    const name = text(fill.self, 'name') ?? '';
    return arn(fill, 'ssm', `parameter${name.startsWith('/') ? '' : '/'}${name}`);
  },
  data_type: is('text'),
  has_value_wo: (fill) => isGiven(fill.self['value_wo_version']),
  insecure_value: is(null),
  key_id: (fill) => (fill.self['type'] === 'SecureString' ? 'alias/aws/ssm' : ''),
  tier: is('Standard'),
  value: (fill) => text(fill.self, 'insecure_value') ?? '',
  version: is(1),
};

/** The thumbprint the provider stores where none was given: IAM reads it from the issuer's certificate chain. */
const thumbprints: Maker = (fill) => [fill.hex('thumbprint', 40)];

/** Fill tables of IAM, KMS, Secrets Manager and Systems Manager. */
export const awsIamTables: Readonly<Record<string, FillTable>> = {
  aws_iam_role: {
    ...named,
    id: same('name'),
    arn: iamResource('role'),
    unique_id: uniqueId('AROA'),
    create_date: now,
    managed_policy_arns: empty,
    inline_policy: empty,
  },
  aws_iam_policy: {
    ...named,
    arn: iamResource('policy'),
    id: same('arn'),
    policy_id: uniqueId('ANPA'),
    attachment_count: is(0),
  },
  aws_iam_instance_profile: {
    ...named,
    id: same('name'),
    arn: iamResource('instance-profile'),
    unique_id: uniqueId('AIPA'),
    create_date: now,
  },
  aws_iam_role_policy: { ...named, id: joined(':', 'role', 'name') },
  aws_iam_role_policy_attachment: {
    id: (fill) =>
      `${text(fill.self, 'role') ?? ''}-20261102093000${fill.hex('id', 12).replace(/[a-f]/g, '0')}`,
  },
  aws_iam_openid_connect_provider: {
    arn: (fill) => iamArn(fill, `oidc-provider/${(text(fill.self, 'url') ?? '').replace(/^https:\/\//, '')}`),
    id: same('arn'),
    thumbprint_list: thumbprints,
  },
  aws_kms_key: kmsKey,
  aws_kms_alias: {
    name: (fill) => `alias/${fill.hex('alias', 16)}`,
    name_prefix: noPrefix,
    id: same('name'),
    arn: (fill) => arn(fill, 'kms', text(fill.self, 'name') ?? ''),
    target_key_arn: (fill) => {
      const target = text(fill.self, 'target_key_id') ?? '';
      return target.startsWith('arn:') ? target : arn(fill, 'kms', `key/${target}`);
    },
  },
  aws_secretsmanager_secret: {
    ...named,
    arn: secretArn,
    id: same('arn'),
    policy: is(''),
    replica: each({
      kms_key_id: is(''),
      last_accessed_date: is(''),
      status: is('InSync'),
      status_message: is(''),
    }),
  },
  aws_secretsmanager_secret_version: {
    arn: same('secret_id'),
    version_id: (fill) => `terraform-20261102093000${fill.hex('version', 12).replace(/[a-f]/g, '0')}`,
    id: joined('|', 'secret_id', 'version_id'),
    has_secret_string_wo: (fill) => isGiven(fill.self['secret_string_wo_version']),
    version_stages: is(['AWSCURRENT']),
  },
  aws_ssm_parameter: parameter,
  aws_ssm_activation: {
    id: (fill) => guid(fill, 'activation'),
    activation_code: (fill) => alphanumeric(fill, 'code', 20),
    // One day, as SSM does where no date was given.
    expiration_date: is('2026-11-03T09:30:00Z'),
    expired: is(false),
    registration_count: is(0),
  },
};
