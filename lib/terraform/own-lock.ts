import { hostname, userInfo } from 'node:os';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { ActionDeps, ProcessResult } from '../action/types.ts';
import { isTerraformRunning } from './running-terraform.ts';
import { describeStateLock, lockFromText, type StateLock } from './state-lock.ts';

export type LockDeps = Pick<ActionDeps, 'runProcess' | 'log' | 'clock' | 'state' | 'github'>;

/** What the `post` step found and did. */
export interface LockCleanup {
  /**
   * `nothing` no Terraform of this job was cut off, or it left no lock; `removed` its lock was there and is gone;
   * `kept` a lock is there that is not provably this job's; `unknown` it could not be found out.
   */
  readonly outcome: 'nothing' | 'removed' | 'kept' | 'unknown';
  /** One line for the log; null when there is nothing to say. */
  readonly message: string | null;
}

export interface LockOwner {
  /** `user@host` as Terraform writes it into a lock; null when it cannot be known. */
  readonly who: string | null;
  readonly isTerraformRunning: () => Promise<boolean | undefined>;
}

const STATE = 'terraform-lock-intent';
const ENVIRONMENT = { TF_IN_AUTOMATION: '1', TF_INPUT: '0', NO_COLOR: '1', CHECKPOINT_DISABLE: '1' } as const;
/** An address that no state has: the probe names it so that it finds nothing to do. */
const NO_SUCH_ADDRESS = 'terraform_data.eks_hybrid_actions_lock_probe';
const LOCK_ID = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}$/;

interface Intent {
  readonly directory: string;
  readonly startedAt: number;
}

/**
 * To be called before a Terraform command that locks the state: if this process is killed meanwhile, `post` knows that
 * a lock may have been left, where, and since when.
 */
export function rememberLockIntent(
  deps: Pick<LockDeps, 'state'>,
  intent: { readonly directory: string; readonly startedAt: number },
): void {
  deps.state.set(STATE, JSON.stringify({ directory: intent.directory, startedAt: intent.startedAt }));
}

/** To be called when the command has ended by itself: then it has released its lock. */
export function forgetLockIntent(deps: Pick<LockDeps, 'state'>): void {
  deps.state.set(STATE, '');
}

/** Who a lock of this machine and user says it is (Terraform's `statemgr.NewLockInfo`). */
export function currentOwner(executable: string): LockOwner {
  let who: string | null = null;
  try {
    who = `${userInfo().username}@${hostname()}`;
  } catch {
    // A user without an entry in the password file; Terraform's own name for it is not certain.
  }
  return { who, isTerraformRunning: () => isTerraformRunning(executable) };
}

/**
 * For the `post` step: removes the state lock that a Terraform of this very job left when it was killed. A lock is this
 * job's when it names this user and machine, was made after the job's Terraform was started, and no Terraform is alive
 * on this machine that could hold it; any other lock is left alone and one line says how to remove it. Never throws for
 * what Terraform does.
 *
 * The probe is `state rm -dry-run` of an address that does not exist: it takes and releases the lock on every backend,
 * changes nothing, needs no provider, and when the lock is held says by whom.
 */
export async function removeOwnLock(
  deps: LockDeps,
  executable: string,
  owner: LockOwner = currentOwner(executable),
): Promise<LockCleanup> {
  const intent = readIntent(deps);
  if (intent === undefined) return { outcome: 'nothing', message: null };
  const run = (...args: readonly string[]): Promise<ProcessResult | undefined> =>
    runTerraform(deps, executable, intent.directory, args);
  const where = relative(deps.github.workspace, intent.directory) || '.';
  const askedAt = deps.clock.now();
  const probe = await run('state', 'rm', '-dry-run', '-lock-timeout=0s', '-no-color', NO_SUCH_ADDRESS);
  const lock = probe === undefined ? undefined : lockFromText(stripVTControlCharacters(probe.stderr));
  if (lock === undefined) return withoutLock(probe, where);
  const doubt = await whyNotOurs(lock, intent, askedAt, owner);
  if (doubt !== undefined) return kept(lock, where, doubt);
  const removal = await run('force-unlock', '-force', '-no-color', lock.id ?? '');
  if (removal?.exitCode === 0) {
    return {
      outcome: 'removed',
      message: `Removed the state lock ${lock.id} that this job left in ${where}.`,
    };
  }
  return kept(lock, where, `terraform force-unlock failed with exit code ${removal?.exitCode ?? 'unknown'}`);
}

function readIntent(deps: LockDeps): Intent | undefined {
  try {
    const value = JSON.parse(deps.state.get(STATE)) as Partial<Intent> | null;
    const { directory, startedAt } = value ?? {};
    return typeof directory === 'string' && typeof startedAt === 'number'
      ? { directory, startedAt }
      : undefined;
  } catch {
    return undefined;
  }
}

async function runTerraform(
  deps: LockDeps,
  executable: string,
  cwd: string,
  args: readonly string[],
): Promise<ProcessResult | undefined> {
  try {
    return await deps.runProcess([executable, ...args], { cwd, env: ENVIRONMENT, evenWhenCancelled: true });
  } catch {
    return undefined;
  }
}

function withoutLock(probe: ProcessResult | undefined, where: string): LockCleanup {
  // That nothing matches, or that there is no state yet, is found out under the lock, which is then released.
  const wasTaken =
    probe?.exitCode === 0 || /No matching objects found|No state file was found/.test(probe?.stderr ?? '');
  if (wasTaken)
    return { outcome: 'nothing', message: `The Terraform that was cut off in ${where} left no state lock.` };
  const message = `Terraform was cut off in ${where}, and whether it left a state lock could not be found out. If the next run finds the state locked, run \`terraform force-unlock <ID>\` there with the ID it names.`;
  return { outcome: 'unknown', message };
}

/** The reason not to touch a lock, or undefined when it is certainly this job's. */
async function whyNotOurs(
  lock: StateLock,
  intent: Intent,
  askedAt: number,
  owner: LockOwner,
): Promise<string | undefined> {
  if (lock.id === null || !LOCK_ID.test(lock.id)) return 'its ID is not known';
  if (lock.who === null || owner.who === null) return 'who holds it is not known';
  if (lock.who !== owner.who) return 'it belongs to someone else';
  const created = lock.created === null ? undefined : parseCreated(lock.created);
  if (created === undefined) return 'when it was made is not known';
  if (created < intent.startedAt) return 'it is older than the Terraform of this job';
  // Terraform's http backend shows the lock that was asked for in place of the one that is held.
  if (created >= askedAt) return 'the backend does not say who holds it';
  const running = await owner.isTerraformRunning();
  if (running === undefined) return 'whether its Terraform still runs cannot be found out on this system';
  return running ? 'a Terraform that may hold it still runs on this machine' : undefined;
}

/**
 * Go's form of a time, `2026-11-22 15:12:53.437472512 +0000 UTC`, which is always in UTC here; in milliseconds. Cut off
 * to milliseconds, as the clock that it is compared with.
 */
function parseCreated(text: string): number | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))? \+0000 UTC$/.exec(text);
  if (parts === null) return undefined;
  const [, day, time, fraction = ''] = parts;
  const milliseconds = Date.parse(`${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

function kept(lock: StateLock, where: string, why: string): LockCleanup {
  const recipe = `If its holder is gone, run \`terraform force-unlock ${lock.id ?? '<ID>'}\` in ${where}.`;
  return { outcome: 'kept', message: `${describeStateLock(lock)} It was left alone: ${why}. ${recipe}` };
}
