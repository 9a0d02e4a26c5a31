/**
 * Deletions, and VMs that are stopped: long-running operations as ARM plays them, 202 with `Azure-AsyncOperation` and
 * `Location`, polled until they are over. The work is done when the poll says so.
 */
import { randomUUID } from 'node:crypto';
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { sameId } from '../../../world/attributes.ts';
import { forgetMachineState, setMachineState } from '../../../world/machine-states.ts';
import { stopMachine } from '../../../world/machine-stops.ts';
import type { World } from '../../../world/world.ts';
import { objectsOf, systemDisk, userOf } from './machine-parts.ts';
import { ArmRefusal } from './refusal.ts';
import { idOf, text } from './resource.ts';

export interface Operation {
  /** Polls that still answer that it is under way. */
  left: number;
  readonly finish: () => void;
  isOver: boolean;
}

export interface Accepted {
  readonly status: 202 | 204;
  readonly headers: Readonly<Record<string, string>>;
}

const OPERATION =
  /^\/subscriptions\/[^/]+\/providers\/Microsoft\.Compute\/locations\/[^/]+\/operations\/([^/]+)$/i;
/** A fixed subscription, for operations are known by their ids. */
const PLACE = 'providers/Microsoft.Compute/locations/germanywestcentral/operations';

const MACHINE = 'azurerm_linux_virtual_machine';

/** Begins to delete an object, or to stop a VM. @throws ArmRefusal where Azure refuses */
export function beginChange(
  change: 'delete' | 'deallocate',
  object: WorldObject,
  {
    world,
    url,
    operations,
    locked,
  }: {
    readonly world: World;
    readonly url: string;
    readonly operations: Map<string, Operation>;
    /** ARM ids with a lock against deletion. */
    readonly locked: readonly string[];
  },
): Accepted {
  const id = idOf(object);
  if (change === 'delete') refuseDeletion(object, world, locked);
  const operation = randomUUID();
  const finish = change === 'delete' ? () => remove(world, object) : () => deallocate(world, object);
  operations.set(operation, { left: 1, finish, isOver: false });
  const place = `${url}/subscriptions/${id.split('/')[2] ?? ''}/${PLACE}/${operation}?api-version=2024-07-01`;
  // Azure says ten seconds; there is nothing to wait for here.
  const headers = { 'azure-asyncoperation': place, location: `${place}&monitor=true`, 'retry-after': '0' };
  return { status: 202, headers };
}

/** The words of each provider for what is in use. */
function refuseDeletion(object: WorldObject, world: World, locked: readonly string[]): void {
  const id = idOf(object);
  if (locked.some((one) => one.toLowerCase() === id.toLowerCase())) {
    throw new ArmRefusal(
      409,
      'ScopeLocked',
      `The scope '${id}' cannot perform delete operation because following scope(s) are locked: '${id}'. Please remove the lock and try again.`,
    );
  }
  const user = object.type === MACHINE ? undefined : userOf(object, world);
  if (user === undefined) return;
  const name = text(object.attributes, 'name');
  if (object.type === 'azurerm_managed_disk') {
    throw new ArmRefusal(409, 'OperationNotAllowed', `Disk ${name} is attached to VM ${user}.`);
  }
  const code = object.type === 'azurerm_public_ip' ? 'PublicIPAddressCannotBeDeleted' : 'NicInUse';
  throw new ArmRefusal(400, code, `${name} cannot be deleted since it is in use by ${user}.`);
}

/** Its system disk stays, with nothing that uses it. */
function remove(world: World, object: WorldObject): void {
  if (object.type === MACHINE && world.objects.get(object.key) !== undefined) {
    const disk = objectsOf('azurerm_managed_disk', world).find(
      (one) => idOf(one).toLowerCase() === idOf(systemDisk(object)).toLowerCase(),
    );
    world.objects.delete(object.key);
    if (disk !== undefined) world.objects.put(disk);
    freeInterfaces(world, object);
    stopMachine(world, object);
    forgetMachineState(world, idOf(object));
    return;
  }
  world.objects.delete(object.key);
}

/** Interfaces of a VM that is gone name no VM any more. */
function freeInterfaces(world: World, machine: WorldObject): void {
  for (const one of world.objects.list('azurerm_network_interface')) {
    if (!sameId(text(one.attributes, 'virtual_machine_id'), idOf(machine))) continue;
    world.objects.patch(one.key, { virtual_machine_id: '' });
  }
}

function deallocate(world: World, object: WorldObject): void {
  setMachineState(world, idOf(object), { power: 'deallocated' });
  stopMachine(world, object);
}

/** The answer to a poll; undefined for another path. */
export function pollOperation(
  pathname: string,
  operations: ReadonlyMap<string, Operation>,
): { readonly status: string } | undefined {
  const id = OPERATION.exec(pathname)?.[1];
  if (id === undefined) return undefined;
  const operation = operations.get(id);
  if (operation === undefined) throw new ArmRefusal(404, 'NotFound', 'The operation was not found.');
  if (operation.left > 0) {
    operation.left -= 1;
    return { status: 'InProgress' };
  }
  if (!operation.isOver) operation.finish();
  operation.isOver = true;
  return { status: 'Succeeded' };
}
