import type { ActionError } from '#lib/action/errors.js';
import type { ActionDeps, ActionResult } from '#lib/action/types.js';
import { createAwsEnvironmentDoors, readAwsEnvironment } from '#lib/aws/environment.js';
import { createArmRest } from '#lib/azure/arm-rest.js';
import { readAzureEnvironment } from '#lib/azure/environment.js';
import { byCost, monthlyCost, totalCost } from '#lib/environment/cost.js';
import { environmentErrors } from '#lib/environment/errors.js';
import { expiries } from '#lib/environment/expiry.js';
import { PRICE_LIST } from '#lib/environment/price-list.js';
import {
  type CloudReading,
  isLeftover,
  type StandingResource,
  type TagQuery,
} from '#lib/environment/types.js';
import { environmentDocument, type EnvironmentDocument } from '#lib/report/environment-document.js';
import { environmentSummary, environmentVerdict } from '#lib/report/environment-summary.js';
import type { Inputs } from './inputs.ts';

/**
 * Reads both clouds until what is required is so, or the time is up, and reports the last reading. Everything is
 * written before the step fails.
 */
export async function run(inputs: Inputs, deps: ActionDeps): Promise<ActionResult> {
  const { reading, readings } = await readUntil(inputs, deps);
  const document = documentOf(reading, readings, inputs, deps);
  const line = environmentVerdict(document);
  if (document.verdict === 'unknown') deps.log.warning(`Resources not known: ${line}`);
  else deps.log.info(`Resources: ${line}`);
  for (const { name, status } of document.environments) {
    if (status === 'invalid') deps.log.warning(`Environment ${name} has an expiry that is not a time.`);
  }
  const failure = failureOf(document);
  return {
    outputs: outputsOf(document),
    report: { fileName: 'environment.json', document },
    summary: environmentSummary(document),
    ...(failure === undefined ? {} : { failure }),
  };
}

interface Readings {
  readonly reading: CloudReading;
  readonly readings: number;
}

/** What could not be read does not get better by waiting: each call was repeated already. */
async function readUntil(inputs: Inputs, deps: ActionDeps): Promise<Readings> {
  const end = deps.clock.now() + inputs.waitMs;
  for (let readings = 1; ; readings += 1) {
    const reading = await readOnce(inputs, deps);
    const verdict = verdictOf(reading, inputs);
    const left = end - deps.clock.now();
    if (verdict !== 'failed' || left <= 0) return { reading, readings };
    const counted = reading.resources.filter(isLeftover).length;
    deps.log.info(
      `Reading ${readings}: ${counted} billable or unknown; ${inputs.require} is required. Reading again.`,
    );
    await deps.clock.sleep(Math.min(inputs.pollMs, left), deps.signal);
  }
}

async function readOnce(inputs: Inputs, deps: ActionDeps): Promise<CloudReading> {
  const { environment, environmentTag, tags, awsRegion, azure } = inputs;
  const query: TagQuery = { key: environmentTag, value: environment, others: tags };
  const none: CloudReading = { lists: [], resources: [] };
  const readAws = async (): Promise<CloudReading> =>
    awsRegion === null
      ? none
      : readAwsEnvironment(query, awsRegion, await createAwsEnvironmentDoors(awsRegion, deps));
  const readAzure = async (): Promise<CloudReading> =>
    azure === null
      ? none
      : readAzureEnvironment(
          query,
          azure.subscriptionId,
          createArmRest(azure.subscriptionId, azure.environment, deps),
        );
  const clouds = await Promise.all([readAws(), readAzure()]);
  return {
    lists: clouds.flatMap(({ lists }) => lists),
    resources: clouds.flatMap(({ resources }) => resources),
  };
}

/** What is left is left, whatever else could not be read; that nothing is left takes every list. */
function verdictOf({ lists, resources }: CloudReading, { require }: Inputs): EnvironmentDocument['verdict'] {
  const complete = lists.length > 0 && lists.every(({ problem }) => problem === null);
  if (require === 'none' && resources.some(isLeftover)) return 'failed';
  if (require === 'any' && resources.length > 0) return 'passed';
  if (!complete) return 'unknown';
  return require === 'any' ? 'failed' : 'passed';
}

function documentOf(
  reading: CloudReading,
  readings: number,
  inputs: Inputs,
  deps: ActionDeps,
): EnvironmentDocument {
  const { environment, environmentTag, expiresTag, tags, prices } = inputs;
  const shown: ReadonlySet<string> = new Set([environmentTag, expiresTag, ...Object.keys(tags)]);
  const resources = [...reading.resources].sort(byCost(prices));
  const leftovers = resources.filter(isLeftover).length;
  const tagged = resources.map((one) => ({ tags: one.tags, leftover: isLeftover(one) }));
  const keys = { environment: environmentTag, expires: expiresTag };
  return environmentDocument.create({
    environment,
    environmentTag,
    expiresTag,
    tags: { ...tags },
    require: inputs.require,
    verdict: verdictOf(reading, inputs),
    lists: reading.lists.map((list) => ({ ...list })),
    resources: resources.map((one) => toRow(one, shown, inputs)),
    counts: { resources: resources.length, leftovers, free: resources.length - leftovers },
    monthly: { ...totalCost(resources, prices), currency: PRICE_LIST.currency, asOf: PRICE_LIST.asOf },
    environments: expiries(tagged, keys, deps.clock.now()).map((one) => ({
      ...one,
      invalid: [...one.invalid],
    })),
    readings,
    region: inputs.awsRegion,
    subscriptionId: inputs.azure?.subscriptionId ?? null,
    sha: deps.github.sha,
    runUrl: deps.github.runUrl,
    generatedAt: new Date(deps.clock.now()).toISOString(),
  });
}

/** Tags that nobody asked for may hold anything, so they stay out of the document. */
function toRow(
  { priced: _priced, tags, ...one }: StandingResource,
  shown: ReadonlySet<string>,
  { prices }: Inputs,
): EnvironmentDocument['resources'][number] {
  const wanted = Object.entries(tags).filter(([key]) => shown.has(key));
  return {
    ...one,
    tags: Object.fromEntries(wanted),
    monthly: monthlyCost({ ...one, priced: _priced }, prices),
  };
}

const MOST_LEFTOVERS = 100;

/** Numbers and expired environments are given only when every list was read: a part would be taken for the whole. */
function outputsOf(document: EnvironmentDocument): ActionResult['outputs'] {
  const { verdict, counts, monthly, resources, environments, lists } = document;
  const complete = lists.every(({ problem }) => problem === null);
  const left = resources.filter(isLeftover).slice(0, MOST_LEFTOVERS);
  const namesOf = (status: string): string =>
    JSON.stringify(environments.filter((one) => one.status === status).map(({ name }) => name));
  return {
    verdict,
    count: complete ? counts.leftovers : '',
    cost: complete ? monthly.amount.toFixed(2) : '',
    'cost-complete': complete && monthly.complete,
    leftovers: JSON.stringify(left.map(({ cloud, type, id }) => ({ cloud, type, id }))),
    expired: complete && document.environment === null ? namesOf('expired') : '[]',
    invalid: namesOf('invalid'),
  };
}

function failureOf(document: EnvironmentDocument): ActionError | undefined {
  const { require, verdict, environment, resources, lists, environmentTag } = document;
  if (require === 'report' || verdict === 'passed') return undefined;
  if (verdict === 'unknown') {
    const reasons = lists.flatMap(({ name, problem }) => (problem === null ? [] : [`- ${name}: ${problem}`]));
    return environmentErrors.EHA1602(
      [
        `What ${environment === null ? 'the environments have' : `environment "${environment}" has`} is not known:`,
        ...reasons.slice(0, 10),
      ].join('\n'),
    );
  }
  if (require === 'any') {
    return environmentErrors.EHA1601(
      `Nothing has the tag ${environmentTag}=${environment ?? ''} with the other tags.`,
    );
  }
  const left = resources.filter(isLeftover).map(({ type, id }) => `- ${type} ${id}`);
  const more = left.length > 20 ? [`- and ${left.length - 20} more`] : [];
  return environmentErrors.EHA1600(
    [
      `${environmentVerdict(document)} of environment "${environment ?? ''}":`,
      ...left.slice(0, 20),
      ...more,
    ].join('\n'),
  );
}
