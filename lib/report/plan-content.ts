import type { AttributeChange } from '../terraform/attribute-changes.ts';
import type { PlanModel, PlannedChange } from '../terraform/plan-model.ts';
import type { RiskAssessment } from '../terraform/risk/assessor.ts';
import type { PlanDocumentFields } from './plan-document.ts';

/** A change with more attributes than this is one nobody reads attribute by attribute; the rest is counted. */
export const MOST_ATTRIBUTES = 200;

type Content = Pick<
  PlanDocumentFields,
  | 'formatVersion'
  | 'complete'
  | 'applyable'
  | 'counts'
  | 'changes'
  | 'outputs'
  | 'drift'
  | 'checks'
  | 'deferred'
  | 'actionInvocations'
  | 'risks'
  | 'worstRisk'
  | 'link'
>;

/** The part of a plan document that comes from the plan itself, not redacted yet. */
export function planContent(model: PlanModel, { risks, worst, link }: RiskAssessment): Content {
  return {
    formatVersion: model.formatVersion,
    complete: model.complete,
    applyable: model.applyable,
    counts: { ...model.counts },
    changes: model.changes.map(documentedChange),
    outputs: model.outputs.map(({ attributes, ...output }) => ({ ...output, ...limited(attributes) })),
    drift: driftContent(model.drift),
    checks: model.checks.map((check) => ({ ...check, problems: [...check.problems] })),
    deferred: model.deferred.map((entry) => ({ ...entry })),
    actionInvocations: [...model.actionInvocations],
    risks: risks.map((risk) => ({ ...risk, addresses: [...risk.addresses] })),
    worstRisk: worst,
    link: link && {
      ...link,
      tunnels: link.tunnels.map((tunnel) => ({ ...tunnel, because: [...tunnel.because] })),
    },
  };
}

/** Objects that were changed outside Terraform, not redacted yet. */
export function driftContent(drift: PlanModel['drift']): Content['drift'] {
  return drift.map(({ attributes, identity: _identity, ...row }) => ({ ...row, ...limited(attributes) }));
}

/** The same part of a document whose plan could not be made or read: everything unknown, nothing claimed. */
export function unknownContent(): Content {
  return {
    formatVersion: null,
    complete: null,
    applyable: null,
    counts: null,
    changes: [],
    outputs: [],
    drift: [],
    checks: [],
    deferred: [],
    actionInvocations: [],
    risks: [],
    worstRisk: null,
    link: null,
  };
}

/** Written out, since there may be many and an object made of the rest of another takes several times as much. */
function documentedChange(row: PlannedChange): Content['changes'][number] {
  const { attributes, attributesOmitted } = limited(row.attributes, row.attributesOmitted);
  return {
    address: row.address,
    module: row.module,
    mode: row.mode,
    type: row.type,
    name: row.name,
    deposed: row.deposed,
    kind: row.kind,
    order: row.order,
    reason: row.reason,
    previousAddress: row.previousAddress,
    importing: row.importing,
    importId: row.importId,
    attributes,
    attributesOmitted,
    replacePaths: [...row.replacePaths],
    unknownCount: row.unknownCount,
  };
}

function limited(attributes: readonly AttributeChange[], omitted = 0) {
  if (attributes.length === 0) return { attributes: [], attributesOmitted: omitted };
  return {
    attributes: attributes.slice(0, MOST_ATTRIBUTES).map(documentedAttribute),
    attributesOmitted: omitted + Math.max(0, attributes.length - MOST_ATTRIBUTES),
  };
}

function documentedAttribute(attribute: AttributeChange) {
  const { lines } = attribute;
  return { ...attribute, lines: lines === null ? null : lines.map((line) => ({ ...line })) };
}
