import { createHmac, hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import { isRowText, rowText, unescaped } from './fingerprint-row.ts';
import { isObject, type ChangeJson, type ResourceChangeJson } from './plan-json.ts';
import { hasMark } from './value-diff-compare.ts';

/**
 * The key that stands in for a secret one. It is public, so that what is made with it is a mere digest: whoever can
 * guess the whole content can check the guess. For that reason such a fingerprint leaves sensitive values out.
 */
const PUBLIC_KEY = new TextEncoder().encode('eks-hybrid-actions/plan-fingerprint/public/v2');

export interface FingerprintOptions {
  /**
   * Applied to every string of a fingerprint without a secret key, to take out secrets that Terraform has lost the
   * mark of. Ignored with a key, where secrets belong into the fingerprint.
   */
  readonly redact?: (text: string) => string;
}

/**
 * Takes what a plan would do, row by row, for its fingerprint: equal for two plans of the same changes, whatever the
 * order of their rows, and different when any value of a change differs. The key is needed only at the end, so that it
 * can be made after the plan was read. See {@link Fingerprint} for what is covered.
 */
export class PlanDigest {
  readonly covers: 'all' | 'open';
  readonly #redact: ((text: string) => string) | undefined;
  /** Digests of the rows, by kind. */
  readonly #rows = new Map<string, string[]>();

  /** @param covers `all`, or `open` for all but sensitive values; `redact` is only used for `open` */
  constructor(covers: 'all' | 'open', options: FingerprintOptions = {}) {
    this.covers = covers;
    this.#redact = covers === 'open' ? options.redact : undefined;
  }

  /** As {@link Fingerprint.visit}. */
  visit(section: string, value: unknown, text?: string): void {
    if (section === 'resource_changes') this.#visitResource(value as ResourceChangeJson, text);
    else if (section === 'deferred_changes') this.#visitDeferred(value);
    else if (section === 'output_changes') this.#visitOutputs(value);
    else if (section === 'rest') this.#visitRest(value);
  }

  /** @param key at least 32 bytes for what covers all, null for what leaves out sensitive values */
  fingerprint(key: Uint8Array | null): string {
    if ((key === null) !== (this.covers === 'open')) {
      throw new RangeError('A fingerprint has a key if, and only if, it covers sensitive values.');
    }
    if (key !== null && key.length < 32) throw new RangeError('A fingerprint key has at least 32 bytes.');
    const all = createHmac('sha256', key ?? PUBLIC_KEY);
    all.update('plan\0');
    for (const kind of [...this.#rows.keys()].sort()) {
      const digests = this.#rows.get(kind) ?? [];
      all.update(`${kind} ${digests.length}\0${digests.sort().join('')}`);
    }
    return `${key === null ? 'public' : 'keyed'}-v2:${all.digest('hex')}`;
  }

  #visitResource(row: ResourceChangeJson, text: string | undefined): void {
    if (!doesSomething(row)) return;
    const asItIs = text !== undefined && this.#isOpen(row.change, text) && isRowText(text, row);
    this.#add(
      'resource',
      asItIs ? text : rowText({ ...row, change: this.#change(row.change) }, this.#redact),
    );
  }

  /** Whether nothing has to be taken out. Escapes would keep the redactor from seeing the strings as they are. */
  #isOpen(change: ChangeJson, text: string): boolean {
    if (this.covers === 'all') return true;
    if (hasMark(change.before_sensitive) || hasMark(change.after_sensitive)) return false;
    if (this.#redact === undefined) return true;
    const plain = unescaped(text);
    return plain !== undefined && this.#redact(plain) === plain;
  }

  #visitDeferred(value: unknown): void {
    const row = isObject(value) ? value['resource_change'] : undefined;
    if (!isObject(value) || !isObject(row)) return this.#addValue('deferred', value);
    const change = isObject(row['change']) ? this.#change(row['change'] as unknown as ChangeJson) : null;
    this.#addValue('deferred', {
      ...value,
      resource_change: { ...row, change: change && sortedPaths(change) },
    });
  }

  #visitOutputs(value: unknown): void {
    if (!isObject(value)) return;
    for (const [name, change] of Object.entries(value)) {
      const entry = change as ChangeJson;
      if (entry.actions.every((action) => action === 'no-op')) continue;
      this.#addValue('output', { name, change: this.#change(entry) });
    }
  }

  #visitRest(value: unknown): void {
    if (!isObject(value)) return;
    this.#visitOutputs(value['output_changes']);
    for (const section of ['action_invocations', 'deferred_action_invocations']) {
      const rows: unknown = value[section];
      if (Array.isArray(rows)) for (const row of rows) this.#addValue(section, this.#invocation(row));
    }
  }

  /**
   * Without a secret key a place that is sensitive before or after is left out on both sides: Terraform marks only one
   * of them when the mark was lost.
   */
  #change(change: ChangeJson): ChangeJson {
    if (this.covers === 'all') return change;
    const open = (value: unknown): unknown =>
      withoutMarked(withoutMarked(value, change.before_sensitive), change.after_sensitive);
    return { ...change, before: open(change.before), after: open(change.after) };
  }

  /** Without a secret key the configuration of an invocation is left out whole: how it is marked has changed before. */
  #invocation(row: unknown): unknown {
    if (this.covers === 'all' || !isObject(row)) return row;
    return Object.fromEntries(Object.entries(row).filter(([name]) => !name.includes('config')));
  }

  #addValue(kind: string, value: unknown): void {
    this.#add(kind, canonicalJson(value, this.#redact));
  }

  #add(kind: string, text: string): void {
    // Never shown, so the key comes only at the end; a keyed digest of each row would take several times as long.
    const digest = hash('sha256', text, 'base64');
    const listed = this.#rows.get(kind);
    if (listed === undefined) this.#rows.set(kind, [digest]);
    else listed.push(digest);
  }
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
  readonly #key: Uint8Array | null;
  readonly #plan: PlanDigest;

  /** @param key at least 32 bytes, from {@link BundleKey.fingerprintKey}; null when there is no secret */
  constructor(key: Uint8Array | null, options: FingerprintOptions = {}) {
    if (key !== null && key.length < 32) throw new RangeError('A fingerprint key has at least 32 bytes.');
    this.#key = key;
    this.#plan = new PlanDigest(key === null ? 'open' : 'all', options);
  }

  /**
   * Takes one row of `resource_changes` or `deferred_changes`, the whole `output_changes`, or with `rest` the remaining
   * top-level members of a plan. Sections that do not count may be given and are passed over.
   *
   * @param text what the value was parsed from; saves writing it anew
   */
  visit(section: string, value: unknown, text?: string): void {
    this.#plan.visit(section, value, text);
  }

  /** `keyed-v2:` or `public-v2:` and 64 hexadecimal digits: the two kinds are never equal. */
  digest(): string {
    return this.#plan.fingerprint(this.#key);
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

/** Paths of replacement are a set. */
function sortedPaths(change: ChangeJson): object {
  const paths = change.replace_paths;
  return paths === undefined
    ? change
    : { ...change, replace_paths: paths.map((path) => canonicalJson(path)).sort() };
}
