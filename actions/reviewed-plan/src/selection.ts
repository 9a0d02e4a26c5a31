import { reviewErrors } from '#lib/github/review-errors.js';
import { checkArtifact, type ReviewedPlan } from '#lib/github/reviewed-plan.js';
import { listedNewMachines } from '#lib/nodes/activation-limit.js';
import type { ReviewedPlanDocument } from '#lib/report/reviewed-plan-document.js';
import type { FoundDocument } from './documents.ts';
import type { Inputs } from './inputs.ts';

/** A stack to be applied, but for whether its code is still what was planned. */
export type SelectedStack = Omit<ReviewedPlanDocument['stacks'][number], 'codeChanged'>;

export interface Selection {
  readonly stacks: readonly SelectedStack[];
  readonly leftOut: ReviewedPlanDocument['leftOut'];
}

/**
 * The stacks that were asked for and have something to do, in the order to apply them in.
 * @throws EHA1127 for one that the run did not plan or whose sealed plan is missing, EHA1128, EHA1133
 */
export function selectStacks(
  { stacks: wanted, order }: Pick<Inputs, 'stacks' | 'order'>,
  plan: ReviewedPlan,
  found: readonly FoundDocument[],
): Selection {
  const named = (name: string) =>
    found.find(({ document }) => document.stack === name || document.directory === name.replace(/\/$/, ''));
  const unknown = wanted.filter((name) => named(name) === undefined);
  if (unknown.length > 0 || found.length === 0) {
    const planned = found.map(({ document }) => document.stack).join(', ');
    const missing = unknown.length > 0 ? unknown.join(', ') : 'any stack';
    throw reviewErrors.EHA1127(
      `The run ${String(plan.run.id)} did not plan ${missing}; it planned ${planned === '' ? 'none' : planned}.`,
    );
  }
  const asked =
    wanted.length === 0 ? found : [...new Set(wanted.map(named))].filter((each) => each !== undefined);
  const changing = asked.filter(({ document }) => document.status !== 'no-changes');
  return {
    stacks: inOrder(changing, order).map((each) => selected(plan, each)),
    leftOut: found
      .filter((each) => !changing.includes(each))
      .map((each) => ({
        name: each.document.stack,
        reason: asked.includes(each) ? 'no-changes' : 'not-asked-for',
      })),
  };
}

/** Those of `order` first, then by name, so that the same plan is applied in the same order each time. */
function inOrder(found: readonly FoundDocument[], order: readonly string[]): readonly FoundDocument[] {
  const rank = ({ document }: FoundDocument) => {
    const at = order.findIndex((name) => name === document.stack || name === document.directory);
    return at === -1 ? order.length : at;
  };
  const name = ({ document }: FoundDocument) => document.stack;
  return found.toSorted((one, other) => rank(one) - rank(other) || (name(one) < name(other) ? -1 : 1));
}

function selected({ run, bundles }: ReviewedPlan, found: FoundDocument): SelectedStack {
  const { document, slug } = found;
  const { stack, directory, status, bundle } = document;
  if (status !== 'changes' || bundle === null) {
    const what = status === 'changes' ? 'has no fingerprint' : status;
    throw reviewErrors.EHA1133(`The plan of the stack ${stack} in the run ${String(run.id)} ${what}.`);
  }
  const sealed = bundle.kind === 'sealed' ? bundles.get(slug) : undefined;
  if (sealed !== undefined) checkArtifact(sealed, run);
  else if (bundle.kind === 'sealed')
    throw reviewErrors.EHA1127(
      `The sealed plan of the stack ${stack} is not among the artifacts of the run.`,
    );
  return {
    name: stack,
    directory,
    slug,
    fingerprint: bundle.fingerprint,
    documentArtifactId: found.artifactId,
    documentPath: found.path,
    bundleArtifactId: sealed?.id ?? null,
    newMachines: listedNewMachines(document.changes),
  };
}
