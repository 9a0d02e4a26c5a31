import type { Finding } from './finding.ts';

/** A finding of another tool that is wrong, because the tool is older than the syntax or reads it too strictly. */
interface KnownGap {
  readonly rule: 'actionlint' | 'language-service';
  readonly message: RegExp;
  readonly reason: string;
}

/** Exact wordings with the reason; a test proves that each still occurs, so that an updated tool sheds its entry. */
export const KNOWN_GAPS: readonly KnownGap[] = [
  {
    rule: 'actionlint',
    message: /^specifying action "\$\/[^"]+" in invalid format because ref is missing/,
    reason: 'self-repository references are newer (July 2026) than actionlint 1.7.7',
  },
  {
    rule: 'actionlint',
    message: /^reusable workflow call "\$\/[^"]+" at "uses" is not following the format/,
    reason: 'self-repository references of workflows are newer (July 2026) than actionlint 1.7.7',
  },
  {
    rule: 'actionlint',
    message: /^unexpected key "cache-mode" for "job" section/,
    reason: 'cache-mode is newer (September 2026) than actionlint 1.7.7',
  },
  {
    rule: 'actionlint',
    message: /^unexpected key "queue" for "concurrency" section/,
    reason: 'concurrency.queue is newer (May 2026) than actionlint 1.7.7',
  },
  {
    rule: 'language-service',
    message: /^Unexpected value 'cache-mode'$/,
    reason: 'cache-mode is newer than the schema of the language service 0.3.61',
  },
];

/** Leaves out what is known to be wrong. */
export function withoutKnownGaps(findings: readonly Finding[]): readonly Finding[] {
  const isGap = ({ rule, message }: Finding) =>
    KNOWN_GAPS.some((gap) => gap.rule === rule && gap.message.test(message));
  return findings.filter((finding) => !isGap(finding));
}
