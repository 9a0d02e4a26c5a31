/** Serial consoles of VMs: in a blob whose address carries the right to read it. */
import { randomUUID } from 'node:crypto';
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { machineStateOf } from '../../../world/machine-states.ts';
import type { World } from '../../../world/world.ts';
import type { PlainAnswer, PlainRequest } from '../../listen.ts';
import { idOf } from './resource.ts';

/** The address of a console for a short time; what the world keeps of it comes first. */
export function publishConsole(
  machine: WorldObject,
  name: string,
  {
    world,
    url,
    blobs,
    consoleOf,
  }: {
    readonly world: World;
    readonly url: string;
    /** Consoles by the signature in their address. */
    readonly blobs: Map<string, string>;
    readonly consoleOf: ((name: string) => string | undefined) | undefined;
  },
): object {
  const kept = machineStateOf(world, idOf(machine)).console;
  const signature = randomUUID();
  blobs.set(signature, kept || (consoleOf?.(name) ?? ''));
  return { serialConsoleLogBlobUri: `${url}/bootdiagnostics/${name}.serialconsole.log?sig=${signature}` };
}

/** Of ranges, the last bytes are known. */
export function consoleBlob(
  { url, headers }: PlainRequest,
  blobs: ReadonlyMap<string, string>,
): PlainAnswer | undefined {
  if (!url.pathname.startsWith('/bootdiagnostics/')) return undefined;
  const console = blobs.get(url.searchParams.get('sig') ?? '');
  if (console === undefined) return { status: 403, body: 'AuthenticationFailed' };
  const last = Number(/^bytes=-(\d+)$/.exec(headers['range'] ?? '')?.[1] ?? console.length);
  const body = Buffer.from(console).subarray(-last).toString('utf8');
  return { status: 206, headers: { 'content-type': 'text/plain' }, body };
}
