/** The services a node talks to, over HTTP: what they refuse and how. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { parseNodeConfig } from '#simulator/machines/node-config.js';
import { createSsmService } from '#simulator/servers/aws/ssm/service.js';
import { createMetadataService, ScheduledEvents } from '#simulator/servers/azure/imds/service.js';
import { createKeyVaultService } from '#simulator/servers/azure/key-vault/service.js';
import { TokenIssuer } from '#simulator/servers/azure/tokens.js';
import { startService, type RunningService, type Service } from '#simulator/servers/loopback.js';
import { createNodeadmReleaseService, NODEADM_FLAWS } from '#simulator/servers/nodeadm-releases/service.js';
import { listInstances, registerInstance, SsmRefusal } from '#simulator/world/activations.js';
import type { World } from '#simulator/world/world.js';
import { furnish, openWorld, putActivation, putObject, VAULT_ID } from '#tests/support/cloud-init.js';

const PRINCIPAL = '44444444-4444-4444-8444-444444444444';
const REGION = 'eu-central-1';

let world: World;
let running: RunningService[];

beforeEach(() => {
  world = openWorld();
  running = [];
  furnish(world);
});

afterEach(async () => {
  for (const service of running) await service.close();
  await world.close();
});

async function serve(service: Service): Promise<string> {
  const started = await startService(service);
  running.push(started);
  return started.url;
}

interface Answer {
  readonly status: number;
  readonly body: ReturnType<typeof JSON.parse>;
  readonly headers: Headers;
}

async function ask(url: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? undefined : JSON.parse(text),
    headers: response.headers,
  };
}

describe('the metadata service', () => {
  const start = () => {
    const identity = { clientId: 'c', principalId: PRINCIPAL, resourceId: '/id' };
    const machine = {
      name: 'vm',
      location: 'westeurope',
      zone: '',
      vmId: 'v',
      vmSize: 's',
      resourceGroupName: 'rg',
      subscriptionId: 's',
    };
    return serve(
      createMetadataService({
        machine: () => ({ ...machine, identities: [identity, { ...identity, clientId: 'd' }] }),
        events: new ScheduledEvents(),
        tokens: new TokenIssuer(world.clock),
      }),
    );
  };
  const token = '/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net';

  test.each([
    ['without the header', token, {}, 400],
    ['forwarded by a proxy', token, { Metadata: 'true', 'X-Forwarded-For': '1.2.3.4' }, 400],
    ['without a version', '/metadata/instance/compute', { Metadata: 'true' }, 400],
    ['of several identities, none named', token, { Metadata: 'true' }, 400],
    ['of an identity that is not assigned', `${token}&client_id=x`, { Metadata: 'true' }, 400],
    ['of an identity', `${token}&client_id=d`, { Metadata: 'true' }, 200],
    ['elsewhere', '/metadata/other?api-version=1', { Metadata: 'true' }, 404],
  ])('%s', async (_name, path, headers, status) => {
    expect((await ask(`${await start()}${path}`, { headers })).status).toBe(status);
  });
});

describe('Key Vault', () => {
  const call = async (method: string, path: string, body?: object, principal = PRINCIPAL) => {
    const { token } = tokens.issue(principal, 'https://vault.azure.net/');
    const headers = { authorization: `Bearer ${token}` };
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    return ask(`${url}/kv-prod${path}?api-version=7.4`, init);
  };
  let tokens: TokenIssuer;
  let url: string;

  beforeEach(async () => {
    tokens = new TokenIssuer(world.clock);
    url = await serve(createKeyVaultService({ world, tokens }));
  });

  test('asks for a token as recorded', async () => {
    const { status, body, headers } = await ask(`${url}/kv-prod/secrets/activation?api-version=7.4`);
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toMatch(
      /^Bearer authorization="https:\/\/login\.windows\.net\/[^"]+", resource="https:\/\/vault\.azure\.net"$/,
    );
    expect(body).toEqual({
      error: { code: 'Unauthorized', message: 'AKV10000: Request is missing a Bearer or PoP token.' },
    });
  });

  test('takes no token of another issuer or for another audience', async () => {
    const foreign = new TokenIssuer(world.clock).issue(PRINCIPAL, 'https://vault.azure.net').token;
    const other = tokens.issue(PRINCIPAL, 'https://management.azure.com').token;
    for (const token of [foreign, other, 'x']) {
      const { status } = await ask(`${url}/kv-prod/secrets/a?api-version=7.4`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(status).toBe(401);
    }
  });

  test('reads with the right on one secret, and nothing else', async () => {
    putActivation(world);
    expect((await call('GET', '/secrets/activation')).body.value).toContain('activationCode');
    expect((await call('GET', '/secrets/other')).status).toBe(403);
    expect((await call('GET', '/secrets')).status).toBe(403);
    expect((await call('PUT', '/secrets/activation', { value: 'x' })).status).toBe(403);
    expect((await call('GET', '/secrets/activation', undefined, 'somebody')).status).toBe(403);
  });

  test('set, list, delete, purge: a deleted name is taken until it is purged', async () => {
    putObject(world, 'azurerm', 'azurerm_role_assignment', 'two', {
      scope: VAULT_ID,
      role_definition_name: 'Key Vault Secrets Officer',
      principal_id: 'officer',
    });
    const as = (method: string, path: string, body?: object) => call(method, path, body, 'officer');
    const set = await as('PUT', '/secrets/a', {
      value: 'v',
      attributes: { exp: 99, nbf: 1, enabled: false },
    });
    expect(set.body).toMatchObject({ value: 'v', attributes: { exp: 99, nbf: 1, enabled: false } });
    expect((await as('GET', '/secrets/a')).body).toMatchObject({
      error: { innererror: { code: 'SecretDisabled' } },
    });
    expect((await as('GET', '/secrets')).body).toMatchObject({
      value: [{ id: 'https://kv-prod.vault.azure.net/secrets/a' }],
      nextLink: null,
    });
    expect(JSON.stringify((await as('GET', '/secrets')).body)).not.toContain('"v"');
    expect((await as('DELETE', '/secrets/a')).status).toBe(200);
    expect((await as('GET', '/secrets/a')).status).toBe(404);
    expect((await as('PUT', '/secrets/a', { value: 'w' })).status).toBe(409);
    expect((await as('GET', '/deletedsecrets')).body.value).toHaveLength(1);
    expect((await as('DELETE', '/deletedsecrets/a')).status).toBe(204);
    expect((await as('PUT', '/secrets/a', { value: 'w' })).status).toBe(200);
  });
});

describe('Systems Manager', () => {
  let url: string;
  const call = (operation: string, body: object = {}) =>
    ask(url, {
      method: 'POST',
      headers: {
        'x-amz-target': `AmazonSSM.${operation}`,
        authorization: `AWS4-HMAC-SHA256 Credential=AKIA/20261122/${REGION}/ssm/aws4_request, SignedHeaders=x`,
      },
      body: JSON.stringify(body),
    });
  const register = (created: { activationId: string; activationCode: string }, region = REGION) =>
    registerInstance(world, {
      region,
      ...created,
      ipAddress: '10.0.0.1',
      computerName: 'vm',
      platformName: 'ubuntu',
      platformVersion: '24.04',
    });

  beforeEach(async () => {
    url = await serve(createSsmService({ world }));
  });

  test('creates, describes without the code, and deletes an activation', async () => {
    const created = await call('CreateActivation', {
      IamRole: 'hybrid',
      RegistrationLimit: 3,
      Tags: [{ Key: 'a', Value: 'b' }],
    });
    expect(created.body.ActivationCode).toMatch(/^.{20,250}$/);
    const { ActivationId, ActivationCode } = created.body;
    const described = await call('DescribeActivations', {
      Filters: [{ FilterKey: 'ActivationIds', FilterValues: [ActivationId] }],
    });
    expect(described.body.ActivationList).toEqual([
      expect.objectContaining({
        ActivationId,
        Expired: false,
        RegistrationLimit: 3,
        RegistrationsCount: 0,
        Tags: [{ Key: 'a', Value: 'b' }],
      }),
    ]);
    expect(JSON.stringify([described.body, world.objects.list()])).not.toContain(ActivationCode);
    expect((await call('DeleteActivation', { ActivationId })).status).toBe(200);
    expect((await call('DeleteActivation', { ActivationId })).body.__type).toBe('InvalidActivation');
  });

  test.each([
    ['CreateActivation', { IamRole: 'unknown' }, 'ValidationException'],
    ['CreateActivation', { IamRole: 'hybrid', RegistrationLimit: 0 }, 'ValidationException'],
    ['CreateActivation', { IamRole: 'hybrid', ExpirationDate: 1 }, 'ValidationException'],
    ['CreateActivation', {}, 'ValidationException'],
    ['DeleteActivation', { ActivationId: 'x' }, 'InvalidActivationId'],
    ['DescribeActivations', { Filters: [{ FilterKey: 'Colour' }] }, 'InvalidFilter'],
    ['DescribeInstanceInformation', { MaxResults: 4 }, 'ValidationException'],
    ['DescribeInstanceInformation', { Filters: [{ Key: 'Colour', Values: [] }] }, 'InvalidFilterKey'],
    [
      'DescribeInstanceInformation',
      {
        Filters: [
          { Key: 'tag:a', Values: ['b'] },
          { Key: 'PingStatus', Values: ['Online'] },
        ],
      },
      'InvalidFilterKey',
    ],
    [
      'DescribeInstanceInformation',
      { Filters: [{ Key: 'InstanceIds', Values: ['mi-00000000000000000'] }] },
      'InvalidInstanceId',
    ],
    ['DescribeInstanceInformation', { NextToken: 'eA==' }, 'InvalidNextToken'],
    ['DeregisterManagedInstance', { InstanceId: 'mi-00000000000000000' }, 'InvalidInstanceId'],
    ['DeregisterManagedInstance', { InstanceId: 'i-1' }, 'ValidationException'],
    ['ListTagsForResource', { ResourceType: 'ManagedInstance', ResourceId: 'mi-x' }, 'InvalidResourceId'],
    ['StartSession', {}, 'UnknownOperationException'],
  ])('%s of %j: %s', async (operation, body, type) => {
    putActivation(world);
    register(putActivation(world));
    const answer = await call(operation, body);
    expect(answer.status).toBe(400);
    expect(answer.body.__type).toBe(type);
  });

  test('registers within limit, time and region only', async () => {
    const one = putActivation(world, 1);
    const refused = (action: () => unknown) => {
      try {
        action();
      } catch (error) {
        return error instanceof SsmRefusal ? error.type : String(error);
      }
      return 'accepted';
    };
    expect(refused(() => register({ ...one, activationCode: 'x'.repeat(20) }))).toBe('InvalidActivation');
    expect(refused(() => register(one, 'us-east-1'))).toBe('InvalidActivation');
    expect(refused(() => register(one))).toBe('accepted');
    expect(refused(() => register(one))).toBe('RegistrationLimitExceeded');
    const late = putActivation(world, 1);
    world.objects.patch(`ssm_activation/${REGION}/${late.activationId}`, {
      expires: '2001-01-01T00:00:00.000Z',
    });
    expect(refused(() => register(late))).toBe('ActivationExpired');
  });

  test('pages instances to the end, with tags of the activation', async () => {
    const created = putActivation(world, 20);
    for (let index = 0; index < 12; index += 1) register(created);
    const seen: string[] = [];
    let token: string | undefined;
    do {
      const { body } = await call('DescribeInstanceInformation', {
        MaxResults: 5,
        Filters: [{ Key: 'tag-key', Values: ['EKSClusterARN'] }],
        ...(token !== undefined && { NextToken: token }),
      });
      expect(body.InstanceInformationList.length).toBeLessThanOrEqual(5);
      seen.push(...body.InstanceInformationList.map(({ InstanceId }: { InstanceId: string }) => InstanceId));
      token = body.NextToken;
    } while (token !== undefined);
    expect(new Set(seen).size).toBe(12);
    const [id] = seen;
    await call('AddTagsToResource', {
      ResourceType: 'ManagedInstance',
      ResourceId: id,
      Tags: [{ Key: 'x', Value: 'y' }],
    });
    const { body } = await call('ListTagsForResource', { ResourceType: 'ManagedInstance', ResourceId: id });
    expect(body.TagList).toContainEqual({ Key: 'x', Value: 'y' });
    expect((await call('DeregisterManagedInstance', { InstanceId: id })).status).toBe(200);
    expect(listInstances(world, REGION)).toHaveLength(11);
  });
});

describe('the release host', () => {
  test('serves what it sums, a version and a manifest', async () => {
    const url = await serve(createNodeadmReleaseService());
    const read = async (path: string) => (await fetch(`${url}${path}`)).text();
    const base = '/releases/v1.0.20/bin/linux/arm64/nodeadm';
    const sum = createHash('sha256')
      .update(await read(base))
      .digest('hex');
    expect(await read(`${base}.sha256`)).toBe(`${sum}  nodeadm\n`);
    expect(await read(`${base}.gz`)).toBe(await read(base));
    expect(await read('/releases/latest/GIT_VERSION')).toBe('v1.0.20\n');
    expect(await read('/mixed-latest/releases/latest/GIT_VERSION')).toBe('v9.9.9\n');
    const manifest = parse(await read('/manifest.yaml')) as {
      region_config: object;
      supported_eks_releases: object[];
    };
    expect(Object.keys(manifest.region_config)).toContain(REGION);
    expect(manifest.supported_eks_releases.length).toBeGreaterThan(3);
    expect((await fetch(`${url}/releases/v0.0.1/bin/linux/amd64/nodeadm`)).status).toBe(404);
    expect(parse(await read('/no-region/manifest.yaml'))).toMatchObject({ region_config: {} });
  });

  test('each flaw has a description', () => {
    for (const { description } of NODEADM_FLAWS) expect(description).not.toBe('');
  });
});

describe('NodeConfig', () => {
  const valid = () => ({
    apiVersion: 'node.eks.aws/v1alpha1',
    kind: 'NodeConfig',
    spec: {
      cluster: { name: 'c', region: 'r' } as Record<string, string>,
      hybrid: {
        ssm: { activationId: '11111111-1111-4111-8111-111111111111', activationCode: 'x'.repeat(20) },
      } as Record<string, unknown>,
      kubelet: { flags: ['--node-labels=a=b', '--register-with-taints=k:NoExecute'] },
    },
  });

  test('a valid one', () => {
    expect(parseNodeConfig(JSON.stringify(valid()))).toMatchObject({
      labels: { a: 'b' },
      taints: [{ key: 'k', value: '', effect: 'NoExecute' }],
      maxPods: 110,
    });
  });

  test.each<[string, (config: ReturnType<typeof valid>) => void, RegExp]>([
    ['an unknown member', (config) => Object.assign(config.spec.hybrid, { region: 'r' }), /unknown field/],
    ['no region', (config) => delete config.spec.cluster['region'], /Region is missing/],
    ['another kind', (config) => Object.assign(config, { kind: 'Node' }), /no kind/],
    ['no provider', (config) => delete config.spec.hybrid['ssm'], /ActivationCode is missing/],
    [
      'a short code',
      (config) => Object.assign(config.spec.hybrid, { ssm: { activationCode: 'x', activationId: 'y' } }),
      /ActivationCode format/,
    ],
    ['a hostname', (config) => config.spec.kubelet.flags.push('--hostname-override=x'), /hostname-override/],
    [
      'a taint without effect',
      (config) => (config.spec.kubelet.flags = ['--register-with-taints=k=v']),
      /invalid taint/,
    ],
  ])('%s', (_name, spoil, message) => {
    const config = valid();
    spoil(config);
    expect(() => parseNodeConfig(JSON.stringify(config))).toThrow(message);
  });
});
