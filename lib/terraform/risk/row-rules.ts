import type { Row } from './row.ts';
import { riskOf, type Risk, type RowRule, type Subject } from './types.ts';

/** Applies the rules that look at one row alone. Rows of one rule become one risk. */
export class RowRules implements Subject {
  readonly #rules: readonly RowRule[];
  readonly #byType = new Map<string, RowRule[]>();
  readonly #found = new Map<RowRule, string[]>();

  constructor(rules: readonly RowRule[]) {
    this.#rules = rules;
    for (const rule of rules) {
      for (const type of rule.types) {
        const listed = this.#byType.get(type);
        if (listed === undefined) this.#byType.set(type, [rule]);
        else listed.push(rule);
      }
    }
  }

  visit(row: Row): void {
    if (row.kind === 'no-op') return;
    for (const rule of this.#byType.get(row.type) ?? []) {
      if (!rule.when(row)) continue;
      const addresses = this.#found.get(rule);
      if (addresses === undefined) this.#found.set(rule, [row.address]);
      else addresses.push(row.address);
    }
  }

  risks(): readonly Risk[] {
    return this.#rules.flatMap((rule) => {
      const addresses = this.#found.get(rule);
      return addresses === undefined ? [] : [riskOf(rule, addresses)];
    });
  }
}
