import {
  durationInput,
  enumInput,
  integerInput,
  listInput,
  readAll,
  refusedInput,
  stringInput,
} from '#lib/action/inputs.js';
import { pathInput } from '#lib/action/path-input.js';
import type { MatrixOptions } from '#lib/connectivity/matrix.js';
import type { NodeChoice } from '#lib/connectivity/nodes.js';
import type { Cloud, PodRouting } from '#lib/connectivity/types.js';
import type { ClusterPlace } from '#lib/kubernetes/types.js';

export interface Inputs {
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
  /** Absolute. */
  readonly previousReport: string | undefined;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const IMAGE = /^[a-z0-9][a-z0-9._:/-]{0,254}(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(@sha256:[0-9a-f]{64})?$/;

export function readInputs(): Inputs {
  const given = readAll({ ...placeReaders(), ...probeReaders(), ...limitReaders() });
  const { clusterName, context, perCloud, names, samples, bodyBytes, maximumLossPercent, maximumLatencyMs } =
    given;
  return {
    ...given,
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
      durationInput('timeout', { default: 15 * MINUTE_MS, minimum: 30 * SECOND_MS, maximum: 2 * HOUR_MS }),
    orphanAfterMs: () =>
      durationInput('orphan-after', {
        default: 3 * HOUR_MS,
        minimum: 10 * MINUTE_MS,
        maximum: 720 * HOUR_MS,
      }),
  };
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
