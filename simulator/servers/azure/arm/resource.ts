import type { ObjectValue, Value, WorldObject } from '../../../terraform-provider/engine/types.ts';
import type { CloudView } from '../../../world/link/view.ts';

/** One type of resource as Azure Resource Manager shows it. */
export interface ArmType {
  /** `Microsoft.Network`. */
  readonly namespace: string;
  /** Path below the namespace, `virtualHubs/bgpConnections` for a child. */
  readonly path: string;
  /** Terraform type of the objects. */
  readonly type: string;
  /** Whether the whole subscription can be listed; VPN gateways are listed by group alone. */
  readonly inSubscription: boolean;
  /** `listed` tells an entry of a list, which Azure gives with less than it gives of one resource. */
  readonly properties: (object: WorldObject, view: CloudView, listed: boolean) => object;
  /** Members beside the properties that not every type has, such as `sku`. */
  readonly beside?: (object: WorldObject, view: CloudView) => object;
}

export function text(from: ObjectValue, attribute: string): string {
  const value = from[attribute];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function texts(from: ObjectValue, attribute: string): readonly string[] {
  const value = from[attribute];
  const isText = (item: Value): item is string => typeof item === 'string';
  return Array.isArray(value) ? (value as readonly Value[]).filter(isText) : [];
}

export function blocks(from: ObjectValue, attribute: string): readonly ObjectValue[] {
  const value = from[attribute];
  const isObject = (item: Value): item is ObjectValue =>
    typeof item === 'object' && item !== null && !Array.isArray(item);
  return Array.isArray(value) ? (value as readonly Value[]).filter(isObject) : [];
}

export function idOf(object: WorldObject): string {
  return text(object.attributes, 'id');
}

/** The frame that all resources have. Azure writes no tags where there are none. */
export function frame(type: ArmType, object: WorldObject, view: CloudView, listed = false): object {
  const { attributes } = object;
  const tags = attributes['tags'];
  const hasTags = typeof tags === 'object' && tags !== null && Object.keys(tags).length > 0;
  const location = text(attributes, 'location').toLowerCase().replaceAll(' ', '');
  return {
    name: text(attributes, 'name'),
    id: idOf(object),
    etag: etagOf(object),
    type: `${type.namespace}/${type.path}`,
    ...(location !== '' && { location }),
    ...(hasTags && { tags }),
    ...type.beside?.(object, view),
    properties: { provisioningState: 'Succeeded', ...type.properties(object, view, listed) },
  };
}

/** Changes with the object's key only: the world keeps no versions. */
export function etagOf(object: WorldObject): string {
  const hex = Buffer.from(object.key).toString('hex').padEnd(32, '0').slice(-32);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `W/"${parts.join('-')}"`;
}
