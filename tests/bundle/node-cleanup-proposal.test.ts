/** Mode pull-request and the issue: what is proposed, what is refused, what is kept up to date, also by a run that ends early. */
import type { ChildProcess } from 'node:child_process';
import { afterEach, describe, expect, test } from '@jest/globals';
import { addIdle, DISK, IDLE_SINCE, leftOf, putAzure, rowOf, VM } from '#tests/support/cleanup-fleet.js';
import { type GatedWorld, startGatedWorld } from '#tests/support/cleanup-gates.js';
import { POOLS_FILE } from '#tests/support/cleanup-world.js';

let world: GatedWorld;
afterEach(() => world.close());

const BRANCH = 'node-cleanup/hybrid';
const PROPOSE = { mode: 'pull-request', 'pools-file': POOLS_FILE };

const all = () => [...world.github.state.repository(world.repository).issues.values()];
const pulls = () => all().filter(({ pull }) => pull?.headRef === BRANCH);
const issues = () => all().filter(({ pull }) => pull === undefined);

async function start(): Promise<void> {
  world = await startGatedWorld();
  world.addWork(world.addNode(0));
}

const commit = (branch: string, files: Readonly<Record<string, string>>) =>
  world.github.state.commitToBranch({
    repository: world.repository,
    ...{ branch, message: 'By hand', author: 'mona', files },
  });

describe('mode pull-request', () => {
  test('removes only what Terraform does not know, and proposes the rest', async () => {
    await start();
    const [idle, fresh, dead] = [addIdle(world, 2), world.addNode(1), world.addNode(3)];
    world.silence(dead);
    for (const type of [VM, 'azurerm_network_interface']) {
      const { objects } = world.nodes.world;
      for (const object of objects.list(type)) {
        if (object.attributes['name'] === 'hybrid-general-3') objects.delete(object.key);
      }
    }
    putAzure(world, DISK, 'left-disk');
    world.guard();
    const run = await world.run({ ...PROPOSE, 'dead-after': '30m' });
    expect(run.codes).toEqual([]);
    expect(rowOf(run, dead).outcome?.result).toBe('removed');
    expect(leftOf(world, dead, 'hybrid-general-3')).toEqual([]);
    expect(rowOf(run, fresh).outcome?.result).toBe('marked');
    expect(rowOf(run, idle)).toMatchObject({ outcome: null, but: 'The pull request takes it away.' });
    expect(world.calls.filter((call) => /^ARM (?:POST|DELETE)/.test(call))).toEqual([]);
    const [pull] = pulls();
    expect(pull).toMatchObject({ state: 'open', title: 'Lower idle pools of hybrid: general from 3 to 2' });
    expect(run.result.outputs['pull-request']).toBe(String(pull?.number));
    expect(run.document.pullRequest?.number).toBe(pull?.number);
  });

  test('does not move a branch that somebody has committed to', async () => {
    await start();
    addIdle(world, 1);
    addIdle(world, 2);
    await world.run(PROPOSE);
    const [before] = pulls();
    await commit(BRANCH, { 'notes.txt': 'mine\n' });
    const run = await world.run(PROPOSE);
    expect(run.codes).toEqual(['EHA1756']);
    expect(run.result.stdout).toContain(`The branch ${BRANCH} holds a commit that is not of node-cleanup.`);
    expect(run.result.outputs['pull-request']).toBe('');
    // What it found is told all the same.
    expect(run.document.nodes).toHaveLength(3);
    expect(pulls().map(({ number, state }) => [number, state])).toEqual([[before?.number, 'open']]);
  });

  test.each([
    ['is not there', 'terraform/other.tfvars', undefined, 'There is no file terraform/other.tfvars'],
    ['computes its pools', POOLS_FILE, 'pools = local.pools\n', `${POOLS_FILE} on `],
  ])('refuses a file that %s', async (_name, file, text, told) => {
    await start();
    addIdle(world, 1);
    if (text !== undefined) await commit('main', { [POOLS_FILE]: text });
    const run = await world.run({ ...PROPOSE, 'pools-file': file });
    expect(run.codes).toEqual(['EHA1755']);
    expect(run.result.stdout).toContain(told);
    expect(pulls()).toEqual([]);
  });

  test('proposes for another branch when it is told to', async () => {
    await start();
    addIdle(world, 1);
    await commit('release', { [POOLS_FILE]: 'pools = { general = { count = 2 } }\n' });
    const run = await world.run({ ...PROPOSE, 'base-branch': 'release' });
    expect(run.codes).toEqual([]);
    expect(pulls()).toMatchObject([
      { title: 'Lower idle pools of hybrid: general from 2 to 1', pull: { baseRef: 'release' } },
    ]);
  });

  test('that is cancelled writes its document and proposes nothing', async () => {
    await start();
    const [fresh, idle] = [world.addNode(1), addIdle(world, 2)];
    let child: ChildProcess | undefined;
    world.guard(async (call) => {
      if (!call.startsWith(`Kubernetes PATCH /api/v1/nodes/${fresh}`)) return undefined;
      child?.kill('SIGTERM');
      await new Promise((resolve) => setTimeout(resolve, 200));
      return undefined;
    });
    const run = await world.run(PROPOSE, { onStart: (started) => (child = started) });
    expect([run.codes, run.document.verdict]).toEqual([['EHA1005'], 'failed']);
    expect(rowOf(run, fresh).outcome?.result).toBe('cancelled');
    expect(rowOf(run, idle)).toMatchObject({ decision: 'remove', outcome: null });
    expect([pulls(), run.result.outputs['pull-request'], issues()]).toEqual([[], '', []]);
  });
});

describe('the issue', () => {
  const actions = async (inputs: Readonly<Record<string, string>>) => {
    const { result } = await world.run(inputs);
    return [result.outputs['issue-action'], result.outputs['issue-number'] !== ''];
  };

  test('is opened, left alone, changed and closed as the waste is', async () => {
    await start();
    expect(await actions({})).toEqual(['none', false]);
    const idle = world.addNode(1);
    expect(await actions({ issue: 'false' })).toEqual(['', false]);
    expect(await actions({})).toEqual(['opened', true]);
    expect(await actions({})).toEqual(['unchanged', true]);
    putAzure(world, DISK, 'left-disk');
    expect(await actions({})).toEqual(['updated', true]);
    const [issue] = issues();
    expect([issue?.title, issue?.body?.includes('left-disk')]).toEqual([
      ...['Hybrid nodes to clean up: hybrid', true],
    ]);
    world.addWork(idle);
    expect(await actions({ mode: 'act' })).toEqual(['closed', true]);
    expect(issues()).toMatchObject([{ state: 'closed' }]);
    expect(world.annotations(idle)[IDLE_SINCE]).toBeUndefined();
  });

  test('carries its own label, and a token is needed for it', async () => {
    await start();
    addIdle(world, 1);
    await world.run({ label: 'platform-waste', mode: 'dry-run' });
    expect(issues().map(({ labels }) => labels.map(({ name }) => name))).toEqual([['platform-waste']]);
    const refused = await world.step({ 'github-token': '' });
    expect([refused.exitCode, refused.stdout.includes('github-token')]).toEqual([1, true]);
    const without = await world.run({ 'github-token': '', issue: 'false' });
    expect(without.codes).toEqual([]);
  });
});
