/** Where the simulated API servers of a world listen. Terraform knows them by the name that EKS would give them. */
import type { World } from './world.ts';

export interface ApiServerAddress {
  /** Without a path. */
  readonly url: string;
  /** PEM of the authority its certificate is from. */
  readonly ca: string;
}

const addresses = new WeakMap<World, Map<string, ApiServerAddress>>();

/** Makes EKS name this server as the cluster's endpoint, until the returned function is called. */
export function announceApiServer(world: World, cluster: string, address: ApiServerAddress): () => void {
  const known = addresses.get(world) ?? new Map<string, ApiServerAddress>();
  addresses.set(world, known.set(cluster, address));
  return () => void known.delete(cluster);
}

/** The server of a cluster; undefined where none runs. */
export function apiServerOf(world: World, cluster: string): ApiServerAddress | undefined {
  return addresses.get(world)?.get(cluster);
}
