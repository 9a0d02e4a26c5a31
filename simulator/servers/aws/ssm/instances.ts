import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { deregisterInstance, findInstance, listInstances, SsmRefusal } from '../../../world/activations.ts';
import { text, textMap } from '../../../world/attributes.ts';
import { epoch, invalid, page, readTags, requiredText, writeTags } from './input.ts';
import type { SsmCall } from './service.ts';

interface Filter {
  readonly Key?: string;
  readonly Values?: readonly string[];
}

/** Filter key → value of an instance. All registered machines are Linux. */
const FILTER_VALUES: Readonly<Record<string, (instance: WorldObject) => string>> = {
  InstanceIds: (instance) => text(instance, 'id'),
  ActivationIds: (instance) => text(instance, 'activation_id'),
  IamRole: (instance) => text(instance, 'iam_role'),
  PingStatus: (instance) => text(instance, 'ping_status'),
  PlatformTypes: () => 'Linux',
  ResourceType: () => 'ManagedInstance',
};

/**
 * `Filters` name a member or `tag:<key>` or `tag-key`; a filter by tag cannot be combined with another key, and an
 * unknown id among `InstanceIds` is an error instead of an empty list.
 */
export function describeInstances({ world, region, input }: SsmCall): object {
  const all = listInstances(world, region);
  const filters = (input['Filters'] ?? []) as readonly Filter[];
  const byTag = filters.filter(({ Key = '' }) => Key.startsWith('tag'));
  if (byTag.length > 0 && byTag.length < filters.length) {
    throw new SsmRefusal('InvalidFilterKey', '');
  }
  for (const { Key, Values = [] } of filters) {
    const unknown =
      Key === 'InstanceIds' && Values.some((id) => findInstance(world, region, id) === undefined);
    if (unknown) throw new SsmRefusal('InvalidInstanceId', '');
  }
  const found = all.filter((instance) => filters.every((filter) => matches(instance, filter)));
  const { items, next } = page(found, input, { least: 5, most: 50, usual: 10 });
  return { InstanceInformationList: items.map(shape), ...next };
}

function matches(instance: WorldObject, { Key = '', Values = [] }: Filter): boolean {
  const tags = textMap(instance, 'tags');
  if (Key === 'tag-key') return Values.some((name) => name in tags);
  if (Key.startsWith('tag:')) return Values.includes(tags[Key.slice('tag:'.length)] ?? '');
  const value = FILTER_VALUES[Key];
  if (value === undefined) throw new SsmRefusal('InvalidFilterKey', '');
  return Values.includes(value(instance));
}

function shape(instance: WorldObject): object {
  return {
    InstanceId: text(instance, 'id'),
    PingStatus: text(instance, 'ping_status'),
    LastPingDateTime: epoch(text(instance, 'last_ping')),
    AgentVersion: '3.3.2299.0',
    IsLatestVersion: true,
    PlatformType: 'Linux',
    PlatformName: text(instance, 'platform_name'),
    PlatformVersion: text(instance, 'platform_version'),
    ActivationId: text(instance, 'activation_id'),
    IamRole: text(instance, 'iam_role'),
    RegistrationDate: epoch(text(instance, 'created')),
    ResourceType: 'ManagedInstance',
    Name: text(instance, 'name'),
    IPAddress: text(instance, 'ip_address'),
    ComputerName: text(instance, 'computer_name'),
    SourceId: text(instance, 'id'),
    SourceType: 'AWS::SSM::ManagedInstance',
  };
}

export function deregister({ world, region, input }: SsmCall): object {
  const id = requiredText(input, 'InstanceId');
  if (!/^mi-[0-9a-f]{17}$/.test(id)) {
    throw invalid(`Value '${id}' at 'instanceId' failed to satisfy constraint: ^mi-[0-9a-f]{17}$`);
  }
  deregisterInstance(world, region, id);
  return {};
}

function taggable({ world, region, input }: SsmCall): WorldObject {
  const type = requiredText(input, 'ResourceType');
  if (type !== 'ManagedInstance') throw new SsmRefusal('InvalidResourceType', `${type} is not simulated.`);
  const instance = findInstance(world, region, requiredText(input, 'ResourceId'));
  if (instance === undefined) throw new SsmRefusal('InvalidResourceId', '');
  return instance;
}

export function listTags(call: SsmCall): object {
  return { TagList: writeTags(textMap(taggable(call), 'tags')) };
}

export function addTags(call: SsmCall): object {
  const instance = taggable(call);
  call.world.objects.patch(instance.key, { tags: { ...textMap(instance, 'tags'), ...readTags(call.input) } });
  return {};
}
