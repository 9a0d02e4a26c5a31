/** A world with a cluster, its API server and the services that readiness asks, and VMs in any state of joining. */
import { createSsmService, type SsmOptions } from '#simulator/servers/aws/ssm/service.js';
import { startService } from '#simulator/servers/loopback.js';
import { createActivation, type CreatedActivation, registerInstance } from '#simulator/world/activations.js';
import { text } from '#simulator/world/attributes.js';
import { type MachineStateFacts, setMachineState } from '#simulator/world/machine-states.js';
import { type NodeRegistration, registerNode } from '#simulator/world/nodes.js';
import type { World } from '#simulator/world/world.js';
import {
  type CloudOptions,
  foundationObjects,
  type SimulatedClouds,
  startSimulatedClouds,
} from './simulated-clouds.ts';
import {
  type SimulatedKubernetes,
  type SimulatedKubernetesOptions,
  startSimulatedKubernetes,
  TEST_IDENTITY,
} from './simulated-kubernetes.ts';

const GROUP = 'hybrid-nodes';
const ROLE = 'hybrid-nodes';

export interface NodeWorld {
  readonly world: World;
  readonly clouds: SimulatedClouds;
  readonly kubernetes: SimulatedKubernetes;
  readonly env: Readonly<Record<string, string>>;
  readonly resourceGroup: string;
  /** Makes a VM in Azure. */
  putVm(name: string, state?: MachineStateFacts): void;
  /** Mints an activation of the cluster. */
  mint(registrationLimit?: number, expires?: Date): CreatedActivation;
  /** Registers a machine. Gives `mi-…`. */
  register(vm: string, activation: CreatedActivation): string;
  /** Makes a machine a node, as kubelet does. */
  join(vm: string, node: string, more?: Partial<NodeRegistration>): void;
  close(): Promise<void>;
}

export interface NodeWorldOptions {
  readonly clouds?: CloudOptions;
  readonly kubernetes?: Omit<SimulatedKubernetesOptions, 'world'>;
  readonly ssm?: Omit<SsmOptions, 'world'>;
  /** Whether the role of the nodes has its access entry. Default true. */
  readonly nodeAccess?: boolean;
}

export async function startNodeWorld(options: NodeWorldOptions = {}): Promise<NodeWorld> {
  const objects = [
    ...foundationObjects(),
    {
      type: 'aws_iam_role',
      attributes: {
        id: ROLE,
        name: ROLE,
        assume_role_policy: '{"Principal":{"Service":"ssm.amazonaws.com"}}',
      },
    },
    ...(options.nodeAccess === false
      ? []
      : [
          {
            type: 'aws_eks_access_entry',
            attributes: {
              id: `hybrid:${ROLE}`,
              cluster_name: 'hybrid',
              type: 'HYBRID_LINUX',
              principal_arn: `arn:aws:iam::123456789012:role/${ROLE}`,
            },
          },
        ]),
  ];
  const clouds = await startSimulatedClouds({ objects, ...options.clouds });
  const { world, region, subscriptionId } = clouds;
  const kubernetes = await startSimulatedKubernetes({ ...options.kubernetes, world });
  const ssm = await startService(createSsmService({ world, ...options.ssm }));
  const idOf = (name: string): string =>
    `/subscriptions/${subscriptionId}/resourceGroups/${GROUP}/providers/Microsoft.Compute/virtualMachines/${name}`;
  return {
    world,
    clouds,
    kubernetes,
    resourceGroup: GROUP,
    env: {
      ...clouds.env,
      AWS_ACCESS_KEY_ID: TEST_IDENTITY.accessKeyId,
      AWS_SECRET_ACCESS_KEY: TEST_IDENTITY.secretAccessKey,
      AWS_ENDPOINT_URL_SSM: ssm.url,
    },
    putVm: (name, state = {}) => {
      const id = idOf(name);
      const attributes = {
        id,
        name,
        resource_group_name: GROUP,
        location: 'germanywestcentral',
        size: 'Standard_D4s_v5',
        tags: { cluster: 'hybrid' },
      };
      world.objects.put({
        key: id,
        provider: 'azurerm',
        type: 'azurerm_linux_virtual_machine',
        region: '',
        attributes,
        createdAt: world.clock.now().toISOString(),
      });
      setMachineState(world, id, state);
    },
    mint: (registrationLimit = 10, expirationDate = new Date(world.clock.now().getTime() + 3_600_000)) =>
      createActivation(world, {
        region,
        iamRole: ROLE,
        registrationLimit,
        expirationDate,
        tags: { EKSClusterARN: `arn:aws:eks:${region}:123456789012:cluster/hybrid` },
      }),
    register: (vm, { activationId, activationCode }) =>
      text(
        registerInstance(world, {
          region,
          activationId,
          activationCode,
          ipAddress: '10.80.0.4',
          computerName: vm,
          platformName: 'ubuntu',
          platformVersion: '24.04',
        }),
        'id',
      ),
    join: (vm, node, more = {}) => {
      registerNode(world, {
        cluster: 'hybrid',
        region,
        name: node,
        address: '10.80.0.4',
        labels: { 'eks-hybrid-actions.io/vm': vm, 'eks-hybrid-actions.io/pool': 'general' },
        taints: [],
        kubeletVersion: '1.34.4',
        osImage: 'Ubuntu 24.04.3 LTS',
        architecture: 'amd64',
        cpus: 4,
        maxPods: 110,
        ...more,
      });
    },
    close: async () => {
      await ssm.close();
      await kubernetes.close();
      await clouds.close();
    },
  };
}
