import { execFileSync } from 'node:child_process';
import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { RunIdentity } from '#simulator/runner/host.js';
import { createRunnerHost, type SimulatedRunnerHost } from '#simulator/servers/github/host.js';
import { openWorld, REPOSITORY, WORKFLOW, type TestWorld } from './world.ts';

let world: TestWorld;
let host: SimulatedRunnerHost;
beforeAll(async () => {
  world = await openWorld();
  host = createRunnerHost({ state: world.state, server: world.server });
});
afterAll(() => world.close());

const git = (directory: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: directory, encoding: 'utf8' }).trim();

describe('checkout', () => {
  const folder = (name: string) => join(world.directory, 'work', name);
  const checkout = async (ref: string, directory: string, fetchDepth: number) => {
    const token = await world.token({ contents: 'read' });
    return host.checkout({ repository: REPOSITORY, ref, directory, token, fetchDepth });
  };

  test('the merge of a pull request, one commit deep and detached', async () => {
    const directory = folder('merge');
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'left-over.txt'), 'of an earlier job');
    const { sha } = await checkout('refs/pull/1/merge', directory, 1);
    expect(sha).toBe(world.state.pullRequest(REPOSITORY, 1).pull.mergeCommitSha);
    expect(git(directory, 'rev-parse', 'HEAD')).toBe(sha);
    expect(git(directory, 'rev-list', '--count', 'HEAD')).toBe('1');
    expect(git(directory, 'branch', '--show-current')).toBe('');
    expect(git(directory, 'status', '--porcelain')).toBe('');
    expect(readFileSync(join(directory, 'stacks/foundation/main.tf'), 'utf8')).toBe('terraform {}\n');
    expect(git(directory, 'remote', 'get-url', 'origin')).toBe(`${world.server.serverUrl}/${REPOSITORY}`);
  });

  test('a branch by its short name with all history, and a bare sha', async () => {
    const directory = folder('branch');
    await checkout('network', directory, 0);
    expect(git(directory, 'branch', '--show-current')).toBe('network');
    expect(git(directory, 'rev-list', '--count', 'HEAD')).toBe('2');
    expect(git(directory, 'rev-parse', 'refs/remotes/origin/main')).toMatch(/^[0-9a-f]{40}$/);
    const sha = git(directory, 'rev-parse', 'HEAD');
    expect(await checkout(sha, folder('sha'), 1)).toEqual({ sha });
  });

  test('is refused without contents: read, and for what does not exist', async () => {
    const about = { repository: REPOSITORY, ref: 'main', directory: folder('refused'), fetchDepth: 1 };
    await expect(host.checkout({ ...about, token: await world.token({ issues: 'write' }) })).rejects.toThrow(
      /Repository not found/,
    );
    await expect(checkout('nowhere', folder('refused'), 1)).rejects.toThrow(/'nowhere' could not be found/);
  });
});

describe('repositories for workflows and actions', () => {
  test('a repository of the world is exported once; the suite is a folder at any ref', async () => {
    const { directory, sha } = await host.resolveRepository(REPOSITORY, 'main');
    expect(readFileSync(join(directory, WORKFLOW), 'utf8')).toContain('Hybrid plan');
    expect(await host.resolveRepository(REPOSITORY, sha)).toEqual({ directory, sha });
    const suite = {
      repository: 'eks-hybrid-actions/eks-hybrid-actions',
      directory: world.directory,
      sha: 'a'.repeat(40),
    };
    const other = createRunnerHost({ state: world.state, server: world.server, suite });
    expect(await other.resolveRepository('EKS-Hybrid-Actions/eks-hybrid-actions', 'v1')).toEqual({
      directory: world.directory,
      sha: 'a'.repeat(40),
    });
  });

  test('jobs that ask for it at the same time all get the whole', async () => {
    const sha = world.state.pullRequest(REPOSITORY, 1).pull.headSha;
    const all = await Promise.all(Array.from({ length: 4 }, () => host.resolveRepository(REPOSITORY, sha)));
    expect(new Set(all.map(({ directory }) => directory)).size).toBe(1);
    expect(existsSync(join(all[0]?.directory ?? '', 'stacks/foundation/main.tf'))).toBe(true);
    expect(readdirSync(dirname(all[0]?.directory ?? '')).filter((name) => name.startsWith(sha))).toEqual([
      sha,
    ]);
  });

  test('one that does not exist is refused as GitHub does', async () => {
    await expect(host.resolveRepository('acme/nothing', 'v1')).rejects.toThrow(
      'Unable to resolve action acme/nothing@v1',
    );
  });
});

describe('artifacts', () => {
  test('go up once by name, come down by host and by API, and expire', async () => {
    const run = await world.queue();
    const directory = join(world.directory, 'up');
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'plan.json'), '{"schema":"x"}');
    const files = new Map([['foundation/plan.json', join(directory, 'plan.json')]]);
    const request = { run, name: 'plan', files, overwrite: false, retentionDays: 5 };
    const stored = await host.putArtifact(request);
    await expect(host.putArtifact(request)).rejects.toThrow(/already exists/);
    expect(await host.listArtifacts(run.runId)).toEqual([stored]);
    await host.getArtifact(stored, join(world.directory, 'down'));
    expect(readFileSync(join(world.directory, 'down/foundation/plan.json'), 'utf8')).toBe('{"schema":"x"}');
    // The same files make the same digest.
    expect(await host.putArtifact({ ...request, overwrite: true })).toMatchObject({ digest: stored.digest });

    const token = await world.token({ actions: 'read' });
    const listed = await world.request(
      'GET',
      `/repos/${REPOSITORY}/actions/runs/${run.runId}/artifacts?name=plan`,
      token,
    );
    expect(listed.body).toMatchObject({
      total_count: 1,
      artifacts: [{ name: 'plan', digest: stored.digest, expired: false }],
    });
    const [shown] = listed.body['artifacts'] as { archive_download_url: string }[];
    const redirect = await world.request('GET', shown?.archive_download_url ?? '', token);
    expect(redirect.status).toBe(302);
    const download = await fetch(redirect.headers.get('location') ?? '');
    const zip = unzipSync(new Uint8Array(await download.arrayBuffer()));
    expect(Buffer.from(zip['foundation/plan.json'] ?? []).toString()).toBe('{"schema":"x"}');
    expect((await fetch((redirect.headers.get('location') ?? '').replace(/sig=.*/, 'sig=0'))).status).toBe(
      403,
    );
    world.clock.advance(6 * 86_400_000);
    expect((await world.request('GET', shown?.archive_download_url ?? '', token)).status).toBe(410);
  });

  test('a name that leaves the folder is refused', async () => {
    const files = new Map([['../outside', import.meta.filename]]);
    const run = await world.queue();
    await expect(
      host.putArtifact({ run, name: 'bad', files, overwrite: false, retentionDays: undefined }),
    ).rejects.toThrow(/cannot hold/);
  });
});

describe('environments', () => {
  const enter = (run: RunIdentity, environment: string, by = host) =>
    by.awaitEnvironment(world.job(run, { name: environment, environment }), new AbortController().signal);
  const dispatch = (ref = 'main') =>
    world.state.queueRun({
      repository: REPOSITORY,
      workflowPath: WORKFLOW,
      trigger: { name: 'workflow_dispatch', ref },
      actor: 'mona',
    });

  test('values of the environment win over those of the repository', () => {
    world.state.setVariable(REPOSITORY, 'AWS_REGION', 'eu-central-1');
    world.state.setVariable(REPOSITORY, 'ONLY_HERE', 'yes');
    world.state.createEnvironment({
      repository: REPOSITORY,
      name: 'plan',
      variables: { AWS_REGION: 'eu-west-1' },
    });
    expect(host.variables(REPOSITORY, 'Plan')).toEqual({ AWS_REGION: 'eu-west-1', ONLY_HERE: 'yes' });
    expect(host.variables(REPOSITORY, undefined)).toEqual({ AWS_REGION: 'eu-central-1', ONLY_HERE: 'yes' });
  });

  test('a job waits for a reviewer, who is not the one who started it', async () => {
    const rules = { reviewers: ['mona', 'hubot'], preventSelfReview: true, branches: ['main', 'release/*'] };
    world.state.createEnvironment({ repository: REPOSITORY, name: 'apply', ...rules });
    const run = await dispatch();
    const verdict = enter(run, 'apply');
    expect(() => host.approve(run, 'apply', 'mona')).toThrow(/cannot review/);
    const path = `/repos/${REPOSITORY}/actions/runs/${run.runId}/pending_deployments`;
    const [pending] = (await world.request('GET', path, world.state.createUserToken('hubot'))).body;
    expect(pending).toMatchObject({ environment: { name: 'apply' }, current_user_can_approve: true });
    const { id } = pending?.['environment'] as { id: number };
    const body = { environment_ids: [id], state: 'approved', comment: 'go' };
    expect((await world.request('POST', path, world.state.createUserToken('mona'), body)).status).toBe(422);
    expect((await world.request('POST', path, world.state.createUserToken('hubot'), body)).status).toBe(200);
    expect(await verdict).toBe('approved');
    const approvals = await world.request(
      'GET',
      path.replace('pending_deployments', 'approvals'),
      world.state.createUserToken('mona'),
    );
    expect(approvals.body).toMatchObject([{ state: 'approved', comment: 'go', user: { login: 'hubot' } }]);
  });

  test('is rejected by a reviewer or by its branch policy, and left on cancellation', async () => {
    const run = await dispatch();
    const verdict = enter(run, 'apply');
    host.reject(run, 'apply', 'hubot', 'not now');
    expect(await verdict).toBe('rejected');
    expect(await enter(await dispatch('network'), 'apply')).toBe('rejected');
    const controller = new AbortController();
    const cancelled = host.awaitEnvironment(world.job(run, { environment: 'apply' }), controller.signal);
    controller.abort(new Error('cancelled'));
    await expect(cancelled).rejects.toThrow('cancelled');
    expect(world.state.run(run).pending).toEqual([]);
  });

  test('auto-approval, waiting time, and the trap of protected branches where none is protected', async () => {
    const auto = createRunnerHost({ state: world.state, server: world.server, autoApprove: true });
    world.state.createEnvironment({
      repository: REPOSITORY,
      name: 'destroy',
      reviewers: ['hubot'],
      waitTimer: 30,
      branches: 'protected',
    });
    const before = world.clock.now().getTime();
    expect(await enter(await dispatch('network'), 'destroy', auto)).toBe('approved');
    expect(world.clock.now().getTime() - before).toBe(30 * 60_000);
    world.state.repository(REPOSITORY).protectedBranches.add('main');
    expect(await enter(await dispatch('network'), 'destroy', auto)).toBe('rejected');
  });

  test('jobs and runs show over the API, with a deployment for the environment', async () => {
    const run = await dispatch();
    const job = world.job(run, { name: 'apply / apply (foundation)', environment: 'plan' });
    host.reportRun(run, 'in_progress', undefined);
    host.reportJob(job, 'in_progress', undefined);
    host.reportJob(job, 'completed', 'failure');
    host.reportRun(run, 'completed', 'failure');
    const token = await world.token({ actions: 'read', deployments: 'read' });
    const path = `/repos/${REPOSITORY}/actions/workflows/hybrid-plan.yml/runs?status=failure&event=workflow_dispatch`;
    expect((await world.request('GET', path, token)).body).toMatchObject({
      total_count: 1,
      workflow_runs: [{ id: run.runId, conclusion: 'failure' }],
    });
    const jobs = await world.request('GET', `/repos/${REPOSITORY}/actions/runs/${run.runId}/jobs`, token);
    expect(jobs.body).toMatchObject({
      jobs: [{ name: 'apply / apply (foundation)', status: 'completed', conclusion: 'failure' }],
    });
    const [deployment] = (
      await world.request('GET', `/repos/${REPOSITORY}/deployments?environment=plan`, token)
    ).body;
    const statuses = await world.request(
      'GET',
      `/repos/${REPOSITORY}/deployments/${String(deployment?.['id'])}/statuses`,
      token,
    );
    expect(statuses.body.map((status) => status['state'])).toEqual(['failure', 'in_progress']);
  });
});

describe('id tokens', () => {
  const claimsOf = async (run: RunIdentity, environment?: string, audience = 'sts.amazonaws.com') => {
    const { url, token } = host.mintIdTokenRequest(world.job(run, { environment }));
    const reply = await world.request('GET', `${url}&audience=${encodeURIComponent(audience)}`, token);
    const value = String(reply.body['value']);
    const [header = '', payload = '', signature = ''] = value.split('.');
    const decode = (text: string) =>
      JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>;
    return { header: decode(header), claims: decode(payload), signed: `${header}.${payload}`, signature };
  };

  test('verify against the published keys and carry the documented claims', async () => {
    const run = await world.queue();
    const { header, claims, signed, signature } = await claimsOf(run);
    const discovery = await world.request(
      'GET',
      `${world.server.serverUrl}/_services/token/.well-known/openid-configuration`,
    );
    const { keys } = (await world.request('GET', String(discovery.body['jwks_uri']))).body as unknown as {
      keys: (JsonWebKey & { kid: string })[];
    };
    const jwk = keys.find((key) => key.kid === header['kid']);
    const key = createPublicKey({ key: jwk ?? {}, format: 'jwk' });
    const good = (text: string) =>
      verify('RSA-SHA256', Buffer.from(text), key, Buffer.from(signature, 'base64url'));
    expect([good(signed), good(`${signed}x`)]).toEqual([true, false]);
    const repository = world.state.repository(REPOSITORY);
    const now = Math.floor(world.clock.now().getTime() / 1000);
    expect(claims).toMatchObject({
      iss: 'https://token.actions.githubusercontent.com',
      aud: 'sts.amazonaws.com',
      sub: `repo:acme@${repository.owner.id}/platform@${repository.id}:pull_request`,
      repository: REPOSITORY,
      repository_id: String(repository.id),
      repository_visibility: 'private',
      event_name: 'pull_request',
      ref: 'refs/pull/1/merge',
      head_ref: 'network',
      base_ref: 'main',
      sha: run.sha,
      run_id: String(run.runId),
      workflow: 'Hybrid plan',
      workflow_ref: `${REPOSITORY}/${WORKFLOW}@refs/pull/1/merge`,
      job_workflow_ref: `${REPOSITORY}/${WORKFLOW}@refs/pull/1/merge`,
      runner_environment: 'github-hosted',
      iat: now,
      exp: now + 300,
    });
    expect(new Set(discovery.body['claims_supported'] as string[])).toEqual(
      new Set([...Object.keys(claims), 'environment']),
    );
  });

  test('the subject names environment, ref or chosen claims, with or without ids', async () => {
    await world.state.createRepository({
      name: 'acme/old',
      oidcSubject: 'classic',
      files: { 'w.yml': 'name: W' },
    });
    const trigger = { name: 'workflow_dispatch' } as const;
    const run = await world.state.queueRun({ repository: 'acme/old', workflowPath: 'w.yml', trigger });
    const subject = async (environment?: string) => (await claimsOf(run, environment)).claims['sub'];
    expect(await subject()).toBe('repo:acme/old:ref:refs/heads/main');
    expect(await subject('prod:eu')).toBe('repo:acme/old:environment:prod%3Aeu');
    world.state.repository('acme/old').oidcClaimKeys = ['repo', 'context', 'actor'];
    expect(await subject('apply')).toBe('repo:acme/old:environment:apply:actor:acme');
  });

  test('need the request token of a job', async () => {
    const { url } = host.mintIdTokenRequest(world.job(await world.queue()));
    expect((await world.request('GET', `${url}&audience=x`, 'wrong')).status).toBe(401);
    expect((await world.request('GET', `${url}&audience=x`)).status).toBe(401);
  });
});
