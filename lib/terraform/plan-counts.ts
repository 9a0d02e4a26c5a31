import { isImporting, movedFrom, type ChangeKind, type ReplaceOrder } from './change-kinds.ts';
import type { ResourceChangeJson } from './plan-json.ts';

/**
 * How many rows there are of each kind. `create` to `createForget`, `importOnly`, `moveOnly` and `noOp` are exclusive
 * and add up to all rows; `import` and `move` also count the rows that do something else besides.
 */
export interface PlanCounts {
  readonly create: number;
  readonly update: number;
  /** Both orders. */
  readonly replace: number;
  readonly replaceDeleteFirst: number;
  readonly replaceCreateFirst: number;
  readonly delete: number;
  readonly read: number;
  readonly forget: number;
  readonly createForget: number;
  readonly importOnly: number;
  readonly moveOnly: number;
  readonly noOp: number;
  readonly import: number;
  readonly move: number;
  /** Rows whose object is destroyed: delete and replace in both orders. */
  readonly destroys: number;
  readonly deferred: number;
  readonly actionInvocations: number;
  readonly outputs: number;
  readonly drift: number;
  /** Checks with status fail or error. */
  readonly failedChecks: number;
}

/** Counts that are still being added to. */
export type Tally = { -readonly [Count in keyof PlanCounts]: number };

/** Which counts a row of a kind adds to. */
const COUNTED: Readonly<Record<ChangeKind, readonly (keyof PlanCounts)[]>> = {
  create: ['create'],
  update: ['update'],
  replace: ['replace', 'destroys'],
  delete: ['delete', 'destroys'],
  read: ['read'],
  forget: ['forget'],
  'create-forget': ['createForget'],
  import: ['importOnly'],
  move: ['moveOnly'],
  'no-op': ['noOp'],
};

/** Adds one row to the counts. */
export function countRow(
  tally: Tally,
  row: ResourceChangeJson,
  kind: ChangeKind,
  order: ReplaceOrder | null,
): void {
  for (const count of COUNTED[kind]) tally[count] += 1;
  if (order === 'delete-first') tally.replaceDeleteFirst += 1;
  if (order === 'create-first') tally.replaceCreateFirst += 1;
  if (isImporting(row)) tally.import += 1;
  if (movedFrom(row) !== null) tally.move += 1;
}

/** A fresh set of counts, all zero. */
export function noCounts(): Tally {
  return {
    create: 0,
    update: 0,
    replace: 0,
    replaceDeleteFirst: 0,
    replaceCreateFirst: 0,
    delete: 0,
    read: 0,
    forget: 0,
    createForget: 0,
    importOnly: 0,
    moveOnly: 0,
    noOp: 0,
    import: 0,
    move: 0,
    destroys: 0,
    deferred: 0,
    actionInvocations: 0,
    outputs: 0,
    drift: 0,
    failedChecks: 0,
  };
}
