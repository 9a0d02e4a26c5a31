/** Several objects in one text, each still named: `aws_subnet.private["a-0" … "a-9", "b"]`. */
export interface AddressGroup {
  readonly text: string;
  /** Objects it names. */
  readonly count: number;
}

/** Names in one text; more would make lines of which nothing can be found. */
const MOST_IN_GROUP = 60;
const KEY = /\[(\d+|"(?:[^"\\]|\\.)*")\]/g;

interface Address {
  readonly whole: string;
  /** Text around the keys: one more than there are keys. */
  readonly literals: readonly string[];
  /** As written between the brackets. */
  readonly keys: readonly string[];
}

/**
 * The addresses in few words: those that differ by one key share a text, runs of numbers are told by both ends, and
 * resources of one type in one module share a text. Every address is named once, in the order of first appearance.
 */
export function groupAddresses(addresses: readonly string[]): readonly AddressGroup[] {
  const families = groupBy(addresses.map(parse), (address) => JSON.stringify(address.literals));
  const single: string[] = [];
  const found: AddressGroup[] = [];
  for (const family of families) {
    const [first] = family;
    if (first === undefined) continue;
    if (first.keys.length === 0) single.push(first.whole, ...family.slice(1).map(({ whole }) => whole));
    else found.push(...byOneKey(family, first.keys.length));
  }
  return [...found, ...byName(single)];
}

function parse(whole: string): Address {
  const keys = [...whole.matchAll(KEY)].map((match) => match[1] ?? '');
  const parts = whole.split(KEY);
  return { whole, literals: parts.filter((_, index) => index % 2 === 0), keys };
}

/** The key that takes the most values is told as a list, the others stay in the text. */
function byOneKey(family: readonly Address[], keys: number): readonly AddressGroup[] {
  const distinct = Array.from(
    { length: keys },
    (_, position) => new Set(family.map((each) => each.keys[position])).size,
  );
  const varied = distinct.indexOf(Math.max(...distinct));
  const alike = groupBy(family, (each) => JSON.stringify(each.keys.with(varied, '')));
  return alike.flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    const around = (from: number, to: number) =>
      first.literals
        .slice(from, to)
        .map((literal, index) => {
          const key = first.keys[from + index];
          return from + index === varied || key === undefined ? literal : `${literal}[${key}]`;
        })
        .join('');
    const [before, after] = [around(0, varied + 1), around(varied + 1, first.literals.length)];
    const values = members.map((each) => each.keys[varied] ?? '');
    return inLines(runsOf(values, '"')).map(({ text, count }) => ({
      text: `${before}[${text}]${after}`,
      count,
    }));
  });
}

/** Resources without keys, by the module and type they share. */
function byName(addresses: readonly string[]): readonly AddressGroup[] {
  return groupBy(addresses, (address) => address.slice(0, address.lastIndexOf('.') + 1)).flatMap(
    (members) => {
      const [first = ''] = members;
      const prefix = first.slice(0, first.lastIndexOf('.') + 1);
      if (members.length === 1) return [{ text: first, count: 1 }];
      const names = members.map((address) => address.slice(prefix.length));
      return inLines(runsOf(names, '')).map(({ text, count }) => ({ text: `${prefix}{${text}}`, count }));
    },
  );
}

function inLines(runs: readonly AddressGroup[]): readonly AddressGroup[] {
  const lines: AddressGroup[] = [];
  for (let from = 0; from < runs.length; from += MOST_IN_GROUP) {
    const part = runs.slice(from, from + MOST_IN_GROUP);
    lines.push({
      text: part.map(({ text }) => text).join(', '),
      count: part.reduce((sum, { count }) => sum + count, 0),
    });
  }
  return lines;
}

interface Numbered {
  readonly value: string;
  /** What all members of a run share; the value itself when there is no number to count by. */
  readonly series: string;
  readonly number: number;
}

/** Values that count up by one become `first … last`, from three on. */
function runsOf(values: readonly string[], quote: '"' | ''): readonly AddressGroup[] {
  return groupBy(
    values.map((value) => numbered(value, quote)),
    ({ series }) => series,
  ).flatMap((series) => {
    const sorted = [...series].sort((one, other) => one.number - other.number);
    const runs: Numbered[][] = [];
    for (const each of sorted) {
      const run = runs.at(-1);
      if (run !== undefined && run.at(-1)?.number === each.number - 1) run.push(each);
      else runs.push([each]);
    }
    return runs.flatMap((run) =>
      run.length < 3
        ? run.map(({ value }) => ({ text: value, count: 1 }))
        : [{ text: `${run[0]?.value ?? ''} … ${run.at(-1)?.value ?? ''}`, count: run.length }],
    );
  });
}

/** Numbers with leading zeros count only among those of their length: `08`, `09`, but `10` starts anew. */
function numbered(value: string, quote: '"' | ''): Numbered {
  const inner = quote === '"' && value.startsWith('"') ? value.slice(1, -1) : value;
  const found = /^(.*?)(\d{1,15})(\D*)$/s.exec(inner);
  if (found === null) return { value, series: `=${value}`, number: 0 };
  const [, before = '', digits = '', after = ''] = found;
  const width = digits.length > 1 && digits.startsWith('0') ? digits.length : 0;
  const quoted = inner !== value;
  return { value, series: `#${JSON.stringify([quoted, before, after, width])}`, number: Number(digits) };
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return [...groups.values()];
}
