/** Each rule of the table on the facts that make it apply, on facts that just do not, and on no facts at all. */
import { describe, expect, test } from '@jest/globals';
import { type ConsoleFacts, readConsole } from '#lib/nodes/readiness-console.js';
import {
  type ActivationFacts,
  type ClusterFacts,
  known,
  type NodeCase,
  type NodeFacts,
  unknown,
} from '#lib/nodes/readiness-facts.js';
import { findCause, READINESS_RULES, type ReadinessRule } from '#lib/nodes/readiness-rules.js';
import { CLOUD_RULES } from '#lib/nodes/readiness-rules-cloud.js';
import { CONSOLE_RULES } from '#lib/nodes/readiness-rules-console.js';
import { NODE_RULES } from '#lib/nodes/readiness-rules-node.js';

const VM = 'hybrid-general-0';
const none = unknown('nobody was asked');

const CLUSTER: ClusterFacts = {
  version: known('1.34'),
  remoteNodeCidrs: known(['10.80.0.0/20']),
  hasAccessEntry: known(true),
  activations: known([]),
};
const NO_CLUSTER: ClusterFacts = {
  version: none,
  remoteNodeCidrs: none,
  hasAccessEntry: none,
  activations: none,
};

const NODE: NodeFacts = {
  name: 'mi-0123456789abcdef0',
  uid: 'u',
  vm: VM,
  ready: 'True',
  readySince: 0,
  reason: 'KubeletReady',
  message: 'kubelet is posting ready status',
  troubles: [],
  taints: [],
  labels: {},
  kubeletVersion: 'v1.34.2-eks-ecaa3a6',
  createdAt: 0,
};
const EXPECTED = { vm: VM, pool: 'general', labels: {}, taints: [], kubernetesVersion: '1.34' };
const SILENT: NodeCase = {
  vm: VM,
  expected: EXPECTED,
  node: undefined,
  instance: none,
  machine: none,
  status: none,
  console: none,
  certificate: none,
  ciliumNode: none,
};
/** A VM that runs, of which the clouds tell nothing bad and nothing more. */
const RUNNING: Partial<NodeCase> = {
  machine: known({ name: VM, provisioningState: 'Succeeded', createdAt: 0 }),
  status: known({ agent: undefined, power: 'running', failure: undefined }),
  instance: known(undefined),
};

const node = (facts: Partial<NodeFacts>, rest: Partial<NodeCase> = {}): Partial<NodeCase> => ({
  node: { ...NODE, ...facts },
  ...rest,
});
const consoleOf = (facts: Partial<ConsoleFacts>): Partial<NodeCase> => ({
  console: known({
    booted: true,
    phase: 'init',
    result: undefined,
    code: undefined,
    message: '',
    ...facts,
  }),
});
const failed = (code: string, message = 'It went wrong.'): Partial<NodeCase> =>
  consoleOf({ result: 'failed', code, message });
const activations = (...all: Partial<ActivationFacts>[]): Partial<ClusterFacts> => ({
  activations: known(all.map((one) => ({ id: 'a', role: 'r', limit: 2, used: 0, expired: false, ...one }))),
});

interface Row {
  readonly rule: string;
  /** Facts that make the rule apply, and words that the sentence must hold. */
  readonly facts: Partial<NodeCase>;
  readonly cluster?: Partial<ClusterFacts>;
  readonly words: string;
  /** Facts as near as can be to which it does not apply. */
  readonly near: Partial<NodeCase>;
  readonly nearCluster?: Partial<ClusterFacts>;
}

const NODE_ROWS: readonly Row[] = [
  {
    rule: 'vm-stopped',
    facts: node(
      { ready: 'Unknown' },
      { status: known({ agent: undefined, power: 'deallocated', failure: undefined }) },
    ),
    words: 'its VM is deallocated',
    near: node(
      { ready: 'Unknown' },
      { status: known({ agent: undefined, power: 'starting', failure: undefined }) },
    ),
  },
  {
    rule: 'contact-lost',
    facts: node({ ready: 'Unknown' }),
    words: 'not heard of',
    near: node({ ready: 'False' }),
  },
  {
    rule: 'disk',
    facts: node({ troubles: ['DiskPressure'] }),
    words: 'disk',
    near: node({ troubles: ['PIDPressure'] }),
  },
  {
    rule: 'pressure',
    facts: node({ troubles: ['MemoryPressure', 'PIDPressure'] }),
    words: 'MemoryPressure and PIDPressure',
    near: node({ troubles: ['DiskPressure'] }),
  },
  {
    rule: 'clock',
    facts: node({
      ready: 'False',
      message: 'x509: certificate has expired or is not yet valid: current time is before 2026-11-22',
    }),
    words: 'clock',
    near: node({ ready: 'True', message: 'x509: certificate has expired or is not yet valid' }),
  },
  {
    rule: 'cni-missing',
    facts: node(
      { ready: 'False', message: 'container runtime network not ready: cni plugin not initialized' },
      { ciliumNode: known(false) },
    ),
    words: 'its agent has not started',
    near: node({ ready: 'False', message: 'container runtime is down' }, { ciliumNode: known(false) }),
  },
  {
    rule: 'not-ready',
    facts: node({ ready: 'False', message: 'container runtime is down' }),
    words: 'container runtime is down',
    near: node({ ready: 'Unknown' }),
  },
  {
    rule: 'certificate-pending',
    facts: node({}, { certificate: known('denied') }),
    words: 'denied',
    near: node({}, { certificate: known('approved') }),
  },
  {
    rule: 'version-skew',
    facts: node({ kubeletVersion: 'v1.33.9' }),
    words: '1.34 is expected',
    near: node({ kubeletVersion: 'v1.34.0' }),
  },
  {
    rule: 'settings-differ',
    facts: node(
      {},
      { expected: { ...EXPECTED, taints: [{ key: 'spot', value: 'true', effect: 'NoSchedule' }] } },
    ),
    words: 'taint spot=true:NoSchedule',
    near: node(
      { taints: [{ key: 'spot', value: 'true', effect: 'NoSchedule' }] },
      { expected: { ...EXPECTED, taints: [{ key: 'spot', value: 'true', effect: 'NoSchedule' }] } },
    ),
  },
];

const code = (rule: string, given: string, words: string, message?: string): Row => ({
  rule,
  facts: failed(given, message),
  words,
  near: consoleOf({ result: 'ok', code: given, ...(message !== undefined && { message }) }),
});

const CONSOLE_ROWS: readonly Row[] = [
  code('clock', 'J55', 'clock', 'nodeadm init failed: RequestTimeTooSkewed'),
  code('disk', 'J40', 'disk', 'nodeadm install failed: No space left on device'),
  code('secret-denied', 'J23', 'may not read'),
  code('secret-missing', 'J24', 'found no activation'),
  code('activation-expired', 'J50', 'too late'),
  code('activation-used-up', 'J51', 'used up, deleted or of another region'),
  code('outside-remote-networks', 'J52', '10.80.0.0/20'),
  code('access-entry-missing', 'J53', 'does not know the role'),
  code('version-skew', 'J56', 'does not fit'),
  code('endpoint-unreachable', 'J54', 'cannot reach'),
  code('nodeadm-refused', 'J32', 'not installed'),
  code('kubelet-unhealthy', 'J60', 'healthy'),
  code('join-failed', 'J13', 'could not join'),
];

const CLOUD_ROWS: readonly Row[] = [
  {
    rule: 'vm-missing',
    facts: { machine: known(undefined) },
    words: 'Azure has no VM',
    near: { machine: none },
  },
  {
    rule: 'vm-failed',
    facts: { ...RUNNING, status: known({ agent: undefined, power: undefined, failure: 'SkuNotAvailable' }) },
    words: 'SkuNotAvailable',
    near: RUNNING,
  },
  {
    rule: 'vm-stopped',
    facts: { ...RUNNING, status: known({ agent: undefined, power: 'stopped', failure: undefined }) },
    words: 'is stopped',
    near: { ...RUNNING, status: known({ agent: undefined, power: undefined, failure: undefined }) },
  },
  {
    rule: 'access-entry-missing',
    facts: RUNNING,
    cluster: { hasAccessEntry: known(false) },
    words: 'no access entry',
    near: RUNNING,
    nearCluster: { hasAccessEntry: none },
  },
  {
    rule: 'ssm-lost',
    facts: instance('ConnectionLost'),
    words: 'ConnectionLost',
    near: instance('Online'),
  },
  { rule: 'joining', facts: instance('Online'), words: 'registered as mi-1', near: RUNNING },
  {
    rule: 'activation-expired',
    facts: RUNNING,
    cluster: activations({ expired: true }),
    words: 'every activation of the cluster is expired',
    near: RUNNING,
    nearCluster: activations({ expired: true }, {}),
  },
  {
    rule: 'activation-used-up',
    facts: RUNNING,
    cluster: activations({ used: 2 }),
    words: 'no activation of the cluster has a registration left',
    near: RUNNING,
    nearCluster: activations({ used: 1 }),
  },
  {
    rule: 'never-booted',
    facts: { ...RUNNING, ...consoleOf({ booted: false, phase: undefined }) },
    words: 'nothing ever came from its console',
    near: { ...RUNNING, ...consoleOf({ booted: true, phase: 'preflight' }) },
  },
];

function instance(ping: string): Partial<NodeCase> {
  return {
    ...RUNNING,
    instance: known({ id: 'mi-1', ping, registeredAt: 0, activationId: 'a' }),
  };
}

const TABLES: readonly [string, readonly ReadinessRule[], readonly Row[]][] = [
  ['the Node', NODE_RULES, NODE_ROWS],
  ['the console', CONSOLE_RULES, CONSOLE_ROWS],
  ['the clouds', CLOUD_RULES, CLOUD_ROWS],
];

describe.each(TABLES)('rules about what is told by %s', (_source, rules, rows) => {
  test('have a row each', () => {
    expect(rows.map(({ rule }) => rule)).toEqual(rules.map(({ id }) => id));
  });

  test.each(rows)(
    '$rule is the cause on its facts alone',
    ({ rule, facts, cluster, words, near, nearCluster }) => {
      const own = rules.find(({ id }) => id === rule);
      const whole = { ...CLUSTER, ...cluster };
      const cause = findCause({ ...SILENT, ...facts }, whole);
      expect(cause).toEqual({
        rule,
        sentence: own?.find({ ...SILENT, ...facts }, whole),
        remedy: own?.remedy,
        isFault: own?.isFault,
      });
      expect(cause?.sentence).toContain(words);
      expect(own?.find({ ...SILENT, ...near }, { ...CLUSTER, ...nearCluster })).toBeUndefined();
    },
  );

  test('apply to nothing that is not known', () => {
    const found = rules.filter(({ find }) => find(SILENT, NO_CLUSTER) !== undefined);
    expect(found.map(({ id }) => id)).toEqual([]);
    const healthy = rules.filter(({ find }) => find({ ...SILENT, node: NODE }, NO_CLUSTER) !== undefined);
    expect(healthy.map(({ id }) => id)).toEqual([]);
  });
});

test('the tables are all the rules there are', () => {
  expect(TABLES.flatMap(([, rules]) => rules)).toEqual([...READINESS_RULES]);
});

describe('a node that no rule tells anything of', () => {
  test('is well when it is there', () => {
    expect(findCause({ ...SILENT, node: NODE }, CLUSTER)).toBeUndefined();
  });

  test('is of unknown cause, with the sources that could not be asked', () => {
    expect(findCause({ ...SILENT, machine: unknown('403') }, NO_CLUSTER)).toMatchObject({
      rule: 'cause-unknown',
      isFault: false,
      sentence: `There is no node of ${VM}, and not all could be asked (Azure: 403; the console: nobody was asked; Systems Manager: nobody was asked).`,
    });
  });

  test('is of unknown cause when all were asked and none knew', () => {
    const asked = { ...SILENT, ...RUNNING, console: known(readConsole('')), status: none };
    expect(findCause(asked, CLUSTER)).toMatchObject({
      rule: 'cause-unknown',
      sentence: `There is no node of ${VM}, and no source says why.`,
    });
  });
});
