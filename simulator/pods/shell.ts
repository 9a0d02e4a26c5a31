/** Runs shell scripts in a simulated container: programs are functions, files are kept in memory, nothing waits. */
import { type Command, parseScript, type Redirection, type Word } from './shell-syntax.ts';
import { sumOf } from './shell-sums.ts';
import { ShellSyntaxError } from './shell-words.ts';

/** What a program has written when it ended. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A program: its arguments without its name, what is piped into it, the container it runs in. */
export type Program = (args: readonly string[], input: string, shell: Shell) => Ended | Promise<Ended>;

export const OK: Ended = { code: 0, out: '', err: '' };

export function wrote(out: string): Ended {
  return { code: 0, out, err: '' };
}

export function failed(code: number, err: string, out = ''): Ended {
  return { code, out, err };
}

/** Rounds of a loop and bytes of a pipe before a script is given up. */
const MOST_ROUNDS = 10_000;
const NOT_FOUND = 127;

/** One container's shell. */
export class Shell {
  readonly #programs: ReadonlyMap<string, Program>;
  /** Files of the container by path; a program may change them. */
  readonly files: Map<string, string>;
  readonly #variables = new Map<string, string>();
  readonly #functions = new Map<string, Command>();
  #parameters: readonly string[] = [];
  #last = 0;

  constructor(programs: ReadonlyMap<string, Program>, files: ReadonlyMap<string, string>) {
    this.#programs = programs;
    this.files = new Map(files);
  }

  #isExiting(): boolean {
    return this.#state.exiting;
  }

  /** Runs a program by its arguments, as exec does; `undefined` when there is none of that name. */
  async run([path = '', ...args]: readonly string[], input: string): Promise<Ended | undefined> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (['sh', 'bash', 'ash'].includes(name)) return this.#subshell(args, input);
    return this.#programs.get(name)?.(args, input, this);
  }

  #subshell(args: readonly string[], input: string): Promise<Ended> {
    const place = args.findIndex((arg) => /^-\w*c$/.test(arg));
    const script = place < 0 ? input : (args[place + 1] ?? '');
    const inner = new Shell(this.#programs, this.files);
    inner.#parameters = place < 0 ? [] : args.slice(place + 3);
    return inner.script(script, place < 0 ? '' : input);
  }

  /** Runs a script to its end. */
  async script(text: string, input = ''): Promise<Ended> {
    try {
      return await this.#command(parseScript(text), input);
    } catch (error) {
      if (error instanceof ShellSyntaxError) return failed(2, `sh: syntax error: ${error.message}\n`);
      throw error;
    }
  }

  async #command(command: Command, input: string): Promise<Ended> {
    const ended = await this.#any(command, input);
    this.#last = ended.code;
    return ended;
  }

  async #any(command: Command, input: string): Promise<Ended> {
    switch (command.kind) {
      case 'simple':
        return this.#simple(command, input);
      case 'list':
        return this.#list(command, input);
      case 'pipe':
        return this.#pipe(command.parts, input);
      case 'not': {
        const ended = await this.#command(command.inner, input);
        return { ...ended, code: ended.code === 0 ? 1 : 0 };
      }
      case 'and':
      case 'or': {
        const left = await this.#command(command.left, input);
        if ((left.code === 0) !== (command.kind === 'and')) return left;
        return joined(left, await this.#command(command.right, input));
      }
      case 'for':
        return this.#for(command, input);
      case 'if': {
        const test = await this.#command(command.test, input);
        const next = test.code === 0 ? command.then : command.otherwise;
        return next === undefined ? { ...test, code: 0 } : joined(test, await this.#command(next, input));
      }
      case 'while':
        return this.#while(command, input);
      case 'function':
        this.#functions.set(command.name, command.body);
        return OK;
    }
  }

  async #list(command: Extract<Command, { kind: 'list' }>, input: string): Promise<Ended> {
    const ended = await this.#sequence(command.items, input);
    // `exit` in parentheses ends these alone.
    if (command.isSubshell) this.#state.exiting = false;
    return this.#redirect(ended, command.redirections);
  }

  async #sequence(items: readonly Command[], input: string): Promise<Ended> {
    let all = OK;
    for (const item of items) {
      all = joined(all, await this.#command(item, input));
      if (this.#isExiting()) break;
    }
    return all;
  }

  /** Set by `exit` until the script, or the part in parentheses, has ended. */
  readonly #state = { exiting: false };

  async #pipe(parts: readonly Command[], input: string): Promise<Ended> {
    let given = input;
    let err = '';
    let code = 0;
    for (const part of parts) {
      const ended = await this.#command(part, given);
      given = ended.out;
      err += ended.err;
      code = ended.code;
    }
    return { code, out: given, err };
  }

  async #for(command: Extract<Command, { kind: 'for' }>, input: string): Promise<Ended> {
    let all = OK;
    for (const value of (await this.#expand(command.words)).slice(0, MOST_ROUNDS)) {
      this.#variables.set(command.name, value);
      all = joined(all, await this.#command(command.body, input));
      if (this.#isExiting()) break;
    }
    return all;
  }

  async #while(command: Extract<Command, { kind: 'while' }>, input: string): Promise<Ended> {
    let all = OK;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const test = await this.#command(command.test, input);
      if ((test.code === 0) === command.until || this.#isExiting()) return { ...all, code: 0 };
      all = joined(all, await this.#command(command.body, input));
      if (this.#isExiting()) return all;
    }
    return joined(all, failed(1, 'sh: the loop does not end\n'));
  }

  async #simple(command: Extract<Command, { kind: 'simple' }>, input: string): Promise<Ended> {
    for (const { name, value } of command.assignments) {
      this.#variables.set(name, (await this.#pieces(value)).map(({ text }) => text).join(''));
    }
    const [name = '', ...args] = await this.#expand(command.words);
    if (name === '') return { ...OK, code: command.words.length === 0 ? 0 : NOT_FOUND };
    const source = command.redirections.find(({ operator }) => operator === '<');
    const given = source === undefined ? input : await this.#readFile(source);
    return this.#redirect(await this.#named(name, args, given), command.redirections);
  }

  async #readFile({ target }: Redirection): Promise<string> {
    const [path = ''] = await this.#expand(target === undefined ? [] : [target]);
    return this.files.get(path) ?? '';
  }

  async #named(name: string, args: readonly string[], input: string): Promise<Ended> {
    if (name === 'exit') {
      this.#state.exiting = true;
      return { ...OK, code: args[0] === undefined ? this.#last : Number(args[0]) };
    }
    if (name === 'shift') {
      this.#parameters = this.#parameters.slice(Number(args[0] ?? 1));
      return OK;
    }
    if (['set', 'export', 'wait', 'local', 'trap'].includes(name)) return OK;
    const own = this.#functions.get(name);
    if (own !== undefined) {
      const outer = this.#parameters;
      this.#parameters = args;
      const ended = await this.#command(own, input);
      this.#parameters = outer;
      return ended;
    }
    return (await this.run([name, ...args], input)) ?? failed(NOT_FOUND, `sh: ${name}: not found\n`);
  }

  async #redirect(ended: Ended, redirections: readonly Redirection[]): Promise<Ended> {
    let { out, err } = ended;
    for (const { operator, target } of [...redirections].reverse()) {
      if (operator === '2>&1') [out, err] = [out + err, ''];
      else if (operator === '>&2' || operator === '1>&2') [out, err] = ['', err + out];
      else if (operator !== '<') {
        const [path = ''] = await this.#expand(target === undefined ? [] : [target]);
        const text = (operator.startsWith('2') ? '' : out) + (/^[2&]/.test(operator) ? err : '');
        if (path !== '/dev/null') {
          this.files.set(path, (operator.endsWith('>>') ? (this.files.get(path) ?? '') : '') + text);
        }
        if (!operator.startsWith('2')) out = '';
        if (/^[2&]/.test(operator)) err = '';
      }
    }
    return { code: ended.code, out, err };
  }

  /** Words with everything put in, split where that is not quoted. */
  async #expand(words: readonly Word[]): Promise<readonly string[]> {
    const all: string[] = [];
    for (const word of words) {
      const [only, alone] = word.filter((piece) => piece.kind !== 'text' || piece.text !== '');
      if (only?.kind === 'variable' && only.name === '@' && only.quoted && alone === undefined) {
        all.push(...this.#parameters);
        continue;
      }
      const fields: string[] = [];
      let isOpen = false;
      for (const { text, splits, isEmptyField } of await this.#pieces(word)) {
        const parts = splits ? text.split(/[ \t\n]+/) : [text];
        parts.forEach((part, index) => {
          if (index === 0 && isOpen) fields.push((fields.pop() ?? '') + part);
          else if (part !== '' || !splits || isEmptyField) fields.push(part);
          isOpen = !(splits && part === '' && index === parts.length - 1 && index > 0);
        });
      }
      all.push(
        ...(fields.length === 1 && fields[0] === '' && !word.some(({ quoted }) => quoted) ? [] : fields),
      );
    }
    return all;
  }

  async #pieces(word: Word) {
    const found: { readonly text: string; readonly splits: boolean; readonly isEmptyField: boolean }[] = [];
    for (const piece of word) {
      const text = await this.#textOf(piece);
      found.push({ text, splits: piece.kind !== 'text' && !piece.quoted, isEmptyField: piece.quoted });
    }
    return found;
  }

  async #textOf(piece: Word[number]): Promise<string> {
    switch (piece.kind) {
      case 'text':
        return piece.text;
      case 'variable':
        return this.#variable(piece.name);
      case 'sum':
        return String(sumOf(piece.text, (name) => this.#variable(name)));
      case 'command': {
        const inner = await this.#command(parseScript(piece.script), '');
        return inner.out.replace(/\n+$/, '');
      }
    }
  }

  #variable(name: string): string {
    if (name === '?') return String(this.#last);
    if (name === '#') return String(this.#parameters.length);
    if (name === '@' || name === '*') return this.#parameters.join(' ');
    if (/^\d+$/.test(name)) return this.#parameters[Number(name) - 1] ?? '';
    return this.#variables.get(name) ?? '';
  }
}

function joined(first: Ended, second: Ended): Ended {
  return { code: second.code, out: first.out + second.out, err: first.err + second.err };
}
