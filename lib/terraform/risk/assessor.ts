import type { ResourceChangeJson } from '../plan-json.ts';
import { ROW_RULES } from './all-rules.ts';
import { GeneralSubject } from './general.ts';
import { LinkSubject } from './link/subject.ts';
import { NodePools } from './node-pools.ts';
import { PortSubject } from './ports/subject.ts';
import { readRow } from './row.ts';
import { RowRules } from './row-rules.ts';
import { compareLevels, type LinkEffect, type Risk, type RiskLevel, type Subject } from './types.ts';

export type { LinkEffect, Redundancy, Risk, RiskLevel, TunnelEffect, TunnelState } from './types.ts';
export { RISK_LEVELS, compareLevels, reaches } from './types.ts';

export interface RiskAssessment {
  /** The worst first; of one level in the order of the rules. */
  readonly risks: readonly Risk[];
  /** Level of the worst risk, null when there is none. */
  readonly worst: RiskLevel | null;
  /** Null when the plan holds no part of a link. */
  readonly link: LinkEffect | null;
}

/**
 * Reads a plan as what it does to this architecture. Takes every row of `resource_changes`, one at a time and in plan
 * order, those without a change included: they tell which tunnels run and how many nodes a pool has. Rows of drift and
 * deferred changes are not for it. It keeps facts of the rows its rules need, not the rows.
 */
export class RiskAssessor {
  readonly #link = new LinkSubject();
  readonly #subjects: readonly Subject[] = [
    this.#link,
    new PortSubject(),
    new NodePools(),
    new RowRules(ROW_RULES),
    new GeneralSubject(),
  ];

  /** @throws EHA1209 when the row has an action list that is not documented. */
  visit(json: ResourceChangeJson): void {
    if (json.mode === 'data') return;
    const row = readRow(json);
    for (const subject of this.#subjects) subject.visit(row);
  }

  /** What was found; to be called after the last row. */
  result(): RiskAssessment {
    const risks = this.#subjects
      .flatMap((subject) => subject.risks())
      .sort((left, right) => compareLevels(right.level, left.level));
    return { risks, worst: risks[0]?.level ?? null, link: this.#link.effect() };
  }
}
