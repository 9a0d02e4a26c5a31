/** plan-comment about a run from a fork: what the run left behind is hostile, and GitHub alone says how it ended. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import type { CheckDocument } from '#lib/report/check-document.js';
import { commentDocument } from '#lib/report/comment-document.js';
import type { RunIdentity } from '#simulator/runner/host.js';
import { closePullRequest } from '#simulator/world/github-pulls.js';
import { checkOf, failedCheckOf } from '#tests/support/check-documents.js';
import { runBundle, type RunResult } from '#tests/support/run-bundle.js';
import {
  startTestGitHub,
  WORKFLOW,
  type TestGitHub,
  type TestPullRequest,
} from '#tests/support/simulated-github.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

let github: TestGitHub;
beforeAll(async () => {
  github = await startTestGitHub();
});
afterAll(() => github.close());

const COMMENT_WORKFLOW = '.github/workflows/hybrid-fork-comment.yml';
const BASE = { [COMMENT_WORKFLOW]: 'name: Hybrid fork comment\non: workflow_run\njobs: {}\n' };
const HEAD = { 'terraform/stacks/foundation/main.tf': '# stranger\n' };

const open = (head: Readonly<Record<string, string>> = HEAD, fork = true) =>
  github.open({ base: BASE, head, fork });

/** A run of the pull request that has ended, and the commit that it checked. */
async function checked(pull: TestPullRequest, conclusion = 'success') {
  const run = await pull.queue();
  github.state.reportRun(run, 'completed', conclusion);
  return { run, headSha: headOf(pull) };
}

const headOf = (pull: TestPullRequest) => github.state.pullRequest(pull.repository, pull.number).pull.headSha;

/** Leaves an artifact in a run, whatever its bytes are. */
function leave(
  run: RunIdentity,
  name: string,
  archive: Uint8Array,
  more: { runId?: number; digest?: string; expiresAt?: string } = {},
): void {
  const id = github.state.ids.next('artifact');
  const file = join(temporaryDirectory('artifact-'), 'artifact.zip');
  writeFileSync(file, archive);
  github.state.repository(run.repository).artifacts.set(id, {
    id,
    name,
    runId: run.runId,
    sizeInBytes: archive.length,
    digest: `sha256:${createHash('sha256').update(archive).digest('hex')}`,
    createdAt: '2026-11-22T12:00:00Z',
    expiresAt: '2099-01-01T00:00:00Z',
    file,
    ...more,
  });
}

const json = (document: unknown) => strToU8(JSON.stringify(document));
const zipOf = (...documents: CheckDocument[]) =>
  zipSync(
    Object.fromEntries(
      documents.map((document, index) => [`check-${String(index)}/check.json`, json(document)]),
    ),
  );

async function comment(
  pull: TestPullRequest,
  runId: number,
  inputs: Readonly<Record<string, string>> = {},
  permissions: Parameters<TestPullRequest['token']>[1] = { actions: 'read', 'pull-requests': 'write' },
): Promise<RunResult> {
  const trigger = { name: 'workflow_run', runId } as const;
  const own = await github.state.queueRun({
    repository: pull.repository,
    workflowPath: COMMENT_WORKFLOW,
    trigger,
  });
  const token = pull.token(own, permissions);
  return runBundle({
    action: 'plan-comment',
    ...pull.step(own),
    inputs: { 'run-id': String(runId), 'github-token': token, ...inputs },
  });
}

/** All declared outputs; the document must say the same. */
function outcomeOf(result: RunResult) {
  expect(result.exitCode === 0 ? '' : result.stdout + result.stderr).toBe('');
  const { status, action, 'comment-url': url, 'comment-id': id, report, ...others } = result.outputs;
  expect(others).toEqual({});
  const document = commentDocument.parse(result.report(), report ?? '');
  expect(document).toMatchObject({ status, action, url: url === '' ? null : url });
  return { status, action, id, document };
}

const bodies = (pull: TestPullRequest) =>
  github.state.comments(pull.repository, pull.number).map((each) => each.body);

/** Comments on what a run left and returns the only comment. */
async function bodyOf(pull: TestPullRequest, runId: number, inputs?: Readonly<Record<string, string>>) {
  const outcome = outcomeOf(await comment(pull, runId, inputs));
  const [body = '', ...others] = bodies(pull);
  expect(others).toEqual([]);
  return { ...outcome, body };
}

describe('the comment', () => {
  test('says what the run found, and that nothing was planned', async () => {
    const pull = await open();
    const { run, headSha } = await checked(pull, 'failure');
    leave(run, 'check-foundation', zipOf(failedCheckOf({}, { headSha })));
    const { status, action, body, document } = await bodyOf(pull, run.runId);
    expect({ status, action }).toEqual({ status: 'failed', action: 'created' });
    expect(document).toMatchObject({
      pullRequest: pull.number,
      stacks: [{ stack: 'foundation', status: 'failed' }],
    });
    expect(body).toContain('## Terraform checks: failed');
    expect(body).toContain('nothing was planned');
    expect(body).toContain('| `foundation` | ❌ failed | passed | passed | failed | passed |');
    expect(body).toContain('`terraform/stacks/foundation/main.tf:2`: Reference to undeclared local value.');
    expect(body).toContain(`Checked ${headSha.slice(0, 12)} by [this run]`);
    expect(body).toContain(`/actions/runs/${String(run.runId)})`);
  });

  test('is the same one for the next run, left alone when it says the same, and kept from an older run', async () => {
    const pull = await open();
    const first = await checked(pull, 'failure');
    leave(first.run, 'check-foundation', zipOf(failedCheckOf({}, { headSha: first.headSha })));
    const made = await bodyOf(pull, first.run.runId);
    expect(outcomeOf(await comment(pull, first.run.runId)).action).toBe('unchanged');
    const second = await checked(pull);
    leave(second.run, 'check-foundation', zipOf(checkOf({ headSha: second.headSha })));
    const passed = await bodyOf(pull, second.run.runId);
    expect(passed).toMatchObject({ status: 'passed', action: 'updated', id: made.id });
    expect(passed.body).toContain('## Terraform checks: passed');
    expect(outcomeOf(await comment(pull, first.run.runId)).action).toBe('superseded');
    expect(bodies(pull)).toEqual([passed.body]);
  });

  test('takes the newest of several artifacts of one name', async () => {
    const pull = await open();
    const { run, headSha } = await checked(pull);
    leave(run, 'check-foundation', zipOf(failedCheckOf({}, { headSha })));
    leave(run, 'check-foundation', zipOf(checkOf({ headSha })));
    expect(await bodyOf(pull, run.runId)).toMatchObject({ status: 'passed' });
  });

  test('is not made for a run without stacks, and needs no more rights than it says', async () => {
    const pull = await open();
    const { run } = await checked(pull);
    expect(outcomeOf(await comment(pull, run.runId))).toMatchObject({ status: 'no-stacks', action: 'none' });
    const refused = await comment(pull, run.runId, {}, { 'pull-requests': 'write' });
    expect(refused.exitCode).toBe(1);
    expect(refused.annotations[0]?.title).toContain('EHA1101');
    expect(refused.annotations[0]?.message).toContain('actions: read');
    expect(bodies(pull)).toEqual([]);
  });
});

describe('the verdict', () => {
  test('is that of the run, never better than the documents, and never theirs alone', async () => {
    const pull = await open();
    const failed = await checked(pull, 'failure');
    expect(await bodyOf(pull, failed.run.runId)).toMatchObject({ status: 'failed' });
    const believed = await checked(pull, 'cancelled');
    leave(believed.run, 'check-a', zipOf(checkOf({ headSha: believed.headSha })));
    const cancelled = await bodyOf(pull, believed.run.runId);
    expect(cancelled).toMatchObject({ status: 'unknown', document: { stacks: [{ status: 'passed' }] } });
    expect(cancelled.body).toContain('The run ended as cancelled, which says nothing about the code.');
    const { run, headSha } = await checked(pull);
    leave(
      run,
      'check-a',
      zipOf(
        checkOf({ headSha, stack: 'a', directory: 'a', checks: [] }),
        checkOf({ stack: 'b', directory: 'b' }),
      ),
    );
    leave(run, 'check-c', zipOf(checkOf({ headSha, directory: 'c' }), checkOf({ headSha, directory: 'c' })));
    const doubtful = await bodyOf(pull, run.runId);
    expect(doubtful.status).toBe('unknown');
    expect(doubtful.document.stacks.map(({ status }) => status)).toEqual(Array(4).fill('unknown'));
    for (const reason of ['contradicts itself', 'is about another commit', 'several documents about c'])
      expect(doubtful.body).toContain(reason);
  });

  test('of a pull request that brings workflows of its own proves nothing', async () => {
    const pull = await open({ ...HEAD, '.github/workflows/x.yml': 'on: push\n' });
    const { run, headSha } = await checked(pull);
    leave(run, 'check-a', zipOf(checkOf({ headSha })));
    const { status, body } = await bodyOf(pull, run.runId);
    expect(status).toBe('unknown');
    expect(body).toContain('checked by other workflows than ours');
  });
});

describe('artifacts that are not what they should be', () => {
  const LINK = 0o120777 * 0x10000;
  const archives: readonly (readonly [string, (headSha: string) => Uint8Array, RegExp])[] = [
    ['no zip', () => strToU8('not a zip'), /damaged|not a zip archive/],
    ['an empty file', () => new Uint8Array(), /damaged|not a zip archive/],
    ['cut in the middle', (headSha) => zipOf(checkOf({ headSha })).subarray(0, 120), /not a zip archive/],
    [
      'a path that leaves the folder',
      (headSha) => zipSync({ '../check.json': json(checkOf({ headSha })) }),
      /which no check writes/,
    ],
    [
      'an absolute path',
      (headSha) => zipSync({ '/etc/check.json': json(checkOf({ headSha })) }),
      /which no check writes/,
    ],
    ['another kind of file', () => zipSync({ 'action.yml': strToU8('runs: x') }), /which no check writes/],
    [
      'a symbolic link',
      () => zipSync({ 'check.json': [strToU8('/etc/passwd'), { os: 3, attrs: LINK }] }),
      /not a plain file/,
    ],
    [
      'too many files',
      (headSha) =>
        zipSync(
          Object.fromEntries(
            Array.from({ length: 5 }, (_, at) => [`c${String(at)}.json`, json(checkOf({ headSha }))]),
          ),
        ),
      /holds 5 files/,
    ],
    [
      'a bomb',
      () => zipSync({ 'check.json': new Uint8Array(20_000_000) }, { level: 9 }),
      /more than 4194304 bytes/,
    ],
    ['no file', () => zipSync({}), /holds no document/],
    ['text that is not JSON', () => zipSync({ 'check.json': strToU8('{') }), /not JSON/],
    [
      'text that is not UTF-8',
      () => zipSync({ 'check.json': new Uint8Array([0x22, 0xff, 0x22]) }),
      /not JSON/,
    ],
    [
      'another document',
      () => zipSync({ 'check.json': json({ schema: 'eks-hybrid-actions/plan/v1' }) }),
      /EHA1012/,
    ],
    [
      'another version',
      (headSha) =>
        zipSync({ 'check.json': json({ ...checkOf({ headSha }), schema: 'eks-hybrid-actions/check/v2' }) }),
      /EHA1012/,
    ],
    [
      'wrong fields',
      (headSha) => zipSync({ 'check.json': json({ ...checkOf({ headSha }), status: 'splendid' }) }),
      /EHA1013/,
    ],
    [
      'a text without end',
      (headSha) => zipSync({ 'check.json': json({ ...checkOf({ headSha }), stack: 'x'.repeat(2_000_000) }) }),
      /EHA1013/,
    ],
    [
      'a list without end',
      (headSha) =>
        zipSync({
          'check.json': json({
            ...failedCheckOf({}, { headSha }),
            problems: Array.from({ length: 2000 }, () => ({})),
          }),
        }),
      /EHA1013/,
    ],
  ];

  test('are shown as unknown, each with its reason, beside the one that can be read', async () => {
    const pull = await open();
    const { run, headSha } = await checked(pull);
    for (const [index, [, archive]] of archives.entries())
      leave(run, `check-bad-${String(index).padStart(2, '0')}`, archive(headSha));
    leave(run, 'check-good', zipOf(checkOf({ headSha })));
    const { status, body, document } = await bodyOf(pull, run.runId);
    expect(status).toBe('unknown');
    expect(document.stacks.filter((stack) => stack.status !== 'unknown')).toEqual([
      { stack: 'foundation', status: 'passed' },
    ]);
    const reasons = body
      .split('<details')
      .slice(1)
      .map((section) => section.replaceAll(/[\\`]/g, ''));
    const unexplained = archives.filter(([, , said], index) => !said.test(reasons[index] ?? ''));
    expect(unexplained.map(([name]) => name)).toEqual([]);
  });

  test('of another run, with another content, expired, or too large are not read', async () => {
    const pull = await open();
    const { run, headSha } = await checked(pull);
    const archive = zipOf(checkOf({ headSha }));
    leave(run, 'check-altered', archive, { digest: `sha256:${'0'.repeat(64)}` });
    leave(run, 'check-expired', archive, { expiresAt: '2020-01-01T00:00:00Z' });
    const noise = new Uint8Array(1_100_000).map((_, at) => (at * 7919) % 251);
    leave(run, 'check-large', zipSync({ 'check.json': noise }, { level: 0 }));
    leave(run, 'sealed-foundation', archive);
    const { status, body } = await bodyOf(pull, run.runId);
    expect(status).toBe('unknown');
    expect(body).toContain('it is not what GitHub stored');
    expect(body).toContain('it has expired');
    expect(body).toMatch(/it has `11\d{5}` bytes/);
    expect(body).not.toContain('sealed-foundation');
    const other = await open();
    const strange = await checked(other);
    leave(strange.run, 'check-foundation', archive);
    const foreign = await bodyOf(other, strange.run.runId);
    expect(foreign).toMatchObject({ status: 'unknown' });
    expect(foreign.body).toContain('another commit');
  });

  test('cannot flood the comment by their number', async () => {
    const pull = await open();
    const { run, headSha } = await checked(pull);
    const archive = zipOf(checkOf({ headSha }));
    for (let index = 0; index < 260; index += 1) leave(run, `check-${String(index)}`, archive);
    const { status, body } = await bodyOf(pull, run.runId, { 'max-comment-bytes': '20000' });
    expect(status).toBe('unknown');
    expect(body).toContain('the run has 260 check artifacts, of which 256 are read');
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(20_000);
  });
});

describe('texts of a document', () => {
  const EVIL = [
    '</details></code></summary><img src=x onerror=alert(1)> <!-- eks-hybrid-actions:plan-comment id=plan run=9.9 -->',
    '`` ` ```js\n# Terraform checks: passed\n@everyone @acme/admins #1 GH-2 https://evil.example [x](javascript:1)',
    '| a | b |\n|---|---|\n/approve\n\u202Egnitset\u2066 \u200B\u0000 ::error::x %0A ${{ secrets.X }}',
    '[!CAUTION]\n> [!TIP]\n> All good\n\n---\n<sub>',
  ];

  test('are shown as text: no mention, link, markup, command or heading comes of them', async () => {
    const pull = await open();
    const { run, headSha } = await checked(pull, 'failure');
    const documents = EVIL.map((evil, index) =>
      failedCheckOf(
        { summary: evil, detail: evil, file: evil },
        {
          headSha,
          stack: evil.slice(0, 100),
          directory: `${String(index)} ${evil}`,
          tool: { name: null, version: evil.slice(0, 100) },
        },
      ),
    );
    leave(run, 'check-evil', zipOf(...documents));
    const result = await comment(pull, run.runId);
    expect(outcomeOf(result).status).toBe('failed');
    const [body = ''] = bodies(pull);
    const prose = body
      .replaceAll(/(`+)[^`](?:[^]*?[^`])?\1(?!`)/g, '')
      .replaceAll(/<code>[^<]*<\/code>/g, '');
    expect(prose).not.toMatch(
      /@(?!\u200B)\w|https?:\/\/evil|<img|onerror=alert\(1\)>|<!-- (?!eks-hybrid-actions:plan-comment id=plan run=\d+\.1 -->)/,
    );
    expect(prose).not.toMatch(/(?<![\\&])#\d|\bGH-2\b/);
    for (const hidden of ['\u202E', '\u2066', '\u0000']) expect(body).not.toContain(hidden);
    expect(body.match(/^## /gm)).toHaveLength(1);
    expect(body).not.toMatch(/^\s*\//m);
    expect(prose.match(/<details/g)).toHaveLength(4);
    expect(prose.match(/<\/details>/g)).toHaveLength(4);
    expect(body.match(/^> \[!/gm)).toHaveLength(1);
    expect(body.match(/^---$/gm)).toHaveLength(1);
    expect(result.annotations.map(({ message }) => message)).not.toContain('x');
  });
});

describe('a run that has no pull request to write to', () => {
  test.each([
    [
      'has moved on',
      async (pull: TestPullRequest) => {
        await github.state.pushToPullRequest({
          repository: pull.repository,
          number: pull.number,
          message: 'More',
          author: 'mona',
          files: { 'x.txt': 'x' },
        });
      },
      'outdated',
    ],
    [
      'was closed',
      (pull: TestPullRequest) => {
        closePullRequest(github.state, pull.repository, pull.number);
        return Promise.resolve();
      },
      'none',
    ],
    [
      'has a twin with the same head',
      async (pull: TestPullRequest) => {
        const { pull: record } = github.state.pullRequest(pull.repository, pull.number);
        await github.state.commitToBranch({
          repository: pull.repository,
          branch: 'release',
          message: 'R',
          author: 'mona',
          files: { 'r.txt': 'r' },
        });
        await github.state.openPullRequest({
          repository: pull.repository,
          title: 'Twin',
          head: record.headRef,
          headRepository: record.headRepository.fullName,
          base: 'release',
          author: 'mona',
        });
      },
      'none',
    ],
  ])('because it %s writes nothing and says why', async (_name, change, action) => {
    const pull = await open();
    const { run, headSha } = await checked(pull);
    leave(run, 'check-foundation', zipOf(checkOf({ headSha })));
    await change(pull);
    const result = await comment(pull, run.runId);
    expect(outcomeOf(result)).toMatchObject({ status: 'unknown', action, document: { pullRequest: null } });
    expect(result.annotations).toEqual([
      expect.objectContaining({ level: 'notice', message: expect.stringContaining('No comment is written') }),
    ]);
    expect(bodies(pull)).toEqual([]);
  });

  test('because it runs again writes nothing', async () => {
    const pull = await open();
    const { run } = await checked(pull);
    const own = await github.state.queueRun({
      repository: pull.repository,
      workflowPath: COMMENT_WORKFLOW,
      trigger: { name: 'workflow_run', runId: run.runId },
    });
    github.state.rerun(run);
    const token = pull.token(own, { actions: 'read', 'pull-requests': 'write' });
    const result = await runBundle({
      action: 'plan-comment',
      ...pull.step(own),
      inputs: { 'run-id': String(run.runId), 'github-token': token },
    });
    expect(outcomeOf(result)).toMatchObject({ action: 'none', status: 'unknown' });
  });
});

describe('refuses', () => {
  const refusal = (result: RunResult) => {
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toEqual({});
    return result.annotations.find(({ level }) => level === 'error')?.title.split(' ')[0];
  };

  test('a run of a branch of the repository, and one of another event', async () => {
    const pull = await open(HEAD, false);
    const { run } = await checked(pull);
    expect(refusal(await comment(pull, run.runId))).toBe('EHA1107');
    const pushed = await github.state.queueRun({
      repository: pull.repository,
      workflowPath: WORKFLOW,
      trigger: { name: 'push', branch: 'main' },
    });
    github.state.reportRun(pushed, 'completed', 'success');
    expect(refusal(await comment(pull, pushed.runId))).toBe('EHA1107');
    expect(bodies(pull)).toEqual([]);
  });

  test('inputs about plans', async () => {
    const pull = await open();
    const { run } = await checked(pull);
    expect(refusal(await comment(pull, run.runId, { 'pull-request': '1' }))).toBe('EHA1310');
    expect(refusal(await comment(pull, run.runId, { 'expected-stacks': '[]' }))).toBe('EHA1310');
    expect(refusal(await comment(pull, run.runId, { 'run-id': 'latest' }))).toBe('EHA1001');
  });
});
