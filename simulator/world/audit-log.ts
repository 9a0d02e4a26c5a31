import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { WorldObject } from '../terraform-provider/engine/types.ts';
import type { WorldClock } from './clock.ts';
import type { ObjectChange, ObjectStore } from './store.ts';

/** Who does something in the clouds. */
export interface Actor {
  /** Display name of a person; undefined for a pipeline. */
  readonly person?: string;
  /** Sign-in name, an e-mail address; also names the session of a role in AWS. */
  readonly signIn: string;
  /** Role in AWS. */
  readonly role: string;
  /** Application in Entra ID. */
  readonly application: string;
}

/** Whoever changes things by hand. */
export const SOMEBODY: Actor = {
  person: 'Casey Operator',
  signIn: 'casey@example.com',
  role: 'operator',
  application: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
};

/** What applies. */
export const PIPELINE: Actor = {
  signIn: 'terraform-apply-1',
  role: 'hybrid-apply',
  application: '00000000-0000-4000-8000-000000000004',
};

/** One thing that was done, or tried, to one object. */
export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  readonly kind: 'create' | 'update' | 'delete' | 'read';
  readonly object: WorldObject;
  readonly by: Actor;
  /** The change was about tags alone. */
  readonly tagsOnly: boolean;
  /** It was tried and denied. */
  readonly refused: boolean;
}

/** At this many the oldest are forgotten. */
const MOST = 20_000;

/**
 * Who changed which object of the world, for the logs that the clouds keep of it. It lives as long as the process: a
 * world that is opened again has forgotten what came before, as the clouds do after 90 days.
 */
export class AuditLog {
  readonly #entries: AuditEntry[] = [];
  readonly #clock: WorldClock;

  constructor(objects: ObjectStore, clock: WorldClock) {
    this.#clock = clock;
    objects.onChange((change) => {
      const kind = change.kind === 'delete' ? 'delete' : change.before === undefined ? 'create' : 'update';
      this.note({ kind, object: change.object, by: change.by, tagsOnly: isTagsOnly(change) });
    });
  }

  /** Notes what was done; reads and refused calls are only noted by who plays them. */
  note(entry: Pick<AuditEntry, 'kind' | 'object' | 'by'> & Partial<AuditEntry>): void {
    if (this.#entries.length >= MOST) this.#entries.shift();
    this.#entries.push({
      id: randomUUID(),
      at: this.#clock.now(),
      tagsOnly: false,
      refused: false,
      ...entry,
    });
  }

  /** All entries for which `matches` holds, the newest first. */
  list(matches: (entry: AuditEntry) => boolean): readonly AuditEntry[] {
    return this.#entries.filter(matches).reverse();
  }
}

function isTagsOnly({ object, before }: ObjectChange): boolean {
  if (before === undefined) return false;
  const names = new Set([...Object.keys(object.attributes), ...Object.keys(before.attributes)]);
  const changed = [...names].filter(
    (name) => !isDeepStrictEqual(object.attributes[name], before.attributes[name]),
  );
  return changed.length > 0 && changed.every((name) => name === 'tags' || name === 'tags_all');
}
