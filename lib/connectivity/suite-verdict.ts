/** What the runs of the suite prove: a check for each action, and what has to be true for them to count. */
import type { SuiteCase } from './suite-junit.ts';
import { parseAction, type SuiteAction, type SuiteOutput } from './suite-output.ts';
import type { SuiteBatch } from './suite-plan.ts';
import { createPlacing, podOf, type SuitePod } from './suite-places.ts';
import type { BatchRun } from './suite-run.ts';
import type { Check, Cloud, Place, ProbeNode } from './types.ts';

export interface SuiteFacts {
  readonly planned: readonly SuiteBatch[];
  readonly runs: readonly BatchRun[];
  /** Pods of the suite, while they were there. */
  readonly pods: readonly SuitePod[];
  readonly nodes: readonly ProbeNode[];
  /** Whether what failed and then passed counts as passed. */
  readonly allowFlaky: boolean;
}

export type SuiteOutcome = 'passed' | 'failed';

/** A check of the suite: beside what every check has, which action it was and how each of its runs ended. */
export interface SuiteCheck extends Omit<Check, 'kind'> {
  readonly kind: string;
  /** `pod-to-pod:curl-ipv4-0`; empty for what is about a whole test or batch. */
  readonly action: string;
  readonly attempts: readonly SuiteOutcome[];
}

export interface SuiteResult {
  readonly checks: readonly SuiteCheck[];
  /** Tests of which at least one action ran. */
  readonly executedTests: number;
  readonly tests: readonly {
    readonly name: string;
    readonly attempts: readonly SuiteOutcome[];
    readonly actions: number;
    readonly seconds: number;
  }[];
}

/** Judges what was run. */
export function judgeSuite(facts: SuiteFacts): SuiteResult {
  const counted = facts.runs.filter(({ lost }) => lost === undefined);
  const place = createPlacing(facts.pods, facts.nodes);
  const checks = rowsOf(counted).map((row) => actionCheck(row, place, facts.allowFlaky));
  const tests = testsOf(counted);
  return {
    checks: [...checks, ...batchChecks(facts, counted), ...pairChecks(facts, counted)],
    tests,
    executedTests: tests.filter(({ actions }) => actions > 0).length,
  };
}

/** One action of a test over all runs; without an action, the test itself failed. */
interface Row {
  readonly test: string;
  readonly action: SuiteAction | undefined;
  readonly attempts: SuiteOutcome[];
  message: string;
}

function rowsOf(runs: readonly BatchRun[]): readonly Row[] {
  const rows = new Map<string, Row>();
  const add = (
    test: string,
    action: SuiteAction | undefined,
    outcome: SuiteOutcome,
    message: string,
  ): void => {
    const key = `${test} ${action?.text ?? ''}`;
    const row = rows.get(key) ?? { test, action, attempts: [], message: '' };
    row.attempts.push(outcome);
    if (message !== '') row.message = message;
    rows.set(key, row);
  };
  for (const { cases, output } of runs) {
    for (const one of cases) {
      const { name, outcome, message } = one;
      const actions = actionsOf(one, output);
      for (const { action, failed, why } of actions) add(name, action, failed ? 'failed' : 'passed', why);
      const isUnexplained = outcome === 'failed' && !actions.some(({ failed }) => failed);
      if (isUnexplained) add(name, undefined, 'failed', message);
      else if (rows.has(`${name} `)) add(name, undefined, 'passed', '');
    }
  }
  return [...rows.values()];
}

/** Actions that were printed, and those that the report alone has. */
function actionsOf({ name, failedActions }: SuiteCase, { actions, messages }: SuiteOutput) {
  const failed = new Map(failedActions.map(({ action, message }) => [action, message]));
  const printed = actions.filter(({ test }) => test === name);
  const texts = new Set(printed.map(({ text }) => text));
  const unprinted = [...failed.keys()].flatMap((text) => (texts.has(text) ? [] : (parseAction(text) ?? [])));
  return [...printed, ...unprinted].map((action) => {
    const said = failed.get(action.text);
    const why = said === undefined ? '' : said === '' ? (messages.get(action.text) ?? '') : said;
    return { action, failed: said !== undefined, why };
  });
}

const SUITE: Place = { name: 'suite', cloud: 'cluster' };

function actionCheck(
  { test, action, attempts, message }: Row,
  place: ReturnType<typeof createPlacing>,
  allowFlaky: boolean,
): SuiteCheck {
  const source = action?.peers === undefined ? SUITE : place(action.peers.source);
  const target = action?.peers === undefined ? { ...SUITE, name: test } : place(action.peers.target);
  const last = attempts.at(-1) ?? 'failed';
  const isFlaky = last === 'passed' && attempts.includes('failed');
  const story = attempts.length > 1 && attempts.includes('failed') ? ` (runs: ${attempts.join(', ')})` : '';
  const outcome = isFlaky && !allowFlaky ? 'failed' : last;
  const detail = `${message === '' ? last : message}${story}`;
  return {
    kind: `suite ${test}`,
    action: action === undefined ? '' : `${action.scenario}:${action.name}`,
    source,
    target,
    outcome,
    detail,
    attempts,
  };
}

function testsOf(runs: readonly BatchRun[]): SuiteResult['tests'] {
  const tests = new Map<string, { attempts: SuiteOutcome[]; actions: number; seconds: number }>();
  for (const { cases, output } of runs) {
    for (const { name, outcome, seconds, failedActions } of cases) {
      const own = tests.get(name) ?? { attempts: [], actions: 0, seconds: 0 };
      own.attempts.push(outcome === 'failed' ? 'failed' : 'passed');
      const printed = output.actions.filter(({ test }) => test === name).length;
      own.actions = Math.max(own.actions, printed, failedActions.length);
      own.seconds += seconds;
      tests.set(name, own);
    }
  }
  return [...tests].map(([name, rest]) => ({ name, ...rest, seconds: Math.round(rest.seconds) }));
}

function ownCheck(
  target: string,
  outcome: Check['outcome'],
  detail: string,
  ends?: readonly [Place, Place],
): SuiteCheck {
  const [source, end] = ends ?? [SUITE, { name: target, cloud: 'cluster' as const }];
  const kind = ends === undefined ? 'suite-batch' : 'suite-pairs';
  return { kind, action: '', source, target: end, outcome, detail, attempts: [] };
}

/** A batch without results, and a pattern for which nothing ran: neither is proven by what the others found. */
function batchChecks({ planned, runs }: SuiteFacts, counted: readonly BatchRun[]): readonly SuiteCheck[] {
  return planned.flatMap((batch) => {
    const name = batch.patterns.join(' ');
    const own = runs.filter((run) => run.batch.number === batch.number);
    const lost = own.find((run) => run.lost !== undefined);
    if (own.length === 0) return [ownCheck(name, 'unknown', 'not begun before the run ended')];
    const again =
      lost !== undefined && lost.attempt > 1 ? `run ${String(lost.attempt)} gave no result: ` : '';
    const losses = lost === undefined ? [] : [ownCheck(name, 'unknown', `${again}${lost.lost ?? ''}`)];
    if (lost?.attempt === 1) return losses;
    const ran = counted
      .filter((run) => run.batch.number === batch.number)
      .flatMap(({ output }) => output.actions.map(({ test, scenario }) => `${test}/${scenario}`));
    const idle = batch.patterns.filter((pattern) => !ran.some((one) => isMatch(pattern, one)));
    const skipped = own[0]?.skipped ?? 0;
    const why = `nothing ran for it: ${String(skipped)} tests were skipped`;
    return [...losses, ...idle.map((pattern) => ownCheck(pattern, 'unknown', why))];
  });
}

/** Patterns are Go's; one that this language does not know is taken to match what its batch ran. */
function isMatch(pattern: string, scenario: string): boolean {
  try {
    return new RegExp(pattern).test(scenario);
  } catch {
    return true;
  }
}

const WAYS: readonly (readonly [Cloud, Cloud])[] = [
  ['aws', 'azure'],
  ['azure', 'aws'],
];
const NAMES = { aws: 'AWS', azure: 'Azure' } as const;

/** That pairs on two nodes were pairs in two clouds, both ways: seen by where pods were, not by what they are called. */
function pairChecks({ pods, runs }: SuiteFacts, counted: readonly BatchRun[]): readonly SuiteCheck[] {
  const actions = counted.flatMap(({ output }) => output.actions);
  const isSingleNode = runs.some(({ output }) => output.isSingleNode);
  const together = pods.find(
    ({ role, node }) =>
      role === 'echo-other-node' &&
      pods.some((pod) => pod.role === 'client' && pod.node.cloud === node.cloud),
  );
  return WAYS.map(([from, to]) => {
    const ends = [NAMES[from], NAMES[to]].map((name, index) => ({ name, cloud: index === 0 ? from : to }));
    const check = (outcome: Check['outcome'], detail: string): SuiteCheck =>
      ownCheck('', outcome, detail, ends as unknown as readonly [Place, Place]);
    if (isSingleNode) return check('failed', 'the suite went over to its mode for single nodes');
    if (together !== undefined) {
      const { cloud, name } = together.node;
      return check('failed', `client and ${together.role} are both in ${NAMES[cloud]} (${name})`);
    }
    const crossing = actions.filter(({ peers }) => {
      const [source, target] = [peers?.source, peers?.target].map((peer) => peer && podOf(pods, peer));
      return source?.node.cloud === from && target?.node.cloud === to;
    });
    return crossing.length === 0
      ? check('unknown', `no action went from a pod in ${NAMES[from]} to one in ${NAMES[to]}`)
      : check('passed', `${String(crossing.length)} actions`);
  });
}
