import { Automaton, type Spans } from './redact-automaton.ts';
import { secretForms } from './redact-forms.ts';
import { SHORTEST_SECRET } from './secrets.ts';
import { SENSITIVE } from './value-diff-text.ts';

/** More passes than this are only needed by secrets made from pieces of the replacement. */
const MOST_PASSES = 8;

/**
 * A function that replaces every secret, in any form of `secretForms`, by `(sensitive)`. Overlapping and touching
 * secrets become one replacement. Where `cut` shortened a text, the beginning of a secret before the cut is replaced
 * as well. Secrets under four characters are left out, and so are forms that are part of the replacement itself: they
 * could not be told from it. One pass over the text, except for secrets that share characters with the replacement:
 * those are sought until none is left, and a text that does not come to rest is replaced as a whole.
 */
export function createRedactor(secrets: Iterable<string>): (text: string) => string {
  const patterns = new Set<string>();
  for (const secret of secrets) {
    if (secret.length < SHORTEST_SECRET) continue;
    for (const form of secretForms(secret)) if (!SENSITIVE.includes(form)) patterns.add(form);
  }
  if (patterns.size === 0) return (text) => text;
  const automaton = new Automaton([...patterns]);
  const onePass = (text: string): string => replace(text, automaton.find(text));
  if (![...patterns].some(touchesReplacement)) return onePass;
  return (text) => settle(text, onePass);
}

function settle(text: string, onePass: (text: string) => string): string {
  let current = text;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const next = onePass(current);
    if (next === current) return next;
    current = next;
  }
  return SENSITIVE;
}

function replace(text: string, spans: Spans): string {
  if (spans.length === 0) return text;
  let result = '';
  let end = 0;
  for (let index = 0; index < spans.length; index += 2) {
    result += text.slice(end, spans[index]) + SENSITIVE;
    end = spans[index + 1] ?? text.length;
  }
  return result + text.slice(end);
}

/** Whether an occurrence of the pattern could begin, end or lie around a replacement. */
function touchesReplacement(pattern: string): boolean {
  if (pattern.includes(SENSITIVE)) return true;
  for (let length = 1; length < SENSITIVE.length; length += 1) {
    if (pattern.endsWith(SENSITIVE.slice(0, length))) return true;
    if (pattern.startsWith(SENSITIVE.slice(-length))) return true;
  }
  return false;
}
