import type { Row } from '../row.ts';
import { riskOf, type LinkEffect, type Redundancy, type Risk, type Subject } from '../types.ts';
import type { TunnelEffect, TunnelState } from '../types.ts';
import { graver, type Impact, type LinkPart } from './parts.ts';
import { Reach } from './reach.ts';
import { readPart } from './read-part.ts';
import { RemoteRoutes } from './routes.ts';
import { LINK_RULES } from './rules.ts';
import { findTunnels, type Tunnel } from './tunnels.ts';

type LinkRule = (typeof LINK_RULES)[keyof typeof LINK_RULES];

interface Hit {
  readonly address: string;
  readonly impact: Impact;
}

interface Judged {
  readonly tunnels: readonly Tunnel[];
  readonly states: readonly TunnelState[];
  /** Addresses of changed parts whose effect on the running link the plan does not tell. */
  readonly undecided: readonly string[];
  readonly redundancy: Redundancy;
  readonly hasParts: boolean;
}

/**
 * The four tunnels and what a plan does to them. All changes of a plan count as happening at once: Terraform works on
 * ten resources in parallel, and nothing in a plan makes it wait for a tunnel to come back before it takes the next.
 */
export class LinkSubject implements Subject {
  readonly #parts: LinkPart[] = [];
  readonly #routes = new RemoteRoutes();
  #judged: Judged | undefined;

  visit(row: Row): void {
    this.#routes.visit(row);
    // A leftover object is no part of the running link; a rule of its own speaks of it.
    if (row.deposed) return;
    const part = readPart(row);
    if (part !== null) this.#parts.push(part);
  }

  effect(): LinkEffect | null {
    const { states, redundancy, hasParts } = this.#judge();
    return hasParts ? { tunnels: states, redundancy } : null;
  }

  risks(): readonly Risk[] {
    const { states, redundancy, undecided } = this.#judge();
    const found: Risk[] = [...this.#routes.risks()];
    const withEffect = (...effects: readonly TunnelEffect[]): readonly TunnelState[] =>
      states.filter((state) => effects.includes(state.effect));
    const down = withEffect('interrupt', 'destroy');
    if (down.length > 0) found.push(this.#risk(ruleFor(down, states, redundancy), down));
    if (undecided.length > 0) found.push(riskOf(LINK_RULES.unknown, undecided));
    const updated = withEffect('update');
    if (updated.length > 0) found.push(this.#risk(LINK_RULES.updated, updated));
    const created = withEffect('create');
    if (created.length > 0) found.push(this.#risk(LINK_RULES.created, created));
    return found;
  }

  #risk(rule: LinkRule, states: readonly TunnelState[]): Risk {
    const because = new Set(states.flatMap((state) => state.because));
    // One row often reaches several tunnels; the parts are in plan order.
    const addresses = this.#parts.map((part) => part.address).filter((address) => because.has(address));
    return riskOf(rule, addresses, { tunnels: states.map((state) => state.name).join(', ') });
  }

  #judge(): Judged {
    this.#judged ??= judge(this.#parts, this.#routes.allRemoved());
    return this.#judged;
  }
}

function ruleFor(
  down: readonly TunnelState[],
  states: readonly TunnelState[],
  redundancy: Redundancy,
): LinkRule {
  const existing = states.filter((state) => state.effect !== 'create');
  if (down.length === existing.length) {
    return down.every((state) => state.effect === 'destroy') ? LINK_RULES.destroyed : LINK_RULES.cut;
  }
  return redundancy === 'kept' ? LINK_RULES.interrupted : LINK_RULES.lost;
}

function judge(parts: readonly LinkPart[], routesGone: boolean): Judged {
  const { tunnels, unmatched } = findTunnels(parts);
  const reach = new Reach(parts, tunnels);
  const hits = new Map<Tunnel, Hit[]>(tunnels.map((tunnel) => [tunnel, []]));
  const undecided: string[] = [];
  let related = tunnels.length > 0;
  for (const part of parts) {
    if (isUntouched(part)) continue;
    const reached = unmatched.includes(part) ? null : reach.of(part);
    if (reached === null) {
      if (part.impact === 'create' || isHarmless(part)) continue;
      related = true;
      undecided.push(part.address);
      continue;
    }
    for (const tunnel of reached)
      hits.get(tunnel)?.push({ address: part.address, impact: impactOn(part, tunnel) });
    const open = reached.some((tunnel) => tunnel.running && impactOn(part, tunnel) === 'unknown');
    if (open) undecided.push(part.address);
  }
  const states = tunnels.map((tunnel) => stateOf(tunnel, hits.get(tunnel) ?? []));
  const redundancy = redundancyOf(tunnels, states, undecided.length > 0, routesGone);
  return { tunnels, states, undecided, redundancy, hasParts: related };
}

function isUntouched(part: LinkPart): boolean {
  return part.impact === 'none' && part.tunnels === null;
}

function isHarmless(part: LinkPart): boolean {
  return part.impact === 'update' && part.tunnels === null;
}

function impactOn(part: LinkPart, tunnel: Tunnel): Impact {
  const own = part.tunnels === null || tunnel.number === null ? 'none' : part.tunnels[tunnel.number];
  return graver(part.impact, own);
}

/** The effect on one tunnel, with the rows that have this very effect. */
function stateOf(tunnel: Tunnel, hits: readonly Hit[]): TunnelState {
  if (!tunnel.running) {
    const making = hits.filter((hit) => hit.impact === 'create');
    return { name: tunnel.name, effect: 'create', because: making.map((hit) => hit.address) };
  }
  // What is made anew for a running tunnel, or changed in a way that is not known, is shown as an update; that the
  // effect is not known is said by the redundancy and by a rule.
  const effects = hits.map(({ address, impact }) => ({ address, effect: effectOf(impact) }));
  const worst = hits.reduce<Impact>((impact, hit) => graver(impact, effectOf(hit.impact)), 'none');
  const effect = effectOf(worst);
  const because = effects.filter((hit) => hit.effect === effect && effect !== 'none');
  return { name: tunnel.name, effect, because: because.map((hit) => hit.address) };
}

function effectOf(impact: Impact): Exclude<TunnelEffect, 'create'> {
  return impact === 'create' || impact === 'unknown' ? 'update' : impact;
}

function redundancyOf(
  tunnels: readonly Tunnel[],
  states: readonly TunnelState[],
  undecided: boolean,
  routesGone: boolean,
): Redundancy {
  if (tunnels.length === 0) return 'unknown';
  const running = tunnels.flatMap((tunnel, index) => {
    const state = states[index];
    return tunnel.running && state !== undefined ? [{ tunnel, state }] : [];
  });
  if (running.length === 0) return undecided ? 'unknown' : 'kept';
  const left = running.filter(({ state }) => state.effect !== 'interrupt' && state.effect !== 'destroy');
  if (left.length === 0 || routesGone) return 'none';
  const domains = new Set(left.map(({ tunnel }) => tunnel.domain));
  if (undecided || domains.has(null)) return 'unknown';
  return domains.size > 1 ? 'kept' : 'lost';
}
