/**
 * The tests of the suite that the simulated network can answer, by the names of cilium-cli, and some that are left out
 * because a feature is missing. Source: cilium-cli 0.19, `connectivity/builder` and `connectivity/tests`.
 */
import type { KubeObject } from '../../world/kube-types.ts';
import type { TestOptions } from '../options.ts';
import type { Deployed, Peer } from './deploy.ts';
import { allowPolicy, denyPolicy, type PolicyRules } from './workloads.ts';

/** One command in a client pod. */
export interface PlannedAction {
  readonly name: string;
  readonly source: Peer;
  readonly target: Peer;
  readonly command: readonly string[];
  /** Whether the command has to fail, because a policy denies it. */
  readonly denied: boolean;
}

export interface Scenario {
  readonly name: string;
  actions(deployed: Deployed, options: TestOptions): readonly PlannedAction[];
}

export interface SuiteTest {
  readonly name: string;
  readonly scenarios: readonly Scenario[];
  /** Why it is left out; empty when it runs. */
  missing(deployed: Deployed): string;
  policies(namespace: string): readonly Pick<KubeObject, 'metadata'>[];
}

function curl(target: Peer, options: TestOptions): readonly string[] {
  const format = '%{local_ip}:%{local_port} -> %{remote_ip}:%{remote_port} = %{response_code}\n';
  return [
    ...['curl', '-w', format, '--silent', '--fail', '--show-error', '--output', '/dev/null'],
    ...[
      '--connect-timeout',
      seconds(options.connectTimeoutMs),
      '--max-time',
      seconds(options.requestTimeoutMs),
    ],
    `http://${target.address}:${target.port}/`,
  ];
}

function seconds(ms: number): string {
  return String(ms / 1000);
}

function ping(target: Peer): readonly string[] {
  return ['ping', '-c', '1', '-W', '2', target.address];
}

type Command = (target: Peer, options: TestOptions) => readonly string[];

/** Each client to each target that is not itself. */
function scenario(
  name: string,
  verb: string,
  targetsOf: (deployed: Deployed) => readonly Peer[],
  command: Command,
  isDenied: (source: Peer) => boolean = () => false,
): Scenario {
  return {
    name,
    actions: (deployed, options) =>
      deployed.clients
        .flatMap((source) =>
          targetsOf(deployed)
            .filter((target) => target.name !== source.name)
            .map((target) => ({ source, target })),
        )
        .map(({ source, target }, index) => ({
          name: `${verb}-ipv4-${index}`,
          source,
          target,
          command: command(target, options),
          denied: isDenied(source),
        })),
  };
}

const POD_TO_POD = scenario('pod-to-pod', 'curl', ({ echoes }) => echoes, curl);
const POD_TO_POD_DENIED = scenario(
  'pod-to-pod',
  'curl',
  ({ echoes }) => echoes,
  curl,
  () => true,
);
/** The first client alone is let in. */
const FROM_CLIENT_ONLY = scenario(
  'pod-to-pod',
  'curl',
  ({ echoes }) => echoes,
  curl,
  ({ pod }) => !pod.startsWith('client-'),
);
const CLIENT_TO_CLIENT = scenario('client-to-client', 'ping', ({ clients }) => clients, ping);
const POD_TO_SERVICE = scenario('pod-to-service', 'curl', ({ services }) => services, curl);
const POD_TO_HOST = scenario('pod-to-host', 'ping', ({ nodes }) => nodes, ping);
/** Without fragments, as large as the interface of the pod takes: the size is filled in when it runs. */
const NO_FRAG = scenario(
  'pod-to-pod-no-frag',
  'ping',
  ({ echoes }) => echoes.filter(({ name }) => name.includes('echo-other-node')),
  ({ address }) => ['ping', '-c', '1', '-W', '2', '-M', 'do', '-s', 'MTU', address],
);

function test(
  name: string,
  scenarios: readonly Scenario[],
  missing: SuiteTest['missing'] = () => '',
): SuiteTest {
  return { name, scenarios, missing, policies: () => [] };
}

function denied(name: string, direction: 'Ingress' | 'Egress'): SuiteTest {
  const kind = direction === 'Ingress' ? 'echo' : 'client';
  const policies = (namespace: string) => [denyPolicy(name, namespace, direction, kind)];
  return { ...test(name, [POD_TO_POD_DENIED]), policies };
}

function allowed(name: string, scenarios: readonly Scenario[], rules: PolicyRules): SuiteTest {
  return { ...test(name, scenarios), policies: (namespace) => [allowPolicy(name, namespace, rules)] };
}

function left(name: string, feature: string): SuiteTest {
  return test(name, [POD_TO_POD], () => `Feature ${feature} is disabled`);
}

/** In the order in which they run; the last look at the whole cluster. */
export const SUITE: readonly SuiteTest[] = [
  test('no-policies', [POD_TO_POD, CLIENT_TO_CLIENT, POD_TO_SERVICE, POD_TO_HOST]),
  test('pod-to-pod-no-frag', [NO_FRAG], ({ singleNode }) => (singleNode ? 'single node' : '')),
  left('client-egress-l7', 'l7-proxy'),
  denied('all-ingress-deny-knp', 'Ingress'),
  denied('all-egress-deny-knp', 'Egress'),
  test('cluster-entity', [POD_TO_POD]),
  allowed('echo-ingress-knp', [FROM_CLIENT_ONLY], {
    kind: 'echo',
    direction: 'Ingress',
    peer: { name: 'client' },
  }),
  allowed('client-egress-knp', [POD_TO_POD], {
    kind: 'client',
    direction: 'Egress',
    peer: { kind: 'echo' },
  }),
  left('egress-gateway', 'egress-gateway'),
  left('pod-to-pod-encryption', 'encryption-pod'),
  left('node-to-node-encryption', 'encryption-node'),
  left('to-fqdns', 'l7-proxy'),
  test('no-unexpected-packet-drops', [{ name: 'no-unexpected-packet-drops', actions: () => [] }]),
  test('check-log-errors', [{ name: 'no-errors-in-logs', actions: () => [] }]),
];
