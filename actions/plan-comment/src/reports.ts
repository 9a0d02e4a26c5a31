import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { ActionError } from '#lib/action/errors.js';
import type { Logger } from '#lib/action/types.js';
import { addressPlanDocument } from '#lib/report/address-plan-document.js';
import type { AddressReport } from '#lib/report/address-summary.js';
import { plural } from '#lib/report/markdown.js';
import { planDocument, type PlanDocument } from '#lib/report/plan-document.js';
import type { ExpectedStack } from '#lib/report/expected-stacks.js';
import type { StackReport } from '#lib/report/stack-report.js';

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
 * One report per expected stack and workspace, in that order. A stack whose document is missing, unreadable, made for another commit
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
    if (!wanted.some((stack) => isOf(stack, plan))) {
      log.warning(`The plan document of ${plan.directory} was not expected and is left out of the comment.`);
    }
  }
  const reports = wanted.flatMap((stack) => reportsOf(stack, found, commit));
  return expected === undefined ? [...reports, ...unreadableReports(found)] : reports;
}

function stacksOf(plans: readonly PlanDocument[]): readonly ExpectedStack[] {
  const byDirectory = new Map(plans.map(({ stack, directory }) => [directory, { name: stack, directory }]));
  return [...byDirectory.values()];
}

function isOf({ directory, workspace }: ExpectedStack, plan: PlanDocument): boolean {
  return plan.directory === directory && (workspace === undefined || plan.workspace === workspace);
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

function reportsOf(stack: ExpectedStack, found: Found, commit: PlannedCommit): readonly StackReport[] {
  const plans = found.plans.filter((plan) => isOf(stack, plan));
  const workspaces = [...new Set(plans.map(({ workspace }) => workspace))];
  if (workspaces.length === 0) {
    const { length } = found.unreadable;
    const unread =
      length === 0
        ? ''
        : `; ${plural(length, 'file')} could not be read (${found.unreadable[0]?.code ?? ''})`;
    return [unknown(nameOf(stack), stack.directory, `its job left no plan document${unread}`)];
  }
  return workspaces.map((workspace) =>
    reportOf(
      { ...stack, workspace },
      plans.filter((plan) => plan.workspace === workspace),
      commit,
    ),
  );
}

/** As `labelOf` writes it where there is a plan. */
function nameOf({ name, workspace = 'default' }: ExpectedStack): string {
  return workspace === 'default' ? name : `${name} (${workspace})`;
}

function reportOf(stack: ExpectedStack, plans: readonly PlanDocument[], commit: PlannedCommit): StackReport {
  const [plan, ...others] = plans;
  const unknownBecause = (reason: string) => unknown(nameOf(stack), stack.directory, reason);
  if (plan === undefined || others.length > 0) {
    return unknownBecause(`there are ${String(plans.length)} plan documents for it`);
  }
  if (plan.sha !== commit.sha && plan.headSha !== commit.headSha) {
    return unknownBecause(`its plan document was made for commit ${plan.sha.slice(0, 12)}`);
  }
  return { stack: stack.name, directory: stack.directory, plan, unknownReason: undefined };
}

function readDocuments(folder: string, log: Logger): Found {
  const plans: PlanDocument[] = [];
  const unreadable: { file: string; code: string }[] = [];
  for (const file of jsonFiles(folder).filter((path) => basename(path) !== ADDRESS_PLAN)) {
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

/** As cidr-check names its document; those of plans begin with `plan-`. */
const ADDRESS_PLAN = 'address-plan.json';

/** What cidr-check says of this commit; null when it left nothing and nothing was expected of it. */
export function addressReport(
  folder: string,
  isExpected: boolean,
  commit: PlannedCommit,
  log: Logger,
): AddressReport | null {
  const files = jsonFiles(folder).filter((file) => basename(file) === ADDRESS_PLAN);
  const unknownBecause = (unknownReason: string) => ({ document: null, unknownReason });
  const [file] = files;
  if (file === undefined) return isExpected ? unknownBecause('its job left no document') : null;
  if (files.length > 1) return unknownBecause(`there are ${String(files.length)} documents of it`);
  try {
    const document = addressPlanDocument.read(file);
    const isOurs = document.sha === commit.sha || document.headSha === commit.headSha;
    if (isOurs) return { document, unknownReason: null };
    return unknownBecause(`its document was made for commit ${document.sha.slice(0, 12)}`);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.warning(`${error.code}: ${error.message}`);
    return unknownBecause(`its document could not be read (${error.code})`);
  }
}
