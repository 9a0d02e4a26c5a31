import type { DataSourceRule, ObjectValue } from '../engine/types.ts';
import { partitionOf } from '../tables/makers.ts';
import { blocks, text, texts } from '../tables/values.ts';
import { failed, found, wildcard } from './answers.ts';
import { IMAGES, type MachineImage } from './aws-images.ts';

/** What EC2's filters may ask of an image. */
function facts(image: MachineImage, region: string): Readonly<Record<string, string>> {
  return {
    name: image.name,
    description: image.description,
    architecture: image.architecture,
    'owner-alias': image.alias,
    'owner-id': image.owner,
    'virtualization-type': 'hvm',
    'root-device-type': 'ebs',
    'image-type': 'machine',
    'is-public': 'true',
    state: 'available',
    'image-id': image.id(region),
  };
}

function selected(config: ObjectValue, region: string): readonly MachineImage[] {
  const owners = texts(config, 'owners');
  const pattern = text(config, 'name_regex');
  const filters = blocks(config, 'filter').map((block) => ({
    name: text(block, 'name') ?? '',
    values: texts(block, 'values').map(wildcard),
  }));
  return IMAGES.filter(
    (image) =>
      (owners.length === 0 || owners.includes(image.alias) || owners.includes(image.owner)) &&
      (pattern === undefined || new RegExp(pattern).test(image.name)) &&
      filters.every(({ name, values }) => {
        const fact = facts(image, region)[name];
        return fact !== undefined && values.some((value) => value.test(fact));
      }),
  );
}

function describe(image: MachineImage, region: string): ObjectValue {
  const id = image.id(region);
  return {
    id,
    image_id: id,
    arn: `arn:${partitionOf(region)}:ec2:${region}::image/${id}`,
    name: image.name,
    description: image.description,
    architecture: image.architecture,
    owner_id: image.owner,
    image_owner_alias: image.alias,
    creation_date: '2026-10-22T00:00:00.000Z',
    image_location: `${image.alias === '' ? image.owner : image.alias}/${image.name}`,
    image_type: 'machine',
    hypervisor: 'xen',
    platform_details: 'Linux/UNIX',
    public: true,
    root_device_name: image.rootDevice,
    root_device_type: 'ebs',
    root_snapshot_id: `snap-${id.slice(4)}`,
    ena_support: true,
    imds_support: 'v2.0',
    sriov_net_support: 'simple',
    state: 'available',
    state_reason: { code: 'UNSET', message: 'UNSET' },
    usage_operation: 'RunInstances',
    virtualization_type: 'hvm',
    block_device_mappings: [],
    product_codes: [],
    tags: {},
  };
}

/** `aws_ami` over the table of images. */
export const awsAmi: DataSourceRule = ({ config, instance }) => {
  const matching = selected(config, instance.region);
  const [first] = matching;
  if (first === undefined) {
    return failed('Your query returned no results. Please change your search criteria and try again.');
  }
  if (matching.length > 1 && config['most_recent'] !== true) {
    return failed(
      'Your query returned more than one result. Please try a more specific search criteria, or set `most_recent` attribute to true.',
    );
  }
  return found(describe(first, instance.region));
};
