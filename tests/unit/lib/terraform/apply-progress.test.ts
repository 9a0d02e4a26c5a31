import { describe, expect, test } from '@jest/globals';
import { appliedRows, countSteps } from '#lib/terraform/apply-outcome.js';
import { APPLY_HEARTBEAT_MS, ApplyProgress } from '#lib/terraform/apply-progress.js';
import type { ChangeKind } from '#lib/terraform/change-kinds.js';
import { expectedDuration } from '#lib/terraform/expected-durations.js';
import type { PlannedChange } from '#lib/terraform/plan-model.js';
import { manualClock, recordingLogger } from '#tests/support/fake-deps.js';

const GATEWAY = 'module.azure["eu.west"].azurerm_virtual_network_gateway.this[0]';

function follow() {
  const [log, clock] = [recordingLogger(), manualClock()];
  return { log, clock, progress: new ApplyProgress(log, clock, 3) };
}

const change = (address: string, kind: ChangeKind): PlannedChange =>
  ({ address, kind, type: 't', deposed: null }) as PlannedChange;

describe('the log of an apply', () => {
  test('has a line for each beginning and end, with the time a slow one takes', () => {
    const { log, clock, progress } = follow();
    progress.show({ type: 'apply-started', address: GATEWAY, action: 'create' });
    clock.advance(1_860_000);
    progress.show({ type: 'applied', address: GATEWAY, action: 'create' });
    progress.show({ type: 'apply-started', address: 'aws_vpc.a', action: 'delete' });
    progress.show({ type: 'apply-failed', address: 'aws_vpc.a', action: 'delete' });
    expect(log.messages()).toEqual([
      `  … creating ${GATEWAY} (usually 30 to 45 min)`,
      `  ✓ created ${GATEWAY} after 1860 s [1/3]`,
      '  … destroying aws_vpc.a',
      '  ✗ destroying aws_vpc.a failed after 0 s',
    ]);
  });

  test('names what is at work once in a quiet minute', async () => {
    const { log, clock, progress } = follow();
    progress.show({ type: 'apply-started', address: GATEWAY, action: 'create' });
    await progress.withHeartbeat(async () => {
      while (clock.sleeps.length < 3) await new Promise((resolve) => setImmediate(resolve));
    });
    expect(clock.sleeps[0]).toBe(APPLY_HEARTBEAT_MS);
    expect(log.messages()[1]).toBe(`  … still creating ${GATEWAY} for 1 min 0 s (usually 30 to 45 min)`);
    expect(log.messages()[2]).toContain('for 2 min 0 s');
  });

  test('knows the usual time of a type by address and action only', () => {
    expect(expectedDuration('aws_vpn_connection.a["x"]', 'create')).toBe('usually 3 to 8 min');
    expect(expectedDuration('aws_vpn_connection.a["x"]', 'read')).toBeUndefined();
    expect(expectedDuration('terraform_data.aws_eks_cluster', 'create')).toBeUndefined();
  });
});

describe('what became of a plan', () => {
  test('is told for each row from the steps, also those that were cut off', () => {
    const { progress } = follow();
    const changes = [
      change('t.done', 'create'),
      change('t.half', 'replace'),
      change('t.replaced', 'replace'),
      change('t.failed', 'update'),
      change('t.cut', 'delete'),
      change('t.waiting', 'create'),
      change('t.moved', 'move'),
      change('data.t.read', 'read'),
    ];
    const done = (address: string, action: string): void => {
      progress.show({ type: 'apply-started', address, action });
      progress.show({ type: 'applied', address, action });
    };
    done('t.done', 'create');
    done('t.half', 'delete');
    done('t.replaced', 'create');
    done('t.replaced', 'delete');
    progress.show({ type: 'apply-started', address: 't.failed', action: 'update' });
    progress.show({ type: 'apply-failed', address: 't.failed', action: 'update' });
    progress.show({ type: 'apply-started', address: 't.cut', action: 'delete' });
    progress.show({ type: 'read', address: 'data.t.read' });

    const rows = appliedRows(changes, progress.steps(), false);
    expect(rows.map(({ status }) => status)).toEqual([
      'done',
      'half',
      'done',
      'failed',
      'interrupted',
      'not-started',
      'unknown',
      'done',
    ]);
    expect(countSteps(changes)).toBe(9);
    expect(appliedRows(changes, progress.steps(), true).every(({ status }) => status === 'done')).toBe(true);
  });

  test('tells two rows of one address apart by what was done', () => {
    const { progress } = follow();
    const rows = [change('t.a', 'delete'), change('t.a', 'update')];
    progress.show({ type: 'applied', address: 't.a', action: 'update' });
    expect(appliedRows(rows, progress.steps(), false).map(({ status }) => status)).toEqual([
      'not-started',
      'done',
    ]);
  });
});
