import type { Fingerprint, PlanDigest } from './fingerprint.ts';
import { type PlanModel, PlanModelBuilder } from './plan-model.ts';
import { type PlanPart, visitPlan } from './plan-stream.ts';
import { type RiskAssessment, RiskAssessor } from './risk/assessor.ts';
import type { SecretCollector } from './secrets.ts';

/** What one reading of a plan gives. Nothing of it may leave the process before it went through the redactor. */
export interface PlanReading {
  readonly model: PlanModel;
  readonly assessment: RiskAssessment;
  /**
   * For the fingerprint. Null when none was asked for, and for one without sensitive values when there are secrets: it
   * then has to be redacted, and what is secret is only known for certain when all was read.
   */
  readonly digest: PlanDigest | null;
}

/**
 * Reads a plan once for all that want to see it. The secrets of the plan are added to `secrets`, also when the reading
 * fails half-way.
 * @param visit sees every part besides, in the order of the file
 * @throws EHA1208, EHA1209 and EHA1212 as `streamPlan`
 */
export async function readPlan(
  file: string,
  secrets: SecretCollector,
  digest: PlanDigest | null = null,
  visit?: (part: PlanPart) => void,
): Promise<PlanReading> {
  const builder = new PlanModelBuilder();
  const risks = new RiskAssessor();
  const isUsable = (): boolean => digest?.covers === 'all' || secrets.isEmpty;
  let model: PlanModel | undefined;
  await visitPlan(file, (part) => {
    collectSecrets(part, secrets);
    visit?.(part);
    if (digest !== null && isUsable()) digest.visit(part.section, part.value, textOf(part));
    if (part.section === 'resource_changes') risks.visit(part.value);
    if (part.section === 'rest') model = builder.finish(part.value);
    else builder.add(part);
  });
  if (model === undefined) throw new Error('The stream of a plan ended without its last part.');
  return { model, assessment: risks.result(), digest: isUsable() ? digest : null };
}

/** Reads a plan only for what it marks as sensitive. */
export async function readSecrets(file: string, secrets: SecretCollector): Promise<void> {
  await visitPlan(file, (part) => collectSecrets(part, secrets));
}

/** Reads a plan only for its fingerprint, when that depends on what a first reading found. */
export async function readFingerprint(file: string, fingerprint: Fingerprint): Promise<void> {
  await visitPlan(file, (part) => fingerprint.visit(part.section, part.value, textOf(part)));
}

function textOf(part: PlanPart): string | undefined {
  return part.section === 'resource_changes' ? part.text : undefined;
}

function collectSecrets(part: PlanPart, secrets: SecretCollector): void {
  switch (part.section) {
    case 'resource_changes':
    case 'resource_drift':
      return secrets.addChange(part.value.change);
    case 'deferred_changes':
      return secrets.addChange(part.value.resource_change.change);
    case 'values':
      return secrets.addSensitiveValues({ resources: [part.value] });
    case 'rest':
      return secrets.addPlan(part.value);
  }
}
