/**
 * AWS Direct Connect as far as a private link needs it: virtual interfaces with their BGP peers, and what gateways are
 * attached to and associated with. Shapes: API reference of version 2012-10-25 over `awsJson1_1`.
 */
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { number, text, texts } from '../../../world/attributes.ts';
import { isInterfaceUp } from '../../../world/link/express-route.ts';
import { type CloudView, viewOf } from '../../../world/link/view.ts';
import { SIMULATED_ACCOUNTS, type World } from '../../../world/world.ts';
import {
  type JsonBody,
  type JsonCall,
  JsonRefusal,
  type JsonServer,
  startJsonServer,
} from '../json-service.ts';

export interface DirectConnectOptions {
  readonly denied?: readonly string[];
  readonly pageSize?: number;
}

const INTERFACE = 'aws_dx_transit_virtual_interface';
const { accountId } = SIMULATED_ACCOUNTS;

type Answer = (view: CloudView, body: JsonBody) => readonly object[];

interface Operation {
  readonly member: string;
  readonly answer: Answer;
}

const OPERATIONS: Readonly<Record<string, Operation>> = {
  DescribeVirtualInterfaces: { member: 'virtualInterfaces', answer: virtualInterfaces },
  DescribeDirectConnectGatewayAttachments: { member: 'directConnectGatewayAttachments', answer: attachments },
  DescribeDirectConnectGatewayAssociations: {
    member: 'directConnectGatewayAssociations',
    answer: associations,
  },
};

/** Starts the service; its address is for AWS_ENDPOINT_URL_DIRECT_CONNECT. Fault `direct-connect-throttled` strikes here. */
export function startDirectConnectServer(
  world: World,
  options: DirectConnectOptions = {},
): Promise<JsonServer> {
  const { denied = [], pageSize = 100 } = options;
  const describe = (operation: Operation, body: JsonBody): object => {
    if (world.faults.strikes('direct-connect-throttled', 1)) {
      throw new JsonRefusal('ThrottlingException', 'Rate exceeded');
    }
    const all = operation.answer(viewOf(world), body);
    const from = Number(body['nextToken'] ?? 0);
    const size = Math.min(pageSize, typeof body['maxResults'] === 'number' ? body['maxResults'] : pageSize);
    const next = from + size < all.length ? { nextToken: String(from + size) } : {};
    return { [operation.member]: all.slice(from, from + size), ...next };
  };
  const operations = Object.entries(OPERATIONS).map(
    ([name, operation]) => [name, ({ input }: JsonCall) => describe(operation, input)] as const,
  );
  return startJsonServer({
    signedFor: 'directconnect',
    target: 'OvertureService',
    denied,
    operations: Object.fromEntries(operations),
  });
}

/** Whether a request that names something names this; a request that names nothing wants all. */
function wanted(body: JsonBody, member: string, value: string): boolean {
  const asked = body[member];
  return typeof asked !== 'string' || asked === value;
}

function virtualInterfaces(view: CloudView, body: JsonBody): readonly object[] {
  const found = view.objects
    .list(INTERFACE)
    .filter(
      (one) =>
        wanted(body, 'virtualInterfaceId', text(one, 'id')) &&
        wanted(body, 'connectionId', text(one, 'connection_id')),
    );
  if (found.length === 0 && typeof body['virtualInterfaceId'] === 'string') {
    throw new JsonRefusal(
      'DirectConnectClientException',
      `Virtual Interface ID ${body['virtualInterfaceId']} does not exist.`,
    );
  }
  return found.map((one) => virtualInterface(one, view));
}

/** Like Direct Connect, with the key of BGP in clear, on the interface and on its peer. */
function virtualInterface(object: WorldObject, view: CloudView): object {
  const up = isInterfaceUp(view, object);
  const shared = {
    asn: number(object, 'bgp_asn'),
    asnLong: number(object, 'bgp_asn'),
    authKey: text(object, 'bgp_auth_key'),
    addressFamily: text(object, 'address_family') || 'ipv4',
    amazonAddress: text(object, 'amazon_address'),
    customerAddress: text(object, 'customer_address'),
  };
  return {
    ownerAccount: accountId,
    virtualInterfaceId: text(object, 'id'),
    location: text(object, 'location') || 'EqFA5',
    connectionId: text(object, 'connection_id'),
    virtualInterfaceType: 'transit',
    virtualInterfaceName: text(object, 'name'),
    vlan: number(object, 'vlan'),
    ...shared,
    amazonSideAsn: amazonAsn(object, view),
    virtualInterfaceState: stateOf(object, up),
    customerRouterConfig: `<logical_connection><bgp_auth_key>${shared.authKey}</bgp_auth_key></logical_connection>`,
    mtu: number(object, 'mtu', 1500),
    jumboFrameCapable: true,
    virtualGatewayId: '',
    directConnectGatewayId: text(object, 'dx_gateway_id'),
    routeFilterPrefixes: [],
    bgpPeers: [{ ...shared, ...peerOf(object, up) }],
    region: object.region,
    ...deviceOf(object),
    tags: [],
    siteLinkEnabled: false,
  };
}

function peerOf(object: WorldObject, isUp: boolean): object {
  const bgpPeerId = `dxpeer-${text(object, 'id').slice(-8)}`;
  return { bgpPeerId, bgpPeerState: 'available', bgpStatus: isUp ? 'up' : 'down' };
}

/** A state of its own, else what BGP makes of it. */
function stateOf(object: WorldObject, isUp: boolean): string {
  const own = text(object, 'state');
  if (own !== '' && own !== 'available') return own;
  return isUp ? 'available' : 'down';
}

function deviceOf(object: WorldObject): object {
  const device = text(object, 'aws_device');
  return { awsDeviceV2: device, awsLogicalDeviceId: device };
}

function amazonAsn(object: WorldObject, view: CloudView): number {
  const gateway = view.objects
    .list('aws_dx_gateway')
    .find((one) => text(one, 'id') === text(object, 'dx_gateway_id'));
  return Number(text(gateway, 'amazon_side_asn') || 64512);
}

function attachments(view: CloudView, body: JsonBody): readonly object[] {
  return view.objects
    .list(INTERFACE)
    .filter(
      (one) =>
        wanted(body, 'directConnectGatewayId', text(one, 'dx_gateway_id')) &&
        wanted(body, 'virtualInterfaceId', text(one, 'id')),
    )
    .map((one) => ({
      directConnectGatewayId: text(one, 'dx_gateway_id'),
      virtualInterfaceId: text(one, 'id'),
      virtualInterfaceRegion: one.region,
      virtualInterfaceOwnerAccount: accountId,
      attachmentState: text(one, 'attachment_state') || 'attached',
      attachmentType: 'TransitVirtualInterface',
    }));
}

function associations(view: CloudView, body: JsonBody): readonly object[] {
  return view.objects
    .list('aws_dx_gateway_association')
    .filter(
      (one) =>
        wanted(body, 'directConnectGatewayId', text(one, 'dx_gateway_id')) &&
        wanted(body, 'associatedGatewayId', text(one, 'associated_gateway_id')) &&
        wanted(body, 'associationId', text(one, 'dx_gateway_association_id')),
    )
    .map((one) => ({
      directConnectGatewayId: text(one, 'dx_gateway_id'),
      directConnectGatewayOwnerAccount: accountId,
      associationState: text(one, 'association_state') || 'associated',
      associatedGateway: {
        id: text(one, 'associated_gateway_id'),
        type: 'transitGateway',
        ownerAccount: accountId,
        region: one.region,
      },
      associationId: text(one, 'dx_gateway_association_id'),
      allowedPrefixesToDirectConnectGateway: texts(one, 'allowed_prefixes').map((cidr) => ({ cidr })),
    }));
}
