import type { RunTrigger } from '#simulator/world/github-actions.js';
import type { StackName } from './environment-terraform.ts';
import { type Life, perform, readState, type RunOutcome, told } from './life.ts';
import { tellLink } from './link.ts';
import { reviewedPullRequest } from './pull-request.ts';
import { APPROVER, openRepairPullRequest, PLATFORM } from './repository.ts';

/**
 * The reviewed pull request is merged, its plan applied, and the link between the clouds proven. Returns whether that went
 * as it should.
 */
export async function rehearseNetwork(life: Life): Promise<boolean> {
  const number = await reviewedPullRequest(life);
  if (number === undefined) return life.options.faults.length > 0;
  await life.stage.github.mergePullRequest(PLATFORM, number, APPROVER);
  const title = 'The pull request is merged, and its reviewed plan applied';
  const { identity, isAsItShould, succeeded } = await applyPullRequest(life, {
    number,
    title,
    stacks: ['foundation'],
  });
  life.hasNetwork = succeeded;
  if (succeeded) told(life, `foundation: ${String(readState(life.stage, 'foundation').resources)} resources`);
  const link = await tellLink(life, identity);
  if (link !== undefined) life.links.push(link);
  // A run that succeeds without having looked would be green for nothing.
  return isAsItShould && (!succeeded || link?.verdict === 'healthy');
}

/** An apply of a merged pull request. */
export interface PlannedApply {
  readonly number: number;
  readonly title: string;
  readonly stacks: readonly StackName[];
  /** Whether it is worth going on where a fault broke it off. Default: always. */
  readonly mayResume?: () => boolean;
}

/**
 * Starts the apply of a merged pull request. Where a fault broke it off, another pull request plans what is left to do, and
 * is reviewed, merged and applied like the first.
 */
export async function applyPullRequest(life: Life, apply: PlannedApply): Promise<RunOutcome> {
  const { number, title, stacks, mayResume = () => true } = apply;
  life.hasBegun = true;
  const first = await perform(life, { title, caller: 'apply', trigger: dispatch({ number }) });
  if (first.succeeded || !first.isAsItShould || !mayResume()) return first;
  const { github } = life.stage;
  const repair = await openRepairPullRequest(github, number, stacks);
  const planned = await perform(life, {
    title: `Another pull request plans what is left to do (${PLATFORM}#${String(repair)})`,
    caller: 'plan',
    trigger: { name: 'pull_request', number: repair, action: 'opened' },
  });
  if (!planned.succeeded) return planned;
  await github.mergePullRequest(PLATFORM, repair, APPROVER);
  return perform(life, {
    title: 'It is merged and applied; what failed half-way is replaced, which is confirmed by name',
    caller: 'apply',
    trigger: dispatch({ number: repair, confirm: 'apply' }),
  });
}

function dispatch({ number, confirm }: { readonly number: number; readonly confirm?: string }): RunTrigger {
  const inputs = { 'pull-request': String(number), environment: 'apply' };
  return { name: 'workflow_dispatch', inputs: { ...inputs, ...(confirm !== undefined && { confirm }) } };
}
