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

export interface DeployedStack {
  /** GitHub environment through which the stack was applied. */
  readonly environment: string;
  readonly stack: string;
  /** Terraform workspace; records without one are of `default`. */
  readonly workspace: string;
  /** Link to the run that ends the deployments. */
  readonly runUrl: string;
}

/**
 * Makes the records of earlier applies of a stack inactive, since nothing of it is left: the newest hundred, those of the
 * same Terraform workspace. Returns how many there were.
 */
export async function endDeployments(
  door: GitHubDoor,
  { environment, stack, workspace, runUrl }: DeployedStack,
): Promise<number> {
  const { data: listed } = await door.call(`list the deployments of ${stack}`, NEEDS_WRITE, (octokit) =>
    octokit.rest.repos.listDeployments({
      ...door.repository,
      environment,
      task: `terraform:${stack}`,
      per_page: 100,
    }),
  );
  const own = listed.filter(({ payload }) => workspaceOf(payload) === workspace);
  let ended = 0;
  for (const { id } of own) {
    const { data: statuses } = await door.call(`read the deployment ${String(id)}`, NEEDS_WRITE, (octokit) =>
      octokit.rest.repos.listDeploymentStatuses({ ...door.repository, deployment_id: id, per_page: 1 }),
    );
    if (statuses[0]?.state === 'inactive') continue;
    await door.call(`end the deployment ${String(id)} of ${stack}`, NEEDS_WRITE, (octokit) =>
      octokit.rest.repos.createDeploymentStatus({
        ...door.repository,
        deployment_id: id,
        state: 'inactive',
        description: 'The stack is destroyed',
        log_url: runUrl,
      }),
    );
    ended += 1;
  }
  return ended;
}

/** GitHub gives a payload back as an object or as the text that it was sent as. */
function workspaceOf(payload: unknown): string {
  const value = typeof payload === 'string' ? parsed(payload) : payload;
  const isNamed = typeof value === 'object' && value !== null && 'workspace' in value;
  return isNamed && typeof value.workspace === 'string' ? value.workspace : 'default';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
