/**
 * The cleanup of a platform repository: template and reusable workflow as they are, with the committed bundle, run after
 * run. The rehearsal has the same with VMs that joined and rights that Terraform made; see life.test.ts.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type CleanupDocument, cleanupDocument } from '#lib/report/cleanup-document.js';
import { addWork, passHours } from '#scripts/rehearse/cleanup.js';
import { AUTHOR, PLATFORM } from '#scripts/rehearse/repository.js';
import { setStage, type Stage } from '#scripts/rehearse/stage.js';
import { runCommand } from '#scripts/support/process.js';
import { findTerraform } from '#scripts/support/terraform.js';
import { findInstance } from '#simulator/world/activations.js';
import { blocks, text, textMap } from '#simulator/world/attributes.js';
import { findNode } from '#simulator/world/nodes.js';
import { SIMULATED_ACCOUNTS } from '#simulator/world/world.js';
import { furnishCluster, joinNode } from '#tests/support/cleanup-platform.js';
import {
  CALLER,
  codesOf,
  type ObservedRun,
  type Platform,
  type RunSettings,
  startPlatform,
} from '#tests/support/platform.js';

jest.setTimeout(240_000);

const JOB = 'cleanup / Clean up acme';
const IDLE_SINCE = 'eks-hybrid-actions.io/idle-since';
const POOLS = 'terraform/stacks/nodes/pools.auto.tfvars';

let stage: Stage;
let platform: Platform;
/** Nodes of the VMs 0, 1 and 2 of the pool; the last one has nothing to do. */
let nodes: readonly string[];
let idle: string;

const STACK = () => `terraform {
  backend "local" {
    path = ${JSON.stringify(platform.stateFile('nodes'))}
  }
}
variable "pools" {
  type = map(object({ count = number }))
}
resource "terraform_data" "node" {
  for_each = toset(flatten([for name, pool in var.pools : [for index in range(pool.count) : "\${name}-\${index}"]]))
  input    = each.value
}
`;

beforeAll(async () => {
  stage = await setStage({ faults: [], port: 0, terraform: await findTerraform() });
  platform = await startPlatform(stage);
  await platform.commit('Add a pool of three nodes', {
    'terraform/stacks/nodes/main.tf': STACK(),
    [POOLS]: 'pools = {\n  general = { count = 3 } # as many as the shop needs\n}\n',
  });
  furnishCluster(stage);
  nodes = [0, 1, 2].map((number) => joinNode(stage.world, number));
  [idle = ''] = nodes.slice(-1);
  for (const node of nodes.slice(0, -1)) addWork(stage.world, node);
  await applyNodes();
});
afterAll(() => stage.close(false));

async function applyNodes(): Promise<void> {
  const checkout = join(stage.folder('apply'), 'checkout');
  const clone = ['git', 'clone', '-q', stage.github.repository(PLATFORM).git.directory, checkout];
  const terraform = (...args: readonly string[]) => ['terraform', ...args, '-input=false'];
  for (const argv of [clone, terraform('init'), terraform('apply', '-auto-approve')]) {
    const cwd = argv === clone ? stage.folder('apply') : join(checkout, 'terraform/stacks/nodes');
    const result = await runCommand(argv as [string, ...string[]], { cwd, env: stage.machineEnvironment });
    if (result.exitCode !== 0) throw new Error(result.output);
  }
}

const scheduled = (settings?: RunSettings): Promise<ObservedRun> =>
  platform.run(CALLER.cleanup, { name: 'schedule', cron: '37 */3 * * *' }, settings);
const byHand = (mode: string, ref?: string): Promise<ObservedRun> => {
  const inputs = { mode };
  return platform.run(CALLER.cleanup, {
    name: 'workflow_dispatch',
    inputs,
    ...(ref !== undefined && { ref }),
  });
};

function documentOf({ files, log }: ObservedRun): CleanupDocument {
  const [file] = files.filter(({ name }) => name === 'cleanup.json');
  if (file === undefined) throw new Error(`no document: ${log}`);
  return cleanupDocument.parse(JSON.parse(file.content.toString('utf8')), file.name);
}
/** What was seen of the idle node, decided and done. */
const fateOf = (run: ObservedRun) => {
  const row = documentOf(run).nodes.find(({ name }) => name === idle);
  return [row?.vm, row?.class, row?.decision, row?.outcome?.result ?? null];
};
const outputsOf = ({ result }: ObservedRun) => result.jobs.find(({ name }) => name === JOB)?.outputs;
const markOf = (node: string) =>
  textMap(blocks(findNode(stage.world, 'acme', node), 'metadata')[0], 'annotations')[IDLE_SINCE];
const pulls = () =>
  [...stage.github.repository(PLATFORM).issues.values()].filter(({ pull }) => pull !== undefined);
const machines = () =>
  stage.world.objects.list('azurerm_linux_virtual_machine').map((machine) => text(machine, 'name'));

describe('on a schedule', () => {
  test('nodes that are young are left alone', async () => {
    const run = await scheduled();
    expect(run.result.conclusion === 'success' ? '' : run.log).toBe('');
    expect(outputsOf(run)).toEqual({ verdict: 'clean', removed: '0', waste: '0' });
    expect(documentOf(run).classes).toEqual({ starting: 3 });
    expect(platform.issues()).toEqual([]);
  });

  test('a dry run tells in an issue, and changes nothing', async () => {
    passHours(stage.world, 3);
    const before = JSON.stringify(stage.world.objects.list());
    const run = await scheduled();
    expect(run.result.conclusion).toBe('success');
    expect(documentOf(run)).toMatchObject({ mode: 'dry-run', classes: { busy: 2, empty: 1 } });
    expect(fateOf(run)).toEqual(['acme-general-2', 'empty', 'mark', null]);
    // 4 vCPUs at 0.02 and a VM at 0.192 an hour, for 730 hours.
    expect(outputsOf(run)).toEqual({ verdict: 'planned', removed: '0', waste: '198.56' });
    expect(JSON.stringify(stage.world.objects.list())).toBe(before);
    expect(platform.issues()).toEqual([
      expect.objectContaining({ title: 'Hybrid nodes to clean up: acme', state: 'open' }),
    ]);
    expect(platform.issues()[0]?.body).toContain('acme-general-2');
  });

  test('two runs at once: the second waits for the first', async () => {
    const reasons: string[] = [];
    const observe: RunSettings['observe'] = (event) => {
      if (event.type === 'job-waiting') reasons.push(event.reason);
    };
    const runs = await Promise.all([scheduled({ observe }), scheduled({ observe })]);
    expect(runs.map(({ result }) => result.conclusion)).toEqual(['success', 'success']);
    expect(reasons).toEqual(['Waiting for concurrency group "node-cleanup-cleanup-acme"']);
  });

  test('the variable of the repository lets it mark', async () => {
    stage.github.setVariable(PLATFORM, 'NODE_CLEANUP_MODE', 'mark');
    const run = await scheduled();
    expect(run.result.conclusion === 'success' ? '' : run.log).toBe('');
    expect(fateOf(run)).toEqual(['acme-general-2', 'empty', 'mark', 'marked']);
    expect(nodes.map((node) => markOf(node) !== undefined)).toEqual([false, false, true]);
  });
});

test('mode pull-request lowers the pool in the code, and its plan takes the VM away', async () => {
  const { github } = stage;
  github.setVariable(PLATFORM, 'NODE_POOLS_FILE', POOLS);
  github.setSecret(PLATFORM, 'NODE_CLEANUP_TOKEN', github.createUserToken('cleanup-app'));
  passHours(stage.world, 3);
  const run = await byHand('pull-request');
  expect(run.result.conclusion === 'success' ? '' : run.log).toBe('');
  const [pull] = pulls();
  expect(pull).toMatchObject({ state: 'open', title: 'Lower idle pools of acme: general from 3 to 2' });
  expect(pull?.pull?.files.map(({ filename }) => filename)).toEqual([POOLS]);
  expect(outputsOf(run)).toMatchObject({ 'pull-request': String(pull?.number) });
  expect(machines()).toHaveLength(3);
  const number = pull?.number ?? 0;
  const planned = await platform.run(CALLER.plan, { name: 'pull_request', number, action: 'opened' });
  expect(planned.result.conclusion === 'success' ? '' : planned.log).toBe('');
  const comments = github.comments(PLATFORM, number).map(({ body }) => body);
  expect(comments.join('\n')).toMatch(/1 to destroy[^]*terraform_data\.node\["general-2"\]/);
});

test('by hand with mode act, in a later run than the one that marked, the node is removed and the issue closed', async () => {
  const run = await byHand('act');
  expect(run.result.conclusion === 'success' ? '' : run.log).toBe('');
  expect(fateOf(run)).toEqual(['acme-general-2', 'empty', 'remove', 'removed']);
  expect(documentOf(run)).toMatchObject({ mode: 'act', verdict: 'done', saved: { amount: 198.56 } });
  expect(outputsOf(run)).toMatchObject({ verdict: 'done', removed: '1', waste: '0' });
  expect(nodes.map((node) => findNode(stage.world, 'acme', node) !== undefined)).toEqual([true, true, false]);
  const isRegistered = (node: string) =>
    findInstance(stage.world, SIMULATED_ACCOUNTS.region, node) !== undefined;
  expect(nodes.map(isRegistered)).toEqual([true, true, false]);
  expect(machines()).toEqual(['acme-general-0', 'acme-general-1']);
  expect(stage.world.objects.list('azurerm_network_interface')).toHaveLength(2);
  expect(stage.world.objects.list('azurerm_managed_disk')).toEqual([]);
  expect(platform.issues().map(({ state }) => state)).toEqual(['closed']);
});

describe('what is refused', () => {
  test('a branch that the environment does not let in', async () => {
    await stage.github.commitToBranch({
      repository: PLATFORM,
      branch: 'elsewhere',
      message: 'Look elsewhere',
      author: AUTHOR,
      files: { 'README.md': 'elsewhere\n' },
    });
    const run = await byHand('act', 'elsewhere');
    expect(run.result.conclusion).toBe('failure');
    expect(run.result.jobs.flatMap(({ steps }) => steps)).toEqual([]);
  });

  test('to act without the accounts in which something may be changed', async () => {
    stage.github.repository(PLATFORM).variables.delete('CLEANUP_AWS_ACCOUNTS');
    const run = await byHand('act');
    expect([run.result.conclusion, codesOf(run)]).toEqual(['failure', ['EHA1001']]);
    const dry = await byHand('dry-run');
    expect(dry.result.conclusion).toBe('success');
  });

  test('an environment without its role', async () => {
    stage.github.repository(PLATFORM).environments.get('cleanup')?.variables.delete('AWS_CLEANUP_ROLE_ARN');
    const run = await byHand('dry-run');
    expect(run.result.conclusion).toBe('failure');
    const failed = run.result.jobs
      .flatMap(({ steps }) => steps)
      .filter(({ outcome }) => outcome === 'failure');
    expect(failed.map(({ name }) => name)).toEqual(['Take the AWS role for cleanup']);
    expect(run.files).toEqual([]);
  });
});
