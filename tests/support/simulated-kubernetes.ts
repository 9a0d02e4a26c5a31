/** The simulated Kubernetes API for tests: a world with a cluster, its server, and what clients need to reach it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KubernetesOptions, KubernetesServer } from '#simulator/servers/kubernetes/server.js';
import { startKubernetesServer } from '#simulator/servers/kubernetes/server.js';
import { createCertificate, type ServerCertificate } from '#simulator/servers/tls.js';
import type { ObjectValue } from '#simulator/terraform-provider/engine/types.js';
import type { WorldClock } from '#simulator/world/clock.js';
import type { KubeCluster } from '#simulator/world/kube-cluster.js';
import { SIMULATED_ACCOUNTS, World } from '#simulator/world/world.js';

const { region, accountId } = SIMULATED_ACCOUNTS;

/** Tokens of the kubeconfig: of an administrator, and of somebody who may do nothing. */
export const ADMIN_TOKEN = 'token-of-the-administrator';
export const STRANGER_TOKEN = 'token-of-a-stranger';

/** The role whose session signs EKS tokens in tests; it is an administrator unless `accessEntry` is false. */
export const TEST_IDENTITY = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI',
  arn: `arn:aws:sts::${accountId}:assumed-role/plan/session`,
} as const;

export interface SimulatedKubernetesOptions extends Partial<KubernetesOptions> {
  /** A world to serve, for example that of `startSimulatedClouds`; a new one when left out. */
  readonly world?: World;
  /** Names of the world's faults. */
  readonly faults?: readonly string[];
  readonly clock?: WorldClock;
  /** Whether Cilium is installed. Default true. */
  readonly cilium?: boolean;
  /** Bearer token of the current context, of those in `tokens`. Default the administrator's. */
  readonly kubeconfigToken?: string;
  /** Whether the role that signs EKS tokens has an access entry. Default true. */
  readonly accessEntry?: boolean;
}

export interface SimulatedKubernetes {
  readonly world: World;
  readonly server: KubernetesServer;
  /** The objects, to look at and to change behind the back of clients. */
  readonly cluster: KubeCluster;
  readonly clusterName: string;
  readonly url: string;
  /** PEM. */
  readonly ca: string;
  /** Path of a kubeconfig with the administrator as its current context and `stranger` as another. */
  readonly kubeconfig: string;
  close(): Promise<void>;
}

let certificate: ServerCertificate | undefined;

/** Starts a world (or takes the one given) with the API server of its cluster `hybrid`. */
export async function startSimulatedKubernetes(
  options: SimulatedKubernetesOptions = {},
): Promise<SimulatedKubernetes> {
  const directory = mkdtempSync(join(tmpdir(), 'simulated-kubernetes-'));
  const { clock } = options;
  const own = { directory: join(directory, 'world'), ...(clock !== undefined && { clock }) };
  const world = options.world ?? World.open(own);
  const clusterName = options.cluster ?? 'hybrid';
  for (const fault of options.faults ?? []) world.faults.enable(fault);
  furnish(world, clusterName, options);
  certificate ??= createCertificate();
  const server = await startKubernetesServer(world, {
    certificate,
    tokens: {
      [ADMIN_TOKEN]: { username: 'admin', groups: ['system:masters'] },
      [STRANGER_TOKEN]: { username: 'stranger', groups: [] },
    },
    identities: [TEST_IDENTITY],
    ...options,
    cluster: clusterName,
  });
  const { ca } = options.certificate ?? certificate;
  const kubeconfig = join(directory, 'kubeconfig');
  writeFileSync(kubeconfig, kubeconfigText(server.url, ca, options.kubeconfigToken), { mode: 0o600 });
  return {
    world,
    server,
    cluster: server.cluster,
    clusterName,
    url: server.url,
    ca,
    kubeconfig,
    close: async () => {
      await server.close();
      if (options.world === undefined) await world.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A kubeconfig for both static tokens, or with another one in place of the administrator's. */
export function kubeconfigText(url: string, ca: string, token: string = ADMIN_TOKEN): string {
  const user = (name: string, token: string) => ({ name, user: { token } });
  const context = (name: string) => ({ name, context: { cluster: 'hybrid', user: name } });
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'hybrid',
        cluster: { server: url, 'certificate-authority-data': Buffer.from(ca).toString('base64') },
      },
    ],
    users: [user('admin', token), user('stranger', STRANGER_TOKEN)],
    contexts: [context('admin'), context('stranger')],
    'current-context': 'admin',
  });
}

/** What the cluster needs in the world, where it is not there already. */
function furnish(world: World, name: string, options: SimulatedKubernetesOptions): void {
  const put = (type: string, id: string, attributes: ObjectValue, where: string = region): void => {
    const key = `${type}:${JSON.stringify(id)}`;
    const provider = type.startsWith('aws_') ? 'aws' : 'helm';
    world.objects.put({ key, provider, type, region: where, attributes: { id, ...attributes } });
  };
  const endpoint = `https://${name}.gr7.${region}.eks.amazonaws.com`;
  const before = world.objects.list('aws_eks_cluster').find(({ attributes }) => attributes['name'] === name);
  put('aws_eks_cluster', name, {
    name,
    arn: `arn:aws:eks:${region}:${accountId}:cluster/${name}`,
    created_at: '2026-11-01T00:00:00Z',
    version: '1.34',
    status: 'ACTIVE',
    ...before?.attributes,
    endpoint,
  });
  if (options.cilium !== false) put('helm_release', 'cilium', { name: 'cilium' }, endpoint);
  if (options.accessEntry === false) return;
  const principal = { cluster_name: name, principal_arn: `arn:aws:iam::${accountId}:role/plan` };
  put('aws_eks_access_entry', `${name}:plan`, { ...principal, type: 'STANDARD', kubernetes_groups: [] });
  put('aws_eks_access_policy_association', `${name}:plan`, {
    ...principal,
    policy_arn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
    access_scope: [{ type: 'cluster', namespaces: [] }],
  });
}
