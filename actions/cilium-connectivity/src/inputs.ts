import { actionErrors } from '#lib/action/action-errors.js';
import {
  booleanInput,
  durationInput,
  enumInput,
  integerInput,
  listInput,
  readAll,
  refusedInput,
  stringInput,
} from '#lib/action/inputs.js';
import { pathInput } from '#lib/action/path-input.js';
import type { Encryption } from '#lib/connectivity/cilium-encryption.js';
import type { MatrixOptions } from '#lib/connectivity/matrix.js';
import type { NodeChoice } from '#lib/connectivity/nodes.js';
import { refusedArgument } from '#lib/connectivity/suite-plan.js';
import type { Cloud, PodRouting } from '#lib/connectivity/types.js';
import type { ClusterPlace } from '#lib/kubernetes/types.js';

/** How Cilium's own suite is run; read in mode `suite` alone. */
export interface SuiteInputs {
  /** With the v. */
  readonly cliVersion: string;
  /** Lower case. */
  readonly sha256: string | undefined;
  readonly mirrorUrl: string | undefined;
  readonly ciliumNamespace: string;
  readonly patterns: readonly string[];
  readonly batchSize: number;
  readonly batchTimeoutMs: number;
  readonly reruns: number;
  readonly allowFlaky: boolean;
  readonly minimumTests: number;
  readonly extra: readonly string[];
}

export interface Inputs {
  readonly mode: 'probe' | 'suite';
  readonly suite: SuiteInputs;
  /** Absolute: RUNNER_TOOL_CACHE; empty in mode `probe`. */
  readonly toolCache: string;
  /** HTTPS_PROXY and its like, as the job has them. */
  readonly proxy: Readonly<Record<string, string | undefined>>;
  readonly clusterName: string;
  readonly place: ClusterPlace;
  readonly routing: PodRouting;
  readonly choice: NodeChoice;
  readonly image: string;
  /** Where a NetworkPolicy must be enforced; empty checks none. */
  readonly policyClouds: readonly Cloud[];
  readonly matrix: MatrixOptions;
  /** Bytes. */
  readonly minimumMtu: number;
  readonly minimumChecks: number;
  readonly parallel: number;
  readonly startTimeoutMs: number;
  readonly timeoutMs: number;
  readonly orphanAfterMs: number;
  /** How traffic between hybrid nodes must be encrypted; `none` looks at nothing. */
  readonly encryption: Encryption;
  /** Whether it is measured how much passes between the clouds. */
  readonly throughput: boolean;
  /** Mbit/s each way; 0 demands none. */
  readonly minimumThroughput: number;
  /** Whether logs, events and states are kept when something failed. */
  readonly diagnostics: boolean;
  /** Absolute. */
  readonly previousReport: string | undefined;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const IMAGE = /^[a-z0-9][a-z0-9._:/-]{0,254}(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(@sha256:[0-9a-f]{64})?$/;

export function readInputs(): Inputs {
  const given = readAll({ ...placeReaders(), ...probeReaders(), ...limitReaders(), ...extraReaders() });
  const mode = enumInput('mode', ['probe', 'suite'], { default: 'probe' });
  const suite = readAll(suiteReaders());
  const { clusterName, context, perCloud, names, samples, bodyBytes, maximumLossPercent, maximumLatencyMs } =
    given;
  return {
    ...given,
    mode,
    suite: {
      ...suite,
      cliVersion: `v${suite.cliVersion.replace(/^v/, '')}`,
      sha256: suite.sha256?.toLowerCase(),
    },
    toolCache: mode === 'suite' ? readToolCache() : '',
    proxy: Object.fromEntries(PROXY_VARIABLES.map((name) => [name, process.env[name]])),
    clusterName: clusterName ?? context ?? 'kubeconfig',
    place: placeOf(given),
    choice: { perCloud, names },
    policyClouds: cloudsOf(given.policyNames),
    matrix: { samples, bodyBytes, maximumLossPercent, maximumLatencyMs },
  };
}

function placeReaders() {
  return {
    clusterName: () =>
      stringInput('cluster-name', {
        pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/,
        allowed: 'the name of an EKS cluster',
      }),
    region: readRegion,
    kubeconfig: () => pathInput('kubeconfig', { mustExist: 'file', within: 'workspace-or-temp' }),
    context: () => stringInput('kubeconfig-context'),
    previousReport: () => pathInput('previous-report', { within: 'workspace-or-temp' }),
  };
}

function probeReaders() {
  return {
    routing: () => enumInput('pod-routing', ['gateway', 'bgp', 'udr', 'masquerade'], { required: true }),
    perCloud: () => integerInput('nodes-per-cloud', { default: 2, minimum: 1, maximum: 16 }),
    names: () => listInput('nodes'),
    image: () =>
      stringInput('image', {
        default: 'registry.k8s.io/e2e-test-images/agnhost:2.53',
        pattern: IMAGE,
        allowed: 'an image with a tag or a digest',
      }),
    policyNames: () => listInput('policy-clouds', { default: ['azure'] }),
    samples: () => integerInput('samples', { default: 10, minimum: 2, maximum: 100 }),
    bodyBytes: () => integerInput('body-size', { default: 65_536, minimum: 2000, maximum: 1_000_000 }),
  };
}

function extraReaders() {
  return {
    encryption: () => enumInput('encryption', ['none', 'wireguard', 'ipsec'], { default: 'none' }),
    throughput: () => booleanInput('throughput', { default: false }),
    minimumThroughput: () => integerInput('minimum-throughput', { default: 0, minimum: 0, maximum: 10_000 }),
    diagnostics: () => booleanInput('diagnostics', { default: true }),
  };
}

function limitReaders() {
  return {
    maximumLossPercent: () => integerInput('maximum-loss', { default: 10, minimum: 0, maximum: 99 }),
    maximumLatencyMs: () =>
      durationInput('maximum-latency', { default: 200, minimum: 1, maximum: 10 * SECOND_MS }),
    minimumMtu: () => integerInput('minimum-mtu', { default: 1280, minimum: 576, maximum: 9001 }),
    minimumChecks: () => integerInput('minimum-checks', { default: 20, minimum: 1, maximum: 100_000 }),
    parallel: () => integerInput('parallel', { default: 8, minimum: 1, maximum: 32 }),
    startTimeoutMs: () =>
      durationInput('start-timeout', {
        default: 3 * MINUTE_MS,
        minimum: 5 * SECOND_MS,
        maximum: 30 * MINUTE_MS,
      }),
    timeoutMs: () =>
      durationInput('timeout', { default: 15 * MINUTE_MS, minimum: 10 * SECOND_MS, maximum: 2 * HOUR_MS }),
    orphanAfterMs: () =>
      durationInput('orphan-after', {
        default: 3 * HOUR_MS,
        minimum: 10 * MINUTE_MS,
        maximum: 720 * HOUR_MS,
      }),
  };
}

const PROXY_VARIABLES = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy', 'no_proxy'];

function suiteReaders() {
  return {
    cliVersion: () =>
      stringInput('cilium-cli-version', {
        default: 'v0.19.7',
        pattern: /^v?\d{1,3}\.\d{1,3}\.\d{1,3}$/,
        allowed: 'a version such as v0.19.7',
      }),
    sha256: () =>
      stringInput('cilium-cli-sha256', {
        pattern: /^[0-9a-f]{64}$/i,
        allowed: 'a SHA-256 of 64 hexadecimal digits',
      }),
    mirrorUrl: () =>
      stringInput('mirror-url', {
        pattern: /^https?:\/\/[^\s?#]+$/,
        allowed: 'an address without query or fragment',
      }),
    ciliumNamespace: () =>
      stringInput('cilium-namespace', {
        default: 'kube-system',
        pattern: /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
        allowed: 'the name of a namespace',
      }),
    patterns: readPatterns,
    batchSize: () => integerInput('batch-size', { default: 1, minimum: 1, maximum: 200 }),
    batchTimeoutMs: () =>
      durationInput('batch-timeout', {
        default: 10 * MINUTE_MS,
        minimum: 10 * SECOND_MS,
        maximum: 2 * HOUR_MS,
      }),
    reruns: () => integerInput('reruns', { default: 1, minimum: 0, maximum: 5 }),
    allowFlaky: () => booleanInput('allow-flaky', { default: false }),
    minimumTests: () => integerInput('minimum-tests', { default: 3, minimum: 1, maximum: 1000 }),
    extra: readExtra,
  };
}

/** What the CLI is asked to run. Commas part patterns, for the CLI as for this input. */
function readPatterns(): readonly string[] {
  const patterns = listInput('tests', {
    default: ['^no-policies/', '^all-ingress-deny-knp/', '^echo-ingress-knp/', '^client-egress-knp/'],
  });
  if (patterns.every((one) => one.startsWith('!'))) {
    throw refusedInput('tests', patterns.join(','), 'patterns of which at least one does not begin with !');
  }
  const strange = patterns.find((one) => !/^!?[\w./^$*+?()|[\]\\-]+$/.test(one));
  if (strange === undefined) return patterns;
  throw refusedInput('tests', strange, 'a regular expression over names such as no-policies/pod-to-pod');
}

function readExtra(): readonly string[] {
  const extra = listInput('cilium-cli-arguments');
  for (const argument of extra) {
    const allowed = refusedArgument(argument);
    if (allowed !== undefined) throw refusedInput('cilium-cli-arguments', argument, allowed);
  }
  return extra;
}

function readToolCache(): string {
  const path = variable('RUNNER_TOOL_CACHE');
  if (path === undefined)
    throw actionErrors.EHA1006('The environment variable RUNNER_TOOL_CACHE is not set.');
  return path;
}

interface GivenPlace {
  readonly clusterName: string | undefined;
  readonly kubeconfig: string | undefined;
  readonly context: string | undefined;
  readonly region: string | undefined;
}

function placeOf({ clusterName, kubeconfig, context, region }: GivenPlace): ClusterPlace {
  if (kubeconfig !== undefined) {
    return { kind: 'kubeconfig', path: kubeconfig, ...(context === undefined ? {} : { context }) };
  }
  if (clusterName === undefined) throw refusedInput('cluster-name', '', 'given, or a kubeconfig');
  if (region === undefined) throw refusedInput('aws-region', '', 'given, or AWS_REGION be set');
  return { kind: 'eks', clusterName, region };
}

function cloudsOf(names: readonly string[]): readonly Cloud[] {
  if (names.length === 1 && names[0] === 'none') return [];
  return names.map((name) => {
    if (name === 'aws' || name === 'azure') return name;
    throw refusedInput('policy-clouds', name, '`aws`, `azure`, both, or `none` alone');
  });
}

/** An empty variable is one that is not set. */
function variable(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

function readRegion(): string | undefined {
  const pattern = /^[a-z]{2}(-[a-z]+)+-\d$/;
  const given = stringInput('aws-region', { pattern, allowed: 'a region such as eu-central-1' });
  return given ?? variable('AWS_REGION') ?? variable('AWS_DEFAULT_REGION');
}
