import type { AwsTunnel, CloudFacts, Reading, TableFacts, TransitGatewayFacts } from '../tunnels/facts.ts';
import type { KeyMarker } from '../tunnels/key-mark.ts';
import { mapLimited } from '../tunnels/parallel.ts';
import { readTunnelHistory } from './cloudwatch.ts';
import { readDirectConnect } from './direct-connect-facts.ts';
import { createEc2Reader, type Ec2Reader } from './ec2.ts';
import type { AwsAnswer, AwsDeps } from './read-call.ts';
import {
  type AttachmentDetail,
  createVpnReader,
  type CustomerGatewayDetail,
  type VpnDetail,
  type VpnReader,
} from './vpn.ts';

export interface AwsLinkScope {
  readonly region: string;
  /** Only VPN connections of these; empty: of all transit gateways of the region. */
  readonly transitGatewayIds: readonly string[];
  /** Direct Connect gateways that must be there; those at a transit gateway are found by themselves. */
  readonly directConnectGatewayIds: readonly string[];
  /** Only these tables of VPCs; empty: all of the region. */
  readonly vpcTableIds: readonly string[];
  /** How far back the state of tunnels is read, in milliseconds; 0 does not read it. */
  readonly historyMs: number;
}

export type AwsLinkFacts = Pick<
  CloudFacts,
  'awsTunnels' | 'transitGateways' | 'vpcTables' | 'directConnect' | 'lacking'
>;

/** Calls to EC2 at the same time: below what it allows an account at once. */
const AT_ONCE = 20;

/**
 * Reads the AWS side of all links in two rounds of parallel calls: what there is, then what each tunnel and each table
 * of a transit gateway says.
 */
export async function readAwsLinks(
  scope: AwsLinkScope,
  marker: KeyMarker,
  deps: AwsDeps,
): Promise<AwsLinkFacts> {
  const [ec2, vpn] = await Promise.all([
    createEc2Reader(scope.region, deps),
    createVpnReader(scope.region, marker, deps),
  ]);
  const ofGateway = filter('transit-gateway-id', scope.transitGatewayIds);
  const [connections, customers, gateways, attachments, tables, vpcTables] = await Promise.all([
    vpn.vpnConnections(ofGateway),
    vpn.customerGateways({}),
    ec2.transitGateways(ofGateway),
    vpn.attachments(ofGateway),
    ec2.gatewayRouteTables(ofGateway),
    ec2.routeTables(filter('route-table-id', scope.vpcTableIds)),
  ]);
  const [awsTunnels, transitGateways, directConnect] = await Promise.all([
    readTunnels({ connections, customers }, vpn, scope, deps),
    readGateways({ connections, gateways, attachments, tables }, { ec2, vpn }),
    readDirectConnect(scope.region, privateGatewaysOf(attachments, scope), deps),
  ]);
  return {
    lacking: [customers, attachments, tables].flatMap((list) => (list.ok ? [] : [list.reason])),
    awsTunnels,
    transitGateways,
    directConnect: { ok: true, value: directConnect },
    vpcTables: toTables(vpcTables),
  };
}

function toTables(tables: Awaited<ReturnType<Ec2Reader['routeTables']>>): CloudFacts['vpcTables'] {
  if (!tables.ok) return tables;
  const value = tables.value.map(({ id, name, vpcId, routes }) => ({
    id,
    name,
    vpcId,
    routes: { ok: true as const, value: routes },
  }));
  return { ok: true, value };
}

/** A VPN alone asks nothing of Direct Connect. */
function privateGatewaysOf(
  attachments: AwsAnswer<readonly AttachmentDetail[]>,
  { directConnectGatewayIds }: AwsLinkScope,
): readonly string[] {
  const found = attachments.ok
    ? attachments.value.flatMap(({ kind, resourceId }) => (kind === DIRECT_CONNECT ? resourceId : []))
    : [];
  return [...new Set([...directConnectGatewayIds, ...found])];
}

/** As EC2 calls the attachment of a Direct Connect gateway. */
const DIRECT_CONNECT = 'direct-connect-gateway';

function filter(name: string, values: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return values.length === 0 ? {} : { [name]: values };
}

interface Connections {
  readonly connections: AwsAnswer<readonly VpnDetail[]>;
  readonly customers: AwsAnswer<readonly CustomerGatewayDetail[]>;
}

async function readTunnels(
  { connections, customers }: Connections,
  vpn: VpnReader,
  scope: AwsLinkScope,
  deps: AwsDeps,
): Promise<Reading<readonly AwsTunnel[]>> {
  if (!connections.ok) return connections;
  // A link ends at a transit gateway; other connections are not of this suite.
  const found = connections.value
    .filter(({ transitGatewayId }) => transitGatewayId !== null)
    .flatMap((connection) => connection.tunnels.map((tunnel) => ({ connection, tunnel })));
  const ids = found.map(({ connection, tunnel }) => ({
    connectionId: connection.id,
    outsideAddress: tunnel.outsideAddress,
  }));
  const [histories, details] = await Promise.all([
    readHistories(ids, scope, deps),
    mapLimited(found, AT_ONCE, ({ connection, tunnel }) =>
      Promise.all([
        vpn.negotiated(connection.id, tunnel.outsideAddress),
        vpn.maintenance(connection.id, tunnel.outsideAddress),
      ]),
    ),
  ]);
  const value = found.flatMap((one, index): readonly AwsTunnel[] => {
    const detail = details[index];
    if (detail === undefined) return [];
    const history = histories.ok ? ({ ok: true, value: histories.value[index] ?? [] } as const) : histories;
    return [{ ...toAwsTunnel(one, customers), negotiated: detail[0], maintenance: detail[1], history }];
  });
  return { ok: true, value };
}

interface FoundTunnel {
  readonly connection: VpnDetail;
  readonly tunnel: VpnDetail['tunnels'][number];
}

function toAwsTunnel(
  { connection, tunnel }: FoundTunnel,
  customers: Connections['customers'],
): Omit<AwsTunnel, 'negotiated' | 'maintenance' | 'history'> {
  const all = customers.ok ? customers.value : [];
  const customer = all.find(({ id }) => id === connection.customerGatewayId);
  return {
    ...tunnel,
    connectionId: connection.id,
    connectionName: connection.name,
    connectionState: connection.state,
    transitGatewayId: connection.transitGatewayId,
    customerGateway: { address: customer?.address ?? null, asn: customer?.asn ?? null },
  };
}

function readHistories(
  ids: readonly { readonly connectionId: string; readonly outsideAddress: string }[],
  { region, historyMs }: AwsLinkScope,
  deps: AwsDeps,
): ReturnType<typeof readTunnelHistory> {
  if (historyMs === 0 || ids.length === 0) return Promise.resolve({ ok: true, value: [] });
  const to = deps.clock.now();
  return readTunnelHistory(region, ids, { from: to - historyMs, to }, deps);
}

interface GatewayLists {
  readonly connections: AwsAnswer<readonly VpnDetail[]>;
  readonly gateways: Awaited<ReturnType<Ec2Reader['transitGateways']>>;
  readonly attachments: AwsAnswer<readonly AttachmentDetail[]>;
  readonly tables: Awaited<ReturnType<Ec2Reader['gatewayRouteTables']>>;
}

async function readGateways(
  lists: GatewayLists,
  doors: { readonly ec2: Ec2Reader; readonly vpn: VpnReader },
): Promise<Reading<readonly TransitGatewayFacts[]>> {
  const { gateways, connections } = lists;
  if (!gateways.ok) return gateways;
  const isWhole = connections.ok && lists.attachments.ok;
  const used = new Set([
    ...(connections.ok ? connections.value.map(({ transitGatewayId }) => transitGatewayId) : []),
    ...(lists.attachments.ok
      ? lists.attachments.value.flatMap((one) => (one.kind === DIRECT_CONNECT ? one.transitGatewayId : []))
      : []),
  ]);
  const wanted = gateways.value.filter(({ id }) => !isWhole || used.has(id));
  const value = await mapLimited(wanted, AT_ONCE, async ({ id, asn }): Promise<TransitGatewayFacts> => {
    const own = lists.attachments.ok
      ? lists.attachments.value.filter((one) => one.transitGatewayId === id)
      : undefined;
    const tables = lists.tables.ok ? lists.tables.value.filter((one) => one.transitGatewayId === id) : [];
    const read = await Promise.all(tables.map((table) => readTable(table, doors)));
    return {
      id,
      asn: asn ?? null,
      attachments: lists.attachments.ok ? { ok: true, value: own ?? [] } : lists.attachments,
      tables: lists.tables.ok ? { ok: true, value: read.map(({ table }) => table) } : lists.tables,
      propagations: new Map(read.map(({ table, propagations }) => [table.id, propagations])),
    };
  });
  return { ok: true, value };
}

async function readTable(
  { id, name }: { readonly id: string; readonly name: string },
  { ec2, vpn }: { readonly ec2: Ec2Reader; readonly vpn: VpnReader },
): Promise<{ readonly table: TableFacts; readonly propagations: Reading<readonly string[]> }> {
  const [routes, propagations] = await Promise.all([ec2.gatewayRoutes(id), vpn.propagations(id)]);
  return { table: { id, name, routes }, propagations };
}
