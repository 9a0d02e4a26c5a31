/**
 * VMs as processes of the world: each Linux VM that Terraform creates gets a disk below a scratch folder, its custom data
 * is written there as cloud-init would, and the join program runs as it is, in bash, against the simulated services.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ObjectChange } from '../world/store.ts';
import { loseConnection } from '../world/activations.ts';
import { text } from '../world/attributes.ts';
import { MACHINE_TYPE } from '../world/machines.ts';
import { loseNode, removeNodes } from '../world/nodes.ts';
import type { World } from '../world/world.ts';
import { CONSOLE_FILE, EVENTS_PROGRAM, JOIN_PROGRAM, writeCustomData, writeImage } from './disk.ts';
import { startGateway, type Gateway, type Intercept } from './gateway.ts';
import { Machine, type MachineState } from './machine.ts';
import { MachineProcesses } from './processes.ts';

export interface StartMachinesOptions {
  /** Where disks are kept; emptied by `stop`. Default: `machines` in the world's folder. */
  readonly directory?: string;
  /** How many programs run at a time. Default 2. */
  readonly concurrency?: number;
  /** Starts of the join program of one VM at most; systemd's limit is 20 in six hours. Default 5. */
  readonly attempts?: number;
  /** False leaves it at writing the disks: the caller runs the programs. Default true. */
  readonly autostart?: boolean;
  readonly intercept?: Intercept;
}

/** What can be seen of a VM from outside. */
export interface MachineReport {
  readonly name: string;
  readonly state: MachineState;
  /** `mi-…`, empty when it is not registered. */
  readonly node: string;
  /** Text of the serial console, as boot diagnostics show it. */
  readonly console: string;
  /** Content of /var/lib/eks-hybrid/status.json; undefined before there is one. */
  readonly status: Readonly<Record<string, string>> | undefined;
}

export interface RunningMachines {
  /** Resolves when no VM is starting, and none that failed would fare better by now. */
  whenSettled(): Promise<readonly MachineReport[]>;
  reports(): readonly MachineReport[];
  /** Text of the serial console of the machine of that name; undefined when none runs. */
  consoleOf(name: string): string | undefined;
  /** Machine of that name, to announce scheduled events to it. */
  find(name: string): Machine | undefined;
  /** Runs the program that watches scheduled events once over the list. */
  watchEvents(name: string): Promise<void>;
  /** Variables under which programs of that VM reach the world. */
  environment(name: string): Readonly<Record<string, string>>;
  /** Ends all processes and removes all disks. */
  stop(): Promise<void>;
}

const ATTEMPTS = 5;

/** Starts the VMs that are in the world, and from then on each that comes; ends those that go. */
export async function startMachines(
  world: World,
  options: StartMachinesOptions = {},
): Promise<RunningMachines> {
  const directory = options.directory ?? join(world.directory, 'machines');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const gateway = await startGateway(world, options.intercept);
  const room = new MachineRoom(world, directory, gateway, options);
  for (const object of world.objects.list(MACHINE_TYPE)) {
    room.changed({ kind: 'put', object, before: undefined });
  }
  const forget = world.objects.onChange((change) => room.changed(change));
  return {
    whenSettled: async () => {
      await room.settle();
      return room.reports();
    },
    reports: () => room.reports(),
    consoleOf: (name) => room.consoleOf(name),
    find: (name) => room.find(name),
    watchEvents: (name) => room.watchEvents(name),
    environment: (name) => {
      const machine = room.find(name);
      return machine === undefined ? {} : room.environment(machine);
    },
    stop: async () => {
      forget();
      await room.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

class MachineRoom {
  readonly #world: World;
  readonly #directory: string;
  readonly #gateway: Gateway;
  readonly #options: StartMachinesOptions;
  readonly #machines = new Map<string, Machine>();
  readonly #processes: MachineProcesses;
  readonly #work = new Set<Promise<void>>();
  /** Changes of the world made by others than the VMs, and how many of them a failed machine had seen. */
  #changes = 0;
  readonly #seen = new Map<string, number>();
  #made = 0;

  constructor(world: World, directory: string, gateway: Gateway, options: StartMachinesOptions) {
    this.#world = world;
    this.#directory = directory;
    this.#gateway = gateway;
    this.#options = options;
    this.#processes = new MachineProcesses(options.concurrency ?? 2);
  }

  changed({ kind, object, before }: Omit<ObjectChange, 'by'>): void {
    this.#changes += 1;
    if (object.type === 'aws_eks_cluster' && kind === 'delete')
      removeNodes(this.#world, text(object, 'name'));
    if (object.type !== MACHINE_TYPE) return;
    if (kind === 'delete') this.#track(this.#end(object.key));
    else if (before === undefined) this.#create(object);
  }

  #create(object: ObjectChange['object']): void {
    this.#made += 1;
    const machine = new Machine(this.#world, object, join(this.#directory, `vm-${this.#made}`));
    this.#machines.set(object.key, machine);
    this.#gateway.add(machine);
    this.#track(this.#boot(machine));
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => this.#work.delete(tracked));
    this.#work.add(tracked);
  }

  /** The first boot: image, custom data, join program. */
  async #boot(machine: Machine): Promise<void> {
    // Terraform's answer comes first; nothing of this may hold it up.
    await new Promise((resolve) => setImmediate(resolve));
    writeImage(machine.root, machine.facts);
    if (this.#world.faults.strikes('machine-never-boots', 1)) {
      machine.state = 'dead';
      this.#processes.print(machine, 'grub> _');
      return;
    }
    try {
      const address = this.#gateway.add(machine);
      writeCustomData(machine.root, machine.facts.customData, (settings) => ({
        KEY_VAULT_URI: `${address}/vault/${new URL(settings['KEY_VAULT_URI'] ?? 'https://none').hostname.split('.')[0] ?? ''}`,
        NODEADM_BASE_URL: `${address}/assets/releases`,
      }));
    } catch (error) {
      machine.state = 'dead';
      this.#processes.print(machine, `cloud-init: ${error instanceof Error ? error.message : String(error)}`);
      return;
    }
    if (this.#options.autostart !== false) await this.#join(machine);
  }

  async #join(machine: Machine): Promise<void> {
    this.#seen.set(machine.key, this.#changes);
    machine.state = 'starting';
    machine.attempts += 1;
    const status = await this.#processes.run(machine, JOIN_PROGRAM, this.environment(machine));
    machine.state = status === 0 ? 'joined' : 'failed';
  }

  environment(machine: Machine): Readonly<Record<string, string>> {
    const address = this.#gateway.add(machine);
    return {
      IMDS_URL: `${address}/imds`,
      NODEADM_WORLD: `${address}/nodeadm`,
      KUBELET_HEALTH_URL: `${address}/nodeadm/healthz`,
      // World time is not this machine's: what a VM waits for on a clock is not waited for.
      RETRY_SECONDS_MAX: '0',
      MACHINE: machine.facts.architecture,
    };
  }

  async watchEvents(name: string): Promise<void> {
    const machine = this.find(name);
    if (machine === undefined) return;
    const pace = { EVENTS_POLLS: '1', EVENTS_SECONDS: '0', DRAIN_SECONDS: '0' };
    await this.#processes.run(machine, EVENTS_PROGRAM, { ...this.environment(machine), ...pace });
  }

  async #end(key: string): Promise<void> {
    const machine = this.#machines.get(key);
    if (machine === undefined) return;
    if (machine.state === 'joined' && machine.facts.isToldOfDeletion) {
      machine.events.add('Terminate', machine.facts.name);
      await this.watchEvents(machine.facts.name);
    }
    await this.#processes.kill(machine);
    this.#machines.delete(key);
    this.#gateway.remove(machine);
    if (machine.node !== '') {
      loseConnection(this.#world, machine.region, machine.node);
      loseNode(this.#world, machine.cluster, machine.node);
    }
    rmSync(machine.root, { recursive: true, force: true });
  }

  async settle(): Promise<void> {
    for (;;) {
      while (this.#work.size > 0) await Promise.all(this.#work);
      const again = [...this.#machines.values()].filter(
        (machine) =>
          machine.state === 'failed' &&
          machine.attempts < (this.#options.attempts ?? ATTEMPTS) &&
          this.#seen.get(machine.key) !== this.#changes,
      );
      if (again.length === 0) return;
      for (const machine of again) this.#track(this.#join(machine));
    }
  }

  find(name: string): Machine | undefined {
    return [...this.#machines.values()].find((machine) => machine.facts.name === name);
  }

  consoleOf(name: string): string | undefined {
    const machine = this.find(name);
    return machine === undefined ? undefined : consoleText(machine);
  }

  reports(): readonly MachineReport[] {
    return [...this.#machines.values()].map((machine) => ({
      name: machine.facts.name,
      state: machine.state,
      node: machine.node,
      console: consoleText(machine),
      status: parseStatus(read(join(machine.root, '/var/lib/eks-hybrid/status.json'))),
    }));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#machines.values()].map((machine) => this.#processes.kill(machine)));
    while (this.#work.size > 0) await Promise.all(this.#work);
    await this.#gateway.close();
  }
}

function consoleText(machine: Machine): string {
  return read(join(machine.root, CONSOLE_FILE)) ?? '';
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parseStatus(content: string | undefined): MachineReport['status'] {
  return content === undefined ? undefined : (JSON.parse(content) as Record<string, string>);
}
