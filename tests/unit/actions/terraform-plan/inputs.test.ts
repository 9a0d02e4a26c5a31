import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readInputs } from '#actions/terraform-plan/src/inputs.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

let workspace: string;
const original = process.env;

beforeEach(() => {
  workspace = temporaryDirectory();
  mkdirSync(join(workspace, 'stacks/net'), { recursive: true });
  mkdirSync(join(workspace, 'envs'));
  for (const file of ['envs/a.tfvars', 'envs/b.tfvars', 'envs/backend.hcl'])
    writeFileSync(join(workspace, file), '');
  process.env = { GITHUB_WORKSPACE: workspace, RUNNER_TEMP: workspace };
});

afterEach(() => {
  process.env = original;
});

function read(inputs: Record<string, string>): ReturnType<typeof readInputs> {
  for (const [name, value] of Object.entries(inputs)) process.env[`INPUT_${name.toUpperCase()}`] = value;
  return readInputs();
}

test('without any input the repository root is planned with the safe defaults', () => {
  expect(read({ 'working-directory': 'stacks/net' })).toEqual({
    directory: join(workspace, 'stacks/net'),
    stack: 'net',
    terraform: 'terraform',
    fmt: 'true',
    validate: true,
    lockfile: 'readonly',
    backendConfig: [],
    varFiles: [],
    lock: true,
    lockTimeoutMs: 120_000,
    refresh: true,
    parallelism: 10,
    planJson: null,
    checkOnly: false,
    failOn: null,
    sealing: null,
    extraPaths: [],
    environment: { variables: {}, workspace: null, dataDirectory: '.terraform', credentials: [] },
  });
  expect(read({ 'working-directory': '' }).directory).toBe(workspace);
});

test('paths are relative to the repository root, settings one a line', () => {
  const inputs = read({
    stack: 'envs/prod-1',
    'var-file': 'envs/a.tfvars, envs/b.tfvars',
    'backend-config':
      'bucket=a,b\n  envs/backend.hcl  \n\nkey = x.tfstate\nweb_identity_token_file=/run/token\n',
    'terraform-path': '/opt/terraform/bin/terraform',
  });
  expect(inputs).toMatchObject({
    stack: 'envs/prod-1',
    varFiles: [join(workspace, 'envs/a.tfvars'), join(workspace, 'envs/b.tfvars')],
    backendConfig: [
      'bucket=a,b',
      join(workspace, 'envs/backend.hcl'),
      'key = x.tfstate',
      'web_identity_token_file=/run/token',
    ],
    terraform: '/opt/terraform/bin/terraform',
  });
});

describe('refuses', () => {
  test.each([
    ['working-directory', '../elsewhere', 'EHA1004'],
    ['working-directory', 'stacks/none', 'EHA1004'],
    ['working-directory', 'envs/a.tfvars', 'EHA1004'],
    ['var-file', '/etc/passwd', 'EHA1004'],
    ['var-file', 'envs/a.tfvars,envs/none.tfvars', 'EHA1004'],
    ['backend-config', 'envs/none.hcl', 'EHA1004'],
    ['backend-config', 'bucket=a\n../backend.hcl', 'EHA1004'],
    ['terraform-path', './terraform', 'EHA1001'],
    ['terraform-path', 'bin/terraform', 'EHA1001'],
    ['stack', '../x', 'EHA1001'],
    ['stack', 'a b', 'EHA1001'],
    ['fmt', 'yes', 'EHA1001'],
    ['lockfile', 'none', 'EHA1001'],
    ['lock-timeout', '7h', 'EHA1001'],
    ['lock-timeout', '90', 'EHA1001'],
    ['parallelism', '0', 'EHA1001'],
  ])('%s %j', (name, value, code) => {
    expect(() => read({ [name]: value })).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(`"${name}"`) }),
    );
  });

  test.each([
    'access_key',
    'secret_key',
    'token',
    'sas_token',
    'client_secret',
    'password',
    'conn_str',
    'sse_customer_key',
  ])('the credential %s without repeating it', (key) => {
    expect(() => read({ 'backend-config': `bucket=a\n${key}=HUNTER2` })).toThrow(
      expect.objectContaining({ code: 'EHA1001', message: expect.not.stringContaining('HUNTER2') }),
    );
  });
});

test("Terraform's own variables are passed on by name", () => {
  process.env['TF_VAR_password'] = 'secret';
  process.env['TF_WORKSPACE'] = 'prod';
  process.env['TF_DATA_DIR'] = '.data';
  expect(read({}).environment).toEqual({
    variables: { password: 'secret' },
    workspace: 'prod',
    dataDirectory: '.data',
    credentials: ['TF_VAR_password'],
  });
});

const KEY_ARN = 'arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';

test('a plan is sealed with a secret or with a KMS key', () => {
  expect(read({ 'bundle-key': 'x'.repeat(40), 'extra-paths': 'build/a.zip\nbuild/b' })).toMatchObject({
    sealing: { kind: 'secret', secret: 'x'.repeat(40) },
    extraPaths: ['build/a.zip', 'build/b'],
  });
  expect(read({ 'bundle-key': '', 'kms-key-arn': KEY_ARN }).sealing).toEqual({
    kind: 'kms',
    keyArn: KEY_ARN,
  });
  expect(() => read({ 'kms-key-arn': KEY_ARN.replace(':kms:', ':s3:') })).toThrow(
    expect.objectContaining({ code: 'EHA1001' }),
  );
});

test.each([
  ['two keys', { 'bundle-key': 'x'.repeat(40), 'kms-key-arn': KEY_ARN }],
  ['a key and no plan file', { 'bundle-key': 'x'.repeat(40), 'plan-json': 'envs/plan.json' }],
  ['paths and no bundle', { 'extra-paths': 'build' }],
])('%s exclude each other', (_what, inputs) => {
  writeFileSync(join(workspace, 'envs/plan.json'), '{}');
  expect(() => read(inputs)).toThrow(
    expect.objectContaining({ code: 'EHA1213', message: expect.not.stringContaining('xxxx') }),
  );
});

test('plan-json is a file of the workspace or of an earlier step', () => {
  writeFileSync(join(workspace, 'envs/plan.json'), '{}');
  expect(read({ 'plan-json': 'envs/plan.json', 'fail-on': 'high' })).toMatchObject({
    planJson: join(workspace, 'envs/plan.json'),
    failOn: 'high',
  });
  expect(() => read({ 'plan-json': '/etc/hostname' })).toThrow(expect.objectContaining({ code: 'EHA1004' }));
});
