import { terraformErrors } from '#lib/terraform/errors.js';
import { disagreement } from '#lib/terraform/agreement.js';
import { addedDestroys, planDifferences, type ComparedPlan } from '#lib/report/plan-difference.js';
import { applyErrors } from '#lib/terraform/apply-errors.js';
import { readBackendFingerprint } from '#lib/terraform/backend-fingerprint.js';
import { checkProvenance } from '#lib/terraform/bundle-header.js';
import type { OpenedBundle } from '#lib/terraform/bundle.js';
import { Fingerprint } from '#lib/terraform/fingerprint.js';
import { initFailure } from '#lib/terraform/messages.js';
import { forgetLockIntent, rememberLockIntent } from '#lib/terraform/own-lock.js';
import { isApplyable } from '#lib/terraform/plan-model.js';
import { readFingerprint } from '#lib/terraform/plan-reading.js';
import { compareLevels, type Risk } from '#lib/terraform/risk/assessor.js';
import { dataDirectory, selectedWorkspace } from '#lib/terraform/workspace.js';
import type { Replan } from './record.ts';
import type { Reviewed } from './reviewed.ts';
import type { PlanInHand, Session } from './session.ts';

/** `terraform init`; then it is known whether this is the state that the bundle was planned for. @throws EHA1266 */
export async function initialise(session: Session, bundle: OpenedBundle | null): Promise<void> {
  const { inputs, cli, messages } = session;
  const outcome = await cli.initialise(inputs);
  if (outcome.cancelled) throw session.cancelled('terraform init');
  // The configuration alone holds no values.
  messages.publish(outcome.diagnostics);
  if (outcome.exitCode !== 0) throw initFailure(outcome);
  if (bundle === null) return;
  const data = dataDirectory(inputs);
  checkProvenance(bundle.provenance, {
    workspace: await selectedWorkspace(inputs.environment.workspace, data),
    backend: await readBackendFingerprint(data),
  });
}

/**
 * Reads the sealed plan: it must be what its fingerprint says, and made by the Terraform that is to apply it.
 * @throws EHA1274, EHA1276
 */
export async function readReviewed(session: Session, bundle: OpenedBundle): Promise<PlanInHand> {
  const { name, version } = session.cli.identity;
  const { tool } = bundle;
  if (version !== null && (name !== tool.name || version !== tool.version)) {
    throw applyErrors.EHA1274(
      `The plan was made with ${tool.name} ${tool.version}; here is ${name ?? 'a tool without a name'} ${version}.`,
    );
  }
  const plan = await session.readPlanFile(bundle.planFile, 'all');
  if (plan.reading.digest?.fingerprint(bundle.fingerprintKey) !== bundle.fingerprint) {
    throw applyErrors.EHA1276('The sealed plan does not have the fingerprint that was sealed with it.');
  }
  return plan;
}

/** Plans anew, holding the lock. @throws EHA1206, EHA1207, EHA1210 */
export async function planAgain(session: Session, covers: 'all' | 'open'): Promise<PlanInHand> {
  const { inputs, deps, cli } = session;
  const planFile = session.newFile('stack.tfplan');
  const options = { ...inputs, planFile, lock: true, refresh: true, destroy: inputs.reviewed === null };
  const outcome = await withLockIntent(session, () => cli.plan(options));
  const failure = session.failureOf('terraform plan', outcome, terraformErrors.EHA1206, [0, 2]);
  if (failure !== undefined) throw failure;
  const plan = await session.readPlanFile(planFile, covers);
  const doubt = disagreement(plan.reading.model, outcome.exitCode);
  if (doubt !== undefined) throw doubt;
  deps.log.info(`Read the fresh plan: ${plan.reading.model.changes.length} changes.`);
  return plan;
}

/** Leaves word for the `post` step as long as a kill could leave a lock behind. */
export async function withLockIntent<T extends { readonly exitCode: number }>(
  { inputs, deps }: Session,
  work: () => Promise<T>,
): Promise<T> {
  deps.state.set('terraform-path', inputs.terraform);
  rememberLockIntent(deps, { directory: inputs.directory, startedAt: deps.clock.now() });
  const outcome = await work();
  // Ended by a signal it may not have come to release its lock.
  if (outcome.exitCode <= 2) forgetLockIntent(deps);
  return outcome;
}

/** What the reviewer saw of the plan, as far as it is known. */
export interface ReviewedContent {
  readonly plan: ComparedPlan;
  readonly risks: readonly Pick<Risk, 'rule' | 'level'>[];
}

/**
 * Decides whether a fresh plan may be applied in place of the reviewed one; what it found is in the record also when
 * not. A fresh plan with nothing to do may: then what was reviewed is in place.
 * @throws EHA1271
 */
export async function comparePlans(
  session: Session,
  why: 'stale' | 'no-bundle' | 'changed-code',
  reviewed: Reviewed,
  shown: ReviewedContent | null,
  fresh: PlanInHand,
): Promise<void> {
  const { model, assessment } = fresh.reading;
  const key = reviewed.bundle?.fingerprintKey ?? null;
  const fingerprint = await fingerprintOf(session, fresh, key);
  const equal = fingerprint === reviewed.fingerprint;
  const differences = equal || shown === null ? [] : planDifferences(shown.plan, fresh.content);
  const refusal =
    equal || !isApplyable(model) ? undefined : whyNot(session, shown, fresh.content, assessment.risks);
  session.record.replan = {
    why,
    fingerprint,
    equal,
    accepted: !equal && refusal === undefined,
    drifted: model.drift.map(({ address }) => address),
    differences: shown === null && !equal ? null : differences,
  } satisfies Replan;
  if (equal && key === null) {
    session.record.notes.push(
      'The fingerprint of the review leaves sensitive values out: plans that differ in a secret alone count as equal.',
    );
  }
  if (refusal !== undefined) throw applyErrors.EHA1271(`${refusal} ${countWords(session.record.replan)}`);
}

/** Of a plan with secrets the open fingerprint is taken anew: what to leave out is only known when all was read. */
export async function fingerprintOf(
  { protection }: Session,
  { reading, json }: PlanInHand,
  key: Uint8Array | null,
): Promise<string> {
  if (reading.digest !== null) return reading.digest.fingerprint(key);
  const fingerprint = new Fingerprint(key, { redact: protection.redact });
  await readFingerprint(json, fingerprint);
  return fingerprint.digest();
}

/** The reason against a plan that differs, undefined when `allow-drifted-replan` lets it pass. */
function whyNot(
  { inputs }: Session,
  shown: ReviewedContent | null,
  fresh: ComparedPlan,
  risks: readonly Risk[],
): string | undefined {
  if (!inputs.allowDriftedReplan) return 'A fresh plan would not do what was reviewed.';
  if (shown === null) {
    return 'allow-drifted-replan needs the plan document or the bundle: of the reviewed plan only the fingerprint is known.';
  }
  const destroys = addedDestroys(shown.plan, fresh);
  if (destroys.length > 0) {
    return `The fresh plan destroys what the reviewed one did not (${destroys.slice(0, 5).join(', ')}), which allow-drifted-replan does not cover.`;
  }
  const known = new Set(shown.risks.map(({ rule }) => rule));
  const added = risks.filter(({ rule, level }) => compareLevels(level, 'high') >= 0 && !known.has(rule));
  if (added.length === 0) return undefined;
  return `The fresh plan holds a risk that the reviewed one did not (${added.map(({ rule }) => rule).join(', ')}), which allow-drifted-replan does not cover.`;
}

function countWords({ differences }: Replan): string {
  if (differences === null) return 'What differs cannot be shown without the plan document or the bundle.';
  if (differences.length === 0) return 'They differ only in values that are sensitive or not shown.';
  const named = differences.slice(0, 5).map(({ address }) => address);
  const left = differences.length - named.length;
  return `They differ in ${named.join(', ')}${left > 0 ? ` and ${left} more` : ''}.`;
}
