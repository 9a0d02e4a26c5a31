import { afterEach, expect, test } from '@jest/globals';
import type { ObjectValue } from '#simulator/terraform-provider/engine/types.js';
import { addFleetPod } from '#simulator/world/kube-fleet.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import { type JsonObject, show, textAt } from '#simulator/world/kube-types.js';
import { inBlock } from '#simulator/world/pod-network-policy.js';
import { call } from '#tests/support/kubernetes-call.js';
import { exec } from '#tests/support/kubernetes-exec.js';
import {
  type SimulatedConnectivity,
  type SimulatedConnectivityOptions,
  startSimulatedConnectivity,
} from '#tests/support/simulated-connectivity.js';

let cluster: SimulatedConnectivity;

afterEach(() => cluster.close());

const IMAGE = 'registry.k8s.io/e2e-test-images/agnhost:2.53';

/** Pods `aws` and `azure`, each on the first node of its cloud; gives their addresses. */
async function start(options: SimulatedConnectivityOptions = {}) {
  cluster = await startSimulatedConnectivity(options);
  const put = (cloud: 'aws' | 'azure'): string => {
    const pod = addFleetPod(cluster.cluster, {
      name: cloud,
      node: cluster[cloud][0] ?? '',
      labels: { app: 'web', cloud },
      spec: { containers: [{ name: 'web', image: IMAGE, args: ['netexec'] }] },
    });
    return textAt(pod, 'status', 'podIP');
  };
  return { aws: put('aws'), azure: put('azure') };
}

async function run(from: 'aws' | 'azure', script: string): Promise<string> {
  const { out, code } = await exec(cluster, from, ['sh', '-c', script]);
  return `${out} ${String(code)}`;
}

async function service(spec: JsonObject): Promise<JsonObject> {
  const body = {
    metadata: { name: 'web' },
    spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }], ...spec },
  };
  const { json } = await call(cluster, '/api/v1/namespaces/default/services', { method: 'POST', body });
  return json.spec;
}

const HOSTS = 'for i in 1 2 3 4; do curl -sS -m 3';

test('a service leads to its pods in turn, by address, name and port of every node', async () => {
  await start();
  const { clusterIP, ports } = await service({ type: 'NodePort' });
  const turns = 'awsazureawsazure 0';
  expect(await run('aws', `${HOSTS} http://${show(clusterIP)}/hostname; done`)).toBe(turns);
  expect(await run('azure', `${HOSTS} http://web/hostname; done`)).toBe(turns);
  const { nodePort } = (ports as readonly JsonObject[])[0] ?? {};
  expect(await run('aws', `${HOSTS} http://10.80.0.4:${show(nodePort)}/hostname; done`)).toBe(turns);
});

test('a service that prefers what is close stays in the cloud', async () => {
  await start();
  const { clusterIP } = await service({ trafficDistribution: 'PreferClose' });
  expect(await run('azure', `${HOSTS} http://${show(clusterIP)}/hostname; done`)).toBe(
    'azureazureazureazure 0',
  );
});

test('a headless service has the addresses of its pods; a service without pods refuses', async () => {
  const { aws, azure } = await start();
  await service({ clusterIP: 'None' });
  const found = await run('aws', 'dig @10.100.0.10 web.default.svc.cluster.local +short +tcp');
  expect(found.split(/\s+/)).toEqual([aws, azure, '0']);
  const body = { metadata: { name: 'empty' }, spec: { selector: { app: 'none' }, ports: [{ port: 80 }] } };
  await call(cluster, '/api/v1/namespaces/default/services', { method: 'POST', body });
  expect(await run('aws', 'curl -sS http://empty/')).toBe(' 7');
  expect(await run('aws', 'curl -sS http://missing/')).toBe(' 6');
});

function policy(spec: JsonObject): void {
  cluster.cluster.store.put(builtIn('networkpolicies'), {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `policy-${crypto.randomUUID()}`, namespace: 'default' },
    spec,
  });
}

const code = async (from: 'aws' | 'azure', address: string): Promise<string> =>
  (await run(from, `curl -sS -m 3 -o /dev/null http://${address}:8080/`)).trim();

test('a policy lets in whom it names, on the port that it names', async () => {
  const { aws, azure } = await start();
  policy({
    podSelector: { matchLabels: { cloud: 'azure' } },
    ingress: [
      {
        from: [{ podSelector: { matchLabels: { cloud: 'aws' } } }],
        ports: [{ protocol: 'TCP', port: 8080 }],
      },
    ],
  });
  expect(await code('aws', azure)).toBe('0');
  expect(await run('aws', `echo hostname | nc -u -w 1 ${azure} 8081`)).toBe(' 0');
  expect(await code('azure', aws)).toBe('0');
});

test('a policy that allows nothing denies, in both directions, and by blocks', async () => {
  const { aws, azure } = await start();
  policy({ podSelector: { matchLabels: { cloud: 'azure' } }, policyTypes: ['Ingress'] });
  expect(await code('aws', azure)).toBe('28');
  policy({
    podSelector: { matchLabels: { cloud: 'azure' } },
    ingress: [{ from: [{ ipBlock: { cidr: '10.41.0.0/16' } }] }],
  });
  expect(await code('aws', azure)).toBe('0');
  policy({ podSelector: { matchLabels: { cloud: 'aws' } }, policyTypes: ['Egress'] });
  expect(await code('aws', azure)).toBe('28');
  expect(await code('azure', aws)).toBe('0');
});

test('where nobody enforces policies they change nothing', async () => {
  const { aws } = await start({ faults: ['policy-unenforced'] });
  policy({ podSelector: {}, policyTypes: ['Ingress'] });
  expect(await code('azure', aws)).toBe('0');
});

function put(type: string, id: string, attributes: ObjectValue): void {
  const key = `${type}:${JSON.stringify(id)}`;
  const provider = type.startsWith('aws_') ? 'aws' : 'azurerm';
  cluster.world.objects.put({ key, provider, type, region: 'westeurope', attributes: { id, ...attributes } });
}

const DENY = {
  direction: 'Inbound',
  priority: 4096,
  access: 'Deny',
  protocol: '*',
  source_address_prefix: '*',
  destination_address_prefix: '*',
  destination_port_range: '*',
};

test('rules of the network security group decide by their order', async () => {
  const { azure } = await start();
  put('azurerm_network_security_rule', 'deny', DENY);
  expect(await code('aws', azure)).toBe('28');
  await expect(exec(cluster, 'azure', ['true'])).rejects.toThrow('10250: i/o timeout');
  put('azurerm_network_security_rule', 'vxlan', {
    ...DENY,
    access: 'Allow',
    priority: 130,
    protocol: 'Udp',
    source_address_prefix: null,
    source_address_prefixes: ['10.40.0.0/16'],
    destination_port_range: null,
    destination_port_ranges: ['8472'],
  });
  expect(await code('aws', azure)).toBe('0');
});

test('a route that is taken away leads nowhere', async () => {
  const { azure } = await start({ podRouting: 'udr' });
  expect(await code('aws', azure)).toBe('0');
  cluster.world.objects.delete('aws_route:"pods"');
  expect(await code('aws', azure)).toBe('28');
});

test.each([
  ['10.0.0.1', '10.0.0.0/31', true],
  ['10.0.0.2', '10.0.0.0/31', false],
  ['255.1.1.1', '0.0.0.0/0', true],
  ['10.0.0.2', '10.0.0.2', true],
  ['x', '10.0.0.0/8', false],
])('%s in %s', (address, block, expected) => {
  expect(inBlock(address, block)).toBe(expected);
});
