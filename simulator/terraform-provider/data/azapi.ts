import type { DataSourceContext, DataSourceRule, ObjectValue, Value } from '../engine/types.ts';
import { SIMULATED_IDENTITY } from '../tables/identity.ts';
import { azapiId, azapiOutput } from '../tables/azure/azapi.ts';
import { isObject, text } from '../tables/values.ts';
import { failed, found } from './answers.ts';

const clientConfig: DataSourceRule = ({ instance }) =>
  found({
    id: `clientConfigs/subscriptionId=${instance.subscriptionId};tenantId=${instance.tenantId}`,
    subscription_id: instance.subscriptionId,
    subscription_resource_id: `/subscriptions/${instance.subscriptionId}`,
    tenant_id: instance.tenantId,
    object_id: SIMULATED_IDENTITY.objectId,
  });

const typeOf = (config: ObjectValue) => (text(config, 'type') ?? '').split('@')[0] ?? '';

/** The id asked for: given whole, or by parent and name. */
function wantedId(context: DataSourceContext): string {
  const { config, instance } = context;
  const whole = text(config, 'resource_id');
  if (whole !== undefined) return whole;
  return azapiId(
    text(config, 'parent_id') ?? `/subscriptions/${instance.subscriptionId}`,
    typeOf(config),
    text(config, 'name') ?? '',
  );
}

/** An object of either Azure provider by its id: azapi reads what azurerm made. */
function objectById(context: DataSourceContext, id: string): ObjectValue | undefined {
  const wanted = id.toLowerCase();
  return context.objects
    .list()
    .find((object) => object.provider !== 'aws' && text(object.attributes, 'id')?.toLowerCase() === wanted)
    ?.attributes;
}

const missing = (id: string) =>
  failed(
    'Failed to retrieve resource',
    `checking for presence of existing Resource "${id}": GET https://management.azure.com${id}\n--------------------------------------------------------------------------------\nRESPONSE 404: 404 Not Found\nERROR CODE: ResourceNotFound`,
  );

/** What ARM would send for an object, as far as the world knows it: the request's body and what every resource has. */
function armView(object: ObjectValue, id: string, type: string): Value {
  const body = object['body'];
  return azapiOutput({
    body: isObject(body) ? body : {},
    id,
    type,
    name: text(object, 'name') ?? '',
    exports: null,
  });
}

const resource: DataSourceRule = (context) => {
  const id = wantedId(context);
  const object = objectById(context, id);
  const { config } = context;
  if (!object) {
    if (config['ignore_not_found'] !== true) return missing(id);
    return found({ id, exists: false, output: null, location: '', tags: {}, identity: [] });
  }
  const view = armView(object, id, typeOf(config));
  return found({
    id,
    resource_id: id,
    name: id.split('/').at(-1) ?? '',
    parent_id: parentOf(id),
    exists: true,
    location: text(object, 'location') ?? '',
    tags: isObject(object['tags']) ? object['tags'] : {},
    identity: [],
    output: azapiOutput({
      body: isObject(view) ? view : {},
      id,
      type: typeOf(config),
      name: text(object, 'name') ?? '',
      exports: config['response_export_values'] ?? null,
    }),
  });
};

/** The id of what a resource lies in. */
function parentOf(id: string): string {
  const parts = id.split('/').slice(0, -2);
  return parts.at(-2) === 'providers' ? parts.slice(0, -2).join('/') : parts.join('/');
}

const resourceId: DataSourceRule = (context) => {
  const id = wantedId(context);
  const segments = id.split('/').slice(1);
  const parts = Object.fromEntries(
    segments.flatMap((segment, index) => (index % 2 === 0 ? [[segment, segments[index + 1] ?? '']] : [])),
  );
  const after = (name: string) => {
    const at = segments.findIndex((segment) => segment.toLowerCase() === name.toLowerCase());
    return at < 0 ? '' : (segments[at + 1] ?? '');
  };
  return found({
    id,
    resource_id: id,
    name: segments.at(-1) ?? '',
    parent_id: parentOf(id),
    parts,
    provider_namespace: after('providers'),
    resource_group_name: after('resourceGroups'),
    subscription_id: after('subscriptions'),
  });
};

const resourceList: DataSourceRule = (context) => {
  const { config } = context;
  const parent = (text(config, 'parent_id') ?? '').toLowerCase();
  const type = typeOf(config);
  const last = type.split('/').at(-1)?.toLowerCase() ?? '';
  const value = context.objects.list().flatMap((object): Value[] => {
    const id = object.provider === 'aws' ? undefined : text(object.attributes, 'id');
    const matches =
      id?.toLowerCase().startsWith(parent) === true && id.split('/').at(-2)?.toLowerCase() === last;
    return matches ? [armView(object.attributes, id, type)] : [];
  });
  return found({ id: `${text(config, 'parent_id') ?? ''}/${last}`, output: { value } });
};

/** Actions do something in a service; the simulated world knows reading an existing object and nothing else. */
const resourceAction: DataSourceRule = (context) => {
  const { config } = context;
  const id = text(config, 'resource_id') ?? `/subscriptions/${context.instance.subscriptionId}`;
  const action = text(config, 'action');
  const object = objectById(context, id);
  if (!object) return missing(id);
  if (action !== undefined) {
    return failed(
      'Failed to perform action',
      `performing action ${action} of "${id}": the simulated world does not perform actions of ${typeOf(config)}.`,
    );
  }
  return found({ id, output: armView(object, id, typeOf(config)) });
};

const dataPlane: DataSourceRule = (context) => {
  const { config } = context;
  const name = text(config, 'name') ?? '';
  const object = context.objects
    .list('azapi_data_plane_resource')
    .map((item) => item.attributes)
    .find(
      (item) =>
        item['parent_id'] === config['parent_id'] && item['name'] === name && typeOf(item) === typeOf(config),
    );
  if (!object) return missing(`${text(config, 'parent_id') ?? ''}/${name}`);
  const id = text(object, 'id') ?? '';
  return found({ id, output: armView(object, id, typeOf(config)) });
};

/** Data sources of azapi. */
export const azapiData: Readonly<Record<string, DataSourceRule>> = {
  azapi_client_config: clientConfig,
  azapi_resource: resource,
  azapi_resource_id: resourceId,
  azapi_resource_list: resourceList,
  azapi_resource_action: resourceAction,
  azapi_data_plane_resource: dataPlane,
};

/** Ephemeral resources of azapi. */
export const azapiEphemeral: Readonly<Record<string, DataSourceRule>> = {
  azapi_resource_action: resourceAction,
  azapi_data_plane_resource: dataPlane,
};
