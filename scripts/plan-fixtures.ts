/**
 * Makes the plan JSON under tests/fixtures/plans anew with the Terraform on PATH: `node scripts/bootstrap.mjs
 * scripts/plan-fixtures.ts [--opentofu <program>] [case…]`, or with that option `opentofu.json`, what OpenTofu makes of
 * the same configuration. Each case is a folder: `before/` is applied to an empty state (when there is
 * one), `after/` is planned in its place, and what `terraform show -json` says of that plan becomes `plan.json`. Only
 * `terraform_data` and the built-in remote state are used, so no provider is downloaded.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const fixtures = join(import.meta.dirname, '../tests/fixtures/plans');

/** What a case needs besides its two folders. */
interface Special {
  readonly planArguments?: readonly string[];
  /** Exit code of `plan -detailed-exitcode`; 2 unless given. */
  readonly exitCode?: number;
  /** Changes the state between apply and plan. */
  readonly editState?: (state: State) => void;
}

interface State {
  readonly resources: { readonly instances: Record<string, unknown>[] }[];
}

const SPECIAL: Readonly<Record<string, Special>> = {
  'no-changes': { exitCode: 0 },
  empty: { exitCode: 0 },
  errored: { exitCode: 1 },
  destroy: { planArguments: ['-destroy'] },
  targeted: { planArguments: ['-target=terraform_data.wanted'] },
  // What a replacement leaves behind whose destroy step failed.
  deposed: {
    editState(state) {
      const instances = state.resources[0]?.instances;
      const current = instances?.[0];
      if (instances === undefined || current === undefined) throw new Error('the state holds no instance');
      instances.push({ ...current, deposed: '0a1b2c3d' });
    },
  },
};

const options = parseArgs({ options: { opentofu: { type: 'string' } }, allowPositionals: true });
const tool = options.values.opentofu ?? 'terraform';
const target = options.values.opentofu === undefined ? 'plan.json' : 'opentofu.json';

function terraform(cwd: string, args: readonly string[], expected: number): string {
  const env = { ...process.env, TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1' };
  const result = spawnSync(tool, args, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (result.status !== expected) {
    throw new Error(
      `${tool} ${args.join(' ')} ended with ${String(result.status)}:\n${result.stdout}${result.stderr}`,
    );
  }
  return result.stdout;
}

function useConfiguration(directory: string, from: string): void {
  for (const entry of readdirSync(directory)) {
    if (!entry.includes('tfstate')) rmSync(join(directory, entry), { recursive: true });
  }
  cpSync(from, directory, { recursive: true });
  terraform(directory, ['init', '-no-color'], 0);
}

function make(name: string): void {
  const directory = mkdtempSync(join(tmpdir(), 'plan-fixture-'));
  const special = SPECIAL[name] ?? {};
  try {
    const before = join(fixtures, name, 'before');
    if (existsSync(before)) {
      useConfiguration(directory, before);
      terraform(directory, ['apply', '-auto-approve', '-no-color'], 0);
    }
    const stateFile = join(directory, 'terraform.tfstate');
    if (special.editState !== undefined) {
      const state = JSON.parse(readFileSync(stateFile, 'utf8')) as State;
      special.editState(state);
      writeFileSync(stateFile, JSON.stringify(state));
    }
    useConfiguration(directory, join(fixtures, name, 'after'));
    const args = [
      'plan',
      '-out=stack.tfplan',
      '-detailed-exitcode',
      '-no-color',
      ...(special.planArguments ?? []),
    ];
    terraform(directory, args, special.exitCode ?? 2);
    writeFileSync(join(fixtures, name, target), terraform(directory, ['show', '-json', 'stack.tfplan'], 0));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const chosen = options.positionals;
const all = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());
for (const name of chosen.length > 0 ? chosen : all.map((entry) => entry.name)) {
  make(name);
  process.stdout.write(`${name}\n`);
}
