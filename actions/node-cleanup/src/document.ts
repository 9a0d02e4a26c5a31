import type { ActionDeps } from '#lib/action/types.js';
import { type MonthlyCost, sumCosts } from '#lib/cleanup/costs.js';
import { type Fleet, LIST_NAMES, type ListName } from '#lib/cleanup/facts.js';
import { type CleanupPlan, machineName, type NodeVerdict, type OrphanVerdict } from '#lib/cleanup/plan.js';
import { isIdle } from '#lib/cleanup/settings.js';
import { PRICE_LIST } from '#lib/environment/price-list.js';
import { type CleanupDocument, cleanupDocument } from '#lib/report/cleanup-document.js';
import type { Inputs } from './inputs.ts';
import type { Proposed } from './proposal.ts';
import type { Outcomes } from './ways.ts';

/** What a run knows at its end. */
export interface Findings {
  readonly fleet: Fleet;
  readonly plan: CleanupPlan;
  readonly outcomes: Outcomes;
  readonly calls: Readonly<Record<string, number>>;
  /** undefined where nothing was proposed or looked at. */
  readonly proposed: Proposed | undefined;
}

/** The document of a run, without its issue. */
export function documentOf(findings: Findings, inputs: Inputs, deps: ActionDeps): CleanupDocument {
  const { plan, outcomes, calls, proposed, fleet } = findings;
  const nodes = plan.nodes.map((verdict) => nodeRow(verdict, findings));
  const orphans = plan.orphans.map((verdict) => orphanRow(verdict, outcomes));
  const rows = [...nodes.filter((node) => isWaste(node)), ...orphans];
  const pull = proposed?.pullRequest;
  const isOpen = pull !== undefined && pull.action !== 'closed' && pull.number !== null && pull.url !== null;
  return cleanupDocument.create({
    cluster: { ...inputs.settings.cluster },
    mode: inputs.mode,
    verdict: verdictOf(plan, outcomes),
    lists: listRows(fleet),
    nodes,
    orphans,
    foreign: plan.foreign.map((node) => ({ ...node })),
    stops: plan.stops.map((stop) => ({ ...stop })),
    classes: countBy(nodes.map((node) => node.class)),
    saved: sumOf(rows.filter(({ outcome }) => outcome?.result === 'removed')),
    waste: sumOf(rows.filter(({ outcome }) => outcome?.result !== 'removed' && outcome?.result !== 'gone')),
    pricesAsOf: PRICE_LIST.asOf,
    calls: { ...calls },
    pullRequest: isOpen ? { number: pull.number, url: pull.url } : null,
    issue: null,
    notes: [...plan.unknown, ...(proposed?.notes ?? [])],
    sha: deps.github.sha,
    runUrl: deps.github.runUrl,
    generatedAt: new Date(deps.clock.now()).toISOString(),
  });
}

type NodeRow = CleanupDocument['nodes'][number];
type OrphanRow = CleanupDocument['orphans'][number];

function nodeRow(verdict: NodeVerdict, { outcomes, proposed }: Findings): NodeRow {
  const { node, pool, class: of, because, decision, but, idleSince, monthlyCost } = verdict;
  const vm = machineName(node) ?? verdict.machine?.name ?? null;
  const isProposed = proposed?.pools.some(({ machines }) => vm !== null && machines.includes(vm)) ?? false;
  return {
    name: node.name,
    pool,
    vm,
    class: of,
    because,
    decision,
    but: isProposed ? 'The pull request takes it away.' : but,
    idleSince: idleSince === null ? null : new Date(idleSince).toISOString(),
    monthly: cents(monthlyCost),
    outcome: outcomeOf(outcomes, node.name),
  };
}

function orphanRow(verdict: OrphanVerdict, outcomes: Outcomes): OrphanRow {
  const { class: of, what, id, because, decision, but, monthlyCost } = verdict;
  const monthly = cents(monthlyCost);
  return { class: of, what, id, because, decision, but, monthly, outcome: outcomeOf(outcomes, id) };
}

function outcomeOf(outcomes: Outcomes, id: string): NodeRow['outcome'] {
  const outcome = outcomes.get(id);
  return outcome === undefined ? null : { ...outcome };
}

/** A node whose removal was begun earlier may look otherwise by now: its VM is off. */
function isWaste({ class: of, decision }: NodeRow): boolean {
  return isIdle(of) || of === 'dead' || decision === 'remove';
}

function cents(cost: MonthlyCost): MonthlyCost {
  return cost === null ? null : Math.round(cost * 100) / 100;
}

function sumOf(rows: readonly { readonly monthly: MonthlyCost }[]): CleanupDocument['saved'] {
  const { usd, unknown } = sumCosts(rows.map(({ monthly }) => monthly));
  return { amount: cents(usd) ?? 0, unknown };
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function listRows(fleet: Fleet): CleanupDocument['lists'] {
  return (Object.keys(LIST_NAMES) as ListName[]).map((name) => {
    const listing = fleet[name];
    return {
      name: LIST_NAMES[name],
      entries: listing.known ? listing.items.length : null,
      problem: listing.known ? null : listing.because,
    };
  });
}

/**
 * What is worst comes first. To be outside the windows stops nothing that should have been done now.
 */
export function verdictOf(plan: CleanupPlan, outcomes: Outcomes): CleanupDocument['verdict'] {
  const results = [...outcomes.values()].map(({ result }) => result);
  if (results.some((result) => result === 'failed' || result === 'cancelled')) return 'failed';
  if (plan.unknown.length > 0) return 'unknown';
  if (plan.stops.some(({ guard }) => guard !== 'window')) return 'stopped';
  const decided = [...plan.nodes, ...plan.orphans].filter(
    ({ decision }) => decision !== 'keep' && decision !== 'wait',
  );
  const open = decided.filter((verdict) => !outcomes.has('node' in verdict ? verdict.node.name : verdict.id));
  if (open.length > 0) return 'planned';
  return decided.length > 0 ? 'done' : 'clean';
}
