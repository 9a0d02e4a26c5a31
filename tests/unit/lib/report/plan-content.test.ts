import { expect, test } from '@jest/globals';
import { MOST_ATTRIBUTES, planContent, unknownContent } from '#lib/report/plan-content.js';
import { planDocument, type PlanDocumentFields } from '#lib/report/plan-document.js';
import { fixtureModel, fixtureNames, modelOf } from '../terraform/plan-fixtures.ts';

const REST: Omit<PlanDocumentFields, keyof ReturnType<typeof unknownContent>> = {
  stack: 'net',
  directory: 'stacks/net',
  status: 'changes',
  tool: { name: 'terraform', version: '1.11.4' },
  refreshed: true,
  locked: true,
  workspace: 'default',
  bundle: null,
  diagnostics: [],
  diagnosticsOmitted: 0,
  unformatted: [],
  failure: null,
  stateLock: null,
  phases: [],
  sha: 'abc',
  headSha: null,
  runUrl: 'https://github.com/o/r/actions/runs/1',
  generatedAt: '2026-11-22T12:00:00.000Z',
};

const NO_RISKS = { risks: [], worst: null, link: null };

test.each(fixtureNames)('the plan of %s survives being written and read', (name) => {
  const model = fixtureModel(name);
  const document = planDocument.create({ ...REST, ...planContent(model, NO_RISKS) });
  expect(planDocument.parse(JSON.parse(JSON.stringify(document)), 'the document')).toEqual(document);
  expect(document.counts).toEqual(model.counts);
  expect(document.changes.map((change) => change.address)).toEqual(
    model.changes.map((change) => change.address),
  );
});

test('a plan that could not be read has no counts at all', () => {
  const document = planDocument.create({ ...REST, ...unknownContent(), status: 'failed' });
  expect(document).toMatchObject({ counts: null, complete: null, applyable: null, changes: [] });
});

test('attributes beyond the limit are counted', () => {
  const after = Object.fromEntries(
    Array.from({ length: MOST_ATTRIBUTES + 5 }, (_, index) => [`a${index}`, index]),
  );
  const change = { actions: ['update'], before: {}, after };
  const row = { address: 'a.b', mode: 'managed', type: 'a', name: 'b', change };
  const model = modelOf({ format_version: '1.2', resource_changes: [row], resource_drift: [row] });
  const content = planContent(model, NO_RISKS);
  expect(content.changes[0]?.attributes).toHaveLength(MOST_ATTRIBUTES);
  expect(content.changes[0]?.attributesOmitted).toBe(5);
  expect(content.drift[0]).toMatchObject({ attributesOmitted: 5, relevant: false });
});
