/** The id token service of a job, and the documents with which others verify its tokens. */
import { createHash } from 'node:crypto';
import { jobOf } from '../../world/github-actions.ts';
import type { GitHubState } from '../../world/github.ts';
import { oidcClaims } from '../../world/github-oidc.ts';
import type { JobIdentity } from '../../runner/host.ts';
import { ApiError, type Answer } from './http.ts';

/** Path below the server's address of the token endpoint; the runner appends `&audience=`. */
const TOKEN_PATH = '/actions/oidc';
const ISSUER_PATH = '/_services/token';

/** Remembers which request token belongs to which job. */
export class IdTokenService {
  readonly #state: GitHubState;
  readonly #jobs = new Map<string, JobIdentity>();

  constructor(state: GitHubState) {
    this.#state = state;
  }

  /** ACTIONS_ID_TOKEN_REQUEST_URL and _TOKEN of a job. */
  request(job: JobIdentity): { readonly url: string; readonly token: string } {
    const seed = `${job.run.runId}/${job.run.runAttempt}/${job.name}`;
    const token = createHash('sha256').update(`id token request ${seed}`).digest('base64url');
    this.#jobs.set(token, job);
    return { url: `${this.#state.urls.serverUrl}${TOKEN_PATH}?api-version=2.0`, token };
  }

  /** Answers for paths of this service; undefined for others. */
  answer(method: string, path: string, query: URLSearchParams, authorization: string): Answer | undefined {
    if (method !== 'GET') return undefined;
    if (path === TOKEN_PATH) return this.#token(query, authorization);
    const { issuer } = this.#state.oidc;
    const base = `${this.#state.urls.serverUrl}${ISSUER_PATH}`;
    if (path === `${ISSUER_PATH}/.well-known/jwks`) return { status: 200, body: this.#state.oidc.jwks() };
    if (
      path === `${ISSUER_PATH}/.well-known/openid-configuration` ||
      path === '/.well-known/openid-configuration'
    ) {
      const claims = ['sub', 'aud', 'exp', 'iat', 'iss', 'jti', 'nbf', ...CLAIMS];
      return {
        status: 200,
        body: {
          issuer,
          jwks_uri: `${base}/.well-known/jwks`,
          subject_types_supported: ['public', 'pairwise'],
          response_types_supported: ['id_token'],
          claims_supported: claims,
          id_token_signing_alg_values_supported: ['RS256'],
          scopes_supported: ['openid'],
        },
      };
    }
    return undefined;
  }

  #token(query: URLSearchParams, authorization: string): Answer {
    const job = this.#jobs.get(/^bearer (.+)$/i.exec(authorization)?.[1] ?? '');
    if (job === undefined) throw new ApiError(401, 'Unauthorized');
    const repository = this.#state.repository(job.run.repository);
    const run = this.#state.run(job.run);
    const record = jobOf(this.#state, run, job);
    // GitHub's default audience is the address of the repository's owner.
    const audience = query.get('audience') ?? `https://github.com/${repository.owner.login}`;
    const facts = { actorId: run.actor.id, workflow: run.workflow.name, checkRunId: record.id };
    const value = this.#state.oidc.sign(oidcClaims(repository, job, facts), audience);
    return { status: 200, body: { count: value.length, value } };
  }
}

/** Claims of docs.github.com actions/reference/security/oidc beside the standard ones. */
const CLAIMS = [
  'actor',
  'actor_id',
  'base_ref',
  'check_run_id',
  'environment',
  'event_name',
  'head_ref',
  'job_workflow_ref',
  'job_workflow_sha',
  'ref',
  'ref_protected',
  'ref_type',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'repository_visibility',
  'run_attempt',
  'run_id',
  'run_number',
  'runner_environment',
  'sha',
  'workflow',
  'workflow_ref',
  'workflow_sha',
];
