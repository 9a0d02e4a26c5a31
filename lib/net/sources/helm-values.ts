import { parse } from 'yaml';
import { isObject } from '../../terraform/plan-json.ts';

/** An alias repeated inside an alias can unfold a small text into gigabytes. */
const MOST_ALIASES = 100;
/** `list[n]` in a `set` beyond this is no list of ranges. */
const LONGEST_LIST = 1000;

type Values = Readonly<Record<string, unknown>>;

/** One `set` of a release: Helm's `--set name=value`. */
export interface HelmSet {
  readonly name: string;
  readonly value: string;
}

/**
 * The values a release ends up with, as Helm merges them: texts of YAML in order, maps joined, anything else replaced,
 * then each `set`. Undefined where a text is no YAML map, because then nothing is sure.
 */
export function mergeHelmValues(texts: readonly string[], sets: readonly HelmSet[]): Values | undefined {
  let merged: Values = {};
  for (const text of texts) {
    const values = parseValues(text);
    if (values === undefined) return undefined;
    merged = join(merged, values);
  }
  return sets.reduce<Values>((values, set) => setPath(values, pathOf(set.name), valueOf(set.value)), merged);
}

function parseValues(text: string): Values | undefined {
  try {
    const parsed: unknown = parse(text, { maxAliasCount: MOST_ALIASES, logLevel: 'error' });
    if (parsed === null) return {};
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function join(under: Values, over: Values): Values {
  const merged = new Map(Object.entries(under));
  for (const [key, value] of Object.entries(over)) {
    const before = merged.get(key);
    merged.set(key, isObject(before) && isObject(value) ? join(before, value) : value);
  }
  return Object.fromEntries(merged);
}

/** `a.b\.c[0]` is `a`, `b.c`, 0. */
function pathOf(name: string): readonly (string | number)[] {
  const keys = name.split(/(?<!\\)\./).map((key) => key.replaceAll('\\.', '.'));
  return keys.flatMap((key) => {
    const match = /^([^[]*)((?:\[\d+\])+)$/.exec(key);
    if (match === null) return [key];
    const indices = [...(match[2] ?? '').matchAll(/\d+/g)].map(([index]) => Number(index));
    return [match[1] ?? '', ...indices];
  });
}

/** `{a,b}` is a list; `\,` is a comma that parts nothing. */
function valueOf(text: string): unknown {
  const list = /^\{(.*)\}$/s.exec(text)?.[1];
  const plain = (part: string): string => part.replaceAll('\\,', ',');
  if (list === undefined) return plain(text);
  return list === '' ? [] : list.split(/(?<!\\),/).map((part) => plain(part.trim()));
}

function setPath(within: unknown, path: readonly (string | number)[], value: unknown): Values {
  return (place(within, path, value) ?? {}) as Values;
}

function place(within: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === 'number') {
    if (key > LONGEST_LIST) return within;
    const list: unknown[] = Array.isArray(within) ? [...(within as readonly unknown[])] : [];
    list[key] = place(list[key], rest, value);
    return list;
  }
  const object = isObject(within) ? within : {};
  const inner = Object.hasOwn(object, key) ? object[key] : undefined;
  return Object.fromEntries([...Object.entries(object), [key, place(inner, rest, value)]]);
}
