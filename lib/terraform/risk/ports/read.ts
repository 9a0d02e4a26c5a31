import { isUnknown, textsAt, valuesAt, type Row } from '../row.ts';
import { isObject } from '../../plan-json.ts';
import { isAbout, type PortRule } from './flows.ts';
import { GUARDED_PORTS, NEEDED_PORTS } from './rules.ts';

type Values = Readonly<Record<string, unknown>>;

/** The rules of one row on one side of the apply that are about a port that is watched, and the group they belong to. */
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
        rules: [azureRule(row, values, known)].filter((rule) => rule !== null),
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
        rules: [awsRule(row, values, known, out ? 'out' : 'in')].filter((rule) => rule !== null),
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
  read: (row: Row, item: Values, known: boolean) => PortRule | null,
): readonly PortRule[] {
  const known = !unknown(argument);
  const rules: PortRule[] = [];
  let isEmpty = true;
  for (const item of valuesAt(values[argument], '')) {
    if (!isObject(item)) continue;
    isEmpty = false;
    keep(rules, read(row, item, known));
  }
  if (isEmpty && !known) keep(rules, read(row, {}, false));
  return rules;
}

function keep(rules: PortRule[], rule: PortRule | null): void {
  if (rule !== null) rules.push(rule);
}

const WATCHED = [
  ...NEEDED_PORTS.flatMap(({ port, protocols }) => protocols.map((protocol) => ({ port, protocol }))),
  ...GUARDED_PORTS,
];

/**
 * A rule about other ports decides nothing that is asked, and large groups consist of such rules. What is known only
 * after apply may turn out to be about any port.
 */
function isWatched(rule: PortRule): boolean {
  return !rule.known || WATCHED.some(({ port, protocol }) => isAbout(rule, protocol, port));
}

function isWatchedRange(protocol: string, from: number, to: number): boolean {
  for (const watched of WATCHED) {
    if (from <= watched.port && watched.port <= to && (protocol === '*' || protocol === watched.protocol)) {
      return true;
    }
  }
  return false;
}

function azureGroup(values: Values, nameOf: string): string | null {
  const [name, resourceGroup] = [text(values[nameOf]), text(values['resource_group_name'])];
  return name === null || resourceGroup === null ? null : `${resourceGroup}/${name}`.toLowerCase();
}

function azureRule(row: Row, values: Values, known: boolean): PortRule | null {
  const ends = (side: 'source' | 'destination'): readonly string[] => [
    ...textsAt(values, `${side}_address_prefix`),
    ...textsAt(values, `${side}_address_prefixes`),
    ...textsAt(values, `${side}_application_security_group_ids`),
  ];
  const rule: PortRule = {
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
  return isWatched(rule) ? rule : null;
}

/**
 * An inline block, `aws_security_group_rule` and `aws_vpc_security_group_*_rule` name the same things differently. Null
 * when the rule is not watched; of a large plan most are, so that this is seen before anything is built.
 */
function awsRule(row: Row, values: Values, known: boolean, direction: 'in' | 'out'): PortRule | null {
  const named = text(values['ip_protocol']) ?? text(values['protocol']) ?? '-1';
  const protocol = everyProtocol(named);
  const [from, to] = [values['from_port'], values['to_port']];
  const everyPort = named === '-1' || named === 'all' || typeof from !== 'number' || typeof to !== 'number';
  if (known && !everyPort && !isWatchedRange(protocol, from, to)) return null;
  const ends: string[] = [];
  for (const name of PEERS) for (const end of textsAt(values[name], '')) ends.push(normalised(end));
  if (values['self'] === true) ends.push('self');
  return {
    address: row.address,
    direction,
    allow: true,
    priority: 0,
    protocol,
    ports: everyPort ? EVERYTHING : [`${from}-${to}`],
    sources: direction === 'in' ? ends : EVERYTHING,
    destinations: direction === 'in' ? EVERYTHING : ends,
    known,
  };
}

const EVERYTHING: readonly string[] = ['*'];

const PEERS = [
  'cidr_blocks',
  'ipv6_cidr_blocks',
  'cidr_ipv4',
  'cidr_ipv6',
  'prefix_list_ids',
  'prefix_list_id',
  'security_groups',
  'source_security_group_id',
  'referenced_security_group_id',
];

/** AWS also takes protocols by number. */
function everyProtocol(protocol: string): string {
  const lower = protocol.toLowerCase();
  return Object.hasOwn(NUMBERED, lower) ? (NUMBERED[lower] ?? lower) : lower;
}

const NUMBERED: Readonly<Record<string, string>> = {
  '-1': '*',
  all: '*',
  '6': 'tcp',
  '17': 'udp',
  '1': 'icmp',
};

function normalised(end: string): string {
  const lower = end.toLowerCase();
  return lower === '0.0.0.0/0' || lower === 'any' ? '*' : lower;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
