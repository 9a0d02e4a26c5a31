import { readFile } from 'node:fs/promises';
import type { AddressFacts, AsnRole, Origin, PodRouting, Quantity, RangeRole } from '../address-facts.ts';
import { sourceErrors } from './errors.ts';
import { FactBuilder } from './fact-builder.ts';
import {
  each,
  keys,
  named,
  parseWithLines,
  type Problem,
  type Reader,
  scalar,
  scalars,
} from './yaml-walk.ts';

const POD_ROUTINGS: readonly PodRouting[] = ['gateway', 'bgp', 'udr', 'masquerade'];
const MOST_PROBLEMS = 20;

/**
 * Facts of an address file: YAML or JSON, all keys optional, none unknown. Values are kept as written; whether they
 * are ranges or AS numbers is for the rules, which can then show the line.
 *
 * ```yaml
 * aws:
 *   region: eu-central-1
 *   vpc: { cidrs: [10.40.0.0/16], subnets: { eu-central-1a: 10.40.0.0/20 } }
 *   transit_gateway: { asn: 64512, cidrs: [10.99.0.0/24] }
 *   customer_gateway: { asn: 65515 }
 *   eks: { service_cidr: 172.20.0.0/16, remote_node_networks: [10.80.0.0/20], remote_pod_networks: [10.112.0.0/16] }
 * azure:
 *   location: germanywestcentral
 *   vnet: { cidrs: [10.80.0.0/16], subnets: { GatewaySubnet: 10.80.255.0/27, nodes: 10.80.0.0/20 } }
 *   gateway: { asn: 65515 }
 *   local_network_gateway: { asn: 64512 }
 *   route_server: { asn: 65515 }
 * cilium: { cluster_pool: 10.112.0.0/16, mask: 25, asn: 65010 }
 * hybrid_gateway: { vpc_cidr: 10.40.0.0/16, pod_cidrs: [10.112.0.0/16] }
 * tunnels:
 *   - { name: instance0-tunnel1, cidr: 169.254.21.0/30, aws: 169.254.21.1, azure: 169.254.21.2 }
 * sizes: { nodes: 20, surge: 2, pods_per_node: 110, route_server_peers: 4, routes_per_peer: 10 }
 * pod_routing: gateway
 * peers:
 *   - { name: office, cidrs: [192.168.0.0/16], asn: 65100 }
 * ```
 * @param path relative to the workspace, for annotations; null for a text given in the workflow
 * @throws EHA1521 with the line of each problem
 */
export function readAddressFile(text: string, path: string | null): AddressFacts {
  const parsed = parseWithLines(text);
  const facts = new FactBuilder();
  const problems: Problem[] = [];
  if ('problems' in parsed) problems.push(...parsed.problems);
  else if (parsed.root.kind === 'absent') problems.push({ line: 1, message: 'it holds nothing' });
  else formatOf(new FileFacts(facts, path))(parsed.root, '', problems);
  if (problems.length > 0) throw refused(problems, path);
  return facts.finish();
}

/**
 * The same for a file on disk.
 * @param file absolute path
 * @throws EHA1520 when it cannot be read, EHA1521 as `readAddressFile`
 */
export async function loadAddressFile(file: string, path: string): Promise<AddressFacts> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw sourceErrors.EHA1520(`The address file ${path} could not be read (${code}).`, { cause });
  }
  return readAddressFile(text, path);
}

function refused(problems: readonly Problem[], path: string | null): Error {
  const shown = problems.slice(0, MOST_PROBLEMS).map(({ line, message }) => `- line ${line}: ${message}`);
  const more = problems.length - shown.length;
  const rest = more > 0 ? [`- and ${more} more problems`] : [];
  const what = path === null ? 'The inline address plan' : `The address file ${path}`;
  return sourceErrors.EHA1521(
    `${what} does not have the expected content:\n${[...shown, ...rest].join('\n')}`,
  );
}

/** Facts with the lines they stand on. */
class FileFacts {
  readonly facts: FactBuilder;
  readonly #path: string | null;

  constructor(facts: FactBuilder, path: string | null) {
    this.facts = facts;
    this.#path = path;
  }

  origin(line: number): Origin {
    return this.#path === null
      ? { kind: 'inline', source: 'the inline address plan', line }
      : { kind: 'file', source: this.#path, file: this.#path, line };
  }

  ranges(role: RangeRole, name: string): Reader {
    return scalars((text, line) => this.facts.range(role, text, name, this.origin(line)));
  }

  namedRanges(role: RangeRole): Reader {
    return named((name, text, line) => this.facts.range(role, text, name, this.origin(line)));
  }

  asn(role: AsnRole, name: string): Reader {
    return scalar((text, line) => {
      this.facts.asn(role, text, name, this.origin(line));
      return undefined;
    });
  }

  quantity(quantity: Quantity, name: string): Reader {
    return scalar((text, line) => {
      if (!/^\d{1,9}$/.test(text)) return 'must be a whole number';
      this.facts.quantity(quantity, Number(text), name, this.origin(line));
      return undefined;
    });
  }
}

/** A word that says where something is; it holds no address. */
const word = scalar(() => undefined);

function formatOf(file: FileFacts): Reader {
  return keys({
    aws: awsFormat(file),
    azure: azureFormat(file),
    cilium: keys({
      cluster_pool: file.ranges('cluster-pool', 'Cilium cluster pool'),
      mask: file.quantity('node-mask', 'Cilium node mask'),
      asn: file.asn('cilium', 'Cilium on the nodes'),
    }),
    hybrid_gateway: keys({
      vpc_cidr: file.ranges('gateway-vpc', 'EKS Hybrid Nodes gateway'),
      pod_cidrs: file.ranges('gateway-pods', 'EKS Hybrid Nodes gateway'),
    }),
    tunnels: tunnels(file),
    sizes: keys({
      nodes: file.quantity('nodes', 'nodes'),
      surge: file.quantity('surge', 'nodes while others are replaced'),
      pods_per_node: file.quantity('pods-per-node', 'pods of a node'),
      route_server_peers: file.quantity('route-server-peers', 'Route Server peers'),
      routes_per_peer: file.quantity('routes-per-peer', 'routes of a peer'),
    }),
    pod_routing: podRouting(file),
    peers: peers(file),
  });
}

function awsFormat(file: FileFacts): Reader {
  return keys({
    region: word,
    vpc: keys({ cidrs: file.ranges('vpc', 'VPC'), subnets: file.namedRanges('aws-subnet') }),
    transit_gateway: keys({
      cidrs: file.ranges('tgw-cidr', 'transit gateway'),
      asn: file.asn('transit-gateway', 'transit gateway'),
    }),
    customer_gateway: keys({ asn: file.asn('customer-gateway', 'customer gateway') }),
    eks: keys({
      service_cidr: file.ranges('service', 'Kubernetes services'),
      remote_node_networks: file.ranges('remote-node', 'remote nodes'),
      remote_pod_networks: file.ranges('remote-pod', 'remote pods'),
    }),
  });
}

function azureFormat(file: FileFacts): Reader {
  return keys({
    location: word,
    vnet: keys({ cidrs: file.ranges('vnet', 'virtual network'), subnets: file.namedRanges('azure-subnet') }),
    gateway: keys({ asn: file.asn('azure-gateway', 'Azure VPN gateway') }),
    local_network_gateway: keys({ asn: file.asn('local-network-gateway', 'local network gateway') }),
    route_server: keys({ asn: file.asn('route-server', 'Route Server') }),
  });
}

function podRouting(file: FileFacts): Reader {
  return scalar((text, line) => {
    const routing = POD_ROUTINGS.find((known) => known === text);
    if (routing === undefined) return `must be one of ${POD_ROUTINGS.join(', ')}, and is "${text}"`;
    file.facts.mode(routing, file.origin(line));
    return undefined;
  });
}

/** A tunnel's name comes from its own entry, wherever the key stands in it. */
function tunnels(file: FileFacts): Reader {
  return each((place, path, index, problems) => {
    const name = ownName(place) ?? `tunnel ${index}`;
    const address = (side: 'aws' | 'azure'): Reader =>
      scalar((text, line) => {
        file.facts.tunnelAddress('own', side, text, name, file.origin(line));
        return undefined;
      });
    keys({
      name: word,
      cidr: file.ranges('tunnel-inside', name),
      aws: address('aws'),
      azure: address('azure'),
    })(place, path, problems);
    mustHave(place, path, 'cidr', problems);
  });
}

function peers(file: FileFacts): Reader {
  return each((place, path, index, problems) => {
    const name = ownName(place) ?? `peer ${index}`;
    keys({ name: word, cidrs: file.ranges('peer', name), asn: file.asn('peer', name) })(
      place,
      path,
      problems,
    );
    mustHave(place, path, 'cidrs', problems);
  });
}

function ownName(place: Parameters<Reader>[0]): string | undefined {
  const entry = place.kind === 'map' ? place.entries.find(({ key }) => key === 'name') : undefined;
  return entry?.value.kind === 'text' ? entry.value.text : undefined;
}

function mustHave(place: Parameters<Reader>[0], path: string, key: string, problems: Problem[]): void {
  const isThere =
    place.kind === 'map' && place.entries.some((entry) => entry.key === key && entry.value.kind !== 'absent');
  if (!isThere) problems.push({ line: place.line, message: `${path} has no "${key}"` });
}
