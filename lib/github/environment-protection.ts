import { ActionError } from '../action/errors.ts';
import type { Logger } from '../action/types.ts';
import type { GitHubDoor } from './client.ts';
import { reviewErrors } from './review-errors.ts';

/** What stands between a run and what an environment gives to its jobs. */
export interface EnvironmentProtection {
  readonly environment: string;
  /** `protected` needs somebody's approval and a branch rule that keeps some branches out. */
  readonly verdict: 'protected' | 'unprotected' | 'unknown';
  /** Sentences: why it is not protected or not known to be; empty for `protected`. */
  readonly reasons: readonly string[];
  /** Sentences: who approves, and gaps that do not by themselves make it unprotected. */
  readonly notes: readonly string[];
}

const NEEDS_READ = 'actions: read';

/** As far as it is looked at here; a member that an older server leaves out counts as the weaker setting. */
interface Environment {
  readonly can_admins_bypass?: boolean;
  readonly protection_rules?: readonly {
    readonly type: string;
    readonly prevent_self_review?: boolean;
    readonly reviewers?: readonly {
      readonly type?: string;
      readonly reviewer?: { readonly login?: string; readonly slug?: string };
    }[];
    readonly wait_timer?: number;
  }[];
  readonly deployment_branch_policy: {
    readonly protected_branches: boolean;
    readonly custom_branch_policies: boolean;
  } | null;
}

/**
 * Reads the protection rules of an environment. Never rejects for what GitHub answers: what could not be read makes
 * the verdict `unknown`, which is not good enough to apply. An environment that does not exist is unprotected, since
 * GitHub makes it without rules for the first job that names it.
 */
export async function checkEnvironment(
  door: GitHubDoor,
  environment: string,
): Promise<EnvironmentProtection> {
  try {
    const found = await readEnvironment(door, environment);
    if (found === undefined) {
      const reason = `The environment ${environment} does not exist; GitHub would make it without any rule.`;
      return { environment, verdict: 'unprotected', reasons: [reason], notes: [] };
    }
    const branches = await branchGap(door, environment, found);
    const reasons = [reviewerGap(environment, found), branches].filter((gap) => gap !== undefined);
    return {
      environment,
      verdict: reasons.length === 0 ? 'protected' : 'unprotected',
      reasons,
      notes: notesOf(environment, found),
    };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const reason = `The rules of the environment ${environment} could not be read: ${error.message}.`;
    return { environment, verdict: 'unknown', reasons: [reason], notes: [] };
  }
}

/**
 * Refuses an environment that is not known to be protected; with `allowUnprotected` it warns instead.
 * @throws EHA1134 unprotected, EHA1135 unknown
 */
export function requireProtection(
  { verdict, reasons, notes }: EnvironmentProtection,
  allowUnprotected: boolean,
  log: Logger,
): void {
  for (const note of notes) log.info(note);
  if (verdict === 'protected') return;
  const text = reasons.join(' ');
  if (allowUnprotected) log.warning(`${text} It is used nevertheless, because allow-unprotected is true.`);
  else throw verdict === 'unknown' ? reviewErrors.EHA1135(text) : reviewErrors.EHA1134(text);
}

async function readEnvironment(door: GitHubDoor, name: string): Promise<Environment | undefined> {
  try {
    return await door.call(`read the environment ${name}`, NEEDS_READ, async (octokit) => {
      const { data } = await octokit.rest.repos.getEnvironment({
        ...door.repository,
        environment_name: name,
      });
      // The client library's type is an intersection over all rules, which no rule fits.
      return data as unknown as Environment;
    });
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'EHA1105') throw error;
    // GitHub also answers 404 to who may not see environments; only a list that it may read proves that there is none.
    const { data } = await door.call('list the environments', NEEDS_READ, (octokit) =>
      octokit.rest.repos.getAllEnvironments({ ...door.repository, per_page: 1 }),
    );
    if (data.environments === undefined) throw error;
    return undefined;
  }
}

function reviewersOf(environment: Environment): readonly string[] {
  const rules = environment.protection_rules ?? [];
  return rules
    .filter((rule) => rule.type === 'required_reviewers')
    .flatMap((rule) => rule.reviewers ?? [])
    .map(({ type, reviewer }) =>
      type === 'Team' ? `team ${reviewer?.slug ?? '?'}` : (reviewer?.login ?? '?'),
    );
}

function reviewerGap(name: string, environment: Environment): string | undefined {
  if (reviewersOf(environment).length > 0) return undefined;
  return `The environment ${name} has no required reviewers: its jobs start without anybody's approval.`;
}

/** Why every branch may use the environment; undefined when some are kept out. */
async function branchGap(
  door: GitHubDoor,
  name: string,
  environment: Environment,
): Promise<string | undefined> {
  const policy = environment.deployment_branch_policy;
  if (policy === null) {
    return `The environment ${name} lets every branch deploy: a pushed branch can bring a workflow of its own.`;
  }
  if (policy.protected_branches) {
    const { data } = await door.call('look for protected branches', 'contents: read', (octokit) =>
      octokit.rest.repos.listBranches({ ...door.repository, protected: true, per_page: 1 }),
    );
    if (data.length > 0) return undefined;
    return `The environment ${name} lets protected branches deploy, but no branch is protected, and then GitHub lets every branch pass.`;
  }
  const policies = await door.call(`read the branch rules of ${name}`, NEEDS_READ, (octokit) =>
    octokit.paginate(octokit.rest.repos.listDeploymentBranchPolicies, {
      ...door.repository,
      environment_name: name,
      per_page: 100,
    }),
  );
  const open = policies.find((each) => /^\*+(\/\*+)?$/.test(each.name ?? ''));
  if (open === undefined) return undefined;
  return `The environment ${name} lets every branch deploy that matches ${open.name ?? ''}, which is nearly any.`;
}

function notesOf(name: string, environment: Environment): readonly string[] {
  const reviewers = reviewersOf(environment);
  if (reviewers.length === 0) return [];
  const rules = environment.protection_rules ?? [];
  const preventsSelf = rules.some((rule) => rule.prevent_self_review === true);
  const wait = rules.find((rule) => rule.type === 'wait_timer')?.wait_timer ?? 0;
  return [
    `The environment ${name} needs the approval of ${reviewers.join(' or ')}.`,
    ...(wait > 0 ? [`Its jobs wait ${String(wait)} minutes besides.`] : []),
    ...(preventsSelf ? [] : ['Who starts the run may approve it, because self-review is not prevented.']),
    ...(environment.can_admins_bypass === false ? [] : ['Administrators may pass over its rules.']),
  ];
}
