import type { LastChangedBy, ObjectChangedBy } from './drift-document.ts';
import { code, plain } from './markdown.ts';

const MOST_OBJECTS = 20;
const MOST_REASONS = 5;

/**
 * Who changed the drifted objects last, with what the log says of it, so that a reader can judge whether that is the
 * change which shows as drift. Everything unknown says why.
 */
export function changedBySection({ unknownBecause, objects }: LastChangedBy): string {
  const known = objects.filter(({ by }) => by !== null);
  if (known.length === 0 && objects.length < 2) {
    return `Changed last by: unknown. ${plain(objects[0]?.unknownBecause ?? unknownBecause ?? '')}`.trim();
  }
  const left = known.length - MOST_OBJECTS;
  return [
    'Changed last by, as far as the logs of the clouds say:',
    '',
    ...known.slice(0, MOST_OBJECTS).map(knownLine),
    ...(left > 0 ? [`- … and ${left} more objects, in the document`] : []),
    ...unknownLines(objects),
  ].join('\n');
}

function knownLine({ address, by, at, operation, resource }: ObjectChangedBy): string {
  const when = `${(at ?? '').slice(0, 16).replace('T', ' ')} UTC`;
  const what = `${code(operation ?? '')} on ${code(shortened(resource ?? ''))}, ${when}`;
  return `- ${code(address)}: **${plain(by ?? '')}** (${what})`;
}

/** Ids of Azure Resource Manager say everything in their last segments. */
function shortened(resource: string): string {
  return resource.split('/providers/').at(-1) ?? resource;
}

/** One line for each reason, which many objects often share. */
function unknownLines(objects: readonly ObjectChangedBy[]): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { address, unknownBecause } of objects) {
    if (unknownBecause === null) continue;
    byReason.set(unknownBecause, [...(byReason.get(unknownBecause) ?? []), address]);
  }
  const reasons = [...byReason].slice(0, MOST_REASONS).map(([reason, addresses]) => {
    const more = addresses.length > 3 ? ` and ${addresses.length - 3} more` : '';
    const names = addresses.slice(0, 3).map((address) => code(address));
    return `- ${names.join(', ')}${more}: unknown. ${plain(reason)}`;
  });
  const left = byReason.size - reasons.length;
  return left > 0 ? [...reasons, `- … and others unknown, for ${left} more reasons`] : reasons;
}
