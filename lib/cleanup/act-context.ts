import type { CleanupDeps, CleanupDoors } from './doors.ts';
import type { CleanupSettings } from './settings.ts';
import type { CleanupScope } from './doors.ts';
import { type ActGuards, createGuards } from './act-guards.ts';
import type { ActivationFact, InstanceFact, Instant, Listing } from './facts.ts';
import type { Outcome } from './outcome.ts';
import type { CleanupPlan } from './plan.ts';
import { readActivations, readInstances } from './read-ssm.ts';

/** How a run acts. */
export interface ActOptions {
  readonly scope: CleanupScope;
  readonly settings: CleanupSettings;
  /** How long the pods of one node are waited for, in milliseconds; budgets may hold them that long. */
  readonly evictionDeadline: number;
  /** Nodes or orphans that are removed at the same time. */
  readonly concurrency: number;
  /** Who acts, as its journals tell it: the address of the run. A re-run of the same run goes on at once. */
  readonly run: string;
}

/** What the acts of one run share. */
export interface ActContext {
  readonly doors: CleanupDoors;
  readonly options: ActOptions;
  readonly deps: CleanupDeps;
  /** Read anew, once for the whole run. */
  readonly instances: () => Promise<Listing<InstanceFact>>;
  readonly activations: () => Promise<Listing<ActivationFact>>;
  readonly guards: ActGuards;
  /** When this run claimed resources of Azure, by their ids in small letters. */
  readonly claims: Map<string, Instant>;
}

export function createContext(
  plan: CleanupPlan,
  doors: CleanupDoors,
  options: ActOptions,
  deps: CleanupDeps,
): ActContext {
  const { scope, settings } = options;
  return {
    doors,
    options,
    deps,
    instances: once(() => readInstances(doors.ssm, scope)),
    activations: once(() => readActivations(doors.ssm, scope)),
    guards: createGuards(plan, doors, settings, deps),
    claims: new Map(),
  };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => (kept ??= read());
}

export function outcome(result: Outcome['result'], step: Outcome['step'] = null, because = ''): Outcome {
  return { result, step, because };
}
