import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import {
  createActivation,
  deleteActivation,
  isExpired,
  listActivations,
  SsmRefusal,
} from '../../../world/activations.ts';
import { number, text, textMap } from '../../../world/attributes.ts';
import type { World } from '../../../world/world.ts';
import { epoch, optionalNumber, optionalText, page, readTags, requiredText, writeTags } from './input.ts';
import type { SsmCall } from './service.ts';

export function createActivationCall({ world, region, input }: SsmCall): object {
  const expires = optionalNumber(input, 'ExpirationDate');
  const limit = optionalNumber(input, 'RegistrationLimit');
  const created = createActivation(world, {
    region,
    iamRole: requiredText(input, 'IamRole'),
    description: optionalText(input, 'Description') ?? '',
    defaultInstanceName: optionalText(input, 'DefaultInstanceName') ?? '',
    ...(limit !== undefined && { registrationLimit: limit }),
    ...(expires !== undefined && { expirationDate: new Date(expires * 1000) }),
    tags: readTags(input),
  });
  return { ActivationId: created.activationId, ActivationCode: created.activationCode };
}

export function deleteActivationCall({ world, region, input }: SsmCall): object {
  deleteActivation(world, region, requiredText(input, 'ActivationId'));
  return {};
}

interface Filter {
  readonly FilterKey?: string;
  readonly FilterValues?: readonly string[];
}

export function describeActivations({ world, region, input }: SsmCall): object {
  const filters = (input['Filters'] ?? []) as readonly Filter[];
  const found = listActivations(world, region).filter((activation) =>
    filters.every((filter) => matches(activation, filter)),
  );
  const { items, next } = page(found, input, { least: 1, most: 50, usual: 50 });
  return { ActivationList: items.map((activation) => shape(world, activation)), ...next };
}

const FILTER_ATTRIBUTES: Readonly<Record<string, string>> = {
  ActivationIds: 'id',
  DefaultInstanceName: 'default_instance_name',
  IamRole: 'iam_role',
};

function matches(activation: WorldObject, { FilterKey = '', FilterValues = [] }: Filter): boolean {
  const attribute = FILTER_ATTRIBUTES[FilterKey];
  if (attribute === undefined)
    throw new SsmRefusal('InvalidFilter', `The filter key ${FilterKey} is not valid.`);
  return FilterValues.includes(text(activation, attribute));
}

/** Never with the code. */
function shape(world: World, activation: WorldObject): object {
  return {
    ActivationId: text(activation, 'id'),
    Description: text(activation, 'description'),
    DefaultInstanceName: text(activation, 'default_instance_name'),
    IamRole: text(activation, 'iam_role'),
    RegistrationLimit: number(activation, 'registration_limit'),
    RegistrationsCount: number(activation, 'registrations_count'),
    ExpirationDate: epoch(text(activation, 'expires')),
    Expired: isExpired(world, activation),
    CreatedDate: epoch(text(activation, 'created')),
    Tags: writeTags(textMap(activation, 'tags')),
  };
}
