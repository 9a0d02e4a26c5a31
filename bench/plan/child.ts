/**
 * One measurement in a process of its own: `child.ts parse|keyed|open <plan.json>`. Prints milliseconds from the first byte
 * read to the end of the work, and the peak memory of the process, as JSON. Loading the program is not counted.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { documentPieces } from '#lib/action/atomic-file.js';
import { renderPlanComment } from '#lib/report/plan-comment.js';
import { planContent } from '#lib/report/plan-content.js';
import { planDocument, type PlanDocumentFields } from '#lib/report/plan-document.js';
import { redactTexts } from '#lib/report/redaction.js';
import { Fingerprint, PlanDigest } from '#lib/terraform/fingerprint.js';
import { readFingerprint, readPlan } from '#lib/terraform/plan-reading.js';
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

/** `parse` is what the others are compared with; the two reports differ in the kind of fingerprint. */
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
else await report(variant === 'keyed');

const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    milliseconds: performance.now() - started,
    cpuMilliseconds: (user + system) / 1000,
    rssKiB: process.resourceUsage().maxRSS,
    steps,
  }),
);

async function report(isKeyed: boolean): Promise<void> {
  const plan = planDocument.create(await fieldsOf(isKeyed));
  done('check');
  let written = 0;
  for (const piece of documentPieces(plan)) written += piece.length;
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
  if (written === 0 || body === '') throw new Error('nothing was rendered');
}

async function fieldsOf(isKeyed: boolean): Promise<PlanDocumentFields> {
  const secrets = new SecretCollector();
  const reading = await readPlan(file, secrets, new PlanDigest(isKeyed ? 'all' : 'open'));
  done('read');
  const redact = createRedactor(secrets.secrets());
  const content = planContent(reading.model, reading.assessment);
  const fields = redactTexts({ ...RUN, ...content, diagnostics: [], unformatted: [], phases: [] }, redact);
  done('redact');
  const fingerprint =
    reading.digest?.fingerprint(isKeyed ? randomBytes(32) : null) ?? (await readAgain(redact));
  done('fingerprint');
  return { ...fields, bundle: { kind: 'fingerprint', fingerprint, file: null } };
}

/** As the action does it without a key for a plan with secrets. */
async function readAgain(redact: (text: string) => string): Promise<string> {
  const fingerprint = new Fingerprint(null, { redact });
  await readFingerprint(file, fingerprint);
  return fingerprint.digest();
}
