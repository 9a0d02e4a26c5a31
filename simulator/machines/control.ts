/**
 * The side of the world on which the stand-in for nodeadm on a VM acts: installation, registration with SSM, the start of
 * kubelet and the way back. Answers are lines: `ok` or `error`, then a text. Sentences of errors are nodeadm's.
 */
import type { Service, ServiceRequest } from '../servers/loopback.ts';
import { deregisterInstance, findInstance, registerInstance, SsmRefusal } from '../world/activations.ts';
import { text } from '../world/attributes.ts';
import { egressObstacle } from '../world/machines.ts';
import { loseNode, registerNode } from '../world/nodes.ts';
import type { World } from '../world/world.ts';
import { joinRefusal } from './join-rules.ts';
import { kubectl } from './kubectl.ts';
import type { Machine } from './machine.ts';
import { parseNodeConfig } from './node-config.ts';

export function createControlService(world: World, machine: Machine): Service {
  return (request) => {
    const [, command = '', id = ''] = request.path.split('/');
    if (command === 'healthz') return { status: machine.isKubeletUp ? 200 : 503, body: health(machine) };
    if (command === 'kubectl') return kubectl(world, machine, request.body);
    try {
      return { status: 200, body: `ok\n${perform(world, machine, command, id, request)}` };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { status: 200, body: `error\n${message}` };
    }
  };
}

function health(machine: Machine): string {
  return machine.isKubeletUp ? 'ok' : 'not started';
}

function perform(
  world: World,
  machine: Machine,
  command: string,
  id: string,
  request: ServiceRequest,
): string {
  switch (command) {
    case 'install':
      return install(world, machine, request.body.trim().split('\n'));
    case 'register':
      return register(world, machine, request.body);
    case 'init':
      return init(world, machine, id, request.body);
    case 'uninstall':
      return uninstall(world, machine);
    default:
      throw new Error(`unknown command ${command}`);
  }
}

function install(world: World, machine: Machine, [version = '', ...options]: readonly string[]): string {
  const value = (name: string) => options[options.indexOf(name) + 1] ?? '';
  if (!/^1\.\d+(\.\d+)?$/.test(version)) throw new Error(`could not find a release for version ${version}`);
  if (value('--credential-provider') !== 'ssm') throw new Error('only ssm is simulated');
  if (!options.includes('--region')) throw new Error('region us-west-2 is taken where none is given');
  const source = value('--containerd-source');
  const { id } = machine.facts.system;
  if ((source === 'docker' && id === 'amzn') || (source === 'distro' && id === 'rhel')) {
    throw new Error(`${source} source for containerd is not supported on this OS`);
  }
  demandEgress(world, machine, 'hybrid-assets.eks.amazonaws.com');
  machine.kubernetesVersion = version;
  return 'installed';
}

function demandEgress(world: World, machine: Machine, host: string): void {
  const obstacle = egressObstacle(world, machine.object);
  if (obstacle !== undefined) throw new Error(`dial tcp: lookup ${host}: i/o timeout (${obstacle})`);
}

/** What the SSM agent does: the code is a member of its configuration, never an argument. */
function register(world: World, machine: Machine, content: string): string {
  const config = parseNodeConfig(content);
  demandEgress(world, machine, `ssm.${config.region}.amazonaws.com`);
  const { address, name, system } = machine.facts;
  if (world.faults.strikes('activation-expired')) throw new Error(EXPIRED);
  if (world.faults.strikes('activation-used-up')) throw new Error(INVALID);
  try {
    const instance = registerInstance(world, {
      region: config.region,
      activationId: config.activationId,
      activationCode: config.activationCode,
      ipAddress: address,
      computerName: name,
      platformName: system.id,
      platformVersion: system.version,
    });
    machine.node = text(instance, 'id');
    machine.region = config.region;
    return machine.node;
  } catch (error) {
    if (!(error instanceof SsmRefusal)) throw error;
    throw new Error(error.type === 'ActivationExpired' ? EXPIRED : INVALID, { cause: error });
  }
}

const EXPIRED = 'SSM activation expired. Please use a valid activation';
const INVALID = 'invalid SSM activation. Please use a valid activation code, activation id and region';

function init(world: World, machine: Machine, id: string, content: string): string {
  const config = parseNodeConfig(content);
  const instance = findInstance(world, config.region, id);
  if (instance === undefined) throw new Error(`${id} is not registered with AWS Systems Manager any more`);
  demandEgress(world, machine, `eks.${config.region}.amazonaws.com`);
  const { facts, kubernetesVersion } = machine;
  const refusal = joinRefusal(world, facts, {
    cluster: config.cluster,
    region: config.region,
    role: text(instance, 'iam_role'),
    kubernetesVersion,
  });
  if (refusal !== undefined) throw new Error(refusal);
  Object.assign(machine, { node: id, cluster: config.cluster, region: config.region });
  if (world.faults.strikes('kubelet-unhealthy')) return 'kubelet started';
  machine.isKubeletUp = true;
  registerNode(world, {
    cluster: config.cluster,
    region: config.region,
    name: id,
    address: facts.address,
    labels: config.labels,
    taints: config.taints,
    kubeletVersion: /\.\d+\./.test(kubernetesVersion) ? kubernetesVersion : `${kubernetesVersion}.4`,
    osImage: `${facts.system.id} ${facts.system.version}`,
    architecture: facts.architecture === 'aarch64' ? 'arm64' : 'amd64',
    cpus: facts.cpus,
    maxPods: config.maxPods,
  });
  return 'kubelet started';
}

function uninstall(world: World, machine: Machine): string {
  machine.isKubeletUp = false;
  loseNode(world, machine.cluster, machine.node);
  try {
    deregisterInstance(world, machine.region, machine.node);
  } catch (error) {
    // Gone already is what is wanted.
    if (!(error instanceof SsmRefusal)) throw error;
  }
  machine.node = '';
  return 'uninstalled';
}
