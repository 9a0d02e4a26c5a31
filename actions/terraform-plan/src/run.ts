import { relative, sep } from 'node:path';
import { actionErrors } from '#lib/action/action-errors.js';
import type { ActionDeps, ActionResult, GitHubContext } from '#lib/action/types.js';
import { planContent, unknownContent } from '#lib/report/plan-content.js';
import { planDocument, type PlanDocument, type PlanDocumentFields } from '#lib/report/plan-document.js';
import { hasChanges } from '#lib/terraform/plan-model.js';
import type { Inputs } from './inputs.ts';
import { runPhases, type PlanRecord } from './phases.ts';
import { summarize, verdictOf } from './summary.ts';

/** Diagnostics beyond this are counted; Terraform repeats one cause per instance of a resource. */
const MOST_DIAGNOSTICS = 200;

/**
 * Plans one stack. A plan that fails or is cancelled still gives its document and summary, so that the comment can
 * show why; the action fails after they are written.
 */
export async function run(inputs: Inputs, deps: ActionDeps): Promise<ActionResult> {
  const record = await runPhases(inputs, deps);
  const document = planDocument.create(fieldsOf(record, inputs, deps));
  const failure = record.failure?.error;
  deps.log.info(`${document.stack}: ${verdictOf(document)}`);
  return {
    outputs: outputsOf(document),
    report: { fileName: `plan-${document.stack.replaceAll('/', '-')}.json`, document },
    summary: summarize(document),
    ...(failure === undefined ? {} : { failure }),
  };
}

function fieldsOf(record: PlanRecord, inputs: Inputs, deps: ActionDeps): PlanDocumentFields {
  const { model, failure } = record;
  return {
    stack: inputs.stack,
    directory: relative(deps.github.workspace, inputs.directory).replaceAll(sep, '/') || '.',
    workspace: 'default',
    status: statusOf(record),
    tool: { name: record.tool.name, version: model?.toolVersion ?? record.tool.version },
    refreshed: inputs.refresh,
    locked: inputs.lock,
    ...(model === null ? unknownContent() : planContent(model)),
    risks: [],
    worstRisk: null,
    link: null,
    bundle: null,
    diagnostics: record.diagnostics.slice(0, MOST_DIAGNOSTICS).map((entry) => ({ ...entry })),
    diagnosticsOmitted: Math.max(0, record.diagnostics.length - MOST_DIAGNOSTICS),
    unformatted: [...record.unformatted],
    failure: failure && {
      code: failure.error.code,
      phase: failure.phase,
      message: failure.error.message,
      remedy: failure.error.remedy,
    },
    stateLock: record.stateLock && { ...record.stateLock },
    phases: [...record.phases],
    sha: deps.github.sha,
    headSha: headOf(deps.github),
    runUrl: deps.github.runUrl,
    generatedAt: new Date(deps.clock.now()).toISOString(),
  };
}

function statusOf(record: PlanRecord): PlanDocument['status'] {
  if (record.cancelled) return 'cancelled';
  if (record.failure !== null) return 'failed';
  if (record.model === null)
    throw actionErrors.EHA1000('The phases ended without a plan and without a failure.');
  return hasChanges(record.model) ? 'changes' : 'no-changes';
}

function headOf(github: GitHubContext): string | null {
  const pull = github.event['pull_request'];
  const head: unknown = typeof pull === 'object' && pull !== null && 'head' in pull ? pull.head : undefined;
  const sha: unknown = typeof head === 'object' && head !== null && 'sha' in head ? head.sha : undefined;
  return typeof sha === 'string' ? sha : null;
}

/** What workflows branch on. Where the plan failed the counts are empty and has-changes is `unknown`, never 0 or false. */
function outputsOf(document: PlanDocument): ActionResult['outputs'] {
  const { counts, status } = document;
  const planned = status === 'changes' || status === 'no-changes';
  return {
    status,
    'has-changes': planned ? status === 'changes' : 'unknown',
    create: counts?.create ?? '',
    update: counts?.update ?? '',
    replace: counts?.replace ?? '',
    delete: counts?.delete ?? '',
    read: counts?.read ?? '',
    import: counts?.import ?? '',
    move: counts?.move ?? '',
    forget: counts?.forget ?? '',
    'create-forget': counts?.createForget ?? '',
    destroys: counts?.destroys ?? '',
    'output-changes': counts?.outputs ?? '',
    drift: counts?.drift ?? '',
    'failed-checks': counts?.failedChecks ?? '',
    'terraform-version': document.tool.version ?? '',
  };
}
