/** What is kept of a run of Cilium's own suite that did not pass, and what is not. */
import { afterEach, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SimulatedSuite, startSimulatedSuite } from '#tests/support/simulated-suite.js';

let suite: SimulatedSuite | undefined;
afterEach(async () => {
  await suite?.close();
  suite = undefined;
});

const ONE = { tests: '^no-policies/', 'minimum-tests': '1', reruns: '0' };

test('pods of the suite, events and states are kept when a test fails, before they are removed', async () => {
  suite = await startSimulatedSuite({ instructions: { fail: ['no-policies'] } });
  const { result } = await suite.run(ONE);
  expect(result.exitCode).toBe(1);
  const folder = result.outputs['diagnostics'] ?? '';
  expect(folder).toMatch(/connectivity-diagnostics$/);
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const pods = JSON.parse(read('probe-pods.json')) as readonly { readonly name: string }[];
  expect(pods.map(({ name }) => name.replace(/-[^-]+-[^-]+$/, '')).sort()).toEqual([
    'client',
    'client2',
    'client3',
    'echo-other-node',
    'echo-same-node',
  ]);
  const { aws, azure } = suite.world;
  expect(read('nodes.json')).toContain(aws[0] ?? 'no node');
  expect(read('nodes.json')).toContain(azure[0] ?? 'no node');
  expect(readdirSync(folder)).toContain('cilium-nodes.json');
  expect(suite.leftovers()).toEqual([]);
});

test('nothing is kept of a run that passes, or where that is not wanted', async () => {
  suite = await startSimulatedSuite({ instructions: { flaky: ['no-policies'] } });
  const unwanted = await suite.run({ ...ONE, diagnostics: 'false' });
  expect([unwanted.result.exitCode, unwanted.result.outputs['diagnostics'] ?? '']).toEqual([1, '']);
  const passed = await suite.run(ONE);
  expect([passed.result.exitCode, passed.result.outputs['diagnostics'] ?? '']).toEqual([0, '']);
});
