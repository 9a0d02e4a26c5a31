import type { Cause, CauseInput } from './cause.ts';
import { AZURE_RULES } from './causes-azure.ts';
import { PRIVATE_RULES } from './causes-private.ts';
import { ROUTE_RULES } from './causes-routes.ts';
import { instanceCause, TUNNEL_RULES } from './causes-tunnel.ts';
import type { PrivateLink } from './private-link.ts';
import type { JudgedPath } from './private-path.ts';

/**
 * Why the link is not as it should be. Rules look at configuration and states of both clouds and never at names or times;
 * what is certain is told first. A pattern that only suggests a cause is not told of tunnels that a certain one explains.
 */
export function findCauses(input: CauseInput): readonly Cause[] {
  const known = ordered([...AZURE_RULES, ...ROUTE_RULES, ...TUNNEL_RULES].flatMap((rule) => rule(input)));
  const all = new Set(known.flatMap(({ subjects }) => subjects));
  return [...merged(known), ...instanceCause(input, all), ...routeless(input, known)];
}

/** As {@link findCauses}, of a private link: what stands in its way inside either cloud is the same as with a VPN. */
export function findPrivateCauses(
  input: CauseInput,
  privateLink: PrivateLink,
  paths: readonly JudgedPath[],
): readonly Cause[] {
  const own = { ...input, privateLink, paths };
  const shared = [...AZURE_RULES, ...ROUTE_RULES].flatMap((rule) => rule(input));
  return merged(ordered([...shared, ...PRIVATE_RULES.flatMap((rule) => rule(own))]));
}

/** Certain causes first; a likely one is not told of what a certain one explains. */
function ordered(found: readonly Cause[]): readonly Cause[] {
  const explained = new Set(
    found.flatMap(({ certainty, subjects }) => (certainty === 'certain' ? subjects : [])),
  );
  const likely = found
    .filter(({ certainty }) => certainty === 'likely')
    .map((cause) => ({ ...cause, subjects: cause.subjects.filter((name) => !explained.has(name)) }))
    .filter(({ subjects }) => subjects.length > 0);
  const certain = found.filter(({ certainty }) => certainty === 'certain');
  return [...certain, ...likely];
}

/** One cause of several tunnels is told once. */
function merged(causes: readonly Cause[]): readonly Cause[] {
  const byText = new Map<string, Cause>();
  for (const cause of causes) {
    const key = `${cause.id} ${cause.certainty} ${cause.sentence}`;
    const before = byText.get(key);
    byText.set(key, { ...cause, subjects: [...new Set([...(before?.subjects ?? []), ...cause.subjects])] });
  }
  return [...byText.values()];
}

/** Sessions that are up and carry no routes, where no other cause is found. */
function routeless({ tunnels }: CauseInput, known: readonly Cause[]): readonly Cause[] {
  const found = tunnels.filter(({ layers, routes }) => layers.bgp === 'up' && routes.state === 'down');
  if (found.length === 0 || known.length > 0) return [];
  return [
    {
      id: 'no-routes',
      certainty: 'likely',
      subjects: found.map(({ name }) => name),
      sentence: 'BGP is up, and expected routes do not come: one side does not have or does not send them.',
      remedy:
        'Compare what each side advertises with what is expected, network by network, in the table of hops.',
    },
  ];
}
