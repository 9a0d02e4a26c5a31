import { afterEach, expect, test } from '@jest/globals';
import WebSocket from 'ws';
import { addFleetPod } from '#simulator/world/kube-fleet.js';
import { call } from '#tests/support/kubernetes-call.js';
import { exec, UpgradeRefused } from '#tests/support/kubernetes-exec.js';
import { ADMIN_TOKEN, STRANGER_TOKEN } from '#tests/support/simulated-kubernetes.js';
import {
  type SimulatedConnectivity,
  type SimulatedConnectivityOptions,
  startSimulatedConnectivity,
} from '#tests/support/simulated-connectivity.js';

let cluster: SimulatedConnectivity | undefined;

afterEach(async () => {
  await cluster?.close();
  cluster = undefined;
});

/** A cluster with a pod on an Azure node that has agnhost's servers and its webhook. */
async function start(options: SimulatedConnectivityOptions = {}): Promise<SimulatedConnectivity> {
  const started = await startSimulatedConnectivity(options);
  cluster = started;
  addFleetPod(started.cluster, {
    name: 'probe',
    node: started.azure[0] ?? '',
    labels: { app: 'probe' },
    spec: {
      containers: [
        { name: 'probe', image: 'registry.k8s.io/e2e-test-images/agnhost:2.53', args: ['netexec'] },
        {
          name: 'webhook',
          image: 'registry.k8s.io/e2e-test-images/agnhost:2.53',
          args: ['webhook', '--port=8443'],
        },
      ],
      volumes: [{ name: 'webhook', secret: { secretName: 'webhook' } }],
    },
  });
  return started;
}

const POD = '/api/v1/namespaces/default/pods/probe';

test('a command that does not exist, and one that fails, are told apart', async () => {
  const started = await start();
  expect((await exec(started, 'probe', ['false'])).code).toBe(1);
  const { code, status } = await exec(started, 'probe', ['nothing']);
  expect(code).toBeUndefined();
  expect(status.message).toContain('exec: "nothing": executable file not found in $PATH');
  expect((await exec(started, 'probe', ['cat'], { input: 'in' })).out).toBe('in');
});

test('who may not open a stream is refused before it opens', async () => {
  const started = await start();
  const refused = exec(started, 'probe', ['true'], { token: STRANGER_TOKEN });
  await expect(refused).rejects.toMatchObject({ status: 403 });
  await expect(exec(started, 'none', ['true'])).rejects.toMatchObject({ status: 404 });
  expect((await call(started, `${POD}/exec?command=true`)).json.message).toBe('Upgrade request required');
});

test('without kubelet neither commands nor logs, nor the port that is forwarded', async () => {
  const started = await start({ faults: ['kubelet-unreachable'] });
  const why = 'dial tcp 10.80.0.4:10250: i/o timeout';
  await expect(exec(started, 'probe', ['true'])).rejects.toThrow(UpgradeRefused);
  await expect(exec(started, 'probe', ['true'])).rejects.toThrow(`error dialing backend: ${why}`);
  const { status, json } = await call(started, `${POD}/log?container=probe`);
  expect([status, json.message]).toEqual([
    500,
    `Get "https://10.80.0.4:10250/containerLogs/default/probe/probe": ${why}`,
  ]);
});

test('a port is forwarded into the pod', async () => {
  const { url, ca } = await start();
  const ask = (port: number): Promise<readonly [string, string]> =>
    new Promise((resolve, reject) => {
      const client = new WebSocket(
        `${url.replace('https', 'wss')}${POD}/portforward?ports=${port}`,
        ['v4.channel.k8s.io'],
        {
          ca,
          headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
        },
      );
      const received: [string, string] = ['', ''];
      let seen = 0;
      client.on('message', (data: Buffer) => {
        seen += 1;
        if (seen <= 2) expect(data.readUInt16LE(1)).toBe(port);
        else if (data[0] === 0) received[0] += data.subarray(1).toString();
        else received[1] += data.subarray(1).toString();
      });
      client.on('open', () => client.send(Buffer.from('\0GET /hostname HTTP/1.1\r\nHost: pod\r\n\r\n')));
      client.on('close', () => resolve(received));
      client.on('error', reject);
    });
  expect(await ask(8080)).toEqual([expect.stringMatching(/^HTTP\/1\.1 200 OK\r\n[^]*\r\n\r\nprobe$/), '']);
  expect(await ask(9)).toEqual(['', expect.stringContaining('connect: connection refused')]);
});

const CERTIFICATE = 'certificate of the webhook';

async function askWebhook(
  started: SimulatedConnectivity,
  path: string,
  caBundle = CERTIFICATE,
): Promise<string> {
  const post = (where: string, body: object) => call(started, where, { method: 'POST', body });
  await post('/api/v1/namespaces/default/secrets', {
    metadata: { name: 'webhook' },
    stringData: { 'tls.crt': CERTIFICATE },
  });
  await post('/api/v1/namespaces/default/services', {
    metadata: { name: 'hook' },
    spec: { selector: { app: 'probe' }, ports: [{ port: 443, targetPort: 8443 }] },
  });
  await post('/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations', {
    metadata: { name: 'hook' },
    webhooks: [
      {
        name: 'hook.example',
        clientConfig: {
          service: { name: 'hook', namespace: 'default', path },
          caBundle: Buffer.from(caBundle).toString('base64'),
        },
        rules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['configmaps'] }],
        objectSelector: { matchLabels: { ask: 'yes' } },
        failurePolicy: 'Fail',
        timeoutSeconds: 5,
      },
    ],
  });
  const maps = '/api/v1/namespaces/default/configmaps?dryRun=All';
  expect((await post(maps, { metadata: { name: 'other' } })).status).toBe(201);
  const { status, json } = await post(maps, { metadata: { name: 'asked', labels: { ask: 'yes' } } });
  return `${status} ${json.message ?? ''}`;
}

test('the API server asks the webhooks of a service', async () => {
  const started = await start();
  expect(await askWebhook(started, '/always-deny')).toBe(
    '400 admission webhook "hook.example" denied the request: this webhook denies all requests',
  );
});

test.each([
  ['a webhook that allows', { path: '/always-allow' }, {}, /^201 $/],
  ['a certificate of somebody else', { ca: 'other' }, {}, /x509: certificate signed by unknown authority$/],
  ['no way from the control plane', {}, { faults: ['webhook-unreachable'] }, /context deadline exceeded$/],
  [
    'no way with masquerade',
    {},
    { podRouting: 'masquerade' },
    /^500 Internal error occurred: failed calling webhook/,
  ],
] as const)(
  '%s',
  async (_name, asked: { path?: string; ca?: string }, options: SimulatedConnectivityOptions, expected) => {
    const started = await start(options);
    expect(await askWebhook(started, asked.path ?? '/always-deny', asked.ca)).toMatch(expected);
  },
);

test('BGP sessions and metrics say what the world says', async () => {
  const started = await start({ podRouting: 'bgp' });
  const path = '/apis/cilium.io/v2/ciliumbgpnodeconfigs';
  const states = async (): Promise<string> =>
    JSON.stringify((await call(started, path)).json.items)
      .match(/"peeringState":"\w+"/g)
      ?.join(' ') ?? '';
  expect(await states()).toBe(Array.from({ length: 4 }, () => '"peeringState":"established"').join(' '));
  started.world.faults.enable('bgp-down');
  expect(await states()).not.toContain('established');
  const metrics = '/apis/metrics.k8s.io/v1beta1/nodes';
  expect((await call(started, metrics)).json.items).toHaveLength(4);
  started.world.faults.enable('metrics-unavailable');
  expect((await call(started, metrics)).status).toBe(503);
});
