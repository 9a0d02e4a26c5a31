import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { GitHubState } from '#simulator/world/github.js';
import { repositoryRoot } from '../support/repository.ts';
import { VALUES } from './environment-values.ts';
import { AUTHOR, localBackend, PLATFORM } from './repository.ts';

/** What the stack foundation says of itself, by the name of the output. */
export type Outputs = Readonly<Record<string, unknown>>;

/**
 * Opens the pull request that adds what runs in the cluster and the pools of nodes. Both stacks read the outputs of the
 * applied foundation from a file; their states lie beside its.
 */
export async function openNodesPullRequest(
  state: GitHubState,
  foundation: Outputs,
  statePath: string,
): Promise<number> {
  const files: Record<string, string> = {};
  for (const stack of ['cluster', 'nodes'] as const) {
    const folder = `terraform/stacks/${stack}`;
    Object.assign(files, sourcesBelow(folder));
    files[`${folder}/backend.tf`] = localBackend(join(dirname(statePath), `${stack}.tfstate`));
    files[`${folder}/environment.auto.tfvars`] = VALUES[stack];
    files[`${folder}/foundation.auto.tfvars.json`] = `${JSON.stringify({ foundation }, undefined, 2)}\n`;
  }
  const title = 'Add the cluster’s software and its nodes';
  const branch = 'cluster-and-nodes';
  await state.commitToBranch({ repository: PLATFORM, branch, message: title, author: AUTHOR, files });
  const body = 'Cilium and CoreDNS in the cluster, and two pools of VMs on Azure.';
  const pull = await state.openPullRequest({
    repository: PLATFORM,
    title,
    body,
    head: branch,
    author: AUTHOR,
  });
  return pull.number;
}

/** Text of each source file below a folder of this repository, by its path. */
function sourcesBelow(folder: string): Record<string, string> {
  const root = join(repositoryRoot, folder);
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/[/\\](\.terraform|tests)[/\\]|\.tfstate/.test(path));
  return Object.fromEntries(
    paths.map((path) => [
      join(folder, relative(root, path)).replaceAll('\\', '/'),
      readFileSync(path, 'utf8'),
    ]),
  );
}

/** Variables of environments that the template asks for once the foundation is applied, by its outputs. */
const CLUSTER_VARIABLES = {
  apply: {
    EKS_CLUSTER_NAME: 'cluster_name',
    HYBRID_NODE_ROLE_NAME: 'hybrid_node_role_name',
    KEY_VAULT_URI: 'key_vault_uri',
    ACTIVATION_SECRET_NAME: 'activation_secret_name',
    AZURE_RESOURCE_GROUP: 'azure_resource_group_name',
  },
  verify: { EKS_CLUSTER_NAME: 'cluster_name', POD_ROUTING: 'pod_routing' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The variables that were given to one environment. */
export interface GivenVariables {
  readonly environment: string;
  readonly names: readonly string[];
}

/** Gives the environments those variables, with values from the outputs of the foundation. Names them. */
export function setClusterVariables(state: GitHubState, foundation: Outputs): readonly GivenVariables[] {
  return Object.entries(CLUSTER_VARIABLES).map(([environment, given]) => {
    const variables = state.repository(PLATFORM).environments.get(environment)?.variables;
    for (const [name, output] of Object.entries(given)) variables?.set(name, String(foundation[output]));
    return { environment, names: Object.keys(given) };
  });
}
