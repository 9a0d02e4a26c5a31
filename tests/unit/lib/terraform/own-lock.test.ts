import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createProcessRunner } from '#lib/action/process.js';
import {
  currentOwner,
  forgetLockIntent,
  type LockOwner,
  rememberLockIntent,
  removeOwnLock,
} from '#lib/terraform/own-lock.js';
import { isTerraformRunning } from '#lib/terraform/running-terraform.js';
import { type FakeDeps, fakeDeps, manualClock } from '#tests/support/fake-deps.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const STARTED = Date.parse('2026-11-22T12:00:00.500Z');
const OWN: LockOwner = { who: 'runner@vm', isTerraformRunning: async () => false };

/** A post step, after a cancellation: what it starts must run all the same. */
function postDeps(workspace: string, now: number): FakeDeps {
  const deps = fakeDeps({ github: { workspace }, clock: manualClock(now) });
  const runner = createProcessRunner(AbortSignal.abort(new Error('cancelled')), deps.log);
  return { ...deps, runProcess: runner.runProcess };
}

/**
 * A Terraform whose backend keeps its lock in an object store, as S3 does: it outlives the process. The lock is the
 * file `lock`; `calls` notes what was asked.
 */
function terraformWithStoredLock(lock: Partial<Record<'ID' | 'Who' | 'Created', string>> | null, unlock = 0) {
  const workspace = temporaryDirectory();
  const directory = join(workspace, 'infra');
  mkdirSync(directory);
  const executable = join(workspace, 'terraform');
  const info = {
    ID: '3db7b042-7337-f58a-5c89-f734fe5f0a58',
    Who: 'runner@vm',
    Created: '2026-11-22 12:00:00.500000001 +0000 UTC',
  };
  const lines = Object.entries({ ...info, ...lock }).map(([name, value]) => `│   ${name}:  ${value}`);
  if (lock !== null) writeFileSync(join(directory, 'lock'), `${lines.join('\n')}\n`);
  writeFileSync(
    executable,
    `#!/bin/sh
echo "$*" >> calls
case "$1" in
state)
  if [ -f lock ]; then
    { echo "╷"; echo "│ Error: Error acquiring the state lock"; echo "│ Error message: operation error S3: PutObject, PreconditionFailed"; echo "│ Lock Info:"; cat lock; echo "╵"; } >&2
    exit 1
  fi
  echo "Would have removed nothing." ;;
force-unlock) [ ${unlock} = 0 ] && rm lock; exit ${unlock} ;;
esac
`,
  );
  chmodSync(executable, 0o755);
  const deps = postDeps(workspace, STARTED + 10_000);
  rememberLockIntent(deps, { directory, startedAt: STARTED });
  return {
    deps,
    remove: (owner: LockOwner = OWN) => removeOwnLock(deps, executable, owner),
    calls: () =>
      existsSync(join(directory, 'calls'))
        ? readFileSync(join(directory, 'calls'), 'utf8').trim().split('\n')
        : [],
    isLocked: () => existsSync(join(directory, 'lock')),
  };
}

describe('a lock that outlives its Terraform', () => {
  test('is removed by its ID when it is provably of this job', async () => {
    const { remove, calls, isLocked } = terraformWithStoredLock({});
    expect(await remove()).toEqual({
      outcome: 'removed',
      message: 'Removed the state lock 3db7b042-7337-f58a-5c89-f734fe5f0a58 that this job left in infra.',
    });
    expect(isLocked()).toBe(false);
    expect(calls()).toEqual([
      'state rm -dry-run -lock-timeout=0s -no-color terraform_data.eks_hybrid_actions_lock_probe',
      'force-unlock -force -no-color 3db7b042-7337-f58a-5c89-f734fe5f0a58',
    ]);
  });

  test.each<[string, Parameters<typeof terraformWithStoredLock>[0], Partial<LockOwner>, string]>([
    ['of another machine', { Who: 'runner@other' }, {}, 'someone else'],
    ['of another user', { Who: 'root@vm' }, {}, 'someone else'],
    ['made before', { Created: '2026-11-22 12:00:00.499999999 +0000 UTC' }, {}, 'older than'],
    ['without a time', { Created: 'yesterday' }, {}, 'when it was made'],
    ['in another zone', { Created: '2026-11-22 12:00:01 +0100 CET' }, {}, 'when it was made'],
    ['without a holder', { Who: '' }, {}, 'who holds it'],
    ['when this user has no name', {}, { who: null }, 'who holds it'],
    ['with an ID that is an option', { ID: '-help' }, {}, 'its ID'],
    ['made by the probe itself', { Created: '2026-11-22 12:00:10.501 +0000 UTC' }, {}, 'does not say who'],
    ['while a Terraform runs here', {}, { isTerraformRunning: async () => true }, 'still runs'],
    ['when that cannot be known', {}, { isTerraformRunning: async () => undefined }, 'cannot be found out'],
  ])('is left alone: %s', async (_, lock, owner, why) => {
    const { remove, calls, isLocked } = terraformWithStoredLock(lock);
    const { outcome, message } = await remove({ ...OWN, ...owner });
    expect(outcome).toBe('kept');
    expect(message).toContain(why);
    expect(message).toMatch(/run `terraform force-unlock \S+` in infra/);
    expect(message?.split('\n')).toHaveLength(1);
    expect(isLocked()).toBe(true);
    expect(calls()).toHaveLength(1);
  });

  test('stays, and it is said how to remove it, when the removal fails', async () => {
    const { remove, isLocked } = terraformWithStoredLock({}, 1);
    expect(await remove()).toMatchObject({
      outcome: 'kept',
      message: expect.stringContaining('exit code 1'),
    });
    expect(isLocked()).toBe(true);
  });

  test('is not looked for when Terraform ended by itself, or never ran', async () => {
    const { deps, remove, calls } = terraformWithStoredLock({});
    forgetLockIntent(deps);
    expect(await remove()).toEqual({ outcome: 'nothing', message: null });
    deps.state.set('terraform-lock-intent', '{"directory":7}');
    expect(await remove()).toEqual({ outcome: 'nothing', message: null });
    expect(calls()).toEqual([]);
  });

  test('is unknown when Terraform cannot be asked', async () => {
    const { deps } = terraformWithStoredLock({});
    for (const executable of ['/nonexistent/terraform', 'false']) {
      const result = await removeOwnLock(deps, executable, OWN);
      expect(result).toMatchObject({ outcome: 'unknown', message: expect.stringContaining('force-unlock') });
    }
  });

  test('was not left when the probe gets the lock', async () => {
    expect(await terraformWithStoredLock(null).remove()).toMatchObject({ outcome: 'nothing' });
  });
});

describe('real Terraform', () => {
  const workspace = temporaryDirectory();
  const env = { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' };
  let child: ChildProcess | undefined;

  beforeAll(() => {
    const slow =
      'resource "terraform_data" "slow" {\n  provisioner "local-exec" {\n    command = "exec sleep 60"\n  }\n}\n';
    writeFileSync(join(workspace, 'main.tf'), slow);
    execFileSync('terraform', ['init', '-input=false'], { cwd: workspace, env, stdio: 'ignore' });
  });

  // The whole group: a provisioner outlives its Terraform.
  afterEach(() => {
    try {
      if (child?.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  });

  const lockFile = join(workspace, '.terraform.tfstate.lock.info');

  async function startApply(): Promise<ChildProcess> {
    const started = spawn('terraform', ['apply', '-auto-approve', '-no-color'], {
      cwd: workspace,
      env,
      stdio: 'ignore',
      detached: true,
    });
    child = started;
    // The lock is there as soon as the apply has begun; the sleeping provisioner keeps it.
    while (!existsSync(lockFile)) await new Promise((resolve) => setTimeout(resolve, 20));
    return started;
  }

  test('killed, leaves its lock file but not its lock: nothing is unlocked and the file is gone', async () => {
    const startedAt = Date.now();
    const apply = await startApply();
    const ended = new Promise((resolve) => apply.once('exit', resolve));
    apply.kill('SIGKILL');
    await ended;
    expect(existsSync(lockFile)).toBe(true);
    const deps = postDeps(workspace, Date.now() + 1);
    rememberLockIntent(deps, { directory: workspace, startedAt });
    expect(await removeOwnLock(deps, 'terraform')).toMatchObject({ outcome: 'nothing' });
    expect(existsSync(lockFile)).toBe(false);
  });

  test('alive, keeps its lock, although user, machine and time are those of this job', async () => {
    const startedAt = Date.now();
    await startApply();
    const deps = postDeps(workspace, Date.now() + 1);
    rememberLockIntent(deps, { directory: workspace, startedAt });
    const info = JSON.parse(readFileSync(lockFile, 'utf8')) as { ID: string; Who: string };
    expect(currentOwner('terraform').who).toBe(info.Who);
    expect(await isTerraformRunning('terraform')).toBe(true);
    const { outcome, message } = await removeOwnLock(deps, 'terraform');
    expect(outcome).toBe('kept');
    expect(message).toContain('still runs on this machine');
    expect(message).toContain(info.ID);
    expect(JSON.parse(readFileSync(lockFile, 'utf8'))).toEqual(info);
  });
});

describe('whether Terraform runs', () => {
  test('is told by name and by executable, and unknown without /proc', async () => {
    const proc = temporaryDirectory();
    const process = (id: string, commandLine: string) => {
      mkdirSync(join(proc, id));
      writeFileSync(join(proc, id, 'cmdline'), commandLine);
    };
    expect(await isTerraformRunning('terraform', join(proc, 'missing'))).toBeUndefined();
    expect(await isTerraformRunning('terraform', proc)).toBeUndefined();
    process('1', '/sbin/init\0');
    process('2', 'vim\0terraform\0');
    expect(await isTerraformRunning('terraform', proc)).toBe(false);
    process('3', '/opt/my-tf\0plan\0');
    expect(await isTerraformRunning('terraform', proc)).toBe(false);
    expect(await isTerraformRunning('/opt/my-tf', proc)).toBe(true);
    process('4', '/opt/tofu\0plan\0');
    expect(await isTerraformRunning('terraform', proc)).toBe(true);
  });
});
