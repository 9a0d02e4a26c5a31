/** The private link: virtual interfaces of Direct Connect, and the circuit of ExpressRoute with its gateway. */
import type { WorldObject } from '../../terraform-provider/engine/types.ts';
import { sameId, text } from '../attributes.ts';
import { networkOf } from './routes.ts';
import { byId } from './tunnel.ts';
import type { CloudView } from './view.ts';

export interface PrivateEnd {
  readonly connection: WorldObject;
  readonly circuit: WorldObject;
  readonly gateway: WorldObject;
  readonly network: WorldObject;
}

/** ExpressRoute connections whose circuit, gateway and network all exist. */
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
    return isCircuitUp(view, circuit) ? [{ connection, circuit, gateway, network }] : [];
  });
}

/** Whether a circuit's provider has provisioned it. */
export function isCircuitUp(view: CloudView, circuit: WorldObject): boolean {
  const state = text(circuit, 'service_provider_provisioning_state') || 'Provisioned';
  return state === 'Provisioned' && !view.faults.strikes('link-circuit-down');
}

/** Whether BGP runs on a virtual interface; with the fault, only the first is down. */
export function isInterfaceUp(view: CloudView, object: WorldObject): boolean {
  const first = view.objects.list('aws_dx_transit_virtual_interface')[0];
  return !(view.faults.strikes('link-interface-down') && sameId(text(first, 'id'), text(object, 'id')));
}
