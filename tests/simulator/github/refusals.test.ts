import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { forkRepository } from '#simulator/world/github-pulls.js';
import { startGitHubServer } from '#simulator/servers/github/server.js';
import { openWorld, REPOSITORY, WORKFLOW, type TestWorld } from './world.ts';

const RECORDINGS = join(import.meta.dirname, '../../../simulator/recordings/github');
const COMMENTS = `/repos/${REPOSITORY}/issues/1/comments`;

let world: TestWorld;
afterEach(() => world.close());

describe('who may do what', () => {
  test.each([
    [{}, 403],
    [{ 'pull-requests': 'read' }, 403],
    [{ contents: 'write' }, 403],
    [{ issues: 'write' }, 201],
    [{ 'pull-requests': 'write' }, 201],
  ] as const)('a token with %j commenting on a pull request gets %i', async (permissions, status) => {
    world = await openWorld();
    const reply = await world.request('POST', COMMENTS, await world.token(permissions), { body: 'hello' });
    expect(reply.status).toBe(status);
    expect(world.state.comments(REPOSITORY, 1)).toHaveLength(status === 201 ? 1 : 0);
    if (status === 201) return;
    expect(reply.body).toEqual({
      message: 'Resource not accessible by integration',
      documentation_url: 'https://docs.github.com/rest/issues/comments#create-an-issue-comment',
      status: '403',
    });
    expect(reply.headers.get('x-accepted-github-permissions')).toBe('issues=write; pull_requests=write');
  });

  test('an issue of its own needs issues: write', async () => {
    world = await openWorld();
    const { number } = world.state.createIssue({ repository: REPOSITORY, title: 'Bug', author: 'mona' });
    const path = `/repos/${REPOSITORY}/issues/${number}/comments`;
    expect(
      (await world.request('POST', path, await world.token({ 'pull-requests': 'write' }), { body: 'x' }))
        .status,
    ).toBe(403);
    expect(
      (await world.request('POST', path, await world.token({ issues: 'write' }), { body: 'x' })).status,
    ).toBe(201);
  });

  test('a private repository hides from strangers and refuses reads without permission; a public one does neither', async () => {
    world = await openWorld();
    await world.state.createRepository({ name: 'acme/open', private: false, files: { a: 'a' } });
    const token = await world.token({ issues: 'read' });
    const pull = `/repos/${REPOSITORY}/pulls/1`;
    expect((await world.request('GET', pull)).status).toBe(404);
    expect((await world.request('GET', pull, token)).status).toBe(403);
    expect((await world.request('GET', `/repos/${REPOSITORY}`, token)).status).toBe(200);
    expect((await world.request('GET', '/repos/acme/nothing', token)).status).toBe(404);
    expect((await world.request('GET', '/repos/acme/open/contents/a')).status).toBe(200);
    expect((await world.request('POST', '/repos/acme/open/issues', token, { title: 'x' })).status).toBe(403);
  });

  test('bad, missing and outlived tokens', async () => {
    world = await openWorld();
    const bad = await world.request('GET', `/repos/${REPOSITORY}`, 'ghs_wrong');
    expect(bad).toMatchObject({ status: 401, body: { message: 'Bad credentials' } });
    const run = await world.queue();
    const job = world.job(run, { permissions: { contents: 'read' } });
    const token = world.state.mintJobToken(job);
    expect((await world.request('GET', `/repos/${REPOSITORY}`, token)).status).toBe(200);
    world.state.reportJob(job, 'completed', 'success');
    expect((await world.request('GET', `/repos/${REPOSITORY}`, token)).status).toBe(401);
    expect((await world.request('GET', '/user', await world.token({}))).status).toBe(403);
  });

  test('a run for a fork may at most read', async () => {
    world = await openWorld();
    await forkRepository(world.state, REPOSITORY, 'stranger');
    const common = { author: 'stranger', message: 'Mine' };
    await world.state.commitToBranch({
      ...common,
      repository: 'stranger/platform',
      branch: 'evil',
      files: { 'x.tf': 'x' },
    });
    const { number } = await world.state.openPullRequest({
      repository: REPOSITORY,
      headRepository: 'stranger/platform',
      title: 'Mine',
      head: 'evil',
      author: 'stranger',
    });
    const trigger = { name: 'pull_request', number, action: 'opened' } as const;
    const run = await world.state.queueRun({ repository: REPOSITORY, workflowPath: WORKFLOW, trigger });
    expect(run.event).toMatchObject({
      pull_request: { head: { repo: { full_name: 'stranger/platform', fork: true } } },
    });
    const token = world.state.mintJobToken(world.job(run, { permissions: { 'pull-requests': 'write' } }));
    expect(
      (await world.request('POST', `/repos/${REPOSITORY}/issues/${number}/comments`, token, { body: 'x' }))
        .status,
    ).toBe(403);
    expect((await world.request('GET', `/repos/${REPOSITORY}/pulls/${number}`, token)).status).toBe(200);
  });
});

describe('what is refused', () => {
  test.each([
    [{}, 'Invalid request.\n\n"body" wasn\'t supplied.'],
    [{ body: 7 }, "Invalid request.\n\nFor 'properties/body', 7 is not a string."],
    [{ body: '  ' }, 'Validation Failed'],
  ])('a comment of %j', async (body, message) => {
    world = await openWorld();
    const reply = await world.request('POST', COMMENTS, await world.token({ issues: 'write' }), body);
    expect(reply).toMatchObject({ status: 422, body: { message } });
  });

  test('a comment over the limit, counted in characters, as recorded', async () => {
    world = await openWorld();
    const token = await world.token({ issues: 'write' });
    const recorded = JSON.parse(
      readFileSync(join(RECORDINGS, 'err-422-body-too-long.json'), 'utf8'),
    ) as object;
    const reply = await world.request('POST', COMMENTS, token, { body: 'x'.repeat(65_537) });
    expect(reply).toMatchObject({ status: 422, body: recorded });
    expect((await world.request('POST', COMMENTS, token, { body: '🟩'.repeat(65_536) })).status).toBe(201);
  });

  test('what this server lacks is told apart from what GitHub has not', async () => {
    world = await openWorld();
    const token = await world.token({ contents: 'read' });
    const lacking = await world.request('GET', `/repos/${REPOSITORY}/rulesets`, token);
    expect(lacking.status).toBe(501);
    expect(lacking.body['message']).toBe(
      `The simulated GitHub does not serve GET /repos/${REPOSITORY}/rulesets`,
    );
    expect((await world.request('GET', `/repos/${REPOSITORY}/rulesets`)).status).toBe(404);
    expect(
      (await world.request('GET', `/repos/${REPOSITORY}/pulls/99`, world.state.createUserToken('mona')))
        .status,
    ).toBe(404);
  });

  test('broken JSON, an unknown API version and a missing user agent', async () => {
    world = await openWorld();
    const token = await world.token({ issues: 'write' });
    const version = { 'x-github-api-version': '2019-01-01' };
    expect((await world.request('GET', `/repos/${REPOSITORY}`, token, undefined, version)).status).toBe(400);
    const newer = await world.request('GET', `/repos/${REPOSITORY}/issues/1`, token, undefined, {
      'x-github-api-version': '2026-03-10',
    });
    expect(newer.headers.get('x-github-api-version-selected')).toBe('2026-03-10');
    expect(newer.body).toHaveProperty('assignees');
    expect(newer.body).not.toHaveProperty('assignee');
    const broken = await fetch(world.server.apiUrl + COMMENTS, {
      method: 'POST',
      body: '{',
      headers: { authorization: `token ${token}` },
    });
    expect(broken.status).toBe(400);
    expect(
      (await world.request('GET', `/repos/${REPOSITORY}`, token, undefined, { 'user-agent': '' })).status,
    ).toBe(403);
  });
});

describe('limits and faults', () => {
  test('the hour’s requests of a job token run out and come back', async () => {
    world = await openWorld({ jobTokenPerHour: 2 });
    const token = await world.token({});
    const path = `/repos/${REPOSITORY}`;
    const first = await world.request('GET', path, token);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'x-ratelimit-limit': '2',
      'x-ratelimit-remaining': '1',
      'x-ratelimit-used': '1',
      'x-ratelimit-resource': 'core',
    });
    // A match costs nothing.
    const same = await world.request('GET', path, token, undefined, {
      'if-none-match': first.headers.get('etag') ?? '',
    });
    expect(same.status).toBe(304);
    await world.request('GET', path, token);
    const refused = await world.request('GET', path, token);
    expect(refused.status).toBe(403);
    expect(refused.body['message']).toMatch(/^API rate limit exceeded for installation ID \d+\.$/);
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    const reset = Number(refused.headers.get('x-ratelimit-reset')) * 1000;
    world.clock.advance(reset - world.clock.now().getTime());
    expect((await world.request('GET', path, token)).status).toBe(200);
  });

  test('too much content a minute meets the secondary limit as recorded: requests left, no Retry-After', async () => {
    world = await openWorld({ contentPerMinute: 3 });
    const token = await world.token({ issues: 'write' });
    for (let at = 0; at < 3; at += 1) await world.request('POST', COMMENTS, token, { body: 'x' });
    const refused = await world.request('POST', COMMENTS, token, { body: 'x' });
    const recorded = JSON.parse(
      readFileSync(join(RECORDINGS, 'err-403-secondary-rate-limit.json'), 'utf8'),
    ) as object;
    expect(refused).toMatchObject({ status: 403, body: recorded });
    expect(Number(refused.headers.get('x-ratelimit-remaining'))).toBeGreaterThan(0);
    expect(refused.headers.get('retry-after')).toBeNull();
    world.clock.advance(60_000);
    expect((await world.request('POST', COMMENTS, token, { body: 'x' })).status).toBe(201);
  });

  test('github-throttled refuses the first write only, with a short Retry-After', async () => {
    world = await openWorld();
    world.faults.enable('github-throttled');
    const token = await world.token({ issues: 'write' });
    expect((await world.request('GET', COMMENTS, token)).status).toBe(200);
    const refused = await world.request('POST', COMMENTS, token, { body: 'x' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([403, '1']);
    expect((await world.request('POST', COMMENTS, token, { body: 'x' })).status).toBe(201);
  });

  test('github-5xx answers 502 twice on each route', async () => {
    world = await openWorld();
    world.faults.enable('github-5xx');
    const token = await world.token({ issues: 'write' });
    const statuses = async (method: string, body?: unknown) => {
      const seen: number[] = [];
      for (let at = 0; at < 3; at += 1)
        seen.push((await world.request(method, COMMENTS, token, body)).status);
      return seen;
    };
    expect(await statuses('GET')).toEqual([502, 502, 200]);
    expect(await statuses('POST', { body: 'x' })).toEqual([502, 502, 201]);
  });

  test('github-forbidden keeps a job token from writing comments, over REST and GraphQL', async () => {
    world = await openWorld();
    const token = await world.token({ issues: 'write' });
    const comment = world.state.comment(REPOSITORY, 1, 'mona', 'x');
    world.faults.enable('github-forbidden');
    expect((await world.request('POST', COMMENTS, token, { body: 'x' })).status).toBe(403);
    expect((await world.request('GET', COMMENTS, token)).status).toBe(200);
    const query = `mutation { updateIssueComment(input: { id: "${comment.nodeId}", body: "y" }) { clientMutationId } }`;
    const reply = await world.request('POST', world.server.graphqlUrl, token, { query });
    expect(reply).toMatchObject({
      status: 200,
      body: { data: { updateIssueComment: null }, errors: [{ type: 'FORBIDDEN' }] },
    });
  });

  test('github-slow takes a second of the world’s time', async () => {
    world = await openWorld();
    const token = await world.token({});
    world.faults.enable('github-slow');
    const before = world.clock.now().getTime();
    await world.request('GET', '/rate_limit', token);
    expect(world.clock.now().getTime() - before).toBe(1000);
  });

  test('a taken port is named', async () => {
    world = await openWorld();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { state, clock, faults } = world;
    try {
      await expect(startGitHubServer({ state, clock, faults, port })).rejects.toMatchObject({
        code: 'SIM1301',
        message: expect.stringContaining(`port ${port} is in use`),
      });
    } finally {
      await new Promise((resolve) => other.close(resolve));
    }
  });
});
