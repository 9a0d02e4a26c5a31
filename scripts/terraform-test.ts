/**
 * Tests every Terraform module and stack against simulated clouds: format, initialisation, validation, `terraform test`,
 * and that each validation has a test. Nothing is written into the working tree and nothing is downloaded.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertSafeEnvironment } from '#simulator/terraform-provider/guard.js';
import { startProviderServer } from '#simulator/terraform-provider/server.js';
import { World } from '#simulator/world/world.js';
import { scriptErrors } from './errors.ts';
import { formatDuration, formatTable } from './support/format.ts';
import { runCommand } from './support/process.ts';
import { readOptions, runProgram } from './support/program.ts';
import { repositoryRoot } from './support/repository.ts';
import { findTerraform } from './support/terraform.ts';
import { staleTables } from './terraform/readme.ts';
import { copyTerraform, runTarget, type TargetResult } from './terraform/run-target.ts';
import { findTargets, type TerraformTarget } from './terraform/targets.ts';

const USAGE = `Options of terraform-test:
  --only <path>   only modules and stacks whose path contains this text, for example modules/aws-network
  --json <file>   also write {passed, failed, skipped} to a file`;

/** Terraform is one process per command, the simulated providers another core's work. */
const PARALLEL = 2;

interface Session {
  readonly terraform: string;
  readonly copyRoot: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

await runProgram(async () => {
  const options = readOptions(
    { only: { type: 'string' }, json: { type: 'string' }, help: { type: 'boolean' } },
    USAGE,
  );
  if (options.help === true) {
    process.stdout.write(`${USAGE}\n`);
    return true;
  }
  const targets = findTargets(repositoryRoot).filter(({ path }) => path.includes(options.only ?? ''));
  if (targets.length === 0) {
    throw scriptErrors.EHA1902(
      `No module or stack below terraform/ has a path that contains "${options.only ?? ''}".`,
    );
  }
  const started = performance.now();
  const results = await withSession(async (session) => [
    await checkFormat(session),
    await checkReadmes(targets),
    ...(await runAll(targets, session)),
  ]);
  report(results, performance.now() - started);
  const sum = (count: (result: TargetResult) => number): number =>
    results.reduce((total, result) => total + count(result), 0);
  const totals = {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    skipped: sum(({ skipped }) => skipped),
  };
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(totals)}\n`);
  return totals.failed === 0 && totals.passed > 0;
});

/** A copy of the Terraform files, a world and its providers, all gone afterwards; Ctrl-C ends Terraform first. */
async function withSession<T>(body: (session: Session) => Promise<T>): Promise<T> {
  assertSafeEnvironment(process.env);
  const terraform = await findTerraform();
  const directory = mkdtempSync(join(tmpdir(), 'eks-hybrid-terraform-test-'));
  const interrupt = new AbortController();
  const onInterrupt = (): void => interrupt.abort();
  process.once('SIGINT', onInterrupt);
  const world = World.open({ directory: join(directory, 'world') });
  const provider = await startProviderServer({ world });
  try {
    copyTerraform(repositoryRoot, directory);
    const environment = {
      PATH: process.env['PATH'] ?? '',
      HOME: directory,
      TF_IN_AUTOMATION: '1',
      ...provider.environment,
    };
    return await body({
      terraform: terraform.path,
      copyRoot: directory,
      environment,
      signal: interrupt.signal,
    });
  } finally {
    process.off('SIGINT', onInterrupt);
    await provider.close();
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Runs the targets two at a time, the largest tests first, and answers in the order of the targets. */
async function runAll(
  targets: readonly TerraformTarget[],
  session: Session,
): Promise<readonly TargetResult[]> {
  const size = (target: TerraformTarget): number => [...target.tests.values()].flat().length;
  const waiting = [...targets].sort((a, b) => size(b) - size(a));
  const results = new Map<TerraformTarget, TargetResult>();
  const worker = async (): Promise<void> => {
    for (
      let target = waiting.shift();
      target !== undefined && !session.signal.aborted;
      target = waiting.shift()
    ) {
      results.set(target, await runTarget(target, session));
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  return targets.map(
    (target) => results.get(target) ?? check(target.path, ['interrupted before it was tested'], 0),
  );
}

async function checkFormat(session: Session): Promise<TargetResult> {
  const done = await runCommand(
    [session.terraform, 'fmt', '-check', '-recursive', '-diff', '-no-color', 'terraform'],
    {
      cwd: session.copyRoot,
      env: session.environment,
      signal: session.signal,
    },
  );
  const failures =
    done.exitCode === 0
      ? []
      : [
          `terraform fmt would change files; run \`terraform fmt -recursive terraform\`\n${done.output.trim()}`,
        ];
  return check('terraform fmt', failures, done.milliseconds);
}

async function checkReadmes(targets: readonly TerraformTarget[]): Promise<TargetResult> {
  const started = performance.now();
  const stale = await Promise.all(targets.map(({ path }) => staleTables(repositoryRoot, path)));
  const failures = stale
    .flat()
    .map((file) => `${file} has stale tables; run \`node scripts/bootstrap.mjs scripts/terraform/docs.ts\``);
  return check('README tables', failures, performance.now() - started);
}

function check(path: string, failures: readonly string[], milliseconds: number): TargetResult {
  const failed = failures.length;
  return { path, passed: failed === 0 ? 1 : 0, failed, skipped: 0, milliseconds, failures };
}

function report(results: readonly TargetResult[], milliseconds: number): void {
  for (const { path, failures } of results) {
    for (const failure of failures) process.stdout.write(`FAIL ${path}\n${failure}\n\n`);
  }
  const rows = results.map((result) => [
    result.path,
    String(result.passed),
    String(result.failed),
    String(result.skipped),
    formatDuration(result.milliseconds),
  ]);
  const table = formatTable([['', 'passed', 'failed', 'skipped', 'time'], ...rows]);
  process.stdout.write(`${table}\nTerraform tests took ${formatDuration(milliseconds)}\n`);
}
