import type { Cidr } from '../net/cidr.ts';
import { type Carrier, isOwnWay, isPrivateWay } from './carrier.ts';
import type {
  CloudFacts,
  Expectations,
  Reading,
  TableFacts,
  TransitGatewayFacts,
  TransitRoute,
} from './facts.ts';
import type { Hop, HopName } from './network-proof.ts';
import { fromReading, holds } from './route-views.ts';

/** Where the hops in AWS are looked for. */
export interface AwsPlace {
  readonly facts: CloudFacts;
  readonly carrier: Carrier;
  readonly expected: Expectations;
  readonly transit: Reading<TransitGatewayFacts>;
}

/** In the table that the VPC uses, by way of the link's attachment. */
export function transitHop(place: AwsPlace, network: Cidr, has: typeof holds): Hop {
  const { carrier, transit } = place;
  const table = tableOf(place, place.expected.cloudTableId, 'vpc');
  const own = inTable('transit-gateway', table, network, (route) => isOwnWay(carrier, route), has);
  if (own.state !== 'down' || carrier.kind !== 'vpn' || !transit.ok) return own;
  const isWay = (route: TransitRoute): boolean =>
    isOwnWay(carrier, route) || isPrivateWay(transit.value, route);
  const beside = inTable('transit-gateway', table, network, isWay, has);
  return beside.state === 'up' ? { ...beside, detail: 'over the private link, which comes first' } : own;
}

/** In the table that the link's attachments use, by way of the VPC: what is there is advertised to Azure. */
export function linkTableHop(place: AwsPlace, network: Cidr): Hop {
  const table = tableOf(place, place.expected.linkTableId, 'link');
  if (isLoose(place)) {
    const detail = 'the attachment of the link is associated with no table';
    return { hop: 'link-table', state: 'down', where: '', detail };
  }
  return inTable('link-table', table, network, ({ target, active }) => target === 'vpc' && active, holds);
}

/** In every table of the VPC that needs it: one that lacks it is a zone that is cut off. */
export function vpcHops(
  place: AwsPlace,
  network: Cidr,
  isWay: (route: TransitRoute) => boolean,
  hop: HopName = 'vpc-table',
): readonly Hop[] {
  const { vpcTables } = place.facts;
  if (!vpcTables.ok) return [{ hop, state: 'unknown', where: '', detail: vpcTables.reason }];
  const { vpcTableIds } = place.expected;
  const wanted = vpcTableIds.length > 0 ? vpcTableIds : attachedTables(place, vpcTables.value);
  if (wanted.length === 0)
    return [{ hop, state: 'unknown', where: '', detail: 'no route table of a VPC was found' }];
  return wanted.map((id) => {
    const table = vpcTables.value.find((one) => one.id === id);
    if (table === undefined) return { hop, state: 'unknown', where: id, detail: 'the table was not found' };
    const isActive = (route: TransitRoute): boolean => route.active && isWay(route);
    return inTable(hop, { ok: true, value: table }, network, isActive, holds);
  });
}

/** Whether no attachment of the link has a table: what comes over it is then dropped. */
function isLoose({ transit, carrier }: AwsPlace): boolean {
  if (!transit.ok || !transit.value.attachments.ok) return false;
  const own = transit.value.attachments.value.filter(
    ({ kind, resourceId }) => kind === carrier.kind && carrier.resourceIds.includes(resourceId),
  );
  return own.length > 0 && own.every(({ tableId }) => tableId === null);
}

function inTable(
  hop: HopName,
  table: Reading<TableFacts>,
  network: Cidr,
  isWay: (route: TransitRoute) => boolean,
  has: typeof holds,
): Hop {
  if (!table.ok) return { hop, state: 'unknown', where: '', detail: table.reason };
  const { routes, id, name } = table.value;
  const found = fromReading(
    routes,
    (all) =>
      has(
        all.filter(isWay).flatMap(({ destination }) => destination ?? []),
        network,
      ),
    'no active route',
  );
  return { hop, ...found, where: name === '' ? id : `${name} (${id})` };
}

function tableOf(
  { transit, carrier }: AwsPlace,
  expected: string | null,
  of: 'vpc' | 'link',
): Reading<TableFacts> {
  if (!transit.ok) return transit;
  const { attachments, tables } = transit.value;
  if (!tables.ok) return tables;
  const kind = of === 'vpc' ? 'vpc' : carrier.kind;
  const used = attachments.ok
    ? attachments.value
        .filter((one) => one.kind === kind && (of === 'vpc' || carrier.resourceIds.includes(one.resourceId)))
        .flatMap(({ tableId }) => tableId ?? [])
    : [];
  const id = expected ?? used[0];
  if (id === undefined) {
    const reason = attachments.ok ? `no ${kind} attachment uses a route table` : attachments.reason;
    return { ok: false, reason };
  }
  const found = tables.value.find((table) => table.id === id);
  return found === undefined
    ? { ok: false, reason: `the route table ${id} was not found` }
    : { ok: true, value: found };
}

/** Tables of the VPCs that hang on the link's transit gateway. */
function attachedTables(
  { transit }: AwsPlace,
  tables: readonly (TableFacts & { readonly vpcId: string })[],
): readonly string[] {
  const attachments = transit.ok ? transit.value.attachments : transit;
  const vpcs = attachments.ok
    ? attachments.value.flatMap(({ kind, resourceId }) => (kind === 'vpc' ? resourceId : []))
    : [];
  return tables.filter(({ vpcId }) => vpcs.includes(vpcId)).map(({ id }) => id);
}
