/** One call to a provider of the world. */
export interface JournalEntry {
  readonly provider: string;
  /** Operation as in protocol 5, for example `ApplyResourceChange`. */
  readonly operation: string;
  /** Resource, data source or function name; empty for calls about the provider itself. */
  readonly type: string;
  /** Key of the object concerned, where there is one. */
  readonly key: string | undefined;
  /** For plans and applies: `create`, `update` or `delete`. */
  readonly action: string | undefined;
  /** World time in ISO 8601. */
  readonly at: string;
}

/** Entries kept; a rehearsal makes a few thousand calls. The oldest are dropped first. */
const CAPACITY = 100_000;

/** What was asked of the world, in order of arrival; for tests and for explaining a run. */
export class Journal {
  readonly #entries: JournalEntry[] = [];

  record(entry: JournalEntry): void {
    if (this.#entries.length >= CAPACITY) this.#entries.shift();
    this.#entries.push(entry);
  }

  /** The entries that have all the given properties, oldest first. */
  entries(filter: Partial<JournalEntry> = {}): readonly JournalEntry[] {
    const wanted = Object.entries(filter) as [keyof JournalEntry, string | undefined][];
    return this.#entries.filter((entry) => wanted.every(([name, value]) => entry[name] === value));
  }

  clear(): void {
    this.#entries.length = 0;
  }
}
