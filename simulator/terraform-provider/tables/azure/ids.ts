import type { Fill, Maker } from '../fill.ts';
import { text } from '../values.ts';

/** `/subscriptions/…/resourceGroups/…` of the provider's subscription. */
export function groupId(fill: Fill, group: string): string {
  return `/subscriptions/${fill.instance.subscriptionId}/resourceGroups/${group}`;
}

/** The id of a resource in its `resource_group_name`; `segments` are `type`, `attribute with the name` in turn. */
export const resourceId =
  (namespace: string, ...segments: readonly string[]): Maker =>
  (fill) => {
    const group = groupId(fill, text(fill.self, 'resource_group_name') ?? '');
    return `${group}/providers/${namespace}/${pairs(fill, segments)}`;
  };

/** The id of a resource whose parent is given by its own id. */
export const childId =
  (parent: string, ...segments: readonly string[]): Maker =>
  (fill) =>
    `${text(fill.self, parent) ?? ''}/${pairs(fill, segments)}`;

function pairs(fill: Fill, segments: readonly string[]): string {
  return segments
    .map((segment, index) => (index % 2 === 0 ? segment : (text(fill.self, segment) ?? '')))
    .join('/');
}

/** The id of an association: azurerm keeps it as the ids of both ends with a bar between. */
export const associationId =
  (...attributes: readonly string[]): Maker =>
  (fill) =>
    attributes.map((attribute) => text(fill.self, attribute) ?? '').join('|');
