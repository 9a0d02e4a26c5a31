import { isObject } from '../cty/value.ts';
import { failure } from './diagnostics.ts';
import type { ObjectStore } from '../../world/store.ts';
import type {
  Diagnostic,
  ObjectReader,
  ObjectValue,
  ProviderInstance,
  ProviderName,
  Value,
  WorldObject,
} from './types.ts';

/** Types that act on an object of another resource and therefore share its id. */
const SHARES_ID = /^azapi_(update_resource|resource_action)$/;

/** AWS services without regions: their objects are found from every region. */
const GLOBAL = /^aws_(iam_|dx_gateway|route53_|budgets_)/;

/** The object that a state is about: by the key in its private data, or by its id where an import left none. */
export function findInState(
  objects: ObjectReader,
  provider: ProviderName,
  type: string,
  key: string | undefined,
  state: Value,
): WorldObject | undefined {
  if (key !== undefined) return objects.get(key);
  if (!isObject(state) || typeof state['id'] !== 'string') return undefined;
  const id = state['id'];
  return objects
    .list(type)
    .find((object) => object.provider === provider && sameId(provider, object.attributes['id'], id));
}

/** Takes an object out of the world. With a cluster goes what is in it: releases, objects, resource definitions. */
export function removeObject(objects: ObjectStore, object: WorldObject): void {
  objects.delete(object.key);
  const endpoint = object.type === 'aws_eks_cluster' ? object.attributes['endpoint'] : undefined;
  if (typeof endpoint !== 'string' || endpoint === '') return;
  for (const inside of objects.list()) if (inside.region === endpoint) objects.delete(inside.key);
}

/** How types whose import id is not their `id` are addressed, as in the providers' documentation. */
const IMPORT_IDS: Readonly<Record<string, readonly string[]>> = {
  aws_ec2_transit_gateway_route: ['{transit_gateway_route_table_id}_{destination_cidr_block}'],
  aws_eks_access_policy_association: ['{cluster_name}#{principal_arn}#{policy_arn}'],
  aws_eks_pod_identity_association: ['{cluster_name},{association_id}'],
  aws_iam_role_policy_attachment: ['{role}/{policy_arn}'],
  aws_route: [
    '{route_table_id}_{destination_cidr_block}',
    '{route_table_id}_{destination_ipv6_cidr_block}',
    '{route_table_id}_{destination_prefix_list_id}',
  ],
  aws_route_table_association: ['{subnet_id}/{route_table_id}', '{gateway_id}/{route_table_id}'],
  aws_secretsmanager_secret_version: ['{secret_id}|{version_id}'],
  helm_release: ['{namespace}/{name}'],
};

/** The object that `terraform import` means by `id`, seen from one provider instance. */
export function findForImport(
  objects: ObjectReader,
  type: string,
  id: string,
  instance: ProviderInstance,
): WorldObject | undefined {
  return objects.list(type).find((object) => {
    if (object.provider !== instance.provider) return false;
    const isPlaced = instance.provider !== 'azurerm' && instance.provider !== 'azapi';
    if (isPlaced && object.region !== instance.region && !GLOBAL.test(type)) return false;
    const { attributes } = object;
    // azapi accepts the API version behind the id.
    const wanted = instance.provider === 'azapi' ? (id.split('?')[0] ?? id) : id;
    if (sameId(instance.provider, attributes['id'], wanted)) return true;
    if (typeof attributes['id'] !== 'string' && attributes['arn'] === id) return true;
    return (IMPORT_IDS[type] ?? []).some((template) => expand(template, attributes) === id);
  });
}

/** The template with the attributes' values; undefined where one of them is not set. */
function expand(template: string, attributes: ObjectValue): string | undefined {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  let text = template;
  for (const name of names) {
    const value = attributes[name];
    if (typeof value !== 'string') return undefined;
    text = text.replace(`{${name}}`, () => value);
  }
  return text;
}

/**
 * Azure names its objects by path, so creating one whose id exists is refused by the providers, with the advice to
 * import it. AWS invents ids and has no such check; Kubernetes' API refuses by itself, cluster by cluster.
 */
export function alreadyExists(
  objects: ObjectReader,
  provider: ProviderName,
  type: string,
  state: ObjectValue,
): Diagnostic | undefined {
  const id = state['id'];
  if (provider !== 'azurerm' && provider !== 'azapi') return undefined;
  if (typeof id !== 'string' || SHARES_ID.test(type)) return undefined;
  if (!objects.list(type).some((object) => sameId(provider, object.attributes['id'], id))) return undefined;
  const advice = `to be managed via Terraform this resource needs to be imported into the State. Please see the resource documentation for "${type}" for more information.`;
  const text = `a resource with the ID "${id}" already exists - ${advice}`;
  return provider === 'azapi' ? failure('Resource already exists', text) : failure(text);
}

/** Azure ids are compared without regard to case. */
function sameId(provider: ProviderName, left: Value | undefined, right: string): boolean {
  if (typeof left !== 'string') return false;
  const isAzure = provider === 'azurerm' || provider === 'azapi';
  return isAzure ? left.toLowerCase() === right.toLowerCase() : left === right;
}
