/**
 * One measurement in a process of its own: `child.ts <variant> <plan.json>`. Prints milliseconds from the first byte
 * read to the end of the work, and the peak memory of the process, as JSON. Loading the program is not counted.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { renderPlanComment } from '#lib/report/plan-comment.js';
import { planContent } from '#lib/report/plan-content.js';
import { planDocument } from '#lib/report/plan-document.js';
import { redactTexts } from '#lib/report/redaction.js';
import { readPlan } from '#lib/terraform/plan-reading.js';
import { createRedactor } from '#lib/terraform/redact.js';
import { SecretCollector } from '#lib/terraform/secrets.js';

const RUN = {
  stack: 'bench',
  directory: 'bench',
  workspace: 'default',
  status: 'changes',
  tool: { name: 'terraform', version: '1.11.4' },
  refreshed: true,
  locked: true,
  bundle: null,
  diagnosticsOmitted: 0,
  failure: null,
  stateLock: null,
  sha: '1'.repeat(40),
  headSha: null,
  runUrl: 'https://github.com/octo-org/platform/actions/runs/1',
  generatedAt: '2026-11-22T12:00:00.000Z',
} as const;

const [variant = '', file = ''] = process.argv.slice(2);
const started = performance.now();
const steps: Record<string, number> = {};
let last = started;

function done(step: string): void {
  const now = performance.now();
  steps[step] = now - last;
  last = now;
}

if (variant === 'parse') JSON.parse(readFileSync(file, 'utf8'));
else await report();

console.log(
  JSON.stringify({
    milliseconds: performance.now() - started,
    rssKiB: process.resourceUsage().maxRSS,
    steps,
  }),
);

async function report(): Promise<void> {
  const secrets = new SecretCollector();
  const { model, assessment } = await readPlan(file, secrets);
  done('read');
  const redact = createRedactor(secrets.secrets());
  const fields = redactTexts(
    { ...RUN, ...planContent(model, assessment), diagnostics: [], unformatted: [], phases: [] },
    redact,
  );
  done('redact');
  const plan = planDocument.create(fields);
  done('check');
  const text = JSON.stringify(plan, null, 2);
  done('write');
  const reports = [{ stack: plan.stack, directory: plan.directory, plan, unknownReason: undefined }];
  const { body } = renderPlanComment(reports, {
    marker: '<!-- bench -->',
    headSha: RUN.sha,
    runUrl: RUN.runUrl,
    writtenAt: RUN.generatedAt,
    maxBytes: 65_000,
  });
  done('render');
  if (text === '' || body === '') throw new Error('nothing was rendered');
}
