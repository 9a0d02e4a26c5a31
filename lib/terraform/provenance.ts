import type { GitHubContext } from '../action/types.ts';
import { actionErrors } from '../action/action-errors.ts';
import type { Provenance } from './bundle-format.ts';
import { isObject } from './plan-json.ts';

/** What GitHub does not know of a plan. */
export type StackIdentity = Pick<Provenance, 'stack' | 'directory' | 'workspace' | 'backend'>;

/**
 * What a plan of this run is made for.
 * @throws EHA1006 when the event does not say which repository it is about: a bundle must not be bound to less
 */
export function provenanceOf(github: GitHubContext, identity: StackIdentity): Provenance {
  const repository = github.event['repository'];
  const repositoryId = isObject(repository) ? repository['id'] : undefined;
  if (typeof repositoryId !== 'number' || !Number.isSafeInteger(repositoryId)) {
    throw actionErrors.EHA1006('The event file of the run has no repository.id.');
  }
  const pull = github.event['pull_request'];
  const number = isObject(pull) ? pull['number'] : undefined;
  const head = isObject(pull) && isObject(pull['head']) ? pull['head']['sha'] : undefined;
  return {
    repositoryId,
    repository: github.repository,
    pullRequest: typeof number === 'number' ? number : null,
    headSha: typeof head === 'string' ? head : github.sha,
    sha: github.sha,
    runId: github.runId,
    runAttempt: github.runAttempt,
    ...identity,
  };
}
