import { isUnknown, textsAt, valuesAt, type Row } from '../row.ts';
import { isObject } from '../../plan-json.ts';
import type { PortRule } from './flows.ts';

type Values = Readonly<Record<string, unknown>>;

/** The rules of one row on one side of the apply, and the group that they belong to. */
export interface GroupSide {
  /** Null when the group's name or id is known only after apply. */
  readonly group: string | null;
  readonly rules: readonly PortRule[];
}

/** Types whose rows hold rules of a security group. */
export const PORT_TYPES: ReadonlySet<string> = new Set([
  'azurerm_network_security_group',
  'azurerm_network_security_rule',
  'aws_security_group',
  'aws_security_group_rule',
  'aws_vpc_security_group_ingress_rule',
  'aws_vpc_security_group_egress_rule',
]);

/** Reads the running (`before`) or planned (`after`) rules of a row; null when the object is not there on that side. */
export function readSide(row: Row, side: 'before' | 'after'): GroupSide | null {
  const values = side === 'before' ? row.before : row.after;
  if (values === null) return null;
  const unknown = (path: string): boolean => side === 'after' && isUnknown(row, path);
  switch (row.type) {
    case 'azurerm_network_security_group':
      return {
        group: azureGroup(values, 'name'),
        rules: inline(row, values, 'security_rule', unknown, azureRule),
      };
    case 'azurerm_network_security_rule': {
      const known = !AZURE_ARGUMENTS.some(unknown);
      return {
        group: azureGroup(values, 'network_security_group_name'),
        rules: [azureRule(row, values, known)],
      };
    }
    case 'aws_security_group':
      return {
        group: text(values['id']),
        rules: [
          ...inline(row, values, 'ingress', unknown, (from, item, known) => awsRule(from, item, known, 'in')),
          ...inline(row, values, 'egress', unknown, (from, item, known) => awsRule(from, item, known, 'out')),
        ],
      };
    default: {
      const known = !AWS_ARGUMENTS.some(unknown);
      const out = row.type === 'aws_vpc_security_group_egress_rule' || values['type'] === 'egress';
      return {
        group: text(values['security_group_id']),
        rules: [awsRule(row, values, known, out ? 'out' : 'in')],
      };
    }
  }
}

const AZURE_ARGUMENTS = [
  'access',
  'direction',
  'priority',
  'protocol',
  'destination_port_range',
  'destination_port_ranges',
  'source_address_prefix',
  'source_address_prefixes',
  'destination_address_prefix',
  'destination_address_prefixes',
];

const AWS_ARGUMENTS = [
  'type',
  'from_port',
  'to_port',
  'protocol',
  'ip_protocol',
  'cidr_blocks',
  'ipv6_cidr_blocks',
  'cidr_ipv4',
  'cidr_ipv6',
  'source_security_group_id',
  'referenced_security_group_id',
];

/** The rules written inside a group; a list that is not known yet is one rule that may be anything. */
function inline(
  row: Row,
  values: Values,
  argument: string,
  unknown: (path: string) => boolean,
  read: (row: Row, item: Values, known: boolean) => PortRule,
): readonly PortRule[] {
  const known = !unknown(argument);
  const items = valuesAt(values, argument).filter(isObject);
  const rules = items.map((item) => read(row, item, known));
  return known || rules.length > 0 ? rules : [read(row, {}, false)];
}

function azureGroup(values: Values, nameOf: string): string | null {
  const [name, resourceGroup] = [text(values[nameOf]), text(values['resource_group_name'])];
  return name === null || resourceGroup === null ? null : `${resourceGroup}/${name}`.toLowerCase();
}

function azureRule(row: Row, values: Values, known: boolean): PortRule {
  const ends = (side: 'source' | 'destination'): readonly string[] => [
    ...textsAt(values, `${side}_address_prefix`),
    ...textsAt(values, `${side}_address_prefixes`),
    ...textsAt(values, `${side}_application_security_group_ids`),
  ];
  return {
    address: row.address,
    direction: text(values['direction'])?.toLowerCase() === 'outbound' ? 'out' : 'in',
    allow: text(values['access'])?.toLowerCase() !== 'deny',
    priority: typeof values['priority'] === 'number' ? values['priority'] : 0,
    protocol: (text(values['protocol']) ?? '*').toLowerCase(),
    ports: [...textsAt(values, 'destination_port_range'), ...textsAt(values, 'destination_port_ranges')],
    sources: ends('source').map(normalised),
    destinations: ends('destination').map(normalised),
    known,
  };
}

/** An inline block, `aws_security_group_rule` and `aws_vpc_security_group_*_rule` name the same things differently. */
function awsRule(row: Row, values: Values, known: boolean, direction: 'in' | 'out'): PortRule {
  const protocol = text(values['ip_protocol']) ?? text(values['protocol']) ?? '-1';
  const [from, to] = [values['from_port'], values['to_port']];
  const everyPort =
    protocol === '-1' || protocol === 'all' || typeof from !== 'number' || typeof to !== 'number';
  const peers = [
    'cidr_blocks',
    'ipv6_cidr_blocks',
    'cidr_ipv4',
    'cidr_ipv6',
    'prefix_list_ids',
    'prefix_list_id',
    'security_groups',
    'source_security_group_id',
    'referenced_security_group_id',
  ].flatMap((name) => textsAt(values, name).map(normalised));
  const ends = values['self'] === true ? [...peers, 'self'] : peers;
  return {
    address: row.address,
    direction,
    allow: true,
    priority: 0,
    protocol: everyProtocol(protocol),
    ports: [everyPort ? '*' : `${from}-${to}`],
    sources: direction === 'in' ? ends : ['*'],
    destinations: direction === 'in' ? ['*'] : ends,
    known,
  };
}

/** AWS also takes protocols by number. */
function everyProtocol(protocol: string): string {
  const names: Readonly<Record<string, string>> = {
    '-1': '*',
    all: '*',
    '6': 'tcp',
    '17': 'udp',
    '1': 'icmp',
  };
  const lower = protocol.toLowerCase();
  return Object.hasOwn(names, lower) ? (names[lower] ?? lower) : lower;
}

function normalised(end: string): string {
  const lower = end.toLowerCase();
  return lower === '0.0.0.0/0' || lower === 'any' ? '*' : lower;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
