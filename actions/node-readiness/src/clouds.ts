/** One round of questions to the clouds: what each cannot answer is unknown with its reason. */
import { createEksReader, type EksReader } from '#lib/aws/eks.js';
import { createSsmDoor, type SsmDoor } from '#lib/aws/ssm.js';
import { type AzureComputeReader, createAzureComputeReader } from '#lib/azure/compute.js';
import type { ActionDeps } from '#lib/action/types.js';
import {
  type ActivationFacts,
  type ClusterFacts,
  type InstanceFacts,
  type Known,
  known,
  type NodeCase,
  unknown,
  valueOf,
  type VirtualMachineFacts,
} from '#lib/nodes/readiness-facts.js';
import { readConsole } from '#lib/nodes/readiness-console.js';
import { type CloudFacts, keyOf } from '#lib/nodes/readiness-judge.js';
import type { Inputs } from './inputs.ts';

/** Answers of the doors to the clouds. */
type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

export const knownOf = <T>(answer: Answer<T>): Known<T> =>
  answer.ok ? known(answer.value) : unknown(answer.reason);

/** The part of the facts that does not come from the cluster itself. */
export type OutsideFacts = Omit<CloudFacts, 'certificates' | 'ciliumNodes'>;

/** VMs whose consoles are read in one round; the rest follow when these have joined. */
const MOST_CONSOLES = 20;

interface Doors {
  readonly eks: EksReader | undefined;
  readonly ssm: SsmDoor | undefined;
  readonly compute: AzureComputeReader | undefined;
}

/** Opens what the inputs name; a round then asks for the VMs that are `missing`. */
export async function openClouds(
  inputs: Inputs,
  deps: ActionDeps,
): Promise<(missing: readonly string[]) => Promise<OutsideFacts>> {
  const { region, azure, systemsManager } = inputs;
  const doors: Doors = {
    eks: region === undefined ? undefined : await createEksReader(region, deps),
    ssm: region === undefined || !systemsManager ? undefined : await createSsmDoor(region, deps),
    compute:
      azure === undefined
        ? undefined
        : await createAzureComputeReader(azure.subscriptionId, azure.environment, deps),
  };
  return async (missing) => {
    const [aws, vms] = await Promise.all([askAws(doors, inputs), askAzure(doors, inputs, missing)]);
    return { ...aws, ...vms };
  };
}

const NOT_ASKED = 'no region and cluster name are given';

async function askAws(
  { eks, ssm }: Doors,
  { clusterName, systemsManager }: Inputs,
): Promise<Pick<OutsideFacts, 'cluster' | 'instances'>> {
  const cluster = eks === undefined ? unknown(NOT_ASKED) : knownOf(await eks.cluster(clusterName));
  const arn = cluster.known ? known(cluster.value.arn) : cluster;
  const nothing = unknown(systemsManager ? NOT_ASKED : 'systems-manager is false');
  const { activations, instances } =
    ssm === undefined ? { activations: nothing, instances: nothing } : await askSsm(ssm, arn);
  return {
    cluster: {
      version: cluster.known ? versionOf(cluster.value.version) : cluster,
      remoteNodeCidrs: cluster.known ? known(cluster.value.remoteNodeCidrs) : cluster,
      hasAccessEntry: await askAccess(eks, clusterName, activations),
      activations,
    },
    instances,
  };
}

function versionOf(version: string | undefined): ClusterFacts['version'] {
  return version === undefined ? unknown('EKS does not say') : known(version);
}

async function askSsm(
  ssm: SsmDoor,
  arn: Known<string>,
): Promise<Pick<ClusterFacts, 'activations'> & Pick<OutsideFacts, 'instances'>> {
  if (!arn.known) return { activations: arn, instances: arn };
  const [all, found] = await Promise.all([
    ssm.activations(),
    ssm.instances({ by: 'tag', key: 'EKSClusterARN', value: arn.value }),
  ]);
  return {
    activations: all.ok
      ? known(
          all.value
            .filter(({ tags }) => tags['EKSClusterARN'] === arn.value)
            .map(({ id, role, registrationLimit, registrations, expired }): ActivationFacts => ({
              id,
              role: role.split('/').at(-1) ?? role,
              limit: registrationLimit,
              used: registrations,
              expired,
            })),
        )
      : unknown(all.reason),
    instances: found.ok ? known(newestByVm(found.value)) : unknown(found.reason),
  };
}

type Instances = Extract<Awaited<ReturnType<SsmDoor['instances']>>, { readonly ok: true }>['value'];

/** A VM that was made anew is registered again; computers tell their names without a domain, or with one. */
function newestByVm(instances: Instances): ReadonlyMap<string, InstanceFacts> {
  const byVm = new Map<string, InstanceFacts>();
  for (const { id, ping, registeredAt, activationId, computerName } of instances) {
    const key = keyOf((computerName ?? '').split('.')[0] ?? '');
    const facts = { id, ping, registeredAt: registeredAt?.getTime(), activationId };
    const before = byVm.get(key);
    if (before === undefined || (before.registeredAt ?? 0) <= (facts.registeredAt ?? 0)) byVm.set(key, facts);
  }
  return byVm;
}

/** One entry for each role that the activations give; a role without one cannot join. */
async function askAccess(
  eks: EksReader | undefined,
  clusterName: string,
  activations: ClusterFacts['activations'],
): Promise<Known<boolean>> {
  if (eks === undefined) return unknown(NOT_ASKED);
  if (!activations.known) return activations;
  const roles = new Set(activations.value.map(({ role }) => role));
  for (const role of roles) {
    const types = await eks.accessTypes(clusterName, role);
    if (!types.ok) return unknown(types.reason);
    if (!types.value.includes('HYBRID_LINUX')) return known(false);
  }
  return roles.size === 0 ? unknown('there is no activation that names the role') : known(true);
}

async function askAzure(
  { compute }: Doors,
  { azure, clusterName }: Inputs,
  missing: readonly string[],
): Promise<Pick<OutsideFacts, 'machines' | 'statuses' | 'consoles'>> {
  const statuses = new Map<string, NodeCase['status']>();
  const consoles = new Map<string, NodeCase['console']>();
  if (compute === undefined || azure === undefined) {
    return { machines: unknown('azure-resource-group is not given'), statuses, consoles };
  }
  const { resourceGroup } = azure;
  const answer = await compute.machines(resourceGroup);
  const own = answer.ok
    ? answer.value.filter(({ tags }) => (tags['cluster'] ?? clusterName) === clusterName)
    : [];
  const machines: OutsideFacts['machines'] = answer.ok
    ? known(
        new Map(
          own.map(({ name, provisioningState, createdAt }): [string, VirtualMachineFacts] => [
            keyOf(name),
            { name, provisioningState, createdAt: createdAt?.getTime() },
          ]),
        ),
      )
    : unknown(answer.reason);
  const exist = valueOf(machines);
  const asked = missing.filter((vm) => exist === undefined || exist.has(keyOf(vm))).slice(0, MOST_CONSOLES);
  for (const vm of asked) {
    const [status, console] = await Promise.all([
      compute.status(resourceGroup, vm),
      compute.console(resourceGroup, vm),
    ]);
    statuses.set(keyOf(vm), knownOf(status));
    consoles.set(keyOf(vm), console.ok ? known(readConsole(console.value)) : unknown(console.reason));
  }
  return { machines, statuses, consoles };
}
