import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonical, isObject } from '#simulator/terraform-provider/cty/value.js';
import { ResourceEngine } from '#simulator/terraform-provider/engine/resources.js';
import { NO_TABLES } from '#simulator/terraform-provider/engine/tables.js';
import type { ObjectValue, ProviderInstance, Value } from '#simulator/terraform-provider/engine/types.js';
import { loadProvider, PROVIDERS, type LoadedProvider } from '#simulator/terraform-provider/schema/load.js';
import { decodeValue, encodeValue } from '#simulator/terraform-provider/wire/msgpack.js';
import type { Block } from '#simulator/terraform-provider/schema/model.js';
import { World } from '#simulator/world/world.js';
import { applyErrors, planErrors, proposedNew } from './core.ts';
import { block, config } from './schema-arbitraries.ts';

const directory = mkdtempSync(join(tmpdir(), 'engine-'));
const world = World.open({ directory });
afterAll(async () => {
  await world.close();
  rmSync(directory, { recursive: true });
});

const aws = loadProvider('aws');
const instance: ProviderInstance = {
  provider: 'aws',
  region: 'eu-central-1',
  accountId: '123456789012',
  subscriptionId: 's',
  tenantId: 't',
  defaultTags: { project: 'p' },
};

/** Walks one object through its life as Terraform does, and checks every answer by core's rules. */
class Life {
  readonly #engine: ResourceEngine;
  readonly #type: string;
  readonly #block: Block;
  #state: ObjectValue | null = null;
  #key: string | undefined;

  constructor(provider: LoadedProvider, type: string, given: Block) {
    this.#engine = new ResourceEngine({ provider, world, tables: NO_TABLES, strict: true });
    this.#type = type;
    this.#block = given;
  }

  /** Plans and says what core would object to. */
  plan(given: ObjectValue): ObjectValue {
    const proposed = proposedNew(this.#block, this.#state, given);
    const prior = this.#state;
    const answer = this.#engine.plan({ type: this.#type, prior, proposed, config: given, instance });
    if (!isObject(answer.planned)) throw new Error('planned nothing');
    const planned = this.#wire(answer.planned);
    expect(answer.legacy).toBe(false);
    expect(planErrors(this.#block, this.#state, given, planned)).toEqual([]);
    return planned;
  }

  apply(given: ObjectValue): void {
    const planned = this.plan(given);
    const answer = this.#engine.apply({
      type: this.#type,
      prior: this.#state,
      planned,
      key: this.#key,
      instance,
    });
    expect(answer.diagnostics).toEqual([]);
    if (!isObject(answer.state)) throw new Error('no state');
    expect(applyErrors(this.#block.type, planned, this.#wire(answer.state))).toEqual([]);
    this.#state = this.#wire(answer.state);
    this.#key = answer.key;
  }

  /** Nothing may have changed on its own. */
  settled(given: ObjectValue): void {
    const read = this.#engine.read(this.#type, this.#state, this.#key);
    expect(this.#text(read.state)).toBe(this.#text(this.#state));
    expect(this.#text(this.plan(given))).toBe(this.#text(this.#state));
  }

  destroy(): void {
    this.#engine.apply({ type: this.#type, prior: this.#state, planned: null, key: this.#key, instance });
    expect(this.#engine.read(this.#type, this.#state, this.#key).state).toBeNull();
  }

  #text(value: Value): string {
    return canonical(value, this.#block.type);
  }

  #wire(value: ObjectValue): ObjectValue {
    const again = decodeValue(encodeValue(value, this.#block.type), this.#block.type);
    if (!isObject(again)) throw new Error('not an object');
    return again;
  }
}

/** A life: planned with unknowns, created, looked at, changed, destroyed. */
function live(provider: LoadedProvider, type: string, given: Block, configs: readonly ObjectValue[]): void {
  const life = new Life(provider, type, given);
  const [uncertain, first, second, uncertainChange] = configs;
  if (uncertain === undefined || first === undefined || second === undefined || uncertainChange === undefined)
    throw new Error('configs');
  life.plan(uncertain);
  life.apply(first);
  life.settled(first);
  life.plan(uncertainChange);
  life.apply(second);
  life.settled(second);
  life.destroy();
}

const configs = (given: Block) =>
  fc.tuple(config(given, true), config(given, false), config(given, false), config(given, true));

describe('the engine under the rules of Terraform core, never claiming the legacy type system', () => {
  it('holds for any schema and any configuration', () => {
    fc.assert(
      fc.property(
        block().chain((given) => configs(given).map((values) => ({ given, values }))),
        ({ given, values }) => {
          const schema = { ...aws.schema, resources: { aws_any: { version: 0, block: given } } };
          live({ ...aws, schema, profiles: {} }, 'aws_any', given, values);
        },
      ),
      { numRuns: 120 },
    );
  });

  it.each(PROVIDERS.map((provider) => provider.name))('holds for every resource type of %s', (name) => {
    const provider = loadProvider(name);
    for (const [type, schema] of Object.entries(provider.schema.resources)) {
      fc.assert(
        fc.property(configs(schema.block), (values) => live(provider, type, schema.block, values)),
        { numRuns: 2, seed: 7 },
      );
    }
  });
});
