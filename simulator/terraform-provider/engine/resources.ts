import { conform, keepDynamicTypes } from '../cty/conform.ts';
import { isObject, isWhollyKnown, plainObject } from '../cty/value.ts';
import type { World } from '../../world/world.ts';
import type { LoadedProvider } from '../schema/load.ts';
import { EMPTY_PROFILE, type Block, type Profile, type Schema } from '../schema/model.ts';
import { failure, hasErrors } from './diagnostics.ts';
import { alreadyExists, findForImport, findInState, removeObject } from './lookup.ts';
import { fillObject } from './fill.ts';
import { hexFor, integerFor, objectKey } from './keys.ts';
import { planObject } from './plan.ts';
import { replacePaths } from './replace.ts';
import type { ProviderTables } from './tables.ts';
import type {
  Diagnostic,
  FillContext,
  ObjectValue,
  ProviderInstance,
  Value,
  ValuePath,
  WorldObject,
} from './types.ts';
import { validateBlock } from './validate.ts';

/** What an engine works with: one provider in one world. */
export interface EngineContext {
  readonly provider: LoadedProvider;
  readonly world: World;
  readonly tables: ProviderTables;
  /** Plan only what a provider that never claims the legacy type system may plan; for tests of the engine. */
  readonly strict: boolean;
}

export interface PlanCall {
  readonly type: string;
  readonly prior: Value;
  readonly proposed: Value;
  readonly config: Value;
  readonly instance: ProviderInstance;
}

export interface PlanAnswer {
  readonly planned: Value;
  readonly requiresReplace: readonly ValuePath[];
  readonly legacy: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ApplyCall {
  readonly type: string;
  readonly prior: Value;
  readonly planned: Value;
  readonly key: string | undefined;
  readonly instance: ProviderInstance;
}

export interface ApplyAnswer {
  /** Null when there is no object afterwards. */
  readonly state: Value;
  readonly key: string | undefined;
  readonly legacy: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

const EXPIRED_TOKEN = failure(
  'operation error: api error ExpiredToken: The security token included in the request is expired',
  'The session of the role ended while Terraform was at work (fault "token-expired").',
);

/** The life of managed resources: knows schemas and profiles, asks the tables about types, keeps objects in the world. */
export class ResourceEngine {
  readonly #context: EngineContext;

  constructor(context: EngineContext) {
    this.#context = context;
  }

  validate(type: string, config: Value): readonly Diagnostic[] {
    if (!isObject(config)) return [];
    const generic = validateBlock(config, this.#schema(type).block);
    const rules = this.#context.tables.configRules[type] ?? [];
    return [...generic, ...rules.flatMap((rule) => rule(plainObject(config)))];
  }

  plan(call: PlanCall): PlanAnswer {
    const { block } = this.#schema(call.type);
    if (!isObject(call.proposed) || !isObject(call.config)) {
      return { planned: null, requiresReplace: [], legacy: false, diagnostics: [] };
    }
    const prior = isObject(call.prior) ? call.prior : null;
    const { strict, tables, world } = this.#context;
    const profile = this.#profile(call.type);
    const { planned, legacy } = planObject({
      ...call,
      block,
      profile,
      prior,
      proposed: call.proposed,
      config: call.config,
      strict,
    });
    const config = plainObject(call.config);
    const seen = { instance: call.instance, objects: world.objects };
    const diagnostics = (tables.planRules[call.type] ?? []).flatMap((rule) => rule(config, seen));
    if (call.type === 'azurerm_virtual_network_gateway' && world.faults.strikes('plan-error', 1)) {
      diagnostics.push(
        failure(
          'Planning the virtual network gateway failed',
          'The provider crashed while planning (fault "plan-error").',
        ),
      );
    }
    const requiresReplace = prior === null ? [] : replacePaths(profile.forceNew, prior, planned, block.type);
    return { planned, requiresReplace, legacy, diagnostics };
  }

  /** Creates, changes or deletes the object. On failure the state stays as it was. */
  apply(call: ApplyCall): ApplyAnswer {
    const { objects } = this.#context.world;
    const { planned } = call;
    const legacy = this.#isLegacy(call.type);
    if (!isObject(planned)) {
      const object = findInState(objects, this.#context.provider.name, call.type, call.key, call.prior);
      if (object !== undefined) removeObject(objects, object);
      return { state: null, key: call.key, legacy: false, diagnostics: [] };
    }
    return isObject(call.prior) ? this.#update(call, planned, legacy) : this.#create(call, planned, legacy);
  }

  /** The object's state now, or null when it is gone. */
  read(
    type: string,
    current: Value,
    key: string | undefined,
  ): { readonly state: Value; readonly key: string | undefined } {
    const { world, provider } = this.#context;
    const object = findInState(world.objects, provider.name, type, key, current);
    return { state: object === undefined ? null : this.#stateOf(object, current), key: object?.key ?? key };
  }

  /** Finds an object by the id given to `terraform import`; where there is none, the read that follows will tell. */
  import(
    type: string,
    id: string,
    instance: ProviderInstance,
  ): { readonly state: Value; readonly key: string | undefined } {
    const { block } = this.#schema(type);
    const object = findForImport(this.#context.world.objects, type, id, instance);
    if (object !== undefined) return { state: this.#stateOf(object, null), key: object.key };
    return { state: emptyBlocks(conform({ id }, block.type), block), key: undefined };
  }

  /** A state as stored by any earlier version of the schema: what the schema no longer has is dropped. */
  upgrade(type: string, raw: unknown): Value {
    const { block } = this.#schema(type);
    return emptyBlocks(conform(raw, block.type), block);
  }

  #create(call: ApplyCall, planned: ObjectValue, legacy: boolean): ApplyAnswer {
    const { world, provider, tables } = this.#context;
    const placed = provider.name === 'azurerm' || provider.name === 'azapi';
    const region = placed ? textOf(planned['location']) : call.instance.region;
    const schema = this.#schema(call.type).block.type;
    const key = objectKey(
      { seed: world.seed, type: call.type, region, planned, schema },
      (taken) => world.objects.get(taken) !== undefined,
    );
    const context = this.#fillContext(call, key, planned);
    const refused = (tables.applyRules[call.type] ?? []).flatMap((rule) => rule(context));
    if (hasErrors(refused)) return { state: null, key: undefined, legacy, diagnostics: refused };
    const state = this.#fill(call.type, planned, context);
    const existing = alreadyExists(world.objects, provider.name, call.type, state);
    if (existing !== undefined)
      return { state: null, key: undefined, legacy, diagnostics: [...refused, existing] };
    if (this.#isExpired()) return { state: null, key: undefined, legacy, diagnostics: [EXPIRED_TOKEN] };
    const failed = this.#failHalfway(call.type, state);
    const attributes = plainObject(failed?.state ?? state);
    const createdAt = world.clock.now().toISOString();
    world.objects.put({ key, provider: provider.name, type: call.type, region, attributes, createdAt });
    const diagnostics = failed === undefined ? refused : [...refused, failed.diagnostic];
    return { state: failed?.state ?? state, key, legacy, diagnostics };
  }

  /** With the fault `token-expired`: the AWS session lasts for one object, and nothing is made after it. */
  #isExpired(): boolean {
    const { provider, world } = this.#context;
    return (
      provider.name === 'aws' &&
      world.faults.strikes('token-expired') &&
      world.faults.count('token-expired') > 1
    );
  }

  /** The faults under which an object is there but not as it should be; Terraform then marks it as tainted. */
  #failHalfway(
    type: string,
    state: ObjectValue,
  ): { readonly state: ObjectValue; readonly diagnostic: Diagnostic } | undefined {
    const { faults } = this.#context.world;
    if (type === 'aws_vpn_connection' && faults.strikes('apply-error', 1)) {
      const summary = `waiting for EC2 VPN Connection (${textOf(state['id'])}) create: unexpected state 'failed', wanted target 'available'`;
      const detail = 'The connection exists but never became available (fault "apply-error").';
      return { state, diagnostic: failure(summary, detail) };
    }
    if (type === 'helm_release' && faults.strikes('helm-release-failed', 1)) {
      const detail = `The release "${textOf(state['name'])}" was created but its hooks never ended: context deadline exceeded (fault "helm-release-failed").`;
      return { state: { ...state, status: 'failed' }, diagnostic: failure('installation failed', detail) };
    }
    return undefined;
  }

  #update(call: ApplyCall, planned: ObjectValue, legacy: boolean): ApplyAnswer {
    const { world, provider, tables } = this.#context;
    const object = findInState(world.objects, provider.name, call.type, call.key, call.prior);
    if (object === undefined) {
      const detail =
        'The object no longer exists. It was removed outside of Terraform after the plan was made.';
      return {
        state: call.prior,
        key: call.key,
        legacy,
        diagnostics: [failure(`updating ${call.type}: not found`, detail)],
      };
    }
    const context = this.#fillContext(call, object.key, planned);
    const refused = (tables.applyRules[call.type] ?? []).flatMap((rule) => rule(context));
    if (hasErrors(refused)) return { state: call.prior, key: object.key, legacy, diagnostics: refused };
    const state = this.#fill(call.type, planned, context);
    // Attributes outside of the schema belong to other parts of the simulator.
    world.objects.put({ ...object, attributes: { ...object.attributes, ...plainObject(state) } });
    return { state, key: object.key, legacy, diagnostics: refused };
  }

  #fill(type: string, planned: ObjectValue, context: FillContext): ObjectValue {
    const rule = this.#context.tables.fillRules[type];
    const { block } = this.#schema(type);
    return fillObject(
      planned,
      block,
      context,
      rule === undefined || isWhollyKnown(planned) ? {} : rule(context),
    );
  }

  #fillContext(call: ApplyCall, key: string, planned: ObjectValue): FillContext {
    const { objects, seed } = this.#context.world;
    return {
      instance: call.instance,
      type: call.type,
      key,
      planned: plainObject(planned),
      objects,
      hex: (purpose, length) => hexFor(`${seed}\0${key}`, purpose, length),
      integer: (purpose, below) => integerFor(`${seed}\0${key}`, purpose, below),
    };
  }

  #stateOf(object: WorldObject, like: Value): Value {
    const { block } = this.#schema(object.type);
    const state = emptyBlocks(conform(object.attributes, block.type), block);
    return keepDynamicTypes(state, like);
  }

  #isLegacy(type: string): boolean {
    const { block } = this.#schema(type);
    const profile = this.#profile(type);
    const defaulted = Object.keys(profile.defaults).some(
      (name) => block.attributes[name]?.computed === false,
    );
    return !this.#context.strict && (defaulted || profile.computedBlocks.length > 0);
  }

  #profile(type: string): Profile {
    return this.#context.provider.profiles[type] ?? EMPTY_PROFILE;
  }

  #schema(type: string): Schema {
    const schema = this.#context.provider.schema.resources[type];
    if (schema === undefined)
      throw new TypeError(`the provider ${this.#context.provider.name} has no resource type "${type}"`);
    return schema;
  }
}

function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Block collections are never null to Terraform, unlike attributes. */
function emptyBlocks(value: Value, block: Block): Value {
  if (!isObject(value)) return value;
  const result: Record<string, Value> = { ...value };
  for (const [name, nested] of Object.entries(block.blocks)) {
    const inner = value[name] ?? null;
    if (nested.nesting === 'list' || nested.nesting === 'set') {
      result[name] = Array.isArray(inner)
        ? inner.map((element: Value) => emptyBlocks(element, nested.block))
        : [];
    } else if (nested.nesting === 'map') {
      result[name] = isObject(inner)
        ? Object.fromEntries(
            Object.entries(inner).map(([key, element]) => [key, emptyBlocks(element, nested.block)]),
          )
        : {};
    } else if (nested.nesting === 'group' && inner === null) {
      result[name] = emptyBlocks(conform({}, nested.block.type), nested.block);
    } else {
      result[name] = emptyBlocks(inner, nested.block);
    }
  }
  for (const [name, attribute] of Object.entries(block.attributes))
    if (attribute.writeOnly) result[name] = null;
  return result;
}
