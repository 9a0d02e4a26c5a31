/** The nodes of a stage's cluster with what stands behind them in both clouds, for workflows that need no Terraform. */
import { CLUSTER, roleArn } from '#scripts/rehearse/identities.js';
import { PLATFORM } from '#scripts/rehearse/repository.js';
import type { Stage } from '#scripts/rehearse/stage.js';
import { createActivation, registerInstance } from '#simulator/world/activations.js';
import { text } from '#simulator/world/attributes.js';
import { registerNode } from '#simulator/world/nodes.js';
import { SIMULATED_ACCOUNTS, type World } from '#simulator/world/world.js';
import { putObject } from './cloud-init.ts';
import { putMachine } from './cleanup-machine.ts';

const { accountId, region, subscriptionId } = SIMULATED_ACCOUNTS;
const GROUP = 'acme-nodes';
const NODE_ROLE = 'acme-hybrid-nodes';
const ENDPOINT = `https://acme.gr7.${region}.eks.amazonaws.com`;

/** Makes the cluster, lets the role of the cleanup in, and gives the repository the variables of the template. */
export function furnishCluster({ world, github }: Stage): void {
  const aws = (type: string, name: string, attributes: Parameters<typeof putObject>[4]): void => {
    putObject(world, 'aws', type, name, attributes);
  };
  aws('aws_eks_cluster', CLUSTER, {
    name: CLUSTER,
    arn: `arn:aws:eks:${region}:${accountId}:cluster/${CLUSTER}`,
    created_at: '2026-11-01T00:00:00Z',
    version: '1.34',
    status: 'ACTIVE',
    endpoint: ENDPOINT,
    remote_network_config: [
      {
        remote_node_networks: [{ cidrs: ['10.80.0.0/20'] }],
        remote_pod_networks: [{ cidrs: ['10.112.0.0/16'] }],
      },
    ],
  });
  world.objects.put({
    key: 'helm_release/cilium',
    provider: 'helm',
    type: 'helm_release',
    region: ENDPOINT,
    attributes: { id: 'cilium', name: 'cilium' },
  });
  const principal = { cluster_name: CLUSTER, principal_arn: roleArn('cleanup') };
  aws('aws_eks_access_entry', 'cleanup', { ...principal, type: 'STANDARD', kubernetes_groups: [] });
  aws('aws_eks_access_policy_association', 'cleanup', {
    ...principal,
    policy_arn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
    access_scope: [{ type: 'cluster', namespaces: [] }],
  });
  aws('aws_iam_role', NODE_ROLE, {
    name: NODE_ROLE,
    assume_role_policy: '{"Principal":{"Service":"ssm.amazonaws.com"}}',
  });
  const variables = {
    CLUSTER_NAME: CLUSTER,
    NODES_RESOURCE_GROUP: GROUP,
    CLEANUP_AWS_ACCOUNTS: accountId,
    CLEANUP_AZURE_SUBSCRIPTIONS: subscriptionId,
  };
  for (const [name, value] of Object.entries(variables)) github.setVariable(PLATFORM, name, value);
}

/** Makes `acme-general-<number>`, which has just joined. Gives the name of its node. */
export function joinNode(world: World, number: number): string {
  const address = `10.80.0.${10 + number}`;
  const pool = 'general';
  const vm = putMachine(world, { cluster: CLUSTER, resourceGroup: GROUP, pool, number, address });
  const activation = createActivation(world, {
    region,
    iamRole: NODE_ROLE,
    registrationLimit: 10,
    tags: { EKSClusterARN: `arn:aws:eks:${region}:${accountId}:cluster/${CLUSTER}` },
  });
  const name = text(
    registerInstance(world, {
      region,
      ...activation,
      ipAddress: address,
      computerName: vm,
      platformName: 'ubuntu',
      platformVersion: '24.04',
    }),
    'id',
  );
  registerNode(world, {
    cluster: CLUSTER,
    region,
    name,
    address,
    labels: { 'eks-hybrid-actions.io/vm': vm, 'eks-hybrid-actions.io/pool': pool },
    taints: [],
    kubeletVersion: '1.34.4',
    osImage: 'Ubuntu 24.04.3 LTS',
    architecture: 'amd64',
    cpus: 4,
    maxPods: 110,
  });
  return name;
}
