import type {
  BgpConnection,
  LocalNetworkGateway,
  NetworkManagementClient,
  NetworkManagementClientOptionalParams,
  RouteTable,
  VirtualHub,
  VirtualNetwork,
  VirtualNetworkGateway,
  VirtualNetworkGatewayConnection,
} from '@azure/arm-network';
import type { AzureEnvironment } from '../action/azure-environment.ts';
import { ActionError } from '../action/errors.ts';
import { retry } from '../action/retry.ts';
import { isObject } from '../terraform/plan-json.ts';
import { type AzureDeps, createAzureCredential } from './credential.ts';

/** A list, or why it could not be read to its end. */
export type AzureAnswer<T> =
  { readonly ok: true; readonly value: readonly T[] } | { readonly ok: false; readonly reason: string };

/** A connection without its key, which Azure sends along and which never leaves this file. */
export type KeylessConnection = Omit<VirtualNetworkGatewayConnection, 'sharedKey' | 'authorizationKey'>;

/** Read-only door to Microsoft.Network of one subscription. Without a group, lists are of the whole subscription. */
export interface AzureNetworkReader {
  virtualNetworks(group: string | null): Promise<AzureAnswer<VirtualNetwork>>;
  /** Azure lists gateways and connections by group alone. */
  gateways(group: string): Promise<AzureAnswer<VirtualNetworkGateway>>;
  localGateways(group: string): Promise<AzureAnswer<LocalNetworkGateway>>;
  connections(group: string): Promise<AzureAnswer<KeylessConnection>>;
  /** Route Servers; to the API they are virtual hubs without a virtual WAN. */
  routeServers(group: string | null): Promise<AzureAnswer<VirtualHub>>;
  routeTables(group: string | null): Promise<AzureAnswer<RouteTable>>;
  routeServerPeers(group: string, name: string): Promise<AzureAnswer<BgpConnection>>;
}

const ATTEMPTS = 6;
const DEADLINE_MS = 120_000;
const ANSWER_MS = 30_000;
const MOST_PAGES = 1000;

/** The SDK is loaded here. Every call pages to the end and retries; a failure is an answer with a reason. */
export async function createAzureNetworkReader(
  subscriptionId: string,
  environment: AzureEnvironment,
  deps: AzureDeps,
): Promise<AzureNetworkReader> {
  const { NetworkManagementClient: Client } = await import('@azure/arm-network');
  const credential = createAzureCredential(environment, subscriptionId, deps);
  const client: NetworkManagementClient = new Client(credential, subscriptionId, {
    endpoint: environment.endpoint,
    // Retries are made and told here, so the SDK makes none.
    retryOptions: { maxRetries: 0 },
    additionalPolicies: [{ policy: completeReferences, position: 'perCall' }],
  });
  return { ...networkLists(client, deps), ...gatewayLists(client, deps) };
}

type NetworkLists = Pick<
  AzureNetworkReader,
  'virtualNetworks' | 'routeTables' | 'routeServers' | 'routeServerPeers'
>;

function networkLists(client: NetworkManagementClient, deps: AzureDeps): NetworkLists {
  return {
    virtualNetworks: (group) =>
      readAll(
        'ARM virtualNetworks',
        (abortSignal) =>
          group === null
            ? client.virtualNetworks.listAll({ abortSignal })
            : client.virtualNetworks.list(group, { abortSignal }),
        deps,
      ),
    routeTables: (group) =>
      readAll(
        'ARM routeTables',
        (abortSignal) =>
          group === null
            ? client.routeTables.listAll({ abortSignal })
            : client.routeTables.list(group, { abortSignal }),
        deps,
      ),
    routeServers: async (group) => {
      const answer = await readAll(
        'ARM virtualHubs',
        (abortSignal) =>
          group === null
            ? client.virtualHubs.list({ abortSignal })
            : client.virtualHubs.listByResourceGroup(group, { abortSignal }),
        deps,
      );
      return answer.ok ? { ok: true, value: answer.value.filter(isRouteServer) } : answer;
    },
    routeServerPeers: (group, name) =>
      readAll(
        'ARM bgpConnections',
        (abortSignal) => client.virtualHubBgpConnections.list(group, name, { abortSignal }),
        deps,
      ),
  };
}

function gatewayLists(
  client: NetworkManagementClient,
  deps: AzureDeps,
): Omit<AzureNetworkReader, keyof NetworkLists> {
  return {
    gateways: (group) =>
      readAll(
        'ARM virtualNetworkGateways',
        (abortSignal) => client.virtualNetworkGateways.list(group, { abortSignal }),
        deps,
      ),
    localGateways: (group) =>
      readAll(
        'ARM localNetworkGateways',
        (abortSignal) => client.localNetworkGateways.list(group, { abortSignal }),
        deps,
      ),
    connections: async (group) => {
      const answer = await readAll(
        'ARM connections',
        (abortSignal) => client.virtualNetworkGatewayConnections.list(group, { abortSignal }),
        deps,
      );
      return answer.ok ? { ok: true, value: answer.value.map((one) => withoutKeys(one, deps)) } : answer;
    },
  };
}

const REFERENCES = ['virtualNetworkGateway1', 'virtualNetworkGateway2', 'localNetworkGateway2'] as const;

/**
 * A connection refers to gateways by their id alone, while the SDK reads them as whole gateways and fails where they
 * have no `properties`. Azure sends them empty at times and not at all at others.
 */
type Policy = NonNullable<NetworkManagementClientOptionalParams['additionalPolicies']>[number]['policy'];

const completeReferences: Policy = {
  name: 'completeReferences',
  async sendRequest(request, next) {
    const response = await next(request);
    if (response.status !== 200 || !/\/connections(?:\?|$)/.test(request.url)) return response;
    const body = JSON.parse(response.bodyAsText ?? '{}') as {
      value?: { properties?: Record<string, unknown> }[];
    };
    for (const { properties } of body.value ?? []) {
      for (const name of REFERENCES) {
        const reference = properties?.[name];
        if (isObject(reference)) Object.assign(reference, { properties: reference['properties'] ?? {} });
      }
    }
    return { ...response, bodyAsText: JSON.stringify(body) };
  },
};

function isRouteServer({ virtualWan }: VirtualHub): boolean {
  return virtualWan === undefined;
}

function withoutKeys(connection: VirtualNetworkGatewayConnection, { mask }: AzureDeps): KeylessConnection {
  const { sharedKey, authorizationKey, ...rest } = connection;
  for (const key of [sharedKey, authorizationKey]) if (key !== undefined && key !== '') mask(key);
  return rest;
}

/** The paged lists of the SDK, as far as they are used. */
interface Pages<T> {
  byPage(settings?: { continuationToken?: string }): AsyncIterableIterator<T[]>;
}

async function readAll<T>(
  name: string,
  list: (abortSignal: AbortSignal) => Pages<T>,
  deps: AzureDeps,
): Promise<AzureAnswer<T>> {
  const value: T[] = [];
  const seen = new Set<string>();
  let continuationToken: string | undefined;
  try {
    for (let count = 1; count <= MOST_PAGES; count += 1) {
      const from = continuationToken === undefined ? {} : { continuationToken };
      const page = await readPage(name, list, from, deps);
      value.push(...(page ?? []));
      // The SDK puts the link to the next page on the list itself.
      continuationToken = (page as { continuationToken?: string } | undefined)?.continuationToken;
      if (continuationToken === undefined || continuationToken === '') return { ok: true, value };
      if (seen.has(continuationToken)) break;
      seen.add(continuationToken);
    }
    return { ok: false, reason: `${name} gave pages without an end` };
  } catch (error) {
    deps.signal.throwIfAborted();
    return { ok: false, reason: reasonOf(name, error) };
  }
}

/** A page that fails is asked for again from its own link, not from the start of the list. */
function readPage<T>(
  name: string,
  list: (abortSignal: AbortSignal) => Pages<T>,
  from: { continuationToken?: string },
  deps: AzureDeps,
): Promise<T[] | undefined> {
  return retry(
    name,
    async () => {
      const signal = AbortSignal.any([deps.signal, AbortSignal.timeout(ANSWER_MS)]);
      const page: IteratorResult<T[], undefined> = await list(signal).byPage(from).next();
      return page.done === true ? undefined : page.value;
    },
    { ...deps, attempts: ATTEMPTS, deadlineMs: DEADLINE_MS, isRetryable, retryAfterMs },
  );
}

interface SdkError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfter: string | undefined;
}

function describe(error: unknown): SdkError {
  const { statusCode, code, message, response } = (error ?? {}) as {
    readonly statusCode?: number;
    readonly code?: string;
    readonly message?: string;
    readonly response?: { readonly headers?: { get?(name: string): string | undefined } };
  };
  return {
    status: statusCode ?? 0,
    code: code ?? '',
    message: (message ?? String(error)).split('\n')[0] ?? '',
    retryAfter: response?.headers?.get?.('retry-after'),
  };
}

const CONNECTION = /\b(?:ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|REQUEST_SEND_ERROR)\b/;

function isRetryable(error: unknown): boolean {
  if (error instanceof ActionError) return false;
  const { status, code, message } = describe(error);
  if (status === 0) return CONNECTION.test(`${code} ${message}`) || isTimeout(error);
  return status === 429 || status === 408 || status >= 500;
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError');
}

/** ARM gives seconds. */
function retryAfterMs(error: unknown): number | undefined {
  const seconds = Number(describe(error).retryAfter);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}

function reasonOf(name: string, error: unknown): string {
  if (error instanceof ActionError) return error.message;
  const { status, code, message } = describe(error);
  const said = code === '' ? message : `${code}: ${message}`;
  return status === 401 || status === 403 ? `${name} was denied (${said})` : `${name} failed (${said})`;
}
