/**
 * The whole path: the caller template and the reusable workflow run as they are, with real Terraform and the committed
 * bundles, and what the comment says is compared with plans made beside them.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  AUTHOR,
  BUNDLE_KEY,
  createPlatformRepository,
  openNetworkPullRequest,
  PLATFORM,
  pushConflictingPods,
  pushFreePods,
} from '#scripts/rehearse/repository.js';
import { setStage, type Stage } from '#scripts/rehearse/stage.js';
import { runCommand } from '#scripts/support/process.js';
import { findTerraform } from '#scripts/support/terraform.js';
import type { RunnerEvent, WorkflowRunResult } from '#simulator/runner/events.js';
import type { RunIdentity } from '#simulator/runner/host.js';
import { parseWorkflowFile } from '#simulator/runner/workflow/file.js';
import { matchesTrigger } from '#simulator/runner/workflow/triggers.js';
import type { RunTrigger } from '#simulator/world/github-actions.js';
import { forkRepository } from '#simulator/world/github-pulls.js';

// Whole workflow runs with real Terraform; on a busy machine one takes many times its usual five seconds.
jest.setTimeout(180_000);

const WORKFLOW = '.github/workflows/hybrid-plan.yml';
const FORK_COMMENT = '.github/workflows/hybrid-fork-comment.yml';
const STACK = 'terraform/stacks/foundation';
const VALUES = `${STACK}/environment.auto.tfvars`;

/** Makes tags change in place, the NAT gateway go, and the address space of the virtual network grow. */
const CHANGED_VALUES = `name     = "acme"
nat_mode = "none"
tags = {
  owner = "riley"
}
`;

let stage: Stage;
let lockInfo: string;
let network: number;

beforeAll(async () => {
  stage = await setStage({ faults: [], port: 0, terraform: await findTerraform() });
  lockInfo = join(stage.statePath, '..', '.foundation.tfstate.lock.info');
  const checkout = stage.folder('platform');
  await createPlatformRepository(stage.github, checkout, stage);
  network = await openNetworkPullRequest(stage.github, checkout, stage.statePath);
});

afterAll(() => stage.close(false));

async function run(
  trigger: RunTrigger,
  observe: (event: RunnerEvent) => void = () => undefined,
): Promise<WorkflowRunResult> {
  const identity = await stage.github.queueRun({ repository: PLATFORM, workflowPath: WORKFLOW, trigger });
  return stage.run(identity, observe);
}

const opened = (number: number): RunTrigger => ({ name: 'pull_request', number, action: 'opened' });
const comments = (number: number) =>
  stage.github.comments(PLATFORM, number).filter((comment) => comment.minimized === null);
const jobs = (result: WorkflowRunResult) =>
  Object.fromEntries(result.jobs.map((job) => [job.name, job.conclusion]));

/** How each step of the first job with this beginning of a name ended. */
const outcomes = (result: WorkflowRunResult, name: string) =>
  Object.fromEntries(
    (result.jobs.find((job) => job.name.startsWith(`plan / ${name} `))?.steps ?? []).map((step) => [
      step.name,
      step.outcome,
    ]),
  );

interface TableRow {
  readonly create: number;
  readonly change: number;
  readonly replace: number;
  readonly destroy: number;
}

/** The numbers of the stack's line in the comment's table. */
function tableRow(body: string): TableRow {
  const cells = /^\| `foundation` \|(.*)\|$/m
    .exec(body)?.[1]
    ?.split('|')
    .map((cell) => Number(cell.trim()));
  const [, create = NaN, change = NaN, replace = NaN, destroy = NaN] = cells ?? [];
  return { create, change, replace, destroy };
}

/** Plans the head of a pull request without any of this project's code and counts the actions of the plan's JSON. */
async function countIndependently(number: number, apply = false): Promise<TableRow> {
  const directory = stage.folder(`independent-${String(number)}`);
  rmSync(directory, { recursive: true, force: true });
  const { pull } = stage.github.pullRequest(PLATFORM, number);
  await command(
    ['git', 'clone', '-q', stage.github.repository(PLATFORM).git.directory, directory],
    directory,
    '..',
  );
  await command(['git', 'checkout', '-q', pull.headSha], directory);
  const cwd = join(directory, STACK);
  await command(['terraform', 'init', '-input=false'], cwd);
  await command(['terraform', 'plan', '-input=false', '-out=x.tfplan'], cwd);
  const json = JSON.parse(await command(['terraform', 'show', '-json', 'x.tfplan'], cwd)) as {
    readonly resource_changes: readonly { readonly change: { readonly actions: readonly string[] } }[];
  };
  if (apply) await command(['terraform', 'apply', '-input=false', 'x.tfplan'], cwd);
  const count = (...wanted: string[]) =>
    json.resource_changes.filter(({ change }) => wanted.includes(change.actions.join('+'))).length;
  return {
    create: count('create'),
    change: count('update'),
    replace: count('delete+create', 'create+delete'),
    destroy: count('delete'),
  };
}

async function command(
  argv: readonly [string, ...string[]],
  directory: string,
  below = '.',
): Promise<string> {
  const cwd = join(directory, below);
  const result = await runCommand(argv, { cwd, env: { ...stage.machineEnvironment } });
  if (result.exitCode !== 0) throw new Error(`${argv.join(' ')}:\n${result.output}`);
  return result.stdout;
}

describe('a pull request that adds the network', () => {
  test('gets one comment whose counts are those of the plan', async () => {
    const result = await run(opened(network));
    expect(jobs(result)).toEqual({
      'plan / Find touched stacks': 'success',
      'plan / Plan foundation': 'success',
      'plan / check': 'skipped',
      'plan / Check addresses': 'success',
      'plan / Comment': 'success',
    });
    const [comment, ...others] = comments(network);
    expect(others).toEqual([]);
    expect(comment?.body).toMatch(/^### ✅ Address plan: no conflict in \d+ ranges/m);
    expect(comment?.user.login).toBe('github-actions[bot]');
    const row = tableRow(comment?.body ?? '');
    expect(row).toEqual(await countIndependently(network));
    expect(row.create).toBeGreaterThan(50);
  });

  test('ranges that Terraform takes and that conflict are shown on their line and in the comment', async () => {
    const { before } = await pushConflictingPods(stage.github, network);
    const result = await run({ name: 'pull_request', number: network, action: 'synchronize', before });
    expect(jobs(result)).toMatchObject({
      'plan / Plan foundation': 'success',
      'plan / Check addresses': 'failure',
      'plan / Comment': 'success',
    });
    const check = result.jobs.find((job) => job.name === 'plan / Check addresses');
    expect(check?.annotations).toContainEqual(
      expect.objectContaining({
        title: 'ADR213 peer-overlap',
        file: `${STACK}/environment.auto.tfvars`,
        line: 3,
      }),
    );
    const body = comments(network)[0]?.body ?? '';
    expect(body).toContain('## Terraform plan: 78 to create · 1 address error');
    expect(body).toMatch(/Addresses conflict:.*10\.211\.0\.0\/16/);
  });

  test('a further push updates the same comment', async () => {
    const [first] = comments(network);
    const before = first === undefined ? undefined : { ...first };
    const push = await pushFreePods(stage.github, network);
    const result = await run({
      name: 'pull_request',
      number: network,
      action: 'synchronize',
      before: push.before,
    });
    expect(result.conclusion).toBe('success');
    const [comment, ...others] = comments(network);
    expect(others).toEqual([]);
    expect(comment?.id).toBe(before?.id);
    expect(comment?.body).not.toBe(before?.body);
    expect(comment?.body).toContain(push.after.slice(0, 12));
    expect(tableRow(comment?.body ?? '')).toEqual(await countIndependently(network));
  });
});

describe('a run that is cancelled while Terraform holds the state lock', () => {
  test('leaves no lock behind', async () => {
    const identity = await stage.github.queueRun({
      repository: PLATFORM,
      workflowPath: WORKFLOW,
      trigger: opened(network),
    });
    let wasLocked = false;
    const timer = setInterval(() => {
      if (wasLocked || !existsSync(lockInfo)) return;
      wasLocked = true;
      stage.github.cancelRun(identity);
    }, 10);
    const result = await stage.run(identity, () => undefined);
    clearInterval(timer);
    expect(wasLocked).toBe(true);
    expect(result.conclusion).toBe('cancelled');
    expect(existsSync(lockInfo)).toBe(false);
    // The lock itself, not only the file that describes it: another Terraform gets it without waiting.
    await expect(countIndependently(network)).resolves.toBeDefined();
  });
});

describe('when Terraform fails', () => {
  test('the comment shows the error, and the next good plan replaces it', async () => {
    stage.world.faults.enable('plan-error');
    const failed = await run(opened(network));
    expect(failed.conclusion).toBe('failure');
    const [broken] = comments(network);
    expect(broken?.body).toContain('1 stack failed');
    expect(broken?.body).toContain('EHA1206');
    expect(broken?.body).toMatch(/main[.\w-]*\.tf:\d+/);
    stage.world.faults.disable('plan-error');
    expect((await run(opened(network))).conclusion).toBe('success');
    expect(comments(network)[0]?.body).not.toContain('failed');
  });
});

describe('after the network exists', () => {
  test('updates, replacements and destroys are counted as in the plan', async () => {
    await countIndependently(network, true);
    await stage.github.pushToPullRequest({
      repository: PLATFORM,
      number: network,
      message: 'Change, replace and remove',
      author: AUTHOR,
      files: { [VALUES]: CHANGED_VALUES },
    });
    const expected = await countIndependently(network);
    expect((await run(opened(network))).conclusion).toBe('success');
    const body = comments(network)[0]?.body ?? '';
    expect(tableRow(body)).toEqual(expected);
    expect(expected.change).toBeGreaterThan(0);
    expect(expected.destroy).toBeGreaterThan(0);
    const destroyed = expected.destroy + expected.replace;
    expect(body).toContain(`**${String(destroyed)} objects will be destroyed**`);
    expect(body.match(/^- (🗑️|♻️) /gmu)).toHaveLength(destroyed);
  });
});

describe('pull requests that plan nothing', () => {
  async function openWith(branch: string, files: Readonly<Record<string, string>>): Promise<number> {
    await stage.github.commitToBranch({
      repository: PLATFORM,
      branch,
      message: branch,
      author: AUTHOR,
      files,
    });
    const pull = await stage.github.openPullRequest({
      repository: PLATFORM,
      title: branch,
      head: branch,
      author: AUTHOR,
    });
    return pull.number;
  }

  test('one that touches no stack gets no comment', async () => {
    await stage.github.mergePullRequest(PLATFORM, network, AUTHOR);
    const number = await openWith('notes', { 'terraform/stacks/foundation/NOTES.md': 'x' });
    const result = await run(opened(number));
    expect(result.conclusion).toBe('success');
    expect(jobs(result)['plan / plan']).toBe('skipped');
    expect(comments(number)).toEqual([]);
  });

  test('one that touches a module plans the stack that uses it', async () => {
    const outputs = readFileSync('terraform/modules/azure-network/outputs.tf', 'utf8');
    const number = await openWith('module', {
      'terraform/modules/azure-network/outputs.tf': `${outputs}\n# note\n`,
    });
    const plain = await run(opened(number));
    expect(jobs(plain)).toMatchObject({ 'plan / Plan foundation': 'success' });
    expect(outcomes(plain, 'Plan')).toMatchObject({ 'Keep the sealed plans': 'skipped' });
    expect(comments(number)).toHaveLength(1);
  });

  test('with a key the plan is kept, sealed; the key is told nowhere', async () => {
    const key = 'a key for this test, long enough to seal with';
    stage.github.setSecret(PLATFORM, BUNDLE_KEY, key);
    const number = await openWith('sealed', { [`${STACK}/sealed.tf`]: '# note\n' });
    const { result, log } = await observed(number);
    expect(jobs(result)).toMatchObject({ 'plan / Plan foundation': 'success' });
    expect(outcomes(result, 'Plan')).toMatchObject({
      'Set up Terraform': 'success',
      'Keep the plan documents': 'success',
      'Keep the sealed plans': 'success',
      'Plan, stack 2 of the job': 'skipped',
    });
    expect(log).toContain('Artifact sealed-terraform-stacks-foundation has been successfully uploaded');
    expect(log).not.toContain(key);
    expect(comments(number)[0]?.body).not.toContain(key);
  });

  async function openFromFork(name: string, files: Readonly<Record<string, string>>): Promise<number> {
    const fork = await forkRepository(stage.github, PLATFORM, name);
    await stage.github.commitToBranch({
      repository: fork.fullName,
      branch: 'evil',
      message: 'evil',
      author: name,
      files,
    });
    const { number } = await stage.github.openPullRequest({
      repository: PLATFORM,
      title: 'evil',
      head: 'evil',
      headRepository: fork.fullName,
      author: name,
    });
    return number;
  }

  /** Runs a workflow, with everything that its jobs log. */
  async function logged(workflowPath: string, trigger: RunTrigger) {
    const lines: string[] = [];
    const identity = await stage.github.queueRun({ repository: PLATFORM, workflowPath, trigger });
    const result = await stage.run(identity, (event) => {
      if (event.type === 'log') lines.push(event.line);
    });
    return { result, log: lines.join('\n'), identity };
  }
  const observed = (number: number) => logged(WORKFLOW, opened(number));

  /** What GitHub does when a run has ended: the workflow that waits for it runs as it stands on the default branch. */
  async function afterwards({ runId }: RunIdentity) {
    const done = await logged(FORK_COMMENT, { name: 'workflow_run', runId });
    const { event, ref } = done.identity;
    const file = readFileSync('workflows-templates/hybrid-fork-comment.yml', 'utf8');
    const { root } = await parseWorkflowFile(FORK_COMMENT, file);
    if (root === undefined) throw new Error('the template is no workflow');
    expect(matchesTrigger(root, { eventName: 'workflow_run', event, ref })).toBe(true);
    return done;
  }

  test('one from a fork is checked without credentials and not planned; the comment is of a later run', async () => {
    const number = await openFromFork('stranger', {
      [`${STACK}/more.tf`]: 'output "x" {\n  value = 1\n}\n',
    });
    const { result, log, identity } = await observed(number);
    expect(result.conclusion).toBe('success');
    expect(jobs(result)).toEqual({
      'plan / Find touched stacks': 'success',
      'plan / plan': 'skipped',
      'plan / Check foundation': 'success',
      'plan / Check addresses': 'skipped',
      'plan / Comment': 'skipped',
    });
    expect(log).toContain('foundation: every check passed. Not planned.');
    expect(log).toContain('Artifact check-terraform-stacks-foundation has been successfully uploaded');
    expect(log).not.toMatch(/ARM_CLIENT_ID|role-to-assume|Assuming role/);
    expect(comments(number)).toEqual([]);

    const later = await afterwards(identity);
    expect(jobs(later.result)).toEqual({ 'comment / Comment': 'success' });
    expect(later.result.jobs[0]?.steps.map(({ name }) => name)).toEqual(['Write the comment']);
    const [comment, ...others] = comments(number);
    expect(others).toEqual([]);
    expect(comment?.user.login).toBe('github-actions[bot]');
    expect(comment?.body).toContain('## Terraform checks: passed');
    expect(comment?.body).toContain('| `foundation` | ✅ passed | passed | passed | passed | passed |');
    expect(comment?.body).toContain(`/actions/runs/${String(identity.runId)})`);
  });

  test('a run of a branch of the repository starts no comment of that kind', async () => {
    const number = await openWith('own', { 'terraform/stacks/foundation/NOTES.md': 'y' });
    const { identity } = await observed(number);
    expect(jobs((await afterwards(identity)).result)).toEqual({ 'comment / Comment': 'skipped' });
    expect(comments(number)).toEqual([]);
  });

  test('one from a fork with faults has them annotated, and its text gives the runner no commands', async () => {
    const number = await openFromFork('clumsy', {
      [`${STACK}/ugly.tf`]: 'output "x" {\nvalue =  1\n}\n',
      [`${STACK}/wrong.tf`]:
        'output "y" {\n  value       = local.missing\n  description = "::error title=owned::owned"\n}\n',
    });
    const { result, log, identity } = await observed(number);
    expect(jobs(result)).toMatchObject({ 'plan / Check foundation': 'failure', 'plan / plan': 'skipped' });
    const check = result.jobs.find((job) => job.name === 'plan / Check foundation');
    const places = check?.annotations.map(({ file, line }) => `${file ?? ''}:${String(line)}`);
    expect(places).toEqual(expect.arrayContaining([`${STACK}/ugly.tf:1`, `${STACK}/wrong.tf:2`]));
    expect(check?.annotations.map(({ title }) => title)).not.toContain('owned');
    expect(log).toContain('Reference to undeclared local value');
    await afterwards(identity);
    const body = comments(number)[0]?.body ?? '';
    expect(body).toContain('## Terraform checks: failed');
    expect(body).toContain('| `foundation` | ❌ failed | failed | passed | failed | passed |');
    expect(body).toContain(`\`${STACK}/wrong.tf:2\`: Reference to undeclared local value.`);
    expect(body).toContain(`\`${STACK}/ugly.tf:1\`: Not formatted.`);
  });

  test('one that brings a program to run is refused before anything runs', async () => {
    const number = await openFromFork('sly', {
      [`${STACK}/sly.tf`]: 'data "external" "x" {\n  program = ["touch", "/tmp/owned"]\n}\n',
    });
    const { result } = await observed(number);
    expect(jobs(result)).toMatchObject({
      'plan / Find touched stacks': 'failure',
      'plan / plan': 'skipped',
      'plan / check': 'skipped',
    });
    const discover = result.jobs.find((job) => job.name === 'plan / Find touched stacks');
    expect(discover?.annotations).toContainEqual(
      expect.objectContaining({ file: `${STACK}/sly.tf`, line: 1 }),
    );
  });
});
