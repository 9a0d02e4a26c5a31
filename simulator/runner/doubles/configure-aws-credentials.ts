import { type AwsCredentials, simulatedCredentials } from '../../world/aws-sessions.ts';
import { messageOf, WorkflowError } from '../errors.ts';
import type { ActionDouble, DoubleContext } from './double.ts';
import { fetchIdToken } from './id-token.ts';

const OPTIONAL = [
  'aws-profile overwrite-aws-profile role-to-assume aws-access-key-id aws-secret-access-key aws-session-token',
  'web-identity-token-file role-chaining http-proxy no-proxy mask-aws-account-id role-duration-seconds role-external-id',
  'role-session-name role-skip-session-tagging transitive-tag-keys inline-session-policy managed-session-policies',
  'output-credentials output-env-credentials unset-current-credentials disable-retry retry-max-attempts',
  'special-characters-workaround use-existing-credentials allowed-account-ids force-skip-oidc action-timeout-s',
  'custom-tags sts-endpoint',
];

const MANIFEST = `
name: '"Configure AWS Credentials" Action For GitHub Actions'
inputs:
  aws-region: { required: true }
  audience: { default: sts.amazonaws.com }
${OPTIONAL.flatMap((line) => line.split(' '))
  .map((name) => `  ${name}: {}`)
  .join('\n')}
outputs: { aws-account-id: {}, aws-access-key-id: {}, aws-secret-access-key: {}, aws-session-token: {}, aws-expiration: {} }
runs: { using: node24, main: dist/index.js, post: dist/cleanup/index.js }
`;

/** Ways to other credentials that this stand-in does not go. */
const REFUSED: readonly string[] = [
  'aws-profile',
  'overwrite-aws-profile',
  'web-identity-token-file',
  'role-chaining',
  'http-proxy',
  'sts-endpoint',
  'use-existing-credentials',
];

const ROLE = /^arn:aws(?:-cn|-us-gov)?:iam::(\d{12}):role\/[\w+=,.@/-]+$/;

interface Credentials extends AwsCredentials {
  readonly accountId: string;
}

function flag(context: DoubleContext, name: string, fallback: boolean): boolean {
  return context.input(name) === '' ? fallback : context.booleanInput(name);
}

async function main(context: DoubleContext): Promise<void> {
  for (const name of REFUSED) {
    const value = context.input(name);
    if (value !== '' && value !== 'false')
      throw new WorkflowError(`The simulated configure-aws-credentials does not support the input '${name}'`);
  }
  const region = context.input('aws-region');
  if (!/^[a-z0-9-]+$/.test(region)) throw new WorkflowError(`Region is not valid: ${region}`);
  checkSession(context);
  const credentials = await obtain(context);
  const allowed = context
    .input('allowed-account-ids')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  if (allowed.length > 0 && !allowed.includes(credentials.accountId)) {
    throw new WorkflowError(
      `The account ID of the provided credentials (${credentials.accountId}) does not match any of the expected account IDs: ${allowed.join(', ')}`,
    );
  }
  if (flag(context, 'mask-aws-account-id', false)) context.mask(credentials.accountId);
  hand(context, credentials, region);
  context.info(`Authenticated as a simulated session of account ${credentials.accountId}`);
}

/** Limits of AssumeRoleWithWebIdentity. Source: STS API reference. */
function checkSession(context: DoubleContext): void {
  const name = context.input('role-session-name');
  if (name !== '' && !/^[\w+=,.@-]{2,64}$/.test(name)) {
    throw new WorkflowError(
      `Could not assume role with OIDC: 1 validation error detected: Value '${name}' at 'roleSessionName' failed to satisfy constraint: [\\w+=,.@-]{2,64}`,
    );
  }
  const duration = context.input('role-duration-seconds');
  if (duration !== '' && (!/^\d+$/.test(duration) || Number(duration) < 900 || Number(duration) > 43_200)) {
    throw new WorkflowError(
      `Could not assume role with OIDC: the duration must be between 900 and 43200 seconds, got '${duration}'`,
    );
  }
  const policy = context.input('inline-session-policy');
  if (policy === '') return;
  try {
    JSON.parse(policy);
  } catch {
    throw new WorkflowError('Could not assume role with OIDC: the inline session policy is not JSON');
  }
}

async function obtain(context: DoubleContext): Promise<Credentials> {
  const role = context.input('role-to-assume');
  const key = context.input('aws-access-key-id');
  const secret = context.input('aws-secret-access-key');
  if (key !== '' && secret === '') {
    throw new WorkflowError("'aws-secret-access-key' must be provided if 'aws-access-key-id' is provided");
  }
  if (key !== '' && role === '') {
    throw new WorkflowError(
      'The simulated configure-aws-credentials takes no long-lived keys; use role-to-assume with id-token: write',
    );
  }
  const oidc = context.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] !== undefined;
  if (role === '' || (key === '' && (!oidc || flag(context, 'force-skip-oidc', false)))) {
    if (role !== '' && !oidc) {
      context.info(
        'It looks like you might be trying to authenticate with OIDC. Did you mean to set the `id-token` permission? ' +
          'If you are not trying to authenticate with OIDC and the action is working successfully, you can ignore this message.',
      );
    }
    throw new WorkflowError(
      'Credentials could not be loaded, please check your action inputs: Could not load credentials from any providers',
    );
  }
  const account = ROLE.exec(role)?.[1];
  if (account === undefined)
    throw new WorkflowError(`Could not assume role with OIDC: Request ARN is invalid: ${role}`);
  const seconds = Number(context.input('role-duration-seconds') || '3600');
  if (key !== '') return { accountId: account, ...simulatedCredentials(new Date(), seconds) };
  try {
    return { accountId: account, ...(await assumeRole(context, role, seconds)) };
  } catch (error) {
    throw new WorkflowError(`Could not assume role with OIDC: ${messageOf(error)}`, { cause: error });
  }
}

/** Asks the STS of the machine where it has one; any role is taken where it has none. */
async function assumeRole(context: DoubleContext, role: string, seconds: number): Promise<AwsCredentials> {
  const token = await fetchIdToken(context, context.input('audience'));
  const endpoint = context.env['AWS_ENDPOINT_URL_STS'];
  if (endpoint === undefined) return simulatedCredentials(new Date(), seconds);
  const body = new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: role,
    RoleSessionName: context.input('role-session-name') || 'GitHubActions',
    WebIdentityToken: token,
    DurationSeconds: String(seconds),
  });
  const response = await fetch(endpoint, { method: 'POST', body, signal: context.signal });
  const xml = await response.text();
  const read = (element: string): string =>
    new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1] ?? '';
  if (!response.ok) throw new WorkflowError(read('Message') || `STS answered ${response.status}`);
  return {
    accessKeyId: read('AccessKeyId'),
    secretAccessKey: read('SecretAccessKey'),
    sessionToken: read('SessionToken'),
    expiration: read('Expiration'),
  };
}

function hand(context: DoubleContext, credentials: Credentials, region: string): void {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  for (const value of [accessKeyId, secretAccessKey, sessionToken]) context.mask(value);
  if (flag(context, 'output-env-credentials', true)) {
    context.setEnv('AWS_DEFAULT_REGION', region);
    context.setEnv('AWS_REGION', region);
    context.setEnv('AWS_ACCESS_KEY_ID', accessKeyId);
    context.setEnv('AWS_SECRET_ACCESS_KEY', secretAccessKey);
    context.setEnv('AWS_SESSION_TOKEN', sessionToken);
  }
  context.setOutput('aws-account-id', credentials.accountId);
  if (!flag(context, 'output-credentials', false)) return;
  context.setOutput('aws-access-key-id', accessKeyId);
  context.setOutput('aws-secret-access-key', secretAccessKey);
  context.setOutput('aws-session-token', sessionToken);
  context.setOutput('aws-expiration', credentials.expiration);
}

/** The real action empties the variables too, unless told not to. */
function post(context: DoubleContext): Promise<void> {
  if (context.env['AWS_SKIP_CLEANUP_STEP'] === 'true') return Promise.resolve();
  for (const name of [
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_DEFAULT_REGION',
    'AWS_REGION',
  ]) {
    context.setEnv(name, '');
  }
  return Promise.resolve();
}

/** Stands in for aws-actions/configure-aws-credentials v6. */
export const configureAwsCredentials: ActionDouble = {
  name: 'aws-actions/configure-aws-credentials',
  manifest: MANIFEST,
  main,
  post,
};
