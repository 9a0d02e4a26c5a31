import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TerraformResult {
  readonly code: number | null;
  /** Both output streams, in order of arrival. */
  readonly output: string;
  readonly milliseconds: number;
}

/** What of `terraform show -json` on a plan these tests look at. */
export interface PlanJson {
  readonly resource_changes?: readonly ResourceChange[];
  readonly resource_drift?: readonly ResourceChange[];
  readonly planned_values: { readonly outputs?: Readonly<Record<string, { readonly value?: unknown }>> };
}
export interface ResourceChange {
  readonly address: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Readonly<Record<string, unknown>> | null;
    readonly after: Readonly<Record<string, unknown>> | null;
    readonly replace_paths?: readonly unknown[];
  };
}

const FIXTURE = join(import.meta.dirname, '..', '..', 'fixtures', 'terraform', 'two-cloud');
const COMMAND_TIMEOUT = 60_000;

/** Runs the real `terraform` in a copy of the two-cloud fixture, while the provider server runs in this process. */
export class Terraform {
  readonly directory: string;
  readonly #environment: Readonly<Record<string, string>>;

  constructor(directory: string, environment: Readonly<Record<string, string>>) {
    mkdirSync(directory, { recursive: true });
    cpSync(FIXTURE, directory, { recursive: true });
    this.directory = directory;
    this.#environment = {
      PATH: process.env['PATH'] ?? '',
      HOME: directory,
      TF_IN_AUTOMATION: '1',
      ...environment,
    };
  }

  /** Starts a command; the result resolves when it has ended, however it ended. */
  start(...args: readonly string[]): {
    readonly child: ChildProcess;
    readonly result: Promise<TerraformResult>;
  } {
    const started = performance.now();
    const child = spawn('terraform', args, {
      cwd: this.directory,
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: COMMAND_TIMEOUT,
      killSignal: 'SIGKILL',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const result = new Promise<TerraformResult>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, output, milliseconds: performance.now() - started }));
    });
    return { child, result };
  }

  run(...args: readonly string[]): Promise<TerraformResult> {
    return this.start(...args).result;
  }

  /** Runs a command that must succeed; `-no-color` and `-input=false` are added. */
  async ok(command: string, ...args: readonly string[]): Promise<TerraformResult> {
    const result = await this.run(
      command,
      '-no-color',
      ...(command === 'validate' ? [] : ['-input=false']),
      ...args,
    );
    if (result.code !== 0)
      throw new Error(`terraform ${command} ended with ${result.code}:\n${result.output}`);
    return result;
  }

  /** Plans into a file and reads it. */
  async plan(...args: readonly string[]): Promise<PlanJson> {
    await this.ok('plan', '-out=plan', ...args);
    return this.json<PlanJson>('show', '-json', 'plan');
  }

  async json<T>(...args: readonly string[]): Promise<T> {
    const result = await this.run(...args);
    if (result.code !== 0)
      throw new Error(`terraform ${args.join(' ')} ended with ${result.code}:\n${result.output}`);
    return JSON.parse(result.output) as T;
  }

  /** Whether a plan finds nothing to do. */
  async isSettled(...args: readonly string[]): Promise<boolean> {
    const result = await this.run('plan', '-no-color', '-input=false', '-detailed-exitcode', ...args);
    if (result.code === 1) throw new Error(`terraform plan failed:\n${result.output}`);
    return result.code === 0;
  }

  /** The state file as it is on disk. */
  state(): StateJson {
    return JSON.parse(readFileSync(join(this.directory, 'terraform.tfstate'), 'utf8')) as StateJson;
  }
}

export interface StateJson {
  readonly resources: readonly {
    readonly mode: string;
    readonly type: string;
    readonly instances: readonly {
      readonly index_key?: string | number;
      readonly status?: string;
      readonly attributes: Readonly<Record<string, unknown>>;
      readonly private?: string;
    }[];
  }[];
}

/** How many changes of a plan there are by action: `create`, `update`, `delete`, `delete,create`, … */
export function actionCounts(changes: readonly ResourceChange[] = []): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { change } of changes) {
    const action = change.actions.join();
    if (action !== 'no-op' && action !== 'read') counts[action] = (counts[action] ?? 0) + 1;
  }
  return counts;
}
