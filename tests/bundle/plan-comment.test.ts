import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commentDocument } from '#lib/report/comment-document.js';
import type { PlanDocument } from '#lib/report/plan-document.js';
import type { RunIdentity, TokenPermissions } from '#simulator/runner/host.js';
import { attribute, change, planOf } from '#tests/support/plan-documents.js';
import { runBundle, type RunOptions, type RunResult } from '#tests/support/run-bundle.js';
import {
  startStub,
  startTestGitHub,
  type StubAnswer,
  type TestGitHub,
  type TestPullRequest,
} from '#tests/support/simulated-github.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

let github: TestGitHub;
beforeAll(async () => {
  github = await startTestGitHub();
});
afterAll(() => github.close());

const BOT = 'github-actions[bot]';
const open = (on = github) => on.open({ head: { 'terraform/stacks/nodes/main.tf': '# nodes\n' } });
const stack = (name: string) => ({ name, directory: `terraform/stacks/${name}` });

/** The document of a plan of this run's commit. */
function plan(
  run: RunIdentity,
  name: string,
  changes: Parameters<typeof planOf>[0],
  more: object = {},
): PlanDocument {
  return planOf(changes, {
    stack: name,
    directory: stack(name).directory,
    sha: run.sha,
    headSha: null,
    ...more,
  });
}

interface Situation {
  readonly pull: TestPullRequest;
  readonly run: RunIdentity;
  /** Files below `plans`; documents lie in a folder each, as download-artifact leaves them. */
  readonly documents?: readonly (PlanDocument | string)[];
  readonly expected?: readonly { readonly name: string }[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly permissions?: TokenPermissions;
  readonly token?: string;
  readonly step?: Pick<RunOptions, 'env' | 'event' | 'eventName'>;
}

function workspaceWith(documents: Situation['documents'] = []): string {
  const workspace = temporaryDirectory('plan-comment-');
  for (const [index, document] of documents.entries()) {
    const path = join(workspace, 'plans', `plan-${index}`, 'plan.json');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof document === 'string' ? document : JSON.stringify(document));
  }
  return workspace;
}

async function comment(situation: Situation): Promise<RunResult> {
  const { pull, run } = situation;
  const token = situation.token ?? pull.token(run, situation.permissions ?? { 'pull-requests': 'write' });
  const step = pull.step(run);
  const result = await runBundle({
    action: 'plan-comment',
    ...step,
    ...situation.step,
    env: { ...step.env, ...situation.step?.env },
    workspace: workspaceWith(situation.documents),
    inputs: {
      'github-token': token,
      ...(situation.expected === undefined ? {} : { 'expected-stacks': JSON.stringify(situation.expected) }),
      ...situation.inputs,
    },
  });
  expect(result.masks).toEqual([token]);
  expect(result.stdout.replace(`::add-mask::${token}`, '') + result.stderr + result.summary).not.toContain(
    token,
  );
  return result;
}

/** All declared outputs; the document must say the same. */
function resultOf(result: RunResult) {
  expect(result.exitCode === 0 ? '' : result.stdout).toBe('');
  const { status, action, 'comment-url': url, 'comment-id': id, report, ...others } = result.outputs;
  expect(others).toEqual({});
  const document = commentDocument.parse(result.report(), report ?? '');
  expect(document).toEqual({
    schema: 'eks-hybrid-actions/comment/v1',
    pullRequest: expect.any(Number),
    mode: expect.stringMatching(/^(update|recreate|minimise)$/),
    action,
    retired: expect.any(Number),
    url: url === '' ? null : url,
    status,
    stacks: expect.any(Array),
    shortened: expect.any(Array),
    bytes: expect.any(Number),
  });
  return { status, action, url, id, document };
}

function expectRefusal(result: RunResult, code: string): string {
  const errors = result.annotations.filter(({ level }) => level === 'error');
  expect({ exit: result.exitCode, codes: errors.map(({ title }) => title.split(' ')[0]) }).toEqual({
    exit: 1,
    codes: [code],
  });
  expect(result.outputs).toEqual({});
  return errors[0]?.message ?? '';
}

const commentsOf = (pull: TestPullRequest, on = github) => on.state.comments(pull.repository, pull.number);
const warningsOf = (result: RunResult) =>
  result.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);

/** Marker of a comment as this action writes it. */
const marker = (run: string, id = 'plan') =>
  `<!-- eks-hybrid-actions:plan-comment id=${id} run=${run} -->\nold`;

describe('the one comment', () => {
  test('is created, updated in place by the next run, and left alone by a late older one', async () => {
    const pull = await open();
    const [first, second] = [await pull.queue(), await pull.queue()];
    const created = resultOf(
      await comment({ pull, run: first, documents: [plan(first, 'nodes', [change()])] }),
    );
    expect(created).toMatchObject({ status: 'changes', action: 'created' });
    const [made, ...others] = commentsOf(pull);
    expect(others).toEqual([]);
    expect(created.id).toBe(String(made?.id));
    expect(created.url).toContain(`/${pull.repository}/pull/${pull.number}#issuecomment-${String(made?.id)}`);
    expect(made?.user.login).toBe(BOT);
    expect(made?.body).toContain('## Terraform plan: 1 to create');
    expect(created.document).toMatchObject({
      pullRequest: pull.number,
      stacks: [{ stack: 'nodes', status: 'changes' }],
      shortened: [],
      bytes: Buffer.byteLength(made?.body ?? ''),
    });

    const updated = await comment({ pull, run: second, documents: [plan(second, 'nodes', [])] });
    expect(resultOf(updated)).toMatchObject({ status: 'no-changes', action: 'updated', id: created.id });
    expect(commentsOf(pull)).toMatchObject([{ id: made?.id, edits: 1 }]);
    expect(commentsOf(pull)[0]?.body).toContain('## Terraform plan: no changes');
    expect(updated.summary).toContain('## Terraform plan: no changes');
    expect(updated.summary).not.toContain('<!--');

    const late = await comment({ pull, run: first, documents: [plan(first, 'nodes', [change()])] });
    expect(resultOf(late)).toMatchObject({ action: 'superseded', status: 'changes', id: created.id });
    expect(commentsOf(pull)).toMatchObject([{ edits: 1 }]);
  });

  test('is known by its author: the same marker in the comments of others is not ours', async () => {
    const pull = await open();
    const run = await pull.queue();
    for (const author of ['stranger', 'github-actions', 'other-app[bot]']) {
      github.state.comment(pull.repository, pull.number, author, marker('1.1'));
    }
    const result = resultOf(await comment({ pull, run, documents: [plan(run, 'nodes', [])] }));
    expect(result.action).toBe('created');
    expect(commentsOf(pull).map(({ edits, minimized }) => [edits, minimized])).toEqual(
      Array.from({ length: 4 }, () => [0, null]),
    );
  });

  test('is found behind a hundred others; a second one of ours is hidden as a duplicate', async () => {
    const pull = await open();
    const run = await pull.queue();
    for (let index = 0; index < 101; index += 1)
      github.state.comment(pull.repository, pull.number, 'mona', 'Hm.');
    const oldest = github.state.comment(pull.repository, pull.number, BOT, marker('1.1'));
    const other = github.state.comment(pull.repository, pull.number, BOT, marker('2.1'));
    const result = resultOf(await comment({ pull, run, documents: [plan(run, 'nodes', [])] }));
    expect(result).toMatchObject({ action: 'updated', id: String(oldest.id) });
    expect([oldest.edits, oldest.minimized, other.edits, other.minimized]).toEqual([1, null, 0, 'duplicate']);
    expect(commentsOf(pull)).toHaveLength(103);
  });

  test('comment-id keeps comments apart', async () => {
    const pull = await open();
    const run = await pull.queue();
    const documents = [plan(run, 'nodes', [])];
    const ids: (string | undefined)[] = [];
    for (const id of ['plan', 'plan-staging', 'plan']) {
      ids.push(resultOf(await comment({ pull, run, documents, inputs: { 'comment-id': id } })).id);
    }
    expect(ids[2]).toBe(ids[0]);
    expect(ids[1]).not.toBe(ids[0]);
    expect(commentsOf(pull)).toHaveLength(2);
  });

  test('a person’s token finds that person’s comment', async () => {
    const pull = await open();
    const run = await pull.queue();
    const own = github.state.comment(pull.repository, pull.number, 'riley', marker('1.1'));
    const token = github.state.createUserToken('riley');
    const result = await comment({ pull, run, token, documents: [plan(run, 'nodes', [])] });
    expect(resultOf(result)).toMatchObject({ action: 'updated', id: String(own.id) });
  });
});

describe('what it says', () => {
  const KINDS = [
    'create',
    'update',
    'replace',
    'delete',
    'import',
    'move',
    'forget',
    'create-forget',
    'read',
  ] as const;
  const COLUMNS = {
    create: ['create'],
    change: ['update'],
    replace: ['replace'],
    destroy: ['delete'],
    other: ['import', 'move', 'forget', 'create-forget'],
  } as const;

  test('the figures of the table are those of the documents, counted one by one', async () => {
    const pull = await open();
    const run = await pull.queue();
    const changesOf = (seed: number) =>
      KINDS.flatMap((kind, index) =>
        Array.from({ length: (seed * (index + 3)) % 7 }, (_, at) =>
          change({ kind, address: `x.${kind}[${at}]` }),
        ),
      );
    const documents = [3, 5, 8].map((seed) => plan(run, `s${seed}`, changesOf(seed)));
    resultOf(await comment({ pull, run, documents }));
    const body = commentsOf(pull)[0]?.body ?? '';
    for (const { stack: name, changes } of documents) {
      const counted = Object.values(COLUMNS).map(
        (kinds) => changes.filter(({ kind }) => (kinds as readonly string[]).includes(kind)).length,
      );
      expect(body).toContain(`| \`${name}\` | 🔷 changes | ${counted.join(' | ')} |`);
    }
    const destroys = documents
      .flatMap(({ changes }) => changes)
      .filter(({ kind }) => kind === 'delete' || kind === 'replace');
    expect(body).toContain(`**${destroys.length} objects will be destroyed**`);
    expect(body).toContain(`| stack | result | ${Object.keys(COLUMNS).join(' | ')} |`);
  });

  test('a stack without one document of this commit is unknown, with the reason', async () => {
    const pull = await open();
    const run = await pull.queue();
    const result = await comment({
      pull,
      run,
      expected: ['good', 'missing', 'stale', 'twice'].map(stack),
      documents: [
        plan(run, 'good', [change()]),
        plan(run, 'stale', [change()], { sha: 'abc'.repeat(13), headSha: 'def'.repeat(13) }),
        plan(run, 'twice', []),
        plan(run, 'twice', [change({ kind: 'delete' })]),
        plan(run, 'uninvited', [change({ address: 'x.uninvited' })]),
      ],
    });
    expect(resultOf(result)).toMatchObject({
      status: 'unknown',
      document: {
        stacks: [
          { stack: 'good', status: 'changes' },
          { stack: 'missing', status: 'unknown' },
          { stack: 'stale', status: 'unknown' },
          { stack: 'twice', status: 'unknown' },
        ],
      },
    });
    const body = commentsOf(pull)[0]?.body ?? '';
    expect(body).toContain('## Terraform plan: 3 stacks unknown, 1 to create');
    expect(body).toContain('Unknown: its job left no plan document.');
    expect(body).toContain('Unknown: its plan document was made for commit `abcabcabcabc`.');
    expect(body).toContain('Unknown: there are 2 plan documents for it.');
    for (const name of ['missing', 'stale', 'twice'])
      expect(body).toContain(`| \`${name}\` | ❔ unknown | – |`);
    expect(body).not.toContain('uninvited');
    expect(warningsOf(result)).toEqual([
      expect.stringContaining('terraform/stacks/uninvited was not expected'),
    ]);
  });

  const BROKEN = [
    '{"schema": ',
    '{"schema": "eks-hybrid-actions/stacks/v1"}',
    '{"schema": "eks-hybrid-actions/plan/v2"}',
  ];

  test.each([
    ['expected', [stack('nodes')], 'its job left no plan document; 3 files could not be read (EHA1011)'],
    ['not expected', undefined, 'the file could not be read as a plan document (EHA1011)'],
  ])('files that are no plan document, %s: unknown and a warning each', async (_name, expected, reason) => {
    const pull = await open();
    const run = await pull.queue();
    const result = await comment({
      pull,
      run,
      documents: BROKEN,
      ...(expected === undefined ? {} : { expected }),
    });
    expect(resultOf(result).status).toBe('unknown');
    expect(commentsOf(pull)[0]?.body.replaceAll('\\', '')).toContain(reason);
    expect(warningsOf(result).map((message) => message.slice(0, 7))).toEqual([
      'EHA1011',
      'EHA1012',
      'EHA1012',
    ]);
  });

  test('a failed plan is the worst of all and shows its error', async () => {
    const pull = await open();
    const run = await pull.queue();
    const failure = { code: 'EHA1207', phase: 'plan', message: 'locked', remedy: 'Wait.' };
    const failed = plan(run, 'nodes', [], { status: 'failed', counts: null, failure });
    const result = await comment({
      pull,
      run,
      documents: [failed],
      expected: [stack('cluster'), stack('nodes')],
    });
    expect(resultOf(result).status).toBe('failed');
    expect(commentsOf(pull)[0]?.body).toContain('**plan failed** (`EHA1207`)');
  });

  test('max-comment-bytes holds, whatever is in the plan', async () => {
    const pull = await open();
    const run = await pull.queue();
    const many = (kind: 'create' | 'delete') =>
      Array.from({ length: 400 }, (_, index) => change({ kind, address: `aws_subnet.zone[${index}]` }));
    const documents = [plan(run, 'nodes', [...many('create'), ...many('delete')])];
    const result = resultOf(await comment({ pull, run, documents, inputs: { 'max-comment-bytes': '2000' } }));
    const body = commentsOf(pull)[0]?.body ?? '';
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(2000);
    expect(result.document.bytes).toBe(Buffer.byteLength(body));
    expect(result.document.shortened).toEqual([{ stack: 'nodes', level: 'grouped' }]);
    expect(body).toContain('- 🗑️ destroy 400: `aws_subnet.zone[0 … 399]`');
    expect(body).toContain('400 to destroy, 400 to create');
  });
});

describe('how the comment is kept', () => {
  const states = (pull: TestPullRequest) =>
    commentsOf(pull).map(({ id, edits, minimized }) => [String(id), edits, minimized]);

  test('one that says the same is left alone, whatever the mode and the run', async () => {
    const pull = await open();
    const first = await pull.queue();
    const made = resultOf(await comment({ pull, run: first, documents: [plan(first, 'nodes', [change()])] }));
    for (const mode of ['update', 'recreate', 'minimise']) {
      const run = await pull.queue();
      const documents = [plan(run, 'nodes', [change()])];
      const again = resultOf(await comment({ pull, run, documents, inputs: { mode } }));
      expect(again).toMatchObject({ action: 'unchanged', id: made.id, document: { mode, retired: 0 } });
    }
    expect(states(pull)).toEqual([[made.id, 0, null]]);
  });

  test('recreate: the old one goes, the new one stands at the end', async () => {
    const pull = await open();
    const [first, second] = [await pull.queue(), await pull.queue()];
    const inputs = { mode: 'recreate' };
    const old = resultOf(
      await comment({ pull, run: first, documents: [plan(first, 'nodes', [change()])], inputs }),
    );
    github.state.comment(pull.repository, pull.number, 'mona', 'Hm.');
    const result = resultOf(
      await comment({ pull, run: second, documents: [plan(second, 'nodes', [])], inputs }),
    );
    expect(result).toMatchObject({ action: 'created', document: { retired: 1 } });
    expect(commentsOf(pull).map(({ id }) => String(id))).toEqual([expect.any(String), result.id]);
    expect(result.id).not.toBe(old.id);
  });

  test('minimise: the old one is hidden as outdated, also before an update that follows', async () => {
    const pull = await open();
    const ids: (string | undefined)[] = [];
    for (const [count, mode] of [
      [1, 'minimise'],
      [2, 'minimise'],
      [3, 'update'],
    ] as const) {
      const run = await pull.queue();
      const changes = Array.from({ length: count }, (_, at) => change({ address: `a.b[${at}]` }));
      const result = await comment({ pull, run, documents: [plan(run, 'nodes', changes)], inputs: { mode } });
      ids.push(resultOf(result).id);
    }
    expect(states(pull)).toEqual([
      [ids[0], 0, 'outdated'],
      [ids[1], 1, null],
    ]);
    expect(ids[2]).toBe(ids[1]);
  });
});

test('5,000 changes: every destroyed object and every grave risk is named within the limit', async () => {
  const pull = await open();
  const run = await pull.queue();
  const row = (kind: 'create' | 'update' | 'delete', index: number) =>
    change({
      kind,
      type: 'aws_subnet',
      address: `module.network.aws_subnet.${kind}["zone-${index}"]`,
      attributes: kind === 'update' ? [attribute(), attribute({ path: 'tags["x"]' })] : [],
    });
  const changes = Array.from({ length: 5000 }, (_, index) =>
    row(index < 400 ? 'delete' : index < 2500 ? 'update' : 'create', index),
  );
  const risks = [
    {
      rule: 'all-tunnels-down',
      level: 'critical' as const,
      sentence: 'All four tunnels go down.',
      addresses: ['aws_vpn_connection.a', 'aws_vpn_connection.b'],
    },
  ];
  const documents = [plan(run, 'nodes', changes, { risks, worstRisk: 'critical' })];
  const result = resultOf(await comment({ pull, run, documents }));
  expect(result.document.shortened).toEqual([{ stack: 'nodes', level: 'types' }]);
  const body = commentsOf(pull)[0]?.body ?? '';
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_000);
  expect(body.split('\n')[2]).toBe(
    '## Terraform plan: 1 critical risk, 400 to destroy, 2100 to change, 2500 to create',
  );
  expect(body).toContain('All four tunnels go down. (`aws_vpn_connection.a`, `aws_vpn_connection.b`)');
  for (let index = 0; index < 400; index += 1)
    expect(body).toContain(`- 🗑️ destroy \`module.network.aws_subnet.delete["zone-${index}"]\``);
  expect(body).toContain('- 2100 × `aws_subnet`');
});

test('two workspaces of a stack have a section each', async () => {
  const pull = await open();
  const run = await pull.queue();
  const documents = ['staging', 'production'].map((workspace) =>
    plan(run, 'nodes', [change({ address: `a.${workspace}` })], { workspace }),
  );
  const result = resultOf(await comment({ pull, run, documents, expected: [stack('nodes')] }));
  expect(result.document.stacks.map(({ stack: name }) => name)).toEqual([
    'nodes (staging)',
    'nodes (production)',
  ]);
  expect(commentsOf(pull)[0]?.body.match(/<summary><b>/g)).toHaveLength(2);
});

describe('without stacks or pull request', () => {
  test('no stack is touched: no comment is made, but an earlier one is brought up to date', async () => {
    const pull = await open();
    const run = await pull.queue();
    const none = resultOf(await comment({ pull, run, expected: [] }));
    expect(none).toMatchObject({ status: 'no-stacks', action: 'none', url: '', id: '' });
    expect(commentsOf(pull)).toEqual([]);
    const earlier = github.state.comment(pull.repository, pull.number, BOT, marker('1.1'));
    const updated = resultOf(await comment({ pull, run, expected: [] }));
    expect(updated).toMatchObject({ status: 'no-stacks', action: 'updated', id: String(earlier.id) });
    expect(earlier.body).toContain('no longer changes');
  });

  test('another event needs the input pull-request', async () => {
    const pull = await open();
    const run = await pull.queue();
    const step = { event: { ref: 'refs/heads/main' }, eventName: 'push' };
    const documents = [plan(run, 'nodes', [])];
    expect(expectRefusal(await comment({ pull, run, step, documents }), 'EHA1103')).toContain('"push"');
    const inputs = { 'pull-request': String(pull.number) };
    const result = resultOf(await comment({ pull, run, step, documents, inputs }));
    expect(result).toMatchObject({ action: 'created', document: { pullRequest: pull.number } });
    expect(commentsOf(pull)[0]?.body).toContain(`Planned for ${run.sha.slice(0, 12)}`);
  });

  test('a number that is no pull request', async () => {
    const pull = await open();
    const run = await pull.queue();
    const inputs = { 'pull-request': '999' };
    const message = expectRefusal(await comment({ pull, run, expected: [stack('a')], inputs }), 'EHA1105');
    expect(message).toContain('pull request 999');
  });

  test.each([
    ['nothing planned and nothing expected', {}, 'EHA1301'],
    ['expected stacks that are no JSON', { 'expected-stacks': 'nodes' }, 'EHA1302'],
    ['expected stacks of another form', { 'expected-stacks': '[{"name":"nodes"}]' }, 'EHA1302'],
    ['a comment-id with spaces', { 'comment-id': 'my plan' }, 'EHA1001'],
    ['a mode that is none', { mode: 'append' }, 'EHA1001'],
    ['too small a comment', { 'max-comment-bytes': '1999' }, 'EHA1001'],
    ['documents elsewhere', { documents: '../plans' }, 'EHA1004'],
  ])('refused before GitHub is asked: %s', async (_name, inputs, code) => {
    const silent = await startStub();
    const result = await runBundle({
      action: 'plan-comment',
      env: silent.env,
      eventName: 'pull_request',
      event: { pull_request: { number: 1, head: { sha: 'a'.repeat(40) } } },
      inputs: { 'github-token': 'unused-token', ...inputs },
    });
    await silent.close();
    expectRefusal(result, code);
    expect(silent.requests).toEqual([]);
  });
});

describe('when GitHub does not answer as hoped', () => {
  test('a token that may only read', async () => {
    const pull = await open();
    const run = await pull.queue();
    const documents = [plan(run, 'nodes', [])];
    const result = await comment({ pull, run, documents, permissions: { 'pull-requests': 'read' } });
    const message = expectRefusal(result, 'EHA1101');
    expect(message).toContain('create a comment on pull request 1');
    expect(message).toContain('pull-requests: write');
  });

  test('server errors and the secondary rate limit are waited out, and one comment comes of it', async () => {
    const failing = await startTestGitHub();
    try {
      const pull = await open(failing);
      const run = await pull.queue();
      failing.faults.enable('github-5xx');
      failing.faults.enable('github-throttled');
      const result = await comment({ pull, run, documents: [plan(run, 'nodes', [])] });
      expect(resultOf(result).action).toBe('created');
      expect(commentsOf(pull, failing)).toHaveLength(1);
      expect(failing.faults.count('github-throttled')).toBe(1);
      const retries = (call: string) =>
        result.stdout.split('\n').filter((line) => line.startsWith(`${call}: attempt`)).length;
      expect(retries('find out whose token this is')).toBe(2);
      expect(retries('list the comments of pull request 1')).toBe(2);
      expect(retries('create a comment on pull request 1')).toBe(3);
    } finally {
      await failing.close();
    }
  });

  /** A GitHub of a few canned answers, where no comment is at first. */
  const answering = (
    write: (request: string, sent: string) => StubAnswer,
    comments: () => readonly object[],
  ) =>
    startStub((request, text) => {
      if (request.includes('graphql')) return { status: 200, body: { data: { viewer: { login: BOT } } } };
      if (request.startsWith('GET')) return { status: 200, body: comments() };
      return write(request, (JSON.parse(text) as { body: string }).body);
    });
  const own = (body: string) => ({
    id: 7,
    node_id: 'IC_7',
    html_url: 'https://github.test/7',
    body,
    user: { login: BOT, type: 'Bot' },
  });

  test.each<[string, (sent: string) => StubAnswer]>([
    ['keeps the old text', () => ({ status: 200, body: own(marker('1.1')) })],
    ['keeps half of it', (sent) => ({ status: 200, body: own(sent.slice(0, sent.length / 2)) })],
    [
      'finds it too long',
      () => ({
        status: 422,
        body: {
          message: 'Validation Failed',
          errors: [{ message: 'Body is too long (maximum is 65536 characters)' }],
        },
      }),
    ],
  ])('GitHub %s', async (_name, answer) => {
    const pull = await open();
    const run = await pull.queue();
    const stub = await answering(
      (_request, sent) => answer(sent),
      () => [own(marker('1.1'))],
    );
    const result = await comment({
      pull,
      run,
      documents: [plan(run, 'nodes', [])],
      step: { ...pull.step(run), env: stub.env },
    });
    await stub.close();
    expect(expectRefusal(result, 'EHA1104')).toContain('max-comment-bytes');
    expect(stub.requests.at(-1)).toMatch(/^PATCH .*\/issues\/comments\/7$/);
  });

  test('a comment whose answer got lost is found, not made twice', async () => {
    const pull = await open();
    const run = await pull.queue();
    const made: object[] = [];
    const stub = await answering(
      (_request, sent) => {
        made.push(own(sent));
        return { status: 502, body: { message: 'Server Error' } };
      },
      () => made,
    );
    const result = await comment({
      pull,
      run,
      documents: [plan(run, 'nodes', [])],
      step: { ...pull.step(run), env: stub.env },
    });
    await stub.close();
    expect(resultOf(result)).toMatchObject({ action: 'created', id: '7', url: 'https://github.test/7' });
    expect(made).toHaveLength(1);
  });

  test('a duplicate that cannot be hidden does not stop the comment', async () => {
    const pull = await open();
    const run = await pull.queue();
    let mutations = 0;
    const existing = [own(marker('1.1')), { ...own(marker('2.1')), id: 8, node_id: 'IC_8' }];
    const stub = await startStub((request, text) => {
      if (text.includes('minimizeComment')) {
        mutations += 1;
        return {
          status: 200,
          body: { data: null, errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible' }] },
        };
      }
      if (request.includes('graphql')) return { status: 200, body: { data: { viewer: { login: BOT } } } };
      if (request.startsWith('GET')) return { status: 200, body: existing };
      return { status: 200, body: own((JSON.parse(text) as { body: string }).body) };
    });
    const result = await comment({
      pull,
      run,
      documents: [plan(run, 'nodes', [])],
      step: { ...pull.step(run), env: stub.env },
    });
    await stub.close();
    expect(resultOf(result)).toMatchObject({ action: 'updated', id: '7' });
    expect(mutations).toBe(1);
    expect(warningsOf(result)).toEqual([
      expect.stringContaining('stays visible: GitHub refused to minimise comment 8'),
    ]);
  });
});
