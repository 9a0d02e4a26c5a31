import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type SimulatedClouds, startSimulatedClouds } from '#tests/support/simulated-clouds.js';

let clouds: SimulatedClouds;
beforeAll(async () => {
  clouds = await startSimulatedClouds({ denied: ['DescribeCustomerGateways'] });
});
afterAll(() => clouds.close());

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

function call(url: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: body === undefined ? 'GET' : 'POST', headers, ca: clouds.ca },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const recording = (name: string): string =>
  readFileSync(new URL(`../../../simulator/recordings/${name}`, import.meta.url), 'utf8');

/** Paths of all members with the kinds of their values; entries of lists count as one. */
function shapeOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => shapeOf(item, `${path}[]`)))];
  if (typeof value !== 'object' || value === null)
    return [`${path}: ${value === null ? 'null' : typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) =>
    shapeOf(inner, path === '' ? key : `${path}.${key}`),
  );
}

/** The body of a recording, in whichever frame the recorder kept it. */
function bodyOf(name: string): unknown {
  const parsed = JSON.parse(recording(name)) as { response?: { body?: { data?: unknown } } };
  const body = parsed.response?.body;
  return body === undefined ? parsed : (body.data ?? body);
}

async function arm(path: string): Promise<Answer> {
  const group = `/subscriptions/${clouds.subscriptionId}/resourceGroups/${clouds.resourceGroup}`;
  const url = `${clouds.arm.url}${group}/providers/Microsoft.Network/${path}?api-version=2026-01-01`;
  return call(url, { authorization: `Bearer ${clouds.login.issue()}` });
}

describe('simulated Azure answers', () => {
  test.each([
    ['virtualNetworkGateways/vpn', ['azure/vng-activeactive-3-get-200.json', 'azure/doc-vng-get-apipa.json']],
    ['localNetworkGateways/aws-1', ['azure/localNetworkGateway-get-200.json']],
    ['connections/aws-1', ['azure/doc-connection-get.json']],
    ['virtualHubs/routes/bgpConnections/node-0', ['azure/doc-routeserver-bgpConnection-get.json']],
  ])('of %s hold no member that a recording lacks', async (path, names) => {
    const { status, text } = await arm(path);
    expect(status).toBe(200);
    // Lines end as Azure's do.
    expect(text.startsWith('{\r\n  "')).toBe(true);
    const known = new Set(names.flatMap((name) => shapeOf(bodyOf(name))));
    const further = shapeOf(JSON.parse(text)).filter((member) => !known.has(member));
    // The documentation leaves out the type of a peer.
    expect(further.filter((member) => member !== 'type: string')).toEqual([]);
  });

  test('of something that is not there are as recorded', async () => {
    const { status, headers, text } = await arm('connections/other');
    expect([status, headers['x-ms-failure-cause'], headers['content-type']]).toEqual([
      404,
      'gateway',
      'application/json; charset=utf-8',
    ]);
    expect(shapeOf(JSON.parse(text))).toEqual(shapeOf(bodyOf('azure/arm-404-ResourceNotFound-real.json')));
    expect(JSON.parse(text)).toEqual({
      error: {
        code: 'ResourceNotFound',
        message:
          "The Resource 'Microsoft.Network/connections/other' under resource group 'hybrid-network' was not found.",
      },
    });
  });

  test('to throttled callers are as recorded', async () => {
    clouds.world.faults.enable('arm-throttled');
    const { status, text } = await arm('virtualHubs');
    clouds.world.faults.disable('arm-throttled');
    expect([status, JSON.parse(text)]).toEqual([429, bodyOf('azure/err-429-TooManyRequests.json')]);
  });

  test('to callers without a token of this world are refused', async () => {
    const url = `${clouds.arm.url}/subscriptions/${clouds.subscriptionId}/providers/Microsoft.Network/virtualNetworks?api-version=2026-01-01`;
    const { status, text } = await call(url, { authorization: 'Bearer stolen' });
    expect([status, JSON.parse(text)]).toMatchObject([
      401,
      { error: { code: 'InvalidAuthenticationToken' } },
    ]);
  });

  test('of Entra ID to a job it does not trust are as recorded', async () => {
    const body = new URLSearchParams({
      client_id: clouds.env['AZURE_CLIENT_ID'] ?? '',
      client_assertion: 'a.b.c',
    });
    const url = `${clouds.login.url}/${clouds.env['AZURE_TENANT_ID'] ?? ''}/oauth2/v2.0/token`;
    const { status, text } = await call(url, {}, body.toString());
    expect(status).toBe(400);
    expect(shapeOf(JSON.parse(text))).toEqual(shapeOf(bodyOf('azure/aad-AADSTS70021-400.json')));
  });
});

const SCOPE = 'AKIDEXAMPLE/20261122/eu-central-1';
const signed = (service: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${SCOPE}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
});

async function ec2(action: string): Promise<{ readonly status: number; readonly text: string }> {
  const body = new URLSearchParams({ Action: action, Version: '2016-11-15' });
  const response = await fetch(clouds.ec2.url, { method: 'POST', headers: signed('ec2'), body });
  return { status: response.status, text: await response.text() };
}

const elements = (xml: string) => [
  ...new Set([...xml.matchAll(/<([A-Za-z0-9]+)[ >]/g)].map(([, name]) => name)),
];

describe('simulated AWS answers', () => {
  test('of EC2 refusals are as recorded', async () => {
    const { status, text } = await ec2('DescribeCustomerGateways');
    const recorded = recording('aws/ec2-err-403-UnauthorizedOperation.xml');
    const plain = (xml: string) => xml.trim().replace(/<RequestID>[^<]*/, '<RequestID>');
    expect([status, plain(text)]).toEqual([403, plain(recorded)]);
  });

  test('of EC2 use the names of the wire', async () => {
    const { status, text } = await ec2('DescribeVpnConnections');
    expect(status).toBe(200);
    const model = JSON.parse(recording('aws/model-ec2-wire-names.json')) as Readonly<Record<string, unknown>>;
    const known = new Set(JSON.stringify(model['DescribeVpnConnections']).match(/[A-Za-z0-9]+/g));
    const frame = ['DescribeVpnConnectionsResponse', 'requestId'];
    expect(elements(text).filter((name) => !known.has(name ?? '') && !frame.includes(name ?? ''))).toEqual(
      [],
    );
    expect(elements(text)).toContain('tunnelInsideCidr');
  });

  test('of EKS hold what is documented', async () => {
    const response = await fetch(`${clouds.eks.url}/clusters/hybrid`, { headers: signed('eks') });
    const [example] = JSON.parse(recording('aws/botocore-eks-DescribeCluster.json')) as { output: object }[];
    const shown = shapeOf(await response.json());
    const wanted = [
      'cluster.name: string',
      'cluster.arn: string',
      'cluster.createdAt: number',
      'cluster.resourcesVpcConfig.vpcId: string',
    ];
    expect(shapeOf(example?.output)).toEqual(expect.arrayContaining(wanted));
    expect(shown).toEqual(expect.arrayContaining(wanted));
    const missing = await fetch(`${clouds.eks.url}/clusters/other`, { headers: signed('eks') });
    expect([missing.status, missing.headers.get('x-amzn-errortype')]).toEqual([
      404,
      'ResourceNotFoundException',
    ]);
  });
});
