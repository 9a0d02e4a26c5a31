import { conform, keepDynamicTypes } from '../cty/conform.ts';
import { canonical, isObject, plain, plainObject } from '../cty/value.ts';
import type { Block, Schema } from '../schema/model.ts';
import { failure } from './diagnostics.ts';
import type { EngineContext } from './resources.ts';
import type {
  DataSourceContext,
  DataSourceRule,
  Diagnostic,
  ObjectValue,
  ProviderInstance,
  Value,
  WorldObject,
} from './types.ts';
import { validateBlock } from './validate.ts';

export interface DataAnswer {
  readonly state: Value;
  readonly diagnostics: readonly Diagnostic[];
}

/** Data sources and ephemeral resources: what reads without managing. */
export class DataEngine {
  readonly #context: EngineContext;

  constructor(context: EngineContext) {
    this.#context = context;
  }

  validateData(type: string, config: Value): readonly Diagnostic[] {
    return this.#validate(this.#dataSchema(type), `data.${type}`, config);
  }

  validateEphemeral(type: string, config: Value): readonly Diagnostic[] {
    return this.#validate(this.#ephemeralSchema(type), `ephemeral.${type}`, config);
  }

  /** Reads a data source: by its rule, or by looking for the one object of that type that has the given arguments. */
  read(type: string, config: Value, instance: ProviderInstance): DataAnswer {
    const { block } = this.#dataSchema(type);
    const rule =
      this.#context.tables.dataSources[type] ??
      ((context: DataSourceContext) => lookUp(type, block, context));
    return this.#answer(rule, block, config, instance);
  }

  /** Opens an ephemeral resource; without a rule for the type nothing can be said about its secret. */
  open(type: string, config: Value, instance: ProviderInstance): DataAnswer {
    const { block } = this.#ephemeralSchema(type);
    const rule = this.#context.tables.ephemeralResources[type];
    if (rule === undefined) {
      return {
        state: null,
        diagnostics: [
          failure(
            `${type} is not simulated`,
            'The simulated provider has no rule for this ephemeral resource.',
          ),
        ],
      };
    }
    return this.#answer(rule, block, config, instance);
  }

  #answer(rule: DataSourceRule, block: Block, config: Value, instance: ProviderInstance): DataAnswer {
    const given = isObject(config) ? config : {};
    const answer = rule({ instance, config: plainObject(given), objects: this.#context.world.objects });
    if ('diagnostics' in answer) return { state: null, diagnostics: answer.diagnostics };
    // What is configured is repeated as it is where the rule does not say it better.
    const decided = Object.fromEntries(
      Object.entries(answer.state).filter(([, value]) => (value ?? null) !== null),
    );
    const state = conform({ ...given, ...decided }, block.type);
    return { state: keepDynamicTypes(withBlocks(state, block), config), diagnostics: [] };
  }

  #validate(schema: Schema, name: string, config: Value): readonly Diagnostic[] {
    if (!isObject(config)) return [];
    const rules = this.#context.tables.configRules[name] ?? [];
    return [...validateBlock(config, schema.block), ...rules.flatMap((rule) => rule(plainObject(config)))];
  }

  #dataSchema(type: string): Schema {
    const schema = this.#context.provider.schema.dataSources[type];
    if (schema === undefined)
      throw new TypeError(`the provider ${this.#context.provider.name} has no data source "${type}"`);
    return schema;
  }

  #ephemeralSchema(type: string): Schema {
    const schema = this.#context.provider.schema.ephemeralResources[type];
    if (schema === undefined)
      throw new TypeError(`the provider ${this.#context.provider.name} has no ephemeral resource "${type}"`);
    return schema;
  }
}

/** Block collections are empty rather than null. */
function withBlocks(state: Value, block: Block): Value {
  if (!isObject(state)) return state;
  const filled = Object.entries(block.blocks)
    .filter(([name, nested]) => nested.nesting !== 'single' && (state[name] ?? null) === null)
    .map(([name, nested]) => [name, nested.nesting === 'map' ? {} : []] as const);
  return { ...state, ...Object.fromEntries(filled) };
}

/**
 * The object of the same type name whose attributes equal every scalar argument given. None, or more than one, is an
 * error: a made-up answer would hide a typing mistake.
 */
function lookUp(
  type: string,
  block: Block,
  { config, objects, instance }: DataSourceContext,
): ReturnType<DataSourceRule> {
  const wanted = Object.entries(block.attributes).filter(([name, attribute]) => {
    const value = config[name] ?? null;
    return value !== null && attribute.optional !== attribute.required && typeof value !== 'object';
  });
  const matches = (object: WorldObject) =>
    wanted.every(([name, attribute]) =>
      sameText(object.attributes, config, name, attribute.type.kind === 'string'),
    );
  const found = objects
    .list(type)
    .filter(
      (object) =>
        object.provider === instance.provider &&
        (instance.provider !== 'aws' || object.region === instance.region),
    )
    .filter(matches);
  const [only] = found;
  if (only !== undefined && found.length === 1) return { state: only.attributes };
  const given = wanted.map(([name]) => `${name} = ${JSON.stringify(plain(config[name] ?? null))}`).join(', ');
  const summary =
    found.length === 0 ? `no matching ${type} found` : `multiple ${type} matched; use additional constraints`;
  return {
    diagnostics: [failure(summary, given === '' ? 'No argument was given.' : `Looked for ${given}.`)],
  };
}

function sameText(attributes: ObjectValue, config: ObjectValue, name: string, isText: boolean): boolean {
  const type = { kind: isText ? 'string' : 'dynamic' } as const;
  return canonical(attributes[name] ?? null, type) === canonical(config[name] ?? null, type);
}
