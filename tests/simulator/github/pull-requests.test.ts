import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { REPOSITORY, openWorld, WORKFLOW, type TestWorld } from './world.ts';

describe('pull requests on real git', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const git = () => world.state.repository(REPOSITORY).git;
  const pull = (number: number) => world.state.pullRequest(REPOSITORY, number).pull;

  test('opening one makes its head ref and a merge commit with both parents', async () => {
    const { headSha, baseSha, mergeCommitSha, mergeable } = pull(1);
    expect(mergeable).toBe(true);
    expect(await git().resolve('refs/pull/1/head')).toBe(headSha);
    expect(await git().resolve('refs/pull/1/merge')).toBe(mergeCommitSha);
    expect(await git().text(['show', '--no-patch', '--format=%P', 'refs/pull/1/merge'])).toBe(
      `${baseSha} ${headSha}`,
    );
    expect((await git().readFile('refs/pull/1/merge', 'stacks/foundation/main.tf'))?.toString()).toBe(
      'terraform {}\n',
    );
  });

  test('commit ids are the same in another world', async () => {
    const other = await openWorld();
    try {
      expect(other.state.pullRequest(REPOSITORY, 1).pull.mergeCommitSha).toBe(pull(1).mergeCommitSha);
    } finally {
      await other.close();
    }
  });

  test('a push moves head and merge, and synchronize tells before and after', async () => {
    const first = pull(1).mergeCommitSha;
    const { before, after } = await world.state.pushToPullRequest({
      repository: REPOSITORY,
      number: 1,
      message: 'Change it',
      author: 'mona',
      files: { 'stacks/foundation/main.tf': 'terraform { required_version = ">= 1.10" }\n' },
    });
    expect(after).not.toBe(before);
    expect(pull(1)).toMatchObject({ headSha: after, commits: 2 });
    expect(pull(1).mergeCommitSha).not.toBe(first);
    const event = world.state.pullRequestEvent({
      repository: REPOSITORY,
      number: 1,
      action: 'synchronize',
      before,
    });
    expect(event).toMatchObject({
      action: 'synchronize',
      before,
      after,
      pull_request: { head: { sha: after }, commits: 2 },
    });
    const run = await world.state.queueRun({
      repository: REPOSITORY,
      workflowPath: WORKFLOW,
      trigger: { name: 'pull_request', number: 1, action: 'synchronize', before },
    });
    expect(run).toMatchObject({
      ref: 'refs/pull/1/merge',
      sha: pull(1).mergeCommitSha,
      headRef: 'network',
      baseRef: 'main',
    });
    expect(run.event).toMatchObject({ before, after });
  });

  test('a conflict leaves the old merge and starts no run', async () => {
    await world.state.commitToBranch({
      repository: REPOSITORY,
      branch: 'clash',
      message: 'One way',
      files: { 'README.md': 'one\n' },
    });
    const { number } = await world.state.openPullRequest({
      repository: REPOSITORY,
      title: 'Clash',
      head: 'clash',
      author: 'hubot',
    });
    const merge = await git().resolve(`refs/pull/${number}/merge`);
    await world.state.commitToBranch({
      repository: REPOSITORY,
      branch: 'main',
      message: 'Other way',
      files: { 'README.md': 'two\n' },
    });
    expect(pull(number).mergeable).toBe(false);
    expect(await git().resolve(`refs/pull/${number}/merge`)).toBe(merge);
    const trigger = { name: 'pull_request', number, action: 'opened' } as const;
    await expect(
      world.state.queueRun({ repository: REPOSITORY, workflowPath: WORKFLOW, trigger }),
    ).rejects.toThrow(/conflict/);
    await expect(world.state.mergePullRequest(REPOSITORY, number)).rejects.toThrow(/cannot be merged/);
  });

  test('merging puts a merge commit on the base and closes', async () => {
    await world.state.commitToBranch({
      repository: REPOSITORY,
      branch: 'small',
      message: 'Add a file',
      files: { 'a.txt': 'a\n' },
    });
    const { number } = await world.state.openPullRequest({
      repository: REPOSITORY,
      title: 'Small',
      head: 'small',
      author: 'hubot',
    });
    const sha = await world.state.mergePullRequest(REPOSITORY, number, 'mona');
    expect(await git().resolve('main')).toBe(sha);
    const event = world.state.pullRequestEvent({ repository: REPOSITORY, number, action: 'closed' });
    expect(event).toMatchObject({
      pull_request: { merged: true, state: 'closed', merge_commit_sha: sha, merged_by: { login: 'mona' } },
    });
  });

  test('a branch without commits of its own cannot be proposed', async () => {
    await expect(
      world.state.openPullRequest({ repository: REPOSITORY, title: 'Nothing', head: 'main', author: 'mona' }),
    ).rejects.toThrow(/no commits between/);
  });

  test('files are listed with status, counts, patch and previous name, over pages', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 130 }, (_, at) => [
        `generated/file-${String(at).padStart(3, '0')}.txt`,
        `${at}\n`,
      ]),
    );
    const base = { repository: REPOSITORY, message: 'Base', author: 'mona' };
    const text = Array.from({ length: 20 }, (_, at) => `line ${at}`).join('\n');
    await world.state.commitToBranch({
      ...base,
      branch: 'main',
      files: { 'old-name.txt': text, 'gone.txt': 'x\n', 'edit.txt': 'a\nb\n' },
    });
    await world.state.commitToBranch({
      ...base,
      branch: 'many',
      files: { ...many, 'old-name.txt': null, 'new-name.txt': text, 'gone.txt': null, 'edit.txt': 'a\nc\n' },
    });
    const { number } = await world.state.openPullRequest({
      repository: REPOSITORY,
      title: 'Many',
      head: 'many',
      author: 'mona',
    });
    const token = await world.token({ 'pull-requests': 'read' });
    const first = await world.request(
      'GET',
      `/repos/${REPOSITORY}/pulls/${number}/files?per_page=100`,
      token,
    );
    expect(first.body).toHaveLength(100);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect(next).toMatch(/\/repositories\/\d+\/pulls\/\d+\/files\?per_page=100&page=2$/);
    const second = await world.request('GET', next, token);
    expect(second.headers.get('link')).toMatch(/rel="prev".*rel="first"/);
    const files = [...first.body, ...second.body];
    expect(files).toHaveLength(133);
    const named = (name: string) => files.find((file) => file['filename'] === name);
    expect(named('new-name.txt')).toMatchObject({
      status: 'renamed',
      previous_filename: 'old-name.txt',
      changes: 0,
    });
    expect(named('new-name.txt')).not.toHaveProperty('patch');
    expect(named('gone.txt')).toMatchObject({ status: 'removed', deletions: 1 });
    expect(named('edit.txt')).toMatchObject({
      status: 'modified',
      additions: 1,
      deletions: 1,
      patch: '@@ -1,2 +1,2 @@\n a\n-b\n+c',
    });
    expect(named('generated/file-000.txt')).toMatchObject({ status: 'added', additions: 1 });
  });

  test('no more than 3,000 files of a pull request are listed', async () => {
    const many = Object.fromEntries(Array.from({ length: 3050 }, (_, at) => [`bulk/${at}.txt`, '\n']));
    await world.state.commitToBranch({
      repository: REPOSITORY,
      branch: 'bulk',
      message: 'Bulk',
      files: many,
    });
    const { number } = await world.state.openPullRequest({
      repository: REPOSITORY,
      title: 'Bulk',
      head: 'bulk',
      author: 'mona',
    });
    const token = await world.token({ 'pull-requests': 'read' });
    const path = `/repos/${REPOSITORY}/pulls/${number}`;
    expect((await world.request('GET', path, token)).body).toMatchObject({ changed_files: 3050 });
    const last = await world.request('GET', `${path}/files?per_page=100&page=30`, token);
    expect(last.body).toHaveLength(100);
    expect(last.headers.get('link')).not.toContain('rel="next"');
    expect((await world.request('GET', `${path}/files?per_page=100&page=31`, token)).body).toHaveLength(0);
  });
});
