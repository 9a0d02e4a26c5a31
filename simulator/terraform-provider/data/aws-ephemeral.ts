import { randomInt } from 'node:crypto';
import type { DataSourceRule, ObjectValue } from '../engine/types.ts';
import { blocks, numberOf, text } from '../tables/values.ts';
import { failed, found } from './answers.ts';
import { awsStoredSecrets } from './aws-services.ts';

const GROUPS: readonly (readonly [argument: string, characters: string])[] = [
  ['exclude_lowercase', 'abcdefghijklmnopqrstuvwxyz'],
  ['exclude_uppercase', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['exclude_numbers', '0123456789'],
  ['exclude_punctuation', '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'],
];

/** The characters a password is made of, one group each. */
function alphabets(config: ObjectValue): readonly string[] {
  const excluded = new Set(text(config, 'exclude_characters') ?? '');
  const groups = GROUPS.filter(([argument]) => config[argument] !== true).map(([, characters]) => characters);
  if (config['include_space'] === true) groups.push(' ');
  return groups
    .map((group) =>
      Array.from(group)
        .filter((character) => !excluded.has(character))
        .join(''),
    )
    .filter((group) => group !== '');
}

/** A random password by the rules of GetRandomPassword. Really random: nothing of it is kept. */
const randomPassword: DataSourceRule = ({ config }) => {
  const length = numberOf(config['password_length']) ?? 32;
  const groups = alphabets(config);
  const all = groups.join('');
  const refuse = (message: string) =>
    failed(
      `reading Secrets Manager Random Password: operation error Secrets Manager: GetRandomPassword, https response error StatusCode: 400, RequestID: 00000000-0000-4000-8000-000000000000, ${message}`,
    );
  if (all === '' || length < 1 || length > 4096)
    return refuse('InvalidParameterException: Invalid password length or character set.');
  const eachType = config['require_each_included_type'] !== false;
  if (eachType && length < groups.length)
    return refuse('InvalidParameterException: Password length is too short based on the required types.');
  const pick = (from: string) => from.charAt(randomInt(from.length));
  const characters = Array.from({ length }, (_unused, index) =>
    pick((eachType ? groups[index] : undefined) ?? all),
  );
  for (let at = characters.length - 1; at > 0; at--) {
    const other = randomInt(at + 1);
    [characters[at], characters[other]] = [characters[other] ?? '', characters[at] ?? ''];
  }
  return found({ random_password: characters.join('') });
};

/** Ephemeral resources of aws. What would need a service that is not simulated says so as that service would. */
export const awsEphemeral: Readonly<Record<string, DataSourceRule>> = {
  ...awsStoredSecrets,
  aws_secretsmanager_random_password: randomPassword,
  aws_kms_secrets: ({ config }) =>
    failed(
      `decrypting secret (${text(blocks(config, 'secret')[0], 'name') ?? ''}): operation error KMS: Decrypt, https response error StatusCode: 400, RequestID: 00000000-0000-4000-8000-000000000000, InvalidCiphertextException: `,
      'The simulated KMS has encrypted nothing, so it can decrypt nothing.',
    ),
  aws_lambda_invocation: ({ config }) =>
    failed(
      `invoking Lambda Function (${text(config, 'function_name') ?? ''}): operation error Lambda: Invoke, https response error StatusCode: 404, RequestID: 00000000-0000-4000-8000-000000000000, ResourceNotFoundException: Function not found: ${text(config, 'function_name') ?? ''}`,
      'Functions are not simulated.',
    ),
  aws_cognito_identity_openid_token_for_developer_identity: ({ config }) =>
    failed(
      `reading Cognito Identity OpenID Token: operation error Cognito Identity: GetOpenIdTokenForDeveloperIdentity, https response error StatusCode: 400, RequestID: 00000000-0000-4000-8000-000000000000, ResourceNotFoundException: IdentityPool '${text(config, 'identity_pool_id') ?? ''}' not found.`,
      'Cognito is not simulated.',
    ),
};
