/**
 * What the clouds' interfaces show: the objects of the world as active faults of the link have changed them. Terraform
 * sees the objects themselves, so a fault of this kind is not drift.
 */
import type { ObjectReader, WorldObject } from '../../terraform-provider/engine/types.ts';
import type { WorldClock } from '../clock.ts';
import type { FaultSet } from '../faults.ts';
import type { World } from '../world.ts';
import { LINK_PATCHES } from './patches.ts';

/** Read access to the clouds, and the world that they are of. */
export interface CloudView {
  readonly objects: ObjectReader;
  readonly faults: FaultSet;
  readonly clock: WorldClock;
  readonly world: World;
}

interface Kept {
  readonly revisions: string;
  readonly view: CloudView;
}

const kept = new WeakMap<World, Kept>();

/** The view of this moment, the same one until an object or a fault changes. */
export function viewOf(world: World): CloudView {
  const revisions = `${world.objects.revision}/${world.faults.revision}`;
  const before = kept.get(world);
  if (before?.revisions === revisions) return before.view;
  const view = { objects: readerOf(patched(world)), faults: world.faults, clock: world.clock, world };
  kept.set(world, { revisions, view });
  return view;
}

function patched({ objects, faults }: World): readonly WorldObject[] {
  return Object.entries(LINK_PATCHES)
    .filter(([name]) => faults.strikes(name))
    .reduce<readonly WorldObject[]>((all, [, patch]) => patch(all), objects.list());
}

function readerOf(all: readonly WorldObject[]): ObjectReader {
  const byKey = new Map(all.map((object) => [object.key, object]));
  const byType = new Map<string, WorldObject[]>();
  for (const object of all) {
    const same = byType.get(object.type);
    if (same === undefined) byType.set(object.type, [object]);
    else same.push(object);
  }
  return {
    list: (type) => (type === undefined ? all : (byType.get(type) ?? [])),
    get: (key) => byKey.get(key),
  };
}
