import { arn, iamPolicy } from './aws-checks.ts';
import { between, check, enumOf, json, lengthBetween, matches, oneOf, rfc3339 } from './checks.ts';
import { anyOf } from './checks.ts';
import {
  conflicts,
  exactlyOneOf,
  excludeEachOther,
  requiredWith,
  type FieldRule,
  type RuleTable,
} from './table.ts';

const name = (longest: number): readonly FieldRule[] => [
  lengthBetween(1, longest),
  matches(/^[\w+=,.@-]*$/, String.raw`must match [\w+=,.@-]`),
];
const eitherName = excludeEachOther('name', 'name_prefix');

const secretName = check(
  (value) => /^[0-9A-Za-z/_+=.@-]+$/.test(String(value)),
  (_value, field) =>
    `only alphanumeric characters and /_+=.@- special characters are allowed in "${field.label}"`,
);
const aliasName = check(
  (value) => /^alias\/[0-9A-Za-z_/-]+$/.test(String(value)),
  (_value, field) => `"${field.label}" must begin with 'alias/' and be comprised of only [0-9A-Za-z_/-]`,
);
const httpsUrl: FieldRule = (value, field) => {
  const text = String(value);
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(text))
    return [`expected "${field.label}" to have a host, got ${text}`];
  return text.startsWith('https://')
    ? []
    : [`expected "${field.label}" to have a url with schema of: "https", got ${text}`];
};

/** Arguments that have been removed: any text is refused. */
const emptyText = check(
  (value) => value === '',
  (value, field) => `expected "${field.label}" to be an empty string: got ${String(value)}`,
);

const KEY_SPECS = [
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'SYMMETRIC_DEFAULT',
  'HMAC_224',
  'HMAC_256',
  'HMAC_384',
  'HMAC_512',
  'SM2',
];

/** Refusals at validate time for IAM, KMS, Secrets Manager and Systems Manager. */
export const awsIamRules: Readonly<Record<string, RuleTable>> = {
  aws_iam_role: {
    fields: {
      name: name(64),
      name_prefix: name(38),
      assume_role_policy: iamPolicy,
      max_session_duration: between(3600, 43200),
      permissions_boundary: arn,
      managed_policy_arns: arn,
      'inline_policy*.policy': iamPolicy,
    },
    relations: [...eitherName],
  },
  aws_iam_policy: {
    fields: { name: name(128), name_prefix: name(102), policy: iamPolicy },
    relations: [...eitherName],
  },
  aws_iam_role_policy: { fields: { name: name(128), policy: iamPolicy }, relations: [...eitherName] },
  aws_iam_role_policy_attachment: { fields: { policy_arn: arn } },
  aws_iam_instance_profile: {
    fields: { name: name(128), name_prefix: name(102) },
    relations: [...eitherName],
  },
  aws_iam_openid_connect_provider: {
    fields: { url: httpsUrl, client_id_list: lengthBetween(1, 255), thumbprint_list: lengthBetween(40, 40) },
  },
  aws_kms_key: {
    fields: {
      policy: json,
      customer_master_key_spec: enumOf(...KEY_SPECS),
      key_usage: enumOf('SIGN_VERIFY', 'ENCRYPT_DECRYPT', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT'),
      deletion_window_in_days: between(7, 30),
      rotation_period_in_days: between(90, 2560),
      description: lengthBetween(0, 8192),
    },
    relations: [requiredWith('rotation_period_in_days', 'enable_key_rotation')],
  },
  aws_kms_alias: { fields: { name: aliasName, name_prefix: aliasName }, relations: [...eitherName] },
  aws_secretsmanager_secret: {
    fields: {
      name: secretName,
      name_prefix: secretName,
      policy: json,
      recovery_window_in_days: anyOf(between(7, 30), oneOf(0)),
    },
    relations: [...eitherName],
  },
  aws_secretsmanager_secret_version: {
    relations: [
      conflicts('secret_string', 'secret_binary', 'secret_string_wo'),
      conflicts('secret_binary', 'secret_string', 'secret_string_wo'),
      conflicts('secret_string_wo', 'secret_binary', 'secret_string'),
      requiredWith('secret_string_wo_version', 'secret_string_wo'),
    ],
  },
  aws_ssm_parameter: {
    fields: {
      name: lengthBetween(1, 2048),
      type: enumOf('String', 'StringList', 'SecureString'),
      tier: enumOf('Standard', 'Advanced', 'Intelligent-Tiering'),
      data_type: oneOf('aws:ec2:image', 'aws:ssm:integration', 'text'),
      description: lengthBetween(0, 1024),
    },
    relations: [
      exactlyOneOf('insecure_value', 'value', 'value_wo'),
      requiredWith('value_wo', 'value_wo_version'),
      requiredWith('value_wo_version', 'value_wo'),
    ],
  },
  aws_ssm_activation: { fields: { expiration_date: rfc3339 } },
  'data.aws_iam_policy_document': {
    fields: {
      source_json: emptyText,
      override_json: emptyText,
      source_policy_documents: json,
      override_policy_documents: json,
      version: oneOf('2008-10-17', '2012-10-17'),
      'statement.effect': oneOf('Allow', 'Deny'),
    },
  },
};
