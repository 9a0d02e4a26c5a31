/** A plan that is sealed and opened with a key in AWS KMS, through the bundles of terraform-plan and terraform-apply. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type KmsServer, startKmsServer } from '#simulator/servers/aws/kms/server.js';
import {
  applied,
  apply,
  HEAD,
  plan,
  PLAN_RUN,
  stackWith,
  stateOf,
  terraform,
} from '#tests/support/plan-and-apply.js';

const KEY = 'arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-4333-8444-555555555555';
const OTHER = 'arn:aws:kms:eu-central-1:123456789012:key/99999999-2222-4333-8444-555555555555';
const MAIN = { 'main.tf': 'resource "terraform_data" "a" {\n  input = "one"\n}\n' };

let kms: KmsServer;
let env: Readonly<Record<string, string>>;

beforeEach(async () => {
  kms = await startKmsServer([{ arn: KEY }, { arn: OTHER }]);
  env = {
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/nonexistent',
    AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
    AWS_ENDPOINT_URL_KMS: kms.url,
  };
});

afterEach(() => kms.close());

async function sealedStack(): Promise<string> {
  const workspace = stackWith(MAIN);
  await plan(workspace, { 'bundle-key': '', 'kms-key-arn': KEY }, { env });
  return workspace;
}

const sealedBy = (arn: string) => ({
  bundle: 'plans',
  'kms-key-arn': arn,
  'run-id': String(PLAN_RUN),
  'head-sha': HEAD,
});

describe('a plan sealed with a key in KMS', () => {
  test('is opened and applied by a role that may decrypt, bound to its run and commit', async () => {
    const workspace = await sealedStack();

    const result = await apply(workspace, sealedBy(KEY), { env });

    expect(result.exitCode).toBe(0);
    expect(applied(result)).toMatchObject({ status: 'applied', applied: 'reviewed-plan' });
    expect(await stateOf(workspace)).toEqual(['terraform_data.a']);
    expect(kms.requests.map(({ operation }) => operation)).toEqual(['GenerateDataKey', 'Decrypt']);
    const [sealed, opened] = kms.requests.map(({ body }) => body['EncryptionContext']);
    expect(opened).toEqual(sealed);
    expect(JSON.stringify(opened)).toContain(HEAD);
  });

  test.each([
    ['another key', OTHER, undefined, 'EHA1265'],
    ['a refusal', KEY, { status: 400, type: 'AccessDeniedException', message: 'no' }, 'EHA1269'],
  ] as const)('is not applied with %s', async (_what, arn, fault, code) => {
    const workspace = await sealedStack();
    if (fault !== undefined) kms.fail(fault);

    const result = await apply(workspace, sealedBy(arn), { env });

    expect(result.exitCode).toBe(1);
    expect(applied(result).failure?.code).toBe(code);
    expect(await stateOf(workspace)).toEqual([]);
  });

  test('is opened after KMS was throttled and the connection was cut', async () => {
    const workspace = await sealedStack();
    kms.fail({ status: 400, type: 'ThrottlingException' }, 'reset');

    const result = await apply(workspace, sealedBy(KEY), { env });

    expect(applied(result).status).toBe('applied');
    expect(await terraform(workspace, ['state', 'list'])).toBe('terraform_data.a\n');
  });
});
