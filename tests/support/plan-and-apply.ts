/** A stack that is planned and applied through the bundles, with real Terraform. */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { applyDocument, type ApplyDocument } from '#lib/report/apply-document.js';
import { type BundleOptions, runBundle, type RunResult } from './run-bundle.ts';
import { temporaryDirectory } from './temporary.ts';

export const STACK = 'stacks/net';
export const HEAD = 'abcdefabcdefabcdefabcdefabcdefabcdefabcd';
export const PLAN_RUN = 4242;
export const BUNDLE_KEY = 'correct horse battery staple 0123456789';

/** A workspace with one stack; paths are relative to the stack folder. */
export function stackWith(files: Readonly<Record<string, string>>): string {
  const workspace = temporaryDirectory('terraform-apply-');
  write(workspace, files);
  return workspace;
}

/** Writes files of the stack. */
export function write(workspace: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(workspace, STACK, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** Runs Terraform in the stack without any action. */
export async function terraform(
  workspace: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { stdout } = await promisify(execFile)('terraform', args, {
    cwd: join(workspace, STACK),
    env: { PATH: process.env['PATH'], HOME: workspace, CHECKPOINT_DISABLE: '1', ...env },
  });
  return stdout;
}

/** Addresses in the state. */
export async function stateOf(workspace: string): Promise<readonly string[]> {
  const list = await terraform(workspace, ['state', 'list']).catch(() => '');
  return list.split('\n').filter((line) => line !== '');
}

export type StepOptions = Partial<Omit<BundleOptions, 'action' | 'workspace'>>;

/** Plans through the bundle, as a run of a pull request, and puts what it leaves into `plans/` of the workspace. */
export async function plan(
  workspace: string,
  inputs: Readonly<Record<string, string>> = {},
  options: StepOptions = {},
): Promise<RunResult> {
  const result = await runBundle({
    action: 'terraform-plan',
    workspace,
    inputs: { 'working-directory': STACK, 'bundle-key': BUNDLE_KEY, ...inputs },
    eventName: 'pull_request',
    event: { repository: { id: 4711 }, pull_request: { number: 7, head: { sha: HEAD } } },
    ...options,
  });
  if (result.exitCode !== 0) throw new Error(`the plan failed:\n${result.stdout}${result.stderr}`);
  const plans = join(workspace, 'plans');
  rmSync(plans, { recursive: true, force: true });
  mkdirSync(plans);
  const { report = '', bundle = '' } = result.outputs;
  copyFileSync(report, join(plans, 'plan.json'));
  if (bundle !== '') copyFileSync(bundle, join(plans, 'plan-net.bundle'));
  // What init made is not part of a checkout.
  rmSync(join(workspace, STACK, '.terraform'), { recursive: true, force: true });
  return result;
}

/** Applies through the bundle, as a run that somebody started by hand. */
export function apply(
  workspace: string,
  inputs: Readonly<Record<string, string>> = {},
  options: StepOptions = {},
): Promise<RunResult> {
  return runBundle({
    action: 'terraform-apply',
    workspace,
    inputs: {
      'working-directory': STACK,
      environment: 'production',
      'allow-unprotected': 'true',
      ...inputs,
    },
    event: { repository: { id: 4711 } },
    ...options,
    env: { GITHUB_RUN_ID: '5000', ...options.env },
  });
}

/** The inputs that name the sealed plan of `plan`. */
export const SEALED = {
  bundle: 'plans',
  'bundle-key': BUNDLE_KEY,
  'run-id': String(PLAN_RUN),
  'head-sha': HEAD,
} as const;

/** The document of an apply. */
export function applied(result: RunResult): ApplyDocument {
  return applyDocument.parse(result.report(), 'the report');
}

/** Everything that outlives the step, for searches. */
export function everythingLeft(result: RunResult): string {
  const files = readdirSync(result.tempDirectory, { recursive: true, withFileTypes: true }).filter((it) =>
    it.isFile(),
  );
  const texts = files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'));
  const log = result.stdout.replaceAll(/^::add-mask::.*$/gm, '');
  return [log, result.stderr, result.summary, JSON.stringify(result.outputs), ...texts].join('\n');
}
