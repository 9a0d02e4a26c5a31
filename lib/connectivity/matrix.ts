/**
 * Everything that is asked from inside the pods, planned so that pods and calls are the fewest: one pod a node, server
 * and client at once, and one exec call a pod for all its questions.
 */
import type { CommandResult } from './probe-commands.ts';
import {
  apiServerCommand,
  digCommand,
  HTTP_PORT,
  httpCommand,
  interfaceCommand,
  largeBodyCommand,
  pingCommand,
  UDP_PORT,
  udpCommand,
} from './probe-commands.ts';
import {
  readApi,
  readBody,
  readHeadless,
  readName,
  readPings,
  type Reading,
  readService,
  readTcp,
  readUdp,
} from './judge-output.ts';
import type { CheckKind, Place, ProbePod } from './types.ts';
import { ladderOf, mtuCommands } from './path-mtu.ts';

/** One question and how its answer is read. */
export interface Probe {
  readonly kind: CheckKind;
  readonly source: ProbePod;
  readonly target: Place;
  /** The pod it goes to, where it goes to one. */
  readonly targetPod?: ProbePod;
  readonly command: string;
  read(result: CommandResult): Reading;
}

/** A server that the cluster's DNS has. */
export interface DnsReplica {
  readonly place: Place;
  readonly ip: string;
}

export interface ServicePlaces {
  readonly cloud: 'aws' | 'azure';
  readonly clusterIp: string;
  readonly headlessName: string;
  /** Of the node port, with a node of that cloud. */
  readonly nodePort: number;
}

export interface MatrixFacts {
  readonly pods: readonly ProbePod[];
  readonly services: readonly ServicePlaces[];
  readonly dnsReplicas: readonly DnsReplica[];
  readonly dnsServiceIp: string;
  readonly api: { readonly ip: string; readonly port: number };
}

export interface MatrixOptions {
  /** Echo requests of each pair. */
  readonly samples: number;
  /** Bytes of the large body. */
  readonly bodyBytes: number;
  readonly maximumLossPercent: number;
  readonly maximumLatencyMs: number;
}

/** All that one pod asks, in the order of its commands. */
export interface PodPlan {
  readonly pod: ProbePod;
  readonly probes: readonly Probe[];
  /** Path MTU: only from the first pod of each cloud, to one pod of each cloud. */
  readonly mtuTargets: readonly ProbePod[];
  /** Those of the probes, then what the path MTU needs. */
  readonly commands: readonly string[];
}

const API_NAME = 'kubernetes.default.svc.cluster.local';

export function planMatrix(facts: MatrixFacts, options: MatrixOptions): readonly PodPlan[] {
  return facts.pods.map((pod) => {
    const probes = [
      ...toPods(pod, facts, options),
      ...toServices(pod, facts),
      ...toNames(pod, facts),
      toApi(pod, facts),
    ];
    const mtuTargets = mtuTargetsOf(pod, facts.pods);
    const mtu = mtuTargets.flatMap((target) => mtuCommands(target.ip, ladderOf()));
    const commands = [...probes.map(({ command }) => command), interfaceCommand(), ...mtu];
    return { pod, probes, mtuTargets, commands };
  });
}

export function placeOf({ node }: ProbePod): Place {
  return { name: node.name, cloud: node.cloud, ...(node.zone === '' ? {} : { zone: node.zone }) };
}

function toPods(source: ProbePod, { pods }: MatrixFacts, options: MatrixOptions): Probe[] {
  return pods
    .filter((target) => target !== source)
    .flatMap((target): Probe[] => {
      const common = { source, target: placeOf(target), targetPod: target };
      const { ip } = target;
      return [
        {
          ...common,
          kind: 'pod-icmp',
          command: pingCommand(ip, options.samples),
          read: (result) => readPings(result, options),
        },
        { ...common, kind: 'pod-tcp', command: httpCommand(ip, HTTP_PORT, '/clientip'), read: readTcp },
        { ...common, kind: 'pod-udp', command: udpCommand(ip, UDP_PORT), read: readUdp },
        {
          ...common,
          kind: 'large-body',
          command: largeBodyCommand(ip, HTTP_PORT, options.bodyBytes),
          read: (result) => readBody(result, options.bodyBytes),
        },
      ];
    });
}

function toServices(source: ProbePod, { services, pods, dnsServiceIp }: MatrixFacts): Probe[] {
  return services.flatMap(({ cloud, clusterIp, headlessName, nodePort }): Probe[] => {
    const behind = pods.filter(({ node }) => node.cloud === cloud);
    const target = { name: `service of ${cloud}`, cloud };
    const [first] = behind;
    const names = behind.map(({ name }) => name);
    const probes: Probe[] = [
      {
        kind: 'cluster-ip',
        source,
        target,
        command: httpCommand(clusterIp, HTTP_PORT, '/hostname'),
        read: (result) => readService(result, names),
      },
      {
        kind: 'headless',
        source,
        target,
        command: digCommand(dnsServiceIp, headlessName, 'udp'),
        read: (result) =>
          readHeadless(
            result,
            behind.map(({ ip }) => ip),
          ),
      },
    ];
    if (first === undefined) return probes;
    probes.push({
      kind: 'node-port',
      source,
      target: { name: `${first.node.name}:${String(nodePort)}`, cloud },
      command: httpCommand(first.node.ip, nodePort, '/hostname'),
      read: (result) => readService(result, names),
    });
    return probes;
  });
}

function toNames(source: ProbePod, { dnsReplicas, dnsServiceIp }: MatrixFacts): Probe[] {
  const ask = (kind: CheckKind, target: Place, ip: string, transport: 'udp' | 'tcp'): Probe => ({
    kind,
    source,
    target,
    command: digCommand(ip, API_NAME, transport),
    read: readName,
  });
  const service: Place = { name: 'DNS service', cloud: 'cluster' };
  return [
    ...dnsReplicas.flatMap(({ place, ip }) => [
      ask('dns-replica-udp', place, ip, 'udp'),
      ask('dns-replica-tcp', place, ip, 'tcp'),
    ]),
    ask('dns-service-udp', service, dnsServiceIp, 'udp'),
    ask('dns-service-tcp', service, dnsServiceIp, 'tcp'),
  ];
}

function toApi(source: ProbePod, { api }: MatrixFacts): Probe {
  return {
    kind: 'api-server',
    source,
    target: { name: 'API server', cloud: 'control-plane' },
    command: apiServerCommand(api.ip, api.port),
    read: readApi,
  };
}

/** The first pod of a cloud measures to the first of the other, and to a second of its own where there is one. */
function mtuTargetsOf(pod: ProbePod, pods: readonly ProbePod[]): readonly ProbePod[] {
  const isFirst = pods.find(({ node }) => node.cloud === pod.node.cloud) === pod;
  if (!isFirst) return [];
  const own = pods.find((other) => other !== pod && other.node.cloud === pod.node.cloud);
  const other = pods.find(({ node }) => node.cloud !== pod.node.cloud);
  return [own, other].filter((target) => target !== undefined);
}
