/** The journal of a removal on Azure resources, which have no annotations: a tag with who took one, and when. */
import { MOST_TAG_CHARACTERS, type Tags } from '../azure/tags.ts';
import type { Instant } from './facts.ts';
import { ABANDONED_MS } from './journal.ts';

/** Written to a resource before the first change of it or of the VM that it goes with. */
export const CLAIM_TAG = 'eks-hybrid-cleanup';

/** Who removes a resource. */
export interface Claim {
  /** Address of the run, or its end where a tag does not hold it all. */
  readonly run: string;
  readonly attempt: number;
  readonly at: Instant;
}

/** A moment that far ahead is told by a clock that is not quite right; one further ahead was written by nobody. */
const SKEW_MS = 300_000;

/** `<run> attempt <number> at <RFC 3339>`. */
export function writeClaim({ run, attempt, at }: Claim): string {
  const rest = ` attempt ${attempt} at ${new Date(at).toISOString()}`;
  return `${run.slice(-(MOST_TAG_CHARACTERS - rest.length))}${rest}`;
}

/** The claim in the tags of a resource; undefined without one, or with one that no run wrote: it holds nobody off. */
export function readClaim(tags: Tags): Claim | undefined {
  const [, run = '', attempt = '', moment = ''] =
    /^(\S+) attempt (\d{1,9}) at (\S+)$/.exec(tags[CLAIM_TAG] ?? '') ?? [];
  const at = Date.parse(moment);
  return run === '' || Number.isNaN(at) ? undefined : { run, attempt: Number(attempt), at };
}

/**
 * The other run that has a resource at the moment; undefined when it is free to take.
 * @param runs this run, and those whose work it goes on with
 */
export function claimedBy(tags: Tags, runs: readonly string[], now: Instant): string | undefined {
  const claim = readClaim(tags);
  if (claim === undefined || runs.some((run) => run !== '' && run.endsWith(claim.run))) return undefined;
  const age = now - claim.at;
  return age >= ABANDONED_MS || age < -SKEW_MS ? undefined : claim.run;
}
