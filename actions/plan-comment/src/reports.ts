import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod/mini';
import { ActionError } from '#lib/action/errors.js';
import type { Logger } from '#lib/action/types.js';
import { plural } from '#lib/report/markdown.js';
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

/** The commit that was planned: `sha` as GitHub runs it (on a pull request the merge), `headSha` as its author sees it. */
export interface PlannedCommit {
  readonly sha: string;
  readonly headSha: string;
}

/** What the folder holds; `unreadable` are files that are not a plan document, with why. */
interface Found {
  readonly plans: readonly PlanDocument[];
  readonly unreadable: readonly { readonly file: string; readonly code: string }[];
}

/**
 * One report per expected stack, in that order. A stack whose document is missing, unreadable, made for another commit
 * or there twice is unknown with that reason; a document nobody expected is left out with a warning. Without an
 * expectation each document found is a stack, also one that cannot be read.
 */
export function collectReports(
  folder: string,
  expected: readonly ExpectedStack[] | undefined,
  commit: PlannedCommit,
  log: Logger,
): readonly StackReport[] {
  const found = readDocuments(folder, log);
  const wanted = expected ?? stacksOf(found.plans);
  for (const plan of found.plans) {
    if (!wanted.some((stack) => stack.directory === plan.directory)) {
      log.warning(`The plan document of ${plan.directory} was not expected and is left out of the comment.`);
    }
  }
  const reports = wanted.map((stack) => reportOf(stack, found, commit));
  return expected === undefined ? [...reports, ...unreadableReports(found)] : reports;
}

function stacksOf(plans: readonly PlanDocument[]): readonly ExpectedStack[] {
  const byDirectory = new Map(plans.map(({ stack, directory }) => [directory, { name: stack, directory }]));
  return [...byDirectory.values()];
}

function unknown(stack: string, directory: string, unknownReason: string): StackReport {
  return { stack, directory, plan: undefined, unknownReason };
}

/** Nothing says which stack such a file is about, so the file stands for it. */
function unreadableReports({ unreadable }: Found): readonly StackReport[] {
  return unreadable.map(({ file, code }) =>
    unknown(file, file, `the file could not be read as a plan document (${code})`),
  );
}

function reportOf(
  { name, directory }: ExpectedStack,
  { plans, unreadable }: Found,
  commit: PlannedCommit,
): StackReport {
  const [plan, ...others] = plans.filter((candidate) => candidate.directory === directory);
  if (plan === undefined) {
    const unread =
      unreadable.length === 0
        ? ''
        : `; ${plural(unreadable.length, 'file')} could not be read (${unreadable[0]?.code ?? ''})`;
    return unknown(name, directory, `its job left no plan document${unread}`);
  }
  if (others.length > 0) {
    return unknown(name, directory, `there are ${String(others.length + 1)} plan documents for it`);
  }
  if (plan.sha !== commit.sha && plan.headSha !== commit.headSha) {
    return unknown(name, directory, `its plan document was made for commit ${plan.sha.slice(0, 12)}`);
  }
  return { stack: name, directory, plan, unknownReason: undefined };
}

function readDocuments(folder: string, log: Logger): Found {
  const plans: PlanDocument[] = [];
  const unreadable: { file: string; code: string }[] = [];
  for (const file of jsonFiles(folder)) {
    try {
      plans.push(planDocument.read(file));
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      unreadable.push({ file: relative(folder, file), code: error.code });
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
