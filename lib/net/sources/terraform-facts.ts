import type { AddressFacts, Origin } from '../address-facts.ts';
import { isObject } from '../../terraform/plan-json.ts';
import { FactBuilder } from './fact-builder.ts';
import { addStackOutput, ADDRESS_PLAN_OUTPUT, type OutputValue } from './stack-outputs.ts';
import { AWS_READERS, type ResourceReader, vpcKey } from './terraform-aws.ts';
import { AZURE_READERS } from './terraform-azure.ts';
import { TerraformConfiguration } from './terraform-configuration.ts';
import { ROUTE_READERS } from './terraform-routes.ts';
import { KUBERNETES_READERS } from './terraform-kubernetes.ts';
import { take, type TerraformObject, type TerraformReading, textOf } from './terraform-object.ts';

const READERS: Readonly<Record<string, ResourceReader>> = {
  ...AWS_READERS,
  ...AZURE_READERS,
  ...KUBERNETES_READERS,
  ...ROUTE_READERS,
};

/** Each is one node, or as many as `instances` says. */
const NODE_TYPES: Readonly<Record<string, readonly string[]>> = {
  azurerm_linux_virtual_machine: [],
  azurerm_linux_virtual_machine_scale_set: ['instances'],
  azurerm_orchestrated_virtual_machine_scale_set: ['instances'],
};

const PEER_TYPE = 'azurerm_route_server_bgp_connection';

/** Whether objects of the type can hold facts. */
export function holdsFacts(type: string): boolean {
  return Object.hasOwn(READERS, type) || Object.hasOwn(NODE_TYPES, type);
}

/**
 * Turns the objects of one plan or state into facts. Objects come one at a time and in any order; of each only the few
 * attributes that matter are kept until the end, when it is known which network lies in which.
 */
export class TerraformFactCollector {
  readonly facts = new FactBuilder();
  readonly #origin: Origin;
  readonly #objects: TerraformObject[] = [];
  #machines = 0;
  #firstMachine: TerraformObject | undefined;

  /** @param origin of the whole file */
  constructor(origin: Origin) {
    this.#origin = origin;
  }

  add(object: TerraformObject): void {
    const nodes = lookUp(NODE_TYPES, object.type);
    if (nodes?.length === 0) {
      this.#machines += 1;
      this.#firstMachine ??= { ...object, values: {}, unknown: undefined, sensitive: undefined };
      return;
    }
    const attributes = nodes ?? lookUp(READERS, object.type)?.attributes;
    if (attributes !== undefined) this.#objects.push(trimmed(object, attributes));
  }

  /** Adds the output `address_plan`; other outputs hold no facts. */
  addOutput(name: string, output: OutputValue): void {
    if (name === ADDRESS_PLAN_OUTPUT) addStackOutput(this.facts, output, this.#origin);
  }

  originOf(object: Pick<TerraformObject, 'address'>): Origin {
    return { ...this.#origin, address: object.address };
  }

  /** @param configuration of the plan; undefined for a state */
  finish(configuration: unknown): AddressFacts {
    const written = new TerraformConfiguration(configuration);
    const networks = this.#objects.filter(({ type }) => type === 'aws_vpc');
    const reading: TerraformReading = {
      facts: this.facts,
      originOf: (object) => this.originOf(object),
      vpcOf: (object, attribute) => findVpc(object, attribute, networks, written),
      referencesOf: (object, attribute, type) => written.references(object, attribute, type),
      isConfigured: (object, path) => written.isConfigured(object, path),
    };
    for (const object of this.#objects) lookUp(READERS, object.type)?.read(object, reading);
    this.#addNodes(reading);
    this.#addPeers();
    return this.facts.finish();
  }

  #addNodes(reading: TerraformReading): void {
    let count = this.#machines;
    let first = this.#firstMachine;
    for (const object of this.#objects.filter(({ type }) => Object.hasOwn(NODE_TYPES, type))) {
      first ??= object;
      take(reading, object, ['instances'], 'nodes', (text) => (count += Number(text)));
    }
    if (first !== undefined && count > 0) {
      this.facts.quantity('nodes', count, 'Azure virtual machines', this.originOf(first));
    }
  }

  #addPeers(): void {
    const peers = this.#objects.filter(({ type }) => type === PEER_TYPE);
    const [first] = peers;
    if (first !== undefined) {
      this.facts.quantity('route-server-peers', peers.length, 'Route Server peers', this.originOf(first));
    }
  }
}

function lookUp<T>(table: Readonly<Record<string, T>>, type: string): T | undefined {
  return Object.hasOwn(table, type) ? table[type] : undefined;
}

function trimmed(object: TerraformObject, attributes: readonly string[]): TerraformObject {
  return {
    ...object,
    values: pick(object.values, attributes),
    unknown: pickMarks(object.unknown, attributes),
    sensitive: pickMarks(object.sensitive, attributes),
  };
}

function pick(
  from: Readonly<Record<string, unknown>>,
  attributes: readonly string[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    attributes.flatMap((name) => (Object.hasOwn(from, name) ? [[name, from[name]]] : [])),
  );
}

function pickMarks(marks: unknown, attributes: readonly string[]): unknown {
  return isObject(marks) ? pick(marks, attributes) : marks;
}

/**
 * Which VPC an object lies in. Before there is an id, the configuration tells it where it refers to the VPC by name;
 * where it came through a module's variable, there is no doubt as long as only one VPC is being made.
 */
function findVpc(
  object: TerraformObject,
  attribute: string,
  networks: readonly TerraformObject[],
  configuration: TerraformConfiguration,
): string | undefined {
  const id = textOf(object, [attribute]);
  if (id !== undefined) return id;
  const unborn = networks.filter((network) => textOf(network, ['id']) === undefined);
  const nearby = unborn.filter(({ module }) => module === object.module);
  const names = configuration.references(object, attribute, 'aws_vpc');
  const named = nearby.filter(({ name }) => names.includes(name));
  const candidates = names.length > 0 ? named : unborn.length === 1 ? unborn : nearby;
  if (candidates.length === 1) return candidates.map(vpcKey)[0];
  const sameKey = candidates.filter(({ index }) => index !== null && index === object.index);
  return sameKey.length === 1 ? sameKey.map(vpcKey)[0] : undefined;
}
