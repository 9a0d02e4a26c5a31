/** What is asked of the suite: which tests in which batch, and with which arguments. */

/** Patterns of one run of the CLI: what it runs, and what it leaves out. */
export interface SuiteBatch {
  /** From 1. */
  readonly number: number;
  /** Regular expressions over `test/scenario`, as `--test` takes them. */
  readonly patterns: readonly string[];
  /** The same, without the `!` before them. */
  readonly excluded: readonly string[];
}

/** So many patterns a batch; what begins with `!` is left out of all of them. */
export function planBatches(patterns: readonly string[], size: number): readonly SuiteBatch[] {
  const excluded = patterns.filter((one) => one.startsWith('!')).map((one) => one.slice(1));
  const wanted = patterns.filter((one) => !one.startsWith('!'));
  return Array.from({ length: Math.ceil(wanted.length / size) }, (_, index) => ({
    number: index + 1,
    patterns: wanted.slice(index * size, (index + 1) * size),
    excluded,
  }));
}

/** The pattern of one test and no other: names such as `no-policies` begin longer ones. */
export function patternOf(test: string): string {
  return `^${test.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}/`;
}

export interface SuiteArguments {
  /** Namespace without the `-1` that the CLI puts behind it. */
  readonly namespace: string;
  readonly namespaceLabel: readonly [name: string, value: string];
  readonly nodeLabel: readonly [name: string, value: string];
  /** Where Cilium is. */
  readonly ciliumNamespace: string;
  /** Of the kubeconfig; undefined takes its current one. */
  readonly context: string | undefined;
  readonly junitFile: string;
  readonly timeoutSeconds: number;
  /** From the input, checked by `refusedArgument`. */
  readonly extra: readonly string[];
}

/**
 * Arguments of `cilium connectivity test`. One test at a time, and every line printed: actions that pass are named
 * nowhere but there. Without Hubble, which the API server would have to forward and EKS does not install.
 */
export function testArguments({ patterns, excluded }: SuiteBatch, given: SuiteArguments): readonly string[] {
  const tests = [...patterns, ...excluded.map((one) => `!${one}`)];
  return [
    'connectivity',
    'test',
    ...contextArguments(given),
    ...tests.flatMap((one) => ['--test', one]),
    ...['--test-namespace', given.namespace],
    ...['--namespace-labels', given.namespaceLabel.join('=')],
    ...['--node-selector', given.nodeLabel.join('=')],
    ...['--junit-file', given.junitFile],
    ...['--timeout', `${String(given.timeoutSeconds)}s`],
    ...['--test-concurrency', '1'],
    ...['--hubble=false', '--flow-validation=disabled', '--verbose'],
    ...given.extra,
  ];
}

/** Which cluster and which Cilium: for each command of the CLI that talks to it. */
export function contextArguments({
  ciliumNamespace,
  context,
}: Pick<SuiteArguments, 'ciliumNamespace' | 'context'>): readonly string[] {
  return ['--namespace', ciliumNamespace, ...(context === undefined ? [] : ['--context', context])];
}

/**
 * Arguments that may be given beside those above: targets outside, images, patience. None of them decides what is run,
 * where it runs, or whether a failure counts.
 */
const ALLOWED = new Set([
  '--all-flows',
  '--assume-cilium-version',
  '--connect-timeout',
  '--curl-image',
  '--dns-test-server-image',
  '--external-cidr',
  '--external-ip',
  '--external-other-ip',
  '--external-other-target',
  '--external-target',
  '--external-target-ca-name',
  '--external-target-ca-namespace',
  '--ip-families',
  '--json-mock-image',
  '--post-test-sleep',
  '--request-timeout',
  '--retry',
  '--retry-delay',
  '--service-type',
  '--tolerations',
]);

/** Why an argument is not passed on; undefined when it is. Values come after `=`, so that none is taken for a flag. */
export function refusedArgument(argument: string): string | undefined {
  const [, flag = '', value] = /^(--[a-z-]+)(?:=(.*))?$/s.exec(argument) ?? [];
  if (flag === '') return 'an argument of the form --name=value';
  if (!ALLOWED.has(flag)) return `one of ${[...ALLOWED].join(', ')}`;
  return value === undefined && flag !== '--all-flows' ? `${flag}=value, in one piece` : undefined;
}
