import * as z from 'zod/mini';
import { validate } from '../action/schema.ts';
import { type Cidr, parseCidr } from '../net/cidr.ts';
import { isObject } from '../terraform/plan-json.ts';
import { tunnelErrors } from './errors.ts';
import type { Expectations, ExpectedTunnel, PodRouting } from './facts.ts';

const networks = z._default(z.array(z.string()), []);
const tunnel = z.object({
  aws_outside_address: z.string(),
  aws_inside_address: z.string(),
  azure_instance: z.number(),
  azure_public_ip: z.string(),
  azure_inside_address: z.string(),
  azure_connection_name: z.string(),
});

const awsEnd = {
  transit_gateway_id: z.string(),
  cloud_route_table_id: z.optional(z.string()),
  link_route_table_id: z.optional(z.string()),
  learns: networks,
};
const azureEnd = {
  resource_group_name: z.string(),
  gateway_name: z.string(),
  gateway_id: z.string(),
  learns: networks,
};
const vpcRoutes = z.optional(
  z.object({ route_table_ids: z.record(z.string(), z.string()), destinations: networks }),
);

/** The output `tunnel_expectations` of the foundation stack. */
const vpnShape = z.object({
  aws: z.object(awsEnd),
  azure: z.object(azureEnd),
  tunnels: z.record(z.string(), tunnel),
  vpc_routes: vpcRoutes,
});

/** The output `link_expectations`: a private link, which has no tunnels. */
const privateShape = z.object({
  aws: z.object({ ...awsEnd, direct_connect_gateway_id: z.string() }),
  azure: z.object({ ...azureEnd, circuit_id: z.string() }),
  vpc_routes: vpcRoutes,
});

/** What is expected of a link, with where it is said to be. */
export interface ReadExpectations {
  readonly expected: Expectations;
  readonly resourceGroup: string;
}

/**
 * Reads `terraform output -json` of the foundation stack, or its `tunnel_expectations` or `link_expectations` alone. The
 * stack has one of the two and gives null for the other; outputs with both are those of a private link with a VPN beside it.
 * @param podRouting the mode where the outputs do not say it
 * @throws EHA1703
 */
export function parseExpectations(
  text: string,
  source: string,
  podRouting: PodRouting | null,
): readonly ReadExpectations[] {
  const given = parseJson(text, source);
  const about: About = { given, source, podRouting };
  const [vpn, closed] = [outputOf(given, 'tunnel_expectations'), outputOf(given, 'link_expectations')];
  const found = [
    ...(vpn === undefined || vpn === null ? [] : [readVpn(vpn, about)]),
    ...(closed === undefined || closed === null ? [] : [readPrivate(closed, about)]),
  ];
  if (found.length > 0) return found;
  const end = isObject(given) && isObject(given['azure']) ? given['azure'] : {};
  return ['circuit_id' in end ? readPrivate(given, about) : readVpn(given, about)];
}

interface About {
  readonly given: unknown;
  readonly source: string;
  readonly podRouting: PodRouting | null;
}

function readVpn(value: unknown, about: About): ReadExpectations {
  const found = checked(vpnShape, value, 'tunnel_expectations', about.source);
  const tunnels = Object.entries(found.tunnels).map(([name, one]) => toTunnel(name, one));
  return withShared(found, { tunnels, directConnectGatewayId: null, circuitId: null }, about);
}

function readPrivate(value: unknown, about: About): ReadExpectations {
  const found = checked(privateShape, value, 'link_expectations', about.source);
  const { direct_connect_gateway_id: directConnectGatewayId } = found.aws;
  return withShared(found, { tunnels: [], directConnectGatewayId, circuitId: found.azure.circuit_id }, about);
}

function checked<T extends z.ZodMiniType>(
  shape: T,
  value: unknown,
  name: string,
  source: string,
): z.output<T> {
  const result = validate(shape, value);
  if (result.valid) return result.value;
  throw tunnelErrors.EHA1703(
    `${source} does not hold ${name}:\n${result.problems.map((problem) => `- ${problem}`).join('\n')}`,
  );
}

type Shared = Pick<z.output<typeof vpnShape>, 'aws' | 'azure' | 'vpc_routes'>;

function withShared(
  { aws, azure, vpc_routes: routes }: Shared,
  own: Pick<Expectations, 'tunnels' | 'directConnectGatewayId' | 'circuitId'>,
  { given, source, podRouting }: About,
): ReadExpectations {
  const read = (list: readonly string[]): readonly Cidr[] => list.map((one) => readCidr(one, source));
  const plan = outputOf(given, 'address_plan');
  const pods =
    isObject(plan) && Array.isArray(plan['remote_pod_cidrs']) ? plan['remote_pod_cidrs'].map(String) : [];
  return {
    resourceGroup: azure.resource_group_name,
    expected: {
      name: azure.gateway_name,
      fromAzure: read(aws.learns),
      fromAws: read(azure.learns),
      pods: read(pods),
      podRouting: podRouting ?? modeOf(outputOf(given, 'pod_routing')),
      vpcTableIds: Object.values(routes?.route_table_ids ?? {}),
      vpcDestinations: read(routes?.destinations ?? []),
      transitGatewayId: aws.transit_gateway_id,
      cloudTableId: aws.cloud_route_table_id ?? null,
      linkTableId: aws.link_route_table_id ?? null,
      gatewayId: azure.gateway_id,
      ...own,
    },
  };
}

function toTunnel(name: string, one: z.output<typeof tunnel>): ExpectedTunnel {
  return {
    name,
    awsOutside: one.aws_outside_address,
    awsInside: one.aws_inside_address,
    azureInside: one.azure_inside_address,
    azurePublic: one.azure_public_ip,
    azureConnection: one.azure_connection_name,
    instance: one.azure_instance,
  };
}

function parseJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw tunnelErrors.EHA1703(`${source} is not JSON.`, { cause });
  }
}

/** An output as `terraform output -json` writes it, or its bare value. */
function outputOf(given: unknown, name: string): unknown {
  if (!isObject(given) || !(name in given)) return undefined;
  const output = given[name];
  return isObject(output) && 'value' in output ? output['value'] : output;
}

function modeOf(value: unknown): PodRouting | null {
  return value === 'gateway' || value === 'bgp' || value === 'udr' || value === 'masquerade' ? value : null;
}

function readCidr(text: string, source: string): Cidr {
  const parsed = parseCidr(text);
  if (parsed.ok) return parsed.cidr;
  throw tunnelErrors.EHA1703(`${source} names ${JSON.stringify(text)}, which is no range: ${parsed.message}`);
}
