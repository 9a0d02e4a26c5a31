import { terraformErrors } from './errors.ts';
import {
  checkDeferredRow,
  checkRest,
  checkRow,
  type DeferredChangeJson,
  isObject,
  type PlanRest,
  type ResourceChangeJson,
  type ValuesJson,
} from './plan-json.ts';
import { PlanScanner, type Shape, type Treatment } from './plan-scanner.ts';
import { type ByteSource, openSource } from './plan-source.ts';

/** A piece of a plan, in the order of the file; `rest` comes once, as the last. */
export type PlanPart =
  | {
      readonly section: 'resource_changes' | 'resource_drift';
      readonly value: ResourceChangeJson;
      /** The row as the file has it. */
      readonly text?: string;
    }
  | { readonly section: 'deferred_changes'; readonly value: DeferredChangeJson }
  /** One object of the prior state or of the planned values in which something is marked as sensitive. */
  | { readonly section: 'values'; readonly value: ValuesJson }
  | { readonly section: 'rest'; readonly value: PlanRest };

/**
 * Reads what `terraform show -json <plan>` wrote, of any size, one object at a time: memory stays that of the longest
 * object. Also reads what such files become on their way: UTF-16 and byte order marks, lines of a wrapper before and
 * after, lines of Terraform's machine-readable UI. The file must hold exactly one plan, because nothing in a file of
 * several says which of them was reviewed.
 * @throws EHA1208 when the file cannot be read, is cut off or holds no plan, EHA1209 for an unknown major version of
 * the format, EHA1212 when it holds several plans. Parts that came before are then worth nothing.
 */
export async function* streamPlan(file: string): AsyncGenerator<PlanPart, void, undefined> {
  let parts: PlanPart[] = [];
  const reader = new PlanReader((part) => parts.push(part));
  const source = await openPlan(file);
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

/** The same for a visitor that does not wait: no part outlives its visit, so that memory is freed at once. */
export async function visitPlan(file: string, visit: (part: PlanPart) => void): Promise<void> {
  const reader = new PlanReader(visit);
  const source = await openPlan(file);
  try {
    while (!(await reader.readFrom(source)));
  } finally {
    await source.close();
  }
}

function openPlan(file: string): Promise<ByteSource> {
  return openSource(file).catch((cause: unknown) => {
    throw terraformErrors.EHA1208(`The plan JSON ${file} could not be opened.`, { cause });
  });
}

/** Lists whose elements are plans' rows, and lists and objects that may be as long as the state. */
const ROWS: ReadonlySet<string> = new Set(['resource_changes', 'resource_drift', 'deferred_changes']);

const SKIP: Treatment = { as: 'skip' };

const OBJECT_END = Buffer.from(',"sensitive_values":{}}');

/** Most objects mark nothing: the member says so last, and then the object need not be parsed. */
function marksSomething(object: Buffer): boolean {
  return !object.subarray(-OBJECT_END.length).equals(OBJECT_END);
}

const MODULE: Shape = (key) => {
  if (key === 'resources') return { as: 'elements', name: 'values', wanted: marksSomething };
  return key === 'child_modules' ? { as: 'list', shape: MODULE } : SKIP;
};

function valuesShape(outputs: string): Shape {
  return (key) => {
    if (key === 'root_module') return { as: 'members', shape: MODULE };
    return key === 'outputs' ? { as: 'value', name: outputs } : SKIP;
  };
}

/** Members of a plan that are not kept as they are. */
const NESTED: Readonly<Record<string, Treatment>> = {
  planned_values: { as: 'members', shape: valuesShape('planned.outputs') },
  prior_state: {
    as: 'members',
    shape: (key) => (key === 'values' ? { as: 'members', shape: valuesShape('prior.outputs') } : SKIP),
  },
};

class PlanReader {
  readonly #scanner = new PlanScanner((name, value, text) => this.#take(name, value, text));
  readonly #emit: (part: PlanPart) => void;
  #row = 0;
  readonly #rest: Record<string, unknown> = {};
  #keys = new Set<string>();
  /** `line`: at the start of a line, `noise`: inside one that is passed over, `plan`: inside an object. */
  #state: 'line' | 'noise' | 'plan' = 'line';
  /** Complete objects so far. */
  #objects = 0;

  constructor(emit: (part: PlanPart) => void) {
    this.#emit = emit;
  }

  /** Reads the next bytes; true when they were the last. */
  async readFrom(source: ByteSource): Promise<boolean> {
    const bytes = await source.read(this.#scanner.space());
    this.#scanner.filled(bytes);
    while (this.#step(bytes === 0));
    if (bytes === 0) this.#finish();
    return bytes === 0;
  }

  #finish(): void {
    if (this.#state === 'plan') throw this.#scanner.fault('the file ends inside the plan, so it was cut off');
    if (this.#objects === 0)
      throw terraformErrors.EHA1208('The file holds no plan JSON: no line starts with an object.');
    if (this.#objects > 1) {
      throw terraformErrors.EHA1212(
        `The file holds ${this.#objects} plans; which of them is meant cannot be told.`,
      );
    }
    this.#emit({ section: 'rest', value: checkRest(this.#rest) });
  }

  /** Whether something was done; `last` says that no more bytes come. */
  #step(last: boolean): boolean {
    if (this.#state === 'plan') return this.#stepPlan();
    if (this.#state === 'noise') {
      if (!this.#scanner.skipLine()) return false;
      this.#state = 'line';
      return true;
    }
    const byte = this.#scanner.peek();
    if (byte === undefined) return false;
    // A line of `terraform plan -json` starts with its level.
    const isEvent = this.#scanner.startsWith('{"@');
    if (isEvent === undefined && !last) return false;
    this.#state = byte === 0x7b && isEvent !== true ? 'plan' : 'noise';
    if (this.#state === 'plan') this.#begin();
    return true;
  }

  #begin(): void {
    this.#keys = new Set();
    this.#scanner.begin(this.#objects === 0 ? (key) => this.#treat(key) : () => SKIP);
  }

  #stepPlan(): boolean {
    if (!this.#scanner.advance()) return false;
    this.#objects += 1;
    this.#state = 'line';
    return true;
  }

  #treat(key: string): Treatment {
    // The second of two members would replace the first for one reader and add to it for another.
    if (this.#keys.has(key)) throw this.#scanner.fault(`the member ${JSON.stringify(key)} occurs twice`);
    this.#keys.add(key);
    this.#row = 0;
    // Setting it on an object would change what the object inherits from.
    if (key === '__proto__') return SKIP;
    if (ROWS.has(key)) return { as: 'elements', name: key };
    return (Object.hasOwn(NESTED, key) ? NESTED[key] : undefined) ?? { as: 'value', name: key };
  }

  #take(name: string, value: unknown, text: string): void {
    switch (name) {
      case 'resource_changes':
      case 'resource_drift':
        this.#emit({ section: name, value: checkRow(value, this.#row++, name), text });
        break;
      case 'deferred_changes':
        this.#emit({ section: name, value: checkDeferredRow(value, this.#row++) });
        break;
      case 'values':
        if (isObject(value)) this.#emit({ section: 'values', value });
        break;
      default:
        this.#rest[name] = value;
    }
  }
}
