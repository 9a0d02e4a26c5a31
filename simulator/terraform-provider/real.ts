import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SimulatorError } from '../world/errors.ts';
import { canonical, isObject } from './cty/value.ts';
import type { CtyType } from './cty/types.ts';
import { ProviderClient, type ReceivedDiagnostic } from './client.ts';
import type { ObjectValue } from './engine/types.ts';
import type { LoadedProvider } from './schema/load.ts';
import type { PluginAddress } from './wire/grpc-client.ts';

/** What go-plugin asks for so that nobody starts a provider by hand (terraform-plugin-go, tf5server and tf6server). */
const MAGIC_COOKIE = 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2';
const START_TIMEOUT_MILLISECONDS = 15_000;
/** Some types ask the network while planning; without one they hang. */
const CALL_TIMEOUT_MILLISECONDS = 5_000;

/**
 * The unpacked binary of a real provider in a filesystem mirror, at the version whose schema the simulator has; looked
 * for in EHA_PROVIDER_MIRROR and in Terraform's own plugin folders. Undefined when there is none.
 */
export function findProviderBinary(
  provider: Pick<LoadedProvider, 'address' | 'version'>,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const home = environment['HOME'] ?? homedir();
  const mirrors = [
    environment['EHA_PROVIDER_MIRROR'],
    join(home, '.terraform.d', 'plugins'),
    '/usr/local/share/terraform/plugins',
  ];
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  for (const mirror of mirrors) {
    if (mirror === undefined || mirror === '') continue;
    const folder = join(
      mirror,
      ...provider.address.split('/'),
      provider.version,
      `${system}_${architecture}`,
    );
    const name = existsSync(folder)
      ? readdirSync(folder).find((file) => file.startsWith('terraform-provider-'))
      : undefined;
    if (name !== undefined) return join(folder, name);
  }
  return undefined;
}

/** A running provider binary that nothing has configured: it validates and plans, but reaches no cloud. */
export interface RealProvider {
  readonly client: ProviderClient;
  stop(): Promise<void>;
}

/**
 * Starts a provider binary as Terraform does, without credentials and without network: in a network namespace of its
 * own where the system allows that, else with proxies that lead nowhere. `path` is the PATH it runs with. Throws
 * SIM1106 when it does not come up.
 */
export async function startRealProvider(
  binary: string,
  provider: LoadedProvider,
  path = '/usr/local/bin:/usr/bin:/bin',
): Promise<RealProvider> {
  const home = mkdtempSync(join(tmpdir(), 'realp-'));
  const [command, args] = canUnshare() ? ['unshare', ['--map-root-user', '--net', binary]] : [binary, []];
  const env = { PATH: path, HOME: home, TMPDIR: home, ...offlineEnvironment(provider.protocol) };
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], env });
  const stop = async () => {
    await end(child);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const target = await handshake(child, provider.protocol);
    const client = new ProviderClient(provider, target, CALL_TIMEOUT_MILLISECONDS);
    return {
      client,
      stop: () => {
        client.close();
        return stop();
      },
    };
  } catch (error) {
    await stop();
    const what = `${binary} did not start: ${error instanceof Error ? error.message : String(error)}`;
    const remedy = 'Check that the file is a provider for this machine.';
    throw new SimulatorError('SIM1106', what, remedy, { cause: error });
  }
}

function offlineEnvironment(protocol: 5 | 6): Readonly<Record<string, string>> {
  const nowhere = 'http://127.0.0.1:9';
  return {
    TF_PLUGIN_MAGIC_COOKIE: MAGIC_COOKIE,
    PLUGIN_PROTOCOL_VERSIONS: String(protocol),
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

/** Ends the process and waits for it; one that never came to life has no end to wait for. */
async function end(child: ChildProcess): Promise<void> {
  const isRunning = child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  const exited = isRunning ? new Promise<void>((resolve) => child.once('exit', () => resolve())) : undefined;
  child.kill('SIGKILL');
  await exited;
  // A process that the binary started may still hold the other end.
  child.stdout?.destroy();
}

function canUnshare(): boolean {
  return (
    process.platform === 'linux' &&
    spawnSync('unshare', ['--map-root-user', '--net', 'true'], { timeout: 2000 }).status === 0
  );
}

/** The line go-plugin prints once it listens: `1|5|unix|/tmp/plugin1|grpc|`. */
async function handshake(child: ChildProcess, protocol: number): Promise<PluginAddress> {
  const { stdout } = child;
  if (stdout === null) throw new Error('no output to read from');
  const line = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no handshake in time')), START_TIMEOUT_MILLISECONDS);
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      finish();
    };
    createInterface({ input: stdout }).once('line', (text) => settle(() => resolve(text)));
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', (code) => settle(() => reject(new Error(`it ended with ${code ?? 'a signal'}`))));
  });
  const [core, version, network, address, transport] = line.split('|');
  if (core !== '1' || version !== String(protocol) || transport !== 'grpc' || address === undefined) {
    throw new Error(`unexpected handshake "${line}"`);
  }
  return { network: network === 'unix' ? 'unix' : 'tcp', address };
}

/** A point on which the simulated and the real provider differ. */
export interface Disagreement {
  readonly type: string;
  readonly call: 'validate' | 'plan';
  /** Attribute or diagnostic that differs; `call` when one of them failed to answer. */
  readonly what: string;
  readonly simulated: string;
  readonly real: string;
}

export interface ComparedCase {
  readonly type: string;
  readonly config: ObjectValue;
  /** Core's proposal for creating it. */
  readonly proposed: ObjectValue;
}

/** Puts the same create-plan to both providers and lists on what they differ; an empty list is agreement. */
export async function compareProviders(
  simulated: ProviderClient,
  real: ProviderClient,
  cases: readonly ComparedCase[],
): Promise<readonly Disagreement[]> {
  const found: Disagreement[] = [];
  for (const entry of cases) {
    const { type, config, proposed } = entry;
    const [ours, theirs] = await Promise.all(
      [simulated, real].map((client) => attempt(() => client.validate(type, config))),
    );
    const validation = differences('validate', type, errorsOf(ours), errorsOf(theirs));
    found.push(...validation);
    // A refused configuration is never planned.
    if (validation.length > 0 || Object.keys(errorsOf(ours)).length > 0) continue;
    const values = { prior: null, proposed, config };
    const [plan, realPlan] = await Promise.all(
      [simulated, real].map((client) => attempt(() => client.plan(type, values))),
    );
    const schema = real.provider.schema.resources[type]?.block.type;
    if (schema === undefined) continue;
    found.push(...differences('plan', type, leaves(plan, schema), leaves(realPlan, schema)));
  }
  return found;
}

type Attempt<T> = { readonly value: T } | { readonly failed: string };

async function attempt<T>(call: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await call() };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

/** Errors by place and summary; the order and the wording of details are the providers' own affair. */
function errorsOf(
  result: Attempt<readonly ReceivedDiagnostic[]> | undefined,
): Readonly<Record<string, string>> {
  if (result === undefined || 'failed' in result) return { call: result?.failed ?? '' };
  const errors = result.value.filter((diagnostic) => diagnostic.severity === 'error');
  return Object.fromEntries(errors.map(({ path, summary }) => [path || '(block)', summary]));
}

function leaves(
  result: Attempt<Awaited<ReturnType<ProviderClient['plan']>>> | undefined,
  schema: CtyType,
): Readonly<Record<string, string>> {
  if (result === undefined || 'failed' in result) return { call: result?.failed ?? '' };
  const { planned } = result.value;
  if (!isObject(planned) || schema.kind !== 'object') return { call: 'planned nothing' };
  const attributes = Object.entries(schema.attributes);
  return Object.fromEntries(attributes.map(([name, type]) => [name, canonical(planned[name] ?? null, type)]));
}

function differences(
  call: Disagreement['call'],
  type: string,
  ours: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, string>>,
): readonly Disagreement[] {
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort();
  return names
    .filter((name) => (call === 'validate' ? name in ours !== name in theirs : ours[name] !== theirs[name]))
    .map((what) => ({
      type,
      call,
      what,
      simulated: ours[what] ?? '(nothing)',
      real: theirs[what] ?? '(nothing)',
    }));
}
