/** OIDC tokens of workflow jobs: claims as documented, signed with RS256, and the keys to verify them with. */
import { createHash, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { JobIdentity, JsonObject } from '../runner/host.ts';
import type { WorldClock } from './clock.ts';
import type { RepositoryRecord } from './github-types.ts';

/** Issuer of github.com, which trust policies name. */
export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';

/** Seconds, from the example token of GitHub's OIDC reference: nbf 10 minutes before, exp 5 minutes after iat. */
const NOT_BEFORE = 600;
const LIFETIME = 300;

interface SigningKey {
  readonly privateKey: KeyObject;
  readonly jwk: JsonObject;
  readonly kid: string;
}

/** Signs the id tokens of one world. The key is made when first needed and lives as long as the process. */
export class OidcIssuer {
  readonly issuer: string;
  readonly #clock: WorldClock;
  #key: SigningKey | undefined;
  #count = 0;

  constructor(clock: WorldClock, issuer: string = GITHUB_ISSUER) {
    this.#clock = clock;
    this.issuer = issuer;
  }

  /** The public keys, as served at the issuer's jwks_uri. */
  jwks(): JsonObject {
    return { keys: [this.#signingKey().jwk] };
  }

  /** Signs the claims of a job for one audience. */
  sign(claims: JsonObject, audience: string): string {
    const key = this.#signingKey();
    const now = Math.floor(this.#clock.now().getTime() / 1000);
    this.#count += 1;
    const header = { typ: 'JWT', alg: 'RS256', x5t: key.kid, kid: key.kid };
    const payload = {
      jti: uuidFrom(`${now} ${this.#count} ${JSON.stringify(claims)}`),
      ...claims,
      aud: audience,
      iss: this.issuer,
      nbf: now - NOT_BEFORE,
      exp: now + LIFETIME,
      iat: now,
    };
    const body = `${encode(header)}.${encode(payload)}`;
    return `${body}.${createSign('RSA-SHA256').update(body).sign(key.privateKey).toString('base64url')}`;
  }

  #signingKey(): SigningKey {
    if (this.#key !== undefined) return this.#key;
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
    const kid = createHash('sha256').update(n).digest('hex').slice(0, 40).toUpperCase();
    this.#key = { privateKey, kid, jwk: { kty: 'RSA', alg: 'RS256', use: 'sig', kid, n, e } };
    return this.#key;
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function uuidFrom(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** `repo:OWNER/NAME`, or with ids where the repository has immutable subjects: `repo:OWNER@ID/NAME@ID`. */
export function subjectPrefix(repository: RepositoryRecord): string {
  const { owner, name } = repository;
  if (repository.oidcSubject === 'classic') return `repo:${owner.login}/${name}`;
  return `repo:${owner.login}@${owner.id}/${name}@${repository.id}`;
}

/**
 * The claims of docs.github.com actions/reference/security/oidc. Ids are strings there. `environment` wins over
 * `pull_request`, which wins over the ref.
 */
export function oidcClaims(
  repository: RepositoryRecord,
  job: JobIdentity,
  facts: { readonly actorId: number; readonly workflow: string; readonly checkRunId: number | undefined },
): JsonObject {
  const { run } = job;
  const claims = {
    ref: run.ref,
    sha: run.sha,
    repository: repository.fullName,
    repository_owner: repository.owner.login,
    repository_owner_id: String(repository.owner.id),
    run_id: String(run.runId),
    run_number: String(run.runNumber),
    run_attempt: String(run.runAttempt),
    repository_visibility: repository.isPrivate ? 'private' : 'public',
    repository_id: String(repository.id),
    actor_id: String(facts.actorId),
    actor: run.actor,
    workflow: facts.workflow,
    head_ref: run.headRef,
    base_ref: run.baseRef,
    event_name: run.eventName,
    ref_protected: String(isProtected(repository, run.ref)),
    ref_type: run.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    workflow_ref: `${repository.fullName}/${run.workflowPath}@${run.ref}`,
    workflow_sha: run.sha,
    job_workflow_ref: job.workflowRef,
    job_workflow_sha: job.workflowSha,
    runner_environment: 'github-hosted',
    ...(job.environment === undefined ? {} : { environment: job.environment }),
    ...(facts.checkRunId === undefined ? {} : { check_run_id: String(facts.checkRunId) }),
  };
  return { sub: subject(repository, job, claims), ...claims };
}

function isProtected(repository: RepositoryRecord, ref: string): boolean {
  return ref.startsWith('refs/heads/') && repository.protectedBranches.has(ref.slice('refs/heads/'.length));
}

function subject(
  repository: RepositoryRecord,
  job: JobIdentity,
  claims: Readonly<Record<string, string>>,
): string {
  const context = subjectContext(job);
  const keys = repository.oidcClaimKeys ?? ['repo', 'context'];
  const parts = keys.map((key) => {
    if (key === 'repo') return subjectPrefix(repository);
    if (key === 'context') return context;
    return `${key}:${claims[key] ?? ''}`;
  });
  // Ids cannot be left out of an immutable subject, whatever keys are chosen.
  const needsPrefix = repository.oidcSubject === 'immutable' && !keys.includes('repo');
  return (needsPrefix ? [subjectPrefix(repository), ...parts] : parts).join(':');
}

function subjectContext(job: JobIdentity): string {
  // A colon in a name would let it pass for another part of the subject; GitHub encodes it.
  if (job.environment !== undefined) return `environment:${job.environment.replaceAll(':', '%3A')}`;
  return job.run.eventName === 'pull_request' ? 'pull_request' : `ref:${job.run.ref}`;
}
