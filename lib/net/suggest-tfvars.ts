import { formatCidr } from './cidr.ts';
import type { Sizes, Suggestion } from './suggest.ts';

/** What the module site-to-site-vpn takes unless told otherwise. */
const DEFAULT_TUNNELS = ['169.254.21.0/30', '169.254.22.0/30', '169.254.21.4/30', '169.254.22.4/30'];

/** The plan as values of the foundation stack's variables, laid out as `terraform fmt` would. */
export function suggestionTfvars(plan: Suggestion, sizes: Sizes): string {
  const text = (value: string) => JSON.stringify(value);
  const lines = [
    `# Room for ${String(sizes.nodes)} nodes and ${String(sizes.surge)} more while they are replaced, ${String(sizes.podsPerNode)} pods each:`,
    `# Cilium gives each node a /${String(plan.nodeMask)} of remote_pod_cidrs (clusterPoolIPv4MaskSize).`,
    ...aligned([
      ['vpc_cidr', text(formatCidr(plan.vpc))],
      ['service_cidr', text(formatCidr(plan.service))],
      ['vnet_cidr', text(formatCidr(plan.vnet))],
      ['node_subnets', `{ nodes = ${text(formatCidr(plan.nodes))} }`],
      ['remote_pod_cidrs', `[${text(formatCidr(plan.pods))}]`],
      ['route_remote_pods', String(sizes.podRouting !== 'gateway')],
      ['route_server_subnet', String(plan.routeServerSubnet !== null)],
    ]),
    '',
    ...aligned([
      ['transit_gateway_asn', String(plan.asns.transitGateway)],
      ['azure_gateway_asn', String(plan.asns.azureGateway)],
      ['node_bgp_asn', String(plan.asns.cilium)],
    ]),
    '',
    ...tunnelLines(plan.tunnels.map(formatCidr)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The stack has no variable for tunnels; where its module's own ranges will not do they have to be given there. */
function tunnelLines(tunnels: readonly string[]): readonly string[] {
  if (tunnels.join() === DEFAULT_TUNNELS.join()) return [];
  return [
    '# Tunnels: give these as tunnel_inside_cidrs of the module site-to-site-vpn.',
    ...tunnels.map((tunnel) => `# ${tunnel}`),
  ];
}

function aligned(pairs: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...pairs.map(([name]) => name.length));
  return pairs.map(([name, value]) => `${name.padEnd(width)} = ${value}`);
}
