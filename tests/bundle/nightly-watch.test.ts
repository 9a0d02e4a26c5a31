/** nightly-watch against the simulated GitHub: which slot makes the checks, and who notices when none does. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { nightlyDocument } from '#lib/report/nightly-document.js';
import type { RunIdentity, TokenPermissions } from '#simulator/runner/host.js';
import type { RunTrigger } from '#simulator/world/github-actions.js';
import { leaveArtifact } from '#tests/support/left-artifact.js';
import { runBundle, type RunResult } from '#tests/support/run-bundle.js';
import { startTestGitHub, type TestGitHub, type TestPullRequest } from '#tests/support/simulated-github.js';

let github: TestGitHub;
beforeAll(async () => {
  github = await startTestGitHub();
});
afterAll(() => github.close());

const NIGHTLY = '.github/workflows/hybrid-nightly.yml';
const WATCH = '.github/workflows/hybrid-nightly-watch.yml';
const BASE = {
  [NIGHTLY]: 'name: Hybrid nightly\non: [schedule, workflow_dispatch, pull_request]\njobs: {}\n',
  [WATCH]: 'name: Hybrid nightly watch\non: push\njobs: {}\n',
};
const HOUR_MS = 3_600_000;
const SCHEDULE: RunTrigger = { name: 'schedule', cron: '17 1 * * *' };
const PERMISSIONS: TokenPermissions = { actions: 'read', issues: 'write' };
const ARCHIVE = zipSync({ 'nightly.json': strToU8('{}') });

interface Night {
  /** Hours ago. */
  readonly ago: number;
  readonly left?: readonly string[];
  readonly conclusion?: string;
  readonly trigger?: RunTrigger;
}

interface Bed {
  readonly pull: TestPullRequest;
  night(night: Night): Promise<RunIdentity>;
  watch(options?: {
    readonly trigger?: RunTrigger;
    readonly inputs?: Readonly<Record<string, string>>;
    readonly permissions?: TokenPermissions;
    readonly attempt?: number;
    readonly path?: string;
  }): Promise<RunResult>;
  issues(): readonly { readonly title: string; readonly state: string; readonly body: string }[];
}

async function bed(): Promise<Bed> {
  const pull = await github.open({ base: BASE, head: { 'docs/a.txt': 'x' } });
  const { repository } = pull;
  const queue = (trigger: RunTrigger, workflowPath: string) =>
    github.state.queueRun({ repository, workflowPath, trigger });
  return {
    pull,
    night: async ({
      ago,
      left = ['nightly', 'drift-foundation'],
      conclusion = 'success',
      trigger = SCHEDULE,
    }) => {
      const run = await queue(trigger, NIGHTLY);
      for (const name of left) leaveArtifact(github.state, run, name, ARCHIVE);
      github.state.reportRun(run, 'completed', conclusion);
      github.state.run(run).startedAt = new Date(Date.now() - ago * HOUR_MS).toISOString();
      return run;
    },
    watch: async ({
      trigger = SCHEDULE,
      inputs = {},
      permissions = PERMISSIONS,
      attempt = 1,
      path = NIGHTLY,
    } = {}) => {
      const run = await queue(trigger, path);
      const step = pull.step(run);
      return runBundle({
        action: 'nightly-watch',
        ...step,
        env: { ...step.env, GITHUB_RUN_ATTEMPT: String(attempt) },
        inputs: { 'github-token': pull.token(run, permissions), ...inputs },
      });
    },
    issues: () =>
      [...github.state.repository(repository).issues.values()]
        .filter((issue) => issue.pull === undefined)
        .map(({ title, state, body }) => ({ title, state, body: body ?? '' })),
  };
}

describe('which slot makes the checks', () => {
  test('the first of a new repository, without an issue', async () => {
    const { watch, issues } = await bed();
    const result = await watch();
    expect(result).toMatchObject({
      exitCode: 0,
      outputs: {
        due: 'true',
        'previous-run-id': '',
        'last-success': '',
        missed: 'false',
        'issue-action': 'none',
      },
    });
    expect(nightlyDocument.parse(result.report(), 'report').workflow).toBe(NIGHTLY);
    expect(issues()).toEqual([]);
  });

  test('not one after a run that made them; one by hand or started again does', async () => {
    const { night, watch } = await bed();
    const made = await night({ ago: 2 });
    const slot = await watch();
    expect(slot.outputs).toMatchObject({ due: 'false', 'previous-run-id': String(made.runId) });
    expect(slot.summary).toMatch(/^### The nightly checks have been made/);
    expect((await watch({ trigger: { name: 'workflow_dispatch' } })).outputs['due']).toBe('true');
    expect((await watch({ attempt: 2 })).outputs['due']).toBe('true');
    expect((await watch({ inputs: { 'once-within': '1h' } })).outputs['due']).toBe('true');
  });

  test.each<[string, Night, string]>([
    ['a slot that found them made', { ago: 1, left: [] }, ''],
    ['a run that failed, whose documents are taken', { ago: 1, conclusion: 'failure' }, 'its'],
    [
      'a run of a pull request',
      { ago: 1, trigger: { name: 'pull_request', number: 1, action: 'opened' } },
      '',
    ],
  ])('one after %s', async (_, night, previous) => {
    const { night: leave, watch } = await bed();
    const run = await leave(night);
    expect((await watch()).outputs).toMatchObject({
      due: 'true',
      'previous-run-id': previous === '' ? '' : String(run.runId),
    });
  });

  test('a run that waits for the approval of a teardown has made them', async () => {
    const { night, watch, pull } = await bed();
    const run = github.state.run(await night({ ago: 1 }));
    run.status = 'in_progress';
    run.conclusion = null;
    const environment = github.state.createEnvironment({ repository: pull.repository, name: 'destroy' });
    run.pending.push({ environment, waitingSince: github.state.now() } as never);
    expect((await watch()).outputs['due']).toBe('false');
  });
});

describe('missed nights', () => {
  test('open an issue, which says more when GitHub has disabled the workflow, and closes by itself', async () => {
    const { pull, night, watch, issues } = await bed();
    await night({ ago: 50 });
    const push = {
      trigger: { name: 'push', branch: 'main' } as RunTrigger,
      path: WATCH,
      inputs: { workflow: NIGHTLY },
    };
    const first = await watch(push);
    expect(first).toMatchObject({
      exitCode: 0,
      outputs: { missed: 'true', 'issue-action': 'opened', 'issue-number': '2' },
    });
    expect(first.annotations[0]?.message).toContain('50 h ago; 36 h are allowed');
    expect(issues()).toEqual([
      expect.objectContaining({ title: `Nightly checks missed: ${NIGHTLY}`, state: 'open' }),
    ]);
    expect((await watch(push)).outputs['issue-action']).toBe('unchanged');

    const workflow = github.state.repository(pull.repository).workflows.get(NIGHTLY);
    if (workflow === undefined) throw new Error('no workflow');
    workflow.state = 'disabled_inactivity';
    expect((await watch(push)).outputs['issue-action']).toBe('updated');
    expect(issues()[0]?.body).toContain('no activity for 60 days');

    workflow.state = 'active';
    await night({ ago: 1 });
    expect((await watch()).outputs).toMatchObject({
      missed: 'false',
      'issue-action': 'closed',
      due: 'false',
    });
    expect(issues()[0]?.state).toBe('closed');
  });

  test('are told by outputs also when the token may keep no issue, and the step fails', async () => {
    const { night, watch } = await bed();
    await night({ ago: 50 });
    const refused = await watch({ permissions: { actions: 'read' } });
    expect(refused).toMatchObject({
      exitCode: 1,
      outputs: { due: 'true', missed: 'true', 'issue-action': '' },
    });
    expect(refused.stdout).toContain('EHA1101');
  });

  test('of a workflow that does not exist are an error', async () => {
    const { watch } = await bed();
    const result = await watch({ inputs: { workflow: '.github/workflows/nothing.yml' } });
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain('EHA1105');
  });
});
