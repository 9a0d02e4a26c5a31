/** reviewed-plan against the simulated GitHub: it takes the plan that was reviewed, and nothing that looks like it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import type { PlanDocumentFields } from '#lib/report/plan-document.js';
import { reviewedPlanDocument } from '#lib/report/reviewed-plan-document.js';
import type { RunIdentity, TokenPermissions } from '#simulator/runner/host.js';
import type { NewEnvironment } from '#simulator/world/github-environments.js';
import type { FileChanges } from '#simulator/world/github-git.js';
import { forkRepository } from '#simulator/world/github-pulls.js';
import { addReview } from '#simulator/world/github-reviews.js';
import { leaveArtifact } from '#tests/support/left-artifact.js';
import { change, planOf } from '#tests/support/plan-documents.js';
import { runBundle, type RunResult } from '#tests/support/run-bundle.js';
import {
  startTestGitHub,
  WORKFLOW,
  type TestGitHub,
  type TestPullRequest,
} from '#tests/support/simulated-github.js';

let github: TestGitHub;
beforeAll(async () => {
  github = await startTestGitHub();
});
afterAll(() => github.close());

const APPLY = '.github/workflows/hybrid-apply.yml';
const OTHER = '.github/workflows/other.yml';
const stackFile = (stack: string) => `terraform/stacks/${stack}/main.tf`;
const BASE = {
  [APPLY]: 'name: Hybrid apply\non: workflow_dispatch\njobs: {}\n',
  [OTHER]: 'name: Other\non: pull_request\njobs: {}\n',
  [stackFile('foundation')]: '# base\n',
  [stackFile('cluster')]: '# base\n',
  [stackFile('nodes')]: '# base\n',
};
const PROTECTED: Omit<NewEnvironment, 'repository' | 'name'> = { reviewers: ['lee'], branches: ['main'] };
const PERMISSIONS: TokenPermissions = { actions: 'read', contents: 'read', 'pull-requests': 'read' };

async function open(environment = PROTECTED, fork = false) {
  const head = { [stackFile('foundation')]: '# reviewed\n' };
  const pull = await github.open({ base: BASE, head, fork });
  github.state.createEnvironment({ repository: pull.repository, name: 'apply', ...environment });
  return pull;
}

const headOf = (pull: TestPullRequest) => github.state.pullRequest(pull.repository, pull.number).pull.headSha;
const push = (pull: TestPullRequest, files: FileChanges) =>
  github.state.pushToPullRequest({
    repository: pull.repository,
    number: pull.number,
    message: 'more',
    author: 'mona',
    files,
  });

const SEALED = { kind: 'sealed', fingerprint: `keyed-v2:${'a'.repeat(64)}`, file: '/x.bundle' } as const;

function zipOf(pull: TestPullRequest, run: RunIdentity, overrides: Partial<PlanDocumentFields> = {}) {
  const stack = overrides.stack ?? 'foundation';
  const document = planOf([change()], {
    stack,
    directory: `terraform/stacks/${stack}`,
    sha: run.sha,
    headSha: headOf(pull),
    bundle: SEALED,
    ...overrides,
  });
  return zipSync({ [`plan-${stack}.json`]: strToU8(JSON.stringify(document)) });
}

/** The plan of one stack, as a run of the plan workflow leaves it. */
function leavePlan(pull: TestPullRequest, run: RunIdentity, overrides: Partial<PlanDocumentFields> = {}) {
  const stack = overrides.stack ?? 'foundation';
  return {
    document: leaveArtifact(github.state, run, `plan-${stack}`, zipOf(pull, run, overrides)),
    bundle: leaveArtifact(github.state, run, `sealed-${stack}`, zipSync({ 'plan.bundle': strToU8('x') })),
  };
}

const ended = (run: RunIdentity, conclusion = 'success') => {
  github.state.reportRun(run, 'completed', conclusion);
};

/** A plan run of the pull request that has succeeded. */
async function planned(pull: TestPullRequest) {
  const run = await pull.queue();
  const ids = leavePlan(pull, run);
  ended(run);
  return { run, ...ids };
}

interface FindOptions {
  readonly permissions?: TokenPermissions;
  readonly checkout?: boolean;
}

async function find(
  pull: TestPullRequest,
  inputs: Readonly<Record<string, string>> = {},
  { permissions = PERMISSIONS, checkout = false }: FindOptions = {},
): Promise<RunResult> {
  const own = await github.state.queueRun({
    repository: pull.repository,
    workflowPath: APPLY,
    trigger: { name: 'workflow_dispatch' },
  });
  const token = pull.token(own, permissions);
  return runBundle({
    action: 'reviewed-plan',
    ...pull.step(own),
    ...(checkout ? { workspace: await pull.checkout(own) } : {}),
    inputs: { 'pull-request': String(pull.number), environment: 'apply', 'github-token': token, ...inputs },
  });
}

function documentOf(result: RunResult) {
  expect(result.exitCode === 0 ? '' : result.stdout + result.stderr).toBe('');
  return reviewedPlanDocument.parse(result.report(), 'report');
}

async function expectRefusal(result: Promise<RunResult>, code: string, text: string): Promise<void> {
  const { exitCode, outputs, annotations, stdout } = await result;
  expect({ exitCode, code: /EHA\d+/.exec(stdout)?.[0] }).toEqual({ exitCode: 1, code });
  expect(annotations.map(({ message }) => message).join('\n')).toContain(text);
  expect(outputs['stacks']).toBeUndefined();
}

describe('the reviewed plan', () => {
  test('is that of the run for the head, by numbers of its artifacts', async () => {
    const pull = await open();
    const { run, document, bundle } = await planned(pull);
    // A later run of the same repository chooses the same names.
    const other = await github.state.queueRun({
      repository: pull.repository,
      workflowPath: OTHER,
      trigger: { name: 'pull_request', number: pull.number, action: 'opened' },
    });
    leavePlan(pull, other);
    ended(other);
    const result = await find(pull);
    expect(documentOf(result)).toMatchObject({ runId: run.runId, protection: 'protected', merged: false });
    expect(JSON.parse(result.outputs['stacks'] ?? '')).toEqual([
      {
        name: 'foundation',
        directory: 'terraform/stacks/foundation',
        slug: 'foundation',
        fingerprint: SEALED.fingerprint,
        document: { 'artifact-id': document, path: 'plan-foundation.json' },
        bundle: { 'artifact-id': bundle },
        replan: false,
        'new-machines': 0,
      },
    ]);
    expect(result.outputs).toMatchObject({
      'run-id': String(run.runId),
      'run-attempt': '1',
      'head-sha': headOf(pull),
      sha: run.sha,
      count: '1',
    });
    expect(result.summary).toContain('the sealed plan itself');
  });

  test('with the number of VMs that it makes', async () => {
    const pull = await open();
    const run = await pull.queue();
    const type = 'azurerm_linux_virtual_machine';
    const changes = [
      change({ address: 'a', type, kind: 'create' }),
      change({ address: 'b', type, kind: 'replace' }),
      change({ address: 'c', type, kind: 'delete' }),
      change({ address: 'd', kind: 'create' }),
    ];
    leavePlan(pull, run, { stack: 'nodes', changes });
    ended(run);
    const result = await find(pull);
    expect(JSON.parse(result.outputs['stacks'] ?? '')).toMatchObject([{ 'new-machines': 2 }]);
    expect(documentOf(result).stacks).toMatchObject([{ newMachines: 2 }]);
  });

  test('of several stacks: in order, without those that have no changes or were not asked for', async () => {
    const pull = await open();
    const run = await pull.queue();
    leavePlan(pull, run, { stack: 'nodes' });
    leavePlan(pull, run, { stack: 'cluster', status: 'no-changes' });
    leavePlan(pull, run, { stack: 'dns' });
    leavePlan(pull, run);
    ended(run);
    const names = async (inputs: Readonly<Record<string, string>> = {}) => {
      const { stacks, leftOut } = documentOf(await find(pull, inputs));
      return { stacks: stacks.map(({ name }) => name), leftOut };
    };
    expect(await names()).toEqual({
      stacks: ['foundation', 'nodes', 'dns'],
      leftOut: [{ name: 'cluster', reason: 'no-changes' }],
    });
    expect(await names({ stacks: 'terraform/stacks/dns, cluster' })).toMatchObject({ stacks: ['dns'] });
    await expectRefusal(find(pull, { stacks: 'storage' }), 'EHA1127', 'did not plan storage');
  });

  test('without a key has no sealed plan, which its matrix says by an empty text', async () => {
    const pull = await open();
    const run = await pull.queue();
    const bundle = { kind: 'fingerprint', fingerprint: `public-v2:${'b'.repeat(64)}`, file: null } as const;
    leaveArtifact(github.state, run, 'plan-foundation', zipOf(pull, run, { bundle }));
    ended(run);
    const result = await find(pull, { commit: headOf(pull), 'pull-request': '' });
    expect(documentOf(result).stacks).toMatchObject([{ bundleArtifactId: null }]);
    expect(JSON.parse(result.outputs['stacks'] ?? '')).toMatchObject([{ bundle: { 'artifact-id': '' } }]);
  });
});

describe('a run that is not the one', () => {
  test('of another repository', async () => {
    const [pull, elsewhere] = [await open(), await open()];
    await planned(pull);
    // Every repository of this GitHub counts its runs in one row.
    const { run } = await planned(elsewhere);
    await expectRefusal(find(pull, { 'plan-run-id': String(run.runId) }), 'EHA1121', 'has no run');
  });

  test('of another workflow, of another event', async () => {
    const pull = await open();
    await planned(pull);
    const queue = (workflowPath: string, trigger: Parameters<typeof github.state.queueRun>[0]['trigger']) =>
      github.state.queueRun({ repository: pull.repository, workflowPath, trigger });
    const other = await queue(OTHER, { name: 'pull_request', number: pull.number, action: 'opened' });
    const pushed = await queue(WORKFLOW, { name: 'push', branch: 'change' });
    for (const run of [other, pushed]) {
      leavePlan(pull, run);
      ended(run);
    }
    const named = ({ runId }: RunIdentity) => find(pull, { 'plan-run-id': String(runId) });
    await expectRefusal(named(other), 'EHA1122', OTHER);
    await expectRefusal(named(pushed), 'EHA1123', 'started by push');
    await expectRefusal(find(pull, { 'plan-workflow': '.github/workflows/no.yml' }), 'EHA1120', WORKFLOW);
  });

  test('that failed or has not ended, also after one that succeeded', async () => {
    const pull = await open();
    await planned(pull);
    const later = await pull.queue();
    leavePlan(pull, later);
    await expectRefusal(find(pull), 'EHA1124', 'queued');
    ended(later, 'failure');
    await expectRefusal(find(pull), 'EHA1124', 'failure');
  });

  test('of a commit that the head has moved on from', async () => {
    const pull = await open();
    const { run } = await planned(pull);
    await push(pull, { [stackFile('foundation')]: '# sneaked in\n' });
    await expectRefusal(find(pull), 'EHA1120', headOf(pull));
    await expectRefusal(find(pull, { 'plan-run-id': String(run.runId) }), 'EHA1125', headOf(pull));
  });

  test('of a fork', async () => {
    const stranger = await open(PROTECTED, true);
    await planned(stranger);
    await expectRefusal(find(stranger), 'EHA1126', 'stranger');

    const pull = await open();
    await planned(pull);
    const fork = await forkRepository(github.state, pull.repository, 'evil');
    const commit = { branch: 'change', message: 'evil', author: 'evil', files: { 'evil.txt': 'x' } };
    await github.state.commitToBranch({ repository: fork.fullName, ...commit });
    const { number } = await github.state.openPullRequest({
      repository: pull.repository,
      title: 'evil',
      head: 'change',
      headRepository: fork.fullName,
      author: 'evil',
    });
    const planted = await github.state.queueRun({
      repository: pull.repository,
      workflowPath: WORKFLOW,
      trigger: { name: 'pull_request', number, action: 'opened' },
    });
    leavePlan(pull, planted);
    ended(planted);
    await expectRefusal(find(pull, { 'plan-run-id': String(planted.runId) }), 'EHA1126', 'evil/');
  });

  test('that is too old', async () => {
    const pull = await open();
    const { run } = await planned(pull);
    github.state.run(run).startedAt = new Date(Date.now() - 73 * 3_600_000).toISOString();
    await expectRefusal(find(pull), 'EHA1129', '73 h');
    expect(documentOf(await find(pull, { 'max-plan-age': '96h' })).runId).toBe(run.runId);
  });
});

describe('artifacts that do not fit', () => {
  test('planted in another run only', async () => {
    const pull = await open();
    const run = await pull.queue();
    ended(run);
    const other = await github.state.queueRun({
      repository: pull.repository,
      workflowPath: OTHER,
      trigger: { name: 'pull_request', number: pull.number, action: 'opened' },
    });
    leavePlan(pull, other);
    ended(other);
    await expectRefusal(find(pull), 'EHA1127', `The run ${String(run.runId)} did not plan any stack`);
  });

  test('expired, missing, damaged, or telling of something else', async () => {
    const cases: readonly [
      code: string,
      text: string,
      leave: (pull: TestPullRequest, run: RunIdentity) => void,
    ][] = [
      [
        'EHA1128',
        'sealed-foundation',
        (pull, run) => {
          leaveArtifact(github.state, run, 'plan-foundation', zipOf(pull, run));
          leaveArtifact(github.state, run, 'sealed-foundation', zipSync({}), '2026-01-01T00:00:00Z');
        },
      ],
      [
        'EHA1127',
        'The sealed plan of the stack foundation',
        (pull, run) => leaveArtifact(github.state, run, 'plan-foundation', zipOf(pull, run)),
      ],
      ['EHA1127', 'not a zip', (_, run) => leaveArtifact(github.state, run, 'plan-foundation', strToU8('x'))],
      ['EHA1133', 'is of the commit', (pull, run) => leavePlan(pull, run, { headSha: 'f'.repeat(40) })],
      ['EHA1133', 'failed', (pull, run) => leavePlan(pull, run, { status: 'failed' })],
    ];
    for (const [code, text, leave] of cases) {
      const pull = await open();
      const run = await pull.queue();
      leave(pull, run);
      ended(run);
      await expectRefusal(find(pull), code, text);
    }
  });
});

describe('the review', () => {
  test('must be of the head, where one is required', async () => {
    const pull = await open();
    github.state.repository(pull.repository).requiredApprovals = 1;
    const review = (state: 'APPROVED' | 'CHANGES_REQUESTED') =>
      addReview(github.state, { repository: pull.repository, number: pull.number, user: 'lee', state });
    await planned(pull);
    await expectRefusal(find(pull), 'EHA1130', 'lacks an approval');
    review('APPROVED');
    expect(documentOf(await find(pull))).toMatchObject({ approvalRequired: true, approvedBy: ['lee'] });
    await push(pull, { [stackFile('foundation')]: '# after the approval\n' });
    await planned(pull);
    await expectRefusal(find(pull), 'EHA1130', 'at an earlier commit');
    review('CHANGES_REQUESTED');
    await expectRefusal(find(pull), 'EHA1130', 'Changes were asked for');
    expect(documentOf(await find(pull, { approval: 'none' })).approvalRequired).toBe(false);
  });

  test('is required where the input says so; a closed pull request has none to apply', async () => {
    const pull = await open();
    await planned(pull);
    await expectRefusal(find(pull, { approval: 'required' }), 'EHA1130', 'lacks an approval');
    github.state.closePullRequest(pull.repository, pull.number);
    await expectRefusal(find(pull), 'EHA1131', 'closed without being merged');
    await expectRefusal(find(pull, { 'pull-request': '', commit: 'e'.repeat(40) }), 'EHA1131', 'no commit');
  });
});

describe('the environment', () => {
  test('is refused while nobody has to approve or every branch may deploy, and says why', async () => {
    const cases: readonly (readonly [text: string, environment: typeof PROTECTED | undefined])[] = [
      ['does not exist', undefined],
      ['no required reviewers', { branches: ['main'] }],
      ['lets every branch deploy', { reviewers: ['lee'] }],
      ['no branch is protected', { reviewers: ['lee'], branches: 'protected' }],
      ['matches *', { reviewers: ['lee'], branches: ['*'] }],
    ];
    for (const [text, environment] of cases) {
      const pull = await github.open({ base: BASE, head: { [stackFile('foundation')]: '# x\n' } });
      if (environment !== undefined)
        github.state.createEnvironment({ repository: pull.repository, name: 'apply', ...environment });
      await expectRefusal(find(pull), 'EHA1134', text);
    }
  });

  test('passes when branches are protected; unprotected only when told so', async () => {
    const pull = await open({ reviewers: ['lee'], branches: 'protected', preventSelfReview: true });
    await planned(pull);
    github.state.repository(pull.repository).protectedBranches.add('main');
    const { protection, protectionNotes } = documentOf(await find(pull));
    expect(protection).toBe('protected');
    expect(protectionNotes.join(' ')).toContain('approval of lee');
    expect(protectionNotes.join(' ')).not.toContain('self-review');
    github.state.createEnvironment({ repository: pull.repository, name: 'apply' });
    const allowed = await find(pull, { 'allow-unprotected': 'true' });
    expect(documentOf(allowed).protection).toBe('unprotected');
    expect(allowed.annotations).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        message: expect.stringContaining('allow-unprotected is true'),
      }),
    );
  });

  test('whose rules cannot be read is not taken for a good one', async () => {
    const pull = await open();
    await planned(pull);
    const permissions: TokenPermissions = { contents: 'read', 'pull-requests': 'read' };
    await expectRefusal(find(pull, {}, { permissions }), 'EHA1135', 'could not be read');
  });
});

describe('after the merge', () => {
  const merge = (pull: TestPullRequest) => github.state.mergePullRequest(pull.repository, pull.number, 'lee');
  const onMain = (pull: TestPullRequest, files: FileChanges) =>
    github.state.commitToBranch({ repository: pull.repository, branch: 'main', message: 'main', files });

  test('the plan is applied as it is while the files are those that were planned', async () => {
    const pull = await open();
    const { run } = await planned(pull);
    const merged = await merge(pull);
    const found = documentOf(await find(pull, { 'pull-request': '', commit: merged }));
    expect(found).toMatchObject({ merged: true, sha: merged, plannedSha: run.sha });
    expect(found.stacks).toMatchObject([{ codeChanged: null }]);
  });

  test('files of other stacks do not matter, those of the stack do', async () => {
    const pull = await open();
    await planned(pull);
    await onMain(pull, { [stackFile('nodes')]: '# moved on\n' });
    await merge(pull);
    expect(documentOf(await find(pull, {}, { checkout: true })).stacks).toMatchObject([
      { codeChanged: null },
    ]);
    // Without a checkout it is not known what the stack reads.
    const [blind] = documentOf(await find(pull)).stacks;
    expect(blind?.codeChanged).toContain(stackFile('nodes'));

    const second = await open();
    await planned(second);
    await onMain(second, { 'terraform/stacks/foundation/more.tf': '# sneaked in\n' });
    await merge(second);
    const result = await find(second, {}, { checkout: true });
    expect(documentOf(result).stacks[0]?.codeChanged).toContain('terraform/stacks/foundation/more.tf');
    expect(JSON.parse(result.outputs['stacks'] ?? '')).toMatchObject([{ replan: true }]);
    expect(result.summary).toContain('planned again and compared');
  });
});
