/** The action against simulated clouds: each cause is a state of the world, and is named. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { loseConnection } from '#simulator/world/activations.js';
import { loseNode } from '#simulator/world/nodes.js';
import { type NodesDocument, nodesDocument } from '#lib/report/nodes-document.js';
import { type NodeWorld, type NodeWorldOptions, startNodeWorld } from '#tests/support/node-world.js';
import { runBundle, type RunResult } from '#tests/support/run-bundle.js';

let nodes: NodeWorld;
afterEach(() => nodes.close());

const VM = 'hybrid-general-0';
const POOL = {
  count: 1,
  names: [VM],
  labels: { 'eks-hybrid-actions.io/pool': 'general' },
  taints: [],
  kubernetes_version: '1.34',
  spot: false,
};
const ONE = JSON.stringify({ cluster_name: 'hybrid', count: 1, pools: { general: POOL } });

async function start(options: NodeWorldOptions = {}): Promise<void> {
  nodes = await startNodeWorld(options);
}

async function check(
  inputs: Readonly<Record<string, string>> = {},
  more: Partial<Parameters<typeof runBundle>[0]> = {},
): Promise<{ result: RunResult; document: NodesDocument }> {
  const result = await runBundle({
    action: 'node-readiness',
    inputs: {
      'aws-region': 'eu-central-1',
      'azure-resource-group': nodes.resourceGroup,
      'azure-subscription-id': nodes.clouds.subscriptionId,
      expectations: ONE,
      timeout: '0s',
      ...inputs,
    },
    env: nodes.env,
    ...more,
  });
  expect(`${result.stdout}${result.stderr}`).not.toMatch(/EHA1000/);
  expect(result.stdout.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('k8s-aws-v1.');
  const document = nodesDocument.parse(result.report(), 'report');
  expect(result.outputs['verdict']).toBe(document.verdict);
  return { result, document };
}

const causes = ({ nodes: rows }: NodesDocument) => rows.map(({ cause }) => cause?.rule);
const codes = (result: RunResult) =>
  result.annotations.filter(({ level }) => level === 'error').map(({ title }) => title.split(' ')[0]);

/** A VM that came the whole way. */
function joined(vm = VM): string {
  nodes.putVm(vm, { console: 'eks-hybrid-join: RESULT ok node=mi-1 cluster=hybrid seconds=80\n' });
  const node = nodes.register(vm, nodes.mint());
  nodes.join(vm, node);
  return node;
}

describe('ready nodes', () => {
  test('pass, with the time of each phase', async () => {
    await start();
    const node = joined();
    const { result, document } = await check();
    expect(document).toMatchObject({
      verdict: 'ready',
      cluster: 'hybrid',
      counts: { expected: 1, ready: 1, notReady: 0, missing: 0 },
      nodes: [{ vm: VM, pool: 'general', node, state: 'ready', cause: null }],
      unknown: [],
    });
    const { boot, join, ready, total } = document.nodes[0]?.seconds ?? {};
    for (const phase of [boot, join, ready, total]) expect(phase).toBeLessThanOrEqual(2);
    expect(result.exitCode).toBe(0);
    expect(result.summary).toMatch(/^## ✅ Nodes of `hybrid`: all 1 node ready/);
  });

  test('are waited for: one that joins later is seen by the watch', async () => {
    await start();
    nodes.putVm(VM);
    const node = nodes.register(VM, nodes.mint());
    let hasJoined = false;
    const { result, document } = await check(
      { timeout: '30s', 'check-interval': '20s' },
      {
        onStdout: (_child, soFar) => {
          if (hasJoined || !soFar.includes('0 of 1 ready')) return;
          hasJoined = true;
          nodes.join(VM, node);
        },
      },
    );
    expect([result.exitCode, document.verdict]).toEqual([0, 'ready']);
    expect(result.stdout).toMatch(/0 of 1 ready.*\(1 joining\)[\s\S]*1 of 1 ready/);
    expect(document.waitedSeconds).toBeLessThan(20);
  });

  test('pass by a count alone, and by a kubeconfig alone', async () => {
    await start();
    joined();
    const counted = await check({ expectations: '', 'cluster-name': 'hybrid', count: '1' });
    expect(counted.document.counts).toEqual({ expected: 1, ready: 1, notReady: 0, missing: 0 });
    const { readFileSync, writeFileSync } = await import('node:fs');
    const { temporaryDirectory } = await import('#tests/support/temporary.js');
    const workspace = temporaryDirectory('node-readiness-');
    writeFileSync(`${workspace}/kubeconfig`, readFileSync(nodes.kubernetes.kubeconfig));
    const own = await check(
      { expectations: '', names: VM, kubeconfig: 'kubeconfig', 'aws-region': '', 'azure-resource-group': '' },
      { workspace, env: {} },
    );
    expect(own.document.verdict).toBe('ready');
    expect(own.document.unknown.map(({ what }) => what)).toContain('virtual machines');
  });

  test('more than there are is a failure that says how many', async () => {
    await start();
    joined();
    const { result, document } = await check({ expectations: '', 'cluster-name': 'hybrid', count: '3' });
    expect(document.counts).toEqual({ expected: 3, ready: 1, notReady: 0, missing: 2 });
    expect([result.exitCode, codes(result)]).toEqual([1, ['EHA1531']]);
  });

  test('a VM made anew leaves its old node over', async () => {
    await start();
    const old = joined();
    loseConnection(nodes.world, 'eu-central-1', old);
    loseNode(nodes.world, 'hybrid', old);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const node = nodes.register(VM, nodes.mint());
    nodes.join(VM, node);
    const { document } = await check();
    expect([document.verdict, document.nodes[0]?.node, document.leftovers]).toEqual(['ready', node, [old]]);
  });
});

const failed = (code: string, phase: string, message: string) =>
  `[   12.3] eks-hybrid-join: phase=${phase}\r\neks-hybrid-join: RESULT failed code=${code} phase=${phase}: ${message}\r\n`;

describe('a VM that is no node', () => {
  test.each<[string, string, string, RegExp]>([
    ['secret-denied', 'J23', 'Reading the secret activation is denied (403).', /Key Vault/],
    ['secret-missing', 'J24', 'There is no secret activation.', /no activation in Key Vault/],
    ['activation-expired', 'J50', 'The activation is expired: SSM activation expired.', /too late/],
    ['activation-used-up', 'J51', 'The activation is used up, deleted or wrong.', /used up/],
    ['outside-remote-networks', 'J52', "This node's address is outside.", /10\.80\.0\.0\/20/],
    ['access-entry-missing', 'J53', 'The cluster has no HYBRID_LINUX access entry.', /role/],
    ['endpoint-unreachable', 'J54', "The cluster's endpoint cannot be reached: i/o timeout", /cannot reach/],
    ['version-skew', 'J56', 'Kubernetes 1.35 does not fit the control plane.', /control plane/],
    ['nodeadm-refused', 'J32', 'The SHA-256 is not that of the release.', /nodeadm/],
    ['kubelet-unhealthy', 'J60', 'kubelet does not answer its health check.', /healthy/],
    ['clock', 'J55', 'nodeadm init failed: Signature expired: 2026 is now earlier', /clock/],
    ['disk', 'J40', 'nodeadm install failed: No space left on device', /disk/],
    ['join-failed', 'J13', 'A partition is used as swap.', /J13/],
  ])('%s is read from its console', async (rule, code, message, sentence) => {
    await start();
    nodes.mint();
    nodes.putVm(VM, { console: failed(code, 'init', message) });
    const { result, document } = await check();
    expect(causes(document)).toEqual([rule]);
    expect(document.nodes[0]?.cause?.sentence).toMatch(sentence);
    expect([result.exitCode, codes(result)]).toEqual([1, ['EHA1531']]);
    expect(result.summary).toContain('**What to do:**');
  });

  test.each<[string, () => void]>([
    ['vm-missing', () => nodes.putVm('another')],
    ['vm-failed', () => nodes.putVm(VM, { failure: 'OS Provisioning did not finish in the allotted time.' })],
    ['vm-stopped', () => nodes.putVm(VM, { power: 'deallocated' })],
    ['never-booted', () => (nodes.mint(), nodes.putVm(VM, { console: 'GRUB loading.\n' }))],
    ['joining', () => (nodes.mint(), nodes.putVm(VM, { console: 'eks-hybrid-join: phase=install\n' }))],
    ['joining', () => (nodes.putVm(VM), nodes.register(VM, nodes.mint()))],
    [
      'ssm-lost',
      () => {
        nodes.putVm(VM);
        loseConnection(nodes.world, 'eu-central-1', nodes.register(VM, nodes.mint()));
      },
    ],
    [
      'activation-used-up',
      () => {
        nodes.putVm(VM);
        nodes.register('another', nodes.mint(1));
      },
    ],
  ])('%s is told by the clouds', async (rule, prepare) => {
    await start();
    prepare();
    const { document } = await check();
    expect([document.verdict, causes(document)]).toEqual(['not-ready', [rule]]);
  });

  test('whose activation ended is told by Systems Manager', async () => {
    await start();
    nodes.putVm(VM);
    nodes.mint(1, new Date(nodes.world.clock.now().getTime() + 300));
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect(causes((await check()).document)).toEqual(['activation-expired']);
  });

  test('whose role has no access entry is told by EKS', async () => {
    await start({ nodeAccess: false });
    nodes.mint();
    nodes.putVm(VM);
    expect(causes((await check()).document)).toEqual(['access-entry-missing']);
  });

  test('and of which nobody may tell is unknown, with the reasons', async () => {
    await start({
      clouds: { denied: ['Microsoft.Compute/virtualMachines/read', 'ListAccessEntries'] },
      ssm: { fail: () => ({ status: 400, type: 'AccessDeniedException' }) },
    });
    const { document } = await check();
    expect(causes(document)).toEqual(['cause-unknown']);
    expect(document.nodes[0]?.cause?.sentence).toMatch(/denied/);
    expect(document.unknown.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['activations', 'registrations with Systems Manager', 'virtual machines']),
    );
  });
});

describe('a node that is not ready', () => {
  test.each<[string, NodeWorldOptions, ((node: string) => void) | null]>([
    ['cni-missing', { kubernetes: { cilium: false } }, null],
    ['cni-missing', { kubernetes: { faults: ['cni-missing'] } }, null],
    ['disk', { kubernetes: { faults: ['disk-pressure'] } }, null],
    ['certificate-pending', { kubernetes: { faults: ['csr-pending'] } }, null],
    ['contact-lost', {}, (node) => loseNode(nodes.world, 'hybrid', node)],
    [
      'vm-stopped',
      {},
      (node) => {
        loseNode(nodes.world, 'hybrid', node);
        nodes.putVm(VM, { power: 'stopped' });
      },
    ],
    ['version-skew', {}, (node) => nodes.join(VM, node, { kubeletVersion: '1.33.2' })],
    ['settings-differ', {}, (node) => nodes.join(VM, node, { labels: { 'eks-hybrid-actions.io/vm': VM } })],
  ])('%s is told', async (rule, options, change) => {
    await start(options);
    const node = joined();
    change?.(node);
    const { result, document } = await check();
    expect([document.verdict, causes(document), document.counts.notReady]).toEqual(['not-ready', [rule], 1]);
    expect(result.exitCode).toBe(1);
  });
});

describe('a cluster that cannot be read', () => {
  test.each<[string, NodeWorldOptions, RegExp]>([
    ['denied', { kubernetes: { denied: ['list nodes'] } }, /denied/],
    ['without an access entry of the job', { kubernetes: { accessEntry: false } }, /refused/],
    ['not to be described', { clouds: { denied: ['DescribeCluster'] } }, /cannot be opened/],
  ])('%s is unknown, and fails', async (_name, options, reason) => {
    await start(options);
    joined();
    const { result, document } = await check();
    expect([document.verdict, document.nodes, result.exitCode]).toEqual(['unknown', [], 1]);
    expect(document.unknown[0]?.reason).toMatch(reason);
    expect(codes(result)).toEqual(['EHA1532']);
  });

  test.each(['kube-throttled', 'kube-5xx', 'kube-reset'])('%s passes by itself', async (fault) => {
    await start({ kubernetes: { faults: [fault] } });
    joined();
    expect((await check()).document.verdict).toBe('ready');
  });

  test('requests for certificates that may not be read are unknown, and said', async () => {
    await start({ kubernetes: { denied: ['list certificatesigningrequests'] } });
    joined();
    const { result, document } = await check();
    expect(document.unknown.map(({ what }) => what)).toEqual(['certificates of kubelets']);
    expect(result.summary).toContain('Not known, and so not checked');
  });
});

describe('inputs', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['nothing to wait for', { expectations: '', 'cluster-name': 'hybrid' }, 'EHA1530'],
    ['no cluster', { expectations: '', names: VM }, 'EHA1001'],
    ['expectations of another form', { expectations: '{pools: []}' }, 'EHA1001'],
    ['a group without a subscription', { 'azure-subscription-id': 'x' }, 'EHA1001'],
  ])('%s is refused', async (_name, inputs, code) => {
    await start();
    const result = await runBundle({
      action: 'node-readiness',
      inputs: {
        'aws-region': 'eu-central-1',
        'azure-resource-group': 'g',
        'azure-subscription-id': nodes.clouds.subscriptionId,
        expectations: ONE,
        ...inputs,
      },
      env: nodes.env,
    });
    expect([result.exitCode, codes(result)[0]]).toEqual([1, code]);
  });
});
