/** One rule of a network security group (Azure) or security group (AWS), as it is on one side of the apply. */
export interface PortRule {
  /** Row that the rule is in. */
  readonly address: string;
  readonly direction: 'in' | 'out';
  readonly allow: boolean;
  /** Lower comes first. Rules of AWS have none; they all allow. */
  readonly priority: number;
  /** `tcp`, `udp`, `icmp`, or `*`. */
  readonly protocol: string;
  /** `443`, `4240-4244`, or `*`. */
  readonly ports: readonly string[];
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  /** False when some of it is known only after apply: it may then match anything that the rest does not exclude. */
  readonly known: boolean;
}

/** Packets of one kind between two ends; an end is a range, a service tag or a group, in lower case. */
export interface Flow {
  readonly direction: 'in' | 'out';
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
  readonly source: string;
  readonly destination: string;
}

export interface Decision {
  readonly verdict: 'allow' | 'deny' | 'unknown';
  /** The rule that decides, null for none. */
  readonly rule: PortRule | null;
}

type Relation = 'covers' | 'overlaps' | 'apart';

/**
 * What a list of rules does to a flow: the first that covers it decides. A rule before it that says the opposite and
 * matches only a part of the flow, or of which that cannot be told (a service tag against a range), leaves it undecided.
 * With no rule at all the flow is stopped.
 */
export function decide(rules: readonly PortRule[], flow: Flow): Decision {
  const partial: PortRule[] = [];
  let decision: Decision = { verdict: 'deny', rule: null };
  for (const rule of rules) {
    const relation = relate(rule, flow);
    if (relation === 'overlaps') partial.push(rule);
    if (relation !== 'covers') continue;
    decision = { verdict: rule.allow ? 'allow' : 'deny', rule };
    break;
  }
  const allowed = decision.verdict === 'allow';
  const doubt = partial.find((rule) => rule.allow !== allowed || !rule.known);
  return doubt === undefined ? decision : { verdict: 'unknown', rule: doubt };
}

/** Rules in the order in which they are tried. */
export function inOrder(rules: readonly PortRule[]): readonly PortRule[] {
  return [...rules].sort((left, right) => left.priority - right.priority);
}

/** Whether a rule is about this port at all. */
export function isAbout(rule: PortRule, protocol: 'tcp' | 'udp', port: number): boolean {
  return (
    (rule.protocol === '*' || rule.protocol === protocol) && rule.ports.some((ports) => hasPort(ports, port))
  );
}

/** Whether two rules of one row are the same in everything. */
export function isSameRule(left: PortRule, right: PortRule): boolean {
  return (
    left.address === right.address &&
    left.direction === right.direction &&
    left.allow === right.allow &&
    left.priority === right.priority &&
    left.protocol === right.protocol &&
    left.known === right.known &&
    isSameList(left.ports, right.ports) &&
    isSameList(left.sources, right.sources) &&
    isSameList(left.destinations, right.destinations)
  );
}

function isSameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}

function relate(rule: PortRule, flow: Flow): Relation {
  if (rule.direction !== flow.direction) return 'apart';
  if (!rule.known) return 'overlaps';
  if (!isAbout(rule, flow.protocol, flow.port)) return 'apart';
  const source = relateEnds(rule.sources, flow.source);
  const destination = relateEnds(rule.destinations, flow.destination);
  if (source === 'apart' || destination === 'apart') return 'apart';
  return source === 'covers' && destination === 'covers' ? 'covers' : 'overlaps';
}

function hasPort(ports: string, port: number): boolean {
  if (ports === '*') return true;
  const range = PORTS.get(ports) ?? remember(PORTS, ports, parsePorts(ports));
  return port >= range.first && port <= range.last;
}

const PORTS = new Map<string, Range>();

/** No port is in what cannot be read. */
function parsePorts(ports: string): Range {
  const match = /^(\d+)(?:-(\d+))?$/.exec(ports);
  return match === null
    ? { first: 1, last: 0 }
    : { first: Number(match[1]), last: Number(match[2] ?? match[1]) };
}

function relateEnds(ends: readonly string[], flowEnd: string): Relation {
  let relation: Relation = 'apart';
  for (const end of ends) {
    const found = relateEnd(end, flowEnd);
    if (found === 'covers') return found;
    if (found === 'overlaps') relation = found;
  }
  return relation;
}

function relateEnd(end: string, flowEnd: string): Relation {
  if (end === '*' || end === flowEnd) return 'covers';
  const [range, flowRange] = [readRange(end), readRange(flowEnd)];
  if (range !== null && flowRange !== null) {
    if (contains(range, flowRange)) return 'covers';
    return contains(flowRange, range) ? 'overlaps' : 'apart';
  }
  if (flowEnd === '*') return 'overlaps';
  if (end.includes(':/') || flowEnd.includes(':/')) return 'apart';
  if (end === 'internet' && flowRange !== null) return isPrivate(flowRange) ? 'apart' : 'overlaps';
  if (flowEnd === 'internet' && range !== null) return isPrivate(range) ? 'apart' : 'overlaps';
  // Two different tags are apart; a tag (or group) and a range may or may not have hosts in common.
  return range === null && flowRange === null ? 'apart' : 'overlaps';
}

interface Range {
  readonly first: number;
  readonly last: number;
}

/** The same few ends are compared over and over. */
const RANGES = new Map<string, Range | null>();
const MOST_RANGES = 10_000;

function readRange(text: string): Range | null {
  const known = RANGES.get(text);
  return known === undefined ? remember(RANGES, text, parseRange(text)) : known;
}

function remember<T>(known: Map<string, T>, text: string, parsed: T): T {
  if (known.size >= MOST_RANGES) known.clear();
  known.set(text, parsed);
  return parsed;
}

function parseRange(text: string): Range | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(text);
  if (match === null) return null;
  const address = match.slice(1, 5).reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(match[5] ?? 32));
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1 };
}

function contains(outer: Range, inner: Range): boolean {
  return outer.first <= inner.first && outer.last >= inner.last;
}

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16'].map(
  readRange,
);

function isPrivate(range: Range): boolean {
  return PRIVATE.some((known) => known !== null && contains(known, range));
}
