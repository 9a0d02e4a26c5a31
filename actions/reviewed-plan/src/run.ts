import type { ActionDeps, ActionResult } from '#lib/action/types.js';
import { createGitHubDoor } from '#lib/github/client.js';
import {
  checkEnvironment,
  requireProtection,
  type EnvironmentProtection,
} from '#lib/github/environment-protection.js';
import { findReviewedPlan, type ReviewedPlan } from '#lib/github/reviewed-plan.js';
import { reviewedPlanDocument, type ReviewedPlanDocument } from '#lib/report/reviewed-plan-document.js';
import { compareCode, type CodeChange } from './code-changes.ts';
import { readDocuments } from './documents.ts';
import type { Inputs } from './inputs.ts';
import { selectStacks, type Selection } from './selection.ts';
import { summarize } from './summary.ts';

/**
 * Finds the plans that were reviewed, and refuses everything that only looks like them. The environment is looked at
 * first: a run that nobody has to approve needs no plan.
 */
export async function run(inputs: Inputs, deps: ActionDeps): Promise<ActionResult> {
  const door = createGitHubDoor(inputs.githubToken, deps);
  const protection = await checkEnvironment(door, inputs.environment);
  requireProtection(protection, inputs.allowUnprotected, deps.log);
  const request = {
    of: inputs.of,
    workflowPath: inputs.planWorkflow,
    runId: inputs.planRunId,
    approval: inputs.approval,
    maxAgeMs: inputs.maxPlanAgeMs,
  };
  const plan = await findReviewedPlan(door, request, deps.clock);
  const found = await readDocuments(door, plan, deps.log);
  const selection = selectStacks(inputs, plan, found);
  const plannedSha = found[0]?.document.sha ?? '';
  const changeOf = await compareCode(door, deps, plannedSha, plan.pull);
  const document = documentOf(plan, protection, selection, plannedSha, changeOf);
  for (const { name, codeChanged } of document.stacks) {
    if (codeChanged !== null)
      deps.log.warning(`${name} has to be planned again and compared: ${codeChanged}`);
  }
  return {
    outputs: outputsOf(document),
    report: { fileName: 'reviewed-plan.json', document },
    summary: [{ markdown: summarize(document) }],
  };
}

function documentOf(
  { pull, run: planRun, review }: ReviewedPlan,
  protection: EnvironmentProtection,
  { stacks, leftOut }: Selection,
  plannedSha: string,
  changeOf: CodeChange,
): ReviewedPlanDocument {
  return reviewedPlanDocument.create({
    pullRequest: pull.number,
    merged: pull.isMerged,
    headSha: pull.headSha,
    sha: pull.sha,
    plannedSha,
    runId: planRun.id,
    runAttempt: planRun.attempt,
    runUrl: planRun.url,
    plannedAt: planRun.startedAt,
    approvalRequired: review.required,
    approvedBy: [...review.approvedBy],
    environment: protection.environment,
    protection: protection.verdict,
    protectionReasons: [...protection.reasons],
    protectionNotes: [...protection.notes],
    stacks: stacks.map((stack) => ({ ...stack, codeChanged: changeOf(stack.directory) })),
    leftOut: [...leftOut],
  });
}

/** In the matrix of a workflow nothing is null: there an empty text says that no sealed plan was kept. */
function outputsOf(document: ReviewedPlanDocument): ActionResult['outputs'] {
  const stacks = document.stacks.map((stack) => ({
    name: stack.name,
    directory: stack.directory,
    slug: stack.slug,
    fingerprint: stack.fingerprint,
    document: { 'artifact-id': stack.documentArtifactId, path: stack.documentPath },
    bundle: { 'artifact-id': stack.bundleArtifactId ?? '' },
    replan: stack.codeChanged !== null,
    'new-machines': stack.newMachines,
  }));
  return {
    'run-id': document.runId,
    'run-attempt': document.runAttempt,
    'pull-request': document.pullRequest,
    'head-sha': document.headSha,
    sha: document.sha,
    merged: document.merged,
    stacks: JSON.stringify(stacks),
    count: stacks.length,
    protection: document.protection,
  };
}
