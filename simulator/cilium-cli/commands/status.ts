/** `cilium status`: how many agents and operators there should be and are. Source: cilium-cli 0.19, `status/status.go`. */
import { setTimeout as pause } from 'node:timers/promises';
import { at, type Json, type KubeObject, textAt } from '../../world/kube-types.ts';
import type { Api } from '../api.ts';

const POLL_MS = 100;

interface Counted {
  readonly Type: string;
  readonly Desired: number;
  readonly Ready: number;
  readonly Available: number;
  readonly Unavailable: number;
  readonly Disabled: boolean;
}

interface State {
  readonly pod_state: Readonly<Record<string, Counted>>;
  readonly pods_count: Readonly<Record<string, number>>;
  readonly phases: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly images: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly cilium_status: Readonly<Record<string, Json>>;
  readonly errors: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly collection_errors: readonly string[];
}

export interface StatusOptions {
  readonly namespace: string;
  readonly json: boolean;
  readonly wait: boolean;
  readonly waitMs: number;
}

/** Text for the standard output, and the exit code. */
export async function status(
  api: Api,
  { namespace, json, wait, waitMs }: StatusOptions,
): Promise<{ readonly text: string; readonly code: number }> {
  const until = Date.now() + (wait ? waitMs : 0);
  let state = await collect(api, namespace);
  while (wait && !isReady(state) && Date.now() < until) {
    await pause(POLL_MS);
    state = await collect(api, namespace);
  }
  const hasFailed = state.collection_errors.length > 0 || (wait && !isReady(state));
  const shown = json ? JSON.stringify(state, null, 2) : plain(state);
  return { text: `${shown}\n`, code: hasFailed ? 1 : 0 };
}

function isReady({ pod_state: states, collection_errors: errors }: State): boolean {
  const counted = Object.values(states);
  return errors.length === 0 && counted.length > 0 && counted.every(({ Desired, Ready }) => Ready >= Desired);
}

async function collect(api: Api, namespace: string): Promise<State> {
  const apps = `/apis/apps/v1/namespaces/${namespace}`;
  const agents = await api.find(`${apps}/daemonsets/cilium`);
  const operator = await api.find(`${apps}/deployments/cilium-operator`);
  const pods = await api.list(`/api/v1/namespaces/${namespace}/pods`, 'k8s-app=cilium');
  const errors = agents === undefined ? ['unable to retrieve status of DaemonSet "cilium": not found'] : [];
  const phases = countBy(pods, (pod) => textAt(pod, 'status', 'phase'));
  return {
    pod_state: {
      ...(agents !== undefined && {
        cilium: counted('DaemonSet', agents, 'desiredNumberScheduled', 'numberReady'),
      }),
      ...(operator !== undefined && {
        'cilium-operator': counted('Deployment', operator, 'replicas', 'readyReplicas'),
      }),
    },
    pods_count: { 'by cilium': pods.length, all: pods.length },
    phases: { cilium: phases },
    images: { cilium: countBy(pods, imageOf) },
    cilium_status: Object.fromEntries(pods.map((pod) => [pod.metadata.name, { cilium: { state: 'Ok' } }])),
    errors: unready(pods),
    collection_errors: errors,
  };
}

function counted(type: string, object: KubeObject, desired: string, ready: string): Counted {
  const number = (name: string): number => Number(at(object, 'status', name) ?? 0);
  const [wanted, is] = [number(desired), number(ready)];
  const Unavailable = Math.max(wanted - is, 0);
  return { Type: type, Desired: wanted, Ready: is, Available: is, Unavailable, Disabled: false };
}

function countBy(pods: readonly KubeObject[], keyOf: (pod: KubeObject) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const pod of pods) counts[keyOf(pod)] = (counts[keyOf(pod)] ?? 0) + 1;
  return counts;
}

function imageOf(pod: KubeObject): string {
  const containers = at(pod, 'spec', 'containers');
  return Array.isArray(containers) ? textAt(containers[0] as Json, 'image') : '';
}

function unready(pods: readonly KubeObject[]): State['errors'] {
  const bad = pods.filter((pod) => textAt(pod, 'status', 'phase') !== 'Running');
  if (bad.length === 0) return {};
  const entries = bad.map(({ metadata }) => [
    metadata.name,
    { Errors: ['container cilium-agent is not running'], Warnings: null, Disabled: false },
  ]);
  return { cilium: Object.fromEntries(entries) as Readonly<Record<string, Json>> };
}

function plain(state: State): string {
  const lines = Object.entries(state.pod_state).map(
    ([name, { Type, Desired, Ready }]) =>
      `${Type.padEnd(12)} ${name.padEnd(18)} Desired: ${Desired}, Ready: ${Ready}/${Desired}`,
  );
  const verdict = isReady(state) ? 'OK' : '1 errors';
  return [
    `    /¯¯\\\n /¯¯\\__/¯¯\\    Cilium:             ${verdict}`,
    '',
    ...lines,
    ...state.collection_errors,
  ].join('\n');
}
