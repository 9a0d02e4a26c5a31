import type { NodePart } from '../azure/node-shapes.ts';
import { type Tags, TAGS_WRITE } from '../azure/tags.ts';
import type { ActContext } from './act-context.ts';
import { CLAIM_TAG, claimedBy, readClaim, writeClaim } from './claims.ts';
import { CLUSTER_TAG, foreignPart, isSystemDisk, isWithin, POOL_TAG } from './ownership.ts';

/** A step that could not be done, in a sentence; undefined when it was, or there was nothing to do. */
export type Problem = string | undefined;

/** Another run has something at the moment, so that this one leaves it alone. */
export class LeftToOther extends Error {}

/** What goes together. */
export interface Belongings {
  /** ARM id of the VM; null without one. */
  readonly machine: string | null;
  /** ARM ids. */
  readonly parts: readonly string[];
  /** The pool by the tags of the VM; undefined when the VM is not there any more. */
  readonly pool: string | undefined;
  /** Runs whose work this one goes on with; what they took is its own. */
  readonly earlier: readonly string[];
}

/** A claim is written anew before it is half as old as one that is taken over. */
const FRESH_MS = 600_000;
/** Between a claim and the look whether it stayed: longer than a write takes that was on its way. */
const SETTLE_MS = 1_000;

/**
 * Takes a VM before its first change.
 * @param tags of the VM as it was just read
 * @param earlier runs whose work this one goes on with
 * @throws LeftToOther
 */
export function claimMachine(
  { id, tags }: { readonly id: string; readonly tags: Tags },
  earlier: readonly string[],
  context: ActContext,
): Promise<Problem> {
  return claim(id, tags, {}, earlier, context);
}

/**
 * Takes interfaces, disks and addresses that are to be deleted, so that a run after a crash knows them by their tags;
 * others are not written to.
 * @throws LeftToOther
 */
export async function claimParts(belongings: Belongings, context: ActContext): Promise<Problem> {
  for (const id of belongings.parts) {
    if (isFresh(id, context) || !isWithin(id, context.options.scope)) continue;
    const answer = await context.doors.azure.part(id);
    if (!answer.ok) return `${nameOf(id)} was not read: ${answer.reason}.`;
    if (answer.value === undefined || isUsedElsewhere(answer.value, belongings)) continue;
    const problem = await claimPart(answer.value, belongings, context);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** A system disk without tags gets those of its VM, for nothing else tells whose it is once the VM is gone. */
export async function claimPart(
  part: NodePart,
  { machine, pool, earlier }: Belongings,
  context: ActContext,
): Promise<Problem> {
  const { scope } = context.options;
  const isOurs = foreignPart(part, scope) === null;
  if (!isOurs && !isSystemDisk(part, machine)) return undefined;
  const own = pool === undefined || isOurs ? {} : { [CLUSTER_TAG]: scope.cluster.name, [POOL_TAG]: pool };
  return claim(part.id, part.tags, own, earlier, context);
}

/** Takes again what this run has taken a while ago. */
export async function keepClaim(id: string, context: ActContext): Promise<Problem> {
  return isFresh(id, context) ? undefined : claim(id, {}, {}, [], context);
}

/** Lets writes of other runs that were on their way arrive: tags are written without a condition, the last one stays. */
export async function settle({ deps }: ActContext, startedAt: number): Promise<void> {
  await deps.clock.sleep(Math.max(SETTLE_MS, 2 * (deps.clock.now() - startedAt)), deps.signal);
}

/** @param tags read after {@link settle} @throws LeftToOther when another run took it at the same time */
export function requireClaim(tags: Tags, { options: { run } }: ActContext): void {
  const claimed = readClaim(tags);
  if (claimed !== undefined && run.endsWith(claimed.run)) return;
  throw new LeftToOther(
    claimed === undefined
      ? `Its tag ${CLAIM_TAG} was taken away or overwritten.`
      : `Another run took it at the same time: ${claimed.run}.`,
  );
}

async function claim(
  id: string,
  tags: Tags,
  more: Tags,
  earlier: readonly string[],
  context: ActContext,
): Promise<Problem> {
  const { doors, options, deps, claims } = context;
  const at = deps.clock.now();
  const other = claimedBy(tags, [options.run, ...earlier], at);
  if (other !== undefined) throw new LeftToOther(`Another run removes ${nameOf(id)}: ${other}.`);
  if (isFresh(id, context)) return undefined;
  const value = writeClaim({ run: options.run, attempt: deps.github.runAttempt, at });
  const written = await doors.azure.mergeTags(id, { ...more, [CLAIM_TAG]: value });
  if (!written.ok) {
    const right = written.status === 403 ? ` The role needs ${TAGS_WRITE}.` : '';
    return `${nameOf(id)} stays, for its tag ${CLAIM_TAG} was not written: ${written.reason}.${right}`;
  }
  claims.set(id.toLowerCase(), at);
  return undefined;
}

function isFresh(id: string, { claims, deps }: ActContext): boolean {
  const at = claims.get(id.toLowerCase());
  return at !== undefined && deps.clock.now() - at < FRESH_MS;
}

/** In use by something that does not go with it. */
function isUsedElsewhere({ usedBy }: NodePart, { machine, parts }: Belongings): boolean {
  if (usedBy === undefined) return false;
  const user = `${usedBy.toLowerCase()}/`;
  return ![...parts, machine ?? ''].some((id) => id !== '' && user.startsWith(`${id.toLowerCase()}/`));
}

function nameOf(id: string): string {
  return id.split('/').at(-1) ?? id;
}
