/**
 * Several stacks in one job of the matrix, and plans sealed with a key of KMS: the caller template and the reusable
 * workflow as they are, on tiny stacks of Terraform's own provider.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createKmsDataKeys } from '#lib/aws/kms.js';
import { planDocument, type PlanDocument } from '#lib/report/plan-document.js';
import { openBundle } from '#lib/terraform/bundle.js';
import { AUTHOR, createPlatformRepository, PLATFORM } from '#scripts/rehearse/repository.js';
import { setStage, type Stage } from '#scripts/rehearse/stage.js';
import { findTerraform } from '#scripts/support/terraform.js';
import type { RunnerEvent, WorkflowRunResult } from '#simulator/runner/events.js';
import { type KmsServer, startKmsServer } from '#simulator/servers/aws/kms/server.js';
import { manualClock, recordingLogger } from '#tests/support/fake-deps.js';
import { temporaryDirectory } from '#tests/support/temporary.js';
import { artifactFiles, type ArtifactFile } from '#tests/support/workflow-artifacts.js';

jest.setTimeout(180_000);

const WORKFLOW = '.github/workflows/hybrid-plan.yml';
const KEY = 'arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const DENIED = 'arn:aws:kms:eu-central-1:123456789012:key/denied00-12ab-34cd-56ef-1234567890ab';

const FAILING = `resource "terraform_data" "a" {
  input = "a"

  lifecycle {
    precondition {
      condition     = length(path.module) > 1000
      error_message = "The first stack is not well."
    }
  }
}
`;
const resource = (name: string): string => `resource "terraform_data" "${name}" {\n  input = "${name}"\n}\n`;

/** A subnet whose machines get public addresses. */
const EXPOSED = `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

resource "aws_vpc" "this" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_subnet" "open" {
  vpc_id                  = aws_vpc.this.id
  cidr_block              = "10.1.1.0/24"
  map_public_ip_on_launch = true
}
`;

let kms: KmsServer;
let stage: Stage;
let caller: string;

beforeAll(async () => {
  kms = await startKmsServer([{ arn: KEY }, { arn: DENIED, allowed: ['Decrypt'] }]);
  stage = await setStage({
    faults: [],
    port: 0,
    terraform: await findTerraform(),
    environment: { AWS_ENDPOINT_URL_KMS: kms.url },
  });
  const checkout = stage.folder('platform');
  await createPlatformRepository(stage.github, checkout, stage);
  caller = readFileSync(join(checkout, WORKFLOW), 'utf8');
});

afterAll(async () => {
  await stage.close(false);
  await kms.close();
});

interface Observed {
  readonly result: WorkflowRunResult;
  readonly body: string;
  readonly log: string;
  readonly artifacts: readonly ArtifactFile[];
}

/** Opens a pull request that adds the stacks and gives the reusable workflow these inputs, and runs its workflow. */
async function planned(
  branch: string,
  inputs: Readonly<Record<string, string | number>>,
  stacks: Readonly<Record<string, string>>,
): Promise<Observed> {
  const lines = Object.entries(inputs).map(([name, value]) => `      ${name}: ${JSON.stringify(value)}\n`);
  const files = {
    [WORKFLOW]: caller.replace('    with:\n', `    with:\n${lines.join('')}`),
    ...Object.fromEntries(
      Object.entries(stacks).map(([name, text]) => [`terraform/stacks/${name}/main.tf`, text]),
    ),
  };
  const { github } = stage;
  await github.commitToBranch({ repository: PLATFORM, branch, message: branch, author: AUTHOR, files });
  const request = { repository: PLATFORM, title: branch, head: branch, author: AUTHOR };
  const { number } = await github.openPullRequest(request);
  const before = new Set(artifactFiles(stage.world.directory).map(({ zip }) => zip));
  const log: string[] = [];
  const trigger = { name: 'pull_request', number, action: 'opened' } as const;
  const identity = await github.queueRun({ repository: PLATFORM, workflowPath: WORKFLOW, trigger });
  const result = await stage.run(identity, (event: RunnerEvent) => {
    if (event.type === 'log') log.push(event.line);
  });
  const body = github.comments(PLATFORM, number).map((comment) => comment.body);
  const artifacts = artifactFiles(stage.world.directory).filter(({ zip }) => !before.has(zip));
  return { result, body: body.join('\n'), log: log.join('\n'), artifacts };
}

const documentsOf = ({ artifacts }: Observed): readonly PlanDocument[] =>
  artifacts
    .filter(({ name }) => /(^|\/)plan-[^/]*\.json$/.test(name))
    .map(({ content }) => planDocument.parse(JSON.parse(content.toString('utf8')), 'a document'));

const bundlesOf = ({ artifacts }: Observed): readonly ArtifactFile[] =>
  artifacts.filter(({ name }) => name.endsWith('.bundle'));

const planJobs = ({ result }: Observed) => result.jobs.filter((job) => job.name.startsWith('plan / Plan '));

const outcomes = (observed: Observed) =>
  Object.fromEntries(planJobs(observed)[0]?.steps.map((step) => [step.name, step.outcome]) ?? []);

describe('more stacks than jobs', () => {
  test('share a job, each is planned, and a failure of the first hides none of the others', async () => {
    const stacks = { alpha: FAILING, beta: resource('b'), gamma: resource('c') };
    const observed = await planned('batches', { 'max-jobs': 1 }, stacks);
    expect(planJobs(observed).map(({ name, conclusion }) => [name, conclusion])).toEqual([
      ['plan / Plan alpha and 2 more', 'failure'],
    ]);
    expect(outcomes(observed)).toMatchObject({
      Plan: 'failure',
      'Plan, stack 2 of the job': 'success',
      'Plan, stack 3 of the job': 'success',
      'Plan, stack 4 of the job': 'skipped',
      'Keep the plan documents': 'success',
    });
    const states = documentsOf(observed).map(({ stack, status, counts }) => [stack, status, counts?.create]);
    expect(states.sort()).toEqual([
      ['alpha', 'failed', undefined],
      ['beta', 'changes', 1],
      ['gamma', 'changes', 1],
    ]);
    expect(observed.body).toContain('1 stack failed, 2 to create');
    expect(observed.body).toContain('The first stack is not well.');
    for (const name of ['beta', 'gamma']) expect(observed.body).toContain(`| \`${name}\` | 🔷 changes | 1 |`);
    expect(observed.body).toContain('`terraform_data.c`');
  });
});

describe('plans sealed with a key of AWS KMS', () => {
  test('open again with that key, for what they were made for, and for nothing else', async () => {
    const observed = await planned('kms', { 'kms-key-arn': KEY }, { sealed: resource('s') });
    expect(observed.result.conclusion).toBe('success');
    const [bundle, ...others] = bundlesOf(observed);
    expect(others).toEqual([]);
    const file = join(temporaryDirectory(), 'plan.bundle');
    writeFileSync(file, bundle?.content ?? '');
    const open = (stack: string) => openWithKms(file, stack);
    const opened = await open('sealed');
    expect(opened.fingerprint).toBe(documentsOf(observed)[0]?.bundle?.fingerprint);
    expect(readFileSync(opened.planFile).subarray(0, 2).toString()).toBe('PK');
    await expect(open('another')).rejects.toMatchObject({ code: 'EHA1266' });
    const contexts = kms.requests.map(({ operation, body }) => [
      operation,
      Object(body['EncryptionContext']),
    ]);
    expect(contexts[0]).toMatchObject(['GenerateDataKey', { stack: 'sealed', repository: PLATFORM }]);
  });

  test('are not kept, in any form, when the role may not use the key; the comment says what is missing', async () => {
    const observed = await planned('denied', { 'kms-key-arn': DENIED }, { refused: resource('r') });
    expect(observed.result.conclusion).toBe('failure');
    expect(outcomes(observed)).toMatchObject({ Plan: 'failure', 'Keep the sealed plans': 'skipped' });
    expect(bundlesOf(observed)).toEqual([]);
    const [document] = documentsOf(observed);
    expect(document).toMatchObject({ status: 'changes', bundle: null, failure: { code: 'EHA1269' } });
    const left = observed.artifacts.map(({ name }) => name).filter((name) => !name.includes('address-plan'));
    expect(left).toEqual(['plan-refused.json']);
    expect(observed.log).toMatch(/AccessDeniedException.*kms:GenerateDataKey/);
    expect(observed.body).toContain('EHA1269');
  });

  test('are kept also when a risk reaches fail-on: the job fails, the comment has plan and risk', async () => {
    const inputs = { 'kms-key-arn': KEY, 'fail-on': 'warning' };
    const observed = await planned('risky', inputs, { risky: EXPOSED });
    expect(observed.result.conclusion).toBe('failure');
    expect(outcomes(observed)).toMatchObject({ Plan: 'failure', 'Keep the sealed plans': 'success' });
    const [document] = documentsOf(observed);
    expect(document).toMatchObject({ status: 'changes', failure: null, bundle: { kind: 'sealed' } });
    expect(['warning', 'high', 'critical']).toContain(document?.worstRisk);
    expect(bundlesOf(observed)).toHaveLength(1);
    expect(observed.log).toContain('fail-on is warning');
    expect(observed.body).toContain('`aws_subnet.open`');
    expect(planJobs(await planned('calm', inputs, { calm: resource('c') }))).toMatchObject([
      { conclusion: 'success' },
    ]);
  });

  function openWithKms(file: string, stack: string) {
    process.env['AWS_ENDPOINT_URL_KMS'] = kms.url;
    process.env['AWS_ACCESS_KEY_ID'] = 'AKIAEXAMPLE';
    process.env['AWS_SECRET_ACCESS_KEY'] = 'example';
    const deps = { clock: manualClock(), log: recordingLogger(), signal: new AbortController().signal };
    const key = { kind: 'kms', service: createKmsDataKeys(KEY, deps) } as const;
    return openBundle(file, key, { repository: PLATFORM, stack }, join(temporaryDirectory(), 'opened'));
  }
});
