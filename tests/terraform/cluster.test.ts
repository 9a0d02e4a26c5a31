/**
 * Applies the cluster stack to a simulated world that has an EKS cluster: what Helm is given, when BGP comes, what a
 * release that fails leaves, and that nothing remains.
 */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { runCommand, type CommandResult } from '#scripts/support/process.js';
import { repositoryRoot } from '#scripts/support/repository.js';
import { findTerraform } from '#scripts/support/terraform.js';
import { copyTerraform } from '#scripts/terraform/run-target.js';
import type { ObjectValue } from '#simulator/terraform-provider/engine/types.js';
import { startProviderServer, type ProviderServer } from '#simulator/terraform-provider/server.js';
import { World } from '#simulator/world/world.js';

const ENDPOINT = 'https://0123456789ABCDEF.gr7.eu-central-1.eks.amazonaws.com';
const ARN = 'arn:aws:eks:eu-central-1:123456789012:cluster/hybrid';

let terraformPath: string;
let directory: string;
let world: World;
let provider: ProviderServer;

/** The foundation's outputs, written where Terraform reads variables by itself. */
function giveFoundation(changes: Readonly<Record<string, unknown>> = {}): void {
  const foundation = {
    cluster_name: 'hybrid',
    cluster_arn: ARN,
    cluster_endpoint: ENDPOINT,
    cluster_certificate_authority: 'c2ltdWxhdGVk',
    pod_routing: 'gateway',
    vpc_route_table_ids: { 'private-a': 'rtb-1', 'private-b': 'rtb-2' },
    address_plan: {
      aws: { vpc_cidr: '10.40.0.0/16' },
      remote_pod_cidrs: ['10.112.0.0/16'],
      asns: { node_bgp: 65010 },
    },
    ...changes,
  };
  const file = join(directory, 'terraform/stacks/cluster/foundation.auto.tfvars.json');
  writeFileSync(file, JSON.stringify({ foundation, namespaces: { shop: {} } }));
}

const BGP = { pod_routing: 'bgp', route_server_ips: ['10.80.255.228', '10.80.255.229'] };

async function terraformIn(folder: string, ...parameters: readonly string[]): Promise<CommandResult> {
  return runCommand([terraformPath, ...parameters], {
    cwd: join(directory, folder),
    env: { PATH: '/usr/bin:/bin', HOME: directory, ...provider.environment },
    timeout: 120_000,
  });
}

async function terraform(...parameters: readonly string[]): Promise<CommandResult> {
  return terraformIn('terraform/stacks/cluster', ...parameters);
}

const apply = (): Promise<CommandResult> => terraform('apply', '-auto-approve', '-input=false', '-no-color');
const plan = (): Promise<CommandResult> =>
  terraform('plan', '-detailed-exitcode', '-input=false', '-no-color');

function release(name: string): ObjectValue {
  const found = world.objects.list('helm_release').find(({ attributes }) => attributes['name'] === name);
  if (found === undefined) throw new Error(`no release ${name}`);
  return found.attributes;
}

function valuesOf(name: string): unknown {
  return parse((release(name)['values'] as readonly string[])[0] ?? '');
}

const releases = (): readonly unknown[] =>
  world.objects
    .list('helm_release')
    .map(({ attributes }) => attributes['name'])
    .sort();

function joinNode(): void {
  world.objects.put({
    key: 'kubernetes_node/hybrid/mi-1',
    provider: 'aws',
    type: 'kubernetes_node',
    region: 'eu-central-1',
    attributes: { cluster: 'hybrid' },
  });
}

beforeAll(async () => {
  terraformPath = (await findTerraform()).path;
});

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'cluster-test-'));
  copyTerraform(repositoryRoot, directory);
  world = World.open({ directory: join(directory, 'world') });
  provider = await startProviderServer({ world });
  world.objects.put({
    key: 'aws_eks_cluster/hybrid',
    provider: 'aws',
    type: 'aws_eks_cluster',
    region: 'eu-central-1',
    attributes: { id: 'hybrid', name: 'hybrid', arn: ARN, endpoint: ENDPOINT },
  });
  giveFoundation();
  expect(await terraform('init', '-input=false', '-no-color')).toMatchObject({ exitCode: 0 });
}, 60_000);

afterEach(async () => {
  await provider.close();
  await world.close();
  rmSync(directory, { recursive: true, force: true });
});

test('Cilium and the gateway are installed, a second plan is empty, and destroying leaves the cluster alone', async () => {
  expect(await apply()).toMatchObject({ exitCode: 0 });
  expect(releases()).toEqual(['cilium', 'eks-hybrid-nodes-gateway']);
  expect(release('cilium')).toMatchObject({
    status: 'deployed',
    namespace: 'kube-system',
    version: '1.18.8-1',
  });
  expect(valuesOf('cilium')).toMatchObject({ vtep: { enabled: true }, l7Proxy: false, MTU: 1400 });
  expect(valuesOf('eks-hybrid-nodes-gateway')).toEqual({
    vpcCIDR: '10.40.0.0/16',
    podCIDRs: '10.112.0.0/16',
    routeTableIDs: 'rtb-1,rtb-2',
    autoMode: { enabled: false },
  });
  // Every object in the cluster is found by the cluster's address.
  const inside = world.objects.list().filter(({ provider: name }) => ['helm', 'kubernetes'].includes(name));
  expect(new Set(inside.map(({ region }) => region))).toEqual(new Set([ENDPOINT]));
  expect(await plan()).toMatchObject({ exitCode: 0 });
  const destroyed = await terraform('destroy', '-auto-approve', '-input=false', '-no-color');
  expect(destroyed).toMatchObject({ exitCode: 0 });
  expect(world.objects.list().map(({ key }) => key)).toEqual(['aws_eks_cluster/hybrid']);
}, 120_000);

describe('pod_routing bgp', () => {
  beforeEach(() => {
    giveFoundation(BGP);
  });

  test('announces pods with the apply that follows the first node', async () => {
    const before = await apply();
    expect(before).toMatchObject({ exitCode: 0 });
    expect(before.output).toContain('No hybrid node announces its pods yet');
    expect(releases()).toEqual(['cilium']);
    expect(await plan()).toMatchObject({ exitCode: 0 });

    joinNode();
    expect(await plan()).toMatchObject({ exitCode: 2 });
    const after = await apply();
    expect(after.output).not.toContain('No hybrid node announces');
    expect(releases()).toEqual(['cilium', 'cilium-bgp']);
    const { resources } = valuesOf('cilium-bgp') as { resources: readonly { kind: string }[] };
    expect(resources.map(({ kind }) => kind)).toEqual([
      'CiliumBGPClusterConfig',
      'CiliumBGPPeerConfig',
      'CiliumBGPAdvertisement',
    ]);
    expect(await plan()).toMatchObject({ exitCode: 0 });
  }, 120_000);

  test('a change to gateway takes the announcements away and keeps Cilium', async () => {
    joinNode();
    expect(await apply()).toMatchObject({ exitCode: 0 });
    // The kinds are known only once Cilium is there.
    expect(await apply()).toMatchObject({ exitCode: 0 });
    giveFoundation();
    expect(await apply()).toMatchObject({ exitCode: 0 });
    expect(releases()).toEqual(['cilium', 'eks-hybrid-nodes-gateway']);
    expect(release('cilium')['metadata']).toMatchObject({ revision: 2 });
    expect(valuesOf('cilium')).not.toHaveProperty('bgpControlPlane');
  }, 120_000);
});

test('a release that fails stays, marked as failed, and the next apply makes it anew', async () => {
  world.faults.enable('helm-release-failed');
  const failed = await apply();
  expect(failed.exitCode).toBe(1);
  expect(failed.output).toContain('installation failed');
  expect(world.objects.list('helm_release').map(({ attributes }) => attributes['status'])).toContain(
    'failed',
  );
  world.faults.disable('helm-release-failed');
  expect((await plan()).output).toContain('is tainted, so must be replaced');
  expect(await apply()).toMatchObject({ exitCode: 0 });
  expect(world.objects.list('helm_release').map(({ attributes }) => attributes['status'])).toEqual([
    'deployed',
    'deployed',
  ]);
}, 120_000);

test('nothing is installed into a cluster that is not there', async () => {
  world.objects.delete('aws_eks_cluster/hybrid');
  const refused = await apply();
  expect(refused.exitCode).toBe(1);
  expect(refused.output).toContain('Kubernetes cluster unreachable');
  expect(releases()).toEqual([]);
}, 60_000);

describe('the simulated providers', () => {
  const HEADER = `
terraform {
  required_providers {
    helm       = { source = "hashicorp/helm" }
    kubernetes = { source = "hashicorp/kubernetes" }
  }
}
provider "kubernetes" {
  host = "${ENDPOINT}"
}
provider "helm" {
  kubernetes = { host = "${ENDPOINT}" }
}
`;

  async function run(text: string, ...parameters: readonly string[]): Promise<CommandResult> {
    mkdirSync(join(directory, 'own'), { recursive: true });
    writeFileSync(join(directory, 'own/main.tf'), `${HEADER}${text}`);
    const init = await terraformIn('own', 'init', '-input=false', '-no-color');
    if (init.exitCode !== 0) return init;
    return terraformIn('own', ...parameters, '-input=false', '-no-color');
  }

  const MANIFEST = `
resource "kubernetes_manifest" "one" {
  manifest = {
    apiVersion = "cilium.io/v2"
    kind       = "CiliumBGPAdvertisement"
    metadata   = { name = "pods" }
    spec       = { advertisements = [{ advertisementType = "PodCIDR" }] }
  }
}
`;
  const CILIUM = `
resource "helm_release" "cilium" {
  name      = "cilium"
  namespace = "kube-system"
  chart     = "oci://public.ecr.aws/eks/cilium/cilium"
}
`;

  test('refuse to plan a manifest of a kind that is not defined', async () => {
    const refused = await run(MANIFEST, 'plan');
    expect(refused.output).toContain('API did not recognize GroupVersionKind from manifest');
    expect(refused.output).toContain('no matches for kind "CiliumBGPAdvertisement" in group "cilium.io"');
  }, 60_000);

  test('take it once the kind is defined, and find it unchanged', async () => {
    joinNode();
    expect(await run(CILIUM, 'apply', '-auto-approve')).toMatchObject({ exitCode: 0 });
    expect(await run(CILIUM + MANIFEST, 'apply', '-auto-approve')).toMatchObject({ exitCode: 0 });
    expect(await run(CILIUM + MANIFEST, 'plan', '-detailed-exitcode')).toMatchObject({ exitCode: 0 });
  }, 60_000);

  test.each([
    [
      'a namespace that is not there',
      'name = "web"\n  namespace = "nowhere"\n  chart = "web"',
      'namespaces "nowhere" not found',
    ],
    [
      'resources of an unknown kind',
      `name = "bgp"\n  chart = "bgp"\n  values = [yamlencode({ resources = [{ apiVersion = "cilium.io/v2", kind = "CiliumBGPAdvertisement", metadata = { name = "pods" } }] })]`,
      'no matches for kind "CiliumBGPAdvertisement" in version "cilium.io/v2"',
    ],
  ])(
    'refuse a release with %s',
    async (_what, text, message) => {
      const refused = await run(`resource "helm_release" "one" {\n  ${text}\n}\n`, 'apply', '-auto-approve');
      expect(refused.exitCode).toBe(1);
      expect(refused.output.replaceAll(/\s*│?\s+/g, ' ')).toContain(message);
    },
    60_000,
  );

  test('refuse a second release and a second namespace of the same name', async () => {
    const twice = (kind: string, body: string): string =>
      `resource "${kind}" "one" {\n${body}\n}\nresource "${kind}" "two" {\n${body}\ndepends_on = [${kind}.one]\n}\n`;
    const release = await run(twice('helm_release', 'name = "web"\nchart = "web"'), 'apply', '-auto-approve');
    expect(release.output).toContain('cannot re-use a name that is still in use');
    const namespace = await run(
      twice('kubernetes_namespace_v1', 'metadata {\nname = "web"\n}'),
      'apply',
      '-auto-approve',
    );
    expect(namespace.output).toContain('namespaces "web" already exists');
  }, 60_000);
});
