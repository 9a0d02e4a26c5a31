import type { DataSourceRule, ObjectValue } from '../engine/types.ts';
import { dnsSuffixOf, partitionOf } from '../tables/makers.ts';
import { SIMULATED_IDENTITY } from '../tables/identity.ts';
import { blocks, text, texts } from '../tables/values.ts';
import { failed, found } from './answers.ts';
import { zonesOf, isKnownRegion } from './regions.ts';

const callerIdentity: DataSourceRule = ({ instance }) => {
  const { roleName, sessionName, roleUniqueId } = SIMULATED_IDENTITY;
  return found({
    id: instance.accountId,
    account_id: instance.accountId,
    arn: `arn:${partitionOf(instance.region)}:sts::${instance.accountId}:assumed-role/${roleName}/${sessionName}`,
    user_id: `${roleUniqueId}:${sessionName}`,
  });
};

const partition: DataSourceRule = ({ instance }) => {
  const name = partitionOf(instance.region);
  const suffix = dnsSuffixOf(instance.region);
  return found({
    id: name,
    partition: name,
    dns_suffix: suffix,
    reverse_dns_prefix: suffix.split('.').reverse().join('.'),
  });
};

const region: DataSourceRule = ({ config, instance }) => {
  const endpoint = text(config, 'endpoint');
  const name = text(config, 'name') ?? /^ec2\.([a-z0-9-]+)\./.exec(endpoint ?? '')?.[1] ?? instance.region;
  if ((text(config, 'name') !== undefined || endpoint !== undefined) && !isKnownRegion(name)) {
    return failed(
      `no matching Region found for name "${text(config, 'name') ?? ''}" and endpoint "${endpoint ?? ''}"`,
    );
  }
  return found({ id: name, name, endpoint: `ec2.${name}.${dnsSuffixOf(name)}`, description: name });
};

const zones: DataSourceRule = ({ config, instance }) => {
  const filters: Readonly<Record<string, (zone: { name: string; id: string }) => string>> = {
    'zone-name': (zone) => zone.name,
    'zone-id': (zone) => zone.id,
    'region-name': () => instance.region,
    'group-name': () => `${instance.region}-zg-1`,
    'opt-in-status': () => 'opt-in-not-required',
    'zone-type': () => 'availability-zone',
    state: () => 'available',
  };
  const given = blocks(config, 'filter');
  const unknown = given.find((block) => !((text(block, 'name') ?? '') in filters));
  if (unknown)
    return failed(
      `fetching Availability Zones: operation error EC2: DescribeAvailabilityZones, https response error StatusCode: 400, RequestID: 00000000-0000-4000-8000-000000000000, api error InvalidParameterValue: The filter '${text(unknown, 'name') ?? ''}' is invalid`,
    );
  const state = text(config, 'state') ?? 'available';
  const chosen = zonesOf(instance.region).filter(
    (zone) =>
      state === 'available' &&
      !texts(config, 'exclude_names').includes(zone.name) &&
      !texts(config, 'exclude_zone_ids').includes(zone.id) &&
      given.every((block) =>
        texts(block, 'values').includes(filters[text(block, 'name') ?? '']?.(zone) ?? ''),
      ),
  );
  return found({
    id: instance.region,
    names: chosen.map((zone) => zone.name),
    zone_ids: chosen.map((zone) => zone.id),
    group_names: chosen.length === 0 ? [] : [`${instance.region}-zg-1`],
  });
};

const defaultTags: DataSourceRule = ({ instance }) =>
  found({ id: partitionOf(instance.region), tags: { ...instance.defaultTags } });

/**
 * A handful of the ranges that AWS publishes in ip-ranges.json, by service. The real file has thousands; whoever needs
 * it whole cannot rehearse it.
 */
const IP_RANGES: readonly (readonly [service: string, region: string, cidr: string])[] = [
  ['EC2_INSTANCE_CONNECT', 'eu-central-1', '3.120.181.40/29'],
  ['EC2_INSTANCE_CONNECT', 'eu-west-1', '18.202.216.48/29'],
  ['EC2_INSTANCE_CONNECT', 'us-east-1', '18.206.107.24/29'],
  ['S3', 'eu-central-1', '52.219.44.0/22'],
  ['S3', 'eu-central-1', '52.219.72.0/22'],
  ['S3', 'us-east-1', '52.216.0.0/15'],
  ['EC2', 'eu-central-1', '3.64.0.0/12'],
  ['EC2', 'eu-central-1', '18.192.0.0/15'],
  ['ROUTE53_HEALTHCHECKS', 'eu-west-1', '54.228.16.0/26'],
  ['CLOUDFRONT', 'GLOBAL', '13.32.0.0/15'],
];
const ipRanges: DataSourceRule = ({ config }) => {
  const services = texts(config, 'services').map((name) => name.toUpperCase());
  const regions = texts(config, 'regions').map((name) => name.toUpperCase());
  const cidrs = IP_RANGES.filter(
    ([service, where]) =>
      (services.includes(service) || services.includes('AMAZON')) &&
      (regions.length === 0 || regions.includes(where.toUpperCase())),
  ).map(([, , cidr]) => cidr);
  if (cidrs.length === 0) return failed('no IP ranges result from filters');
  return found({
    id: '1793612400',
    sync_token: 1793612400,
    create_date: '2026-11-02-09-00-00',
    cidr_blocks: [...cidrs].sort(),
    ipv6_cidr_blocks: [],
  });
};

/** Prefix lists that AWS keeps: gateway endpoints of S3 and DynamoDB. Their ids differ by region in reality too. */
const managedPrefixList: DataSourceRule = (context) => {
  const { config, instance } = context;
  const lists = ['s3', 'dynamodb'].map((service, index): ObjectValue => ({
    id: `pl-6${index}${Buffer.from(instance.region).toString('hex').slice(-6)}`,
    name: `com.amazonaws.${instance.region}.${service}`,
    entries: IP_RANGES.filter(([name, where]) => name === 'S3' && where === instance.region).map(
      ([, , cidr]) => ({ cidr, description: '' }),
    ),
  }));
  const names = blocks(config, 'filter')
    .filter((block) => text(block, 'name') === 'prefix-list-name')
    .flatMap((block) => texts(block, 'values'));
  const matching = lists.filter(
    (list) =>
      (text(config, 'id') ?? list['id']) === list['id'] &&
      (text(config, 'name') ?? list['name']) === list['name'] &&
      (names.length === 0 || names.includes(text(list, 'name') ?? '')),
  );
  const [only] = matching;
  if (only === undefined) return failed('no matching EC2 Managed Prefix List found');
  if (matching.length > 1)
    return failed(
      'multiple EC2 Managed Prefix Lists matched; use additional constraints to reduce matches to a single EC2 Managed Prefix List',
    );
  return found({
    ...only,
    address_family: 'IPv4',
    arn: `arn:${partitionOf(instance.region)}:ec2:${instance.region}:aws:prefix-list/${text(only, 'id') ?? ''}`,
    max_entries: 0,
    owner_id: 'AWS',
    tags: {},
    version: 0,
  });
};

/** Data sources about the account, the region and what AWS publishes. */
export const awsAccountData: Readonly<Record<string, DataSourceRule>> = {
  aws_caller_identity: callerIdentity,
  aws_partition: partition,
  aws_region: region,
  aws_availability_zones: zones,
  aws_default_tags: defaultTags,
  aws_ip_ranges: ipRanges,
  aws_ec2_managed_prefix_list: managedPrefixList,
};
