/** One test: its policies, its scenarios, its actions as commands in pods. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Executed } from '../api.ts';
import type { PlannedAction, Scenario, SuiteTest } from './catalogue.ts';
import { type Deployed, type Surroundings } from './deploy.ts';
import type { TestResult } from './junit.ts';
import type { Selection } from './selection.ts';

/** Real: a policy needs time to reach the agents. */
const RETRIES = 3;
const PING_HEADERS = 28;

/** The program is to die as after a panic. */
export class Crashed extends Error {}

export interface RunningSuite extends Surroundings {
  readonly deployed: Deployed;
  readonly selection: Selection;
}

/** Runs the chosen scenarios of a test. Throws when the run is cancelled. */
export async function runTest(suite: RunningSuite, test: SuiteTest): Promise<TestResult> {
  const { instructed, output, signal } = suite;
  const startedAt = new Date();
  if (instructed.has('crash', test.name)) throw new Crashed(test.name);
  if (instructed.has('hang', test.name)) await pause(2 ** 30, undefined, { signal });
  await pause(instructed.waitBefore(test.name), undefined, { signal });
  let toFail = await instructed.failing(test.name);
  const failures: TestResult['failures'][number][] = [];
  let actions = 0;
  await withPolicies(suite, test, async () => {
    for (const scenario of chosen(suite, test)) {
      output.detail(`[-] Scenario [${test.name}/${scenario.name}]`);
      for (const action of scenario.actions(suite.deployed, suite.options)) {
        signal.throwIfAborted();
        actions += 1;
        const title = titleOf(test, scenario, action);
        output.detail(`[.] Action [${title}]`);
        output.dot();
        const real = await problemOf(suite, action);
        const message = real ?? (toFail > 0 ? instructedFailure(action) : undefined);
        toFail -= 1;
        if (message === undefined) continue;
        output.detail(`❌ ${message}`);
        failures.push({ action: title, message });
      }
    }
  });
  output.flush(failures.length > 0);
  const seconds = (Date.now() - startedAt.getTime()) / 1000;
  const status = failures.length > 0 ? 'failed' : 'passed';
  return { name: test.name, status, failures, startedAt: startedAt.toISOString(), seconds, actions };
}

/** Scenarios of a test that the expressions choose. */
export function chosen({ selection }: RunningSuite, test: SuiteTest): readonly Scenario[] {
  return test.scenarios.filter(({ name }) => selection.chooses(test.name, name));
}

function titleOf(test: SuiteTest, scenario: Scenario, { name, source, target }: PlannedAction): string {
  const peers = `${source.name} (${source.address}) -> ${target.name} (${target.address}:${target.port})`;
  return `${test.name}/${scenario.name}:${name}: ${peers}`;
}

function instructedFailure({ command, source }: PlannedAction): string {
  return `command "${command.join(' ')}" failed: error with exec request (pod=${source.name}): command terminated with exit code 28`;
}

async function withPolicies(suite: RunningSuite, test: SuiteTest, work: () => Promise<void>): Promise<void> {
  const { api, options, output } = suite;
  const path = `/apis/networking.k8s.io/v1/namespaces/${options.testNamespace}/networkpolicies`;
  const policies = test.policies(options.testNamespace);
  for (const policy of policies) {
    output.detail(
      `📜 Applying KubernetesNetworkPolicy '${policy.metadata.name}' to namespace '${options.testNamespace}'..`,
    );
    await api.send('POST', path, policy);
  }
  try {
    await work();
  } finally {
    for (const { metadata } of policies) await api.remove(`${path}/${metadata.name}`);
  }
}

/** Why an action fails; undefined when it does what it should. Commands that did not run are tried again. */
async function problemOf(suite: RunningSuite, action: PlannedAction): Promise<string | undefined> {
  const { api, options } = suite;
  const { pod } = action.source;
  const command = await sized(suite, action);
  let ended: Executed | undefined;
  for (let attempt = 0; attempt < RETRIES && ended?.code === undefined; attempt += 1) {
    ended = await api.exec(options.testNamespace, pod, command);
  }
  const text = `command "${command.join(' ')}"`;
  const { code, out = '', message = '' } = ended ?? {};
  if (action.denied) {
    return code === 0 ? `${text} succeeded while it should have failed: ${out.trim()}` : undefined;
  }
  if (code === 0) return undefined;
  return `${text} failed: error with exec request (pod=${options.testNamespace}/${pod}, container=${pod.replace(/-[^-]+-[^-]+$/, '')}): ${message}`;
}

/**
 * The command with the size that fills the interfaces of both pods. Cilium gives all pods the same; the AWS nodes of the
 * simulated network keep the size of the VPC.
 */
async function sized(
  suite: RunningSuite,
  { command, source, target }: PlannedAction,
): Promise<readonly string[]> {
  if (!command.includes('MTU')) return command;
  const sizes = await Promise.all([source, target].map(({ pod }) => interfaceMtu(suite, pod)));
  return command.map((word) => (word === 'MTU' ? String(Math.min(...sizes) - PING_HEADERS) : word));
}

async function interfaceMtu({ api, options }: RunningSuite, pod: string): Promise<number> {
  const { out } = await api.exec(options.testNamespace, pod, ['ip', 'link', 'show']);
  return Number(/ mtu (\d+) /.exec(out)?.[1] ?? 1500);
}
