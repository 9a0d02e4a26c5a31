import type { Origin, RouteRole } from '../net/address-facts.ts';
import type { FactBuilder } from '../net/sources/fact-builder.ts';
import type { Ec2RouteReader, Route } from './ec2-routes.ts';
import type { AwsAnswer } from './read-call.ts';

/** What the reader of an account shares with that of its routes. */
export interface RouteContext {
  readonly ec2: Ec2RouteReader;
  readonly facts: FactBuilder;
  /** The value, or null after the reason was said. */
  readonly take: <T>(answer: AwsAnswer<T>, roles: readonly RouteRole[]) => T | null;
  readonly sayUnknown: (role: RouteRole, what: string, reason: string) => void;
  readonly origin: (id: string, account?: string) => Origin;
}

/** Routes of the VPCs. Every VPC has a main route table: an answer without one tells nothing. */
export async function readVpcRoutes(context: RouteContext, vpcIds: readonly string[] | null): Promise<void> {
  if (vpcIds === null) return context.sayUnknown('vpc-route', 'route tables', 'the VPCs could not be read');
  if (vpcIds.length === 0) return;
  const answer = await context.ec2.routeTables({ 'vpc-id': vpcIds });
  const tables = context.take(answer, ['vpc-route']);
  if (tables === null) return;
  for (const vpcId of vpcIds) {
    if (tables.some((table) => table.vpcId === vpcId)) continue;
    context.sayUnknown('vpc-route', `route tables of ${vpcId}`, 'EC2 gives none, and every VPC has one');
  }
  for (const { id, name, ownerId, vpcId, routes } of tables) {
    const table: Table = { role: 'vpc-route', id, name: name || id, network: vpcId, announced: null };
    addRoutes(context, table, routes, context.origin(id, ownerId));
  }
}

interface Table {
  readonly role: RouteRole;
  readonly id: string;
  readonly name: string;
  readonly network: string;
  readonly announced: boolean | null;
}

/** Routes of the transit gateways, and which of their tables the VPN connections announce. */
export async function readGatewayRoutes(
  context: RouteContext,
  gatewayIds: readonly string[] | null,
): Promise<void> {
  if (gatewayIds === null) {
    return context.sayUnknown('tgw-route', 'route tables', 'the Transit Gateway could not be found');
  }
  if (gatewayIds.length === 0) return;
  const filters = { 'transit-gateway-id': gatewayIds };
  const tables = context.take(await context.ec2.gatewayRouteTables(filters), ['tgw-route']);
  if (tables === null) return;
  const attachments = context.take(await context.ec2.gatewayAttachments(filters), ['tgw-route']);
  const ofVpn = attachments?.filter(({ kind }) => kind === 'vpn').map(({ routeTableId }) => routeTableId);
  for (const { id, name, transitGatewayId } of tables) {
    const routes = context.take(await context.ec2.gatewayRoutes(id), ['tgw-route']);
    const announced = ofVpn?.includes(id) ?? null;
    const table: Table = { role: 'tgw-route', id, name: name || id, network: transitGatewayId, announced };
    addRoutes(context, table, routes ?? [], context.origin(id));
  }
}

/** What a list of prefixes may hold matters only where it leads to the other cloud. */
const LINK_TARGETS: ReadonlySet<string> = new Set(['transit-gateway', 'vpn']);

function addRoutes(context: RouteContext, table: Table, routes: readonly Route[], origin: Origin): void {
  const { role, name, network, announced } = table;
  for (const { destination, target, via, learnt, active } of routes) {
    if (destination !== undefined) {
      const route = { role, text: destination, table: name, network, target, via };
      context.facts.route({ ...route, learnt, active, announced, origin });
    } else if (LINK_TARGETS.has(target)) {
      const reason = `it leads a prefix list to ${via}, whose ranges it does not tell`;
      context.sayUnknown(role, `a route in ${name}`, reason);
    }
  }
}
