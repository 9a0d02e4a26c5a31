import { each, is, type Fill, type FillTable } from '../fill.ts';
import { guid } from '../makers.ts';
import { text } from '../values.ts';

const typeOf = (fill: Fill) => (text(fill.self, 'type') ?? '').split('@')[0] ?? '';

/** `Microsoft.Network/virtualNetworks/subnets` under a virtual network's id becomes `…/subnets/<name>`. */
export function azapiId(parent: string, type: string, name: string): string {
  const [namespace = '', ...types] = (type.split('@')[0] ?? '').split('/');
  const own = types.at(-1) ?? '';
  if (type.startsWith('Microsoft.Resources/resourceGroups')) return `${parent}/resourceGroups/${name}`;
  const isChild = types.length > 1 && parent.toLowerCase().includes(`/providers/${namespace.toLowerCase()}/`);
  return isChild
    ? `${parent}/${own}/${name}`
    : `${parent === '/' ? '' : parent}/providers/${namespace}/${own}/${name}`;
}

const parentId = (fill: Fill) => `/subscriptions/${fill.instance.subscriptionId}`;
const idFromParts = (fill: Fill) =>
  azapiId(text(fill.self, 'parent_id') ?? '', typeOf(fill), text(fill.self, 'name') ?? '');

/** What the provider answers where nothing is exported from the response. */
const noOutput = is(null);
const switches: FillTable = {
  ignore_casing: is(false),
  ignore_missing_property: is(true),
};

/** Fill tables of azapi. */
export const azapiTables: Readonly<Record<string, FillTable>> = {
  azapi_resource: {
    name: (fill) => fill.hex('name', 8),
    parent_id: parentId,
    id: idFromParts,
    location: is(null),
    body: is(null),
    output: noOutput,
    tags: is({}),
    schema_validation_enabled: is(true),
    ignore_null_property: is(false),
    ...switches,
    identity: each({
      principal_id: (fill, block) =>
        (text(block, 'type') ?? '').includes('SystemAssigned') ? guid(fill, 'principal') : '',
      tenant_id: (fill, block) =>
        (text(block, 'type') ?? '').includes('SystemAssigned') ? fill.instance.tenantId : '',
    }),
  },
  azapi_update_resource: {
    resource_id: (fill) =>
      azapiId(text(fill.self, 'parent_id') ?? '', typeOf(fill), text(fill.self, 'name') ?? ''),
    id: (fill) => text(fill.self, 'resource_id') ?? '',
    name: (fill) => (text(fill.self, 'resource_id') ?? '').split('/').at(-1) ?? '',
    parent_id: (fill) =>
      (text(fill.self, 'resource_id') ?? '').replace(/(?:\/providers\/[^/]+)?\/[^/]+\/[^/]+$/, ''),
    output: noOutput,
    ...switches,
  },
  azapi_resource_action: {
    id: (fill) => {
      const action = text(fill.self, 'action');
      const base = text(fill.self, 'resource_id') ?? '';
      return action === undefined ? base : `${base}/${action}`;
    },
    method: is('POST'),
    when: is('apply'),
    exist: is(true),
    output: noOutput,
    sensitive_output: noOutput,
  },
  azapi_data_plane_resource: {
    name: (fill) => fill.hex('name', 8),
    id: (fill) =>
      `${text(fill.self, 'parent_id') ?? ''}/${(typeOf(fill).split('/').at(-1) ?? '').toLowerCase()}/${text(fill.self, 'name') ?? ''}`,
    body: is(null),
    output: noOutput,
    ...switches,
  },
};
