import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { manualClock } from '#simulator/world/clock.js';
import { Journal } from '#simulator/world/journal.js';
import { World } from '#simulator/world/world.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'world-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const inUse = expect.objectContaining({ code: 'SIM1003' });

describe('a world', () => {
  it('is found again after it was closed', async () => {
    const path = join(directory, 'deep', 'world');
    const world = World.open({ directory: path });
    world.objects.put({
      key: 'a',
      provider: 'aws',
      type: 'aws_vpc',
      region: 'r',
      attributes: { id: 'vpc-1' },
    });
    await world.close();
    expect(existsSync(join(path, 'world.lock'))).toBe(false);
    const again = World.open({ directory: path });
    expect(again.objects.get('a')?.attributes).toEqual({ id: 'vpc-1' });
    await again.close();
  });

  it('is open once', async () => {
    const world = World.open({ directory });
    expect(() => World.open({ directory: `${directory}/.` })).toThrow(inUse);
    await world.close();
    await World.open({ directory }).close();
  });

  it('is not open in another live process, but may have been left by a dead one', async () => {
    const lock = join(directory, 'world.lock');
    writeFileSync(lock, String(process.ppid));
    expect(() => World.open({ directory })).toThrow(inUse);
    expect(readFileSync(lock, 'utf8')).toBe(String(process.ppid));
    for (const left of ['2147483646', 'nonsense', String(process.pid)]) {
      writeFileSync(lock, left);
      await World.open({ directory }).close();
    }
  });

  it('lets go of the folder when its file is damaged', () => {
    writeFileSync(join(directory, 'objects.json'), 'damaged');
    const damaged = expect.objectContaining({ code: 'SIM1002' });
    expect(() => World.open({ directory })).toThrow(damaged);
    expect(() => World.open({ directory })).toThrow(damaged);
  });

  it('has the clock it is given', async () => {
    const clock = manualClock(new Date('2026-01-01T00:00:00Z'));
    const world = World.open({ directory, clock });
    await world.clock.sleep(1000);
    expect(world.clock.now().toISOString()).toBe('2026-01-01T00:00:01.000Z');
    await world.close();
  });
});

describe('the journal', () => {
  const entry = {
    provider: 'aws',
    operation: 'ReadResource',
    type: 'aws_vpc',
    key: 'a',
    action: undefined,
    at: '',
  };

  it('finds entries by any of their properties', () => {
    const journal = new Journal();
    journal.record(entry);
    journal.record({ ...entry, operation: 'PlanResourceChange', action: 'create', key: undefined });
    expect(journal.entries()).toHaveLength(2);
    expect(journal.entries({ operation: 'PlanResourceChange', type: 'aws_vpc' })).toHaveLength(1);
    expect(journal.entries({ action: 'delete' })).toEqual([]);
    journal.clear();
    expect(journal.entries()).toEqual([]);
  });

  it('forgets the oldest when it is full', () => {
    const journal = new Journal();
    for (let index = 0; index <= 100_000; index += 1) journal.record({ ...entry, key: String(index) });
    expect(journal.entries()).toHaveLength(100_000);
    expect(journal.entries({ key: '0' })).toEqual([]);
  });
});
