import { open } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ActionError } from '../action/errors.ts';
import type { ActionDeps, ProcessOptions, ProcessResult } from '../action/types.ts';
import { parseValidation, sortDiagnostics, type Diagnostic, type Folders } from './diagnostics.ts';
import { terraformErrors } from './errors.ts';
import { PlanProgress } from './progress.ts';
import { parseUiLine, type UiEvent } from './ui-stream.ts';

export type CliDeps = Pick<ActionDeps, 'runProcess' | 'log' | 'clock' | 'signal'>;

/** Which of the two tools it is, and its version, as it says itself; null until it has said so. */
export interface ToolIdentity {
  readonly name: 'terraform' | 'opentofu' | null;
  readonly version: string | null;
}

export interface CommandOutcome {
  readonly exitCode: number;
  /** True when the run was cancelled before or while the command ran. */
  readonly cancelled: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export interface FormatOutcome extends CommandOutcome {
  /** Relative to the workspace, sorted. */
  readonly unformatted: readonly string[];
}

export interface InitOptions {
  /** `readonly` refuses to change .terraform.lock.hcl; `update` lets init write it in the job. */
  readonly lockfile: 'readonly' | 'update';
  /** `key=value` or absolute file paths for -backend-config. */
  readonly backendConfig: readonly string[];
  /** False leaves state and backend alone: providers and modules only, which needs no credentials. Default true. */
  readonly backend?: boolean;
}

export interface PlanOptions {
  /** Absolute path of the plan file to write. It holds the state and every secret value in clear. */
  readonly planFile: string;
  /** Absolute paths. */
  readonly varFiles: readonly string[];
  readonly lock: boolean;
  readonly lockTimeoutMs: number;
  readonly refresh: boolean;
  readonly parallelism: number;
  /** Plans to destroy everything the state holds. Default false. */
  readonly destroy?: boolean;
  /** Only looks at what changed outside Terraform, and plans nothing. Needs {@link refresh}. Default false. */
  readonly refreshOnly?: boolean;
}

export interface ApplyOptions {
  /** Absolute path of the plan file: what it holds is applied, without a question. */
  readonly planFile: string;
  readonly lockTimeoutMs: number;
  readonly parallelism: number;
}

/** Environment of every call: no questions, no colours, no hints for people at a terminal, no call to HashiCorp for news. */
const ENVIRONMENT = { TF_IN_AUTOMATION: '1', TF_INPUT: '0', NO_COLOR: '1', CHECKPOINT_DISABLE: '1' } as const;

/** Codes of lib/action for a program that is not there or that the system refuses to start. */
const NOT_STARTED: ReadonlySet<string> = new Set(['EHA1008', 'EHA1009']);

/** How much of what Terraform wrote outside its JSON is kept to explain a failure. */
const MOST_STDERR_CHARACTERS = 4_000;

/**
 * Runs Terraform or OpenTofu in one stack folder. No method throws for a failing command: the outcome carries exit
 * code and diagnostics, and always at least one error diagnostic when the command failed. Needs Terraform 1.10 or
 * newer (`init -json`).
 * @throws EHA1201 from every method when the executable cannot be started
 */
export class TerraformCli {
  readonly #executable: string;
  readonly #folders: Folders;
  readonly #deps: CliDeps;
  #identity: ToolIdentity = { name: null, version: null };

  constructor(executable: string, folders: Folders, deps: CliDeps) {
    this.#executable = executable;
    this.#folders = folders;
    this.#deps = deps;
  }

  get identity(): ToolIdentity {
    return this.#identity;
  }

  /** `fmt -check -recursive`: exit code 3 means unformatted files, 2 a file that could not be parsed. */
  async checkFormat(): Promise<FormatOutcome> {
    const result = await this.#run(['fmt', '-check', '-recursive', '-list=true', '-no-color'], {});
    if (result === undefined) return { ...CANCELLED, unformatted: [] };
    const names = result.exitCode === 3 ? result.stdout.split('\n').filter((line) => line !== '') : [];
    const unformatted = names.map((name) => this.#inWorkspace(join(this.#folders.directory, name))).sort();
    const failed = result.exitCode !== 0 && result.exitCode !== 3;
    return { ...outcomeOf(result), diagnostics: failed ? [fromText('fmt', result)] : [], unformatted };
  }

  /** `init -json`. Steps of init are written to the log as they come. */
  async initialise(options: InitOptions): Promise<CommandOutcome> {
    const args = ['init', '-json', '-input=false'];
    if (options.lockfile === 'readonly') args.push('-lockfile=readonly');
    if (options.backend === false) args.push('-backend=false');
    else for (const entry of options.backendConfig) args.push(`-backend-config=${entry}`);
    return this.#stream('init', args, (event) => this.#note(event));
  }

  /** `validate -json`. */
  async validate(): Promise<CommandOutcome> {
    const result = await this.#run(['validate', '-json', '-no-color'], {});
    if (result === undefined) return CANCELLED;
    const validation = parseValidation(result.stdout, this.#folders);
    const diagnostics = [...(validation?.diagnostics ?? [])];
    const exitCode = result.exitCode === 0 && validation?.valid !== true ? 1 : result.exitCode;
    const explained = diagnostics.some((entry) => entry.severity === 'error');
    if (exitCode !== 0 && !explained) diagnostics.push(fromText('validate', result));
    return { ...outcomeOf(result), exitCode, diagnostics: sortDiagnostics(diagnostics) };
  }

  /** `plan -json -detailed-exitcode -out`: 0 nothing to do, 2 changes, 1 failed. Progress goes to the log. */
  async plan(options: PlanOptions): Promise<CommandOutcome> {
    const args = ['plan', '-json', '-input=false', '-detailed-exitcode', `-out=${options.planFile}`];
    args.push(`-lock=${options.lock}`, `-refresh=${options.refresh}`, `-parallelism=${options.parallelism}`);
    if (options.lock) args.push(lockTimeout(options.lockTimeoutMs));
    if (options.destroy === true) args.push('-destroy');
    if (options.refreshOnly === true) args.push('-refresh-only');
    for (const file of options.varFiles) args.push(`-var-file=${file}`);
    const progress = new PlanProgress(this.#deps.log, this.#deps.clock);
    const outcome = await progress.withHeartbeat('planning', () =>
      this.#stream('plan', args, (event) => {
        this.#note(event);
        progress.show(event);
      }),
    );
    this.#deps.log.info(`  ${progress.totals()}`);
    return outcome;
  }

  /** `apply -json` of a plan file. Each event goes to `onEvent`, before the outcome is known. */
  async apply(options: ApplyOptions, onEvent: (event: UiEvent) => void): Promise<CommandOutcome> {
    const { planFile, lockTimeoutMs, parallelism } = options;
    const args = ['apply', '-json', '-input=false', lockTimeout(lockTimeoutMs)];
    return this.#stream('apply', [...args, `-parallelism=${parallelism}`, planFile], onEvent);
  }

  /** `state push <file>`: for a state that an apply could not save. Starts also after a cancellation. */
  async pushState(file: string): Promise<CommandOutcome> {
    const args = ['state', 'push', '-lock-timeout=30s', file];
    const result = await this.#run(args, { evenWhenCancelled: true });
    if (result === undefined) return CANCELLED;
    return {
      ...outcomeOf(result),
      diagnostics: result.exitCode === 0 ? [] : [fromText('state push', result)],
    };
  }

  /**
   * `show -json <planFile>` into a file that only this user can read: like the plan, it holds secrets in clear. The
   * caller deletes both. Without a plan file it shows the state of the selected workspace, without locking it.
   */
  async show(planFile: string | null, jsonFile: string): Promise<CommandOutcome> {
    await (await open(jsonFile, 'wx', 0o600)).close();
    const args = ['show', '-json', '-no-color', ...(planFile === null ? [] : [planFile])];
    const result = await this.#run(args, { stdoutFile: jsonFile });
    if (result === undefined) return CANCELLED;
    return { ...outcomeOf(result), diagnostics: result.exitCode === 0 ? [] : [fromText('show', result)] };
  }

  #note(event: UiEvent): void {
    if (event.type === 'note')
      this.#deps.log.info(`  ${event.message.replaceAll(/\s+/g, ' ').slice(0, 300)}`);
  }

  async #stream(
    command: string,
    args: readonly string[],
    onEvent: (event: UiEvent) => void,
  ): Promise<CommandOutcome> {
    const diagnostics: Diagnostic[] = [];
    const onStdoutLine = (line: string): void => {
      const event = parseUiLine(line, this.#folders);
      if (event === undefined) return;
      if (event.type === 'version') this.#identity = { name: event.tool, version: event.version };
      else if (event.type === 'diagnostic') diagnostics.push(event.diagnostic);
      else onEvent(event);
    };
    const result = await this.#run(args, { onStdoutLine, captureStdout: false });
    if (result === undefined) return { ...CANCELLED, diagnostics };
    const failed = result.exitCode !== 0 && !(command === 'plan' && result.exitCode === 2);
    if (failed && !diagnostics.some((entry) => entry.severity === 'error'))
      diagnostics.push(fromText(command, result));
    return { ...outcomeOf(result), diagnostics: sortDiagnostics(diagnostics) };
  }

  /** Undefined when the run was cancelled before the command could start. */
  async #run(args: readonly string[], options: Partial<ProcessOptions>): Promise<ProcessResult | undefined> {
    if (this.#isCancelled() && options.evenWhenCancelled !== true) return undefined;
    try {
      const result = await this.#deps.runProcess([this.#executable, ...args], {
        cwd: this.#folders.directory,
        env: ENVIRONMENT,
        ...options,
      });
      return this.#isCancelled() ? { ...result, interrupted: true } : result;
    } catch (cause) {
      if (this.#isCancelled()) return undefined;
      if (!(cause instanceof ActionError && NOT_STARTED.has(cause.code))) throw cause;
      throw terraformErrors.EHA1201(`${this.#executable} could not be started: ${cause.message}`, { cause });
    }
  }

  /** A method, since the signal may abort during any await. */
  #isCancelled(): boolean {
    return this.#deps.signal.aborted;
  }

  #inWorkspace(path: string): string {
    const name = relative(this.#folders.workspace, path);
    return isAbsolute(name) ? path : name.replaceAll(sep, '/');
  }
}

/** Terraform takes whole seconds only; rounded up, so that a short wait is not none. */
function lockTimeout(milliseconds: number): string {
  return `-lock-timeout=${Math.ceil(milliseconds / 1000)}s`;
}

const CANCELLED: CommandOutcome = { exitCode: 130, cancelled: true, diagnostics: [] };

function outcomeOf(result: ProcessResult): CommandOutcome {
  return { exitCode: result.exitCode, cancelled: result.interrupted, diagnostics: [] };
}

/** A diagnostic from what the command wrote as text, for failures that Terraform does not report as JSON. */
function fromText(command: string, result: ProcessResult): Diagnostic {
  // Terraform draws a frame around messages for people.
  const text = stripVTControlCharacters(result.stderr)
    .replaceAll(/^[╷│╵] ?/gm, '')
    .trim();
  const tail = text.length > MOST_STDERR_CHARACTERS ? `…${text.slice(-MOST_STDERR_CHARACTERS)}` : text;
  return {
    severity: 'error',
    summary: `terraform ${command} ended with exit code ${result.exitCode}`,
    detail: tail === '' ? 'It wrote no message.' : tail,
    address: null,
    file: null,
    startLine: null,
    endLine: null,
  };
}
