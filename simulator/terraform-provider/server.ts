import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { World } from '../world/world.ts';
import { SIMULATED_ACCOUNTS } from '../world/world.ts';
import { SimulatorError } from '../world/errors.ts';
import { createGrpcServer, type GrpcServer } from './wire/grpc.ts';
import { loadProvider, PROVIDERS, type LoadedProvider } from './schema/load.ts';
import type { InstanceDefaults } from './engine/instance.ts';
import type { ProviderTables } from './engine/tables.ts';
import { reattachEntry, type ReattachEntry } from './reattach.ts';
import { ProviderService } from './service.ts';
import * as allTables from './tables/index.ts';

export interface ProviderServerOptions {
  readonly world: World;
  /** What is known about resource types; all of the simulator's tables when absent. */
  readonly tables?: ProviderTables;
  /** Never claim the legacy type system, and plan accordingly: Terraform then checks every answer. For tests. */
  readonly strict?: boolean;
  /** Region, account, subscription and tenant where provider blocks name none. */
  readonly defaults?: Partial<InstanceDefaults>;
}

export interface ProviderServer {
  /** Variables under which `terraform` talks to this server instead of installing providers. */
  readonly environment: Readonly<Record<string, string>>;
  /** Ends the connections and stops listening; the world stays open. */
  close(): Promise<void>;
}

/**
 * Serves every provider of `PROVIDERS` from one process, each on a Unix socket in a folder of its
 * own that only this user can enter (the protocol has no authentication); on Windows on 127.0.0.1.
 */
export async function startProviderServer(options: ProviderServerOptions): Promise<ProviderServer> {
  const { world } = options;
  const servers: GrpcServer[] = [];
  const sockets = mkdtempSync(join(socketRoot(), 'tfsim-'));
  chmodSync(sockets, 0o700);
  const close = async () => {
    await Promise.all(servers.map((server) => server.close()));
    rmSync(sockets, { recursive: true, force: true });
    await world.objects.flush();
  };
  try {
    const entries: Record<string, ReattachEntry> = {};
    for (const { name } of PROVIDERS) {
      const provider = loadProvider(name);
      const server = createGrpcServer({ handlers: serviceFor(provider, options).handlers() });
      servers.push(server);
      entries[provider.address] = reattachEntry(
        provider.protocol,
        await listen(server, join(sockets, `${name}.sock`)),
      );
    }
    return { environment: environmentFor(world.directory, entries), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A socket's path may have about 100 bytes, so the world's folder is no place for it, nor a long TMPDIR. */
const LONGEST_SOCKET_ROOT = 70;

function socketRoot(): string {
  return process.platform === 'win32' || tmpdir().length <= LONGEST_SOCKET_ROOT ? tmpdir() : '/tmp';
}

function serviceFor(provider: LoadedProvider, options: ProviderServerOptions): ProviderService {
  const { world, strict = false, tables = allTables } = options;
  return new ProviderService(
    { provider, world, tables, strict },
    { ...SIMULATED_ACCOUNTS, ...options.defaults },
  );
}

async function listen(
  grpc: GrpcServer,
  socket: string,
): Promise<{ readonly network: 'unix' | 'tcp'; readonly address: string }> {
  const { server } = grpc;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: Error) => {
      reject(
        new SimulatorError(
          'SIM1104',
          `cannot listen: ${error.message}`,
          'Check that the temporary folder is writable.',
          { cause: error },
        ),
      );
    });
    if (process.platform === 'win32') server.listen(0, '127.0.0.1', resolve);
    else server.listen(socket, resolve);
  });
  if (process.platform !== 'win32') return { network: 'unix', address: socket };
  const { port } = server.address() as AddressInfo;
  return { network: 'tcp', address: `127.0.0.1:${port}` };
}

/**
 * Besides the way to the providers: no check for new versions of Terraform, and an empty CLI configuration, so that a
 * user's own (mirrors, development overrides, plugin caches) does not change what a simulation does.
 */
function environmentFor(
  directory: string,
  entries: Readonly<Record<string, ReattachEntry>>,
): Readonly<Record<string, string>> {
  const cliConfig = join(directory, 'terraform.tfrc');
  if (!existsSync(cliConfig)) writeFileSync(cliConfig, '');
  return {
    TF_REATTACH_PROVIDERS: JSON.stringify(entries),
    TF_CLI_CONFIG_FILE: cliConfig,
    CHECKPOINT_DISABLE: '1',
  };
}
