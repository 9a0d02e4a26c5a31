import { closeSync, openSync, writeSync } from 'node:fs';

const BATCH = 500;
/** Bytes that one change is filled up to; what a security group or an instance of the AWS provider takes. */
const CHANGE_BYTES = 5_400;

/** What a plan consists of: machines of all kinds of change, or nothing but security groups that are updated. */
export type PlanKind = 'mixed' | 'rules';

/** Inline rules of each security group of a plan of `rules`. */
export const RULES = 25;

/**
 * Writes a plan as Terraform does, in one line, with the members of each object sorted. `mixed`: of ten changes six
 * create, two update two attributes, one replaces and one destroys; each fiftieth holds one of a hundred sensitive
 * values, unless `secrets` is false. `rules`: what the rules about ports have most work with.
 */
export function writePlan(file: string, changes: number, kind: PlanKind = 'mixed', secrets = true): void {
  const descriptor = openSync(file, 'w');
  const write = kind === 'mixed' ? (index: number) => row(index, secrets) : groupRow;
  try {
    writeSync(descriptor, '{"format_version":"1.2","terraform_version":"1.11.4","resource_changes":[');
    for (let start = 0; start < changes; start += BATCH) {
      const end = Math.min(changes, start + BATCH);
      const rows = Array.from({ length: end - start }, (_, offset) => JSON.stringify(write(start + offset)));
      writeSync(descriptor, `${start === 0 ? '' : ','}${rows.join(',')}`);
    }
    writeSync(descriptor, '],"applyable":true,"complete":true,"errored":false}\n');
  } finally {
    closeSync(descriptor);
  }
}

function row(index: number, secrets: boolean): object {
  const change = changeOf(index, secrets);
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
  const filled = (side: Side): Side => (side === null ? null : sorted({ ...side, network_interface: fill }));
  return { ...fields, change: { ...change, before: filled(change.before), after: filled(change.after) } };
}

function sorted(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Half of the rules of a group are about ports that the risk rules know, and all stay as they are but one. */
function groupRow(index: number): object {
  const rule = (number: number, planned: boolean): object => ({
    cidr_blocks: [`10.${String(index % 256)}.${String(number)}.0/24`],
    description: `Rule ${String(number)}`,
    from_port: number % 2 === 0 ? 443 : 9000 + number,
    ipv6_cidr_blocks: [],
    prefix_list_ids: [],
    protocol: 'tcp',
    security_groups: [],
    self: false,
    to_port: number % 2 === 0 ? 443 : 9000 + number + (planned && number === RULES - 2 ? 1 : 0),
  });
  const side = (planned: boolean): object => ({
    description: 'Managed by Terraform',
    egress: [],
    id: `sg-${String(index)}`,
    ingress: Array.from({ length: RULES }, (_, number) => rule(number, planned)),
    name: `group-${String(index)}`,
  });
  return {
    address: `aws_security_group.nodes[${String(index)}]`,
    mode: 'managed',
    type: 'aws_security_group',
    name: 'nodes',
    index,
    provider_name: 'registry.terraform.io/hashicorp/aws',
    change: {
      actions: ['update'],
      before: side(false),
      after: side(true),
      after_unknown: {},
      before_sensitive: {},
      after_sensitive: {},
    },
  };
}

type Side = Readonly<Record<string, unknown>> | null;

interface Change {
  readonly actions: readonly string[];
  readonly before: Side;
  readonly after: Side;
}

/** Members in Terraform's order. */
function changeOf(index: number, secrets: boolean): Change {
  const before = object(index, 'before');
  const after = object(index, 'after');
  const marks = secrets && index % 50 === 0 ? { password: true } : {};
  const both = { after_unknown: {}, before_sensitive: marks, after_sensitive: marks };
  const change = (actions: readonly string[], more: object): Change => ({
    actions,
    before,
    after,
    ...both,
    ...more,
  });
  switch (index % 10) {
    case 0:
      return change(['delete'], { after: null, after_sensitive: false });
    case 1:
      return change(['delete', 'create'], { replace_paths: [['name']] });
    case 2:
    case 3:
      return change(['update'], {});
    default:
      return change(['create'], { before: null, after_unknown: { arn: true, id: true } });
  }
}

function object(index: number, side: string): Record<string, unknown> {
  return {
    description: `Traffic of the nodes of pool ${String(index % 7)}, ${side}`,
    name: `nodes-${String(index)}-${side}`,
    password: `s3cret-${String((index / 50) % 100)}-of-the-bench`,
    revoke_rules_on_delete: false,
    tags: { Name: `nodes-${String(index)}`, Stage: 'prod', Team: 'platform' },
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
