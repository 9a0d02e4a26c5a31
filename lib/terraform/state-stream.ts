import { terraformErrors } from './errors.ts';
import { isObject } from './plan-json.ts';
import { PlanScanner, type Shape, type Treatment } from './plan-scanner.ts';
import { type ByteSource, openSource } from './plan-source.ts';

/** One object of a state. `sensitive` mirrors the values with `true` at the marked places. */
export interface StateObject {
  readonly address: string;
  /** Address of the module with its keys, empty for the root module. */
  readonly module: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly index: string | number | null;
  readonly values: Readonly<Record<string, unknown>>;
  readonly sensitive: unknown;
}

export interface StateOutput {
  readonly value: unknown;
  readonly sensitive: boolean;
}

/** A piece of a state, in the order of the file. */
export type StatePart =
  | { readonly section: 'object'; readonly value: StateObject }
  | { readonly section: 'output'; readonly name: string; readonly value: StateOutput };

/**
 * Reads a state of any size, one resource at a time: what `terraform show -json` writes of a state, or a state file of
 * version 4 as it lies in a backend. Objects that a replacement left behind (deposed) are passed over.
 * @throws EHA1208 where the text is not JSON or was cut off, EHA1209 for a state of an unknown version
 */
export async function* streamState(file: string): AsyncGenerator<StatePart, void, undefined> {
  let parts: StatePart[] = [];
  const reader = new StateReader((part) => parts.push(part));
  const source = await open(file);
  try {
    for (let ended = false; !ended;) {
      ended = await reader.readFrom(source);
      yield* parts;
      parts = [];
    }
  } finally {
    await source.close();
  }
}

const SKIP: Treatment = { as: 'skip' };

/** Members at the top that only a plan or only a state has. */
const KINDS: Readonly<Record<string, 'plan' | 'state'>> = {
  planned_values: 'plan',
  resource_changes: 'plan',
  output_changes: 'plan',
  configuration: 'plan',
  values: 'state',
  lineage: 'state',
  serial: 'state',
  resources: 'state',
};

/**
 * Whether a file is a plan or a state, by the first telling member of its first object; undefined when there is none.
 * A state of nothing is only a format version, and counts as a state.
 * @throws EHA1208 where the file cannot be opened or its text is not JSON
 */
export async function recogniseTerraformJson(file: string): Promise<'plan' | 'state' | undefined> {
  const seen = new Set<string>();
  const scanner = new PlanScanner(() => undefined);
  const source = await open(file);
  const shape: Shape = (key) => {
    seen.add(key);
    return SKIP;
  };
  try {
    let inside = false;
    for (;;) {
      const bytes = await source.read(scanner.space());
      scanner.filled(bytes);
      inside ||= begin(scanner, bytes === 0, shape);
      const whole = inside && scanner.advance();
      const telling = [...seen].find((key) => Object.hasOwn(KINDS, key));
      if (telling !== undefined) return KINDS[telling];
      if (whole && seen.has('format_version')) return 'state';
      if (whole || bytes === 0) return undefined;
    }
  } finally {
    await source.close();
  }
}

/** Passes over the lines before the first object (a wrapper's, Terraform's own events); true when it has begun. */
function begin(scanner: PlanScanner, last: boolean, shape: Shape): boolean {
  for (;;) {
    const byte = scanner.peek();
    if (byte === undefined) return false;
    const isEvent = scanner.startsWith('{"@');
    if (isEvent === undefined && !last) return false;
    if (byte === 0x7b && isEvent !== true) {
      scanner.begin(shape);
      return true;
    }
    if (!scanner.skipLine()) return false;
  }
}

function open(file: string): Promise<ByteSource> {
  return openSource(file).catch((cause: unknown) => {
    throw terraformErrors.EHA1208(`The file ${file} could not be opened.`, { cause });
  });
}

const MODULE: Shape = (key) => {
  if (key === 'resources') return { as: 'elements', name: 'shown' };
  return key === 'child_modules' ? { as: 'list', shape: MODULE } : SKIP;
};

const VALUES: Shape = (key) => {
  if (key === 'root_module') return { as: 'members', shape: MODULE };
  return key === 'outputs' ? { as: 'value', name: 'outputs' } : SKIP;
};

const TOP: Shape = (key) => {
  switch (key) {
    case 'values':
      return { as: 'members', shape: VALUES };
    case 'resources':
      return { as: 'elements', name: 'stored' };
    case 'outputs':
    case 'version':
    case 'format_version':
      return { as: 'value', name: key };
    default:
      return SKIP;
  }
};

class StateReader {
  readonly #scanner = new PlanScanner((name, value) => this.#take(name, value));
  readonly #emit: (part: StatePart) => void;
  #state: 'before' | 'inside' | 'after' = 'before';
  #hasVersion = false;

  constructor(emit: (part: StatePart) => void) {
    this.#emit = emit;
  }

  /** Reads the next bytes; true when nothing more is to come. */
  async readFrom(source: ByteSource): Promise<boolean> {
    const bytes = await source.read(this.#scanner.space());
    this.#scanner.filled(bytes);
    if (this.#state === 'before' && begin(this.#scanner, bytes === 0, TOP)) this.#state = 'inside';
    if (this.#state === 'inside' && this.#scanner.advance()) this.#state = 'after';
    if (this.#state === 'after') {
      if (!this.#hasVersion) throw terraformErrors.EHA1209('The state does not say its version.');
      return true;
    }
    if (bytes === 0) throw this.#scanner.fault('the file ends inside the state, so it was cut off');
    return false;
  }

  #take(name: string, value: unknown): void {
    if (name === 'version' || name === 'format_version') this.#checkVersion(name, value);
    else if (name === 'outputs') this.#takeOutputs(value);
    else if (name === 'shown') this.#takeShown(value);
    else if (name === 'stored') this.#takeStored(value);
  }

  #checkVersion(name: 'version' | 'format_version', value: unknown): void {
    const isKnown = name === 'version' ? value === 4 : /^[01]\.\d/.test(String(value));
    if (!isKnown) {
      throw terraformErrors.EHA1209(
        `The state has ${name} ${String(value)}; known are version 4 and format_version 0.x and 1.x.`,
      );
    }
    this.#hasVersion = true;
  }

  #takeOutputs(value: unknown): void {
    if (!isObject(value)) return;
    for (const [name, output] of Object.entries(value)) {
      if (!isObject(output)) continue;
      const sensitive = output['sensitive'] === true;
      this.#emit({ section: 'output', name, value: { value: output['value'], sensitive } });
    }
  }

  #takeShown(row: unknown): void {
    if (!isObject(row) || typeof row['address'] !== 'string' || typeof row['type'] !== 'string') {
      throw this.#scanner.fault('a resource has no address or no type');
    }
    if (row['deposed_key'] !== undefined) return;
    this.#emitObject({
      address: row['address'],
      module: moduleOf(row['address'], row),
      mode: row['mode'],
      type: row['type'],
      name: row['name'],
      index: row['index'],
      values: row['values'],
      sensitive: row['sensitive_values'],
    });
  }

  #takeStored(row: unknown): void {
    if (!isObject(row) || typeof row['type'] !== 'string' || !Array.isArray(row['instances'])) {
      throw this.#scanner.fault('a resource has no type or no instances');
    }
    const module = typeof row['module'] === 'string' ? row['module'] : '';
    const data = row['mode'] === 'data' ? 'data.' : '';
    const resource = `${module === '' ? '' : `${module}.`}${data}${row['type']}.${String(row['name'])}`;
    for (const instance of row['instances'] as readonly unknown[]) {
      if (!isObject(instance) || instance['deposed'] !== undefined) continue;
      const index = instance['index_key'];
      this.#emitObject({
        address: index === undefined ? resource : `${resource}[${JSON.stringify(index)}]`,
        module,
        mode: row['mode'],
        type: row['type'],
        name: row['name'],
        index,
        values: instance['attributes'],
        sensitive: marksOf(instance['sensitive_attributes']),
      });
    }
  }

  #emitObject(row: { readonly [Member in keyof StateObject]: unknown }): void {
    const { index, values } = row;
    this.#emit({
      section: 'object',
      value: {
        address: String(row.address),
        module: String(row.module),
        mode: row.mode === 'data' ? 'data' : 'managed',
        type: String(row.type),
        name: typeof row.name === 'string' ? row.name : '',
        index: typeof index === 'string' || typeof index === 'number' ? index : null,
        values: isObject(values) ? values : {},
        sensitive: row.sensitive,
      },
    });
  }
}

/** The address up to the resource's own `type.name`. */
function moduleOf(address: string, row: Readonly<Record<string, unknown>>): string {
  const own = `${row['mode'] === 'data' ? 'data.' : ''}${String(row['type'])}.${String(row['name'])}`;
  const at = address.lastIndexOf(`.${own}`);
  return address.startsWith('module.') && at > 0 ? address.slice(0, at) : '';
}

/** A state file lists the paths of what is sensitive; the whole top attribute is taken as marked. */
function marksOf(paths: unknown): unknown {
  if (!Array.isArray(paths)) return undefined;
  const names = paths.flatMap((path: unknown) => {
    const first: unknown = Array.isArray(path) ? path[0] : undefined;
    const value = isObject(first) ? first['value'] : undefined;
    return typeof value === 'string' ? [[value, true] as const] : [];
  });
  return Object.fromEntries(names);
}
