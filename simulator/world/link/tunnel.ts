/** Which Azure connection answers which AWS tunnel, found from addresses alone, as the two gateways do. */
import type { WorldObject } from '../../terraform-provider/engine/types.ts';
import { hostOf } from '../../terraform-provider/tables/addresses.ts';
import { blocks, sameId, text, texts } from '../attributes.ts';
import type { CloudView } from './view.ts';

/** One tunnel of a VPN connection, and what Azure has for it. */
export interface Tunnel {
  /** `vpn-…/1`. */
  readonly key: string;
  readonly vpn: WorldObject;
  readonly number: 1 | 2;
  readonly outside: string;
  readonly awsInside: string;
  readonly azureInside: string;
  readonly awsAsn: number;
  readonly customerGateway: WorldObject | undefined;
  /** The Azure gateway that has the customer gateway's address. */
  readonly gateway: WorldObject | undefined;
  /** Which of its instances has it, from 0. */
  readonly instance: number;
  /** The connection of that gateway that dials this tunnel. */
  readonly connection: WorldObject | undefined;
  readonly local: WorldObject | undefined;
}

/** All tunnels of all VPN connections at Transit Gateways. */
export function tunnelsOf(view: CloudView): readonly Tunnel[] {
  const dialled = connectionsByAddress(view);
  const owners = gatewaysByAddress(view);
  return view.objects
    .list('aws_vpn_connection')
    .flatMap((vpn) => ([1, 2] as const).map((number) => tunnelOf(view, vpn, number, { dialled, owners })));
}

interface Index {
  readonly dialled: ReadonlyMap<string, readonly Dialled[]>;
  readonly owners: ReadonlyMap<string, Owner>;
}
interface Dialled {
  readonly connection: WorldObject;
  readonly local: WorldObject;
}
interface Owner {
  readonly gateway: WorldObject;
  readonly instance: number;
}

function tunnelOf(view: CloudView, vpn: WorldObject, number: 1 | 2, { dialled, owners }: Index): Tunnel {
  const inside = text(vpn, `tunnel${number}_inside_cidr`);
  const outside = text(vpn, `tunnel${number}_address`);
  const customerGateway = byId(view, 'aws_customer_gateway', text(vpn, 'customer_gateway_id'));
  const owner = owners.get(text(customerGateway, 'ip_address'));
  const transit = byId(view, 'aws_ec2_transit_gateway', text(vpn, 'transit_gateway_id'));
  const match = dialled
    .get(outside)
    ?.find(({ connection }) =>
      sameId(text(connection, 'virtual_network_gateway_id'), text(owner?.gateway, 'id')),
    );
  return {
    key: `${text(vpn, 'id')}/${number}`,
    vpn,
    number,
    outside,
    awsInside: hostOf(inside, 1) ?? '',
    azureInside: hostOf(inside, 2) ?? '',
    awsAsn: asn(transit, 'amazon_side_asn') || 64512,
    customerGateway,
    gateway: owner?.gateway,
    instance: owner?.instance ?? 0,
    connection: match?.connection,
    local: match?.local,
  };
}

/** Autonomous system numbers are numbers in some attributes and texts in others; 0 where there is none. */
export function asn(object: WorldObject | WorldObject['attributes'] | undefined, attribute: string): number {
  const attributes = object === undefined ? {} : 'attributes' in object ? object.attributes : object;
  const value = (attributes as WorldObject['attributes'])[attribute];
  return typeof value === 'number' ? value : Number(typeof value === 'string' ? value : 0);
}

/** The object of a type with this id, without regard to case. */
export function byId(view: CloudView, type: string, id: string): WorldObject | undefined {
  return view.objects.list(type).find((object) => sameId(text(object, 'id'), id));
}

function connectionsByAddress(view: CloudView): ReadonlyMap<string, readonly Dialled[]> {
  const locals = new Map(
    view.objects
      .list('azurerm_local_network_gateway')
      .map((local) => [text(local, 'id').toLowerCase(), local] as const),
  );
  const found = new Map<string, Dialled[]>();
  for (const connection of view.objects.list('azurerm_virtual_network_gateway_connection')) {
    const local = locals.get(text(connection, 'local_network_gateway_id').toLowerCase());
    if (local === undefined) continue;
    const address = text(local, 'gateway_address');
    found.set(address, [...(found.get(address) ?? []), { connection, local }]);
  }
  return found;
}

function gatewaysByAddress(view: CloudView): ReadonlyMap<string, Owner> {
  const gateways = view.objects.list('azurerm_virtual_network_gateway');
  return new Map(
    gateways.flatMap((gateway) =>
      publicAddresses(view, gateway).map((address, instance) => [address, { gateway, instance }] as const),
    ),
  );
}

/** The public address of each instance of a gateway. */
function publicAddresses(view: CloudView, gateway: WorldObject): readonly string[] {
  const peerings = blocks(blocks(gateway, 'bgp_settings')[0], 'peering_addresses');
  return blocks(gateway, 'ip_configuration').map((configuration, index) => {
    const address = byId(view, 'azurerm_public_ip', text(configuration, 'public_ip_address_id'));
    const peering =
      peerings.find((one) => text(one, 'ip_configuration_name') === text(configuration, 'name')) ??
      peerings[index];
    return text(address, 'ip_address') || (texts(peering, 'tunnel_ip_addresses')[0] ?? '');
  });
}
