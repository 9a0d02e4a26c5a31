import type { ArmObject } from './arm-rest.ts';

/** A VM with what belongs to it. */
export interface NodeVm {
  /** ARM id. */
  readonly id: string;
  readonly name: string;
  readonly size: string;
  readonly createdAt: Date | undefined;
  readonly tags: Readonly<Record<string, string>>;
  /** ARM ids; that of the system disk first. */
  readonly disks: readonly string[];
  /** ARM ids. */
  readonly interfaces: readonly string[];
}

export type PartType = 'network-interface' | 'disk' | 'public-ip';

/** A network interface, disk or public address. */
export interface NodePart {
  readonly type: PartType;
  readonly id: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  /** ARM id of what uses it; undefined when nothing does. */
  readonly usedBy: string | undefined;
  /** Azure tells it for disks alone. */
  readonly createdAt: Date | undefined;
  readonly sizeGib: number | undefined;
  readonly sku: string;
  /** Private addresses of an interface. */
  readonly addresses: readonly string[];
  /** ARM ids of the public addresses of an interface. */
  readonly publicIps: readonly string[];
}

/** Types of ARM. */
export const PART_TYPES: Readonly<Record<PartType, string>> = {
  'network-interface': 'Microsoft.Network/networkInterfaces',
  disk: 'Microsoft.Compute/disks',
  'public-ip': 'Microsoft.Network/publicIPAddresses',
};

/** `Microsoft.Compute/disks` of the id of a disk, as written there. */
export function typeOf(id: string): string {
  return /\/providers\/([^/]+\/[^/]+)\//i.exec(id)?.[1] ?? '';
}

/** undefined for an id of anything else. */
export function partTypeOf(id: string): PartType | undefined {
  const type = typeOf(id).toLowerCase();
  return (Object.keys(PART_TYPES) as PartType[]).find((one) => PART_TYPES[one].toLowerCase() === type);
}

/** Members that the API writes where it pleases: what is not of the form expected is not there. */
function member(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Readonly<Record<string, unknown>>)[name] : undefined;
}

function textAt(of: unknown, ...names: readonly string[]): string | undefined {
  const value = names.reduce(member, of);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function listAt(of: unknown, ...names: readonly string[]): readonly unknown[] {
  const value = names.reduce(member, of);
  return Array.isArray(value) ? value : [];
}

function dateAt(of: unknown, ...names: readonly string[]): Date | undefined {
  const date = new Date(textAt(of, ...names) ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Those of an object that has them where resources do. */
export function tagsOf({ tags }: ArmObject): Readonly<Record<string, string>> {
  const entries = typeof tags === 'object' && tags !== null ? Object.entries(tags) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function idsAt(items: readonly unknown[], ...names: readonly string[]): readonly string[] {
  return items.flatMap((item) => textAt(item, ...names) ?? []);
}

export function showMachine(raw: ArmObject): NodeVm {
  const { properties } = raw;
  const storage = member(properties, 'storageProfile');
  const disks = [member(storage, 'osDisk'), ...listAt(storage, 'dataDisks')];
  return {
    id: textAt(raw, 'id') ?? '',
    name: textAt(raw, 'name') ?? '',
    size: textAt(properties, 'hardwareProfile', 'vmSize') ?? '',
    createdAt: dateAt(properties, 'timeCreated'),
    tags: tagsOf(raw),
    disks: idsAt(disks, 'managedDisk', 'id'),
    interfaces: idsAt(listAt(properties, 'networkProfile', 'networkInterfaces'), 'id'),
  };
}

export function powerOf({ properties }: ArmObject): string | undefined {
  const codes = idsAt(listAt(properties, 'instanceView', 'statuses'), 'code');
  return codes.find((code) => code.startsWith('PowerState/'))?.slice('PowerState/'.length);
}

export function powersOf(all: readonly ArmObject[]): ReadonlyMap<string, string> {
  const powers = new Map<string, string>();
  for (const raw of all) {
    const power = powerOf(raw);
    if (power !== undefined) powers.set((textAt(raw, 'id') ?? '').toLowerCase(), power);
  }
  return powers;
}

export function timesOf(all: readonly ArmObject[]): ReadonlyMap<string, Date> {
  return new Map(
    all.flatMap((raw) => {
      const at = dateAt(raw, 'createdTime');
      return at === undefined ? [] : [[(textAt(raw, 'id') ?? '').toLowerCase(), at] as const];
    }),
  );
}

export function showPart(raw: ArmObject, type: PartType): NodePart {
  const { properties } = raw;
  const configurations = listAt(properties, 'ipConfigurations').map((one) => member(one, 'properties'));
  const users = {
    'network-interface': [
      textAt(properties, 'virtualMachine', 'id'),
      textAt(properties, 'privateEndpoint', 'id'),
    ],
    disk: [
      textAt(raw, 'managedBy'),
      ...idsAt(
        listAt(raw, 'managedByExtended').map((id) => ({ id })),
        'id',
      ),
    ],
    'public-ip': [textAt(properties, 'ipConfiguration', 'id'), textAt(properties, 'natGateway', 'id')],
  };
  const size = member(properties, 'diskSizeGB');
  return {
    type,
    id: textAt(raw, 'id') ?? '',
    name: textAt(raw, 'name') ?? '',
    tags: tagsOf(raw),
    usedBy: users[type].find((id) => id !== undefined),
    createdAt: type === 'disk' ? dateAt(properties, 'timeCreated') : undefined,
    sizeGib: typeof size === 'number' ? size : undefined,
    sku: textAt(raw, 'sku', 'name') ?? '',
    addresses: idsAt(configurations, 'privateIPAddress'),
    publicIps: idsAt(configurations, 'publicIPAddress', 'id'),
  };
}
