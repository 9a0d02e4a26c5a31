import { isObject } from '../../plan-json.ts';
import { changedArguments, isEqual, isUnknown, textsAt, valuesAt, type Row } from '../row.ts';
import { PARTS, updateImpact, type Impact, type LinkPart, type PartSpec } from './parts.ts';

type Values = Readonly<Record<string, unknown>>;

/** What the link needs of a row; null when the row is no part of a VPN link. */
export function readPart(row: Row): LinkPart | null {
  const spec = Object.hasOwn(PARTS, row.type) ? PARTS[row.type] : undefined;
  if (spec === undefined || !belongsToVpn(row)) return null;
  const keep = (values: Values | null): Values | null =>
    values === null ? null : Object.fromEntries(spec.keeps.map((name) => [name, values[name]]));
  const changed = row.kind === 'update' ? updateImpact(row, spec) : null;
  const whole = changed === null ? wholeImpact(row, spec) : changed.whole;
  const seen =
    changed === null || [whole, ...Object.values(changed.tunnels)].some((impact) => impact !== 'none');
  const instances = row.kind === 'update' ? changedInstances(row) : null;
  return {
    address: row.address,
    module: row.module,
    type: row.type,
    name: row.name,
    index: row.index,
    before: keep(row.before),
    after: keep(row.after),
    // An update of which no argument is seen to differ is one of marks (sensitive) alone.
    impact: seen ? whole : 'update',
    tunnels: changed === null || spec.tunnelInterrupts === undefined ? null : changed.tunnels,
    instances,
  };
}

function wholeImpact(row: Row, spec: PartSpec): Impact {
  switch (row.kind) {
    case 'create':
      return 'create';
    case 'delete':
      return spec.onlyCarries === true ? 'interrupt' : 'destroy';
    // Create-first does not save a tunnel: what refers to the old part is turned to the new one, which then has to come
    // up. Nor does create-forget, which leaves the old part alone but turns its users away from it.
    case 'replace':
    case 'create-forget':
      return 'interrupt';
    default:
      return 'none';
  }
}

/** ExpressRoute uses the same types, and of all subnets only the gateway's belongs to the link. */
function belongsToVpn(row: Row): boolean {
  const value = (name: string): unknown => row.before?.[name] ?? row.after?.[name];
  if (row.type === 'azurerm_virtual_network_gateway') return value('type') !== 'ExpressRoute';
  if (row.type === 'azurerm_virtual_network_gateway_connection') return value('type') !== 'ExpressRoute';
  return row.type !== 'azurerm_subnet' || value('name') === 'GatewaySubnet';
}

/**
 * Names of the ip_configurations (each is an instance of the gateway) that an update touches. Null when it touches
 * something that all instances share, or when that cannot be told.
 */
function changedInstances(row: Row): readonly string[] | null {
  if (row.type !== 'azurerm_virtual_network_gateway') return null;
  const spec = PARTS[row.type];
  const shared = changedArguments(row).filter((name) => spec?.interrupts.includes(name));
  if (shared.some((name) => name !== 'ip_configuration' && name !== 'bgp_settings')) return null;
  const unknownSettings = isUnknown(row, 'bgp_settings.asn') || isUnknown(row, 'bgp_settings.peer_weight');
  const settings = (side: Values | null): unknown[] => [
    ...valuesAt(side, 'bgp_settings.asn'),
    ...valuesAt(side, 'bgp_settings.peer_weight'),
  ];
  if (unknownSettings || !isEqual(settings(row.before), settings(row.after))) return null;
  const names = [
    ...changedBlocks(row, 'ip_configuration', 'name'),
    ...changedBlocks(row, 'bgp_settings.peering_addresses', 'ip_configuration_name'),
  ];
  return names.includes(null) ? null : [...new Set(names.filter((name) => name !== null))];
}

/** Names of the blocks at a path that differ; null among them for one whose name is not known. */
function changedBlocks(row: Row, path: string, nameOf: string): readonly (string | null)[] {
  const before = valuesAt(row.before, path);
  const after = valuesAt(row.after, path);
  const marks = row.unknown === true ? [] : valuesAt(row.unknown, path);
  const named = (list: readonly unknown[], name: string): unknown =>
    list.find((item) => isObject(item) && item[nameOf] === name);
  const names = [...textsAt(row.before, `${path}.${nameOf}`), ...textsAt(row.after, `${path}.${nameOf}`)];
  const found: (string | null)[] = [...new Set(names)].filter((name) => {
    const planned = named(after, name);
    const mark = marks[after.indexOf(planned)];
    return marked(mark) || !isEqual(named(before, name), planned);
  });
  const nameless = marks.some((mark) => mark === true || (isObject(mark) && mark[nameOf] === true));
  return nameless || isUnknownWhole(row, path) ? [...found, null] : found;
}

/** Whether the list of blocks itself is unknown, so that not even the names are there. */
function isUnknownWhole(row: Row, path: string): boolean {
  if (row.unknown === true) return true;
  let level: readonly unknown[] = [row.unknown];
  for (const step of path.split('.')) {
    level = level.flatMap((item) => {
      const next = isObject(item) ? item[step] : undefined;
      return Array.isArray(next) ? (next as unknown[]) : [next];
    });
    if (level.includes(true)) return true;
  }
  return false;
}

function marked(value: unknown): boolean {
  if (value === true) return true;
  if (Array.isArray(value)) return value.some(marked);
  return isObject(value) && Object.values(value).some(marked);
}
