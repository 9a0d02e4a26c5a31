import { type Life, perform, readState, type RunOutcome, told } from './life.ts';
import { reviewedPullRequest } from './pull-request.ts';
import { APPROVER, PLATFORM } from './repository.ts';

/** The reviewed pull request is merged, and its plan applied. Returns whether that went as it should. */
export async function rehearseNetwork(life: Life): Promise<boolean> {
  const number = await reviewedPullRequest(life);
  if (number === undefined) return life.options.faults.length > 0;
  await life.stage.github.mergePullRequest(PLATFORM, number, APPROVER);
  const { isAsItShould, succeeded } = await applyPullRequest(
    life,
    number,
    'The pull request is merged, and its reviewed plan applied',
  );
  life.hasNetwork = succeeded;
  if (succeeded) told(life, `foundation: ${String(readState(life.stage, 'foundation').resources)} resources`);
  return isAsItShould;
}

/**
 * Starts the apply of a merged pull request; once more, going on with what the first left, where a fault broke it off and
 * `mayResume` agrees.
 */
export async function applyPullRequest(
  life: Life,
  number: number,
  title: string,
  mayResume: () => boolean = () => true,
): Promise<RunOutcome> {
  life.hasBegun = true;
  const inputs = { 'pull-request': String(number), environment: 'apply' };
  const first = await perform(life, {
    title,
    caller: 'apply',
    trigger: { name: 'workflow_dispatch', inputs },
  });
  if (first.succeeded || !first.isAsItShould || !mayResume()) return first;
  return perform(life, {
    title: 'The apply is started again, to go on where it was broken off',
    caller: 'apply',
    trigger: { name: 'workflow_dispatch', inputs: { ...inputs, 'allow-drifted-replan': 'true' } },
  });
}
