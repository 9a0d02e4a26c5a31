import type { Origin } from '../address-facts.ts';
import { isObject } from '../../terraform/plan-json.ts';
import { type HelmSet, mergeHelmValues } from './helm-values.ts';
import type { ResourceReader } from './terraform-aws.ts';
import {
  attributeOf,
  lengthOf,
  sayUnknown,
  takeEach,
  take,
  type TerraformObject,
  type TerraformReading,
  textOf,
  valueAt,
} from './terraform-object.ts';

/** What Cilium's chart says where nobody says otherwise (`install/kubernetes/cilium/values.yaml`). */
export const CILIUM_DEFAULTS = { pool: '10.0.0.0/8', mask: 24 } as const;

const HELM_ATTRIBUTES = ['chart', 'name', 'values', 'set', 'set_list'];

const helmRelease: ResourceReader = {
  attributes: HELM_ATTRIBUTES,
  read: (object, reading) => {
    // A chart is named by itself, by a path or by an OCI address; its last part says what it installs.
    const chart = (textOf(object, ['chart']) ?? '').split('/').at(-1);
    if (chart === 'cilium') readCilium(object, reading);
    else if (chart === 'eks-hybrid-nodes-gateway') readGateway(object, reading);
  },
};

/** Undefined when a value is not known; why is said then. */
function helmValues(
  object: TerraformObject,
  reading: TerraformReading,
  role: 'cluster-pool' | 'gateway-pods',
): unknown {
  for (const attribute of ['values', 'set', 'set_list']) {
    const reason = firstUnknown(object, attribute);
    if (reason === undefined) continue;
    sayUnknown(reading, object, [attribute], role, reason);
    return undefined;
  }
  const texts = listOf(object.values['values']).filter((text) => typeof text === 'string');
  const sets = [...listOf(object.values['set']), ...listOf(object.values['set_list'])].flatMap(asSet);
  const merged = mergeHelmValues(texts, sets);
  if (merged === undefined) sayUnknown(reading, object, ['values'], role, 'does not hold a YAML map');
  return merged;
}

function firstUnknown(object: TerraformObject, attribute: string): string | undefined {
  const whole = attributeOf(object, [attribute]);
  if (whole.state === 'unknown') return whole.reason;
  const marks = valueAt(object.unknown, [attribute]);
  const count = Math.max(lengthOf(object, [attribute]), Array.isArray(marks) ? marks.length : 0);
  for (let index = 0; index < count; index += 1) {
    for (const path of [
      [attribute, index],
      [attribute, index, 'name'],
      [attribute, index, 'value'],
    ]) {
      const found = attributeOf(object, path);
      if (found.state === 'unknown') return found.reason;
    }
  }
  return undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function asSet(entry: unknown): readonly HelmSet[] {
  if (!isObject(entry) || typeof entry['name'] !== 'string') return [];
  const { name, value } = entry;
  if (Array.isArray(value)) return [{ name, value: `{${value.map(String).join(',')}}` }];
  return typeof value === 'string' ? [{ name, value }] : [];
}

/** Charts take lists of ranges as lists and as one text parted by commas. */
function rangesIn(value: unknown): readonly string[] {
  const parts = typeof value === 'string' ? value.split(',') : listOf(value).map(String);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function readCilium(object: TerraformObject, reading: TerraformReading): void {
  const values = helmValues(object, reading, 'cluster-pool');
  if (values === undefined) return;
  const mode = valueAt(values, ['ipam', 'mode']) ?? 'cluster-pool';
  // In other modes the cloud, Kubernetes or CiliumPodIPPool objects hold the ranges.
  if (mode !== 'cluster-pool') return;
  const origin = reading.originOf(object);
  const byDefault: Origin = { ...origin, kind: 'default', source: 'Cilium Helm chart default' };
  const name = 'Cilium cluster pool';
  const pools = rangesIn(valueAt(values, ['ipam', 'operator', 'clusterPoolIPv4PodCIDRList']));
  for (const text of pools) reading.facts.range('cluster-pool', text, name, origin);
  if (pools.length === 0) reading.facts.range('cluster-pool', CILIUM_DEFAULTS.pool, name, byDefault);
  const mask = valueAt(values, ['ipam', 'operator', 'clusterPoolIPv4MaskSize']);
  const given = mask !== undefined && mask !== null && mask !== '';
  reading.facts.quantity(
    'node-mask',
    given ? Number(mask) : CILIUM_DEFAULTS.mask,
    'Cilium node mask',
    given ? origin : byDefault,
  );
}

function readGateway(object: TerraformObject, reading: TerraformReading): void {
  const origin = reading.originOf(object);
  reading.facts.mode('gateway', origin);
  const values = helmValues(object, reading, 'gateway-pods');
  if (values === undefined) return;
  const name = textOf(object, ['name']) ?? object.name;
  for (const text of rangesIn(valueAt(values, ['podCIDRs']))) {
    reading.facts.range('gateway-pods', text, name, origin);
  }
  for (const text of rangesIn(valueAt(values, ['vpcCIDR']))) {
    reading.facts.range('gateway-vpc', text, name, origin);
  }
}

/** Objects of Cilium that hold ranges and AS numbers, by their kind. */
const manifest: ResourceReader = {
  attributes: ['manifest'],
  read: (object, reading) => {
    const kind = textOf(object, ['manifest', 'kind']);
    if (kind === 'CiliumBGPClusterConfig') readInstances(object, reading, 'bgpInstances');
    else if (kind === 'CiliumBGPPeeringPolicy') readInstances(object, reading, 'virtualRouters');
    else if (kind === 'CiliumPodIPPool') readPool(object, reading);
  },
};

/** The older kind calls an instance a virtual router; both name its number `localASN`. */
function readInstances(
  object: TerraformObject,
  reading: TerraformReading,
  list: 'bgpInstances' | 'virtualRouters',
): void {
  const name = textOf(object, ['manifest', 'metadata', 'name']) ?? object.name;
  for (let index = 0; index < lengthOf(object, ['manifest', 'spec', list]); index += 1) {
    take(reading, object, ['manifest', 'spec', list, index, 'localASN'], 'cilium', (text) =>
      reading.facts.asn('cilium', text, name, reading.originOf(object)),
    );
  }
}

function readPool(object: TerraformObject, reading: TerraformReading): void {
  const origin = reading.originOf(object);
  const name = textOf(object, ['manifest', 'metadata', 'name']) ?? object.name;
  takeEach(reading, object, ['manifest', 'spec', 'ipv4', 'cidrs'], 'cluster-pool', (text) =>
    reading.facts.range('cluster-pool', text, `Cilium pool ${name}`, origin),
  );
  take(reading, object, ['manifest', 'spec', 'ipv4', 'maskSize'], 'node-mask', (text) =>
    reading.facts.quantity('node-mask', Number(text), `Cilium pool ${name}`, origin),
  );
}

/** Resources of the providers hashicorp/helm and hashicorp/kubernetes that hold addresses or AS numbers. */
export const KUBERNETES_READERS: Readonly<Record<string, ResourceReader>> = {
  helm_release: helmRelease,
  kubernetes_manifest: manifest,
};
