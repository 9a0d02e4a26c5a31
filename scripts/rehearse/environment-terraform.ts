import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyTerraform } from '../terraform/run-target.ts';
import { repositoryRoot } from '../support/repository.ts';
import { runCommand, type CommandResult } from '../support/process.ts';
import { rehearsalErrors } from './errors.ts';

/** The stacks in the order in which they are applied. */
export const STACKS = ['foundation', 'cluster', 'nodes'] as const;
export type StackName = (typeof STACKS)[number];

/** The simulated providers answer at once, and what waits on them is one process: more at a time only queues there. */
const PARALLELISM = '30';

/** With the fault `provider-slow` a stack takes minutes; nothing takes this long. */
const LONGEST_MS = 900_000;

/** What one command of Terraform came to. */
export interface StackRun {
  readonly succeeded: boolean;
  /** Resources that are created, changed and destroyed. */
  readonly add: number;
  readonly change: number;
  readonly remove: number;
  /** One sentence per error, those of outputs and conditions included. */
  readonly errors: readonly string[];
  readonly milliseconds: number;
}

export interface TerraformSettings {
  /** An empty folder, which becomes the platform team's checkout. */
  readonly checkout: string;
  /** Where states lie, as a bucket would hold them. */
  readonly states: string;
  /** Values of each stack, in HCL. */
  readonly values: Readonly<Record<StackName, string>>;
  /** The whole environment of Terraform. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The three stacks as a platform team has them, with Terraform to run in each. */
export interface EnvironmentTerraform {
  folder(stack: StackName): string;
  /** EHA1953 when it fails. */
  init(stack: StackName): Promise<void>;
  /** Plans into a file and, when that works, applies the file. */
  planAndApply(stack: StackName): Promise<StackRun>;
  /** Outputs by name, sensitive ones too. */
  outputs(stack: StackName): Promise<Readonly<Record<string, unknown>>>;
  /** Writes variables where Terraform finds them by itself. */
  giveVariables(stack: StackName, file: string, variables: Readonly<Record<string, unknown>>): void;
}

type Run = (stack: StackName, ...parameters: readonly string[]) => Promise<CommandResult>;

/** Copies stacks and modules into the checkout, each stack with a local state and its values. */
export function createEnvironmentTerraform(settings: TerraformSettings): EnvironmentTerraform {
  const { checkout, states, environment } = settings;
  const folder = (stack: StackName): string => join(checkout, 'terraform/stacks', stack);
  const stateOf = (stack: StackName): string => join(states, `${stack}.tfstate`);
  copyTerraform(repositoryRoot, checkout);
  mkdirSync(states, { recursive: true });
  for (const stack of STACKS) {
    writeFileSync(join(folder(stack), 'backend.tf'), localBackend(stateOf(stack)));
    writeFileSync(join(folder(stack), 'environment.auto.tfvars'), settings.values[stack]);
  }
  const run: Run = (stack, ...parameters) =>
    runCommand(['terraform', ...parameters], { cwd: folder(stack), env: environment, timeout: LONGEST_MS });
  return {
    folder,
    init: async (stack) => {
      await succeed(run, stack, 'init', '-input=false', '-no-color');
    },
    planAndApply: async (stack) => {
      const planned = await runJson(run, stack, 'plan', '-out=tfplan');
      if (!planned.succeeded) return planned;
      const applied = await runJson(run, stack, 'apply', 'tfplan');
      return { ...applied, milliseconds: planned.milliseconds + applied.milliseconds };
    },
    outputs: async (stack) => {
      const text = await succeed(run, stack, 'output', '-json', '-no-color');
      const outputs = JSON.parse(text) as Readonly<Record<string, { readonly value: unknown }>>;
      return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
    },
    giveVariables: (stack, file, variables) => {
      writeFileSync(join(folder(stack), file), `${JSON.stringify(variables, undefined, 2)}\n`);
    },
  };
}

/** Standard output of a command that has to work; EHA1953 when it does not. */
async function succeed(run: Run, stack: StackName, command: string, ...parameters: readonly string[]) {
  const { exitCode, stdout, output } = await run(stack, command, ...parameters);
  if (exitCode === 0) return stdout;
  throw rehearsalErrors.EHA1953(`terraform ${command} of the stack ${stack}: ${output.trim()}`);
}

async function runJson(run: Run, stack: StackName, command: string, ...parameters: readonly string[]) {
  const shared = ['-json', '-input=false', `-parallelism=${PARALLELISM}`] as const;
  const result = await run(stack, command, ...shared, ...parameters);
  return { ...readEvents(result), succeeded: result.exitCode === 0, milliseconds: result.milliseconds };
}

interface TerraformEvent {
  readonly changes?: { readonly add?: number; readonly change?: number; readonly remove?: number };
  readonly diagnostic?: {
    readonly severity?: string;
    readonly summary?: string;
    readonly detail?: string;
    readonly address?: string;
  };
}

/** Reads the lines of `-json`: the last summary of changes counts, an apply's own rather than its plan's. */
function readEvents({
  stdout,
  stderr,
  exitCode,
}: CommandResult): Omit<StackRun, 'succeeded' | 'milliseconds'> {
  const events = stdout
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as TerraformEvent] : []));
  const changes = events.findLast((event) => event.changes !== undefined)?.changes ?? {};
  const errors = events.flatMap(({ diagnostic }) =>
    diagnostic?.severity === 'error'
      ? [[diagnostic.address, diagnostic.summary, firstLine(diagnostic.detail)].filter(Boolean).join(': ')]
      : [],
  );
  if (exitCode !== 0 && errors.length === 0)
    errors.push(stderr.trim() || `it ended with ${String(exitCode)}`);
  return { add: changes.add ?? 0, change: changes.change ?? 0, remove: changes.remove ?? 0, errors };
}

function firstLine(text: string | undefined): string {
  return text?.trim().split('\n')[0] ?? '';
}

/** A team would use S3 here. */
function localBackend(path: string): string {
  return `terraform {\n  backend "local" {\n    path = ${JSON.stringify(path)}\n  }\n}\n`;
}

/** Where the simulated VMs look for programs, whatever PATH says. */
const VM_PATH = ['/usr/bin', '/bin', '/usr/sbin', '/sbin'];
const VM_PROGRAMS = ['bash', 'curl', 'python3'];

/** EHA1952 names the programs that the simulated VMs would lack. */
export function requireVmPrograms(path: readonly string[] = VM_PATH): void {
  const missing = VM_PROGRAMS.filter((program) => !path.some((folder) => existsSync(join(folder, program))));
  if (missing.length > 0) {
    throw rehearsalErrors.EHA1952(`${missing.join(', ')}: in none of ${path.join(', ')}`);
  }
}
