/** What the committed bundle asks of an API server is what its rbac.yaml grants: no less, and no more. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { repositoryRoot } from '#scripts/support/repository.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import type { JsonObject, KubeObject } from '#simulator/world/kube-types.js';
import { checkOnce, leftovers } from '#tests/support/connectivity-runs.js';
import type {
  SimulatedConnectivity,
  SimulatedConnectivityOptions,
} from '#tests/support/simulated-connectivity.js';

jest.setTimeout(180_000);

const GROUP = 'eks-hybrid:connectivity';
const TOKEN = 'token-of-the-role-that-verifies';

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const shipped = parseAllDocuments(
  readFileSync(join(repositoryRoot, 'actions/cilium-connectivity/rbac.yaml'), 'utf8'),
).map((document) => document.toJS() as KubeObject);
const role = shipped.find(({ kind, metadata }) => kind === 'ClusterRole' && metadata.name === GROUP);
const granted = ((role?.['rules'] ?? []) as unknown as readonly Rule[]).flatMap((rule) =>
  rule.apiGroups.flatMap((group) =>
    rule.resources.flatMap((resource) =>
      rule.verbs.map((verb) => `${verb} ${resource}${group === '' ? '' : `.${group}`}`),
    ),
  ),
);

/** Lets the bearer of the token do what the group may, and turns the kubeconfig's user into that bearer. */
function asMember(world: SimulatedConnectivity, version: string): void {
  const { store } = world.cluster;
  for (const object of shipped) {
    const plural = object.kind === 'ClusterRole' ? 'clusterroles' : 'clusterrolebindings';
    store.put(builtIn(plural), object);
  }
  for (const cluster of world.world.objects.list('aws_eks_cluster'))
    world.world.objects.patch(cluster.key, { version });
}

const MEMBER = { [TOKEN]: { username: 'verify', groups: [GROUP] } } as const;

/** The questions of one run as a member of the group; it must not have been refused any. */
async function questionsOf(
  options: SimulatedConnectivityOptions,
  inputs: Readonly<Record<string, string>>,
  version: string,
  exitCode: number,
): Promise<readonly string[]> {
  let asked: readonly string[] = [];
  await checkOnce(
    { ...options, tokens: MEMBER, kubeconfigToken: TOKEN },
    { samples: '2', 'nodes-per-cloud': '1', ...inputs },
    ({ world, document, result }) => {
      asked = [...world.server.asked];
      const refused = document.checks.filter(({ detail }) => detail.includes('forbidden'));
      expect([refused, document.notChecked.filter((line) => line.includes('forbidden'))]).toEqual([[], []]);
      expect([result.exitCode, result.stdout.includes('is forbidden')]).toEqual([exitCode, false]);
      expect(leftovers(world)).toEqual([]);
    },
    { prepare: (world) => asMember(world, version) },
  );
  return asked;
}

test('every question of the probes is granted, and nothing is granted that is never asked', async () => {
  const asked = new Set([
    ...(await questionsOf({}, {}, '1.34', 0)),
    // Newer API servers ask for more before they open a stream; other routing and Cilium's encryption ask for other objects.
    ...(await questionsOf(
      { podRouting: 'bgp', encryption: 'wireguard' },
      { encryption: 'wireguard' },
      '1.35',
      0,
    )),
    // A run that fails keeps diagnostics.
    ...(await questionsOf({ faults: ['vxlan-blocked'] }, { 'start-timeout': '20s' }, '1.34', 1)),
  ]);
  expect([...asked].filter((question) => !granted.includes(question))).toEqual([]);
  expect(granted.filter((question) => !asked.has(question))).toEqual([]);
  expect(granted.length).toBeGreaterThan(20);
});

test('who is in no group is refused by the first call, and nothing is made', async () => {
  const stranger = { [TOKEN]: { username: 'stranger', groups: [] as readonly string[] } };
  await checkOnce(
    { tokens: stranger, kubeconfigToken: TOKEN },
    {},
    ({ world, document, result }) => {
      expect([result.exitCode, document.verdict, document.counts.passed]).toEqual([1, 'unknown', 0]);
      expect(result.annotations.map(({ title }) => title.slice(0, 7))).toEqual(['EHA1503']);
      expect(leftovers(world)).toEqual([]);
    },
    { prepare: (world) => asMember(world, '1.34') },
  );
});

test('the role reads no secrets and has no wildcard', () => {
  const secrets = granted.filter((question) => question.includes(' secrets'));
  expect(secrets).toEqual(['create secrets']);
  expect(granted.filter((question) => question.includes('*'))).toEqual([]);
  const subjects = shipped.flatMap((object) => (object['subjects'] ?? []) as readonly JsonObject[]);
  expect(subjects.map(({ kind, name }) => [kind, name])).toContainEqual(['Group', GROUP]);
});
