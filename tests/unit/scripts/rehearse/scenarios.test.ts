import { expect, test } from '@jest/globals';
import { SCENARIOS, selectScenarios } from '#scripts/rehearse/scenarios.js';

const ALL = SCENARIOS.map(({ name }) => name);

test('everything is rehearsed unless told otherwise', () => {
  expect(selectScenarios([], [])).toEqual(ALL);
});

test.each([
  [['nodes'], [], ['network', 'nodes']],
  [['teardown', 'nights'], [], ['network', 'nights', 'teardown']],
  [['pull-request'], [], ['pull-request']],
  [[], ['nodes'], ['pull-request', 'network', 'nights', 'teardown']],
  [[], ['network'], ['pull-request']],
  [['nights'], ['network'], []],
  [['nights'], ['nights'], []],
] as const)('only %j without %j: %j', (wanted, skipped, expected) => {
  expect(selectScenarios(wanted, skipped)).toEqual(expected);
});
