import type { Row } from './row.ts';
import { GENERAL_RULES } from './rules/general.ts';
import { riskOf, type Risk, type Subject } from './types.ts';

/** Reads Terraform's own reasons: destroys and replacements that nobody may have meant. */
export class GeneralSubject implements Subject {
  /** Destroyed for the count's sake, by resource block. */
  readonly #shrunk = new Map<string, string[]>();
  /** Blocks with objects that a shifted list would change, by block. */
  readonly #shifted = new Map<string, string[]>();
  readonly #tainted: string[] = [];
  readonly #moduleGone: string[] = [];
  /** Destroyed because their block is gone, by type. */
  readonly #blockGone = new Map<string, string[]>();
  readonly #created = new Set<string>();

  visit(row: Row): void {
    if (row.kind === 'no-op' || row.deposed) return;
    const block = `${row.module} ${row.type} ${row.name}`;
    if (row.reason === 'delete_because_count_index') add(this.#shrunk, block, row.address);
    else if (typeof row.index === 'number' && (row.kind === 'update' || row.kind === 'replace')) {
      add(this.#shifted, block, row.address);
    }
    if (row.reason === 'replace_because_tainted') this.#tainted.push(row.address);
    if (row.reason === 'delete_because_no_module') this.#moduleGone.push(row.address);
    if (row.reason === 'delete_because_no_resource_config') add(this.#blockGone, row.type, row.address);
    if (row.kind === 'create') this.#created.add(row.type);
  }

  risks(): readonly Risk[] {
    const found: Risk[] = [];
    const shifted = [...this.#shrunk].filter(([block]) => this.#shifted.has(block));
    const shrunk = [...this.#shrunk].filter(([block]) => !this.#shifted.has(block));
    const renamed = [...this.#blockGone].filter(([type]) => this.#created.has(type));
    const push = (
      rule: (typeof GENERAL_RULES)[keyof typeof GENERAL_RULES],
      addresses: readonly string[],
    ): void => {
      if (addresses.length > 0) found.push(riskOf(rule, addresses));
    };
    push(
      GENERAL_RULES.countShifts,
      shifted.flatMap(([block, addresses]) => [...(this.#shifted.get(block) ?? []), ...addresses]),
    );
    push(
      GENERAL_RULES.countShrinks,
      shrunk.flatMap(([, addresses]) => addresses),
    );
    push(GENERAL_RULES.tainted, this.#tainted);
    push(GENERAL_RULES.moduleGone, this.#moduleGone);
    push(
      GENERAL_RULES.renamed,
      renamed.flatMap(([, addresses]) => addresses),
    );
    return found;
  }
}

function add(lists: Map<string, string[]>, key: string, address: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [address]);
  else list.push(address);
}
