import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AuditLog } from './audit-log.ts';
import { AwsSessions } from './aws-sessions.ts';
import { systemClock, type WorldClock } from './clock.ts';
import { SimulatorError } from './errors.ts';
import { FaultSet } from './faults.ts';
import { Journal } from './journal.ts';
import { ObjectStore } from './store.ts';

export interface WorldOptions {
  /** Folder that holds everything of this world; created when missing. */
  readonly directory: string;
  readonly clock?: WorldClock;
  /** Worlds with different seeds invent different ids and addresses; the same seed gives the same ones. */
  readonly seed?: string;
}

/** The accounts of the simulated clouds, recognisable as invented: AWS's documentation account, ids full of zeros. */
export const SIMULATED_ACCOUNTS = {
  accountId: '123456789012',
  region: 'eu-central-1',
  subscriptionId: '00000000-0000-4000-8000-000000000001',
  tenantId: '00000000-0000-4000-8000-000000000002',
} as const;

/** Worlds open in this process, so that a process id left in a lock file by an earlier one is not taken for ours. */
const openDirectories = new Set<string>();

/** The simulated clouds: their objects, time, faults and history. One process opens a world at a time. */
export class World {
  readonly directory: string;
  readonly clock: WorldClock;
  readonly seed: string;
  readonly objects: ObjectStore;
  readonly audit: AuditLog;
  readonly faults = new FaultSet();
  readonly journal = new Journal();
  readonly sessions = new AwsSessions();

  private constructor(options: WorldOptions, directory: string) {
    this.directory = directory;
    this.clock = options.clock ?? systemClock;
    this.seed = options.seed ?? '';
    this.objects = new ObjectStore(join(directory, 'objects.json'));
    this.audit = new AuditLog(this.objects, this.clock);
  }

  /**
   * Opens the world in a folder, an empty one where there is none. Throws SIM1002 when its file is damaged, SIM1003
   * when it is open already.
   */
  static open(options: WorldOptions): World {
    const directory = resolve(options.directory);
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    acquire(directory);
    try {
      return new World(options, directory);
    } catch (error) {
      release(directory);
      throw error;
    }
  }

  /** Writes what is outstanding and lets others open the world. */
  async close(): Promise<void> {
    await this.objects.flush();
    release(this.directory);
  }
}

function lockFile(directory: string): string {
  return join(directory, 'world.lock');
}

function acquire(directory: string): void {
  const file = lockFile(directory);
  if (existsSync(file)) {
    const holder = Number(readFileSync(file, 'utf8'));
    if (openDirectories.has(directory) || (holder !== process.pid && isAlive(holder))) {
      throw new SimulatorError(
        'SIM1003',
        `the world in ${directory} is open in process ${holder}`,
        'End that process, or use another folder.',
      );
    }
  }
  writeFileSync(file, String(process.pid));
  openDirectories.add(directory);
}

function release(directory: string): void {
  openDirectories.delete(directory);
  rmSync(lockFile(directory), { force: true });
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
