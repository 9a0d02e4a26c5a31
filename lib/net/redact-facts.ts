import type { AddressFacts, Origin, UnknownFact } from './address-facts.ts';

/**
 * Facts without those whose text holds a secret: a range that some part of a plan marks as sensitive must not leave the
 * job, and a redacted text is no range, so it is told as unknown.
 */
export function redactFacts(facts: AddressFacts, redact: (text: string) => string): AddressFacts {
  const hidden: UnknownFact[] = [];
  const clean = <T extends { readonly text: string; readonly name: string; readonly origin: Origin }>(
    list: readonly T[],
    role: (fact: T) => UnknownFact['role'] | undefined,
  ): readonly T[] =>
    list.filter((fact) => {
      if (redact(fact.text) === fact.text) return true;
      const known = role(fact);
      const unknown = { what: fact.name, reason: 'it is marked as sensitive', origin: fact.origin };
      hidden.push(known === undefined ? unknown : { ...unknown, role: known });
      return false;
    });
  return {
    ...facts,
    ranges: clean(facts.ranges, ({ role }) => role),
    asns: clean(facts.asns, ({ role }) => role),
    routes: clean(
      facts.routes.map((route) => ({ ...route, name: route.table })),
      ({ role }) => role,
    ).map(({ name: _name, ...route }) => route),
    tunnelAddresses: clean(facts.tunnelAddresses, () => 'tunnel-inside'),
    unknown: [...facts.unknown, ...hidden],
  };
}
