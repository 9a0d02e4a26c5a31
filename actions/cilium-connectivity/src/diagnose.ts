import { join } from 'node:path';
import type { ActionDeps } from '#lib/action/types.js';
import { collectDiagnostics } from '#lib/connectivity/diagnostics.js';
import { openCluster } from '#lib/kubernetes/door.js';
import type { Inputs } from './inputs.ts';
import type { Found } from './probe.ts';

/** Removing the probes must not wait for logs that nobody sends. */
const LIMIT_MS = 60_000;

/** Keeps what explains a run that did not pass. @returns the folder; empty when nothing was to be kept */
export async function diagnose(
  inputs: Inputs,
  probe: string,
  { checks, nodes }: Pick<Found, 'checks' | 'nodes'>,
  deps: ActionDeps,
): Promise<string> {
  const bad = checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown');
  const passed = checks.filter(({ outcome }) => outcome === 'passed').length;
  const { diagnostics, minimumChecks } = inputs;
  if (!diagnostics || (bad.length === 0 && passed >= minimumChecks)) return '';
  const names = nodes.map(({ name }) => name);
  const touched = names.filter((name) =>
    bad.some(({ source, target }) => source.name === name || target.name === name),
  );
  return keepDiagnostics(inputs, probe, touched.length === 0 ? names : touched, deps);
}

/** @returns the folder; empty when the cluster could not be asked */
export async function keepDiagnostics(
  { place }: Pick<Inputs, 'place'>,
  probe: string,
  nodes: readonly string[],
  deps: ActionDeps,
): Promise<string> {
  const folder = join(deps.github.tempDirectory, 'connectivity-diagnostics');
  const signal = AbortSignal.any([deps.signal, AbortSignal.timeout(LIMIT_MS)]);
  try {
    const door = await openCluster(place, { ...deps, signal });
    const request = { probe, nodes, folder };
    const { files, bytes, missing } = await collectDiagnostics(door, request, { signal });
    const lacking = missing.length === 0 ? '' : `; ${String(missing.length)} parts could not be had`;
    deps.log.info(`Kept ${String(files)} files with ${String(bytes)} bytes in ${folder}${lacking}.`);
    return folder;
  } catch (error) {
    deps.log.info(`No diagnostics: ${error instanceof Error ? error.message : String(error)}`);
    return '';
  }
}
