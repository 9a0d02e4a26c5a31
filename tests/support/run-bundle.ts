import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { temporaryDirectory } from './temporary.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** The Node that `using: node24` means, whatever runs the tests. */
export const NODE_24 = join(ROOT, 'node_modules', 'node', 'bin', 'node');
const DEFAULT_TIMEOUT_MS = 50_000;

export interface RunOptions {
  /** By name as in action.yml. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Added to the environment; undefined removes a variable that is set otherwise. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly event?: object;
  readonly eventName?: string;
  /** Default: a fresh empty folder. */
  readonly workspace?: string;
  /** What the main step saved, for a `post` entry. */
  readonly state?: Readonly<Record<string, string>>;
  /** Called with the process and each piece of its output, to send signals at the right moment. */
  readonly onStdout?: (child: ChildProcess, soFar: string) => void;
  /** Called with the process as soon as it is started, for signals that something else than its output brings. */
  readonly onStart?: (child: ChildProcess) => void;
  /** The process is killed and the run rejected after this long. */
  readonly timeoutMs?: number;
  /** Program and arguments in front of Node, to run it in other surroundings. */
  readonly launcher?: readonly string[];
}

export interface BundleOptions extends RunOptions {
  /** Folder under actions/. */
  readonly action: string;
  /** Folder under dist/. Default `main`. */
  readonly entry?: string;
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

export interface RunResult {
  /** Null when a signal ended the process. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Folders put on PATH, in the order of the file: the last one comes first. */
  readonly path: readonly string[];
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  readonly workspace: string;
  readonly tempDirectory: string;
  /** The document behind the output `report`; throws without one. */
  report(): unknown;
}

/** Reads the runner's file format: `name=value` lines and `name<<delimiter` blocks. */
export function parseFileCommands(text: string): Readonly<Record<string, string>> {
  const entries: Record<string, string> = {};
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const block = /^([^=]+?)<<(.+)$/.exec(line);
    if (block !== null) {
      const end = lines.indexOf(block[2] ?? '', index + 1);
      if (end === -1) throw new Error(`no end of ${line}`);
      entries[block[1] ?? ''] = lines.slice(index + 1, end).join('\n');
      index = end;
    } else if (line !== '') {
      const equals = line.indexOf('=');
      if (equals < 1) throw new Error(`not an entry: ${line}`);
      entries[line.slice(0, equals)] = line.slice(equals + 1);
    }
  }
  return entries;
}

function unescape(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
}

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** The workflow commands in a log, in order. */
export function parseCommands(stdout: string): readonly Command[] {
  return stdout.split('\n').flatMap((line) => {
    const match = /^\s*::([a-z-]+)(?: ([^\n]*?))?::(.*)$/.exec(line);
    if (match === null) return [];
    const pairs = (match[2] ?? '').split(',').filter((pair) => pair !== '');
    const properties = Object.fromEntries(
      pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), unescape(pair.slice(pair.indexOf('=') + 1))]),
    );
    return [{ name: match[1] ?? '', properties, message: unescape(match[3] ?? '') }];
  });
}

function isAnnotation(name: string): name is Annotation['level'] {
  return name === 'error' || name === 'warning' || name === 'notice';
}

function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );
}

/** The files and variables of one step, as a runner prepares them. */
function prepare(options: RunOptions) {
  const home = temporaryDirectory('eks-hybrid-step-');
  const tempDirectory = join(home, 'temp');
  const workspace = options.workspace ?? join(home, 'workspace');
  for (const folder of [tempDirectory, workspace]) mkdirSync(folder, { recursive: true });
  const file = (name: string, text = '') => {
    const path = join(home, name);
    writeFileSync(path, text);
    return path;
  };
  const files = {
    output: file('output'),
    state: file('state'),
    summary: file('summary.md'),
    path: file('path'),
  };
  const environment: Record<string, string | undefined> = {
    PATH: process.env['PATH'],
    HOME: home,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_ENV: file('env'),
    GITHUB_EVENT_NAME: options.eventName ?? 'workflow_dispatch',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(options.event ?? {})),
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_JOB: 'test',
    GITHUB_OUTPUT: files.output,
    GITHUB_PATH: files.path,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REPOSITORY: 'octo-org/platform',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '4242',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '1111111111111111111111111111111111111111',
    GITHUB_STATE: files.state,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: tempDirectory,
    ...inputVariables(options.inputs ?? {}),
    ...Object.fromEntries(
      Object.entries(options.state ?? {}).map(([name, value]) => [`STATE_${name}`, value]),
    ),
    ...options.env,
  };
  const entries = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { workspace, tempDirectory, files, environment: Object.fromEntries(entries) };
}

function execute(
  argv: readonly string[],
  cwd: string,
  env: Record<string, string>,
  options: RunOptions,
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  const [program = NODE_24, ...rest] = [...(options.launcher ?? []), NODE_24, ...argv];
  const child = spawn(program, rest, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  options.onStart?.(child);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    options.onStdout?.(child, stdout);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${argv.join(' ')} did not end within ${timeoutMs} ms.\n${stdout}\n${stderr}`));
    }, timeoutMs);
    child.once('error', reject);
    child.once('close', (exitCode) => {
      clearTimeout(timer);
      resolve({ exitCode, stdout, stderr });
    });
  });
}

/** Runs any entry program (a bundle or a TypeScript file) on Node 24 as a runner would run a step. */
export async function runEntry(program: string, options: RunOptions = {}): Promise<RunResult> {
  const step = prepare(options);
  const argv = ['--disable-warning=ExperimentalWarning', program];
  const { exitCode, stdout, stderr } = await execute(argv, step.workspace, step.environment, options);
  const commands = parseCommands(stdout);
  const outputs = parseFileCommands(readFileSync(step.files.output, 'utf8'));
  return {
    exitCode,
    stdout,
    stderr,
    outputs,
    state: parseFileCommands(readFileSync(step.files.state, 'utf8')),
    summary: readFileSync(step.files.summary, 'utf8'),
    path: readFileSync(step.files.path, 'utf8')
      .split('\n')
      .filter((line) => line !== ''),
    annotations: commands.flatMap(({ name, properties, message }) =>
      isAnnotation(name) ? [{ level: name, title: properties['title'] ?? '', message }] : [],
    ),
    masks: commands.filter((command) => command.name === 'add-mask').map((command) => command.message),
    workspace: step.workspace,
    tempDirectory: step.tempDirectory,
    report: () => JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as unknown,
  };
}

/**
 * The inputs of a step as the runner sets them: every declared input, with its default where none is given. Defaults
 * that are expressions (`${{ github.token }}`) come from the context and are '' here; give them where they matter.
 */
function withDefaults(action: string, given: Readonly<Record<string, string>>): Record<string, string> {
  const metadata = parse(readFileSync(join(ROOT, 'actions', action, 'action.yml'), 'utf8')) as {
    inputs?: Record<string, { default?: string | number | boolean }>;
  };
  const declared = metadata.inputs ?? {};
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(declared, name));
  if (unknown.length > 0) throw new Error(`actions/${action} declares no input ${unknown.join(', ')}`);
  const defaults = Object.entries(declared).map(([name, input]) => {
    const text = input.default === undefined ? '' : String(input.default);
    return [name, text.includes('${{') ? '' : text] as const;
  });
  return { ...Object.fromEntries(defaults), ...given };
}

/** Runs a committed bundle, `actions/<action>/dist/<entry>/index.js`, with the inputs of its action.yml. */
export function runBundle({ action, entry = 'main', ...options }: BundleOptions): Promise<RunResult> {
  const program = join(ROOT, 'actions', action, 'dist', entry, 'index.js');
  return runEntry(program, { ...options, inputs: withDefaults(action, options.inputs ?? {}) });
}
