import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CONSOLE_FILE } from './disk.ts';
import type { Machine } from './machine.ts';

/** A program of a VM that hangs is ended after this long. */
const LONGEST_MS = 120_000;

/** The processes of all VMs, a few at a time. A VM's program is the head of a process group that is ended as a whole. */
export class MachineProcesses {
  readonly #most: number;
  readonly #running = new Map<Machine, ChildProcess>();
  readonly #killed = new WeakSet<Machine>();
  readonly #queue: (() => void)[] = [];
  #busy = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Runs a program of the VM's disk; gives its exit status, -1 when a signal ended it. */
  async run(
    machine: Machine,
    program: string,
    environment: Readonly<Record<string, string>>,
  ): Promise<number> {
    await this.#enter();
    try {
      return this.#killed.has(machine) ? -1 : await this.#spawn(machine, program, environment);
    } finally {
      this.#leave();
    }
  }

  #spawn(machine: Machine, program: string, environment: Readonly<Record<string, string>>): Promise<number> {
    const child = spawn('bash', [join(machine.root, program)], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: LONGEST_MS,
      env: {
        PATH: '/usr/bin:/bin:/usr/sbin:/sbin',
        HOME: join(machine.root, 'root'),
        LANG: 'C.UTF-8',
        ROOT_DIR: machine.root,
        ...environment,
      },
    });
    this.#running.set(machine, child);
    child.stderr.on('data', (data: Buffer) => this.#journal(machine, data));
    return new Promise((resolve) => {
      child.once('error', () => resolve(-1));
      child.once('close', (status) => {
        this.#running.delete(machine);
        resolve(status ?? -1);
      });
    });
  }

  /** Everything that programs say; on a VM, journald keeps it. */
  #journal(machine: Machine, data: Buffer): void {
    if (this.#killed.has(machine)) return;
    const file = join(machine.root, 'var/log/journal.txt');
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, data);
  }

  /** A line on the serial console that no program of ours has written. */
  print(machine: Machine, line: string): void {
    appendFileSync(join(machine.root, CONSOLE_FILE), `${line}\n`);
  }

  /** Ends what the VM runs, at once, as when its power is cut; nothing of it is started any more. */
  async kill(machine: Machine): Promise<void> {
    this.#killed.add(machine);
    const child = this.#running.get(machine);
    if (child?.pid === undefined) return;
    const closed = new Promise((resolve) => child.once('close', resolve));
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      return;
    }
    await closed;
  }

  #enter(): Promise<void> {
    if (this.#busy < this.#most) {
      this.#busy += 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => this.#queue.push(resolve));
  }

  /** The place goes to who waits longest. */
  #leave(): void {
    const next = this.#queue.shift();
    if (next === undefined) this.#busy -= 1;
    else next();
  }
}
