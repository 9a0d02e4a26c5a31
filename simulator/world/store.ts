import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ObjectReader, ObjectValue, Value, WorldObject } from '../terraform-provider/engine/types.ts';
import { type Actor, PIPELINE, SOMEBODY } from './audit-log.ts';
import { SimulatorError } from './errors.ts';

export interface ObjectChange {
  readonly kind: 'put' | 'delete';
  readonly object: WorldObject;
  /** The object as it was; undefined when it is new. */
  readonly before: WorldObject | undefined;
  readonly by: Actor;
}
export type ChangeListener = (change: ObjectChange) => void;

const FORMAT = 1;

/**
 * The objects of the simulated clouds, kept in one JSON file. Changes take effect at once for all who read; the file
 * follows in one write for many changes and is replaced atomically, so that it is whole after a crash.
 */
export class ObjectStore implements ObjectReader {
  readonly #file: string;
  readonly #objects: Map<string, WorldObject>;
  readonly #listeners = new Set<ChangeListener>();
  /** Lists by type as they were last asked for, until an object changes. */
  readonly #listed = new Map<string | undefined, readonly WorldObject[]>();
  #writing: Promise<void> | undefined;
  #dirty = false;
  #revision = 0;

  /** Reads the file when there is one; throws SIM1002 when it is not a world's. */
  constructor(file: string) {
    this.#file = file;
    this.#objects = new Map(readObjects(file).map((object) => [object.key, object]));
  }

  /** Grows with each change, so that what is computed from objects can be kept until then. */
  get revision(): number {
    return this.#revision;
  }

  /** All objects, or those of one Terraform type, in the order of their keys. */
  list(type?: string): readonly WorldObject[] {
    const listed = this.#listed.get(type);
    if (listed !== undefined) return listed;
    const all = [...this.#objects.values()].filter((object) => type === undefined || object.type === type);
    all.sort((left, right) => (left.key < right.key ? -1 : 1));
    this.#listed.set(type, all);
    return all;
  }

  get(key: string): WorldObject | undefined {
    return this.#objects.get(key);
  }

  /** The first object for which `matches` holds, in the order of keys. */
  find(matches: (object: WorldObject) => boolean): WorldObject | undefined {
    return this.list().find(matches);
  }

  /** Creates or replaces an object, as Terraform does unless someone else is named. */
  put(object: WorldObject, by: Actor = PIPELINE): void {
    const before = this.#objects.get(object.key);
    this.#objects.set(object.key, object);
    this.#changed({ kind: 'put', object, before, by });
  }

  /**
   * Changes attributes as someone outside of Terraform would. `tags` and `tags_all` of an aws object are two views of
   * the same tags, so changing one changes the other. Throws SIM1004 when there is no such object.
   */
  patch(key: string, attributes: ObjectValue, by: Actor = SOMEBODY): WorldObject {
    const before = this.#objects.get(key);
    if (before === undefined) {
      throw new SimulatorError(
        'SIM1004',
        `no object "${key}" in the world`,
        'List the keys that exist with `objects.list()`.',
      );
    }
    const object = {
      ...before,
      attributes: { ...before.attributes, ...attributes, ...otherTags(before.attributes, attributes) },
    };
    this.put(object, by);
    return object;
  }

  /** Removes an object; says whether it was there. */
  delete(key: string, by: Actor = PIPELINE): boolean {
    const object = this.#objects.get(key);
    if (object === undefined) return false;
    this.#objects.delete(key);
    this.#changed({ kind: 'delete', object, before: object, by });
    return true;
  }

  /** Calls `listener` after every change until the returned function is called. */
  onChange(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Resolves when all changes so far are in the file. */
  async flush(): Promise<void> {
    while (this.#dirty || this.#writing !== undefined) await this.#write();
  }

  /** Writes what is outstanding, for a process that is about to end. */
  flushSync(): void {
    if (!this.#dirty) return;
    this.#dirty = false;
    mkdirSync(dirname(this.#file), { recursive: true });
    const temporary = `${this.#file}.${process.pid}.sync`;
    writeFileSync(temporary, this.#serialise(), { mode: 0o600 });
    renameSync(temporary, this.#file);
  }

  #changed(change: ObjectChange): void {
    this.#dirty = true;
    this.#revision += 1;
    this.#listed.clear();
    for (const listener of this.#listeners) listener(change);
  }

  #write(): Promise<void> {
    this.#writing ??= this.#writeOnce().finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  async #writeOnce(): Promise<void> {
    // Changes made in the same turn of the event loop share one write.
    await new Promise((resolve) => setImmediate(resolve));
    if (!this.#dirty) return;
    this.#dirty = false;
    const temporary = `${this.#file}.${process.pid}.tmp`;
    await writeFile(temporary, this.#serialise(), { mode: 0o600 });
    await rename(temporary, this.#file);
  }

  #serialise(): string {
    const toJson = (_name: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value);
    return `${JSON.stringify({ format: FORMAT, objects: this.list() }, toJson, 1)}\n`;
  }
}

function readObjects(file: string): readonly WorldObject[] {
  if (!existsSync(file)) return [];
  try {
    const parsed = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly format?: unknown;
      readonly objects?: unknown;
    };
    if (parsed.format !== FORMAT || !Array.isArray(parsed.objects))
      throw new TypeError('not the objects of a world');
    return parsed.objects.map(checkObject);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function checkObject(value: unknown): WorldObject {
  const object = value as Partial<Record<keyof WorldObject, unknown>> | null;
  const texts = [object?.key, object?.provider, object?.type, object?.region];
  if (
    texts.some((text) => typeof text !== 'string') ||
    typeof object?.attributes !== 'object' ||
    object.attributes === null
  ) {
    throw new TypeError('an object without key, provider, type, region and attributes');
  }
  return value as WorldObject;
}

function unreadable(file: string, cause: unknown): SimulatorError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SimulatorError(
    'SIM1002',
    `cannot read the world's objects in ${file}: ${reason}`,
    'Remove the file to start with an empty world.',
    { cause },
  );
}

type Tags = Readonly<Record<string, Value>>;

/** The other view of an aws object's tags, when a patch changes one of them; nothing for other objects. */
function otherTags(before: ObjectValue, patch: ObjectValue): ObjectValue {
  if (!('tags_all' in before) || !('tags' in before)) return {};
  const own = tagsOf(before['tags']);
  const all = tagsOf(before['tags_all']);
  const fromDefaults = Object.fromEntries(Object.entries(all).filter(([name]) => !(name in own)));
  if ('tags' in patch) return { tags_all: { ...fromDefaults, ...tagsOf(patch['tags']) } };
  if (!('tags_all' in patch)) return {};
  const rest = Object.entries(tagsOf(patch['tags_all'])).filter(
    ([name, value]) => fromDefaults[name] !== value,
  );
  return { tags: rest.length === 0 && before['tags'] === null ? null : Object.fromEntries(rest) };
}

function tagsOf(value: Value | undefined): Tags {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Tags) : {};
}
