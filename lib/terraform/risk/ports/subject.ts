import type { Row } from '../row.ts';
import { riskOf, type PlanRule, type Risk, type Subject } from '../types.ts';
import { decide, inOrder, isAbout, isSameRule, type Decision, type Flow, type PortRule } from './flows.ts';
import { PORT_TYPES, readSide } from './read.ts';
import { GUARDED_PORTS, NEEDED_PORTS, PORT_MAYBE_CUT, type NeededPort } from './rules.ts';

interface Group {
  readonly azure: boolean;
  readonly before: PortRule[];
  readonly after: PortRule[];
  /** Rows that change, in plan order. */
  readonly changed: Set<string>;
  /** Whether the group itself is destroyed for good; then it filters nothing any more. */
  destroyed: boolean;
}

/** More pairs of ends than this in one rule are not compared one by one; the answer is then "may be". */
const MOST_FLOWS = 2_000;

/** The rules that Azure has below all of one's own (65000 and more), in each network security group. */
const AZURE_DEFAULTS: readonly PortRule[] = [
  defaultRule('in', true, 65_000, 'virtualnetwork', 'virtualnetwork'),
  defaultRule('in', true, 65_001, 'azureloadbalancer', '*'),
  defaultRule('in', false, 65_500, '*', '*'),
  defaultRule('out', true, 65_000, 'virtualnetwork', 'virtualnetwork'),
  defaultRule('out', true, 65_001, '*', 'internet'),
  defaultRule('out', false, 65_500, '*', '*'),
];

/**
 * Compares the rules of each security group before and after the apply: traffic on a port the cluster needs that passes
 * today and will not, and traffic from the internet that will pass and does not today. Rules that move from one row to
 * another, or are split and joined, count by what they let pass.
 */
export class PortSubject implements Subject {
  readonly #groups = new Map<string, Group>();
  readonly #found = new Map<PlanRule, string[]>();
  readonly #uncertain = new Map<number, string[]>();

  visit(row: Row): void {
    if (!PORT_TYPES.has(row.type) || row.deposed) return;
    const before = readSide(row, 'before');
    // What Terraform only lets go of stays as it is.
    const after = row.kind === 'forget' ? before : readSide(row, 'after');
    // A group whose id is not known yet is a new one, or this row's own group made anew.
    const key = before?.group ?? after?.group ?? `new ${row.address}`;
    const group = this.#group(key, row.type.startsWith('azurerm_'));
    group.before.push(...(before?.rules ?? []));
    const moved = after?.group !== null && after?.group !== undefined && after.group !== key;
    const target = moved ? this.#group(after.group, row.type.startsWith('azurerm_')) : group;
    target.after.push(...sharing(after?.rules ?? [], before?.rules ?? []));
    if (row.kind !== 'no-op') for (const changed of [group, target]) changed.changed.add(row.address);
    if (row.kind === 'delete' && isGroup(row.type)) group.destroyed = true;
  }

  risks(): readonly Risk[] {
    for (const group of this.#groups.values()) {
      if (group.changed.size > 0 && !group.destroyed) this.#compare(group);
    }
    const found = [...this.#found].map(([rule, addresses]) => riskOf(rule, addresses));
    if (this.#uncertain.size === 0) return found;
    const ports = [...this.#uncertain.keys()].join(', ');
    return [...found, riskOf(PORT_MAYBE_CUT, [...this.#uncertain.values()].flat(), { ports })];
  }

  #group(key: string, azure: boolean): Group {
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const made: Group = { azure, before: [], after: [], changed: new Set(), destroyed: false };
    this.#groups.set(key, made);
    return made;
  }

  #compare(group: Group): void {
    const defaults = group.azure ? AZURE_DEFAULTS : [];
    const before = inOrder([...group.before, ...defaults]);
    const after = inOrder([...group.after, ...defaults]);
    const kept = keptRules(after);
    for (const needed of NEEDED_PORTS) this.#compareNeeded(group, needed, before, after, kept);
    for (const opened of group.after) {
      if (!opened.allow || opened.direction !== 'in' || !opened.sources.some(isOutside)) continue;
      if (!group.changed.has(opened.address)) continue;
      for (const { port, protocol, rule } of GUARDED_PORTS) {
        const flows = isAbout(opened, protocol, port) ? (flowsOf(opened, protocol, port) ?? []) : [];
        const exposed = flows.some((flow) => isNewlyOpen(flow, before, after));
        if (exposed) this.#note(rule, [opened.address]);
      }
    }
  }

  #compareNeeded(
    group: Group,
    needed: NeededPort,
    before: readonly PortRule[],
    after: readonly PortRule[],
    kept: ReadonlySet<PortRule>,
  ): void {
    for (const protocol of needed.protocols) {
      for (const allowing of group.before) {
        if (!allowing.allow || !isAbout(allowing, protocol, needed.port)) continue;
        const flows = flowsOf(allowing, protocol, needed.port);
        if (flows === null) {
          this.#doubt(needed.port, [...group.changed]);
          continue;
        }
        if (kept.has(allowing)) continue;
        for (const flow of flows) {
          if (decide(before, flow).verdict !== 'allow') continue;
          const then = decide(after, flow);
          const rows = involved(group, allowing, then);
          if (then.verdict === 'deny') this.#note(needed.rule, rows);
          if (then.verdict === 'unknown' && rows.length > 0) this.#doubt(needed.port, rows);
        }
      }
    }
  }

  #note(rule: PlanRule, addresses: readonly string[]): void {
    const listed = this.#found.get(rule);
    if (listed === undefined) this.#found.set(rule, [...addresses]);
    else for (const address of addresses) if (!listed.includes(address)) listed.push(address);
  }

  #doubt(port: number, addresses: readonly string[]): void {
    const listed = this.#uncertain.get(port);
    if (listed === undefined) this.#uncertain.set(port, [...addresses]);
    else for (const address of addresses) if (!listed.includes(address)) listed.push(address);
  }
}

/** The rows to name: the one that let the traffic pass and the one that decides now, as far as they change. */
function involved(group: Group, allowing: PortRule, then: Decision): readonly string[] {
  const rows = [allowing.address, then.rule?.address].filter(
    (address): address is string => address !== undefined && group.changed.has(address),
  );
  return rows.length > 0 ? rows : [...group.changed];
}

/**
 * Rules after the apply whose traffic passes for certain, whatever else there is: where nothing is denied and all is
 * known. Of a large group hardly any rule changes, and only those then have to be compared with all others.
 */
function keptRules(after: readonly PortRule[]): ReadonlySet<PortRule> {
  return new Set(after.every((rule) => rule.allow && rule.known) ? after : []);
}

/** The planned rules, those that stay as they are as the objects that `before` has: most are, so that memory halves. */
function sharing(after: readonly PortRule[], before: readonly PortRule[]): readonly PortRule[] {
  return after.map((rule, index) => {
    const earlier = before[index];
    return earlier !== undefined && isSameRule(earlier, rule) ? earlier : rule;
  });
}

/** The flows of a rule that is about this port; null when there are too many. */
function flowsOf(rule: PortRule, protocol: 'tcp' | 'udp', port: number): readonly Flow[] | null {
  if (rule.sources.length * rule.destinations.length > MOST_FLOWS) return null;
  return rule.sources.flatMap((source) =>
    rule.destinations.map((destination) => ({
      direction: rule.direction,
      protocol,
      port,
      source,
      destination,
    })),
  );
}

function isNewlyOpen(flow: Flow, before: readonly PortRule[], after: readonly PortRule[]): boolean {
  if (!isOutside(flow.source)) return false;
  // Traffic of the internet alone: a rule above that stops only the internet closes an "everyone" below it.
  const outside = { ...flow, source: flow.source === '*' ? 'internet' : flow.source };
  return decide(after, outside).verdict === 'allow' && decide(before, outside).verdict !== 'allow';
}

function isOutside(source: string): boolean {
  return source === '*' || source === 'internet' || source === '::/0';
}

function isGroup(type: string): boolean {
  return type === 'azurerm_network_security_group' || type === 'aws_security_group';
}

function defaultRule(
  direction: 'in' | 'out',
  allow: boolean,
  priority: number,
  source: string,
  destination: string,
): PortRule {
  const ends = { sources: [source], destinations: [destination] };
  return { address: '', direction, allow, priority, protocol: '*', ports: ['*'], ...ends, known: true };
}
