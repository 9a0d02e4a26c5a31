import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RunnerEvent, WorkflowRunResult } from '#simulator/runner/events.js';
import type { RunIdentity } from '#simulator/runner/host.js';
import { runWorkflow } from '#simulator/runner/run-workflow.js';
import { createRunnerHost } from '#simulator/servers/github/host.js';
import { startGitHubServer } from '#simulator/servers/github/server.js';
import { assertSafeEnvironment } from '#simulator/terraform-provider/guard.js';
import { startProviderServer } from '#simulator/terraform-provider/server.js';
import { GitHubState } from '#simulator/world/github.js';
import { World } from '#simulator/world/world.js';
import { repositoryRoot } from '../support/repository.ts';
import type { FoundTerraform } from '../support/terraform.ts';
import { SUITE } from './repository.ts';

export interface StageOptions {
  readonly faults: readonly string[];
  readonly port: number;
  readonly terraform: FoundTerraform;
}

/** The simulated clouds and GitHub, up and running, with what a rehearsal does on them. */
export interface Stage {
  readonly world: World;
  readonly github: GitHubState;
  readonly serverUrl: string;
  /** Commit of this suite that the caller workflow is pinned to. */
  readonly suiteSha: string;
  /** Where the stack's state lies, as a bucket would hold it. */
  readonly statePath: string;
  /** A new empty folder below the world's. */
  folder(name: string): string;
  /** The environment a job's machine has; also what Terraform needs to reach the simulated providers. */
  readonly machineEnvironment: Readonly<Record<string, string>>;
  run(identity: RunIdentity, observe: (event: RunnerEvent) => void): Promise<WorkflowRunResult>;
  /** Cancels every run that is under way. */
  cancelRuns(): void;
  /** Stops the servers; removes the world unless it is to be kept. */
  close(keepFiles: boolean): Promise<void>;
}

/** One plan at a time keeps a small machine responsive; discovery and comment are short. */
const PARALLEL_JOBS = 2;

/**
 * Sets the stage in a temporary folder. Refuses (SIM11xx) beside real cloud credentials, whose presence would make it
 * possible to mistake the simulation for the real thing.
 */
export async function setStage(options: StageOptions): Promise<Stage> {
  assertSafeEnvironment(process.env);
  const directory = mkdtempSync(join(tmpdir(), 'eks-hybrid-rehearsal-'));
  const world = World.open({ directory });
  for (const fault of options.faults) world.faults.enable(fault);
  const provider = await startProviderServer({ world });
  const github = new GitHubState({ directory: join(directory, 'github'), clock: world.clock });
  const server = await startGitHubServer({
    state: github,
    clock: world.clock,
    faults: world.faults,
    port: options.port,
  });
  const suiteSha = currentCommit();
  const host = createRunnerHost({
    state: github,
    server,
    suite: { repository: SUITE, directory: repositoryRoot, sha: suiteSha },
  });
  const running = new Set<RunIdentity>();
  const folder = (name: string): string => {
    const path = join(directory, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const machineEnvironment = {
    PATH: [dirname(options.terraform.path), process.env['PATH'] ?? ''].join(
      process.platform === 'win32' ? ';' : ':',
    ),
    HOME: folder('home'),
    LANG: 'C.UTF-8',
    ...provider.environment,
  };
  return {
    world,
    github,
    serverUrl: server.serverUrl,
    suiteSha,
    statePath: join(folder('state'), 'foundation.tfstate'),
    folder,
    machineEnvironment,
    run: async (identity, observe) => {
      running.add(identity);
      const result = await runWorkflow({
        run: identity,
        host,
        workRoot: folder('runner'),
        machineEnvironment,
        nodePath: process.execPath,
        observe,
        signal: github.cancelSignal(identity),
        maxParallelJobs: PARALLEL_JOBS,
      });
      running.delete(identity);
      return result;
    },
    cancelRuns: () => {
      for (const identity of running) github.cancelRun(identity);
    },
    close: async (keepFiles) => {
      await server.close();
      await provider.close();
      await world.close();
      if (!keepFiles) rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The commit checked out here; an unpacked archive without git history gets a recognisable stand-in. */
function currentCommit(): string {
  const result = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: repositoryRoot, encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim() : '1'.repeat(40);
}
