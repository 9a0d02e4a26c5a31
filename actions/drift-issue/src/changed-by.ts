import type { ActionDeps } from '#lib/action/types.js';
import { createTrailReader } from '#lib/aws/cloudtrail.js';
import { lastActivity } from '#lib/azure/activity-log.js';
import { createArmRest } from '#lib/azure/arm-rest.js';
import type { LastChangedBy, ObjectChangedBy } from '#lib/report/drift-document.js';
import type { DriftedObject } from '#lib/terraform/drift.js';
import { type LastWrite, logQuestion, type LogQuestion } from '#lib/terraform/last-change.js';
import type { Inputs } from './inputs.ts';

/** For both clouds together. */
const DEADLINE_MS = 30_000;
/** In each cloud: CloudTrail lets two calls a second through, and an object takes up to two of them and more. */
const MOST_OBJECTS = 15;

type AwsQuestion = Extract<LogQuestion, { readonly cloud: 'aws' }>;
type AzureQuestion = Extract<LogQuestion, { readonly cloud: 'azure' }>;
type Answer =
  { readonly ok: true; readonly value: LastWrite | null } | { readonly ok: false; readonly reason: string };

interface Asked<Q> {
  readonly object: DriftedObject;
  readonly question: Q;
}

/**
 * Asks the logs of both clouds who changed each drifted object last. Best effort: it never throws and never takes longer
 * than the deadline; what is not known has its reason.
 */
export async function findLastChanges(
  drift: readonly DriftedObject[],
  inputs: Pick<Inputs, 'changedBy' | 'awsRegion' | 'azure'>,
  deps: ActionDeps,
  deadlineMs = DEADLINE_MS,
): Promise<LastChangedBy> {
  if (drift.length === 0) return { name: null, unknownBecause: null, objects: [] };
  if (!inputs.changedBy)
    return { name: null, unknownBecause: 'Nobody was asked: changed-by is off.', objects: [] };
  const found = new Map<DriftedObject, Answer>();
  const asked = drift.map((object) => ({ object, question: logQuestion(object) }));
  for (const { object, question } of asked) {
    if (question.cloud === null) found.set(object, { ok: false, reason: question.reason });
  }
  const timeout = AbortSignal.timeout(deadlineMs);
  const signal = AbortSignal.any([deps.signal, timeout]);
  const bounded = { ...deps, signal };
  const work = Promise.all([
    surely(asked.filter(isAws), found, askAws, inputs, bounded),
    surely(asked.filter(isAzure), found, askAzure, inputs, bounded),
  ]);
  await Promise.race([work, aborted(signal)]);
  const late = deps.signal.aborted
    ? 'The run was cancelled.'
    : `There was no answer within ${Math.round(deadlineMs / 1000)} seconds.`;
  return toDocument(drift, found, late);
}

type Ask<Q> = (
  all: readonly Asked<Q>[],
  inputs: Pick<Inputs, 'awsRegion' | 'azure'>,
  deps: ActionDeps,
  found: Map<DriftedObject, Answer>,
) => Promise<void>;

/** What cannot be asked at all, because a chunk is missing or an endpoint is wrong, is unknown as well. */
async function surely<Q>(
  all: readonly Asked<Q>[],
  found: Map<DriftedObject, Answer>,
  ask: Ask<Q>,
  inputs: Pick<Inputs, 'awsRegion' | 'azure'>,
  deps: ActionDeps,
): Promise<void> {
  try {
    await ask(all, inputs, deps, found);
  } catch (error) {
    if (deps.signal.aborted) return;
    const reason = `Its log could not be asked: ${error instanceof Error ? error.message : String(error)}`;
    for (const { object } of all) if (!found.has(object)) found.set(object, { ok: false, reason });
  }
}

const isAws = (asked: Asked<LogQuestion>): asked is Asked<AwsQuestion> => asked.question.cloud === 'aws';
const isAzure = (asked: Asked<LogQuestion>): asked is Asked<AzureQuestion> =>
  asked.question.cloud === 'azure';

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** A region whose log cannot be read is not asked again. */
async function askAws(
  all: readonly Asked<AwsQuestion>[],
  { awsRegion }: Pick<Inputs, 'awsRegion'>,
  deps: ActionDeps,
  found: Map<DriftedObject, Answer>,
): Promise<void> {
  const regions = new Map<
    string,
    { readonly trail: Awaited<ReturnType<typeof createTrailReader>>; refusal?: Answer }
  >();
  for (const { object, question } of limited(all, found)) {
    const region = question.region ?? awsRegion;
    if (region === null) {
      found.set(object, {
        ok: false,
        reason: 'Its region is not known, and the job names none (AWS_REGION).',
      });
      continue;
    }
    const known = regions.get(region) ?? { trail: await createTrailReader(region, deps) };
    regions.set(region, known);
    const answer = known.refusal ?? (await newestOf(question, known.trail));
    if (!answer.ok) known.refusal = answer;
    found.set(object, answer);
  }
}

async function newestOf(
  { names, source }: AwsQuestion,
  trail: Awaited<ReturnType<typeof createTrailReader>>,
): Promise<Answer> {
  let newest: LastWrite | null = null;
  for (const name of names) {
    const answer = await trail.lastWrite(name, source);
    if (!answer.ok) return answer;
    if (answer.value !== null && (newest === null || answer.value.at > newest.at)) newest = answer.value;
  }
  return newest === null
    ? {
        ok: false,
        reason: 'CloudTrail has no write to it, or none among the newest events about it, in 90 days.',
      }
    : { ok: true, value: newest };
}

async function askAzure(
  all: readonly Asked<AzureQuestion>[],
  { azure }: Pick<Inputs, 'azure'>,
  deps: ActionDeps,
  found: Map<DriftedObject, Answer>,
): Promise<void> {
  const refusals = new Map<string, Answer>();
  for (const { object, question } of limited(all, found)) {
    const { subscriptionId, resourceId } = question;
    const arm = createArmRest(subscriptionId, azure, deps);
    const answer =
      refusals.get(subscriptionId) ?? (await lastActivity(resourceId, subscriptionId, arm, deps.clock.now()));
    if (!answer.ok) refusals.set(subscriptionId, answer);
    const isEmpty = answer.ok && answer.value === null;
    found.set(
      object,
      isEmpty ? { ok: false, reason: 'The activity log has no write to it in 89 days.' } : answer,
    );
  }
}

/** The first of them; the others are known to be left out. */
function limited<Q>(all: readonly Asked<Q>[], found: Map<DriftedObject, Answer>): readonly Asked<Q>[] {
  const reason = `Only the first ${MOST_OBJECTS} objects of each cloud are asked for.`;
  for (const { object } of all.slice(MOST_OBJECTS)) found.set(object, { ok: false, reason });
  return all.slice(0, MOST_OBJECTS);
}

function toDocument(
  drift: readonly DriftedObject[],
  found: ReadonlyMap<DriftedObject, Answer>,
  late: string,
): LastChangedBy {
  const objects = drift.map((object): ObjectChangedBy => {
    const answer = found.get(object) ?? { ok: false, reason: late };
    const { address } = object;
    if (answer.ok && answer.value !== null) return { address, ...answer.value, unknownBecause: null };
    const reason = answer.ok ? 'No log has a write to it.' : answer.reason;
    return { address, by: null, at: null, operation: null, resource: null, unknownBecause: reason };
  });
  const names = [...new Set(objects.flatMap(({ by }) => by ?? []))];
  const reasons = [...new Set(objects.flatMap(({ unknownBecause }) => unknownBecause ?? []))];
  return {
    name: names.length === 0 ? null : names.join('; '),
    unknownBecause: reasons.length === 0 ? null : reasons.join(' '),
    objects,
  };
}
