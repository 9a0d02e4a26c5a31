import { describe, expect, test } from '@jest/globals';
import { configureInstance } from '#simulator/terraform-provider/engine/instance.js';
import { removeObject } from '#simulator/terraform-provider/engine/lookup.js';
import { UNKNOWN, type ObjectValue, type WorldObject } from '#simulator/terraform-provider/engine/types.js';
import { SIMULATED_IDENTITY } from '#simulator/terraform-provider/tables/identity.js';
import {
  applyRules,
  configRules,
  dataSources,
  fillRules,
  planRules,
} from '#simulator/terraform-provider/tables/index.js';
import { context, instance, object, worldOf } from './schemas.ts';

const HOST = 'https://0123.gr7.eu-central-1.eks.amazonaws.com';
const CLUSTER = object('aws_eks_cluster', { id: 'hybrid', name: 'hybrid', endpoint: HOST });
const CILIUM = object('helm_release', { id: 'cilium', name: 'cilium', namespace: 'kube-system' }, HOST);
const NODE: WorldObject = {
  ...CLUSTER,
  key: 'node',
  type: 'kubernetes_node',
  attributes: { cluster: 'hybrid' },
};
const namespace = (name: string, host = HOST): WorldObject =>
  object('kubernetes_namespace_v1', { id: name, metadata: [{ name }] }, host);

const summaries = (type: string, config: ObjectValue): readonly string[] =>
  (configRules[type] ?? [])
    .flatMap((rule) => rule(config))
    .map(({ summary, detail }) => `${summary} ${detail}`);

function refusals(
  type: string,
  planned: ObjectValue,
  objects: readonly WorldObject[],
  host = HOST,
): string[] {
  const whole = { ...context(type, planned, objects), instance: instance('kubernetes', { region: host }) };
  return (applyRules[type] ?? [])
    .flatMap((rule) => rule(whole))
    .map(({ summary, detail }) => `${summary} ${detail}`);
}

function read(config: ObjectValue, objects: readonly WorldObject[]) {
  const rule = dataSources['kubernetes_resources'];
  if (rule === undefined) throw new Error('not answered');
  return rule({ config, objects: worldOf(objects), instance: instance('kubernetes', { region: HOST }) });
}

const DEFINITIONS = { api_version: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };

describe('refusals at validate time', () => {
  test.each([
    ['helm_release', { name: 'a'.repeat(54) }, 'between 1 and 53, got: 54'],
    ['kubernetes_namespace_v1', { metadata: [{ name: 'Shop' }] }, 'lowercase RFC 1123 subdomain'],
    ['kubernetes_config_map_v1', { metadata: [{ name: 'a_b' }] }, 'lowercase RFC 1123 subdomain'],
    [
      'kubernetes_network_policy_v1',
      { spec: [{ policy_types: ['Both'] }] },
      '["Ingress" "Egress"], got Both',
    ],
  ])('%s %j', (type, config, message) => {
    expect(summaries(type, config)).toEqual([expect.stringContaining(message)]);
  });

  test('names of roles may hold colons', () => {
    expect(summaries('kubernetes_cluster_role_v1', { metadata: [{ name: 'eks-hybrid:cleanup' }] })).toEqual(
      [],
    );
    expect(summaries('helm_release', { name: 'cilium' })).toEqual([]);
  });
});

describe('the API server', () => {
  const policy = { metadata: [{ name: 'deny', namespace: 'shop' }] };

  test.each([
    ['', 'no configuration has been provided'],
    ['https://elsewhere', 'dial tcp: lookup elsewhere: no such host'],
  ])('is not reached by the address "%s"', (host, message) => {
    expect(refusals('kubernetes_namespace_v1', { metadata: [{ name: 'a' }] }, [CLUSTER], host)).toEqual([
      expect.stringContaining(message),
    ]);
  });

  test('wants the namespace to be there, in this cluster', () => {
    const missing = ['namespaces "shop" not found '];
    expect(refusals('kubernetes_network_policy_v1', policy, [CLUSTER])).toEqual(missing);
    expect(
      refusals('kubernetes_network_policy_v1', policy, [CLUSTER, namespace('shop', 'https://b')]),
    ).toEqual(missing);
    expect(refusals('kubernetes_network_policy_v1', policy, [CLUSTER, namespace('shop')])).toEqual([]);
  });

  test('keeps one object of a name in a namespace', () => {
    const there = object('kubernetes_network_policy_v1', policy, HOST);
    const objects = [CLUSTER, namespace('shop'), namespace('b'), there];
    const type = 'kubernetes_network_policy_v1';
    expect(refusals(type, policy, objects)).toEqual([
      'networkpolicies.networking.k8s.io "deny" already exists ',
    ]);
    expect(refusals(type, { metadata: [{ name: 'deny', namespace: 'b' }] }, objects)).toEqual([]);
  });

  test('has the map that data are written into', () => {
    const data = { metadata: [{ name: 'coredns', namespace: 'kube-system' }] };
    expect(refusals('kubernetes_config_map_v1_data', data, [CLUSTER])).toEqual([
      'The ConfigMap does not exist configmaps "coredns" not found',
    ]);
    const map = object('kubernetes_config_map_v1', data, HOST);
    expect(refusals('kubernetes_config_map_v1_data', data, [CLUSTER, map])).toEqual([]);
  });

  test('knows Cilium’s kinds once its operator has a node to run on', () => {
    const config = { manifest: { apiVersion: 'cilium.io/v2', kind: 'CiliumBGPPeerConfig' } };
    const plan = (objects: readonly WorldObject[], given: ObjectValue = config): number =>
      (planRules['kubernetes_manifest'] ?? []).flatMap((rule) =>
        rule(given, { objects: worldOf(objects), instance: instance('kubernetes', { region: HOST }) }),
      ).length;
    expect([
      plan([CLUSTER]),
      plan([CLUSTER, CILIUM]),
      plan([CLUSTER, NODE]),
      plan([CLUSTER, CILIUM, NODE]),
    ]).toEqual([1, 1, 1, 0]);
    expect(plan([CLUSTER], { manifest: { apiVersion: 'apps/v1', kind: 'Deployment' } })).toBe(0);
    expect(plan([], { manifest: { apiVersion: 'v1', kind: 'Service' } })).toBe(1);
  });
});

describe('kubernetes_resources', () => {
  const count = (answer: ReturnType<typeof read>): unknown =>
    'state' in answer
      ? (answer.state['objects'] as readonly unknown[]).length
      : answer.diagnostics[0]?.summary;

  test('lists definitions, all or by name', () => {
    const byName = (name: string) => ({ ...DEFINITIONS, field_selector: `metadata.name=${name}` });
    const objects = [CLUSTER, CILIUM, NODE];
    expect(count(read(DEFINITIONS, [CLUSTER]))).toBe(0);
    expect(count(read(DEFINITIONS, objects))).toBeGreaterThan(5);
    expect(count(read(byName('ciliumvtepconfigs.cilium.io'), objects))).toBe(1);
    expect(count(read(byName('others.cilium.io'), objects))).toBe(0);
  });

  test.each([
    [{ api_version: 'v1', kind: 'Node' }, 'Not simulated'],
    [{ ...DEFINITIONS, field_selector: 'spec.group=cilium.io' }, 'Not simulated'],
    [{ api_version: 'example.com/v1', kind: 'Thing' }, 'Failed to determine resource type'],
  ])('does not answer %j with an empty list', (config, summary) => {
    expect(count(read(config, [CLUSTER]))).toBe(summary);
  });
});

test('Helm lays documents of values over one another, and lists replace', () => {
  const values = ['a: {b: 1, c: [1, 2]}\nd: 1', 'a: {c: [3]}', ''];
  const planned: ObjectValue = {
    name: 'x',
    chart: 'oci://host/path/web',
    version: '2.0.0',
    values,
    metadata: UNKNOWN,
  };
  const filled = fillRules['helm_release']?.(context('helm_release', planned));
  const metadata = filled?.['metadata'] as ObjectValue;
  expect(metadata).toMatchObject({
    chart: 'web',
    name: 'x',
    namespace: 'default',
    revision: 1,
    version: '2.0.0',
  });
  expect(JSON.parse(metadata['values'] as string)).toEqual({ a: { b: 1, c: [3] }, d: 1 });
});

test('a provider instance is its cluster, and refuses tokens that could be real', () => {
  const defaults = { ...SIMULATED_IDENTITY };
  const helm = configureInstance('helm', { kubernetes: { host: HOST } }, defaults);
  const kubernetes = configureInstance('kubernetes', { host: HOST }, defaults);
  expect([helm.instance.region, kubernetes.instance.region]).toEqual([HOST, HOST]);
  const token = 'k8s-aws-v1.aHR0cHM6Ly9zdHMuZXUtY2VudHJhbC0xLmFtYXpvbmF3cy5jb20v';
  const refused = configureInstance('helm', { kubernetes: { host: HOST, token } }, defaults);
  expect(refused.diagnostics.map(({ path }) => path)).toEqual([['kubernetes', 'token']]);
});

test('with a cluster goes what is in it, and nothing else', () => {
  const elsewhere = namespace('shop', 'https://elsewhere');
  const left = new Map(
    [CLUSTER, CILIUM, namespace('shop'), { ...elsewhere, key: 'other' }].map((one) => [one.key, one]),
  );
  const objects = {
    list: (type?: string) => [...left.values()].filter((one) => type === undefined || one.type === type),
    get: (key: string) => left.get(key),
    delete: (key: string) => left.delete(key),
  };
  removeObject(objects as unknown as Parameters<typeof removeObject>[0], CLUSTER);
  expect([...left.keys()]).toEqual(['other']);
});
