/** Small programs of busybox that probes are glued together with. */
import { failed, OK, type Program, type Shell, wrote } from '../shell.ts';

const MOST_BYTES = 64 * 1024 * 1024;

function read(shell: Shell, path: string, input: string): string | undefined {
  if (path === '-') return input;
  return path === '/dev/null' ? '' : shell.files.get(path);
}

const cat: Program = (args, input, shell) => {
  let out = '';
  for (const path of args.length === 0 ? ['-'] : args) {
    const text = read(shell, path, input);
    if (text === undefined) return failed(1, `cat: can't open '${path}': No such file or directory\n`, out);
    out += text;
  }
  return wrote(out);
};

const head: Program = (args, input, shell) => {
  const joined = args.join(' ');
  const [, bytes] = /-c\s*(\d+)/.exec(joined) ?? [];
  const [, lines = '10'] = /-n\s*(\d+)/.exec(joined) ?? [];
  const path = args.find((arg, index) => !/^-|^\d+$/.test(arg) && index > 0) ?? '-';
  const isZero = path === '/dev/zero';
  if (isZero || path === '/dev/urandom') {
    return wrote((isZero ? '\0' : 'r').repeat(Math.min(Number(bytes ?? 0), MOST_BYTES)));
  }
  const text = read(shell, path, input);
  if (text === undefined) return failed(1, `head: ${path}: No such file or directory\n`);
  if (bytes !== undefined) return wrote(text.slice(0, Number(bytes)));
  return wrote(firstLines(text, Number(lines)));
};

function firstLines(text: string, count: number): string {
  const lines = text.split('\n').slice(0, count);
  return lines.length === 0 || text === '' ? '' : `${lines.join('\n').replace(/\n$/, '')}\n`;
}

const dd: Program = (args) => {
  const given = Object.fromEntries(args.map((arg) => arg.split('=', 2))) as Readonly<Record<string, string>>;
  const [, size = '512', unit = ''] = /^(\d+)([kM]?)/.exec(given['bs'] ?? '') ?? [];
  const factor = { '': 1, k: 1024, M: 1024 * 1024 }[unit] ?? 1;
  const bytes = Number(size) * factor * Number(given['count'] ?? 1);
  return wrote('\0'.repeat(Math.min(bytes, MOST_BYTES)));
};

const wc: Program = (args, input, shell) => {
  const path = args.find((arg) => !arg.startsWith('-'));
  const text = path === undefined ? input : (read(shell, path, input) ?? '');
  const name = path === undefined ? '' : ` ${path}`;
  if (args.includes('-c')) return wrote(`${text.length}${name}\n`);
  if (args.includes('-l')) return wrote(`${text.split('\n').length - 1}${name}\n`);
  return wrote(
    `${text.split('\n').length - 1} ${text.split(/\s+/).filter(Boolean).length} ${text.length}${name}\n`,
  );
};

const tr: Program = ([first = '', second = ''], input) => {
  const set = unescape(first === '-d' ? second : first);
  if (first === '-d') return wrote([...input].filter((sign) => !set.includes(sign)).join(''));
  const to = unescape(second);
  const swap = (sign: string): string => {
    const place = set.indexOf(sign);
    return place < 0 ? sign : (to[Math.min(place, to.length - 1)] ?? '');
  };
  return wrote([...input].map(swap).join(''));
};

function unescape(text: string): string {
  return text.replace(/\\([nt0\\])/g, (_whole, sign: string) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', '0': '\0', '\\': '\\' };

const echo: Program = (args) => {
  const isBare = args[0] === '-n';
  return wrote(`${(isBare ? args.slice(1) : args).join(' ')}${isBare ? '' : '\n'}`);
};

const printf: Program = ([format = '', ...given]) => {
  const values = [...given];
  let out = '';
  do {
    out += unescape(format).replace(/%(?:0?\d*)([sdc%])/g, (whole, kind: string) => {
      if (kind === '%') return '%';
      const width = Number(/%0?(\d+)/.exec(whole)?.[1] ?? 0);
      const value = values.shift() ?? (kind === 'd' ? '0' : '');
      return value.padStart(width, whole.startsWith('%0') ? '0' : ' ');
    });
  } while (values.length > 0 && /%[0-9]*[sdc]/.test(format));
  return wrote(out);
};

const seq: Program = (args) => {
  const numbers = args.map(Number);
  const [first = 1, last = 1] = numbers.length === 1 ? [1, numbers[0]] : [numbers[0], numbers.at(-1)];
  const step = numbers.length === 3 ? (numbers[1] ?? 1) : 1;
  const lines: string[] = [];
  for (let value = first; step > 0 ? value <= last : value >= last; value += step) lines.push(String(value));
  return wrote(lines.map((line) => `${line}\n`).join(''));
};

const test: Program = (args) => {
  const words = args.at(-1) === ']' ? args.slice(0, -1) : args;
  return { ...OK, code: holds(words) ? 0 : 1 };
};

function holds([first = '', second = '', third = '']: readonly string[]): boolean {
  if (first === '!') return !holds([second, third]);
  if (first === '-n') return second !== '';
  if (first === '-z') return second === '';
  const numbers: Readonly<Record<string, (left: number, right: number) => boolean>> = {
    '-eq': (left, right) => left === right,
    '-ne': (left, right) => left !== right,
    '-lt': (left, right) => left < right,
    '-le': (left, right) => left <= right,
    '-gt': (left, right) => left > right,
    '-ge': (left, right) => left >= right,
  };
  if (second === '=' || second === '==') return first === third;
  if (second === '!=') return first !== third;
  return numbers[second]?.(Number(first), Number(third)) ?? first !== '';
}

/** Runs the rest of the arguments; nothing here takes long enough to be ended. */
const timeout: Program = async (args, input, shell) => {
  const rest = args.slice(args.findIndex((arg) => /^\d/.test(arg)) + 1);
  return (await shell.run(rest, input)) ?? failed(127, `timeout: can't execute '${rest[0] ?? ''}'\n`);
};

const date: Program = ([format = '']) => {
  const now = Date.now();
  if (format.includes('%N')) return wrote(`${now}000000\n`);
  return wrote(format.startsWith('+%s') ? `${Math.floor(now / 1000)}\n` : `${new Date(now).toUTCString()}\n`);
};

/** By name. */
export const FILE_PROGRAMS: Readonly<Record<string, Program>> = {
  cat,
  head,
  dd,
  wc,
  tr,
  echo,
  printf,
  seq,
  test,
  '[': test,
  timeout,
  date,
  sleep: () => OK,
  true: () => OK,
  ':': () => OK,
  false: () => failed(1, ''),
  rm: (args, _input, shell) => {
    for (const path of args) shell.files.delete(path);
    return OK;
  },
  mkdir: () => OK,
  mktemp: () => wrote(`/tmp/tmp.${crypto.randomUUID().slice(0, 6)}\n`),
  kill: () => OK,
};
