/**
 * A stand-in for cilium-cli: the commands that this project runs, against the API server of a kubeconfig (`--kubeconfig`,
 * `KUBECONFIG`, `~/.kube/config`; `--context`). Pods are really made, commands really run in them, so that results are
 * those of the simulated network. What the network cannot be made to do is told by a ConfigMap: see `instructions.ts`.
 *
 * Knows `version`, `status`, `connectivity test`, `sysdump`, `bgp peers`, `encryption status`. Left out: Hubble and flow
 * validation (accepted, without effect), tests that need the world outside or Cilium's own policies, several clusters,
 * and `connectivity perf`. Pods that find no node are given up after three seconds, not ten minutes.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from '../pods/flags.ts';
import { Api } from './api.ts';
import { bgpPeers, encryptionStatus } from './commands/observe.ts';
import { status } from './commands/status.ts';
import { writeSysdump } from './commands/sysdump.ts';
import { Instructed } from './instructions.ts';
import { readConnection } from './kubeconfig.ts';
import { durationMs, readTestOptions } from './options.ts';
import { Output } from './output.ts';
import { runSuite } from './suite/run.ts';

const FLAGS = ['client', 'wait', 'interactive', 'verbose', 'v', 'brief', 'debug', 'd'];
const VALUED = [
  ...['context', 'kubeconfig', 'namespace', 'n', 'output', 'o', 'wait-duration', 'output-filename'],
  ...['node-list', 'logs-limit-bytes', 'logs-since-time', 'agent-pod-selector'],
];

/** Runs the program with the arguments of the process and sets its exit code. `version` has the v. */
export async function main(version: string): Promise<void> {
  const args = process.argv.slice(2);
  try {
    process.exitCode = await run(version, args);
  } catch (error) {
    process.stderr.write(`Error: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

async function run(version: string, args: readonly string[]): Promise<number> {
  const command = args.slice(
    0,
    args[0] === 'status' || args[0] === 'version' || args[0] === 'sysdump' ? 1 : 2,
  );
  const rest = args.slice(command.length);
  switch (command.join(' ')) {
    case 'version':
      return print(
        `cilium-cli: ${version} compiled with go1.25.3 on ${process.platform}/amd64\ncilium image (default): v1.18.3\ncilium image (stable): v1.18.3\n`,
      );
    case 'connectivity test':
      return testConnectivity(version, rest);
    case 'status':
    case 'sysdump':
    case 'bgp peers':
    case 'encryption status':
      return ask(command.join(' '), rest);
    default:
      throw new Error(`unknown command "${command.join(' ')}" for "cilium"`);
  }
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function connect(kubeconfig: string | undefined, context: string | undefined): Api {
  const path = kubeconfig ?? process.env['KUBECONFIG'] ?? join(homedir(), '.kube', 'config');
  return new Api(readConnection(path, context, process.env));
}

async function testConnectivity(version: string, args: readonly string[]): Promise<number> {
  const options = readTestOptions(args);
  const given = readArguments(args, ['v'], ['context', 'kubeconfig']);
  const api = connect(given.value('kubeconfig'), given.value('context'));
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () =>
      stop.abort(name === 'SIGINT' ? 'interrupt signal received' : 'terminated signal received'),
    );
  }
  const output = new Output(process.stdout, options.verbose);
  try {
    const instructed = await Instructed.read(api);
    return await runSuite({ api, options, output, instructed, version, signal: stop.signal });
  } finally {
    api.close();
  }
}

async function ask(command: string, args: readonly string[]): Promise<number> {
  const given = readArguments(args, FLAGS, VALUED);
  if (given.unknown !== undefined) throw new Error(`unknown flag: ${given.unknown}`);
  const api = connect(given.value('kubeconfig'), given.value('context'));
  const namespace = given.value('namespace', 'n') ?? 'kube-system';
  try {
    switch (command) {
      case 'status': {
        const json = given.value('output', 'o') === 'json';
        const waitMs = durationMs('wait-duration', given.value('wait-duration') ?? '5m');
        const { text, code } = await status(api, { namespace, json, wait: given.has('wait'), waitMs });
        process.stdout.write(text);
        return code;
      }
      case 'sysdump':
        await writeSysdump(
          api,
          given.value('output-filename') ?? 'cilium-sysdump-<ts>',
          new Output(process.stdout, true),
        );
        return 0;
      case 'bgp peers':
        return print(await bgpPeers(api));
      default:
        return print(await encryptionStatus(api, namespace));
    }
  } finally {
    api.close();
  }
}
