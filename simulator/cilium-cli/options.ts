/** Options of `cilium connectivity test` that the stand-in knows; anything else is an unknown flag, as for the real one. */
import { readArguments } from '../pods/flags.ts';

const FLAGS = [
  ...[
    'single-node',
    'force-deploy',
    'hubble',
    'collect-sysdump-on-failure',
    'cleanup',
    'exit-zero-on-failure',
  ],
  ...['print-flows', 'all-flows', 'curl-insecure', 'include-unsafe-tests', 'include-conn-disrupt-test'],
  ...['verbose', 'v', 'debug', 'd', 'timestamp', 't', 'flush-ct', 'print-image-artifacts'],
];
const VALUED = [
  ...['context', 'kubeconfig', 'namespace', 'n', 'test', 'node-selector', 'junit-file', 'junit-property'],
  ...['timeout', 'test-concurrency', 'test-namespace', 'namespace-labels', 'tolerations', 'flow-validation'],
  ...['external-target', 'external-other-target', 'external-cidr', 'external-ip', 'external-other-ip'],
  ...['service-type', 'ip-families', 'connect-timeout', 'request-timeout', 'retry', 'retry-delay'],
  ...['curl-image', 'json-mock-image', 'dns-test-server-image', 'post-test-sleep', 'multi-cluster'],
  ...['sysdump-output-filename', 'sysdump-node-list', 'log-check-levels', 'expected-drop-reasons'],
];

export interface TestOptions {
  /** Regular expressions to run, or with `!` in front to leave out. */
  readonly tests: readonly string[];
  readonly singleNode: boolean;
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly junitFile: string;
  /** Milliseconds; 0 for no end. */
  readonly timeoutMs: number;
  /** With the number that the program puts behind it. */
  readonly testNamespace: string;
  readonly namespaceLabels: Readonly<Record<string, string>>;
  readonly tolerations: readonly string[];
  readonly ciliumNamespace: string;
  readonly curlImage: string;
  readonly jsonMockImage: string;
  /** Milliseconds. */
  readonly connectTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly forceDeploy: boolean;
  readonly cleanup: boolean;
  readonly exitZeroOnFailure: boolean;
  readonly verbose: boolean;
  readonly sysdumpOnFailure: boolean;
  readonly sysdumpFile: string;
  /** What came behind `connectivity test`, for the JUnit file. */
  readonly args: readonly string[];
}

/** Images of cilium-cli without the digests that it pins. */
const CURL_IMAGE = 'quay.io/cilium/alpine-curl:v1.10.0';
const JSON_MOCK_IMAGE = 'quay.io/cilium/json-mock:v1.4.1';

/** Reads the arguments behind `connectivity test`. Throws an Error in the words of the program. */
export function readTestOptions(args: readonly string[]): TestOptions {
  const given = readArguments(args, FLAGS, VALUED);
  if (given.unknown !== undefined) throw new Error(`unknown flag: ${given.unknown}`);
  const list = (name: string) => given.values(name).flatMap((value) => value.split(','));
  const isSet = (name: string) => given.has(name) && given.value(name) !== 'false';
  const duration = (name: string, other: string) => durationMs(name, given.value(name) ?? other);
  return {
    tests: list('test').filter((test) => test !== ''),
    singleNode: isSet('single-node'),
    nodeSelector: pairs(list('node-selector')),
    junitFile: given.value('junit-file') ?? '',
    timeoutMs: duration('timeout', '0'),
    testNamespace: `${given.value('test-namespace') ?? 'cilium-test'}-1`,
    namespaceLabels: pairs(list('namespace-labels')),
    tolerations: list('tolerations').filter((key) => key !== ''),
    ciliumNamespace: given.value('namespace', 'n') ?? 'kube-system',
    curlImage: given.value('curl-image') ?? CURL_IMAGE,
    jsonMockImage: given.value('json-mock-image') ?? JSON_MOCK_IMAGE,
    connectTimeoutMs: duration('connect-timeout', '2s'),
    requestTimeoutMs: duration('request-timeout', '10s'),
    forceDeploy: isSet('force-deploy'),
    cleanup: isSet('cleanup'),
    exitZeroOnFailure: isSet('exit-zero-on-failure'),
    verbose: isSet('verbose') || given.has('v') || isSet('debug') || given.has('d'),
    sysdumpOnFailure: isSet('collect-sysdump-on-failure'),
    sysdumpFile: given.value('sysdump-output-filename') ?? 'cilium-sysdump',
    args,
  };
}

function pairs(entries: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entries.filter((entry) => entry !== '').map((entry) => entry.split('=', 2) as [string, string]),
  );
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A duration as Go writes it, `1h2m3.5s`, in milliseconds. */
export function durationMs(name: string, text: string): number {
  if (text === '0') return 0;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) {
    throw new Error(`invalid argument "${text}" for "--${name}" flag: time: invalid duration "${text}"`);
  }
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0), 0);
}
