/**
 * Pods of the cluster that real Terraform made from the stacks foundation and cluster, proven to reach each other by the
 * workflows as they are: after an apply, and in nights that want it, with an identity that may do nothing else.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { connectivityDocument, type ConnectivityDocument } from '#lib/report/connectivity-document.js';
import { createEnvironmentTerraform } from '#scripts/rehearse/environment-terraform.js';
import { VALUES } from '#scripts/rehearse/environment-values.js';
import { CLUSTER, roleArn } from '#scripts/rehearse/identities.js';
import { setClusterVariables } from '#scripts/rehearse/nodes-repository.js';
import { setStage, type Stage } from '#scripts/rehearse/stage.js';
import { repositoryRoot } from '#scripts/support/repository.js';
import { findTerraform } from '#scripts/support/terraform.js';
import { type KubeCluster, kubeCluster } from '#simulator/world/kube-cluster.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import { registerNode } from '#simulator/world/nodes.js';
import {
  CALLER,
  codesOf,
  jobsOf,
  type ObservedRun,
  type Platform,
  startPlatform,
} from '#tests/support/platform.js';

jest.setTimeout(240_000);

const PROOF = 'apply / Prove that pods reach each other';
const LOOK = 'nightly / Prove that pods reach each other';
const RIGHTS = `cluster_access_entries = {
  apply  = { principal_arn = "${roleArn('apply')}", policy = "AmazonEKSClusterAdminPolicy" }
  verify = { principal_arn = "${roleArn('verify')}", groups = ["eks-hybrid:connectivity"] }
}
`;

let stage: Stage;
let platform: Platform;
let cluster: KubeCluster;

beforeAll(async () => {
  stage = await setStage({ faults: [], port: 0, terraform: await findTerraform() });
  platform = await startPlatform(stage);
  cluster = kubeCluster(stage.world, CLUSTER);
});
afterAll(() => stage.close(false));

/** The stacks that make the cluster and its pod network, and two nodes in Azure. */
async function applyStacks(): Promise<void> {
  const terraform = createEnvironmentTerraform({
    checkout: stage.folder('environment'),
    states: stage.folder('states'),
    values: { ...VALUES, foundation: `${VALUES.foundation}\n${RIGHTS}` },
    environment: stage.machineEnvironment,
  });
  for (const stack of ['foundation', 'cluster'] as const) {
    await terraform.init(stack);
    const applied = await terraform.planAndApply(stack);
    if (!applied.succeeded) throw new Error(applied.errors.join('\n'));
    if (stack === 'cluster') break;
    const foundation = await terraform.outputs('foundation');
    terraform.giveVariables('cluster', 'foundation.auto.tfvars.json', { foundation });
    setClusterVariables(stage.github, foundation);
  }
  for (const zone of [1, 2]) {
    registerNode(stage.world, {
      cluster: CLUSTER,
      region: 'eu-central-1',
      name: `mi-${String(zone).padStart(17, '0')}`,
      address: `10.80.0.${String(3 + zone)}`,
      labels: { 'topology.kubernetes.io/zone': `germanywestcentral-${String(zone)}` },
      taints: [],
      kubeletVersion: '1.34.4',
      osImage: 'Ubuntu 24.04.3 LTS',
      architecture: 'amd64',
      cpus: 4,
      maxPods: 110,
    });
  }
}

function documentOf({ files }: ObservedRun): ConnectivityDocument {
  const [file] = files.filter(({ name }) => name.endsWith('connectivity.json'));
  if (file === undefined) throw new Error('no document about pods');
  return connectivityDocument.parse(JSON.parse(file.content.toString('utf8')), file.name);
}

/** What runs have left in the cluster. */
function leftovers(): readonly string[] {
  const kinds = ['namespaces', 'pods', 'services', 'validatingwebhookconfigurations'];
  return kinds.flatMap((kind) =>
    cluster.store
      .list(builtIn(kind))
      .map(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name}`)
      .filter((name) => name.includes('eha-probe-')),
  );
}

test('an apply of a repository that does not say which cluster it is warns that nobody looked', async () => {
  const run = await platform.applyValue('before');
  expect(run.result.conclusion === 'success' ? '' : run.log).toBe('');
  expect(jobsOf(run)).toMatchObject({ [PROOF]: 'success' });
  const told = run.result.jobs.flatMap(({ annotations }) => annotations);
  const lacking = told.find(({ title }) => title === 'Pods were not checked');
  expect(lacking?.message).toContain(
    'the environment verify lacks the variables EKS_CLUSTER_NAME POD_ROUTING',
  );
  expect(run.files.filter(({ name }) => name.endsWith('connectivity.json'))).toEqual([]);
});

describe('in the cluster that Terraform made', () => {
  beforeAll(applyStacks);

  test('an apply proves that pods reach each other, and leaves nothing', async () => {
    const run = await platform.applyValue('whole');
    expect(run.result.conclusion === 'success' ? '' : run.log).toBe('');
    expect(jobsOf(run)).toMatchObject({ 'apply / Apply values': 'success', [PROOF]: 'success' });
    const document = documentOf(run);
    expect(document.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(document).toMatchObject({ verdict: 'passed', podRouting: 'gateway', notChecked: [] });
    expect(document.nodes.filter(({ isProbed }) => isProbed).map(({ cloud }) => cloud)).toEqual([
      'aws',
      'aws',
      'azure',
      'azure',
    ]);
    expect(document.counts.passed).toBeGreaterThan(100);
    expect(run.files.map(({ name }) => name)).toContainEqual(expect.stringMatching(/junit\.xml$/));
    expect(leftovers()).toEqual([]);
  });

  test('the rights of its group are those that the action ships', () => {
    const text = readFileSync(join(repositoryRoot, 'actions/cilium-connectivity/rbac.yaml'), 'utf8');
    const shipped = parseAllDocuments(text).map((document) => document.toJS() as Shipped);
    const role = shipped.find(({ kind, metadata }) => kind === 'ClusterRole' && metadata.name === GROUP);
    const made = cluster.store.get(builtIn('clusterroles'), undefined, GROUP) as unknown as Shipped;
    expect(rightsOf(made)).toEqual(rightsOf(role));
    expect(rightsOf(role).length).toBeGreaterThan(20);
  });

  test('an apply after which the pod network is broken fails, applied as it is, and names the cause', async () => {
    stage.world.faults.enable('vxlan-blocked');
    const run = await platform.applyValue('broken');
    stage.world.faults.disable('vxlan-blocked');
    expect(run.result.conclusion).toBe('failure');
    expect(jobsOf(run)).toMatchObject({ 'apply / Apply values': 'success', [PROOF]: 'failure' });
    expect(codesOf(run)).toEqual(['EHA1800']);
    expect(documentOf(run)).toMatchObject({ verdict: 'failed' });
    expect(documentOf(run).causes.map(({ id }) => id)).toContain('nsg-8472');
    expect(run.files.some(({ name }) => name.endsWith('.log'))).toBe(true);
    expect(readFileSync(platform.stateFile('values'), 'utf8')).toContain('broken');
    expect(leftovers()).toEqual([]);
  });

  test('nights that want it tell what broke and what healed since the last', async () => {
    const path = CALLER.nightly;
    const caller = readFileSync(join(stage.folder('platform'), path), 'utf8');
    await platform.commit('Look at pods every night', {
      [path]: caller.replace(/^ {6}stacks: .*\n/m, (line) => `${line}      check-pods: true\n`),
    });
    const night = () => platform.run(path, { name: 'schedule', cron: '17 1 * * *' });
    stage.world.faults.enable('vxlan-blocked');
    const broken = await night();
    stage.world.faults.disable('vxlan-blocked');
    expect(jobsOf(broken)).toMatchObject({ [LOOK]: 'failure' });
    expect(documentOf(broken).history).toBeNull();
    platform.pass(24);
    const healed = await night();
    expect(jobsOf(healed)).toMatchObject({ [LOOK]: 'success' });
    expect(documentOf(healed).history?.healed.length).toBeGreaterThan(0);
    expect(leftovers()).toEqual([]);
  });

  test('a role without an access entry is turned away, and nothing is called good', async () => {
    const [entry] = stage.world.objects
      .list('aws_eks_access_entry')
      .filter(({ attributes }) => attributes['principal_arn'] === roleArn('verify'));
    stage.world.objects.delete(entry?.key ?? '');
    const run = await platform.applyValue('nobody');
    expect(jobsOf(run)).toMatchObject({ [PROOF]: 'failure' });
    expect(codesOf(run)).toEqual(['EHA1502']);
    expect(documentOf(run)).toMatchObject({ verdict: 'unknown', counts: { passed: 0 } });
  });
});

const GROUP = 'eks-hybrid:connectivity';

interface Shipped {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly rules: readonly {
    readonly apiGroups: readonly string[];
    readonly resources: readonly string[];
    readonly resourceNames?: readonly string[];
    readonly verbs: readonly string[];
  }[];
}

/** `list pods`, `get configmaps cilium-config`, one for each verb and resource. */
function rightsOf(role: Shipped | undefined): readonly string[] {
  return (role?.rules ?? [])
    .flatMap(({ apiGroups, resources, resourceNames = [], verbs }) =>
      apiGroups.flatMap((group) =>
        resources.flatMap((resource) =>
          verbs.map((verb) => [verb, resource, group, ...resourceNames].filter(Boolean).join(' ')),
        ),
      ),
    )
    .sort();
}
