/** Runs the programs of a simulated VM one by one, so that a test can interrupt them and look at the disk. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startMachines, type RunningMachines } from '#simulator/machines/start.js';
import type { Intercept } from '#simulator/machines/gateway.js';
import type { World } from '#simulator/world/world.js';
import { furnish, openWorld, putActivation, putVm, type VmOptions } from './cloud-init.ts';

export interface ProgramResult {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  /** The journal: everything on standard error. */
  readonly journal: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Sends `signal` to the process group, as systemd does, when this has been said. */
  readonly interrupt?: { readonly at: string; readonly signal: NodeJS.Signals };
}

export interface NodeBench {
  readonly world: World;
  readonly machines: RunningMachines;
  readonly root: string;
  /** Code of the activation in the vault. */
  readonly code: string;
  run(
    program: 'join' | 'events' | 'leave',
    options?: RunOptions,
    ...parameters: readonly string[]
  ): Promise<ProgramResult>;
  /** Content of a file of the VM; undefined when it is not there. */
  file(path: string): string | undefined;
  status(): Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** A world in order with one VM whose disk is written and that has run nothing yet. */
export async function startBench(vm: VmOptions, intercept?: Intercept): Promise<NodeBench> {
  const world = openWorld();
  furnish(world);
  const { activationCode } = putActivation(world);
  putVm(world, vm);
  const machines = await startMachines(world, {
    autostart: false,
    ...(intercept !== undefined && { intercept }),
  });
  await machines.whenSettled();
  const name = vm.name ?? 'vm-1';
  const root = machines.find(name)?.root ?? '';
  const file = (path: string) => {
    const whole = join(root, path);
    return existsSync(whole) ? readFileSync(whole, 'utf8') : undefined;
  };
  return {
    world,
    machines,
    root,
    code: activationCode,
    file,
    status: () => JSON.parse(file('/var/lib/eks-hybrid/status.json') ?? '{}') as Record<string, string>,
    run: (program, options = {}, ...parameters) => {
      const env = { ...machines.environment(name), ROOT_DIR: root, ...options.env };
      return runProgram(
        join(root, `usr/local/libexec/eks-hybrid/${program}.sh`),
        parameters,
        env,
        options.interrupt,
      );
    },
    close: async () => {
      await machines.stop();
      await world.close();
    },
  };
}

function runProgram(
  path: string,
  parameters: readonly string[],
  env: Readonly<Record<string, string>>,
  interrupt: RunOptions['interrupt'],
): Promise<ProgramResult> {
  const child = spawn('bash', [path, ...parameters], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 50_000,
    env: { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LANG: 'C.UTF-8', ...env },
  });
  let journal = '';
  let interrupted = false;
  const hear = (data: Buffer) => {
    journal += data.toString('utf8');
    if (interrupt === undefined || interrupted || !journal.includes(interrupt.at)) return;
    interrupted = true;
    if (child.pid !== undefined) process.kill(-child.pid, interrupt.signal);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, journal }));
  });
}
