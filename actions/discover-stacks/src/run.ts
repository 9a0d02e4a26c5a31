import { posix } from 'node:path';
import type { ActionDeps, ActionResult } from '#lib/action/types.js';
import { createGitHubDoor } from '#lib/github/client.js';
import { pullRequestOf, type PullRequestEvent } from '#lib/github/pull-request-event.js';
import { changedFiles, type ChangedFiles } from '#lib/github/pull-request-files.js';
import { code, plain, plural } from '#lib/report/markdown.js';
import { stacksDocument } from '#lib/report/stacks-document.js';
import { batchesOf, mostStacks, type Batch } from '#lib/terraform/batches.js';
import { discoveryErrors } from '#lib/terraform/discovery-errors.js';
import { touchesExtra } from '#lib/terraform/extra-paths.js';
import { policyErrors } from '#lib/terraform/policy-errors.js';
import { policyFacts } from '#lib/terraform/policy-facts.js';
import { violations, type Violation } from '#lib/terraform/policy.js';
import { checkStackPattern } from '#lib/terraform/stack-patterns.js';
import { findStacks, stackDependencies, touches, type Stack } from '#lib/terraform/stack-files.js';
import type { Inputs } from './inputs.ts';

/**
 * Finds the stacks whose plan the pull request can change. Without a pull request, or where GitHub cuts the list of
 * files, every stack counts: planning too much costs minutes, planning too little hides a change.
 */
export async function run(inputs: Inputs, deps: ActionDeps): Promise<ActionResult> {
  const patterns = inputs.stacks.map((pattern) => checkStackPattern(pattern));
  const { stacks, missing } = findStacks(deps.github.workspace, patterns);
  for (const pattern of missing)
    deps.log.warning(`No Terraform files match "${pattern}" of the input stacks.`);

  const pull = pullRequestOf(deps.github);
  const changes =
    pull === undefined
      ? undefined
      : await changedFiles(createGitHubDoor(inputs.githubToken, deps), pull.number);
  const removed = changes === undefined ? [] : removedStacks(patterns, stacks, changes);
  if (stacks.length === 0 && removed.length === 0) {
    throw discoveryErrors.EHA1230(`no folder with Terraform files matches: ${patterns.join(', ')}`);
  }
  for (const directory of removed) {
    deps.log.warning(
      `${directory} loses all its Terraform files; what it created stays in the clouds until it is destroyed.`,
    );
  }

  const selected = select(inputs, deps, stacks, changes);
  const most = mostStacks(inputs.maxJobs);
  if (selected.stacks.length > most) {
    throw discoveryErrors.EHA1231(
      `${String(selected.stacks.length)} stacks are touched, ${plural(inputs.maxJobs, 'job')} can plan at most ${String(most)}`,
    );
  }
  const refused = checkPolicy(inputs, deps, selected.stacks);
  const batches = batchesOf(selected.stacks, inputs.maxJobs);
  return result({ ...selected, batches }, removed, refused, pull);
}

/** What the chosen stacks and their modules bring that is not allowed, each with an annotation at its place. */
function checkPolicy(inputs: Inputs, deps: ActionDeps, stacks: readonly Stack[]): readonly Violation[] {
  const { workspace } = deps.github;
  const modules = new Set(
    stacks.flatMap((stack) => [...stackDependencies(workspace, stack.directory).modules]),
  );
  const found = violations(policyFacts(workspace, modules), inputs.policy);
  for (const { file, line, message } of found) {
    deps.log.error(message, { title: 'Not allowed', file, startLine: line });
  }
  return found;
}

interface Selection {
  readonly stacks: readonly Stack[];
  readonly reason: string;
}

function select(
  { extraPaths }: Inputs,
  deps: ActionDeps,
  stacks: readonly Stack[],
  changes: ChangedFiles | undefined,
): Selection {
  if (changes === undefined)
    return { stacks, reason: `every stack, because "${deps.github.eventName}" is not a pull request` };
  if (!changes.complete)
    return { stacks, reason: 'every stack, because GitHub lists only the first 3,000 changed files' };
  const touched = stacks.filter((stack) => {
    const dependencies = stackDependencies(deps.github.workspace, stack.directory);
    return changes.paths.some(
      (path) => touches(path, dependencies) || touchesExtra(path, stack.directory, extraPaths),
    );
  });
  return {
    stacks: touched,
    reason: `${String(touched.length)} of ${plural(stacks.length, 'stack')}, from ${plural(changes.paths.length, 'changed path')} and what each stack uses`,
  };
}

/**
 * Folders that match a pattern and whose Terraform files the pull request takes away. A folder that merely is not in the
 * workspace is none: the repository may not be checked out, or a later push may have made it.
 */
function removedStacks(
  patterns: readonly string[],
  stacks: readonly Stack[],
  { paths, gone }: ChangedFiles,
): readonly string[] {
  const present = new Set(stacks.map((stack) => stack.directory));
  const terraform = paths.filter((path) => /\.(tf|tofu)(\.json)?$/.test(path));
  const left = new Set(terraform.filter((path) => !gone.has(path)).map((path) => posix.dirname(path)));
  return [...new Set(terraform.map((path) => posix.dirname(path)))].filter(
    (folder) =>
      !present.has(folder) && !left.has(folder) && patterns.some((pattern) => matches(folder, pattern)),
  );
}

function matches(folder: string, pattern: string): boolean {
  if (posix.basename(pattern) !== '*') return folder === pattern;
  return folder !== '.' && posix.dirname(folder) === posix.dirname(pattern);
}

function result(
  selected: Selection & { readonly batches: readonly Batch[] },
  removed: readonly string[],
  refused: readonly Violation[],
  pull: PullRequestEvent | undefined,
): ActionResult {
  const trusted = pull === undefined || pull.sameRepository;
  const { stacks, batches, reason } = selected;
  const failure =
    refused.length === 0
      ? {}
      : { failure: policyErrors.EHA1240(`${plural(refused.length, 'place')} in the configuration`) };
  return {
    ...failure,
    outputs: {
      stacks: JSON.stringify(stacks),
      batches: JSON.stringify(batches),
      count: stacks.length,
      trusted,
      removed: removed.join('\n'),
    },
    report: {
      fileName: 'stacks.json',
      document: stacksDocument.create({
        stacks: [...stacks],
        removed: [...removed],
        violations: [...refused],
        trusted,
        reason,
      }),
    },
    summary: [{ markdown: summary(selected, removed, refused, trusted) }],
  };
}

function summary(
  { stacks, reason }: Selection,
  removed: readonly string[],
  refused: readonly Violation[],
  trusted: boolean,
): string {
  const heading =
    stacks.length === 0
      ? 'No Terraform stack is touched'
      : `Terraform stacks ${trusted ? 'to plan' : 'touched, none planned'}: ${String(stacks.length)}`;
  const lines = [`### ${heading}`, '', ...refusedLines(refused), `Chosen: ${reason}.`, ''];
  for (const stack of stacks) lines.push(`- ${code(stack.directory)}`);
  if (!trusted) {
    lines.push(
      '',
      'The pull request comes from a fork: its stacks are not planned, because a plan runs its code beside a cloud identity.',
    );
  }
  for (const directory of removed) {
    lines.push(
      '',
      `${code(directory)} loses all its files; what it created stays in the clouds until it is destroyed.`,
    );
  }
  return lines.join('\n');
}

function refusedLines(refused: readonly Violation[]): readonly string[] {
  if (refused.length === 0) return [];
  const places = refused.map(
    ({ file, line, message }) => `- ${code(`${file}:${String(line)}`)}: ${plain(message)}`,
  );
  return [`**Not allowed: ${plural(refused.length, 'place')}.** Nothing is planned.`, '', ...places, ''];
}
