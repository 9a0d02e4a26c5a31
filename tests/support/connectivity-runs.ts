/** Runs of the action cilium-connectivity in mode `probe`, and what they leave. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConnectivityDocument } from '#lib/report/connectivity-document.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import { type BundleOptions, runBundle, type RunResult } from './run-bundle.ts';
import {
  type SimulatedConnectivity,
  type SimulatedConnectivityOptions,
  startSimulatedConnectivity,
} from './simulated-connectivity.ts';
import { temporaryDirectory } from './temporary.ts';

export interface Seen {
  readonly world: SimulatedConnectivity;
  readonly result: RunResult;
  readonly document: ConnectivityDocument;
}

export interface ConnectivityRun extends Partial<Omit<BundleOptions, 'action'>> {
  readonly prepare?: (world: SimulatedConnectivity) => void;
}

/** One run in a world that exists, with its kubeconfig unless the inputs name a cluster. */
export async function checkIn(
  world: SimulatedConnectivity,
  inputs: Readonly<Record<string, string>> = {},
  options: ConnectivityRun = {},
): Promise<Seen> {
  const workspace = options.workspace ?? temporaryDirectory('eks-hybrid-probes-');
  copyFileSync(world.kubeconfig, join(workspace, 'kubeconfig'));
  const login: Readonly<Record<string, string>> =
    inputs['cluster-name'] === undefined ? { kubeconfig: 'kubeconfig' } : {};
  const result = await runBundle({
    ...options,
    action: 'cilium-connectivity',
    workspace,
    inputs: { 'pod-routing': 'gateway', samples: '3', ...login, ...inputs },
  });
  return { world, result, document: result.report() as ConnectivityDocument };
}

/** Starts a world, runs in it, looks at what is left with `look`, and ends it. */
export async function checkOnce(
  options: SimulatedConnectivityOptions,
  inputs: Readonly<Record<string, string>>,
  look: (seen: Seen) => void | Promise<void>,
  run: ConnectivityRun = {},
): Promise<void> {
  const world = await startSimulatedConnectivity(options);
  try {
    run.prepare?.(world);
    const routing = { 'pod-routing': options.podRouting ?? 'gateway' };
    await look(await checkIn(world, { ...routing, ...inputs }, run));
  } finally {
    await world.close();
  }
}

/** What is left of probes in the cluster. */
export function leftovers({ cluster }: SimulatedConnectivity): readonly string[] {
  const kinds = ['namespaces', 'pods', 'services', 'secrets', 'validatingwebhookconfigurations'];
  return kinds.flatMap((kind) =>
    cluster.store
      .list(builtIn(kind))
      .filter(({ metadata }) => `${metadata.namespace ?? ''}${metadata.name}`.includes('eha-probe-'))
      .map(({ metadata }) => `${kind} ${metadata.name}`),
  );
}
