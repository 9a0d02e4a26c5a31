/**
 * Everything a simulated VM can reach, on one port: below `/<machine>` its metadata service, Key Vault, the release host
 * and the world's side of nodeadm. Without a way to the Internet the last three do not answer.
 */
import { createMetadataService, type MachineMetadata } from '../servers/azure/imds/service.ts';
import { createKeyVaultService } from '../servers/azure/key-vault/service.ts';
import { TokenIssuer } from '../servers/azure/tokens.ts';
import {
  below,
  startService,
  type RunningService,
  type Service,
  type ServiceReply,
  type ServiceRequest,
} from '../servers/loopback.ts';
import { createNodeadmReleaseService } from '../servers/nodeadm-releases/service.ts';
import { egressObstacle } from '../world/machines.ts';
import { SIMULATED_ACCOUNTS, type World } from '../world/world.ts';
import { createControlService } from './control.ts';
import type { Machine } from './machine.ts';

/**
 * Answers in place of a service, for tests: `path` begins with imds, vault, assets or nodeadm. Undefined leaves the
 * answer to the service.
 */
export type Intercept = (
  request: ServiceRequest,
) => Promise<ServiceReply | undefined> | ServiceReply | undefined;

export interface Gateway extends RunningService {
  /** Lets the machine in; gives the address of everything of its. */
  add(machine: Machine): string;
  remove(machine: Machine): void;
}

/** One per world: tokens that it issues are good only with its own Key Vault. */
export async function startGateway(world: World, intercept?: Intercept): Promise<Gateway> {
  const tokens = new TokenIssuer(world.clock);
  const services = new Map<string, Service>();
  const names = new Map<Machine, string>();
  const running = await startService(async (request) => {
    const [, first = ''] = request.path.split('/');
    const inner = below(request, `/${first}`);
    const service = services.get(first);
    if (service === undefined || inner === undefined) return { status: 404 };
    return (await intercept?.(inner)) ?? service(inner);
  });
  return {
    ...running,
    add: (machine) => {
      const name = names.get(machine) ?? `machine-${names.size + 1}`;
      names.set(machine, name);
      if (!services.has(name)) services.set(name, servicesOf(world, tokens, machine));
      return `${running.url}/${name}`;
    },
    remove: (machine) => void services.delete(names.get(machine) ?? ''),
  };
}

function servicesOf(world: World, tokens: TokenIssuer, machine: Machine): Service {
  const metadata = createMetadataService({
    machine: () => metadataOf(machine),
    events: machine.events,
    tokens,
  });
  const vault = createKeyVaultService({ world, tokens });
  const releases = createNodeadmReleaseService();
  const control = createControlService(world, machine);
  return (request) => {
    const imds = below(request, '/imds');
    if (imds !== undefined) return metadata(imds);
    const nodeadm = below(request, '/nodeadm');
    if (nodeadm !== undefined) return control(nodeadm);
    if (egressObstacle(world, machine.object) !== undefined) return 'reset';
    const keyVault = below(request, '/vault');
    if (keyVault !== undefined) return world.faults.strikes('secret-denied') ? DENIED : vault(keyVault);
    const assets = below(request, '/assets');
    if (assets === undefined) return { status: 404 };
    return releases(
      isCorrupt(world, assets.path) ? { ...assets, path: `/wrong-hash${assets.path}` } : assets,
    );
  };
}

const DENIED = { status: 403, body: { error: { code: 'Forbidden', message: 'Caller is not authorized' } } };

function isCorrupt(world: World, path: string): boolean {
  return path.endsWith('/nodeadm') && world.faults.strikes('nodeadm-wrong-hash');
}

function metadataOf(machine: Machine): MachineMetadata {
  const { name, location, zone, vmId, vmSize, resourceGroupName, identities } = machine.facts;
  const { subscriptionId } = SIMULATED_ACCOUNTS;
  return { name, location, zone, vmId, vmSize, resourceGroupName, subscriptionId, identities };
}
