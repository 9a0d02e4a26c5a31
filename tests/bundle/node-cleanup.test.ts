/** The action against simulated clouds, run after run: marked, removed, stopped, proposed. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { findInstance } from '#simulator/world/activations.js';
import {
  type CleanupRun,
  type CleanupWorld,
  codesOf,
  startCleanupWorld,
} from '#tests/support/cleanup-world.js';

const IDLE_SINCE = 'eks-hybrid-actions.io/idle-since';

let world: CleanupWorld;
afterEach(() => world.close());

const decisions = ({ document }: CleanupRun) =>
  document.nodes.map(({ vm, class: of, decision, outcome }) => [vm, of, decision, outcome?.result ?? null]);
const issues = () =>
  [...world.github.state.repository(world.repository).issues.values()]
    .filter(({ pull }) => pull === undefined)
    .map(({ title, state, body }) => ({ title, state, body: body ?? '' }));
const isRegistered = (node: string) => findInstance(world.nodes.world, 'eu-central-1', node) !== undefined;

/** Two nodes: one that works and an idle one. */
async function startTwo(options: Parameters<typeof startCleanupWorld>[0] = {}) {
  world = await startCleanupWorld(options);
  const busy = world.addNode(0);
  const idle = world.addNode(1);
  world.addWork(busy);
  return { busy, idle };
}

describe('an idle node', () => {
  test('is told by a dry run, marked by the next run, and gone after the one after that', async () => {
    const { busy, idle } = await startTwo();
    const before = world.nodes.world.objects.list().length;
    const dry = await world.run();
    expect(dry.codes).toEqual([]);
    expect(dry.document.verdict).toBe('planned');
    expect(decisions(dry)).toEqual(
      expect.arrayContaining([
        ['hybrid-general-0', 'busy', 'keep', null],
        ['hybrid-general-1', 'empty', 'mark', null],
      ]),
    );
    expect(dry.result.outputs).toMatchObject({ verdict: 'planned', nodes: '2', due: '0', marked: '0' });
    // 4 vCPUs at 0.02 and a VM at 0.192 an hour, for 730 hours.
    expect(dry.document.waste).toEqual({ amount: 198.56, unknown: 0 });
    expect(dry.result.summary).toMatch(/^## 📝 Nodes of `hybrid`: /);
    expect(world.annotations(idle)[IDLE_SINCE]).toBeUndefined();
    expect(world.nodes.world.objects.list()).toHaveLength(before);
    expect(issues()).toMatchObject([{ title: 'Hybrid nodes to clean up: hybrid', state: 'open' }]);

    const marking = await world.run({ mode: 'mark' });
    expect([marking.codes, marking.document.verdict]).toEqual([[], 'done']);
    expect(marking.result.outputs).toMatchObject({ marked: '1', removed: '0' });
    expect(Date.parse(world.annotations(idle)[IDLE_SINCE] ?? '')).not.toBeNaN();
    expect(world.annotations(busy)[IDLE_SINCE]).toBeUndefined();

    const acting = await world.run({ mode: 'act' });
    expect([acting.codes, acting.document.verdict]).toEqual([[], 'done']);
    expect(acting.result.outputs).toMatchObject({
      removed: '1',
      due: '1',
      saved: '198.56',
      waste: '0',
      'issue-action': 'closed',
      'pull-request': '',
    });
    expect(world.nodeOf(idle)).toBeUndefined();
    expect(isRegistered(idle)).toBe(false);
    for (const type of [
      'azurerm_linux_virtual_machine',
      'azurerm_network_interface',
      'azurerm_managed_disk',
    ]) {
      expect(world.azure(type).filter((name) => name.startsWith('hybrid-general-1'))).toEqual([]);
    }
    expect(world.nodeOf(busy)).toBeDefined();
    expect(isRegistered(busy)).toBe(true);
    expect(world.azure('azurerm_linux_virtual_machine')).toContain('hybrid-general-0');
    expect(issues()).toMatchObject([{ state: 'closed' }]);
    const report: unknown = acting.result.report();
    expect(report).toMatchObject({ verdict: acting.result.outputs['verdict'] });

    const after = await world.run({ mode: 'act' });
    expect([after.codes, after.document.verdict]).toEqual([[], 'clean']);
    expect(after.result.outputs).toMatchObject({ 'issue-number': '', 'issue-action': 'none' });
  });

  test('that gets work loses its mark', async () => {
    const { idle } = await startTwo();
    await world.run({ mode: 'mark' });
    world.addWork(idle);
    const again = await world.run({ mode: 'act' });
    expect(decisions(again)).toContainEqual(['hybrid-general-1', 'busy', 'unmark', 'unmarked']);
    expect(world.annotations(idle)[IDLE_SINCE]).toBeUndefined();
  });

  test('waits outside the windows, which is no failure', async () => {
    const { idle } = await startTwo();
    await world.run({ mode: 'mark' });
    const minute = (ahead: number): string =>
      new Date(Date.now() + ahead * 3_600_000).toISOString().slice(11, 16);
    const { codes, document } = await world.run({ mode: 'act', windows: `${minute(3)}-${minute(4)}` });
    expect([codes, document.verdict, document.stops.map(({ guard }) => guard)]).toEqual([
      [],
      'planned',
      ['window'],
    ]);
    expect(world.nodeOf(idle)).toBeDefined();
  });
});

describe('nothing is removed', () => {
  test('in an account or a subscription that is not listed', async () => {
    const { idle } = await startTwo();
    const refused = await Promise.all([
      world.step({ mode: 'act', 'allowed-aws-accounts': '999999999999' }),
      world.step({ mode: 'mark', 'allowed-azure-subscriptions': '00000000-0000-4000-8000-00000000dead' }),
      world.step({ mode: 'act', 'allowed-aws-accounts': '' }),
      world.step({ mode: 'pull-request' }),
    ]);
    expect(refused.map(codesOf)).toEqual([['EHA1750'], ['EHA1750'], ['EHA1001'], ['EHA1001']]);
    expect(refused.map(({ exitCode }) => exitCode)).toEqual([1, 1, 1, 1]);
    expect(world.annotations(idle)[IDLE_SINCE]).toBeUndefined();
  });

  test('while more is due than one run may remove, and a person is told', async () => {
    const { idle } = await startTwo();
    const second = world.addNode(2);
    await world.run({ mode: 'mark' });
    const { codes, document, result } = await world.run({ mode: 'act', 'max-nodes': '1' });
    expect([codes, document.verdict]).toEqual([['EHA1752'], 'stopped']);
    expect(document.stops).toMatchObject([{ guard: 'nodes' }]);
    expect(result.outputs).toMatchObject({ verdict: 'stopped', due: '2', removed: '0' });
    for (const node of [idle, second]) expect(world.nodeOf(node)).toBeDefined();
    expect(issues().find(({ state }) => state === 'open')?.body).toContain('more than max-nodes allows');
  });

  test('while a list that it depends on is denied', async () => {
    const { idle } = await startTwo({
      ssm: { fail: () => ({ status: 400, type: 'AccessDeniedException' }) },
    });
    await world.run({ mode: 'mark' });
    const { codes, document } = await world.run({ mode: 'act' });
    expect([codes, document.verdict]).toEqual([['EHA1753'], 'unknown']);
    expect(document.stops).toMatchObject([{ guard: 'lists' }]);
    expect(document.lists.filter(({ entries }) => entries === null).map(({ name }) => name)).toEqual([
      'managed instances',
      'activations',
    ]);
    expect(world.nodeOf(idle)).toBeDefined();
  });

  test('when most nodes are silent while their VMs run: the link is down', async () => {
    const { busy, idle } = await startTwo();
    for (const node of [busy, idle]) world.silence(node);
    const { codes, document } = await world.run({ mode: 'act', 'dead-after': '5m' });
    expect([codes, document.verdict]).toEqual([['EHA1752'], 'stopped']);
    expect(document.stops).toMatchObject([{ guard: 'link' }]);
    expect(world.nodeOf(idle)).toBeDefined();
  });
});

test('a dead node goes at once, with what is left of it', async () => {
  const { busy, idle } = await startTwo();
  world.silence(idle);
  world.setPower('hybrid-general-1', 'deallocated');
  const run = await world.run({ mode: 'act', 'dead-after': '5m' });
  expect(decisions(run)).toContainEqual(['hybrid-general-1', 'dead', 'remove', 'removed']);
  expect([run.codes, world.nodeOf(idle), isRegistered(idle)]).toEqual([[], undefined, false]);
  expect(world.nodeOf(busy)).toBeDefined();
});

describe('mode pull-request', () => {
  const PROPOSE = { mode: 'pull-request', 'pools-file': 'terraform/stacks/nodes/terraform.tfvars' };
  const pulls = () =>
    [...world.github.state.repository(world.repository).issues.values()].filter(
      ({ pull }) => pull?.headRef === 'node-cleanup/hybrid',
    );

  test('lowers the pool in the file, once, and takes it back when its last node is in use again', async () => {
    const { idle } = await startTwo();
    const last = world.addNode(2);
    await world.run({ mode: 'mark' });
    const first = await world.run(PROPOSE);
    expect([first.codes, first.document.verdict]).toEqual([[], 'planned']);
    const [pull] = pulls();
    expect(pull).toMatchObject({ state: 'open', title: 'Lower idle pools of hybrid: general from 3 to 1' });
    expect(first.result.outputs['pull-request']).toBe(String(pull?.number));
    expect(
      pull?.pull?.files.map(({ filename, additions, deletions }) => [filename, additions, deletions]),
    ).toEqual([['terraform/stacks/nodes/terraform.tfvars', 1, 1]]);
    for (const node of [idle, last]) expect(world.nodeOf(node)).toBeDefined();
    const head = pull?.pull?.headSha;

    await world.run(PROPOSE);
    expect(pulls().map((each) => each.pull?.headSha)).toEqual([head]);

    world.addWork(last);
    const third = await world.run(PROPOSE);
    expect(pulls()).toMatchObject([{ state: 'closed' }]);
    expect(third.result.outputs['pull-request']).toBe('');
    expect(third.document.notes.join(' ')).toMatch(/number 2 of general is busy/);
  });
});
