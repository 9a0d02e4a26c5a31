import type { AzureEnvironment } from '../action/azure-environment.ts';
import {
  type NodePart,
  type NodeVm,
  PART_TYPES,
  type PartType,
  partTypeOf,
  powerOf,
  powersOf,
  showMachine,
  showPart,
  timesOf,
  typeOf,
} from './node-shapes.ts';
import { type ArmChanged, changeInArm } from './arm-change.ts';
import {
  type ArmAnswer,
  type ArmDeps,
  type ArmObject,
  type ArmRest,
  armRestOver,
  createSendToArm,
} from './arm-rest.ts';
import { mergeTagsInArm, type Tags } from './tags.ts';

/** Door to the VMs of nodes in one subscription, with what belongs to them. Without a group, lists are of all groups. */
export interface AzureNodeDoor {
  machines(group: string | null): Promise<ArmAnswer<readonly NodeVm[]>>;
  /** `running`, `deallocated`, … by the id in small letters; what Azure does not tell is left out. */
  powers(group: string | null, ids: readonly string[]): Promise<ArmAnswer<ReadonlyMap<string, string>>>;
  parts(group: string | null, type: PartType): Promise<ArmAnswer<readonly NodePart[]>>;
  /** When everything with a tag was created, by the id in small letters. */
  creationTimes(
    group: string | null,
    tag: { readonly name: string; readonly value: string },
  ): Promise<ArmAnswer<ReadonlyMap<string, Date>>>;
  /** undefined when it is not there. */
  machine(id: string): Promise<ArmAnswer<(NodeVm & { readonly power: string | undefined }) | undefined>>;
  part(id: string): Promise<ArmAnswer<NodePart | undefined>>;
  /** Writes tags beside those that are there; gives all of them, undefined when it is not there. */
  mergeTags(id: string, tags: Tags): Promise<ArmAnswer<Tags | undefined>>;
  /** Stops a VM so that it is not billed any more. `gone` when it is not there. */
  deallocate(id: string): Promise<ArmChanged>;
  removeMachine(id: string): Promise<ArmChanged>;
  removePart(id: string): Promise<ArmChanged>;
}

const MACHINES = 'Microsoft.Compute/virtualMachines';
/** By namespace or type. Disks have versions of their own. */
const VERSIONS: Readonly<Record<string, string>> = {
  [MACHINES]: '2024-07-01',
  'Microsoft.Compute/disks': '2024-03-02',
  'Microsoft.Network/networkInterfaces': '2024-05-01',
  'Microsoft.Network/publicIPAddresses': '2024-05-01',
};
const RESOURCES_VERSION = '2021-04-01';
const CHANGE_MS = 900_000;
/** With as many VMs or fewer in one group each is asked for its state; with more, one list of the subscription has all. */
const FEW = 50;
const MOST_SINGLE = 1000;
const AT_ONCE = 10;

export function createAzureNodeDoor(
  subscriptionId: string,
  environment: AzureEnvironment,
  deps: ArmDeps,
): AzureNodeDoor {
  const send = createSendToArm(subscriptionId, environment, deps);
  const arm = armRestOver(send, environment, deps);
  const machine: AzureNodeDoor['machine'] = async (id) =>
    whenThere(await arm.get('ARM virtualMachines', pathOf(id, { $expand: 'instanceView' })), (raw) => ({
      ...showMachine(raw),
      power: powerOf(raw),
    }));
  const change = (method: 'DELETE' | 'POST', id: string, action = ''): Promise<ArmChanged> => {
    const does = method === 'DELETE' ? 'delete' : action.slice(1);
    const name = `ARM ${does} ${nameOf(typeOf(id))} ${id.split('/').at(-1) ?? id}`;
    const path = pathOf(id).replace('?', `${action}?`);
    return changeInArm(send, environment, { name, method, path, deadlineMs: CHANGE_MS }, deps);
  };
  return {
    ...listCalls(arm, subscriptionId, machine),
    machine,
    part: async (id) => {
      const type = partTypeOf(id);
      if (type === undefined) return { ok: false, reason: `${id} is no part of a VM`, status: 0 };
      return whenThere(await arm.get(`ARM ${nameOf(PART_TYPES[type])}`, pathOf(id)), (raw) =>
        showPart(raw, type),
      );
    },
    mergeTags: (id, tags) => {
      const name = `ARM tags ${nameOf(typeOf(id))} ${id.split('/').at(-1) ?? id}`;
      return mergeTagsInArm(send, environment, { name, id, tags }, deps);
    },
    deallocate: (id) => change('POST', id, '/deallocate'),
    removeMachine: (id) => change('DELETE', id),
    removePart: (id) => change('DELETE', id),
  };
}

type Lists = Pick<AzureNodeDoor, 'machines' | 'powers' | 'parts' | 'creationTimes'>;

function listCalls(arm: ArmRest, subscriptionId: string, machine: AzureNodeDoor['machine']): Lists {
  const root = `/subscriptions/${subscriptionId}`;
  const inGroup = (group: string | null): string =>
    group === null ? root : `${root}/resourceGroups/${encodeURIComponent(group)}`;
  const list = (group: string | null, type: string, more: Query = {}) =>
    arm.list(`ARM ${nameOf(type)}`, withQuery(`${inGroup(group)}/providers/${type}`, versionOf(type), more));
  return {
    machines: async (group) => mapped(await list(group, MACHINES), (all) => all.map(showMachine)),
    powers: async (group, ids) => {
      if (group !== null && ids.length <= FEW) return readPowers(machine, ids);
      const swept = await list(null, MACHINES, { statusOnly: 'true' });
      // A role over one group may not list the subscription.
      if (!swept.ok && swept.status === 403 && ids.length <= MOST_SINGLE) return readPowers(machine, ids);
      return mapped(swept, powersOf);
    },
    parts: async (group, type) =>
      mapped(await list(group, PART_TYPES[type]), (all) => all.map((raw) => showPart(raw, type))),
    creationTimes: async (group, { name, value }) => {
      const $filter = `tagName eq '${quoted(name)}' and tagValue eq '${quoted(value)}'`;
      const query = { $filter, $expand: 'createdTime' };
      const path = withQuery(`${inGroup(group)}/resources`, RESOURCES_VERSION, query);
      return mapped(await arm.list('ARM resources', path), timesOf);
    },
  };
}

type Query = Readonly<Record<string, string>>;

function withQuery(path: string, version: string, more: Query): string {
  const query = new URLSearchParams({ 'api-version': version, ...more }).toString();
  // ARM takes a space as %20 alone.
  return `${path}?${query.replaceAll('+', '%20')}`;
}

function pathOf(id: string, more: Query = {}): string {
  return withQuery(id, versionOf(typeOf(id)), more);
}

/** What is not there is an answer. */
function whenThere<T>(answer: ArmAnswer<ArmObject>, show: (raw: ArmObject) => T): ArmAnswer<T | undefined> {
  if (answer.ok) return { ok: true, value: show(answer.value) };
  return answer.status === 404 ? { ok: true, value: undefined } : answer;
}

function mapped<T, U>(answer: ArmAnswer<T>, show: (value: T) => U): ArmAnswer<U> {
  return answer.ok ? { ok: true, value: show(answer.value) } : answer;
}

function quoted(text: string): string {
  return text.replaceAll("'", "''");
}

/** `virtualMachines`. */
function nameOf(type: string): string {
  return type.split('/').at(-1) ?? type;
}

function versionOf(type: string): string {
  const found = Object.entries(VERSIONS).find(([known]) => known.toLowerCase() === type.toLowerCase());
  return found?.[1] ?? RESOURCES_VERSION;
}

async function readPowers(
  machine: AzureNodeDoor['machine'],
  ids: readonly string[],
): Promise<ArmAnswer<ReadonlyMap<string, string>>> {
  const powers = new Map<string, string>();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const answers = await Promise.all(ids.slice(start, start + AT_ONCE).map(machine));
    for (const answer of answers) {
      if (!answer.ok) return answer;
      const { id, power } = answer.value ?? {};
      if (id !== undefined && power !== undefined) powers.set(id.toLowerCase(), power);
    }
  }
  return { ok: true, value: powers };
}
