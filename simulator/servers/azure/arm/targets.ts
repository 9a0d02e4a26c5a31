/** From the path of a request to the type and the object that it means. */
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import type { CloudView } from '../../../world/link/view.ts';
import { BILLED_TYPES } from './all-resources.ts';
import { EXPRESS_ROUTE_TYPES } from './express-route.ts';
import { GATEWAY_TYPES } from './gateways.ts';
import { INTERFACE_TYPES } from './interfaces.ts';
import { MACHINE_PART_TYPES, objectsOf } from './machine-parts.ts';
import { MACHINE_TYPES } from './machines.ts';
import { ArmRefusal } from './refusal.ts';
import { type ArmType, idOf } from './resource.ts';
import { ROUTE_SERVER_TYPES } from './route-servers.ts';
import { ROUTE_TABLE_TYPES } from './route-tables.ts';
import { VIRTUAL_NETWORK_TYPES } from './virtual-networks.ts';

const TYPES = [
  ...VIRTUAL_NETWORK_TYPES,
  ...GATEWAY_TYPES,
  ...ROUTE_SERVER_TYPES,
  ...ROUTE_TABLE_TYPES,
  ...MACHINE_TYPES,
  ...MACHINE_PART_TYPES,
  ...INTERFACE_TYPES,
  ...EXPRESS_ROUTE_TYPES,
  ...BILLED_TYPES,
];

/** What a path asks for; `collection` asks for the list. */
export interface Target {
  readonly type: ArmType;
  readonly group: string | undefined;
  readonly collection: boolean;
  /** The path itself: the id of one resource, or what the ids of the collection begin with. */
  readonly path: string;
}

const PATH = /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?\/providers\/([^/]+)\/(.+?)\/?$/i;

export function targetOf(pathname: string): Target {
  const match = PATH.exec(pathname);
  const namespace = match?.[3] ?? '';
  const segments = (match?.[4] ?? '').split('/');
  const typePath = segments.filter((_segment, index) => index % 2 === 0).join('/');
  const type = TYPES.find(
    (one) =>
      one.path.toLowerCase() === typePath.toLowerCase() &&
      one.namespace.toLowerCase() === namespace.toLowerCase(),
  );
  const collection = segments.length % 2 === 1;
  const group = match?.[2];
  if (type === undefined || (group === undefined && !(collection && type.inSubscription))) {
    throw new ArmRefusal(
      404,
      'InvalidResourceType',
      `The resource type '${typePath}' could not be found in the namespace '${namespace}' for api version.`,
    );
  }
  return { type, group, collection, path: pathname.replace(/\/$/, '') };
}

export function present({ type, path }: Target, view: CloudView): WorldObject | undefined {
  return objectsOf(type.type, view).find((one) => idOf(one).toLowerCase() === path.toLowerCase());
}

export function find(target: Target, view: CloudView): WorldObject {
  const { group, path } = target;
  const object = present(target, view);
  if (object !== undefined) return object;
  requireGroup(group, view);
  const name = path.split('/providers/').at(-1) ?? '';
  throw new ArmRefusal(
    404,
    'ResourceNotFound',
    `The Resource '${name}' under resource group '${group ?? ''}' was not found.`,
    { 'x-ms-failure-cause': 'gateway' },
  );
}

/** A group exists when Terraform made it, or when something is in it. */
export function requireGroup(group: string | undefined, view: CloudView): void {
  if (group === undefined) return;
  const part = `/resourcegroups/${group.toLowerCase()}`;
  const exists = view.objects.list().some(({ provider, attributes }) => {
    const id = typeof attributes['id'] === 'string' ? attributes['id'].toLowerCase() : '';
    return provider !== 'aws' && `${id}/`.includes(`${part}/`);
  });
  if (!exists) {
    throw new ArmRefusal(404, 'ResourceGroupNotFound', `Resource group '${group}' could not be found.`, {
      'x-ms-failure-cause': 'gateway',
    });
  }
}
