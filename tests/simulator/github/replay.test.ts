import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { label } from '#simulator/world/github-issues.js';
import { labelJson } from '#simulator/world/github-json-issues.js';
import { commentEvent } from '#simulator/world/github-events.js';
import { differences, type Difference } from './shapes.ts';
import { ACCEPTED, NOT_SERVED } from './accepted-differences.ts';
import { openWorld, REPOSITORY, WORKFLOW, type TestWorld } from './world.ts';

const FOLDER = join(import.meta.dirname, '../../../simulator/recordings/github');
const API = `/repos/${REPOSITORY}`;

function recording(name: string): unknown {
  const parsed = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as { value?: unknown };
  // Some examples of the specification wrap the body and say beside it what a later API version changes.
  return 'x-github-breaking-changes' in parsed ? parsed.value : parsed;
}

/** What each recording's request is here. The scene below holds what they ask for. */
interface Scene {
  readonly world: TestWorld;
  readonly token: string;
  readonly admin: string;
  readonly run: number;
  readonly issue: number;
  readonly comment: number;
}

type Replay = (scene: Scene) => unknown;

const get = (path: (scene: Scene) => string, status = 200): Replay => call('GET', path, undefined, status);

function call(
  method: string,
  path: (scene: Scene) => string,
  body: unknown,
  status: number,
  asAdmin = false,
): Replay {
  return async (scene) => {
    const reply = await scene.world.request(method, path(scene), asAdmin ? scene.admin : scene.token, body);
    expect(reply.status).toBe(status);
    return reply.body;
  };
}

const pullEvent =
  (action: 'opened' | 'synchronize' | 'closed' | 'labeled'): Replay =>
  ({ world }) => {
    const repository = world.state.repository(REPOSITORY);
    const made = label(world.state, repository, 'plan');
    return world.state.pullRequestEvent({
      repository: REPOSITORY,
      number: action === 'closed' ? 3 : 1,
      action,
      before: repository.issues.get(1)?.pull?.baseSha,
      ...(action === 'labeled' ? { label: labelJson(world.state.urls, repository, made) } : {}),
    });
  };

async function dispatched({ world }: Scene): Promise<unknown> {
  const trigger = { name: 'workflow_dispatch', inputs: {} } as const;
  return (await world.state.queueRun({ repository: REPOSITORY, workflowPath: WORKFLOW, trigger })).event;
}

async function pushed({ world }: Scene): Promise<unknown> {
  const trigger = { name: 'push', branch: 'main' } as const;
  const event = (await world.state.queueRun({ repository: REPOSITORY, workflowPath: WORKFLOW, trigger }))
    .event;
  return { ...event, commits: [] };
}

const REPLAYS: Readonly<Record<string, Replay>> = {
  'artifacts-list.json': get(() => `${API}/actions/artifacts`),
  'run-artifacts-list.json': get(({ run }) => `${API}/actions/runs/${run}/artifacts`),
  'check-runs.json': get(
    ({ world }) => `${API}/commits/${world.state.pullRequest(REPOSITORY, 1).pull.headSha}/check-runs`,
  ),
  'deployment-branch-policies.json': get(() => `${API}/environments/apply/deployment-branch-policies`),
  'environment-get.json': get(() => `${API}/environments/apply`),
  'environments-list.json': get(() => `${API}/environments`),
  'environment-put.json': (scene) => {
    const mona = scene.world.state.user('mona').id;
    const policy = { protected_branches: false, custom_branch_policies: true };
    const body = {
      wait_timer: 30,
      reviewers: [{ type: 'User', id: mona }],
      deployment_branch_policy: policy,
    };
    return call('PUT', () => `${API}/environments/destroy`, body, 200, true)(scene);
  },
  'pending-deployments.json': get(({ run }) => `${API}/actions/runs/${run}/pending_deployments`),
  'issue-comment-create.json': call(
    'POST',
    ({ issue }) => `${API}/issues/${issue}/comments`,
    { body: 'Me too' },
    201,
  ),
  'issue-comment-get.json': get(({ comment }) => `${API}/issues/comments/${comment}`),
  'issue-comment-update.json': call(
    'PATCH',
    ({ comment }) => `${API}/issues/comments/${comment}`,
    { body: 'Me three' },
    200,
  ),
  'issue-comments-list.json': get(({ issue }) => `${API}/issues/${issue}/comments`),
  'issue-create.json': call(
    'POST',
    () => `${API}/issues`,
    { title: 'Drift', body: 'x', labels: ['drift'], assignees: ['mona'] },
    201,
  ),
  'issue-get.json': get(() => `${API}/issues/2`),
  'pull-get.json': get(() => `${API}/pulls/2`),
  'pull-files.json': get(() => `${API}/pulls/1/files`),
  'rate-limit.json': get(() => '/rate_limit'),
  'workflow-jobs-list.json': get(({ run }) => `${API}/actions/runs/${run}/jobs`),
  'workflow-run-get.json': get(({ run }) => `${API}/actions/runs/${run}`),
  'workflow-run-attempt-get.json': get(({ run }) => `${API}/actions/runs/${run}/attempts/1`),
  'workflow-runs-list.json': get(() => `${API}/actions/workflows/hybrid-plan.yml/runs`),
  'oidc-sub-customization-repo-immutable.json': get(() => `${API}/actions/oidc/customization/sub`),
  'oidc-sub-customization-repo.json': async (scene) => {
    const { world } = scene;
    await world.state.createRepository({ name: 'acme/old', oidcSubject: 'classic', files: { a: 'a' } });
    const body = { use_default: false, include_claim_keys: ['repo', 'context'] };
    await call('PUT', () => '/repos/acme/old/actions/oidc/customization/sub', body, 201, true)(scene);
    return call('GET', () => '/repos/acme/old/actions/oidc/customization/sub', undefined, 200, true)(scene);
  },
  'oidc-token-response-shape.json': async ({ world }) => {
    const request = world.server.idTokenRequest(world.job(await world.queue()));
    return (await world.request('GET', request.url, request.token)).body;
  },
  'err-422-body-too-long.json': call(
    'POST',
    ({ issue }) => `${API}/issues/${issue}/comments`,
    { body: 'x'.repeat(65_537) },
    422,
  ),
  'err-422-label-invalid.json': call(
    'POST',
    () => `${API}/issues`,
    { title: 'x', labels: ['big data '.repeat(10)] },
    422,
  ),
  'event-pull_request-opened.json': pullEvent('opened'),
  'event-pull_request-synchronize.json': pullEvent('synchronize'),
  'event-pull_request-closed.json': pullEvent('closed'),
  'event-pull_request-labeled.json': pullEvent('labeled'),
  'event-workflow_dispatch-event.json': dispatched,
  'event-push-event.json': pushed,
  'event-workflow_run-completed.json': async ({ world }) => {
    const ended = await world.queue();
    world.state.reportRun(ended, 'completed', 'success');
    const trigger = { name: 'workflow_run', runId: ended.runId } as const;
    return (await world.state.queueRun({ repository: REPOSITORY, workflowPath: WORKFLOW, trigger })).event;
  },
  'event-issue_comment-created.json': ({ world, comment }) => {
    const record = world.state.repository(REPOSITORY).comments.get(comment);
    return record === undefined ? undefined : commentEvent(world.state, REPOSITORY, record);
  },
};

async function setScene(world: TestWorld): Promise<Scene> {
  const { state } = world;
  const common = { repository: REPOSITORY, author: 'mona' };
  const token = await world.token({
    actions: 'read',
    checks: 'write',
    issues: 'write',
    'pull-requests': 'write',
  });
  const admin = state.createUserToken('mona');
  const branch = { ...common, branch: 'merged', message: 'Merged', files: { 'b.txt': 'b' } };
  await state.commitToBranch(branch);
  await state.openPullRequest({ ...common, title: 'Merged', body: 'Done.', head: 'merged' });
  await state.mergePullRequest(REPOSITORY, 2, 'mona');
  await state.commitToBranch({ ...branch, branch: 'closed', files: { 'c.txt': 'c' } });
  await state.openPullRequest({ ...common, title: 'Closed', body: 'Not wanted.', head: 'closed' });
  state.closePullRequest(REPOSITORY, 3);
  for (const number of [1, 2]) {
    await world.request('PATCH', `${API}/issues/${number}`, token, {
      labels: ['bug'],
      assignees: ['mona', 'hubot'],
    });
  }
  const { number: issue } = state.createIssue({
    ...common,
    title: 'Bug',
    body: 'Found',
    labels: ['bug'],
    assignees: ['mona'],
  });
  await world.request('PATCH', `${API}/issues/${issue}`, token, { state: 'closed' });
  const { id: comment } = state.comment(REPOSITORY, issue, 'mona', 'Me too');
  state.createEnvironment({
    repository: REPOSITORY,
    name: 'apply',
    waitTimer: 30,
    reviewers: ['mona', { team: 'Justice League', members: ['mona'] }],
    branches: ['main'],
  });
  const run = await state.queueRun({
    repository: REPOSITORY,
    workflowPath: WORKFLOW,
    trigger: { name: 'workflow_dispatch' },
  });
  await fillRun(world, run);
  const output = { title: 'Plan', summary: '1 to add', text: 'aws_vpc.main' };
  const check = {
    name: 'plan',
    head_sha: state.pullRequest(REPOSITORY, 1).pull.headSha,
    conclusion: 'neutral',
    output,
  };
  await world.request('POST', `${API}/check-runs`, token, check);
  return { world, token, admin, run: run.runId, issue, comment };
}

/** A run with a finished job, an artifact, a check run on the pull request and a job that waits for approval. */
async function fillRun(world: TestWorld, run: Awaited<ReturnType<TestWorld['queue']>>): Promise<void> {
  const { createRunnerHost } = await import('#simulator/servers/github/host.js');
  const host = createRunnerHost({ state: world.state, server: world.server });
  host.reportRun(run, 'in_progress', undefined);
  host.reportJob(world.job(run, { name: 'build' }), 'in_progress', undefined);
  host.reportJob(world.job(run, { name: 'build' }), 'completed', 'success');
  const files = new Map([['replay.test.ts', import.meta.filename]]);
  await host.putArtifact({ run, name: 'Rails', files, overwrite: false, retentionDays: undefined });
  const pull = await world.queue();
  host.reportJob(world.job(pull), 'completed', 'success');
  void host.awaitEnvironment(
    world.job(run, { name: 'apply', environment: 'apply' }),
    new AbortController().signal,
  );
  await new Promise((resolve) => setImmediate(resolve));
}

describe('answers have the shape of the recorded ones', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await setScene(await openWorld());
  });
  afterAll(() => scene.world.close());

  /** Each request is sent once, whichever test asks first. */
  const answers = new Map<string, Promise<unknown>>();
  const found = async (name: string) => {
    const answer = answers.get(name) ?? Promise.resolve(REPLAYS[name]?.(scene));
    answers.set(name, answer);
    return differences(recording(name), await answer);
  };

  test.each(Object.keys(REPLAYS))('%s', async (name) => {
    const unexpected = (await found(name)).filter(
      (difference) => !ACCEPTED.some((entry) => entry.matches(name, difference)),
    );
    expect(unexpected).toEqual([]);
  });

  test('every recording is replayed or listed as not served', () => {
    const others = [
      'err-403-primary-rate-limit-message.txt',
      'err-403-secondary-rate-limit.json',
      'oidc-subject-forms.txt',
    ];
    const known = [...Object.keys(REPLAYS), ...Object.keys(NOT_SERVED), ...others].sort();
    expect(known).toEqual(readdirSync(FOLDER).sort());
  });

  test('every accepted difference still occurs', async () => {
    const all: { name: string; difference: Difference }[] = [];
    for (const name of Object.keys(REPLAYS)) {
      all.push(...(await found(name)).map((difference) => ({ name, difference })));
    }
    const unused = ACCEPTED.filter(
      (entry) => !all.some(({ name, difference }) => entry.matches(name, difference)),
    );
    expect(unused.map((entry) => entry.about)).toEqual([]);
  });
});
