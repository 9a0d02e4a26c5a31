import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '#lib/action/atomic-file.js';
import type { ActionError } from '#lib/action/errors.js';
import type { ActionDeps, ActionResult } from '#lib/action/types.js';
import { type AddressFacts, mergeFacts } from '#lib/net/address-facts.js';
import { parseAsn } from '#lib/net/asn.js';
import { type Cidr, parseCidr } from '#lib/net/cidr.js';
import { checkAddressPlan } from '#lib/net/rules/check.js';
import type { Verdict } from '#lib/net/rules/verdict.js';
import { addressPlanErrors } from '#lib/net/suggest-errors.js';
import { suggestionTfvars } from '#lib/net/suggest-tfvars.js';
import { suggestPlan } from '#lib/net/suggest.js';
import { pullRequestOf } from '#lib/github/pull-request-event.js';
import { addressPage } from '#lib/report/address-page.js';
import { addressPicture } from '#lib/report/address-picture.js';
import {
  addressPlanDocument,
  type AddressPlanDocument,
  copyFacts,
} from '#lib/report/address-plan-document.js';
import { addressSummary, addressVerdict } from '#lib/report/address-summary.js';
import { annotate } from './annotations.ts';
import type { Inputs } from './inputs.ts';
import { readSources, type Source } from './sources.ts';

/**
 * Checks all sources together. Everything is written before the step fails, so that the summary and the comment can say
 * why. With only a proposal asked for, the proposal itself is what was checked.
 */
export async function run(inputs: Inputs, deps: ActionDeps): Promise<ActionResult> {
  const now = new Date(deps.clock.now());
  const sources = await readSources(inputs, deps);
  const given = mergeFacts(sources.map(({ facts }) => facts));
  const suggestion = inputs.suggest ? propose(inputs, given, now) : null;
  const facts = sources.length === 0 && suggestion !== null ? suggestion.facts : given;
  const { severities, ignores } = inputs;
  const verdict = checkAddressPlan(facts, { severities, ignores, now });
  const document = documentOf({ verdict, facts, sources, tfvars: suggestion?.tfvars ?? null }, deps);
  annotate(document, inputs, deps);
  deps.log.info(`Address plan ${document.verdict}: ${addressVerdict(document)}`);
  const files = await writeFiles(document, deps);
  const failure = failureOf(document, inputs);
  return {
    outputs: {
      verdict: document.verdict,
      errors: document.counts.errors,
      warnings: document.counts.warnings,
      unknown: document.counts.unknown,
      picture: files.picture,
      page: files.page,
      tfvars: files.tfvars,
    },
    report: { fileName: 'address-plan.json', document },
    summary: addressSummary(document),
    ...(failure === undefined ? {} : { failure }),
  };
}

interface Proposal {
  readonly tfvars: string;
  readonly facts: AddressFacts;
}

/** Beside the forbidden ranges and what the sources say others have. */
function propose(inputs: Inputs, given: AddressFacts, now: Date): Proposal {
  const peers = given.ranges.flatMap(({ role, text }): readonly Cidr[] => {
    const parsed = parseCidr(text);
    return role === 'peer' && parsed.ok ? [parsed.cidr] : [];
  });
  const forbiddenAsns = given.asns.flatMap(({ role, text }) => {
    const parsed = parseAsn(text);
    return role === 'peer' && parsed.ok ? [parsed.asn] : [];
  });
  const sizes = { ...inputs.sizes, podRouting: inputs.podRouting ?? given.modes[0]?.podRouting ?? 'gateway' };
  const plan = suggestPlan({ sizes, forbidden: [...inputs.forbidden, ...peers], forbiddenAsns, now });
  return { tfvars: suggestionTfvars(plan, sizes), facts: plan.facts };
}

interface Judged {
  readonly verdict: Verdict;
  readonly facts: AddressFacts;
  readonly sources: readonly Source[];
  readonly tfvars: string | null;
}

function documentOf({ verdict, facts, sources, tfvars }: Judged, deps: ActionDeps): AddressPlanDocument {
  const { counts, findings, unknown, unlisted, checked } = verdict;
  const fields = {
    verdict: verdict.verdict,
    counts: {
      errors: counts.error,
      warnings: counts.warning,
      infos: counts.info,
      ignored: counts.ignored,
      unknown: unknown.length,
    },
    unlisted,
    checked: { ...checked },
    sources: sources.map(({ name }) => name),
    findings: findings.map((finding) => ({
      ...finding,
      subjects: finding.subjects.map((subject) => ({ ...subject })),
    })),
    unknown: unknown.map(({ what, reason, origin }) => ({ what, reason, origin })),
    facts: copyFacts(facts),
    suggestion: tfvars,
    sha: deps.github.sha,
    headSha: pullRequestOf(deps.github)?.headSha ?? null,
    runUrl: deps.github.runUrl,
    generatedAt: new Date(deps.clock.now()).toISOString(),
  };
  return addressPlanDocument.create({ ...fields, picture: addressPicture(fields) });
}

interface Files {
  readonly picture: string;
  readonly page: string;
  readonly tfvars: string;
}

/** A place outside the workspace that outlives the step. */
async function writeFiles(document: AddressPlanDocument, deps: ActionDeps): Promise<Files> {
  const folder = join(deps.github.tempDirectory, 'eks-hybrid-actions', 'address-plans');
  await mkdir(folder, { recursive: true });
  const own = await mkdtemp(join(folder, 'plan-'));
  const write = (name: string, text: string | null): string => {
    if (text === null) return '';
    const path = join(own, name);
    writeFileAtomically(path, text);
    return path;
  };
  return {
    picture: write('address-plan.svg', document.picture),
    page: write('address-plan.html', addressPage(document)),
    tfvars: write('addresses.auto.tfvars', document.suggestion),
  };
}

function failureOf(document: AddressPlanDocument, { failOn }: Inputs): ActionError | undefined {
  const { verdict, counts } = document;
  const strict = failOn === 'warning' && (counts.warnings > 0 || verdict === 'unknown');
  if (failOn === 'never' || (verdict !== 'failed' && !strict)) return undefined;
  const list = document.findings
    .filter(({ severity, ignored }) => ignored === null && severity !== 'info')
    .slice(0, 10)
    .map(({ code, severity, sentence }) => `- ${code} ${severity}: ${sentence}`);
  const unknown = document.unknown.slice(0, 5).map(({ what, reason }) => `- unknown: ${what}: ${reason}`);
  return addressPlanErrors.EHA1541(
    [`The address plan has ${addressVerdict(document)}:`, ...list, ...(strict ? unknown : [])].join('\n'),
  );
}
