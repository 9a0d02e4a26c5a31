/**
 * From pull request to apply: caller templates and reusable workflows as they are, real Terraform on tiny stacks of its
 * own provider, committed bundles, and approvals in the simulated GitHub.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { applyDocument, type ApplyDocument } from '#lib/report/apply-document.js';
import { AUTHOR, BUNDLE_KEY, createPlatformRepository, PLATFORM } from '#scripts/rehearse/repository.js';
import { setStage, type Stage } from '#scripts/rehearse/stage.js';
import { runCommand } from '#scripts/support/process.js';
import { findTerraform } from '#scripts/support/terraform.js';
import type { RunnerEvent, WorkflowRunResult } from '#simulator/runner/events.js';
import type { RunTrigger } from '#simulator/world/github-actions.js';
import { review } from '#simulator/world/github-environments.js';
import { forkRepository } from '#simulator/world/github-pulls.js';
import { leaveArtifact } from '#tests/support/left-artifact.js';
import { artifactFiles } from '#tests/support/workflow-artifacts.js';

jest.setTimeout(240_000);

const PLAN = '.github/workflows/hybrid-plan.yml';
const APPLY = '.github/workflows/hybrid-apply.yml';
const KEY = 'a key for these tests, long enough to seal with';
const APPROVER = 'lee';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage({ faults: [], port: 0, terraform: await findTerraform() });
  const { github } = stage;
  await createPlatformRepository(github, stage.folder('platform'), stage);
  await github.commitToBranch({
    repository: PLATFORM,
    branch: 'main',
    message: 'Apply by hand',
    author: AUTHOR,
    files: { [APPLY]: callerOfApply() },
  });
  github.setSecret(PLATFORM, BUNDLE_KEY, KEY);
  protect();
});

afterAll(() => stage.close(false));

const VARIABLES = {
  AWS_APPLY_ROLE_ARN: 'arn:aws:iam::123456789012:role/platform-apply',
  AWS_REGION: 'eu-central-1',
  AZURE_CLIENT_ID: '00000000-0000-4000-8000-000000000004',
  AZURE_TENANT_ID: '00000000-0000-4000-8000-000000000002',
  AZURE_SUBSCRIPTION_ID: '00000000-0000-4000-8000-000000000001',
};

function protect(reviewers: readonly string[] = [APPROVER]): void {
  const rules = { reviewers, preventSelfReview: true, branches: ['main'], canAdminsBypass: false };
  stage.github.createEnvironment({ repository: PLATFORM, name: 'apply', ...rules, variables: VARIABLES });
}

/** The template as a team would copy it: pinned, with its mirror and the key of the plans. */
function callerOfApply(): string {
  const text = readFileSync('workflows-templates/hybrid-apply.yml', 'utf8').replace(
    '0'.repeat(40),
    stage.suiteSha,
  );
  const key = stage.mirror.publicKey.trim().split(/\r?\n/);
  const mirror = [
    `      mirror-url: ${stage.mirror.url}`,
    '      mirror-key: |',
    ...key.map((line) => (line === '' ? '' : `        ${line}`)),
  ];
  const secrets = ['    secrets:', `      bundle-key: \${{ secrets.${BUNDLE_KEY} }}`];
  return [text.replace(/ {4}# The key that[\s\S]*$/, '').trimEnd(), ...mirror, ...secrets, ''].join('\n');
}

const stateOf = (stack: string) => join(stage.folder('states'), `${stack}.tfstate`);

/** A stack of one object with a value; its state lies outside of every checkout. */
const stackWith = (stack: string, value: string) => `terraform {
  backend "local" {
    path = ${JSON.stringify(stateOf(stack))}
  }
}

resource "terraform_data" "${stack}" {
  input = ${JSON.stringify(value)}
}
`;

const filesOf = (stacks: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(stacks).map(([stack, value]) => [
      `terraform/stacks/${stack}/main.tf`,
      stackWith(stack, value),
    ]),
  );

async function openPull(branch: string, stacks: Readonly<Record<string, string>>): Promise<number> {
  const request = { repository: PLATFORM, branch, message: branch, author: AUTHOR };
  await stage.github.commitToBranch({ ...request, files: filesOf(stacks) });
  const pull = { repository: PLATFORM, title: branch, head: branch, author: AUTHOR };
  return (await stage.github.openPullRequest(pull)).number;
}

interface Observed {
  readonly result: WorkflowRunResult;
  readonly runId: number;
  readonly log: string;
  /** Jobs that waited for somebody's approval, in order. */
  readonly waited: readonly string[];
  readonly documents: readonly ApplyDocument[];
}

type Verdict = 'approved' | 'rejected';

async function run(
  workflowPath: string,
  trigger: RunTrigger,
  verdict: Verdict = 'approved',
): Promise<Observed> {
  const { github } = stage;
  const identity = await github.queueRun({ repository: PLATFORM, workflowPath, trigger });
  const before = new Set(artifactFiles(stage.world.directory).map(({ zip }) => zip));
  const log: string[] = [];
  const waited: string[] = [];
  const observe = (event: RunnerEvent) => {
    if (event.type === 'log') log.push(event.line);
    if (event.type !== 'job-waiting' || !event.reason.startsWith('Waiting for review')) return;
    waited.push(event.job);
    review(github.run(identity), { environments: ['apply'], verdict, user: github.user(APPROVER) });
  };
  const result = await stage.run(identity, observe);
  const documents = artifactFiles(stage.world.directory)
    .filter(({ zip, name }) => !before.has(zip) && /^apply-.*\.json$/.test(name))
    .map(({ name, content }) => applyDocument.parse(JSON.parse(content.toString('utf8')), name));
  return { result, runId: identity.runId, log: log.join('\n'), waited, documents };
}

const plan = (number: number) => run(PLAN, { name: 'pull_request', number, action: 'opened' });
const dispatch = (number: number, inputs: Readonly<Record<string, string>> = {}, verdict?: Verdict) =>
  run(
    APPLY,
    {
      name: 'workflow_dispatch',
      inputs: { 'pull-request': String(number), environment: 'apply', ...inputs },
    },
    verdict,
  );

const jobs = ({ result }: Observed) =>
  Object.fromEntries(result.jobs.map((job) => [job.name, job.conclusion]));
const codes = ({ result }: Observed) =>
  result.jobs
    .flatMap((job) => job.annotations.map((each) => /EHA\d+/.exec(each.title ?? '')?.[0]))
    .filter(Boolean);
const comment = (number: number) =>
  stage.github.comments(PLATFORM, number).find(({ body }) => body.includes('## Terraform apply'))?.body ?? '';

interface State {
  readonly resources: readonly {
    readonly instances: readonly { readonly attributes: { readonly input: unknown } }[];
  }[];
}

function valueIn(stack: string): unknown {
  if (!existsSync(stateOf(stack))) return undefined;
  const state = JSON.parse(readFileSync(stateOf(stack), 'utf8')) as State;
  const input = state.resources[0]?.instances[0]?.attributes.input;
  return typeof input === 'object' && input !== null && 'value' in input ? input.value : input;
}

/** Somebody else applies another value, past every workflow. */
async function applyBehindTheBack(stack: string, value: string): Promise<void> {
  const cwd = join(stage.folder('behind'), `${stack}-${value}`);
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'main.tf'), stackWith(stack, value));
  for (const args of [['init'], ['apply', '-auto-approve']]) {
    const options = { cwd, env: { ...stage.machineEnvironment } };
    const result = await runCommand(['terraform', ...args, '-input=false'], options);
    if (result.exitCode !== 0) throw new Error(result.output);
  }
}

describe('a reviewed pull request', () => {
  test('is applied as reviewed, in order, each stack approved, and hears of it', async () => {
    const number = await openPull('first', { cluster: 'c1', foundation: 'f1' });
    const planned = await plan(number);
    expect(planned.result.conclusion).toBe('success');
    // Newer artifacts of the same names, in another run of the same commit.
    const planted = await stage.github.queueRun({
      repository: PLATFORM,
      workflowPath: '.github/workflows/hybrid-fork-comment.yml',
      trigger: { name: 'workflow_run', runId: planned.runId },
    });
    for (const kind of ['plan', 'sealed']) {
      const archive = zipSync({ 'plan-foundation.json': strToU8('{}') });
      leaveArtifact(stage.github, planted, `${kind}-terraform-stacks-foundation`, archive);
    }
    await stage.github.mergePullRequest(PLATFORM, number, APPROVER);

    const applied = await dispatch(number);
    expect(applied.result.conclusion === 'success' ? '' : applied.log).toBe('');
    expect(Object.keys(jobs(applied))).toEqual([
      'apply / Find the reviewed plan',
      'apply / Apply foundation',
      'apply / Apply cluster',
      // Neither says what to look at here, so both warn.
      'apply / Prove the link',
      'apply / Prove that pods reach each other',
    ]);
    expect(applied.waited).toEqual(['apply / Apply foundation', 'apply / Apply cluster']);
    expect(
      applied.documents.map(({ stack, status, applied: what, reviewed }) => ({
        stack,
        status,
        what,
        reviewed,
      })),
    ).toEqual(
      expect.arrayContaining(
        ['foundation', 'cluster'].map((stack) =>
          expect.objectContaining({
            stack,
            status: 'applied',
            what: 'reviewed-plan',
            reviewed: expect.objectContaining({ runId: planned.runId, pullRequest: number }),
          }),
        ),
      ),
    );
    expect([valueIn('foundation'), valueIn('cluster')]).toEqual(['f1', 'c1']);
    expect(comment(number)).toMatch(/`cluster`[\s\S]*`foundation`/);
    const records = [...stage.github.repository(PLATFORM).deployments.values()];
    const own = records.filter(({ task }) => task.startsWith('terraform:'));
    expect(own.map(({ task, statuses }) => [task, statuses.at(-1)?.state])).toEqual([
      ['terraform:foundation', 'success'],
      ['terraform:cluster', 'success'],
    ]);
    expect(applied.log).not.toContain(KEY);
  });

  test('whose world changed since is stopped, shows what differs, and later stacks do not start', async () => {
    const number = await openPull('second', { cluster: 'c2', foundation: 'f2' });
    expect((await plan(number)).result.conclusion).toBe('success');
    await applyBehindTheBack('foundation', 'somebody-else');
    const stopped = await dispatch(number);
    expect(jobs(stopped)).toMatchObject({
      'apply / Find the reviewed plan': 'success',
      'apply / Apply foundation': 'failure',
      'apply / Apply cluster': 'cancelled',
    });
    expect(codes(stopped)).toContain('EHA1271');
    const [document] = stopped.documents;
    expect(document).toMatchObject({ stack: 'foundation', status: 'refused', applied: null });
    expect(document?.replan?.why).toBe('stale');
    const differences = JSON.stringify(document?.replan?.differences);
    expect(differences).toContain('somebody-else');
    expect(differences).toContain('f1');
    expect([valueIn('foundation'), valueIn('cluster')]).toEqual(['somebody-else', 'c1']);
    expect(comment(number)).toContain('somebody-else');
  });

  test('whose code changed with the merge is planned again, compared and applied', async () => {
    const number = await openPull('moved', { cluster: 'c6' });
    await plan(number);
    await stage.github.commitToBranch({
      repository: PLATFORM,
      branch: 'main',
      message: 'Something else of the stack',
      author: AUTHOR,
      files: { 'terraform/stacks/cluster/more.tf': '# nothing that a plan shows\n' },
    });
    await stage.github.mergePullRequest(PLATFORM, number, APPROVER);
    const applied = await dispatch(number);
    expect(applied.log).toContain('terraform/stacks/cluster/more.tf');
    expect(applied.documents).toMatchObject([
      { status: 'applied', applied: 'fresh-plan', replan: { why: 'changed-code', equal: true } },
    ]);
    expect(valueIn('cluster')).toBe('c6');
  });

  test('is not applied when the approval is refused', async () => {
    const number = await openPull('third', { cluster: 'c3' });
    await plan(number);
    const rejected = await dispatch(number, {}, 'rejected');
    expect(jobs(rejected)).toMatchObject({ 'apply / Apply cluster': 'failure' });
    expect(valueIn('cluster')).toBe('c6');
  });
});

describe('what is refused before anybody is asked', () => {
  test('a pull request from a fork, and one whose head has no plan', async () => {
    const fork = await forkRepository(stage.github, PLATFORM, 'stranger');
    const commit = {
      branch: 'evil',
      message: 'evil',
      author: 'stranger',
      files: filesOf({ cluster: 'evil' }),
    };
    await stage.github.commitToBranch({ repository: fork.fullName, ...commit });
    const { number } = await stage.github.openPullRequest({
      repository: PLATFORM,
      title: 'evil',
      head: 'evil',
      headRepository: fork.fullName,
      author: 'stranger',
    });
    const foreign = await dispatch(number);
    expect(jobs(foreign)).toEqual({
      'apply / Find the reviewed plan': 'failure',
      'apply / apply': 'skipped',
      'apply / Prove the link': 'skipped',
      'apply / Prove that pods reach each other': 'skipped',
    });
    expect(codes(foreign)).toEqual(['EHA1126']);

    const unplanned = await dispatch(await openPull('fourth', { cluster: 'c4' }));
    expect(codes(unplanned)).toEqual(['EHA1120']);
    expect(unplanned.waited).toEqual([]);
  });

  test('an environment that nobody has to approve', async () => {
    protect([]);
    const number = await openPull('fifth', { cluster: 'c5' });
    await plan(number);
    const refused = await dispatch(number);
    expect(jobs(refused)).toEqual({
      'apply / Find the reviewed plan': 'failure',
      'apply / apply': 'skipped',
      'apply / Prove the link': 'skipped',
      'apply / Prove that pods reach each other': 'skipped',
    });
    expect(codes(refused)).toEqual(['EHA1134']);
    expect(refused.log).toContain('has no required reviewers');
    expect(valueIn('cluster')).toBe('c6');
  });
});
