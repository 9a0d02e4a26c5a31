/** Reads what `cilium connectivity test --verbose` prints: the only place that names actions which passed. */

/** One end of an action, as the suite names it. */
export interface SuitePeer {
  /** `namespace/pod`, a service, a host name. */
  readonly name: string;
  /** Address or host name, without the port. */
  readonly address: string;
}

export interface SuiteAction {
  /** The whole, as the suite writes it: two actions are the same when this is. */
  readonly text: string;
  readonly test: string;
  /** `pod-to-pod`. */
  readonly scenario: string;
  /** `curl-ipv4-0`. */
  readonly name: string;
  /** Undefined where the action has no peers, such as a look into logs. */
  readonly peers: { readonly source: SuitePeer; readonly target: SuitePeer } | undefined;
}

export interface SuiteOutput {
  readonly actions: readonly SuiteAction[];
  /** What was printed as wrong after each action that failed, by its text. */
  readonly messages: ReadonlyMap<string, string>;
  /** Tests that began. */
  readonly begun: readonly string[];
  /** Whether the suite went on with one node, which leaves out everything between nodes. */
  readonly isSingleNode: boolean;
}

const PEERS = /^(?<source>\S+) \((?<from>[^)]*)\) -> (?<target>\S+) \((?<to>.*):\d+\)$/;
const WHOLE = /^(?<test>[^\s/:]+)\/(?<scenario>[^\s:]+):(?<name>[^\s:]+)(?:: (?<peers>.+))?$/;

/** `no-policies/pod-to-pod:curl-ipv4-0: ns/pod (10.0.0.1) -> ns/other (10.0.1.1:8080)`; undefined for anything else. */
export function parseAction(text: string): SuiteAction | undefined {
  const groups = WHOLE.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { test = '', scenario = '', name = '', peers } = groups;
  const ends = peers === undefined ? undefined : PEERS.exec(peers)?.groups;
  const { source = '', from = '', target = '', to = '' } = ends ?? {};
  return {
    text,
    test,
    scenario,
    name,
    peers:
      ends === undefined
        ? undefined
        : { source: { name: source, address: from }, target: { name: target, address: bare(to) } },
  };
}

/** IPv6 addresses come with and without brackets. */
function bare(address: string): string {
  return address.startsWith('[') && address.endsWith(']') ? address.slice(1, -1) : address;
}

/** Lines may begin with a time stamp, or with the dots of the progress, which end in no line of their own. */
const ACTION_LINE = /\[\.\] Action \[(.+)\]\s*$/;
const TEST_LINE = /\[=\] (?:\[[^\]]*\] )?Test \[([^\]]+)\]/;
const WRONG_LINE = /(?:❌|🟥)\s*(.+)$/u;
/** `Single-node environment detected, enabling single-node connectivity test`. */
const SINGLE_NODE_LINE = /single-node (?:environment|connectivity)/i;
const LONGEST_MESSAGE = 500;

/** Takes the output line by line, so that none of it need be kept. */
export function followSuiteOutput(): {
  readonly line: (line: string) => void;
  readonly result: () => SuiteOutput;
} {
  const actions = new Map<string, SuiteAction>();
  const messages = new Map<string, string>();
  const begun = new Set<string>();
  let isSingleNode = false;
  let current: string | undefined;
  return {
    line(line) {
      const [, test] = TEST_LINE.exec(line) ?? [];
      const action = parseAction(ACTION_LINE.exec(line)?.[1] ?? '');
      const [, wrong] = WRONG_LINE.exec(line) ?? [];
      if (test !== undefined) {
        begun.add(test);
        current = undefined;
      } else if (action !== undefined) {
        actions.set(action.text, action);
        current = action.text;
      } else if (wrong !== undefined && current !== undefined && !messages.has(current)) {
        messages.set(current, wrong.slice(0, LONGEST_MESSAGE));
      } else if (SINGLE_NODE_LINE.test(line)) isSingleNode = true;
    },
    result: () => ({ actions: [...actions.values()], messages, begun: [...begun], isSingleNode }),
  };
}
