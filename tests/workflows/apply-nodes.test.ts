/**
 * Pull requests that add nodes, applied by the reusable workflow as it is: an activation is made for as many VMs as the
 * reviewed plan has, the VMs join with the real join program, the workflow waits for them, and nothing of the activation is
 * left, nor can its code be found anywhere; also when a VM never boots, and when the run is cancelled.
 */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { nodesDocument, type NodesDocument } from '#lib/report/nodes-document.js';
import { tunnelsDocument, type TunnelsDocument } from '#lib/report/tunnels-document.js';
import {
  createEnvironmentTerraform,
  type EnvironmentTerraform,
  type StackName,
} from '#scripts/rehearse/environment-terraform.js';
import { VALUES } from '#scripts/rehearse/environment-values.js';
import { APPLICATIONS, roleArn } from '#scripts/rehearse/identities.js';
import { AUTHOR, BUNDLE_KEY, createPlatformRepository, PLATFORM } from '#scripts/rehearse/repository.js';
import { setStage, type Stage } from '#scripts/rehearse/stage.js';
import { findTerraform } from '#scripts/support/terraform.js';
import { type RunningMachines, startMachines } from '#simulator/machines/start.js';
import type { RunnerEvent, WorkflowRunResult } from '#simulator/runner/events.js';
import { listActivations } from '#simulator/world/activations.js';
import type { RunTrigger } from '#simulator/world/github-actions.js';
import { review } from '#simulator/world/github-environments.js';
import { letApplyAdminister, secretsOf, watchActivations } from '#tests/support/node-clouds.js';
import { artifactFiles } from '#tests/support/workflow-artifacts.js';

jest.setTimeout(120_000);

const PLAN = '.github/workflows/hybrid-plan.yml';
const APPLY = '.github/workflows/hybrid-apply.yml';
const KEY = 'a key for these tests, long enough to seal with';
const APPROVER = 'lee';
const REGION = 'eu-central-1';
const NODES = 'terraform/stacks/nodes';
const FOUNDATION = 'terraform/stacks/foundation';
const isSource = (path: string): boolean => !/[/\\](\.terraform|tests|tfplan)$/.test(path);

let stage: Stage;
let terraform: EnvironmentTerraform;
let machines: RunningMachines;
const activations = watchActivations();
/** Outputs of the stack foundation. */
let facts: Outputs;
let pull: number;
/** Everything that the runner told of all runs, as text. */
const events: string[] = [];

beforeAll(async () => {
  const { around: aroundSsm } = activations;
  stage = await setStage({ faults: [], port: 0, terraform: await findTerraform(), aroundSsm });
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
  stage.showConsoles((name) => machines.consoleOf(name));
  letApplyAdminister(stage.world, String(foundation['cluster_name']));
  await prepareRepository(foundation);
  facts = foundation;
  pull = await openPull('Four nodes');
});

afterAll(async () => {
  await machines.stop();
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
  // By its outputs the link is proven.
  cpSync(terraform.folder('foundation'), join(checkout, FOUNDATION), { recursive: true, filter: isSource });
  await createPlatformRepository(github, checkout, stage);
  // The first pull request brings it to the default branch.
  const caller = readFileSync(join(checkout, APPLY), 'utf8');
  const limit = "      nodes-timeout: ${{ vars.NODES_TIMEOUT || '90s' }}\n";
  writeFileSync(
    join(checkout, APPLY),
    caller.replace(/^ {6}nodes-timeout: .*\n/m, () => limit),
  );
  github.setSecret(PLATFORM, BUNDLE_KEY, KEY);
  github.createEnvironment({
    repository: PLATFORM,
    name: 'apply',
    reviewers: [APPROVER],
    preventSelfReview: true,
    branches: ['main'],
    canAdminsBypass: false,
    variables: {
      AWS_APPLY_ROLE_ARN: roleArn('apply'),
      AWS_REGION: REGION,
      AZURE_CLIENT_ID: APPLICATIONS.apply,
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

/** The stack of the nodes as the rehearsal has it, with the facts of the applied foundation and so many nodes of a pool. */
async function openPull(title: string, general = 3): Promise<number> {
  const directory = stage.folder('platform');
  cpSync(terraform.folder('nodes'), join(directory, NODES), { recursive: true });
  const variables = `${JSON.stringify({ foundation: facts }, undefined, 2)}\n`;
  writeFileSync(join(directory, NODES, 'foundation.auto.tfvars.json'), variables);
  const values = VALUES.nodes.replace('count = 3', `count = ${general}`);
  writeFileSync(join(directory, NODES, 'environment.auto.tfvars'), values);
  const branch = title.toLowerCase().replaceAll(' ', '-');
  await stage.github.commitToBranch({
    repository: PLATFORM,
    branch,
    message: title,
    author: AUTHOR,
    directory,
  });
  const request = { repository: PLATFORM, title, head: branch, author: AUTHOR };
  return (await stage.github.openPullRequest(request)).number;
}

interface Observed {
  readonly result: WorkflowRunResult;
  readonly log: string;
}

type OnLog = (line: string) => void;

async function run(workflowPath: string, trigger: RunTrigger, onLog?: OnLog): Promise<Observed> {
  const { github } = stage;
  const identity = await github.queueRun({ repository: PLATFORM, workflowPath, trigger });
  const log: string[] = [];
  const result = await stage.run(identity, (event: RunnerEvent) => {
    events.push(JSON.stringify(event));
    if (event.type === 'log') {
      log.push(event.line);
      onLog?.(event.line);
    }
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
async function applyPull(number: number, onLog?: OnLog): Promise<Observed> {
  const planned = await run(PLAN, { name: 'pull_request', number, action: 'opened' });
  expect(planned.result.conclusion === 'success' ? '' : planned.log).toBe('');
  await stage.github.mergePullRequest(PLATFORM, number, APPROVER);
  const inputs = { 'pull-request': String(number), environment: 'apply' };
  return run(APPLY, { name: 'workflow_dispatch', inputs }, onLog);
}

/** The documents about nodes of all runs, in order of their making. */
function nodesDocuments(): readonly NodesDocument[] {
  return artifactFiles(stage.world.directory)
    .filter(({ content }) => content.includes('eks-hybrid-actions/nodes/v1'))
    .filter(({ name }) => name.endsWith('.json'))
    .map(({ name, content }) => nodesDocument.parse(JSON.parse(content.toString('utf8')), name))
    .sort((left, right) => (left.generatedAt < right.generatedAt ? -1 : 1));
}

/** What the newest run found of the link. */
function linkDocument(): TunnelsDocument | undefined {
  return artifactFiles(stage.world.directory)
    .filter(({ name }) => name.endsWith('tunnels.json'))
    .map(({ name, content }) => tunnelsDocument.parse(JSON.parse(content.toString('utf8')), name))
    .sort((left, right) => (left.generatedAt < right.generatedAt ? -1 : 1))
    .at(-1);
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
    expect(activations.minted).toMatchObject([{ RegistrationLimit: 4 }]);
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

  test('make the way to their pods part of what the link has to prove', () => {
    const link = linkDocument()?.links[0];
    expect(link).toMatchObject({ verdict: 'healthy', podsToCome: false });
    const pods = link?.networks.filter(({ kind }) => kind === 'pods');
    expect(pods).toMatchObject([{ network: '10.112.0.0/16', state: 'up' }]);
    expect(pods?.[0]?.hops.every(({ hop }) => hop === 'pod-way')).toBe(true);
    expect(link?.networks.every(({ state }) => state === 'up')).toBe(true);
  });

  test('leave neither activation nor secret behind, and the code nowhere', () => {
    expect(listActivations(stage.world, REGION)).toEqual([]);
    expect(secretsOf(stage.world)).toEqual([]);
    const { codes } = activations;
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

describe('a fifth node that never boots', () => {
  beforeAll(() => stage.world.faults.enable('machine-never-boots'));

  test('fails the apply, which names it and says why, and leaves no activation', async () => {
    stage.github.setVariable(PLATFORM, 'NODES_TIMEOUT', '10s');
    const applied = await applyPull(await openPull('Five nodes', 4));
    expect(applied.result.conclusion).toBe('failure');
    expect(applied.log).toMatch(/acme-general-3 runs, but the join program never started there/);
    const nodes = nodesDocuments().at(-1);
    expect(nodes).toMatchObject({ verdict: 'not-ready', counts: { expected: 5, ready: 4, missing: 1 } });
    const missing = nodes?.nodes.find(({ state }) => state === 'missing');
    expect(missing).toMatchObject({ vm: 'acme-general-3', cause: { rule: 'never-booted' } });
    // Of those that joined, Azure told when they were made.
    const booted = nodes?.nodes.filter(({ seconds }) => seconds.boot !== null).map(({ vm }) => vm);
    expect(booted).toHaveLength(4);
    expectNothingLeft(2);
  });

  test('is waited for no longer when the run is cancelled, and nothing is left either', async () => {
    stage.github.setVariable(PLATFORM, 'NODES_TIMEOUT', '90s');
    let isWaiting = false;
    const applied = await applyPull(await openPull('Six nodes', 5), (line) => {
      if (isWaiting || !line.includes('of 6 ready')) return;
      isWaiting = true;
      stage.cancelRuns();
    });
    expect([isWaiting, applied.result.conclusion]).toEqual([true, 'cancelled']);
    expectNothingLeft(3);
  });
});

/** @param minted activations that were made by now */
function expectNothingLeft(minted: number): void {
  const left = [listActivations(stage.world, REGION), secretsOf(stage.world)];
  expect([activations.codes.length, ...left]).toEqual([minted, [], []]);
}
