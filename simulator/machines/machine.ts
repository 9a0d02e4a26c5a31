import type { WorldObject } from '../terraform-provider/engine/types.ts';
import { ScheduledEvents } from '../servers/azure/imds/service.ts';
import { machineFacts, type MachineFacts } from '../world/machines.ts';
import type { World } from '../world/world.ts';

/** What became of a VM: `failed` machines are started again when the world has changed, as systemd would. */
export type MachineState = 'waiting' | 'starting' | 'joined' | 'failed' | 'dead';

/** One VM that runs, or would. */
export class Machine {
  readonly key: string;
  readonly events = new ScheduledEvents();
  /** Where its disk is. */
  readonly root: string;
  state: MachineState = 'waiting';
  /** Kubelet answers its health check. */
  isKubeletUp = false;
  /** Name under which it is registered; empty before. */
  node = '';
  /** Cluster and region it has joined. */
  cluster = '';
  region = '';
  /** Kubernetes version that was installed. */
  kubernetesVersion = '';
  /** Starts of the join program so far. */
  attempts = 0;
  readonly #world: World;
  #last: WorldObject;

  constructor(world: World, object: WorldObject, root: string) {
    this.#world = world;
    this.#last = object;
    this.key = object.key;
    this.root = root;
  }

  /** As it is in the world now; as it last was when it has been deleted. */
  get object(): WorldObject {
    this.#last = this.#world.objects.get(this.key) ?? this.#last;
    return this.#last;
  }

  get facts(): MachineFacts {
    return machineFacts(this.#world, this.object);
  }
}
