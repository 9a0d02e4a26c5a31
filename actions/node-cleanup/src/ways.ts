import { type Acted, actOn } from '#lib/cleanup/act.js';
import type { CleanupPlan, NodeVerdict } from '#lib/cleanup/plan.js';
import type { Outcome } from '#lib/cleanup/outcome.js';
import type { ActionDeps } from '#lib/action/types.js';
import type { CleanupSettings } from '#lib/cleanup/settings.js';
import type { Inputs, Mode } from './inputs.ts';
import type { Opened } from './open.ts';

export type Outcomes = ReadonlyMap<string, Outcome>;

/** Does the part of a plan that the mode lets a run do by itself. */
export async function actByMode(
  plan: CleanupPlan,
  opened: Opened,
  inputs: Inputs,
  settings: CleanupSettings,
  deps: ActionDeps,
): Promise<Acted> {
  const part = partFor(inputs.mode, plan);
  const isIdle =
    part.nodes.every(({ decision }) => decision === 'keep' || decision === 'wait') &&
    part.orphans.every(({ decision }) => decision === 'keep');
  if (isIdle) return { outcomes: new Map(), stops: [] };
  const { scope, doors } = opened;
  const { evictionTimeoutMs: evictionDeadline, concurrency } = inputs;
  const options = { scope, settings, evictionDeadline, concurrency, run: deps.github.runUrl };
  return actOn(part, doors, options, deps);
}

/** The plan without what the mode leaves alone. */
export function partFor(mode: Mode, plan: CleanupPlan): CleanupPlan {
  switch (mode) {
    case 'act':
      return plan;
    case 'dry-run':
      return { ...plan, nodes: [], orphans: [] };
    case 'mark':
      return { ...plan, nodes: plan.nodes.filter((node) => isMarking(node)), orphans: [] };
    case 'pull-request':
      return {
        ...plan,
        nodes: plan.nodes.filter((node) => isMarking(node) || isLeftOver(node)),
        orphans: plan.orphans.filter(({ what }) => what === 'instance' || what === 'activation'),
      };
  }
}

function isMarking({ decision }: NodeVerdict): boolean {
  return decision === 'mark' || decision === 'unmark';
}

/** A dead node without a VM: Terraform has nothing left of it, and only its deletion ends the fee. */
export function isLeftOver({ decision, class: of, machine, signs }: NodeVerdict): boolean {
  return decision === 'remove' && of === 'dead' && machine === undefined && signs.azure.says === 'off';
}
