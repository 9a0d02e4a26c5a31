import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterEach, expect, test } from '@jest/globals';
import { EKSClient, DescribeClusterCommand } from '@aws-sdk/client-eks';
import { startEksServer } from '#simulator/servers/aws/eks/server.js';
import type { ObjectValue } from '#simulator/terraform-provider/engine/types.js';
import { manualClock } from '#simulator/world/clock.js';
import { call } from '#tests/support/kubernetes-call.js';
import {
  type SimulatedKubernetes,
  type SimulatedKubernetesOptions,
  startSimulatedKubernetes,
  STRANGER_TOKEN,
  TEST_IDENTITY,
} from '#tests/support/simulated-kubernetes.js';

let kubernetes: SimulatedKubernetes;

afterEach(() => kubernetes.close());

async function start(options: SimulatedKubernetesOptions = {}): Promise<void> {
  kubernetes = await startSimulatedKubernetes(options);
}

const NODES = '/api/v1/nodes';
const NOW = new Date('2026-11-22T12:00:00Z');

/** SHA-256 as the signer wants it. */
class Sha256 {
  readonly #hash: ReturnType<typeof createHash> | ReturnType<typeof createHmac>;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    const key = typeof secret === 'string' ? secret : Buffer.from((secret ?? '') as Uint8Array);
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', key);
  }
  update(data: Uint8Array | string): void {
    this.#hash.update(data);
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }
  reset(): void {
    throw new Error('not used');
  }
}

interface TokenOptions {
  readonly cluster?: string;
  readonly secret?: string;
  readonly accessKeyId?: string;
  readonly host?: string;
  readonly action?: string;
  readonly header?: string;
  readonly expiresIn?: number;
  readonly extra?: Readonly<Record<string, string>>;
}

async function eksToken(options: TokenOptions = {}, date = NOW): Promise<string> {
  const { host = 'sts.eu-central-1.amazonaws.com', header = 'x-k8s-aws-id', cluster = 'hybrid' } = options;
  const { accessKeyId = TEST_IDENTITY.accessKeyId, secret = TEST_IDENTITY.secretAccessKey } = options;
  const signer = new SignatureV4({
    service: 'sts',
    region: 'eu-central-1',
    credentials: { accessKeyId, secretAccessKey: secret },
    sha256: Sha256,
  });
  const { query = {} } = await signer.presign(
    {
      method: 'GET',
      protocol: 'https:',
      hostname: host,
      path: '/',
      query: { Action: options.action ?? 'GetCallerIdentity', Version: '2011-06-15', ...options.extra },
      headers: { host, [header]: cluster },
    },
    { expiresIn: options.expiresIn ?? 60, signingDate: date },
  );
  const text = new URLSearchParams(query as Record<string, string>);
  return `k8s-aws-v1.${Buffer.from(`https://${host}/?${text.toString()}`).toString('base64url')}`;
}

test('a presigned STS call lets the session of a role with an access entry in', async () => {
  await start({ clock: manualClock(NOW) });
  expect((await call(kubernetes, NODES, { token: await eksToken() })).status).toBe(200);
  const review = await call(kubernetes, '/apis/authentication.k8s.io/v1/selfsubjectreviews', {
    method: 'POST',
    body: {},
    token: await eksToken(),
  });
  expect(review.json.status.userInfo.username).toBe(TEST_IDENTITY.arn);
});

test.each<[string, TokenOptions, RegExp]>([
  ['for another cluster', { cluster: 'other' }, /SignatureDoesNotMatch/],
  ['signed with another secret', { secret: 'wrong' }, /SignatureDoesNotMatch/],
  ['of unknown credentials', { accessKeyId: 'AKIAUNKNOWN' }, /does not know/],
  ['that does not sign the cluster', { header: 'x-other' }, /did not sign the x-k8s-aws-id header/],
  ['of another host', { host: 'sts.example.com' }, /unexpected host/],
  ['of another action', { action: 'GetSessionToken' }, /unexpected action/],
  ['that is good for too long', { expiresIn: 3600 }, /X-Amz-Expires/],
  ['with other parameters', { extra: { Redirect: 'x' } }, /non-whitelisted/],
])('a token %s is refused', async (_name, options, why) => {
  await start({ clock: manualClock(NOW) });
  const { json } = await call(kubernetes, NODES, { token: await eksToken(options) });
  expect(json).toEqual({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: 'Unauthorized',
    reason: 'Unauthorized',
    code: 401,
  });
  expect(kubernetes.server.unauthenticated).toEqual([expect.stringMatching(why)]);
});

test('a token ends a quarter of an hour after it was signed', async () => {
  const clock = manualClock(NOW);
  await start({ clock });
  const token = await eksToken();
  clock.advance(15 * 60_000);
  expect((await call(kubernetes, NODES, { token })).status).toBe(200);
  clock.advance(1000);
  expect((await call(kubernetes, NODES, { token })).status).toBe(401);
});

test.each([
  ['padding', (token: string) => `${token}==`],
  ['another prefix', (token: string) => token.replace('v1', 'v2')],
  ['no URL', () => `k8s-aws-v1.${Buffer.from('hello').toString('base64url')}`],
])('a token with %s is refused', async (_name, spoil) => {
  await start({ clock: manualClock(NOW) });
  expect((await call(kubernetes, NODES, { token: spoil(await eksToken()) })).status).toBe(401);
});

test('a principal without an access entry is nobody', async () => {
  await start({ clock: manualClock(NOW), accessEntry: false });
  expect((await call(kubernetes, NODES, { token: await eksToken() })).status).toBe(401);
});

test('without a token only the version is told', async () => {
  await start();
  expect((await call(kubernetes, '/version', { token: null })).json.gitVersion).toMatch(/^v1\.34\.\d+-eks-/);
  const { json } = await call(kubernetes, NODES, { token: null });
  expect(json.message).toBe('forbidden: User "system:anonymous" cannot get path "/api/v1/nodes"');
});

test('EKS names the server as the endpoint of the cluster, with its authority', async () => {
  await start();
  const eks = await startEksServer(kubernetes.world);
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x' };
  const client = new EKSClient({ region: 'eu-central-1', endpoint: eks.url, credentials });
  try {
    const { cluster } = await client.send(new DescribeClusterCommand({ name: 'hybrid' }));
    expect(cluster?.endpoint).toBe(kubernetes.url);
    const ca = Buffer.from(cluster?.certificateAuthority?.data ?? '', 'base64').toString('utf8');
    expect((await call({ url: cluster?.endpoint ?? '', ca }, NODES)).status).toBe(200);
  } finally {
    client.destroy();
    await eks.close();
  }
});

function entry(policies: readonly string[], groups: readonly string[] = []): void {
  const { world } = kubernetes;
  const principal = { cluster_name: 'hybrid', principal_arn: 'arn:aws:iam::123456789012:role/plan' };
  const put = (type: string, key: string, attributes: ObjectValue) =>
    world.objects.put({ key, provider: 'aws', type, region: 'eu-central-1', attributes });
  put('aws_eks_access_entry', 'entry', { ...principal, type: 'STANDARD', kubernetes_groups: groups });
  for (const policy of policies) {
    put('aws_eks_access_policy_association', policy, {
      ...principal,
      policy_arn: `arn:aws:eks::aws:cluster-access-policy/${policy}`,
      access_scope: [{ type: 'cluster', namespaces: [] }],
    });
  }
}

test.each([
  ['AmazonEKSClusterAdminPolicy', 200, 200],
  ['AmazonEKSAdminViewPolicy', 200, 403],
  ['AmazonEKSViewPolicy', 403, 403],
])('%s answers a list of nodes with %i and their deletion with %i', async (policy, list, remove) => {
  await start({ clock: manualClock(NOW), accessEntry: false });
  entry([policy]);
  const token = await eksToken();
  expect((await call(kubernetes, NODES, { token })).status).toBe(list);
  expect((await call(kubernetes, NODES, { token, method: 'DELETE' })).status).toBe(remove);
});

test('groups of an access entry have what Terraform has bound to them', async () => {
  await start({ clock: manualClock(NOW), accessEntry: false });
  entry([], ['eks-hybrid:reader']);
  const token = await eksToken();
  expect((await call(kubernetes, NODES, { token })).status).toBe(403);
  const endpoint = 'https://hybrid.gr7.eu-central-1.eks.amazonaws.com';
  const put = (type: string, attributes: ObjectValue) =>
    kubernetes.world.objects.put({ key: type, provider: 'kubernetes', type, region: endpoint, attributes });
  put('kubernetes_cluster_role_v1', {
    metadata: [{ name: 'reader' }],
    rule: [{ api_groups: [''], resources: ['nodes'], verbs: ['get', 'list'] }],
  });
  put('kubernetes_cluster_role_binding_v1', {
    metadata: [{ name: 'reader' }],
    role_ref: [{ kind: 'ClusterRole', name: 'reader', api_group: 'rbac.authorization.k8s.io' }],
    subject: [{ kind: 'Group', name: 'eks-hybrid:reader' }],
  });
  expect((await call(kubernetes, NODES, { token })).status).toBe(200);
  const { json } = await call(kubernetes, '/api/v1/pods', { token });
  expect(json).toMatchObject({ code: 403, reason: 'Forbidden', details: { kind: 'pods' } });
  expect(json.message).toBe(
    `pods is forbidden: User "${TEST_IDENTITY.arn}" cannot list resource "pods" in API group "" at the cluster scope`,
  );
  kubernetes.world.objects.delete('kubernetes_cluster_role_binding_v1');
  expect((await call(kubernetes, NODES, { token })).status).toBe(403);
});

test('a stranger is told what is denied, and can ask before', async () => {
  await start({ denied: ['delete nodes'] });
  const path = '/api/v1/namespaces/default/pods/a/eviction';
  const { json } = await call(kubernetes, path, { method: 'POST', body: {}, token: STRANGER_TOKEN });
  expect(json.message).toBe(
    'pods "a" is forbidden: User "stranger" cannot create resource "pods/eviction" in API group "" in the namespace "default"',
  );
  const ask = async (resourceAttributes: object, token?: string) => {
    const body = { spec: { resourceAttributes } };
    const review = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
    const options = { method: 'POST', body, ...(token !== undefined && { token }) };
    return (await call(kubernetes, review, options)).json.status.allowed;
  };
  expect(await ask({ verb: 'list', resource: 'nodes' })).toBe(true);
  expect(await ask({ verb: 'delete', resource: 'nodes' })).toBe(false);
  expect(await ask({ verb: 'list', resource: 'nodes' }, STRANGER_TOKEN)).toBe(false);
  expect((await call(kubernetes, `${NODES}/a`, { method: 'DELETE' })).status).toBe(403);
});
