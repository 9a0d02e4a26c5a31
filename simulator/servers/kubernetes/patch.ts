/** The three kinds of patch. Sources: RFC 6902, RFC 7386, Kubernetes "Strategic Merge Patch" (api-conventions). */
import { isArray, isObject, type Json, type JsonObject, show } from '../../world/kube-types.ts';
import { badRequest, KubeRefusal } from './status.ts';

export const PATCH_TYPES = [
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/strategic-merge-patch+json',
] as const;

/** Applies a patch of the media type to an object. Refuses 415 for other types and 422 where an operation fails. */
export function applyPatch(
  target: JsonObject,
  patch: Json,
  mediaType: string,
  isCustom: boolean,
): JsonObject {
  const [type] = PATCH_TYPES.filter((known) => mediaType.startsWith(known));
  if (type === undefined || (isCustom && type === PATCH_TYPES[2])) {
    throw new KubeRefusal(
      415,
      'UnsupportedMediaType',
      `the body of the request was in an unknown format - accepted media types include: ${PATCH_TYPES.slice(0, isCustom ? 2 : 3).join(', ')}`,
    );
  }
  const result =
    type === PATCH_TYPES[0] ? jsonPatch(target, patch) : merge(target, patch, type === PATCH_TYPES[2]);
  if (!isObject(result)) throw badRequest('the patch does not leave an object');
  return result;
}

function merge(target: Json | undefined, patch: Json, isStrategic: boolean): Json {
  return isStrategic ? strategicMerge(target, patch, '') : mergePatch(target, patch);
}

function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const result: Record<string, Json | undefined> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null || value === undefined) Reflect.deleteProperty(result, name);
    else result[name] = mergePatch(result[name], value);
  }
  return result;
}

/** Lists whose entries are merged by a key, by the last names of their path. All others are replaced whole. */
const MERGE_KEYS: Readonly<Record<string, string>> = {
  'status.conditions': 'type',
  'status.addresses': 'type',
  'metadata.ownerReferences': 'uid',
  'spec.containers': 'name',
  'spec.initContainers': 'name',
  'spec.volumes': 'name',
  'containers.env': 'name',
  'containers.volumeMounts': 'mountPath',
  'containers.ports': 'containerPort',
  'spec.ports': 'port',
};
/** Lists of texts that are merged as sets. */
const SETS: ReadonlySet<string> = new Set(['metadata.finalizers', 'spec.podCIDRs']);

/** `path`: the last two names on the way, joined by a dot. */
function strategicMerge(target: Json | undefined, patch: Json, path: string): Json {
  if (isArray(patch)) return strategicList(isArray(target) ? target : [], patch, path);
  if (!isObject(patch)) return patch;
  if (patch['$patch'] === 'replace') return without(patch, '$patch');
  const result: Record<string, Json | undefined> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    const inner = `${path.split('.').at(-1) ?? ''}.${name}`;
    const [, deleted] = /^\$deleteFromPrimitiveList\/(.+)$/.exec(name) ?? [];
    if (deleted !== undefined) result[deleted] = difference(result[deleted], value);
    else if (name.startsWith('$')) continue;
    else if (value === null || value === undefined) Reflect.deleteProperty(result, name);
    else result[name] = strategicMerge(result[name], value, inner);
  }
  return result;
}

function strategicList(target: readonly Json[], patch: readonly Json[], path: string): readonly Json[] {
  if (SETS.has(path)) return [...new Set([...target, ...patch])];
  const key = MERGE_KEYS[path];
  if (key === undefined) return patch.filter((entry) => !isObject(entry) || entry['$patch'] === undefined);
  if (patch.some((entry) => isObject(entry) && entry['$patch'] === 'replace')) {
    return patch.filter((entry) => isObject(entry) && entry['$patch'] === undefined);
  }
  return patch.reduce<readonly Json[]>((list, entry) => mergeEntry(list, entry, key, path), target);
}

function mergeEntry(list: readonly Json[], entry: Json, key: string, path: string): readonly Json[] {
  if (!isObject(entry) || entry[key] === undefined) {
    throw badRequest(`map: does not contain declared merge key: ${key}`);
  }
  const index = list.findIndex((known) => isObject(known) && known[key] === entry[key]);
  if (entry['$patch'] === 'delete') return list.filter((_known, place) => place !== index);
  if (index < 0) return [...list, entry];
  return list.with(index, strategicMerge(list[index], entry, path));
}

function difference(list: Json | undefined, gone: Json | undefined): readonly Json[] {
  return isArray(list) && isArray(gone) ? list.filter((entry) => !gone.includes(entry)) : [];
}

function without(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

function jsonPatch(target: Json, patch: Json): Json {
  if (!isArray(patch)) throw badRequest('error decoding patch: a JSON patch is a list of operations');
  return patch.reduce<Json>((document, operation) => {
    if (!isObject(operation)) throw badRequest('error decoding patch: an operation is an object');
    return operate(document, operation);
  }, target);
}

function failed(why: string): KubeRefusal {
  return new KubeRefusal(
    422,
    'Invalid',
    `the server rejected our request due to an error in our request: ${why}`,
  );
}

function operate(document: Json, { op, path, from, value = null }: JsonObject): Json {
  const keys = pointer(path);
  switch (op) {
    case 'add':
      return change(document, keys, () => value, 'add');
    case 'replace':
      read(document, keys);
      return change(document, keys, () => value, 'set');
    case 'remove':
      read(document, keys);
      return change(document, keys, () => undefined, 'set');
    case 'move': {
      const moved = read(document, pointer(from));
      return change(operate(document, { op: 'remove', path: from }), keys, () => moved, 'add');
    }
    case 'copy':
      return change(document, keys, () => read(document, pointer(from)), 'add');
    case 'test':
      if (JSON.stringify(read(document, keys)) !== JSON.stringify(value)) {
        throw failed(`testing value ${show(path)} failed: test failed`);
      }
      return document;
    default:
      throw failed(`unexpected operation ${show(op)}`);
  }
}

function pointer(path: Json | undefined): readonly string[] {
  if (typeof path !== 'string' || (path !== '' && !path.startsWith('/'))) throw failed('missing path');
  return path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function read(document: Json, keys: readonly string[]): Json {
  return keys.reduce<Json>((inner, key) => {
    const value = isArray(inner) ? inner[Number(key)] : isObject(inner) ? inner[key] : undefined;
    if (value === undefined) throw failed(`operation on a missing path: ${keys.join('/')}`);
    return value;
  }, document);
}

type Mode = 'add' | 'set';

/** The document with another value at the path; undefined takes the place away, `add` makes room in a list. */
function change(document: Json, keys: readonly string[], value: () => Json | undefined, mode: Mode): Json {
  const [key, ...rest] = keys;
  if (key === undefined) return value() ?? null;
  if (isArray(document)) return changeList(document, key, rest, value, mode);
  if (!isObject(document)) throw failed(`operation on a missing path: ${key}`);
  if (rest.length > 0 && document[key] === undefined) throw failed(`operation on a missing path: ${key}`);
  const inner = rest.length === 0 ? value() : change(document[key] ?? null, rest, value, mode);
  return inner === undefined ? without(document, key) : { ...document, [key]: inner };
}

function changeList(
  list: readonly Json[],
  key: string,
  rest: readonly string[],
  value: () => Json | undefined,
  mode: Mode,
): Json {
  const index = key === '-' ? list.length : Number(key);
  if (!Number.isInteger(index) || index < 0 || index > list.length)
    throw failed(`index ${key} out of bounds`);
  if (rest.length > 0) return list.with(index, change(list[index] ?? null, rest, value, mode));
  const inner = value();
  if (inner === undefined) return list.toSpliced(index, 1);
  return list.toSpliced(index, mode === 'add' ? 0 : 1, inner);
}
