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
  const { words, found, unknown } = new Reader(args, flags, valued);
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

class Reader {
  readonly words: string[] = [];
  readonly found: (readonly [name: string, value: string])[] = [];
  unknown: string | undefined;
  readonly #rest: string[];
  readonly #flags: readonly string[];
  readonly #valued: readonly string[];

  constructor(args: readonly string[], flags: readonly string[], valued: readonly string[]) {
    this.#rest = [...args];
    this.#flags = flags;
    this.#valued = valued;
    for (let arg = this.#rest.shift(); arg !== undefined; arg = this.#rest.shift()) {
      if (arg === '--') this.words.push(...this.#rest.splice(0));
      else if (arg.startsWith('--')) this.#long(arg);
      else if (/^-\D/.test(arg)) this.#short(arg);
      else this.words.push(arg);
    }
  }

  #long(arg: string): void {
    const [name = '', ...given] = arg.slice(2).split('=');
    if (this.#valued.includes(name)) {
      this.found.push([name, given.length > 0 ? given.join('=') : (this.#rest.shift() ?? '')]);
    } else if (this.#flags.includes(name)) this.found.push([name, given.join('=')]);
    else this.unknown ??= arg;
  }

  #short(arg: string): void {
    for (let index = 1; index < arg.length; index += 1) {
      const name = arg[index] ?? '';
      if (this.#valued.includes(name)) {
        this.found.push([name, index + 1 < arg.length ? arg.slice(index + 1) : (this.#rest.shift() ?? '')]);
        return;
      }
      if (!this.#flags.includes(name)) this.unknown ??= name;
      this.found.push([name, '']);
    }
  }
}
