import { createHmac, hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import { isObject, type ChangeJson, type ResourceChangeJson } from './plan-json.ts';

/**
 * The key that stands in for a secret one. It is public, so that what is made with it is a mere digest: whoever can
 * guess the whole content can check the guess. For that reason such a fingerprint leaves sensitive values out.
 */
const PUBLIC_KEY = new TextEncoder().encode('eks-hybrid-actions/plan-fingerprint/public/v1');

export interface FingerprintOptions {
  /**
   * Applied to every string of a fingerprint without a secret key, to take out secrets that Terraform has lost the
   * mark of. Ignored with a key, where secrets belong into the fingerprint.
   */
  readonly redact?: (text: string) => string;
}

/**
 * A digest of what a plan would do: equal for two plans of the same changes, whatever the order of their rows, and
 * different when any value of a change differs. Used to prove that a plan made again is the plan that was reviewed.
 *
 * With a secret key it is an HMAC-SHA-256 and covers sensitive values, so that a plan which differs in a password
 * alone differs too. With `null` for a key it is a public digest without them, which cannot notice such a difference.
 *
 * It covers `resource_changes` that do something (all but plain no-ops; moves and imports count), `deferred_changes`,
 * `output_changes` and action invocations. It leaves out what varies between equal plans (`timestamp`), what only
 * describes (`configuration`, `planned_values`, `prior_state`, `checks`) and drift, which a plan shows but does not do.
 */
export class Fingerprint {
  readonly #key: Uint8Array;
  readonly #isKeyed: boolean;
  readonly #redact: ((text: string) => string) | undefined;
  readonly #rows: Buffer[] = [];

  /** @param key at least 32 bytes, from {@link BundleKey.fingerprintKey}; null when there is no secret */
  constructor(key: Uint8Array | null, options: FingerprintOptions = {}) {
    if (key !== null && key.length < 32) throw new RangeError('A fingerprint key has at least 32 bytes.');
    this.#isKeyed = key !== null;
    this.#key = key ?? PUBLIC_KEY;
    this.#redact = key === null ? options.redact : undefined;
  }

  /**
   * Takes one row of `resource_changes` or `deferred_changes`, the whole `output_changes`, or with `rest` the remaining
   * top-level members of a plan. Sections that do not count may be given and are passed over.
   */
  visit(section: string, value: unknown): void {
    if (section === 'resource_changes') this.#visitResource(value as ResourceChangeJson);
    else if (section === 'deferred_changes') this.#visitDeferred(value);
    else if (section === 'output_changes') this.#visitOutputs(value);
    else if (section === 'rest') this.#visitRest(value);
  }

  /** `keyed-v1:` or `public-v1:` and 64 hexadecimal digits: the two kinds are never equal. */
  digest(): string {
    const all = createHmac('sha256', this.#key);
    all.update('plan\0');
    for (const row of [...this.#rows].sort((a, b) => Buffer.compare(a, b))) all.update(row);
    return `${this.#isKeyed ? 'keyed' : 'public'}-v1:${all.digest('hex')}`;
  }

  #visitResource(row: ResourceChangeJson): void {
    if (doesSomething(row)) this.#add('resource', { ...row, change: this.#change(row.change) });
  }

  #visitDeferred(value: unknown): void {
    const row = isObject(value) ? value['resource_change'] : undefined;
    if (!isObject(value) || !isObject(row)) return this.#add('deferred', value);
    const change = isObject(row['change']) ? this.#change(row['change'] as unknown as ChangeJson) : null;
    this.#add('deferred', { ...value, resource_change: { ...row, change } });
  }

  #visitOutputs(value: unknown): void {
    if (!isObject(value)) return;
    for (const [name, change] of Object.entries(value)) {
      const entry = change as ChangeJson;
      if (entry.actions.every((action) => action === 'no-op')) continue;
      this.#add('output', { name, change: this.#change(entry) });
    }
  }

  #visitRest(value: unknown): void {
    if (!isObject(value)) return;
    this.#visitOutputs(value['output_changes']);
    for (const section of ['action_invocations', 'deferred_action_invocations']) {
      const rows: unknown = value[section];
      if (Array.isArray(rows)) for (const row of rows) this.#add(section, this.#invocation(row));
    }
  }

  /**
   * Paths of replacement are a set that Terraform lists in no fixed order. Without a secret key a place that is
   * sensitive before or after is left out on both sides: Terraform marks only one of them when the mark was lost.
   */
  #change(change: ChangeJson): object {
    const paths = change.replace_paths;
    const ordered =
      paths === undefined ? {} : { replace_paths: paths.map((path) => canonicalJson(path)).sort() };
    if (this.#isKeyed) return { ...change, ...ordered };
    const open = (value: unknown): unknown =>
      withoutMarked(withoutMarked(value, change.before_sensitive), change.after_sensitive);
    return { ...change, ...ordered, before: open(change.before), after: open(change.after) };
  }

  /** Without a secret key the configuration of an invocation is left out whole: how it is marked has changed before. */
  #invocation(row: unknown): unknown {
    if (this.#isKeyed || !isObject(row)) return row;
    return Object.fromEntries(Object.entries(row).filter(([name]) => !name.includes('config')));
  }

  #add(kind: string, value: unknown): void {
    const text = canonicalJson(value, this.#redact);
    // Never shown, so the key comes only at the end; a keyed digest of each row would take several times as long.
    this.#rows.push(hash('sha256', `${kind}\0${text}`, 'buffer'));
  }
}

/** A no-op that moves or imports is a change of the state. */
function doesSomething(row: ResourceChangeJson): boolean {
  if (row.change.actions.some((action) => action !== 'no-op')) return true;
  const isMoved = row.previous_address !== undefined && row.previous_address !== row.address;
  return isMoved || (row.change.importing ?? null) !== null;
}

/** A copy in which every place that `marks` has `true` for holds a fixed text. */
function withoutMarked(value: unknown, marks: unknown): unknown {
  if (marks === true) return value === null || value === undefined ? value : '(sensitive)';
  if (Array.isArray(value) && Array.isArray(marks)) {
    return value.map((entry, index) => withoutMarked(entry, marks[index]));
  }
  if (!isObject(value) || !isObject(marks)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, withoutMarked(entry, marks[name])]),
  );
}
