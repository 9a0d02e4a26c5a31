import type { Billing, CloudReading, ListReading, StandingResource, TagQuery } from '../environment/types.ts';
import { hasTags } from '../environment/types.ts';
import {
  type BilledObject,
  createEc2BilledReader,
  EC2_BILLED_CALLS,
  EC2_BILLED_TYPES,
  type Ec2BilledReader,
  type Ec2BilledType,
} from './ec2-billed.ts';
import { createOwnedObjectReader, type OwnedObject, type OwnedObjectReader } from './owned-objects.ts';
import type { AwsAnswer, AwsDeps } from './read-call.ts';
import {
  createTaggedResourceReader,
  type TaggedResource,
  type TaggedResourceReader,
} from './tagged-resources.ts';

/** The doors to one region. */
export interface AwsEnvironmentDoors {
  readonly tagged: TaggedResourceReader;
  readonly ec2: Ec2BilledReader;
  readonly owned: OwnedObjectReader;
}

export async function createAwsEnvironmentDoors(region: string, deps: AwsDeps): Promise<AwsEnvironmentDoors> {
  return {
    tagged: await createTaggedResourceReader(region, deps),
    ec2: await createEc2BilledReader(region, deps),
    owned: createOwnedObjectReader(region, deps),
  };
}

/**
 * What stands in one region with these tags. The tagging API names everything it knows of; where a service's own list
 * tells better (what EC2 bills, clusters, activations, managed instances), that list alone decides, because the tagging
 * API lists deleted resources for a while and misses new ones.
 */
export async function readAwsEnvironment(
  query: TagQuery,
  region: string,
  { tagged, ec2, owned }: AwsEnvironmentDoors,
): Promise<CloudReading> {
  const lists: ListReading[] = [];
  const read = <T>(name: string, answer: AwsAnswer<readonly T[]>): readonly T[] | null => {
    const problem = answer.ok ? null : answer.reason;
    lists.push({ cloud: 'aws', name, entries: answer.ok ? answer.value.length : null, problem });
    return answer.ok ? answer.value : null;
  };
  const own = new Map<string, readonly StandingResource[] | null>();
  const list = read('Tagging GetResources', await tagged.list(tagFilters(query))) ?? [];
  for (const type of EC2_BILLED_TYPES) {
    const answer = await ec2[type](ec2Filters(query));
    const found = read(`EC2 ${EC2_BILLED_CALLS[type]}`, answer);
    own.set(`ec2:${type}`, found?.map((object) => ofEc2(type, object, list, region)) ?? null);
  }
  const matching = (objects: readonly OwnedObject[] | null) =>
    objects?.map((one) => ofCluster(one, query)).filter(({ tags }) => hasTags(tags, query)) ?? null;
  const clusters = matching(read('EKS ListClusters', await owned.clusters()));
  own.set('eks:cluster', clusters?.map((one) => asCluster(one, region)) ?? null);
  const activations = matching(read('SSM DescribeActivations', await owned.activations()));
  own.set('ssm:activation', activations?.map((one) => asActivation(one, region)) ?? null);
  const instances = matching(read('SSM DescribeInstanceInformation', await owned.managedInstances()));
  own.set('ssm:managed-instance', instances?.map((one) => asInstance(one, region)) ?? null);
  const others = list.filter(
    ({ arn, tags }) => hasTags(tags, query) && !Array.isArray(own.get(typeOfArn(arn))),
  );
  const rest = await Promise.all(others.map((one) => ofArn(one, owned, lists)));
  return { lists, resources: [...[...own.values()].flatMap((found) => found ?? []), ...rest.flat()] };
}

const CLUSTER_TAG = 'EKSClusterARN';

/**
 * Activations and the machines registered with them carry the ARN of their cluster, which the nodes' role asks for, and
 * often nothing else. The stacks give cluster and environment one name.
 */
function ofCluster(object: OwnedObject, { key, others }: TagQuery): OwnedObject {
  const name = /:cluster\/([^/]+)$/.exec(object.tags[CLUSTER_TAG] ?? '')?.[1];
  if (name === undefined || Object.hasOwn(object.tags, key)) return object;
  return { ...object, tags: { ...others, ...object.tags, [key]: name } };
}

function tagFilters({ key, value, others }: TagQuery): Readonly<Record<string, readonly string[]>> {
  const rest = Object.entries(others).map(([name, wanted]) => [name, [wanted]] as const);
  return { ...Object.fromEntries(rest), [key]: value === null ? [] : [value] };
}

/** In a filter of EC2 `*` and `?` stand for any text, unless a backslash is before them. */
function ec2Filters({ key, value, others }: TagQuery): Readonly<Record<string, readonly string[]>> {
  const exactly = (text: string): readonly string[] => [text.replace(/[\\*?]/g, '\\$&')];
  const rest = Object.entries(others).map(([name, wanted]) => [`tag:${name}`, exactly(wanted)] as const);
  const named = value === null ? { 'tag-key': exactly(key) } : { [`tag:${key}`]: exactly(value) };
  return { ...Object.fromEntries(rest), ...named };
}

/** `ec2:natgateway`, `logs:log-group`; the service alone where its ARNs have no type (`sqs`). */
export function typeOfArn(arn: string): string {
  const [, , service = '', , , resource = ''] = arn.split(':', 6);
  const type = /^([^:/]+)[:/]/.exec(arn.split(':').slice(5).join(':'))?.[1];
  return type === undefined || resource === '' ? service : `${service}:${type}`;
}

function ofEc2(
  type: Ec2BilledType,
  { id, name, tags, billed, priced }: BilledObject,
  known: readonly TaggedResource[],
  region: string,
): StandingResource {
  const billing = billed === undefined ? 'unknown' : billed ? 'billed' : 'free';
  return {
    ...NOTHING,
    type: `ec2:${type}`,
    id: known.find(({ arn }) => arn.endsWith(`:${type}/${id}`))?.arn ?? id,
    name: name === '' ? null : name,
    region,
    tags,
    billing,
    priced,
  };
}

const NOTHING = { cloud: 'aws', credential: false, priced: [], note: null } as const;

function asCluster({ id, name, tags }: OwnedObject, region: string): StandingResource {
  const priced = [{ price: 'eks-cluster', amount: 1 }];
  const note = 'Its hybrid nodes are billed by their vCPUs besides.';
  return { ...NOTHING, type: 'eks:cluster', id, name, region, tags, billing: 'billed', priced, note };
}

function asActivation({ id, name, tags }: OwnedObject, region: string): StandingResource {
  const note = 'Whoever has its code can still register machines.';
  const shown = { type: 'ssm:activation', id, name: name === '' ? null : name, region, tags, note };
  return { ...NOTHING, ...shown, billing: 'free', credential: true };
}

function asInstance({ id, name, tags }: OwnedObject, region: string): StandingResource {
  const note = 'Billed in the advanced-instances tier only; it still holds an identity of the account.';
  const shown = { type: 'ssm:managed-instance', id, name: name === '' ? null : name, region, tags, note };
  return { ...NOTHING, ...shown, billing: 'unknown', credential: true };
}

/**
 * By the pricing pages of the services: what costs nothing while it stands, what does, by type. Whatever is in neither
 * list is unknown, and unknown counts as billed.
 */
const FREE: ReadonlySet<string> = new Set(
  [
    ...['customer-gateway', 'dhcp-options', 'egress-only-internet-gateway', 'internet-gateway', 'key-pair'],
    ...[
      'launch-template',
      'network-acl',
      'network-interface',
      'placement-group',
      'prefix-list',
      'route-table',
    ],
    ...['security-group', 'security-group-rule', 'subnet', 'transit-gateway', 'transit-gateway-route-table'],
    ...['vpc', 'vpc-flow-log', 'vpc-peering-connection', 'spot-instances-request', 'fleet'],
  ]
    .map((type) => `ec2:${type}`)
    .concat([
      ...['access-entry', 'addon', 'identity-provider-config', 'nodegroup', 'podidentityassociation'].map(
        (type) => `eks:${type}`,
      ),
      ...['instance-profile', 'mfa', 'oidc-provider', 'policy', 'role', 'user'].map((type) => `iam:${type}`),
      ...['autoscaling:autoScalingGroup', 'directconnect:dx-gateway', 'events:rule', 'resource-groups:group'],
    ]),
);

const BILLED: Readonly<Record<string, string>> = {
  'ec2:snapshot': 'billed by the gigabyte',
  'ec2:image': 'billed by its snapshots',
  'logs:log-group': 'billed by the gigabyte stored',
  'elasticloadbalancing:loadbalancer': 'billed by the hour and by use',
  'secretsmanager:secret': 'billed by the secret',
  'directconnect:dxcon': 'billed by the port-hour',
  s3: 'billed by the gigabyte',
};

/** A resource of which the tagging API alone knows, confirmed where a single call can. */
async function ofArn(
  { arn, tags }: TaggedResource,
  owned: OwnedObjectReader,
  lists: ListReading[],
): Promise<readonly StandingResource[]> {
  const type = typeOfArn(arn);
  const region = arn.split(':')[3] ?? '';
  const note = BILLED[type] ?? null;
  const billing: Billing = FREE.has(type) ? 'free' : note === null ? 'unknown' : 'billed';
  const shown = {
    ...NOTHING,
    type,
    id: arn,
    name: tags['Name'] ?? null,
    region: region === '' ? null : region,
    tags,
  };
  if (type !== 'kms:key') return [{ ...shown, billing, note }];
  const answer = await owned.keyIsBilled(arn);
  const problem = answer.ok ? null : answer.reason;
  lists.push({ cloud: 'aws', name: 'KMS DescribeKey', entries: answer.ok ? 1 : null, problem });
  if (!answer.ok) return [{ ...shown, billing: 'unknown', note: answer.reason }];
  if (answer.value === undefined) return [];
  if (!answer.value) return [{ ...shown, billing: 'free', note: 'Its deletion is scheduled.' }];
  return [{ ...shown, billing: 'billed', priced: [{ price: 'aws-kms-key', amount: 1 }] }];
}
