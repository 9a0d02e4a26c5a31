import type { AppliedStep } from './apply-progress.ts';
import type { ChangeKind } from './change-kinds.ts';
import type { PlannedChange } from './plan-model.ts';

/**
 * What became of one planned change. `half`: an object of a replacement was destroyed and its successor is missing, or
 * the other way round. `interrupted`: begun, and not known how it ended. `unknown`: Terraform tells nothing of changes of this kind.
 */
export type RowStatus = 'done' | 'half' | 'failed' | 'interrupted' | 'not-started' | 'unknown';

export interface AppliedRow {
  readonly address: string;
  readonly type: string;
  readonly kind: ChangeKind;
  readonly deposed: string | null;
  readonly status: RowStatus;
  /** Of all its steps; null when none was begun. */
  readonly milliseconds: number | null;
}

/** The steps that Terraform reports for each kind; imports, moves and forgets are done without one. */
const STEPS: Readonly<Record<ChangeKind, readonly string[]>> = {
  create: ['create'],
  update: ['update'],
  replace: ['delete', 'create'],
  delete: ['delete'],
  read: ['read'],
  'create-forget': ['create'],
  import: [],
  move: [],
  forget: [],
  'no-op': [],
};

/** How many steps an apply of these changes has. */
export function countSteps(changes: readonly Pick<PlannedChange, 'kind'>[]): number {
  return changes.reduce((sum, { kind }) => sum + STEPS[kind].length, 0);
}

/**
 * Sets what was planned against what Terraform reported.
 * @param succeeded Terraform ended without an error: then everything planned is done, also what it tells nothing of
 */
export function appliedRows(
  changes: readonly PlannedChange[],
  steps: readonly AppliedStep[],
  succeeded: boolean,
): readonly AppliedRow[] {
  const left = new Map<string, AppliedStep[]>();
  for (const step of steps) {
    const key = `${step.action} ${step.address}`;
    left.set(key, [...(left.get(key) ?? []), step]);
  }
  return changes.map(({ address, type, kind, deposed }) => {
    const planned = STEPS[kind];
    const found = planned.flatMap((action) => left.get(`${action} ${address}`)?.shift() ?? []);
    return {
      address,
      type,
      kind,
      deposed,
      status: succeeded ? 'done' : statusOf(planned.length, found),
      milliseconds:
        found.length === 0 ? null : found.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
    };
  });
}

function statusOf(planned: number, found: readonly AppliedStep[]): RowStatus {
  if (planned === 0) return 'unknown';
  if (found.length === 0) return 'not-started';
  const done = found.filter(({ result }) => result === 'done').length;
  if (done === planned) return 'done';
  if (done > 0) return 'half';
  return found.some(({ result }) => result === 'failed') ? 'failed' : 'interrupted';
}
