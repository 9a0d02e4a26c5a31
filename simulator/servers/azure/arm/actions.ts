/** The POST actions of Microsoft.Network that read what a gateway, Route Server or interface knows. */
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { observe } from '../../../world/link/history.ts';
import { byId } from '../../../world/link/tunnel.ts';
import type { CloudView } from '../../../world/link/view.ts';
import { advertisedRoutes, learnedRoutes, peerStatus } from './bgp-answers.ts';
import { effectiveRoutes } from './effective-routes.ts';
import { circuitRoutes } from './express-route.ts';
import { isUpdating } from './gateways.ts';
import type { OperationPlace } from './operations.ts';
import { ArmRefusal } from './refusal.ts';
import { text } from './resource.ts';
import { serverAdvertised, serverLearned } from './server-answers.ts';

interface Kind {
  /** Path of the type below its namespace, and the action, in lower case. */
  readonly path: string;
  /** Type of the object whose id precedes the action. */
  readonly type: string;
  /** What the role needs. */
  readonly permission: string;
  /** Whether the action is refused while gateways are being changed. */
  readonly needsGateway: boolean;
  readonly result: (object: WorldObject, view: CloudView, query: URLSearchParams, device: string) => object;
}

const GATEWAY = 'azurerm_virtual_network_gateway';
const PEER = 'azurerm_route_server_bgp_connection';

const KINDS: readonly Kind[] = [
  {
    path: 'virtualnetworkgateways/getbgppeerstatus',
    type: GATEWAY,
    permission: 'Microsoft.Network/virtualNetworkGateways/getbgppeerstatus/action',
    needsGateway: true,
    result: (object, view, query) => peerStatus(object, view, query.get('peer')),
  },
  {
    path: 'virtualnetworkgateways/getlearnedroutes',
    type: GATEWAY,
    permission: 'Microsoft.Network/virtualNetworkGateways/getlearnedroutes/action',
    needsGateway: true,
    result: (object, view) => learnedRoutes(object, view),
  },
  {
    path: 'virtualnetworkgateways/getadvertisedroutes',
    type: GATEWAY,
    permission: 'Microsoft.Network/virtualNetworkGateways/getadvertisedroutes/action',
    needsGateway: true,
    result: (object, view, query) => advertisedRoutes(object, view, query.get('peer')),
  },
  {
    path: 'virtualhubs/bgpconnections/learnedroutes',
    type: PEER,
    permission: 'Microsoft.Network/virtualHubs/bgpConnections/learnedRoutes/action',
    needsGateway: false,
    result: serverLearned,
  },
  {
    path: 'virtualhubs/bgpconnections/advertisedroutes',
    type: PEER,
    permission: 'Microsoft.Network/virtualHubs/bgpConnections/advertisedRoutes/action',
    needsGateway: false,
    result: serverAdvertised,
  },
  {
    path: 'networkinterfaces/effectiveroutetable',
    type: 'azurerm_network_interface',
    permission: 'Microsoft.Network/networkInterfaces/effectiveRouteTable/action',
    needsGateway: false,
    result: (object, view) => effectiveRoutes(object, view),
  },
  {
    path: 'expressroutecircuits/peerings/routetables',
    type: 'azurerm_express_route_circuit_peering',
    permission: 'Microsoft.Network/expressRouteCircuits/peerings/routeTables/read',
    needsGateway: false,
    result: (object, view, _query, device) =>
      circuitRoutes(object, view, device === 'secondary' ? 'secondary' : 'primary'),
  },
];

/** An action that a path asks for. */
export interface ArmAction extends OperationPlace {
  readonly kind: Kind;
  readonly permission: string;
  /** Id of the resource. */
  readonly resource: string;
  /** `primary` or `secondary` where an action is about one router of a circuit; else empty. */
  readonly device: string;
}

const PATH = /^(\/subscriptions\/([^/]+)\/resourceGroups\/[^/]+\/providers\/Microsoft\.Network\/)(.+)$/i;

/** The action at a path; undefined where there is none. */
export function actionOf(path: string): ArmAction | undefined {
  const [, prefix = '', subscription = '', rest = ''] = PATH.exec(path) ?? [];
  const segments = rest.split('/');
  // The routes of a circuit are asked for by the device, which follows the action.
  const isByDevice = segments.at(-2)?.toLowerCase() === 'routetables';
  const own = isByDevice ? segments.slice(0, -1) : segments;
  const typePath = own.filter((_segment, index) => index % 2 === 0).join('/');
  const kind = KINDS.find((one) => one.path === typePath.toLowerCase());
  if (kind === undefined) return undefined;
  const resource = `${prefix}${own.slice(0, -1).join('/')}`;
  const device = isByDevice ? (segments.at(-1)?.toLowerCase() ?? '') : '';
  return {
    kind,
    permission: kind.permission,
    resource,
    device,
    subscription,
    location: 'germanywestcentral',
  };
}

/** What the operation will end with; throws {@link ArmRefusal} where it cannot be started. */
export function performAction(
  { kind, resource, device }: ArmAction,
  query: URLSearchParams,
  view: CloudView,
): object {
  const object = byId(view, kind.type, resource);
  if (object === undefined) {
    const name = resource.split('/providers/').at(-1) ?? '';
    const group = /\/resourceGroups\/([^/]+)/i.exec(resource)?.[1] ?? '';
    throw new ArmRefusal(
      404,
      'ResourceNotFound',
      `The Resource '${name}' under resource group '${group}' was not found.`,
      { 'x-ms-failure-cause': 'gateway' },
    );
  }
  if (kind.needsGateway && isUpdating(view)) {
    throw new ArmRefusal(
      409,
      'AnotherOperationInProgress',
      `Another operation on this or dependent resource is in progress. To retrieve status of the operation use uri: ${text(object.attributes, 'id')}.`,
    );
  }
  observe(view);
  return kind.result(object, view, query, device);
}
