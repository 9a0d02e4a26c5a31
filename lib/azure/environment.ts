import type {
  Billing,
  CloudReading,
  ListReading,
  Quantity,
  StandingResource,
  TagQuery,
} from '../environment/types.ts';
import { hasTags } from '../environment/types.ts';
import type { ArmObject, ArmRest } from './arm-rest.ts';

const RESOURCES_VERSION = '2021-04-01';
const COMPUTE_VERSION = '2024-07-01';
const DISKS_VERSION = '2024-03-02';
const NETWORK_VERSION = '2024-05-01';

/**
 * What stands in one subscription with these tags: every resource that has them, and every resource in a group that
 * has them. Both lists are read whole, because ARM leaves the tags out of a list that it filters by a tag. What ARM does
 * not let a role read it leaves out without a word, so a role that reads nothing at all is taken for one that may not.
 */
export async function readAzureEnvironment(
  query: TagQuery,
  subscriptionId: string,
  arm: ArmRest,
): Promise<CloudReading> {
  const root = `/subscriptions/${subscriptionId}`;
  const groups = await arm.list(
    'ARM resourceGroups',
    `${root}/resourcegroups?api-version=${RESOURCES_VERSION}`,
  );
  const objects = await arm.list('ARM resources', `${root}/resources?api-version=${RESOURCES_VERSION}`);
  const lists: ListReading[] = [listed('ARM resourceGroups', groups), listed('ARM resources', objects)];
  if (groups.ok && objects.ok && groups.value.length === 0 && objects.value.length === 0) {
    const problem = 'the role can read no resource group of the subscription, or the subscription has none';
    return { lists: lists.map((list) => ({ ...list, entries: null, problem })), resources: [] };
  }
  const tagged = (groups.ok ? groups.value : []).filter((group) => hasTags(tagsOf(group), query));
  const tagsOfGroup = new Map(tagged.map((group) => [text(group, 'id').toLowerCase(), tagsOf(group)]));
  const found: StandingResource[] = tagged.map((group) => ({
    ...shown(group, tagsOf(group)),
    type: 'Microsoft.Resources/resourceGroups',
    billing: 'free',
  }));
  for (const object of objects.ok ? objects.value : []) {
    const inherited = tagsOfGroup.get(groupOf(text(object, 'id')));
    const tags = { ...inherited, ...tagsOf(object) };
    const matches = hasTags(tagsOf(object), query) || inherited !== undefined;
    if (matches)
      found.push(...(await resource(object, { ...tags, ...namedBy(query, tags, inherited) }, arm, lists)));
  }
  return { lists, resources: found };
}

/** In a group of the environment everything is of that environment, whatever its own tags say. */
function namedBy(
  { key }: TagQuery,
  tags: Readonly<Record<string, string>>,
  inherited: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> {
  const name = inherited?.[key] ?? tags[key];
  return name === undefined ? {} : { [key]: name };
}

function listed(
  name: string,
  answer:
    | { readonly ok: true; readonly value: readonly unknown[] }
    | { readonly ok: false; readonly reason: string },
): ListReading {
  return answer.ok
    ? { cloud: 'azure', name, entries: answer.value.length, problem: null }
    : { cloud: 'azure', name, entries: null, problem: answer.reason };
}

function text(from: ArmObject, name: string): string {
  const value = from[name];
  return typeof value === 'string' ? value : '';
}

function part(from: ArmObject, name: string): ArmObject {
  const value = from[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ArmObject) : {};
}

function tagsOf(object: ArmObject): Readonly<Record<string, string>> {
  const pairs = Object.entries(part(object, 'tags'));
  return Object.fromEntries(pairs.map(([key, value]) => [key, typeof value === 'string' ? value : '']));
}

function groupOf(id: string): string {
  return /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+/i.exec(id)?.[0].toLowerCase() ?? '';
}

function shown(object: ArmObject, tags: Readonly<Record<string, string>>): StandingResource {
  return {
    cloud: 'azure',
    type: text(object, 'type'),
    id: text(object, 'id'),
    name: text(object, 'name') || null,
    region: text(object, 'location') || null,
    tags,
    billing: 'unknown',
    credential: false,
    priced: [],
    note: null,
  };
}

interface PricedType {
  readonly version: string;
  /** Prices by what the object itself says; empty where it says nothing of use. */
  readonly price: (object: ArmObject) => readonly Quantity[];
}

const one = (price: string): readonly Quantity[] => [{ price, amount: 1 }];

/** Types that are billed by the hour or month, in lower case. */
const PRICED: Readonly<Record<string, PricedType>> = {
  'microsoft.compute/virtualmachines': { version: COMPUTE_VERSION, price: machinePrice },
  'microsoft.compute/disks': { version: DISKS_VERSION, price: diskPrice },
  'microsoft.network/virtualnetworkgateways': { version: NETWORK_VERSION, price: gatewayPrice },
  'microsoft.network/natgateways': { version: NETWORK_VERSION, price: () => one('azure-nat-gateway') },
  'microsoft.network/publicipaddresses': { version: NETWORK_VERSION, price: () => one('azure-public-ip') },
  'microsoft.network/virtualhubs': { version: NETWORK_VERSION, price: hubPrice },
};

function machinePrice(object: ArmObject): readonly Quantity[] {
  const properties = part(object, 'properties');
  const size = text(part(properties, 'hardwareProfile'), 'vmSize');
  const kind = text(properties, 'priority') === 'Spot' ? 'azure-vm-spot' : 'azure-vm';
  return size === '' ? [] : one(`${kind}-${size}`);
}

function diskPrice(object: ArmObject): readonly Quantity[] {
  const gib = part(object, 'properties')['diskSizeGB'];
  const sku = text(part(object, 'sku'), 'name');
  return typeof gib === 'number' && sku !== '' ? [{ price: `azure-disk-${sku}-gib`, amount: gib }] : [];
}

function gatewayPrice(object: ArmObject): readonly Quantity[] {
  const properties = part(object, 'properties');
  const kind = text(properties, 'gatewayType') === 'ExpressRoute' ? 'expressroute' : 'vpn';
  const sku = text(part(properties, 'sku'), 'name');
  return sku === '' ? [] : one(`azure-${kind}-gateway-${sku}`);
}

/** To the API a Route Server is a virtual hub without a virtual WAN. */
function hubPrice(object: ArmObject): readonly Quantity[] {
  return part(object, 'properties')['virtualWan'] === undefined ? one('azure-route-server') : [];
}

/** What costs nothing while it stands, by the pricing pages; whatever is in no list is unknown, which counts as billed. */
const FREE: ReadonlySet<string> = new Set([
  'microsoft.authorization/roleassignments',
  'microsoft.compute/availabilitysets',
  'microsoft.compute/proximityplacementgroups',
  'microsoft.compute/sshpublickeys',
  'microsoft.compute/virtualmachines/extensions',
  'microsoft.insights/activitylogalerts',
  'microsoft.managedidentity/userassignedidentities',
  // Azure counts ten connections as part of their gateway.
  'microsoft.network/connections',
  'microsoft.network/localnetworkgateways',
  'microsoft.network/networkinterfaces',
  'microsoft.network/networksecuritygroups',
  'microsoft.network/networkwatchers',
  'microsoft.network/routetables',
  'microsoft.network/virtualnetworks',
]);

const BILLED: Readonly<Record<string, string>> = {
  'microsoft.compute/snapshots': 'billed by the gigabyte',
  'microsoft.keyvault/vaults': 'billed by operations, and it may hold secrets',
  'microsoft.network/expressroutecircuits': 'billed by bandwidth and provider',
  'microsoft.network/loadbalancers': 'billed by rules and use',
  'microsoft.network/networkwatchers/flowlogs': 'billed by the gigabyte',
  'microsoft.operationalinsights/workspaces': 'billed by the gigabyte',
  'microsoft.storage/storageaccounts': 'billed by the gigabyte',
};

/** A resource with what it is billed by; nothing when it is gone, although the list, which lags behind, still has it. */
async function resource(
  object: ArmObject,
  tags: Readonly<Record<string, string>>,
  arm: ArmRest,
  lists: ListReading[],
): Promise<readonly StandingResource[]> {
  const base = shown(object, tags);
  const type = base.type.toLowerCase();
  const priced = PRICED[type];
  if (priced === undefined) {
    const note = BILLED[type] ?? null;
    const billing: Billing = FREE.has(type) ? 'free' : note === null ? 'unknown' : 'billed';
    return [{ ...base, billing, note }];
  }
  const name = `ARM ${base.type.split('/').slice(1).join('/')}`;
  const answer = await arm.get(name, `${base.id}?api-version=${priced.version}`);
  if (answer.ok) return [{ ...base, billing: 'billed', priced: priced.price(answer.value) }];
  if (answer.status === 404) return [];
  // It is there and billed; only by how much is not known.
  lists.push({ cloud: 'azure', name, entries: null, problem: answer.reason });
  return [{ ...base, billing: 'billed', note: answer.reason }];
}
