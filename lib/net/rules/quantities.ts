import { type Quantity, type QuantityFact } from '../address-facts.ts';
import { type KnownQuantity, quantitySubject, sourceOf } from './model.ts';

/** Pools of nodes add up within a source; of the rest, and of several sources, the largest counts. */
const SUMMED: ReadonlySet<Quantity> = new Set(['nodes', 'surge', 'route-server-peers']);

/** The value to reckon with: the largest that a source says as a whole. */
export function largestTotals(facts: readonly QuantityFact[]): ReadonlyMap<Quantity, KnownQuantity> {
  const result = new Map<Quantity, KnownQuantity>();
  for (const [quantity, ofSources] of quantityTotals(facts)) {
    for (const total of ofSources.values()) {
      const best = result.get(quantity);
      if (best === undefined || total.value > best.value) result.set(quantity, total);
    }
  }
  return result;
}

/** What each source says about each quantity as a whole; defaults only where nobody says anything else. */
export function quantityTotals(
  facts: readonly QuantityFact[],
): ReadonlyMap<Quantity, ReadonlyMap<string, KnownQuantity>> {
  const decided = new Set(
    facts.filter(({ origin }) => origin.kind !== 'default').map(({ quantity }) => quantity),
  );
  const result = new Map<Quantity, Map<string, KnownQuantity>>();
  for (const fact of facts) {
    const { quantity, value, origin } = fact;
    if (origin.kind === 'default' && decided.has(quantity)) continue;
    const ofSources = result.get(quantity) ?? new Map<string, KnownQuantity>();
    result.set(quantity, ofSources);
    const source = sourceOf(origin);
    const before = ofSources.get(source);
    const subject = before?.subject ?? quantitySubject(fact);
    const said = before?.value ?? 0;
    ofSources.set(source, { subject, value: SUMMED.has(quantity) ? said + value : Math.max(said, value) });
  }
  return result;
}
