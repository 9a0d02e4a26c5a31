import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { hostOf } from '../../../terraform-provider/tables/addresses.ts';
import { sameId } from '../../../world/attributes.ts';
import {
  type Device,
  expressRouteOf,
  isCircuitUp,
  isPortUp,
  providerState,
  towardsCircuit,
} from '../../../world/link/express-route.ts';
import { byId } from '../../../world/link/tunnel.ts';
import type { CloudView } from '../../../world/link/view.ts';
import { edgeAddresses } from './private-answers.ts';
import { type ArmType, etagOf, idOf, text, texts } from './resource.ts';

const NETWORK = 'Microsoft.Network';

function peering({ attributes }: WorldObject): object {
  return {
    peeringType: text(attributes, 'peering_type'),
    azureASN: attributes['azure_asn'],
    peerASN: attributes['peer_asn'],
    primaryPeerAddressPrefix: text(attributes, 'primary_peer_address_prefix'),
    secondaryPeerAddressPrefix: text(attributes, 'secondary_peer_address_prefix'),
    state: text(attributes, 'state') || 'Enabled',
    vlanId: attributes['vlan_id'],
    // The provider's automation reads its own key back.
    ...(text(attributes, 'shared_key') !== '' && { sharedKey: text(attributes, 'shared_key') }),
  };
}

function peeringsOf(circuit: WorldObject, view: CloudView): readonly object[] {
  const prefix = `${idOf(circuit)}/peerings/`.toLowerCase();
  return view.objects
    .list('azurerm_express_route_circuit_peering')
    .filter((one) => idOf(one).toLowerCase().startsWith(prefix))
    .map((one) => ({
      name: text(one.attributes, 'name'),
      id: idOf(one),
      etag: etagOf(one),
      type: `${NETWORK}/expressRouteCircuits/peerings`,
      properties: { provisioningState: 'Succeeded', ...peering(one) },
    }));
}

/** `routeTables/primary` or `secondary`: what one of the circuit's routers knows of both sides. */
export function circuitRoutes(peer: WorldObject, view: CloudView, device: Device): object {
  const id = idOf(peer).replace(/\/peerings\/[^/]+$/i, '');
  const circuit = byId(view, 'azurerm_express_route_circuit', id);
  if (circuit === undefined || !isCircuitUp(view, circuit)) return { value: [] };
  const ends = expressRouteOf(view).filter((end) => sameId(idOf(end.circuit), id));
  const far = isPortUp(view, circuit, device) ? towardsCircuit(view, circuit) : [];
  const row = (network: string, nextHop: string, path: string): object => ({
    network,
    nextHop,
    locPrf: '100',
    weight: 0,
    path,
  });
  const asn = text(peer.attributes, 'peer_asn');
  const hop = hostOf(text(peer.attributes, `${device}_peer_address_prefix`), 1) ?? '';
  return {
    value: [
      ...far.map((network) => row(network, hop, `${asn} 64513`)),
      ...ends.flatMap(({ network, gateway }) =>
        texts(network.attributes, 'address_space').map((prefix) =>
          row(prefix, edgeAddresses(gateway, view).local, '65515'),
        ),
      ),
    ],
  };
}

/** ExpressRoute circuits and their peerings. */
export const EXPRESS_ROUTE_TYPES: readonly ArmType[] = [
  {
    namespace: NETWORK,
    path: 'expressRouteCircuits',
    type: 'azurerm_express_route_circuit',
    inSubscription: true,
    properties: (object, view) => ({
      peerings: peeringsOf(object, view),
      authorizations: texts(object.attributes, 'authorization_keys').map((authorizationKey, index) => ({
        name: `authorization-${index}`,
        id: `${idOf(object)}/authorizations/authorization-${index}`,
        properties: { authorizationKey, authorizationUseStatus: 'InUse', provisioningState: 'Succeeded' },
      })),
      serviceProviderProperties: {
        serviceProviderName: text(object.attributes, 'service_provider_name'),
        peeringLocation: text(object.attributes, 'peering_location'),
        bandwidthInMbps: object.attributes['bandwidth_in_mbps'],
      },
      circuitProvisioningState: text(object.attributes, 'circuit_provisioning_state') || 'Enabled',
      allowClassicOperations: false,
      serviceKey: text(object.attributes, 'service_key'),
      serviceProviderProvisioningState: providerState(view, object),
      globalReachEnabled: false,
    }),
  },
  {
    namespace: NETWORK,
    path: 'expressRouteCircuits/peerings',
    type: 'azurerm_express_route_circuit_peering',
    inSubscription: false,
    properties: peering,
  },
];
