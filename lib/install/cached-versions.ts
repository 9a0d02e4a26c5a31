import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findCached } from './tool-cache.ts';
import type { InstallRequest } from './types.ts';

/**
 * Versions in the tool cache that a request for them would find there, without any request to a mirror; in no
 * particular order. Empty when there is no cache.
 */
export async function listCached(request: Omit<InstallRequest, 'version'>): Promise<readonly string[]> {
  const names = await readdir(join(request.toolCache, request.tool)).catch(() => []);
  const found = await Promise.all(names.map((version) => findCached({ ...request, version })));
  return names.filter((_, index) => found[index] !== undefined);
}
