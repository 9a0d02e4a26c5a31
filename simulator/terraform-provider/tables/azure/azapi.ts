import { each, is, type Fill, type FillTable, type Maker } from '../fill.ts';
import { guid } from '../makers.ts';
import type { ObjectValue, Value } from '../../engine/types.ts';
import { isList, isObject, text, textOf } from '../values.ts';

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

/** What a response is made of, and which parts of it are asked for. */
export interface AzapiResponse {
  readonly body: ObjectValue;
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** `response_export_values`: null for all, `["*"]`, a list of dotted paths, or a map of names to paths. */
  readonly exports: Value;
}

/** The `output` of azapi: the response as ARM would send it, or the parts of it that are exported. */
export function azapiOutput({ body, id, type, name, exports }: AzapiResponse): Value {
  const properties = isObject(body['properties']) ? body['properties'] : {};
  const response: ObjectValue = {
    ...body,
    id,
    name,
    type,
    properties: { ...properties, provisioningState: 'Succeeded' },
  };
  if (isList(exports)) {
    const paths = exports.flatMap((path) => textOf(path) ?? []);
    if (paths.includes('*')) return response;
    return paths.reduce<ObjectValue>(
      (result, path) => setPath(result, path.split('.'), at(response, path)),
      {},
    );
  }
  if (!isObject(exports)) return response;
  return Object.fromEntries(
    Object.entries(exports).map(([key, path]) => [key, at(response, textOf(path) ?? '')]),
  );
}

/** The value at a dotted path; null where there is none. Other expressions of JMESPath are not read. */
function at(value: Value, path: string): Value {
  return path
    .split('.')
    .reduce<Value>((inner, step) => (isObject(inner) ? (inner[step] ?? null) : null), value);
}

function setPath(target: ObjectValue, [step = '', ...rest]: readonly string[], value: Value): ObjectValue {
  const inner = target[step];
  return {
    ...target,
    [step]: rest.length === 0 ? value : setPath(isObject(inner) ? inner : {}, rest, value),
  };
}

const output: Maker = (fill) =>
  azapiOutput({
    body: isObject(fill.self['body']) ? fill.self['body'] : {},
    id: text(fill.self, 'id') ?? '',
    type: typeOf(fill),
    name: text(fill.self, 'name') ?? '',
    exports: fill.self['response_export_values'] ?? null,
  });

/** An action's answer is known to its service alone. */
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
    output,
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
    output,
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
    output,
    ...switches,
  },
};
