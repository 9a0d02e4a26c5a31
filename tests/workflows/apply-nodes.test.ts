/**
 * A pull request that adds nodes, applied by the reusable workflow as it is: an activation is made for as many VMs as the
 * reviewed plan has, the VMs join with the real join program, the workflow waits for them, and nothing of the activation is
 * left, nor can its code be found anywhere.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { nodesDocument, type NodesDocument } from '#lib/report/nodes-document.js';
import {
  createEnvironmentTerraform,
  type EnvironmentTerraform,
  type StackName,
} from '#scripts/rehearse/environment-terraform.js';
import { VALUES } from '#scripts/rehearse/environment-values.js';
import { AUTHOR, BUNDLE_KEY, createPlatformRepository, PLATFORM } from '#scripts/rehearse/repository.js';
import { setStage, type Stage } from '#scripts/rehearse/stage.js';
import { findTerraform } from '#scripts/support/terraform.js';
import { type RunningMachines, startMachines } from '#simulator/machines/start.js';
import type { RunnerEvent, WorkflowRunResult } from '#simulator/runner/events.js';
import { listActivations } from '#simulator/world/activations.js';
import type { RunTrigger } from '#simulator/world/github-actions.js';
import { review } from '#simulator/world/github-environments.js';
import { serveNodeClouds, type NodeClouds } from '#tests/support/node-clouds.js';
import { artifactFiles } from '#tests/support/workflow-artifacts.js';

jest.setTimeout(120_000);

const PLAN = '.github/workflows/hybrid-plan.yml';
const APPLY = '.github/workflows/hybrid-apply.yml';
const KEY = 'a key for these tests, long enough to seal with';
const APPROVER = 'lee';
const REGION = 'eu-central-1';
const NODES = 'terraform/stacks/nodes';

let stage: Stage;
let terraform: EnvironmentTerraform;
let machines: RunningMachines;
let clouds: NodeClouds;
let pull: number;
/** Everything that the runner told of all runs, as text. */
const events: string[] = [];

beforeAll(async () => {
  stage = await setStage({ faults: [], port: 0, terraform: await findTerraform() });
  terraform = createEnvironmentTerraform({
    checkout: stage.folder('environment'),
    states: stage.folder('states'),
    values: VALUES,
    environment: stage.machineEnvironment,
  });
  await applyStack('foundation');
  const foundation = await terraform.outputs('foundation');
  terraform.giveVariables('cluster', 'foundation.auto.tfvars.json', { foundation });
  await applyStack('cluster');
  machines = await startMachines(stage.world);
  clouds = await serveNodeClouds(stage.world, String(foundation['cluster_name']));
  // Every job's machine has them, as one behind a company's own endpoints would.
  Object.assign(stage.machineEnvironment, clouds.env);
  await prepareRepository(foundation);
  pull = await openPull(foundation);
});

afterAll(async () => {
  await machines.stop();
  await clouds.close();
  await stage.close(false);
});

async function applyStack(stack: StackName): Promise<void> {
  await terraform.init(stack);
  const applied = await terraform.planAndApply(stack);
  if (!applied.succeeded) throw new Error(applied.errors.join('\n'));
}

type Outputs = Readonly<Record<string, unknown>>;

async function prepareRepository(foundation: Outputs): Promise<void> {
  const { github } = stage;
  const checkout = stage.folder('platform');
  cpSync('cloud-init', join(checkout, 'cloud-init'), { recursive: true });
  mkdirSync(join(checkout, '.github/workflows'), { recursive: true });
  writeFileSync(join(checkout, APPLY), callerOfApply());
  await createPlatformRepository(github, checkout, stage);
  github.setSecret(PLATFORM, BUNDLE_KEY, KEY);
  github.createEnvironment({
    repository: PLATFORM,
    name: 'apply',
    reviewers: [APPROVER],
    preventSelfReview: true,
    branches: ['main'],
    canAdminsBypass: false,
    variables: {
      AWS_APPLY_ROLE_ARN: 'arn:aws:iam::123456789012:role/platform-apply',
      AWS_REGION: REGION,
      AZURE_CLIENT_ID: clouds.clientId,
      AZURE_TENANT_ID: '00000000-0000-4000-8000-000000000002',
      AZURE_SUBSCRIPTION_ID: '00000000-0000-4000-8000-000000000001',
      EKS_CLUSTER_NAME: String(foundation['cluster_name']),
      HYBRID_NODE_ROLE_NAME: String(foundation['hybrid_node_role_name']),
      KEY_VAULT_URI: String(foundation['key_vault_uri']),
      AZURE_RESOURCE_GROUP: String(foundation['azure_resource_group_name']),
      ACTIVATION_SECRET_NAME: String(foundation['activation_secret_name']),
    },
  });
}

/** The template as a team would copy it: pinned, with its mirror and the key of the plans. */
function callerOfApply(): string {
  const template = readFileSync('workflows-templates/hybrid-apply.yml', 'utf8');
  const text = template.replace('0'.repeat(40), stage.suiteSha).replace(/ {4}# The key that[^]*$/, '');
  const key = stage.mirror.publicKey.trim().split(/\r?\n/);
  const mirror = [
    `      mirror-url: ${stage.mirror.url}`,
    '      mirror-key: |',
    ...key.map((line) => (line === '' ? '' : `        ${line}`)),
    '      nodes-timeout: 90s',
  ];
  return [
    text.trimEnd(),
    ...mirror,
    '    secrets:',
    `      bundle-key: \${{ secrets.${BUNDLE_KEY} }}`,
    '',
  ].join('\n');
}

/** The stack of the nodes as the rehearsal has it, with the facts of the applied foundation. */
async function openPull(foundation: Outputs): Promise<number> {
  const directory = stage.folder('platform');
  cpSync(terraform.folder('nodes'), join(directory, NODES), { recursive: true });
  const variables = `${JSON.stringify({ foundation }, undefined, 2)}\n`;
  mkdirSync(join(directory, NODES), { recursive: true });
  writeFileSync(join(directory, NODES, 'foundation.auto.tfvars.json'), variables);
  const commit = { repository: PLATFORM, branch: 'nodes', message: 'Four nodes', author: AUTHOR, directory };
  await stage.github.commitToBranch(commit);
  const request = { repository: PLATFORM, title: 'Four nodes', head: 'nodes', author: AUTHOR };
  return (await stage.github.openPullRequest(request)).number;
}

interface Observed {
  readonly result: WorkflowRunResult;
  readonly log: string;
}

async function run(workflowPath: string, trigger: RunTrigger): Promise<Observed> {
  const { github } = stage;
  const identity = await github.queueRun({ repository: PLATFORM, workflowPath, trigger });
  const log: string[] = [];
  const result = await stage.run(identity, (event: RunnerEvent) => {
    events.push(JSON.stringify(event));
    if (event.type === 'log') log.push(event.line);
    if (event.type !== 'job-waiting' || !event.reason.startsWith('Waiting for review')) return;
    review(github.run(identity), {
      environments: ['apply'],
      verdict: 'approved',
      user: github.user(APPROVER),
    });
  });
  return { result, log: log.join('\n') };
}

/** Plans, merges and applies a pull request. */
async function applyPull(number: number): Promise<Observed> {
  const planned = await run(PLAN, { name: 'pull_request', number, action: 'opened' });
  expect(planned.result.conclusion === 'success' ? '' : planned.log).toBe('');
  await stage.github.mergePullRequest(PLATFORM, number, APPROVER);
  const inputs = { 'pull-request': String(number), environment: 'apply' };
  return run(APPLY, { name: 'workflow_dispatch', inputs });
}

/** The documents about nodes of all runs, in order of their making. */
function nodesDocuments(): readonly NodesDocument[] {
  return artifactFiles(stage.world.directory)
    .filter(({ content }) => content.includes('eks-hybrid-actions/nodes/v1'))
    .filter(({ name }) => name.endsWith('.json'))
    .map(({ name, content }) => nodesDocument.parse(JSON.parse(content.toString('utf8')), name))
    .sort((left, right) => (left.generatedAt < right.generatedAt ? -1 : 1));
}

/** Each file below a folder that holds one of the texts; artifacts are unpacked. */
function findIn(folder: string, texts: readonly string[]): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    // What the simulated vault keeps, as of some moments ago, is looked for in the world itself.
    .filter((entry) => entry.isFile() && !(entry.parentPath === folder && entry.name === 'objects.json'));
  const plain = files
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: path, content: readFileSync(path) }));
  return [...plain, ...artifactFiles(folder)]
    .filter(({ content }) => texts.some((text) => content.includes(text)))
    .map(({ name }) => name);
}

describe('four new nodes', () => {
  test('join with an activation that was made for them, and are waited for', async () => {
    const applied = await applyPull(pull);
    expect(applied.result.conclusion === 'success' ? '' : applied.log).toBe('');
    expect(clouds.minted).toMatchObject([{ RegistrationLimit: 4 }]);
    const [nodes] = nodesDocuments();
    expect(nodes).toMatchObject({ verdict: 'ready', counts: { expected: 4, ready: 4, missing: 0 } });
    expect(nodes?.nodes.map(({ vm }) => vm).sort()).toEqual([
      'acme-general-0',
      'acme-general-1',
      'acme-general-2',
      'acme-spot-0',
    ]);
    expect(machines.reports().map(({ state }) => state)).toEqual(Array(4).fill('joined'));
  });

  test('leave neither activation nor secret behind, and the code nowhere', () => {
    expect(listActivations(stage.world, REGION)).toEqual([]);
    expect(clouds.secrets()).toEqual([]);
    const codes = clouds.codes();
    expect(codes).toHaveLength(1);
    const forms = codes.flatMap((code) => [code, Buffer.from(code).toString('base64').replace(/=+$/, '')]);
    expect(findIn(stage.world.directory, forms)).toEqual([]);
    const world = JSON.stringify(stage.world.objects.list());
    expect([...events, world].filter((text) => forms.some((form) => text.includes(form)))).toEqual([]);
    // The same search finds what is no secret: the id, in documents, and in what the runner told.
    const [id = ''] =
      /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?= made for 4 registrations)/.exec(events.join()) ?? [];
    expect(findIn(stage.world.directory, [id]).length).toBeGreaterThan(0);
  });
});
