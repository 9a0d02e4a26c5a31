/** Faults of a private link that are mistakes in its configuration, or states that its parts are in. */
import type { ObjectValue, WorldObject } from '../../terraform-provider/engine/types.ts';
import { text } from '../attributes.ts';
import { BGP_SPEAKER } from './speakers.ts';

type Objects = readonly WorldObject[];
type Patch = (all: Objects) => Objects;

const INTERFACE = 'aws_dx_transit_virtual_interface';
const ASSOCIATION = 'aws_dx_gateway_association';
const CIRCUIT = 'azurerm_express_route_circuit';
const PEERING = 'azurerm_express_route_circuit_peering';

/** Changes those objects of a type that are wanted, by their place among its own. */
function change(type: string, attributes: ObjectValue, isWanted = (_index: number): boolean => true): Patch {
  return (all) => {
    const own = all.filter((object) => object.type === type);
    return all.map((object) =>
      object.type === type && isWanted(own.indexOf(object))
        ? { ...object, attributes: { ...object.attributes, ...attributes } }
        : object,
    );
  };
}

const first = (index: number): boolean => index === 0;
const without =
  (type: string): Patch =>
  (all) =>
    all.filter((object) => object.type !== type);

/** The first node announces more ranges than a transit virtual interface takes of the router. */
const tooMany: Patch = (all) => {
  const speaker = all.find(({ type }) => type === BGP_SPEAKER);
  const prefixes = Array.from({ length: 101 }, (_, index) => `10.113.${index >> 6}.${(index & 63) * 4}/30`);
  return all.map((object) =>
    object === speaker ? { ...object, attributes: { ...object.attributes, prefixes } } : object,
  );
};

/** Both interfaces end at one router of AWS. */
const sameDevice: Patch = (all) => {
  const device = text(
    all.find(({ type }) => type === INTERFACE),
    'aws_device',
  );
  return change(INTERFACE, { aws_device: device })(all);
};

/** The patch of each fault, by its name. */
export const PRIVATE_PATCHES: Readonly<Record<string, Patch>> = {
  'link-interface-confirming': change(INTERFACE, { state: 'confirming' }, first),
  'link-interface-rejected': change(INTERFACE, { state: 'rejected' }, first),
  'link-interface-pending': change(INTERFACE, { state: 'pending' }),
  'link-interface-testing': change(INTERFACE, { state: 'testing' }, first),
  'link-interface-detached': change(INTERFACE, { attachment_state: 'detached' }, first),
  'link-interfaces-gone': without(INTERFACE),
  'link-same-device': sameDevice,
  'link-unassociated': without(ASSOCIATION),
  'link-prefix-not-allowed': change(ASSOCIATION, { allowed_prefixes: ['10.200.0.0/16'] }),
  'link-interface-prefixes': tooMany,
  'link-circuit-provisioning': change(CIRCUIT, { service_provider_provisioning_state: 'Provisioning' }),
  'link-circuit-returned': change(CIRCUIT, { service_provider_provisioning_state: 'Deprovisioning' }),
  'link-circuit-disabled': change(CIRCUIT, { circuit_provisioning_state: 'Disabled' }),
  'link-peering-missing': without(PEERING),
  'link-peering-disabled': change(PEERING, { state: 'Disabled' }),
  'link-port-down': change(CIRCUIT, { port_down: 'secondary' }),
  'link-authorization-gone': change('azurerm_virtual_network_gateway_connection', {
    authorization_taken_back: true,
  }),
  'link-router-keeps-azure': change(CIRCUIT, { router_keeps: 'azure' }),
  'link-router-keeps-aws': change(CIRCUIT, { router_keeps: 'aws' }),
};
