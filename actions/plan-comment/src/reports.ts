import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { ActionError } from '#lib/action/errors.js';
import type { Logger } from '#lib/action/types.js';
import { planDocument, type PlanDocument } from '#lib/report/plan-document.js';
import { reportErrors } from '#lib/report/errors.js';
import type { StackReport } from '#lib/report/stack-report.js';

const expectedStacks = z.array(z.object({ name: z.string(), directory: z.string() }));
export type ExpectedStack = z.infer<typeof expectedStacks>[number];

/** The stacks that should have been planned; undefined when the input is empty. EHA1302 when it is not such a list. */
export function parseExpectedStacks(text: string | undefined): readonly ExpectedStack[] | undefined {
  if (text === undefined) return undefined;
  try {
    return expectedStacks.parse(JSON.parse(text));
  } catch (error) {
    throw reportErrors.EHA1302(`expected-stacks is ${text.slice(0, 200)}`, { cause: error });
  }
}

/**
 * One report per expected stack, in that order. A stack whose document is missing, unreadable, made for another commit
 * or there twice is unknown with that reason; a document nobody expected is reported too, with a warning.
 */
export function collectReports(
  folder: string,
  expected: readonly ExpectedStack[] | undefined,
  commit: { readonly sha: string; readonly headSha: string },
  log: Logger,
): readonly StackReport[] {
  const { plans, unreadable } = readDocuments(folder, log);
  const wanted = expected ?? plans.map(({ stack, directory }) => ({ name: stack, directory }));
  const reports = wanted.map((stack) => reportOf(stack, plans, commit, unreadable));
  for (const plan of plans) {
    if (!wanted.some((stack) => stack.directory === plan.directory)) {
      log.warning(`The plan document of ${plan.directory} was not expected and is left out of the comment.`);
    }
  }
  return reports;
}

function reportOf(
  { name, directory }: ExpectedStack,
  plans: readonly PlanDocument[],
  commit: { readonly sha: string; readonly headSha: string },
  unreadable: number,
): StackReport {
  const unknown = (unknownReason: string): StackReport => ({
    stack: name,
    directory,
    plan: undefined,
    unknownReason,
  });
  const found = plans.filter((plan) => plan.directory === directory);
  const [plan, second] = found;
  if (second !== undefined) return unknown(`there are ${String(found.length)} plan documents for it`);
  if (plan === undefined) {
    const unread = unreadable > 0 ? `; ${String(unreadable)} documents could not be read` : '';
    return unknown(`its job left no plan document${unread}`);
  }
  if (plan.sha !== commit.sha && plan.headSha !== commit.headSha) {
    return unknown(`its plan document was made for commit ${plan.sha.slice(0, 12)}`);
  }
  return { stack: name, directory, plan, unknownReason: undefined };
}

function readDocuments(
  folder: string,
  log: Logger,
): { readonly plans: readonly PlanDocument[]; readonly unreadable: number } {
  const plans: PlanDocument[] = [];
  let unreadable = 0;
  for (const file of jsonFiles(folder)) {
    try {
      plans.push(planDocument.read(file));
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      unreadable += 1;
      log.warning(`${error.code}: ${error.message}`);
    }
  }
  return { plans, unreadable };
}

function jsonFiles(folder: string): readonly string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
