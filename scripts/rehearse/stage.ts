import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { RunnerEvent, WorkflowRunRequest, WorkflowRunResult } from '#simulator/runner/events.js';
import type { RunIdentity } from '#simulator/runner/host.js';
import { runWorkflow } from '#simulator/runner/run-workflow.js';
import { type CloudServers, startCloudServers } from '#simulator/servers/clouds.js';
import { ConcurrencyGroups } from '#simulator/runner/run/concurrency.js';
import { createRunnerHost } from '#simulator/servers/github/host.js';
import {
  startReleaseServer,
  type SimulatedMirror,
  type SimulatedRelease,
} from '#simulator/servers/releases/server.js';
import { startGitHubServer } from '#simulator/servers/github/server.js';
import type { Service } from '#simulator/servers/loopback.js';
import { createCertificate } from '#simulator/servers/tls.js';
import { assertSafeEnvironment } from '#simulator/terraform-provider/guard.js';
import { startProviderServer } from '#simulator/terraform-provider/server.js';
import { GitHubState } from '#simulator/world/github.js';
import { SIMULATED_ACCOUNTS, World } from '#simulator/world/world.js';
import { repositoryRoot } from '../support/repository.ts';
import type { FoundTerraform } from '../support/terraform.ts';
import { APPLICATIONS, CLUSTER, makeRoles, OPERATOR } from './identities.ts';
import { SUITE } from './repository.ts';

export interface StageOptions {
  readonly faults: readonly string[];
  readonly port: number;
  readonly terraform: FoundTerraform;
  /** Added to the environment of the machine, for services that only some workflows use. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Put around Systems Manager, to see what is asked and answered. */
  readonly aroundSsm?: (ssm: Service) => Service;
}

/** Tells the serial console of a machine by its name; undefined for one that has none. */
type ConsoleOf = (name: string) => string | undefined;

/** The simulated clouds and GitHub, up and running, with what a rehearsal does on them. */
export interface Stage {
  readonly world: World;
  readonly github: GitHubState;
  readonly serverUrl: string;
  /** Commit of this suite that the caller workflow is pinned to. */
  readonly suiteSha: string;
  /** Serves the Terraform of this machine, signed, as its publisher's server does: setup-terraform gets it there. */
  readonly mirror: SimulatedMirror;
  /** Where the state of the stack foundation lies, as a bucket would hold it. */
  readonly statePath: string;
  /** A new empty folder below the world's. */
  folder(name: string): string;
  /** The environment a job's machine has; also what Terraform needs to reach the simulated providers. */
  readonly machineEnvironment: Readonly<Record<string, string>>;
  run(identity: RunIdentity, observe: (event: RunnerEvent) => void): Promise<WorkflowRunResult>;
  /** Cancels every run that is under way. */
  cancelRuns(): void;
  /** Whether runs were cancelled that way. */
  isInterrupted(): boolean;
  /** From now on Azure shows the serial consoles of these machines. */
  readonly showConsoles: (consoleOf: ConsoleOf) => void;
  /** Stops the servers; removes the world unless it is to be kept. */
  close(keepFiles: boolean): Promise<void>;
}

/** One plan at a time keeps a small machine responsive; discovery and comment are short. */
const PARALLEL_JOBS = 2;

/**
 * Sets the stage in a temporary folder. Refuses (SIM11xx) beside real cloud credentials, whose presence would make it
 * possible to mistake the simulation for the real thing. What had started by then is ended when a later part fails.
 */
export async function setStage(options: StageOptions): Promise<Stage> {
  assertSafeEnvironment(process.env);
  const directory = mkdtempSync(join(tmpdir(), 'eks-hybrid-rehearsal-'));
  const started: Closable[] = [];
  const close = async (keepFiles: boolean): Promise<void> => {
    for (const part of started.reverse()) await part.close();
    if (!keepFiles) rmSync(directory, { recursive: true, force: true });
  };
  try {
    const parts = await startParts(directory, options, (part) => started.push(part));
    return assemble(directory, parts, options, close);
  } catch (error) {
    await close(false);
    throw error;
  }
}

interface Closable {
  close(): Promise<void>;
}

type Parts = Awaited<ReturnType<typeof startParts>>;

async function startParts(directory: string, options: StageOptions, started: (part: Closable) => void) {
  const world = World.open({ directory });
  started(world);
  for (const fault of options.faults) world.faults.enable(fault);
  makeRoles(world);
  const provider = await startProviderServer({ world });
  started(provider);
  const { clock, faults } = world;
  const github = new GitHubState({ directory: join(directory, 'github'), clock });
  const server = await startGitHubServer({ state: github, clock, faults, port: options.port });
  started(server);
  const mirror = await startReleaseServer({ clock, releases: [releaseOf(options.terraform)] });
  started(mirror);
  const clouds = await startClouds(world, directory, options);
  started(clouds);
  return { world, provider, github, server, mirror, clouds };
}

/** What actions call in the clouds: what Terraform makes in the world is what they answer. */
async function startClouds(world: World, directory: string, { aroundSsm }: StageOptions) {
  const certificate = createCertificate();
  const authority = join(directory, 'clouds.pem');
  writeFileSync(authority, certificate.ca);
  let consoles: ConsoleOf = () => undefined;
  const servers: CloudServers = await startCloudServers(world, {
    certificate,
    clientIds: Object.values(APPLICATIONS),
    // Only the application for applies is somebody whom a vault can know.
    principalOf: (client) => (client === APPLICATIONS.apply ? OPERATOR : client),
    cluster: CLUSTER,
    consoleOf: (name) => consoles(name),
    // Operations of Azure are over at the first look, and nobody waits ten seconds for that.
    retryAfter: 0,
    ...(aroundSsm !== undefined && { aroundSsm }),
  });
  const environment = {
    ...servers.env,
    AWS_EC2_METADATA_DISABLED: 'true',
    AZURE_SUBSCRIPTION_ID: SIMULATED_ACCOUNTS.subscriptionId,
    NODE_EXTRA_CA_CERTS: authority,
  };
  const showConsoles: Stage['showConsoles'] = (consoleOf) => {
    consoles = consoleOf;
  };
  return { environment, showConsoles, close: () => servers.close() };
}

/** The one release on the mirror: whatever the code asks for, this is what the machine can run. */
function releaseOf({ path, version }: FoundTerraform): SimulatedRelease {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  return { tool: 'terraform', version, executable: path, platforms: [`${os}_${arch}`] };
}

function assemble(
  directory: string,
  { world, provider, github, server, mirror, clouds }: Parts,
  { terraform, environment = {} }: StageOptions,
  close: Stage['close'],
): Stage {
  const suiteSha = currentCommit();
  const suite = { repository: SUITE, directory: repositoryRoot, sha: suiteSha };
  const host = createRunnerHost({ state: github, server, suite });
  const folder = (name: string): string => {
    const path = join(directory, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const simulator = { ...provider.environment, ...clouds.environment, ...environment };
  const machineEnvironment = environmentOf(terraform, folder('home'), simulator);
  const workRoot = folder('runner');
  const settings = {
    host,
    workRoot,
    machineEnvironment,
    nodePath: process.execPath,
    maxParallelJobs: PARALLEL_JOBS,
    // Runs at the same time wait for each other, as those of one repository do.
    concurrency: new ConcurrencyGroups(),
  };
  return {
    world,
    github,
    serverUrl: server.serverUrl,
    suiteSha,
    mirror: { url: mirror.url, publicKey: mirror.publicKey, fingerprint: mirror.fingerprint },
    statePath: join(folder('state'), 'foundation.tfstate'),
    folder,
    machineEnvironment,
    ...createRunner(github, settings),
    showConsoles: clouds.showConsoles,
    close,
  };
}

type RunnerSettings = Omit<WorkflowRunRequest, 'run' | 'observe' | 'signal'>;

/** Runs workflows, and cancels those that are under way. */
function createRunner(
  github: GitHubState,
  settings: RunnerSettings,
): Pick<Stage, 'run' | 'cancelRuns' | 'isInterrupted'> {
  const running = new Set<RunIdentity>();
  let isInterrupted = false;
  return {
    run: async (identity, observe) => {
      running.add(identity);
      const signal = github.cancelSignal(identity);
      return runWorkflow({ ...settings, run: identity, observe, signal }).finally(() =>
        running.delete(identity),
      );
    },
    isInterrupted: () => isInterrupted,
    cancelRuns: () => {
      isInterrupted = true;
      for (const identity of running) github.cancelRun(identity);
    },
  };
}

/** What a self-hosted runner's machine would give to each job. */
function environmentOf(terraform: FoundTerraform, home: string, simulator: Readonly<Record<string, string>>) {
  const path = [dirname(terraform.path), process.env['PATH'] ?? ''].join(delimiter);
  return { PATH: path, HOME: home, LANG: 'C.UTF-8', ...simulator };
}

/** The commit checked out here; an unpacked archive without git history gets a recognisable stand-in. */
function currentCommit(): string {
  const result = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: repositoryRoot, encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim() : '1'.repeat(40);
}
