import type { EffectiveRoute as SdkRoute } from '@azure/arm-network';
import type { AzureEnvironment } from '../action/azure-environment.ts';
import type {
  AzureRouteTable,
  AzureSubnet,
  CloudFacts,
  NodeInterface,
  Reading,
  SecurityGroup,
} from '../tunnels/facts.ts';
import type { KeyMarker } from '../tunnels/key-mark.ts';
import { mapLimited } from '../tunnels/parallel.ts';
import type { AzureDeps } from './credential.ts';
import { readRouteServers } from './route-server.ts';
import { AT_ONCE, type GatewayContext, readGateways } from './vpn-gateway.ts';
import { createNetworkClient, readArmList, readOperation } from './vpn-gateway-client.ts';

export interface AzureLinkScope {
  readonly subscriptionId: string;
  /** Resource groups of the gateways; ARM lists gateways by group alone. */
  readonly groups: readonly string[];
  /** Milliseconds that one operation may take. */
  readonly operationMs: number;
  /** Whether to read effective routes, of one running interface in each subnet. */
  readonly effectiveRoutes: boolean;
}

export type AzureLinkFacts = Pick<
  CloudFacts,
  | 'gateways'
  | 'connections'
  | 'privateConnections'
  | 'routeServers'
  | 'interfaces'
  | 'machineNetworks'
  | 'subnets'
  | 'routeTables'
  | 'securityGroups'
>;

/** Reads the Azure side of all links at once; the slowest operation is how long it takes. */
export async function readAzureLinks(
  scope: AzureLinkScope,
  environment: AzureEnvironment,
  marker: KeyMarker,
  deps: AzureDeps,
): Promise<AzureLinkFacts> {
  const client = await createNetworkClient(scope.subscriptionId, environment, deps);
  const { subscriptionId, operationMs } = scope;
  const context: GatewayContext = { client, subscriptionId, marker, operationMs, deps };
  const [gateways, routeServers, interfaces, subnets, routeTables, securityGroups] = await Promise.all([
    mapLimited(scope.groups, AT_ONCE, (group) => readGateways(group, context)),
    readRouteServers(scope.groups, context),
    scope.effectiveRoutes ? readInterfaces(context) : Promise.resolve({ ok: true, value: [] } as const),
    readSubnets(context),
    readRouteTables(context),
    readSecurityGroups(context),
  ]);
  return {
    gateways: joined(gateways.map((one) => one.gateways)),
    connections: joined(gateways.map((one) => one.connections)),
    privateConnections: joined(gateways.map((one) => one.privateConnections)),
    routeServers,
    interfaces,
    machineNetworks: scope.effectiveRoutes && interfaces.ok ? networksOf(interfaces.value) : null,
    subnets,
    routeTables,
    securityGroups,
  };
}

/** One interface of each subnet that has machines was read, which is all that has to be known of their networks. */
function networksOf(interfaces: readonly NodeInterface[]): readonly string[] {
  return [...new Set(interfaces.map(({ networkId }) => networkId))];
}

/** Several lists as one; where one is not known, the whole is not. */
function joined<T>(lists: readonly Reading<readonly T[]>[]): Reading<readonly T[]> {
  const failed = lists.find((list) => !list.ok);
  if (failed?.ok === false) return failed;
  return { ok: true, value: lists.flatMap((list) => (list.ok ? list.value : [])) };
}

const networkOf = (subnetId: string): string => subnetId.toLowerCase().replace(/\/subnets\/.*$/, '');

/** Route tables belong to subnets, so one interface of each tells of all; only those of a machine have routes at all. */
async function readInterfaces({
  client,
  operationMs,
  deps,
}: GatewayContext): Promise<Reading<readonly NodeInterface[]>> {
  const listed = await readArmList('ARM networkInterfaces', () => client.networkInterfaces.listAll(), deps);
  if (!listed.ok) return listed;
  const bySubnet = new Map<string, (typeof listed.value)[number]>();
  for (const one of listed.value) {
    const subnet = one.ipConfigurations?.[0]?.subnet?.id?.toLowerCase();
    if (subnet !== undefined && one.virtualMachine?.id !== undefined && !bySubnet.has(subnet))
      bySubnet.set(subnet, one);
  }
  const value = await mapLimited([...bySubnet], AT_ONCE, async ([subnet, raw]): Promise<NodeInterface> => {
    const name = raw.name ?? '';
    const group = /\/resourceGroups\/([^/]+)\//i.exec(raw.id ?? '')?.[1] ?? '';
    const answer = await readOperation(
      `ARM effectiveRouteTable of ${name}`,
      (abortSignal) => client.networkInterfaces.getEffectiveRouteTable(group, name, { abortSignal }),
      operationMs,
      deps,
    );
    const routes = answer.ok ? toRoutes(answer.value.value, name) : answer;
    return { name, networkId: networkOf(subnet), subnetId: subnet, routes };
  });
  return { ok: true, value };
}

/** An answer without its list is half finished, and is not an empty one. */
function toRoutes(routes: readonly SdkRoute[] | undefined, name: string): NodeInterface['routes'] {
  if (!Array.isArray(routes)) {
    return { ok: false, reason: `Azure answered without a list of effective routes of ${name}` };
  }
  const value = (routes as readonly SdkRoute[]).map((route) => ({
    prefixes: route.addressPrefix ?? [],
    nextHopType: route.nextHopType ?? '',
    source: route.source ?? '',
    active: route.state === 'Active',
  }));
  return { ok: true, value };
}

async function readSubnets({ client, deps }: GatewayContext): Promise<Reading<readonly AzureSubnet[]>> {
  const listed = await readArmList('ARM virtualNetworks', () => client.virtualNetworks.listAll(), deps);
  if (!listed.ok) return listed;
  return {
    ok: true,
    value: listed.value.flatMap(({ id = '', subnets = [] }) =>
      subnets.map((subnet) => ({
        id: subnet.id?.toLowerCase() ?? '',
        name: subnet.name ?? '',
        networkId: id.toLowerCase(),
        securityGroupId: subnet.networkSecurityGroup?.id ?? null,
        routeTableId: subnet.routeTable?.id ?? null,
      })),
    ),
  };
}

async function readRouteTables({
  client,
  deps,
}: GatewayContext): Promise<Reading<readonly AzureRouteTable[]>> {
  const listed = await readArmList('ARM routeTables', () => client.routeTables.listAll(), deps);
  if (!listed.ok) return listed;
  return {
    ok: true,
    value: listed.value.map((raw) => ({
      id: raw.id ?? '',
      name: raw.name ?? '',
      propagationOff: raw.disableBgpRoutePropagation ?? false,
      routes: (raw.routes ?? []).map((route) => ({
        prefix: route.addressPrefix ?? '',
        nextHopType: route.nextHopType ?? '',
      })),
    })),
  };
}

async function readSecurityGroups({
  client,
  deps,
}: GatewayContext): Promise<Reading<readonly SecurityGroup[]>> {
  const listed = await readArmList(
    'ARM networkSecurityGroups',
    () => client.networkSecurityGroups.listAll(),
    deps,
  );
  if (!listed.ok) return listed;
  const both = (one: string | undefined, more: readonly string[] | undefined): readonly string[] => [
    ...(one === undefined ? [] : [one]),
    ...(more ?? []),
  ];
  return {
    ok: true,
    value: listed.value.map(({ id = '', name = '', securityRules = [] }) => ({
      id,
      name,
      rules: securityRules.map((rule) => ({
        priority: rule.priority ?? 0,
        inbound: rule.direction === 'Inbound',
        allows: rule.access === 'Allow',
        protocol: rule.protocol ?? '*',
        sources: both(rule.sourceAddressPrefix, rule.sourceAddressPrefixes),
        ports: both(rule.destinationPortRange, rule.destinationPortRanges),
      })),
    })),
  };
}
