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
import { isObject } from '../terraform/plan-json.ts';
import { type AzureAnswer, readAll } from './arm-call.ts';
import { type AzureDeps, createAzureCredential } from './credential.ts';

export type { AzureAnswer } from './arm-call.ts';

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
