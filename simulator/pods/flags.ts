/** Arguments of programs: short and long options, with and without values. */
export interface Arguments {
  readonly words: readonly string[];
  has(...names: readonly string[]): boolean;
  /** The last value given under one of the names. */
  value(...names: readonly string[]): string | undefined;
  /** All values given under one of the names. */
  values(...names: readonly string[]): readonly string[];
  /** An option that the program does not know; undefined when it knows all. */
  readonly unknown: string | undefined;
}

/**
 * Reads arguments. `flags` take no value and `valued` take one; a name of one letter may be joined to others (`-sk`) or
 * to its value (`-c3`).
 */
export function readArguments(
  args: readonly string[],
  flags: readonly string[],
  valued: readonly string[],
): Arguments {
  const words: string[] = [];
  const found: (readonly [name: string, value: string])[] = [];
  let unknown: string | undefined;
  const rest = [...args];
  const takeLong = (arg: string): void => {
    const [name = '', ...given] = arg.slice(2).split('=');
    if (valued.includes(name)) found.push([name, given.length > 0 ? given.join('=') : (rest.shift() ?? '')]);
    else if (flags.includes(name)) found.push([name, given.join('=')]);
    else unknown ??= arg;
  };
  const takeShort = (arg: string): void => {
    for (let index = 1; index < arg.length; index += 1) {
      const name = arg[index] ?? '';
      if (valued.includes(name)) {
        found.push([name, index + 1 < arg.length ? arg.slice(index + 1) : (rest.shift() ?? '')]);
        return;
      }
      if (!flags.includes(name)) unknown ??= name;
      found.push([name, '']);
    }
  };
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--') words.push(...rest.splice(0));
    else if (arg.startsWith('--')) takeLong(arg);
    else if (/^-\D/.test(arg)) takeShort(arg);
    else words.push(arg);
  }
  const values = (...names: readonly string[]): readonly string[] =>
    found.filter(([name]) => names.includes(name)).map(([, value]) => value);
  return {
    words,
    has: (...names) => found.some(([name]) => names.includes(name)),
    value: (...names) => values(...names).at(-1),
    values,
    unknown,
  };
}
