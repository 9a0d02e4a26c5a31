/** A cluster with Cilium on the nodes of both clouds, releases of a stand-in for cilium-cli, and runs of the suite's mode. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCiliumEverywhere } from '#simulator/cilium-cli/everywhere.js';
import { instructCiliumCli, type Instructions } from '#simulator/cilium-cli/instructions.js';
import { type CiliumReleaseServer, startCiliumReleaseServer } from '#simulator/cilium-cli/release-server.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import type { ConnectivityDocument } from '#lib/report/connectivity-document.js';
import { type BundleOptions, runBundle, type RunResult } from './run-bundle.ts';
import {
  type SimulatedConnectivity,
  type SimulatedConnectivityOptions,
  startSimulatedConnectivity,
} from './simulated-connectivity.ts';
import { temporaryDirectory } from './temporary.ts';

export interface SimulatedSuiteOptions extends SimulatedConnectivityOptions {
  readonly instructions?: Instructions;
  /** Whether Cilium runs on the nodes of AWS, too. Default true. */
  readonly everywhere?: boolean;
  /** Changes the cluster before anything is run. */
  readonly prepare?: (world: SimulatedConnectivity) => void;
}

export interface SimulatedSuite {
  readonly world: SimulatedConnectivity;
  readonly releases: CiliumReleaseServer;
  /** Runs the bundle in mode `suite`, with a tool cache that all runs share. */
  run(
    inputs?: Readonly<Record<string, string>>,
    more?: Partial<BundleOptions>,
  ): Promise<{ readonly result: RunResult; readonly document: ConnectivityDocument }>;
  /** Namespaces, pods and labels of the suite that are in the cluster. */
  leftovers(): readonly string[];
  close(): Promise<void>;
}

export async function startSimulatedSuite(options: SimulatedSuiteOptions = {}): Promise<SimulatedSuite> {
  const world = await startSimulatedConnectivity(options);
  if (options.everywhere !== false) runCiliumEverywhere(world.cluster);
  if (options.instructions !== undefined) instructCiliumCli(world.cluster, options.instructions);
  options.prepare?.(world);
  const releases = await startCiliumReleaseServer();
  const workspace = temporaryDirectory('eks-hybrid-suite-');
  copyFileSync(world.kubeconfig, join(workspace, 'kubeconfig'));
  const toolCache = temporaryDirectory('eks-hybrid-tools-');
  return {
    world,
    releases,
    async run(inputs = {}, more = {}) {
      const result = await runBundle({
        action: 'cilium-connectivity',
        workspace,
        timeoutMs: 120_000,
        ...more,
        env: { RUNNER_TOOL_CACHE: toolCache, ...more.env },
        inputs: {
          mode: 'suite',
          kubeconfig: 'kubeconfig',
          'pod-routing': options.podRouting ?? 'gateway',
          'mirror-url': releases.url,
          ...inputs,
        },
      });
      if (result.outputs['report'] === undefined && result.exitCode !== null) {
        throw new Error(`no report:\n${result.stdout}\n${result.stderr}`);
      }
      return {
        result,
        get document() {
          return result.report() as ConnectivityDocument;
        },
      };
    },
    leftovers: () => leftovers(world),
    async close() {
      await releases.close();
      await world.close();
    },
  };
}

function leftovers({ cluster }: SimulatedConnectivity): readonly string[] {
  const kinds = ['namespaces', 'pods'];
  const objects = kinds.flatMap((kind) =>
    cluster.store
      .list(builtIn(kind))
      .filter(({ metadata }) => `${metadata.namespace ?? ''}${metadata.name}`.includes('eha-suite-'))
      .map(({ metadata }) => `${kind} ${metadata.name}`),
  );
  const labels = cluster.store
    .list(builtIn('nodes'))
    .flatMap(({ metadata }) => Object.keys(metadata.labels ?? {}))
    .filter((label) => label.includes('eha-suite-'));
  return [...objects, ...labels];
}
