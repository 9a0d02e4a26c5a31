/** What the probes put into the cluster: made, found again, and removed. */
import type { ActionDeps } from '../action/types.ts';
import { NAMESPACES, type Pod, PODS, SERVICES } from '../kubernetes/resources.ts';
import type { ClusterDoor } from '../kubernetes/types.ts';
import { createCertificate } from './certificate.ts';
import { connectivityErrors } from './errors.ts';
import {
  namespaceObject,
  OWNER_LABEL,
  podObject,
  SECRETS,
  serviceName,
  serviceObject,
  WEBHOOK_NAME,
  webhookConfiguration,
  WEBHOOKS,
  webhookSecret,
  webhookService,
} from './objects.ts';
import type { ServicePlaces } from './matrix.ts';
import { type Cloud, CLOUDS, type ProbeNode, type ProbePod } from './types.ts';

type Deps = Pick<ActionDeps, 'clock' | 'log' | 'signal'>;

export interface SessionOptions {
  /** Name of the namespace and of the webhook configuration. */
  readonly probe: string;
  readonly image: string;
  readonly startTimeoutMs: number;
  /** Seconds after which kubelets end the pods, whatever became of the job. */
  readonly lifetimeSeconds: number;
}

export interface Session {
  readonly probe: string;
  readonly pods: readonly ProbePod[];
  /** Nodes whose pod did not become ready, with the reason. */
  readonly notReady: readonly { readonly node: ProbeNode; readonly reason: string }[];
  readonly services: readonly ServicePlaces[];
}

const POLL_MS = 1000;

/** Makes everything, and waits for the pods. @throws EHA1803 when a cloud has no pod that is ready in time */
export async function openSession(
  door: ClusterDoor,
  nodes: readonly ProbeNode[],
  options: SessionOptions,
  deps: Deps,
): Promise<Session> {
  const { probe } = options;
  await door.create(NAMESPACES, namespaceObject(probe));
  const inside = { namespace: probe };
  const pair = createCertificate(`${WEBHOOK_NAME}.${probe}.svc`, deps.clock.now());
  await door.create(SECRETS, webhookSecret(probe, pair), inside);
  await door.create(SERVICES, webhookService(probe), inside);
  const services = await Promise.all(CLOUDS.map((cloud) => createServices(door, probe, cloud)));
  await createPods(door, nodes, options);
  await door.create(WEBHOOKS, webhookConfiguration(probe, pair.cert));
  const { pods, notReady } = await waitForPods(door, nodes, options, deps);
  const lacking = CLOUDS.filter((cloud) => !pods.some(({ node }) => node.cloud === cloud));
  if (lacking.length > 0) {
    const reasons = notReady.map(({ node, reason }) => `${node.name}: ${reason}`).join('; ');
    throw connectivityErrors.EHA1803(`No probe pod is ready in ${lacking.join(', ')}: ${reasons}.`);
  }
  return { probe, pods, notReady, services };
}

async function createPods(
  door: ClusterDoor,
  nodes: readonly ProbeNode[],
  options: SessionOptions,
): Promise<void> {
  const { probe, image, lifetimeSeconds } = options;
  const firstOf = (cloud: Cloud): ProbeNode | undefined => nodes.find((node) => node.cloud === cloud);
  for (const [index, node] of nodes.entries()) {
    const isFirst = firstOf(node.cloud) === node;
    const webhook = isFirst && node.cloud === 'azure';
    const pod = podObject(node, { probe, image, index, webhook, policyTarget: isFirst, lifetimeSeconds });
    await door.create(PODS, pod, { namespace: probe });
  }
}

async function createServices(door: ClusterDoor, probe: string, cloud: Cloud): Promise<ServicePlaces> {
  const inside = { namespace: probe };
  await door.create(SERVICES, serviceObject(probe, 'headless', cloud), inside);
  const { spec } = await door.create(SERVICES, serviceObject(probe, 'node-port', cloud), inside);
  const nodePort = spec?.ports?.[0]?.nodePort;
  if (spec?.clusterIP === undefined || nodePort === undefined) {
    throw connectivityErrors.EHA1809(`The service in front of ${cloud} has no address or node port.`);
  }
  const headlessName = `${serviceName('headless', cloud)}.${probe}.svc.cluster.local`;
  return { cloud, clusterIp: spec.clusterIP, headlessName, nodePort };
}

async function waitForPods(
  door: ClusterDoor,
  nodes: readonly ProbeNode[],
  { probe, startTimeoutMs }: SessionOptions,
  { clock, log, signal }: Deps,
): Promise<Pick<Session, 'pods' | 'notReady'>> {
  const deadline = clock.now() + startTimeoutMs;
  let told = -1;
  for (;;) {
    const { items } = await door.list(PODS, { namespace: probe });
    const states = nodes.map((node, index) => ({
      node,
      pod: items.find((pod) => isPodOf(pod, node, index)),
    }));
    const pods = states.flatMap(({ node, pod }) => readyPod(node, pod));
    if (pods.length !== told)
      log.info(`${String(pods.length)} of ${String(nodes.length)} probe pods are ready.`);
    told = pods.length;
    if (pods.length === nodes.length || clock.now() >= deadline) {
      const left = states.filter(({ node }) => !pods.some((pod) => pod.node === node));
      return { pods, notReady: left.map(({ node, pod }) => ({ node, reason: reasonOf(pod) })) };
    }
    await clock.sleep(POLL_MS, signal);
  }
}

function isPodOf(pod: Pod, { cloud }: ProbeNode, index: number): boolean {
  return pod.metadata?.name === `probe-${cloud}-${String(index)}`;
}

/** Ready, and on the node it was meant for: one elsewhere would prove another path than the one named. */
function readyPod(node: ProbeNode, pod: Pod | undefined): ProbePod[] {
  const { podIP, conditions } = pod?.status ?? {};
  const name = pod?.metadata?.name;
  const isReady = conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
  if (!isReady || podIP === undefined || name === undefined || pod?.spec?.nodeName !== node.name) return [];
  return [{ name, node, ip: podIP }];
}

function reasonOf(pod: Pod | undefined): string {
  if (pod === undefined) return 'the pod is gone';
  const { containerStatuses, conditions, phase, podIP } = pod.status ?? {};
  const waiting = containerStatuses
    ?.map(({ state }) => state?.waiting)
    .find((state) => state?.reason !== undefined);
  if (waiting !== undefined) return `${waiting.reason ?? ''} ${waiting.message ?? ''}`.trim().slice(0, 300);
  const unmet = conditions?.find(
    ({ status, message }) => status === 'False' && message !== undefined,
  )?.message;
  if (unmet !== undefined) return unmet.slice(0, 300);
  return podIP === undefined
    ? `${phase ?? 'unknown'}, without an address`
    : `${phase ?? 'unknown'}, not ready`;
}

/** Removes what one run made, and waits until the namespace is gone. @throws EHA1804 */
export async function closeSession(
  door: ClusterDoor,
  probe: string,
  timeoutMs: number,
  { clock, signal }: Pick<Deps, 'clock' | 'signal'>,
): Promise<void> {
  // First what can stand in the way of others.
  await door.remove(WEBHOOKS, { name: probe });
  await door.remove(NAMESPACES, { name: probe }, { propagationPolicy: 'Background' });
  const deadline = clock.now() + timeoutMs;
  while ((await door.get(NAMESPACES, { name: probe })) !== undefined) {
    if (clock.now() >= deadline) {
      throw connectivityErrors.EHA1804(`The namespace ${probe} is still being deleted after its time.`, {
        failsPost: true,
      });
    }
    await clock.sleep(POLL_MS, signal);
  }
}

/** Removes what runs that were killed left behind, when it is old enough not to be of one that goes on. @returns names */
export async function sweepSessions(
  door: ClusterDoor,
  orphanAfterMs: number,
  clock: Deps['clock'],
): Promise<readonly string[]> {
  const selector = { labelSelector: OWNER_LABEL };
  const [namespaces, webhooks] = await Promise.all([
    door.list(NAMESPACES, selector),
    door.list(WEBHOOKS, selector),
  ]);
  const isLeftOver = (
    metadata: { name?: string; creationTimestamp?: string; labels?: Record<string, string> } = {},
  ) =>
    metadata.name?.startsWith('eha-probe-') === true &&
    metadata.labels?.[OWNER_LABEL] === metadata.name &&
    clock.now() - Date.parse(metadata.creationTimestamp ?? '') >= orphanAfterMs;
  const swept = new Set<string>();
  for (const { metadata } of webhooks.items.filter((item) => isLeftOver(item.metadata))) {
    await door.remove(WEBHOOKS, { name: metadata?.name ?? '' });
    swept.add(metadata?.name ?? '');
  }
  for (const { metadata } of namespaces.items.filter((item) => isLeftOver(item.metadata))) {
    await door.remove(NAMESPACES, { name: metadata?.name ?? '' }, { propagationPolicy: 'Background' });
    swept.add(metadata?.name ?? '');
  }
  return [...swept];
}
