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

/** The output `tunnel_expectations` of the foundation stack. */
const shape = z.object({
  aws: z.object({
    transit_gateway_id: z.string(),
    cloud_route_table_id: z.optional(z.string()),
    link_route_table_id: z.optional(z.string()),
    learns: networks,
  }),
  azure: z.object({
    resource_group_name: z.string(),
    gateway_name: z.string(),
    gateway_id: z.string(),
    learns: networks,
  }),
  tunnels: z.record(z.string(), tunnel),
  vpc_routes: z.optional(
    z.object({ route_table_ids: z.record(z.string(), z.string()), destinations: networks }),
  ),
});

/** What is expected of a link, with where it is said to be. */
export interface ReadExpectations {
  readonly expected: Expectations;
  readonly resourceGroup: string;
}

/**
 * Reads `terraform output -json` of the foundation stack, or its `tunnel_expectations` alone.
 * @param podRouting the mode where the outputs do not say it
 * @throws EHA1703
 */
export function parseExpectations(
  text: string,
  source: string,
  podRouting: PodRouting | null,
): ReadExpectations {
  const given = parseJson(text, source);
  const value = outputOf(given, 'tunnel_expectations') ?? given;
  const result = validate(shape, value);
  if (!result.valid) {
    throw tunnelErrors.EHA1703(
      `${source} does not hold tunnel_expectations:\n${result.problems.map((problem) => `- ${problem}`).join('\n')}`,
    );
  }
  const { aws, azure, tunnels, vpc_routes: routes } = result.value;
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
      tunnels: Object.entries(tunnels).map(([name, one]) => toTunnel(name, one)),
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
