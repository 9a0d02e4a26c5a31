import { actionErrors } from '#lib/action/action-errors.js';
import type { ActionError } from '#lib/action/errors.js';
import type { ActionDeps, ActionResult, GitHubContext } from '#lib/action/types.js';
import { redactFacts } from '#lib/net/redact-facts.js';
import { copyFacts } from '#lib/report/address-plan-document.js';
import { planContent, unknownContent } from '#lib/report/plan-content.js';
import { planDocument, type PlanDocument, type PlanDocumentFields } from '#lib/report/plan-document.js';
import { redactTexts } from '#lib/report/redaction.js';
import { terraformErrors } from '#lib/terraform/errors.js';
import { hasChanges } from '#lib/terraform/plan-model.js';
import { reaches } from '#lib/terraform/risk/assessor.js';
import { dataDirectory, selectedWorkspace, stackDirectory } from '#lib/terraform/workspace.js';
import { runChecks } from './checks.ts';
import type { Inputs } from './inputs.ts';
import { runPhases } from './phases.ts';
import type { PlanRecord } from './plan-record.ts';
import { Protection } from '#lib/terraform/protection.js';
import { summarize, verdictOf } from './summary.ts';

/** Diagnostics beyond this are counted; Terraform repeats one cause per instance of a resource. */
const MOST_DIAGNOSTICS = 200;

/**
 * Plans one stack, or reads the plan it is given. A plan that fails or is cancelled still gives its document and
 * summary, so that the comment can show why; the action fails after they are written. Nothing leaves this function that
 * did not go through the redactor: log and errors by the guard, the rest as parts of the document.
 */
export async function run(inputs: Inputs, given: ActionDeps): Promise<ActionResult> {
  if (inputs.checkOnly) return runChecks(inputs, given);
  const { directory, varFiles, environment, sealing } = inputs;
  const protection = new Protection({
    directory,
    varFiles,
    variables: environment.variables,
    given: sealing?.kind === 'secret' ? [sealing.secret] : [],
  });
  const deps = { ...given, log: protection.guard(given.log) };
  const record = await runPhases(inputs, deps, protection);
  const fields = {
    ...(await fieldsOf(record, inputs, deps)),
    addresses: record.addresses && copyFacts(redactFacts(record.addresses, protection.redact)),
  };
  const document = planDocument.create(redactTexts(fields, protection.redact));
  deps.log.info(`${document.stack}: ${verdictOf(document)}`);
  const result = {
    outputs: outputsOf(document),
    report: { fileName: `plan-${document.stack.replaceAll('/', '-')}.json`, document },
    summary: summarize(document),
  };
  protection.mask(given, publishedOf(document));
  const failure = record.failure === null ? riskFailure(document, inputs) : record.failure.error;
  return failure === undefined ? result : { ...result, failure: protection.guardError(failure) };
}

/** Only what the document says may fail the step, and only after all was written. */
function riskFailure({ worstRisk, risks }: PlanDocument, { failOn }: Inputs): ActionError | undefined {
  if (failOn === null || !reaches(worstRisk, failOn)) return undefined;
  const reached = risks.filter((risk) => reaches(risk.level, failOn));
  const list = reached.map((risk) => `- ${risk.level} (${risk.rule}): ${risk.sentence}`).join('\n');
  return terraformErrors.EHA1211(`The worst risk is ${worstRisk ?? 'none'}, fail-on is ${failOn}:\n${list}`);
}

/** Texts of the document that are not redacted. */
function publishedOf({
  stack,
  directory,
  workspace,
  tool,
  sha,
  headSha,
  runUrl,
  generatedAt,
}: PlanDocument): string {
  return [stack, directory, workspace, tool.version, sha, headSha, runUrl, generatedAt].join('\n');
}

async function fieldsOf(record: PlanRecord, inputs: Inputs, deps: ActionDeps): Promise<PlanDocumentFields> {
  const { reading, failure } = record;
  return {
    stack: inputs.stack,
    directory: stackDirectory(inputs, deps),
    workspace: await selectedWorkspace(inputs.environment.workspace, dataDirectory(inputs)),
    status: statusOf(record),
    tool: { name: record.tool.name, version: reading?.model.toolVersion ?? record.tool.version },
    refreshed: inputs.refresh,
    locked: inputs.lock,
    ...(reading === null ? unknownContent() : planContent(reading.model, reading.assessment)),
    bundle: record.bundle,
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
  if (record.reading !== null) return hasChanges(record.reading.model) ? 'changes' : 'no-changes';
  if (record.failure !== null) return 'failed';
  throw actionErrors.EHA1000('The phases ended without a plan and without a failure.');
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
    risk: planned ? (document.worstRisk ?? 'none') : '',
    fingerprint: document.bundle?.fingerprint ?? '',
    bundle: document.bundle?.file ?? '',
  };
}
