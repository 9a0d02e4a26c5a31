import type { Resource } from './resources.ts';
import type { ClusterDoor, ListOptions } from './types.ts';

/** Where the objects are kept; what is kept of each is the owner's choice. */
export interface Follower<T> {
  /** A page of a list that replaces everything; `isFirst` for its first one. */
  listed(items: readonly T[], isFirst: boolean): void;
  /** The list is whole; from here on single objects come and go. */
  complete(): void;
  stored(object: T): void;
  removed(object: T): void;
}

/**
 * Keeps a follower up to date by one list and a watch, and lists anew when the server has forgotten where the watch was.
 * Resolves when the signal aborts. @throws as the door's list and watch
 */
export async function follow<T>(
  door: ClusterDoor,
  resource: Resource<T>,
  options: ListOptions,
  follower: Follower<T>,
  signal: AbortSignal,
): Promise<void> {
  const { pageSize: _size, ...where } = options;
  while (!signal.aborted) {
    let isFirst = true;
    const resourceVersion = await door.visit(resource, options, {
      page: (items) => {
        follower.listed(items, isFirst);
        isFirst = false;
      },
      restart: () => {
        isFirst = true;
      },
    });
    follower.complete();
    for await (const event of door.watch(resource, { ...where, resourceVersion, signal })) {
      if (event.type === 'deleted') follower.removed(event.object);
      else if (event.type !== 'expired') follower.stored(event.object);
    }
  }
}
