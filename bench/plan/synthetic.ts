import { closeSync, openSync, writeSync } from 'node:fs';

const BATCH = 500;
/** Bytes that one change is filled up to; what a security group or an instance of the AWS provider takes. */
const CHANGE_BYTES = 5_400;

/**
 * Writes a plan as Terraform does, in one line. Of ten changes six create, two update two attributes, one replaces and
 * one destroys; each fiftieth holds one of a hundred sensitive values.
 */
export function writePlan(file: string, changes: number): void {
  const descriptor = openSync(file, 'w');
  try {
    writeSync(descriptor, '{"format_version":"1.2","terraform_version":"1.11.4","resource_changes":[');
    for (let start = 0; start < changes; start += BATCH) {
      const end = Math.min(changes, start + BATCH);
      const rows = Array.from({ length: end - start }, (_, offset) => JSON.stringify(row(start + offset)));
      writeSync(descriptor, `${start === 0 ? '' : ','}${rows.join(',')}`);
    }
    writeSync(descriptor, '],"applyable":true,"complete":true,"errored":false}\n');
  } finally {
    closeSync(descriptor);
  }
}

function row(index: number): object {
  const change = changeOf(index);
  const fields = {
    address: `module.network["${String(index % 40)}"].aws_instance.nodes[${String(index)}]`,
    module_address: `module.network["${String(index % 40)}"]`,
    mode: 'managed',
    type: 'aws_instance',
    name: 'nodes',
    index,
    provider_name: 'registry.terraform.io/hashicorp/aws',
  };
  const length = JSON.stringify({ ...fields, change }).length;
  const sides = [change.before, change.after].filter((side) => side !== null);
  const fill = filler(Math.max(0, CHANGE_BYTES - length) / sides.length, index);
  for (const side of sides) side['network_interface'] = fill;
  return { ...fields, change };
}

type Side = Record<string, unknown> | null;

function changeOf(index: number): { readonly actions: readonly string[]; before: Side; after: Side } {
  const before = object(index, 'before');
  const after = object(index, 'after');
  const secret = index % 50 === 0;
  const marks = {
    before_sensitive: secret ? { password: true } : {},
    after_sensitive: secret ? { password: true } : {},
  };
  switch (index % 10) {
    case 0:
      return { actions: ['delete'], before, after: null, ...marks, after_sensitive: false } as never;
    case 1:
      return { actions: ['delete', 'create'], before, after, replace_paths: [['name']], ...marks } as never;
    case 2:
    case 3:
      return { actions: ['update'], before, after, after_unknown: {}, ...marks } as never;
    default:
      return {
        actions: ['create'],
        before: null,
        after,
        after_unknown: { id: true, arn: true },
        ...marks,
      } as never;
  }
}

function object(index: number, side: string): Record<string, unknown> {
  return {
    name: `nodes-${String(index)}-${side}`,
    description: `Traffic of the nodes of pool ${String(index % 7)}, ${side}`,
    password: `s3cret-${String((index / 50) % 100)}-of-the-bench`,
    revoke_rules_on_delete: false,
    tags: { Name: `nodes-${String(index)}`, Team: 'platform', Stage: 'prod' },
    vpc_id: `vpc-${(index * 2_654_435_761).toString(16)}`,
  };
}

/** Rules of about this many bytes in all, the same on both sides of a change. */
function filler(bytes: number, index: number): readonly object[] {
  const rule = (number: number): object => ({
    cidr_blocks: [`10.${String(index % 256)}.${String(number)}.0/24`],
    description: `Rule ${String(number)} of the nodes`,
    from_port: 1024 + number,
    ipv6_cidr_blocks: [],
    prefix_list_ids: [],
    protocol: 'tcp',
    security_groups: [],
    self: false,
    to_port: 2048 + number,
  });
  return Array.from({ length: Math.round(bytes / JSON.stringify(rule(10)).length) }, (_, number) =>
    rule(number),
  );
}
