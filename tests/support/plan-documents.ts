import {
  planDocument,
  type PlanDocument,
  type PlanDocumentChange,
  type PlanDocumentFields,
} from '#lib/report/plan-document.js';
import { noCounts } from '#lib/terraform/plan-counts.js';

/** Counts of nothing, to be overridden. */
export const NO_COUNTS: NonNullable<PlanDocument['counts']> = noCounts();

/** One planned change; a create of a VPC unless said otherwise. */
export function change(overrides: Partial<PlanDocumentChange> = {}): PlanDocumentChange {
  return {
    address: 'aws_vpc.this',
    module: '',
    mode: 'managed',
    type: 'aws_vpc',
    name: 'this',
    deposed: null,
    kind: 'create',
    order: null,
    reason: null,
    previousAddress: null,
    importing: false,
    importId: null,
    attributes: [],
    attributesOmitted: 0,
    replacePaths: [],
    unknownCount: 0,
    ...overrides,
  };
}

type PlanDocumentAttribute = PlanDocumentChange['attributes'][number];

/** One changed attribute; a string that changes unless said otherwise. */
export function attribute(overrides: Partial<PlanDocumentAttribute> = {}): PlanDocumentAttribute {
  return {
    path: 'cidr_block',
    change: 'changed',
    unknown: false,
    sensitive: false,
    before: '"10.0.0.0/16"',
    after: '"10.1.0.0/16"',
    lines: null,
    forcesReplacement: false,
    ...overrides,
  };
}

/** The document of a plan with these changes; counts and status follow from them unless given. */
export function planOf(
  changes: readonly PlanDocumentChange[],
  overrides: Partial<PlanDocumentFields> = {},
): PlanDocument {
  const number = (kind: PlanDocumentChange['kind']) => changes.filter((row) => row.kind === kind).length;
  return planDocument.create({
    stack: 'foundation',
    directory: 'terraform/stacks/foundation',
    workspace: 'default',
    status: changes.length > 0 ? 'changes' : 'no-changes',
    tool: { name: 'terraform', version: '1.11.4' },
    formatVersion: '1.2',
    complete: true,
    applyable: changes.length > 0,
    refreshed: true,
    locked: true,
    counts: {
      ...NO_COUNTS,
      create: number('create'),
      update: number('update'),
      replace: number('replace'),
      delete: number('delete'),
      read: number('read'),
      forget: number('forget'),
      createForget: number('create-forget'),
      importOnly: number('import'),
      moveOnly: number('move'),
      destroys: number('delete') + number('replace'),
    },
    changes: [...changes],
    outputs: [],
    drift: [],
    checks: [],
    deferred: [],
    actionInvocations: [],
    risks: [],
    worstRisk: null,
    link: null,
    bundle: null,
    diagnostics: [],
    diagnosticsOmitted: 0,
    unformatted: [],
    failure: null,
    stateLock: null,
    phases: [],
    sha: '1111111111111111111111111111111111111111',
    headSha: '2222222222222222222222222222222222222222',
    runUrl: 'https://github.com/octo-org/platform/actions/runs/4242',
    generatedAt: '2026-11-22T12:00:00.000Z',
    ...overrides,
  });
}
