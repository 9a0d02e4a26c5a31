/** As much of a Kubernetes API as a node's own programs ask of it with kubectl: its Node, its pods, their eviction. */
import {
  startService,
  type RunningService,
  type ServiceAnswer,
  type ServiceRequest,
} from '#simulator/servers/loopback.js';

export interface PodOptions {
  readonly name: string;
  readonly owner?: 'ReplicaSet' | 'DaemonSet' | 'Node';
  readonly phase?: 'Running' | 'Succeeded';
  readonly isMirror?: boolean;
  /** How often its disruption budget refuses the eviction. */
  readonly refusals?: number;
}

export interface SimulatedApi extends RunningService {
  /** What was asked, such as `PATCH /api/v1/nodes/mi-…`. */
  readonly requests: readonly string[];
  readonly pods: ReadonlyMap<string, PodOptions>;
  isCordoned: boolean;
  /** For `var/lib/kubelet/kubeconfig`. */
  readonly kubeconfig: string;
}

const RESOURCES = [
  { name: 'nodes', singularName: 'node', namespaced: false, kind: 'Node', verbs: ['get', 'list', 'patch'] },
  { name: 'pods', singularName: 'pod', namespaced: true, kind: 'Pod', verbs: ['get', 'list'] },
];

export async function startApi(pods: readonly PodOptions[]): Promise<SimulatedApi> {
  const state = {
    requests: [] as string[],
    pods: new Map(pods.map((pod) => [pod.name, pod])),
    isCordoned: false,
  };
  const refused = new Map<string, number>();
  const service = await startService((request) => {
    state.requests.push(`${request.method} ${request.path}`);
    return discovery(request) ?? answer(request, state, refused);
  });
  const cluster = { name: 'c', cluster: { server: service.url } };
  return Object.assign(state, service, {
    kubeconfig: JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [cluster],
      contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
      users: [{ name: 'u', user: { token: 'node' } }],
      'current-context': 'c',
    }),
  });
}

function discovery({ path }: ServiceRequest): ServiceAnswer | undefined {
  if (path === '/api') return { status: 200, body: { kind: 'APIVersions', versions: ['v1'] } };
  if (path === '/apis') return { status: 200, body: { kind: 'APIGroupList', apiVersion: 'v1', groups: [] } };
  if (path !== '/api/v1') return undefined;
  return { status: 200, body: { kind: 'APIResourceList', groupVersion: 'v1', resources: RESOURCES } };
}

function answer(
  request: ServiceRequest,
  state: { readonly pods: Map<string, PodOptions>; isCordoned: boolean },
  refused: Map<string, number>,
): ServiceAnswer {
  const { method, path } = request;
  const node = /^\/api\/v1\/nodes\/([^/]+)$/.exec(path)?.[1];
  if (node !== undefined) {
    if (method === 'PATCH') state.isCordoned = request.body.includes('true');
    const spec = { unschedulable: state.isCordoned };
    return { status: 200, body: { apiVersion: 'v1', kind: 'Node', metadata: { name: node }, spec } };
  }
  if (path === '/api/v1/pods') {
    return {
      status: 200,
      body: { apiVersion: 'v1', kind: 'PodList', items: [...state.pods.values()].map(podOf) },
    };
  }
  const pod = state.pods.get(/\/pods\/([^/]+)\/eviction$/.exec(path)?.[1] ?? '');
  if (pod === undefined) return { status: 404, body: { kind: 'Status', status: 'Failure', code: 404 } };
  const count = refused.get(pod.name) ?? 0;
  if (count < (pod.refusals ?? 0)) {
    refused.set(pod.name, count + 1);
    return { status: 429, body: REFUSAL };
  }
  state.pods.delete(pod.name);
  return { status: 201, body: { kind: 'Status', apiVersion: 'v1', status: 'Success' } };
}

const REFUSAL = {
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Failure',
  message: "Cannot evict pod as it would violate the pod's disruption budget.",
  reason: 'TooManyRequests',
  code: 429,
};

function podOf({ name, owner, phase = 'Running', isMirror = false }: PodOptions): object {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'default',
      ...(owner !== undefined && { ownerReferences: [{ kind: owner, name: 'x' }] }),
      ...(isMirror && { annotations: { 'kubernetes.io/config.mirror': 'x' } }),
    },
    status: { phase },
  };
}
