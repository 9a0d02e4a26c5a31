import { isObject } from '../../terraform/plan-json.ts';
import { lengthOf, type TerraformObject } from './terraform-object.ts';

type Members = Readonly<Record<string, unknown>>;

/** One step of a module address, `module.name["key"]`; the key may hold anything. */
const MODULE_STEP = /module\.([^.[]+)(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?(?:\.|$)/gy;

/** The `configuration` of a plan: what was written, before any value was known. */
export class TerraformConfiguration {
  readonly #root: unknown;

  /** Anything but a plan's configuration answers as if nothing could be told. */
  constructor(configuration: unknown) {
    this.#root = isObject(configuration) ? configuration['root_module'] : undefined;
  }

  /** Names of the resources of a type that the attribute refers to in the same module. */
  references(object: TerraformObject, attribute: string, type: string): readonly string[] {
    const expression = this.#expressions(object)?.[attribute];
    const references = isObject(expression) ? expression['references'] : undefined;
    if (!Array.isArray(references)) return [];
    const names = references.flatMap((reference: unknown) => {
      const parts = typeof reference === 'string' ? reference.split(/[.[]/) : [];
      return parts[0] === type && parts[1] !== undefined ? [parts[1]] : [];
    });
    return [...new Set(names)];
  }

  /** See `TerraformReading.isConfigured`. The path is an attribute, or a block and its attribute. */
  isConfigured(object: TerraformObject, [first, second]: readonly string[]): boolean | undefined {
    const expressions = this.#expressions(object);
    if (expressions === undefined || first === undefined) return undefined;
    const expression = expressions[first];
    if (second === undefined) return expression !== undefined;
    // A dynamic block is not among the expressions. One that wrote something is seen by what it wrote.
    if (expression === undefined) return lengthOf(object, [first]) > 0 ? undefined : false;
    const blocks: readonly unknown[] = Array.isArray(expression) ? expression : [expression];
    return blocks.some((block) => isObject(block) && block[second] !== undefined);
  }

  #expressions(object: TerraformObject): Members | undefined {
    let module = this.#root;
    for (const [, name] of object.module.matchAll(MODULE_STEP)) {
      const calls: unknown = isObject(module) ? module['module_calls'] : undefined;
      const call = isObject(calls) ? calls[name ?? ''] : undefined;
      module = isObject(call) ? call['module'] : undefined;
    }
    const resources: unknown = isObject(module) ? module['resources'] : undefined;
    if (!Array.isArray(resources)) return undefined;
    const found = (resources as readonly unknown[]).find(
      (resource) =>
        isObject(resource) &&
        resource['address'] === `${object.type}.${object.name}` &&
        resource['mode'] !== 'data',
    );
    const expressions = isObject(found) ? (found['expressions'] ?? {}) : undefined;
    return isObject(expressions) ? expressions : undefined;
  }
}
