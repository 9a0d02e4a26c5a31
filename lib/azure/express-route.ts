import type {
  ExpressRouteCircuit,
  ExpressRouteCircuitPeering,
  VirtualNetworkGatewayConnection,
} from '@azure/arm-network';
import type { Reading } from '../tunnels/facts.ts';
import { mapLimited } from '../tunnels/parallel.ts';
import {
  type Circuit,
  CIRCUIT_DEVICES,
  type CircuitPeering,
  type CircuitRoute,
  type PrivateConnection,
} from '../tunnels/private-facts.ts';
import { AT_ONCE, type GatewayContext } from './vpn-gateway.ts';
import { readArm, readOperation } from './vpn-gateway-client.ts';

/**
 * Connections of ExpressRoute gateways, each with its circuit and what the circuit's two routers know. As with tunnels, a
 * list leaves out how a connection is, so each is read by its name.
 */
export async function readPrivateConnections(
  group: string,
  listed: Reading<readonly VirtualNetworkGatewayConnection[]>,
  context: GatewayContext,
): Promise<Reading<readonly PrivateConnection[]>> {
  if (!listed.ok) return listed;
  const own = listed.value.filter(({ connectionType }) => /^expressroute$/i.test(connectionType));
  const circuits = new Map<string, Promise<Reading<Circuit>>>();
  const circuitOf = (id: string): Promise<Reading<Circuit>> => {
    const key = id.toLowerCase();
    const found = circuits.get(key) ?? readCircuit(id, context);
    circuits.set(key, found);
    return found;
  };
  const read = await mapLimited(own, AT_ONCE, async (one) => {
    const name = one.name ?? '';
    const [answer, circuit] = await Promise.all([
      readArm(
        `ARM connection ${name}`,
        () => context.client.virtualNetworkGatewayConnections.get(group, name),
        context.deps,
      ),
      circuitOf(one.peer?.id ?? ''),
    ]);
    return answer.ok ? { ok: true as const, value: toConnection(answer.value, circuit, context) } : answer;
  });
  const failed = read.find((answer) => !answer.ok);
  if (failed?.ok === false) return failed;
  return { ok: true, value: read.flatMap((answer) => (answer.ok ? [answer.value] : [])) };
}

function toConnection(
  raw: VirtualNetworkGatewayConnection,
  circuit: Reading<Circuit>,
  { deps }: GatewayContext,
): PrivateConnection {
  for (const key of [raw.sharedKey, raw.authorizationKey]) maskKey(key, deps);
  return {
    id: raw.id ?? '',
    name: raw.name ?? '',
    gatewayId: raw.virtualNetworkGateway1.id ?? '',
    provisioningState: raw.provisioningState ?? '',
    status: raw.connectionStatus ?? '',
    circuitId: raw.peer?.id ?? '',
    circuit,
  };
}

function maskKey(key: string | undefined, { mask }: GatewayContext['deps']): void {
  if (key !== undefined && key !== '') mask(key);
}

const CIRCUIT_ID =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Network\/expressRouteCircuits\/([^/]+)$/i;

async function readCircuit(id: string, context: GatewayContext): Promise<Reading<Circuit>> {
  const [, subscription = '', group = '', name = ''] = CIRCUIT_ID.exec(id) ?? [];
  if (name === '') return { ok: false, reason: 'Azure does not name the circuit of the connection' };
  if (subscription.toLowerCase() !== context.subscriptionId.toLowerCase()) {
    return { ok: false, reason: `the circuit ${name} is of another subscription, which was not asked` };
  }
  const answer = await readArm(
    `ARM expressRouteCircuits ${name}`,
    () => context.client.expressRouteCircuits.get(group, name),
    context.deps,
  );
  if (!answer.ok) return answer;
  maskCircuit(answer.value, context);
  const peering = privatePeering(answer.value);
  const devices = peering === null ? [] : CIRCUIT_DEVICES;
  const tables = await Promise.all(
    devices.map(async (device) => {
      const routes = await readTable({ group, name, peering: peering?.name ?? '', device }, context);
      return [device, routes] as const;
    }),
  );
  return { ok: true, value: { ...toCircuit(answer.value), peering, routes: new Map(tables) } };
}

/** Keys that let others use the circuit, that its provider is given, and of BGP. */
function maskCircuit(
  { serviceKey, authorizationKey, authorizations = [], peerings = [] }: ExpressRouteCircuit,
  { deps }: GatewayContext,
): void {
  const keys = [
    serviceKey,
    authorizationKey,
    ...authorizations.map((one) => one.authorizationKey),
    ...peerings.map((one) => one.sharedKey),
  ];
  for (const key of keys) maskKey(key, deps);
}

interface TablePlace {
  readonly group: string;
  readonly name: string;
  readonly peering: string;
  readonly device: (typeof CIRCUIT_DEVICES)[number];
}

async function readTable(
  { group, name, peering, device }: TablePlace,
  { client, operationMs, deps }: GatewayContext,
): Promise<Reading<readonly CircuitRoute[]>> {
  const answer = await readOperation(
    `ARM routeTables ${device} of ${name}`,
    (abortSignal) =>
      client.expressRouteCircuits.listRoutesTable(group, name, peering, device, { abortSignal }),
    operationMs,
    deps,
  );
  if (!answer.ok) return answer;
  const rows = (answer.value as typeof answer.value | undefined)?.value;
  if (!Array.isArray(rows)) {
    return { ok: false, reason: `Azure answered without a list of routes of ${name} (${device})` };
  }
  const value = rows.map((row) => ({
    network: row.network ?? '',
    nextHop: row.nextHop ?? '',
    path: row.path ?? '',
  }));
  return { ok: true, value };
}

function privatePeering({ peerings = [] }: ExpressRouteCircuit): CircuitPeering | null {
  const raw: ExpressRouteCircuitPeering | undefined = peerings.find(({ peeringType }) =>
    /^azureprivatepeering$/i.test(peeringType ?? ''),
  );
  if (raw === undefined) return null;
  return {
    name: raw.name ?? 'AzurePrivatePeering',
    state: raw.state ?? '',
    provisioningState: raw.provisioningState ?? '',
    peerAsn: raw.peerASN?.toString() ?? null,
  };
}

function toCircuit(raw: ExpressRouteCircuit): Omit<Circuit, 'peering' | 'routes'> {
  return {
    id: raw.id ?? '',
    name: raw.name ?? '',
    provisioningState: raw.provisioningState ?? '',
    circuitState: raw.circuitProvisioningState ?? '',
    providerState: raw.serviceProviderProvisioningState ?? '',
    provider: raw.serviceProviderProperties?.serviceProviderName ?? '',
    location: raw.serviceProviderProperties?.peeringLocation ?? '',
  };
}
