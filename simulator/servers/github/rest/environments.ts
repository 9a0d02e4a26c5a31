/** Environments, deployments and their approval over REST. */
import { createEnvironment, review } from '../../../world/github-environments.ts';
import {
  approvalEnvironmentJson,
  deploymentJson,
  deploymentStatusJson,
  environmentJson,
  pendingJson,
} from '../../../world/github-json-environments.ts';
import { userJson } from '../../../world/github-json.ts';
import { nodeId } from '../../../world/github-ids.ts';
import type { DeploymentRecord, EnvironmentRecord, RunRecord } from '../../../world/github-types.ts';
import type { Json, JsonObject } from '../../../runner/host.ts';
import { SimulatorError } from '../../../world/errors.ts';
import {
  ApiError,
  countedAnswer,
  isObject,
  listAnswer,
  notFound,
  optionalText,
  textOf,
  validationFailed,
  type Answer,
  type RepositoryCall,
  type RepositoryRoute,
} from '../http.ts';

function environmentNamed(call: RepositoryCall): EnvironmentRecord {
  const found = call.repository.environments.get((call.params['environment'] ?? '').toLowerCase());
  if (found === undefined) throw notFound();
  return found;
}

function putEnvironment(call: RepositoryCall): Answer {
  const { body, repository, state } = call;
  const policy = body['deployment_branch_policy'];
  const listed = Array.isArray(body['reviewers']) ? body['reviewers'] : [];
  const before = repository.environments.get((call.params['environment'] ?? '').toLowerCase());
  const made = createEnvironment(state, {
    repository: repository.fullName,
    name: call.params['environment'] ?? '',
    reviewers: listed.map((entry: Json) => reviewerLogin(call, entry)),
    waitTimer: typeof body['wait_timer'] === 'number' ? body['wait_timer'] : 0,
    preventSelfReview: body['prevent_self_review'] === true,
    ...(isObject(policy)
      ? { branches: policy['protected_branches'] === true ? ('protected' as const) : keptPatterns(before) }
      : {}),
    variables: Object.fromEntries(before?.variables ?? []),
    secrets: Object.fromEntries(before?.secrets ?? []),
  });
  return { status: 200, body: environmentJson(state.urls, repository, made) };
}

function keptPatterns(before: EnvironmentRecord | undefined): readonly string[] {
  return before?.branchPolicies.map((policy) => policy.name) ?? [];
}

function reviewerLogin(call: RepositoryCall, entry: Json): string {
  const id = isObject(entry) && entry['type'] === 'User' ? entry['id'] : undefined;
  const user = [...call.state.users.values()].find((each) => each.id === id);
  if (user === undefined)
    throw validationFailed({ resource: 'Environment', field: 'reviewers', code: 'invalid' });
  return user.login;
}

function policyJson(
  call: RepositoryCall,
  policy: { readonly id: number; readonly name: string },
): JsonObject {
  return { id: policy.id, node_id: nodeId('GBP', call.repository.id, policy.id), name: policy.name };
}

const environmentRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    pattern: '/environments',
    docs: 'deployments/environments#list-environments',
    needs: ['actions=read'],
    handle: (call) =>
      countedAnswer(call, 'environments', [...call.repository.environments.values()], (each) =>
        environmentJson(call.state.urls, call.repository, each),
      ),
  },
  {
    method: 'GET',
    pattern: '/environments/{environment}',
    docs: 'deployments/environments#get-an-environment',
    needs: ['actions=read'],
    handle: (call) => ({
      status: 200,
      body: environmentJson(call.state.urls, call.repository, environmentNamed(call)),
    }),
  },
  {
    method: 'PUT',
    pattern: '/environments/{environment}',
    docs: 'deployments/environments#create-or-update-an-environment',
    needs: [],
    adminOnly: true,
    handle: putEnvironment,
  },
  {
    method: 'GET',
    pattern: '/environments/{environment}/deployment-branch-policies',
    docs: 'deployments/branch-policies#list-deployment-branch-policies',
    needs: ['actions=read'],
    handle: (call) =>
      countedAnswer(call, 'branch_policies', environmentNamed(call).branchPolicies, (policy) =>
        policyJson(call, policy),
      ),
  },
  {
    method: 'POST',
    pattern: '/environments/{environment}/deployment-branch-policies',
    docs: 'deployments/branch-policies#create-a-deployment-branch-policy',
    needs: [],
    adminOnly: true,
    handle: (call) => {
      const environment = environmentNamed(call);
      if (environment.branchPolicy !== 'custom') throw notFound();
      const policy = { id: call.state.ids.next('policy'), name: textOf(call.body, 'name') };
      environment.branchPolicies.push(policy);
      return { status: 200, body: policyJson(call, policy) };
    },
  },
];

function runOf(call: RepositoryCall): RunRecord {
  const run = call.repository.runs.get(Number(call.params['run']));
  if (run === undefined) throw notFound();
  return run;
}

function pendingAnswer(call: RepositoryCall): Answer {
  const run = runOf(call);
  const user = call.caller?.user ?? run.actor;
  const first = run.pending.filter(
    (entry, at) => run.pending.findIndex((other) => other.environment === entry.environment) === at,
  );
  return {
    status: 200,
    body: first.map((entry) => pendingJson(call.state.urls, call.repository, run, entry, user)),
  };
}

/** Approves or rejects the waiting jobs of some environments; only a reviewer's own token can. */
function decide(call: RepositoryCall): Answer {
  const run = runOf(call);
  const verdict = textOf(call.body, 'state');
  const ids = Array.isArray(call.body['environment_ids']) ? call.body['environment_ids'] : [];
  if (verdict !== 'approved' && verdict !== 'rejected') {
    throw validationFailed({ resource: 'Deployment', field: 'state', code: 'invalid' });
  }
  const names = run.pending
    .filter((entry) => ids.includes(entry.environment.id))
    .map((entry) => entry.environment.name);
  const user = call.caller?.user ?? run.actor;
  try {
    const comment = optionalText(call.body, 'comment') ?? '';
    const environments = review(run, { environments: names, verdict, user, comment });
    const mine = [...call.repository.deployments.values()].filter((deployment) =>
      environments.some((environment) => environment.name === deployment.environment),
    );
    return { status: 200, body: mine.map((each) => deploymentJson(call.state.urls, call.repository, each)) };
  } catch (error) {
    if (error instanceof SimulatorError) throw new ApiError(422, error.message);
    throw error;
  }
}

function deploymentOf(call: RepositoryCall): DeploymentRecord {
  const found = call.repository.deployments.get(Number(call.params['deployment']));
  if (found === undefined) throw notFound();
  return found;
}

async function createDeployment(call: RepositoryCall): Promise<Answer> {
  const { body, repository, state } = call;
  const ref = textOf(body, 'ref');
  const sha = await repository.git.resolve(ref);
  if (sha === undefined) throw new ApiError(422, `No ref found for: ${ref}`);
  const payload = body['payload'];
  const now = state.now();
  const made: DeploymentRecord = {
    id: state.ids.next('deployment'),
    sha,
    ref,
    task: optionalText(body, 'task') ?? 'deploy',
    payload: isObject(payload) ? payload : typeof payload === 'string' ? payload : {},
    environment: optionalText(body, 'environment') ?? 'production',
    description: optionalText(body, 'description') ?? null,
    creator: call.caller?.user ?? repository.owner,
    createdAt: now,
    updatedAt: now,
    statuses: [],
  };
  repository.deployments.set(made.id, made);
  return { status: 201, body: deploymentJson(state.urls, repository, made) };
}

const STATES = ['error', 'failure', 'inactive', 'in_progress', 'queued', 'pending', 'success'];

function createStatus(call: RepositoryCall): Answer {
  const deployment = deploymentOf(call);
  const state = textOf(call.body, 'state');
  if (!STATES.includes(state))
    throw validationFailed({ resource: 'DeploymentStatus', field: 'state', code: 'custom' });
  const status = {
    id: call.state.ids.next('deployment-status'),
    state,
    description: optionalText(call.body, 'description') ?? '',
    targetUrl: optionalText(call.body, 'log_url') ?? optionalText(call.body, 'target_url') ?? '',
    environmentUrl: optionalText(call.body, 'environment_url') ?? '',
    creator: call.caller?.user ?? call.repository.owner,
    createdAt: call.state.now(),
  };
  deployment.statuses.push(status);
  deployment.updatedAt = status.createdAt;
  return { status: 201, body: deploymentStatusJson(call.state.urls, call.repository, deployment, status) };
}

function listDeployments(call: RepositoryCall): readonly DeploymentRecord[] {
  const wanted = (name: string, value: string) => (call.query.get(name) ?? value) === value;
  return [...call.repository.deployments.values()]
    .filter(
      (each) =>
        wanted('environment', each.environment) &&
        wanted('ref', each.ref) &&
        wanted('sha', each.sha) &&
        wanted('task', each.task),
    )
    .reverse();
}

const deploymentRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    pattern: '/actions/runs/{run}/pending_deployments',
    docs: 'actions/workflow-runs#get-pending-deployments-for-a-workflow-run',
    needs: ['actions=read'],
    handle: pendingAnswer,
  },
  {
    method: 'POST',
    pattern: '/actions/runs/{run}/pending_deployments',
    docs: 'actions/workflow-runs#review-pending-deployments-for-a-workflow-run',
    needs: ['deployments=write'],
    handle: decide,
  },
  {
    method: 'GET',
    pattern: '/actions/runs/{run}/approvals',
    docs: 'actions/workflow-runs#get-the-review-history-for-a-workflow-run',
    needs: ['actions=read'],
    handle: (call) => ({
      status: 200,
      body: runOf(call).approvals.map((approval) => ({
        environments: [approvalEnvironmentJson(call.state.urls, call.repository, approval.environment)],
        state: approval.state,
        user: userJson(call.state.urls, approval.user),
        comment: approval.comment,
      })),
    }),
  },
  {
    method: 'GET',
    pattern: '/deployments',
    docs: 'deployments/deployments#list-deployments',
    needs: ['deployments=read'],
    handle: (call) =>
      listAnswer(call, listDeployments(call), (each) =>
        deploymentJson(call.state.urls, call.repository, each),
      ),
  },
  {
    method: 'POST',
    pattern: '/deployments',
    docs: 'deployments/deployments#create-a-deployment',
    needs: ['deployments=write'],
    handle: createDeployment,
  },
  {
    method: 'GET',
    pattern: '/deployments/{deployment}',
    docs: 'deployments/deployments#get-a-deployment',
    needs: ['deployments=read'],
    handle: (call) => ({
      status: 200,
      body: deploymentJson(call.state.urls, call.repository, deploymentOf(call)),
    }),
  },
  {
    method: 'GET',
    pattern: '/deployments/{deployment}/statuses',
    docs: 'deployments/statuses#list-deployment-statuses',
    needs: ['deployments=read'],
    handle: (call) => {
      const deployment = deploymentOf(call);
      return listAnswer(call, [...deployment.statuses].reverse(), (status) =>
        deploymentStatusJson(call.state.urls, call.repository, deployment, status),
      );
    },
  },
  {
    method: 'POST',
    pattern: '/deployments/{deployment}/statuses',
    docs: 'deployments/statuses#create-a-deployment-status',
    needs: ['deployments=write'],
    handle: createStatus,
  },
];

export const ENVIRONMENT_ROUTES: readonly RepositoryRoute[] = [...environmentRoutes, ...deploymentRoutes];
