import { ActionError } from '#lib/action/errors.js';
import type { ActionDeps } from '#lib/action/types.js';
import { reportBack } from '#lib/github/apply-comment.js';
import { createGitHubDoor, type GitHubDoor } from '#lib/github/client.js';
import { endDeployments, startDeployment, type DeploymentRecord } from '#lib/github/deployments.js';
import { checkEnvironment, requireProtection } from '#lib/github/environment-protection.js';
import { reviewErrors } from '#lib/github/review-errors.js';
import type { ApplyDocument } from '#lib/report/apply-document.js';
import { applyComment, applyVerdict } from '#lib/report/apply-sections.js';
import type { Inputs } from './inputs.ts';

/** The runner kills a cancelled step after ten seconds; this much of them may go into telling GitHub. */
const AFTER_CANCELLATION_MS = 4_000;

/**
 * What an apply asks of GitHub and tells it. Only the check of the environment can stop an apply; of telling what failed
 * is noted, because it changes nothing about what was done to the clouds.
 */
export class GitHubSide {
  readonly #inputs: Inputs;
  readonly #deps: ActionDeps;
  #deployment: DeploymentRecord | undefined;
  readonly #problems: string[] = [];

  constructor(inputs: Inputs, deps: ActionDeps) {
    this.#inputs = inputs;
    this.#deps = deps;
  }

  /**
   * Refuses an environment that is not known to be protected, unless that is allowed.
   * @throws EHA1134, EHA1135
   */
  async checkEnvironment(notes: string[]): Promise<void> {
    const { environmentName, allowUnprotected } = this.#inputs;
    const door = this.#door();
    if (door === undefined) {
      const reason = `The rules of the environment ${environmentName} were not read, because there is no github-token.`;
      if (!allowUnprotected) throw reviewErrors.EHA1135(reason);
      notes.push(reason);
      return;
    }
    const found = await checkEnvironment(door, environmentName);
    requireProtection(found, allowUnprotected, this.#deps.log);
    notes.push(...found.reasons, ...found.notes);
  }

  /** Records that Terraform starts to apply; once, also when a stale plan makes it start again. */
  async begin(): Promise<void> {
    if (this.#deployment !== undefined) return;
    const { environmentName, stack, reviewed, pullRequest } = this.#inputs;
    const { sha, runUrl } = this.#deps.github;
    await this.#tell('record the deployment', async (door) => {
      this.#deployment = await startDeployment(door, {
        environment: environmentName,
        stack,
        sha: reviewed?.headSha ?? sha,
        runUrl,
        payload: {
          mode: reviewed === null ? 'destroy' : 'apply',
          planRunId: reviewed?.runId ?? null,
          pullRequest,
          workspace: this.#inputs.environment.workspace ?? 'default',
        },
      });
    });
  }

  /** Tells deployment and pull request what came of it; returns what could not be told, in sentences. */
  async report(document: ApplyDocument): Promise<readonly string[]> {
    const deployment = this.#deployment;
    if (deployment !== undefined) {
      const isGood = document.status === 'applied' || document.status === 'no-changes';
      await this.#tell('record how the deployment ended', () =>
        deployment.update(isGood ? 'success' : 'failure', applyVerdict(document)),
      );
    }
    await this.#endDeployments(document);
    const { pullRequest, environmentName, stack } = this.#inputs;
    const { runId, runAttempt } = this.#deps.github;
    if (pullRequest !== null) {
      const report = {
        pullRequest,
        environment: environmentName,
        stack,
        markdown: applyComment(document),
        runId,
        runAttempt,
      };
      await this.#tell(`report to pull request ${pullRequest}`, async (door) => {
        await reportBack(door, report, this.#deps.log);
      });
    }
    return this.#problems;
  }

  /** What is gone is no longer deployed. The guard and the empty state come first: anything less ends nothing. */
  async #endDeployments({ mode, status, workspace, stack }: ApplyDocument): Promise<void> {
    const { deployedEnvironment: environment } = this.#inputs;
    const isGone = mode === 'destroy' && (status === 'applied' || status === 'no-changes');
    if (environment === null || !isGone) return;
    await this.#tell(`end the deployments of ${stack}`, async (door) => {
      const { runUrl } = this.#deps.github;
      const ended = await endDeployments(door, { environment, stack, workspace, runUrl });
      this.#deps.log.info(
        `Deployments of ${stack} through ${environment} that became inactive: ${String(ended)}`,
      );
    });
  }

  async #tell(what: string, work: (door: GitHubDoor) => Promise<void>): Promise<void> {
    const door = this.#door();
    if (door === undefined) return;
    try {
      await work(door);
    } catch (error) {
      if (!(error instanceof ActionError) && !this.#deps.signal.aborted) throw error;
      const message = error instanceof Error ? error.message : String(error);
      this.#problems.push(`It was not possible to ${what}: ${message}`);
    }
  }

  /** After a cancellation a door of its own, since nothing starts under a signal that has aborted. */
  #door(): GitHubDoor | undefined {
    const { githubToken } = this.#inputs;
    if (githubToken === null) return undefined;
    const { signal } = this.#deps;
    return createGitHubDoor(githubToken, {
      ...this.#deps,
      signal: signal.aborted ? AbortSignal.timeout(AFTER_CANCELLATION_MS) : signal,
    });
  }
}
