import type { AddressFacts, AsnRole, Origin, RangeRole } from '../address-facts.ts';
import { isObject } from '../../terraform/plan-json.ts';
import { FactBuilder } from './fact-builder.ts';
import { sourceErrors } from './errors.ts';
import {
  AFTER_APPLY,
  type AttributePath,
  sayUnknown,
  SENSITIVE,
  take,
  takeEach,
  type TerraformObject,
  type TerraformReading,
  valueAt,
} from './terraform-object.ts';

/** The output of the foundation stack that holds its ranges and AS numbers. */
export const ADDRESS_PLAN_OUTPUT = 'address_plan';

/** Single ranges: path, role, name. The names of the two Azure subnets are those Azure asks for. */
const RANGES: readonly (readonly [AttributePath, RangeRole, string])[] = [
  [['aws', 'vpc_cidr'], 'vpc', 'VPC'],
  [['aws', 'service_cidr'], 'service', 'Kubernetes services'],
  [['azure', 'vnet_cidr'], 'vnet', 'virtual network'],
  [['azure', 'gateway_subnet'], 'azure-subnet', 'GatewaySubnet'],
  [['azure', 'route_server_subnet'], 'azure-subnet', 'RouteServerSubnet'],
];

/** Maps of name to range, with what is added to the name. */
const RANGE_MAPS: readonly (readonly [AttributePath, RangeRole, string])[] = [
  [['aws', 'private_subnets'], 'aws-subnet', ' private'],
  [['aws', 'public_subnets'], 'aws-subnet', ' public'],
  [['aws', 'control_plane_subnets'], 'aws-subnet', ' control plane'],
  [['azure', 'node_subnets'], 'azure-subnet', ''],
  [['tunnel_inside_cidrs'], 'tunnel-inside', ''],
];

const RANGE_LISTS: readonly (readonly [AttributePath, RangeRole, string])[] = [
  [['remote_node_cidrs'], 'remote-node', 'remote nodes'],
  [['remote_pod_cidrs'], 'remote-pod', 'remote pods'],
];

const ASNS: readonly (readonly [AttributePath, AsnRole, string])[] = [
  [['asns', 'transit_gateway'], 'transit-gateway', 'transit gateway'],
  [['asns', 'azure_gateway'], 'azure-gateway', 'Azure VPN gateway'],
  [['asns', 'node_bgp'], 'cilium', 'Cilium on the nodes'],
];

/** Members that hold no range: where the networks are. */
const OTHER = new Set(['aws.region', 'azure.location']);
const KNOWN: ReadonlySet<string> = new Set([
  ...[...RANGES, ...RANGE_MAPS, ...RANGE_LISTS, ...ASNS].map(([path]) => path.join('.')),
  ...OTHER,
]);
const GROUPS: ReadonlySet<string> = new Set(['aws', 'azure', 'asns']);

/** An output's value with its marks, as a plan or a state holds it. */
export interface OutputValue {
  readonly value: unknown;
  readonly unknown?: unknown;
  readonly sensitive?: unknown;
}

/** Adds the facts of the output `address_plan`. A member that this version does not know is said, not passed over. */
export function addStackOutput(facts: FactBuilder, output: OutputValue, origin: Origin): void {
  const object: TerraformObject = {
    address: `output.${ADDRESS_PLAN_OUTPUT}`,
    module: '',
    type: '',
    name: ADDRESS_PLAN_OUTPUT,
    index: null,
    values: isObject(output.value) ? output.value : {},
    unknown: output.unknown,
    sensitive: output.sensitive,
  };
  const at: Origin = { ...origin, address: object.address };
  const reading: TerraformReading = {
    facts,
    originOf: () => at,
    vpcOf: () => undefined,
    referencesOf: () => [],
    isConfigured: () => undefined,
  };
  if (output.sensitive === true || output.unknown === true || !isObject(output.value)) {
    const reason =
      output.sensitive === true ? SENSITIVE : output.unknown === true ? AFTER_APPLY : 'is no object';
    facts.unknown({ what: object.address, reason: `it ${reason}`, origin: at });
    return;
  }
  addRanges(reading, object, at);
  for (const [path, role, name] of ASNS) {
    take(reading, object, path, role, (text) => facts.asn(role, text, name, at));
  }
  for (const key of unknownMembers(output.value)) {
    facts.unknown({
      what: `${key} of ${object.address}`,
      reason: 'this version does not know the member',
      origin: at,
    });
  }
}

function addRanges(reading: TerraformReading, object: TerraformObject, origin: Origin): void {
  const { facts } = reading;
  for (const [path, role, name] of RANGES) {
    take(reading, object, path, role, (text) => facts.range(role, text, name, origin));
  }
  for (const [path, role, suffix] of RANGE_MAPS) {
    const map = valueAt(object.values, path);
    const marks = valueAt(object.unknown, path);
    if (marks === true) sayUnknown(reading, object, path, role, AFTER_APPLY);
    const names = new Set([...namesOf(map), ...namesOf(marks)]);
    for (const name of names) {
      take(reading, object, [...path, name], role, (text) =>
        facts.range(role, text, `${name}${suffix}`, origin),
      );
    }
  }
  for (const [path, role, name] of RANGE_LISTS) {
    takeEach(reading, object, path, role, (text) => facts.range(role, text, name, origin));
  }
}

function namesOf(map: unknown): readonly string[] {
  return isObject(map) ? Object.keys(map) : [];
}

function unknownMembers(value: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const keys =
      GROUPS.has(key) && isObject(inner) ? Object.keys(inner).map((name) => `${key}.${name}`) : [key];
    return keys.filter((name) => !KNOWN.has(name));
  });
}

/**
 * Facts of what `terraform output -json` writes, whole or for `address_plan` alone.
 * @param source name for people, such as the input or the file
 * @throws EHA1524 when it is no JSON, or holds no address plan
 */
export function factsOfOutputs(text: string, source: string): AddressFacts {
  const value = addressPlanIn(parseJson(text, source));
  if (value === undefined) {
    throw sourceErrors.EHA1524(`${source} holds neither the output ${ADDRESS_PLAN_OUTPUT} nor its value.`);
  }
  const facts = new FactBuilder();
  addStackOutput(facts, value, { kind: 'outputs', source });
  return facts.finish();
}

function parseJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw sourceErrors.EHA1524(`${source} is not JSON.`, { cause });
  }
}

function addressPlanIn(json: unknown): OutputValue | undefined {
  if (!isObject(json)) return undefined;
  const output = json[ADDRESS_PLAN_OUTPUT];
  // `terraform output -json` hides nothing: whoever wrote the file has shown the value already.
  if (isObject(output)) return { value: 'value' in output ? output['value'] : output };
  return isObject(json['aws']) || isObject(json['azure']) ? { value: json } : undefined;
}
