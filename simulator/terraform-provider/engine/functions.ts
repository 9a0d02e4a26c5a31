import { isList, plain } from '../cty/value.ts';
import type { ProviderName, Value } from './types.ts';

/** An argument that a provider function refuses; `argument` is its position. */
export class FunctionArgumentError extends Error {
  override readonly name = 'FunctionArgumentError';
  readonly argument: number;

  constructor(message: string, argument: number) {
    super(message);
    this.argument = argument;
  }
}

export type ProviderFunction = (args: readonly Value[]) => Value;

const text = (args: readonly Value[], position: number): string => {
  const value = plain(args[position] ?? null);
  if (typeof value !== 'string') throw new FunctionArgumentError('a string is required', position);
  return value;
};

const texts = (args: readonly Value[], position: number): readonly string[] => {
  const value = plain(args[position] ?? null);
  if (!isList(value)) throw new FunctionArgumentError('a list is required', position);
  return value.map((_element, index) => text(value, index));
};

/** An ARN has six parts, the last of which may contain colons (AWS General Reference, "Amazon Resource Names"). */
function parseArn(
  arn: string,
): Readonly<Record<'partition' | 'service' | 'region' | 'account_id' | 'resource', string>> {
  const [prefix, partition = '', service = '', region = '', account = '', ...resource] = arn.split(':');
  if (prefix !== 'arn' || resource.length === 0)
    throw new FunctionArgumentError(`arn parse failed: "${arn}" is not an ARN`, 0);
  return { partition, service, region, account_id: account, resource: resource.join(':') };
}

function trimRolePath(arn: string): string {
  const parts = parseArn(arn);
  if (parts.service !== 'iam' || !parts.resource.startsWith('role/')) {
    throw new FunctionArgumentError(`"${arn}" is not the ARN of an IAM role`, 0);
  }
  const name = parts.resource.slice(parts.resource.lastIndexOf('/') + 1);
  return `arn:${parts.partition}:iam:${parts.region}:${parts.account_id}:role/${name}`;
}

/** `Microsoft.Network/virtualNetworks/subnets` and [vnet, subnet] → `/providers/Microsoft.Network/virtualNetworks/vnet/subnets/subnet`. */
function typedPath(resourceType: string, names: readonly string[], position: number): string {
  const [namespace = '', ...types] = resourceType.split('@')[0]?.split('/') ?? [];
  if (types.length === 0 || types.length !== names.length) {
    throw new FunctionArgumentError(
      `"${resourceType}" needs ${types.length} names, got ${names.length}`,
      position,
    );
  }
  return `/providers/${namespace}/${types.map((type, index) => `${type}/${names[index] ?? ''}`).join('/')}`;
}

function buildId(parent: string, resourceType: string, name: string): string {
  const base = parent.replace(/\/$/, '');
  const [type = ''] = resourceType.split('@');
  const segments = type.split('/');
  if (segments.length < 2) throw new FunctionArgumentError(`"${resourceType}" is not a resource type`, 1);
  if (type.toLowerCase() === 'microsoft.resources/resourcegroups') return `${base}/resourceGroups/${name}`;
  return segments.length > 2
    ? `${base}/${segments.at(-1) ?? ''}/${name}`
    : `${base}/providers/${type}/${name}`;
}

const azapi: Readonly<Record<string, ProviderFunction>> = {
  build_resource_id: (args) => buildId(text(args, 0), text(args, 1), text(args, 2)),
  extension_resource_id: (args) => `${text(args, 0)}${typedPath(text(args, 1), texts(args, 2), 2)}`,
  management_group_resource_id: (args) =>
    `/providers/Microsoft.Management/managementGroups/${text(args, 0)}${typedPath(text(args, 1), texts(args, 2), 2)}`,
  resource_group_resource_id: (args) =>
    `/subscriptions/${text(args, 0)}/resourceGroups/${text(args, 1)}${typedPath(text(args, 2), texts(args, 3), 3)}`,
  subscription_resource_id: (args) =>
    `/subscriptions/${text(args, 0)}${typedPath(text(args, 1), texts(args, 2), 2)}`,
  tenant_resource_id: (args) => typedPath(text(args, 0), texts(args, 1), 1),
};

const aws: Readonly<Record<string, ProviderFunction>> = {
  arn_build: (args) => ['arn', ...[0, 1, 2, 3, 4].map((position) => text(args, position))].join(':'),
  arn_parse: (args) => parseArn(text(args, 0)),
  trim_iam_role_path: (args) => trimRolePath(text(args, 0)),
};

/** The provider functions that are implemented; the others of the schema are not declared to Terraform. */
export const FUNCTIONS: Readonly<Record<ProviderName, Readonly<Record<string, ProviderFunction>>>> = {
  aws,
  azurerm: {},
  azapi,
  helm: {},
  kubernetes: {},
};
