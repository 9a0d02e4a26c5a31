/** Says what is wrong with a text that is no address or block: runs only for refused texts, so it may look closely. */
import type { CidrProblem, CidrRefusal } from './cidr-parse.ts';

type Problem = Omit<CidrRefusal, 'ok'>;

const SHOWN = 60;

/** The text in quotes, controls escaped, cut after 60 characters: it may come from anywhere. */
export function quoteText(text: string): string {
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return JSON.stringify(shown).replace(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Why the text is refused. The address alone is looked at first, then what follows the slash. */
export function describeAddressProblem(text: string, wantsPrefix: boolean): Problem {
  const say = (problem: CidrProblem, what: string, corrected: string | null = null): Problem => ({
    problem,
    message: `${quoteText(text)} ${what}.`,
    corrected,
  });
  return say('not-an-address', wantsPrefix ? 'is no block of addresses' : 'is no address');
}
