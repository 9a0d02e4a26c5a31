import type { ActionDeps } from '#lib/action/types.js';
import { createAsker, inParallel, type PodAsker } from '#lib/connectivity/ask-pods.js';
import { checkCilium } from '#lib/connectivity/cilium.js';
import { ENCRYPTION_LIMITS } from '#lib/connectivity/cilium-encryption.js';
import { checkLogs, checkMetrics, checkPortForward, checkWebhook } from '#lib/connectivity/control-plane.js';
import { connectivityErrors } from '#lib/connectivity/errors.js';
import { type MatrixFacts, planMatrix, type PodPlan } from '#lib/connectivity/matrix.js';
import { chooseNodes } from '#lib/connectivity/nodes.js';
import { checkPolicy } from '#lib/connectivity/policy.js';
import { type MatrixResult, notAsked, runMatrix } from '#lib/connectivity/run-matrix.js';
import { openSession, type Session } from '#lib/connectivity/session.js';
import { measureThroughput, type Throughput } from '#lib/connectivity/throughput.js';
import type { Check, ProbeNode } from '#lib/connectivity/types.js';
import { type Node, NODES, PODS, SERVICES } from '#lib/kubernetes/resources.js';
import type { ClusterDoor } from '#lib/kubernetes/types.js';
import type { Inputs } from './inputs.ts';

/** Filled as the work goes on, so that what was seen before a failure or the deadline is reported. */
export interface Found {
  /** Of the cluster. */
  allNodes: readonly Node[];
  /** Those that get probes. */
  nodes: readonly ProbeNode[];
  session: Session | undefined;
  checks: Check[];
  latencies: MatrixResult['latencies'];
  paths: MatrixResult['paths'];
  sources: MatrixResult['sources'];
  throughputs: readonly Throughput[];
  notChecked: string[];
  /** Folder of what was kept of a run that did not pass; empty when nothing was. */
  diagnostics: string;
  calls: number;
}

export function nothingFound(): Found {
  return {
    allNodes: [],
    nodes: [],
    session: undefined,
    checks: [],
    latencies: [],
    paths: [],
    sources: [],
    throughputs: [],
    notChecked: [],
    diagnostics: '',
    calls: 0,
  };
}

/** Makes the probes and asks everything, into `found`. */
export async function probe(
  door: ClusterDoor,
  name: string,
  inputs: Inputs,
  found: Found,
  deps: ActionDeps,
): Promise<void> {
  const { items } = await door.list(NODES);
  found.allNodes = items;
  found.nodes = chooseNodes(items, inputs.choice);
  const { image, startTimeoutMs, timeoutMs, routing } = inputs;
  const lifetimeSeconds = Math.ceil((timeoutMs + LIFETIME_MARGIN_MS) / 1000);
  const session = await openSession(
    door,
    found.nodes,
    { probe: name, image, startTimeoutMs, lifetimeSeconds },
    deps,
  );
  found.session = session;
  found.checks.push(...session.notReady.map(({ node, reason }) => notReady(node, reason)));
  const plans = planMatrix(await readFacts(door, session, items), inputs.matrix);
  const asker = createAsker(door.connection, name, deps);
  const commands = plans.reduce((sum, plan) => sum + plan.commands.length, 0);
  deps.log.info(`${String(plans.length)} pods, one call each, ${String(commands)} commands in all.`);
  const matrix = await askMatrix(plans, asker, inputs, found, deps);
  if (inputs.throughput) {
    const measured = await measureThroughput(session.pods, asker, inputs.minimumThroughput);
    found.checks.push(...measured.checks);
    found.throughputs = measured.throughputs;
  }
  deps.log.info(`${String(matrix.length)} checks between pods; now the API server, policies and Cilium.`);
  await probeRest(door, session, inputs, found, deps);
  const policy = { probe: name, routing, enforcedOn: inputs.policyClouds };
  found.checks.push(...(await checkPolicy(door, session.pods, matrix, asker, policy, deps)));
  found.calls = asker.calls();
}

/** Keeps what each pod tells at once; what the others would have told is unknown when it ends early. */
async function askMatrix(
  plans: readonly PodPlan[],
  asker: PodAsker,
  { routing, parallel, minimumMtu }: Inputs,
  found: Found,
  deps: ActionDeps,
): Promise<readonly Check[]> {
  const parts = new Map<PodPlan, MatrixResult>();
  const checksOf = (plan: PodPlan): readonly Check[] => parts.get(plan)?.checks ?? notAsked(plan);
  try {
    await runMatrix(plans, asker, { routing, parallel, minimumMtu }, (plan, part) => {
      parts.set(plan, part);
      deps.log.info(`${String(parts.size)} of ${String(plans.length)} pods asked.`);
    });
  } finally {
    const told = [...parts.values()];
    found.latencies = told.flatMap(({ latencies }) => latencies);
    found.paths = told.flatMap(({ paths }) => paths);
    found.sources = told.flatMap(({ sources }) => sources);
    found.checks.push(...plans.flatMap(checksOf));
    found.calls = asker.calls();
  }
  return plans.flatMap(checksOf);
}

/** Pods outlive the deadline by what removing them may take. */
const LIFETIME_MARGIN_MS = 600_000;

function notReady({ name, cloud }: ProbeNode, reason: string): Check {
  const place = { name, cloud };
  return {
    kind: 'pod-tcp',
    source: place,
    target: place,
    outcome: 'unknown',
    detail: `no probe pod: ${reason}`,
  };
}

async function probeRest(
  door: ClusterDoor,
  { probe: name, pods }: Session,
  { routing, parallel, policyClouds, encryption }: Inputs,
  found: Found,
  deps: ActionDeps,
): Promise<void> {
  const kubelets = await inParallel(pods, parallel, (pod) =>
    Promise.all([checkLogs(door, name, pod), checkPortForward(door, name, pod, deps.signal)]),
  );
  found.checks.push(...kubelets.flat());
  found.checks.push(await probeWebhook(door, name, pods, found.nodes, routing, deps));
  const metrics = await checkMetrics(door, pods);
  if (metrics === undefined) found.notChecked.push('Metrics: the cluster has no metrics API.');
  else found.checks.push(...metrics);
  const facts = { nodes: found.allNodes, probed: found.nodes, pods, probe: name, routing, encryption };
  found.checks.push(...(await checkCilium(door, facts)));
  if (encryption !== 'none') found.notChecked.push(ENCRYPTION_LIMITS);
  if (policyClouds.length === 0) found.notChecked.push('Network policies: no cloud was named.');
}

/** It runs beside the probe on the first hybrid node. */
async function probeWebhook(
  door: ClusterDoor,
  name: string,
  pods: Session['pods'],
  nodes: readonly ProbeNode[],
  routing: Inputs['routing'],
  deps: ActionDeps,
): Promise<Check> {
  const first = nodes.find(({ cloud }) => cloud === 'azure');
  const pod = pods.find(({ node }) => node === first);
  if (pod !== undefined) return checkWebhook(door, name, pod, routing, deps);
  return {
    kind: 'webhook',
    source: { name: 'API server', cloud: 'control-plane' },
    target: { name: first?.name ?? 'webhook', cloud: 'azure' },
    outcome: 'unknown',
    detail: 'the pod that runs the webhook is not ready',
  };
}

const DNS_SELECTOR = 'k8s-app=kube-dns';
const HTTPS = 443;

async function readFacts(
  door: ClusterDoor,
  { pods, services }: Session,
  nodes: readonly Node[],
): Promise<MatrixFacts> {
  const [dns, replicas, api] = await Promise.all([
    door.get(SERVICES, { name: 'kube-dns', namespace: 'kube-system' }),
    door.list(PODS, { namespace: 'kube-system', labelSelector: DNS_SELECTOR }),
    door.get(SERVICES, { name: 'kubernetes', namespace: 'default' }),
  ]);
  const [dnsServiceIp, apiIp] = [dns?.spec?.clusterIP, api?.spec?.clusterIP];
  if (dnsServiceIp === undefined || apiIp === undefined) {
    throw connectivityErrors.EHA1809(
      'The services kube-system/kube-dns and default/kubernetes have no address.',
    );
  }
  const hybrid = new Set(
    nodes
      .filter(({ metadata }) => metadata?.labels?.['eks.amazonaws.com/compute-type'] === 'hybrid')
      .map(({ metadata }) => metadata?.name),
  );
  const dnsReplicas = replicas.items.flatMap(({ metadata, spec, status }) => {
    const { podIP, phase } = status ?? {};
    if (podIP === undefined || phase !== 'Running') return [];
    const cloud = hybrid.has(spec?.nodeName) ? ('azure' as const) : ('aws' as const);
    return [{ place: { name: metadata?.name ?? podIP, cloud }, ip: podIP }];
  });
  const port = api?.spec?.ports?.find(({ name }) => name === 'https')?.port ?? HTTPS;
  return { pods, services, dnsReplicas, dnsServiceIp, api: { ip: apiIp, port } };
}
