import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, type CommandResult } from '../support/process.ts';
import { undocumentedNames, untestedRules } from './coverage.ts';
import type { TerraformTarget } from './targets.ts';

/** What came out of one module or stack. */
export interface TargetResult {
  readonly path: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly milliseconds: number;
  /** Whole texts of what went wrong, one per failed check or run. */
  readonly failures: readonly string[];
}

export interface RunContext {
  readonly terraform: string;
  /** A copy of the repository's terraform/ folder, as it lies below the copy's root. */
  readonly copyRoot: string;
  /** The whole environment of Terraform. */
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** No single command of this project's Terraform takes longer than this when nothing is wrong. */
const COMMAND_TIMEOUT = 300_000;

/** Copies the Terraform of this checkout, and the files that it renders, without what Terraform itself leaves behind. */
export function copyTerraform(root: string, copyRoot: string): void {
  cpSync(join(root, 'terraform'), join(copyRoot, 'terraform'), {
    recursive: true,
    filter: (source) =>
      !/[\\/]\.terraform([\\/]|$)|\.tfstate(\.backup)?$|[\\/]terraform\.tfvars$/.test(source),
  });
  cpSync(join(root, 'cloud-init'), join(copyRoot, 'cloud-init'), { recursive: true });
}

/**
 * Initialises, validates and tests one module or stack in the copy. Init and validate count as failures only; a target
 * without any test has failed too, and so has one with an untested rule or an undocumented name.
 */
export async function runTarget(target: TerraformTarget, context: RunContext): Promise<TargetResult> {
  const started = performance.now();
  const terraform = (...parameters: readonly string[]): Promise<CommandResult> =>
    runCommand([context.terraform, ...parameters], {
      cwd: join(context.copyRoot, target.path),
      env: context.environment,
      timeout: COMMAND_TIMEOUT,
      signal: context.signal,
    });
  const result = (tested: Tested): TargetResult => {
    const found = checkStatically(target);
    return {
      ...tested,
      path: target.path,
      failed: tested.failed + found.length,
      failures: [...found, ...tested.failures],
      milliseconds: performance.now() - started,
    };
  };
  for (const step of [
    ['init', '-backend=false', '-input=false', '-no-color'],
    ['validate', '-no-color'],
  ]) {
    const done = await terraform(...step);
    if (done.exitCode !== 0)
      return result(onlyFailures([`terraform ${step.join(' ')}\n${done.output.trim()}`]));
  }
  return result(readTestOutput(await terraform('test', '-json')));
}

function checkStatically(target: TerraformTarget): readonly string[] {
  return [
    ...untestedRules(target).map(
      ({ address, rules, runs }) =>
        `${address} has ${rules} validation${rules === 1 ? '' : 's'} and ${runs} run${runs === 1 ? '' : 's'} in tests/ with expect_failures = [${address}]`,
    ),
    ...undocumentedNames(target),
  ];
}

/** What `terraform test` answered. */
export type Tested = Pick<TargetResult, 'passed' | 'failed' | 'skipped' | 'failures'>;

function onlyFailures(failures: readonly string[]): Tested {
  return { passed: 0, failed: failures.length, skipped: 0, failures };
}

interface TestEvent {
  readonly type?: string;
  readonly '@message'?: string;
  readonly '@testfile'?: string;
  readonly '@testrun'?: string;
  readonly test_summary?: {
    readonly passed?: number;
    readonly failed?: number;
    readonly errored?: number;
    readonly skipped?: number;
  };
  readonly diagnostic?: Diagnostic;
}
interface Diagnostic {
  readonly severity?: string;
  readonly summary?: string;
  readonly detail?: string;
  /** The code in question and the values of what it refers to. */
  readonly snippet?: {
    readonly code?: string;
    readonly values?: readonly { readonly traversal?: string; readonly statement?: string }[] | null;
  };
  readonly range?: { readonly filename?: string; readonly start?: { readonly line?: number } };
}

/**
 * Reads the lines of `terraform test -json`. Every error becomes a failure that names its run; a run that failed is
 * counted once however many errors it had.
 */
export function readTestOutput(
  done: Pick<CommandResult, 'exitCode' | 'stdout' | 'output' | 'signal'>,
): Tested {
  const events = done.stdout
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as TestEvent] : []));
  const failures = describeErrors(events);
  const summary = events.findLast(({ test_summary }) => test_summary !== undefined)?.test_summary;
  const passed = summary?.passed ?? 0;
  const failed = (summary?.failed ?? 0) + (summary?.errored ?? 0);
  if (failures.length === 0 && done.exitCode !== 0) {
    failures.push(
      `terraform test ended with ${done.exitCode ?? done.signal ?? 'nothing'}\n${done.output.trim()}`,
    );
  } else if (failures.length === 0 && passed === 0) {
    failures.push('no test ran: a module or stack needs tests/*.tftest.hcl');
  }
  return { passed, failed: Math.max(failed, failures.length), skipped: summary?.skipped ?? 0, failures };
}

/** The errors of each run as one text that names the run and its file. */
function describeErrors(events: readonly TestEvent[]): string[] {
  const byRun = new Map<string, string[]>();
  for (const event of events) {
    if (event.diagnostic?.severity !== 'error') continue;
    const run = [event['@testfile'], event['@testrun']].filter(Boolean).join(' ') || 'terraform test';
    byRun.set(run, [...(byRun.get(run) ?? []), describe(event.diagnostic)]);
  }
  return [...byRun].map(([run, errors]) => [run, ...errors].join('\n'));
}

function describe({ range, snippet, summary, detail }: Diagnostic): string {
  const place = range?.filename === undefined ? '' : ` (${range.filename}:${range.start?.line ?? '?'})`;
  const lines = [
    `${summary ?? 'Error'}${place}`,
    ...(snippet?.code === undefined ? [] : [snippet.code.trim()]),
    ...(snippet?.values ?? []).map(({ traversal, statement }) => `${traversal ?? '?'} ${statement ?? ''}`),
    detail ?? '',
  ];
  return lines
    .map((line) => `  ${line.replaceAll('\n', '\n  ')}`)
    .join('\n')
    .trimEnd();
}
