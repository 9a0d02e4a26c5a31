import { type RangeRole } from '../address-facts.ts';
import { RULE_IDS, type RuleId, type Severity } from './catalogue.ts';
import { type KnownIgnore, type KnownOptions } from './options.ts';
import { fill, type Values } from './rule.ts';
import { ruleOf } from './rules.ts';
import { LISTED_FINDINGS, type Finding, type FreeBlock, type Subject } from './verdict.ts';

/** A range that should move: what a free block must be good for. */
export interface Move {
  readonly role: RangeRole;
  readonly prefix: number;
  readonly family: 4 | 6;
  /** Network it must stay in; empty when there is only one. */
  readonly network: string;
  /** Azure subnets: the real name, which asks for a least size. */
  readonly name: string;
}

/** What a check saw, before it is put into words: many more may be seen than are listed. */
export interface Hit {
  readonly rule: RuleId;
  readonly subjects: readonly Subject[];
  readonly values?: Values;
  readonly move?: Move;
}

export type FindFreeBlock = (move: Move) => FreeBlock | null;

interface Entry {
  readonly hit: Hit;
  readonly severity: Severity;
  readonly ignore: KnownIgnore | null;
}

/** From what fails a plan to what is merely said. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Takes what the checks see, counts all of it and keeps as much as can be listed. */
export class Ledger {
  readonly #options: KnownOptions;
  readonly #entries = new Map<string, Entry[]>();
  readonly #counts = { error: 0, warning: 0, info: 0, ignored: 0 };
  readonly #used = new Set<KnownIgnore>();

  constructor(options: KnownOptions) {
    this.#options = options;
  }

  /** Whether the rule is judged at all. */
  isOn(rule: RuleId): boolean {
    return this.#options.severityOf(rule) !== null;
  }

  severityOf(rule: RuleId): Severity | null {
    return this.#options.severityOf(rule);
  }

  add(hit: Hit): void {
    const severity = this.#options.severityOf(hit.rule);
    if (severity === null) return;
    const ignore = this.#ignoreOf(hit);
    this.#counts[ignore === null ? severity : 'ignored'] += 1;
    const key = ignore === null ? hit.rule : `ignored ${hit.rule}`;
    const kept = this.#entries.get(key);
    if (kept === undefined) this.#entries.set(key, [{ hit, severity, ignore }]);
    else if (kept.length < LISTED_FINDINGS) kept.push({ hit, severity, ignore });
  }

  /** Findings that are only counted, as they are too many to look at one by one; an ignore does not reach them. */
  addUncounted(severity: Severity, count: number): void {
    this.#counts[severity] += count;
  }

  /** Adds what there is to say about the ignores themselves; after all other checks. */
  judgeIgnores(): void {
    for (const ignore of this.#options.ignores) {
      if (!ignore.expired && this.#used.has(ignore)) continue;
      this.add({
        rule: ignore.expired ? 'ignore-expired' : 'ignore-unused',
        subjects: [],
        values: {
          rule: ignore.rule,
          match: ignore.match === undefined ? '' : ` for ${ignore.match}`,
          until: ignore.until,
          reason: ignore.reason.trim(),
        },
      });
    }
  }

  get counts(): Readonly<Record<Severity | 'ignored', number>> {
    return { ...this.#counts };
  }

  /** The findings in words: those that count by severity and rule, then the ignored ones; at most `LISTED_FINDINGS`. */
  findings(freeBlock: FindFreeBlock): readonly Finding[] {
    const entries = ['', 'ignored '].flatMap((prefix) => this.#sorted(prefix));
    return entries.slice(0, LISTED_FINDINGS).map((entry) => inWords(entry, freeBlock));
  }

  #sorted(prefix: string): readonly Entry[] {
    return SEVERITIES.flatMap((severity) =>
      RULE_IDS.filter((rule) => this.#options.severityOf(rule) === severity).flatMap(
        (rule) => this.#entries.get(`${prefix}${rule}`) ?? [],
      ),
    );
  }

  #ignoreOf({ rule, subjects }: Hit): KnownIgnore | null {
    const ignore = this.#options.ignores.find(
      (candidate) =>
        candidate.rule === rule &&
        !candidate.expired &&
        (candidate.match === undefined || subjects.some(({ text }) => text === candidate.match)),
    );
    if (ignore !== undefined) this.#used.add(ignore);
    return ignore ?? null;
  }
}

function inWords({ hit, severity, ignore }: Entry, freeBlock: FindFreeBlock): Finding {
  const { code, sentence, remedy } = ruleOf(hit.rule);
  const values = hit.values ?? {};
  return {
    code,
    rule: hit.rule,
    severity,
    sentence: fill(sentence, hit.subjects, values),
    remedy: fill(remedy, hit.subjects, values),
    subjects: hit.subjects.map(({ role, text, name, origin }) => ({ role, text, name, origin })),
    freeBlock: hit.move === undefined ? null : freeBlock(hit.move),
    ignored: ignore === null ? null : { reason: ignore.reason.trim(), until: ignore.until },
  };
}
