import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { ActionError } from '#lib/action/errors.js';
import type { ActionDeps } from '#lib/action/types.js';
import { type AddressFacts, NO_FACTS, type Origin } from '#lib/net/address-facts.js';
import { loadAddressFile, readAddressFile } from '#lib/net/sources/address-file.js';
import { factsOfOutputs } from '#lib/net/sources/stack-outputs.js';
import { readTerraformFacts } from '#lib/net/sources/terraform-files.js';
import { addressPlanErrors } from '#lib/net/suggest-errors.js';
import { planDocument, type PlanDocument } from '#lib/report/plan-document.js';
import { parseExpectedStacks } from '#lib/report/expected-stacks.js';
import { isFolder, type Inputs } from './inputs.ts';

/** What one source said, with its name for people. */
export interface Source {
  readonly name: string;
  readonly facts: AddressFacts;
}

/**
 * Reads everything the inputs name. A live account that cannot be read is a source of which all is unknown; a file that
 * cannot be read is a mistake in the workflow and throws.
 * @throws EHA1540 when nothing is named or found
 */
export async function readSources(inputs: Inputs, deps: ActionDeps): Promise<readonly Source[]> {
  const sources = [
    ...(await readAddresses(inputs, deps)),
    ...(await readPlans(inputs, deps)),
    ...readDocuments(inputs, deps),
    ...(await readLive(inputs, deps)),
  ];
  if (sources.length === 0 && !inputs.suggest)
    throw addressPlanErrors.EHA1540('No source of addresses is given.');
  if (inputs.podRouting !== undefined) sources.push(routingSource(inputs.podRouting));
  return sources;
}

function routingSource(podRouting: NonNullable<Inputs['podRouting']>): Source {
  const origin: Origin = { kind: 'inline', source: 'input pod-routing' };
  return { name: 'input pod-routing', facts: { ...NO_FACTS, modes: [{ podRouting, origin }] } };
}

async function readAddresses({ addresses }: Inputs, deps: ActionDeps): Promise<readonly Source[]> {
  if (addresses === null) return [];
  if (addresses.kind === 'inline') {
    return [{ name: 'input addresses', facts: readAddressFile(addresses.text, null) }];
  }
  const path = nameOf(addresses.path, deps);
  return [{ name: path, facts: await loadAddressFile(addresses.path, path) }];
}

/** Relative to the workspace where it lies in it, else the last part. */
function nameOf(path: string, deps: ActionDeps): string {
  const inside = relative(deps.github.workspace, path).replaceAll('\\', '/');
  return inside.startsWith('../') ? basename(path) : inside;
}

async function readPlans({ plans }: Inputs, deps: ActionDeps): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const file of plans.flatMap((path) => (isFolder(path) ? jsonFiles(path) : [path]))) {
    const name = nameOf(file, deps);
    sources.push({ name, facts: await readPlanFile(file, name) });
  }
  return sources;
}

/** Outputs are one object of objects with `value`; a plan and a state have a version of their format. */
async function readPlanFile(file: string, name: string): Promise<AddressFacts> {
  if (statSync(file).size < OUTPUTS_BYTES) {
    const text = readFileSync(file, 'utf8');
    if (/^\s*\{/.test(text) && !/"(?:format_version|terraform_version)"/.test(text)) {
      return factsOfOutputs(text, name);
    }
  }
  return readTerraformFacts(file, name);
}

/** Outputs of a stack are some kilobytes. */
const OUTPUTS_BYTES = 4 * 1024 * 1024;

function jsonFiles(folder: string): readonly string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** One source for each plan document; an expected stack without facts is one of which all is unknown. */
function readDocuments({ documents, expectedStacks }: Inputs, deps: ActionDeps): readonly Source[] {
  if (documents === null) return [];
  const found = jsonFiles(documents).map((file) => readDocument(file));
  const sources = found.map((plan) => ({ name: `plan of ${plan.stack}`, facts: factsOfDocument(plan) }));
  const missing = (parseExpectedStacks(expectedStacks) ?? []).filter(
    ({ directory }) => !found.some((plan) => plan.directory === directory),
  );
  for (const { name } of missing)
    deps.log.warning(`There is no plan document of ${name}; its addresses are unknown.`);
  return [
    ...sources,
    ...missing.map(({ name }) => ({
      name: `plan of ${name}`,
      facts: unknownFacts(name, 'its job left no plan document'),
    })),
  ];
}

function readDocument(file: string): PlanDocument {
  try {
    return planDocument.read(file);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    throw addressPlanErrors.EHA1543(`${error.code}: ${error.message}`, { cause: error });
  }
}

function factsOfDocument({ stack, status, addresses }: PlanDocument): AddressFacts {
  if (addresses !== undefined && addresses !== null) return addresses;
  return unknownFacts(stack, status === 'cancelled' ? 'its plan was cancelled' : 'its plan failed');
}

function unknownFacts(stack: string, reason: string): AddressFacts {
  const origin: Origin = { kind: 'plan', source: stack };
  return { ...NO_FACTS, unknown: [{ what: `addresses of ${stack}`, reason, origin }] };
}

/** The doors to the clouds are loaded only where a live account is asked for. */
async function readLive({ aws, azure }: Inputs, deps: ActionDeps): Promise<readonly Source[]> {
  const sources: Source[] = [];
  if (aws !== null) {
    const { readAwsFacts } = await import('#lib/aws/address-facts.js');
    sources.push({ name: `AWS ${aws.region}`, facts: await readAwsFacts(aws, deps) });
  }
  if (azure !== null) {
    const { readAzureFacts } = await import('#lib/azure/address-facts.js');
    sources.push({ name: `Azure ${azure.subscriptionId}`, facts: await readAzureFacts(azure, deps) });
  }
  return sources;
}
