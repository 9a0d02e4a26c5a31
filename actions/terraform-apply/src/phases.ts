import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActionDeps } from '#lib/action/types.js';
import type { Protection } from '#lib/terraform/protection.js';
import { applyErrors } from '#lib/terraform/apply-errors.js';
import { applyPlan, guardPlan, verifyDestroyed } from './applying.ts';
import type { GitHubSide } from './github-side.ts';
import type { Inputs } from './inputs.ts';
import {
  comparePlans,
  fingerprintOf,
  initialise,
  planAgain,
  readReviewed,
  type ReviewedContent,
} from './plans.ts';
import type { ApplyRecord } from './record.ts';
import { openReviewed, type Reviewed } from './reviewed.ts';
import { Session, Stopped, type PlanInHand } from './session.ts';

/**
 * Applies what was reviewed, or destroys the stack, and says what came of it. Stops at the first phase that fails; what
 * was found out and done until then is in the record.
 */
export async function runPhases(
  inputs: Inputs,
  deps: ActionDeps,
  protection: Protection,
  github: GitHubSide,
): Promise<ApplyRecord> {
  // mkdtemp makes a folder that only this user can enter: plans, their JSON and the state hold secrets in clear.
  const folder = await mkdtemp(join(deps.github.tempDirectory, 'terraform-apply-'));
  const session = new Session(inputs, deps, protection, folder);
  try {
    await new ApplyRun(session, github).run();
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  try {
    await session.release();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  session.record.tool = session.cli.identity;
  return session.record;
}

const STALE_AGAIN =
  'The state changed between the fresh plan and its apply: something else is at work on it. Nothing was applied.';

class ApplyRun {
  readonly #session: Session;
  readonly #github: GitHubSide;

  constructor(session: Session, github: GitHubSide) {
    this.#session = session;
    this.#github = github;
  }

  async run(): Promise<void> {
    const session = this.#session;
    const { reviewed } = session.inputs;
    await session.phase('environment', 'environment', () =>
      this.#github.checkEnvironment(session.record.notes),
    );
    if (reviewed === null) return this.#destroy();
    const opened = await session.phase('open', 'open what was reviewed', () =>
      openReviewed(reviewed, session.inputs, session.deps, join(session.folder, 'bundle')),
    );
    session.record.fingerprint = opened.fingerprint;
    await session.phase('init', 'terraform init', () => initialise(session, opened.bundle));
    if (opened.bundle === null) {
      await this.#applyFresh('no-bundle', opened, contentOf(opened));
      return;
    }
    const { bundle } = opened;
    const plan = await session.phase('review', 'read the sealed plan', () => readReviewed(session, bundle));
    const shown = { plan: plan.content, risks: plan.reading.assessment.risks };
    if (session.inputs.replan) {
      session.deps.log.info('The code has changed since the review: planning again, to compare.');
      await this.#applyFresh('changed-code', opened, shown);
      return;
    }
    if ((await this.#apply(plan, 'reviewed-plan')) === 'done') return;
    session.deps.log.info('The state has changed since the review: planning again, to compare.');
    await this.#applyFresh('stale', opened, shown);
  }

  async #destroy(): Promise<void> {
    const session = this.#session;
    await session.phase('init', 'terraform init', () => initialise(session, null));
    const plan = await session.phase('plan', 'terraform plan -destroy', () => planAgain(session, 'open'));
    session.record.replan = {
      why: 'destroy',
      fingerprint: await fingerprintOf(session, plan, null),
      equal: null,
      accepted: false,
      drifted: plan.reading.model.drift.map(({ address }) => address),
      differences: null,
    };
    await this.#apply(plan, 'fresh-plan');
    await session.phase('verify', 'is anything left?', () => verifyDestroyed(session));
  }

  /** A plan that becomes stale once more is not made a third time: somebody else is at work on this state. */
  async #applyFresh(
    why: 'stale' | 'no-bundle' | 'changed-code',
    reviewed: Reviewed,
    shown: ReviewedContent | null,
  ): Promise<void> {
    const session = this.#session;
    const covers = reviewed.bundle === null ? 'open' : 'all';
    const fresh = await session.phase('plan', 'terraform plan', () => planAgain(session, covers));
    await session.phase('compare', 'compare with what was reviewed', () =>
      comparePlans(session, why, reviewed, shown, fresh),
    );
    await this.#apply(fresh, 'fresh-plan');
  }

  async #apply(plan: PlanInHand, kind: 'reviewed-plan' | 'fresh-plan'): Promise<'done' | 'stale'> {
    const session = this.#session;
    await session.phase('guard', 'destroy guard', async () => guardPlan(session, plan));
    return session.phase('apply', 'terraform apply', async () => {
      await this.#github.begin();
      const result = await applyPlan(session, plan, kind);
      if (result === 'stale' && kind === 'fresh-plan') throw applyErrors.EHA1271(STALE_AGAIN);
      return result;
    });
  }
}

function contentOf({ document }: Reviewed): ReviewedContent | null {
  return document === null ? null : { plan: document, risks: document.risks };
}
