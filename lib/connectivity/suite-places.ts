/** Where the peers of actions are: pods by their nodes, services by the pods behind them, everything else by its address. */
import type { Pod } from '../kubernetes/resources.ts';
import type { SuitePeer } from './suite-output.ts';
import type { Cloud, Place, ProbeNode } from './types.ts';

/** A pod of the suite, as the API server has it. */
export interface SuitePod {
  /** `namespace/name`, as the suite writes it. */
  readonly name: string;
  /** What it is: `client`, `echo-other-node`; the suite's label `name`. */
  readonly role: string;
  readonly ip: string;
  readonly node: ProbeNode;
}

/** Pods that are on a node that is known; the others are not placed. */
export function suitePods(pods: readonly Pod[], nodes: readonly ProbeNode[]): readonly SuitePod[] {
  return pods.flatMap(({ metadata, spec, status }) => {
    const node = nodes.find(({ name }) => name === spec?.nodeName);
    if (node === undefined) return [];
    const name = `${metadata?.namespace ?? ''}/${metadata?.name ?? ''}`;
    return [{ name, role: metadata?.labels?.['name'] ?? '', ip: status?.podIP ?? '', node }];
  });
}

/** Gives the place of a peer; `cluster` when it is inside and no cloud of its own. */
export function createPlacing(
  pods: readonly SuitePod[],
  nodes: readonly ProbeNode[],
): (peer: SuitePeer) => Place {
  return (peer) => {
    const pod = podOf(pods, peer);
    if (pod !== undefined) return placeOn(pod.node, plainName(pod.name));
    const name = plainName(peer.name);
    const cloud = cloudBehind(pods, name);
    if (cloud !== undefined) return { name, cloud };
    const node = nodes.find((one) => one.name === name || (one.ip !== '' && one.ip === peer.address));
    if (node !== undefined) return placeOn(node, node.name);
    return { name, cloud: isInside(peer) ? 'cluster' : 'external' };
  };
}

/** The pod itself, not a service in front of it. */
export function podOf(pods: readonly SuitePod[], { name, address }: SuitePeer): SuitePod | undefined {
  return pods.find((pod) => pod.name === name) ?? pods.find(({ ip }) => ip !== '' && ip === address);
}

function placeOn({ cloud, zone }: ProbeNode, name: string): Place {
  return { name, cloud, ...(zone === '' ? {} : { zone }) };
}

/** Without the namespace, which differs from run to run. */
function plainName(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}

/** The suite's services have the name of the deployment behind them. */
function cloudBehind(pods: readonly SuitePod[], service: string): Cloud | undefined {
  const clouds = new Set(pods.filter(({ role }) => role === service).map(({ node }) => node.cloud));
  return clouds.size === 1 ? [...clouds][0] : undefined;
}

const PRIVATE =
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|169\.254\.|f[cd][\da-f]{2}:)/i;

function isInside({ name, address }: SuitePeer): boolean {
  return name.includes('/') || PRIVATE.test(address) || /\.(?:svc|local|internal)\.?$|\.svc\./.test(address);
}
