import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ActionError } from '#lib/action/errors.js';
import { createKmsDataKeys, isKeyArn } from '#lib/aws/kms.js';
import { type KmsServer, startKmsServer } from '#simulator/servers/aws/kms/server.js';
import { type FakeDeps, fakeDeps } from '#tests/support/fake-deps.js';

const arn = (name: string) => `arn:aws:kms:eu-central-1:111122223333:key/${name}`;
const CONTEXT = { repository: 'octo-org/platform', runId: '4242' };
const SETTINGS = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/nonexistent',
  AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
};

let server: KmsServer;
let deps: FakeDeps;
let before: NodeJS.ProcessEnv;

beforeEach(async () => {
  server = await startKmsServer([
    { arn: arn('one') },
    { arn: arn('two') },
    { arn: arn('off'), enabled: false },
    { arn: arn('plan-only'), allowed: ['GenerateDataKey'] },
  ]);
  before = { ...process.env };
  Object.assign(process.env, SETTINGS, { AWS_ENDPOINT_URL_KMS: server.url });
  deps = fakeDeps();
});

afterEach(async () => {
  process.env = before;
  await server.close();
});

async function failureOf(work: Promise<unknown>): Promise<ActionError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ActionError) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}

describe('data keys of AWS KMS', () => {
  test('are made and unwrapped under the same context, with credentials of the environment', async () => {
    const keys = createKmsDataKeys(arn('one'), deps);
    const { plain, wrapped } = await keys.generate(CONTEXT);
    expect(plain).toHaveLength(32);
    expect(Buffer.from(wrapped).includes(Buffer.from(plain))).toBe(false);
    expect(await createKmsDataKeys(arn('one'), deps).unwrap(wrapped, CONTEXT)).toEqual(plain);
    expect(server.requests).toMatchObject([
      {
        operation: 'GenerateDataKey',
        accessKeyId: 'AKIDEXAMPLE',
        body: { KeyId: arn('one'), NumberOfBytes: 32, EncryptionContext: CONTEXT },
      },
      { operation: 'Decrypt', body: { KeyId: arn('one'), EncryptionContext: CONTEXT } },
    ]);
    const secrets = [Buffer.from(plain).toString('base64'), SETTINGS.AWS_SECRET_ACCESS_KEY];
    for (const secret of secrets) expect(deps.log.messages().join('\n')).not.toContain(secret);
  });

  test('are not unwrapped for another context, under another key or when altered', async () => {
    const { wrapped } = await createKmsDataKeys(arn('one'), deps).generate(CONTEXT);
    const altered = Uint8Array.from(wrapped);
    altered[20] = (altered[20] ?? 0) ^ 1;
    const keys = createKmsDataKeys(arn('one'), deps);
    const tries = [
      keys.unwrap(wrapped, { ...CONTEXT, runId: '4243' }),
      keys.unwrap(altered, CONTEXT),
      createKmsDataKeys(arn('two'), deps).unwrap(wrapped, CONTEXT),
    ];
    for (const work of tries) expect((await failureOf(work)).code).toBe('EHA1265');
  });

  test('that are refused name the reason of AWS, at once', async () => {
    const planOnly = createKmsDataKeys(arn('plan-only'), deps);
    const { wrapped } = await planOnly.generate(CONTEXT);
    const denied = await failureOf(planOnly.unwrap(wrapped, CONTEXT));
    expect(denied).toMatchObject({ code: 'EHA1269', definition: { kind: 'user' } });
    expect(denied.message).toMatch(/AWS KMS Decrypt .*AccessDeniedException.*kms:Decrypt/);
    for (const name of ['off', 'unknown']) {
      expect((await failureOf(createKmsDataKeys(arn(name), deps).generate(CONTEXT))).code).toBe('EHA1269');
    }
    expect(deps.clock.sleeps).toEqual([]);
  });

  test('are asked for again after throttling, faults of the service and lost connections', async () => {
    server.fail(
      { status: 400, type: 'ThrottlingException', message: 'Rate exceeded' },
      { status: 500, type: 'KMSInternalException' },
      'reset',
    );
    expect((await createKmsDataKeys(arn('one'), deps).generate(CONTEXT)).plain).toHaveLength(32);
    expect(deps.clock.sleeps).toHaveLength(3);
    expect(deps.log.messages('info')).toHaveLength(3);
    expect(deps.log.messages('info')[0]).toMatch(/^AWS KMS GenerateDataKey: attempt 1 of 6 failed/);
  });

  test('are given up on after six attempts', async () => {
    server.fail(...Array.from({ length: 6 }, () => ({ status: 503, type: 'KMSInternalException' })));
    const failure = await failureOf(createKmsDataKeys(arn('one'), deps).generate(CONTEXT));
    expect(failure).toMatchObject({ code: 'EHA1268', definition: { kind: 'service' } });
    expect(failure.message).toContain('6 times');
  });

  test('need credentials', async () => {
    delete process.env['AWS_ACCESS_KEY_ID'];
    const failure = await failureOf(createKmsDataKeys(arn('one'), deps).generate(CONTEXT));
    expect(failure.code).toBe('EHA1268');
    expect(failure.message).toContain('credentials');
    expect(server.requests).toEqual([]);
  });

  test('are not waited for after a cancellation', async () => {
    const controller = new AbortController();
    deps = fakeDeps({ signal: controller.signal });
    controller.abort(new Error('cancelled'));
    await expect(createKmsDataKeys(arn('one'), deps).generate(CONTEXT)).rejects.toThrow('cancelled');
    expect(server.requests).toEqual([]);
  });
});

test('ARNs of keys and aliases are told from others', () => {
  const good = [
    arn('1234abcd-12ab'),
    'arn:aws-us-gov:kms:us-gov-west-1:111122223333:alias/plans/eu',
    arn('mrk-1'),
  ];
  for (const text of good) expect(isKeyArn(text)).toBe(true);
  const bad = [
    '',
    'alias/plans',
    'arn:aws:s3:::bucket',
    arn(''),
    `${arn('a')}\n`,
    'arn:aws:kms:eu:1:key/x',
    arn('a b'),
  ];
  for (const text of bad) expect(isKeyArn(text)).toBe(false);
});
