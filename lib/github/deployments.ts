import type { GitHubDoor } from './client.ts';

const NEEDS_WRITE = 'deployments: write';
/** GitHub cuts or refuses longer ones (REST docs, "Create a deployment status": maximum of 140 characters). */
const LONGEST_DESCRIPTION = 140;

export interface DeploymentRequest {
  /** GitHub environment. */
  readonly environment: string;
  readonly stack: string;
  /** Commit whose code is applied. */
  readonly sha: string;
  /** Link to the run. */
  readonly runUrl: string;
  /** What was applied, for those who read the record by API; no secrets. */
  readonly payload: Readonly<Record<string, string | number | null>>;
}

export type DeploymentState = 'in_progress' | 'success' | 'failure' | 'error' | 'inactive';

/** One apply in the repository's list of deployments. */
export interface DeploymentRecord {
  readonly id: number;
  /** Adds a status; `description` is cut to what GitHub takes. */
  update(state: DeploymentState, description: string): Promise<void>;
}

/**
 * Records that a stack is being applied, with the commit and the plan, which the deployment that GitHub makes for a
 * job with an environment does not name: that one has the commit of the workflow. The task (`terraform:<stack>`) keeps
 * the stacks of one environment apart, and no record makes an earlier one inactive.
 */
export async function startDeployment(
  door: GitHubDoor,
  request: DeploymentRequest,
): Promise<DeploymentRecord> {
  const { environment, stack, sha, payload } = request;
  const id = await door.call(`record the deployment of ${stack}`, NEEDS_WRITE, async (octokit) => {
    const { data } = await octokit.rest.repos.createDeployment({
      ...door.repository,
      ref: sha,
      environment,
      task: `terraform:${stack}`,
      description: `Terraform stack ${stack}`.slice(0, LONGEST_DESCRIPTION),
      payload: { stack, ...payload },
      auto_merge: false,
      required_contexts: [],
    });
    if ('id' in data) return data.id;
    // 202: GitHub merged the base branch instead, which auto_merge false rules out.
    throw new Error(data.message ?? 'GitHub made no deployment');
  });
  const update: DeploymentRecord['update'] = async (state, description) => {
    await door.call(`record that the deployment of ${stack} is ${state}`, NEEDS_WRITE, (octokit) =>
      octokit.rest.repos.createDeploymentStatus({
        ...door.repository,
        deployment_id: id,
        state,
        description: description.slice(0, LONGEST_DESCRIPTION),
        log_url: request.runUrl,
        auto_inactive: false,
      }),
    );
  };
  await update('in_progress', 'Terraform is being applied');
  return { id, update };
}
