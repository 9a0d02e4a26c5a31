import { connectEks } from './eks-connection.ts';
import { connectKubeconfig } from './kubeconfig.ts';
import { type Call, createCall, parseObject } from './call.ts';
import { createSend } from './http.ts';
import { readList, visitPages } from './list.ts';
import { nameOf, pathOf, PODS, type Resource } from './resources.ts';
import { KubernetesRefusal } from './status.ts';
import type {
  AccessQuestion,
  ClusterDoor,
  ClusterPlace,
  Connection,
  CreateOptions,
  EvictOptions,
  EvictOutcome,
  KubernetesDeps,
  LogOptions,
  ObjectName,
  Patch,
  Preconditions,
  RemoveOptions,
  RemoveOutcome,
} from './types.ts';
import { watchEvents } from './watch.ts';

/** Opens a cluster: finds its address and authority, logs in when the first call is made. @throws EHA1500, EHA1501 */
export async function openCluster(place: ClusterPlace, deps: KubernetesDeps): Promise<ClusterDoor> {
  const connection = place.kind === 'eks' ? await connectEks(place, deps) : connectKubeconfig(place, deps);
  return createDoor(connection, deps);
}

/** The door over a connection that is known already. */
export function createDoor(connection: Connection, deps: KubernetesDeps): ClusterDoor {
  const send = createSend(connection);
  const call = createCall(connection.server, send, deps);
  return {
    connection,
    version: async () =>
      parseObject('version', await call('version', { method: 'GET', path: '/version' }, READ)) as Version,
    list: (resource, options = {}) => readList(call, resource, options),
    visit: (resource, options, visitor) => visitPages(call, resource, options, visitor),
    get: (resource, object) => get(call, resource, object),
    create: (resource, object, options = {}) => create(call, resource, object, options),
    patch: (resource, object, body) => patch(call, resource, object, body),
    remove: (resource, object, options = {}) => remove(call, resource, object, options),
    evict: (pod, options = {}) => evict(call, pod, options),
    watch: (resource, options) => watchEvents(connection.server, send, resource, options, deps),
    log: (pod, options = {}) => readLog(call, pod, options),
    may: (question) => may(call, question),
  };
}

type Version = Awaited<ReturnType<ClusterDoor['version']>>;

const READ = { repeatable: true } as const;
const DRY_RUN = 'All';

async function get<T>(call: Call, resource: Resource<T>, object: ObjectName): Promise<T | undefined> {
  const what = `get ${nameOf(resource)} ${object.name}`;
  const path = pathOf(resource, object.namespace, object.name);
  const isAnswer = ({ status }: KubernetesRefusal): boolean => status === 404;
  const text = await call(what, { method: 'GET', path }, { repeatable: true, isAnswer }).catch(answered);
  return typeof text === 'string' ? (parseObject(what, text) as T) : undefined;
}

/** Gives a refusal that is an answer; throws anything else on. */
function answered(error: unknown): KubernetesRefusal {
  if (error instanceof KubernetesRefusal) return error;
  throw error;
}

async function create<T>(call: Call, resource: Resource<T>, object: T, options: CreateOptions): Promise<T> {
  const what = `create ${nameOf(resource)}`;
  const path = pathOf(resource, options.namespace);
  const query = { dryRun: options.dryRun === true ? DRY_RUN : undefined };
  const answer = await call(what, { method: 'POST', path, query, body: object }, { repeatable: false });
  return parseObject(what, answer) as T;
}

const PATCH_TYPES = {
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
  strategic: 'application/strategic-merge-patch+json',
} as const;

/** A JSON patch may add to a list, so that twice is not as good as once. */
async function patch<T>(call: Call, resource: Resource<T>, object: ObjectName, given: Patch): Promise<T> {
  const what = `patch ${nameOf(resource)} ${object.name}`;
  const path = pathOf(resource, object.namespace, object.name);
  const text = await call(
    what,
    {
      method: 'PATCH',
      path,
      query: { dryRun: given.dryRun === true ? DRY_RUN : undefined },
      body: given.body,
      contentType: PATCH_TYPES[given.type],
    },
    { repeatable: given.type !== 'json' },
  );
  return parseObject(what, text) as T;
}

function preconditionsOf({ uid, resourceVersion }: Preconditions): object {
  const preconditions = {
    ...(uid === undefined ? {} : { uid }),
    ...(resourceVersion === undefined ? {} : { resourceVersion }),
  };
  return Object.keys(preconditions).length === 0 ? {} : { preconditions };
}

const GONE_OR_CHANGED = ({ status }: KubernetesRefusal): boolean => status === 404 || status === 409;

async function remove<T>(
  call: Call,
  resource: Resource<T>,
  object: ObjectName,
  options: RemoveOptions,
): Promise<RemoveOutcome> {
  const { gracePeriodSeconds, propagationPolicy, dryRun } = options;
  const body = {
    kind: 'DeleteOptions',
    apiVersion: 'v1',
    ...(gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds }),
    ...(propagationPolicy === undefined ? {} : { propagationPolicy }),
    ...(dryRun === true ? { dryRun: [DRY_RUN] } : {}),
    ...preconditionsOf(options),
  };
  const path = pathOf(resource, object.namespace, object.name);
  const answer = await call(
    `delete ${nameOf(resource)} ${object.name}`,
    { method: 'DELETE', path, query: { dryRun: dryRun === true ? DRY_RUN : undefined }, body },
    { repeatable: true, isAnswer: GONE_OR_CHANGED },
  ).catch(answered);
  if (typeof answer === 'string') return 'removed';
  return answer.status === 404 ? 'gone' : 'changed';
}

/** A budget refuses with 429 and this cause; two budgets on one pod are a 500 that no waiting heals. */
function isBudget({ status, causes, message }: KubernetesRefusal): boolean {
  return (
    (status === 429 && causes.includes('DisruptionBudget')) ||
    (status === 500 && message.includes('more than one PodDisruptionBudget'))
  );
}

async function evict(
  call: Call,
  pod: ObjectName & Preconditions,
  options: EvictOptions,
): Promise<EvictOutcome> {
  const { gracePeriodSeconds, dryRun } = options;
  const body = {
    apiVersion: 'policy/v1',
    kind: 'Eviction',
    metadata: { name: pod.name, namespace: pod.namespace },
    deleteOptions: {
      ...(gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds }),
      ...(dryRun === true ? { dryRun: [DRY_RUN] } : {}),
      ...preconditionsOf(pod),
    },
  };
  const path = `${pathOf(PODS, pod.namespace, pod.name)}/eviction`;
  const isAnswer = (refusal: KubernetesRefusal): boolean => GONE_OR_CHANGED(refusal) || isBudget(refusal);
  const answer = await call(
    `evict ${pod.namespace ?? ''}/${pod.name}`,
    { method: 'POST', path, query: { dryRun: dryRun === true ? DRY_RUN : undefined }, body },
    { repeatable: true, isAnswer },
  ).catch(answered);
  if (typeof answer === 'string') return { outcome: 'evicted' };
  if (isBudget(answer)) return { outcome: 'blocked', message: answer.message };
  return { outcome: answer.status === 404 ? 'gone' : 'changed' };
}

function readLog(call: Call, pod: ObjectName, options: LogOptions): Promise<string> {
  const path = `${pathOf(PODS, pod.namespace, pod.name)}/log`;
  const query = { ...options };
  return call(`log of ${pod.name}`, { method: 'GET', path, query, accept: '*/*' }, READ);
}

async function may(call: Call, question: AccessQuestion): Promise<boolean> {
  const what = 'create selfsubjectaccessreviews';
  const text = await call(
    what,
    {
      method: 'POST',
      path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      body: {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: { ...question } },
      },
    },
    READ,
  );
  const { status } = parseObject(what, text) as { readonly status?: { readonly allowed?: boolean } };
  return status?.allowed === true;
}
