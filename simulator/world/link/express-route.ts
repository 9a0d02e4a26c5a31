/** The private link: virtual interfaces of Direct Connect, the circuit of ExpressRoute with its gateway, and the router between. */
import type { WorldObject } from '../../terraform-provider/engine/types.ts';
import { sameId, text, texts } from '../attributes.ts';
import { announcedByAzure, networkOf } from './routes.ts';
import { asn, byId } from './tunnel.ts';
import type { CloudView } from './view.ts';

export interface PrivateEnd {
  readonly connection: WorldObject;
  readonly circuit: WorldObject;
  readonly gateway: WorldObject;
  readonly network: WorldObject;
}

/** Microsoft's two routers of every circuit, in the order in which a gateway's neighbours are told. */
export const DEVICES = ['primary', 'secondary'] as const;
export type Device = (typeof DEVICES)[number];

const INTERFACE = 'aws_dx_transit_virtual_interface';
const PEERING = 'azurerm_express_route_circuit_peering';

/** ExpressRoute connections whose circuit, gateway and network all exist, and that are connected. */
export function expressRouteOf(view: CloudView): readonly PrivateEnd[] {
  return view.objects.list('azurerm_virtual_network_gateway_connection').flatMap((connection) => {
    const circuit = byId(view, 'azurerm_express_route_circuit', text(connection, 'express_route_circuit_id'));
    const gateway = byId(
      view,
      'azurerm_virtual_network_gateway',
      text(connection, 'virtual_network_gateway_id'),
    );
    const network = networkOf(view, gateway);
    if (circuit === undefined || gateway === undefined || network === undefined) return [];
    const isRefused = connection.attributes['authorization_taken_back'] === true;
    return isCircuitUp(view, circuit) && !isRefused ? [{ connection, circuit, gateway, network }] : [];
  });
}

/** What the provider of a circuit says of it. */
export function providerState(view: CloudView, circuit: WorldObject): string {
  if (view.faults.strikes('link-circuit-down')) return 'NotProvisioned';
  return text(circuit, 'service_provider_provisioning_state') || 'Provisioned';
}

/** Whether a circuit carries: both its provider and Microsoft have set it up. */
export function isCircuitUp(view: CloudView, circuit: WorldObject): boolean {
  const state = text(circuit, 'circuit_provisioning_state') || 'Enabled';
  return providerState(view, circuit) === 'Provisioned' && state === 'Enabled';
}

/** The private peering of a circuit. */
export function peeringOf(view: CloudView, circuit: WorldObject): WorldObject | undefined {
  const prefix = `${text(circuit, 'id')}/peerings/`.toLowerCase();
  return view.objects.list(PEERING).find((one) => text(one, 'id').toLowerCase().startsWith(prefix));
}

/** Whether one of Microsoft's routers speaks BGP with the router at the colocation. */
export function isPortUp(view: CloudView, circuit: WorldObject, device: Device): boolean {
  const peering = peeringOf(view, circuit);
  return (
    peering !== undefined &&
    (text(peering, 'state') || 'Enabled') === 'Enabled' &&
    isCircuitUp(view, circuit) &&
    text(circuit, 'port_down') !== device
  );
}

/** Routes that a transit virtual interface takes of the router before it ends the session. */
const INTERFACE_ROUTES = 100;

/** Whether BGP runs on a virtual interface; with the fault, only the first is down. */
export function isInterfaceUp(view: CloudView, object: WorldObject): boolean {
  const first = view.objects.list(INTERFACE)[0];
  if (view.faults.strikes('link-interface-down') && sameId(text(first, 'id'), text(object, 'id')))
    return false;
  if ((text(object, 'state') || 'available') !== 'available') return false;
  if ((text(object, 'attachment_state') || 'attached') !== 'attached') return false;
  return towardsInterface(view, object).length <= INTERFACE_ROUTES;
}

/** A router joins what has its number; a world whose ends name no number has one router. */
function isSameRouter(view: CloudView, circuit: WorldObject, object: WorldObject): boolean {
  const [one, other] = [asn(peeringOf(view, circuit), 'peer_asn'), asn(object, 'bgp_asn')];
  return one === 0 || other === 0 || one === other;
}

/** Ranges that the router announces to an interface: those of Azure, as long as a port gives them to it. */
function towardsInterface(view: CloudView, object: WorldObject): readonly string[] {
  const ends = expressRouteOf(view).filter(
    ({ circuit }) =>
      isSameRouter(view, circuit, object) && DEVICES.some((device) => isPortUp(view, circuit, device)),
  );
  const kept = ends.filter(({ circuit }) => circuit.attributes['router_keeps'] !== 'azure');
  return [
    ...new Set(kept.flatMap(({ gateway }) => announcedByAzure(view, gateway).map(({ prefix }) => prefix))),
  ];
}

/** Ranges of Azure that arrive at a Direct Connect gateway. */
export function towardsAws(view: CloudView, gatewayId: string): readonly string[] {
  const up = view.objects
    .list(INTERFACE)
    .filter((one) => text(one, 'dx_gateway_id') === gatewayId && isInterfaceUp(view, one));
  return [...new Set(up.flatMap((one) => towardsInterface(view, one)))];
}

/** Ranges of AWS that the router gives a circuit: what Direct Connect announces over interfaces that are up. */
export function towardsCircuit(view: CloudView, circuit: WorldObject): readonly string[] {
  if (circuit.attributes['router_keeps'] === 'aws') return ['198.51.100.0/24'];
  const up = view.objects
    .list(INTERFACE)
    .filter((one) => isSameRouter(view, circuit, one) && isInterfaceUp(view, one))
    .map((one) => text(one, 'dx_gateway_id'));
  const associations = view.objects
    .list('aws_dx_gateway_association')
    .filter(
      (one) =>
        up.includes(text(one, 'dx_gateway_id')) &&
        (text(one, 'association_state') || 'associated') === 'associated',
    );
  return [...new Set(associations.flatMap((one) => texts(one, 'allowed_prefixes')))];
}

/** Whether the gateway's session with one of its edge routers is up; with the fault, only the first one's. */
export function isEdgeUp(view: CloudView, end: PrivateEnd, device: Device): boolean {
  return (
    !(device === 'secondary' && view.faults.strikes('link-edge-down')) &&
    peeringOf(view, end.circuit) !== undefined
  );
}

/** Ranges of AWS that arrive at an ExpressRoute gateway over one of its edge routers. */
export function towardsGateway(view: CloudView, end: PrivateEnd, device: Device): readonly string[] {
  if (!isEdgeUp(view, end, device)) return [];
  // Either router has the other's routes as well.
  return DEVICES.some((one) => isPortUp(view, end.circuit, one)) ? towardsCircuit(view, end.circuit) : [];
}
