import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TokenPermissions } from '#simulator/runner/host.js';
import { openWorld, REPOSITORY, type TestWorld } from './world.ts';

const OWN = { owner: 'acme', repo: 'platform' };
const ISSUE = { ...OWN, issue_number: 1 };
const MINIMIZE = `mutation ($id: ID!) {
  minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) {
    minimizedComment { isMinimized minimizedReason ... on IssueComment { id } }
  }
}`;

const nothing = () => undefined;
/** The client logs each refusal that these tests provoke. */
const QUIET = { debug: nothing, info: nothing, warn: nothing, error: nothing };

describe('the client that actions use', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const octokit = async (permissions: TokenPermissions) =>
    getOctokit(await world.token(permissions), {
      baseUrl: world.server.apiUrl,
      log: QUIET,
    });

  test('creates, finds, updates, hides, shows and deletes a comment', async () => {
    const client = await octokit({ 'pull-requests': 'write' });
    const { data: made, status } = await client.rest.issues.createComment({
      ...ISSUE,
      body: '<!-- plan -->\nfirst',
    });
    expect(status).toBe(201);
    expect(made).toMatchObject({
      user: { login: 'github-actions[bot]', id: 41898282, type: 'Bot' },
      performed_via_github_app: { id: 15368, slug: 'github-actions' },
      html_url: `${world.server.serverUrl}/${REPOSITORY}/pull/1#issuecomment-${made.id}`,
    });
    world.clock.advance(60_000);
    await client.rest.issues.updateComment({ ...OWN, comment_id: made.id, body: '<!-- plan -->\nsecond' });
    const all = await client.paginate(client.rest.issues.listComments, { ...ISSUE, per_page: 100 });
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ id: made.id, body: '<!-- plan -->\nsecond', minimized: null });
    expect(Date.parse(all[0]?.updated_at ?? '')).toBe(Date.parse(made.created_at) + 60_000);
    expect(await client.graphql(MINIMIZE, { id: made.node_id })).toEqual({
      minimizeComment: {
        minimizedComment: { isMinimized: true, minimizedReason: 'outdated', id: made.node_id },
      },
    });
    expect((await client.rest.issues.getComment({ ...OWN, comment_id: made.id })).data).toMatchObject({
      minimized: { reason: 'outdated' },
    });
    await client.graphql(
      `mutation ($id: ID!) { unminimizeComment(input: { subjectId: $id }) { unminimizedComment { isMinimized } } }`,
      {
        id: made.node_id,
      },
    );
    expect(world.state.comments(REPOSITORY, 1)[0]?.minimized).toBeNull();
    await client.rest.issues.deleteComment({ ...OWN, comment_id: made.id });
    expect(world.state.comments(REPOSITORY, 1)).toEqual([]);
  });

  test('pages through comments to the last one, over REST and GraphQL', async () => {
    for (let at = 0; at < 230; at += 1) world.state.comment(REPOSITORY, 1, 'mona', `comment ${at}`);
    const client = await octokit({ 'pull-requests': 'read' });
    const all = await client.paginate(client.rest.issues.listComments, { ...ISSUE, per_page: 100 });
    expect(all.map((comment) => comment.body)).toEqual(
      Array.from({ length: 230 }, (_, at) => `comment ${at}`),
    );
    const query = `query ($after: String) { repository(owner: "acme", name: "platform") { pullRequest(number: 1) {
      comments(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { body author { login } } }
    } } }`;
    const bodies: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 5; page += 1) {
      const answer: {
        repository: {
          pullRequest: {
            comments: {
              totalCount: number;
              pageInfo: { hasNextPage: boolean; endCursor: string };
              nodes: { body: string }[];
            };
          };
        };
      } = await client.graphql(query, { after });
      const { comments } = answer.repository.pullRequest;
      expect(comments.totalCount).toBe(230);
      bodies.push(...comments.nodes.map((node) => node.body));
      if (!comments.pageInfo.hasNextPage) break;
      after = comments.pageInfo.endCursor;
    }
    expect(bodies).toEqual(all.map((comment) => comment.body));
  });

  test('pages through changed files', async () => {
    const files = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`f/${at}.txt`, `${at}\n`]));
    await world.state.pushToPullRequest({ repository: REPOSITORY, number: 1, message: 'Many', files });
    const client = await octokit({ 'pull-requests': 'read' });
    const all = await client.paginate(client.rest.pulls.listFiles, { ...OWN, pull_number: 1, per_page: 100 });
    expect(new Set(all.map((file) => file.filename)).size).toBe(252);
  });

  test('GraphQL reports what it cannot resolve, what it may not do, and what is no query', async () => {
    const comment = world.state.comment(REPOSITORY, 1, 'mona', 'hello');
    const reader = await octokit({ 'pull-requests': 'read' });
    await expect(reader.graphql(MINIMIZE, { id: comment.nodeId })).rejects.toMatchObject({
      errors: [
        { type: 'FORBIDDEN', path: ['minimizeComment'], message: 'Resource not accessible by integration' },
      ],
    });
    await expect(reader.graphql(MINIMIZE, { id: 'IC_nothing' })).rejects.toMatchObject({
      errors: [{ type: 'NOT_FOUND' }],
    });
    await expect(reader.graphql('query { viewer { login nonsense } }')).rejects.toThrow(
      /Cannot query field "nonsense"/,
    );
    await expect(reader.graphql('query {')).rejects.toThrow(/Syntax Error/);
    // GraphQL names the bot without the suffix that REST has.
    expect(await reader.graphql('query { viewer { login } }')).toEqual({
      viewer: { login: 'github-actions[bot]' },
    });
  });

  test('issues are opened, labelled, found by label, and closed', async () => {
    const client = await octokit({ issues: 'write' });
    const { data: issue } = await client.rest.issues.create({
      ...OWN,
      title: 'Drift in foundation',
      labels: ['drift'],
    });
    await client.rest.issues.create({ ...OWN, title: 'Something else' });
    const found = await client.paginate(client.rest.issues.listForRepo, {
      ...OWN,
      labels: 'drift',
      state: 'open',
    });
    expect(found.map(({ number }) => number)).toEqual([issue.number]);
    await client.rest.issues.update({
      ...OWN,
      issue_number: issue.number,
      state: 'closed',
      state_reason: 'completed',
    });
    expect((await client.rest.issues.get({ ...OWN, issue_number: issue.number })).data).toMatchObject({
      state: 'closed',
      state_reason: 'completed',
      closed_by: { login: 'github-actions[bot]' },
    });
    // Measured on github.com: a body over the limit is ignored, with 200.
    const { status } = await client.rest.issues.update({
      ...OWN,
      issue_number: issue.number,
      body: 'x'.repeat(70_000),
    });
    expect(status).toBe(200);
    expect(world.state.repository(REPOSITORY).issues.get(issue.number)?.body).toBeNull();
  });

  test('check runs, statuses, comparisons and files answer', async () => {
    const client = await octokit({ checks: 'write', statuses: 'write', contents: 'read' });
    const sha = world.state.pullRequest(REPOSITORY, 1).pull.headSha;
    const { data: check } = await client.rest.checks.create({
      ...OWN,
      name: 'plan',
      head_sha: sha,
      status: 'in_progress',
    });
    await client.rest.checks.update({
      ...OWN,
      check_run_id: check.id,
      conclusion: 'success',
      output: { title: 'ok', summary: 'fine' },
    });
    const listed = await client.rest.checks.listForRef({ ...OWN, ref: sha });
    expect(listed.data.check_runs[0]).toMatchObject({
      status: 'completed',
      conclusion: 'success',
      output: { title: 'ok' },
    });
    await client.rest.repos.createCommitStatus({ ...OWN, sha, state: 'success', context: 'hybrid' });
    expect((await client.rest.repos.getCombinedStatusForRef({ ...OWN, ref: sha })).data).toMatchObject({
      state: 'success',
      total_count: 1,
    });
    const { data: compared } = await client.rest.repos.compareCommitsWithBasehead({
      ...OWN,
      basehead: 'main...network',
    });
    expect(compared).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0 });
    expect(compared.files?.map((file) => file.filename)).toEqual(['README.md', 'stacks/foundation/main.tf']);
    const { data: file } = await client.rest.repos.getContent({
      ...OWN,
      path: 'stacks/foundation/main.tf',
      ref: 'network',
    });
    expect(Buffer.from('content' in file ? file.content : '', 'base64').toString()).toBe('terraform {}\n');
    const { data: tree } = await client.rest.git.getTree({ ...OWN, tree_sha: 'network', recursive: '1' });
    expect(tree.tree.map((entry) => entry.path)).toContain('stacks/foundation/main.tf');
    expect((await client.rest.git.getRef({ ...OWN, ref: 'heads/network' })).data.object.sha).toBe(sha);
  });
});
