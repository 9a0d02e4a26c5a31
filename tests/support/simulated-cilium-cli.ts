/** The stand-in for cilium-cli as an executable, and a cluster with Cilium on the nodes of both clouds. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { standInProgram } from '#simulator/cilium-cli/archive.js';
import { runCiliumEverywhere } from '#simulator/cilium-cli/everywhere.js';
import {
  type SimulatedConnectivity,
  type SimulatedConnectivityOptions,
  startSimulatedConnectivity,
} from './simulated-connectivity.ts';
import { temporaryDirectory } from './temporary.ts';

/** A cluster whose AWS nodes run Cilium too, as far as the API shows it. */
export async function startCiliumCluster(
  options: SimulatedConnectivityOptions = {},
): Promise<SimulatedConnectivity> {
  const world = await startSimulatedConnectivity(options);
  runCiliumEverywhere(world.cluster);
  return world;
}

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Undefined when none was written. */
  readonly junit: string | undefined;
  readonly directory: string;
}

/** Runs the stand-in in a fresh folder; `junit.xml` there is read when the run is over. */
export function runCiliumCli(
  args: readonly string[],
  { kubeconfig }: Pick<SimulatedConnectivity, 'kubeconfig'>,
  { version = 'v0.19.7', signalAfter }: { readonly version?: string; readonly signalAfter?: string } = {},
): Promise<CliResult> {
  const directory = temporaryDirectory('cilium-cli-');
  const program = join(directory, 'bin', 'cilium');
  mkdirSync(join(directory, 'bin'));
  writeFileSync(program, standInProgram(version), { mode: 0o755 });
  return new Promise((resolve) => {
    const options = { cwd: directory, env: { ...process.env, KUBECONFIG: kubeconfig } };
    const child = execFile(program, args, options, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr, junit: read(join(directory, 'junit.xml')), directory });
    });
    let seen = '';
    child.stdout?.on('data', (part: string) => {
      seen += part;
      if (signalAfter === undefined || !seen.includes(signalAfter) || child.killed) return;
      child.kill('SIGINT');
    });
  });
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
